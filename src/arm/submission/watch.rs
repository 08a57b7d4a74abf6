//! What was seen of an allocation over time.

use super::{Allocation, BETWEEN_READS, PoolState};
use crate::model::{Millis, Moment};

/// How many nodes were there at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// When it was read, by the clock of whoever reads.
    pub at: Moment,
    /// Dedicated nodes.
    pub dedicated: i64,
    /// Spot nodes.
    pub spot: i64,
}

/// What was seen of an allocation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Watch {
    points: Vec<Point>,
    pool: Option<Box<PoolState>>,
    next: Option<Moment>,
}

impl Watch {
    /// The pool as it was last read.
    pub fn pool(&self) -> Option<&PoolState> {
        self.pool.as_deref()
    }

    /// The curve, the oldest point first.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// When the pool is read again.
    pub fn next_read(&self) -> Option<Moment> {
        self.next
    }

    /// Whether no resize goes on.
    pub fn is_steady(&self) -> bool {
        self.pool().is_some_and(|pool| pool.allocation == Allocation::Steady)
    }

    pub(super) fn saw(&mut self, pool: PoolState, now: Moment, jitter: f64) {
        self.points.push(Point {
            at: now,
            dedicated: pool.dedicated,
            spot: pool.spot,
        });
        let (least, most) = BETWEEN_READS;
        self.next = Some(now.after(least + ((most - least) as f64 * jitter.clamp(0.0, 1.0)) as Millis));
        self.pool = Some(Box::new(pool));
    }
}
