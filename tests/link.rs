//! Links: what goes in comes out, what must not travel does not, and whatever is pasted in place of a link is told.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::fs;
use std::path::{Path, PathBuf};

use batch_pool_planner::analysis::{Analysis, analyse};
use batch_pool_planner::arm::PutPool;
use batch_pool_planner::emit;
use batch_pool_planner::examples;
use batch_pool_planner::input::{NoteKind, parse, read, to_plan_text};
use batch_pool_planner::link::{Broken, Contents, Kind, LONG, MOST_JSON, Opened, Packed, What, native};
use batch_pool_planner::model::{CalendarDate, Node, Plan};
use proptest::prelude::*;

const AS_OF: CalendarDate = CalendarDate::new(2026, 11, 21);
const SUBSCRIPTION: &str = "6f1c0f6e-3b0a-4a57-9d0e-2f5a9c1b7e44";
const OTHER: &str = "a1c0ffee-3b0a-4a57-9d0e-2f5a9c1b7e44";
const TENANT: &str = "77777777-0000-4a57-9d0e-2f5a9c1b7e44";

fn contents(text: &str, names: bool) -> Contents {
    let root = read(text).root.expect("a plan");
    Contents::of_plan(&root, names).expect("a plan")
}

fn link(text: &str, names: bool) -> String {
    native::fragment(&contents(text, names)).expect("a link")
}

fn plan_of(link: &str) -> String {
    match native::open(link).expect("it opens") {
        Opened::Plan(text) => text,
        other => panic!("{other:?}"),
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

/// The text of every plan there is, with its name.
fn every_plan() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = ["plans", "rules"]
        .iter()
        .flat_map(|folder| files(folder))
        .filter_map(|path| {
            let text = fs::read_to_string(&path).ok()?;
            // A resource of another type is no plan at all: nobody makes a link of it.
            let mut notes = read(&text).notes.into_iter();
            if notes.any(|note| note.kind == NoteKind::OtherType) {
                return None;
            }
            // What is no plan document yet becomes one, as it does on the page.
            Some((path.display().to_string(), to_plan_text(&text).ok()?))
        })
        .collect();
    all.extend(
        examples::ALL
            .iter()
            .map(|starter| (starter.text.chars().take(60).collect(), starter.text.to_owned())),
    );
    all
}

/// Whether a rule speaks about the text and not about the plan: spelling, duplicates, what was moved while reading.
fn about_the_text(id: &str) -> bool {
    id < "AB0004" || ["AB0006", "AB0007", "AB0008", "AB0009", "AB0010"].contains(&id)
}

fn judged(text: &str) -> (Analysis, Vec<String>) {
    let analysis = analyse(text, AS_OF);
    let findings = analysis.findings.iter().map(|located| {
        let finding = &located.finding;
        let message = finding.message.text(batch_pool_planner::words::Language::English);
        (
            finding.rule.id,
            format!(
                "{} {} {message} {}",
                finding.rule.id,
                finding.place.path(),
                located.acceptance.is_some()
            ),
        )
    });
    let mut findings: Vec<String> = findings
        .filter(|(id, _)| !about_the_text(id))
        .map(|(_, said)| said)
        .collect();
    findings.sort();
    (analysis, findings)
}

#[test]
fn a_plan_with_its_names_means_the_same_after_the_journey() {
    let mut secrets = 0;
    for (name, text) in every_plan() {
        let Ok(root) = read(&text).root else { continue };
        let Some(contents) = Contents::of_plan(&root, true) else {
            continue;
        };
        let after = plan_of(&native::fragment(&contents).expect("a link"));
        if !contents.left_out.is_empty() {
            assert!(contents.left_out.iter().all(|left| left.what.is_secret()), "{name}");
            secrets += 1;
            continue;
        }
        let ((before, said_before), (after, said_after)) = (judged(&text), judged(&after));
        assert_eq!(said_before, said_after, "{name}");
        let body = |analysis: &Analysis| analysis.plan().as_ref().and_then(PutPool::of);
        match (body(&before), body(&after)) {
            (Some(before), Some(after)) => {
                assert_eq!(before.body.to_json(), after.body.to_json(), "{name}");
                assert_eq!(
                    (before.url(), before.headers()),
                    (after.url(), after.headers()),
                    "{name}"
                );
            }
            (before, after) => assert_eq!(before.is_some(), after.is_some(), "{name}"),
        }
    }
    assert!(secrets > 2, "plans with secrets were met");
}

#[test]
fn what_is_left_out_by_choice_is_all_that_changes() {
    for (name, text) in every_plan() {
        let Ok(root) = read(&text).root else { continue };
        let Some(contents) = Contents::of_plan(&root, false) else {
            continue;
        };
        let after = plan_of(&native::fragment(&contents).expect("a link"));
        let after_root = parse(&after).expect("JSON");
        // A second journey changes nothing more.
        let again = Contents::of_plan(&after_root, false).expect("a plan");
        assert_eq!(again.json, contents.json, "{name}");
        // And whatever differs is named.
        let mut named: Vec<&str> = contents.left_out.iter().map(|left| left.path.as_str()).collect();
        named.sort_unstable();
        differ(&root, &after_root, "", &mut |path| {
            assert!(is_told(&root, path, &named), "{name}: {path} is not among {named:?}");
        });
    }
}

/// Whether a value is among what was named, says nothing, or holds nothing but such values.
fn is_told(root: &Node, path: &str, named: &[&str]) -> bool {
    let node = root.at(path).expect("there");
    let empty = ["null", "{}", "[]", "\"Unknown\""].contains(&node.to_json().as_str());
    let mut below = node.members().iter();
    named.iter().any(|name| path.starts_with(name))
        || !path.starts_with("/pool") && empty
        || !node.members().is_empty() && below.all(|member| is_told(root, &format!("{path}/{}", member.name), named))
}

/// Tells the places at which a value is not the same in another document. A member with another name is at its own place.
fn differ(one: &Node, other: &Node, at: &str, tell: &mut dyn FnMut(&str)) {
    use batch_pool_planner::model::Value;
    match (&one.value, &other.value) {
        (Value::Object(_), Value::Object(_)) => {
            for member in one.counting_members() {
                let here = batch_pool_planner::model::path::child(at, &member.name);
                match other.get(&member.name) {
                    Some(there) => differ(&member.node, there, &here, tell),
                    None => tell(&here),
                }
            }
        }
        (Value::List(a), Value::List(b)) if a.len() == b.len() => {
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                differ(a, b, &format!("{at}/{index}"), tell);
            }
        }
        _ if one.same_json(other) => {}
        _ => tell(at),
    }
}

