//! What is kept of a submission for the next visit: where it went, and its note. No body, no secret, no token. All tabs
//! share the place where it is kept, and there is room for one run: the tab that wrote last has it, and the others that
//! are open, which hear of that, write no more until they are loaded anew, and say so.

use std::sync::Arc;

use leptos::prelude::*;

use super::place::Place;
use super::says;
use super::session::Session;
use super::stage::{self, Stage};
use crate::arm::{PutPool, Submission};
use crate::input::parse;
use crate::model::Node;
use crate::ui::browser;
use crate::words::Words;

const KEY: &str = "submission";
/// Where the practice cloud is kept.
pub const PRACTICE: &str = "practice";

// What is not kept, and why: the browser did not take it, or another tab keeps its own.
const REFUSED: u32 = 1;
const REFUSED_PRACTICE: u32 = 2;
const ELSEWHERE: u32 = 4;
const ELSEWHERE_PRACTICE: u32 = 8;

thread_local! {
    static UNKEPT: ArcRwSignal<u32> = {
        browser::on_kept_elsewhere(|key| match key {
            KEY => note_unkept(ELSEWHERE, true),
            PRACTICE => note_unkept(ELSEWHERE_PRACTICE, true),
            _ => {}
        });
        ArcRwSignal::new(0)
    };
}

fn note_unkept(why: u32, is_so: bool) {
    let unkept = UNKEPT.with(ArcRwSignal::clone);
    let before = unkept.get_untracked();
    let now = match is_so {
        true => before | why,
        false => before & !why,
    };
    if now != before {
        unkept.set(now);
    }
}

fn is_unkept(why: u32) -> bool {
    UNKEPT.with(|unkept| unkept.get_untracked() & why != 0)
}

/// Why the run of this page cannot be taken up again on a later visit; nothing when it can.
pub fn unkept(session: Session) -> Option<&'static Words> {
    let why = UNKEPT.with(ArcRwSignal::clone).get();
    // Elsewhere than in the practice cloud of the page nothing is lost with that cloud.
    let (refused, elsewhere) = match session.place.get() {
        Place::Practice => (REFUSED | REFUSED_PRACTICE, ELSEWHERE | ELSEWHERE_PRACTICE),
        _ => (REFUSED, ELSEWHERE),
    };
    if why & elsewhere != 0 {
        return Some(&says::KEPT_ELSEWHERE);
    }
    (why & refused != 0).then_some(&says::NOT_KEPT)
}

/// Keeps the practice cloud, unless another tab keeps its own.
pub fn keep_practice(text: &str) {
    if !is_unkept(ELSEWHERE_PRACTICE) {
        note_unkept(REFUSED_PRACTICE, !browser::keep(PRACTICE, text));
    }
}

/// What an earlier visit kept.
pub fn kept() -> Option<Node> {
    // From now on it is heard when another tab keeps something.
    UNKEPT.with(|_| ());
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
    // A note without its practice cloud is of no use, so neither is kept over what another tab has.
    let in_practice = session.place.get_untracked() == Place::Practice;
    if is_unkept(ELSEWHERE) || in_practice && is_unkept(ELSEWHERE_PRACTICE) {
        return;
    }
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
            note_unkept(REFUSED, !browser::keep(KEY, &node.to_json()));
        }
        None if session.earlier.with_untracked(Option::is_some) => {}
        None => forget(),
    }
}

/// Keeps nothing; what another tab keeps stays.
pub fn forget() {
    if !is_unkept(ELSEWHERE) {
        browser::forget(KEY);
    }
}
