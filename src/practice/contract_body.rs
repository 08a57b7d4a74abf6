//! Between what is written into a pool and what is kept and told of it, along the table of the contract: names, letter
//! case, what only the service sets, secrets, and the names of other api-versions.

use crate::facts::contract::{Member, POOL, Shape};
use crate::model::{ApiVersion, Node, Value};

/// What is kept of a written body: members under the names of the newest api-version in the contract's letter case, without
/// what only the service sets, without secrets and without `null`.
pub(super) fn kept(body: &Node) -> Node {
    of_object(body, POOL, &keep)
}

/// What is told of a kept body in an api-version: its own members, under its own names.
pub(super) fn told(body: &Node, version: ApiVersion) -> Node {
    of_object(body, POOL, &move |known, own| {
        let member = known.iter().find(|member| member.name == own)?;
        if member.lives_in(version) {
            return Some(member);
        }
        let earlier = |other: &&Member| {
            other.lives_in(version) && later_name(known, other).is_some_and(|later| std::ptr::eq(later, member))
        };
        known.iter().find(earlier)
    })
}

/// The member that took the place of another and looks like it; what only serves the same purpose is another thing.
fn later_name(known: &'static [Member], member: &Member) -> Option<&'static Member> {
    let now = member.now?;
    let later = known.iter().find(|other| other.name == now)?;
    let alike = std::mem::discriminant(&later.shape) == std::mem::discriminant(&member.shape);
    (alike && !matches!(later.shape, Shape::Object(_))).then_some(later)
}

/// Finds the member under which one is written, or says that it is left out.
type Finds = dyn Fn(&'static [Member], &str) -> Option<&'static Member>;

fn keep(known: &'static [Member], own: &str) -> Option<&'static Member> {
    let named = |name: &str| known.iter().find(|member| member.name.eq_ignore_ascii_case(name));
    let member = known.iter().find(|member| member.name == own).or_else(|| named(own))?;
    if member.read_only || member.secret {
        return None;
    }
    Some(later_name(known, member).unwrap_or(member))
}

fn of_object(node: &Node, known: &'static [Member], finds: &Finds) -> Node {
    let members = node.counting_members().filter(|member| !member.node.is_null());
    Node::object(members.filter_map(|own| {
        let member = finds(known, &own.name)?;
        Some((member.name, of_value(&own.node, &member.shape, finds)))
    }))
}

fn of_value(node: &Node, shape: &'static Shape, finds: &Finds) -> Node {
    match (shape, &node.value) {
        (Shape::Object(known), Value::Object(_)) => of_object(node, known, finds),
        (Shape::List(item), Value::List(items)) => Node::list(items.iter().map(|node| of_value(node, item, finds))),
        (Shape::Map(item), Value::Object(members)) => {
            let entry = |own: &crate::model::Member| (own.name.clone(), of_value(&own.node, item, finds));
            Node::object(members.iter().map(entry))
        }
        (Shape::Choice(choices), Value::Text(text)) => {
            let choice = choices.iter().find(|choice| choice.value.eq_ignore_ascii_case(text));
            Node::text(choice.map_or(text.as_str(), |choice| choice.value))
        }
        _ => plain(node),
    }
}

/// The same value, standing nowhere.
fn plain(node: &Node) -> Node {
    let mut node = node.clone();
    node.span = crate::model::Span::NOWHERE;
    node
}

/// Puts a member into an object, in the place of one of its name or behind the others.
pub(super) fn put(object: &mut Node, name: &str, node: Node) {
    let Value::Object(members) = &mut object.value else {
        return;
    };
    match members.iter_mut().find(|member| member.name == name) {
        Some(member) => member.node = node,
        None => members.extend(Node::object([(name, node)]).members().to_vec()),
    }
}

/// Takes a member out of an object.
pub(super) fn take(object: &mut Node, name: &str) -> Option<Node> {
    let Value::Object(members) = &mut object.value else {
        return None;
    };
    let at = members.iter().position(|member| member.name == name)?;
    Some(members.remove(at).node)
}

/// Something inside an object, by the names on the way.
pub(super) fn inside<'a>(mut node: &'a mut Node, way: &[&str]) -> Option<&'a mut Node> {
    for name in way {
        let Value::Object(members) = &mut node.value else {
            return None;
        };
        node = &mut members.iter_mut().find(|member| member.name == *name)?.node;
    }
    Some(node)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::parse;
    use crate::model::api_version::{V2019_08_01, V2025_06_01};

    #[test]
    fn secrets_and_what_the_service_sets_are_not_kept() {
        let body = r#"{ "id": "x", "Properties": { "vmSize": "a", "currentDedicatedNodes": 4, "displayName": null,
            "interNodeCommunication": "enabled",
            "userAccounts": [{ "name": "u", "password": "p" }] } }"#;
        let kept = kept(&parse(body).unwrap());
        assert_eq!(
            kept.to_json(),
            r#"{"properties":{"vmSize":"a","interNodeCommunication":"Enabled","userAccounts":[{"name":"u"}]}}"#
        );
    }

    #[test]
    fn each_version_is_told_its_own_names() {
        let kept = kept(&parse(r#"{ "tags": {"a": "b"}, "properties": { "maxTasksPerNode": 4 } }"#).unwrap());
        let told = |version| told(&kept, version).to_json();
        assert_eq!(
            told(V2025_06_01),
            r#"{"tags":{"a":"b"},"properties":{"taskSlotsPerNode":4}}"#
        );
        assert_eq!(told(V2019_08_01), r#"{"properties":{"maxTasksPerNode":4}}"#);
    }
}
