//! A value without the secrets in it.

use crate::facts::contract::{self, Shape};
use crate::facts::secrets;
use crate::model::{Member, Node, Value};

/// What stands in place of a secret.
const HIDDEN: &str = "***";

/// Whether a member is a secret: by the contract, and by its name wherever the contract does not know it.
pub(super) fn is_secret(name: &str, known: Option<&contract::Member>, around: Option<&Shape>) -> bool {
    match (known, around) {
        (Some(known), _) => known.secret,
        (None, Some(Shape::Map(_) | Shape::Any)) => false,
        (None, _) => secrets::is_secret_name(name),
    }
}

/// What the contract says of a member of an object: itself, and how its value looks.
pub(super) fn below(
    name: &str,
    around: Option<&'static Shape>,
) -> (Option<&'static contract::Member>, Option<&'static Shape>) {
    match around {
        Some(Shape::Object(members)) => {
            let known = members.iter().find(|member| member.name.eq_ignore_ascii_case(name));
            (known, known.map(|known| &known.shape))
        }
        Some(Shape::Map(item)) => (None, Some(*item)),
        Some(any @ Shape::Any) => (None, Some(any)),
        _ => (None, None),
    }
}

/// A copy of a value in which no secret can be read.
pub(super) fn masked(node: &Node, shape: Option<&'static Shape>) -> Node {
    let value = match &node.value {
        Value::List(items) => {
            let item = match shape {
                Some(Shape::List(item)) => Some(*item),
                Some(any @ Shape::Any) => Some(any),
                _ => None,
            };
            Value::List(items.iter().map(|node| masked(node, item)).collect())
        }
        Value::Object(_) => {
            let member = |member: &Member| {
                let (known, inner) = below(&member.name, shape);
                let hidden = is_secret(&member.name, known, shape) && !member.node.is_null();
                Member {
                    node: if hidden {
                        Node::text(HIDDEN)
                    } else {
                        masked(&member.node, inner)
                    },
                    name: member.name.clone(),
                    name_span: member.name_span,
                }
            };
            Value::Object(node.counting_members().map(member).collect())
        }
        other => other.clone(),
    };
    Node { value, span: node.span }
}
