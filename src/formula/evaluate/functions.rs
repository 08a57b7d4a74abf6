//! The functions of a formula. `ceil`, `floor` and `round` came with a later revision of the page.

use super::machine::{Machine, Outcome};
use super::time;
use super::value::Value;
use std::cmp::Ordering;

type OfList = fn(&[f64]) -> Option<f64>;
type OfEach = fn(f64) -> f64;

/// Functions of a list of doubles and vectors, taken as one vector; `None` where it holds too few values.
const OF_LISTS: &[(&str, OfList)] = &[
    ("avg", |list| (!list.is_empty()).then(|| mean(list))),
    ("len", |list| Some(list.len() as f64)),
    ("max", greatest),
    ("min", least),
    ("norm", |list| {
        Some(list.iter().map(|value| value * value).sum::<f64>().sqrt())
    }),
    ("range", |list| Some(greatest(list)? - least(list)?)),
    ("std", deviation),
    ("sum", |list| Some(list.iter().sum())),
];

/// Functions of a double, or of each component of a vector.
const OF_EACH: &[(&str, OfEach)] = &[
    ("ceil", f64::ceil),
    ("floor", f64::floor),
    ("lg", f64::log2),
    ("ln", f64::ln),
    ("log", f64::log10),
    ("round", f64::round),
];

/// Calls a function.
pub(super) fn call<'a>(
    machine: &mut Machine<'a, '_>,
    name: &str,
    given: &[Value<'a>],
    at: usize,
) -> Outcome<Value<'a>> {
    if let Some((_, function)) = OF_LISTS.iter().find(|(known, _)| *known == name) {
        let list = machine.flat(given, at)?;
        let value = function(&list);
        return value
            .map(Value::Number)
            .ok_or_else(|| machine.fault(at, &format!("{name} lacks values")));
    }
    if let Some((_, function)) = OF_EACH.iter().find(|(known, _)| *known == name) {
        let mut list = machine.flat(given, at)?;
        list.iter_mut().for_each(|value| *value = function(*value));
        return match (given, list.as_slice()) {
            ([Value::Number(_) | Value::Metric(_)], [value]) => Ok(Value::Number(*value)),
            ([], _) => Err(machine.fault(at, &format!("{name} lacks values"))),
            _ => Ok(Value::Vector(list)),
        };
    }
    let value = match (name, given) {
        ("rand", []) => Some(Value::Number(machine.chance.f64())),
        ("vec", _) => Some(Value::Vector(machine.flat(given, at)?)),
        ("time", []) => Some(Value::Time(time::ticks(machine.now))),
        ("time", [Value::Text(text)]) => time::read(text, machine.now).map(Value::Time),
        ("val" | "percentile", [list, place]) => {
            let list = machine.flat(std::slice::from_ref(list), at)?;
            match machine.plain(place) {
                Value::Number(index) if name == "val" => element(&list, index),
                Value::Number(percent) => percentile(list, percent).map(Value::Number),
                _ => None,
            }
        }
        _ => None,
    };
    value.ok_or_else(|| {
        let kinds: Vec<&str> = given.iter().map(Value::kind).collect();
        machine.fault(at, &format!("{name}({}) has no value", kinds.join(", ")))
    })
}

/// The element at a place counted from zero; a fraction is cut off.
pub(super) fn element<'a>(list: &[f64], index: f64) -> Option<Value<'a>> {
    let known = index >= 0.0 && index < list.len() as f64;
    list.get(index as usize)
        .filter(|_| known)
        .map(|value| Value::Number(*value))
}

/// The element at or above which a percentage of the vector lies: the nearest rank, of 0 to 100. The page says no more
/// than that it is an element.
fn percentile(mut list: Vec<f64>, percent: f64) -> Option<f64> {
    if !(0.0..=100.0).contains(&percent) {
        return None;
    }
    let mut rank = ((percent / 100.0 * list.len() as f64).ceil() as usize).max(1);
    // What lies on the wrong side of the middle one is left out, until the middle one is it.
    loop {
        let middle = *list.get(list.len() / 2)?;
        let keep = |wanted: Ordering| -> Vec<f64> {
            let kept = list.iter().filter(|value| value.total_cmp(&middle) == wanted);
            kept.copied().collect()
        };
        let less = keep(Ordering::Less);
        if rank <= less.len() {
            list = less;
            continue;
        }
        let greater = keep(Ordering::Greater);
        let up_to_middle = list.len() - greater.len();
        if rank <= up_to_middle {
            return Some(middle);
        }
        rank -= up_to_middle;
        list = greater;
    }
}

fn mean(list: &[f64]) -> f64 {
    list.iter().sum::<f64>() / list.len() as f64
}

fn greatest(list: &[f64]) -> Option<f64> {
    list.iter().copied().reduce(f64::max)
}

fn least(list: &[f64]) -> Option<f64> {
    list.iter().copied().reduce(f64::min)
}

/// The standard deviation of a sample.
fn deviation(list: &[f64]) -> Option<f64> {
    let mean = mean(list);
    let squares: f64 = list.iter().map(|value| (value - mean) * (value - mean)).sum();
    (list.len() > 1).then(|| (squares / (list.len() - 1) as f64).sqrt())
}
