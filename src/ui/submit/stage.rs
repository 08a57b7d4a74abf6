//! Where the submission stands, as the parts of the pane tell it apart, and how they drive it.

use leptos::prelude::*;

use super::session::Session;
use crate::arm::Submission;
use crate::arm::submission::{Found, NotConfirmed, State};

/// What the pane shows of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing was begun.
    None,
    /// A call is on its way, or waits to be sent.
    Busy,
    /// The call waits for its confirmation.
    Planned,
    /// The allocation, or a deletion, goes on.
    Watching,
    /// The allocation is steady.
    Steady,
    /// A token is missing.
    NeedsToken,
    /// It is over.
    Over,
}

/// Where it stands now.
pub fn of(submission: Option<&Submission>) -> Stage {
    match submission.map(Submission::state) {
        None => Stage::None,
        Some(State::Looking | State::Sending(_) | State::Unsure(_)) => Stage::Busy,
        Some(State::Planned(_)) => Stage::Planned,
        Some(State::Watching | State::Deleting) => Stage::Watching,
        Some(State::Steady) => Stage::Steady,
        Some(State::NeedsToken(_)) => Stage::NeedsToken,
        Some(State::Gone | State::Vanished | State::Ended(_)) => Stage::Over,
    }
}

/// What tells one look at what exists from another: the stage, and what was read.
pub fn key(submission: Option<&Submission>) -> String {
    let read = match submission.map(Submission::state) {
        Some(State::Planned(Found::Pool(pool))) => pool.etag.clone(),
        Some(State::Sending(_) | State::Unsure(_)) => Some("sent".to_owned()),
        Some(State::Steady) => submission.map(|submission| submission.watch().resizes().to_string()),
        _ => None,
    };
    format!("{:?} {}", of(submission), read.unwrap_or_default())
}

/// Looks at the submission, if there is one, and follows it.
pub fn with<R>(session: Session, look: impl FnOnce(&Submission) -> R) -> Option<R> {
    session.submission.with(|submission| submission.as_ref().map(look))
}

/// Takes a step, and drives on.
pub fn act(
    session: Session,
    step: impl FnOnce(&mut Submission) -> Result<(), NotConfirmed>,
) -> Result<(), NotConfirmed> {
    let mut taken = Err(NotConfirmed::NotNow);
    session.submission.update(|submission| {
        if let Some(submission) = submission {
            taken = step(submission);
        }
    });
    session.drive();
    taken
}