#[test]
fn findings_stay_when_the_names_of_the_account_are_left_out() {
    // Whether image and network are in the account's subscription and tenant is what these rules ask for.
    for (name, text) in every_plan() {
        let Ok(root) = read(&text).root else { continue };
        let Some(contents) = Contents::of_plan(&root, false) else {
            continue;
        };
        if contents.left_out.iter().any(|left| left.what.is_secret()) {
            continue;
        }
        let ids = |text: &str| {
            let analysis = analyse(text, AS_OF);
            let mut ids: Vec<&str> = analysis
                .findings
                .iter()
                .map(|located| located.finding.rule.id)
                .collect();
            ids.retain(|id| !about_the_text(id));
            ids.sort_unstable();
            ids
        };
        // What is said of the names themselves goes with them.
        let about_names = ["AB0404", "AB0405", "AB0416"];
        let (mut before, mut after) = (ids(&text), ids(&plan_of(&native::fragment(&contents).expect("a link"))));
        before.retain(|id| !about_names.contains(id));
        after.retain(|id| !about_names.contains(id));
        assert_eq!(before, after, "{name}: {}", contents.json);
    }
}

fn account() -> String {
    format!(
        r#"{{
  // a comment stays at home
  "target": {{ "subscriptionId": "{SUBSCRIPTION}", "tenantId": "{TENANT}", "resourceGroup": "rg-acct",
    "accountName": "myaccount", "region": "westeurope", "poolName": "render" }},
  "image": {{ "tenantId": "{TENANT}", "source": "Unknown" }},
  "neighbours": [],
  "pool": {{
    "identity": {{ "type": "UserAssigned", "userAssignedIdentities": {{
      "/subscriptions/{upper}/resourceGroups/rg-ids/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i": {{}} }} }},
    "properties": {{
      "deploymentConfiguration": {{ "virtualMachineConfiguration": {{ "imageReference": {{
        "id": "/subscriptions/{OTHER}/resourceGroups/rg-img/providers/Microsoft.Compute/galleries/g/images/i/versions/1.0.0" }} }} }},
      "applicationPackages": [{{ "id": "/subscriptions/{SUBSCRIPTION}/resourceGroups/RG-ACCT/providers/Microsoft.Batch/batchAccounts/myaccount/applications/a" }}],
      "networkConfiguration": {{ "subnetId": "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/v/subnets/s" }},
      "startTask": {{ "commandLine": "az login --tenant {TENANT}; az account set -s {SUBSCRIPTION}",
        "resourceFiles": [{{ "httpUrl": "https://s.blob.core.windows.net/c/f.sh?sv=2024&sig=c2VjcmV0%3D" }}],
        "environmentSettings": [{{ "name": "DB_PASSWORD", "value": "hunter2" }}, {{ "name": "MODE", "value": "fast" }}] }},
      "userAccounts": [{{ "name": "u", "password": "pa55" }}],
      "mountConfiguration": [{{ "azureBlobFileSystemConfiguration": {{ "accountName": "store", "accountKey": "a2V5", "sasKey": "" }} }}]
    }}
  }}
}}"#,
        upper = SUBSCRIPTION.to_uppercase()
    )
}

