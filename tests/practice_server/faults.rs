//! The fault table: each fault does what its name says, once, and says whether the call was carried out.

use std::time::{Duration, Instant};

use crate::account::{POOL, create, pool};
use crate::client::Server;

/// A server on which one creation meets a fault.
fn struck(fault: &str) -> (Server, crate::client::Reply) {
    let server = Server::start(&["--fault", &format!("put/pools:{fault}@1")]);
    let reply = create(&server, "first");
    (server, reply)
}

fn is_there(server: &Server) -> bool {
    server.call("GET", &pool(server, "first"), "").status == 200
}

#[test]
fn refusals_come_in_the_shape_of_resource_manager_and_change_nothing() {
    for (fault, status, code, retry_after) in [
        ("bad-request", 400, "InvalidPropertyValue", None),
        ("expired", 401, "ExpiredAuthenticationToken", None),
        ("forbidden", 403, "AuthorizationFailed", None),
        ("not-found", 404, "ResourceNotFound", None),
        ("conflict", 409, "PoolBeingResized", None),
        ("precondition", 412, "ConditionNotMet", None),
        ("throttled", 429, "SubscriptionRequestsThrottled", Some("5")),
        ("throttled=17", 429, "SubscriptionRequestsThrottled", Some("17")),
        ("throttled-silent", 429, "SubscriptionRequestsThrottled", None),
        ("server-error", 500, "InternalError", None),
        ("unavailable", 503, "ServerBusy", Some("5")),
    ] {
        let (server, reply) = struck(fault);
        assert_eq!((reply.status, reply.code().as_str()), (status, code), "{fault}");
        assert_eq!(reply.header("retry-after"), retry_after, "{fault}");
        let message = reply.json()["error"]["message"].as_str().unwrap_or_default().to_owned();
        assert!(
            reply.is_whole() && !message.is_empty() && !message.contains("{"),
            "{fault}: {message}"
        );
        assert!(!is_there(&server), "{fault}");
        let put = &server.calls()[0];
        assert_eq!(
            (put["carriedOut"].as_bool(), put["status"].as_u64()),
            (Some(false), Some(u64::from(status))),
            "{fault}"
        );
        // Only the first one is struck.
        assert_eq!(create(&server, "first").status, 200, "{fault}");
    }
    let (_, reply) = struck("bad-request");
    assert_eq!(reply.json()["error"]["details"][1]["message"], "properties.vmSize");
    let (_, reply) = struck("forbidden");
    assert!(reply.text().contains("Microsoft.Batch/batchAccounts/pools/write"));
    let (_, reply) = struck("expired");
    assert!(reply.text().contains("'11/22/2026 8:00:00 AM'"));
}

#[test]
fn a_connection_may_end_before_any_byte_with_the_call_done_or_not() {
    let (server, reply) = struck("refuse");
    assert_eq!(reply.bytes, 0);
    assert!(!is_there(&server));
    let (server, reply) = struck("lost-answer");
    assert_eq!(reply.bytes, 0);
    assert!(is_there(&server));
    let put = &server.calls()[0];
    assert_eq!(
        (put["carriedOut"].as_bool(), put["status"].is_null()),
        (Some(true), true)
    );
}

#[test]
fn a_body_may_break_off_or_be_half_a_json() {
    let (server, reply) = struck("drop-body");
    assert_eq!(reply.status, 200);
    let said: usize = reply.header("content-length").unwrap().parse().unwrap();
    assert!(
        !reply.is_whole() && reply.body.len() == said / 2,
        "{} of {said}",
        reply.body.len()
    );
    assert!(is_there(&server));

    let (server, reply) = struck("truncated");
    assert!(reply.is_whole() && reply.status == 200);
    assert!(reply.text().starts_with('{') && serde_json::from_slice::<serde_json::Value>(&reply.body).is_err());
    assert!(is_there(&server));
}

#[test]
fn a_gateway_may_give_up_although_the_call_is_carried_out() {
    let (server, reply) = struck("gateway-timeout");
    assert_eq!((reply.status, reply.code().as_str()), (504, "GatewayTimeout"));
    assert!(is_there(&server));
}

#[test]
fn pages_and_other_kinds_of_content_come_instead_of_json() {
    for (fault, status) in [("html", 200), ("bad-gateway", 502)] {
        let (server, reply) = struck(fault);
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (status, Some("text/html; charset=utf-8"))
        );
        assert!(reply.is_whole() && reply.text().starts_with("<!doctype html>"));
        assert!(!is_there(&server), "{fault}");
    }
    let (server, reply) = struck("wrong-type");
    assert_eq!((reply.status, reply.header("content-type")), (200, Some("image/png")));
    assert!(!reply.text().contains('{') && is_there(&server));
}

