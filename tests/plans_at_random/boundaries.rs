//! Every documented boundary of a number: at any value within, its rule is silent; at any value beyond, that rule speaks,
//! at the place and with the weight given here, and no other rule joins it but those named here.
//!
//! A new range-shaped rule adds a row. What the row says of figures is written out, not taken from the facts: a slip
//! there shows here.

use std::collections::BTreeSet;

use batch_pool_planner::analysis::analyse;
use batch_pool_planner::model::path;
use batch_pool_planner::rules::Severity;
use batch_pool_planner::rules::Severity::{Advice, Error, Warning};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::AS_OF;
use crate::drawing::whole;

/// One boundary.
struct Boundary {
    rule: &'static str,
    /// What the findings beyond it weigh.
    severity: Severity,
    /// The plan, as far as it matters.
    base: &'static str,
    /// The member that varies.
    pointer: &'static str,
    /// Makes its value of a number.
    makes: fn(i64) -> Value,
    within: &'static [(i64, i64)],
    beyond: &'static [(i64, i64)],
    /// Where the finding stands, when not at the member.
    at: Option<&'static str>,
    /// Other rules that may join it beyond the boundary.
    with: &'static [&'static str],
}

const fn row(rule: &'static str, severity: Severity, base: &'static str, pointer: &'static str) -> Boundary {
    Boundary {
        rule,
        severity,
        base,
        pointer,
        makes: number,
        within: &[],
        beyond: &[],
        at: None,
        with: &[],
    }
}

impl Boundary {
    const fn within(mut self, ranges: &'static [(i64, i64)]) -> Boundary {
        self.within = ranges;
        self
    }

    const fn beyond(mut self, ranges: &'static [(i64, i64)]) -> Boundary {
        self.beyond = ranges;
        self
    }

    const fn makes(mut self, makes: fn(i64) -> Value) -> Boundary {
        self.makes = makes;
        self
    }

    const fn at(mut self, pointer: &'static str) -> Boundary {
        self.at = Some(pointer);
        self
    }

    const fn with(mut self, rules: &'static [&'static str]) -> Boundary {
        self.with = rules;
        self
    }
}

const MOST: i64 = i32::MAX as i64;
const LEAST: i64 = i32::MIN as i64;

/// A pool without anything.
const BARE: &str = r#"{ "pool": { "properties": {} } }"#;
const FIXED: &str =
    r#"{ "pool": { "properties": { "scaleSettings": { "fixedScale": { "targetDedicatedNodes": 10 } } } } }"#;
/// A managed image, with a time-out that no number of nodes makes too short.
const MANAGED_IN_TIME: &str = r#"{ "target": { "apiVersion": "2019-08-01" }, "pool": { "properties": {
    "scaleSettings": { "fixedScale": { "resizeTimeout": "PT45M" } }, "deploymentConfiguration": {
    "virtualMachineConfiguration": { "imageReference": {
        "id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/images/i" } } } } } }"#;
const MANAGED_300: &str = r#"{ "target": { "apiVersion": "2019-08-01" }, "pool": { "properties": {
    "scaleSettings": { "fixedScale": { "targetDedicatedNodes": 200, "targetLowPriorityNodes": 100 } },
    "deploymentConfiguration": { "virtualMachineConfiguration": { "imageReference": {
        "id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/images/i" } } } } } }"#;
const MANAGED_301: &str = r#"{ "target": { "apiVersion": "2019-08-01" }, "pool": { "properties": {
    "scaleSettings": { "fixedScale": { "targetDedicatedNodes": 200, "targetLowPriorityNodes": 101 } },
    "deploymentConfiguration": { "virtualMachineConfiguration": { "imageReference": {
        "id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/images/i" } } } } } }"#;
const MANAGED_SHARED: &str = r#"{ "target": { "apiVersion": "2019-08-01" }, "neighbours": [
    { "poolName": "a", "dedicated": 1000, "spot": 300 }, { "poolName": "b", "dedicated": 500, "spot": 300 } ],
    "pool": { "properties": { "scaleSettings": { "fixedScale": { "resizeTimeout": "PT45M" } },
    "deploymentConfiguration": { "virtualMachineConfiguration": { "imageReference": {
        "id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/images/i" } } } } } }"#;
const GALLERY: &str = r#"{ "pool": { "properties": { "deploymentConfiguration": { "virtualMachineConfiguration": {
    "imageReference": { "id":
        "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/g/images/d/versions/1.0.0" } } } } } }"#;
