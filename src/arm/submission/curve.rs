//! The curve of an allocation: so many points as a chart can show, however long it takes.

use super::Point;

/// More points are not kept.
pub(super) const MOST: usize = 240;

/// Adds a point. Of equal counts in a row only the first and the last are kept; of too many points every other one goes.
pub(super) fn add(points: &mut Vec<Point>, point: Point) {
    let same = |other: &Point| (other.dedicated, other.spot) == (point.dedicated, point.spot);
    if let [.., before, last] = points.as_mut_slice()
        && same(before)
        && same(last)
    {
        *last = point;
        return;
    }
    if points.len() >= MOST {
        let mut index = 0;
        points.retain(|_| {
            index += 1;
            index % 2 == 1
        });
    }
    points.push(point);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Moment;

    #[test]
    fn a_long_curve_stays_short_and_keeps_both_ends() {
        let mut points = Vec::new();
        for at in 0..10_000 {
            add(
                &mut points,
                Point {
                    at: Moment(at),
                    dedicated: at,
                    spot: 0,
                },
            );
            assert!(points.len() <= MOST);
        }
        assert_eq!(points.first().map(|point| point.at), Some(Moment(0)));
        assert_eq!(points.last().map(|point| point.at), Some(Moment(9_999)));
        assert!(points.is_sorted_by_key(|point| point.at));
    }

    #[test]
    fn a_plateau_is_its_two_ends() {
        let mut points = Vec::new();
        for at in 0..100 {
            let dedicated = i64::from(at >= 50);
            add(
                &mut points,
                Point {
                    at: Moment(at),
                    dedicated,
                    spot: 0,
                },
            );
        }
        let at: Vec<i64> = points.iter().map(|point| point.at.0).collect();
        assert_eq!(at, [0, 49, 50, 99]);
    }
}
