//! Takes out of a pool what only the service sets, wherever the contract marks it.

use crate::facts::contract::{self, POOL, Shape};
use crate::model::{Member, Node, Value, path};

/// Takes the read-only members out of a pool body that stands at the pointer `at`, and tells of each with its pointer.
pub fn take_read_only(pool: &mut Node, at: &str, taken: &mut dyn FnMut(String, &Member)) {
    of_object(pool, POOL, at, taken);
}

fn of_object(node: &mut Node, known: &'static [contract::Member], at: &str, taken: &mut dyn FnMut(String, &Member)) {
    let Value::Object(members) = &mut node.value else {
        return;
    };
    members.retain_mut(|member| {
        let Some(known) = known.iter().find(|known| known.name == member.name) else {
            return true;
        };
        let pointer = path::child(at, &member.name);
        if known.read_only {
            taken(pointer, member);
            return false;
        }
        of_value(&mut member.node, &known.shape, &pointer, taken);
        true
    });
}

fn of_value(node: &mut Node, shape: &Shape, at: &str, taken: &mut dyn FnMut(String, &Member)) {
    match (shape, &mut node.value) {
        (Shape::Object(known), _) => of_object(node, known, at, taken),
        (Shape::List(item), Value::List(items)) => {
            for (index, node) in items.iter_mut().enumerate() {
                of_value(node, item, &path::item(at, index), taken);
            }
        }
        (Shape::Map(item), Value::Object(members)) => {
            for member in members {
                let pointer = path::child(at, &member.name);
                of_value(&mut member.node, item, &pointer, taken);
            }
        }
        _ => {}
    }
}
