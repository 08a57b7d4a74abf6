//! Plans, PUT bodies and resources: JSON whose members tell what it is.

use super::{Dialect, Note, NoteKind, Reading, put};
use crate::input::read_only::take_read_only;
use crate::model::{Cloud, Edit, Member, Node, ResourceId, Span, Value, path};

const PLAN_MEMBERS: [&str; 6] = ["target", "image", "neighbours", "accepted", "readings", "pool"];
const RESOURCE_MEMBERS: [&str; 6] = ["id", "name", "type", "etag", "apiVersion", "systemData"];
/// The type of a pool of a Batch account.
pub(super) const POOL_TYPE: &str = "Microsoft.Batch/batchAccounts/pools";

/// Tells the dialect and reads the document into plan shape.
pub(super) fn read(root: Node) -> Reading {
    let has = |name: &str| root.get(name).is_some();
    let is_plan = has_plan_members(&root) || !has("properties");
    if is_plan {
        return Reading {
            dialect: Dialect::Plan,
            root: Ok(root),
            notes: Vec::new(),
        };
    }
    if RESOURCE_MEMBERS.into_iter().any(has) {
        return resource(root);
    }
    let span = root.span;
    Reading {
        dialect: Dialect::PutBody,
        root: Ok(wrapped(root, span)),
        notes: Vec::new(),
    }
}

/// Whether a document has a member that only plans have.
pub(super) fn has_plan_members(root: &Node) -> bool {
    PLAN_MEMBERS.into_iter().any(|name| root.get(name).is_some())
}

fn wrapped(pool: Node, span: Span) -> Node {
    Node {
        span,
        ..Node::object([("pool", pool)])
    }
}

/// Reads a resource, or an answer of ARM, into plan shape.
pub(super) fn resource(mut pool: Node) -> Reading {
    let span = pool.span;
    let mut notes = Vec::new();
    let mut target: Vec<(&'static str, Node)> = Vec::new();
    let Value::Object(members) = &mut pool.value else {
        return Reading {
            dialect: Dialect::PutBody,
            root: Ok(pool),
            notes,
        };
    };
    members.retain(|member| {
        let text = member.node.as_text().unwrap_or_default();
        let place = member.node.span;
        let at = |value: &str| Node {
            span: place,
            ..Node::text(value)
        };
        let mut moved = |pointer, value: &str| target.push((pointer, at(value)));
        let kind = match member.name.as_str() {
            "id" => {
                if let Some(id) = ResourceId::parse(text).filter(|id| id.is(POOL_TYPE)) {
                    moved(path::SUBSCRIPTION, id.subscription);
                    moved(path::RESOURCE_GROUP, id.resource_group);
                    moved(path::ACCOUNT, id.segments.first().map_or("", |(_, name)| name));
                    moved(path::POOL_NAME, id.name());
                }
                NoteKind::Moved(path::TARGET)
            }
            "name" => {
                // Templates name a child resource `account/pool`.
                if let Some((account, pool)) = text.split_once('/') {
                    moved(path::ACCOUNT, account);
                    moved(path::POOL_NAME, pool);
                } else if !text.is_empty() {
                    moved(path::POOL_NAME, text);
                }
                NoteKind::Moved(path::POOL_NAME)
            }
            "apiVersion" => {
                moved(path::API_VERSION, text);
                NoteKind::Moved(path::API_VERSION)
            }
            "type" if !text.is_empty() && !text.eq_ignore_ascii_case(POOL_TYPE) => NoteKind::OtherType,
            "type" | "etag" | "systemData" => NoteKind::ReadOnly,
            _ => return true,
        };
        notes.push(Note {
            kind,
            name: member.name.clone(),
            span: member.name_span,
        });
        false
    });
    take_read_only(&mut pool, "", &mut |_, member| {
        notes.push(Note {
            kind: NoteKind::ReadOnly,
            name: member.name.clone(),
            span: member.name_span,
        });
    });
    let mut root = wrapped(pool, span);
    for (pointer, value) in target {
        put(&mut root, pointer, value);
    }
    Reading {
        dialect: Dialect::Resource,
        root: Ok(root),
        notes,
    }
}

/// More members than this are not taken out of the text one by one.
const MANY: usize = 256;

/// Writes a body, resource or request as a plan: what was moved or left out goes, the rest keeps its text.
pub(super) fn as_plan(text: &str, root: &Node, notes: &[Note]) -> String {
    let pool = root.get("pool").map_or(Span::NOWHERE, |pool| pool.span);
    let mut body = text.get(pool.start..pool.end).unwrap_or_default().to_owned();
    let many = notes.len() > MANY;
    let gone: Vec<usize> = notes.iter().map(|note| note.span.start).collect();
    let edits: Vec<Edit> = match super::parse(&body) {
        _ if many => Vec::new(),
        // From the end to the start, so that positions of the rest stay true.
        Ok(node) => pointers_at(&node, "", pool.start, &gone)
            .into_iter()
            .rev()
            .map(Edit::remove)
            .collect(),
        Err(_) => Vec::new(),
    };
    // What was given on one line is laid out, so that every finding has a line of its own.
    let one_line = !body.contains(['\n', '\r']) && !body.contains("/*");
    if many || one_line {
        // Each edit reads the text again: so many would take too long, and comments among them are lost.
        body = root.get("pool").map(Node::to_pretty_json).unwrap_or_default();
    } else if let Ok(without) = crate::input::apply(&body, &edits) {
        body = without;
    }
    let mut out = String::from("{\n");
    if let Some(target) = root.get("target") {
        out.push_str("  \"target\": ");
        push_indented(&mut out, &target.to_pretty_json());
        out.push_str(",\n");
    }
    out.push_str("  \"pool\": ");
    push_indented(&mut out, &body);
    out.push_str("\n}\n");
    out
}

fn pointers_at(node: &Node, at: &str, offset: usize, gone: &[usize]) -> Vec<String> {
    let mut found = Vec::new();
    let mut visit = |member: &Member| {
        let pointer = path::child(at, &member.name);
        if gone.contains(&(member.name_span.start + offset)) {
            found.push(pointer);
        } else {
            found.extend(pointers_at(&member.node, &pointer, offset, gone));
        }
    };
    node.members().iter().for_each(&mut visit);
    for (index, item) in node.items().iter().enumerate() {
        found.extend(pointers_at(item, &path::item(at, index), offset, gone));
    }
    found
}

fn push_indented(out: &mut String, text: &str) {
    // A body that was itself indented (as in an article) loses that before it gets ours.
    let lines = || text.lines().skip(1).filter(|line| !line.trim().is_empty());
    let extra = lines()
        .map(|line| line.len() - line.trim_start_matches(' ').len())
        .min()
        .unwrap_or(0);
    for (number, line) in text.lines().enumerate() {
        if number > 0 {
            out.push('\n');
            if !line.trim().is_empty() {
                out.push_str("  ");
            }
            out.push_str(
                line.get(extra..)
                    .filter(|_| line.len() > extra)
                    .unwrap_or(line.trim_start()),
            );
        } else {
            out.push_str(line);
        }
    }
}

/// The cloud whose ARM endpoint is `host`.
pub(super) fn cloud_of(host: &str) -> Option<&'static str> {
    let index = match host.to_ascii_lowercase().as_str() {
        "management.azure.com" => 0,
        "management.chinacloudapi.cn" => 1,
        "management.usgovcloudapi.net" => 2,
        _ => return None,
    };
    Cloud::NAMES.get(index).copied()
}
