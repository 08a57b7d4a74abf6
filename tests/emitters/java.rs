//! Java, read back by its grammar: the pool that the code defines is the pool of the request.

use std::collections::BTreeMap;

use batch_pool_planner::arm::PutPool;
use batch_pool_planner::emit::{self, Output};
use batch_pool_planner::input::parse;
use batch_pool_planner::words::Language;
use tree_sitter::{Node, Parser};

use crate::cases::own_plans;
use crate::go::{Made, check_leaves};

fn first<'a>(node: Node<'a>, fits: &dyn Fn(Node) -> bool) -> Option<Node<'a>> {
    if fits(node) {
        return Some(node);
    }
    (0..node.child_count()).find_map(|at| first(node.child(at as _)?, fits))
}

struct Reader<'a> {
    code: &'a str,
}

impl Reader<'_> {
    fn text(&self, node: Node) -> &str {
        &self.code[node.byte_range()]
    }

    fn arguments<'t>(&self, call: Node<'t>) -> Vec<Node<'t>> {
        let list = call.child_by_field_name("arguments").expect("arguments");
        (0..list.named_child_count())
            .map(|at| list.named_child(at as _).expect("an argument"))
            .collect()
    }

    fn value(&self, node: Node) -> Made {
        match node.kind() {
            "string_literal" => Made::Text(unquoted(self.text(node))),
            "decimal_integer_literal" => Made::Number(self.text(node).parse().expect("a number")),
            "unary_expression" => Made::Number(self.text(node).parse().expect("a number")),
            "true" => Made::Truth(true),
            "false" => Made::Truth(false),
            "field_access" => {
                let name = node.child_by_field_name("field").expect("a name");
                Made::Constant(self.text(name).to_owned())
            }
            "object_creation_expression" => Made::Struct(BTreeMap::new()),
            "method_invocation" => self.call(node),
            other => panic!("{other}: {}", self.text(node)),
        }
    }

    fn call(&self, node: Node) -> Made {
        let name = self.text(node.child_by_field_name("name").expect("a name"));
        let object = node.child_by_field_name("object");
        let arguments = self.arguments(node);
        let set = name.strip_prefix("with").filter(|set| *set != "ExistingBatchAccount");
        match (object.map(|object| self.text(object)), name) {
            (Some("System"), "getenv") => return Made::Environment,
            (Some("Duration"), "parse") => return self.value(arguments[0]),
            (Some("List"), "of") => return Made::List(arguments.into_iter().map(|item| self.value(item)).collect()),
            (Some("Map"), "of") => return Made::Map(BTreeMap::new()),
            (Some("Map"), "ofEntries") => {
                let entry = |entry: Node| {
                    let pair = self.arguments(entry);
                    let Made::Text(key) = self.value(pair[0]) else {
                        panic!("a key that is no text");
                    };
                    (key, self.value(pair[1]))
                };
                return Made::Map(arguments.into_iter().map(entry).collect());
            }
            (None, "json") => {
                return match self.value(arguments[0]) {
                    Made::Text(json) => Made::Json(parse(&json).expect("JSON")),
                    other => other,
                };
            }
            _ => {}
        }
        let object = object.expect("something it is called on");
        let mut made = match object.kind() {
            "identifier" => Made::Struct(BTreeMap::new()),
            _ => self.value(object),
        };
        if let (Some(set), Made::Struct(members)) = (set, &mut made) {
            let mut letters = set.chars();
            let first = letters.next().expect("a letter").to_ascii_lowercase();
            let before = members.insert(format!("{first}{}", letters.as_str()), self.value(arguments[0]));
            assert!(before.is_none(), "{set} is set twice");
        }
        made
    }
}

