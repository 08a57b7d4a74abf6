//! What was seen of an allocation over time.

use super::{Allocation, PoolState, ResizeError, curve};
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

/// Something worth knowing that happened on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// When it was noticed.
    pub at: Moment,
    /// What.
    pub what: What,
}

/// What happened on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The answer to the call was lost, but the pool shows that it was carried out.
    AnswerLost,
    /// The service refused the call because the pool is there already, and it is there as it was sent.
    ThereAlready,
    /// The answer to the call was lost, and a pool is there that is not as it was sent.
    OtherPool,
    /// The answer to the call was lost, and the pool shows that it was not carried out.
    NotCarriedOut,
    /// Somebody created or changed the pool between reading and writing: nothing was overwritten.
    ChangedMeanwhile,
    /// Somebody else changed the settings of the pool while it was watched.
    Changed,
    /// Somebody else began another resize.
    AnotherResize,
    /// Somebody else stopped the resize.
    Stopped,
    /// Somebody else deletes the pool.
    BeingDeleted,
    /// The deletion was accepted, but the pool stays.
    StillThere,
}

/// How an allocation that is steady ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settled<'a> {
    /// Dedicated nodes that are missing; negative where there are too many.
    pub dedicated: i64,
    /// Spot nodes that are missing; negative where there are too many.
    pub spot: i64,
    /// What went wrong. The service keeps the errors of a resize until the next one begins.
    pub errors: &'a [ResizeError],
    /// Whether the errors are of a resize that was over before this submission wrote: not of its own.
    pub of_older_resize: bool,
    /// What went wrong in the last evaluation of the formula.
    pub formula: Option<&'a ResizeError>,
}

impl Settled<'_> {
    /// Whether everything is as wished.
    pub fn is_reached(&self) -> bool {
        self.dedicated == 0
            && self.spot == 0
            && self.formula.is_none()
            && (self.errors.is_empty() || self.of_older_resize)
    }
}

/// What was seen of an allocation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Watch {
    points: Vec<Point>,
    pool: Option<Box<PoolState>>,
    notes: Vec<Note>,
    /// When the resize began, by the clock of whoever reads.
    began: Option<Moment>,
    /// How far the clock of whoever reads is ahead of the service's, where both are known for one moment.
    ahead: Option<Millis>,
    /// When the resize began that was the last one before this submission wrote, by the clock of the service.
    before: Option<Moment>,
    resizes: u32,
    steady: bool,
    /// Whether changes are to be expected, because an action of this submission brings them.
    expects: bool,
}

/// More notes are not kept.
const MOST_NOTES: usize = 20;

impl Watch {
    /// The pool as it was last read.
    pub fn pool(&self) -> Option<&PoolState> {
        self.pool.as_deref()
    }

    /// The curve, the oldest point first.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// What happened on the way, the oldest first.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// How many resizes this submission began, the creation included.
    pub fn resizes(&self) -> u32 {
        self.resizes
    }

    /// Whether no resize goes on.
    pub fn is_steady(&self) -> bool {
        self.steady
    }

    /// When the resize began, by the clock of whoever reads.
    pub fn began(&self) -> Option<Moment> {
        self.began
    }

    /// How long the resize takes already.
    pub fn elapsed(&self, now: Moment) -> Option<Millis> {
        Some(now.since(self.began?).max(0))
    }

    /// When the resize times out, by the clock of whoever reads.
    pub fn times_out(&self) -> Option<Moment> {
        Some(self.began?.after(millis(self.pool()?.time_out?.seconds())))
    }

    /// Nodes that are there, and that shall be there.
    pub fn progress(&self) -> Option<(i64, i64)> {
        let pool = self.pool()?;
        let all = |dedicated: i64, spot: i64| dedicated.saturating_add(spot);
        Some((
            all(pool.dedicated, pool.spot),
            all(pool.target_dedicated, pool.target_spot),
        ))
    }

