//! The checks against answers written by hand, in the shapes of the contracts.

use proptest::prelude::*;

use super::*;
use crate::analysis::analyse;
use crate::arm::Answer;
use crate::input::{apply, parse};
use crate::model::{CalendarDate, path};
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
    let mut all = told.summary.text(Language::English);
    for (_, line) in &told.more {
        all.push('\n');
        all.push_str(&line.text(Language::English));
    }
    all.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn the_account_tells_region_mode_and_quotas() {
    let text = with_image(MANAGED);
    let (checks, routes) = run(&text, &[(&format!("{ACCOUNT}?"), 200, ACCOUNT_BODY)]);
    assert_eq!(routes[0], format!("{ACCOUNT}?api-version=2025-06-01"));
    let said = said(&checks, "account");
    assert!(
        said.starts_with("`westeurope`, Batch service mode: 1 000 cores dedicated, 500 cores Spot, 20 pools."),
        "{said}"
    );
    assert!(said.contains("Quota `standardDSv5Family` of the VM series of `Standard_D4s_v5`: 400 cores."));
    let root = parse(&text).unwrap();
    let text = apply(&text, &checks.edits(&Plan::read(&root))).unwrap();
    let root = parse(&text).unwrap();
    let plan = Plan::read(&root);
    assert_eq!(plan.target.region, Some("westeurope"));
    let family = path::child(path::QUOTA_PER_FAMILY, "standardDSv5Family");
    for path in [
        path::REGION,
        path::ALLOCATION_MODE,
        path::QUOTA_DEDICATED,
        path::QUOTA_SPOT,
        path::QUOTA_POOLS,
        &family,
    ] {
        assert_eq!(plan.read_at(path), Some(NOW), "{path}");
    }
    assert_eq!(plan.readings.len(), 6);
}

#[test]
fn a_quota_that_was_read_makes_an_error_of_what_exceeds_it() {
    let text = with_image(MANAGED);
    let (checks, _) = run(&text, &[(&format!("{ACCOUNT}?"), 200, ACCOUNT_BODY)]);
    let root = parse(&text).unwrap();
    let text = apply(&text, &checks.edits(&Plan::read(&root))).unwrap();
    let analysis = analyse(&text, CalendarDate::new(2026, 11, 22));
    let found = analysis
        .findings
        .iter()
        .find(|located| located.finding.rule.id == "AB0226")
        .unwrap();
    assert_eq!(found.finding.severity.name(), "error");
    assert_eq!(found.finding.read_at, Some(NOW));
    assert!(found.finding.basis_said(Language::English).starts_with("read 22"));
}

#[test]
fn an_account_in_user_subscription_mode_has_no_core_quotas() {
    let body = r#"{ "location": "uksouth", "properties": { "poolAllocationMode": "UserSubscription", "poolQuota": 20,
        "dedicatedCoreQuota": null, "lowPriorityCoreQuota": null, "provisioningState": "Creating",
        "allowedAuthenticationModes": ["AAD"] } }"#;
    let text = with_image(MANAGED).replace(r#""poolName""#, r#""region": "westeurope", "poolName""#);
    let (checks, _) = run(&text, &[(&format!("{ACCOUNT}?"), 200, body)]);
    let said = said(&checks, "account");
    for part in [
        "user subscription mode",
        "the plan says `westeurope`",
        "its state is `Creating`",
        "Entra ID only",
    ] {
        assert!(said.contains(part), "{said}");
    }
    assert_eq!(told(&checks, "account").verdict, Verdict::Trouble);
    let paths: Vec<&str> = told(&checks, "account")
        .readings
        .iter()
        .map(|reading| &*reading.path)
        .collect();
    assert_eq!(
        paths,
        [
            path::REGION,
            path::ALLOCATION_MODE,
            path::QUOTA_POOLS,
            path::AUTHENTICATION
        ]
    );
}