#[test]
fn names_of_the_account_are_left_out_and_what_belongs_together_stays_together() {
    let contents = contents(&account(), false);
    let small = contents.json.to_lowercase();
    for own in [
        SUBSCRIPTION,
        OTHER,
        TENANT,
        "myaccount",
        "rg-acct",
        "hunter2",
        "pa55",
        "a2v5",
        "c2vjcmv0",
        "comment",
    ] {
        assert!(!small.contains(own), "{own}: {}", contents.json);
    }
    let root = parse(&contents.json).expect("JSON");
    let at = |pointer: &str| {
        root.at(pointer)
            .and_then(Node::as_text)
            .unwrap_or_else(|| panic!("{pointer}"))
    };
    let (first, second, third) = (
        "00000000-0000-0000-0000-000000000001",
        "00000000-0000-0000-0000-000000000002",
        "00000000-0000-0000-0000-000000000003",
    );
    assert_eq!((at("/target/subscriptionId"), at("/target/tenantId")), (first, second));
    assert_eq!(at("/image/tenantId"), second);
    let properties = "/pool/properties";
    let image = at(&format!(
        "{properties}/deploymentConfiguration/virtualMachineConfiguration/imageReference/id"
    ));
    assert!(
        image.starts_with(&format!("/subscriptions/{third}/resourceGroups/rg-img/")),
        "{image}"
    );
    let subnet = at(&format!("{properties}/networkConfiguration/subnetId"));
    assert!(
        subnet.starts_with(&format!("/subscriptions/{first}/resourceGroups/rg-net/")),
        "{subnet}"
    );
    let package = at(&format!("{properties}/applicationPackages/0/id"));
    let (group, account) = (at("/target/resourceGroup"), at("/target/accountName"));
    assert_eq!((group, account), ("resource-group-1", "batchaccount1"));
    assert!(
        package.contains(&format!("/resourceGroups/{group}/"))
            && package.contains(&format!("/batchAccounts/{account}/"))
    );
    let identities = root
        .at("/pool/identity/userAssignedIdentities")
        .expect("there")
        .members();
    assert!(identities[0].name.starts_with(&format!("/subscriptions/{first}/")));
    assert_eq!(
        at(&format!("{properties}/startTask/commandLine")),
        format!("az login --tenant {second}; az account set -s {first}")
    );
    assert_eq!(at("/target/region"), "westeurope");
    assert!(root.get("neighbours").is_none() && root.at("/image/source").is_none());
}

#[test]
fn secrets_and_tokens_never_travel_and_each_is_named() {
    for names in [false, true] {
        let contents = contents(&account(), names);
        let secrets: Vec<(&str, What)> = contents
            .left_out
            .iter()
            .filter(|left| left.what.is_secret())
            .map(|left| (left.path.as_str(), left.what))
            .collect();
        assert_eq!(
            secrets,
            [
                ("/pool/properties/startTask/resourceFiles/0/httpUrl", What::Token),
                ("/pool/properties/startTask/environmentSettings/0/value", What::Secret),
                ("/pool/properties/userAccounts/0/password", What::Secret),
                (
                    "/pool/properties/mountConfiguration/0/azureBlobFileSystemConfiguration/accountKey",
                    What::Secret
                ),
            ]
        );
        for secret in ["hunter2", "pa55", "a2V5", "c2VjcmV0"] {
            assert!(!contents.json.contains(secret), "{secret}");
        }
        assert_eq!(contents.json.contains(SUBSCRIPTION), names);
        assert_eq!(contents.json.contains("myaccount"), names);
    }
}

