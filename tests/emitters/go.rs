//! Go, read back by its grammar: the pool that the code makes is the pool of the request.

use std::collections::BTreeMap;

use batch_pool_planner::arm::PutPool;
use batch_pool_planner::emit::{self, Output};
use batch_pool_planner::input::parse;
use batch_pool_planner::model::{self, Value, path};
use tree_sitter::{Node, Parser};

use crate::cases::{all_leaves, is_noted, is_secret, own_plans};

/// A value as the code has it.
#[derive(Debug)]
pub enum Made {
    Struct(BTreeMap<String, Made>),
    /// A pool that has the members of its `properties` itself.
    Flat(BTreeMap<String, Made>),
    Map(BTreeMap<String, Made>),
    List(Vec<Made>),
    Text(String),
    Number(i64),
    Truth(bool),
    /// A constant of the library.
    Constant(String),
    Json(model::Node),
    Environment,
}

struct Reader<'a> {
    code: &'a str,
}

impl Reader<'_> {
    fn text(&self, node: Node) -> &str {
        &self.code[node.byte_range()]
    }

    fn value(&self, node: Node) -> Made {
        match node.kind() {
            "literal_element" | "parenthesized_expression" => self.value(node.named_child(0).expect("an element")),
            "unary_expression" => {
                let operand = self.value(node.child_by_field_name("operand").expect("an operand"));
                match operand {
                    Made::Number(number) if self.text(node).starts_with('-') => Made::Number(-number),
                    operand => operand,
                }
            }
            "composite_literal" => {
                let ty = self.text(node.child_by_field_name("type").expect("a type"));
                let body = node.child_by_field_name("body").expect("a body");
                if ty.starts_with("[]") {
                    Made::List(self.items(body))
                } else if ty.starts_with("map[") {
                    Made::Map(self.entries(body))
                } else {
                    Made::Struct(self.entries(body))
                }
            }
            // An entry without its type: only structs are written so.
            "literal_value" => Made::Struct(self.entries(node)),
            "interpreted_string_literal" => Made::Text(unquoted(self.text(node))),
            "int_literal" => Made::Number(self.text(node).parse().expect("a number")),
            "true" => Made::Truth(true),
            "false" => Made::Truth(false),
            "selector_expression" => Made::Constant(self.text(node).to_owned()),
            "call_expression" => {
                let function = self.text(node.child_by_field_name("function").expect("a function"));
                let arguments = node.child_by_field_name("arguments").expect("arguments");
                assert_eq!(arguments.named_child_count(), 1, "{function}");
                let argument = self.value(arguments.named_child(0).expect("an argument"));
                match (function, argument) {
                    ("os.Getenv", _) => Made::Environment,
                    ("json.RawMessage", Made::Text(json)) => Made::Json(parse(&json).expect("JSON")),
                    (_, argument) => argument,
                }
            }
            // What the grammar makes of a call with a type argument.
            "type_conversion_expression" => self.value(node.child_by_field_name("operand").expect("an operand")),
            other => panic!("{other}: {}", self.text(node)),
        }
    }

    fn items(&self, body: Node) -> Vec<Made> {
        (0..body.named_child_count())
            .map(|at| self.value(body.named_child(at as _).expect("an item")))
            .collect()
    }

    fn entries(&self, body: Node) -> BTreeMap<String, Made> {
        (0..body.named_child_count())
            .map(|at| {
                let entry = body.named_child(at as _).expect("an entry");
                assert_eq!(entry.kind(), "keyed_element");
                let key = self.text(entry.named_child(0).expect("a key"));
                let key = if key.starts_with('"') {
                    unquoted(key)
                } else {
                    key.to_owned()
                };
                (key, self.value(entry.named_child(1).expect("a value")))
            })
            .collect()
    }
}

