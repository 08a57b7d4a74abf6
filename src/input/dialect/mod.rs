//! What can be pasted: each dialect is recognised and read into plan shape, positions kept.

mod arm;
mod bicep;
mod csharp;
mod data_plane;
mod http;
mod terraform;

use std::borrow::Cow;

use super::parse::{ParseTrouble, parse};
use crate::model::{Node, Span};

/// The forms in which a pool may be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// The plan document itself.
    Plan,
    /// The body of an ARM PUT: `{"properties": …}`.
    PutBody,
    /// An ARM resource or GET response: body, name, type, id, etag and read-only members.
    Resource,
    /// A request line with the body below it.
    HttpRequest,
    /// C# with literal arguments, as the older articles show it.
    CSharp,
    /// A resource of an ARM template, or of a list of resources.
    Template,
    /// A resource of a Bicep file.
    Bicep,
    /// A resource of a Terraform file.
    Terraform,
    /// The body of the Batch service itself, as `az batch pool` speaks it.
    DataPlane,
}

/// What happened to something that was given but does not stand in the plan as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// It says where the request goes, and was moved to this pointer of the plan.
    Moved(&'static str),
    /// Only the service sets it; it was left out.
    ReadOnly,
    /// It is not a literal, so its value is not known.
    NotLiteral,
    /// A plan has no place for it, so it was left out.
    NotCarried,
    /// The resource is of another type than a Batch pool.
    OtherType,
    /// It was left out, and the tool it was written for would take another value than the service: that value is in the
    /// plan.
    Default,
}

/// A [`NoteKind`] about one member, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What happened.
    pub kind: NoteKind,
    /// The name of the member (or the text) it is about.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// A text, read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The form in which it was given.
    pub dialect: Dialect,
    /// The document in plan shape; values keep their places in the text given. `Err` when the text cannot be read.
    pub root: Result<Node, ParseTrouble>,
    /// What was moved or left out.
    pub notes: Vec<Note>,
}

/// Reads any text in any of the dialects.
pub fn read(text: &str) -> Reading {
    let text = without_fences(text);
    if let Some(reading) = http::read(&text) {
        return reading;
    }
    if let Some(reading) = csharp::read(&text) {
        return reading;
    }
    match parse(&text) {
        Ok(root) if data_plane::is_pool(&root) => data_plane::from_data_plane(&root),
        Ok(root) => arm::read(root),
        Err(trouble) => Reading {
            dialect: Dialect::Plan,
            root: Err(trouble),
            notes: Vec::new(),
        },
    }
}

/// One of the pools that a text holds.
#[derive(Clone, Debug)]
pub struct Pool {
    /// What tells it apart from the others: its name, else the name of its resource; empty when it has none.
    pub name: String,
    /// Where it stands.
    pub span: Span,
    /// The pool in plan shape.
    pub reading: Reading,
}

/// Every pool of a text in any form; what holds none, or is none of the forms, is one reading that says so.
pub fn pools(text: &str) -> Vec<Pool> {
    if let Some(pools) = parse(&without_fences(text)).ok().as_ref().and_then(data_plane::read) {
        return pools;
    }
    if let Some(pools) = bicep::read(&without_fences(text)) {
        return pools;
    }
    if let Some(pools) = terraform::read(&without_fences(text)) {
        return pools;
    }
    vec![one(read(text), text)]
}

/// A text that is one pool.
fn one(reading: Reading, text: &str) -> Pool {
    let root = reading.root.as_ref().ok();
    let name = root.and_then(|root| root.at(crate::model::path::POOL_NAME)?.as_text());
    Pool {
        name: name.unwrap_or_default().to_owned(),
        span: Span {
            start: 0,
            end: text.len(),
        },
        reading,
    }
}

/// The same content as a plan document. A plan is given back as it is; comments of other JSON dialects survive.
pub fn to_plan_text(text: &str) -> Result<String, ParseTrouble> {
    let fenced = without_fences(text);
    let reading = read(&fenced);
    let root = reading.root?;
    Ok(match reading.dialect {
        Dialect::Plan => text.to_owned(),
        Dialect::CSharp | Dialect::Template | Dialect::Bicep | Dialect::Terraform | Dialect::DataPlane => {
            root.to_pretty_json() + "\n"
        }
        Dialect::PutBody | Dialect::Resource | Dialect::HttpRequest => arm::as_plan(&fenced, &root, &reading.notes),
    })
}

/// Lines that begin a fence of Markdown, blanked out: samples are copied with them. Positions stay.
fn without_fences(text: &str) -> Cow<'_, str> {
    if !text.contains('`') || !text.lines().any(|line| line.trim_start().starts_with("```")) {
        return Cow::Borrowed(text);
    }
    let blank = |line: &str| {
        if line.trim_start().starts_with("```") {
            line.chars()
                .map(|c| if c == '\n' || c == '\r' { c } else { ' ' })
                .collect::<String>()
        } else {
            line.to_owned()
        }
    };
    // A fence line with characters of several bytes would shift positions; such a line is left alone.
    let ascii = text
        .lines()
        .all(|line| !line.trim_start().starts_with("```") || line.is_ascii());
    if ascii {
        Cow::Owned(text.split_inclusive('\n').map(blank).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Puts `value` into an object at a pointer of known names, making objects on the way.
fn put(root: &mut Node, pointer: &str, value: Node) {
    let mut at = root;
    let mut names = pointer.split('/').skip(1).peekable();
    while let Some(name) = names.next() {
        let crate::model::Value::Object(members) = &mut at.value else {
            return;
        };
        let index = members
            .iter()
            .position(|member| member.name == name)
            .unwrap_or_else(|| {
                let span = value.span;
                members.push(crate::model::Member {
                    name: name.to_owned(),
                    name_span: span,
                    node: Node::empty_object(span),
                });
                members.len() - 1
            });
        let Some(member) = members.get_mut(index) else { return };
        if names.peek().is_none() {
            member.node = value;
            return;
        }
        at = &mut member.node;
    }
}
