//! The findings, grouped by what they mean.

use leptos::prelude::*;

use crate::analysis::Located;
use crate::form;
use crate::rules::{Fix, Severity};
use crate::ui::browser;
use crate::ui::parts::{SourceChips, basis_name, icon, message, severity_icon, severity_means};
use crate::ui::route::{PlanView, Route, Verdict};
use crate::ui::says;
use crate::ui::workspace::{Workspace, keys};
use crate::words::{Arg, Language, Message, Noun, nouns};

/// A finding as it is shown: what the list is keyed by, so that what did not change is not touched.
#[derive(Clone)]
struct Shown {
    key: String,
    located: Located,
    field: Option<String>,
    language: Language,
}

impl Shown {
    /// Everything that is seen of it.
    fn identity(&self) -> String {
        let said = self.located.finding.message.text(self.language);
        format!(
            "{} {} {} {said}",
            self.key,
            self.located.position.line,
            self.language.code()
        )
    }
}

/// The list of findings.
#[component]
pub fn Findings() -> impl IntoView {
    let space = Workspace::here();
    let shown = move |severity: Severity| {
        let language = space.language.get();
        space.analysis.with(|analysis| {
            let plan = analysis.plan();
            let all = keys(&analysis.findings);
            let pairs = analysis
                .findings
                .iter()
                .zip(all)
                .filter(|(located, _)| located.finding.severity == severity);
            pairs
                .map(|(located, key)| {
                    let owner = plan
                        .as_ref()
                        .and_then(|plan| form::owner(located.finding.place.path(), plan));
                    let field = owner.and_then(|(section, field)| form::SECTIONS.get(section)?.fields.get(field));
                    let field = field.map(|field| super::form::field_id(field.path));
                    Shown {
                        key,
                        located: located.clone(),
                        field,
                        language,
                    }
                })
                .collect::<Vec<_>>()
        })
    };
    let none = Memo::new(move |_| space.analysis.with(|analysis| analysis.findings.is_empty()));
    Effect::new(move |_| {
        if let Some(key) = space.current_key() {
            browser::after_paint(move || {
                browser::unfold(&format!("fold-{key}"));
                browser::scroll_to(&format!("finding-{key}"));
            });
        }
    });
    view! {
        <div class="body" id="findings">
            {move || space.waits.get().then(|| waiting(space))}
            {move || none.get().then(|| view! {
                <p class="item"><span class="pass">{icon("pass")}</span>{space.say(&says::NO_FINDINGS)}</p>
            })}
            {Severity::ALL.map(|severity| {
                let count = Memo::new(move |_| shown(severity).len());
                view! {
                    <Show when=move || (count.get() > 0)>
                        <Group severity count/>
                        <ul>
                            <For each=move || shown(severity) key=Shown::identity let:one>
                                {one_finding(space, one)}
                            </For>
                        </ul>
                    </Show>
                }
            }).collect_view()}
        </div>
    }
}

/// The notice that a very large text is checked on demand.
pub fn waiting(space: Workspace) -> AnyView {
    let size = (space.text().len() as i64, &nouns::BYTES);
    let words = Message::new(&says::LARGE, [Arg::Count(size.0, size.1)]).text(space.language.get());
    view! {
        <div class="item notice warning" role="note">
            {severity_icon(Severity::Warning)}<p>{words}</p>
            <span class="end"><button class="button" type="button" on:click=pressed(move || space.check_now())>
                {icon("again")}{space.say(&says::CHECK_NOW)}
            </button></span>
        </div>
    }
    .into_any()
}

#[component]
fn Group(severity: Severity, count: Memo<usize>) -> impl IntoView {
    let space = Workspace::here();
    let noun: &'static Noun = match severity {
        Severity::Error => &nouns::ERRORS,
        Severity::Warning => &nouns::WARNINGS,
        Severity::Advice => &nouns::ADVICE,
    };
    let name = severity.name();
    let head = move || Message::new(&says::IT, [Arg::Count(count.get() as i64, noun)]).text(space.language.get());
    view! {
        <h3 class=format!("item group {name}") id=format!("group-{name}") tabindex="-1">
            {severity_icon(severity)}<span>{head}</span><span class="end">{space.say(severity_means(severity))}</span>
        </h3>
    }
}

