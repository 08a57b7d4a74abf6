//! From a plan to a pool whose nodes are there, step by step: look what exists, show the call, send it once it was
//! confirmed, and watch until the allocation is steady. A machine without I/O and without a clock: [`Submission::want`]
//! says what it waits for, whoever drives it says what came of it and when.

mod action;
mod covers;
mod curve;
mod deleting;
mod dropped;
mod ending;
mod heard;
mod keep;
mod planned;
mod pool_state;
mod told;
mod waiting;
mod watch;

pub use action::{Action, NotConfirmed, Way};
pub use dropped::Dropped;
pub use ending::{Doing, Ending, Trouble, Why};
pub use planned::{ONLY_WHILE_EMPTY, PlannedCall};
pub use pool_state::{Allocation, AutoScaleRun, PoolState, ResizeError};
pub use waiting::BETWEEN_READS;
pub use watch::{Note, Point, Settled, Watch, What};

use std::sync::Arc;

use super::{Call, Outcome, PutPool};
use crate::model::{Moment, placeholder};

/// What a submission waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum Want {
    /// This call's outcome, through [`Submission::heard`]. It is sent once: when to send it again, the submission says.
    Outcome(Call),
    /// The time: ask again at this moment, or as soon as something else happened.
    Time(Moment),
    /// Somebody's decision, or nothing more at all.
    Nothing,
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
    /// The call is sent, or waits to be sent again because the service said that it did not take it.
    Sending(Action),
    /// No answer says whether the call was carried out: reading it from the pool.
    Unsure(Action),
    /// The allocation goes on.
    Watching,
    /// The allocation is steady: [`Watch::settled`] says with how many nodes.
    Steady,
    /// A deletion was accepted, and goes on.
    Deleting,
    /// The pool is gone, as was wished.
    Gone,
    /// The pool is gone, and not by this submission.
    Vanished,
    /// The token is missing, or no longer taken. What is in the box goes on after [`Submission::token_renewed`].
    NeedsToken(Box<State>),
    /// It ended here; the plan and everything typed is as it was.
    Ended(Box<Ending>),
}

/// The members of the target that are missing, or still placeholders, by their pointers: without them there is no address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing(pub Vec<&'static str>);

/// A submission.
#[derive(Clone, Debug)]
pub struct Submission {
    request: Arc<PutPool>,
    /// Whether the request has the plan's body: one that was resumed without its plan can be watched, but not written.
    has_plan: bool,
    state: State,
    /// What a write is made against: what was read before it.
    base: Found,
    watch: Watch,
    /// From when until when nothing is asked.
    wait: Option<(Moment, Moment)>,
    trouble: Option<Trouble>,
    refused: Option<Box<Ending>>,
    /// The `ETag` of what the call under way is made against.
    etag: Option<String>,
    /// The answers that were lost of the call under way; the last one.
    lost: Option<Outcome>,
    /// A write that the service refused because the pool is another than the one that was read: looking tells why.
    overtaken: Option<Action>,
    /// How often the call under way was sent.
    sent: u32,
    /// Whether somebody stopped waiting for the call under way: then it is not sent again.
    given_up: bool,
    /// Where the deletion can be asked after.
    location: Option<String>,
    /// Reads in a row in which a pool whose deletion was accepted was not being deleted.
    undeleted: u32,
    hidden: bool,
}

impl Submission {
    /// Begins by looking what exists.
    pub fn new(request: Arc<PutPool>) -> Result<Submission, Missing> {
        let missing = missing(&request);
        if missing.is_empty() {
            Ok(Submission::with(request, State::Looking))
        } else {
            Err(Missing(missing))
        }
    }

    fn with(request: Arc<PutPool>, state: State) -> Submission {
        Submission {
            request,
            has_plan: true,
            state,
            base: Found::Nothing,
            watch: Watch::default(),
            wait: None,
            trouble: None,
            refused: None,
            etag: None,
            lost: None,
            overtaken: None,
            sent: 0,
            given_up: false,
            location: None,
            undeleted: 0,
            hidden: false,
        }
    }

    /// The request it was begun with.
    pub fn request(&self) -> &Arc<PutPool> {
        &self.request
    }

    /// The name of the pool.
    pub fn pool_name(&self) -> &str {
        self.request.pool_name.as_deref().unwrap_or_default()
    }

    /// Where it stands.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What was seen of the allocation.
    pub fn watch(&self) -> &Watch {
        &self.watch
    }

