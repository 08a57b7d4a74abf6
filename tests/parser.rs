//! The parser against another that reads the same language: what one reads the other reads alike, and what one refuses
//! the other refuses.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, missing_docs)]

use batch_pool_planner::input::{self, Dialect};
use batch_pool_planner::model::{self, Node};
use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use proptest::prelude::*;

/// Comments and trailing commas, and no other leniency.
const OPTIONS: ParseOptions = ParseOptions {
    allow_comments: true,
    allow_trailing_commas: true,
    allow_loose_object_property_names: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// The text as strict JSON by the other parser; `None` when it refuses it.
fn theirs(text: &str) -> Option<String> {
    fn written(value: &Value) -> String {
        match value {
            Value::NullKeyword(_) => "null".to_owned(),
            Value::BooleanLit(literal) => literal.value.to_string(),
            Value::NumberLit(number) => number.value.to_owned(),
            Value::StringLit(text) => quoted(&text.value),
            Value::Array(list) => listed(list.elements.iter().map(written)),
            Value::Object(object) => {
                let member = |property: &ObjectProp| (property.name.as_str().to_owned(), written(&property.value));
                membered(object.properties.iter().map(member))
            }
        }
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let parsed = parse_to_ast(text, &CollectOptions::default(), &OPTIONS).ok()?;
    Some(written(&parsed.value?))
}

/// The text as strict JSON by ours; `None` when it refuses it.
fn ours(text: &str) -> Option<String> {
    fn written(node: &Node) -> String {
        match &node.value {
            model::Value::Text(text) => quoted(text),
            model::Value::List(items) => listed(items.iter().map(written)),
            model::Value::Object(members) => membered(
                members
                    .iter()
                    .map(|member| (member.name.clone(), written(&member.node))),
            ),
            _ => node.to_json(),
        }
    }
    input::parse(text).ok().map(|node| written(&node))
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text")
}

fn listed(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

fn membered(members: impl Iterator<Item = (String, String)>) -> String {
    let members = members.map(|(name, value)| format!("{}:{value}", quoted(&name)));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

fn check(text: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(ours(text), theirs(text), "{:?}", text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pieces_of_json_are_read_alike(text in "([\\[\\]{},: \n]|\"[a-z]?\"|-?0|1|2.5|1e9|true|null|/\\* \\*/|// [a-z]?\n|\\\\){0,24}") {
        check(&text)?;
    }

    #[test]
    fn texts_are_read_alike(inside in "(\\\\[\"\\\\/bfnrtx]|\\\\u00e9|\\\\ud83d\\\\ude00|[a-z é😀/*]){0,12}") {
        check(&format!("{{\"{inside}\": [\"{inside}\",]}}"))?;
    }

    #[test]
    fn numbers_are_read_alike(number in "-?[0-9]{0,3}(\\.[0-9]{0,3})?([eE][+-]?[0-9]{0,2})?") {
        check(&format!("[{number}]"))?;
    }
}

#[test]
fn a_plan_that_breaks_off_anywhere_is_refused_by_both() {
    let plan = include_str!("fixtures/plans/wild.jsonc");
    for (at, _) in plan.char_indices() {
        let (head, _) = plan.split_at(at);
        assert_eq!(ours(head), theirs(head), "{head}");
    }
    assert!(ours(plan).is_some());
    assert_eq!(input::read(plan).dialect, Dialect::Plan);
}
