//! Values that nobody knows yet: expressions that an import left where a value belongs. Every output says where they stand.

use super::{LeftOut, Output, secrets};
use crate::arm::PutPool;
use crate::model::{Node, Value, is_expression, path};
use crate::words::{Message, Words, words};

static UNKNOWN: Words = words(
    "The value is not known: replace {0}.",
    "La valeur n’est pas connue : remplacez {0}.",
    "Il valore non è noto: sostituire {0}.",
);

/// Adds a note for each expression of the request, unless the output says of its place already that a variable holds it.
pub(super) fn note(request: &PutPool, output: &mut Output) {
    let mut found = Vec::new();
    for (value, pointer) in [
        (&request.subscription, path::SUBSCRIPTION),
        (&request.resource_group, path::RESOURCE_GROUP),
        (&request.account, path::ACCOUNT),
        (&request.region, path::REGION),
        (&request.pool_name, path::POOL_NAME),
    ] {
        add(value.as_deref().unwrap_or_default(), pointer, &mut found);
    }
    walk(&request.body, &mut path::POOL.to_owned(), &mut found);
    if found.is_empty() {
        return;
    }
    let secrets = secrets::find(&request.body);
    found.retain(|left: &LeftOut| {
        let below = |above: &str| {
            let rest = left.path.strip_prefix(above);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let of_secret = secrets.iter().any(|secret| below(&secret.path));
        !(of_secret && output.left_out.iter().any(|own| below(&own.path)))
    });
    output.left_out.append(&mut found);
}

fn walk(node: &Node, at: &mut String, found: &mut Vec<LeftOut>) {
    let length = at.len();
    match &node.value {
        Value::Text(text) => add(text, at, found),
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                path::push(at, &index.to_string());
                walk(item, at, found);
                at.truncate(length);
            }
        }
        Value::Object(_) => {
            for member in node.counting_members() {
                path::push(at, &member.name);
                // Identities stand in the names of members.
                add(&member.name, at, found);
                walk(&member.node, at, found);
                at.truncate(length);
            }
        }
        _ => {}
    }
}

fn add(text: &str, at: &str, found: &mut Vec<LeftOut>) {
    if is_expression(text) {
        found.push(LeftOut {
            path: at.to_owned(),
            why: Message::new(&UNKNOWN, [text.into()]),
        });
    }
}