/// The text of a string literal, as the language defines it.
fn unquoted(literal: &str) -> String {
    let inner = &literal[1..literal.len() - 1];
    let mut units: Vec<u16> = Vec::new();
    let mut rest = inner.chars();
    while let Some(c) = rest.next() {
        assert!(!matches!(c, '"' | '\n' | '\r'), "{literal}");
        if c != '\\' {
            units.extend(c.encode_utf16(&mut [0; 2]).iter());
            continue;
        }
        units.push(match rest.next().expect("an escape") {
            'n' => 10,
            'r' => 13,
            't' => 9,
            '"' => 34,
            '\\' => 92,
            'u' => {
                let hex: String = rest.by_ref().take(4).collect();
                let unit = u16::from_str_radix(&hex, 16).expect("four digits");
                // These are read before the literal is: they would end it, or begin an escape.
                assert!(!matches!(unit, 10 | 13 | 34 | 92), "{literal}");
                unit
            }
            other => panic!("\\{other} in {literal}"),
        });
    }
    String::from_utf16(&units).expect("whole characters")
}

pub fn check(case: &str, request: &PutPool, output: &Output) {
    let code = &output.text;
    let mut parser = Parser::new();
    parser
        .set_language(&tree_sitter_java::LANGUAGE.into())
        .expect("a grammar that fits");
    let tree = parser.parse(code, None).expect("a tree");
    let root = tree.root_node();
    let wrong = first(root, &|node| node.is_error() || node.is_missing());
    assert!(wrong.is_none(), "{case}: {wrong:?}\n{code}");
    let reader = Reader { code };
    let is_pool = |node: Node| {
        node.kind() == "method_invocation"
            && node
                .child_by_field_name("name")
                .is_some_and(|name| &code[name.byte_range()] == "create")
    };
    let Made::Struct(mut members) = reader.value(first(root, &is_pool).expect("a pool")) else {
        panic!("{case}: not a pool");
    };
    let condition = members.remove("ifNoneMatch");
    assert!(matches!(condition, Some(Made::Text(any)) if any == "*"), "{case}");
    check_leaves(case, "java", &Made::Flat(members), request, output);
    let (imports, body) = code.split_once("public final class").expect("a class");
    let imports: Vec<&str> = imports.lines().filter(|line| line.starts_with("import ")).collect();
    assert!(imports.is_sorted(), "{case}: {imports:?}");
    for import in imports {
        let class = import.trim_end_matches(';').rsplit('.').next().expect("a class");
        let words = body.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        assert!(
            words.into_iter().any(|word| word == class),
            "{case}: {class} is not used"
        );
    }
    for line in code.lines() {
        assert_eq!(line.trim_end(), line, "{case}: a space at the end of a line");
        let indent = line.len() - line.trim_start().len();
        assert!(indent % 2 == 0 && !line.contains('\t'), "{case}: `{line}`");
        // A text or a constant alone cannot be broken.
        assert!(
            line.chars().count() <= 100 || line.trim_start().starts_with('"') || !line.contains('('),
            "{case}: long: `{line}`"
        );
    }
}

#[test]
fn the_library_carries_everything_but_tags() {
    for plan in own_plans()
        .iter()
        .filter(|plan| plan.name != "wild" && plan.name != "older")
    {
        for note in (emit::find("java").expect("an emitter").emit)(&plan.request()).left_out {
            let text = note.why.text(Language::English);
            assert!(
                text.contains("environment variable") || note.path == "/pool/tags",
                "{}: {}: {text}",
                plan.name,
                note.path
            );
        }
    }
}

#[test]
fn what_java_cannot_read_is_noted() {
    let root = parse(
        r#"{"target": {"apiVersion": "2024-07-01"}, "pool": {"properties": {
            "interNodeCommunication": "Perhaps",
            "scaleSettings": {"fixedScale": {"resizeTimeout": "P1W"}},
            "deploymentConfiguration": {"virtualMachineConfiguration": {"extensions": [
                {"name": "a", "settings": {"big": 1e400}}
            ]}}
        }}}"#,
    )
    .expect("JSON");
    let case = crate::cases::Case {
        name: "java".to_owned(),
        root,
    };
    let output = (emit::find("java").expect("an emitter").emit)(&case.request());
    let paths: Vec<&str> = output.left_out.iter().map(|note| note.path.as_str()).collect();
    for wanted in [
        "/target/apiVersion",
        "/pool/properties/interNodeCommunication",
        "/pool/properties/scaleSettings/fixedScale/resizeTimeout",
        "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/extensions/0/settings",
    ] {
        assert!(paths.contains(&wanted), "{wanted}: {paths:?}");
    }
    check("java", &case.request(), &output);
}
