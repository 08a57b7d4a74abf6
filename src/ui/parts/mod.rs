//! What every room is made of: icons, messages, sources, code.

mod code;
mod erase;
mod sources;

pub use code::{CodeBlock, CodeLine, code_html, lines_of};
pub use erase::{count_memo, dynamic, flag, follow, given, instead, pressed, text, text_memo, ticked};
pub use sources::{SourceChips, SourcePopover, disagree};

use leptos::prelude::*;

use super::says;
use super::workspace::Workspace;
use crate::rules::{Basis, Severity};
use crate::words::{Language, Message, Noun, Part, Words, nouns};

/// An icon beside a word: assistive technology passes it over.
pub fn icon(name: &'static str) -> AnyView {
    view! { <svg class="icon" aria-hidden="true"><use href=format!("icons.svg#i-{name}")/></svg> }.into_any()
}

/// The mark of a severity beside a word.
pub fn severity_icon(severity: Severity) -> AnyView {
    let name = severity.name();
    view! { <svg class=format!("icon {name}") aria-hidden="true"><use href=format!("icons.svg#i-{name}")/></svg> }
        .into_any()
}

/// The mark of a severity that stands alone and says its name.
pub fn severity_mark(severity: Severity, language: Language) -> AnyView {
    let name = severity.name();
    let label = severity_name(severity).in_language(language);
    view! { <svg class=format!("icon {name}") role="img" aria-label=label><use href=format!("icons.svg#i-{name}")/></svg> }.into_any()
}

/// What a severity is called.
pub fn severity_name(severity: Severity) -> &'static Words {
    match severity {
        Severity::Error => &says::ERROR,
        Severity::Warning => &says::WARNING,
        Severity::Advice => &says::ADVICE,
    }
}

/// What is counted of a severity.
pub fn severity_noun(severity: Severity) -> &'static Noun {
    match severity {
        Severity::Error => &nouns::ERRORS,
        Severity::Warning => &nouns::WARNINGS,
        Severity::Advice => &nouns::ADVICE,
    }
}

/// What a severity means.
pub fn severity_means(severity: Severity) -> &'static Words {
    match severity {
        Severity::Error => &says::ERROR_MEANS,
        Severity::Warning => &says::WARNING_MEANS,
        Severity::Advice => &says::ADVICE_MEANS,
    }
}

/// What a basis is called.
pub fn basis_name(basis: Basis) -> &'static Words {
    match basis {
        Basis::Documented => &says::DOCUMENTED,
        Basis::Contract => &says::CONTRACT,
        Basis::Derived => &says::DERIVED_BASIS,
        Basis::Account => &says::ACCOUNT_BASIS,
    }
}

/// The dock of a narrow screen, where one of two panes is shown.
pub fn two_panes_dock(
    space: Workspace,
    second: RwSignal<bool>,
    (first_icon, first): (&'static str, &'static str),
    (second_icon, other): (&'static str, AnyView),
) -> AnyView {
    view! {
        <fieldset class="dock">
            <legend class="hidden">{space.say(&says::VIEW)}</legend>
            <label>
                <input class="hidden" type="radio" name="show" id="show-a" prop:checked=flag(move || !second.get())
                    on:change=ticked(move |_| second.set(false))/>
                <span>{icon(first_icon)}</span><span>{first}</span>
            </label>
            <label>
                <input class="hidden" type="radio" name="show" id="show-b" prop:checked=flag(move || second.get())
                    on:change=ticked(move |_| second.set(true))/>
                <span>{icon(second_icon)}</span><span>{other}</span>
            </label>
        </fieldset>
    }
    .into_any()
}

/// A notice across a pane, with something to do at its end.
pub fn notice(severity: Severity, words: AnyView, end: AnyView) -> AnyView {
    view! {
        <div class=format!("item notice {}", severity.name()) role="note">
            {severity_icon(severity)}<p>{words}</p><span class="end">{end}</span>
        </div>
    }
    .into_any()
}

/// A message with its value marks.
pub fn message(message: &Message, language: Language) -> AnyView {
    pieces(message.parts(language))
}

/// A text without arguments, with its value marks.
pub fn marked(words: &'static Words, language: Language) -> AnyView {
    pieces(words.parts(language))
}

fn pieces(parts: Vec<Part>) -> AnyView {
    let piece = |part| match part {
        Part::Text(text) => text.into_any(),
        Part::Strong(text) => view! { <b>{text}</b> }.into_any(),
        Part::Value(value) => view! { <code class="value">{value}</code> }.into_any(),
    };
    parts.into_iter().map(piece).collect_view().into_any()
}
