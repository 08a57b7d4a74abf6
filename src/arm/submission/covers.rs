//! Whether a pool as the service gives it is what was sent: it adds defaults, spells some values its own way, and keeps
//! secrets to itself.

use crate::facts::contract::{Member, POOL, Shape};
use crate::model::{IsoDuration, Node, Value};

/// How a value that is sent stands to the one that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Covered {
    /// It is what exists.
    Same,
    /// Nobody can know: the service does not give secrets back.
    Unknown,
    /// It is another one.
    Differs,
}

/// How a body stands to the body of the pool that exists.
pub(super) fn body(sent: &Node, found: &Node) -> Covered {
    object(sent, Some(found), POOL)
}

/// How one member of the body, or of its `properties`, stands to what exists.
pub(super) fn member(name: &str, sent: &Node, found: Option<&Node>, of: &[Member]) -> Covered {
    let known = of.iter().find(|known| known.name == name);
    match known {
        Some(known) if known.secret => Covered::Unknown,
        // What is done with running tasks when nodes go: an instruction, not a state. It is not given back.
        _ if name == "nodeDeallocationOption" => Covered::Same,
        Some(known) => value(sent, found, name, Some(&known.shape)),
        None => value(sent, found, name, None),
    }
}

fn object(sent: &Node, found: Option<&Node>, of: &[Member]) -> Covered {
    let each = sent.counting_members();
    each.map(|member_sent| {
        let there = found.and_then(|found| found.get(&member_sent.name));
        member(&member_sent.name, &member_sent.node, there, of)
    })
    .max()
    .unwrap_or(Covered::Same)
}

fn value(sent: &Node, found: Option<&Node>, name: &str, shape: Option<&Shape>) -> Covered {
    let differs = |differs: bool| if differs { Covered::Differs } else { Covered::Same };
    match (shape, &sent.value) {
        (_, Value::Null) => differs(found.is_some_and(|found| !is_empty(found))),
        (Some(Shape::Object(of)), Value::Object(_)) => {
            if sent.members().is_empty() {
                // An empty start task takes away the one that is there; anything else that is empty says nothing.
                return differs(name == "startTask" && found.is_some_and(|found| !is_empty(found)));
            }
            object(sent, found, of).max(differs(found.is_none()))
        }
        (Some(Shape::List(item)), Value::List(items)) => {
            let there = found.map_or(&[][..], Node::items);
            let pairs = items.iter().zip(there);
            let each = pairs.map(|(sent, found)| value(sent, Some(found), "", Some(item)));
            each.max()
                .unwrap_or(Covered::Same)
                .max(differs(items.len() != there.len()))
        }
        // Ids of identities are names here, which the service may spell in another letter case.
        (Some(Shape::Map(_)), Value::Object(_)) => {
            let there = found.map_or(&[][..], Node::members);
            let has = |name: &str| there.iter().any(|other| other.name.eq_ignore_ascii_case(name));
            let all = sent.counting_members().all(|member| has(&member.name));
            differs(!all || sent.counting_members().count() != there.len())
        }
        (_, Value::Text(text)) => {
            let same = found.and_then(Node::as_text).is_some_and(|there| match shape {
                Some(Shape::Choice(_) | Shape::ArmId) => there.eq_ignore_ascii_case(text),
                Some(Shape::Duration) => {
                    there == text || IsoDuration::parse(there).is_ok_and(|there| IsoDuration::parse(text) == Ok(there))
                }
                _ if name == "vmSize" || text.starts_with("/subscriptions/") => there.eq_ignore_ascii_case(text),
                _ => there == text,
            });
            differs(!same)
        }
        _ => differs(!found.is_some_and(|found| found.same_json(sent))),
    }
}

/// Whether a value says no more than its absence.
pub(super) fn is_empty(node: &Node) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Object(members) => members.is_empty(),
        Value::List(items) => items.is_empty(),
        _ => false,
    }
}
