//! The safe fixes, made together: they mend, add nothing heavier, lose no comment, and leave nothing for a second run.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use batch_pool_planner::analysis::{Analysis, analyse};
use batch_pool_planner::fixing::{self, SafeFixes, WhyLeft, safe_fixes};
use batch_pool_planner::input;
use batch_pool_planner::model::CalendarDate;
use batch_pool_planner::rules::Severity;
use proptest::prelude::*;

const AS_OF: CalendarDate = CalendarDate::new(2026, 11, 21);

/// Every fixture, firing or not, with its day.
fn fixtures() -> Vec<(PathBuf, String, CalendarDate)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut all = Vec::new();
    for part in ["rules", "plans"] {
        for entry in std::fs::read_dir(folder.join(part)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let text = std::fs::read_to_string(&path).expect("readable");
            let day = text.lines().find_map(|line| line.strip_prefix("// as-of:"));
            let day = day.and_then(|day| CalendarDate::parse(day.trim())).unwrap_or(AS_OF);
            all.push((path, text, day));
        }
    }
    all.sort();
    all
}

/// How many findings of each rule are errors.
fn errors(analysis: &Analysis) -> BTreeMap<&'static str, usize> {
    let mut errors = BTreeMap::new();
    for located in analysis
        .open()
        .iter()
        .filter(|located| located.finding.severity == Severity::Error)
    {
        *errors.entry(located.finding.rule.id).or_default() += 1;
    }
    errors
}

/// What must hold of the safe fixes of any text.
fn holds(text: &str, as_of: CalendarDate) -> Option<SafeFixes> {
    let fixes = safe_fixes(text, as_of)?;
    let (before, after) = (analyse(&fixes.before, as_of), analyse(&fixes.after, as_of));
    assert!(after.root.is_some(), "it reads:\n{}", fixes.after);
    let (old, new) = (errors(&before), errors(&after));
    for (id, count) in &new {
        assert!(old.get(id).unwrap_or(&0) >= count, "{id} was added:\n{}", fixes.after);
    }
    // Whatever was done was the safe fix of an error or a warning: there are fewer errors, or fewer warnings at least.
    let heavy = |analysis: &Analysis| (analysis.counts().errors, analysis.counts().warnings);
    if !before.open().iter().any(|located| located.finding.stands_for_more) && !fixes.applied.is_empty() {
        assert!(heavy(&after) < heavy(&before), "it is no better:\n{}", fixes.after);
    }
    assert_eq!(fixes.applied.is_empty(), fixes.before == fixes.after);
    assert_eq!(fixes.hunks().is_empty(), fixes.before == fixes.after);
    assert!(fixes.applied.len() <= 100 * 100);
    // A second run finds nothing to do, and a first one is always the same.
    let again = safe_fixes(&fixes.after, as_of).expect("readable");
    assert!(
        again.applied.is_empty() && again.after == fixes.after,
        "a second run does {:?}:\n{}",
        again.applied.iter().map(|applied| applied.rule).collect::<Vec<_>>(),
        fixes.after
    );
    assert_eq!(safe_fixes(text, as_of).expect("readable").after, fixes.after);
    assert_eq!(
        fixing::count(&after),
        fixes.left().filter(|(_, why)| *why == WhyLeft::Tried).count()
    );
    Some(fixes)
}

#[test]
fn of_every_fixture_they_mend_what_they_can_and_nothing_gets_worse() {
    let mut applied = BTreeMap::new();
    for (path, text, day) in fixtures() {
        let Some(fixes) = holds(&text, day) else { continue };
        for line in fixes.before.lines().filter_map(|line| line.split_once("//")) {
            let comment = line.1.trim();
            let is_text = line.0.matches('"').count() % 2 == 1;
            assert!(
                is_text || fixes.after.contains(comment),
                "{}: lost `{comment}`",
                path.display()
            );
        }
        for one in fixes.applied {
            *applied.entry(one.rule).or_insert(0) += 1;
        }
    }
    // The ones about how things are written are there, the ones about decisions are not.
    for id in [
        "AB0004", "AB0011", "AB0013", "AB0014", "AB0015", "AB0016", "AB0017", "AB0019",
    ] {
        assert!(applied.contains_key(id), "{id}: {applied:?}");
    }
    for id in [
        "AB0002", "AB0020", "AB0021", "AB0022", "AB0112", "AB0117", "AB0118", "AB0203", "AB0221", "AB0223", "AB0406",
    ] {
        assert!(!applied.contains_key(id), "{id}: {applied:?}");
    }
}

