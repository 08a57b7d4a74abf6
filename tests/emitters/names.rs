//! The names that the tables give are those that the outputs write.

use std::collections::BTreeSet;

use batch_pool_planner::emit::names::{Names, OtherName};
use batch_pool_planner::emit::{self, Output};

use crate::cases::{all_cases, all_leaves, is_noted, is_secret};

/// The outputs that write the names of the ARM body.
const BY_ARM: [&str; 9] = [
    "arm",
    "http",
    "curl",
    "azrest",
    "powershell",
    "template",
    "bicep",
    "azapi",
    "python",
];

/// The last part of a dotted way, without places in lists.
fn last(name: &str) -> &str {
    let name = name.split('[').next().unwrap_or(name);
    name.rsplit('.').next().unwrap_or(name)
}

fn has(text: &str, part: &str) -> bool {
    text.to_ascii_lowercase().contains(&part.to_ascii_lowercase())
}

/// What is wrong with what the table says of a member that the output carries.
fn wrong(output: &Output, row: &OtherName, exact: bool) -> Option<String> {
    let Some(name) = &row.name else {
        return Some(format!("it is carried, but has no name: {row:?}"));
    };
    let missing = |value: &&String| !output.text.contains(value.as_str());
    if let Some(value) = row.value.as_ref().filter(|_| exact).filter(missing) {
        return Some(format!("`{name}` is not `{value}`"));
    }
    // Arguments of C# have no names.
    let argument = row.surface.starts_with("csharp") && row.value.is_some();
    (!argument && !has(&output.text, last(name))).then(|| format!("there is no `{name}`"))
}

#[test]
fn what_an_output_carries_has_its_name_there() {
    let mut troubles = BTreeSet::new();
    for case in all_cases() {
        let request = case.request();
        let names = Names::of(&request);
        let outputs: Vec<_> = emit::ALL
            .iter()
            .map(|emitter| (emitter.id, (emitter.emit)(&request)))
            .collect();
        for (pointer, leaf) in all_leaves(&request) {
            let rows = names.at(&pointer);
            for (id, output) in outputs.iter().filter(|(_, output)| !is_noted(output, &pointer)) {
                let surface = if BY_ARM.contains(id) { "arm" } else { id };
                let row = rows.iter().find(|row| row.surface == surface).expect("a row");
                // JSON is laid out and escaped in more than one way.
                let exact = !BY_ARM.contains(id) && *id != "azbatch" && !is_secret(&pointer);
                let trouble = wrong(output, row, exact);
                troubles.extend(trouble.map(|trouble| format!("{}: {pointer} in {id}: {trouble}", case.name)));
                let truth = matches!(leaf.to_json().as_str(), "true" | "false");
                if truth && row.value.is_none() && !is_secret(&pointer) && !pointer.contains("/settings/") {
                    troubles.insert(format!("{}: {pointer} in {id}: no value", case.name));
                }
            }
        }
    }
    let troubles: Vec<&String> = troubles.iter().collect();
    assert!(troubles.is_empty(), "{} troubles:\n{troubles:#?}", troubles.len());
}
