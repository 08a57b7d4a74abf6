//! What every room is made of: icons, messages, sources, code.

mod code;
mod sources;

pub use code::{CodeLine, code_block, code_html, lines_of};
pub use sources::{page_link, read_time, source_chips, source_popover, sources_list};

use leptos::prelude::*;

use crate::ui::dom::{Done, Made, View, el, flag, ticked};

use super::says;
use super::workspace::Workspace;
use crate::rules::Severity;
use crate::words::{Arg, Language, Message, Noun, Part, Words, nouns};

/// An icon beside a word: assistive technology passes it over.
pub fn icon(name: &str) -> View {
    drawn("icon", name).attr("aria-hidden", "true").done()
}

/// An icon with a class of its own.
pub fn drawn(class: &str, name: &str) -> Made {
    el("svg")
        .class(class)
        .child(el("use").attr("href", format!("icons.svg#i-{name}")))
}

/// The mark of a severity beside a word.
pub fn severity_icon(severity: Severity) -> View {
    toned_icon(severity.name())
}

/// An icon in the colour of its name, beside a word.
pub fn toned_icon(name: &str) -> View {
    drawn(&format!("icon {name}"), name).attr("aria-hidden", "true").done()
}

/// The mark of a severity that stands alone and says its name.
pub fn severity_mark(severity: Severity, language: Language) -> View {
    let name = severity.name();
    drawn(&format!("icon {name}"), name)
        .attr("role", "img")
        .attr("aria-label", severity_name(severity).in_language(language))
        .done()
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

/// `14 of 211`.
pub fn of(some: usize, all: usize, language: Language) -> String {
    Message::new(&says::OF, [some as i64, all as i64].map(Arg::Number)).text(language)
}

/// The dock of a narrow screen, where one of two panes is shown.
pub fn two_panes_dock(
    space: Workspace,
    second: RwSignal<bool>,
    (first_icon, first): (&'static str, &'static str),
    (second_icon, other): (&'static str, View),
) -> View {
    let pane = |id, icon_name, words: View, shows: bool| {
        el("label")
            .child(
                el("input")
                    .class("hidden")
                    .attr("type", "radio")
                    .attr("name", "show")
                    .attr("id", id)
                    .checked(flag(move || second.get() == shows))
                    .on("change", ticked(move |_| second.set(shows))),
            )
            .child(el("span").child(icon(icon_name)))
            .child(el("span").child(words))
    };
    el("fieldset")
        .class("dock")
        .child(el("legend").class("hidden").child(space.say(&says::VIEW)))
        .child(pane("show-a", first_icon, first.into(), false))
        .child(pane("show-b", second_icon, other, true))
        .done()
}

/// A titled block of a pane.
pub fn block(id: &str, title: &str, body: View) -> View {
    el("section")
        .class("block")
        .child(el("header").child(el("h4").attr("id", id).child(title)))
        .child(body)
        .done()
}

/// A notice across a pane, with something to do at its end.
pub fn notice(severity: Severity, words: View, end: View) -> View {
    el("div")
        .class(format!("item notice {}", severity.name()))
        .attr("role", "note")
        .child(severity_icon(severity))
        .child(el("p").child(words))
        .child(el("span").class("end").child(end))
        .done()
}

/// A message with its value marks.
pub fn message(message: &Message, language: Language) -> View {
    pieces(message.parts(language))
}

/// A text without arguments, with its value marks.
pub fn marked(words: &'static Words, language: Language) -> View {
    pieces(words.parts(language))
}

fn pieces(parts: Vec<Part>) -> View {
    let piece = |part| match part {
        Part::Text(text) => text.done(),
        Part::Strong(text) => el("b").child(text).done(),
        Part::Value(value) => el("code").class("value").child(value).done(),
    };
    parts.into_iter().map(piece).collect::<View>()
}
