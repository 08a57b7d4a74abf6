//! Where passwords and keys stand in a document: by the contract in a pool, by their names anywhere else.

use std::sync::LazyLock;

use super::contract::{self, Member, Shape};
use crate::model::{self, Node, Value, is_expression, path};

/// The names of all members that the contract calls secret, wherever they belong.
static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut names = Vec::new();
    collect(contract::POOL, &mut names);
    names
});

fn collect(members: &'static [Member], names: &mut Vec<&'static str>) {
    for member in members {
        if member.secret && !names.contains(&member.name) {
            names.push(member.name);
        }
        if let Shape::Object(inner) | Shape::List(Shape::Object(inner)) | Shape::Map(Shape::Object(inner)) =
            &member.shape
        {
            collect(inner, names);
        }
    }
}

/// Every secret of the body of a pool, with its pointer into the plan, in the order of the body. A secret in another letter
/// case, or where it does not belong, is one as well.
pub fn of_body(body: &Node, found: &mut dyn FnMut(String, &Node)) {
    below(body, Some(contract::POOL), None, path::POOL, found);
}

/// Every secret of a whole plan document, in its order.
pub fn of_document(root: &Node, found: &mut dyn FnMut(String, &Node)) {
    for member in root.counting_members() {
        let pointer = path::child("", &member.name);
        if pointer == path::POOL {
            of_body(&member.node, found);
        } else if pointer == path::READINGS {
            of_readings(&member.node, found);
        } else if is_secret_name(&member.name) {
            found(pointer, &member.node);
        } else {
            below(&member.node, None, None, &pointer, found);
        }
    }
}

/// What claims to have been read, but stands where nothing is read, may be anything: it is nobody else’s business.
fn of_readings(readings: &Node, found: &mut dyn FnMut(String, &Node)) {
    if !matches!(readings.value, Value::List(_)) {
        return below(readings, None, None, path::READINGS, found);
    }
    for (index, item) in readings.items().iter().enumerate() {
        let at = path::item(path::READINGS, index);
        let is_reading = |item: &Node| item.get("path")?.as_text().map(model::readings::can_be_read);
        if is_reading(item) == Some(true) {
            below(item, None, None, &at, found);
            continue;
        }
        for member in item.counting_members() {
            let pointer = path::child(&at, &member.name);
            match member.name == "value" && member.node.value != Value::Null || is_secret_name(&member.name) {
                true => found(pointer, &member.node),
                false => below(&member.node, None, None, &pointer, found),
            }
        }
    }
}

/// Whether the contract calls a member of this name secret, wherever it belongs.
pub fn is_secret_name(name: &str) -> bool {
    NAMES.iter().any(|secret| secret.eq_ignore_ascii_case(name))
}

/// `members` are those an object may have here; `shape` is what a value looks like that is no object.
fn below(
    node: &Node,
    members: Option<&'static [Member]>,
    shape: Option<&Shape>,
    at: &str,
    found: &mut dyn FnMut(String, &Node),
) {
    match &node.value {
        Value::List(items) => {
            let shape = if let Some(Shape::List(item)) = shape {
                Some(*item)
            } else {
                None
            };
            for (index, item) in items.iter().enumerate() {
                let pointer = path::item(at, index);
                if hides(item, shape) {
                    found(pointer, item);
                } else {
                    below(item, members_of(shape), shape, &pointer, found);
                }
            }
        }
        Value::Object(_) => {
            for model::Member { name, node: inner, .. } in node.counting_members() {
                let known = members.and_then(|known| known.iter().find(|k| k.name.eq_ignore_ascii_case(name)));
                let pointer = path::child(at, name);
                let secret = match (known, shape) {
                    (Some(known), _) => known.secret,
                    (None, Some(Shape::Map(_))) => false,
                    (None, _) => is_secret_name(name),
                };
                let shape = match (known, shape) {
                    (Some(known), _) => Some(&known.shape),
                    (None, Some(Shape::Map(item))) => Some(*item),
                    (None, _) => None,
                };
                if secret && inner.value != Value::Null || hides(inner, shape) {
                    found(pointer, inner);
                } else if !matches!(shape, Some(Shape::Any)) {
                    below(inner, members_of(shape), shape, &pointer, found);
                }
            }
        }
        _ => {}
    }
}

/// Whether an expression stands where more than one value belongs: its words are source text, in which anything may stand.
fn hides(node: &Node, shape: Option<&Shape>) -> bool {
    let holds = matches!(
        shape,
        Some(Shape::Object(_) | Shape::List(_) | Shape::Map(_) | Shape::Any)
    );
    holds && node.as_text().is_some_and(is_expression)
}

fn members_of(shape: Option<&Shape>) -> Option<&'static [Member]> {
    if let Some(Shape::Object(members)) = shape {
        Some(members)
    } else {
        None
    }
}
