//! Links on the page: the dialog that makes one, the one that opens one, and the draft that was set aside for it.

mod aside;
mod make;
mod open;
mod says;

pub use open::opened;

use leptos::prelude::*;

use super::browser;
use super::dom::{Done, Made, View, dynamic, el, nothing, pressed, side_by_side, text_memo};
use super::route::Route;
use super::workspace::Workspace;
use crate::words::Words;

/// All of it. Made once what judges is there.
pub fn links() -> View {
    let space = Workspace::here();
    let aside = aside::is_there();
    let link = text_memo(move || {
        space.route.with(|route| match route {
            Route::Link(fragment) => fragment.clone(),
            _ => String::new(),
        })
    });
    side_by_side([
        dynamic(move || {
            if aside.get() {
                aside::notice(space, aside)
            } else {
                nothing()
            }
        })
        .done(),
        dynamic(move || {
            if space.shares.get() {
                untrack(|| make::dialog(space))
            } else {
                nothing()
            }
        })
        .done(),
        dynamic(move || {
            let link = link.get();
            if link.is_empty() {
                nothing()
            } else {
                untrack(|| open::opening(space, link, aside))
            }
        })
        .done(),
    ])
    .done()
}

/// A dialog that is shown as soon as it stands in the page, or when somebody asks for it.
fn framed(id: &'static str, title_id: &'static str) -> Made {
    el("dialog").attr("id", id).attr("aria-labelledby", title_id)
}

/// The title of a dialog, which has the focus first.
fn title(id: &'static str, words: &'static str) -> Made {
    el("h2")
        .class("title")
        .attr("id", id)
        .attr("tabindex", "-1")
        .attr("autofocus", true)
        .child(words)
}

/// A button with a word.
fn button(space: Workspace, class: &'static str, words: &'static Words, call: impl Fn() + 'static) -> Made {
    el("button")
        .class(class)
        .attr("type", "button")
        .on("click", pressed(call))
        .child(space.say(words))
}

/// Shows a dialog once it is in the page.
fn show(id: &'static str) {
    browser::after_paint(move || browser::show_dialog(id));
}
