//! C# expressions as values, and how they are laid out: four spaces, each brace on its own line, trailing commas.

use crate::words::joined;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression {
    /// Written as it is.
    Plain(String),
    /// A call, mostly of a constructor, with what is set on its result.
    Call {
        /// What is called: `new BatchVmDataDisk`, `ResourceFile.FromUrl`.
        head: String,
        /// Its arguments, named or not.
        arguments: Vec<(Option<&'static str>, Expression)>,
        /// What is set on the result.
        entries: Vec<Entry>,
    },
    /// What a list or map that is there already is filled with.
    Filling(Vec<Entry>),
}

/// One thing in the braces of an initialiser.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Entry {
    /// An item of a list.
    Item(Expression),
    /// `Name = value`, `["key"] = value`.
    Set(String, Expression),
}

/// Arguments that take no more room than this stay on one line.
const SHORT: usize = 80;

impl Expression {
    /// A call with one argument.
    pub fn wrapped(before: &str, inner: &str) -> Expression {
        Expression::Plain(format!("{before}({inner})"))
    }

    /// Appends the expression to text that is indented by `depth` steps.
    pub fn write(&self, out: &mut String, depth: usize) {
        match self {
            Expression::Plain(text) => out.push_str(text),
            Expression::Filling(entries) => block(entries, out, depth),
            Expression::Call {
                head,
                arguments,
                entries,
            } => {
                out.push_str(head);
                if !arguments.is_empty() {
                    write_arguments(arguments, out, depth);
                } else if entries.is_empty() {
                    out.push_str("()");
                }
                if !entries.is_empty() {
                    block(entries, out, depth);
                }
            }
        }
    }
}

/// `(a, b)`, or each argument on its own line.
pub(super) fn write_arguments(arguments: &[(Option<&'static str>, Expression)], out: &mut String, depth: usize) {
    let plain: Option<Vec<String>> = arguments
        .iter()
        .map(|(name, value)| match value {
            Expression::Plain(text) => Some(labelled(*name) + text),
            _ => None,
        })
        .collect();
    if let Some(plain) = plain {
        let line = joined(&plain, ", ");
        if plain.len() == 1 || line.chars().count() <= SHORT {
            out.push('(');
            out.push_str(&line);
            out.push(')');
            return;
        }
    }
    out.push('(');
    for (index, (name, value)) in arguments.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        new_line(out, depth + 1);
        out.push_str(&labelled(*name));
        value.write(out, depth + 1);
    }
    out.push(')');
}

fn labelled(name: Option<&str>) -> String {
    name.map(|name| format!("{name}: ")).unwrap_or_default()
}

fn block(entries: &[Entry], out: &mut String, depth: usize) {
    new_line(out, depth);
    out.push('{');
    for entry in entries {
        new_line(out, depth + 1);
        match entry {
            Entry::Item(value) => value.write(out, depth + 1),
            Entry::Set(name, value) => assignment(name, value, out, depth + 1),
        }
        out.push(',');
    }
    new_line(out, depth);
    out.push('}');
}

/// `name = value` without what ends it.
pub(super) fn assignment(name: &str, value: &Expression, out: &mut String, depth: usize) {
    out.push_str(name);
    out.push_str(" =");
    if !matches!(value, Expression::Filling(_)) {
        out.push(' ');
    }
    value.write(out, depth);
}

/// Begins a line.
pub(super) fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str("    ");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_stand_alone_and_commas_trail() {
        let plain = |text: &str| Expression::Plain(text.to_owned());
        let call = Expression::Call {
            head: "new Pool".into(),
            arguments: vec![
                (None, plain("1")),
                (
                    Some("image"),
                    Expression::Call {
                        head: "new Image".into(),
                        arguments: Vec::new(),
                        entries: vec![Entry::Set("Id".into(), plain("2"))],
                    },
                ),
            ],
            entries: vec![Entry::Set(
                "Disks".into(),
                Expression::Filling(vec![Entry::Item(plain("3"))]),
            )],
        };
        let mut out = String::new();
        call.write(&mut out, 0);
        assert_eq!(
            out,
            "new Pool(\n    1,\n    image: new Image\n    {\n        Id = 2,\n    })\n{\n    Disks =\n    {\n        3,\n    },\n}"
        );
    }
}