const GALLERY_2400: &str = r#"{ "pool": { "properties": {
    "scaleSettings": { "fixedScale": { "targetDedicatedNodes": 2000, "targetLowPriorityNodes": 400 } },
    "deploymentConfiguration": { "virtualMachineConfiguration": { "imageReference": { "id":
        "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/g/images/d/versions/1.0.0" } } } } } }"#;
const TALKING: &str = r#"{ "pool": { "properties": { "interNodeCommunication": "Enabled" } } }"#;
const TALKING_IN_BATCH: &str = r#"{ "target": { "poolAllocationMode": "BatchService" },
    "pool": { "properties": { "interNodeCommunication": "Enabled" } } }"#;
const TALKING_IN_OWN: &str = r#"{ "target": { "poolAllocationMode": "UserSubscription" },
    "pool": { "properties": { "interNodeCommunication": "Enabled" } } }"#;
const AUTOMATIC: &str = r#"{ "pool": { "properties": { "scaleSettings": { "autoScale": { "formula": "$TargetDedicatedNodes = 1;" } } } } }"#;
const OF_2_CORES: &str = r#"{ "pool": { "properties": { "vmSize": "STANDARD_D2S_V3" } } }"#;
const OF_96_CORES: &str = r#"{ "pool": { "properties": { "vmSize": "STANDARD_D96S_V5" } } }"#;
const OLD: &str = r#"{ "target": { "apiVersion": "2020-05-01" }, "pool": { "properties": {} } }"#;
const QUOTAS: &str = r#"{ "target": { "quotas": { "dedicatedCores": 1000, "spotCores": 500 } },
    "pool": { "properties": { "vmSize": "STANDARD_D4S_V3" } } }"#;
const NEIGHBOURS: &str = r#"{ "neighbours": [{}, {}, {}], "pool": { "properties": {} } }"#;
const UPGRADE: &str = r#"{ "pool": { "properties": { "upgradePolicy": { "mode": "rolling" } } } }"#;
const UPGRADE_PERCENT: &str = "/pool/properties/upgradePolicy/rollingUpgradePolicy/maxBatchInstancePercent";
const UPGRADED_PERCENT: &str =
    "/pool/properties/upgradePolicy/rollingUpgradePolicy/maxUnhealthyUpgradedInstancePercent";

