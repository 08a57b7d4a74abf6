//! The findings, grouped by what they mean.

use std::ops::Range;

use leptos::prelude::*;

use crate::analysis::Located;
use crate::form;
use crate::input;
use crate::rules::{Fix, Severity};
use crate::ui::browser;
use crate::ui::parts::{
    SourceChips, basis_name, dynamic, flag, follow, icon, message, notice, pressed, severity_icon, severity_means,
    severity_noun, text_memo,
};
use crate::ui::route::{PlanView, Route};
use crate::ui::says;
use crate::ui::workspace::{Workspace, keys};
use crate::words::{Arg, Message, nouns};

/// The list of findings.
#[component]
pub fn Findings() -> impl IntoView {
    let space = Workspace::here();
    follow(move || {
        if let Some(key) = space.current_key() {
            browser::after_paint(move || {
                browser::unfold(&format!("fold-{key}"));
                browser::scroll_to(&format!("finding-{key}"));
            });
        }
    });
    // The list is made anew only when it reads differently; most keystrokes change nothing in it.
    let identity = text_memo(move || {
        let language = space.language.get_untracked();
        let mut all = if space.plan_view() == PlanView::Form {
            "form".to_owned()
        } else {
            "text".to_owned()
        };
        space.analysis.with(|analysis| {
            for located in &analysis.findings {
                all.push_str(&format!(
                    "{} {:?} {}",
                    located.finding.rule.id,
                    located.span,
                    located.finding.message.text(language)
                ));
            }
        });
        all
    });
    let list = dynamic(move || {
        identity.track();
        untrack(|| groups(space))
    });
    let waits = dynamic(move || {
        if space.waits.get() {
            waiting(space)
        } else {
            ().into_any()
        }
    });
    view! { <div class="body" id="findings">{waits}{list}</div> }
}

fn groups(space: Workspace) -> AnyView {
    space.analysis.with(|analysis| {
        if analysis.findings.is_empty() {
            return view! {
                <p class="item"><svg class="icon pass" aria-hidden="true"><use href="icons.svg#i-pass"/></svg>
                    <span>{space.say(&says::NO_FINDINGS)}</span></p>
            }
            .into_any();
        }
        let plan = analysis.plan();
        let all = keys(&analysis.findings);
        let group = |severity: Severity| {
            let mut shown = Vec::new();
            for (located, key) in analysis.findings.iter().zip(&all) {
                if located.finding.severity == severity {
                    let owner = plan
                        .as_ref()
                        .and_then(|plan| form::owner(located.finding.place.path(), plan));
                    let field = owner.and_then(|(section, field)| form::SECTIONS.get(section)?.fields.get(field));
                    shown.push(one_finding(
                        space,
                        located,
                        key,
                        field.map(|field| super::form::field_id(field.path)),
                    ));
                }
            }
            if shown.is_empty() {
                ().into_any()
            } else {
                one_group(space, severity, shown)
            }
        };
        Severity::ALL.map(group).collect_view().into_any()
    })
}

fn one_group(space: Workspace, severity: Severity, shown: Vec<AnyView>) -> AnyView {
    let name = severity.name();
    let count = Arg::Count(shown.len() as i64, severity_noun(severity));
    let head = Message::new(&says::IT, [count]).text(space.language.get_untracked());
    view! {
        <h3 class=format!("item group {name}") id=format!("group-{name}") tabindex="-1">
            {severity_icon(severity)}<span>{head}</span><span class="end">{space.say(severity_means(severity))}</span>
        </h3>
        <ul>{shown.collect_view()}</ul>
    }
    .into_any()
}

/// The notice that a very large text is checked on demand.
pub fn waiting(space: Workspace) -> AnyView {
    let size = Arg::Count(space.text().len() as i64, &nouns::BYTES);
    let words = Message::new(&says::LARGE, [size]).text(space.language.get_untracked());
    let check = view! {
        <button class="button" type="button" id="check-now" on:click=pressed(move || space.check_now())>
            {icon("again")}{space.say(&says::CHECK_NOW)}
        </button>
    };
    notice(Severity::Warning, words.into_any(), check.into_any())
}

