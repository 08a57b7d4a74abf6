//! The pool as an ARM template, with parameters for what varies.

use super::deployment::{Deployment, Kind, POOL_TYPE, Parameter};
use super::{Emitter, Output, Syntax};
use crate::arm::PutPool;
use crate::model::{Node, Value, path};
use crate::words::words;

/// The template.
pub(super) static EMITTER: Emitter = Emitter {
    id: "template",
    title: words("ARM template", "Modèle ARM", "Modello di ARM"),
    file_name: FILE_NAME,
    syntax: Syntax::Json,
    emit,
};

const FILE_NAME: &str = "pool-template.json";
const SCHEMA: &str = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
const NAMES: &str = "parameters('accountName'), parameters('poolName')";

fn emit(request: &PutPool) -> Output {
    let deployment = Deployment::of(request, FILE_NAME);
    let version = request.api_version.to_string();
    let mut resource = vec![
        ("type".to_owned(), Node::text(POOL_TYPE)),
        ("apiVersion".to_owned(), Node::text(version.as_str())),
        (
            "name".to_owned(),
            Node::text(format!("[format('{{0}}/{{1}}', {NAMES})]")),
        ),
    ];
    resource.extend(members(&deployment, &deployment.body, path::POOL));
    let id = format!("resourceId('{POOL_TYPE}', {NAMES})");
    let steps = deployment.steps.iter().map(Node::text);
    let parameters = deployment
        .parameters
        .iter()
        .map(|parameter| (parameter.name.as_str(), declared(parameter)));
    let template = Node::object([
        ("$schema", Node::text(SCHEMA)),
        ("contentVersion", Node::text("1.0.0.0")),
        ("metadata", Node::object([("deploy", Node::list(steps))])),
        ("parameters", Node::object(parameters)),
        ("resources", Node::list([Node::object(resource)])),
        (
            "outputs",
            Node::object([
                ("poolId", output(format!("[{id}]"))),
                (
                    "allocationState",
                    output(format!("[reference({id}, '{version}').allocationState]")),
                ),
            ]),
        ),
    ]);
    Output {
        text: template.to_pretty_json() + "\n",
        left_out: deployment.left_out,
    }
}

fn output(value: String) -> Node {
    Node::object([("type", Node::text("string")), ("value", Node::text(value))])
}

fn declared(parameter: &Parameter) -> Node {
    let kind = match parameter.kind {
        Kind::Text => "string",
        Kind::Whole => "int",
        Kind::Secret | Kind::SecretJson => "secureString",
        Kind::SecretObject => "secureObject",
    };
    let about = Node::object([("description", Node::text(escaped(&parameter.about)))]);
    let mut members = vec![("type", Node::text(kind))];
    if let Some(default) = &parameter.default {
        members.push((
            "defaultValue",
            default.as_text().map_or_else(|| default.clone(), literal),
        ));
    }
    members.push(("metadata", about));
    Node::object(members)
}

fn members(deployment: &Deployment, node: &Node, at: &str) -> Vec<(String, Node)> {
    let carried = |member: &crate::model::Member| {
        let value = value(deployment, &member.node, &path::child(at, &member.name));
        (escaped(&member.name), value)
    };
    node.counting_members().map(carried).collect()
}

/// A value as the template says it.
fn value(deployment: &Deployment, node: &Node, at: &str) -> Node {
    if let Some(parameter) = deployment.parameter_at(at) {
        let name = format!("parameters('{}')", parameter.name);
        return Node::text(match parameter.kind {
            Kind::SecretJson => format!("[json({name})]"),
            _ => format!("[{name}]"),
        });
    }
    match &node.value {
        Value::Text(text) => literal(text),
        Value::List(items) => Node::list(
            items
                .iter()
                .enumerate()
                .map(|(index, item)| value(deployment, item, &path::item(at, index))),
        ),
        Value::Object(_) => Node::object(members(deployment, node, at)),
        _ => node.clone(),
    }
}

fn literal(text: &str) -> Node {
    Node::text(escaped(text))
}

/// A text that a template does not take for an expression: only one that begins and ends with a bracket is one.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    if text.starts_with('[') && text.ends_with(']') {
        out.push('[');
    }
    out.push_str(text);
    out
}
