//! A body as JSON with its secrets taken out, each to be written as its language writes a variable.

use super::secrets::Secret;
use crate::model::{Node, Value, path};

/// A piece of a body with its secrets taken out.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece<'a> {
    /// JSON.
    Json(String),
    /// A variable, inside the quotes of a JSON text if the secret is one.
    Secret(&'a Secret),
}

/// The body as strict JSON over several lines, like [`Node::to_pretty_json`], but for its secrets. `text` writes a JSON
/// text with its quotes.
pub(super) fn pieces<'a>(body: &Node, secrets: &'a [Secret], text: fn(&str) -> String) -> Vec<Piece<'a>> {
    let mut printer = Printer {
        secrets,
        text,
        json: String::new(),
        pieces: Vec::new(),
    };
    printer.value(body, path::POOL, 0);
    printer.flush();
    printer.pieces
}

/// A JSON text with its quotes.
pub(super) fn json_text(text: &str) -> String {
    Node::text(text).to_json()
}

/// A JSON text with its quotes, in which a reader sees every character: what can't be seen or turns the direction of text
/// stands there as `\u202e`.
pub(super) fn visible_json_text(text: &str) -> String {
    escaped(&json_text(text), |c| c.is_control() || unseen(c))
}

/// A JSON text with its quotes in ASCII alone, for programs that guess the encoding of a file.
pub(super) fn ascii_json_text(text: &str) -> String {
    escaped(&json_text(text), |c| !c.is_ascii() || c.is_control())
}

/// A JSON text with some characters as escapes.
fn escaped(json: &str, wanted: fn(char) -> bool) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if wanted(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// A text in double quotes as the languages write it that took their escapes from C: in Go, Java and C# it stands for
/// exactly this text, and a reader sees every character.
pub(super) fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || unseen(c) => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Characters that end a line in some languages, turn the direction of text, or can't be seen: a reader must notice them.
pub(super) fn unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
    )
}

struct Printer<'a> {
    secrets: &'a [Secret],
    text: fn(&str) -> String,
    json: String,
    pieces: Vec<Piece<'a>>,
}

impl Printer<'_> {
    fn flush(&mut self) {
        if !self.json.is_empty() {
            self.pieces.push(Piece::Json(std::mem::take(&mut self.json)));
        }
    }

    fn line(&mut self, depth: usize) {
        self.json.push('\n');
        self.json.push_str(&"  ".repeat(depth));
    }

    fn value(&mut self, node: &Node, at: &str, depth: usize) {
        if let Some(secret) = self.secrets.iter().find(|secret| secret.path == at) {
            let quote = if node.as_text().is_some() { "\"" } else { "" };
            self.json.push_str(quote);
            self.flush();
            self.pieces.push(Piece::Secret(secret));
            self.json.push_str(quote);
            return;
        }
        match &node.value {
            Value::Text(text) => self.json.push_str(&(self.text)(text)),
            Value::List(items) if !items.is_empty() => {
                self.json.push('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        self.json.push(',');
                    }
                    self.line(depth + 1);
                    self.value(item, &path::item(at, index), depth + 1);
                }
                self.line(depth);
                self.json.push(']');
            }
            Value::Object(members) if !members.is_empty() => {
                self.json.push('{');
                for (index, member) in node.counting_members().enumerate() {
                    if index > 0 {
                        self.json.push(',');
                    }
                    self.line(depth + 1);
                    self.json.push_str(&(self.text)(&member.name));
                    self.json.push_str(": ");
                    self.value(&member.node, &path::child(at, &member.name), depth + 1);
                }
                self.line(depth);
                self.json.push('}');
            }
            _ => self.json.push_str(&node.to_json()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::secrets::find;
    use super::*;
    use crate::input::parse;

    fn body(text: &str) -> Node {
        parse(text).expect("JSON")
    }

    #[test]
    fn without_secrets_the_pieces_are_the_body() {
        let body = body(r#"{"a": [1, {}, [], {"b": "x\ny"}], "c": null, "a": [true, 1.50]}"#);
        assert_eq!(pieces(&body, &[], json_text), [Piece::Json(body.to_pretty_json())]);
    }

    #[test]
    fn escapes_mean_the_same_text() {
        let text = "a\u{202e}\u{7f}\u{85}é🦀’\"\\\u{0}";
        assert_eq!(visible_json_text(text), "\"a\\u202e\\u007f\\u0085é🦀’\\\"\\\\\\u0000\"");
        assert!(ascii_json_text(text).is_ascii());
        for json in [visible_json_text(text), ascii_json_text(text)] {
            assert_eq!(body(&json).as_text(), Some(text), "{json}");
        }
    }

    #[test]
    fn a_text_keeps_its_quotes_around_the_variable() {
        let body = body(r#"{"properties": {"userAccounts": [{"password": "x"}]}}"#);
        let secrets = find(&body);
        let pieces = pieces(&body, &secrets, json_text);
        assert!(
            matches!(pieces.as_slice(), [Piece::Json(before), Piece::Secret(_), Piece::Json(after)]
            if before.ends_with("\"password\": \"") && after.starts_with("\"\n"))
        );
    }
}
