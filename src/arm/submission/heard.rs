//! What comes of the calls: the steps from state to state.

use super::covers::{self, Covered};
use super::waiting::LONGEST;
use super::{Action, Doing, Ending, Found, PoolState, State, Submission, Way, What, Why};
use crate::arm::outcome::Accepted;
use crate::arm::{Failure, Outcome, Refusal, retry};
use crate::model::{Moment, Node};

/// A write is sent so often at most, the first time included.
const MOST_SENT: u32 = 3;

impl Submission {
    /// Takes the outcome of the call that was wanted. `jitter` is a number from 0 to 1 that nobody can foresee.
    pub fn heard(&mut self, outcome: Outcome, now: Moment, jitter: f64) {
        if !self.waits_for_outcome() {
            return;
        }
        self.wait = None;
        if matches!(outcome, Outcome::Unauthorised(_)) {
            self.trouble = Some(self.troubled(outcome));
            self.state = State::NeedsToken(Box::new(self.state.clone()));
            return;
        }
        match self.state {
            State::Looking => self.looked(outcome, now, jitter),
            State::Sending(action) => self.answered(action, outcome, now, jitter),
            State::Unsure(action) => self.checked(action, outcome, now, jitter),
            State::Watching => self.watched(outcome, now, jitter),
            State::Deleting => self.deleting(outcome, now, jitter),
            _ => {}
        }
    }

    fn looked(&mut self, outcome: Outcome, now: Moment, jitter: f64) {
        match read(outcome) {
            Read::Pool(pool) => self.looked_at(Found::Pool(pool), now, jitter),
            Read::Gone => self.looked_at(Found::Nothing, now, jitter),
            Read::Failed(outcome) => {
                if let Some(outcome) = self.try_again(outcome, now, jitter) {
                    self.end(Doing::Looking, Why::Outcome(outcome));
                }
            }
        }
    }

    fn looked_at(&mut self, found: Found, now: Moment, jitter: f64) {
        let overtaken = self.overtaken.take();
        if let (Some(action), Found::Pool(pool)) = (overtaken, &found)
            && self.is_as_sent(action, pool)
        {
            // A browser, or something on the way, may send a call once more by itself: the second is refused.
            self.carried_out(action, (**pool).clone(), now, jitter, Some(What::ThereAlready));
            return;
        }
        self.base = found.clone();
        self.go(State::Planned(found));
        if overtaken.is_some() {
            self.watch.note(What::ChangedMeanwhile, now);
        }
    }

    /// Whether a pool is as an action leaves it.
    fn is_as_sent(&self, action: Action, pool: &PoolState) -> bool {
        let as_sent = match self.body(action, &self.base) {
            Some(sent) => matches(&sent, &pool.body),
            None => !self.has_plan || matches(&self.request.body, &pool.body),
        };
        as_sent && !pool.deleting
    }

    /// The answer to an action.
    fn answered(&mut self, action: Action, outcome: Outcome, now: Moment, jitter: f64) {
        self.sent = self.sent.saturating_add(1);
        match outcome {
            Outcome::Accepted(accepted) => self.accepted(action, accepted, now, jitter),
            Outcome::NotFound(refusal) if action == Action::Delete && tells_gone(&refusal) => self.go(State::Gone),
            Outcome::Precondition(_) if self.lost.is_none() && matches!(action, Action::Write(_)) => {
                self.go(State::Looking);
                self.overtaken = Some(action);
            }
            Outcome::Conflict(refusal) if action == Action::Delete && refusal.has_code("PoolBeingDeleted") => {
                (self.location, self.undeleted) = (None, 0);
                self.go(State::Deleting);
                self.wait_between(now, jitter);
            }
            Outcome::Throttled(_, after) if self.sent < MOST_SENT && after.is_none_or(|after| after <= LONGEST) => {
                let wait = match after {
                    Some(after) => after.saturating_add(retry::back_off(1, jitter)),
                    None => retry::back_off(self.sent, jitter),
                };
                self.trouble = Some(self.troubled(outcome));
                self.wait = Some((now, now.after(wait)));
            }
            outcome if outcome.may_have_happened() => {
                let cancelled = outcome == Outcome::Failed(Failure::Cancelled);
                self.given_up |= cancelled;
                self.lost = Some(outcome);
                self.check(action, now, (!cancelled).then_some(jitter));
            }
            // Of what was sent before it is not known whether it happened: the pool tells.
            outcome if self.lost.is_some() => {
                self.sent = MOST_SENT;
                self.lost = Some(outcome);
                self.check(action, now, None);
            }
            Outcome::Failed(Failure::Offline) => {
                // It never left: whoever confirmed it decides anew when the device is online.
                let trouble = self.troubled(outcome);
                self.back(action);
                self.trouble = Some(trouble);
            }
            outcome => self.not_carried_out(action, outcome),
        }
    }

    /// Reads whether the action was carried out; after a while, unless somebody waits for it.
    fn check(&mut self, action: Action, now: Moment, jitter: Option<f64>) {
        self.state = State::Unsure(action);
        self.trouble = None;
        self.wait = jitter.map(|jitter| (now, now.after(retry::back_off(self.sent, jitter))));
    }

    fn accepted(&mut self, action: Action, accepted: Accepted, now: Moment, jitter: f64) {
        if action == Action::Delete {
            self.lost = None;
            self.deletes(accepted, now, jitter);
            return;
        }
        match PoolState::read(&accepted) {
            Some(pool) => self.carried_out(action, pool, now, jitter, None),
            None => {
                // Accepted, it says, but without the pool: the pool itself must tell.
                self.lost = Some(Outcome::Accepted(accepted));
                self.check(action, now, Some(jitter));
            }
        }
    }