#[test]
fn the_size_is_looked_for_on_every_page() {
    let first = r#"{ "value": [{ "name": "Standard_D1_v2" }],
        "nextLink": "https://elsewhere.example/subscriptions/s1/page2?skip=1" }"#;
    let second = r#"{ "value": [{ "name": "STANDARD_D4S_V5", "batchSupportEndOfLife": "2028-05-01T00:00:00Z",
        "capabilities": [{ "name": "vCPUs", "value": "4" }, { "name": "LowPriorityCapable", "value": "False" }] }] }"#;
    let sizes = "/subscriptions/s1/providers/Microsoft.Batch/locations/westeurope/virtualMachineSkus?";
    let account = format!("{ACCOUNT}?");
    let text = with_image(MANAGED);
    let answers = [
        (&*account, 200, ACCOUNT_BODY),
        (sizes, 200, first),
        ("/subscriptions/s1/page2", 200, second),
    ];
    let (checks, routes) = run(&text, &answers);
    assert!(
        routes.contains(&"/subscriptions/s1/page2?skip=1".to_owned()),
        "the endpoint is never taken from an answer"
    );
    let all = said(&checks, "size");
    assert!(
        all.starts_with("`Standard_D4s_v5` is offered to Batch in `westeurope`, with 4 vCPUs."),
        "{all}"
    );
    assert!(all.contains("Batch retires this size on 1 May 2028.") && all.contains("cannot be had as Spot"));
    let (checks, _) = run(
        &text,
        &[(&account, 200, ACCOUNT_BODY), (sizes, 200, r#"{ "value": [] }"#)],
    );
    assert_eq!(told(&checks, "size").verdict, Verdict::Trouble);
    // A chain without an end is left.
    let endless = r#"{ "value": [], "nextLink": "/subscriptions/s1/page2?skip=1" }"#;
    let answers = [
        (&*account, 200, ACCOUNT_BODY),
        (sizes, 200, endless),
        ("/subscriptions/s1/page2", 200, endless),
    ];
    assert_eq!(told(&run(&text, &answers).0, "size").verdict, Verdict::Trouble);
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
fn a_managed_image_tells_where_it_is_and_what_it_was_made_from() {
    let body = r#"{ "name": "img", "location": "West US", "properties": { "provisioningState": "created",
        "hyperVGeneration": "V2", "storageProfile": { "osDisk": { "osType": "Linux", "osState": "Generalized",
        "snapshot": { "id": "/subscriptions/s1/resourceGroups/g/providers/Microsoft.Compute/snapshots/snap" } },
        "dataDisks": [{ "lun": 0 }] } } }"#;
    let (checks, routes) = run(
        &with_image(MANAGED),
        &[
            (&format!("{ACCOUNT}?"), 200, ACCOUNT_BODY),
            (&format!("{MANAGED}?"), 200, body),
        ],
    );
    assert!(routes.contains(&format!("{MANAGED}?api-version=2024-11-01")));
    let all = said(&checks, "image");
    for part in [
        "It is in `West US`, the account in `westeurope`.",
        "Made from `snap`.",
        "1 data disk",
    ] {
        assert!(all.contains(part), "{all}");
    }
    let readings = &told(&checks, "image").readings;
    let value = |path: &str| {
        readings
            .iter()
            .find(|one| one.path == path)
            .and_then(|one| one.value.as_text())
    };
    assert_eq!(value(path::IMAGE_SOURCE), Some("Snapshot"));
    assert_eq!(value(path::IMAGE_GENERATION), Some("V2"));
    assert_eq!(value(path::IMAGE_OS), Some("Linux"));
}

const VERSION_BODY: &str = r#"{ "name": "1.0.0", "location": "northeurope", "properties": {
    "publishingProfile": { "replicaCount": 1, "excludeFromLatest": true, "endOfLifeDate": "2025-01-01T00:00:00Z",
      "targetRegions": [{ "name": "West Europe", "regionalReplicaCount": 2 }, { "name": "North Europe" }] },
    "storageProfile": { "source": { "id": "/subscriptions/s1/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm" } },
    "replicationStatus": { "aggregatedState": "Completed",
      "summary": [{ "region": "West Europe", "state": "Completed", "progress": 100 }] },
    "provisioningState": "Succeeded" } }"#;
const DEFINITION_BODY: &str = r#"{ "name": "def", "location": "northeurope", "properties": { "osType": "Linux",
    "osState": "Generalized", "hyperVGeneration": "V2", "features": [{ "name": "SecurityType", "value": "TrustedLaunch" }],
    "purchasePlan": { "name": "plan", "publisher": "p", "product": "q" } } }"#;

#[test]
fn a_gallery_version_tells_its_replicas_and_its_definition() {
    let version = format!("{DEFINITION}/versions/1.0.0");
    let answers = [
        (&*format!("{ACCOUNT}?"), 200, ACCOUNT_BODY),
        (
            &*format!("{version}?$expand=ReplicationStatus&api-version=2024-03-03"),
            200,
            VERSION_BODY,
        ),
        (&*format!("{DEFINITION}?"), 200, DEFINITION_BODY),
    ];
    let text = with_image(&version);
    let (checks, _) = run(&text, &answers);
    let all = said(&checks, "image");
    for part in [
        "Version `1.0.0`: 2 replicas in `westeurope`.",
        "excluded from `latest`",
        "Its end of life was",
        "allows only VMs of security type `TrustedLaunch`; the plan has none",
        "Purchase plan: `plan`.",
    ] {
        assert!(all.contains(part), "{all}");
    }
    let root = parse(&text).unwrap();
    let text = apply(&text, &checks.edits(&Plan::read(&root))).unwrap();
    let root = parse(&text).unwrap();
    let plan = Plan::read(&root);
    assert_eq!(
        (plan.image.replicas, plan.image.has_purchase_plan),
        (Some(2), Some(true))
    );
    assert_eq!(plan.read_at(path::IMAGE_REPLICAS), Some(NOW));
    assert_eq!(plan.image.source, Some(crate::model::ImageSource::VirtualMachine));
}

