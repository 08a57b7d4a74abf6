//! The Rules room: the catalogue at the left, one rule at the right.

mod page;

use leptos::prelude::*;

use crate::ui::computed::Computed;
use crate::ui::dom::{
    Done, View, dynamic, el, flag, follow, given, nothing, pressed, side_by_side, text, text_memo, ticked,
};

use super::browser;
use super::parts::{marked, severity_mark, two_panes_dock};
use super::route::Route;
use super::says;
use super::verdict_line::verdict_line;
use super::workspace::Workspace;
use crate::model::path;
use crate::rules::{Area, Rule, Severity};
use crate::ui::judgement;
use crate::words::{Arg, Language, Message};

/// What is searched for.
#[derive(Clone, Default, PartialEq)]
struct Search {
    words: String,
    hidden: [bool; 3],
    only_here: bool,
}

/// The rules that were found.
type Found = Computed<Vec<&'static str>>;

fn find(space: Workspace, search: &Search) -> Vec<&'static str> {
    let words = browser::lower_case(&search.words);
    let language = space.language.get_untracked();
    let here: Vec<&'static str> = match search.only_here {
        true => space.analysis.with(|analysis| {
            analysis
                .findings
                .iter()
                .map(|located| located.finding.rule.id)
                .collect()
        }),
        false => Vec::new(),
    };
    let wanted = |rule: &&'static Rule| {
        !search.hidden.get(rule.severity as usize).copied().unwrap_or_default()
            && (!search.only_here || here.contains(&rule.id))
            && words.split_whitespace().all(|word| says_word(rule, word, language))
    };
    judgement::rules()
        .into_iter()
        .filter(wanted)
        .map(|rule| rule.id)
        .collect()
}

/// The room.
pub fn rules_room() -> View {
    let space = Workspace::here();
    let search = RwSignal::new(Search::default());
    let found: Found = Computed::new(move || find(space, &search.get()));
    let open = text_memo(move || {
        space.route.with(|route| match route {
            Route::Rules(id) => id.clone().unwrap_or_default(),
            _ => String::new(),
        })
    });
    let shows_page = RwSignal::new(false);
    follow(move || {
        let open = open.get();
        if !open.is_empty() {
            shows_page.set(true);
            browser::after_paint(move || browser::scroll_to(&format!("rule-{}", open.to_ascii_uppercase())));
        }
    });
    let total = judgement::rules().len() as i64;
    let count = Message::new(&says::RULES_COUNT, [total.into()]).text(space.language.get_untracked());
    let list = dynamic(move || found.with(|found| list(space, found, open, search)));
    el("main")
        .class("room")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(el("h1").class("hidden").child(space.say(&says::RULES)))
        .child(verdict_line())
        .child(
            el("section")
                .class("pane pane-a")
                .attr("aria-labelledby", "list-heading")
                .child(
                    el("header")
                        .child(el("h2").attr("id", "list-heading").child(space.say(&says::CATALOGUE)))
                        .child(el("div").class("tools").child(el("span").class("muted").child(count))),
                )
                .child(
                    el("div")
                        .class("body")
                        .child(toolbar(space, search, found, total))
                        .child(list),
                ),
        )
        .child(
            el("section")
                .class("pane pane-b")
                .attr("aria-labelledby", "rule-heading")
                .child(dynamic(move || {
                    page::page(space, Some(open.get()).filter(|id| !id.is_empty()), found)
                })),
        )
        .child(two_panes_dock(
            space,
            shows_page,
            ("menu", space.say(&says::CATALOGUE)),
            ("source", space.say(&says::RULE).done()),
        ))
        .done()
}

