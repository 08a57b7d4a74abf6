//! The official examples of the contract against the contract rules, the emitter and the dialects.
//!
//! They are not part of the repository: where `../shared/specs` is missing, nothing is compared, and that is said.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::path::{Path, PathBuf};

use batch_pool_planner::analysis::{Analysis, analyse};
use batch_pool_planner::arm::PutPool;
use batch_pool_planner::emit;
use batch_pool_planner::input::{self, Dialect};
use batch_pool_planner::model::{CalendarDate, Node};
use batch_pool_planner::rules::Severity;
use batch_pool_planner::words::Language;

const AS_OF: CalendarDate = CalendarDate::new(2026, 11, 21);

/// The examples whose names begin so, with their api-version folder.
fn examples(prefix: &str) -> Vec<(PathBuf, Node)> {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/specs");
    let Ok(versions) = std::fs::read_dir(&specs) else {
        println!("not run: {} is not there", specs.display());
        return Vec::new();
    };
    let folders = versions.map(|entry| entry.expect("an entry").path().join("examples"));
    let mut files: Vec<PathBuf> = folders
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flatten()
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            name.starts_with(prefix) && name.ends_with(".json")
        })
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("readable");
            let node = input::parse(&text).expect("JSON");
            (path, node)
        })
        .collect()
}

/// The errors of the contract rules, AB0011 to AB0019.
fn contract_errors(analysis: &Analysis) -> Vec<String> {
    let errors = analysis.findings.iter().filter(|located| {
        let id = located.finding.rule.id;
        located.finding.severity == Severity::Error && ("AB0009"..="AB0019").contains(&id)
    });
    errors
        .map(|located| {
            let message = located.finding.message.text(Language::English);
            format!(
                "{} {}: {message}",
                located.finding.rule.id,
                located.finding.place.path()
            )
        })
        .collect()
}

/// The last folder but one and the name: `2020-09-01/PoolCreate_CustomImage.json`.
fn short(path: &Path) -> String {
    let version = path.ancestors().nth(2).and_then(Path::file_name).expect("a version");
    let name = path.file_name().expect("a name");
    format!("{}/{}", version.to_string_lossy(), name.to_string_lossy())
}

/// The api-version of an example: the one it names.
fn version_of(path: &Path, parameters: &Node) -> String {
    let named = parameters
        .get("api-version")
        .and_then(Node::as_text)
        .expect("a version");
    // A slip of the official examples: this one names a version that does not exist.
    if short(path) == "2021-06-01/PoolCreate_UserAssignedIdentities.json" && named == "9999-09-09" {
        return "2021-06-01".to_owned();
    }
    named.to_owned()
}

fn target(path: &Path, parameters: &Node) -> Node {
    let text = |name: &str| Node::text(parameters.get(name).and_then(Node::as_text).expect(name));
    Node::object([
        ("subscriptionId", text("subscriptionId")),
        ("resourceGroup", text("resourceGroupName")),
        ("accountName", text("accountName")),
        ("poolName", text("poolName")),
        ("apiVersion", Node::text(version_of(path, parameters))),
    ])
}

#[test]
fn every_create_example_agrees_with_the_contract_and_comes_out_as_it_went_in() {
    let mut compared = 0;
    for (path, example) in examples("PoolCreate_") {
        let shown = short(&path);
        let parameters = example.get("parameters").expect("parameters");
        let body = parameters.get("parameters").expect("a body");
        let plan = Node::object([("target", target(&path, parameters)), ("pool", body.clone())]);
        let analysis = analyse(&plan.to_pretty_json(), AS_OF);
        // The quirks of the official examples (a pool segment in the ids of applications, a managed image in versions
        // that take none, one encryption target alone) concern the values of texts: the contract rules see none of them.
        assert_eq!(contract_errors(&analysis), Vec::<String>::new(), "{shown}");
        let plan = analysis.plan().expect("readable");
        assert_eq!(
            plan.api_version().name(),
            path.ancestors().nth(2).expect("a folder").file_name().expect("a name"),
            "{shown}: judged in its own api-version"
        );
        let request = PutPool::of(&plan).expect("a pool");
        assert_eq!(request.read_only, Vec::<String>::new(), "{shown}");
        let output = (emit::find("arm").expect("the ARM body").emit)(&request);
        let back = input::parse(&output.text).expect("JSON");
        assert!(back.same_json(body), "{shown}:\n{}", output.text);
        serde_json::from_str::<serde_json::Value>(&output.text).expect("strict JSON");
        // The body alone is read as the same pool.
        let alone = analyse(&body.to_pretty_json(), AS_OF);
        assert_eq!(alone.dialect, Dialect::PutBody, "{shown}");
        let read = alone.root.as_ref().and_then(|root| root.get("pool")).expect("a pool");
        assert!(read.same_json(body), "{shown}");
        compared += 1;
    }
    println!("create examples compared: {compared}");
}

#[test]
fn every_answer_reads_as_a_plan_without_what_only_the_service_sets() {
    let mut compared = 0;
    for (path, example) in examples("PoolGet").into_iter().chain(examples("PoolCreate_")) {
        let shown = short(&path);
        let parameters = example.get("parameters").expect("parameters");
        let Some(body) = example.at("/responses/200/body") else {
            panic!("{shown}: no answer")
        };
        let text = body.to_pretty_json();
        let reading = input::read(&text);
        assert_eq!(reading.dialect, Dialect::Resource, "{shown}");
        let plan_text = input::to_plan_text(&text).expect("readable");
        let read = reading.root.expect("readable");
        let again = input::read(&plan_text);
        assert_eq!(again.dialect, Dialect::Plan, "{shown}");
        let plan = again.root.expect("readable");
        assert!(plan.same_json(&read), "{shown}:\n{plan_text}");
        // An answer does not say its api-version: judge it in the one it was given in.
        let set = batch_pool_planner::model::Edit::set("/target/apiVersion", Node::text(version_of(&path, parameters)));
        let plan_text = input::apply(&plan_text, &[set]).expect("applies");
        let analysis = analyse(&plan_text, AS_OF);
        assert!(
            analysis
                .findings
                .iter()
                .all(|located| located.finding.rule.id != "AB0017"),
            "{shown}: read-only members are gone"
        );
        let errors: Vec<String> = contract_errors(&analysis)
            .into_iter()
            .filter(|error| !is_a_secret_an_answer_leaves_out(error))
            .collect();
        assert_eq!(errors, Vec::<String>::new(), "{shown}");
        compared += 1;
    }
    println!("answers compared: {compared}");
}

/// Passwords and keys are never given back, though a request must have some of them.
fn is_a_secret_an_answer_leaves_out(error: &str) -> bool {
    let path = error.strip_prefix("AB0016 ").and_then(|rest| rest.split(':').next());
    path.and_then(|path| path.strip_prefix("/pool"))
        .and_then(batch_pool_planner::facts::contract::member_at)
        .is_some_and(|member| member.secret)
}
