//! The practice cloud, spoken to as a client does.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

#[path = "../plans_at_random/drawing.rs"]
#[allow(dead_code)]
mod drawing;
mod protocol;
mod published;
mod sequences;
mod verdicts;

use batch_pool_planner::arm::{Answer, Call, Method};
use batch_pool_planner::input::parse;
use batch_pool_planner::model::{Moment, Node};
use batch_pool_planner::practice::{Cloud, SAMPLES};

const ENDPOINT: &str = "https://management.azure.com";
const MINUTE: i64 = 60_000;

fn start() -> Moment {
    Moment::parse("2026-11-22T09:00:00Z").unwrap()
}

fn cloud() -> Cloud {
    Cloud::new(7, start())
}

fn base() -> String {
    let sample = &SAMPLES[0];
    format!(
        "/subscriptions/{}/resourceGroups/{}/providers/Microsoft.Batch/batchAccounts/{}",
        sample.subscription, sample.group, sample.account
    )
}

fn pool_route(name: &str) -> String {
    format!("{}/pools/{name}?api-version=2025-06-01", base())
}

fn body(dedicated: i64, spot: i64) -> String {
    format!(
        r#"{{ "properties": {{ "vmSize": "Standard_D4s_v5", "deploymentConfiguration": {{ "virtualMachineConfiguration": {{
        "imageReference": {{ "id": "{}" }}, "nodeAgentSkuId": "batch.node.ubuntu 24.04" }} }},
        "scaleSettings": {{ "fixedScale": {{ "targetDedicatedNodes": {dedicated}, "targetLowPriorityNodes": {spot},
        "resizeTimeout": "PT30M" }} }} }} }}"#,
        image()
    )
}

fn image() -> String {
    let sample = &SAMPLES[0];
    format!(
        "/subscriptions/{}/resourceGroups/{}/providers/Microsoft.Compute/galleries/practicegallery/images/render/versions/1.0.0",
        sample.subscription, sample.group
    )
}

fn put(name: &str, body: &str) -> Call {
    Call::new(Method::Put, pool_route(name))
        .header("If-None-Match", "*")
        .json(body.to_owned())
}

fn ask(cloud: &mut Cloud, call: &Call) -> Answer {
    cloud.answer(call, Some("token"), ENDPOINT)
}

fn json(answer: &Answer) -> Node {
    parse(&answer.body).unwrap_or_else(|_| panic!("{answer:?}"))
}

fn text<'a>(node: &'a Node, pointer: &str) -> &'a str {
    node.at(pointer).and_then(Node::as_text).unwrap_or_default()
}

fn whole(node: &Node, pointer: &str) -> i64 {
    node.at(pointer).and_then(Node::as_whole).unwrap_or(-1)
}

fn code(answer: &Answer) -> String {
    text(&json(answer), "/error/code").to_owned()
}

fn get(cloud: &mut Cloud, name: &str) -> Answer {
    ask(cloud, &Call::get(pool_route(name)))
}

#[test]
fn a_pool_is_created_once_and_becomes_steady_with_its_nodes() {
    let mut cloud = cloud();
    assert_eq!(code(&get(&mut cloud, "render")), "PoolNotFound");
    let made = ask(&mut cloud, &put("render", &body(10, 4)));
    assert_eq!(made.status, 200, "{made:?}");
    let told = json(&made);
    assert_eq!(made.header("etag"), Some(text(&told, "/etag")));
    assert_eq!(text(&told, "/properties/allocationState"), "Resizing");
    assert_eq!(text(&told, "/properties/provisioningState"), "Succeeded");
    let again = ask(&mut cloud, &put("RENDER", &body(10, 4)));
    assert_eq!((again.status, code(&again).as_str()), (412, "ConditionNotMet"));
    cloud.advance(40 * MINUTE);
    let told = json(&get(&mut cloud, "render"));
    assert_eq!(text(&told, "/properties/allocationState"), "Steady");
    assert_eq!(whole(&told, "/properties/currentDedicatedNodes"), 10);
    assert_eq!(whole(&told, "/properties/currentLowPriorityNodes"), 4);
    assert!(told.at("/properties/resizeOperationStatus/errors").is_none());
}
