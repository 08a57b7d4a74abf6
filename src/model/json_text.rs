//! Values → strict JSON text. Its own few lines, because numbers keep the text they were written with, and because a
//! general serialiser weighs four kilobytes in the download; tested against the JSON crate.

use super::{Node, Value};

/// Writes a value; with `indent`, over several lines and two spaces deeper at each level.
pub(super) fn write(node: &Node, indent: Option<usize>, out: &mut String) {
    match &node.value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(text) => out.push_str(text),
        Value::Text(text) => quote(text, out),
        Value::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                part(index, indent, out);
                write(item, indent.map(|indent| indent + 1), out);
            }
            end(items.is_empty(), indent, out);
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (index, member) in node.counting_members().enumerate() {
                part(index, indent, out);
                quote(&member.name, out);
                out.push_str(if indent.is_some() { ": " } else { ":" });
                write(&member.node, indent.map(|indent| indent + 1), out);
            }
            end(members.is_empty(), indent, out);
            out.push('}');
        }
    }
}

/// What stands before an item: a comma unless it is the first, and a new line.
fn part(index: usize, indent: Option<usize>, out: &mut String) {
    if index > 0 {
        out.push(',');
    }
    if let Some(indent) = indent {
        line(indent + 1, out);
    }
}

fn end(empty: bool, indent: Option<usize>, out: &mut String) {
    if let Some(indent) = indent.filter(|_| !empty) {
        line(indent, out);
    }
}

fn line(indent: usize, out: &mut String) {
    out.push('\n');
    for _ in 0..indent {
        out.push_str("  ");
    }
}

/// A text in double quotes, with the escapes that JSON asks for and no others.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if (c as u32) < 0x20 => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    fn json() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            any::<i64>().prop_map(Into::into),
            "\\PC{0,8}|[\\x00-\\x1f\"\\\\]{0,6}".prop_map(Into::into),
        ];
        leaf.prop_recursive(4, 32, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
                prop::collection::btree_map("[a-e\"\n]{0,3}", inner, 0..5)
                    .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn writes_as_the_json_crate_does(value in json()) {
            let text = value.to_string();
            let node = crate::input::parse(&text).expect("strict JSON is read");
            prop_assert_eq!(node.to_json(), text);
            prop_assert_eq!(node.to_pretty_json(), serde_json::to_string_pretty(&value).expect("written"));
        }
    }
}
