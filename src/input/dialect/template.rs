//! ARM templates and lists of resources: every Batch pool in them, wherever it stands.

use std::cell::Cell;

use super::expression::{Meaning, Scope, UNKNOWN};
use super::{Dialect, Note, NoteKind, Pool, arm, json_in, put};
use crate::model::{Member, Node, ResourceId, Value, is_expression, path};

const DEPLOYMENT: &str = "Microsoft.Resources/deployments";
/// Members of a resource in a template that are not the resource's own.
const OF_TEMPLATES: [&str; 6] = ["condition", "copy", "dependsOn", "comments", "scope", "resources"];

/// Reads the text if it is a template, or a list of resources with a pool among them.
pub(super) fn read(text: &str) -> Option<Vec<Pool>> {
    let root = json_in(text)?;
    // What expressions may make in all: enough for any template, and no more than the text is large.
    let budget = Cell::new(1_000_000 + 32 * text.len());
    let mut found = Found::default();
    let resources = root.get("resources");
    let is_list = |node: &Node| matches!(node.value, Value::List(_) | Value::Object(_));
    if root.get("type").is_none() && resources.is_some_and(is_list) {
        found.template(&root, &scope_of(&root, &budget));
        return Some(found.pools);
    }
    let answers = match (&root.value, root.get("value")) {
        (Value::List(items), _) => items.as_slice(),
        (_, Some(list)) if matches!(list.value, Value::List(_)) => list.items(),
        _ => std::slice::from_ref(&root),
    };
    let holds_pools = |node: &Node| is_pool(node) || node.get("resources").is_some_and(is_list);
    if !answers.iter().any(holds_pools) {
        return None;
    }
    if let Some(next) = root.member("nextLink").filter(|next| !next.node.is_null()) {
        found.aside(next);
    }
    for answer in answers {
        if is_pool(answer) {
            let reading = arm::resource(answer.clone());
            found.add(Pool::named(reading, answer.span));
        } else {
            found.resource(answer, "", None, &scope_of(&root, &budget));
        }
    }
    Some(found.pools)
}

/// Whether a value is a pool as ARM answers with it.
fn is_pool(node: &Node) -> bool {
    let text = |name: &str| node.get(name).and_then(Node::as_text);
    let is_object = |node: &Node| matches!(node.value, Value::Object(_));
    node.get("properties").is_some_and(is_object)
        && match (text("type"), text("id")) {
            (Some(kind), _) => kind.eq_ignore_ascii_case(arm::POOL_TYPE),
            (None, Some(id)) => ResourceId::parse(id).is_some_and(|id| id.is(arm::POOL_TYPE)),
            (None, None) => false,
        }
}

/// What the expressions of a template may refer to.
fn scope_of<'a>(template: &'a Node, budget: &'a Cell<usize>) -> Scope<'a> {
    Scope {
        parameters: template.get("parameters"),
        given: None,
        variables: template.get("variables"),
        budget,
    }
}

/// A resource that others stand in.
struct Parent {
    kind: String,
    /// The last part of its name.
    name: String,
}

/// The pools that were found.
#[derive(Default)]
struct Found {
    pools: Vec<Pool>,
    /// What is about no one pool: it is noted with the first.
    aside: Vec<Note>,
}

impl Found {
    fn add(&mut self, mut pool: Pool) {
        pool.reading.notes.append(&mut self.aside);
        self.pools.push(pool);
    }

    /// Notes something that belongs to no one pool.
    fn aside(&mut self, member: &Member) {
        let note = not_carried(member);
        match self.pools.first_mut() {
            Some(pool) => pool.reading.notes.push(note),
            None => self.aside.push(note),
        }
    }

    /// The resources of a template: a list, or an object with a symbolic name for each.
    fn template(&mut self, template: &Node, scope: &Scope) {
        let Some(resources) = template.get("resources") else {
            return;
        };
        for resource in resources.items() {
            self.resource(resource, "", None, scope);
        }
        for resource in resources.members() {
            self.resource(&resource.node, &resource.name, None, scope);
        }
    }

