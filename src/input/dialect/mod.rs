//! What can be pasted: each dialect is recognised and read into plan shape, positions kept.
//!
//! [`read`] knows what is read at every keystroke; [`other_pools`] the forms of which a text may hold several pools, which
//! the page loads later. A reader of such a form is a row of [`FORMS`].

mod arm;
mod bicep;
mod csharp;
mod data_plane;
mod expression;
mod functions;
mod http;
mod requests;
mod shell;
mod template;
mod terraform;

use std::borrow::Cow;

use super::parse::{ParseTrouble, Trouble, parse, parse_at};
use crate::model::{Node, Span, Value};

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
    /// It is not a literal, so its value is not known. Where it stays in the plan, it is an expression in brackets.
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

/// What reads one form.
type FormReader = fn(&str) -> Option<Vec<Pool>>;

/// The readers of the forms that are not read at every keystroke: each gives the pools of a text that is its own, which
/// may be none, and `None` for any other text.
static FORMS: &[FormReader] = &[
    bicep::read,
    terraform::read,
    shell::read,
    requests::read,
    data_plane::read,
    template::read,
];

/// The pools of a text that [`read`] does not understand and another form does. Empty when that form holds no pool.
pub fn other_pools(text: &str, reading: &Reading) -> Option<Vec<Pool>> {
    let doubtful = match &reading.root {
        Err(trouble) => trouble.trouble != Trouble::Empty,
        Ok(root) => {
            let other_type = reading.notes.iter().any(|note| note.kind == NoteKind::OtherType);
            other_type || (reading.dialect == Dialect::Plan && !arm::has_plan_members(root))
        }
    };
    doubtful.then(|| of_forms(&without_fences(text)))?
}

fn of_forms(text: &str) -> Option<Vec<Pool>> {
    FORMS.iter().find_map(|read| read(text))
}

/// Every pool of a text in any form; what holds none, or is none of the forms, is one reading that says so.
pub fn pools(text: &str) -> Vec<Pool> {
    let reading = read(text);
    match other_pools(text, &reading) {
        Some(found) if !found.is_empty() => found,
        _ => vec![Pool::of(reading, text)],
    }
}

/// A text of one pool in any form as a plan document; `None` when it cannot be read, or does not hold one pool.
pub fn plan_text(text: &str) -> Option<String> {
    let reading = read(text);
    let mut pools = other_pools(text, &reading).unwrap_or_else(|| vec![Pool::of(reading, text)]);
    let pool = pools.pop().filter(|_| pools.is_empty())?;
    pool.plan_text(text).ok()
}

impl Pool {
    /// A text that is one pool.
    fn of(reading: Reading, text: &str) -> Pool {
        let span = Span {
            start: 0,
            end: text.len(),
        };
        Pool::named(reading, span)
    }

    /// A pool that is told apart by its own name.
    fn named(reading: Reading, span: Span) -> Pool {
        let root = reading.root.as_ref().ok();
        let name = root.and_then(|root| root.at(crate::model::path::POOL_NAME)?.as_text());
        Pool {
            name: name.unwrap_or_default().to_owned(),
            span,
            reading,
        }
    }

    /// The pool as a plan document. Of JSON the comments and the layout are kept where nothing was worked out.
    pub fn plan_text(&self, text: &str) -> Result<String, ParseTrouble> {
        let root = self.reading.root.as_ref().map_err(|trouble| *trouble)?;
        let fenced = without_fences(text);
        Ok(match self.reading.dialect {
            Dialect::Plan => text.to_owned(),
            Dialect::CSharp | Dialect::Bicep | Dialect::Terraform | Dialect::DataPlane => root.to_pretty_json() + "\n",
            Dialect::PutBody | Dialect::Resource | Dialect::HttpRequest | Dialect::Template => {
                let kept = arm::as_plan(&fenced, root, &self.reading.notes);
                // As texts: the order is the same, and objects of very many members take no longer.
                let same = |again: &Node| {
                    let json = |node: &Node, name| node.get(name).map(Node::to_json);
                    ["target", "pool"]
                        .into_iter()
                        .all(|name| json(again, name) == json(root, name))
                };
                match parse(&kept) {
                    Ok(again) if same(&again) => kept,
                    _ => root.to_pretty_json() + "\n",
                }
            }
        })
    }

    /// The pool as it stands `by` bytes further on in a larger text.
    fn moved_by(mut self, by: usize) -> Pool {
        shift(&mut self.span, by);
        match &mut self.reading.root {
            Ok(root) => each_span(root, &mut |span| shift(span, by)),
            Err(trouble) => shift(&mut trouble.span, by),
        }
        for note in &mut self.reading.notes {
            shift(&mut note.span, by);
        }
        self
    }
}

fn shift(span: &mut Span, by: usize) {
    span.start += by;
    span.end += by;
}

/// Does something with the place of each value and name.
fn each_span(node: &mut Node, change: &mut dyn FnMut(&mut Span)) {
    change(&mut node.span);
    match &mut node.value {
        Value::List(items) => items.iter_mut().for_each(|item| each_span(item, change)),
        Value::Object(members) => {
            for member in members {
                change(&mut member.name_span);
                each_span(&mut member.node, change);
            }
        }
        _ => {}
    }
}

/// So many beginnings of JSON are tried in a text that has other lines around it.
const BEGINNINGS: usize = 8;

/// The JSON of a text, also when lines that are none stand around it, as a log or a prompt writes them.
fn json_in(text: &str) -> Option<Node> {
    if let Ok(root) = parse(text) {
        return Some(root);
    }
    let mut at = 0;
    let (mut starts, mut end) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        if starts.len() < BEGINNINGS && bare.starts_with(['{', '[']) && !line.starts_with([' ', '\t']) {
            starts.push(at);
        }
        at += line.len();
        if bare.ends_with(['}', ']']) {
            end = at;
        }
    }
    let inside = |start: usize| parse_at(text.get(start..end)?, start).ok();
    starts.into_iter().find_map(inside)
}

/// The same content as a plan document, of what [`read`] understands. A plan is given back as it is; comments of other
/// JSON dialects survive.
pub fn to_plan_text(text: &str) -> Result<String, ParseTrouble> {
    let fenced = without_fences(text);
    let reading = read(&fenced);
    let root = reading.root?;
    Ok(match reading.dialect {
        Dialect::Plan => text.to_owned(),
        Dialect::PutBody | Dialect::Resource | Dialect::HttpRequest => arm::as_plan(&fenced, &root, &reading.notes),
        _ => root.to_pretty_json() + "\n",
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
        let Value::Object(members) = &mut at.value else {
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
