//! Whatever is given, nothing panics, every place lies in the text, and what reads can be written and read again.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::fmt::Write;
use std::time::Instant;

use batch_pool_planner::analysis::{Analysis, analyse, analyse_bytes};
use batch_pool_planner::arm::PutPool;
use batch_pool_planner::emit;
use batch_pool_planner::input::{self, Dialect};
use batch_pool_planner::model::CalendarDate;
use batch_pool_planner::words::Language;
use proptest::prelude::*;

const AS_OF: CalendarDate = CalendarDate::new(2026, 11, 21);

/// A plan with most of what a plan can have, comments included.
const PLAN: &str = r#"// A plan for the tests.
{
  "target": {
    "cloud": "AzurePublic", "subscriptionId": "6f1c0f6e-3b0a-4a57-9d0e-2f5a9c1b7e44", "resourceGroup": "rg",
    "accountName": "acct", "region": "westeurope", "poolAllocationMode": "BatchService",
    "authentication": "EntraId", "poolName": "render", "apiVersion": "2025-06-01",
    "quotas": { "dedicatedCores": 1000, "spotCores": 500, "pools": 20 }
  },
  "image": { "source": "Snapshot", "osType": "Linux", "replicasInRegion": 3, "hasPurchasePlan": false },
  "neighbours": [{ "poolName": "other", "dedicated": 100, "spot": 0 }],
  "accepted": [{ "rule": "ab0109", "reason": "known 😀" }, {
    "rule": "AB0145", "reason": "x",
    "path": "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/nodeAgentSkuId"
  }],
  "pool": {
    "identity": { "type": "UserAssigned", "userAssignedIdentities": { "/subscriptions/s/é~x": {} } },
    "tags": { "équipe": "rendu 😀" },
    "properties": {
      "vmSize": "STANDARD_D4S_V3", // the size
      "displayName": "a \"quoted\" name",
      "deploymentConfiguration": {
        "virtualMachineConfiguration": {
          "imageReference": {
            "id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/gal/images/def/versions/1.0.0"
          },
          "nodeAgentSkuId": "batch.node.ubuntu 22.04",
          "dataDisks": [{ "lun": 0, "diskSizeGB": 100, "managedDisk": { "storageAccountType": "Premium_LRS" } }],
          "extensions": [{ "name": "x", "publisher": "p", "type": "t", "settings": { "a": [1, null, 2.50] } }],
        }
      },
      "scaleSettings": { "fixedScale": { "targetDedicatedNodes": 10, "targetLowPriorityNodes": 0, "resizeTimeout": "PT30M" } },
      "networkConfiguration": {
        "subnetId": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/n",
        "endpointConfiguration": {
          "inboundNatPools": [{
            "name": "ssh", "protocol": "TCP", "backendPort": 22, "frontendPortRangeStart": 40000, "frontendPortRangeEnd": 40100,
            "networkSecurityGroupRules": [{ "priority": 150, "access": "Allow", "sourceAddressPrefix": "*" }]
          }]
        }
      },
      "startTask": { "commandLine": "/bin/sh -c 'echo $HOME'", "waitForSuccess": true },
      "metadata": [{ "name": "a", "value": "b" }],
      /* the order */ "taskSchedulingPolicy": { "nodeFillType": "Pack" }
    }
  }
}
"#;

/// A request and C#, as articles show them.
const REQUEST: &str = "PUT https://management.azure.com/subscriptions/{sub id}/resourceGroups/rg/providers/Microsoft.Batch/batchAccounts/acct/pools/p?api-version=2020-03-01\n\n{\n \"properties\": { \"vmSize\": \"x\" }\n}\n";
const CSHARP: &str = "new VirtualMachineConfiguration(\n  imageReference: new ImageReference(virtualMachineImageId: \"/é\\\"b\"),\n  nodeAgentSkuId: \"batch.node.windows amd64\");\nCreatePool(poolId: PoolId, targetDedicatedComputeNodes: 12)";
const RESOURCE: &str = "{\n  \"id\": \"/subscriptions/s/resourceGroups/g/providers/Microsoft.Batch/batchAccounts/a/pools/p\",\n  \"name\": \"p\", // its name\n  \"etag\": \"W/x\",\n  \"properties\": {\n    // the size\n    \"vmSize\": \"x\",\n    \"allocationState\": \"Steady\"\n  }\n}";

