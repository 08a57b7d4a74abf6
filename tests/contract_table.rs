//! The table of the contract against `../shared/facts/pool-fields.json`, where that is there.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::collections::BTreeSet;
use std::path::Path;

use batch_pool_planner::facts::contract::{Member, POOL, Shape};
use batch_pool_planner::model::ApiVersion;
use serde_json::Value;

/// What the table has at one path.
struct Entry {
    path: String,
    shape: Shape,
    member: Option<Member>,
    /// The versions in which it and everything above it lives.
    lives: BTreeSet<ApiVersion>,
    read_only: bool,
}

fn entries() -> Vec<Entry> {
    let mut found = Vec::new();
    collect(POOL, "", &ApiVersion::all().collect(), false, &mut found);
    found
}

fn collect(members: &[Member], at: &str, lives: &BTreeSet<ApiVersion>, read_only: bool, found: &mut Vec<Entry>) {
    for member in members {
        let path = if at.is_empty() {
            member.name.to_owned()
        } else {
            format!("{at}.{}", member.name)
        };
        let lives: BTreeSet<ApiVersion> = lives
            .iter()
            .copied()
            .filter(|version| member.lives_in(*version))
            .collect();
        let read_only = read_only || member.read_only;
        found.push(Entry {
            path: path.clone(),
            shape: member.shape,
            member: Some(*member),
            lives: lives.clone(),
            read_only,
        });
        below(&member.shape, &path, &lives, read_only, found);
    }
}

fn below(shape: &Shape, path: &str, lives: &BTreeSet<ApiVersion>, read_only: bool, found: &mut Vec<Entry>) {
    let (mark, item) = match shape {
        Shape::Object(inner) => return collect(inner, path, lives, read_only, found),
        Shape::List(item) => ("[]", item),
        Shape::Map(item) => ("{}", item),
        _ => return,
    };
    let path = format!("{path}{mark}");
    found.push(Entry {
        path: path.clone(),
        shape: **item,
        member: None,
        lives: lives.clone(),
        read_only,
    });
    below(item, &path, lives, read_only, found);
}

fn version(value: &Value) -> ApiVersion {
    ApiVersion::parse(value.as_str().expect("a version")).expect("a known version")
}

/// The schema type and format a shape stands for.
fn type_of(shape: &Shape) -> &'static [&'static str] {
    match shape {
        Shape::Text | Shape::DateTime | Shape::Duration | Shape::Uri | Shape::ArmId | Shape::Choice(_) => &["string"],
        Shape::Int32 => &["integer"],
        Shape::Bool => &["boolean"],
        Shape::Any => &["any", "object"],
        Shape::Object(_) | Shape::Map(_) => &["object"],
        Shape::List(_) => &["array"],
    }
}

/// Errors within errors are the same all the way down; nobody sends them, so the table stops at their list.
fn is_within_errors(path: &str) -> bool {
    path.contains(".details[]") || path.contains("errors[]")
}

#[test]
fn the_table_is_the_published_contract() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/facts/pool-fields.json");
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("not run: {} is not there", file.display());
        return;
    };
    let facts: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("JSON");
    let known: Vec<ApiVersion> = facts["apiVersions"]
        .as_array()
        .expect("a list")
        .iter()
        .map(version)
        .collect();
    let entries = entries();
    let mut wrong = Vec::new();
    let mut compared = BTreeSet::new();
    for field in facts["fields"].as_array().expect("a list") {
        let path = field["path"].as_str().expect("a path");
        if is_within_errors(path) {
            continue;
        }
        let Some(entry) = entries.iter().find(|entry| entry.path == path) else {
            wrong.push(format!("{path}: not in the table"));
            continue;
        };
        compared.insert(path.to_owned());
        let mut say = |what: &str, table: String, facts: String| {
            if table != facts {
                wrong.push(format!("{path}: {what} is {table}, published {facts}"));
            }
        };
        let spans = field["versions"].as_array().expect("spans");
        let lives = |version: &ApiVersion| {
            spans.iter().any(|span| {
                let through = span.get("through").map(self::version);
                self::version(&span["from"]) <= *version && through.is_none_or(|through| *version <= through)
            })
        };
        let published: Vec<ApiVersion> = known.iter().copied().filter(lives).collect();
        let table: Vec<ApiVersion> = known
            .iter()
            .copied()
            .filter(|version| entry.lives.contains(version))
            .collect();
        say("life", format!("{table:?}"), format!("{published:?}"));
        let kind = field["type"].as_str().expect("a type");
        if !type_of(&entry.shape).contains(&kind) {
            say("type", format!("{:?}", type_of(&entry.shape)), kind.to_owned());
        }
        match field.get("format").and_then(Value::as_str) {
            Some("date-time") => say(
                "date-time",
                matches!(entry.shape, Shape::DateTime).to_string(),
                "true".to_owned(),
            ),
            Some("duration") => say(
                "duration",
                matches!(entry.shape, Shape::Duration).to_string(),
                "true".to_owned(),
            ),
            _ => {}
        }
        let marked = |name: &str| field.get(name).and_then(Value::as_bool).unwrap_or(false);
        say("read-only", entry.read_only.to_string(), marked("readOnly").to_string());
        // Version by version: what the history says, else what the field says.
        let history = field.get("history").and_then(Value::as_array);
        for version in &published {
            let then = history
                .and_then(|steps| steps.iter().rfind(|step| self::version(&step["from"]) <= *version))
                .unwrap_or(field);
            if let Some(member) = &entry.member {
                let required = then.get("required").and_then(Value::as_bool).unwrap_or(false);
                say(
                    &format!("required in {version}"),
                    member.required_in(*version).to_string(),
                    required.to_string(),
                );
            }
            let listed: Option<Vec<&str>> = then
                .get("enum")
                .and_then(Value::as_array)
                .map(|values| values.iter().filter_map(Value::as_str).collect());
            let table: Option<Vec<&str>> = match entry.shape {
                Shape::Choice(choices) => Some(
                    choices
                        .iter()
                        .filter(|choice| choice.life.covers(*version))
                        .map(|choice| choice.value)
                        .collect(),
                ),
                _ => None,
            };
            say(
                &format!("values in {version}"),
                format!("{table:?}"),
                format!("{listed:?}"),
            );
        }
        if let Some(member) = &entry.member {
            say("secret", member.secret.to_string(), marked("secret").to_string());
            let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            say(
                "default",
                format!("{:?}", member.default.map(str::to_owned)),
                format!("{:?}", field.get("default").map(plain)),
            );
            let bound = |name: &str| field.get(name).and_then(Value::as_i64);
            say(
                "range",
                format!("{:?}", member.range),
                format!("{:?}", bound("minimum").zip(bound("maximum"))),
            );
        }
    }
    // What the table has beyond that lives in the draft alone.
    for entry in &entries {
        let published = known.iter().any(|version| entry.lives.contains(version));
        if published && !compared.contains(&entry.path) && !is_within_errors(&entry.path) {
            wrong.push(format!("{}: not published", entry.path));
        }
    }
    println!("paths compared: {}", compared.len());
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}
