//! What is shown before a call is sent.

use batch_pool_planner::arm::submission::{NotConfirmed, Way};
use batch_pool_planner::arm::{Method, Submission};
use batch_pool_planner::model::path;

use crate::stage::{PLAN, Pool, SECRET, Stage, TAG, no_pool, request};

#[test]
fn what_is_missing_of_the_target_is_named_and_nothing_is_sent() {
    let missing = |from: &str, to: &str| match Submission::new(request(&PLAN.replace(from, to))) {
        Ok(_) => Vec::new(),
        Err(missing) => missing.0,
    };
    assert_eq!(missing("x", "x"), Vec::<&str>::new());
    assert_eq!(
        missing("12345678-1234-1234-1234-123456789012", "<subscription>"),
        [path::SUBSCRIPTION]
    );
    assert_eq!(missing("\"rg\"", "\"{resource group}\""), [path::RESOURCE_GROUP]);
    assert_eq!(missing("\"acct\"", "\"..\""), [path::ACCOUNT]);
    assert_eq!(missing("\"render\"", "\" \""), [path::POOL_NAME]);
    assert_eq!(missing("\"poolName\"", "\"pool\""), [path::POOL_NAME]);
}

#[test]
fn creating_is_conditional_and_shows_no_token() {
    let stage = Stage::planned(no_pool());
    let planned = stage.submission.planned(Way::Create);
    assert_eq!(planned.call.method, Method::Put);
    let headers: Vec<&str> = planned.headers.iter().map(|(name, _)| *name).collect();
    assert_eq!(headers, ["Authorization", "If-None-Match", "Content-Type"]);
    assert_eq!(planned.headers[0].1, "Bearer <token>");
    assert!(!planned.needs_name && planned.exists.is_none() && planned.dropped.is_empty());
}

#[test]
fn an_update_sends_what_differs_and_what_nobody_can_compare() {
    let stage = Stage::planned(
        Pool {
            target: 4,
            ..Pool::steady(4)
        }
        .read(),
    );
    let planned = stage.submission.planned(Way::Update);
    assert_eq!((planned.call.method, planned.needs_name), (Method::Patch, true));
    assert!(planned.headers.contains(&("If-Match", TAG.to_owned())));
    let sends = planned.sends.unwrap();
    let names: Vec<&str> = sends
        .get("properties")
        .unwrap()
        .members()
        .iter()
        .map(|member| member.name.as_str())
        .collect();
    assert_eq!(names, ["userAccounts", "scaleSettings"]);
    let exists = planned.exists.unwrap();
    assert!(exists.at("/properties/currentDedicatedNodes").is_none());
    assert!(exists.at("/properties/vmSize").is_some());
}

#[test]
fn an_update_without_a_difference_is_not_sent() {
    let plan = PLAN.replace(
        r#""userAccounts": [ { "name": "worker", "password": "hunter2-Secret" } ],"#,
        "",
    );
    let mut stage = Stage::new(&plan);
    stage.hear(
        Pool {
            time_out: "PT1800S",
            ..Pool::steady(10)
        }
        .read(),
    );
    assert_eq!(
        stage.submission.confirm(Way::Update, "render"),
        Err(NotConfirmed::NothingToChange)
    );
}

#[test]
fn replacing_says_what_it_drops() {
    let plan = PLAN.replace(r#", "password": "hunter2-Secret""#, "");
    let mut stage = Stage::new(&plan);
    let more = r#""startTask":{"commandLine":"true"},"metadata":[{"name":"a","value":"b"}],
        "mountConfiguration":[{"azureFileShareConfiguration":{"accountName":"a","azureFileUrl":"u","relativeMountPath":"m"}}],"#;
    stage.hear(
        Pool {
            more,
            ..Pool::steady(10)
        }
        .read(),
    );
    let planned = stage.submission.planned(Way::Replace);
    let dropped: Vec<(&str, bool)> = planned
        .dropped
        .iter()
        .map(|dropped| (dropped.path.as_str(), dropped.secret))
        .collect();
    let has = |path: &str, secret: bool| dropped.contains(&(path, secret));
    assert!(has("/pool/properties/startTask", false), "{dropped:?}");
    assert!(has("/pool/properties/metadata", false));
    assert!(has("/pool/properties/userAccounts/0/password", true));
    assert!(has(
        "/pool/properties/mountConfiguration/0/azureFileShareConfiguration/accountKey",
        true
    ));
    assert!(
        !dropped
            .iter()
            .any(|(path, _)| path.ends_with("/vmSize") || path.ends_with("allocationState"))
    );
    assert_eq!(planned.cautions.len(), 1);
    assert!(stage.submission.planned(Way::Update).dropped.is_empty());
}

#[test]
fn scaling_while_a_resize_is_under_way_is_cautioned() {
    let stage = Stage::planned(
        Pool {
            target: 4,
            ..Pool::default()
        }
        .read(),
    );
    assert_eq!(stage.submission.planned(Way::Update).cautions.len(), 1);
}

#[test]
fn no_secret_leaves_the_body() {
    let stage = Stage::watching();
    assert!(!stage.submission.note().to_json().contains(SECRET));
    let planned = Stage::planned(no_pool()).submission.planned(Way::Create);
    assert!(!format!("{:?}", planned.headers).contains(SECRET));
    assert!(!planned.call.route.contains(SECRET));
}
