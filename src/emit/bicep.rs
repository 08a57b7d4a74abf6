//! The pool as a Bicep file, with parameters for what varies, laid out as `bicep format` does.

use super::deployment::{Deployment, Kind, POOL_TYPE, Parameter};
use super::{Emitter, Output, Syntax, unseen};
use crate::arm::PutPool;
use crate::model::{Node, Value, path};
use crate::words::words;

/// The file.
pub(super) static EMITTER: Emitter = Emitter {
    id: "bicep",
    title: words("Bicep", "Bicep", "Bicep"),
    file_name: FILE_NAME,
    syntax: Syntax::Bicep,
    emit,
};

const FILE_NAME: &str = "pool.bicep";

/// Names that are written in quotes, though they look like others.
const WORDS: [&str; 11] = [
    "true", "false", "null", "if", "for", "in", "resource", "existing", "import", "with", "as",
];

fn emit(request: &PutPool) -> Output {
    let deployment = Deployment::of(request, FILE_NAME);
    let mut text = String::new();
    for step in &deployment.steps {
        text.push_str("// ");
        text.push_str(step);
        text.push('\n');
    }
    text.push_str("\ntargetScope = 'resourceGroup'\n");
    for parameter in &deployment.parameters {
        declared(parameter, &mut text);
    }
    let version = request.api_version.to_string();
    for part in [
        "\nresource account 'Microsoft.Batch/batchAccounts@",
        &version,
        "' existing = {\n  name: accountName\n}\n\nresource pool '",
        POOL_TYPE,
        "@",
        &version,
        "' = {\n  parent: account\n  name: poolName\n",
    ] {
        text.push_str(part);
    }
    members(&deployment, &deployment.body, path::POOL, 1, &mut text);
    text.push_str(
        "}\n\noutput poolId string = pool.id\noutput allocationState string = pool.properties.allocationState\n",
    );
    Output {
        text,
        left_out: deployment.left_out,
    }
}

fn declared(parameter: &Parameter, out: &mut String) {
    out.push_str("\n@description(");
    out.push_str(&quoted(&parameter.about));
    out.push_str(")\n");
    let kind = match parameter.kind {
        Kind::Text => " string",
        Kind::Whole => " int",
        Kind::Secret | Kind::SecretJson => " string",
        Kind::SecretObject => " object",
    };
    if !matches!(parameter.kind, Kind::Text | Kind::Whole) {
        out.push_str("@secure()\n");
    }
    out.push_str("param ");
    out.push_str(&parameter.name);
    out.push_str(kind);
    if let Some(default) = &parameter.default {
        out.push_str(" = ");
        match default.as_text() {
            Some(text) => out.push_str(&quoted(text)),
            None => out.push_str(&default.to_json()),
        }
    }
    out.push('\n');
}

fn line(depth: usize, out: &mut String) {
    for _ in 0..depth {
        out.push_str("  ");
    }
}

/// The members of an object, each on a line of its own.
fn members(deployment: &Deployment, node: &Node, at: &str, depth: usize, out: &mut String) {
    for member in node.counting_members() {
        line(depth, out);
        name(&member.name, out);
        out.push_str(": ");
        value(deployment, &member.node, &path::child(at, &member.name), depth, out);
        out.push('\n');
    }
}

fn name(name: &str, out: &mut String) {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let plain = name.chars().all(is_word) && !name.starts_with(|c: char| c.is_ascii_digit());
    if plain && !name.is_empty() && !WORDS.contains(&name) {
        out.push_str(name);
    } else {
        out.push_str(&quoted(name));
    }
}

/// A value that begins on a line at this depth.
fn value(deployment: &Deployment, node: &Node, at: &str, depth: usize, out: &mut String) {
    if let Some(parameter) = deployment.parameter_at(at) {
        let json = parameter.kind == Kind::SecretJson;
        out.push_str(if json { "json(" } else { "" });
        out.push_str(&parameter.name);
        out.push_str(if json { ")" } else { "" });
        return;
    }
    match &node.value {
        Value::Text(text) => out.push_str(&quoted(text)),
        // Only whole numbers are literals.
        Value::Number(text) => match node.as_whole() {
            Some(whole) => out.push_str(&whole.to_string()),
            None => {
                out.push_str("json(");
                out.push_str(&quoted(text));
                out.push(')');
            }
        },
        Value::List(items) if !items.is_empty() => {
            out.push_str("[\n");
            for (index, item) in items.iter().enumerate() {
                line(depth + 1, out);
                value(deployment, item, &path::item(at, index), depth + 1, out);
                out.push('\n');
            }
            line(depth, out);
            out.push(']');
        }
        Value::Object(_) if node.counting_members().next().is_some() => {
            out.push_str("{\n");
            members(deployment, node, at, depth + 1, out);
            line(depth, out);
            out.push('}');
        }
        _ => out.push_str(&node.to_json()),
    }
}

