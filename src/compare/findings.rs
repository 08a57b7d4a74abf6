//! Findings that come and go: matched by their rule and by what their place means, not by where it stands in the text.

use super::identity;
use super::meaning::Place;
use crate::analysis::{Analysis, Located};
use crate::facts::contract::{POOL, Shape};
use crate::model::{Node, Sorted, Value, path};

/// What became of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only the first plan has it.
    Lost,
    /// Only the second plan has it.
    Gained,
    /// Both have it, but it weighs differently, or somebody accepted it in one of them.
    Weight,
}

impl Change {
    /// Every change, in the order in which they are told.
    pub const ALL: [Change; 3] = [Change::Gained, Change::Lost, Change::Weight];

    /// The name in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Change::Lost => "lost",
            Change::Gained => "gained",
            Change::Weight => "weight",
        }
    }
}

/// A finding that both plans do not have in the same way.
#[derive(Clone, Copy, Debug)]
pub struct FindingChange<'a> {
    /// What became of it.
    pub change: Change,
    /// The finding about the first plan.
    pub a: Option<&'a Located>,
    /// The finding about the second plan.
    pub b: Option<&'a Located>,
}

impl<'a> FindingChange<'a> {
    /// The finding: about the second plan where that has it, else about the first.
    pub fn located(&self) -> Option<&'a Located> {
        self.b.or(self.a)
    }
}

/// The shape of the pool in the plan document.
pub(super) static BODY: Shape = Shape::Object(POOL);

/// The findings that two plans do not share.
pub(super) fn changes<'a>(a: &'a Analysis, b: &'a Analysis) -> Vec<FindingChange<'a>> {
    let keys = |analysis: &Analysis| -> Vec<String> {
        let root = analysis.root.as_ref();
        analysis.findings.iter().map(|located| key(located, root)).collect()
    };
    let (keys_a, keys_b) = (keys(a), keys(b));
    let sorted = Sorted::new(keys_b.iter().map(String::as_str));
    let mut taken = vec![false; b.findings.len()];
    let mut paired: Vec<Option<&Located>> = vec![None; a.findings.len()];
    // Of several at one place those that weigh the same belong together first.
    for alike in [true, false] {
        for ((located, key), pair) in a.findings.iter().zip(&keys_a).zip(&mut paired) {
            if pair.is_some() {
                continue;
            }
            let free = sorted.places(key).iter().find_map(|(_, place)| {
                let other = b.findings.get(*place)?;
                let is_free = taken.get(*place) == Some(&false);
                (is_free && (!alike || weighs_alike(located, other))).then_some((*place, other))
            });
            if let Some((place, other)) = free {
                *pair = Some(other);
                if let Some(taken) = taken.get_mut(place) {
                    *taken = true;
                }
            }
        }
    }
    let mut changes = Vec::new();
    for (located, pair) in a.findings.iter().zip(paired) {
        let change = match pair {
            None => Change::Lost,
            Some(other) if !weighs_alike(located, other) => Change::Weight,
            Some(_) => continue,
        };
        changes.push(FindingChange {
            change,
            a: Some(located),
            b: pair,
        });
    }
    let gained = b.findings.iter().zip(taken).filter(|(_, taken)| !taken);
    changes.extend(gained.map(|(located, _)| FindingChange {
        change: Change::Gained,
        a: None,
        b: Some(located),
    }));
    changes
}

fn weighs_alike(one: &Located, other: &Located) -> bool {
    one.finding.severity == other.finding.severity && one.is_accepted() == other.is_accepted()
}

/// The rule, and the place with the items of its lists called by what names them.
fn key(located: &Located, root: Option<&Node>) -> String {
    let mut key = located.finding.rule.id.to_owned();
    let (mut at, mut name, mut shape) = (root, String::new(), None);
    for (depth, part) in located.finding.place.path().split('/').skip(1).enumerate() {
        let part = path::unescape(part);
        key.push('/');
        let node = at;
        at = node.and_then(|node| match &node.value {
            Value::List(items) => items.get(part.parse::<usize>().ok()?),
            _ => node.get(&part),
        });
        if let Some(Value::List(_)) = node.map(|node| &node.value) {
            let place = Place {
                name: &name,
                owner: "",
                shape,
            };
            let named = at.and_then(|item| identity::of(place).key(item, place));
            key.push_str(&named.unwrap_or(part));
            shape = match shape {
                Some(Shape::List(item)) => Some(*item),
                other => other.filter(|shape| matches!(shape, Shape::Any)),
            };
        } else {
            let (canonical, _) = super::meaning::canonical(&part, shape);
            key.push_str(&canonical);
            shape = match (depth, part.as_str()) {
                (0, "pool") => Some(&BODY),
                _ => super::masked::below(&part, shape).1,
            };
            name = part;
        }
    }
    key
}
