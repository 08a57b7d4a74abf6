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
fn an_update_sends_what_differs_and_leaves_secrets_alone() {
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
    assert!(!planned.call.body.unwrap().contains(SECRET));
    let sends = planned.sends.unwrap();
    let members = sends.get("properties").unwrap().members().iter();
    assert_eq!(
        members.map(|member| member.name.as_str()).collect::<Vec<_>>(),
        ["scaleSettings"]
    );
    assert_eq!(planned.cautions.len(), 1);
    let exists = planned.exists.unwrap();
    assert!(exists.at("/properties/currentDedicatedNodes").is_none());
    assert!(exists.at("/properties/vmSize").is_some());
}

#[test]
fn changing_what_is_fixed_while_there_are_nodes_is_cautioned() {
    let cautions = |nodes: i64| {
        let other = Pool {
            vm_size: "STANDARD_A1_V2",
            ..Pool::steady(nodes)
        };
        Stage::planned(other.read())
            .submission
            .planned(Way::Update)
            .cautions
            .len()
    };
    assert_eq!(cautions(10), cautions(0) + 1);
}

#[test]
fn an_update_without_a_difference_is_not_sent() {
    let mut stage = Stage::new(PLAN);
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
fn an_empty_start_task_takes_away_the_one_that_is_there() {
    let plan = PLAN.replace("\"vmSize\"", "\"startTask\": {}, \"vmSize\"");
    let update = |more: &'static str| {
        let mut stage = Stage::new(&plan);
        stage.hear(
            Pool {
                more,
                ..Pool::steady(10)
            }
            .read(),
        );
        stage.submission.planned(Way::Update).call.body.unwrap()
    };
    assert_eq!(
        update(r#""startTask":{"commandLine":"true"},"#),
        r#"{"properties":{"startTask":{}}}"#
    );
    assert_eq!(update(""), "{}");
}

#[test]
fn replacing_says_what_it_drops_secrets_included_and_defaults_not() {
    let plan = PLAN.replace(r#", "password": "hunter2-Secret""#, "");
    let mut stage = Stage::new(&plan);
    let more = r#""startTask":{"commandLine":"true","waitForSuccess":true,"containerSettings":{"imageName":"i",
          "registry":{"username":"u","registryServer":"r"}}},
        "metadata":[{"name":"a","value":"b"}],"taskSchedulingPolicy":{"nodeFillType":"Spread"},
        "interNodeCommunication":"Disabled","certificates":[],
        "mountConfiguration":[
          {"azureFileShareConfiguration":{"accountName":"a","azureFileUrl":"u","relativeMountPath":"m"}},
          {"azureBlobFileSystemConfiguration":{"accountName":"a","containerName":"c","relativeMountPath":"m"}},
          {"azureBlobFileSystemConfiguration":{"accountName":"a","containerName":"c","relativeMountPath":"m",
            "identityReference":{"resourceId":"/subscriptions/s"}}}],"#;
    stage.hear(
        Pool {
            more,
            ..Pool::steady(10)
        }
        .read(),
    );
    let planned = stage.submission.planned(Way::Replace);
    let told = |secret: bool| -> Vec<&str> {
        let dropped = planned.dropped.iter().filter(|dropped| dropped.secret == secret);
        dropped
            .map(|dropped| dropped.path.trim_start_matches("/pool/properties/"))
            .collect()
    };
    assert_eq!(told(false), ["metadata", "startTask", "mountConfiguration"]);
    assert_eq!(
        told(true),
        [
            "userAccounts/0/password",
            "startTask/containerSettings/registry/password",
            "mountConfiguration/0/azureFileShareConfiguration/accountKey",
            "mountConfiguration/1/azureBlobFileSystemConfiguration/accountKey",
        ]
    );
    assert_eq!(planned.cautions.len(), 1);
    assert!(stage.submission.planned(Way::Update).dropped.is_empty());
    // Replacing with every secret at hand drops none.
    let planned = Stage::planned(Pool::steady(10).read()).submission.planned(Way::Replace);
    assert_eq!(planned.dropped, []);
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
    assert_eq!(stage.submission.planned(Way::Update).cautions.len(), 2);
}

#[test]
fn no_secret_leaves_the_body() {
    let stage = Stage::watching();
    assert!(!stage.submission.note().to_json().contains(SECRET));
    let planned = Stage::planned(no_pool()).submission.planned(Way::Create);
    assert!(!format!("{:?}", planned.headers).contains(SECRET));
    assert!(!planned.call.route.contains(SECRET));
}
