//! Nodes that come: how many there is room for, when the next ones do, and what is given up for want of room.

use super::course::ASKED_AGAIN;
use super::{Allocation, Circumstances, Kind, Trouble};
use crate::growth::Pace;
use crate::model::{Millis, Moment, portions};

/// A batch comes by this many thousandths of the time between two of them earlier, at most: chance makes nothing later
/// than the pace says.
const EARLIER: u64 = 200;

impl Allocation {
    /// The next batch of a resize comes.
    pub(super) fn nodes_come(&mut self, at: Moment, now: Moment, circumstances: &Circumstances) {
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
        // Asking in vain is no batch: how often that is done depends on the steps in which time passes.
        self.timers.batches += i64::from(brought > 0);
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

    /// Spot nodes that were taken back return.
    pub(super) fn nodes_return(&mut self, at: Moment, now: Moment, circumstances: &Circumstances) {
        let pace = Pace::of(circumstances.image, self.target.dedicated + self.target.spot);
        let running = self.spot - self.preempted;
        let capacity = circumstances
            .spot_capacity
            .map_or(i64::MAX, |most| most.saturating_sub(running).max(0));
        let room = if circumstances.image_is_there { capacity } else { 0 };
        // Of a huge number more return together.
        let batch = pace.batch.max(self.preempted / 100);
        let back = self.preempted.min(batch).min(room);
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