/// What must hold of any text.
fn holds(text: &str) -> Analysis {
    let analysis = analyse(text, AS_OF);
    for located in &analysis.findings {
        let (id, span) = (located.finding.rule.id, located.span.clone());
        assert!(span.start <= span.end && span.end <= text.len(), "{id}: {span:?}");
        assert!(
            text.is_char_boundary(span.start) && text.is_char_boundary(span.end),
            "{id}: {span:?}"
        );
        assert!(
            (1..=analysis.lines.lines()).contains(&located.position.line),
            "{id}: {:?}",
            located.position
        );
        let line = analysis.lines.line_span(text, located.position.line);
        let column = text[line.start..]
            .encode_utf16()
            .count()
            .min(text[line.start..span.start.max(line.start)].encode_utf16().count());
        assert_eq!(located.position.column, column + 1, "{id}");
        for language in Language::ALL {
            assert!(!located.finding.message.text(language).is_empty());
            assert!(!located.finding.reason().text(language).is_empty());
        }
    }
    if let Some(plan) = analysis.plan()
        && let Some(request) = PutPool::of(&plan)
    {
        for emitter in emit::ALL {
            let output = (emitter.emit)(&request);
            assert!(!output.text.is_empty(), "{}", emitter.id);
        }
        let body = (emit::find("arm").expect("the ARM body").emit)(&request).text;
        serde_json::from_str::<serde::de::IgnoredAny>(&body).expect("strict JSON");
    }
    match (input::plan_text(text), &analysis.root) {
        (Some(plan), Some(root)) if root.members().iter().any(|member| member.name == "pool") => {
            let again = input::read(&plan);
            let read = again.root.unwrap_or_else(|trouble| panic!("{trouble:?}:\n{plan}"));
            assert_eq!(again.dialect, Dialect::Plan, "{plan}");
            match (root.get("pool"), read.get("pool")) {
                (Some(before), Some(after)) => assert!(before.same_json(after), "{plan}"),
                (before, after) => assert_eq!(before.is_some(), after.is_some(), "{plan}"),
            }
        }
        (Some(_), Some(_)) => {}
        (made, root) => assert_eq!(made.is_some(), root.is_some(), "{text}"),
    }
    analysis
}

