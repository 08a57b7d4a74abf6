//! How long to wait before the next call, and what is said meanwhile.

use super::{Doing, State, Submission, Trouble};
use crate::arm::{Failure, Outcome, retry};
use crate::model::{Millis, Moment};

/// The time between two reads of a pool that is allocated, with jitter.
pub const BETWEEN_READS: (Millis, Millis) = (15_000, 30_000);
/// A hidden page reads so many times less often.
const HIDDEN: Millis = 4;
/// While offline, and where reads fail on a hidden page, nothing is asked more often.
const SELDOM: Millis = 30_000;
/// The service is not waited for longer than this: its own figure is shown instead.
pub(super) const LONGEST: Millis = 5 * 60_000;

impl Submission {
    /// The next read of a pool that is allocated.
    pub(super) fn wait_between(&mut self, now: Moment, jitter: f64) {
        let (least, most) = BETWEEN_READS;
        // Up to two minutes: exact as a floating-point number.
        let wait = least + ((most - least) as f64 * jitter.clamp(0.0, 1.0)) as Millis;
        self.wait = Some((now, now.after(if self.hidden { wait * HIDDEN } else { wait })));
    }

    /// A read failed that others follow: it is tried again some time, whatever it was.
    pub(super) fn never_mind(&mut self, outcome: Outcome, now: Moment, jitter: f64) {
        let trouble = self.troubled(outcome);
        let asked = asked(&trouble.outcome);
        let wait = asked.unwrap_or(0).max(retry::back_off(trouble.tries, jitter));
        self.trouble = Some(trouble);
        self.wait = Some((now, now.after(if self.hidden { wait.max(SELDOM) } else { wait })));
    }

    /// A read failed whose answer is needed: it is tried again some time. Gives the outcome back when it is not.
    pub(super) fn try_again(&mut self, outcome: Outcome, now: Moment, jitter: f64) -> Option<Outcome> {
        let trouble = self.troubled(outcome);
        // Offline is no answer that more tries could change: it waits until the device is online.
        let wait = match trouble.outcome {
            Outcome::Failed(Failure::Offline) => Some(SELDOM),
            _ => retry::again(&self.read(), &trouble.outcome, trouble.tries, jitter),
        };
        let Some(wait) = wait else { return Some(trouble.outcome) };
        self.trouble = Some(trouble);
        self.wait = Some((now, now.after(wait)));
        None
    }

    /// The trouble with one more failure in a row.
    pub(super) fn troubled(&self, outcome: Outcome) -> Trouble {
        let during = match self.state {
            State::Sending(action) | State::Unsure(action) => Doing::Acting(action),
            State::Watching => Doing::Watching,
            State::Deleting => Doing::Deleting,
            _ => Doing::Looking,
        };
        let earlier = self.trouble.as_ref().filter(|trouble| trouble.during == during);
        let offline = |outcome: &Outcome| *outcome == Outcome::Failed(Failure::Offline);
        let tries = match earlier {
            Some(earlier) if offline(&outcome) || offline(&earlier.outcome) => earlier.tries,
            Some(earlier) => earlier.tries.saturating_add(1),
            None => 1,
        };
        Trouble { during, outcome, tries }
    }
}

fn asked(outcome: &Outcome) -> Option<Millis> {
    match outcome {
        Outcome::Throttled(_, after) | Outcome::ServerError(_, after) => *after,
        _ => None,
    }
}
