//! The account over HTTP: a pool from its creation to its end, the same answers for the same seed.

use serde_json::Value;

use crate::client::{Reply, Server};

/// A pool that the service takes.
pub const POOL: &str = r#"{"properties":{"vmSize":"STANDARD_D2S_V3","deploymentConfiguration":{"virtualMachineConfiguration":{"imageReference":{"publisher":"canonical","offer":"ubuntu-24_04-lts","sku":"server"},"nodeAgentSkuId":"batch.node.ubuntu 24.04"}},"scaleSettings":{"fixedScale":{"targetDedicatedNodes":4}}}}"#;

/// The route of a pool in the first sample account.
pub fn pool(server: &Server, name: &str) -> String {
    format!("{}/pools/{name}?api-version=2025-06-01", server.account())
}

pub fn create(server: &Server, name: &str) -> Reply {
    let token = format!("Bearer {}", crate::client::TOKEN);
    let headers = [
        ("Authorization", token.as_str()),
        ("Content-Type", "application/json"),
        ("If-None-Match", "*"),
    ];
    server.ask("PUT", &pool(server, name), &headers, POOL)
}

fn nodes(pool: &Value) -> (String, i64) {
    let properties = &pool["properties"];
    (
        properties["allocationState"].as_str().unwrap_or_default().to_owned(),
        properties["currentDedicatedNodes"].as_i64().unwrap_or_default(),
    )
}

#[test]
fn a_pool_is_created_grows_with_simulated_time_and_is_deleted() {
    let server = Server::start(&[]);
    let route = pool(&server, "first");
    assert_eq!(server.call("GET", &route, "").status, 404);
    let created = create(&server, "first");
    assert_eq!(created.status, 200, "{}", created.text());
    assert!(created.header("etag").is_some_and(|etag| etag.starts_with("W/\"0x")));
    assert_eq!(nodes(&created.json()), ("Resizing".to_owned(), 0));
    assert_eq!(create(&server, "first").status, 412);
    // As long as time stands still, nothing comes.
    assert_eq!(nodes(&server.call("GET", &route, "").json()).1, 0);
    server.control("advance", "{\"seconds\":900}");
    assert_eq!(nodes(&server.call("GET", &route, "").json()), ("Steady".to_owned(), 4));

    let deleted = server.call("DELETE", &route, "");
    assert_eq!(deleted.status, 202);
    let location = deleted.header("location").expect("a location").to_owned();
    let own = format!("http://{}/subscriptions/", server.address);
    assert!(location.starts_with(&own), "{location}");
    server.control("advance", "{\"seconds\":900}");
    assert_eq!(server.call("GET", &route, "").status, 404);

    let calls = server.calls();
    let puts: Vec<_> = calls.iter().filter(|call| call["method"] == "PUT").collect();
    assert_eq!(puts.len(), 2);
    assert_eq!(
        (&puts[0]["ifNoneMatch"], &puts[0]["status"]),
        (&Value::from("*"), &Value::from(200))
    );
    assert_eq!(puts[0]["bytes"], POOL.len());
    server.control("forget", "{}");
    assert!(server.calls().is_empty());
}

#[test]
fn links_lead_to_where_the_client_came_from() {
    let server = Server::start(&[]);
    create(&server, "first");
    let route = pool(&server, "first");
    let headers = [
        ("Authorization", "Bearer x"),
        ("Host", "localhost:8443"),
        ("X-Forwarded-Proto", "https"),
    ];
    let deleted = server.ask("DELETE", &route, &headers, "");
    let location = deleted.header("location").expect("a location");
    assert!(
        location.starts_with("https://localhost:8443/subscriptions/"),
        "{location}"
    );
}

#[test]
fn without_a_token_nothing_is_told() {
    let server = Server::start(&[]);
    let route = pool(&server, "first");
    for token in ["", "Bearer", "Bearer ", "Bearer   ", "Basic eDp5", "bearerx y"] {
        assert_eq!(
            server.ask("GET", &route, &[("Authorization", token)], "").status,
            401,
            "{token:?}"
        );
    }
    assert_eq!(server.ask("GET", &route, &[], "").status, 401);
    assert_eq!(
        server
            .ask("GET", &route, &[("Authorization", "bearer anything")], "")
            .status,
        404
    );
}

