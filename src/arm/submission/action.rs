//! What can be done to a pool, and who must have confirmed what before it is.

use super::{Found, State, Submission, Watch};
use crate::model::IsoDuration;

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

/// What can be done to a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// It is written from the plan.
    Write(Way),
    /// One more resize to the same targets, with this time-out.
    Again(IsoDuration),
    /// The resize under way is stopped; the nodes that are there stay.
    StopResize,
    /// The formula is switched off; the nodes that are there stay.
    DisableAutoScale,
    /// It is deleted with its nodes.
    Delete,
}

impl Action {
    /// Whether the pool's name must be typed first: something that exists is overwritten or goes away.
    pub fn needs_name(self) -> bool {
        matches!(self, Action::Write(Way::Update | Way::Replace) | Action::Delete)
    }
}

/// Why a call is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotConfirmed {
    /// The typed name is not the pool's.
    OtherName,
    /// There is a pool already: creating would be refused.
    AlreadyThere,
    /// There is no pool to change.
    NothingThere,
    /// The state that was read has no `ETag`: a change could overwrite somebody else's.
    NoEtag,
    /// The plan of the pool is not at hand.
    NoPlan,
    /// Nothing differs from what exists.
    NothingToChange,
    /// The pool is being deleted.
    BeingDeleted,
    /// The pool follows a formula, or follows none where one is needed.
    OtherScale,
    /// The step is not possible where the submission stands.
    NotNow,
}

impl Submission {
    /// Sends the write, once the pool's name was typed where something would be overwritten.
    pub fn confirm(&mut self, way: Way, typed_name: &str) -> Result<(), NotConfirmed> {
        self.act(Action::Write(way), typed_name)
    }

    /// One more resize to the same targets, with another time-out.
    pub fn again(&mut self, time_out: IsoDuration) -> Result<(), NotConfirmed> {
        self.act(Action::Again(time_out), "")
    }

    /// Stops the resize under way.
    pub fn stop_resize(&mut self) -> Result<(), NotConfirmed> {
        self.act(Action::StopResize, "")
    }

    /// Switches the formula off.
    pub fn disable_auto_scale(&mut self) -> Result<(), NotConfirmed> {
        self.act(Action::DisableAutoScale, "")
    }

    /// Deletes the pool.
    pub fn delete(&mut self, typed_name: &str) -> Result<(), NotConfirmed> {
        self.act(Action::Delete, typed_name)
    }

    /// Takes an action: its call is what is wanted next. The typed name counts where [`Action::needs_name`].
    pub fn act(&mut self, action: Action, typed_name: &str) -> Result<(), NotConfirmed> {
        self.possible(action)?;
        if action.needs_name() && typed_name.trim() != self.pool_name() {
            return Err(NotConfirmed::OtherName);
        }
        if !matches!(self.state, State::Planned(_)) {
            self.base = self.exists();
        }
        self.etag = match &self.base {
            Found::Pool(pool) => pool.etag.clone(),
            Found::Nothing => None,
        };
        if matches!(action, Action::Write(_)) {
            self.watch = Watch::default();
        }
        (self.lost, self.sent, self.given_up) = (None, 0, false);
        self.refused = None;
        self.go(State::Sending(action));
        Ok(())
    }

    /// Whether an action is possible where the submission stands, but for the name that must be typed.
    pub fn possible(&self, action: Action) -> Result<(), NotConfirmed> {
        let planned = matches!(self.state, State::Planned(_));
        let stands = planned || matches!(self.state, State::Watching | State::Steady);
        if !stands || (!planned && matches!(action, Action::Write(_))) {
            return Err(NotConfirmed::NotNow);
        }
        if matches!(action, Action::Write(_)) && !self.has_plan {
            return Err(NotConfirmed::NoPlan);
        }
        let pool = match (self.exists(), action) {
            (Found::Nothing, Action::Write(Way::Create)) => return Ok(()),
            (Found::Nothing, _) => return Err(NotConfirmed::NothingThere),
            (Found::Pool(_), Action::Write(Way::Create)) => return Err(NotConfirmed::AlreadyThere),
            (Found::Pool(pool), _) => pool,
        };
        if pool.deleting {
            return Err(NotConfirmed::BeingDeleted);
        }
        if self.conditional(action) && pool.etag.is_none() {
            return Err(NotConfirmed::NoEtag);
        }
        match action {
            Action::Write(Way::Update) if self.changed(&pool).is_none() => Err(NotConfirmed::NothingToChange),
            Action::Again(_) if pool.auto_scale => Err(NotConfirmed::OtherScale),
            Action::DisableAutoScale if !pool.auto_scale => Err(NotConfirmed::OtherScale),
            _ => Ok(()),
        }
    }

    /// What exists, as it was last read.
    pub fn exists(&self) -> Found {
        match (&self.state, self.watch.pool()) {
            (State::Planned(found), _) => found.clone(),
            (State::Watching | State::Steady, Some(pool)) => Found::Pool(Box::new(pool.clone())),
            _ => self.base.clone(),
        }
    }

    /// Whether an action is made against the state that was read.
    pub(super) fn conditional(&self, action: Action) -> bool {
        matches!(action, Action::Write(Way::Update | Way::Replace) | Action::Again(_))
    }
}
