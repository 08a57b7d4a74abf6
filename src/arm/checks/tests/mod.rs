//! The checks against answers written by hand, in the shapes of the contracts.

mod read;

use proptest::prelude::*;

use super::*;
use crate::arm::Answer;
use crate::input::{apply, parse};
use crate::words::Language;

const NOW: Moment = Moment(1_763_822_940_000);
const ACCOUNT: &str = "/subscriptions/s1/resourceGroups/g/providers/Microsoft.Batch/batchAccounts/acct";
const MANAGED: &str = "/subscriptions/s1/resourceGroups/g/providers/Microsoft.Compute/images/img";
const DEFINITION: &str = "/subscriptions/s1/resourceGroups/g/providers/Microsoft.Compute/galleries/gal/images/def";
const NETWORK: &str = "/subscriptions/s1/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/net";

const ACCOUNT_BODY: &str = r#"{ "name": "acct", "location": "westeurope", "properties": {
    "accountEndpoint": "acct.westeurope.batch.azure.com", "provisioningState": "Succeeded",
    "poolAllocationMode": "BatchService", "dedicatedCoreQuota": 1000, "lowPriorityCoreQuota": 500, "poolQuota": 20,
    "dedicatedCoreQuotaPerVMFamilyEnforced": true,
    "dedicatedCoreQuotaPerVMFamily": [
        { "name": "standardDSv5Family", "coreQuota": 400 }, { "name": "standardHBSFamily", "coreQuota": 0 }],
    "allowedAuthenticationModes": ["AAD", "SharedKey", "TaskAuthenticationToken"] } }"#;

fn plan(image: &str, more: &str) -> String {
    format!(
        r#"{{ "target": {{ "subscriptionId": "s1", "resourceGroup": "g", "accountName": "acct", "poolName": "render" }},
        "pool": {{ "properties": {{ "vmSize": "Standard_D4s_v5",
          "deploymentConfiguration": {{ "virtualMachineConfiguration": {{ {image} }} }},
          "scaleSettings": {{ "fixedScale": {{ "targetDedicatedNodes": 200, "targetLowPriorityNodes": 10 }} }}{more} }} }} }}"#
    )
}

fn with_image(id: &str) -> String {
    plan(&format!(r#""imageReference": {{ "id": "{id}" }}"#), "")
}

/// What answers: the status and body for a route that begins so.
type Answers<'a> = &'a [(&'a str, u16, &'a str)];

fn outcome(status: u16, body: &str) -> Outcome {
    Outcome::of(Ok(Answer {
        status,
        headers: Vec::new(),
        body: body.to_owned(),
    }))
}

/// Runs all checks of a plan; what no answer is given for is not found. Gives the routes as well.
fn run(text: &str, answers: Answers) -> (Checks, Vec<String>) {
    let root = parse(text).unwrap();
    let mut checks = Checks::of(&Plan::read(&root));
    let mut routes = Vec::new();
    loop {
        let wanted = checks.wanted(AT_ONCE);
        assert!(wanted.len() <= AT_ONCE);
        if wanted.is_empty() {
            return (checks, routes);
        }
        for (index, call) in wanted {
            assert!(call.method.is_read());
            assert_eq!(checks.list()[index].call(), Some(&call));
            let found = answers.iter().find(|(start, ..)| call.route.starts_with(start));
            let (status, body) = found.map_or((404, "{}"), |(_, status, body)| (*status, *body));
            checks.heard(index, outcome(status, body), NOW);
            routes.push(call.route);
        }
    }
}

fn check<'a>(checks: &'a Checks, id: &str) -> &'a Check {
    checks.list().iter().find(|check| check.id == id).unwrap()
}

fn told<'a>(checks: &'a Checks, id: &str) -> &'a Told {
    match &check(checks, id).state {
        CheckState::Done(told) => told,
        other => panic!("{id}: {other:?}"),
    }
}