    /// Why it goes on trying, or waits: what came of the last tries. `None` as soon as one succeeded.
    pub fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }

    /// The last action that was not carried out although the pool goes on being watched.
    pub fn refused(&self) -> Option<&Ending> {
        self.refused.as_deref()
    }

    /// Until when it waits, while it does.
    pub fn next(&self, now: Moment) -> Option<Moment> {
        // A clock that was set back must not make anybody wait for longer.
        let (_, until) = self.wait.filter(|(from, until)| *from <= now && now < *until)?;
        let waits = matches!(
            self.state,
            State::Looking | State::Sending(_) | State::Unsure(_) | State::Watching | State::Deleting
        );
        waits.then_some(until)
    }

    /// What it waits for at this moment.
    pub fn want(&self, now: Moment) -> Want {
        if let Some(until) = self.next(now) {
            return Want::Time(until);
        }
        match &self.state {
            State::Looking | State::Unsure(_) | State::Watching => Want::Outcome(self.read()),
            State::Deleting => Want::Outcome(match &self.location {
                Some(route) => Call::get(route.as_str()),
                None => self.read(),
            }),
            State::Sending(action) => Want::Outcome(self.call(*action)),
            _ => Want::Nothing,
        }
    }

    /// The read of the pool.
    pub fn read(&self) -> Call {
        Call::get(self.request.route())
    }

    /// Whether a call that changes something may be on its way, or have been carried out unnoticed: then nobody should
    /// leave without having been told.
    pub fn is_open(&self) -> bool {
        match &self.state {
            State::NeedsToken(then) => matches!(**then, State::Unsure(_)),
            state => matches!(state, State::Sending(_) | State::Unsure(_)),
        }
    }

    /// Says that the page is hidden, or shown again: a hidden one reads less often, a shown one at once.
    pub fn set_hidden(&mut self, hidden: bool) {
        if self.hidden && !hidden && self.state == State::Watching && self.trouble.is_none() {
            self.wait = None;
        }
        self.hidden = hidden;
    }

    /// Says that the device is online again: what failed for that reason is tried at once.
    pub fn back_online(&mut self) {
        let unreached = |trouble: &Trouble| matches!(trouble.outcome, Outcome::Failed(_));
        if self.trouble.as_ref().is_some_and(unreached) && !matches!(self.state, State::Sending(_)) {
            self.wait = None;
        }
    }

    /// Reads now instead of waiting.
    pub fn read_now(&mut self) {
        if matches!(self.state, State::Looking | State::Watching | State::Deleting) {
            self.wait = None;
        }
    }

    /// Says that there is no token, or that it expired, before a call was sent.
    pub fn without_token(&mut self) {
        if self.waits_for_outcome() {
            self.state = State::NeedsToken(Box::new(self.state.clone()));
        }
    }

    /// Goes on where it was when the token was missed.
    pub fn token_renewed(&mut self) {
        if let State::NeedsToken(then) = &self.state {
            self.state = (**then).clone();
            (self.wait, self.trouble) = (None, None);
        }
    }

    /// Looks again what exists: from wherever nothing is under way.
    pub fn look_again(&mut self) {
        if !self.is_open() {
            self.go(State::Looking);
            self.refused = None;
        }
    }

    /// Watches the pool that exists without changing it.
    pub fn watch_it(&mut self) {
        match &self.state {
            State::Planned(Found::Pool(_)) => {
                self.watch = Watch::default();
                self.go(State::Watching);
            }
            State::Steady => self.go(State::Watching),
            State::Ended(ending) if matches!(ending.during, Doing::Watching) => self.go(State::Watching),
            State::Ended(ending) if matches!(ending.during, Doing::Deleting) => self.go(State::Deleting),
            _ => {}
        }
    }

    /// Somebody does not want to wait any longer. An answer that comes all the same is not told.
    pub fn cancel(&mut self, now: Moment) {
        let waiting = self.next(now).is_some();
        let state = match &self.state {
            State::NeedsToken(then) => (**then).clone(),
            state => state.clone(),
        };
        let unsent = waiting || matches!(self.state, State::NeedsToken(_));
        match state {
            State::Looking => self.end(Doing::Looking, Why::Left),
            State::Watching => self.end(Doing::Watching, Why::Left),
            State::Deleting => self.end(Doing::Deleting, Why::Left),
            State::Sending(action) if unsent => self.back(action),
            State::Sending(action) => {
                self.lost = Some(Outcome::Failed(super::Failure::Cancelled));
                self.given_up = true;
                self.go(State::Unsure(action));
            }
            State::Unsure(action) => self.unknown(action),
            _ => {}
        }
    }

    fn waits_for_outcome(&self) -> bool {
        matches!(
            self.state,
            State::Looking | State::Sending(_) | State::Unsure(_) | State::Watching | State::Deleting
        )
    }

    fn go(&mut self, state: State) {
        self.state = state;
        (self.wait, self.trouble) = (None, None);
    }

    fn end(&mut self, during: Doing, why: Why) {
        self.go(State::Ended(Box::new(Ending { during, why })));
    }

    fn unknown(&mut self, action: Action) {
        let lost = self.lost.take().unwrap_or(Outcome::Failed(super::Failure::Cancelled));
        self.end(Doing::Acting(action), Why::Unknown(lost));
    }

    /// Where it was before an action that was not carried out.
    fn back(&mut self, action: Action) {
        self.go(match action {
            Action::Write(_) => State::Planned(self.base.clone()),
            _ => State::Watching,
        });
    }
}

fn missing(request: &PutPool) -> Vec<&'static str> {
    use crate::model::path;
    let parts = [
        (&request.subscription, path::SUBSCRIPTION),
        (&request.resource_group, path::RESOURCE_GROUP),
        (&request.account, path::ACCOUNT),
        (&request.pool_name, path::POOL_NAME),
    ];
    // A browser takes `..` of an address for the step above, even escaped: the call would go elsewhere.
    let unfit = |text: &str| text.trim().is_empty() || placeholder(text) || matches!(text, "." | "..");
    let missing = parts
        .into_iter()
        .filter(|(value, _)| value.as_deref().is_none_or(unfit));
    missing.map(|(_, pointer)| pointer).collect()
}
