//! Which member is meant: pointers, dotted ways and bare names, in any letter case, by any of a member's names.

use super::{SURFACES, below_pool, known, name_of};
use crate::arm::PutPool;
use crate::facts::contract::{Member, POOL, Shape};
use crate::model::{Node, Value, path};

/// The way to a member as people write it: `properties.userAccounts[0].name`.
pub fn dotted(below: &str) -> String {
    let mut out = String::new();
    for part in below.split('/').skip(1) {
        let part = path::unescape(part);
        let letter = |c: char| c.is_ascii_alphabetic() || c == '_';
        if part == "*" {
            out.push_str("[]");
        } else if !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()) {
            out.push('[');
            out.push_str(&part);
            out.push(']');
        } else if part.starts_with(letter) && part.chars().all(|c| letter(c) || c.is_ascii_digit()) {
            out.push_str(if out.is_empty() { "" } else { "." });
            out.push_str(&part);
        } else {
            out.push('[');
            out.push_str(&Node::text(part).to_json());
            out.push(']');
        }
    }
    out
}

/// The members that a plan sets, by their pointers into it: what has no members itself, at most so many.
pub fn members(request: &PutPool, most: usize) -> Vec<String> {
    let mut found = Vec::new();
    set(&request.body, path::POOL, false, most, &mut found);
    found
}

/// The members of a value with all below them; those that have members themselves only if `all` are wanted.
fn set(node: &Node, at: &str, all: bool, most: usize, found: &mut Vec<String>) {
    if found.len() >= most {
        return;
    }
    let inner = match &node.value {
        Value::List(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
        _ => false,
    };
    // What the contract leaves open has no names.
    let open = known(below_pool(at)).is_some_and(|(_, _, shape)| matches!(shape, Shape::Any));
    if at != path::POOL && (all || open || !inner) {
        found.push(at.to_owned());
    }
    if open {
        return;
    }
    for (index, item) in node.items().iter().enumerate() {
        set(item, &path::item(at, index), all, most, found);
    }
    for member in node.counting_members() {
        set(&member.node, &path::child(at, &member.name), all, most, found);
    }
}

/// Every member of the contract; `*` stands for the place in a list or the name of an entry.
fn contract(members: &'static [Member], at: &str, found: &mut Vec<String>) {
    for member in members {
        let mut at = path::child(at, member.name);
        found.push(at.clone());
        let mut shape = &member.shape;
        if let Shape::List(item) | Shape::Map(item) = shape {
            at.push_str("/*");
            shape = item;
        }
        if let Shape::Object(inner) = shape {
            contract(inner, &at, found);
        }
    }
}

/// The members that somebody means by a pointer, a dotted way or a bare name, in any letter case and by any of their names,
/// as pointers into the plan. Those that the plan sets go before those of the contract, in which `*` stands for places.
pub fn find(request: &PutPool, text: &str) -> Vec<String> {
    let mut of_plan = Vec::new();
    set(&request.body, path::POOL, true, usize::MAX, &mut of_plan);
    let mut of_contract = Vec::new();
    contract(POOL, path::POOL, &mut of_contract);
    for all in [of_plan, of_contract] {
        for other_names in [false, true] {
            let means = |pointer: &&String| means(below_pool(pointer), text, other_names);
            let found: Vec<String> = all.iter().filter(means).cloned().collect();
            if !found.is_empty() {
                return found;
            }
        }
    }
    // A place that the plan does not have.
    let below = below_pool(text);
    match known(below) {
        Some(_) if text.starts_with('/') => vec![[path::POOL, below].concat()],
        _ => Vec::new(),
    }
}

fn means(below: &str, text: &str, other_names: bool) -> bool {
    if text.starts_with('/') {
        return !other_names && below.eq_ignore_ascii_case(below_pool(text));
    }
    if !other_names {
        return ends_with(&dotted(below), text);
    }
    // The item of a list is called as the list is.
    let is_item = below
        .rsplit('/')
        .next()
        .is_none_or(|last| last == "*" || last.parse::<usize>().is_ok());
    !is_item
        && SURFACES
            .iter()
            .skip(1)
            .any(|(id, _)| name_of(id, below).is_some_and(|name| ends_with(&name, text)))
}

/// Whether a dotted way is this text or ends with it, in any letter case.
fn ends_with(way: &str, text: &str) -> bool {
    let Some(at) = way.len().checked_sub(text.len()).filter(|_| !text.is_empty()) else {
        return false;
    };
    let same = way.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(text));
    same && (at == 0 || way.get(..at).is_some_and(|before| before.ends_with('.')))
}

/// Every member of the contract, by its pointer into the plan.
#[cfg(test)]
pub(super) fn every_member() -> Vec<String> {
    let mut found = Vec::new();
    contract(POOL, path::POOL, &mut found);
    found
}
