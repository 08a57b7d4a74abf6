//! From a plan to a pool whose nodes are there, step by step: look what exists, show the call, send it once it was
//! confirmed, and watch until the allocation is steady. A machine without I/O and without a clock: [`Submission::want`]
//! says what it waits for, whoever drives it says what came of it and when.

mod pool_state;
mod watch;

pub use pool_state::{Allocation, AutoScaleRun, PoolState, ResizeError};
pub use watch::{Point, Watch};

use std::sync::Arc;

use super::outcome::Accepted;
use super::{Call, Method, Outcome, PutPool};
use crate::model::{Millis, Moment, Node};

/// What a submission waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum Want {
    /// This call's outcome, through [`Submission::heard`].
    Outcome(Call),
    /// The time: ask again at this moment.
    Time(Moment),
    /// Somebody's decision, or nothing more at all.
    Nothing,
}

/// How a pool is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// PUT with `If-None-Match: *`: only where there is none.
    Create,
    /// PATCH with `If-Match` of the state that was read: what the plan gives changes, the rest stays.
    Update,
    /// PUT with `If-Match` of the state that was read: what the plan does not give is dropped.
    Replace,
}

/// What exists where the pool is to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// A pool.
    Pool(Box<PoolState>),
}

/// Where a submission stands.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Reading what exists.
    Looking,
    /// What exists is known; the call waits for its confirmation.
    Planned(Found),
    /// The call was sent.
    Sending(Way),
    /// No answer says whether the call was carried out: reading it from the pool.
    Unsure(Way),
    /// The allocation goes on.
    Watching,
    /// The allocation is steady: as wished, or with errors that the pool tells.
    Steady,
    /// A deletion was accepted, and goes on.
    Deleting,
    /// The pool is gone.
    Gone,
    /// It ended here; the plan and everything typed is as it was.
    Ended(Box<Outcome>),
}

/// A submission.
#[derive(Clone, Debug)]
pub struct Submission {
    request: Arc<PutPool>,
    state: State,
    watch: Watch,
}

impl Submission {
    /// Begins by looking what exists.
    pub fn new(request: Arc<PutPool>) -> Submission {
        Submission {
            request,
            state: State::Looking,
            watch: Watch::default(),
        }
    }

    /// Where it stands.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What was seen of the allocation.
    pub fn watch(&self) -> &Watch {
        &self.watch
    }

    /// What it waits for at this moment.
    pub fn want(&self, now: Moment) -> Want {
        match &self.state {
            State::Looking | State::Unsure(_) => Want::Outcome(self.read()),
            State::Sending(way) => Want::Outcome(self.write(*way)),
            State::Watching | State::Deleting => match self.watch.next_read() {
                Some(at) if at > now => Want::Time(at),
                _ => Want::Outcome(self.read()),
            },
            State::Planned(_) | State::Steady | State::Gone | State::Ended(_) => Want::Nothing,
        }
    }

    /// Takes the outcome of the call that was wanted. `jitter` is a number from 0 to 1.
    pub fn heard(&mut self, outcome: Outcome, now: Moment, jitter: f64) {
        let pool = match &outcome {
            Outcome::Accepted(accepted) => PoolState::read(accepted),
            _ => None,
        };
        self.state = match (&self.state, pool, outcome) {
            (State::Looking, Some(pool), _) => State::Planned(Found::Pool(Box::new(pool))),
            (State::Looking, None, Outcome::NotFound(_)) => State::Planned(Found::Nothing),
            (State::Deleting, None, Outcome::NotFound(_)) => State::Gone,
            (State::Sending(_) | State::Unsure(_) | State::Watching, Some(pool), _) => {
                self.watch.saw(pool, now, jitter);
                if self.watch.is_steady() {
                    State::Steady
                } else {
                    State::Watching
                }
            }
            (_, _, outcome) => State::Ended(Box::new(outcome)),
        };
    }

    /// Sends the call.
    pub fn confirm(&mut self, way: Way) {
        if matches!(self.state, State::Planned(_)) {
            self.state = State::Sending(way);
        }
    }

    /// The read of the pool.
    pub fn read(&self) -> Call {
        Call::get(self.request.route())
    }

    /// The call that writes the pool.
    pub fn write(&self, way: Way) -> Call {
        let call = match way {
            Way::Create => Call::new(Method::Put, self.request.route()).header("If-None-Match", "*"),
            Way::Update => Call::new(Method::Patch, self.request.route()),
            Way::Replace => Call::new(Method::Put, self.request.route()),
        };
        call.json(self.request.body.to_json())
    }
}

/// The time between two reads of a pool that is allocated, with jitter.
pub const BETWEEN_READS: (Millis, Millis) = (15_000, 30_000);

/// What the body of an answer holds, when it is a pool's.
fn properties(accepted: &Accepted) -> Option<&Node> {
    accepted.body.get("properties")
}
