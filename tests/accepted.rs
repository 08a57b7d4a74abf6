//! What somebody accepted in the plan: what it covers, what it never covers, and how it is written and withdrawn.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use batch_pool_planner::analysis::{Analysis, Located, analyse};
use batch_pool_planner::arm::PutPool;
use batch_pool_planner::emit;
use batch_pool_planner::input::apply;
use batch_pool_planner::model::{CalendarDate, Edit};
use batch_pool_planner::rules::acceptance::{accept_edit, can_be_accepted, place, withdraw_edit};
use batch_pool_planner::rules::{self, Severity};

const AS_OF: CalendarDate = CalendarDate::new(2026, 11, 21);

/// Two warnings of one rule, and an error.
const POOL: &str = r#"  "pool": {
    "properties": {
      "vmSize": "STANDARD_D4S_V3", // the size
      "provisioningState": "Succeeded",
      "allocationState": "Steady",
      "taskSlotsPerNode": "4"
    }
  }
}
"#;

fn plan(accepted: &str) -> String {
    format!("{{\n  \"accepted\": {accepted},\n{POOL}")
}

fn judged(accepted: &str) -> Analysis {
    analyse(&plan(accepted), AS_OF)
}

fn ids(located: &[Located]) -> Vec<(&str, &str)> {
    located
        .iter()
        .map(|located| (located.finding.rule.id, located.finding.place.path()))
        .collect()
}

const STATE: &str = "/pool/properties/provisioningState";
const ALLOCATION: &str = "/pool/properties/allocationState";

#[test]
fn an_entry_covers_the_findings_of_its_rule_at_its_path() {
    let bare = judged("[]");
    let one = judged(&format!(
        r#"[{{ "rule": "AB0017", "path": "{STATE}", "reason": " as it came " }}]"#
    ));
    assert_eq!(ids(one.accepted()), [("AB0017", STATE)]);
    let acceptance = one.accepted()[0].acceptance.as_ref().expect("accepted");
    assert_eq!(
        (acceptance.reason.as_str(), acceptance.entry, acceptance.seen),
        ("as it came", 0, false)
    );
    assert!(ids(one.open()).contains(&("AB0017", ALLOCATION)));
    let (before, after) = (bare.counts(), one.counts());
    assert_eq!(
        (after.errors, after.warnings, after.advice, after.accepted),
        (before.errors, before.warnings - 1, before.advice, 1)
    );
    // Without a path it covers them all; the letter case of the id does not count; of several entries the first counts.
    let all = judged(&format!(
        r#"[{{ "rule": "ab0017", "reason": "all" }}, {{ "rule": "AB0017", "path": "{STATE}", "reason": "one" }}]"#
    ));
    assert_eq!(all.counts().accepted, 2);
    assert!(
        all.accepted()
            .iter()
            .all(|located| located.acceptance.as_ref().unwrap().entry == 0)
    );
    assert!(
        ids(all.open()).iter().all(|(id, _)| !id.starts_with("AB002")),
        "both entries meet something"
    );
    // A path is compared as it is.
    for other in [
        "/pool/properties",
        "/pool/properties/provisioningState/",
        "",
        "provisioningState",
    ] {
        let none = judged(&format!(
            r#"[{{ "rule": "AB0017", "path": "{other}", "reason": "x" }}]"#
        ));
        assert_eq!(none.counts().accepted, 0, "{other}");
    }
}

#[test]
fn without_a_reason_nothing_is_accepted() {
    for reason in [
        "",
        r#", "reason": """#,
        r#", "reason": " \t\n ""#,
        r#", "reason": null"#,
        r#", "reason": 1"#,
    ] {
        let judged = judged(&format!(
            r#"[{{ "rule": "AB0017"{} }}]"#,
            reason.replace("\\t", "\\u0009").replace("\\n", "\\u000a")
        ));
        assert_eq!(judged.counts().accepted, 0, "{reason}");
        let told = judged.open().iter().any(|located| {
            ["AB0020", "AB0005"].contains(&located.finding.rule.id) && located.finding.severity == Severity::Error
        });
        assert!(told, "{reason}");
    }
}

