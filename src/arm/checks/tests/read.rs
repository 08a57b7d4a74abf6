//! What each check tells of the answers it gets.

use super::*;
use crate::analysis::analyse;
use crate::model::{CalendarDate, path};

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
        "The quota is 1 000 cores, of which other pools use 280 cores: there is no room for 200 dedicated nodes.",
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
    assert_eq!(told(&all, "rights").more.len(), 1, "what is allowed takes one line");
    let (write, read) = (
        "Microsoft.Batch/batchAccounts/pools/write",
        "Microsoft.Batch/batchAccounts/pools/read",
    );
    assert!(said(&all, "rights").contains(&format!("Allowed: `{write}`, `{read}`, `")));
    let reader = of(r#"{ "value": [{ "actions": ["*/read"], "notActions": [] },
        { "actions": ["Microsoft.Batch/*"], "notActions": ["Microsoft.Batch/batchAccounts/*/write"] }] }"#);
    assert_eq!(told(&reader, "rights").verdict, Verdict::Trouble);
    assert!(said(&reader, "rights").contains("Missing: `Microsoft.Batch/batchAccounts/pools/write`."));
    let no_delete = of(r#"{ "value": [{ "actions": ["*"], "notActions": ["*/delete"] }] }"#);
    assert_eq!(told(&no_delete, "rights").verdict, Verdict::Note);
    assert_eq!(told(&no_delete, "rights").more.len(), 2);
    assert!(said(&no_delete, "rights").contains(&format!("Allowed: `{write}`, `{read}`.")));
}