#[test]
fn a_version_without_a_replica_in_the_region_has_none() {
    let version = format!("{DEFINITION}/versions/1.0.0");
    let elsewhere = VERSION_BODY.replace("West Europe", "East US");
    let unfinished = VERSION_BODY.replacen(r#""state": "Completed""#, r#""state": "Replicating""#, 1);
    for (body, part, replicas) in [
        (elsewhere, "not replicated to `westeurope`", Some(0)),
        (unfinished, "is not complete: `Replicating`", None),
    ] {
        let answers = [
            (&*format!("{ACCOUNT}?"), 200, ACCOUNT_BODY),
            (&*format!("{version}?"), 200, &*body),
            (&*format!("{DEFINITION}?"), 403, "{}"),
        ];
        let (checks, _) = run(&with_image(&version), &answers);
        let all = said(&checks, "image");
        assert!(
            all.contains(part) && all.contains("The definition could not be read."),
            "{all}"
        );
        assert_eq!(told(&checks, "image").verdict, Verdict::Trouble);
        let readings = &told(&checks, "image").readings;
        let read = readings.iter().find(|one| one.path == path::IMAGE_REPLICAS);
        assert_eq!(read.and_then(|one| one.value.as_whole()), replicas);
    }
}

#[test]
fn a_definition_without_a_version_tells_no_replicas() {
    let answers = [
        (&*format!("{ACCOUNT}?"), 200, ACCOUNT_BODY),
        (&*format!("{DEFINITION}?"), 200, DEFINITION_BODY),
    ];
    let (checks, _) = run(&with_image(DEFINITION), &answers);
    assert!(said(&checks, "image").starts_with("Definition `def`; no version is named"));
}

#[test]
fn a_subnet_tells_its_free_addresses_and_its_region() {
    let used: Vec<&str> = (0..60).map(|_| r#"{ "id": "x" }"#).collect();
    let subnet = format!(
        r#"{{ "name": "nodes", "properties": {{ "addressPrefix": "10.0.0.0/24", "ipConfigurations": [{}],
        "delegations": [{{ "properties": {{ "serviceName": "Microsoft.Web/serverFarms" }} }}] }} }}"#,
        used.join(",")
    );
    let id = format!("{NETWORK}/subnets/nodes");
    let text = plan("", &format!(r#", "networkConfiguration": {{ "subnetId": "{id}" }}"#));
    let account = format!("{ACCOUNT}?");
    let network = format!("{NETWORK}?api-version=2024-05-01");
    let body = r#"{ "location": "northeurope", "properties": {} }"#;
    let (checks, _) = run(
        &text,
        &[
            (&account, 200, ACCOUNT_BODY),
            (&format!("{id}?"), 200, &subnet),
            (&network, 200, body),
        ],
    );
    let all = said(&checks, "subnet");
    for part in [
        "`nodes`: 191 addresses free of 251",
        "210 nodes need an address each; 191 are free.",
        "delegated to `Microsoft.Web/serverFarms`",
        "The virtual network is in `northeurope`, the account in `westeurope`.",
    ] {
        assert!(all.contains(part), "{all}");
    }
    let (checks, _) = run(
        &text,
        &[(&account, 200, ACCOUNT_BODY), (&format!("{id}?"), 200, &subnet)],
    );
    assert!(said(&checks, "subnet").contains("its region is not known"));
}

#[test]
fn public_addresses_are_read_one_after_another() {
    let ip =
        |name: &str| format!("/subscriptions/s1/resourceGroups/g/providers/Microsoft.Network/publicIPAddresses/{name}");
    let [one, two, three] = ["one", "two", "three"].map(ip);
    let text = plan(
        "",
        &format!(
            r#", "networkConfiguration": {{ "publicIPAddressConfiguration": {{ "provision": "UserManaged",
            "ipAddressIds": ["{one}", "{two}", "{three}"] }} }}"#
        ),
    );
    let good = r#"{ "location": "westeurope", "sku": { "name": "Standard" }, "properties": {
        "publicIPAllocationMethod": "Static", "dnsSettings": { "fqdn": "a.example" } } }"#;
    let bad = r#"{ "location": "eastus", "sku": { "name": "Basic" }, "properties": {
        "publicIPAllocationMethod": "Dynamic", "ipConfiguration": { "id": "x" } } }"#;
    let answers = [
        (&*format!("{ACCOUNT}?"), 200, ACCOUNT_BODY),
        (&*one, 200, good),
        (&*three, 200, bad),
    ];
    let (checks, _) = run(&text, &answers);
    let all = said(&checks, "addresses");
    for part in [
        "Read: 3 public IP addresses.",
        "`two` could not be read.",
        "`three` is in `eastus`",
        "`three` has SKU `Basic`",
        "`three` is allocated as `Dynamic`",
        "`three` is used already.",
        "`three` has no DNS name.",
    ] {
        assert!(all.contains(part), "{all}");
    }
    assert!(!all.contains("`one`"));
}