#[test]
fn an_error_is_only_seen() {
    let bare = judged("[]");
    let seen = judged(r#"[{ "rule": "AB0013", "reason": "the template fills it in" }]"#);
    assert_eq!(seen.counts(), bare.counts());
    let error = seen
        .open()
        .iter()
        .find(|located| located.finding.rule.id == "AB0013")
        .expect("it stays");
    let acceptance = error.acceptance.as_ref().expect("it is marked");
    assert!(acceptance.seen && !error.is_accepted());
    assert_eq!(acceptance.reason, "the template fills it in");
    assert_eq!(ids(seen.open()), ids(bare.open()));
}

#[test]
fn a_malformed_entry_covers_nothing() {
    // A path of the wrong type must not make the entry one for the whole rule.
    for entry in [
        r#"{ "rule": "AB0017", "path": 1, "reason": "x" }"#,
        r#"{ "rule": ["AB0017"], "reason": "x" }"#,
        r#""AB0017""#,
        "null",
        "[]",
    ] {
        let judged = judged(&format!("[{entry}]"));
        assert_eq!(judged.counts().accepted, 0, "{entry}");
        let told = judged.open().iter().any(|located| located.finding.rule.id == "AB0005");
        assert!(told, "{entry}");
    }
    for list in ["{}", "1", r#""AB0017""#] {
        let judged = judged(list);
        assert!(
            judged.open().iter().any(|located| located.finding.rule.id == "AB0005"),
            "{list}"
        );
    }
    assert!(
        judged("null")
            .open()
            .iter()
            .all(|located| located.finding.rule.id != "AB0005")
    );
}

#[test]
fn what_is_said_about_the_list_cannot_be_accepted_by_it() {
    let own: Vec<&str> = rules::all()
        .filter(|rule| !can_be_accepted(rule))
        .map(|rule| rule.id)
        .collect();
    assert_eq!(own, ["AB0020", "AB0021", "AB0022"]);
    for id in own {
        let list = format!(
            r#"[{{ "rule": "{id}", "reason": "x" }}, {{ "rule": "AB0019", "reason": "x" }}, {{ "rule": "AB0017" }}, {{ "rule": "?", "reason": "x" }}]"#
        );
        let judged = judged(&list);
        assert_eq!(judged.counts().accepted, 0);
        assert!(
            judged.findings.iter().all(|located| located.acceptance.is_none()),
            "{id}"
        );
    }
}

#[test]
fn what_stands_for_many_is_accepted_by_the_rule_alone() {
    let members: Vec<String> = (0..150).map(|number| format!("\"m{number}\": null")).collect();
    let text = |entry: &str| {
        format!(
            "{{ \"accepted\": [{entry}], \"pool\": {{ \"tags\": {{ {} }} }} }}",
            members.join(", ")
        )
    };
    let bare = analyse(&text(""), AS_OF);
    let more = bare
        .findings
        .iter()
        .find(|located| located.finding.stands_for_more)
        .expect("a sum");
    let entry = format!(
        r#"{{ "rule": "{}", "path": "{}", "reason": "x" }}"#,
        more.finding.rule.id,
        more.finding.place.path()
    );
    assert_eq!(analyse(&text(&entry), AS_OF).counts().accepted, 0);
    let entry = format!(r#"{{ "rule": "{}", "reason": "x" }}"#, more.finding.rule.id);
    assert_eq!(analyse(&text(&entry), AS_OF).counts().accepted, 101);
}

/// Accepts a finding as the page does.
fn accepted(text: &str, rule: &str, path: &str, reason: &str) -> String {
    let analysis = analyse(text, AS_OF);
    let located = analysis
        .findings
        .iter()
        .find(|located| located.finding.rule.id == rule && located.finding.place.path() == path)
        .expect("a finding");
    let edit = accept_edit(
        analysis.root.as_ref().expect("readable"),
        rule,
        place(&located.finding),
        reason,
    );
    apply(text, &[edit]).expect("written")
}

fn withdrawn(text: &str, entry: usize) -> String {
    let analysis = analyse(text, AS_OF);
    let edit: Edit = withdraw_edit(analysis.root.as_ref().expect("readable"), entry);
    apply(text, &[edit]).expect("written")
}

#[test]
fn an_acceptance_is_written_and_withdrawn_without_touching_anything_else() {
    let text = format!("{{\n  // what is accepted stands below\n{POOL}");
    let one = accepted(&text, "AB0017", STATE, "say \"why\"");
    assert!(one.contains("// the size") && one.contains("// what is accepted stands below"));
    assert_eq!(ids(analyse(&one, AS_OF).accepted()), [("AB0017", STATE)]);
    let two = accepted(&one, "AB0017", ALLOCATION, "é 😀");
    assert_eq!(analyse(&two, AS_OF).counts().accepted, 2);
    let seen = accepted(&two, "AB0013", "/pool/properties/taskSlotsPerNode", "known");
    assert_eq!(analyse(&seen, AS_OF).counts().accepted, 2);
    assert!(
        analyse(&seen, AS_OF)
            .open()
            .iter()
            .any(|located| located.acceptance.is_some())
    );
    let one_less = withdrawn(&seen, 0);
    assert_eq!(ids(analyse(&one_less, AS_OF).accepted()), [("AB0017", ALLOCATION)]);
    // The list goes with its last entry, and the text is what it was.
    assert_eq!(withdrawn(&withdrawn(&one_less, 0), 0), text);
}

#[test]
fn an_entry_that_lacks_only_its_reason_gets_it() {
    let text = plan(&format!(r#"[{{ "rule": "AB0017", "path": "{STATE}", "reason": "" }}]"#));
    let mended = accepted(&text, "AB0017", STATE, "as it came");
    assert_eq!(mended, text.replace("\"reason\": \"\"", "\"reason\": \"as it came\""));
}

#[test]
fn a_list_that_is_none_is_replaced() {
    let text = plan("{}");
    let mended = accepted(&text, "AB0017", STATE, "as it came");
    assert_eq!(analyse(&mended, AS_OF).counts().accepted, 1);
}

#[test]
fn no_output_has_what_was_accepted() {
    let text = plan(r#"[{ "rule": "AB0017", "reason": "between us" }]"#);
    let analysis = analyse(&text, AS_OF);
    let plan = analysis.plan().expect("a plan");
    let request = PutPool::of(&plan).expect("a pool");
    let bare = analyse(&format!("{{\n{POOL}"), AS_OF);
    let bare_plan = bare.plan().expect("a plan");
    let bare_request = PutPool::of(&bare_plan).expect("a pool");
    for emitter in emit::ALL {
        let output = (emitter.emit)(&request).text;
        assert!(
            !output.contains("accepted") && !output.contains("between us"),
            "{}",
            emitter.id
        );
        assert_eq!(output, (emitter.emit)(&bare_request).text, "{}", emitter.id);
    }
}

#[test]
fn a_long_list_is_judged_in_time() {
    let entries: Vec<String> = (0..20_000)
        .map(|number| format!(r#"{{ "rule": "AB0017", "path": "/p{number}", "reason": "x" }}"#))
        .collect();
    let judged = judged(&format!("[{}]", entries.join(",")));
    let told = judged
        .open()
        .iter()
        .filter(|located| located.finding.rule.id == "AB0022")
        .count();
    assert_eq!(told, 101, "a hundred, and one for the rest");
}
