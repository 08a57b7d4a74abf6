//! Every kind of answer against the published specifications in `../shared/specs`, where those are there.

use std::path::{Path, PathBuf};

use batch_pool_planner::arm::{Call, Method};
use batch_pool_planner::model::ApiVersion;
use batch_pool_planner::practice::{Cloud, SAMPLES};
use serde_json::{Map, Value, json};

use crate::{ENDPOINT, MINUTE, base, body, cloud};

fn specs() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/specs");
    if folder.is_dir() {
        return Some(folder);
    }
    println!(
        "not run: {} is not there, so no answer was held against a specification",
        folder.display()
    );
    None
}

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap();
    serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap()
}

/// Names of definitions that others are made of.
fn parts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            let of = members.get("allOf").and_then(Value::as_array).into_iter().flatten();
            found.extend(of.filter_map(|part| Some(part["$ref"].as_str()?.rsplit('/').next()?.to_owned())));
            members.values().for_each(|inner| parts(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| parts(inner, found)),
        _ => {}
    }
}

/// A definition as a JSON schema: links within one document, `x-nullable` as JSON schema says it, and no member but those
/// that are listed.
fn schema(value: &Value, open: bool) -> Value {
    match value {
        Value::Object(members) => {
            let mut out = Map::new();
            for (name, inner) in members {
                let inner = match (name.as_str(), inner) {
                    ("$ref", Value::String(link)) => {
                        json!(format!("#/definitions/{}", link.rsplit('/').next().unwrap()))
                    }
                    // Whatever is no keyword of a schema, and examples of it, say nothing here.
                    ("format" | "readOnly" | "example" | "discriminator", _) => continue,
                    _ => schema(inner, false),
                };
                out.insert(name.clone(), inner);
            }
            if !open && out.get("properties").is_some_and(Value::is_object) && !out.contains_key("allOf") {
                out.entry("additionalProperties").or_insert(json!(false));
            }
            if members.get("x-nullable") == Some(&json!(true)) {
                return json!({ "anyOf": [{ "type": "null" }, out] });
            }
            Value::Object(out)
        }
        Value::Array(items) => Value::Array(items.iter().map(|inner| schema(inner, false)).collect()),
        other => other.clone(),
    }
}

fn validator(contract: &Value, common: &Value, definition: &str) -> jsonschema::Validator {
    let mut open = Vec::new();
    parts(contract, &mut open);
    parts(common, &mut open);
    let mut definitions = Map::new();
    for document in [common, contract] {
        for (name, inner) in document["definitions"].as_object().unwrap() {
            definitions.insert(name.clone(), schema(inner, open.contains(name)));
        }
    }
    let root = json!({ "$ref": format!("#/definitions/{definition}"), "definitions": definitions });
    jsonschema::draft7::new(&root).unwrap()
}

fn answered(cloud: &mut Cloud, call: Call) -> Value {
    let answer = cloud.answer(&call, Some("t"), ENDPOINT);
    serde_json::from_str(&answer.body).unwrap_or_else(|error| panic!("{error}: {answer:?}"))
}

#[test]
fn every_answer_is_as_the_specifications_publish_it() {
    let Some(folder) = specs() else { return };
    let common = read(&folder.join("common-types-v5.json"));
    let (mut judged, mut wrong) = (0, Vec::new());
    for version in ApiVersion::all() {
        let file = folder.join(version.name()).join("openapi.json");
        if !file.is_file() {
            continue;
        }
        let contract = read(&file);
        let mut cloud = cloud();
        let subscription = format!("/subscriptions/{}", SAMPLES[0].subscription);
        let route = |path: &str| format!("{path}?api-version={}", version.name());
        let pool = |name: &str| route(&format!("{}/pools/{name}", base()));
        let body = body(700, 20).replacen(
            "\"scaleSettings\"",
            r#""startTask": { "commandLine": "true", "waitForSuccess": true },
            "metadata": [{ "name": "a", "value": "b" }], "scaleSettings""#,
            1,
        );
        let put = Call::new(Method::Put, pool("p").replace(version.name(), "2025-06-01")).json(body);
        assert_eq!(cloud.answer(&put, Some("t"), ENDPOINT).status, 200);
        let automatic = r#"{ "properties": { "scaleSettings": { "autoScale": {
            "formula": "$TargetDedicatedNodes = $PendingTasks.GetSample(20);" } } } }"#;
        let get = |path: String| Call::get(path);
        let mut answers = vec![
            ("Pool", answered(&mut cloud, get(pool("p")))),
            (
                "ListPoolsResult",
                answered(&mut cloud, get(route(&format!("{}/pools", base())))),
            ),
        ];
        cloud.advance(240 * MINUTE);
        answers.push(("Pool", answered(&mut cloud, get(pool("p")))));
        assert!(answers[2].1["properties"]["resizeOperationStatus"]["errors"].is_array());
        let patch =
            Call::new(Method::Patch, pool("p").replace(version.name(), "2025-06-01")).json(automatic.to_owned());
        assert_eq!(cloud.answer(&patch, Some("t"), ENDPOINT).status, 200);
        answers.push(("Pool", answered(&mut cloud, get(pool("p")))));
        assert!(answers[3].1["properties"]["autoScaleRun"]["error"].is_object());
        answers.push(("CloudError", answered(&mut cloud, get(pool("q")))));
        answers.push(("BatchAccount", answered(&mut cloud, get(route(&base())))));
        let accounts = format!("{subscription}/providers/Microsoft.Batch/batchAccounts");
        answers.push(("BatchAccountListResult", answered(&mut cloud, get(route(&accounts)))));
        let location = format!("{subscription}/providers/Microsoft.Batch/locations/westeurope");
        answers.push((
            "BatchLocationQuota",
            answered(&mut cloud, get(route(&format!("{location}/quotas")))),
        ));
        if contract["definitions"].get("SupportedSkusResult").is_some() {
            let sizes = route(&format!("{location}/virtualMachineSkus"));
            answers.push(("SupportedSkusResult", answered(&mut cloud, get(sizes))));
        }
        for (definition, answer) in answers {
            judged += 1;
            for error in validator(&contract, &common, definition).iter_errors(&answer) {
                wrong.push(format!("{version} {definition} {}: {error}", error.instance_path()));
            }
        }
    }
    println!("{judged} answers judged");
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}
