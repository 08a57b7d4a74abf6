//! The draft that was there before a link was opened: kept until it is brought back or deleted.

use leptos::prelude::*;

use super::{button, says};
use crate::input::{parse, read};
use crate::link::Contents;
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::dom::{Done, View, el, side_by_side};
use crate::ui::parts::notice as across;
use crate::ui::workspace::Workspace;
use crate::words::Message;

/// Where it is kept.
const BEFORE: &str = "draft-before";

/// Whether there is one.
pub(super) fn is_there() -> RwSignal<bool> {
    RwSignal::new(browser::kept(BEFORE).is_some())
}

/// Sets the draft aside. One that came from a link as it is gives way to an older one of the reader's own.
pub(super) fn set(draft: &str, aside: RwSignal<bool>) {
    if browser::kept(BEFORE).is_some() && is_of_a_link(draft) {
        return;
    }
    aside.set(browser::keep(BEFORE, draft));
}

/// Whether a text is exactly what opening a link gives.
fn is_of_a_link(text: &str) -> bool {
    let contents = read(text).root.ok().and_then(|root| Contents::of_plan(&root, true));
    let again = contents.and_then(|contents| parse(&contents.json).ok());
    again.is_some_and(|root| root.to_pretty_json() + "\n" == text)
}

/// What says that there is one.
pub(super) fn notice(space: Workspace, aside: RwSignal<bool>) -> View {
    let leave = move || {
        browser::forget(BEFORE);
        aside.set(false);
        browser::after_paint(|| browser::focus("main"));
    };
    let bring_back = move || {
        if let Some(draft) = browser::kept(BEFORE) {
            space.replace(&draft, &says::BROUGHT_BACK);
        }
        leave();
    };
    let delete = move || {
        space.said.set(Some(Message::from(&says::DISCARDED)));
        leave();
    };
    let buttons = side_by_side([
        button(space, "button small", &says::BRING_BACK, bring_back)
            .attr("id", "bring-back")
            .done(),
        button(space, "button small", &says::DISCARD, delete).done(),
    ]);
    el("div")
        .class("above")
        .attr("role", "status")
        .child(across(Severity::Advice, space.say(&says::SET_ASIDE).into(), buttons))
        .done()
}
