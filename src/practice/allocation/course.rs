//! The course of a resize: what happens at which moment. The times that a removal, a stop and a return take are a model;
//! no page gives them.

use super::{Allocation, Circumstances, Deallocation, Kind, Phase, Target, Trouble};
use crate::growth::Pace;
use crate::growth::pace::{ASKING, MACHINE, millis};
use crate::model::{Millis, Moment, portions};

/// A resize that has nothing to do is steady after this.
const NOTHING_TO_DO: Millis = 2_000;
/// From stopping a resize until the pool is steady.
const STOPPING: Millis = 20_000;
/// What waits for capacity is asked for again after this.
const ASKED_AGAIN: Millis = 60_000;
/// Nodes that leave together, and the time between two such portions.
const LEAVING: (i64, Millis) = (100, 10_000);
/// A batch comes by this many thousandths of the time between two of them earlier, at most: chance makes nothing later
/// than the pace says.
const EARLIER: u64 = 200;

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
    fn sought(&self) -> (i64, i64) {
        let ((dedicated, spot), (no_dedicated, no_spot)) = (self.missing(), self.timers.given_up);
        (if no_dedicated { 0 } else { dedicated }, if no_spot { 0 } else { spot })
    }

    fn nodes_leave(&mut self, at: Moment) {
        let (most, between) = LEAVING;
        let (dedicated, spot) = self.surplus();
        let dedicated = dedicated.min(most);
        let spot = spot.min(most - dedicated);
        self.dedicated -= dedicated;
        self.spot -= spot;
        // Those that were taken back go first.
        self.preempted = (self.preempted - spot).max(0);
        self.timers.leaves = (self.surplus() != (0, 0)).then(|| at.after(between));
    }

    fn nodes_come(&mut self, at: Moment, now: Moment, circumstances: &Circumstances) {
        self.timers.comes = None;
        if self.sought() == (0, 0) {
            return;
        }
        if !circumstances.image_is_there {
            self.errors.push(Trouble::ImageGone);
            self.timers.given_up = (true, true);
            return;
        }
        let pace = Pace::of(circumstances.image, self.target.dedicated + self.target.spot);
        let left = pace.most.map_or(pace.batch, |most| most - self.timers.brought);
        let brought = self.bring(left.clamp(0, pace.batch), circumstances);
        self.timers.brought += brought;
        self.timers.batches += 1;
        if left <= 0 {
            // What one resize brings is there; the rest waits until its time-out.
            return;
        }
        self.timers.comes = (self.sought() != (0, 0)).then(|| match brought {
            0 => self.asked_again(at, now),
            _ => at.after(pace.between - self.early(pace.between)),
        });
    }

    /// Brings so many nodes at most, dedicated and Spot in proportion to what is sought; gives up what has met a limit.
    fn bring(&mut self, most: i64, circumstances: &Circumstances) -> i64 {
        self.give_up_at_limits(circumstances);
        let (dedicated, spot) = self.sought();
        let dedicated_room = dedicated.min(self.room(Kind::Dedicated, circumstances));
        let spot_room = spot.min(self.room(Kind::Spot, circumstances));
        let share = portions(most.saturating_mul(dedicated_room), (dedicated_room + spot_room).max(1));
        let dedicated = share.min(dedicated_room);
        self.dedicated += dedicated;
        // The first may have taken room that both share.
        let spot_room = spot_room.min(self.room(Kind::Spot, circumstances));
        let spot = (most - dedicated).min(spot_room);
        self.spot += spot;
        if spot > 0 || dedicated > 0 {
            self.give_up_at_limits(circumstances);
        }
        dedicated + spot
    }

    /// Nodes of this kind for which there is room.
    fn room(&self, kind: Kind, circumstances: &Circumstances) -> i64 {
        let rooms = self.rooms(kind, circumstances);
        rooms.into_iter().map(|(room, _)| room).min().unwrap_or(0).max(0)
    }

    /// The room within each limit, and the trouble when there is none; for want of Spot capacity a resize waits.
    fn rooms(&self, kind: Kind, circumstances: &Circumstances) -> [(i64, Option<Trouble>); 4] {
        let room = |most: Option<i64>, used: i64| most.map_or(i64::MAX, |most| most.saturating_sub(used));
        let nodes = |cores: Option<i64>| cores.map(|cores| cores.max(0) / circumstances.vcpus.max(1));
        let all = self.dedicated + self.spot;
        let (quota, capacity) = match kind {
            Kind::Dedicated => (
                (
                    room(nodes(circumstances.dedicated_cores), self.dedicated),
                    Some(Trouble::CoreQuota),
                ),
                (
                    room(circumstances.dedicated_capacity, self.dedicated),
                    Some(Trouble::Capacity),
                ),
            ),
            Kind::Spot => (
                (
                    room(nodes(circumstances.spot_cores), self.spot),
                    Some(Trouble::SpotCoreQuota),
                ),
                (room(circumstances.spot_capacity, self.spot - self.preempted), None),
            ),
        };
        [
            quota,
            (room(circumstances.inter_node, all), Some(Trouble::InterNode)),
            (room(circumstances.addresses, all), Some(Trouble::Addresses(kind))),
            capacity,
        ]
    }

    /// What is sought and has no room within a limit is sought no longer in this resize.
    fn give_up_at_limits(&mut self, circumstances: &Circumstances) {
        let (dedicated, spot) = self.sought();
        for (sought, kind) in [(dedicated, Kind::Dedicated), (spot, Kind::Spot)] {
            let met = self
                .rooms(kind, circumstances)
                .into_iter()
                .find_map(|(room, trouble)| trouble.filter(|_| room <= 0));
            let Some(trouble) = met.filter(|_| sought > 0) else {
                continue;
            };
            match kind {
                Kind::Dedicated => self.timers.given_up.0 = true,
                Kind::Spot => self.timers.given_up.1 = true,
            }
            // The cap on nodes that talk is one for both kinds.
            if !self.errors.contains(&trouble) {
                self.errors.push(trouble);
            }
        }
    }

    fn nodes_return(&mut self, at: Moment, now: Moment, circumstances: &Circumstances) {
        let pace = Pace::of(circumstances.image, self.target.dedicated + self.target.spot);
        let running = self.spot - self.preempted;
        let capacity = circumstances
            .spot_capacity
            .map_or(i64::MAX, |most| most.saturating_sub(running).max(0));
        let room = if circumstances.image_is_there { capacity } else { 0 };
        let back = self.preempted.min(pace.batch).min(room);
        self.preempted -= back;
        self.timers.returns = None;
        self.timers.returns = (self.preempted > 0).then(|| match back {
            0 => self.asked_again(at, now),
            _ => at.after(pace.between),
        });
    }

    /// How much earlier than the pace says the next batch comes: chance that the seed, the resize and the number of the
    /// batch decide, and nothing else.
    fn early(&self, between: Millis) -> Millis {
        let resize = self.started.0.cast_unsigned().rotate_left(20);
        let batch = self.timers.batches.cast_unsigned().rotate_left(52);
        let part = fastrand::Rng::with_seed(self.seed ^ resize ^ batch).u64(..=EARLIER);
        let part = Millis::try_from(part).unwrap_or_default();
        (between / 1_000).saturating_mul(part).min(between - 1).max(0)
    }

    /// When something is asked for again that was asked for at `at` in vain: the first such moment after `now`, or after
    /// whatever else happens before. Until then nothing changes, and every answer is the same.
    fn asked_again(&self, at: Moment, now: Moment) -> Moment {
        let until = self.next().map_or(now, |next| next.min(now));
        at.after((until.since(at).max(0) / ASKED_AGAIN + 1).saturating_mul(ASKED_AGAIN))
    }
}