#[test]
fn the_same_seed_and_calls_at_the_same_times_give_the_same_answers() {
    let run = |seed: &str| {
        let server = Server::start(&["--seed", seed]);
        let mut all = Vec::new();
        let mut keep = |reply: Reply| {
            let mut headers = reply.headers.clone();
            headers.sort();
            let own = server.address.as_str();
            all.push((
                reply.status,
                format!("{headers:?}{}", reply.text()).replace(own, "here"),
            ));
        };
        let route = pool(&server, "first");
        keep(create(&server, "first"));
        for _ in 0..10 {
            server.control("advance", "{\"seconds\":30}");
            keep(server.call("GET", &route, ""));
        }
        keep(server.call(
            "PATCH",
            &route,
            r#"{"properties":{"scaleSettings":{"fixedScale":{"targetDedicatedNodes":60}}}}"#,
        ));
        for _ in 0..10 {
            server.control("advance", "{\"seconds\":30}");
            keep(server.call("GET", &route, ""));
        }
        keep(server.call("POST", &route.replace("?", "/stopResize?"), ""));
        keep(server.call("DELETE", &route, ""));
        all
    };
    assert_eq!(run("5"), run("5"));
}

/// A plan of another account with an image of its own.
const PLAN: &str = r#"{"target":{"subscriptionId":"11111111-2222-3333-4444-555555555555","resourceGroup":"rg-own","accountName":"ownaccount","region":"northeurope","poolAllocationMode":"BatchService","tenantId":"99999999-2222-3333-4444-555555555555","apiVersion":"2025-06-01"},"pool":{"name":"render","properties":{"vmSize":"STANDARD_D2S_V3","deploymentConfiguration":{"virtualMachineConfiguration":{"imageReference":{"id":"/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-own/providers/Microsoft.Compute/galleries/gallery/images/linux/versions/1.0.0"},"nodeAgentSkuId":"batch.node.ubuntu 24.04"}},"scaleSettings":{"fixedScale":{"targetDedicatedNodes":4}}}}}"#;
const OWN: &str = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-own/providers/Microsoft.Batch/batchAccounts/ownaccount";

#[test]
fn what_a_plan_names_is_there_from_the_start_or_from_then_on() {
    let path = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("practice-held.plan.jsonc");
    std::fs::write(&path, PLAN).expect("written");
    let account = format!("{OWN}?api-version=2025-06-01");
    let with_plan = Server::start(&["--plan", path.to_str().expect("UTF-8")]);
    assert_eq!(with_plan.call("GET", &account, "").json()["location"], "northeurope");
    drop(with_plan);
    std::fs::remove_file(&path).expect("removed");

    let server = Server::start(&[]);
    assert_eq!(server.call("GET", &account, "").status, 404);
    server.control("hold", PLAN);
    assert_eq!(server.call("GET", &account, "").json()["name"], "ownaccount");
    for no_plan in ["", "1", "no plan at all"] {
        assert_eq!(
            server.ask("POST", "/.practice/hold", &[], no_plan).status,
            400,
            "{no_plan:?}"
        );
    }
}

#[test]
fn things_are_broken_and_mended_from_outside() {
    let server = Server::start(&[]);
    server.control("hold", PLAN);
    let path = format!("{OWN}/pools/render");
    let route = format!("{path}?api-version=2025-06-01");
    let body: Value = serde_json::from_str(PLAN).expect("JSON");
    let body = serde_json::json!({ "properties": body["pool"]["properties"] }).to_string();
    let created = server.call("PUT", &route, &body);
    assert_eq!(created.status, 200, "{}", created.text());
    let asked = |what: &str| serde_json::json!({ "pool": path, "what": what }).to_string();
    let is_broken = |told: &Value, what: &str| {
        let breakages = told["breakages"].as_array().expect("a list");
        breakages
            .iter()
            .find(|one| one["what"] == what)
            .map(|one| one["broken"] == true)
    };
    assert_eq!(
        is_broken(&server.control("broken", &asked("")), "image-deleted"),
        Some(false)
    );
    assert_eq!(
        is_broken(&server.control("break", &asked("image-deleted")), "image-deleted"),
        Some(true)
    );
    server.control("advance", "{\"seconds\":1800}");
    let failed = server.call("GET", &route, "").json();
    assert_eq!(failed["properties"]["allocationState"], "Steady");
    assert_eq!(
        failed["properties"]["resizeOperationStatus"]["errors"][0]["code"],
        "AllocationFailed"
    );
    assert_eq!(
        is_broken(&server.control("mend", &asked("image-deleted")), "image-deleted"),
        Some(false)
    );
    for (what, body) in [
        ("break", asked("nothing")),
        ("break", asked("subnet-full")),
        ("broken", "{}".to_owned()),
        ("mend", r#"{"pool":"/x","what":"image-deleted"}"#.to_owned()),
    ] {
        assert_eq!(
            server.ask("POST", &format!("/.practice/{what}"), &[], &body).status,
            400,
            "{what} {body}"
        );
    }
}