#[test]
fn an_answer_may_have_ten_million_bytes() {
    let (server, reply) = struck("huge");
    assert!(reply.is_whole() && reply.body.len() == 10_000_000);
    assert!(is_there(&server));
}

#[test]
fn a_redirect_leads_to_another_origin() {
    let (server, reply) = struck("redirect");
    assert_eq!(
        (reply.status, reply.header("location")),
        (302, Some("https://redirected.invalid/"))
    );
    assert!(!is_there(&server));
}

#[test]
fn answers_may_come_late_or_slowly() {
    let begun = Instant::now();
    let (server, reply) = struck("slow-headers=1");
    assert!(begun.elapsed() >= Duration::from_secs(1) && reply.is_whole() && reply.status == 200);
    assert!(is_there(&server));

    let begun = Instant::now();
    let (server, reply) = struck("slow-body=1");
    assert!(begun.elapsed() >= Duration::from_millis(900), "{:?}", begun.elapsed());
    assert!(reply.is_whole() && reply.json()["name"] == "first");
    assert!(is_there(&server));
}

#[test]
fn nobody_else_waits_while_one_answer_is_slow() {
    let server = Server::start(&["--fault", "put:slow-headers=60"]);
    let mut waiting = server.connect();
    let request = format!(
        "PUT {} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer x\r\nContent-Length: {}\r\n\r\n{POOL}",
        pool(&server, "first"),
        server.address,
        POOL.len()
    );
    std::io::Write::write_all(&mut waiting, request.as_bytes()).expect("sent");
    let begun = Instant::now();
    while !is_there(&server) {
        assert!(begun.elapsed() < Duration::from_secs(30));
    }
}

#[test]
fn the_clock_of_an_answer_may_be_off() {
    let (server, reply) = struck("clock-skew=7200");
    assert_eq!(reply.header("date"), Some("Sun, 22 Nov 2026 10:00:00 GMT"));
    assert_eq!(
        server.call("GET", &pool(&server, "first"), "").header("date"),
        Some("Sun, 22 Nov 2026 08:00:00 GMT")
    );
}

#[test]
fn an_allocation_may_never_end_or_end_with_an_error() {
    let server = Server::start(&["--fault", "get/pools:never-steady"]);
    let route = pool(&server, "first");
    create(&server, "first");
    server.control("advance", "{\"seconds\":86400}");
    let body = server.call("GET", &route, "").json();
    assert_eq!(body["properties"]["allocationState"], "Resizing");
    assert_eq!(body["properties"]["currentDedicatedNodes"], 2);

    server.control("faults", r#"{"faults":["get/pools:resize-error@2"]}"#);
    assert_eq!(
        server.call("GET", &route, "").json()["properties"]["currentDedicatedNodes"],
        4
    );
    let body = server.call("GET", &route, "").json();
    assert_eq!(body["properties"]["allocationState"], "Steady");
    assert_eq!(body["properties"]["currentDedicatedNodes"], 2);
    assert_eq!(
        body["properties"]["resizeOperationStatus"]["errors"][0]["code"],
        "AllocationTimedOut"
    );
    let state = server.control("faults", r#"{"faults":[]}"#);
    assert!(state["faults"].as_array().unwrap().is_empty());
    assert_eq!(
        server.call("GET", &route, "").json()["properties"]["currentDedicatedNodes"],
        4
    );
}

#[test]
fn somebody_else_may_delete_the_pool() {
    let server = Server::start(&["--fault", "get/pools:deleted-by-other@2"]);
    let route = pool(&server, "first");
    create(&server, "first");
    assert_eq!(
        server.call("GET", &route, "").json()["properties"]["provisioningState"],
        "Succeeded"
    );
    let reply = server.call("GET", &route, "");
    assert!(
        reply.status == 404 || reply.json()["properties"]["provisioningState"] == "Deleting",
        "{}",
        reply.text()
    );
    server.control("advance", "{\"seconds\":900}");
    assert_eq!(server.call("GET", &route, "").status, 404);
}

#[test]
fn a_token_may_expire_in_the_middle() {
    let server = Server::start(&["--fault", "expired@after-600"]);
    create(&server, "first");
    assert!(is_there(&server));
    server.control("advance", "{\"seconds\":599}");
    assert!(is_there(&server));
    server.control("advance", "{\"seconds\":1}");
    let reply = server.call("GET", &pool(&server, "first"), "");
    assert_eq!(
        (reply.status, reply.code().as_str()),
        (401, "ExpiredAuthenticationToken")
    );
    assert_eq!(server.control("", "")["faults"][0]["struck"], 1);
}