    fn resource(&mut self, resource: &Node, symbol: &str, parent: Option<&Parent>, scope: &Scope) {
        let kind = resource.get("type").and_then(Node::as_text).unwrap_or_default();
        let kind = match parent {
            Some(parent) if !kind.contains('.') => format!("{}/{kind}", parent.kind),
            _ => kind.to_owned(),
        };
        // What is there already is only referred to.
        let refers = resource.get("existing").and_then(Node::as_bool) == Some(true);
        if kind.eq_ignore_ascii_case(DEPLOYMENT) {
            self.deployment(resource, scope);
        } else if kind.eq_ignore_ascii_case(arm::POOL_TYPE) && !refers {
            self.add(pool(resource, symbol, parent, scope));
        }
        let Some(children) = resource.get("resources") else {
            return;
        };
        let name = resource
            .get("name")
            .and_then(|name| scope.naming(name.as_text()?, name.span));
        let name = name.as_deref().map(parts).and_then(|mut parts| parts.pop());
        let parent = Parent {
            kind,
            name: name.unwrap_or_default(),
        };
        for child in children.items() {
            self.resource(child, "", Some(&parent), scope);
        }
    }

    /// A deployment within a template. Unless it says `inner`, its expressions refer to the outer template.
    fn deployment(&mut self, deployment: &Node, scope: &Scope) {
        if let Some(link) = deployment
            .get("properties")
            .and_then(|node| node.member("templateLink"))
        {
            self.aside(link);
        }
        let Some(template) = deployment.at("/properties/template") else {
            return;
        };
        let evaluated = deployment.at("/properties/expressionEvaluationOptions/scope");
        if !evaluated.is_some_and(|scope| scope.says("inner")) {
            return self.template(template, scope);
        }
        let given = deployment.at("/properties/parameters").map(|given| (given, scope));
        let inner = Scope {
            given,
            ..scope_of(template, scope.budget)
        };
        self.template(template, &inner);
    }
}

fn not_carried(member: &Member) -> Note {
    Note {
        kind: NoteKind::NotCarried,
        name: member.name.clone(),
        span: member.name_span,
    }
}

/// One pool of a template, its expressions read.
fn pool(resource: &Node, symbol: &str, parent: Option<&Parent>, scope: &Scope) -> Pool {
    let mut node = resource.clone();
    let mut notes = Vec::new();
    let mut name = None;
    if let Value::Object(members) = &mut node.value {
        members.retain(|member| match member.name.as_str() {
            "type" => false,
            "name" => {
                name = Some(member.clone());
                false
            }
            // A pool that is deployed in any case is like one without a condition.
            "condition" if decided(&member.node, scope) => false,
            other if OF_TEMPLATES.contains(&other) => {
                notes.push(not_carried(member));
                false
            }
            _ => true,
        });
    }
    resolve(&mut node, "", scope, &mut notes, 0);
    let mut reading = arm::resource(node);
    reading.dialect = Dialect::Template;
    let mut names = vec![];
    if let Some(member) = &name {
        notes.insert(
            0,
            Note {
                kind: NoteKind::Moved(path::POOL_NAME),
                name: member.name.clone(),
                span: member.name_span,
            },
        );
        let text = member.node.as_text().unwrap_or_default();
        // What cannot be read as a name at all stays as it is written.
        names = scope
            .naming(text, member.node.span)
            .map_or_else(|| vec![text.to_owned()], |name| parts(&name));
    }
    let span = name.map_or(resource.span, |member| member.node.span);
    let pool_name = names.pop().unwrap_or_default();
    let account = names.pop().or_else(|| parent.map(|parent| parent.name.clone()));
    if let Ok(root) = &mut reading.root {
        let named = [
            (path::ACCOUNT, account.unwrap_or_default()),
            (path::POOL_NAME, pool_name),
        ];
        for (pointer, text) in named {
            if is_expression(&text) {
                notes.push(Note {
                    kind: NoteKind::NotLiteral,
                    name: path::last(pointer).to_owned(),
                    span,
                });
            }
            if !text.is_empty() {
                put(
                    root,
                    pointer,
                    Node {
                        span,
                        ..Node::text(text)
                    },
                );
            }
        }
    }
    notes.append(&mut reading.notes);
    reading.notes = notes;
    let mut pool = Pool::named(reading, resource.span);
    if pool.name.is_empty() {
        symbol.clone_into(&mut pool.name);
    }
    pool
}

/// Whether a condition is met for certain.
fn decided(condition: &Node, scope: &Scope) -> bool {
    let met = |node: &Node| node.as_bool() == Some(true);
    match condition.as_text().map(|text| scope.meaning(text, condition.span)) {
        Some(Meaning::Value(value)) => met(&value),
        _ => met(condition),
    }
}