#[test]
fn what_was_read_travels_with_its_time_and_nothing_else_under_its_name() {
    let text = format!(
        r#"{{
  "target": {{ "accountName": "myaccount", "tenantId": "{TENANT}", "poolAllocationMode": "BatchService",
    "quotas": {{ "dedicatedCores": 8 }} }},
  "readings": [
    {{ "path": "/target/quotas/dedicatedCores", "value": 8, "at": "2026-11-21T14:29:00Z" }},
    {{ "path": "/target/accountName", "value": "myaccount", "at": "2026-11-21T14:29:00Z" }},
    {{ "path": "/pool/properties/startTask/userIdentity", "value": {{ "password": "hunter2" }} }},
    {{ "value": ["pa55"] }}, {{ "path": 7, "value": null }}, "x"
  ],
  "pool": {{ "properties": {{ "vmSize": "Standard_D4s_v5",
    "scaleSettings": {{ "fixedScale": {{ "targetDedicatedNodes": 3 }} }} }} }}
}}"#
    );
    for names in [false, true] {
        let contents = contents(&text, names);
        for secret in ["hunter2", "pa55"] {
            assert!(!contents.json.contains(secret), "{secret}");
        }
        assert_eq!(contents.json.contains("myaccount"), names);
        let back = plan_of(&link(&text, names));
        let root = parse(&back).expect("JSON");
        assert_eq!(Plan::read(&root).readings.len(), 1);
        let (analysis, _) = judged(&back);
        let mut found = analysis.findings.iter().map(|located| &located.finding);
        let quota = found
            .find(|finding| finding.rule.id == "AB0223")
            .expect("beyond the quota");
        assert_eq!(quota.severity.name(), "error");
        assert_eq!(
            quota.read_at.map(|at| at.to_string()).as_deref(),
            Some("2026-11-21T14:29:00Z")
        );
    }
}

#[test]
fn names_that_nothing_refers_to_are_simply_left_out() {
    let text = format!(
        r#"{{ "target": {{ "subscriptionId": "{SUBSCRIPTION}", "tenantId": "{TENANT}", "resourceGroup": "rg", "accountName": "acct", "poolName": "p" }}, "pool": {{}} }}"#
    );
    let contents = contents(&text, false);
    assert_eq!(contents.json, r#"{"target":{"poolName":"p"},"pool":{}}"#);
    assert!(contents.left_out.iter().all(|left| left.what == What::Dropped));
    assert_eq!(contents.left_out.len(), 4);
}

#[test]
fn placeholders_are_nobodys_names() {
    let text = r#"{"target":{"subscriptionId":"{subscriptionId}","accountName":"<account>"},"pool":{"x":"/subscriptions/{sub id}/y"}}"#;
    assert_eq!(contents(text, false).json, text);
    assert_eq!(contents(text, false).left_out, []);
}

#[test]
fn two_plans_share_their_stand_ins() {
    let plan = |subscription: &str| {
        parse(&format!(
            r#"{{"target":{{"subscriptionId":"{subscription}"}},"pool":{{"id":"/subscriptions/{SUBSCRIPTION}/x"}}}}"#
        ))
        .expect("JSON")
    };
    let (a, b) = (plan(SUBSCRIPTION), plan(OTHER));
    let contents = Contents::of_comparison([&a, &b], [Some("before"), None], false).expect("two plans");
    assert_eq!(contents.kind, Kind::Comparison);
    let link = native::fragment(&contents).expect("a link");
    assert!(link.starts_with("#/compare/1/"), "{link}");
    let Opened::Comparison { plans, names } = native::open(&link).expect("it opens") else {
        panic!("two plans")
    };
    assert_eq!(names, ["before", ""]);
    let (first, second) = (
        "00000000-0000-0000-0000-000000000001",
        "00000000-0000-0000-0000-000000000002",
    );
    let expected = |own: &str| {
        parse(&format!(
            r#"{{"target":{{"subscriptionId":"{own}"}},"pool":{{"id":"/subscriptions/{first}/x"}}}}"#
        ))
        .expect("JSON")
    };
    assert!(
        parse(&plans[0]).expect("JSON").same_json(&expected(first)),
        "{}",
        plans[0]
    );
    assert!(
        parse(&plans[1]).expect("JSON").same_json(&expected(second)),
        "{}",
        plans[1]
    );
    let paths: Vec<&str> = contents.left_out.iter().map(|left| left.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "/a/target/subscriptionId",
            "/a/pool/id",
            "/b/target/subscriptionId",
            "/b/pool/id"
        ]
    );
}