/// Search and filters.
fn toolbar(space: Workspace, search: RwSignal<Search>, found: Found, total: i64) -> View {
    let filter = |severity: Severity, words| {
        let index = severity as usize;
        let on = flag(move || search.with(|search| !search.hidden.get(index).copied().unwrap_or_default()));
        let set = ticked(move |on| {
            search.update(|search| {
                if let Some(hidden) = search.hidden.get_mut(index) {
                    *hidden = !on;
                }
            });
        });
        el("label")
            .class("check")
            .child(el("input").attr("type", "checkbox").checked(on).on("change", set))
            .child(space.say(words))
            .done()
    };
    let only = ticked(move |on| search.update(|search| search.only_here = on));
    let count = text(move || {
        let found = found.with(Vec::len) as i64;
        Message::new(&says::OF, [found.into(), total.into()]).text(space.language.get_untracked())
    });
    el("div")
        .class("toolbar find")
        .attr("role", "search")
        .child(
            el("span")
                .class("control")
                .child(
                    el("svg")
                        .class("icon lead")
                        .attr("aria-hidden", "true")
                        .child(el("use").attr("href", "icons.svg#i-search")),
                )
                .child(
                    el("input")
                        .attr("type", "search")
                        .attr("id", "rule-search")
                        .attr("aria-label", space.say(&says::SEARCH_RULE))
                        .attr("placeholder", space.say(&says::SEARCH_HINT))
                        .value(text(move || search.with(|search| search.words.clone())))
                        .on(
                            "input",
                            given(move |words| search.update(|search| search.words = words)),
                        ),
                )
                .child(el("span").class("unit").child(count)),
        )
        .child(
            el("fieldset")
                .class("field-set")
                .child(el("legend").class("hidden").child(space.say(&says::FILTERS)))
                .child(filter(Severity::Error, &says::ERRORS))
                .child(filter(Severity::Warning, &says::WARNINGS))
                .child(filter(Severity::Advice, &says::ADVICES))
                .child(
                    el("label")
                        .class("check")
                        .child(
                            el("input")
                                .attr("type", "checkbox")
                                .checked(flag(move || search.with(|search| search.only_here)))
                                .on("change", only),
                        )
                        .child(space.say(&says::ONLY_THIS_PLAN)),
                ),
        )
        .done()
}

/// Whether a rule has a word anywhere a reader would look for it.
fn says_word(rule: &Rule, word: &str, language: Language) -> bool {
    let has = |text: &str| browser::lower_case(text).contains(word);
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

/// The rules that were found, by area; the way back when there are none.
fn list(space: Workspace, found: &[&'static str], open: Computed<String>, search: RwSignal<Search>) -> View {
    let language = space.language.get_untracked();
    if found.is_empty() {
        let clear = pressed(move || search.set(Search::default()));
        return el("p")
            .class("item")
            .child(el("span"))
            .child(el("span").child(space.say(&says::NO_RULE_FOUND)))
            .child(
                el("span").class("end").child(
                    el("button")
                        .class("button")
                        .attr("type", "button")
                        .on("click", clear)
                        .child(space.say(&says::CLEAR_SEARCH)),
                ),
            )
            .done();
    }
    let area = |area: Area| {
        let all = judgement::rules().iter().filter(|rule| rule.area == area).count() as i64;
        let shown: Vec<&'static Rule> = found
            .iter()
            .filter_map(|id| judgement::rule(id))
            .filter(|rule| rule.area == area)
            .collect();
        if shown.is_empty() {
            return nothing();
        }
        let count = Message::new(&says::OF, [Arg::Number(shown.len() as i64), all.into()]).text(language);
        let items: View = shown.into_iter().map(|rule| item(rule, language, open)).collect();
        side_by_side([
            el("h3")
                .class("item group")
                .child(el("span"))
                .child(el("span").child(area.title().in_language(language)))
                .child(el("span").class("end").child(count))
                .done(),
            el("ul").child(items).done(),
        ])
    };
    Area::ALL.map(area).into_iter().collect()
}

fn item(rule: &'static Rule, language: Language, open: Computed<String>) -> View {
    let current = flag(move || open.with(|id| id.eq_ignore_ascii_case(rule.id)));
    let field = rule
        .fields
        .first()
        .map(|field| path::last(field))
        .filter(|field| !field.is_empty());
    let field = field.map_or_else(String::new, |field| format!(" · {field}"));
    el("li")
        .child(
            el("a")
                .class("item")
                .attr("id", format!("rule-{}", rule.id))
                .attr("href", Route::Rules(Some(rule.id.to_owned())).href())
                .current("true", current)
                .child(severity_mark(rule.severity, language))
                .child(
                    el("span").child(marked(&rule.title, language)).child(
                        el("span")
                            .class("under")
                            .child(el("code").child(rule.name))
                            .child(field),
                    ),
                )
                .child(el("span").class("end id").child(rule.id)),
        )
        .done()
}
