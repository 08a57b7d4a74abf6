//! The pane that sends the pool: where to, with what token, what was read live, what the call is, how the nodes come.

mod call;
mod chart;
mod checks;
mod delete;
mod explained;
mod next;
mod refused;
mod says;
mod session;
mod shown;
mod stage;
mod watch;
mod watch_says;

pub use session::{Place, Session};

use crate::ui::dom::{Done, View, el};

use super::workspace::Workspace;

/// The pane.
pub fn pane() -> View {
    let space = Workspace::here();
    let session = Session::here();
    el("div")
        .class("body")
        .child(
            el("div")
                .class("submit")
                .child(
                    el("div")
                        .child(el("h3").child(space.say(&says::SEND_TO)))
                        .child(checks::block(session)),
                )
                .child(
                    el("div")
                        .child(call::block(session))
                        .child(watch::block(session))
                        .child(refused::block(session))
                        .child(next::block(session)),
                ),
        )
        .done()
}
