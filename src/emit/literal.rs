//! What Python and JavaScript share: texts in quotes, and JSON as a literal laid out as their formatters do.

use super::LeftOut;
use super::pieces::unseen;
use super::secrets::Secret;
use crate::model::{Decimal, Node, Value, path};
use crate::words::{Arg, Message, Words, words};

static NOT_EXACT: Words = words(
    "Numbers of {0} cannot hold it exactly: {1} stands in its place.",
    "Les nombres de {0} ne peuvent pas le représenter exactement : {1} figure à sa place.",
    "I numeri di {0} non possono rappresentarlo esattamente: al suo posto c’è {1}.",
);

/// A literal of both languages that stands for exactly this text, in the quotes that need fewer escapes.
pub(super) fn quoted(text: &str) -> String {
    let count = |quote| text.matches(quote).count();
    let quote = if count('"') > count('\'') { '\'' } else { '"' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote || c == '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\x{:02x}", u32::from(c))),
            c if unseen(c) => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

/// What one language writes differently from the other.
pub(super) struct Language {
    /// Its name.
    pub name: &'static str,
    /// `null`, `false` and `true`.
    pub words: [&'static str; 3],
    /// Spaces of one step.
    pub step: usize,
    /// Columns of a line.
    pub width: usize,
    /// Whether a value that is too long stands on a line of its own, below its name.
    pub value_below: bool,
    /// Whether its whole numbers have no end.
    pub long_numbers: bool,
    /// The name of a member at a pointer.
    pub member: fn(&str, &str) -> String,
    /// The expression of a secret: what stands before, the variable in quotes, and what stands behind it.
    pub secret: fn(bool) -> (&'static str, &'static str),
}

/// Writes JSON as a literal.
pub(super) struct Literal<'a> {
    /// How.
    pub language: &'static Language,
    /// The secrets that are still to come, in the order of the body.
    pub secrets: &'a [Secret],
    /// What was written.
    pub out: String,
    /// What could not be.
    pub left_out: Vec<LeftOut>,
}

/// A whole number of more digits than this is refused by Python.
const DIGITS: usize = 4300;

impl Literal<'_> {
    /// Ends the line and indents the next.
    fn line(&mut self, depth: usize) {
        self.out.push('\n');
        for _ in 0..depth * self.language.step {
            self.out.push(' ');
        }
    }

    fn is_secret(&self, at: &str) -> bool {
        self.secrets.first().is_some_and(|secret| secret.path == at)
    }

    /// How much of the last line is filled.
    fn column(&self) -> usize {
        let last = self.out.rsplit('\n').next().unwrap_or_default();
        last.chars().count()
    }

    /// The value, on a line that is indented so deep; something of one column follows.
    pub fn value(&mut self, node: &Node, at: &str, depth: usize) {
        if let Some((secret, rest)) = self.secrets.split_first().filter(|(secret, _)| secret.path == at) {
            self.secrets = rest;
            return self.secret(secret, depth);
        }
        match &node.value {
            Value::List(items) if !items.is_empty() => {
                if let Some(line) = self.on_one_line(items, at) {
                    return self.out.push_str(&line);
                }
                self.out.push('[');
                for (index, item) in items.iter().enumerate() {
                    self.line(depth + 1);
                    self.value(item, &path::item(at, index), depth + 1);
                    self.out.push(',');
                }
                self.line(depth);
                self.out.push(']');
            }
            Value::Object(members) if !members.is_empty() => {
                self.out.push('{');
                for member in node.counting_members() {
                    self.member(&member.name, &member.node, &path::child(at, &member.name), depth + 1);
                }
                self.line(depth);
                self.out.push('}');
            }
            _ => {
                let plain = self.plain(node, at);
                self.out.push_str(&plain);
            }
        }
    }

    /// A member of an object on a line of its own.
    pub fn member(&mut self, name: &str, node: &Node, at: &str, depth: usize) {
        self.line(depth);
        let key = (self.language.member)(name, at);
        self.out.push_str(&key);
        self.out.push(':');
        // The least that the value takes of this line.
        let is_secret = self.is_secret(at);
        let length = match &node.value {
            _ if is_secret => 0,
            Value::Text(text) => quoted(text).chars().count() + 1,
            _ if node.items().is_empty() && node.members().is_empty() => 3,
            _ => 1,
        };
        let below = self.language.value_below
            && key.chars().count() >= self.language.step + 3
            && self.column() + length + 1 > self.language.width;
        if below {
            self.line(depth + 1);
        } else {
            self.out.push(' ');
        }
        self.value(node, at, depth + usize::from(below));
        self.out.push(',');
    }

    /// A list that fits a line and has nothing in it that takes several.
    fn on_one_line(&mut self, items: &[Node], at: &str) -> Option<String> {
        let is_plain = |node: &Node| node.items().is_empty() && node.members().is_empty();
        let notes = self.left_out.len();
        let room = self.language.width.saturating_sub(self.column() + 1);
        let mut line = String::from("[");
        for (index, item) in items.iter().enumerate() {
            let at = path::item(at, index);
            if is_plain(item) && !self.is_secret(&at) {
                line.push_str(if index > 0 { ", " } else { "" });
                line.push_str(&self.plain(item, &at));
            }
            if !is_plain(item) || self.is_secret(&at) || line.chars().count() >= room {
                self.left_out.truncate(notes);
                return None;
            }
        }
        line.push(']');
        Some(line)
    }

    /// A value that has nothing in it.
    fn plain(&mut self, node: &Node, at: &str) -> String {
        let [null, no, yes] = self.language.words;
        match &node.value {
            Value::Null => null.to_owned(),
            Value::Bool(value) => if *value { yes } else { no }.to_owned(),
            Value::Text(text) => quoted(text),
            Value::List(_) => "[]".to_owned(),
            Value::Object(_) => "{}".to_owned(),
            Value::Number(text) => {
                let whole = !text.contains(['.', 'e', 'E']);
                let exact = (self.language.long_numbers && whole && text.len() < DIGITS)
                    || Decimal::parse(text).is_some_and(|number| number.is_kept_by_a_double());
                if exact {
                    return text.to_ascii_lowercase();
                }
                self.left_out.push(LeftOut {
                    path: at.to_owned(),
                    why: Message::new(&NOT_EXACT, [Arg::from(self.language.name), Arg::from(null)]),
                });
                null.to_owned()
            }
        }
    }

    /// What takes the place of a secret, over three lines if it must.
    fn secret(&mut self, secret: &Secret, depth: usize) {
        let (before, behind) = (self.language.secret)(secret.is_text);
        let variable = quoted(&secret.variable);
        // Where the formatter may break the line: in the outermost brackets.
        let at = before.find(['(', '[']).map_or(before.len(), |at| at + 1);
        let (head, inner) = before.split_at_checked(at).unwrap_or((before, ""));
        let (tail, end) = behind
            .split_at_checked(behind.len().saturating_sub(1))
            .unwrap_or((behind, ""));
        self.out.push_str(head);
        let length = inner.len() + variable.len() + behind.len();
        let breaks = self.column() + length >= self.language.width;
        if breaks {
            self.line(depth + 1);
        }
        for part in [inner, &variable, tail] {
            self.out.push_str(part);
        }
        if breaks {
            self.out.push_str(if self.language.value_below { "," } else { "" });
            self.line(depth);
        }
        self.out.push_str(end);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    /// Reads a literal back as both languages do.
    fn read(literal: &str) -> String {
        let quote = literal.chars().next().expect("a quote");
        let inner = literal
            .strip_prefix(quote)
            .and_then(|rest| rest.strip_suffix(quote))
            .expect("quotes");
        let mut out = String::new();
        let mut rest = inner.chars();
        while let Some(c) = rest.next() {
            assert!(c != quote && !c.is_control() && !unseen(c), "{literal}");
            if c != '\\' {
                out.push(c);
                continue;
            }
            let escape = rest.next().expect("an escape");
            let mut hex = |count: usize| {
                let digits: String = rest.by_ref().take(count).collect();
                let code = u32::from_str_radix(&digits, 16).expect("digits");
                char::from_u32(code).expect("a character")
            };
            out.push(match escape {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'x' => hex(2),
                'u' => hex(4),
                '\\' | '"' | '\'' => escape,
                other => panic!("\\{other} in {literal}"),
            });
        }
        out
    }

    /// What each grammar says of a statement with the literal: one string that takes all of the right side.
    fn check_grammars(literal: &str) {
        for (language, statement, kind) in [
            (tree_sitter_python::LANGUAGE, format!("x = {literal}\n"), "assignment"),
            (
                tree_sitter_javascript::LANGUAGE,
                format!("x = {literal};\n"),
                "assignment_expression",
            ),
        ] {
            let mut parser = tree_sitter::Parser::new();
            parser.set_language(&language.into()).expect("a grammar that fits");
            let tree = parser.parse(&statement, None).expect("a tree");
            let root = tree.root_node();
            assert!(
                !root.has_error() && root.named_child_count() == 1,
                "{root}: {statement}"
            );
            let assignment = root
                .named_child(0)
                .and_then(|line| line.named_child(0))
                .expect("an assignment");
            let right = assignment.child_by_field_name("right").expect("a right side");
            assert_eq!((assignment.kind(), right.kind()), (kind, "string"), "{statement}");
            assert_eq!(statement.get(right.byte_range()), Some(literal));
        }
    }

    #[test]
    fn hostile_texts_are_read_back() {
        for text in [
            "",
            "\"); import os; os.system(\"x",
            "\"\"\"",
            "'''",
            "\"'\\",
            "\\",
            "\\N{BULLET} \\u0041 \\x41 \\101",
            "a\nb\r\tc\0d\u{85}\u{2028}\u{2029}\u{1}1",
            "\u{202e}abc\u{200f}\u{feff}",
            "🦀 é e\u{301} $(rm) ${x} {0} {{x}} %PATH% %{x} `x` \u{301}",
            "</script><!--",
        ] {
            let literal = quoted(text);
            assert_eq!(read(&literal), text);
            check_grammars(&literal);
        }
    }

    #[test]
    fn the_quotes_are_those_that_need_fewer_escapes() {
        assert_eq!(quoted("it's"), "\"it's\"");
        assert_eq!(quoted("say \"a\""), "'say \"a\"'");
        assert_eq!(quoted("\"'"), "\"\\\"'\"");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_back(text in ".*") {
            let literal = quoted(&text);
            proptest::prop_assert_eq!(read(&literal), text);
            check_grammars(&literal);
        }

        #[test]
        fn any_characters_are_read_back(characters in proptest::collection::vec(proptest::char::any(), 0..40)) {
            let text: String = characters.into_iter().collect();
            let literal = quoted(&text);
            proptest::prop_assert_eq!(read(&literal), text);
            check_grammars(&literal);
        }
    }
}
