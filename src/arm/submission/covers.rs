//! Whether a pool as the service gives it is what was sent: it adds defaults, spells some values its own way, and keeps
//! secrets to itself.

use super::planned::Dropped;
use crate::facts::contract::{Member, POOL, Shape};
use crate::model::{IsoDuration, Node, Value, path};

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
            if found.is_none() && sent.members().is_empty() {
                return Covered::Same;
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

fn is_empty(node: &Node) -> bool {
    node.is_null() || matches!(&node.value, Value::Object(members) if members.is_empty())
}

/// What a PUT of `sent` would drop of what exists: members that it does not give, and secrets that only the service knows.
pub(super) fn dropped(sent: &Node, found: &Node) -> Vec<Dropped> {
    let mut out = Vec::new();
    of_object(Some(sent), found, POOL, path::POOL, &mut out);
    out
}

/// More are not listed.
const MOST: usize = 100;

fn of_object(sent: Option<&Node>, found: &Node, of: &[Member], at: &str, out: &mut Vec<Dropped>) {
    for known in of {
        if known.read_only || out.len() >= MOST {
            continue;
        }
        let pointer = path::child(at, known.name);
        let given = sent
            .and_then(|sent| sent.get(known.name))
            .filter(|given| !given.is_null());
        let there = found.get(known.name).filter(|there| !is_empty(there));
        match (given, there) {
            // Only where one must be there can it be said that there is one.
            (None, None) if known.secret && known.required_until.is_some() => out.push(Dropped {
                path: pointer,
                secret: true,
            }),
            (None, Some(there)) => {
                secrets(there, &known.shape, &pointer, out);
                out.push(Dropped {
                    path: pointer,
                    secret: known.secret,
                });
            }
            (Some(given), Some(there)) => of_value(given, there, &known.shape, &pointer, out),
            _ => {}
        }
    }
}

fn of_value(sent: &Node, found: &Node, shape: &Shape, at: &str, out: &mut Vec<Dropped>) {
    match shape {
        Shape::Object(of) => of_object(Some(sent), found, of, at, out),
        Shape::List(item) => {
            for (index, there) in found.items().iter().enumerate() {
                let pointer = path::item(at, index);
                match sent.items().get(index) {
                    Some(sent) => of_value(sent, there, item, &pointer, out),
                    None if out.len() < MOST => out.push(Dropped {
                        path: pointer,
                        secret: false,
                    }),
                    None => {}
                }
            }
        }
        _ => {}
    }
}

/// The secrets that go with a member that is dropped as a whole.
fn secrets(found: &Node, shape: &Shape, at: &str, out: &mut Vec<Dropped>) {
    match shape {
        Shape::Object(of) => {
            for known in of.iter().filter(|known| known.secret && known.required_until.is_some()) {
                out.push(Dropped {
                    path: path::child(at, known.name),
                    secret: true,
                });
            }
            for member in found.counting_members() {
                if let Some(known) = of.iter().find(|known| known.name == member.name) {
                    secrets(&member.node, &known.shape, &path::child(at, known.name), out);
                }
            }
        }
        Shape::List(item) => {
            for (index, node) in found.items().iter().enumerate().take(MOST) {
                secrets(node, item, &path::item(at, index), out);
            }
        }
        _ => {}
    }
}
