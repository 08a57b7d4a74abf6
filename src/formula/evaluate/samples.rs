//! The methods of a metric: its samples, every 30 seconds.

use super::machine::{Ended, Machine, Outcome};
use super::time;
use super::value::{Value, number};
use crate::model::{Millis, Moment, Span};

/// A sample is taken every 30 seconds.
pub(super) const PERIOD: Millis = 30_000;

/// How far back samples are kept here: a week. A model; the page says nothing of it.
const HISTORY: Millis = 7 * 86_400_000;

/// Calls a method of a metric.
pub(super) fn method<'a>(
    machine: &mut Machine<'a, '_>,
    name: &str,
    taken: &[Value<'a>],
    span: Span,
) -> Outcome<Value<'a>> {
    let at = span.start;
    let [Value::Metric(metric), given @ ..] = taken else {
        return Err(machine.fault(at, "only metrics of the service have methods"));
    };
    let given: Vec<Value> = given.iter().map(|value| machine.plain(value)).collect();
    let now = machine.now;
    let oldest = machine.samples.begin().max(now.after(-HISTORY));
    let before = oldest.after(-1);
    let moment = |value: &Value| match value {
        Value::Interval(ticks) => Some(now.after(ticks.saturating_neg() / time::MILLISECOND)),
        Value::Time(ticks) => Some(Moment(ticks / time::MILLISECOND)),
        _ => None,
    };
    match (name, given.as_slice()) {
        ("GetSamplePeriod", []) => Ok(Value::Interval(PERIOD * time::MILLISECOND)),
        ("HistoryBeginTime", []) => Ok(Value::Time(time::ticks(oldest))),
        ("Count", []) => {
            let all = between(machine, metric, before, now, usize::MAX, at)?;
            Ok(Value::Number(all.len() as f64))
        }
        // So many of the most recent samples.
        ("GetSample", [Value::Number(count)]) => {
            let recent = between(machine, metric, before, now, *count as usize, at)?;
            Ok(Value::Vector(recent))
        }
        ("GetSample" | "GetSamplePercent", [start, rest @ ..]) => {
            let (end, wanted) = match rest {
                [] => (Some(now), None),
                [Value::Number(percent)] if name == "GetSample" => (Some(now), Some(*percent)),
                [end] => (moment(end), None),
                [end, Value::Number(percent)] if name == "GetSample" => (moment(end), Some(*percent)),
                _ => (None, None),
            };
            let (Some(start), Some(end)) = (moment(start), end) else {
                return Err(machine.fault(at, &format!("{name} cannot take these values")));
            };
            // The page writes a look-back either way round.
            let (from, to) = (start.min(end), start.max(end));
            let found = between(machine, metric, from.max(before), to.min(now), usize::MAX, at)?;
            let possible = to.since(from) / PERIOD;
            let percent = match possible {
                0 => 0.0,
                possible => (found.len() as f64 * 100.0 / possible as f64).min(100.0),
            };
            if name == "GetSamplePercent" {
                return Ok(Value::Number(percent));
            }
            if let Some(wanted) = wanted.filter(|wanted| percent < *wanted) {
                let [wanted, received] = [wanted, percent.floor()].map(number);
                return Err(Ended {
                    lacks_samples: true,
                    at: machine.opening(span),
                    what: format!("Insufficient data from data set: {metric} wanted {wanted}%, received {received}%"),
                });
            }
            Ok(Value::Vector(found))
        }
        _ => Err(machine.fault(at, &format!("{name} is no method that takes these values"))),
    }
}

/// The newest samples behind a moment and up to another, at most so many, the oldest first.
fn between(machine: &mut Machine, metric: &str, from: Moment, to: Moment, most: usize, at: usize) -> Outcome<Vec<f64>> {
    let begin = machine.samples.begin();
    let mut found = Vec::new();
    let mut index = to.since(begin).div_euclid(PERIOD);
    while index >= 0 && found.len() < most {
        let taken = begin.after(index.saturating_mul(PERIOD));
        if taken <= from {
            break;
        }
        machine.spend(1, at)?;
        found.extend(machine.samples.sample(metric, taken, machine.now));
        index -= 1;
    }
    found.reverse();
    Ok(found)
}