    /// How it ended, once it is steady.
    pub fn settled(&self) -> Option<Settled<'_>> {
        let pool = self.pool().filter(|_| self.steady)?;
        let (dedicated, spot) = pool.missing();
        Some(Settled {
            dedicated,
            spot,
            errors: &pool.errors,
            of_older_resize: pool.started.is_some() && pool.started == self.before,
            formula: pool.auto_scale_run.as_ref().and_then(|run| run.error.as_ref()),
        })
    }

    pub(super) fn note(&mut self, what: What, at: Moment) {
        if self.notes.last().is_some_and(|last| last.what == what) {
            self.notes.pop();
        }
        if self.notes.len() < MOST_NOTES {
            self.notes.push(Note { at, what });
        }
    }

    pub(super) fn ahead(&self) -> Option<Millis> {
        self.ahead
    }

    /// A watch that goes on in another session.
    pub(super) fn resumed(resizes: u32, ahead: Option<Millis>) -> Watch {
        Watch {
            resizes,
            ahead,
            ..Watch::default()
        }
    }

    /// An action of this submission was carried out: the changes it brings are nobody else's.
    pub(super) fn acted(&mut self) {
        self.expects = true;
        self.steady = false;
    }

    /// A write of this submission was carried out: when the last resize before it began, and whether it begins another.
    pub(super) fn wrote(&mut self, before: Option<Moment>, resizes: bool) {
        self.acted();
        self.before = before;
        self.resizes = self.resizes.saturating_add(u32::from(resizes));
    }

    /// A pool was read, or came as the answer to an action of this submission (`own`).
    pub(super) fn saw(&mut self, pool: PoolState, now: Moment, own: bool) {
        let earlier = match &self.pool {
            Some(seen) => seen.started,
            None => self.before,
        };
        let begins = pool.started != earlier || self.began.is_none();
        if !own {
            self.notice(&pool, now);
        }
        if begins {
            self.began = pool
                .started
                .map(|started| self.local(started, now, own && pool.started != earlier, &pool));
        }
        curve::add(
            &mut self.points,
            Point {
                at: now,
                dedicated: pool.dedicated,
                spot: pool.spot,
            },
        );
        // The answer to a write may still tell of the time before it: only a read says that nothing goes on.
        let ends = pool.allocation == Allocation::Steady && !pool.deleting;
        self.steady = ends && (!own || pool.has_all());
        // What an action of this submission brought has been seen when the next resize goes on, or nothing does.
        self.expects &= own || pool.allocation == Allocation::Stopping;
        self.pool = Some(Box::new(pool));
    }

    /// A moment by the clock of the service as one of whoever reads. The clocks may differ by more than a resize takes.
    fn local(&mut self, started: Moment, now: Moment, just_now: bool, pool: &PoolState) -> Moment {
        if just_now {
            self.ahead = Some(now.since(started));
        }
        if let Some(ahead) = self.ahead {
            return started.after(ahead).min(now);
        }
        let longest = pool.time_out.map_or(0, |time_out| millis(time_out.seconds())).max(HOUR);
        let plausible = (0..=longest).contains(&now.since(started)) || pool.allocation == Allocation::Steady;
        if plausible { started.min(now) } else { now }
    }

    /// What somebody else did since the last reading.
    fn notice(&mut self, pool: &PoolState, now: Moment) {
        let Some(seen) = &self.pool else { return };
        let what = if pool.deleting && !seen.deleting {
            What::BeingDeleted
        } else if self.expects {
            return;
        } else if !seen.settings().same_json(&pool.settings()) {
            What::Changed
        } else if pool.allocation == Allocation::Stopping && seen.allocation != Allocation::Stopping {
            What::Stopped
        } else if pool.started != seen.started && !pool.auto_scale {
            What::AnotherResize
        } else {
            return;
        };
        self.note(what, now);
    }
}

const HOUR: Millis = 3_600_000;

fn millis(seconds: u64) -> Millis {
    Millis::try_from(seconds).unwrap_or(Millis::MAX).saturating_mul(1_000)
}
