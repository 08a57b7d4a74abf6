//! The Rules room: the catalogue at the left, one rule at the right.

mod page;

use leptos::prelude::*;

use super::parts::{icon, severity_mark};
use super::route::Route;
use super::says;
use super::verdict_line::VerdictLine;
use super::workspace::Workspace;
use crate::model::path;
use crate::rules::{self, Area, Rule, Severity};
use crate::words::{Arg, Language, Message};

/// The room.
#[component]
pub fn RulesRoom() -> impl IntoView {
    let space = Workspace::here();
    let query = RwSignal::new(String::new());
    let severities = RwSignal::new([true; 3]);
    let only_here = RwSignal::new(false);
    let found = Memo::new(move |_| {
        let words = query.get().to_lowercase();
        let language = space.language.get();
        let here: Vec<&'static str> = space.analysis.with(|analysis| {
            analysis
                .findings
                .iter()
                .map(|located| located.finding.rule.id)
                .collect()
        });
        let wanted = |rule: &&'static Rule| {
            severities.with(|on| on.get(rule.severity as usize).copied().unwrap_or(true))
                && (!only_here.get() || here.contains(&rule.id))
                && words.split_whitespace().all(|word| says_word(rule, word, language))
        };
        rules::all().filter(wanted).map(|rule| rule.id).collect::<Vec<_>>()
    });
    let open = Memo::new(move |_| {
        space.route.with(|route| match route {
            Route::Rules(id) => id.clone(),
            Route::Plan(..) => None,
        })
    });
    let shows_page = RwSignal::new(open.get_untracked().is_some());
    Effect::new(move |ran: Option<()>| {
        if open.get().is_some() && ran.is_some() {
            shows_page.set(true);
        }
    });
    let total = rules::all().count() as i64;
    view! {
        <main class="room" id="main" tabindex="-1">
            <h1 class="hidden">{space.say(&says::RULES)}</h1>
            <VerdictLine/>
            <section class="pane pane-a" aria-labelledby="list-heading">
                <header>
                    <h2 id="list-heading">{space.say(&says::CATALOGUE)}</h2>
                    <div class="tools"><span class="muted">
                        {move || Message::new(&says::RULES_COUNT, [total.into()]).text(space.language.get())}
                    </span></div>
                </header>
                <div class="body">
                    <div class="toolbar find" role="search">
                        <span class="control">
                            <svg class="icon lead" aria-hidden="true"><use href="icons.svg#i-search"/></svg>
                            <input type="search" id="rule-search" aria-label=space.say(&says::SEARCH_RULE)
                                placeholder=space.say(&says::SEARCH_HINT) prop:value=query
                                on:input=move |event| query.set(event_target_value(&event))/>
                            <span class="unit">{move || {
                                let count = found.with(Vec::len) as i64;
                                Message::new(&says::OF, [count.into(), total.into()]).text(space.language.get())
                            }}</span>
                        </span>
                        <fieldset class="field-set">
                            <legend class="hidden">{space.say(&says::FILTERS)}</legend>
                            {[(Severity::Error, &says::ERRORS), (Severity::Warning, &says::WARNINGS), (Severity::Advice, &says::ADVICES)]
                                .map(|(severity, words)| {
                                    let on = move || severities.with(|on| on.get(severity as usize).copied().unwrap_or(true));
                                    let set = move |event| severities.update(|on| {
                                        if let Some(on) = on.get_mut(severity as usize) {
                                            *on = event_target_checked(&event);
                                        }
                                    });
                                    view! { <label class="check"><input type="checkbox" prop:checked=on on:change=set/>{space.say(words)}</label> }
                                }).collect_view()}
                            <label class="check"><input type="checkbox" prop:checked=only_here
                                on:change=move |event| only_here.set(event_target_checked(&event))/>
                                {space.say(&says::ONLY_THIS_PLAN)}</label>
                        </fieldset>
                    </div>
                    {move || found.with(|found| list(space, found, open))}
                    {move || found.with(Vec::is_empty).then(|| view! {
                        <p class="item"><span></span>{space.say(&says::NO_RULE_FOUND)}
                            <span class="end"><button class="button" type="button" on:click=move |_| {
                                query.set(String::new());
                                severities.set([true; 3]);
                                only_here.set(false);
                            }>{space.say(&says::CLEAR_SEARCH)}</button></span></p>
                    })}
                </div>
            </section>
            <section class="pane pane-b" aria-labelledby="rule-heading">{move || page::page(space, open.get(), found)}</section>
            <fieldset class="dock">
                <legend class="hidden">{space.say(&says::VIEW)}</legend>
                <label><input class="hidden" type="radio" name="show" id="show-a" prop:checked=move || !shows_page.get()
                    on:change=move |_| shows_page.set(false)/><span>{icon("menu")}</span>
                    <span>{space.say(&says::CATALOGUE)}</span></label>
                <label><input class="hidden" type="radio" name="show" id="show-b" prop:checked=shows_page
                    on:change=move |_| shows_page.set(true)/><span>{icon("source")}</span>
                    <span>{space.say(&says::RULE)}</span></label>
            </fieldset>
        </main>
    }
}

/// Whether a rule has a word anywhere a reader would look for it.
fn says_word(rule: &Rule, word: &str, language: Language) -> bool {
    let has = |text: &str| text.to_lowercase().contains(word);
    has(rule.id)
        || has(rule.name)
        || has(rule.title.in_language(language))
        || has(rule.why.in_language(language))
        || rule.fields.iter().any(|field| has(field))
        || rule
            .sources
            .iter()
            .any(|source| has(source.page.title) || has(source.says.in_language(language)))
}

/// The rules that were found, by area.
fn list(space: Workspace, found: &[&'static str], open: Memo<Option<String>>) -> AnyView {
    let language = space.language.get();
    let area = |area: Area| {
        let all = rules::all().filter(|rule| rule.area == area).count() as i64;
        let shown: Vec<&'static Rule> = found
            .iter()
            .filter_map(|id| rules::find(id))
            .filter(|rule| rule.area == area)
            .collect();
        let count = Message::new(&says::OF, [Arg::Number(shown.len() as i64), all.into()]).text(language);
        (!shown.is_empty()).then(|| view! {
            <h3 class="item group"><span></span><span>{area.title().in_language(language)}</span><span class="end">{count}</span></h3>
            <ul>{shown.into_iter().map(|rule| item(rule, language, open)).collect_view()}</ul>
        })
    };
    Area::ALL.map(area).into_iter().flatten().collect_view().into_any()
}

fn item(rule: &'static Rule, language: Language, open: Memo<Option<String>>) -> AnyView {
    let current = move || {
        open.get()
            .is_some_and(|id| id.eq_ignore_ascii_case(rule.id))
            .then_some("true")
    };
    let field = rule.fields.first().map(|field| path::last(field)).unwrap_or_default();
    view! {
        <li><a class="item" href=Route::Rules(Some(rule.id.to_owned())).href() aria-current=current>
            {severity_mark(rule.severity, language)}
            <span>{rule.title.in_language(language)}<span class="under"><code>{rule.name}</code>" · "{field}</span></span>
            <span class="end id">{rule.id}</span>
        </a></li>
    }
    .into_any()
}
