//! When a resize that goes on will end: by the pace seen so far, where there is one, else by the model.

use super::pace::millis;
use super::{ImageKind, Pace};
use crate::model::{IsoDuration, Millis, Moment};

/// A resize that goes on, with what was seen of it. All moments are of one clock: that of whoever reads.
#[derive(Clone, Copy, Debug)]
pub struct Growing<'a> {
    /// The image the nodes are made from.
    pub image: ImageKind,
    /// Nodes that shall be there, dedicated and Spot together.
    pub target: i64,
    /// When it began.
    pub began: Moment,
    /// How long it may take.
    pub time_out: IsoDuration,
    /// How many nodes were there at which moment, the oldest first.
    pub seen: &'a [(Moment, i64)],
}

/// How a resize ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With all nodes.
    AtTarget,
    /// By its time-out, with so many nodes.
    AtTimeOut(i64),
}

/// When a resize ends, and how. An estimate: [`super::MODEL`] belongs beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// When.
    pub end: Moment,
    /// How.
    pub ending: Ending,
    /// Whether it goes by the pace that was seen; otherwise by the model's alone.
    pub by_what_was_seen: bool,
}

/// A pace is told from what was seen over no less than this.
const LEAST_SEEN: Millis = 60_000;

/// The estimate at a moment. `None` where nodes leave, as that takes as long as their tasks, and where all are there.
pub fn estimate(growing: &Growing, now: Moment) -> Option<Estimate> {
    let current = growing.seen.last().map_or(0, |(_, nodes)| *nodes).max(0);
    let missing = growing.target.saturating_sub(current);
    if missing <= 0 {
        return None;
    }
    let deadline = growing.began.after(millis(growing.time_out));
    let pace = Pace::of(growing.image, growing.target);
    let came = current
        .saturating_sub(growing.seen.first().map_or(0, |(_, nodes)| *nodes))
        .max(0);
    // What one resize brings at most ends it at its time-out, however fast it goes.
    let enough = pace.most.is_none_or(|most| came.saturating_add(missing) <= most);
    let seen = SeenPace::of(growing.seen, now);
    let (end, at_deadline) = match &seen {
        Some(pace) => (
            pace.until.after(scaled(pace.time, missing, pace.nodes)).max(now),
            current.saturating_add(scaled(pace.nodes, deadline.since(pace.until).max(0), pace.time)),
        ),
        None => {
            let end = growing.began.after(pace.time_for(came.saturating_add(missing)));
            let left = pace.nodes_after(millis(growing.time_out)).saturating_sub(came).max(0);
            (
                end.max(now.after(pace.between.min(LEAST_SEEN))),
                current.saturating_add(left),
            )
        }
    };
    let by_what_was_seen = seen.is_some();
    if enough && end <= deadline {
        let ending = Ending::AtTarget;
        return Some(Estimate {
            end,
            ending,
            by_what_was_seen,
        });
    }
    let most = pace.most.map_or(i64::MAX, |most| current - came + most);
    let ending = Ending::AtTimeOut(at_deadline.min(most).clamp(current, growing.target));
    let end = deadline.max(now);
    Some(Estimate {
        end,
        ending,
        by_what_was_seen,
    })
}

/// A pace that was seen.
struct SeenPace {
    /// So many nodes came
    nodes: i64,
    /// in so much time,
    time: Millis,
    /// until this moment.
    until: Moment,
}

impl SeenPace {
    /// From the first nodes that came to the last ones; `None` until that tells a pace. Nodes come in batches: only when
    /// the next one is later than they were on average does the time since the last one count.
    fn of(seen: &[(Moment, i64)], now: Moment) -> Option<SeenPace> {
        let mut before = seen.first()?.1;
        let (mut first, mut last, mut batches) = (None, None, 0_i64);
        for (at, nodes) in seen {
            if *nodes > before {
                first = first.or(Some((*at, *nodes)));
                last = Some((*at, *nodes));
                batches += 1;
            }
            before = *nodes;
        }
        let ((from, at_first), (to, at_last)) = (first?, last?);
        let (nodes, time) = (at_last.saturating_sub(at_first), to.since(from));
        if nodes <= 0 || time < LEAST_SEEN {
            return None;
        }
        let overdue = now.since(to).saturating_sub(time / (batches - 1).max(1)).max(0);
        Some(SeenPace {
            nodes,
            time: time.saturating_add(overdue),
            until: to.after(overdue),
        })
    }
}