/// The text of an interpreted string literal, as the language defines it.
fn unquoted(literal: &str) -> String {
    let inner = &literal[1..literal.len() - 1];
    let mut out = String::new();
    let mut rest = inner.chars();
    while let Some(c) = rest.next() {
        assert!(!matches!(c, '"' | '\n'), "{literal}");
        if c != '\\' {
            out.push(c);
            continue;
        }
        out.push(match rest.next().expect("an escape") {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '"' => '"',
            '\\' => '\\',
            'u' => {
                let hex: String = rest.by_ref().take(4).collect();
                char::from_u32(u32::from_str_radix(&hex, 16).expect("four digits")).expect("a character")
            }
            other => panic!("\\{other} in {literal}"),
        });
    }
    out
}

fn first<'a>(node: Node<'a>, fits: &dyn Fn(Node) -> bool) -> Option<Node<'a>> {
    if fits(node) {
        return Some(node);
    }
    (0..node.child_count()).find_map(|at| first(node.child(at as _)?, fits))
}

fn bare(text: &str) -> String {
    let letters = text.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

fn same(made: &Made, leaf: &model::Node) -> bool {
    match (made, &leaf.value) {
        (Made::Environment, _) => true,
        (Made::Json(json), _) => json.same_json(leaf),
        (Made::Text(text), Value::Text(wanted)) => text == wanted,
        (Made::Constant(name), Value::Text(wanted)) => !wanted.is_empty() && bare(name).ends_with(&bare(wanted)),
        (Made::Number(number), Value::Number(_)) => leaf.as_whole() == Some(*number),
        (Made::Truth(truth), Value::Bool(wanted)) => truth == wanted,
        (Made::List(items), Value::List(_)) => items.is_empty(),
        (Made::Struct(members) | Made::Flat(members) | Made::Map(members), Value::Object(_)) => members.is_empty(),
        _ => false,
    }
}

/// Follows a pointer below the pool through what was made.
pub fn follow<'a>(
    made: &'a Made,
    pointer: &str,
    names: &str,
    output: &Output,
) -> Option<(&'a Made, Option<model::Node>)> {
    let mut names = names.split('.');
    let mut here = made;
    let mut at = path::POOL.to_owned();
    let mut parts = pointer.strip_prefix(path::POOL)?.split('/').skip(1);
    while let Some(part) = parts.next() {
        here = match here {
            Made::List(items) => {
                let index: usize = part.parse().ok()?;
                // What was noted as a whole is not there.
                let noted = |index: usize| {
                    let pointer = path::item(&at, index);
                    output.left_out.iter().any(|note| note.path == pointer)
                };
                let gone = (0..index).filter(|index| noted(*index)).count();
                items.get(index - gone)?
            }
            Made::Map(entries) => entries.get(&path::unescape(part))?,
            Made::Flat(_) if part == "properties" => here,
            Made::Struct(members) | Made::Flat(members) => members.get(names.next()?)?,
            Made::Json(json) => {
                let rest: String = std::iter::once(part)
                    .chain(parts)
                    .flat_map(|part| ["/", part])
                    .collect();
                return Some((here, json.at(&rest).cloned()));
            }
            Made::Environment => return Some((here, None)),
            _ => return None,
        };
        at.push('/');
        at.push_str(part);
    }
    Some((here, None))
}

/// Every leaf of the body is there with its value, or noted.
pub fn check_leaves(case: &str, id: &str, made: &Made, request: &PutPool, output: &Output) {
    for (pointer, leaf) in all_leaves(request) {
        let below = pointer.strip_prefix(path::POOL).expect("below the pool");
        let name = emit::member_path(id, &pointer);
        let noted = is_noted(output, &pointer);
        // A secret has a note and is there as well.
        if noted && !(is_secret(&pointer) && name.is_some()) || request.body.at(below) != Some(leaf) {
            continue;
        }
        let names = name.unwrap_or_else(|| panic!("{case}: {pointer} has no name and no note\n{}", output.text));
        let found = follow(made, &pointer, &names, output);
        let carried = match &found {
            Some((_, Some(json))) => json.same_json(leaf),
            Some((made, None)) => same(made, leaf),
            None => false,
        };
        assert!(
            carried,
            "{case}: {pointer} ({names}) is {found:?} instead of {}\n{}",
            leaf.to_json(),
            output.text
        );
    }
}