/// Objects of variables within each other that are followed.
const DEEPEST: usize = 16;

/// Puts values in place of the expressions that can be worked out, and notes the others. `name` is the member's.
fn resolve(node: &mut Node, name: &str, scope: &Scope, notes: &mut Vec<Note>, depth: usize) {
    let span = node.span;
    match &mut node.value {
        Value::Text(text) => match scope.meaning(text, span) {
            Meaning::Literal => {}
            // A text with an escaped bracket is final; an object of a variable may hold further expressions.
            Meaning::Value(value) if depth < DEEPEST => {
                *node = value;
                if !matches!(node.value, Value::Text(_)) {
                    resolve(node, name, scope, notes, depth + 1);
                }
            }
            Meaning::Value(_) | Meaning::Unknown => notes.push(Note {
                kind: NoteKind::NotLiteral,
                name: name.to_owned(),
                span,
            }),
        },
        Value::List(items) => items
            .iter_mut()
            .for_each(|item| resolve(item, name, scope, notes, depth)),
        Value::Object(members) => members.retain_mut(|member| {
            // A loop that makes the items of a list.
            if member.name == "copy" && matches!(member.node.value, Value::List(_)) {
                notes.push(not_carried(member));
                return false;
            }
            match scope.meaning(&member.name, member.name_span) {
                Meaning::Value(Node {
                    value: Value::Text(name),
                    ..
                }) => member.name = name,
                Meaning::Literal => {}
                Meaning::Value(_) | Meaning::Unknown => notes.push(Note {
                    kind: NoteKind::NotLiteral,
                    name: member.name.clone(),
                    span: member.name_span,
                }),
            }
            resolve(&mut member.node, &member.name, scope, notes, depth);
            true
        }),
        _ => {}
    }
}

/// The parts of a name such as `account/pool`; each that is not known is an expression in brackets.
fn parts(name: &str) -> Vec<String> {
    let [open, close] = UNKNOWN;
    let mut parts = vec![String::new()];
    let mut depth = 0usize;
    for c in name.chars() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth = depth.saturating_sub(1);
        }
        match parts.last_mut() {
            Some(part) if c != '/' || depth > 0 => part.push(c),
            _ => parts.push(String::new()),
        }
    }
    parts.iter().map(|part| in_brackets(part)).collect()
}

/// A part of a name as one expression, when something in it is not known.
fn in_brackets(part: &str) -> String {
    let [open, close] = UNKNOWN;
    if !part.contains(UNKNOWN) {
        return part.to_owned();
    }
    let whole = part.strip_prefix(open).and_then(|part| part.strip_suffix(close));
    if let Some(whole) = whole.filter(|whole| !whole.contains(UNKNOWN)) {
        return format!("[{whole}]");
    }
    let mut joined: Vec<String> = Vec::new();
    for (index, piece) in part.split(UNKNOWN).enumerate().filter(|(_, piece)| !piece.is_empty()) {
        // Known and unknown pieces take turns.
        joined.push(match index % 2 {
            0 => format!("'{}'", piece.replace('\'', "''")),
            _ => piece.to_owned(),
        });
    }
    format!("[concat({})]", joined.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fall_apart_at_slashes_that_are_known() {
        for (name, expected) in [
            ("a/b", &["a", "b"][..]),
            ("b", &["b"]),
            ("\u{e000}f('/')\u{e001}/b", &["[f('/')]", "b"]),
            ("a/x-\u{e000}f()\u{e001}-it's", &["a", "[concat('x-', f(), '-it''s')]"]),
            ("\u{e000}f()\u{e001}", &["[f()]"]),
            ("", &[""]),
        ] {
            assert_eq!(parts(name), expected, "{name}");
        }
    }

    #[test]
    fn other_json_is_left_alone() {
        for text in [
            "",
            "{}",
            "[]",
            "[1]",
            "{ \"value\": [] }",
            "{ \"value\": [{ \"properties\": {} }] }",
            "{ \"value\": [{ \"id\": \"p\", \"vmSize\": \"x\" }] }",
            "{ \"pool\": {} }",
            "nothing",
            "[nothing",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
        assert_eq!(read("{ \"resources\": [] }").map(|pools| pools.len()), Some(0));
    }
}