fn one_finding(space: Workspace, located: &Located, key: &str, field: Option<String>) -> AnyView {
    let language = space.language.get_untracked();
    let finding = &located.finding;
    let severity = finding.severity;
    let current = {
        let key = key.to_owned();
        flag(move || space.current_key().as_deref() == Some(key.as_str()))
    };
    let said = message(&finding.message, language);
    let basis = space.say(basis_name(finding.basis));
    let body = view! {
        <div>
            {if severity == Severity::Advice { ().into_any() } else { view! { <h4>{message(&finding.message, language)}</h4> }.into_any() }}
            <p class="why">{message(&finding.reason(), language)}</p>
            <SourceChips sources=finding.sources basis language/>
        </div>
    }
    .into_any();
    let line = Message::new(&says::LINE, [Arg::Number(located.position.line as i64)]).text(language);
    let fixes = finding
        .fixes
        .iter()
        .map(|fix| fix_button(space, fix.clone(), true))
        .collect_view();
    let acts = view! {
        <div class="acts">
            <p class="where">
                <a class="id" href=Route::Rules(Some(finding.rule.id.to_owned())).href()>{finding.rule.id}</a>{format!(" · {line}")}
            </p>
            {fixes}
            {go_button(space, field, located.span.clone())}
        </div>
    }
    .into_any();
    let inner = if severity == Severity::Advice {
        view! {
            <details id=format!("fold-{key}")>
                <summary class="item">{severity_icon(severity)}<h4>{said}</h4>{icon("down")}</summary>
                <div class="finding-grid"><span></span>{body}{acts}</div>
            </details>
        }
        .into_any()
    } else {
        view! { <div class="finding-grid">{severity_icon(severity)}{body}{acts}</div> }.into_any()
    };
    view! {
        <li class="finding" id=format!("finding-{key}") tabindex="-1" aria-current=current_mark(current)>{inner}</li>
    }
    .into_any()
}

fn current_mark(current: Signal<bool>) -> Signal<String> {
    crate::ui::parts::text(move || current.get().to_string())
}

/// Goes to the field of the form, or to the place in the text.
fn go_button(space: Workspace, field: Option<String>, span: Range<usize>) -> AnyView {
    let in_form = field.filter(|_| space.plan_view() == PlanView::Form);
    let words = space.say(if in_form.is_some() {
        &says::GO_TO_FIELD
    } else {
        &says::GO_TO_TEXT
    });
    let go = pressed(move || {
        space.shows_verdict.set(false);
        match in_form.clone() {
            Some(id) => browser::after_paint(move || browser::focus_within(&id)),
            None => go_to_text(space, &span),
        }
    });
    view! { <button class="button plain" type="button" on:click=go>{icon("goto")}{words}</button> }.into_any()
}

fn go_to_text(space: Workspace, span: &Range<usize>) {
    space.go(&Route::Plan(PlanView::Text, space.verdict()));
    let text = space.text();
    let (start, end) = (
        input::utf16_of_byte(&text, span.start),
        input::utf16_of_byte(&text, span.end),
    );
    // The editor comes first where the form was shown.
    browser::later(30, move || browser::select("plan-text", start, end));
}

/// The button that applies a fix.
pub fn fix_button(space: Workspace, fix: Fix, named: bool) -> AnyView {
    let language = space.language.get_untracked();
    let title = fix.title.plain(language);
    let words = match named {
        true => Message::new(&says::SET_TO, [Arg::Text(lower_first(&title))]).text(language),
        false => title.clone(),
    };
    let apply = pressed(move || {
        let done = Message::new(&says::FIXED, [Arg::Text(title.clone())]);
        space.edit(&fix.edits, Some(done), false);
    });
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
