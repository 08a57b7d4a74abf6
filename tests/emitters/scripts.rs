//! Python and JavaScript read back: the grammar parses the program, and the value that the program gives to `parameters`
//! is the body of the request.

use batch_pool_planner::arm::PutPool;
use batch_pool_planner::emit::Output;
use batch_pool_planner::facts::client_members::{Client, JAVASCRIPT, JAVASCRIPT_CONSTANTS, PYTHON};
use batch_pool_planner::facts::contract::{self, Member, Shape};
use batch_pool_planner::model::{Node, Value, path};
use tree_sitter::Node as Syntax;

use crate::cases::{all_leaves, is_noted, is_secret};

/// What stands for the value of a variable of the environment.
const FILLED: &str = "FILLED";

fn children<'a>(node: Syntax<'a>) -> Vec<Syntax<'a>> {
    let mut cursor = node.walk();
    node.named_children(&mut cursor)
        .filter(|child| child.kind() != "comment")
        .collect()
}

fn text<'a>(node: Syntax, source: &'a str) -> &'a str {
    &source[node.byte_range()]
}

/// A literal as both languages define it; escapes of other kinds are not written.
fn unquoted(literal: &str) -> String {
    let mut out = String::new();
    let mut rest = literal[1..literal.len() - 1].chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let escape = rest.next().expect("an escape");
        let digits = match escape {
            'x' => 2,
            'u' => 4,
            _ => 0,
        };
        let hex: String = rest.by_ref().take(digits).collect();
        out.push(match escape {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'x' | 'u' => char::from_u32(u32::from_str_radix(&hex, 16).expect("hex")).expect("a character"),
            '\\' | '"' | '\'' => escape,
            other => panic!("\\{other} in {literal}"),
        });
    }
    out
}

/// The value of an expression.
fn value(node: Syntax, source: &str) -> Node {
    match node.kind() {
        "string" => Node::text(unquoted(text(node, source))),
        "integer" | "float" | "number" | "unary_operator" | "unary_expression" => Node {
            value: Value::Number(text(node, source).to_owned()),
            span: Default::default(),
        },
        "true" => Node::bool(true),
        "false" => Node::bool(false),
        "none" | "null" => Node {
            value: Value::Null,
            span: Default::default(),
        },
        "list" | "array" => Node::list(children(node).into_iter().map(|item| value(item, source))),
        "dictionary" | "object" => Node::object(children(node).into_iter().map(|pair| {
            assert_eq!(pair.kind(), "pair", "{source}");
            let field = |name| pair.child_by_field_name(name).expect(name);
            let key = field("key");
            let name = match key.kind() {
                "property_identifier" => text(key, source).to_owned(),
                "computed_property_name" => unquoted(text(children(key)[0], source)),
                _ => unquoted(text(key, source)),
            };
            let sets_prototype =
                node.kind() == "object" && key.kind() != "computed_property_name" && name == "__proto__";
            assert!(!sets_prototype, "{source}");
            (name, value(field("value"), source))
        })),
        "call" | "call_expression" | "subscript" => Node::text(FILLED),
        other => panic!("{other} in {source}"),
    }
}

/// The right side of `parameters = …`.
fn parameters(node: Syntax, source: &str) -> Option<Node> {
    let (left, right) = match node.kind() {
        "assignment" => ("left", "right"),
        "variable_declarator" => ("name", "value"),
        _ => return children(node).into_iter().find_map(|child| parameters(child, source)),
    };
    let is_it = text(node.child_by_field_name(left)?, source) == "parameters";
    is_it.then(|| value(node.child_by_field_name(right).expect("a value"), source))
}

fn parsed(case: &str, language: tree_sitter::Language, source: &str) -> Node {
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(&language).expect("a grammar that fits");
    let tree = parser.parse(source, None).expect("a tree");
    assert!(!tree.root_node().has_error(), "{case}: {}\n{source}", tree.root_node());
    assert!(source.ends_with('\n') && !source.contains("\n\n\n\n"), "{case}");
    assert!(source.lines().all(|line| line.trim_end() == line), "{case}: {source}");
    parameters(tree.root_node(), source).unwrap_or_else(|| panic!("{case}: no parameters\n{source}"))
}