/// `value` × `by` / `of`, rounded up.
fn scaled(value: i64, by: i64, of: i64) -> i64 {
    // Counts of nodes and spans of days: exact enough as floating-point numbers, and never beyond what can be counted.
    (value as f64 * by as f64 / of.max(1) as f64).ceil() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Moment = Moment(1_000_000_000);

    fn at(minutes: i64) -> Moment {
        START.after(minutes * 60_000)
    }

    fn growing<'a>(image: ImageKind, target: i64, minutes: u64, seen: &'a [(Moment, i64)]) -> Growing<'a> {
        Growing {
            image,
            target,
            began: START,
            time_out: IsoDuration::minutes(minutes),
            seen,
        }
    }

    #[test]
    fn before_anything_is_seen_the_model_speaks() {
        let told = estimate(&growing(ImageKind::Managed, 300, 20, &[]), START).unwrap();
        assert_eq!(told.ending, Ending::AtTarget);
        assert!(!told.by_what_was_seen);
        assert!(told.end > at(10) && told.end <= at(15), "{told:?}");
    }

    #[test]
    fn a_large_pool_of_a_managed_image_ends_at_its_time_out() {
        let told = estimate(&growing(ImageKind::Managed, 2_000, 30, &[(START, 300)]), START).unwrap();
        assert_eq!((told.end, told.ending), (at(30), Ending::AtTimeOut(600)));
        let seen = [(START, 0), (at(1), 0), (at(2), 100), (at(4), 200)];
        let told = estimate(&growing(ImageKind::Managed, 2_000, 30, &seen), at(4)).unwrap();
        assert_eq!((told.end, told.ending), (at(30), Ending::AtTimeOut(300)));
    }

    #[test]
    fn a_pace_that_was_seen_counts_more_than_the_model() {
        let seen = [(START, 0), (at(3), 10), (at(4), 20), (at(5), 30)];
        let told = estimate(&growing(ImageKind::Marketplace, 50, 15, &seen), at(5)).unwrap();
        assert_eq!(
            (told.end, told.ending, told.by_what_was_seen),
            (at(7), Ending::AtTarget, true)
        );
        let told = estimate(&growing(ImageKind::Marketplace, 500, 15, &seen), at(5)).unwrap();
        assert_eq!((told.end, told.ending), (at(15), Ending::AtTimeOut(130)));
    }

    #[test]
    fn a_stall_puts_the_end_off() {
        let seen = [(START, 0), (at(3), 10), (at(5), 30)];
        let growing = growing(ImageKind::Marketplace, 50, 60, &seen);
        let ends = [5, 7, 8, 11].map(|minute| estimate(&growing, at(minute)).unwrap().end);
        assert_eq!(ends, [at(7), at(7), at(9), at(15)]);
    }

    #[test]
    fn nothing_is_estimated_of_nodes_that_leave_or_are_all_there() {
        assert_eq!(
            estimate(&growing(ImageKind::Managed, 5, 15, &[(START, 9)]), START),
            None
        );
        assert_eq!(
            estimate(&growing(ImageKind::Managed, 5, 15, &[(START, 5)]), START),
            None
        );
    }

    #[test]
    fn wild_numbers_do_no_harm() {
        for number in [i64::MIN, -1, 0, 1, i64::MAX] {
            for when in [i64::MIN, 0, i64::MAX] {
                let seen = [(START, 0), (Moment(when), number), (START, 7)];
                let growing = growing(ImageKind::Gallery { replicas: number }, number, u64::MAX, &seen);
                if let Some(told) = estimate(&growing, Moment(when)) {
                    assert!(told.end >= Moment(when));
                }
            }
        }
    }
}
