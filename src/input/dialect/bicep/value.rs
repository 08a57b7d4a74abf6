//! What the values of a Bicep file are, as far as the file itself says: parameters by their defaults, variables, texts put
//! together, simple functions. What only a deployment can tell keeps its words, and is noted.

use super::syntax::{Declared, Expression, Kind, Piece, Property};
use crate::input::dialect::{Note, NoteKind};
use crate::input::parse::parse;
use crate::model::{Member, Node, Sorted, Span, Value};

/// Steps within each other that are taken from one value to another.
const DEEPEST: usize = 160;

/// Stands for the parts of a text that are not known.
pub(super) const GAP: char = '\0';

/// Reads values.
pub(super) struct Meaning<'f, 'a> {
    text: &'a str,
    declared: &'f [Declared<'a>],
    names: Sorted<'f>,
    /// Names that a loop gives another meaning.
    pub hidden: Vec<&'a str>,
    /// What is left of the work that a text of this length is worth: values may name others over and over.
    work: usize,
    depth: usize,
    /// Whether a text may be known in part.
    gaps: bool,
    pub notes: Vec<Note>,
}

impl<'f, 'a> Meaning<'f, 'a> {
    pub fn new(text: &'a str, declared: &'f [Declared<'a>]) -> Meaning<'f, 'a> {
        Meaning {
            text,
            declared,
            names: Sorted::new(declared.iter().map(|declared| declared.name)),
            hidden: Vec::new(),
            work: 262_144 + 4 * text.len(),
            depth: 0,
            gaps: false,
            notes: Vec::new(),
        }
    }

    /// Notes that a member is no literal.
    pub fn unknown(&mut self, name: &str, span: Span) {
        self.notes.push(Note {
            kind: NoteKind::NotLiteral,
            name: name.to_owned(),
            span,
        });
    }

    /// The value of a member called so. What is not known is its own words between `[bicep(` and `)]`.
    pub fn node(&mut self, value: &'f Expression<'a>, name: &str) -> Node {
        self.deeper(|meaning| meaning.known_node(value, name))
            .unwrap_or_else(|| {
                let words = self.text.get(value.span.start..value.span.end).unwrap_or_default();
                self.work = self.work.saturating_sub(words.len());
                self.unknown(name, value.span);
                Node {
                    value: Value::Text(kept(words)),
                    span: value.span,
                }
            })
    }

    fn known_node(&mut self, value: &'f Expression<'a>, name: &str) -> Option<Node> {
        let value = self.reduced(value)?;
        let span = value.span;
        let value = match &value.kind {
            Kind::Object(object) => Value::Object(self.members(&mut object.properties.iter())),
            Kind::List(items) => Value::List(items.iter().map(|item| self.node(item, name)).collect()),
            _ => self.known(value)?,
        };
        Some(Node { value, span })
    }

    /// The members that properties are.
    pub fn members(&mut self, properties: &mut dyn Iterator<Item = &'f Property<'a>>) -> Vec<Member> {
        let mut members = Vec::new();
        for property in properties {
            let Some(pieces) = &property.name else {
                // Another object is poured in; if it is not known, nor are the names of its members.
                match self.reduced(&property.value).map(|value| &value.kind) {
                    Some(Kind::Object(inner)) => {
                        let inner = self.deeper(|meaning| Some(meaning.members(&mut inner.properties.iter())));
                        members.extend(inner.unwrap_or_default());
                    }
                    _ => self.unknown("...", property.value.span),
                }
                continue;
            };
            let name = self.text_of(pieces).unwrap_or_else(|| {
                let words = self.text.get(property.name_span.start..property.name_span.end);
                let name = kept(words.unwrap_or_default());
                self.unknown(&name, property.name_span);
                name
            });
            let node = self.node(&property.value, &name);
            members.push(Member {
                name,
                name_span: property.name_span,
                node,
            });
        }
        members
    }

    /// Does one step of work, unless too much was done.
    fn deeper<T>(&mut self, step: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.work == 0 || self.depth == DEEPEST {
            return None;
        }
        self.work -= 1;
        self.depth += 1;
        let result = step(self);
        self.depth -= 1;
        result
    }

    /// One step deeper.
    fn known_below(&mut self, value: &'f Expression<'a>) -> Option<Value> {
        self.deeper(|meaning| meaning.known(value))
    }

    /// One step deeper.
    fn reduced_below(&mut self, value: &'f Expression<'a>) -> Option<&'f Expression<'a>> {
        self.deeper(|meaning| meaning.reduced(value))
    }

    /// Where the value really stands: past names, choices and the members of other values.
    pub fn reduced(&mut self, value: &'f Expression<'a>) -> Option<&'f Expression<'a>> {
        let step = match &value.kind {
            Kind::Name(name) => {
                let hidden = self.hidden.contains(name);
                let place = self.names.places(name).last().filter(|_| !hidden)?.1;
                self.declared
                    .get(place)
                    .filter(|declared| !declared.secure)?
                    .value
                    .as_ref()
            }
            Kind::Member(of, name) => {
                let of = self.reduced_below(of)?;
                self.property(of, name)
            }
            Kind::Item(parts) => {
                let [of, index] = parts.as_ref();
                let of = self.reduced_below(of)?;
                match (&of.kind, self.known_below(index)?) {
                    (Kind::List(items), Value::Number(index)) => items.get(index.parse::<usize>().ok()?),
                    (_, Value::Text(name)) => self.property(of, &name),
                    _ => None,
                }
            }
            Kind::Choice(parts) => {
                let [condition, one, other] = parts.as_ref();
                match self.known_below(condition)? {
                    Value::Bool(true) => Some(one),
                    Value::Bool(false) => Some(other),
                    _ => None,
                }
            }
            // It only keeps the compiler from looking at the type.
            Kind::Call("any", arguments) => arguments.first().filter(|_| arguments.len() == 1),
            _ => return Some(value),
        };
        let step = step?;
        self.reduced_below(step)
    }

    /// A property of an object whose properties are all known.
    pub fn property(&mut self, of: &'f Expression<'a>, wanted: &str) -> Option<&'f Expression<'a>> {
        let Kind::Object(object) = &of.kind else { return None };
        self.work = self.work.saturating_sub(object.properties.len());
        let mut found = None;
        for property in &object.properties {
            match property.name.as_deref()? {
                [] if wanted.is_empty() => found = Some(&property.value),
                [Piece::Literal(name)] if name == wanted => found = Some(&property.value),
                [] | [Piece::Literal(_)] => {}
                _ => return None,
            }
        }
        found
    }

    /// A text of which parts may be unknown: they are [`GAP`]s.
    pub fn text_with_gaps(&mut self, value: &'f Expression<'a>) -> String {
        self.gaps = true;
        let known = self.known_below(value);
        self.gaps = false;
        match known {
            Some(Value::Text(text)) => text,
            _ => GAP.to_string(),
        }
    }

    /// A value that is known and no list or object.
    pub fn known(&mut self, value: &'f Expression<'a>) -> Option<Value> {
        let value = self.reduced(value)?;
        Some(match &value.kind {
            Kind::Null => Value::Null,
            Kind::Bool(value) => Value::Bool(*value),
            Kind::Number(digits) => Value::Number((*digits).to_owned()),
            Kind::Text(pieces) => Value::Text(self.text_of(pieces)?),
            Kind::Negative(value) => match self.known_below(value)? {
                Value::Number(digits) => Value::Number(match digits.strip_prefix('-') {
                    Some(digits) => digits.to_owned(),
                    None if digits == "0" => digits,
                    None => format!("-{digits}"),
                }),
                _ => return None,
            },
            Kind::Not(value) => match self.known_below(value)? {
                Value::Bool(value) => Value::Bool(!value),
                _ => return None,
            },
            Kind::Pair(operator, values) => {
                let [one, other] = values.as_ref();
                let one = self.known_below(one)?;
                match (*operator, one) {
                    ("&&", Value::Bool(false)) => Value::Bool(false),
                    ("||", Value::Bool(true)) => Value::Bool(true),
                    ("??", one) if one != Value::Null => one,
                    (operator, one) => paired(operator, one, self.known_below(other)?)?,
                }
            }
            Kind::Call(name, arguments) => self.called(name, arguments, value.span)?,
            _ => return None,
        })
    }

    fn text_of(&mut self, pieces: &'f [Piece<'a>]) -> Option<String> {
        let mut text = String::new();
        for piece in pieces {
            match piece {
                Piece::Literal(literal) => text.push_str(literal),
                Piece::Inserted(value) => text.push_str(&self.inserted(value)?),
            }
        }
        self.work = self.work.checked_sub(text.len())?;
        Some(text)
    }