static ROWS: &[Boundary] = &[
    // What a schema gives a range, and what it does not.
    row("AB0018", Error, FIXED, path::DEDICATED)
        .within(&[(0, MOST)])
        .beyond(&[(MOST + 1, i64::MAX), (i64::MIN, LEAST - 1)]),
    row("AB0018", Error, UPGRADE, UPGRADE_PERCENT)
        .within(&[(5, 100)])
        .beyond(&[(LEAST, 4), (101, MOST)]),
    row("AB0018", Error, UPGRADE, UPGRADED_PERCENT)
        .within(&[(0, 100)])
        .beyond(&[(LEAST, -1), (101, MOST)]),
    // Custom images.
    row("AB0116", Warning, MANAGED_SHARED, path::DEDICATED)
        .within(&[(0, 500)])
        .beyond(&[(501, 1_000)])
        .with(&["AB0120"]),
    row("AB0116", Error, MANAGED_SHARED, path::DEDICATED)
        .within(&[(0, 500)])
        .beyond(&[(1_001, 2_500)])
        .with(&["AB0117", "AB0120"]),
    row("AB0116", Error, MANAGED_SHARED, path::SPOT)
        .within(&[(0, 400)])
        .beyond(&[(401, 1_000)])
        .with(&["AB0120"]),
    row("AB0117", Warning, MANAGED_IN_TIME, path::DEDICATED)
        .within(&[(0, 2_000)])
        .beyond(&[(2_001, 2_500)]),
    row("AB0117", Error, MANAGED_IN_TIME, path::DEDICATED)
        .within(&[(0, 2_000)])
        .beyond(&[(2_501, MOST)]),
    row("AB0118", Error, MANAGED_IN_TIME, path::SPOT)
        .within(&[(0, 1_000)])
        .beyond(&[(1_001, MOST)]),
    row("AB0120", Warning, MANAGED_IN_TIME, path::DEDICATED)
        .within(&[(0, 300)])
        .beyond(&[(301, 2_000)]),
    row("AB0120", Advice, GALLERY, path::SPOT)
        .within(&[(0, 300)])
        .beyond(&[(301, MOST)])
        .with(&["AB0122"]),
    row("AB0121", Warning, MANAGED_300, path::RESIZE_TIMEOUT)
        .makes(minutes)
        .within(&[(20, 100_000)])
        .beyond(&[(5, 19)]),
    row("AB0121", Warning, MANAGED_301, path::RESIZE_TIMEOUT)
        .makes(minutes)
        .within(&[(30, 100_000)])
        .beyond(&[(5, 29)]),
    row("AB0122", Warning, GALLERY_2400, path::RESIZE_TIMEOUT)
        .makes(seconds)
        .within(&[(36 * 60, 100_000)])
        .beyond(&[(5 * 60, 36 * 60 - 1)]),
    row("AB0122", Warning, GALLERY, path::DEDICATED)
        .within(&[(0, 1_000)])
        .beyond(&[(1_001, MOST)])
        .at(path::RESIZE_TIMEOUT),
    row("AB0123", Warning, GALLERY_2400, path::IMAGE_REPLICAS)
        .within(&[(8, MOST)])
        .beyond(&[(1, 7)]),
    row("AB0125", Advice, MANAGED_IN_TIME, path::DEDICATED)
        .within(&[(0, 199)])
        .beyond(&[(200, 300)])
        .at(path::IMAGE_SOURCE),
    row("AB0144", Advice, MANAGED_IN_TIME, path::DEDICATED)
        .within(&[(0, 20)])
        .beyond(&[(21, 199)])
        .at(path::FIXED),
    // Scale.
    row("AB0203", Error, TALKING_IN_BATCH, path::DEDICATED)
        .within(&[(0, 100)])
        .beyond(&[(101, MOST)]),
    row("AB0203", Error, TALKING_IN_OWN, path::SPOT)
        .within(&[(0, 80)])
        .beyond(&[(81, MOST)]),
    row("AB0203", Warning, TALKING, path::DEDICATED)
        .within(&[(0, 80)])
        .beyond(&[(81, 100)]),
    row("AB0203", Error, TALKING, path::SPOT)
        .within(&[(0, 80)])
        .beyond(&[(101, MOST)]),
    row("AB0205", Error, FIXED, path::RESIZE_TIMEOUT)
        .makes(seconds)
        .within(&[(5 * 60, 100_000_000)])
        .beyond(&[(0, 5 * 60 - 1)]),
    row("AB0210", Warning, AUTOMATIC, path::FORMULA)
        .makes(formula_of_bytes)
        .within(&[(100, 8_192)])
        .beyond(&[(8_193, 20_000)]),
    row("AB0210", Warning, AUTOMATIC, path::FORMULA)
        .makes(formula_of_statements)
        .within(&[(1, 100)])
        .beyond(&[(101, 300)]),
    row("AB0211", Advice, BARE, path::DEDICATED)
        .within(&[(0, 0), (2, MOST)])
        .beyond(&[(1, 1)]),
    row("AB0212", Error, AUTOMATIC, path::INTERVAL)
        .makes(seconds)
        .within(&[(5 * 60, 168 * 3_600)])
        .beyond(&[(0, 5 * 60 - 1), (168 * 3_600 + 1, 1_000_000_000)]),
    row("AB0215", Advice, TALKING_IN_BATCH, path::DEDICATED)
        .within(&[(0, 1), (101, MOST)])
        .beyond(&[(2, 100)])
        .at(path::INTER_NODE),
    row("AB0217", Advice, BARE, path::SPOT)
        .within(&[(LEAST, 0)])
        .beyond(&[(1, MOST)])
        .with(&["AB0211"]),
    row("AB0218", Error, OF_2_CORES, path::SLOTS)
        .within(&[(1, 8)])
        .beyond(&[(9, MOST), (LEAST, 0)]),
    row("AB0218", Error, OF_96_CORES, path::SLOTS)
        .within(&[(1, 256)])
        .beyond(&[(257, MOST), (LEAST, 0)]),
    row("AB0218", Error, BARE, path::SLOTS)
        .within(&[(1, 256)])
        .beyond(&[(257, MOST), (LEAST, 0)]),
    row("AB0218", Error, OLD, path::OLD_SLOTS)
        .within(&[(1, 256)])
        .beyond(&[(257, MOST), (LEAST, 0)]),
    row("AB0221", Error, BARE, path::DEDICATED)
        .within(&[(0, MOST)])
        .beyond(&[(LEAST, -1)]),
    row("AB0221", Error, BARE, path::SPOT)
        .within(&[(0, MOST)])
        .beyond(&[(LEAST, -1)]),
    row("AB0223", Warning, QUOTAS, path::DEDICATED)
        .within(&[(0, 250)])
        .beyond(&[(251, MOST)]),
    row("AB0223", Warning, QUOTAS, path::SPOT)
        .within(&[(0, 125)])
        .beyond(&[(126, MOST)]),
    row("AB0224", Warning, NEIGHBOURS, path::QUOTA_POOLS)
        .within(&[(4, MOST)])
        .beyond(&[(0, 3)]),
    // Names.
    row("AB0401", Error, BARE, path::POOL_NAME)
        .makes(letters)
        .within(&[(1, 64)])
        .beyond(&[(0, 0), (65, 300)]),
    row("AB0404", Error, BARE, path::ACCOUNT)
        .makes(letters)
        .within(&[(3, 24)])
        .beyond(&[(0, 2), (25, 300)]),
    row("AB0405", Error, BARE, path::RESOURCE_GROUP)
        .makes(letters)
        .within(&[(1, 90)])
        .beyond(&[(0, 0), (91, 300)]),
    row("AB0406", Error, BARE, path::DISPLAY_NAME)
        .makes(wide_letters)
        .within(&[(0, 1_024)])
        .beyond(&[(1_025, 3_000)]),
];