/// A Bicep string that stands for exactly this text.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('\'');
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\'' => out.push_str("\\'"),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // A value would begin here.
            '$' if rest.peek() == Some(&'{') => out.push_str("\\$"),
            c if c.is_control() || unseen(c) => out.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('\'');
    out
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    /// Reads a literal back as the Bicep compiler does.
    fn read(literal: &str) -> String {
        let inner = literal
            .strip_prefix('\'')
            .and_then(|rest| rest.strip_suffix('\''))
            .expect("quotes");
        let mut text = String::new();
        let mut rest = inner.chars().peekable();
        while let Some(c) = rest.next() {
            assert!(!matches!(c, '\'' | '\n' | '\r'), "{literal}");
            assert!(c != '$' || rest.peek() != Some(&'{'), "{literal}");
            if c != '\\' {
                text.push(c);
                continue;
            }
            text.push(match rest.next().expect("an escape") {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                c @ ('\'' | '\\' | '$') => c,
                'u' => {
                    assert_eq!(rest.next(), Some('{'));
                    let digits: String = rest.by_ref().take_while(|c| *c != '}').collect();
                    let code = u32::from_str_radix(&digits, 16).expect("hexadecimal");
                    char::from_u32(code).expect("a character")
                }
                other => panic!("\\{other} in {literal}"),
            });
        }
        text
    }

    /// The grammar finds one text in it, from the first quote to the last. It takes two slashes at the start of a text for
    /// a comment, which Bicep does not, so it sees other marks in their place.
    fn is_one_text(literal: &str) -> bool {
        let code = format!("var x = {}", literal.replace('/', "_"));
        let mut parser = tree_sitter::Parser::new();
        parser
            .set_language(&tree_sitter_bicep::LANGUAGE.into())
            .expect("a grammar that fits");
        let tree = parser.parse(&code, None).expect("a tree");
        let text = tree
            .root_node()
            .named_child(0)
            .and_then(|variable| variable.named_child(1));
        let text = text.expect("a value");
        !tree.root_node().has_error() && text.kind() == "string" && text.byte_range() == (8..code.len())
    }

    #[test]
    fn hostile_texts_are_read_back() {
        for text in [
            "",
            "'; output x string = 'y",
            "''' ${x} $${y} \\${z} $",
            "\\'\\",
            "a\nb\r\tc\0d\u{85}\u{2028}\u{2029}",
            "\u{202e}abc\u{200f}\u{feff}",
            "🦀 é $(rm) %{x} `x` // /* #",
            "\u{301}\u{1}\u{7f}\u{9f}1234",
        ] {
            let literal = quoted(text);
            assert_eq!(read(&literal), text);
            assert!(is_one_text(&literal), "{literal}");
            assert!(literal.chars().all(|c| !c.is_control() && !unseen(c)));
        }
        let long = "x'${".repeat(10_000);
        assert_eq!(read(&quoted(&long)), long);
    }

    proptest::proptest! {
        #[test]
        fn any_characters_are_read_back(characters in proptest::collection::vec(proptest::char::any(), 0..40)) {
            let text: String = characters.into_iter().collect();
            let literal = quoted(&text);
            proptest::prop_assert!(is_one_text(&literal), "{}", literal);
            proptest::prop_assert_eq!(read(&literal), text);
        }

        #[test]
        fn any_marks_are_read_back(text in "[\\\\'${}u\n/# a]{0,20}") {
            let literal = quoted(&text);
            proptest::prop_assert!(is_one_text(&literal), "{}", literal);
            proptest::prop_assert_eq!(read(&literal), text);
        }
    }

    #[test]
    fn names_are_quoted_when_they_must_be() {
        let written = |text: &str| {
            let mut out = String::new();
            name(text, &mut out);
            out
        };
        for plain in ["vmSize", "_a1", "name", "type"] {
            assert_eq!(written(plain), plain);
        }
        for text in ["", "1a", "a-b", "true", "resource", "é", "a b", "$schema"] {
            assert_eq!(written(text), quoted(text));
        }
    }
}
