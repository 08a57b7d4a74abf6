//! The table of the Batch service's own pool against its models in `../shared/specs/data-plane`, where those are there.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::collections::BTreeSet;
use std::path::Path;

use batch_pool_planner::facts::contract::{Choice, Member, POOL, Shape};
use batch_pool_planner::facts::data_plane::{API_VERSION, NAME, READ_ONLY, There, place};
use serde_json::Value;

/// A file of test data, if it is there.
fn data(name: &str) -> Option<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/specs/data-plane")
        .join(name);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("{name} is not beside the repository: the table is not held against it");
        return None;
    };
    Some(serde_json::from_str(&text).expect("JSON"))
}

/// Every member of the contract that a request of the table's api-version may have, with its pointer.
fn members() -> Vec<(String, &'static Member)> {
    fn below(members: &'static [Member], at: &str, found: &mut Vec<(String, &'static Member)>) {
        for member in members
            .iter()
            .filter(|member| member.lives_in(API_VERSION) && !member.read_only)
        {
            let pointer = format!("{at}/{}", member.name);
            found.push((pointer.clone(), member));
            match &member.shape {
                Shape::Object(inner) => below(inner, &pointer, found),
                Shape::List(Shape::Object(inner)) | Shape::Map(Shape::Object(inner)) => {
                    below(inner, &format!("{pointer}/*"), found);
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    below(POOL, "", &mut found);
    found
}

fn choices(shape: &Shape) -> &'static [Choice] {
    match shape {
        Shape::Choice(choices) => choices,
        Shape::List(item) => choices(item),
        _ => &[],
    }
}

/// `/dataDisks/*/caching` as the models have it: `dataDisks.caching`.
fn dotted(pointer: &str) -> String {
    let parts: Vec<&str> = pointer
        .split('/')
        .filter(|part| !part.is_empty() && *part != "*")
        .collect();
    parts.join(".")
}

/// The member that holds one, and its own name.
fn pair(pointer: &str) -> (&str, &str) {
    let mut parts = pointer.rsplit('/').filter(|part| *part != "*");
    let name = parts.next().unwrap_or_default();
    (parts.next().unwrap_or_default(), name)
}

/// What the Batch service has no counterpart for.
const NOWHERE: [&str; 5] = [
    "/identity",
    "/tags",
    "/properties/scaleSettings/fixedScale/nodeDeallocationOption",
    "/properties/deploymentConfiguration/virtualMachineConfiguration/dataDisks/*/managedDisk/securityProfile/diskEncryptionSet",
    "/properties/deploymentConfiguration/virtualMachineConfiguration/osDisk/managedDisk/securityProfile/diskEncryptionSet",
];

#[test]
fn every_member_is_where_the_models_have_it() {
    let Some(models) = data("pool-create-2025-06-01.json") else {
        return;
    };
    let fields = models["fields"].as_object().expect("fields");
    let mut unreached: BTreeSet<String> = fields
        .iter()
        .filter(|(_, field)| field["readOnly"] != Value::Bool(true))
        .map(|(name, _)| name.replace("[]", ""))
        .collect();
    let all = unreached.clone();
    assert!(unreached.remove(NAME));
    let mut nowhere = BTreeSet::new();
    for (pointer, member) in members() {
        match place(&pointer) {
            Some(there) if there.pointer.is_empty() => assert_eq!(there.there, There::Higher, "{pointer}"),
            Some(there) => {
                let path = dotted(&there.pointer);
                assert!(all.contains(&path), "{pointer}: the models have no {path}");
                unreached.remove(&path);
            }
            None => {
                let listed = |name: &&&str| pointer == **name || pointer.starts_with(&format!("{name}/"));
                let name = NOWHERE.iter().find(listed);
                assert!(name.is_some(), "{pointer} ({}) is nowhere", member.name);
                nowhere.extend(name.copied());
            }
        }
    }
    assert_eq!(nowhere.len(), NOWHERE.len(), "{nowhere:#?}");
    assert!(unreached.is_empty(), "nothing becomes {unreached:#?}");
    for (name, _) in fields
        .iter()
        .filter(|(_, field)| field["readOnly"] == Value::Bool(true))
    {
        let path = name.replace(['.'], "/");
        assert!(READ_ONLY.contains(&pair(&path)), "{name} is not listed as read-only");
    }
}

#[test]
fn every_value_is_spelt_as_the_models_spell_it() {
    let (Some(models), Some(map)) = (data("pool-create-2025-06-01.json"), data("enum-map.json")) else {
        return;
    };
    let mut mapped = 0;
    for (pointer, member) in members() {
        let Some(there) = place(&pointer) else { continue };
        let path = dotted(&there.pointer);
        let listed = models["fields"]
            .as_object()
            .expect("fields")
            .iter()
            .find(|(name, _)| name.replace("[]", "") == path)
            .and_then(|(_, field)| field["enum"].as_array());
        let texts: BTreeSet<String> = choices(&member.shape)
            .iter()
            .filter(|choice| choice.life.covers(API_VERSION))
            .map(|choice| there.value(choice.value))
            .collect();
        if let There::Truth(..) = there.there {
            assert_eq!(
                texts,
                BTreeSet::from(["true".to_owned(), "false".to_owned()]),
                "{pointer}"
            );
            continue;
        }
        let listed: BTreeSet<String> = listed
            .into_iter()
            .flatten()
            .map(|value| value.as_str().expect("a text").to_owned())
            .collect();
        assert_eq!(texts, listed, "{pointer}");
        for (arm, spelt) in map["fields"][&path].as_object().into_iter().flatten() {
            assert_eq!(there.value(arm), spelt.as_str().expect("a text"), "{pointer}");
            mapped += 1;
        }
    }
    let all: usize = map["fields"]
        .as_object()
        .expect("fields")
        .values()
        .map(|values| values.as_object().expect("values").len())
        .sum();
    assert_eq!(mapped, all, "values of the map were not looked at");
}