    /// A value as it stands in a text.
    fn inserted(&mut self, value: &'f Expression<'a>) -> Option<String> {
        match self.known_below(value) {
            Some(Value::Text(text) | Value::Number(text)) => Some(text),
            _ => self.gaps.then(|| GAP.to_string()),
        }
    }

    fn called(&mut self, name: &str, arguments: &'f [Expression<'a>], span: Span) -> Option<Value> {
        let text = match (name, arguments) {
            ("format", [pattern, values @ ..]) => {
                let Value::Text(pattern) = self.known_below(pattern)? else {
                    return None;
                };
                self.formatted(&pattern, values)?
            }
            ("concat", values) => {
                let mut text = String::new();
                for value in values {
                    match self.known_below(value) {
                        Some(Value::Text(part)) => text.push_str(&part),
                        _ if self.gaps => text.push(GAP),
                        _ => return None,
                    }
                }
                text
            }
            ("toLower" | "toUpper" | "trim" | "json" | "string", [value]) => {
                let Value::Text(text) = self.known_below(value)? else {
                    return None;
                };
                match name {
                    "string" => text,
                    "trim" => text.trim().to_owned(),
                    "json" => {
                        let mut node = parse(&text).ok()?;
                        stand(&mut node, span);
                        self.work = self.work.checked_sub(text.len())?;
                        return Some(node.value);
                    }
                    // Letters beyond ASCII change by rules of their own.
                    _ if !text.is_ascii() => return None,
                    "toLower" => text.to_ascii_lowercase(),
                    _ => text.to_ascii_uppercase(),
                }
            }
            ("empty", [value]) => {
                let value = self.reduced_below(value)?;
                return Some(Value::Bool(match &value.kind {
                    Kind::List(items) => items.is_empty(),
                    Kind::Object(object) => object.properties.is_empty(),
                    _ => match self.known(value)? {
                        Value::Null => true,
                        Value::Text(text) => text.is_empty(),
                        _ => return None,
                    },
                }));
            }
            _ => return None,
        };
        self.work = self.work.checked_sub(text.len())?;
        Some(Value::Text(text))
    }

    /// `{0}` in a pattern is the first value; braces that mean themselves stand there twice.
    fn formatted(&mut self, pattern: &str, values: &'f [Expression<'a>]) -> Option<String> {
        let mut text = String::new();
        let mut rest = pattern;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, marked) = rest.split_at_checked(at)?;
            text.push_str(before);
            rest = if let Some(after) = marked.strip_prefix("{{") {
                text.push('{');
                after
            } else if let Some(after) = marked.strip_prefix("}}") {
                text.push('}');
                after
            } else {
                let (number, after) = marked.strip_prefix('{')?.split_once('}')?;
                let value = self.inserted(values.get(number.parse::<usize>().ok()?)?)?;
                self.work = self.work.checked_sub(value.len())?;
                text.push_str(&value);
                after
            };
        }
        text.push_str(rest);
        Some(text)
    }
}

