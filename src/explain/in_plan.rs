//! What an explanation has to do with a plan: its members, and what its rules say.

use super::Explanation;
use crate::facts::contract::{self, Member};
use crate::facts::error_texts::{KnownError, Related};
use crate::model::{Node, Value, path};
use crate::rules::{Finding, Rule};

/// An explanation seen from a plan.
#[derive(Debug, Default)]
pub struct InPlan<'a> {
    /// The members it concerns, the nearest first.
    pub places: Vec<Place>,
    /// What rules say about the same cause, in the order given.
    pub findings: Vec<&'a Finding>,
}

/// A member of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its pointer.
    pub path: String,
    /// What it holds.
    pub held: Held,
}

/// What a member of the plan holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// It is not there.
    Nothing,
    /// One value.
    Value(String),
    /// More than one value, or a secret.
    Unshown,
}

/// The pool's body under which names are looked for at most so deep.
const DEEP: usize = 24;

/// Explanations seen from a plan; of several possible causes of one answer, those that its rules speak of come first.
pub fn all_in_plan<'a>(
    explanations: Vec<Explanation>,
    root: &Node,
    findings: &[&'a Finding],
) -> Vec<(Explanation, InPlan<'a>)> {
    let mut all: Vec<(Explanation, InPlan)> = Vec::new();
    for explanation in explanations {
        let in_plan = in_plan(&explanation, root, findings);
        let likelier = |(other, seen): &(Explanation, InPlan)| {
            other.answer == explanation.answer && seen.findings.is_empty() && !in_plan.findings.is_empty()
        };
        let at = all.iter().position(likelier).unwrap_or(all.len());
        all.insert(at, (explanation, in_plan));
    }
    all
}

/// What an explanation has to do with a plan and its findings.
pub fn in_plan<'a>(explanation: &Explanation, root: &Node, findings: &[&'a Finding]) -> InPlan<'a> {
    let named: Vec<String> = explanation
        .named
        .iter()
        .filter_map(|name| pointer(root, name))
        .collect();
    let fields = explanation.known.map_or(&[][..], |known| known.fields);
    let mut places: Vec<Place> = Vec::new();
    for path in named.iter().map(String::as_str).chain(fields.iter().copied()) {
        if !places.iter().any(|place| place.path == path) {
            places.push(Place {
                path: path.to_owned(),
                held: held(root, path),
            });
        }
    }
    let concerns = |finding: &&Finding| {
        let at = finding.place.path();
        let of_rule = explanation.known.is_some_and(|known| match known.rules {
            Related::These(ids) => ids.contains(&finding.rule.id),
            Related::AtField => known.fields.first().is_some_and(|field| lies_in(at, field)),
        });
        of_rule || named.iter().any(|path| lies_in(at, path))
    };
    let findings = findings.iter().copied().filter(concerns).collect();
    InPlan { places, findings }
}

/// Whether a rule looks at the cause of an error.
pub fn looks_at(rule: &Rule, known: &KnownError) -> bool {
    match known.rules {
        Related::These(ids) => ids.contains(&rule.id),
        Related::AtField => known
            .fields
            .first()
            .is_some_and(|field| rule.fields.iter().any(|at| lies_in(at, field))),
    }
}

/// Whether a pointer is another, or leads into it.
fn lies_in(pointer: &str, outer: &str) -> bool {
    pointer
        .strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn held(root: &Node, path: &str) -> Held {
    let Some(node) = root.at(path) else {
        return Held::Nothing;
    };
    match &node.value {
        Value::Object(_) | Value::List(_) => Held::Unshown,
        _ if is_secret(path) => Held::Unshown,
        Value::Text(text) => Held::Value(text.clone()),
        _ => Held::Value(node.to_json()),
    }
}

/// The pointer of a property as the service names it: a path from the body on, or a name alone.
fn pointer(root: &Node, name: &str) -> Option<String> {
    if name.eq_ignore_ascii_case("virtualMachineImageId") {
        return Some(path::IMAGE_ID.to_owned());
    }
    let pool = root.get("pool")?;
    let parts: Vec<&str> = name.split(['.', '[', ']']).filter(|part| !part.is_empty()).collect();
    if let [one] = parts.as_slice() {
        let found = search(pool, one, &mut path::POOL.to_owned(), DEEP);
        return found.or_else(|| Some(path::child(path::PROPERTIES, one)).filter(|path| is_member(path)));
    }
    let inside = ["properties", "identity", "tags"]
        .iter()
        .any(|first| parts.first() == Some(first));
    let start = if inside { path::POOL } else { path::PROPERTIES };
    let mut pointer = start.to_owned();
    for part in parts {
        let names = root.at(&pointer).map_or(&[][..], Node::members);
        let here = names.iter().find(|member| member.name.eq_ignore_ascii_case(part));
        path::push(&mut pointer, here.map_or(part, |member| member.name.as_str()));
    }
    (root.at(&pointer).is_some() || is_member(&pointer)).then_some(pointer)
}

/// Whether the contract has a member at this pointer of the plan.
fn is_member(pointer: &str) -> bool {
    member_at(pointer).is_some()
}

fn member_at(pointer: &str) -> Option<&'static Member> {
    contract::member_at(pointer.strip_prefix(path::POOL)?)
}

/// Whether the contract calls this member, or one it lies in, a secret.
fn is_secret(pointer: &str) -> bool {
    let ends = pointer.match_indices('/').map(|(at, _)| at).chain([pointer.len()]);
    ends.filter_map(|end| member_at(pointer.get(..end)?))
        .any(|member| member.secret)
}

/// The first member of this name below a value.
fn search(node: &Node, name: &str, pointer: &mut String, deep: usize) -> Option<String> {
    let before = pointer.len();
    if deep == 0 {
        return None;
    }
    for member in node.counting_members() {
        path::push(pointer, &member.name);
        if member.name.eq_ignore_ascii_case(name) {
            return Some(pointer.clone());
        }
        if let Some(found) = search(&member.node, name, pointer, deep - 1) {
            return Some(found);
        }
        pointer.truncate(before);
    }
    for (index, item) in node.items().iter().enumerate() {
        path::push(pointer, &index.to_string());
        if let Some(found) = search(item, name, pointer, deep - 1) {
            return Some(found);
        }
        pointer.truncate(before);
    }
    None
}