pub fn check(case: &str, request: &PutPool, output: &Output) {
    let code = &output.text;
    let mut parser = Parser::new();
    parser
        .set_language(&tree_sitter_go::LANGUAGE.into())
        .expect("a grammar that fits");
    let tree = parser.parse(code, None).expect("a tree");
    let root = tree.root_node();
    let wrong = first(root, &|node| node.is_error() || node.is_missing());
    assert!(wrong.is_none(), "{case}: {wrong:?}\n{code}");
    let reader = Reader { code };
    let is_pool = |node: Node| {
        node.kind() == "composite_literal"
            && node
                .child_by_field_name("type")
                .is_some_and(|ty| &code[ty.byte_range()] == "armbatch.Pool")
    };
    let pool = first(root, &is_pool).expect("a pool");
    check_leaves(case, "go", &reader.value(pool), request, output);
    let body = &code[code.find("func main").expect("a program")..];
    for (package, mark) in [
        ("encoding/json", "json.RawMessage("),
        ("sdk/azcore/cloud", "cloud.Azure"),
        ("sdk/azcore/arm", "arm.ClientOptions"),
    ] {
        assert_eq!(
            code.contains(&format!("{package}\"\n")),
            body.contains(mark),
            "{case}: {package}"
        );
    }
    for line in code.lines() {
        assert_eq!(line.trim_end(), line, "{case}: a space at the end of a line");
        assert!(!line.trim_start_matches('\t').starts_with(' '), "{case}: `{line}`");
    }
}

#[test]
fn values_stand_below_each_other_as_gofmt_has_them() {
    let root = parse(
        r#"{"pool": {"properties": {
            "vmSize": "STANDARD_D2S_V3",
            "displayName": "x",
            "scaleSettings": {"fixedScale": {"targetDedicatedNodes": 1, "resizeTimeout": "PT15M"}},
            "taskSlotsPerNode": 2,
            "interNodeCommunication": "Disabled"
        }, "tags": {"a": "1", "a much longer name of more than forty letters": "2", "b": "3", "": "4"}}}"#,
    )
    .expect("JSON");
    let case = crate::cases::Case {
        name: "layout".to_owned(),
        root,
    };
    let text = (emit::find("go").expect("an emitter").emit)(&case.request()).text;
    let (_, pool) = text.split_once("\tpool := ").expect("a pool");
    let (pool, _) = pool.split_once("\n\n").expect("its end");
    assert_eq!(
        pool,
        "armbatch.Pool{
\t\tProperties: &armbatch.PoolProperties{
\t\t\tVMSize:      to.Ptr(\"STANDARD_D2S_V3\"),
\t\t\tDisplayName: to.Ptr(\"x\"),
\t\t\tScaleSettings: &armbatch.ScaleSettings{
\t\t\t\tFixedScale: &armbatch.FixedScaleSettings{
\t\t\t\t\tTargetDedicatedNodes: to.Ptr[int32](1),
\t\t\t\t\tResizeTimeout:        to.Ptr(\"PT15M\"),
\t\t\t\t},
\t\t\t},
\t\t\tTaskSlotsPerNode:       to.Ptr[int32](2),
\t\t\tInterNodeCommunication: to.Ptr(armbatch.InterNodeCommunicationStateDisabled),
\t\t},
\t\tTags: map[string]*string{
\t\t\t\"a\": to.Ptr(\"1\"),
\t\t\t\"a much longer name of more than forty letters\": to.Ptr(\"2\"),
\t\t\t\"b\": to.Ptr(\"3\"),
\t\t\t\"\":  to.Ptr(\"4\"),
\t\t},
\t}"
    );
}

#[test]
fn the_library_carries_the_whole_contract() {
    for plan in own_plans()
        .iter()
        .filter(|plan| plan.name != "wild" && plan.name != "older")
    {
        for note in (emit::find("go").expect("an emitter").emit)(&plan.request()).left_out {
            let text = note.why.text(batch_pool_planner::words::Language::English);
            assert!(
                text.contains("environment variable"),
                "{}: {}: {text}",
                plan.name,
                note.path
            );
        }
    }
}
