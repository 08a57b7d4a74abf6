//! What is kept of a submission for the next visit: where it went, and its note. No body, no secret, no token.

use std::sync::Arc;

use leptos::prelude::*;

use super::place::Place;
use super::session::Session;
use super::stage::{self, Stage};
use crate::arm::{PutPool, Submission};
use crate::input::parse;
use crate::model::Node;
use crate::ui::browser;

const KEY: &str = "submission";

/// What an earlier visit kept.
pub fn kept() -> Option<Node> {
    let node = parse(&browser::kept(KEY)?).ok()?;
    place(&node).and(node.get("note")).is_some().then_some(node)
}

/// Where it went.
pub fn place(kept: &Node) -> Option<Place> {
    Place::of_name(kept.get("place")?.as_text()?)
}

/// The name of its pool.
pub fn pool(kept: &Node) -> &str {
    kept.at("/note/pool").and_then(Node::as_text).unwrap_or_default()
}

/// The submission that goes on with it.
pub fn resumed(kept: &Node, request: Option<Arc<PutPool>>) -> Option<Submission> {
    Submission::resume(kept.get("note")?, request)
}

/// Keeps what goes on, and no longer what does not.
pub fn keep(session: Session) {
    let note = session.submission.with_untracked(|submission| {
        let submission = submission.as_ref()?;
        let note = submission.note();
        let phase = note.get("phase").and_then(Node::as_text).unwrap_or_default();
        let over = stage::of(Some(submission)) == Stage::Over;
        // Of what ended only a call is worth keeping of which nobody knows whether it was carried out.
        let goes_on = phase != "looking" && !(over && matches!(phase, "watching" | "deleting"));
        goes_on.then_some(note)
    });
    match note {
        Some(note) => {
            let place = session.place.get_untracked().name();
            let node = Node::object([("place", Node::text(place)), ("note", note)]);
            browser::keep(KEY, &node.to_json());
        }
        None if session.earlier.with_untracked(Option::is_some) => {}
        None => forget(),
    }
}

/// Keeps nothing.
pub fn forget() {
    browser::forget(KEY);
}
