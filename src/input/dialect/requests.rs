//! Requests as `.http` files hold them: several, set apart by `###`, with variables. One request is one pool.

use super::http::target_of;
use super::{Dialect, Note, NoteKind, Pool, Reading, arm, of_forms, put};
use crate::input::parse::{ParseTrouble, parse_at};
use crate::model::{Node, Span, Value, path};

const METHODS: [&str; 7] = ["PUT", "PATCH", "POST", "GET", "DELETE", "HEAD", "OPTIONS"];
/// Marks in a text where something unknown begins and ends.
pub(super) const UNKNOWN: [char; 2] = super::expression::UNKNOWN;
/// A variable that is longer than this is not put in place.
const LONGEST: usize = 4096;
/// The name of a variable is no longer than this.
const LONGEST_NAME: usize = 64;

/// One line, with where it begins.
#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    start: usize,
}

/// Variables by name, in the order of the file.
type Variables = Vec<(String, String)>;

/// Reads the text if it holds requests to pools.
pub(super) fn read(text: &str) -> Option<Vec<Pool>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for text in text.split_inclusive('\n') {
        lines.push(Line { text, start });
        start += text.len();
    }
    let mut budget = 1_000_000 + 32 * text.len();
    let variables = variables(&lines, &mut budget);
    let mut pools = Vec::new();
    let mut requests = false;
    for part in lines.split(|line| line.text.starts_with("###")) {
        let Some((method, address, line, rest)) = request_line(part) else {
            continue;
        };
        requests = true;
        let address = filled(&address, &variables, &mut budget);
        if !goes_to_pools(&address) {
            continue;
        }
        // What only asks makes no pool.
        if body_line(rest).is_none() && matches!(method, "GET" | "HEAD" | "DELETE" | "OPTIONS") {
            continue;
        }
        let end = part.last().map_or(0, |line| line.start + line.text.len());
        let body = body_line(rest).map(|line| body(text, line.start, end, &variables, &mut budget));
        let request = Request {
            method,
            address: &address,
            span: Span {
                start: line.start,
                end: line.start + line.text.trim_end().len(),
            },
            mark: "http",
            body,
        };
        pools.extend(request.pools(text));
    }
    requests.then_some(pools)
}

/// The line with which a body begins.
fn body_line<'a>(lines: &'a [Line<'a>]) -> Option<&'a Line<'a>> {
    lines.iter().find(|line| line.text.trim_start().starts_with(['{', '[']))
}

/// Whether an address leads to a pool, or to the pools of an account.
fn goes_to_pools(address: &str) -> bool {
    let route = address.split('?').next().unwrap_or_default().to_ascii_lowercase();
    route.contains("/pools/") || route.ends_with("/pools")
}

/// The variables that lines such as `@name = value` define, each with those before it in place.
fn variables(lines: &[Line], budget: &mut usize) -> Variables {
    let mut variables = Variables::new();
    for line in lines {
        let definition = line.text.trim().strip_prefix('@').and_then(|rest| rest.split_once('='));
        if let Some((name, value)) = definition {
            let value = filled(value.trim(), &variables, budget);
            if value.len() <= LONGEST && !value.contains("{{") {
                variables.push((name.trim().to_owned(), value));
            }
        }
    }
    variables
}

/// A text with the variables in place of `{{name}}`; others stay as they are.
fn filled(text: &str, variables: &Variables, budget: &mut usize) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, after)) = after.split_once("}}") else {
            break;
        };
        out.push_str(before);
        match value_of(name, variables, budget) {
            Some(value) => out.push_str(value),
            None => {
                for piece in ["{{", name, "}}"] {
                    out.push_str(piece);
                }
            }
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The value of a variable, as long as not too much was put in place already.
fn value_of<'a>(name: &str, variables: &'a Variables, budget: &mut usize) -> Option<&'a str> {
    let cost = 1 + variables.len();
    *budget = budget.checked_sub(cost)?;
    let mut known = variables.iter().rev();
    let (_, value) = known.find(|(known, _)| known == name.trim())?;
    *budget = budget.checked_sub(value.len())?;
    Some(value)
}