/// Everything a check told, in English.
fn said(checks: &Checks, id: &str) -> String {
    let told = told(checks, id);
    let lines = || told.more.iter().map(|(_, line)| line);
    for language in Language::ALL {
        for message in std::iter::once(&told.summary).chain(lines()) {
            let text = message.text(language);
            assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
            assert!(
                ![" ;", " :", " ?", " !"].iter().any(|loose| text.contains(loose)),
                "{text}"
            );
        }
    }
    let mut all = told.summary.text(Language::English);
    for line in lines() {
        all.push('\n');
        all.push_str(&line.text(Language::English));
    }
    all.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn older_plans_read_the_sizes_in_the_first_version_that_has_them() {
    let text = with_image(MANAGED).replace(
        r#""poolName""#,
        r#""apiVersion": "2019-08-01", "region": "West Europe", "poolName""#,
    );
    let root = parse(&text).unwrap();
    let checks = Checks::of(&Plan::read(&root));
    let route = &check(&checks, "size").call().unwrap().route;
    assert!(
        route.ends_with("/locations/westeurope/virtualMachineSkus?api-version=2021-06-01"),
        "{route}"
    );
    assert!(
        check(&checks, "pools")
            .call()
            .unwrap()
            .route
            .ends_with("/pools?api-version=2019-08-01")
    );
}

#[test]
fn what_is_refused_stops_no_other_check() {
    let answers = [
        (
            &*format!("{ACCOUNT}?"),
            403,
            r#"{ "error": { "code": "AuthorizationFailed" } }"#,
        ),
        (&*format!("{ACCOUNT}/pools?"), 200, r#"{ "value": [] }"#),
        (&*format!("{MANAGED}?"), 404, "{}"),
    ];
    let (checks, routes) = run(&with_image(MANAGED), &answers);
    assert!(matches!(
        check(&checks, "account").state,
        CheckState::Failed(Outcome::Forbidden(_))
    ));
    assert!(matches!(
        check(&checks, "image").state,
        CheckState::Failed(Outcome::NotFound(_))
    ));
    assert!(
        matches!(check(&checks, "size").state, CheckState::Skipped(_)),
        "no region is known"
    );
    assert!(matches!(check(&checks, "pools").state, CheckState::Done(_)));
    assert!(
        check(&checks, "account")
            .trouble()
            .unwrap()
            .text(Language::English)
            .contains("403 to both")
    );
    assert_eq!(routes.len(), 5);
    assert_eq!(checks.progress(), (5, 5));
}

#[test]
fn others_wait_for_the_account_but_no_more_than_allowed_are_under_way() {
    let root = parse(&with_image(MANAGED)).unwrap();
    let plan = Plan::read(&root);
    let mut checks = Checks::of(&plan);
    let first = checks.wanted(AT_ONCE);
    assert_eq!(first.iter().map(|(index, _)| *index).collect::<Vec<_>>(), [0, 1, 4]);
    assert!(checks.wanted(AT_ONCE).is_empty());
    assert!(checks.waits_for(7).is_some());
    checks.heard(0, outcome(200, ACCOUNT_BODY), NOW);
    assert!(checks.waits_for(7).is_none());
    assert_eq!(checks.wanted(AT_ONCE).len(), 1);
    checks.cancel();
    assert!(checks.list().iter().all(Check::is_over));
    checks.heard(1, outcome(200, "{}"), NOW);
    assert!(matches!(
        check(&checks, "rights").state,
        CheckState::Failed(Outcome::Failed(Failure::Cancelled))
    ));
    assert!(checks.edits(&plan).len() > 4, "what was read before stays");
}

#[test]
fn what_cannot_be_read_says_why() {
    let skipped = |text: &str, id: &str| {
        let root = parse(text).unwrap();
        let checks = Checks::of(&Plan::read(&root));
        match &check(&checks, id).state {
            CheckState::Skipped(why) => why.text(Language::English),
            other => panic!("{other:?}"),
        }
    };
    let marketplace = plan(
        r#""imageReference": { "publisher": "p", "offer": "o", "sku": "s" }"#,
        "",
    );
    assert!(skipped(&marketplace, "image").contains("Marketplace"));
    assert!(skipped(&with_image("https://a.blob.core.windows.net/v/os.vhd"), "image").contains("VHD"));
    assert!(skipped(&with_image("/subscriptions/{sub}/x"), "image-rights").contains("cannot be read"));
    assert!(skipped(&with_image(MANAGED), "subnet").contains("no subnet"));
    assert!(skipped(r#"{ "pool": { "properties": {} } }"#, "account").contains("does not say which account"));
    assert!(skipped(&with_image(MANAGED).replace("acct", "{account}"), "pools").contains("which account"));
    // Nobody is led to another place by dots.
    assert!(skipped(&with_image(&MANAGED.replace("/img", "/..")), "image").contains("cannot be read"));
}

fn any_json() -> impl Strategy<Value = Node> {
    let names = [
        "value",
        "properties",
        "location",
        "name",
        "nextLink",
        "storageProfile",
        "osDisk",
        "publishingProfile",
        "targetRegions",
        "regionalReplicaCount",
        "replicationStatus",
        "summary",
        "region",
        "state",
        "addressPrefix",
        "ipConfigurations",
        "dedicatedCoreQuota",
        "poolQuota",
        "actions",
        "notActions",
        "vmSize",
        "currentDedicatedNodes",
        "scaleSettings",
        "fixedScale",
        "targetDedicatedNodes",
        "capabilities",
        "features",
        "purchasePlan",
        "osType",
        "osState",
    ];
    let texts = [
        "westeurope",
        "*",
        "10.0.0.0/24",
        "/",
        "Standard_D4s_v5",
        "SecurityType",
        "2026-01-01T00:00:00Z",
        "é",
        "",
    ];
    let leaf = prop_oneof![
        Just(Node::null()),
        any::<bool>().prop_map(Node::bool),
        any::<i64>().prop_map(Node::number),
        proptest::sample::select(texts.to_vec()).prop_map(Node::text),
    ];
    leaf.prop_recursive(5, 48, 6, move |inner| {
        let member = (proptest::sample::select(names.to_vec()), inner.clone());
        prop_oneof![
            proptest::collection::vec(inner, 0..4).prop_map(Node::list),
            proptest::collection::vec(member, 0..6).prop_map(Node::object),
        ]
    })
}

proptest! {
    #[test]
    fn any_answer_tells_something_or_cannot_be_read(bodies in proptest::collection::vec(any_json(), 1..12), gallery: bool) {
        let image = if gallery { format!("{DEFINITION}/versions/1.0.0") } else { MANAGED.to_owned() };
        let more = format!(r#", "networkConfiguration": {{ "subnetId": "{NETWORK}/subnets/nodes" }}"#);
        let text = plan(&format!(r#""imageReference": {{ "id": "{image}" }}"#), &more);
        let root = parse(&text).unwrap();
        let plan = Plan::read(&root);
        let mut checks = Checks::of(&plan);
        let mut answers = bodies.iter().cycle();
        for _ in 0..1_000 {
            let wanted = checks.wanted(AT_ONCE);
            for (index, _) in &wanted {
                let body = answers.next().map(Node::to_json).unwrap_or_default();
                checks.heard(*index, outcome(200, &body), NOW);
            }
            if wanted.is_empty() {
                break;
            }
        }
        prop_assert!(checks.list().iter().all(Check::is_over));
        let text = apply(&text, &checks.edits(&plan));
        prop_assert!(text.is_ok());
    }
}