#[test]
fn a_link_to_one_plan_does_not_open_as_two_and_a_text_is_no_plan() {
    let packed = |kind, json: &str| {
        let deflated = native::deflate(json.as_bytes());
        Packed { kind, deflated }.fragment()
    };
    for (kind, json) in [
        (Kind::Comparison, r#"{"pool":{}}"#),
        (Kind::Comparison, r#"{"a":{"pool":{}},"b":[]}"#),
        (Kind::Plan, "[]"),
        (Kind::Plan, "1"),
        (Kind::Plan, ""),
        (Kind::Plan, "{"),
        (Kind::Plan, r#"{"properties":{"vmSize":"x"}}"#),
    ] {
        assert_eq!(native::open(&packed(kind, json)), Err(Broken::NotAPlan), "{json}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(native::open(&packed(Kind::Plan, &deep)), Err(Broken::NotAPlan));
    let not_utf8 = native::deflate(b"{\"\xff\":1}");
    let link = Packed {
        kind: Kind::Plan,
        deflated: not_utf8,
    }
    .fragment();
    assert_eq!(native::open(&link), Err(Broken::NotAPlan));
}

#[test]
fn a_bomb_does_not_go_off() {
    let bomb = |size: usize| {
        let deflated = native::deflate(&vec![b' '; size]);
        Packed {
            kind: Kind::Plan,
            deflated,
        }
        .fragment()
    };
    assert!(bomb(200 * MOST_JSON).len() < 512 * 1024);
    assert_eq!(native::open(&bomb(200 * MOST_JSON)), Err(Broken::TooLarge));
    assert_eq!(native::open(&bomb(MOST_JSON + 1)), Err(Broken::TooLarge));
    assert_eq!(native::open(&bomb(MOST_JSON)), Err(Broken::NotAPlan));
    let large = format!(r#"{{"pool":{{"x":"{}"}}}}"#, "x".repeat(MOST_JSON));
    assert_eq!(native::fragment(&contents(&large, false)), None);
}

#[test]
fn what_is_deflated_must_end_where_the_link_ends() {
    for wrong in [&b""[..], b"\x00", b"\xff\xff", &native::deflate(b"{\"pool\":{}}")[..5]] {
        let link = Packed {
            kind: Kind::Plan,
            deflated: wrong.to_vec(),
        }
        .fragment();
        assert_eq!(native::open(&link), Err(Broken::Damaged), "{wrong:?}");
    }
    let mut longer = native::deflate(b"{\"pool\":{}}");
    longer.push(0);
    let link = Packed {
        kind: Kind::Plan,
        deflated: longer,
    }
    .fragment();
    assert_eq!(native::open(&link), Err(Broken::Damaged));
}

/// What was in a link, as the golden files write it down.
fn shown(opened: Opened) -> String {
    match opened {
        Opened::Plan(text) => text,
        Opened::Comparison {
            plans: [a, b],
            names: [one, two],
        } => format!("{one}\n{a}{two}\n{b}"),
    }
}

#[test]
fn old_links_keep_working() {
    let mut by_browser = 0;
    for path in files("links") {
        let golden = fs::read_to_string(&path).expect("a text");
        let (link, expected) = golden.split_once('\n').expect("a link and what it holds");
        let opened = native::open(link).unwrap_or_else(|broken| panic!("{}: {broken}", path.display()));
        assert_eq!(shown(opened), expected, "{}", path.display());
        by_browser += usize::from(path.to_string_lossy().contains("chromium"));
    }
    assert!(by_browser > 0, "the browser deflates in its own way");
}

#[test]
fn the_examples_are_far_from_long() {
    for starter in examples::ALL {
        let link = link(starter.text, true);
        assert!(link.len() < LONG / 4, "{}", link.len());
    }
}

fn json() -> impl Strategy<Value = serde_json::Value> {
    let guid = Just(format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/g/providers/p/t/n?sig=x"
    ));
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        "\\PC{0,12}|[\\x01-\\x1f\"\\\\]{0,6}".prop_map(Into::into),
        guid.prop_map(Into::into),
    ];
    let name = prop_oneof![
        "[a-c\"~/é]{0,3}",
        prop::sample::select(vec![
            "target",
            "image",
            "neighbours",
            "accepted",
            "pool",
            "properties",
            "subscriptionId",
            "password",
            "name",
            "value",
            "userAccounts",
            "quotas",
            "accountKey",
            "resourceGroup",
        ])
        .prop_map(str::to_owned)
    ];
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
            prop::collection::btree_map(name.clone(), inner, 0..6)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_document_comes_out_as_it_went_in(pool in json(), target in json(), other in json()) {
        let root = parse(&serde_json::json!({ "target": target, "x": other, "pool": pool }).to_string()).expect("JSON");
        for names in [true, false] {
            let contents = Contents::of_plan(&root, names).expect("a plan");
            let opened = plan_of(&native::fragment(&contents).expect("a link"));
            prop_assert!(parse(&opened).expect("JSON").same_json(&parse(&contents.json).expect("JSON")));
            prop_assert!(!contents.json.contains("sig=x"));
            prop_assert_eq!(names || !contents.json.contains(SUBSCRIPTION), true);
            if contents.left_out.is_empty() {
                let pool = parse(&opened).expect("JSON");
                prop_assert!(pool.get("pool").expect("there").same_json(root.get("pool").expect("there")));
            }
        }
    }

    #[test]
    fn whatever_is_packed_is_opened_or_told(bytes in prop::collection::vec(any::<u8>(), 0..60), comparison in any::<bool>()) {
        let kind = if comparison { Kind::Comparison } else { Kind::Plan };
        let _ = native::open(&Packed { kind, deflated: bytes.clone() }.fragment());
        let _ = native::open(&Packed { kind, deflated: native::deflate(&bytes) }.fragment());
    }
}

#[test]
fn the_words_of_an_expression_do_not_slip_through_where_several_values_belong() {
    let plan = r#"{"target": {"poolName": "p"}, "pool": {"properties": {"vmSize": "[terraform(var.size)]",
        "userAccounts": "[terraform(dynamic \"user_accounts\" { password = \"HARD1\" })]",
        "mountConfiguration": ["[bicep({cifsMountConfiguration: {password: 'HARD2'}})]"],
        "startTask": {"environmentSettings": "[terraform(merge(local.c, { DB_PASSWORD = \"HARD3\" }))]"},
        "deploymentConfiguration": {"virtualMachineConfiguration": {"extensions": [{"name": "e",
            "settings": "[terraform(jsonencode({storageAccountKey = \"HARD4\"}))]"}]}}}}}"#;
    let root = read(plan).root.expect("readable");
    for names in [false, true] {
        let contents = Contents::of_plan(&root, names).expect("a plan");
        assert!(!contents.json.contains("HARD"), "{}", contents.json);
        assert!(contents.json.contains("[terraform(var.size)]"), "{}", contents.json);
        assert_eq!(contents.left_out.iter().filter(|left| left.what.is_secret()).count(), 4);
    }
    let request = PutPool::of(&Plan::read(&root)).expect("a pool");
    for emitter in emit::ALL.iter().filter(|emitter| emitter.id != "arm") {
        let output = emitter.write(&request);
        assert!(!output.text.contains("HARD"), "{}: {}", emitter.id, output.text);
    }
}

#[test]
fn tags_settings_and_variables_named_like_secrets_are_left_out() {
    let plan = r#"{"pool": {"properties": {"vmSize": "s", "resourceTags": {"secret": "HARD1", "team": "kept1"},
        "startTask": {"commandLine": "run --password HARD2 --token=HARD3",
            "environmentSettings": [{"name": "MYSQL_PWD", "value": "HARD4"}, {"name": "AUTHOR", "value": "kept2"}]},
        "deploymentConfiguration": {"virtualMachineConfiguration": {"extensions": [{"name": "e",
            "settings": {"apiKey": "HARD5", "nested": {"connectionString": "HARD6"}, "fileUris": ["https://f/api?code=HARD7"]}}]}}}}}"#;
    let root = read(plan).root.expect("readable");
    let contents = Contents::of_plan(&root, true).expect("a plan");
    assert!(!contents.json.contains("HARD"), "{}", contents.json);
    assert!(
        contents.json.contains("kept1") && contents.json.contains("kept2"),
        "{}",
        contents.json
    );
}
