//! The language of Terraform as a value, and its layout as `terraform fmt` has it: two spaces, and the signs of
//! neighbouring lines below each other.

use super::quoted;

/// A value.
pub(super) enum Expression {
    /// Anything that stands on one line.
    Code(String),
    /// A list.
    List(Vec<Expression>),
    /// An object.
    Object(Vec<(String, Expression)>),
    /// A function of one argument.
    Call(&'static str, Box<Expression>),
}

/// A part of a body.
pub(super) enum Entry {
    /// An argument.
    Set(String, Expression),
    /// A block behind these words.
    Block(String, Vec<Entry>),
    /// A comment of one line.
    Comment(&'static str),
}

impl Expression {
    pub(super) fn code(code: &str) -> Expression {
        Expression::Code(code.to_owned())
    }

    pub(super) fn text(text: &str) -> Expression {
        Expression::Code(quoted(text))
    }

    /// How long it is in a list, if it may stand beside others.
    fn length(&self) -> usize {
        if let Expression::Code(code) = self {
            code.len()
        } else {
            LONGEST
        }
    }

    fn is_one_line(&self) -> bool {
        match self {
            Expression::Code(_) => true,
            Expression::List(items) => match items.as_slice() {
                [] | [Expression::Code(_)] => true,
                items => items.iter().map(Expression::length).sum::<usize>() < LONGEST,
            },
            Expression::Object(members) => members.is_empty(),
            Expression::Call(_, argument) => argument.is_one_line(),
        }
    }

    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Expression::Code(code) => out.push_str(code),
            Expression::List(items) if self.is_one_line() => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index > 0 { ", " } else { "" });
                    item.write(out, depth);
                }
                out.push(']');
            }
            Expression::List(items) => {
                out.push_str("[\n");
                for item in items {
                    indent(out, depth + 1);
                    item.write(out, depth + 1);
                    out.push_str(",\n");
                }
                indent(out, depth);
                out.push(']');
            }
            Expression::Object(members) if members.is_empty() => out.push_str("{}"),
            Expression::Object(members) => {
                out.push_str("{\n");
                let keys: Vec<String> = members.iter().map(|(name, _)| key(name)).collect();
                let lines: Vec<(&str, Option<&Expression>)> = keys
                    .iter()
                    .zip(members)
                    .map(|(key, (_, value))| (key.as_str(), Some(value)))
                    .collect();
                for ((key, value), width) in lines.iter().zip(widths(&lines)) {
                    set(key, width, *value, out, depth + 1);
                }
                indent(out, depth);
                out.push('}');
            }
            Expression::Call(function, argument) => {
                out.push_str(function);
                out.push('(');
                argument.write(out, depth);
                out.push(')');
            }
        }
    }
}

/// Texts of a list longer than this together stand one below the other.
const LONGEST: usize = 90;

impl Entry {
    pub(super) fn set(name: &str, value: Expression) -> Entry {
        Entry::Set(name.to_owned(), value)
    }

    pub(super) fn block(head: &str, entries: Vec<Entry>) -> Entry {
        Entry::Block(head.to_owned(), entries)
    }

    fn stands_alone(&self) -> bool {
        match self {
            Entry::Set(_, value) => !value.is_one_line(),
            Entry::Block(..) => true,
            Entry::Comment(_) => false,
        }
    }
}

/// Writes a body.
pub(super) fn write(entries: &[Entry], out: &mut String, depth: usize) {
    let lines: Vec<(&str, Option<&Expression>)> = entries
        .iter()
        .map(|entry| match entry {
            Entry::Set(name, value) => (name.as_str(), Some(value)),
            _ => ("", None),
        })
        .collect();
    let mut before: Option<&Entry> = None;
    for (entry, width) in entries.iter().zip(widths(&lines)) {
        // What has several lines stands apart, but for the comment above it.
        let apart = match before {
            None | Some(Entry::Comment(_)) => false,
            Some(before) => before.stands_alone() || entry.stands_alone() || matches!(entry, Entry::Comment(_)),
        };
        out.push_str(if apart { "\n" } else { "" });
        match entry {
            Entry::Set(name, value) => set(name, width, Some(value), out, depth),
            Entry::Block(head, inner) => {
                indent(out, depth);
                out.push_str(head);
                if inner.is_empty() {
                    out.push_str(" {}\n");
                } else {
                    out.push_str(" {\n");
                    write(inner, out, depth + 1);
                    indent(out, depth);
                    out.push_str("}\n");
                }
            }
            Entry::Comment(text) => {
                indent(out, depth);
                out.push_str("# ");
                out.push_str(text);
                out.push('\n');
            }
        }
        before = Some(entry);
    }
}

/// How wide each name is made: as the widest of the neighbours that stand on one line like itself.
fn widths(lines: &[(&str, Option<&Expression>)]) -> Vec<usize> {
    let mut widths = Vec::with_capacity(lines.len());
    let mut first = 0;
    for (index, (name, value)) in lines.iter().enumerate() {
        if value.is_some_and(Expression::is_one_line) {
            continue;
        }
        level(lines.get(first..index).unwrap_or_default(), &mut widths);
        widths.push(name.chars().count());
        first = index + 1;
    }
    level(lines.get(first..).unwrap_or_default(), &mut widths);
    widths
}

fn level(lines: &[(&str, Option<&Expression>)], widths: &mut Vec<usize>) {
    let widest = lines.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    widths.extend(lines.iter().map(|_| widest));
}

fn set(name: &str, width: usize, value: Option<&Expression>, out: &mut String, depth: usize) {
    indent(out, depth);
    out.push_str(name);
    for _ in name.chars().count()..width {
        out.push(' ');
    }
    out.push_str(" = ");
    if let Some(value) = value {
        value.write(out, depth);
    }
    out.push('\n');
}

fn indent(out: &mut String, depth: usize) {
    for _ in 0..depth {
        out.push_str("  ");
    }
}

/// Words that are more than a name where a name may stand.
const KEYWORDS: [&str; 5] = ["for", "null", "true", "false", "if"];

/// The name of a member of an object.
pub(in super::super) fn key(name: &str) -> String {
    let plain = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !KEYWORDS.contains(&name);
    if plain { name.to_owned() } else { quoted(name) }
}
