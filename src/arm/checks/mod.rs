//! Live checks: what the account, its image, network and other pools are, read before anything is sent. Values without I/O:
//! [`Checks::wanted`] says which reads to send now, [`Checks::heard`] takes what came of them. A read that is refused stops
//! no other one.

use super::{Call, Outcome};
use crate::model::{Edit, Moment, Plan, Reading};
use crate::words::{Message, Words};

/// So many reads are under way at once.
pub const AT_ONCE: usize = 3;

/// What was read means for the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It fits.
    Fine,
    /// Worth knowing.
    Note,
    /// The plan will not work as it is.
    Trouble,
}

/// What was read, in words and as values for the plan.
#[derive(Clone, Debug)]
pub struct Told {
    /// What it means for the plan: that of the heaviest line.
    pub verdict: Verdict,
    /// The gist in one line.
    pub summary: Message,
    /// What else is worth knowing, line by line.
    pub more: Vec<(Verdict, Message)>,
    /// What the plan can take over, with the time of reading. [`Told::edits`] writes it.
    pub readings: Vec<Reading>,
    /// When it was read.
    pub at: Moment,
}

/// Where a check stands.
#[derive(Clone, Debug)]
pub enum CheckState {
    /// Its call is not sent yet.
    Waiting,
    /// A call of it is under way.
    Running,
    /// It was read.
    Done(Told),
    /// It could not be read.
    Failed(Outcome),
    /// There is nothing to read, or no way to: the reason.
    Skipped(Message),
}

/// One check.
#[derive(Clone, Debug)]
pub struct Check {
    /// Its permanent name: `account`.
    pub id: &'static str,
    /// What it looks at.
    pub title: &'static Words,
    /// Where it stands.
    pub state: CheckState,
    call: Option<Call>,
}

/// The checks of a plan.
#[derive(Clone, Debug)]
pub struct Checks {
    list: Vec<Check>,
}

impl Told {
    /// The edits that take what was read over into this plan, with the notes of when it was read. Made for the plan as it
    /// is now, so that several checks can be taken over one after another.
    pub fn edits(&self, plan: &Plan) -> Vec<Edit> {
        crate::model::readings::noted(plan.root, &self.readings)
    }
}

impl Check {
    /// The call that is under way or comes next, for who wants to see it before it is sent. `None` when there is none, or
    /// while it waits for what another check reads.
    pub fn call(&self) -> Option<&Call> {
        self.call.as_ref()
    }
}

impl Checks {
    /// The checks of a plan, none of them sent.
    pub fn of(_plan: &Plan) -> Checks {
        Checks { list: Vec::new() }
    }

    /// All of them, in the order they are shown.
    pub fn list(&self) -> &[Check] {
        &self.list
    }

    /// The calls to send now, so that at most so many are under way, each with the position of its check; they count as
    /// under way from here on.
    pub fn wanted(&mut self, _most_at_once: usize) -> Vec<(usize, Call)> {
        Vec::new()
    }

    /// Takes the outcome of the call of the check at this position.
    pub fn heard(&mut self, _index: usize, _outcome: Outcome, _now: Moment) {}

    /// Stops: what has not begun or is under way counts as cancelled.
    pub fn cancel(&mut self) {}

    /// How many are over, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (0, self.list.len())
    }

    /// The edits that take over everything that was read.
    pub fn edits(&self, plan: &Plan) -> Vec<Edit> {
        let mut readings = Vec::new();
        for check in &self.list {
            if let CheckState::Done(told) = &check.state {
                readings.extend(told.readings.iter().cloned());
            }
        }
        crate::model::readings::noted(plan.root, &readings)
    }
}
