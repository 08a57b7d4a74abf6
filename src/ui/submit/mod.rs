//! The pane that sends the pool: where to, with what token, what was read live, what the call is, how the nodes come.

mod says;
mod session;

pub use session::{Place, Session};

use crate::ui::dom::{Done, View, el};

use super::workspace::Workspace;

/// The pane.
pub fn pane() -> View {
    let space = Workspace::here();
    let _ = Session::here();
    el("div")
        .class("body")
        .child(
            el("div")
                .class("submit")
                .child(el("h3").child(space.say(&says::SEND_TO))),
        )
        .done()
}
