//! Values of a file → nodes: what a file says of its variables, locals and resources is put in their place, anything else
//! is kept as its own text, `[terraform(…)]`, and noted.

use super::syntax::{Block, Body, Content, Expression, Item, Name, Value};
use crate::input::dialect::{Note, NoteKind};
use crate::model::{self, Node, Sorted, Span};

/// How far names lead to names.
const FARTHEST: usize = 32;

/// Values within each other, on both sides of names.
const DEEPEST: usize = 256;

/// How many bytes and values may come from behind names, so that names of names of names stay small.
const MOST: usize = 1 << 20;

/// What a file says of names that others use.
#[derive(Default)]
pub(super) struct Said<'a> {
    names: Vec<String>,
    values: Vec<&'a Expression<'a>>,
}

impl<'a> Said<'a> {
    /// Collects variables with their defaults, locals, and the arguments of resources.
    pub(super) fn of(body: &'a Body<'a>) -> Said<'a> {
        let mut said = Said::default();
        for (kind, block) in blocks(body) {
            let labels: Vec<&str> = block.labels.iter().map(String::as_str).collect();
            let before = match (kind, labels.as_slice()) {
                ("variable", [name]) => format!("var.{name}"),
                ("locals", []) => "local".to_owned(),
                ("resource", [kind, name]) => format!("{kind}.{name}"),
                ("data", [kind, name]) => format!("data.{kind}.{name}"),
                _ => continue,
            };
            for item in &block.body.items {
                if let (Name::Known(name), Content::Value(value)) = (&item.name, &item.content) {
                    match kind {
                        "variable" if name == "default" => said.names.push(before.clone()),
                        "variable" => continue,
                        _ => said.names.push(format!("{before}.{name}")),
                    }
                    said.values.push(value);
                }
            }
        }
        said
    }
}

/// The blocks of a body, by their first word.
pub(super) fn blocks<'a>(body: &'a Body<'a>) -> impl Iterator<Item = (&'a str, &'a Block<'a>)> {
    body.items.iter().filter_map(|item| match (&item.name, &item.content) {
        (Name::Known(kind), Content::Block(block)) => Some((kind.as_str(), block)),
        _ => None,
    })
}

