//! What an earlier visit left under way, and the ways on; and what a later visit will not find.

use leptos::prelude::*;

use super::place::Place;
use super::session::Session;
use super::{keep, says};
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::dom::{Done, View, dynamic, el, flag, nothing, pressed, side_by_side, text_memo};
use crate::ui::parts::{marked, message, notice};
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, Words};

/// Says that what runs here is not kept for a later visit, where it is not.
pub fn not_kept(session: Session) -> View {
    let space = Workspace::here();
    let runs = flag(move || session.submission.with(Option::is_some));
    let said = text_memo(move || match keep::unkept(session).filter(|_| runs.get()) {
        Some(words) => space.say(words).to_owned(),
        None => String::new(),
    });
    el("div")
        .attr("id", "not-kept")
        .attr("role", "status")
        .child(dynamic(move || match said.get() {
            said if said.is_empty() => nothing(),
            said => notice(Severity::Warning, said.done(), nothing()),
        }))
        .done()
}

/// The notice of it.
pub fn notice_of(session: Session) -> View {
    let space = Workspace::here();
    let language = space.language.get_untracked();
    dynamic(move || {
        let Some((pool, place)) = session.earlier.with(|kept| {
            kept.as_ref()
                .and_then(|kept| Some((keep::pool(kept).to_owned(), keep::place(kept)?)))
        }) else {
            return nothing();
        };
        let name: &'static Words = match place {
            Place::Practice => &says::PRACTICE,
            Place::Server => &says::SERVER,
            Place::Azure(_) => &says::AZURE,
        };
        let words = Message::new(&says::EARLIER_IN, [Arg::from(pool), Arg::Term(name)]);
        let token = place
            .is_azure()
            .then(|| side_by_side([" ".done(), marked(&says::EARLIER_TOKEN, language)]));
        let button = |class: &str, id: &str, words: &'static Words, press: crate::ui::dom::Handler| {
            el("button")
                .class(class)
                .attr("type", "button")
                .attr("id", id.to_owned())
                .on("click", press)
                .child(space.say(words))
                .done()
        };
        let go_on = move || {
            session.resume(space);
            browser::after_paint(|| browser::focus_shown(&["watch", "call", "token"]));
        };
        let let_go = move || {
            session.forget_earlier();
            browser::after_paint(|| browser::focus("call"));
        };
        let buttons = side_by_side([
            button("button", "earlier-go-on", &says::GO_ON, pressed(go_on)),
            button("button plain", "earlier-let-go", &says::LET_GO, pressed(let_go)),
        ]);
        el("section")
            .attr("id", "earlier")
            .attr("aria-label", space.say(&says::EARLIER))
            .child(notice(
                Severity::Advice,
                side_by_side([message(&words, language), token.done()]),
                buttons,
            ))
            .done()
    })
}