fn one_finding(space: Workspace, shown: Shown) -> AnyView {
    let Shown {
        key,
        located,
        field,
        language,
    } = shown;
    let finding = located.finding;
    let severity = finding.severity;
    let current = {
        let key = key.clone();
        Memo::new(move |_| space.current_key().as_deref() == Some(key.as_str()))
    };
    let said = message(&finding.message, language);
    let body = view! {
        <p class="why">{message(&finding.reason(), language)}</p>
        <SourceChips sources=finding.sources basis=basis_name(finding.basis).in_language(language) language/>
    };
    let line = Message::new(&says::LINE, [Arg::Number(located.position.line as i64)]).text(language);
    let acts = view! {
        <div class="acts">
            <p class="where"><a class="id" href=Route::Rules(Some(finding.rule.id.to_owned())).href()>{finding.rule.id}</a>" · "{line}</p>
            {finding.fixes.into_iter().map(|fix| fix_button(space, fix, true)).collect_view()}
            {go_button(space, field, located.span, language)}
        </div>
    };
    let inner = if severity == Severity::Advice {
        view! {
            <details id=format!("fold-{key}") open=move || current.get()>
                <summary class="item">{severity_icon(severity)}<h4>{said}</h4>{icon("down")}</summary>
                <div class="finding-grid"><span></span><div>{body}</div>{acts}</div>
            </details>
        }
        .into_any()
    } else {
        view! { <div class="finding-grid">{severity_icon(severity)}<div><h4>{said}</h4>{body}</div>{acts}</div> }
            .into_any()
    };
    view! {
        <li class="finding" id=format!("finding-{key}") tabindex="-1" aria-current=move || current.get().then_some("true")>{inner}</li>
    }
    .into_any()
}

/// Goes to the field of the form, or to the place in the text.
fn go_button(space: Workspace, field: Option<String>, span: std::ops::Range<usize>, language: Language) -> AnyView {
    let in_form = field.clone().filter(|_| space.plan_view() == PlanView::Form);
    let words = if in_form.is_some() {
        &says::GO_TO_FIELD
    } else {
        &says::GO_TO_TEXT
    };
    let go = move |_| {
        space.shows_verdict.set(false);
        match &in_form {
            Some(id) => browser::focus_within(id),
            None => {
                let verdict = space.route.with_untracked(|route| match route {
                    Route::Plan(_, verdict) => verdict.clone(),
                    Route::Rules(_) => Verdict::Findings(None),
                });
                space.go(&Route::Plan(PlanView::Text, verdict));
                let text = space.text();
                let start = crate::input::utf16_of_byte(&text, span.start);
                let end = crate::input::utf16_of_byte(&text, span.end);
                // The editor comes first where the form was shown.
                browser::later(30, move || browser::select("plan-text", start, end));
            }
        }
    };
    view! { <button class="button plain" type="button" on:click=go>{icon("goto")}{words.in_language(language)}</button> }.into_any()
}

/// The button that applies a fix.
pub fn fix_button(space: Workspace, fix: Fix, named: bool) -> AnyView {
    let language = space.language.get_untracked();
    let title = fix.title.plain(language);
    let words = if named {
        Message::new(&says::SET_TO, [Arg::Text(lower_first(&title))]).text(language)
    } else {
        title.clone()
    };
    let apply = move |_| {
        let done = Message::new(&says::FIXED, [Arg::Text(title.clone())]);
        space.edit(&fix.edits, Some(done), false);
    };
    view! { <button class="button fix" type="button" on:click=apply>{icon("fix")}{words}</button> }.into_any()
}

/// A title within a sentence. A value or a name keeps its letter case: only a plain word loses its capital.
fn lower_first(title: &str) -> String {
    let mut chars = title.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(chars).collect(),
        _ => title.to_owned(),
    }
}
