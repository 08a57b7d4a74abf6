//! What replacing a pool would drop of it.

use super::covers::is_empty;
use crate::facts::contract::{Member, POOL, Shape};
use crate::model::{Node, Value, path};

/// A member that exists and that the call would drop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Its pointer into the plan: `/pool/properties/startTask`.
    pub path: String,
    /// Whether it is a secret that the service does not give back: it cannot be read, kept or compared.
    pub secret: bool,
}

/// More are not listed.
const MOST: usize = 100;

/// What the service takes where nothing is said, beside what the schema calls a default: dropping it changes nothing.
const OMITTED: [(&str, &str); 7] = [
    ("interNodeCommunication", "Disabled"),
    ("elevationLevel", "NonAdmin"),
    ("targetDedicatedNodes", "0"),
    ("targetLowPriorityNodes", "0"),
    ("evaluationInterval", "PT15M"),
    ("provision", "BatchManaged"),
    ("waitForSuccess", "true"),
];

/// What a PUT of `sent` would drop of what exists: members that it does not give, and secrets that only the service knows.
pub(super) fn dropped(sent: &Node, found: &Node) -> Vec<Dropped> {
    let mut out = Vec::new();
    of_object(Some(sent), found, POOL, path::POOL, &mut out);
    out
}

fn add(out: &mut Vec<Dropped>, path: String, secret: bool) {
    if out.len() < MOST {
        out.push(Dropped { path, secret });
    }
}

/// `sent` is `None` where the object is dropped as a whole, and only the secrets in it are still to be told.
fn of_object(sent: Option<&Node>, found: &Node, of: &[Member], at: &str, out: &mut Vec<Dropped>) {
    let given = |name: &str| sent.and_then(|sent| sent.get(name)).filter(|given| !given.is_null());
    let mut secrets = of.iter().filter(|known| known.secret).peekable();
    if secrets.peek().is_some() && secrets.clone().all(|known| given(known.name).is_none()) {
        // Where one of several stands, nobody can tell which: the first stands for them.
        let there = secrets.find(|known| known.required_until.is_some() || has_secret(found, of));
        if let Some(known) = there {
            add(out, path::child(at, known.name), true);
        }
    }
    for known in of.iter().filter(|known| !known.read_only && !known.secret) {
        // An empty list of these says that nothing is mounted; without it, everything is.
        let counts = |there: &&Node| !is_empty(there) || known.name == "containerHostBatchBindMounts";
        let Some(there) = found.get(known.name).filter(counts) else {
            continue;
        };
        let pointer = path::child(at, known.name);
        let given = given(known.name);
        if sent.is_some() && given.is_none() && !is_default(known.name, known.default, there, &known.shape) {
            add(out, pointer.clone(), false);
        }
        of_value(given, there, &known.shape, &pointer, out);
    }
}

/// Whether a secret that need not be there must be: nothing else says who may enter.
fn has_secret(found: &Node, of: &[Member]) -> bool {
    let knows = |name: &str| of.iter().any(|member| member.name == name);
    knows("identityReference")
        && found.get("identityReference").is_none_or(is_empty)
        && (!knows("username") || found.get("username").is_some())
}

fn of_value(sent: Option<&Node>, found: &Node, shape: &Shape, at: &str, out: &mut Vec<Dropped>) {
    match shape {
        Shape::Object(of) => of_object(sent, found, of, at, out),
        Shape::List(item) => {
            for (index, there) in found.items().iter().enumerate().take(MOST) {
                let pointer = path::item(at, index);
                let given = sent.and_then(|sent| sent.items().get(index));
                if sent.is_some() && given.is_none() {
                    add(out, pointer.clone(), false);
                }
                of_value(given, there, item, &pointer, out);
            }
        }
        _ => {}
    }
}

/// Whether a value is what the service takes where nothing is said.
fn is_default(name: &str, default: Option<&str>, node: &Node, shape: &Shape) -> bool {
    let says = |text: &str| {
        let other = OMITTED
            .iter()
            .find(|(member, _)| *member == name)
            .map(|(_, value)| *value);
        default == Some(text) || other == Some(text)
    };
    match (&node.value, shape) {
        (Value::Text(text) | Value::Number(text), _) => says(text),
        (Value::Bool(value), _) => says(if *value { "true" } else { "false" }),
        (Value::Object(members), Shape::Object(of)) => members.iter().all(|member| {
            let known = of.iter().find(|known| known.name == member.name);
            known.is_some_and(|known| is_default(known.name, known.default, &member.node, &known.shape))
        }),
        _ => false,
    }
}
