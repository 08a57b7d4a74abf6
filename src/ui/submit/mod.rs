//! The pane that sends the pool: where to, with what token, what was read live, what the call is, how the nodes come.

mod call;
mod chart;
mod checks;
mod curve;
mod delete;
mod driver;
mod earlier;
mod explained;
mod fetching;
mod history;
mod holding;
mod keep;
mod next;
mod place;
mod practice;
mod refused;
mod says;
mod session;
mod shown;
mod stage;
mod token;
mod watch;
mod watch_says;

use leptos::prelude::{Get, untrack};

use crate::ui::dom::{Done, View, count_memo, dynamic, el, nothing};

use super::workspace::Workspace;
use place::Place;
use session::Session;

/// The pane.
pub fn pane() -> View {
    let space = Workspace::here();
    let session = Session::here();
    // What the pane reads while it is made is followed by its parts, not by whoever makes it.
    untrack(|| session.show());
    let simulated = count_memo(move || match session.place.get() {
        Place::Practice => 1,
        Place::Server => 2,
        Place::Azure(_) => 0,
    });
    let practice = dynamic(move || match simulated.get() {
        1 => practice::block(session),
        2 => practice::server_note(space),
        _ => nothing(),
    });
    el("div")
        .class("body")
        .child(
            el("div")
                .class("submit")
                .child(
                    el("div")
                        .child(place::block(session))
                        .child(token::block(session))
                        .child(practice)
                        .child(checks::block(session)),
                )
                .child(
                    el("div")
                        .child(earlier::notice_of(session))
                        .child(earlier::not_kept(session))
                        .child(call::block(session))
                        .child(watch::block(session))
                        .child(refused::block(session))
                        .child(next::block(session))
                        .child(history::block(session)),
                ),
        )
        .done()
}
