//! Calls and answers, one by one.

use batch_pool_planner::arm::{Answer, Call, Method};
use batch_pool_planner::explain::{explain, in_plan};
use batch_pool_planner::input::parse;
use batch_pool_planner::model::{Node, Plan};
use batch_pool_planner::practice::{Break, Cloud, SAMPLES};

use crate::{ENDPOINT, MINUTE, ask, base, body, cloud, code, get, image, json, pool_route, put, text, whole};

fn patch(name: &str, body: &str) -> Call {
    Call::new(Method::Patch, pool_route(name)).json(body.to_owned())
}

fn resize(name: &str, dedicated: i64) -> Call {
    let scale = format!(r#"{{ "fixedScale": {{ "targetDedicatedNodes": {dedicated}, "resizeTimeout": "PT20M" }} }}"#);
    patch(name, &format!(r#"{{ "properties": {{ "scaleSettings": {scale} }} }}"#))
}

fn post(name: &str, action: &str) -> Call {
    Call::new(Method::Post, pool_route(name).replace("?", &format!("/{action}?")))
}

fn steady(dedicated: i64, spot: i64) -> Cloud {
    let mut cloud = cloud();
    assert_eq!(ask(&mut cloud, &put("p", &body(dedicated, spot))).status, 200);
    cloud.advance(60 * MINUTE);
    assert_eq!(
        text(&json(&get(&mut cloud, "p")), "/properties/allocationState"),
        "Steady"
    );
    cloud
}

fn errors(answer: &Answer) -> Vec<String> {
    let told = json(answer);
    let errors = told
        .at("/properties/resizeOperationStatus/errors")
        .map_or(&[][..], Node::items);
    errors.iter().map(|error| text(error, "/code").to_owned()).collect()
}

#[test]
fn without_a_token_or_an_api_version_nothing_is_answered() {
    let mut cloud = cloud();
    for bearer in [None, Some(""), Some("  ")] {
        let answer = cloud.answer(&Call::get(pool_route("p")), bearer, ENDPOINT);
        assert_eq!(
            (answer.status, code(&answer).as_str()),
            (401, "AuthenticationFailedMissingToken")
        );
        assert!(answer.header("WWW-Authenticate").unwrap().starts_with("Bearer"));
    }
    for (query, wanted) in [
        ("", "MissingApiVersionParameter"),
        ("?api-version=", "MissingApiVersionParameter"),
        ("?api-version=2025-06-02", "NoRegisteredProviderFound"),
    ] {
        let answer = ask(&mut cloud, &Call::get(format!("{}{query}", base())));
        assert_eq!((answer.status, code(&answer).as_str()), (400, wanted));
    }
    let route = format!("{}?api-version=soon", image());
    assert_eq!(code(&ask(&mut cloud, &Call::get(route))), "InvalidApiVersionParameter");
}

#[test]
fn what_is_not_there_is_said_in_the_one_shape_of_error() {
    let mut cloud = cloud();
    let other = base().replace("practicebatch", "nobody");
    for (route, status, wanted) in [
        (base().replace("5b0d7c1e", "00000000"), 404, "SubscriptionNotFound"),
        (other.clone(), 404, "AccountNotFound"),
        (format!("{other}/pools/p"), 404, "AccountNotFound"),
        (format!("{}/pools/p", base()), 404, "PoolNotFound"),
        (format!("{}/pools/p/nodes", base()), 404, "InvalidResourceType"),
        (
            format!("{}/poolOperationResults/delete-p-1", base()),
            404,
            "ResourceNotFound",
        ),
        (image().replace("1.0.0", "1.0.1"), 404, "ResourceNotFound"),
        ("/".to_owned(), 404, "InvalidResourceType"),
        ("/subscriptions".to_owned(), 404, "InvalidResourceType"),
    ] {
        let answer = ask(&mut cloud, &Call::get(format!("{route}?api-version=2024-07-01")));
        assert_eq!((answer.status, code(&answer).as_str()), (status, wanted), "{route}");
        assert!(answer.header("x-ms-request-id").is_some());
    }
    let answer = ask(
        &mut cloud,
        &Call::new(Method::Delete, format!("{}?api-version=2024-07-01", base())),
    );
    assert_eq!(answer.status, 405);
}

#[test]
fn routes_have_no_letter_case_and_accounts_are_listed() {
    let mut cloud = cloud();
    let upper = base().to_ascii_uppercase();
    let account = json(&ask(&mut cloud, &Call::get(format!("{upper}?API-VERSION=2025-06-01"))));
    assert_eq!(text(&account, "/name"), SAMPLES[0].account);
    assert_eq!(
        whole(&account, "/properties/dedicatedCoreQuota"),
        SAMPLES[0].dedicated_cores
    );
    let base = base();
    let (subscriptions, rest) = base.split_at("/subscriptions/".len() + SAMPLES[0].subscription.len());
    let list = |route: String| {
        Call::get(format!(
            "{route}/providers/Microsoft.Batch/batchAccounts?api-version=2025-06-01"
        ))
    };
    let of_group = rest.split("/providers").next().unwrap().to_owned();
    for route in [subscriptions.to_owned(), format!("{subscriptions}{of_group}")] {
        let all = json(&ask(&mut cloud, &list(route)));
        let modes: Vec<&str> = all
            .at("/value")
            .unwrap()
            .items()
            .iter()
            .map(|own| text(own, "/properties/poolAllocationMode"))
            .collect();
        assert_eq!(modes, ["BatchService", "UserSubscription"]);
        // Of the subscription's quotas the account knows nothing.
        assert!(all.at("/value/1/properties/dedicatedCoreQuota").unwrap().is_null());
    }
    let none = json(&ask(&mut cloud, &list(format!("{subscriptions}/resourceGroups/none"))));
    assert_eq!(none.at("/value").unwrap().items().len(), 0);
}

#[test]
fn conditions_are_kept() {
    let mut cloud = cloud();
    let with = |name: &'static str, value: &str| {
        Call::new(Method::Put, pool_route("p"))
            .header(name, value)
            .json(body(0, 0))
    };
    assert_eq!(code(&ask(&mut cloud, &with("If-Match", "*"))), "ConditionNotMet");
    // Any other value than `*` is ignored, as the contract says.
    let made = ask(&mut cloud, &with("If-None-Match", "W/\"0x1\""));
    let etag = made.header("ETag").unwrap().to_owned();
    assert_eq!(code(&ask(&mut cloud, &with("if-none-match", "*"))), "ConditionNotMet");
    let changed = ask(&mut cloud, &with("If-Match", &etag));
    assert_eq!(changed.status, 200);
    assert_ne!(changed.header("ETag"), Some(etag.as_str()));
    let late = patch("p", r#"{ "properties": {} }"#).header("If-Match", &etag);
    assert_eq!(
        (ask(&mut cloud, &late).status, code(&ask(&mut cloud, &late)).as_str()),
        (412, "ConditionNotMet")
    );
    assert_eq!(code(&ask(&mut cloud, &patch("other", "{}"))), "PoolNotFound");
}

#[test]
fn a_patch_changes_what_it_gives_and_leaves_the_rest() {
    let mut cloud = steady(2, 0);
    let start = r#"{ "properties": { "displayName": "a", "startTask": { "commandLine": "true", "maxTaskRetryCount": 1 },
        "metadata": [{ "name": "a", "value": "b" }, { "name": "c", "value": "d" }] } }"#;
    assert_eq!(ask(&mut cloud, &patch("p", start)).status, 200);
    let list = r#"{ "properties": { "metadata": [{ "name": "e", "value": "f" }] } }"#;
    let told = json(&ask(&mut cloud, &patch("p", list)));
    assert_eq!(told.at("/properties/metadata").unwrap().items().len(), 1);
    assert_eq!(text(&told, "/properties/startTask/commandLine"), "true");
    assert_eq!(text(&told, "/properties/vmSize"), "Standard_D4s_v5");
    let told = json(&ask(
        &mut cloud,
        &patch("p", r#"{ "properties": { "startTask": {} } }"#),
    ));
    assert!(told.at("/properties/startTask").is_none());
    assert_eq!(text(&told, "/properties/allocationState"), "Steady");
    let wrong = ask(&mut cloud, &patch("p", r#"{ "properties": { "metadatas": [] } }"#));
    assert_eq!((wrong.status, code(&wrong).as_str()), (400, "InvalidRequestBody"));
}

#[test]
fn a_pool_is_resized_only_while_steady_and_keeps_its_machines_while_it_has_nodes() {
    let mut cloud = cloud();
    ask(&mut cloud, &put("p", &body(10, 0)));
    let early = ask(&mut cloud, &resize("p", 5));
    assert_eq!((early.status, code(&early).as_str()), (409, "PoolBeingResized"));
    cloud.advance(60 * MINUTE);
    assert_eq!(
        text(&json(&ask(&mut cloud, &resize("p", 20))), "/properties/allocationState"),
        "Resizing"
    );
    cloud.advance(60 * MINUTE);
    assert_eq!(
        whole(&json(&get(&mut cloud, "p")), "/properties/currentDedicatedNodes"),
        20
    );
    let other = ask(
        &mut cloud,
        &patch("p", r#"{ "properties": { "vmSize": "Standard_D8s_v5" } }"#),
    );
    assert_eq!((other.status, code(&other).as_str()), (400, "PropertyCannotBeUpdated"));
    ask(&mut cloud, &resize("p", 0));
    cloud.advance(60 * MINUTE);
    let empty = ask(
        &mut cloud,
        &patch("p", r#"{ "properties": { "vmSize": "Standard_D8s_v5" } }"#),
    );
    assert_eq!(
        text(&json(&empty), "/properties/vmSize"),
        "Standard_D8s_v5",
        "{empty:?}"
    );
}

#[test]
fn a_resize_can_be_stopped() {
    let mut cloud = cloud();
    ask(&mut cloud, &put("p", &body(200, 0)));
    let before = get(&mut cloud, "p").header("ETag").unwrap().to_owned();
    let stopped = ask(&mut cloud, &post("p", "stopResize"));
    assert_eq!(text(&json(&stopped), "/properties/allocationState"), "Stopping");
    assert_ne!(stopped.header("ETag"), Some(before.as_str()));
    cloud.advance(30 * MINUTE);
    let told = get(&mut cloud, "p");
    assert_eq!(errors(&told), ["ResizeStopped"]);
    // A steady pool has nothing to stop.
    assert_eq!(ask(&mut cloud, &post("p", "stopResize")).body, told.body);
    assert_eq!(code(&ask(&mut cloud, &post("q", "stopResize"))), "PoolNotFound");
}

#[test]
fn a_deletion_goes_on_and_ends() {
    let mut cloud = steady(3, 0);
    let delete = Call::new(Method::Delete, pool_route("p"));
    let accepted = ask(&mut cloud, &delete);
    assert_eq!((accepted.status, accepted.header("Retry-After")), (202, Some("15")));
    let location = accepted
        .header("Location")
        .unwrap()
        .strip_prefix(ENDPOINT)
        .unwrap()
        .to_owned();
    assert!(location.contains("/poolOperationResults/delete-p-"), "{location}");
    assert_eq!(ask(&mut cloud, &Call::get(location.as_str())).status, 202);
    assert_eq!(
        text(&json(&get(&mut cloud, "p")), "/properties/provisioningState"),
        "Deleting"
    );
    assert_eq!(code(&ask(&mut cloud, &resize("p", 1))), "PoolBeingDeleted");
    assert_eq!(
        ask(&mut cloud, &delete).header("Location").unwrap(),
        accepted.header("Location").unwrap()
    );
    cloud.advance(10 * MINUTE);
    assert_eq!(ask(&mut cloud, &Call::get(location)).status, 200);
    assert_eq!(get(&mut cloud, "p").status, 404);
    assert_eq!(ask(&mut cloud, &delete).status, 204);
}

#[test]
fn a_formula_is_evaluated_at_once_and_at_its_interval() {
    let mut cloud = cloud();
    let fixed = body(0, 0);
    let at = fixed.find(r#""scaleSettings""#).unwrap();
    let formula = r#""scaleSettings": { "autoScale": { "formula": "$TargetDedicatedNodes = time().minute < 10 ? 3 : 1;",
        "evaluationInterval": "PT10M" } } } }"#;
    let made = ask(&mut cloud, &put("p", &format!("{}{formula}", &fixed[..at])));
    let told = json(&made);
    assert!(
        text(&told, "/properties/autoScaleRun/results").contains("$TargetDedicatedNodes=3"),
        "{made:?}"
    );
    assert_eq!(
        whole(&told, "/properties/resizeOperationStatus/targetDedicatedNodes"),
        3
    );
    cloud.advance(45 * MINUTE);
    let told = json(&get(&mut cloud, "p"));
    assert_eq!(
        text(&told, "/properties/autoScaleRun/evaluationTime"),
        "2026-11-22T09:40:00Z"
    );
    assert_eq!(
        whole(&told, "/properties/resizeOperationStatus/targetDedicatedNodes"),
        1
    );
    let fixed = json(&ask(&mut cloud, &post("p", "disableAutoScale")));
    assert_eq!(
        whole(&fixed, "/properties/scaleSettings/fixedScale/targetDedicatedNodes"),
        1
    );
    assert!(fixed.at("/properties/autoScaleRun").is_none());
}

#[test]
fn lists_come_in_pages() {
    let mut cloud = cloud();
    for name in ["b", "A", "c", "d", "E"] {
        assert_eq!(ask(&mut cloud, &put(name, &body(0, 0))).status, 200);
    }
    let mut route = format!("{}/pools?api-version=2025-06-01&maxresults=2", base());
    let mut names = Vec::new();
    loop {
        let page = json(&ask(&mut cloud, &Call::get(route)));
        let items = page.at("/value").unwrap().items();
        assert!(items.len() <= 2);
        for item in items {
            assert_eq!(item.to_json(), get(&mut cloud, text(item, "/name")).body);
            names.push(text(item, "/name").to_owned());
        }
        match page.at("/nextLink").and_then(Node::as_text) {
            Some(link) => route = link.strip_prefix(ENDPOINT).unwrap().to_owned(),
            None => break,
        }
    }
    assert_eq!(names, ["A", "b", "c", "d", "E"]);
    for wrong in ["0", "1001", "x"] {
        let route = format!("{}/pools?api-version=2025-06-01&maxresults={wrong}", base());
        assert_eq!(code(&ask(&mut cloud, &Call::get(route))), "InvalidQueryParameterValue");
    }
}

#[test]
fn a_region_tells_its_sizes_and_their_end() {
    let mut cloud = cloud();
    let base = base();
    let (subscription, _) = base.split_at("/subscriptions/".len() + SAMPLES[0].subscription.len());
    let location = format!("{subscription}/providers/Microsoft.Batch/locations/westeurope");
    let all = json(&ask(
        &mut cloud,
        &Call::get(format!("{location}/virtualMachineSkus?api-version=2025-06-01")),
    ));
    let sizes = all.at("/value").unwrap().items();
    let size = |name: &str| sizes.iter().find(|size| text(size, "/name") == name).unwrap();
    assert!(
        size("Standard_D4s_v5")
            .to_json()
            .contains(r#"{"name":"vCPUs","value":"4"}"#)
    );
    assert!(size("Standard_D2s_v3").get("batchSupportEndOfLife").is_some());
    assert!(size("Standard_D4s_v5").get("batchSupportEndOfLife").is_none());
    let old = ask(
        &mut cloud,
        &Call::get(format!("{location}/virtualMachineSkus?api-version=2023-11-01")),
    );
    assert!(!old.body.contains("batchSupportEndOfLife"));
    let quotas = json(&ask(
        &mut cloud,
        &Call::get(format!("{location}/quotas?api-version=2025-06-01")),
    ));
    assert!(whole(&quotas, "/accountQuota") > 0);
}

#[test]
fn a_refusal_leads_back_to_the_member_of_the_plan() {
    let mut cloud = cloud();
    let wrong = body(1, 0).replace("PT30M", "PT4M");
    let answer = ask(&mut cloud, &put("p", &wrong));
    assert_eq!((answer.status, code(&answer).as_str()), (400, "InvalidPropertyValue"));
    assert!(text(&json(&answer), "/error/message").contains("\nRequestId:"));
    let plan = parse(&format!(r#"{{ "pool": {wrong} }}"#)).unwrap();
    let explanation = explain(&answer.body).into_iter().next().unwrap();
    let places = in_plan(&explanation, &plan, &[]).places;
    let found = places
        .iter()
        .any(|place| place.path == "/pool/properties/scaleSettings/fixedScale/resizeTimeout");
    assert!(found, "{places:?} of {}", answer.body);
}

#[test]
fn what_is_missing_and_what_may_not_be_used_are_answered_alike() {
    let mut cloud = cloud();
    let route = image();
    let answer = ask(&mut cloud, &put("p", &body(1, 0).replace("1.0.0", "2.0.0")));
    assert_eq!(
        (answer.status, code(&answer).as_str()),
        (403, "InsufficientPermissions")
    );
    assert!(
        answer
            .body
            .contains("required privelege Microsoft.Compute/galleries/images/versions/read")
    );
    let known = explain(&answer.body)
        .into_iter()
        .find_map(|explanation| explanation.known)
        .unwrap();
    assert_eq!(known.id, "ER03");
    let subnet = format!(
        "{}/providers/Microsoft.Network/virtualNetworks/n/subnets/s",
        route.split("/providers").next().unwrap()
    );
    let with_subnet = body(1, 0).replacen(
        "\"scaleSettings\"",
        &format!(r#""networkConfiguration": {{ "subnetId": "{subnet}" }}, "scaleSettings""#),
        1,
    );
    let answer = ask(&mut cloud, &put("p", &with_subnet));
    assert_eq!(
        (answer.status, code(&answer).as_str()),
        (403, "LinkedAuthorizationFailed"),
        "{answer:?}"
    );
}

#[test]
fn what_breaks_a_pool_shows_in_its_next_resize() {
    for (kind, wanted) in [
        (Break::ImageDeleted, "AllocationFailed"),
        (Break::QuotaCut, "AccountCoreQuotaReached"),
        (Break::CapacityShort, "AllocationFailed"),
    ] {
        let mut cloud = steady(10, 0);
        let route = pool_route("p");
        assert!(
            cloud
                .breakages(&route)
                .iter()
                .any(|breakage| breakage.kind == kind && !breakage.broken)
        );
        cloud.break_it(&route, kind);
        assert!(
            cloud
                .breakages(&route)
                .iter()
                .any(|breakage| breakage.kind == kind && breakage.broken)
        );
        ask(&mut cloud, &resize("p", 20));
        cloud.advance(60 * MINUTE);
        let told = get(&mut cloud, "p");
        assert!(
            errors(&told).iter().any(|code| code == wanted),
            "{kind:?}: {:?}",
            errors(&told)
        );
        assert_eq!(whole(&json(&told), "/properties/currentDedicatedNodes"), 10);
        cloud.mend(&route, kind);
        ask(&mut cloud, &resize("p", 20));
        cloud.advance(60 * MINUTE);
        let told = get(&mut cloud, "p");
        assert_eq!(
            (errors(&told), whole(&json(&told), "/properties/currentDedicatedNodes")),
            (Vec::new(), 20)
        );
    }
}

#[test]
fn a_full_subnet_stops_a_resize() {
    let (mut cloud, route) = (cloud(), image());
    let subnet = format!(
        "{}/providers/Microsoft.Network/virtualNetworks/practicenet/subnets/nodes",
        route.split("/providers").next().unwrap()
    );
    let network = format!(r#""networkConfiguration": {{ "subnetId": "{subnet}" }}, "scaleSettings""#);
    assert_eq!(
        ask(
            &mut cloud,
            &put("p", &body(5, 0).replacen("\"scaleSettings\"", &network, 1))
        )
        .status,
        200
    );
    cloud.advance(60 * MINUTE);
    let told = |cloud: &mut Cloud| json(&ask(cloud, &Call::get(format!("{subnet}?api-version=2024-05-01"))));
    assert_eq!(
        told(&mut cloud)
            .at("/properties/ipConfigurations")
            .unwrap()
            .items()
            .len(),
        5
    );
    cloud.break_it(&pool_route("p"), Break::SubnetFull);
    assert!(
        told(&mut cloud)
            .at("/properties/ipConfigurations")
            .unwrap()
            .items()
            .len()
            > 4_000
    );
    ask(&mut cloud, &resize("p", 20));
    cloud.advance(60 * MINUTE);
    assert_eq!(errors(&get(&mut cloud, "p")), ["AllocationFailed"]);
}

#[test]
fn spot_nodes_are_taken_back_and_return() {
    let mut cloud = steady(0, 20);
    let route = pool_route("p");
    cloud.break_it(&route, Break::SpotEvicted);
    cloud.advance(120 * MINUTE);
    let told = json(&get(&mut cloud, "p"));
    assert_eq!(text(&told, "/properties/allocationState"), "Steady");
    // Preempted nodes are counted, as the reference says.
    assert_eq!(whole(&told, "/properties/currentLowPriorityNodes"), 20);
    cloud.mend(&route, Break::SpotEvicted);
    assert!(cloud.breakages(&route).iter().all(|breakage| !breakage.broken));
    cloud.break_it(&route, Break::PoolDeleted);
    assert_eq!(get(&mut cloud, "p").status, 404);
    assert!(cloud.breakages(&route).is_empty());
}

#[test]
fn mending_the_capacity_or_the_eviction_leaves_the_other_broken() {
    let both = [Break::SpotEvicted, Break::CapacityShort];
    let broken = |cloud: &Cloud| -> Vec<Break> {
        let broken = cloud.breakages(&pool_route("p")).into_iter();
        broken.filter(|one| one.broken).map(|one| one.kind).collect()
    };
    for mended in both {
        for order in [both, [both[1], both[0]]] {
            let (mut cloud, route) = (steady(5, 20), pool_route("p"));
            for kind in order {
                cloud.break_it(&route, kind);
            }
            assert_eq!(broken(&cloud), both);
            cloud = Cloud::restore(&cloud.snapshot()).expect("a snapshot");
            cloud.mend(&route, mended);
            let left = both.into_iter().filter(|kind| *kind != mended);
            assert_eq!(broken(&cloud), left.collect::<Vec<_>>(), "{order:?}");
        }
    }
}

#[test]
fn a_quota_that_the_plan_does_not_name_admits_its_neighbours() {
    let neighbours = r#""neighbours": [{ "poolName": "a", "dedicated": 5000, "spot": 4000 }]"#;
    let of = |quotas: &str| {
        let plan = format!(
            r#"{{ "target": {{ "quotas": {quotas} }}, {neighbours}, "pool": {{ "properties": {{ "vmSize": "Standard_D4s_v5" }} }} }}"#
        );
        let mut cloud = cloud();
        cloud.hold(&Plan::read(&parse(&plan).unwrap()));
        let told = json(&ask(
            &mut cloud,
            &Call::get(format!("{}?api-version=2025-06-01", base())),
        ));
        ["dedicatedCoreQuota", "lowPriorityCoreQuota"].map(|name| whole(&told, &format!("/properties/{name}")))
    };
    let [dedicated, spot] = of("{}");
    assert!(dedicated >= 20_000 && spot >= 16_000, "{dedicated} {spot}");
    // What the plan names stands, possible or not.
    assert_eq!(of(r#"{ "dedicatedCores": 100, "spotCores": 50 }"#), [100, 50]);
}

#[test]
fn the_image_and_the_network_are_told_as_their_providers_do() {
    let mut cloud = cloud();
    let told = |cloud: &mut Cloud, route: &str| json(&ask(cloud, &Call::get(route.to_owned())));
    let version = told(
        &mut cloud,
        &format!("{}?$expand=ReplicationStatus&api-version=2024-03-03", image()),
    );
    assert_eq!(text(&version, "/type"), "Microsoft.Compute/galleries/images/versions");
    assert_eq!(
        whole(
            &version,
            "/properties/publishingProfile/targetRegions/0/regionalReplicaCount"
        ),
        3
    );
    assert_eq!(
        text(&version, "/properties/replicationStatus/aggregatedState"),
        "Completed"
    );
    let route = image();
    let definition = route.split("/versions").next().unwrap();
    let told_definition = told(&mut cloud, &format!("{definition}?api-version=2024-03-03"));
    assert_eq!(text(&told_definition, "/properties/hyperVGeneration"), "V2");
    let versions = told(&mut cloud, &format!("{definition}/versions?api-version=2024-03-03"));
    assert_eq!(versions.at("/value").unwrap().items().len(), 1);
    let group = route.split("/providers").next().unwrap();
    let network = told(
        &mut cloud,
        &format!("{group}/providers/Microsoft.Network/virtualNetworks/practicenet?api-version=2024-05-01"),
    );
    assert_eq!(
        (text(&network, "/location"), text(&network, "/name")),
        ("westeurope", "practicenet")
    );
    let rights = format!(
        "{}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01",
        base()
    );
    assert_eq!(text(&told(&mut cloud, &rights), "/value/0/actions/0"), "*");
    let rights = format!(
        "{}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01",
        image()
    );
    assert_eq!(text(&told(&mut cloud, &rights), "/value/0/actions/0"), "*");
}

#[test]
fn no_secret_is_kept_or_told() {
    let mut cloud = cloud();
    let users = r#""userAccounts": [{ "name": "u", "password": "hunter2-secret" }], "scaleSettings""#;
    let answer = ask(
        &mut cloud,
        &put("p", &body(1, 0).replacen("\"scaleSettings\"", users, 1)),
    );
    assert_eq!(answer.status, 200, "{answer:?}");
    let call = Call::get(pool_route("p"));
    let told = cloud.answer(&call, Some("bearer-secret"), ENDPOINT);
    for text in [answer.body, told.body, cloud.snapshot().to_json(), format!("{cloud:?}")] {
        assert!(!text.contains("-secret"), "{text}");
    }
}

#[test]
fn the_quota_of_pools_is_kept() {
    let plan = parse(
        r#"{ "target": { "quotas": { "pools": 2 } }, "neighbours": [{ "poolName": "a", "dedicated": 3 }],
        "pool": { "properties": { "vmSize": "Standard_D4s_v5" } } }"#,
    )
    .unwrap();
    let mut cloud = cloud();
    cloud.hold(&Plan::read(&plan));
    assert_eq!(
        whole(&json(&get(&mut cloud, "A")), "/properties/currentDedicatedNodes"),
        3
    );
    assert_eq!(ask(&mut cloud, &put("p", &body(0, 0))).status, 200);
    let answer = ask(&mut cloud, &put("q", &body(0, 0)));
    assert_eq!((answer.status, code(&answer).as_str()), (409, "PoolQuotaReached"));
}
