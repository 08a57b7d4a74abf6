//! Whether the models of @azure/arm-batch carry a body unchanged. They drop members they do not have, refuse values of
//! another kind, drop `null`, and give two members a value of their own.

use crate::facts::client_members::{JAVASCRIPT, JAVASCRIPT_CONSTANTS};
use crate::facts::contract::{self, Shape};
use crate::model::{Decimal, IsoDuration, Node, Value};

/// Whether the request that the library makes of this body is the body.
pub(super) fn carries(body: &Node) -> bool {
    let has_properties = body.get("properties").is_some_and(|node| !node.members().is_empty());
    has_properties && fits(body, &Shape::Object(contract::POOL)) && constants_agree(body)
}

fn constants_agree(body: &Node) -> bool {
    JAVASCRIPT_CONSTANTS.iter().all(|(place, member, value)| {
        let said = |around: &Node| around.get(member).and_then(Node::as_text) == Some(value);
        body.at(place).is_none_or(said)
    })
}

fn fits(node: &Node, shape: &Shape) -> bool {
    match (&node.value, shape) {
        // The body of a member that may hold anything is an object of the language, and no model.
        (Value::Object(_), Shape::Any) => is_kept(node),
        (Value::Text(_), Shape::Text | Shape::DateTime | Shape::Uri | Shape::ArmId) => true,
        (Value::Text(text), Shape::Duration) => IsoDuration::parse(text).is_ok(),
        (Value::Text(text), Shape::Choice(choices)) => choices
            .iter()
            .any(|choice| choice.value == text && choice.life.covers(JAVASCRIPT.models)),
        (Value::Number(text), Shape::Int32) => is_exact(text),
        (Value::Bool(_), Shape::Bool) => true,
        (Value::List(items), Shape::List(shape)) => items.iter().all(|item| fits(item, shape)),
        (Value::Object(_), Shape::Map(shape)) => node
            .counting_members()
            .all(|member| member.name != "__proto__" && fits(&member.node, shape)),
        (Value::Object(_), Shape::Object(members)) => {
            let models = JAVASCRIPT.models;
            node.counting_members().all(|member| {
                members.iter().any(|known| {
                    known.name == member.name
                        && known.lives_in(models)
                        && !known.read_only
                        && fits(&member.node, &known.shape)
                })
            }) && members
                .iter()
                .all(|known| !known.required_in(models) || node.get(known.name).is_some())
        }
        _ => false,
    }
}

/// Whether everything in a value without a model is kept as a value of the language.
fn is_kept(node: &Node) -> bool {
    match &node.value {
        Value::Number(text) => is_exact(text),
        Value::List(items) => items.iter().all(is_kept),
        Value::Object(_) => node
            .counting_members()
            .all(|member| member.name != "__proto__" && is_kept(&member.node)),
        _ => true,
    }
}

fn is_exact(number: &str) -> bool {
    Decimal::parse(number).is_some_and(|number| number.is_kept_by_a_double())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::parse;

    fn carried(body: &str) -> bool {
        carries(&parse(body).expect("JSON"))
    }

    const MACHINE: &str = r#"{"properties": {"deploymentConfiguration": {"virtualMachineConfiguration": "#;

    #[test]
    fn what_the_models_have_is_carried() {
        assert!(carried(
            r#"{"properties": {"vmSize": "a", "taskSlotsPerNode": 2, "metadata": []}}"#
        ));
        assert!(carried(
            r#"{"properties": {"resourceTags": {"a": "b"}, "scaleSettings": {"fixedScale": {"resizeTimeout": "PT15M"}}}}"#
        ));
    }

    #[test]
    fn what_they_would_drop_or_refuse_is_not() {
        for body in [
            r#"{}"#,
            r#"{"properties": {}}"#,
            r#"{"properties": {"vmSize": null}}"#,
            r#"{"properties": {"vmSize": 5}}"#,
            r#"{"properties": {"vmSize": "a"}, "tags": {"a": "b"}}"#,
            r#"{"properties": {"vmsize": "a"}}"#,
            r#"{"properties": {"taskSlotsPerNode": 9007199254740993}}"#,
            r#"{"properties": {"interNodeCommunication": "enabled"}}"#,
            r#"{"properties": {"userAccounts": [{"name": "no password"}]}}"#,
            r#"{"properties": {"scaleSettings": {"fixedScale": {"resizeTimeout": "soon"}}}}"#,
            r#"{"properties": {"resourceTags": {"__proto__": "b"}}}"#,
        ] {
            assert!(!carried(body), "{body}");
        }
    }

    #[test]
    fn members_with_a_value_of_their_own_must_have_it() {
        for (profile, agrees) in [
            (r#"{"securityType": "trustedLaunch", "encryptionAtHost": true}"#, true),
            (r#"{"securityType": "confidentialVM"}"#, false),
            (r#"{"encryptionAtHost": true}"#, false),
        ] {
            let body = format!(
                r#"{MACHINE}{{"imageReference": {{}}, "nodeAgentSkuId": "a", "securityProfile": {profile}}}}}}}}}"#
            );
            assert_eq!(carried(&body), agrees, "{body}");
        }
    }
}
