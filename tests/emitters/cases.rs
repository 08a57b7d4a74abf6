//! The cases that every output is tried on: plans of our own that together use the whole contract, and the official
//! examples where they lie beside the repository.

use std::path::Path;

use batch_pool_planner::arm::PutPool;
use batch_pool_planner::emit::Output;
use batch_pool_planner::facts::contract;
use batch_pool_planner::input::parse;
use batch_pool_planner::model::{Node, Plan, Value, path};

pub struct Case {
    pub name: String,
    pub root: Node,
}

impl Case {
    pub fn request(&self) -> PutPool {
        PutPool::of(&Plan::read(&self.root)).unwrap_or_else(|| panic!("{}: no pool", self.name))
    }
}

pub fn json_files(folder: &Path) -> Vec<(String, Node)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let read = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).expect("readable");
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let node = parse(&text).unwrap_or_else(|trouble| panic!("{}: {trouble:?}", path.display()));
        (name, node)
    };
    files.into_iter().map(read).collect()
}

pub fn own_plans() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/plans");
    let plans: Vec<Case> = json_files(&folder)
        .into_iter()
        .map(|(name, root)| Case { name, root })
        .collect();
    assert!(plans.len() >= 10, "the plans are missing");
    plans
}

/// The official examples, where they lie beside the repository.
pub fn official_examples() -> Vec<Case> {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/specs");
    let mut cases = Vec::new();
    let mut versions: Vec<_> = std::fs::read_dir(&specs)
        .into_iter()
        .flatten()
        .map(|entry| entry.expect("an entry").path())
        .collect();
    versions.sort();
    for version in versions {
        for (name, example) in json_files(&version.join("examples")) {
            if !name.starts_with("PoolCreate_") {
                continue;
            }
            let version = version.file_name().expect("a name").to_string_lossy().into_owned();
            let given = example.get("parameters").expect("parameters");
            let text = |name: &str| given.get(name).cloned().unwrap_or_else(|| Node::text("x"));
            let target = Node::object([
                ("subscriptionId", text("subscriptionId")),
                ("resourceGroup", text("resourceGroupName")),
                ("accountName", text("accountName")),
                ("region", Node::text("japaneast")),
                ("poolName", text("poolName")),
                ("apiVersion", Node::text(version.as_str())),
            ]);
            let pool = given.get("parameters").expect("a body").clone();
            cases.push(Case {
                name: format!("{version}/{name}"),
                root: Node::object([("target", target), ("pool", pool)]),
            });
        }
    }
    if cases.is_empty() {
        println!("the official examples are not beside the repository: only the own plans are tried");
    }
    cases
}

pub fn all_cases() -> Vec<Case> {
    let mut cases = own_plans();
    cases.extend(official_examples());
    cases
}

/// Every leaf below a value with its pointer; empty lists and objects are leaves.
pub fn leaves<'a>(node: &'a Node, at: &str, found: &mut Vec<(String, &'a Node)>) {
    match &node.value {
        Value::List(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                leaves(item, &path::item(at, index), found);
            }
        }
        Value::Object(members) if !members.is_empty() => {
            for member in members {
                leaves(&member.node, &path::child(at, &member.name), found);
            }
        }
        _ => found.push((at.to_owned(), node)),
    }
}

pub fn all_leaves(request: &PutPool) -> Vec<(String, &Node)> {
    let mut found = Vec::new();
    leaves(&request.body, path::POOL, &mut found);
    found
}

/// The pointer itself and those above it.
pub fn ancestors(pointer: &str) -> impl Iterator<Item = &str> {
    let mut next = Some(pointer);
    std::iter::from_fn(move || {
        let here = next?;
        next = here
            .rsplit_once('/')
            .map(|(above, _)| above)
            .filter(|above| !above.is_empty());
        Some(here)
    })
}

pub fn is_noted(output: &Output, pointer: &str) -> bool {
    ancestors(pointer).any(|above| output.left_out.iter().any(|note| note.path == above))
}

pub fn is_secret(pointer: &str) -> bool {
    ancestors(pointer).any(|above| {
        above.ends_with("/Password")
            || above
                .strip_prefix(path::POOL)
                .and_then(contract::member_at)
                .is_some_and(|member| member.secret)
    })
}