/// Makes nodes of values, and notes what it could not.
pub(super) struct Resolver<'a> {
    text: &'a str,
    names: Sorted<'a>,
    values: &'a [&'a Expression<'a>],
    left: usize,
    depth: usize,
    /// What was noted so far.
    pub notes: Vec<Note>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(text: &'a str, said: &'a Said<'a>) -> Resolver<'a> {
        Resolver {
            text,
            names: Sorted::new(said.names.iter().map(String::as_str)),
            values: &said.values,
            left: MOST,
            depth: 0,
            notes: Vec::new(),
        }
    }

    pub(super) fn note(&mut self, kind: NoteKind, name: &str, span: Span) {
        let name = name.to_owned();
        self.notes.push(Note { kind, name, span });
    }

    /// A value. `name` is what notes call it.
    pub(super) fn node(&mut self, value: &Expression<'_>, name: &str) -> Node {
        self.value(value, name, None, 0)
    }

    /// A value, if all of it is known; else `None`, and it is noted.
    pub(super) fn known(&mut self, value: &Expression<'_>, name: &str) -> Option<Node> {
        let noted = self.notes.len();
        let node = self.node(value, name);
        (self.notes.len() == noted).then_some(node)
    }

    /// What a value that may be given as JSON stands for.
    pub(super) fn json(&mut self, value: &Expression<'_>, name: &str) -> Node {
        if let Value::Json(inner) = &value.value {
            return self.node(inner, name);
        }
        let noted = self.notes.len();
        let node = self.node(value, name);
        let text = node.as_text().filter(|_| self.notes.len() == noted);
        match text.and_then(|text| crate::input::parse(text).ok()) {
            Some(mut json) => {
                place(&mut json, value.span);
                json
            }
            None => node,
        }
    }

    /// `at` is where the value stands when it comes from behind a name, `far` over how many names it came.
    fn value(&mut self, expression: &Expression<'_>, name: &str, at: Option<Span>, far: usize) -> Node {
        if self.depth >= DEEPEST {
            return self.unknown(expression, name, at.unwrap_or(expression.span), far);
        }
        self.depth += 1;
        let node = self.read(expression, name, at, far);
        self.depth -= 1;
        node
    }

    fn read(&mut self, expression: &Expression<'_>, name: &str, at: Option<Span>, far: usize) -> Node {
        let span = at.unwrap_or(expression.span);
        if far > 0 {
            self.left = self.left.saturating_sub(1);
        }
        let value = match &expression.value {
            Value::Null => model::Value::Null,
            Value::Bool(value) => model::Value::Bool(*value),
            Value::Number(number) => model::Value::Number(number.clone()),
            Value::Text(text) => {
                if far > 0 {
                    self.left = self.left.saturating_sub(text.len());
                }
                model::Value::Text(text.clone())
            }
            Value::List(items) => {
                model::Value::List(items.iter().map(|item| self.value(item, name, at, far)).collect())
            }
            Value::Object(items) => {
                model::Value::Object(items.iter().filter_map(|item| self.member(item, at, far)).collect())
            }
            Value::Template(parts) => match parts.as_slice() {
                // A template of one value is that value.
                [part] if !matches!(part.value, Value::Text(_)) => {
                    let part = self.value(part, name, Some(span), far);
                    return part;
                }
                parts => match self.joined(parts, far) {
                    Some(text) => model::Value::Text(text),
                    None => return self.unknown(expression, name, span, far),
                },
            },
            Value::Name(path) => {
                let found = if far < FARTHEST && self.left > 0 {
                    self.find(path)
                } else {
                    None
                };
                return match found {
                    Some(found) => self.value(found, name, Some(span), far + 1),
                    None => self.unknown(expression, name, span, far),
                };
            }
            Value::Json(inner) => {
                let noted = self.notes.len();
                let node = self.value(inner, name, at, far);
                if self.notes.len() > noted {
                    self.notes.truncate(noted);
                    return self.unknown(expression, name, span, far);
                }
                model::Value::Text(node.to_json())
            }
            Value::Other => return self.unknown(expression, name, span, far),
        };
        Node { value, span }
    }

    fn member(&mut self, item: &Item<'_>, at: Option<Span>, far: usize) -> Option<model::Member> {
        let Content::Value(value) = &item.content else {
            return None;
        };
        let name = match &item.name {
            Name::Known(name) => name.clone(),
            Name::Made(name) => match self.joined(std::slice::from_ref(name), far) {
                Some(name) => name,
                None => {
                    let source = self.source(name.span);
                    let node = self.unknown(name, source, at.unwrap_or(name.span), far);
                    node.as_text().unwrap_or_default().to_owned()
                }
            },
        };
        let node = self.value(value, &name, at, far);
        Some(model::Member {
            name_span: at.unwrap_or(item.span),
            name,
            node,
        })
    }

    /// Texts, numbers and truth values as one text; `None` when one of them is not known.
    fn joined(&mut self, parts: &[Expression<'_>], far: usize) -> Option<String> {
        let mut text = String::new();
        let noted = self.notes.len();
        for part in parts {
            let node = self.value(part, "", None, far);
            match node.value {
                _ if self.notes.len() > noted => {
                    self.notes.truncate(noted);
                    return None;
                }
                model::Value::Text(part) | model::Value::Number(part) => text.push_str(&part),
                model::Value::Bool(value) => text.push_str(if value { "true" } else { "false" }),
                _ => return None,
            }
        }
        Some(text)
    }

    fn source(&self, span: Span) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    fn unknown(&mut self, expression: &Expression<'_>, name: &str, span: Span, far: usize) -> Node {
        let source = self.source(expression.span);
        if far > 0 {
            self.left = self.left.saturating_sub(source.len());
        }
        let value = model::Value::Text(format!("[terraform({source})]"));
        self.note(NoteKind::NotLiteral, name, span);
        Node { value, span }
    }

    /// Something that is not read, as its own text.
    pub(super) fn kept(&mut self, span: Span, name: &str) -> Node {
        let value = Value::Other;
        self.unknown(&Expression { value, span }, name, span, 0)
    }

    /// What a name stands for: the whole of it, or a member of what its beginning stands for.
    fn find(&self, path: &str) -> Option<&'a Expression<'a>> {
        let mut name = path;
        let (mut found, rest) = loop {
            if let Some((_, index)) = self.names.places(name).last() {
                break (*self.values.get(*index)?, path.get(name.len()..).unwrap_or_default());
            }
            name = name.rsplit_once('.')?.0;
        };
        for part in rest.split('.').skip(1) {
            let Value::Object(items) = &found.value else {
                return None;
            };
            let item = items
                .iter()
                .rev()
                .find(|item| matches!(&item.name, Name::Known(name) if name == part));
            let Content::Value(value) = &item?.content else {
                return None;
            };
            found = value;
        }
        Some(found)
    }

    /// The text of an id whose parts are put together: a part that is not known is a NUL, and noted.
    pub(super) fn id(&mut self, value: &Expression<'_>, name: &str) -> Option<String> {
        let Value::Template(parts) = &value.value else {
            return self.known(value, name)?.as_text().map(str::to_owned);
        };
        let mut text = String::new();
        for part in parts {
            match self.joined(std::slice::from_ref(part), 0) {
                Some(part) => text.push_str(&part),
                None => {
                    text.push('\0');
                    let source = self.source(part.span);
                    self.note(NoteKind::NotLiteral, source, part.span);
                }
            }
        }
        Some(text)
    }
}

/// Puts a value and all in it to one place.
pub(super) fn place(node: &mut Node, span: Span) {
    node.span = span;
    match &mut node.value {
        model::Value::List(items) => items.iter_mut().for_each(|item| place(item, span)),
        model::Value::Object(members) => {
            for member in members {
                member.name_span = span;
                place(&mut member.node, span);
            }
        }
        _ => {}
    }
}
