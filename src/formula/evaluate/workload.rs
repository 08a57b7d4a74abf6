//! The samples of the practice cloud: an imaginary workload, and the nodes that are there. A model, and nothing of it is
//! measured: tasks come in waves of two hours, the first at the creation of the pool. A sample can be seen after a minute,
//! as the page says, and now and then one is missing.

use super::Samples;
use super::samples::PERIOD;
use crate::model::{Millis, Moment};

/// How long it takes until a sample can be seen: about a minute.
const DELAY: Millis = 60_000;

/// Samples of a wave of tasks: it rises for a quarter, stays for a quarter, falls for a quarter, and then there is nothing
/// to do.
const WAVE: i64 = 240;

/// One of so many samples is missing.
const MISSING: u64 = 32;

/// The nodes of a pool, and what it wants to have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Nodes {
    /// Dedicated nodes that are there.
    pub dedicated: i64,
    /// Spot nodes that are there, preempted ones included.
    pub spot: i64,
    /// Spot nodes that were preempted.
    pub preempted: i64,
    /// The targets so far: dedicated nodes and Spot nodes.
    pub targets: [i64; 2],
    /// Tasks that a node runs at the same time.
    pub slots: i64,
}

/// An imaginary workload. The same seed and creation give the same tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Workload {
    seed: u64,
    created: Moment,
    nodes: Nodes,
}

impl Workload {
    /// The workload of a pool that was created at a moment and has these nodes now. Of their history nothing is known:
    /// the samples of the past are taken as if they had been there all along.
    pub fn new(seed: u64, created: Moment, nodes: Nodes) -> Workload {
        Workload { seed, created, nodes }
    }

    /// Tasks that wait or run at a moment, and those of its wave that are done.
    pub fn tasks(&self, at: Moment) -> (i64, i64) {
        let index = at.since(self.created) / PERIOD;
        if index < 0 {
            return (0, 0);
        }
        let peak = 4 + (self.chance(index / WAVE, 1) % 37) as i64;
        let quarter = WAVE / 4;
        let of_wave = index % WAVE;
        let (come, gone) = (of_wave.min(quarter) + 1, (of_wave - 2 * quarter).clamp(0, quarter));
        let come = (peak * come / quarter).clamp(1, peak);
        let done = peak * gone / quarter;
        (come - done, done)
    }

    /// A number that the seed decides.
    fn chance(&self, index: i64, purpose: u64) -> u64 {
        let index = index.unsigned_abs().wrapping_mul(0x9E37_79B9_7F4A_7C15);
        fastrand::Rng::with_seed(self.seed ^ index.rotate_left(17) ^ purpose).u64(..)
    }

    fn metric(&self, metric: &str, at: Moment) -> Option<f64> {
        let Nodes {
            dedicated,
            spot,
            preempted,
            slots,
            ..
        } = self.nodes;
        let usable = (dedicated + spot - preempted).max(0);
        let places = usable.saturating_mul(slots.max(1));
        let (pending, done) = self.tasks(at);
        let running = pending.min(places);
        let busy = if places > 0 {
            running as f64 / places as f64
        } else {
            0.0
        };
        Some(match metric {
            "$PendingTasks" => pending as f64,
            "$RunningTasks" => running as f64,
            "$ActiveTasks" => (pending - running) as f64,
            "$SucceededTasks" => done as f64,
            "$CurrentDedicatedNodes" | "$CurrentDedicated" => dedicated as f64,
            "$CurrentLowPriorityNodes" | "$CurrentLowPriority" => spot as f64,
            "$PreemptedNodeCount" => preempted as f64,
            "$UsableNodeCount" | "$SampleNodeCount" => usable as f64,
            "$TaskSlotsPerNode" => slots.max(1) as f64,
            // The page compares it with 0.7 for 70 percent.
            "$CPUPercent" => busy,
            "$WallClockSeconds" => (usable * PERIOD / 1_000) as f64,
            // The tasks neither fail nor touch memory, disks or network.
            "$FailedTasks" | "$MemoryBytes" | "$DiskBytes" | "$DiskReadBytes" | "$DiskWriteBytes" | "$DiskReadOps"
            | "$DiskWriteOps" | "$NetworkInBytes" | "$NetworkOutBytes" => 0.0,
            _ => return None,
        })
    }
}

impl Samples for Workload {
    fn has(&self, metric: &str) -> bool {
        self.metric(metric, self.created).is_some()
    }

    fn begin(&self) -> Moment {
        self.created
    }

    fn sample(&self, metric: &str, at: Moment, now: Moment) -> Option<f64> {
        let index = at.since(self.created) / PERIOD;
        let is_there = now.since(at) >= DELAY && !self.chance(index, 2).is_multiple_of(MISSING);
        self.metric(metric, at).filter(|_| is_there)
    }

    fn value(&self, metric: &str, now: Moment) -> f64 {
        self.metric(metric, now).unwrap_or_default()
    }

    fn targets(&self) -> [i64; 2] {
        self.nodes.targets
    }
}
