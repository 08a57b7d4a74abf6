//! How a submission ends, and what troubles it on the way.

use super::Action;
use crate::arm::Outcome;

/// What a submission was doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Reading what exists.
    Looking,
    /// An action.
    Acting(Action),
    /// Watching the allocation.
    Watching,
    /// Waiting for a deletion.
    Deleting,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Ending {
    /// During what.
    pub during: Doing,
    /// Why.
    pub why: Why,
}

/// Why it ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// With this outcome. An action was not carried out.
    Outcome(Outcome),
    /// The answer to the action was lost in this way, and reading could not tell whether it was carried out.
    Unknown(Outcome),
    /// Somebody stopped waiting; what goes on at the service goes on.
    Left,
}

/// What came of the last tries, while it goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    /// During what.
    pub during: Doing,
    /// What came of the last one.
    pub outcome: Outcome,
    /// How many failed in a row.
    pub tries: u32,
}