/// The method and address of a request, the line they stand on, and the lines that follow.
fn request_line<'a>(part: &'a [Line<'a>]) -> Option<(&'a str, String, Line<'a>, &'a [Line<'a>])> {
    let aside = |line: &&Line| {
        let text = line.text.trim();
        text.is_empty() || text.starts_with(['#', '@']) || text.starts_with("//")
    };
    let at = part.iter().take_while(aside).count();
    let (line, mut rest) = part.get(at..)?.split_first()?;
    let (method, address) = line.text.trim().split_once(char::is_whitespace)?;
    let address = address.trim();
    if !METHODS.contains(&method) || !(address.starts_with("http") || address.starts_with("{{")) {
        return None;
    }
    let mut address = address.trim_end_matches("HTTP/1.1").trim_end().to_owned();
    // The parts of a long query stand on lines of their own.
    while let Some((line, further)) = rest.split_first()
        && line.text.trim_start().starts_with(['?', '&'])
    {
        address.push_str(line.text.trim());
        rest = further;
    }
    Some((method, address, *line, rest))
}

/// A body between two places, variables put in place. Positions stay.
fn body(text: &str, start: usize, end: usize, variables: &Variables, budget: &mut usize) -> Result<Node, ParseTrouble> {
    let given = text.get(start..end).unwrap_or_default();
    // A bare `{{name}}` is as long as the text `"{name}"`, by which it is read.
    let bare = given.contains("{{").then(|| bare_as_texts(given));
    let mut node = parse_at(bare.as_deref().unwrap_or(given), start)?;
    if bare.is_some() {
        fill(&mut node, text, variables, budget);
    }
    Ok(node)
}

/// Writes each `{{name}}` outside of texts as a text of the same length.
fn bare_as_texts(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let (mut inside, mut escaped) = (false, false);
    let mut rest = json;
    while let Some(c) = rest.chars().next() {
        // No further than anybody would write, so that many that are never closed take no longer.
        let after = rest.strip_prefix("{{").filter(|_| !inside);
        let near = after.map(|after| {
            after
                .bytes()
                .take(LONGEST_NAME)
                .take_while(|byte| *byte != b'}')
                .count()
        });
        let name = after.zip(near).and_then(|(after, near)| {
            let rest = after.get(near..)?.strip_prefix("}}")?;
            Some((after.get(..near)?, rest))
        });
        if let Some((name, after)) = name.filter(|(name, _)| !name.contains(['"', '\n', '\\', '{'])) {
            out.push_str("\"{");
            out.push_str(name);
            out.push_str("}\"");
            rest = after;
            continue;
        }
        if c == '"' && !escaped {
            inside = !inside;
        }
        escaped = inside && c == '\\' && !escaped;
        out.push(c);
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    out
}

fn fill(node: &mut Node, text: &str, variables: &Variables, budget: &mut usize) {
    let span = node.span;
    match &mut node.value {
        Value::Text(value) => {
            let bare = text.get(span.start..).is_some_and(|rest| rest.starts_with("{{"));
            let name = bare.then(|| value.trim_matches(['{', '}']).to_owned());
            match name {
                Some(name) => match value_of(&name, variables, budget).map(|value| parse_at(value, 0)) {
                    Some(Ok(known)) if !matches!(known.value, Value::Object(_) | Value::List(_)) => {
                        node.value = known.value;
                    }
                    _ => *value = unknown(&format!("{{{{{name}}}}}")),
                },
                None if value.contains("{{") => {
                    let known = filled(value, variables, budget);
                    *value = if known.contains("{{") { unknown(&known) } else { known };
                }
                None => {}
            }
        }
        Value::List(items) => items.iter_mut().for_each(|item| fill(item, text, variables, budget)),
        Value::Object(members) => {
            for member in members {
                fill(&mut member.node, text, variables, budget);
            }
        }
        _ => {}
    }
}

/// A text with something unknown in it, marked.
fn unknown(text: &str) -> String {
    let [open, close] = UNKNOWN;
    format!("{open}{text}{close}")
}

/// A request that somebody would send, whatever with.
pub(super) struct Request<'a> {
    /// The method.
    pub(super) method: &'a str,
    /// The address, with what is unknown between [`UNKNOWN`] or in braces.
    pub(super) address: &'a str,
    /// Where the address stands.
    pub(super) span: Span,
    /// What an expression for something unknown is called.
    pub(super) mark: &'static str,
    /// The body, if there is one.
    pub(super) body: Option<Result<Node, ParseTrouble>>,
}

impl Request<'_> {
    /// The pools that the request is about; `text` is the whole text.
    pub(super) fn pools(self, text: &str) -> Vec<Pool> {
        let place = self.span;
        let mut notes = vec![Note {
            kind: NoteKind::Moved(path::TARGET),
            name: self.method.to_owned(),
            span: place,
        }];
        let root = match self.body {
            None => Ok(Node::empty_object(place)),
            Some(Err(trouble)) => Err(trouble),
            Some(Ok(mut body)) => {
                mark(&mut body, "", self.mark, &mut notes);
                if body.get("properties").is_none()
                    && let Some(pools) = other_bodies(text, &body)
                {
                    return pools;
                }
                let mut reading = arm::read(body);
                notes.append(&mut reading.notes);
                match (reading.dialect, reading.root) {
                    (Dialect::Plan, Ok(pool)) => Ok(Node {
                        span: pool.span,
                        ..Node::object([("pool", pool)])
                    }),
                    (_, root) => root,
                }
            }
        };
        let root = root.map(|mut root| {
            for (pointer, value) in target_of(self.address) {
                let value = match marked(value, self.mark) {
                    Some(expression) => {
                        notes.push(Note {
                            kind: NoteKind::NotLiteral,
                            name: path::last(pointer).to_owned(),
                            span: place,
                        });
                        expression
                    }
                    None => value.to_owned(),
                };
                if !value.is_empty() {
                    put(
                        &mut root,
                        pointer,
                        Node {
                            span: place,
                            ..Node::text(value)
                        },
                    );
                }
            }
            root
        });
        let reading = Reading {
            dialect: Dialect::HttpRequest,
            root,
            notes,
        };
        vec![Pool::named(reading, place)]
    }
}

