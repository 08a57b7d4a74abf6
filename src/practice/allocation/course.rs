//! The course of a resize: what happens at which moment. The times that a removal, a stop and a return take are a model;
//! no page gives them.

use super::{Allocation, Circumstances, Deallocation, Kind, Phase, Target, Trouble};
use crate::growth::pace::{ASKING, MACHINE, millis};
use crate::model::{Millis, Moment};

/// A resize that has nothing to do is steady after this.
const NOTHING_TO_DO: Millis = 2_000;
/// From stopping a resize until the pool is steady.
const STOPPING: Millis = 20_000;
/// What waits for capacity is asked for again after this.
pub(super) const ASKED_AGAIN: Millis = 60_000;
/// Nodes that leave together, at the least, and the time between two such portions.
const LEAVING: (i64, Millis) = (100, 10_000);

/// When things happen next, and what a resize has brought so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Timers {
    /// The next batch of nodes comes.
    pub(super) comes: Option<Moment>,
    /// The next nodes leave.
    pub(super) leaves: Option<Moment>,
    /// Spot nodes that were taken back return.
    pub(super) returns: Option<Moment>,
    /// Batches of this resize.
    pub(super) batches: i64,
    /// Nodes that this resize has brought.
    pub(super) brought: i64,
    /// Whether dedicated nodes and Spot nodes are no longer sought in this resize.
    pub(super) given_up: (bool, bool),
}

impl Deallocation {
    /// From the beginning of a resize until the first nodes leave.
    fn takes(self) -> Millis {
        match self {
            Deallocation::Requeue | Deallocation::Terminate => 60_000,
            Deallocation::TaskCompletion => 4 * 60_000,
            Deallocation::RetainedData => 8 * 60_000,
        }
    }
}

impl Allocation {
    /// Begins a resize. Whether a pool may be resized at the moment is its account's to say.
    pub fn resize(&mut self, target: Target, deallocation: Deallocation, now: Moment) {
        self.target = Target {
            dedicated: target.dedicated.clamp(0, i64::from(i32::MAX)),
            spot: target.spot.clamp(0, i64::from(i32::MAX)),
            ..target
        };
        self.deallocation = deallocation;
        self.started = now;
        self.enter(Phase::Resizing, now);
        self.errors.clear();
        let (comes, leaves) = (self.missing() != (0, 0), self.surplus() != (0, 0));
        let first = now.after(if comes { ASKING + MACHINE } else { NOTHING_TO_DO });
        self.timers = Timers {
            comes: (comes || !leaves).then_some(first),
            leaves: leaves.then(|| now.after(deallocation.takes())),
            returns: self.timers.returns,
            ..Timers::default()
        };
    }

    /// Stops the resize that goes on: the pool keeps the nodes that are there. `false` where none goes on.
    pub fn stop(&mut self, now: Moment) -> bool {
        let goes_on = self.phase == Phase::Resizing;
        if goes_on {
            self.enter(Phase::Stopping, now);
        }
        goes_on
    }

    /// Takes back so many Spot nodes, and says how many there were to take. The pool stays as steady as it is, and still
    /// counts them: Batch keeps seeking its target, and they return when there is capacity.
    pub fn evict_spot(&mut self, nodes: i64, now: Moment) -> i64 {
        let taken = nodes.clamp(0, (self.spot - self.preempted).max(0));
        self.preempted += taken;
        if taken > 0 && self.timers.returns.is_none() {
            self.timers.returns = Some(now.after(ASKED_AGAIN + MACHINE));
        }
        taken
    }

    /// When something happens next, if nothing else comes about; `None` when nothing will.
    pub fn next(&self) -> Option<Moment> {
        let Timers {
            comes, leaves, returns, ..
        } = self.timers;
        let moments = match self.phase {
            Phase::Steady => [None, None, None, returns],
            Phase::Resizing => [comes, leaves, Some(self.deadline()), returns],
            Phase::Stopping => [None, None, Some(self.phase_since.after(STOPPING)), returns],
        };
        // What lies beyond what can be counted never comes.
        moments
            .into_iter()
            .flatten()
            .min()
            .filter(|at| *at < Moment(Millis::MAX))
    }

    /// Lets time pass up to `now`.
    pub fn advance(&mut self, now: Moment, circumstances: &Circumstances) {
        while let Some(at) = self.next().filter(|at| *at <= now) {
            if self.timers.returns == Some(at) {
                self.nodes_return(at, now, circumstances);
            }
            match self.phase {
                Phase::Steady => {}
                Phase::Stopping if at >= self.phase_since.after(STOPPING) => {
                    self.errors.push(Trouble::Stopped);
                    self.enter(Phase::Steady, at);
                }
                Phase::Stopping => {}
                Phase::Resizing => self.resizing(at, now, circumstances),
            }
        }
    }

    /// When the resize times out.
    pub fn deadline(&self) -> Moment {
        self.started.after(millis(self.target.time_out))
    }

    /// Dedicated and Spot nodes that are still to come.
    fn missing(&self) -> (i64, i64) {
        let Target { dedicated, spot, .. } = self.target;
        ((dedicated - self.dedicated).max(0), (spot - self.spot).max(0))
    }

    /// Dedicated and Spot nodes that are still to leave.
    fn surplus(&self) -> (i64, i64) {
        let Target { dedicated, spot, .. } = self.target;
        ((self.dedicated - dedicated).max(0), (self.spot - spot).max(0))
    }

    fn enter(&mut self, phase: Phase, at: Moment) {
        (self.phase, self.phase_since) = (phase, at);
        (self.timers.comes, self.timers.leaves) = (None, None);
    }

    fn resizing(&mut self, at: Moment, now: Moment, circumstances: &Circumstances) {
        if self.timers.leaves == Some(at) {
            self.nodes_leave(at);
        }
        if self.timers.comes == Some(at) {
            self.nodes_come(at, now, circumstances);
        }
        let (sought_dedicated, sought_spot) = self.sought();
        if sought_dedicated + sought_spot == 0 && self.surplus() == (0, 0) {
            self.enter(Phase::Steady, at);
        } else if at >= self.deadline() {
            let (surplus_dedicated, surplus_spot) = self.surplus();
            for (left, kind) in [
                (sought_dedicated + surplus_dedicated, Kind::Dedicated),
                (sought_spot + surplus_spot, Kind::Spot),
            ] {
                if left > 0 {
                    self.errors.push(Trouble::TimedOut(kind));
                }
            }
            self.enter(Phase::Steady, at);
        }
    }

    /// Dedicated and Spot nodes that this resize still seeks.
    pub(super) fn sought(&self) -> (i64, i64) {
        let ((dedicated, spot), (no_dedicated, no_spot)) = (self.missing(), self.timers.given_up);
        (if no_dedicated { 0 } else { dedicated }, if no_spot { 0 } else { spot })
    }

    fn nodes_leave(&mut self, at: Moment) {
        let (least, between) = LEAVING;
        let (dedicated, spot) = self.surplus();
        // Of a huge pool more leave together.
        let most = least.max((dedicated + spot) / 100);
        let dedicated = dedicated.min(most);
        let spot = spot.min(most - dedicated);
        self.dedicated -= dedicated;
        self.spot -= spot;
        // Those that were taken back go first.
        self.preempted = (self.preempted - spot).max(0);
        self.timers.leaves = (self.surplus() != (0, 0)).then(|| at.after(between));
    }
}