fn pool(name: &str, image: &str, current: i64, target: i64) -> String {
    format!(
        r#"{{ "name": "{name}", "properties": {{ "vmSize": "STANDARD_D4S_V5", "currentDedicatedNodes": {current},
        "currentLowPriorityNodes": 1, "scaleSettings": {{ "fixedScale": {{ "targetDedicatedNodes": {target} }} }},
        "deploymentConfiguration": {{ "virtualMachineConfiguration": {{ "imageReference": {{ "id": "{image}" }} }} }} }} }}"#
    )
}

#[test]
fn the_other_pools_are_counted_over_all_pages() {
    let upper = MANAGED.to_ascii_uppercase().replace("/SUBSCRIPTIONS", "/subscriptions");
    let first = format!(
        r#"{{ "value": [{}, {}], "nextLink": "https://management.azure.com{ACCOUNT}/page2" }}"#,
        pool("Render", MANAGED, 50, 50),
        pool("other", &upper, 30, 60)
    );
    let second = format!(r#"{{ "value": [{}] }}"#, pool("third", "/x", 40, 40));
    let answers = [
        (&*format!("{ACCOUNT}?"), 200, ACCOUNT_BODY),
        (&*format!("{ACCOUNT}/pools?"), 200, &*first),
        (&*format!("{ACCOUNT}/page2"), 200, &*second),
    ];
    let (checks, _) = run(&with_image(MANAGED), &answers);
    let all = said(&checks, "pools");
    for part in [
        "3 pools in the account; cores in use: 280 dedicated, 8 Spot",
        "There is a pool `render` already.",
        "On the same image: 1 pool with 60 dedicated nodes and 1 Spot node.",
        "The quota has 1 000 cores, of which other pools use 280 cores: 200 dedicated nodes do not fit.",
    ] {
        assert!(all.contains(part), "{all}");
    }
    let neighbours = &told(&checks, "pools").readings[0];
    assert_eq!(
        neighbours.value.to_json(),
        r#"[{"poolName":"other","dedicated":60,"spot":1}]"#
    );
}

#[test]
fn rights_come_from_any_entry_and_are_taken_away_within_one() {
    let scope = format!("{ACCOUNT}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01");
    let of = |body: &str| run(&with_image(MANAGED), &[(&scope, 200, body)]).0;
    let all = of(r#"{ "value": [{ "actions": ["*"], "notActions": [] }] }"#);
    assert_eq!(told(&all, "rights").verdict, Verdict::Fine);
    let reader = of(r#"{ "value": [{ "actions": ["*/read"], "notActions": [] },
        { "actions": ["Microsoft.Batch/*"], "notActions": ["Microsoft.Batch/batchAccounts/*/write"] }] }"#);
    assert_eq!(told(&reader, "rights").verdict, Verdict::Trouble);
    assert!(said(&reader, "rights").contains("Missing: `Microsoft.Batch/batchAccounts/pools/write`."));
    let no_delete = of(r#"{ "value": [{ "actions": ["*"], "notActions": ["*/delete"] }] }"#);
    assert_eq!(told(&no_delete, "rights").verdict, Verdict::Note);
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
    assert!(skipped(&with_image("/subscriptions/{sub}/x"), "image-rights").contains("none that can be read"));
    assert!(skipped(&with_image(MANAGED), "subnet").contains("no subnet"));
    assert!(skipped(r#"{ "pool": { "properties": {} } }"#, "account").contains("does not say which account"));
    assert!(skipped(&with_image(MANAGED).replace("acct", "{account}"), "pools").contains("which account"));
    // Nobody is led to another place by dots.
    assert!(skipped(&with_image(&MANAGED.replace("/img", "/..")), "image").contains("none that can be read"));
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