/// The pools of a body that is no body of ARM, in a form that has a reader of its own.
fn other_bodies(text: &str, body: &Node) -> Option<Vec<Pool>> {
    let given = text.get(body.span.start..body.span.end)?;
    let pools = of_forms(given)?;
    (!pools.is_empty()).then(|| pools.into_iter().map(|pool| pool.moved_by(body.span.start)).collect())
}

/// A value with something unknown in it as an expression in brackets.
pub(super) fn marked(text: &str, mark: &str) -> Option<String> {
    (text.contains(UNKNOWN) || text.contains("{{")).then(|| format!("[{mark}({})]", text.replace(UNKNOWN, "")))
}

/// Writes what is unknown in a body as expressions in brackets, and notes it. `name` is the member's.
fn mark(node: &mut Node, name: &str, called: &str, notes: &mut Vec<Note>) {
    let span = node.span;
    match &mut node.value {
        Value::Text(text) if text.contains(UNKNOWN) => {
            *text = format!("[{called}({})]", text.replace(UNKNOWN, ""));
            notes.push(Note {
                kind: NoteKind::NotLiteral,
                name: name.to_owned(),
                span,
            });
        }
        Value::List(items) => items.iter_mut().for_each(|item| mark(item, name, called, notes)),
        Value::Object(members) => {
            for member in members {
                mark(&mut member.node, &member.name, called, notes);
            }
        }
        _ => {}
    }
}