    /// An action was carried out: the allocation is watched.
    fn carried_out(&mut self, action: Action, pool: PoolState, now: Moment, jitter: f64, note: Option<What>) {
        let before = match &self.base {
            Found::Pool(base) => base.started,
            Found::Nothing => None,
        };
        let resizes = match action {
            Action::Write(Way::Create) | Action::Again(_) => true,
            _ => pool.started != before,
        };
        self.lost = None;
        match action {
            Action::Write(_) | Action::Again(_) => self.watch.wrote(before, resizes),
            _ => self.watch.acted(),
        }
        if let Some(what) = note {
            self.watch.note(what, now);
        }
        self.go(State::Watching);
        self.saw(pool, now, jitter, note.is_none());
    }

    /// An action was not carried out, and will not be.
    fn not_carried_out(&mut self, action: Action, outcome: Outcome) {
        let ending = Ending {
            during: Doing::Acting(action),
            why: Why::Outcome(outcome),
        };
        self.lost = None;
        match action {
            Action::Write(_) => self.go(State::Ended(Box::new(ending))),
            _ => {
                self.go(State::Watching);
                self.refused = Some(Box::new(ending));
            }
        }
    }

    /// What the pool tells of an action whose answer was lost.
    fn checked(&mut self, action: Action, outcome: Outcome, now: Moment, jitter: f64) {
        match read(outcome) {
            Read::Pool(pool) => self.pool_tells(action, *pool, now, jitter),
            Read::Gone => match action {
                Action::Write(Way::Create) => {
                    self.base = Found::Nothing;
                    self.not_there(action, now);
                }
                Action::Delete => self.go(State::Gone),
                _ => self.go(State::Vanished),
            },
            // What somebody stopped waiting for before.
            Read::Failed(Outcome::Failed(Failure::Cancelled)) => {}
            Read::Failed(outcome) => {
                if self.try_again(outcome, now, jitter).is_some() {
                    self.unknown(action);
                }
            }
        }
    }

    fn pool_tells(&mut self, action: Action, pool: PoolState, now: Moment, jitter: f64) {
        let unchanged = self.etag.is_some() && self.etag == pool.etag;
        let as_sent = self.is_as_sent(action, &pool);
        match action {
            Action::Delete if pool.deleting => self.go(State::Deleting),
            Action::Delete => {
                self.go(State::Watching);
                self.watch.note(What::NotCarriedOut, now);
                self.saw(pool, now, jitter, false);
            }
            // What they change is seen in the pool; who sees that it did not happen can ask again.
            Action::StopResize | Action::DisableAutoScale => {
                self.lost = None;
                self.watch.acted();
                self.go(State::Watching);
                self.saw(pool, now, jitter, false);
            }
            _ if unchanged => {
                self.base = Found::Pool(Box::new(pool));
                self.not_there(action, now);
            }
            _ if as_sent => {
                self.carried_out(action, pool, now, jitter, Some(What::AnswerLost));
            }
            Action::Write(_) => {
                self.lost = None;
                self.base = Found::Pool(Box::new(pool));
                self.go(State::Planned(self.base.clone()));
                self.watch.note(What::OtherPool, now);
            }
            Action::Again(_) => {
                self.lost = None;
                self.go(State::Watching);
                self.watch.note(What::OtherPool, now);
                self.saw(pool, now, jitter, false);
            }
        }
    }

    /// A read shows that the action was not carried out: it may be sent again, a few times, unless somebody gave up.
    fn not_there(&mut self, action: Action, now: Moment) {
        if self.given_up {
            self.lost = None;
            self.back(action);
            self.watch.note(What::NotCarriedOut, now);
        } else if self.sent < MOST_SENT {
            self.go(State::Sending(action));
        } else {
            let lost = self.lost.take().unwrap_or(Outcome::Failed(Failure::Unreachable));
            self.not_carried_out(action, lost);
        }
    }

    fn watched(&mut self, outcome: Outcome, now: Moment, jitter: f64) {
        match read(outcome) {
            Read::Pool(pool) => {
                self.trouble = None;
                self.saw(*pool, now, jitter, false);
            }
            Read::Gone => self.go(State::Vanished),
            Read::Failed(outcome) => self.never_mind(outcome, now, jitter),
        }
    }

    pub(super) fn saw(&mut self, pool: PoolState, now: Moment, jitter: f64, own: bool) {
        self.watch.saw(pool, now, own);
        if self.watch.is_steady() {
            self.go(State::Steady);
        } else {
            self.wait_between(now, jitter);
        }
    }
}

/// What a read of the pool says.
pub(super) enum Read {
    Pool(Box<PoolState>),
    Gone,
    Failed(Outcome),
}

pub(super) fn read(outcome: Outcome) -> Read {
    match outcome {
        Outcome::Accepted(accepted) => match PoolState::read(&accepted) {
            Some(pool) => Read::Pool(Box::new(pool)),
            None => Read::Failed(Outcome::Unreadable(crate::arm::Unreadable::Other, accepted.status)),
        },
        Outcome::NotFound(refusal) if tells_gone(&refusal) => Read::Gone,
        outcome => Read::Failed(outcome),
    }
}

/// Whether a 404 says that the pool is not there. One that says so of the account, or says nothing, is another matter.
fn tells_gone(refusal: &Refusal) -> bool {
    refusal.has_code("PoolNotFound")
}

fn matches(sent: &Node, found: &Node) -> bool {
    covers::body(sent, found) != Covered::Differs
}