#[test]
fn a_comment_at_what_would_go_keeps_it() {
    let text = "{\n  \"pool\": {\n    \"properties\": {\n      \"vmSize\": \"x\",\n      \"allocationState\": \"Steady\", // as the portal has it\n      \"provisioningState\": \"Succeeded\"\n    }\n  }\n}\n";
    let fixes = holds(text, AS_OF).expect("readable");
    assert!(fixes.after.contains("// as the portal has it") && fixes.after.contains("allocationState"));
    assert!(!fixes.after.contains("provisioningState"));
    let left: Vec<_> = fixes
        .left()
        .filter(|(left, _)| left.finding.rule.id == "AB0017")
        .map(|(_, why)| why)
        .collect();
    assert_eq!(left, [WhyLeft::Tried]);
}

#[test]
fn what_was_accepted_or_seen_is_left_alone() {
    let text = r#"{
  "accepted": [{ "rule": "AB0017", "reason": "from the portal" }, { "rule": "AB0013", "reason": "a template" }],
  "pool": { "properties": { "taskSlotsPerNode": "4", "provisioningState": "x", "interNodeCommunication": "disabled" } }
}
"#;
    let fixes = holds(text, AS_OF).expect("readable");
    assert_eq!(fixes.applied.iter().map(|one| one.rule).collect::<Vec<_>>(), ["AB0015"]);
    assert!(
        fixes
            .left()
            .any(|(left, why)| left.finding.rule.id == "AB0013" && why == WhyLeft::Seen)
    );
}

#[test]
fn one_mended_thing_may_make_room_for_another() {
    // Once the member has its name, its value is judged.
    let text = r#"{ "pool": { "properties": { "interNodeCommunicatio": "disabled" } } }"#;
    let fixes = holds(text, AS_OF).expect("readable");
    assert_eq!(
        fixes.after,
        text.replace("Communicatio\": \"disabled", "Communication\": \"Disabled")
    );
    assert_eq!(
        fixes.applied.iter().map(|one| one.rule).collect::<Vec<_>>(),
        ["AB0011", "AB0015"]
    );
    // What would bring something as heavy is left to the reader.
    let text = r#"{ "pool": { "Properties": { "vmSize": "STANDARD_D2S_V3" } } }"#;
    let fixes = holds(text, AS_OF).expect("readable");
    assert_eq!(fixes.after, text);
    assert!(fixes.left().any(|(_, why)| why == WhyLeft::Tried));
}

#[test]
fn what_is_no_plan_becomes_one_and_what_cannot_be_read_is_left() {
    let fixes = holds("{ \"properties\": { \"taskSlotsPerNode\": \"4\" } }", AS_OF).expect("readable");
    assert!(fixes.before.contains("\"pool\"") && fixes.after.contains("\"taskSlotsPerNode\": 4"));
    for text in ["", "{", "// nothing", "\u{0}"] {
        assert!(safe_fixes(text, AS_OF).is_none(), "{text}");
    }
    for text in ["{}", "[]", "1", "null", "[{}]", "[[]]"] {
        holds(text, AS_OF);
    }
}

#[test]
fn very_many_are_made_in_few_tries() {
    let members: Vec<String> = (0..3_000).map(|number| format!("\"m{number}\": null")).collect();
    let text = format!(
        "{{ \"pool\": {{ \"tags\": {{ {} }}, \"properties\": {{}} }} }}",
        members.join(", ")
    );
    let fixes = safe_fixes(&text, AS_OF).expect("readable");
    assert!(fixes.applied.len() >= 3_000, "{}", fixes.applied.len());
    assert!(!fixes.after.contains("null"));
}

const PLAN: &str = include_str!("../src/examples/managed.jsonc");

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_on_random_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(text) = input::decode(&bytes) {
            let text = text.as_ref();
            holds(text, AS_OF);
        }
    }

    #[test]
    fn nothing_gets_worse_in_a_plan_that_was_damaged(
        cuts in proptest::collection::vec((0usize..4_000, 0usize..12, "[\"{}\\[\\],:a-z0-9 ]{0,4}"), 1..4)
    ) {
        let mut text = PLAN.to_owned();
        for (at, length, new) in cuts {
            let start = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let end = (start + length..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(start);
            text.replace_range(start..end.max(start), &new);
        }
        holds(&text, AS_OF);
    }

    #[test]
    fn nothing_gets_worse_in_a_plan_with_slips(swaps in proptest::collection::vec((0usize..200, 0usize..8), 1..8)) {
        let words = ["null", "\"true\"", "4", "\"4\"", "[]", "{}", "\"enabled\"", "-1"];
        let mut text = PLAN.to_owned();
        for (at, word) in swaps {
            // A value behind a colon becomes another one.
            let Some((colon, _)) = text.match_indices("\": ").nth(at % text.matches("\": ").count().max(1)) else { continue };
            let start = colon + 3;
            let end = text[start..].find([',', '\n']).map_or(text.len(), |end| start + end);
            if !text[start..end].contains(['{', '[']) {
                text.replace_range(start..end, words[word]);
            }
        }
        holds(&text, AS_OF);
    }
}