/// Words that say what is not known.
fn kept(words: &str) -> String {
    ["[bicep(", words, ")]"].concat()
}

/// Two known values and what stands between them.
fn paired(operator: &str, one: Value, other: Value) -> Option<Value> {
    let simple = |value: &Value| !matches!(value, Value::List(_) | Value::Object(_));
    Some(match (operator, &one, &other) {
        ("==", ..) if simple(&one) && simple(&other) => Value::Bool(one == other),
        ("!=", ..) if simple(&one) && simple(&other) => Value::Bool(one != other),
        ("=~", Value::Text(one), Value::Text(other)) => Value::Bool(one.eq_ignore_ascii_case(other)),
        ("!~", Value::Text(one), Value::Text(other)) => Value::Bool(!one.eq_ignore_ascii_case(other)),
        ("&&" | "||", Value::Bool(_), Value::Bool(other)) => Value::Bool(*other),
        ("??", ..) => other,
        (_, Value::Number(one), Value::Number(other)) => {
            let (one, other) = (one.parse::<i64>().ok()?, other.parse::<i64>().ok()?);
            let number = match operator {
                "+" => one.checked_add(other)?,
                "-" => one.checked_sub(other)?,
                "*" => one.checked_mul(other)?,
                "/" => one.checked_div(other)?,
                "%" => one.checked_rem(other)?,
                "<" => return Some(Value::Bool(one < other)),
                ">" => return Some(Value::Bool(one > other)),
                "<=" => return Some(Value::Bool(one <= other)),
                ">=" => return Some(Value::Bool(one >= other)),
                _ => return None,
            };
            Value::Number(number.to_string())
        }
        _ => return None,
    })
}

/// Lets what was made from a text stand where that text stands; what has a place of its own keeps it.
fn stand(node: &mut Node, span: Span) {
    node.span = span;
    match &mut node.value {
        Value::List(items) => items.iter_mut().for_each(|item| stand(item, span)),
        Value::Object(members) => members.iter_mut().for_each(|member| {
            member.name_span = span;
            stand(&mut member.node, span);
        }),
        _ => {}
    }
}