fn check(case: &str, request: &PutPool, output: &Output, body: &Node) {
    for (pointer, leaf) in all_leaves(request) {
        let below = pointer.strip_prefix(path::POOL).expect("below the pool");
        let arrived = body.at(below);
        let shadowed = request.body.at(below) != Some(leaf);
        assert!(
            is_secret(&pointer)
                || shadowed
                || is_noted(output, &pointer)
                || arrived.is_some_and(|arrived| arrived.same_json(leaf)),
            "{case}: {pointer} is {arrived:?} instead of {}:\n{}",
            leaf.to_json(),
            output.text
        );
    }
}

pub fn check_python(case: &str, request: &PutPool, output: &Output) {
    check(
        case,
        request,
        output,
        &parsed(case, tree_sitter_python::LANGUAGE.into(), &output.text),
    );
}

/// The body that the models of the library make: what is not in the resource's envelope goes below `properties`.
fn unflattened(node: Node) -> Node {
    let renamed = |node: &Node| rename_users(node, "");
    let (envelope, properties): (Vec<_>, Vec<_>) = node
        .members()
        .iter()
        .map(|member| (member.name.clone(), renamed(&member.node)))
        .partition(|(name, _)| name == "identity");
    let mut members = envelope;
    members.push(("properties".to_owned(), Node::object(properties)));
    Node::object(members)
}

/// `userName` of a registry is `username` in the body.
fn rename_users(node: &Node, of: &str) -> Node {
    match &node.value {
        Value::List(items) => Node::list(items.iter().map(|item| rename_users(item, of))),
        Value::Object(members) => Node::object(members.iter().map(|member| {
            let registry = of == "registry" || of == "containerRegistries";
            let name = if registry && member.name == "userName" {
                "username"
            } else {
                &member.name
            };
            (name.to_owned(), rename_users(&member.node, &member.name))
        })),
        _ => node.clone(),
    }
}

pub fn check_javascript(case: &str, request: &PutPool, output: &Output) {
    let parameters = parsed(case, tree_sitter_javascript::LANGUAGE.into(), &output.text);
    let body = if output.text.contains("client.poolOperations.create(") {
        unflattened(parameters)
    } else {
        parameters
    };
    check(case, request, output, &body);
}

/// How the libraries call every member that a request can have, and what their models take.
pub fn names() -> String {
    let mut rows = String::from("# pointer | shape in 2023-11-01 | azure-mgmt-batch | @azure/arm-batch\n");
    below(contract::POOL, "", &mut rows);
    rows
}

fn below(members: &'static [Member], at: &str, rows: &mut String) {
    for member in members.iter().filter(|member| !member.read_only) {
        let pointer = format!("{at}/{}", member.name);
        let name = |client: &Client| client.path(&pointer).unwrap_or_else(|| "-".to_owned());
        let required = if member.required_in(JAVASCRIPT.models) {
            " required"
        } else {
            ""
        };
        let constant = JAVASCRIPT_CONSTANTS
            .iter()
            .find(|(place, name, _)| *place == at && *name == member.name);
        let always = constant.map_or(String::new(), |(_, _, value)| format!(" always {value}"));
        rows.push_str(&format!(
            "{pointer} | {}{required}{always} | {} | {}\n",
            kind(&member.shape),
            name(&PYTHON),
            name(&JAVASCRIPT)
        ));
        items(&member.shape, pointer, rows);
    }
}

fn items(shape: &'static Shape, at: String, rows: &mut String) {
    match shape {
        Shape::Object(members) => below(members, &at, rows),
        Shape::List(item) | Shape::Map(item) => items(item, at + "/0", rows),
        _ => {}
    }
}

fn kind(shape: &Shape) -> String {
    match shape {
        Shape::Text | Shape::DateTime | Shape::Uri | Shape::ArmId => "text".to_owned(),
        Shape::Duration => "duration".to_owned(),
        Shape::Int32 => "number".to_owned(),
        Shape::Bool => "boolean".to_owned(),
        Shape::Any => "any".to_owned(),
        Shape::Choice(choices) => {
            let there = choices.iter().filter(|choice| choice.life.covers(JAVASCRIPT.models));
            there.map(|choice| choice.value).collect::<Vec<_>>().join(",")
        }
        Shape::Object(_) => "object".to_owned(),
        Shape::List(item) => format!("list of {}", kind(item)),
        Shape::Map(item) => format!("map of {}", kind(item)),
    }
}