fn number(number: i64) -> Value {
    json!(number)
}

fn minutes(number: i64) -> Value {
    json!(format!("PT{number}M"))
}

fn seconds(number: i64) -> Value {
    json!(format!("PT{number}S"))
}

fn letters(number: i64) -> Value {
    json!("abc1".chars().cycle().take(number as usize).collect::<String>())
}

/// Characters that are one to a person and to Unicode, two in UTF-16 and four in UTF-8.
fn wide_letters(number: i64) -> Value {
    json!("😀".repeat(number as usize))
}

fn formula_of_bytes(bytes: i64) -> Value {
    let start = "$TargetDedicatedNodes = 1";
    json!(format!("{start}{};", " ".repeat(bytes as usize - start.len() - 1)))
}

fn formula_of_statements(statements: i64) -> Value {
    json!("$TargetDedicatedNodes = 1;\n".repeat(statements as usize))
}

/// Numbers of these ranges: all ends, and some from within.
fn drawn(ranges: &[(i64, i64)], runner: &mut TestRunner) -> Vec<i64> {
    let mut numbers = Vec::new();
    for range in ranges {
        numbers.extend([range.0, range.1]);
        let strategy = whole(Some(*range));
        numbers.extend((0..6).map(|_| strategy.new_tree(runner).expect("a number").current()));
    }
    numbers
}

/// Writes a value, and the objects on the way to it.
fn set(document: &mut Value, pointer: &str, value: Value) {
    let way = pointer.split('/').skip(1);
    let place = way.fold(document, |at, name| match at {
        Value::Object(members) => members.entry(name).or_insert_with(|| json!({})),
        other => panic!("{pointer}: no member of {other}"),
    });
    *place = value;
}

#[test]
fn every_boundary_lies_where_it_is_documented() {
    let mut runner = TestRunner::default();
    let (mut judged, mut wrong) = (0, Vec::new());
    for row in ROWS {
        let plan = |number| {
            let mut plan: Value = serde_json::from_str(row.base).expect("a plan");
            set(&mut plan, row.pointer, (row.makes)(number));
            analyse(&plan.to_string(), AS_OF).findings
        };
        // What else speaks of such a plan, whatever the number.
        let mut background = BTreeSet::new();
        for number in drawn(row.within, &mut runner) {
            judged += 1;
            background.extend(plan(number).iter().map(|located| located.finding.rule.id));
            if background.contains(row.rule) {
                wrong.push(format!("{} speaks at {number} in {}", row.rule, row.pointer));
                break;
            }
        }
        for number in drawn(row.beyond, &mut runner) {
            judged += 1;
            let findings = plan(number);
            let (ours, others): (Vec<_>, Vec<_>) = findings
                .iter()
                .map(|located| &located.finding)
                .partition(|finding| finding.rule.id == row.rule);
            let ours: Vec<_> = ours
                .iter()
                .map(|finding| (finding.severity, finding.place.path()))
                .collect();
            let others: BTreeSet<_> = others
                .iter()
                .map(|finding| finding.rule.id)
                .filter(|id| !background.contains(id) && !row.with.contains(id))
                .collect();
            let expected = vec![(row.severity, row.at.unwrap_or(row.pointer))];
            if ours != expected || !others.is_empty() {
                wrong.push(format!(
                    "{} at {number} in {}: says {ours:?} instead of {expected:?}, joined by {others:?}",
                    row.rule, row.pointer
                ));
                break;
            }
        }
    }
    println!("{} boundaries, {judged} plans judged", ROWS.len());
    assert!(
        wrong.is_empty(),
        "{} boundaries lie elsewhere:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