/// One change to a text, at places given as fractions of it.
#[derive(Clone, Debug)]
enum Change {
    Cut(u16, u16),
    Insert(u16, String),
    Swap(u16, u16),
    Repeat(u16, u16),
    Replace(u16, &'static str),
}

fn place(text: &str, at: u16) -> usize {
    let mut byte = usize::from(at) * text.len() / usize::from(u16::MAX);
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

fn changed(text: &str, change: &Change) -> String {
    let mut out = text.to_owned();
    match change {
        Change::Cut(from, length) => {
            let start = place(text, *from);
            let end = place(text, from.saturating_add(length / 64));
            out.replace_range(start..end.max(start), "");
        }
        Change::Insert(at, what) => out.insert_str(place(text, *at), what),
        Change::Swap(a, b) => {
            let mut chars: Vec<char> = text.chars().collect();
            let count = chars.len();
            if count > 0 {
                let index = |at: u16| usize::from(at) * (count - 1) / usize::from(u16::MAX);
                chars.swap(index(*a), index(*b));
            }
            out = chars.into_iter().collect();
        }
        Change::Repeat(from, length) => {
            let start = place(text, *from);
            let end = place(text, from.saturating_add(length / 32)).max(start);
            let piece = text[start..end].to_owned();
            out.insert_str(end, &piece);
        }
        // Another value in the place of the next one.
        Change::Replace(from, value) => {
            let start = place(text, *from);
            if let Some(colon) = text[start..].find(':').map(|at| start + at + 1) {
                let end = text[colon..].find([',', '}', '\n']).map_or(text.len(), |at| colon + at);
                out.replace_range(colon..end, value);
            }
        }
    }
    out
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let values = prop::sample::select(vec![
        " null",
        " true",
        " 1e400",
        " -0.5",
        " \"\\ud800\"",
        " []",
        " {}",
        " \"{x}\"",
        " [[]]",
        " 99999999999",
        " \"\"",
    ]);
    let one = prop_oneof![
        any::<(u16, u16)>().prop_map(|(a, b)| Change::Cut(a, b)),
        (any::<u16>(), "[\\PC\"{}\\[\\],:/*\\\\`\n\u{feff}😀]{0,6}").prop_map(|(a, b)| Change::Insert(a, b)),
        any::<(u16, u16)>().prop_map(|(a, b)| Change::Swap(a, b)),
        any::<(u16, u16)>().prop_map(|(a, b)| Change::Repeat(a, b)),
        (any::<u16>(), values).prop_map(|(a, b)| Change::Replace(a, b)),
    ];
    prop::collection::vec(one, 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_judged(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn any_text_of_json_marks_is_judged(text in "[\\[\\]{}\",:0-9a-z/*\\\\`\n 😀é]{0,80}") {
        holds(&text);
    }

    #[test]
    fn any_bytes_are_judged(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let (analysis, text) = analyse_bytes(&bytes, AS_OF);
        prop_assert_eq!(text.is_some(), std::str::from_utf8(&bytes).is_ok());
        prop_assert!(text.is_some() || analysis.findings.len() == 1);
    }

    #[test]
    fn a_changed_plan_is_judged(which in 0usize..4, changes in changes()) {
        let mut text = [PLAN, REQUEST, CSHARP, RESOURCE][which].to_owned();
        for change in &changes {
            text = changed(&text, change);
        }
        holds(&text);
    }
}

#[test]
fn a_whole_plan_has_no_finding_of_text_or_contract() {
    let analysis = holds(PLAN);
    let ours: Vec<_> = analysis
        .findings
        .iter()
        .filter(|located| located.finding.rule.id.starts_with("AB00"))
        .map(|located| located.finding.message.text(Language::English))
        .collect();
    assert_eq!(ours, Vec::<String>::new());
}

#[test]
fn lone_surrogates_and_deep_nesting_are_judged() {
    holds("{ \"pool\": { \"properties\": { \"displayName\": \"\\ud800\" } } }");
    holds("{ \"pool\": { \"properties\": { \"\\udfff\": \"\\ud83d\\ude00\" } } }");
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for depth in [10, 100, 500, 5_000, 100_000] {
            let value = if open == "[" { "" } else { "1" };
            let nested = format!("{}{value}{}", open.repeat(depth), close.repeat(depth));
            holds(&nested);
            holds(&format!(
                "{{ \"pool\": {{ \"properties\": {{ \"displayName\": {nested} }} }} }}"
            ));
            holds(&open.repeat(depth));
        }
    }
}

#[test]
fn comments_of_a_body_survive() {
    let plan = input::to_plan_text(RESOURCE).expect("a plan");
    assert!(plan.contains("// the size"), "{plan}");
    let plan =
        input::to_plan_text("{ // why\n  \"properties\": { /* what */ \"vmSize\": \"x\" } // so\n}").expect("a plan");
    for comment in ["// why", "/* what */", "// so"] {
        assert!(plan.contains(comment), "{comment}:\n{plan}");
    }
}

/// Texts of about five megabytes, each a trap for work that grows with the square of its size.
fn large(size: usize) -> Vec<(&'static str, String)> {
    let members = |name: &dyn Fn(usize) -> String, count: usize| {
        let mut text = String::from("{\"pool\":{\"properties\":{");
        for number in 0..count {
            let comma = if number > 0 { "," } else { "" };
            write!(text, "{comma}\"{}\":{number}", name(number)).expect("a string");
        }
        text + "}}}"
    };
    vec![
        ("a list of numbers", format!("[{}1]", "1,".repeat(size / 2))),
        ("never closed", format!("[{}", "1,".repeat(size / 2))),
        ("many members", members(&|number| format!("member{number}"), size / 25)),
        ("one name again and again", members(&|_| "vmSize".to_owned(), size / 25)),
        (
            "every name twice",
            members(&|number| format!("é{}", number / 2), size / 25),
        ),
        (
            "items of a wrong type",
            format!(
                "{{\"pool\":{{\"properties\":{{\"metadata\":[{}1]}}}}}}",
                "1,".repeat(size / 2)
            ),
        ),
        (
            "objects that lack something",
            format!(
                "{{\"pool\":{{\"properties\":{{\"metadata\":[{}{{}}]}}}}}}",
                "{},".repeat(size / 3)
            ),
        ),
        (
            "objects of another version",
            format!(
                "{{\"target\":{{\"apiVersion\":\"2020-03-01\"}},\"pool\":{{\"properties\":{{\"mountConfiguration\":[{}{{}}]}}}}}}",
                "{\"cifsMountConfiguration\":{\"userName\":\"\"}},".repeat(size / 46)
            ),
        ),
        (
            "a long text",
            format!(
                "{{\"pool\":{{\"properties\":{{\"displayName\":\"{}\"}}}}}}",
                "é".repeat(size / 2)
            ),
        ),
        (
            "a long name",
            format!("{{\"pool\":{{\"properties\":{{\"{}\":1}}}}}}", "x".repeat(size)),
        ),
        (
            "neighbours",
            format!("{{\"neighbours\":[{}1]}}", "{\"a\":1},".repeat(size / 8)),
        ),
        (
            "tags that are null",
            format!(
                "{{\"pool\":{{\"tags\":{{{}\"a\":null}},\"properties\":{{}}}}}}",
                (0..size / 17)
                    .map(|number| format!("\"t{number}\":null,"))
                    .collect::<String>()
            ),
        ),
        (
            "an answer with many identities",
            format!(
                "{{\"name\":\"p\",\"identity\":{{\"type\":\"UserAssigned\",\"userAssignedIdentities\":{{{}\"x\":{{}}}}}},\"properties\":{{}}}}",
                (0..size / 83)
                    .map(|number| format!("\"i{number}\":{{\"clientId\":\"c\",\"principalId\":\"p\"}},"))
                    .collect::<String>()
            ),
        ),
        (
            "a body of many tags",
            format!(
                "{{\"tags\":{{{}\"x\":\"\"}},\"properties\":{{}}}}",
                (0..size / 25)
                    .map(|number| format!("\"t{number}\":\"v\",\n"))
                    .collect::<String>()
            ),
        ),
        ("blank lines", "\n".repeat(size)),
        ("words", "word ".repeat(size / 5)),
        (
            "C#",
            format!("new ImageReference(\n{}", "poolId: x, ".repeat(size / 11)),
        ),
    ]
}

#[test]
fn large_texts_are_judged_and_written() {
    for (what, text) in large(5_000_000) {
        let start = Instant::now();
        let analysis = analyse(&text, AS_OF);
        let took = start.elapsed();
        println!(
            "{what}: {} bytes, {} findings, {took:?}",
            text.len(),
            analysis.findings.len()
        );
        assert_eq!(input::plan_text(&text).is_some(), analysis.root.is_some());
    }
    // Seventeen outputs of each, so that a debug build is done in seconds.
    for (what, text) in large(500_000) {
        let analysis = analyse(&text, AS_OF);
        let start = Instant::now();
        if let Some(request) = analysis.plan().as_ref().and_then(PutPool::of) {
            for emitter in emit::ALL {
                assert!(!(emitter.emit)(&request).text.is_empty());
            }
        }
        let took = start.elapsed();
        println!("{what}: written in {took:?}");
    }
}
