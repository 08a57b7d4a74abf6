//! Reads a body along the rows of a library. Whatever does not become code is noted.

use super::super::LeftOut;
use super::super::library::{
    AS_URI, EMPTY, EXCLUDED, FROM_ENVIRONMENT, NOT_THERE, OTHER_VALUE, RENAMED, TO_FILL, UNKNOWN,
};
use super::super::secrets::Secret;
use super::expression::{Entry, Expression};
use super::table::{Absent, Enumeration, Row, Type, URI, Variant, Write, write_at};
use super::{quoted, variable};
use crate::facts::contract;
use crate::model::{Member, Node, Value, path};
use crate::words::{Arg, Message, Words};

/// A walk through one body.
pub(super) struct Walk<'a> {
    /// The library and its version, for notes.
    pub library: &'static str,
    /// The secrets of the body.
    pub secrets: &'a [Secret],
    /// What did not become code.
    pub left_out: Vec<LeftOut>,
    /// The namespaces the code needs.
    pub usings: Vec<&'static str>,
}

/// What one object becomes: its arguments and properties by name.
#[derive(Default)]
pub(super) struct Made(pub Vec<(&'static str, Expression)>);

impl Made {
    /// Takes the value of this name out.
    pub fn take(&mut self, name: &str) -> Option<Expression> {
        let at = self.0.iter().position(|(taken, _)| *taken == name)?;
        Some(self.0.remove(at).1)
    }
}

impl Walk<'_> {
    fn note(&mut self, at: &str, why: &'static Words) {
        let note = LeftOut {
            path: at.to_owned(),
            why: Message::new(why, [Arg::from(self.library)]),
        };
        if self.left_out.last() != Some(&note) {
            self.left_out.push(note);
        }
    }

    /// Notes a member for which there is no row.
    fn note_missing(&mut self, at: &str) {
        let known = contract::member_at(at.strip_prefix(path::POOL).unwrap_or(at));
        match known {
            None => self.left_out.push(LeftOut {
                path: at.to_owned(),
                why: Message::from(&UNKNOWN),
            }),
            Some(contract::Member { now: Some(now), .. }) => self.left_out.push(LeftOut {
                path: at.to_owned(),
                why: Message::new(&RENAMED, [Arg::from(self.library), Arg::from(*now)]),
            }),
            Some(_) => self.note(at, &NOT_THERE),
        }
    }

    /// The members of an object along these rows; `others` are rows of which only one kind may be there.
    pub fn members(&mut self, node: &Node, rows: &'static [Row], others: Type, at: &str, made: &mut Made) {
        if !matches!(node.value, Value::Object(_)) {
            self.note(at, &OTHER_VALUE);
            return;
        }
        for Member { name, node: inner, .. } in node.counting_members() {
            let pointer = path::child(at, name);
            let mut found = false;
            for row in rows.iter().filter(|row| row.json == name) {
                found = true;
                self.member(inner, row, &pointer, made);
            }
            if !found && others.iter().any(|other| other.rows.iter().any(|row| row.json == name)) {
                self.note(&pointer, &EXCLUDED);
            } else if !found {
                self.note_missing(&pointer);
            }
        }
    }

    fn member(&mut self, node: &Node, row: &'static Row, at: &str, made: &mut Made) {
        if let Write::Flat(rows) = row.write {
            let before = (made.0.len(), self.left_out.len());
            self.members(node, rows, &[], at, made);
            if (made.0.len(), self.left_out.len()) == before {
                self.note(at, &EMPTY);
            }
        } else if made.0.iter().any(|(taken, _)| *taken == row.name) {
            self.note(at, &EXCLUDED);
        } else if let Some(expression) = self.value(node, &row.write, at) {
            made.0.push((row.name, expression));
        }
    }

    /// A value, unless it can't be written; then that is noted.
    fn value(&mut self, node: &Node, write: &Write, at: &str) -> Option<Expression> {
        if let Some(secret) = self.secrets.iter().find(|secret| secret.path == at) {
            return self.secret(secret.clone(), node, write);
        }
        let written = match (write, &node.value) {
            (Write::Text, Value::Text(text)) => Some(Expression::Plain(quoted(text))),
            (Write::Whole, Value::Number(_)) => {
                let number = node.as_whole().and_then(|number| i32::try_from(number).ok());
                number.map(|number| Expression::Plain(number.to_string()))
            }
            (Write::Truth, Value::Bool(value)) => Some(Expression::Plain(value.to_string())),
            (Write::In(wrapper), Value::Text(text)) if (wrapper.takes)(text) => {
                self.usings.push(wrapper.using);
                Some(Expression::wrapped(wrapper.head, &quoted(text)))
            }
            (Write::Server, Value::Text(text)) => self.server(text, at),
            (Write::Json(head, using), value) if *value != Value::Null => {
                self.usings.push(using);
                Some(Expression::wrapped(head, &quoted(&node.to_json())))
            }
            (Write::Choice(enumeration), Value::Text(text)) => choice(enumeration, text),
            (Write::Object(ty), Value::Object(_)) => return Some(self.object(node, ty, at)),
            (Write::List(_), Value::List(items)) if items.is_empty() => {
                self.note(at, &EMPTY);
                return None;
            }
            (Write::List(item), Value::List(items)) => {
                let entries = self.items(items, item, at);
                return (!entries.is_empty()).then_some(Expression::Filling(entries));
            }
            (Write::NewList(ty, item), Value::List(items)) => {
                self.usings.push("System.Collections.Generic");
                return Some(Expression::Call {
                    head: format!("new List<{ty}>"),
                    arguments: Vec::new(),
                    entries: self.items(items, item, at),
                });
            }
            (Write::Map(key, item, ty), Value::Object(_)) => return self.map(node, (key, item, *ty), at),
            (Write::By(write), _) => write(node),
            _ => None,
        };
        if written.is_none() {
            self.note(at, &OTHER_VALUE);
        }
        written
    }

    /// A registry is known by its host as well as by its address.
    fn server(&mut self, text: &str, at: &str) -> Option<Expression> {
        let whole = if text.contains("://") {
            text.to_owned()
        } else {
            format!("https://{text}")
        };
        if !(URI.takes)(&whole) {
            return None;
        }
        if whole != text {
            self.note(at, &AS_URI);
        }
        Some(Expression::wrapped(URI.head, &quoted(&whole)))
    }

    fn secret(&mut self, secret: Secret, node: &Node, write: &Write) -> Option<Expression> {
        if let Write::Map(..) = write {
            return self.secret_map(&secret, node);
        }
        let lookup = self.lookup(secret.path, &secret.variable);
        Some(match write {
            Write::Json(head, using) => {
                self.usings.push(using);
                Expression::wrapped(head, &lookup)
            }
            Write::In(wrapper) => Expression::wrapped(wrapper.head, &lookup),
            _ => Expression::Plain(lookup),
        })
    }

    /// Code that takes a secret from the environment, with its note.
    fn lookup(&mut self, path: String, name: &str) -> String {
        self.left_out.push(LeftOut {
            path,
            why: Message::new(&FROM_ENVIRONMENT, [Arg::from(name)]),
        });
        variable(name)
    }

    /// A map that is there already can't be assigned: each of its texts comes from a variable of its own.
    fn secret_map(&mut self, secret: &Secret, node: &Node) -> Option<Expression> {
        if !matches!(node.value, Value::Object(_)) || node.members().is_empty() {
            self.note(&secret.path, &OTHER_VALUE);
        }
        let mut entries = Vec::new();
        for (index, Member { name, node: inner, .. }) in node.counting_members().enumerate() {
            let pointer = path::child(&secret.path, name);
            if inner.as_text().is_none() {
                self.note(&pointer, &OTHER_VALUE);
                continue;
            }
            let lookup = self.lookup(pointer, &format!("{}_{index}", secret.variable));
            entries.push(Entry::Set(format!("[{}]", quoted(name)), Expression::Plain(lookup)));
        }
        (!entries.is_empty()).then_some(Expression::Filling(entries))
    }

    fn items(&mut self, items: &[Node], write: &Write, at: &str) -> Vec<Entry> {
        let item = |(index, item)| self.value(item, write, &path::item(at, index)).map(Entry::Item);
        items.iter().enumerate().filter_map(item).collect()
    }

    fn map(&mut self, node: &Node, how: (&Write, &Write, Option<&str>), at: &str) -> Option<Expression> {
        let (key, item, ty) = how;
        let mut entries = Vec::new();
        for Member { name, node: inner, .. } in node.counting_members() {
            let pointer = path::child(at, name);
            let mut written_key = String::new();
            let Some(key) = self.value(&Node::text(name), key, &pointer) else {
                continue;
            };
            key.write(&mut written_key, 0);
            if let Some(value) = self.value(inner, item, &pointer) {
                entries.push(Entry::Set(format!("[{written_key}]"), value));
            }
        }
        if let Some(ty) = ty {
            self.usings.push("System.Collections.Generic");
            return Some(Expression::Call {
                head: ty.to_owned(),
                arguments: Vec::new(),
                entries,
            });
        }
        if node.members().is_empty() {
            self.note(at, &EMPTY);
        }
        (!entries.is_empty()).then_some(Expression::Filling(entries))
    }

    /// An object made the way that fits its members.
    pub fn object(&mut self, node: &Node, ty: Type, at: &str) -> Expression {
        let fits = |variant: &&Variant| variant.when.iter().any(|name| node.get(name).is_some());
        let Some(variant) = ty.iter().find(fits).or(ty.last()) else {
            return Expression::Plain("default!".to_owned());
        };
        let mut made = Made::default();
        self.members(node, variant.rows, ty, at, &mut made);
        let arguments = self.arguments(variant, at, &mut made);
        let set = |(name, value): (&str, Expression)| Entry::Set(name.to_owned(), value);
        Expression::Call {
            head: variant.head.to_owned(),
            arguments,
            entries: made.0.into_iter().map(set).collect(),
        }
    }

    /// The arguments of a call, taken out of what was made.
    pub fn arguments(
        &mut self,
        variant: &Variant,
        at: &str,
        made: &mut Made,
    ) -> Vec<(Option<&'static str>, Expression)> {
        let mut arguments = Vec::new();
        for parameter in variant.parameters {
            let value = match (made.take(parameter.name), &parameter.absent) {
                (None, Absent::Omitted) => continue,
                // Both are properties.
                (Some(value), Absent::Set(_)) => {
                    made.0.push((parameter.name, value));
                    continue;
                }
                (None, Absent::Set(code)) => {
                    made.0.push((parameter.name, Expression::Plain((*code).to_owned())));
                    continue;
                }
                (Some(value), _) => value,
                (None, Absent::Same(code)) => Expression::Plain((*code).to_owned()),
                (None, Absent::ToFill(code)) => {
                    let pointer = pointer_of(parameter.name, variant.rows, at).unwrap_or_else(|| at.to_owned());
                    // A value that did not fit has its note already, among the last ones.
                    let mut of_object = self.left_out.iter().rev().take_while(|note| note.path.starts_with(at));
                    if !of_object.any(|note| note.path == pointer) {
                        self.note(&pointer, &TO_FILL);
                    }
                    Expression::Plain((*code).to_owned())
                }
            };
            arguments.push((parameter.named.then_some(parameter.name), value));
        }
        arguments
    }
}

/// The value of the member at a pointer into the pool, if it is one expression on one line.
pub(super) fn literal(rows: &'static [Row], pointer: &str, node: &Node) -> Option<String> {
    let mut walk = Walk {
        library: "",
        secrets: &[],
        left_out: Vec::new(),
        usings: Vec::new(),
    };
    match walk.value(node, write_at(rows, pointer)?, pointer)? {
        Expression::Plain(text) => Some(text),
        _ => None,
    }
}

/// The pointer of the member that becomes the argument or property of this name.
fn pointer_of(name: &str, rows: &[Row], at: &str) -> Option<String> {
    rows.iter().find_map(|row| match row.write {
        Write::Flat(inner) => pointer_of(name, inner, &path::child(at, row.json)),
        _ => (row.name == name).then(|| path::child(at, row.json)),
    })
}

fn choice(enumeration: &Enumeration, text: &str) -> Option<Expression> {
    let known = enumeration
        .values
        .iter()
        .find(|(value, _)| value.eq_ignore_ascii_case(text));
    match (known, enumeration.name) {
        (Some((_, name)), "") => Some(Expression::Plain((*name).to_owned())),
        (Some((_, name)), ty) => Some(Expression::Plain(format!("{ty}.{name}"))),
        (None, ty) if enumeration.open => Some(Expression::wrapped(&format!("new {ty}"), &quoted(text))),
        (None, _) => None,
    }
}
