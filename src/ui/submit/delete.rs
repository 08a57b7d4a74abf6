//! The dialog that deletes the pool, once somebody has typed its name.

use leptos::prelude::*;

use super::session::Session;
use super::{shown, stage, watch, watch_says as says};
use crate::arm::submission::Action;
use crate::ui::browser;
use crate::ui::dom::{Done, View, dynamic, el, flag, given, instead, nothing, pressed, side_by_side, text};
use crate::ui::parts::{icon, marked, message};
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message};

const DIALOG: &str = "delete-pool";

/// The button.
pub fn button(session: Session, disabled: Signal<String>) -> View {
    let space = Workspace::here();
    let open = move || browser::after_paint(|| browser::show_dialog(DIALOG));
    let shown = RwSignal::new(false);
    let press = move || {
        let can = untrack(|| stage::with(session, |submission| watch::can(submission, Action::Delete)));
        if can.unwrap_or(false) {
            shown.set(true);
            open();
        }
    };
    let dialog = el("dialog")
        .attr("id", DIALOG)
        .attr("aria-labelledby", "delete-title")
        .on("close", pressed(move || shown.set(false)))
        .child(dynamic(move || match shown.get() {
            true => untrack(|| form(space, session)),
            false => nothing(),
        }));
    side_by_side([
        el("button")
            .class("button plain")
            .attr("type", "button")
            .attr("id", "delete")
            .attr("aria-disabled", disabled)
            .on("click", pressed(press))
            .child(icon("close"))
            .child(space.say(&says::DELETE))
            .done(),
        dialog.done(),
    ])
}

fn form(space: Workspace, session: Session) -> View {
    let language = space.language.get_untracked();
    let (name, planned) = session.submission.with_untracked(|submission| {
        let submission = submission.as_ref();
        let name = submission.map(|submission| submission.pool_name().to_owned());
        (
            name,
            submission.map(|submission| submission.planned_action(Action::Delete)),
        )
    });
    let (Some(name), Some(planned)) = (name, planned) else {
        return nothing();
    };
    let typed = RwSignal::new(String::new());
    let wanted = name.clone();
    let differs = flag(move || typed.with(|typed| *typed != wanted));
    let tried = RwSignal::new(false);
    let delete = move || {
        tried.set(true);
        if differs.get_untracked() {
            return browser::focus("delete-name");
        }
        let typed = typed.get_untracked();
        browser::close_dialog(DIALOG);
        let _ = stage::act(session, |submission| submission.delete(&typed));
    };
    let wrong = text(move || match tried.get() && differs.get() {
        true => space.say(&says::NAME_DIFFERS).to_owned(),
        false => String::new(),
    });
    let named = |words| message(&Message::new(words, [Arg::from(name.as_str())]), language);
    el("form")
        .on("submit", instead(delete))
        .child(
            el("h2")
                .class("title")
                .attr("id", "delete-title")
                .child(named(&says::DELETE_TITLE)),
        )
        .child(el("p").child(marked(planned.explains, language)))
        .child(shown::line(session.endpoint(), &planned.call))
        .child(el("label").attr("for", "delete-name").child(named(&says::DELETE_NAME)))
        .child(
            el("span").class("control").child(
                el("input")
                    .attr("id", "delete-name")
                    .attr("type", "text")
                    .attr("autocomplete", "off")
                    .attr("spellcheck", "false")
                    .attr("autofocus", true)
                    .attr("aria-describedby", "delete-wrong")
                    .value(text(move || typed.get()))
                    .on("input", given(move |text| typed.set(text))),
            ),
        )
        .child(el("p").attr("id", "delete-wrong").attr("role", "alert").child(wrong))
        .child(
            el("div")
                .class("buttons")
                .child(
                    el("button")
                        .class("button primary")
                        .attr("type", "submit")
                        .attr("id", "delete-it")
                        .child(space.say(&says::DELETE_IT)),
                )
                .child(
                    el("button")
                        .class("button plain")
                        .attr("type", "button")
                        .on("click", pressed(|| browser::close_dialog(DIALOG)))
                        .child(space.say(&crate::ui::says::CANCEL)),
                ),
        )
        .done()
}
