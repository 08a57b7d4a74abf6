//! The body for the Batch service: there and back, a pool is what it was but for what was noted.

use std::path::Path;

use batch_pool_planner::emit::data_plane;
use batch_pool_planner::input::{Dialect, NoteKind, parse, plan_text, pools};
use batch_pool_planner::model::{Node, Value, path};

use crate::cases::{Case, all_cases, ancestors, leaves, own_plans};
use crate::{HOSTILE, with_texts};

/// What the Batch service has a default of its own for: written out on the way, so it is there on the way back.
fn is_written_out(pointer: &str) -> bool {
    pointer.contains("/dataDisks/") && pointer.ends_with("/caching")
}

fn check(case: &Case) {
    let request = case.request();
    let made = data_plane::body(&request);
    let text = made.node.to_pretty_json();
    let reading = pools(&text).remove(0).reading;
    if reading.dialect != Dialect::DataPlane {
        let machine = made.node.get("virtualMachineConfiguration");
        assert!(machine.is_none(), "{}: not read as what it is:\n{text}", case.name);
        return;
    }
    assert_eq!(pools(&text).len(), 1, "{}", case.name);
    let root = reading.root.expect("readable");
    let name = request.pool_name.clone().unwrap_or_default();
    assert_eq!(
        root.at(path::POOL_NAME).and_then(Node::as_text),
        Some(name.as_str()),
        "{}",
        case.name
    );
    let back = root.get("pool").expect("a pool");

    // Under a formula the targets are noted on the way back; duplicates and `null` say nothing.
    let read_only: Vec<&str> = reading
        .notes
        .iter()
        .filter(|note| note.kind == NoteKind::ReadOnly)
        .map(|note| note.name.as_str())
        .collect();
    let noted = |pointer: &str| {
        ancestors(&format!("{}{pointer}", path::POOL)).any(|above| made.left_out.iter().any(|note| note.path == above))
            || read_only.iter().any(|name| pointer.ends_with(&format!("/{name}")))
    };
    let older = |pointer: &str| {
        ["/maxTasksPerNode", "/username", "/blobSource"]
            .iter()
            .any(|name| pointer.ends_with(name))
    };
    let mut given = Vec::new();
    leaves(&request.body, "", &mut given);
    for (pointer, leaf) in &given {
        let counts = request.body.at(pointer) == Some(*leaf);
        let there = back.at(pointer).is_some_and(|there| there.same_json(leaf));
        assert!(
            there || !counts || leaf.is_null() || noted(pointer) || older(pointer),
            "{}: {pointer} = {} did not come back:\n{text}\n{}",
            case.name,
            leaf.to_json(),
            back.to_pretty_json()
        );
    }
    let mut arrived = Vec::new();
    leaves(back, "", &mut arrived);
    let newer = |pointer: &str| {
        ["/taskSlotsPerNode", "/userName", "/httpUrl"]
            .iter()
            .any(|name| pointer.ends_with(name))
    };
    for (pointer, leaf) in &arrived {
        let empty = leaf.items().is_empty() && leaf.members().is_empty();
        let mut below = made.left_out.iter();
        let emptied = empty && below.any(|note| note.path.starts_with(&format!("{}{pointer}/", path::POOL)));
        assert!(
            request.body.at(pointer).is_some() || is_written_out(pointer) || newer(pointer) || emptied,
            "{}: {pointer} = {} came from nowhere",
            case.name,
            leaf.to_json()
        );
    }
}

#[test]
fn there_and_back_a_pool_is_what_it_was() {
    for case in all_cases() {
        check(&case);
    }
}

#[test]
fn hostile_texts_come_back() {
    for plan in own_plans() {
        for hostile in HOSTILE {
            check(&Case {
                name: format!("{} with {hostile:?}", plan.name),
                root: with_texts(&plan.root, hostile),
            });
        }
    }
}

/// Every value of a body, one after the other, as something else: nothing panics, and nothing but `null` is dropped.
#[test]
fn any_value_may_be_something_else() {
    let others = [
        r#""x""#,
        "null",
        "true",
        "1e400",
        "[]",
        "{}",
        "[[1]]",
        r#"{"a/b": [{"id": null}]}"#,
    ];
    for plan in own_plans() {
        let body = data_plane::body(&plan.request()).node;
        let mut found = Vec::new();
        leaves(&body, "", &mut found);
        let pointers: std::collections::BTreeSet<String> = found
            .iter()
            .flat_map(|(pointer, _)| ancestors(pointer).map(str::to_owned).collect::<Vec<_>>())
            .collect();
        for pointer in &pointers {
            for other in others {
                let changed = replaced(&body, pointer, &parse(other).expect("JSON"));
                let text = changed.to_json();
                let reading = pools(&text).remove(0).reading;
                let root = reading.root.expect("readable");
                assert!(reading.notes.iter().all(|note| note.span.end <= text.len()));
                plan_text(&text).expect("a plan");
                let mut arrived = Vec::new();
                leaves(&root, "", &mut arrived);
                assert!(arrived.iter().all(|(_, leaf)| leaf.span.end <= text.len()));
                // A number that is nowhere else is still somewhere.
                let noted = reading
                    .notes
                    .iter()
                    .any(|note| pointer.ends_with(&format!("/{}", note.name)));
                if other == "1e400" && pointer != "/id" && !noted {
                    assert!(
                        root.to_json().contains(other),
                        "{}: {pointer}: {}",
                        plan.name,
                        root.to_json()
                    );
                }
            }
        }
    }
}

/// The same with another value at a pointer.
fn replaced(node: &Node, pointer: &str, other: &Node) -> Node {
    let Some((part, rest)) = pointer
        .strip_prefix('/')
        .map(|rest| rest.split_once('/').unwrap_or((rest, "")))
    else {
        return other.clone();
    };
    let rest = if rest.is_empty() {
        String::new()
    } else {
        format!("/{rest}")
    };
    match &node.value {
        Value::List(items) => Node::list(items.iter().enumerate().map(|(index, item)| {
            if index.to_string() == part {
                replaced(item, &rest, other)
            } else {
                item.clone()
            }
        })),
        _ => Node::object(node.members().iter().map(|member| {
            let here = path::unescape(part) == member.name;
            let value = if here {
                replaced(&member.node, &rest, other)
            } else {
                member.node.clone()
            };
            (member.name.clone(), value)
        })),
    }
}

/// Writes the body of every case into the folder that `DATA_PLANE_BODIES` names, for the real client of the Batch service
/// (`tests/clients/data_plane.py`). Without it, nothing is written.
#[test]
fn bodies_for_the_real_client() {
    let Some(folder) = std::env::var_os("DATA_PLANE_BODIES") else {
        return;
    };
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder).expect("a folder");
    let fits = |case: &Case| case.name != "wild";
    for case in all_cases().iter().filter(|case| fits(case)) {
        let body = data_plane::body(&case.request());
        let file = folder.join(case.name.replace('/', "-")).with_extension("json");
        std::fs::write(file, body.node.to_pretty_json()).expect("written");
    }
}
