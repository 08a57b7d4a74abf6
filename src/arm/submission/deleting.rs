//! A deletion that was accepted: the operation is asked after, and at last the pool itself.

use super::heard::{Read, read};
use super::waiting::LONGEST;
use super::{State, Submission, What};
use crate::arm::outcome::Accepted;
use crate::arm::{Outcome, retry};
use crate::model::Moment;

/// A pool whose deletion was accepted may be read so often without being deleted.
const MOST_UNDELETED: u32 = 4;

impl Submission {
    /// A deletion was accepted.
    pub(super) fn deletes(&mut self, accepted: Accepted, now: Moment, jitter: f64) {
        if accepted.status == 204 {
            self.go(State::Gone);
            return;
        }
        self.location = accepted.location.filter(|route| route.starts_with("/subscriptions/"));
        self.undeleted = 0;
        self.go(State::Deleting);
        match accepted.retry_after {
            Some(after) => self.wait = Some((now, now.after(after.min(LONGEST)))),
            None => self.wait_between(now, jitter),
        }
    }

    /// What comes of asking after it.
    pub(super) fn deleting(&mut self, outcome: Outcome, now: Moment, jitter: f64) {
        if self.location.is_some() {
            match outcome {
                Outcome::Accepted(accepted) if accepted.status == 202 => {
                    self.trouble = None;
                    match accepted.retry_after {
                        Some(after) => self.wait = Some((now, now.after(after.min(LONGEST)))),
                        None => self.wait_between(now, jitter),
                    }
                }
                // It is over, or nobody knows of it any more: the pool itself tells.
                Outcome::Accepted(_) | Outcome::NotFound(_) | Outcome::Rejected(_) | Outcome::Conflict(_) => {
                    (self.location, self.trouble) = (None, None);
                }
                outcome => {
                    self.never_mind(outcome, now, jitter);
                    if self
                        .trouble
                        .as_ref()
                        .is_some_and(|trouble| trouble.tries >= retry::MOST_TRIES)
                    {
                        self.location = None;
                    }
                }
            }
            return;
        }
        match read(outcome) {
            Read::Gone => self.go(State::Gone),
            Read::Pool(pool) if pool.deleting || self.undeleted < MOST_UNDELETED => {
                self.undeleted = if pool.deleting { 0 } else { self.undeleted + 1 };
                self.trouble = None;
                self.watch.acted();
                self.watch.saw(*pool, now, true);
                self.wait_between(now, jitter);
            }
            Read::Pool(pool) => {
                self.go(State::Watching);
                self.watch.note(What::StillThere, now);
                self.saw(*pool, now, jitter, false);
            }
            Read::Failed(outcome) => self.never_mind(outcome, now, jitter),
        }
    }
}
