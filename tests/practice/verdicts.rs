//! What the rules say of a plan, and what the practice cloud answers to its request: whatever the contract or the
//! documentation refuses is refused, and what has no such error is accepted.

use std::path::{Path, PathBuf};

use batch_pool_planner::analysis::{Analysis, analyse};
use batch_pool_planner::arm::{Answer, Call, Method, PutPool};
use batch_pool_planner::explain::{explain, in_plan};
use batch_pool_planner::input::{apply, parse};
use batch_pool_planner::model::OsType;
use batch_pool_planner::model::{CalendarDate, Edit, Moment, Node, path};
use batch_pool_planner::practice::{Cloud, SAMPLES};
use batch_pool_planner::rules::{Basis, Severity, day_of};
use proptest::prelude::*;

use crate::drawing::{Drawn, plans};
use crate::{ENDPOINT, code};

/// Rules whose errors are about no request.
const OF_NO_REQUEST: [(&str, &str); 9] = [
    ("AB0001", "a text that cannot be read holds no request"),
    ("AB0002", "a request is written with each member once"),
    ("AB0003", "a text that is no object holds no request"),
    (
        "AB0005",
        "the plan's own members; those of the target are written as placeholders",
    ),
    ("AB0010", "the type of another resource is no part of the request"),
    ("AB0020", "what a plan accepts is no part of the request"),
    ("AB0024", "of several pools, none is the request"),
    (
        "AB0112",
        "Resource Manager takes no shared key: the way of signing in is no part of the request",
    ),
    (
        "AB0412",
        "for an api-version that does not exist the request is written in the newest",
    ),
];

/// Codes of what only the account can refuse, each with the member of the plan that tells of it.
const OF_THE_ACCOUNT: [(&str, &str); 1] = [("PoolQuotaReached", path::QUOTA_POOLS)];

/// What came of a plan.
enum Came {
    /// It holds no request.
    NoRequest,
    /// Rules and cloud agree.
    Agreed { refused: bool },
    /// They do not.
    Differs(String),
}

/// The rules of the errors that refuse.
fn refusing(analysis: &Analysis) -> Vec<&'static str> {
    let findings = analysis.findings.iter().map(|located| &located.finding);
    let refusing = findings.filter(|finding| {
        finding.severity == Severity::Error
            && matches!(finding.basis, Basis::Contract | Basis::Documented)
            && !OF_NO_REQUEST.iter().any(|(id, _)| *id == finding.rule.id)
    });
    refusing.map(|finding| finding.rule.id).collect()
}

/// The plan with everything it does not say of its target, and with a machine where it names none.
fn completed(root: &Node) -> Option<String> {
    let text = root.to_pretty_json();
    let analysis = analyse(&text, CalendarDate::new(2026, 11, 22));
    let plan = analysis.plan()?;
    let mut edits = SAMPLES[0].missing(&plan);
    let (image, agent) = match plan.node_os() {
        Some(OsType::Windows) => (
            ["MicrosoftWindowsServer", "WindowsServer", "2022-datacenter"],
            "windows amd64",
        ),
        _ => (["Canonical", "ubuntu-24_04-lts", "server"], "ubuntu 24.04"),
    };
    let names = ["publisher", "offer", "sku"].into_iter().zip(image.map(Node::text));
    for (pointer, value) in [
        (path::POOL_NAME, Node::text("practised")),
        (path::VM_SIZE, Node::text("Standard_D4ds_v5")),
        (path::IMAGE_REFERENCE, Node::object(names)),
        (path::NODE_AGENT, Node::text(format!("batch.node.{agent}"))),
    ] {
        if plan.at(pointer).is_none() && (pointer == path::POOL_NAME || plan.pool.body.is_some()) {
            edits.push(Edit::set(pointer, value));
        }
    }
    // Where something stands in the way that is no object, that part stays as it is.
    Some(edits.iter().fold(text, |text, edit| {
        apply(&text, std::slice::from_ref(edit)).unwrap_or(text)
    }))
}

fn sent(analysis: &Analysis, day: CalendarDate) -> Option<Answer> {
    let plan = analysis.plan()?;
    let request = PutPool::of(&plan).filter(|request| request.unknown().is_empty())?;
    let mut cloud = Cloud::new(1, Moment::parse(&format!("{day}T12:00:00Z")).unwrap());
    cloud.hold(&plan);
    let call = Call::new(Method::Put, request.route()).header("If-None-Match", "*");
    Some(cloud.answer(&call.json(request.body.to_json()), Some("token"), ENDPOINT))
}

fn came(root: &Node, day: CalendarDate) -> Came {
    let Some(text) = completed(root) else {
        return Came::NoRequest;
    };
    let analysis = analyse(&text, day);
    let Some(answer) = sent(&analysis, day) else {
        return Came::NoRequest;
    };
    let errors = refusing(&analysis);
    let refused = (400..500).contains(&answer.status);
    let told = |member: &str| analysis.root.as_ref().is_some_and(|root| root.at(member).is_some());
    let of_the_account = refused
        && OF_THE_ACCOUNT
            .iter()
            .any(|(own, member)| *own == code(&answer) && told(member));
    if refused != errors.is_empty() || of_the_account {
        return Came::Agreed { refused };
    }
    Came::Differs(format!("errors {errors:?}, answered {} {}", answer.status, answer.body))
}

fn judge(cases: Vec<(String, Node, CalendarDate)>) {
    let (mut accepted, mut refused, mut none, mut wrong) = (0, 0, 0, Vec::new());
    for (name, root, day) in cases {
        match came(&root, day) {
            Came::NoRequest => none += 1,
            Came::Agreed { refused: false } => accepted += 1,
            Came::Agreed { refused: true } => refused += 1,
            Came::Differs(how) => wrong.push(format!("{name}: {how}")),
        }
    }
    println!("{accepted} accepted, {refused} refused, {none} without a request");
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(accepted + refused > 0 || none == 0);
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

#[test]
fn the_fixtures_of_the_rules_are_answered_as_they_are_judged() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut cases = Vec::new();
    for folder in ["rules", "plans"] {
        for file in files(&fixtures.join(folder)) {
            let Ok(text) = std::fs::read_to_string(&file) else {
                continue;
            };
            let day = day_of(&text);
            let Some(root) = analyse(&text, day).root else { continue };
            cases.push((file.file_name().unwrap().to_string_lossy().into_owned(), root, day));
        }
    }
    assert!(cases.len() > 400, "{}", cases.len());
    judge(cases);
}

#[test]
fn what_is_about_no_request_is_known_and_has_a_reason() {
    for (id, reason) in OF_NO_REQUEST {
        assert!(
            batch_pool_planner::rules::find(id).is_some() && !reason.is_empty(),
            "{id}"
        );
    }
}

#[test]
fn the_official_examples_are_answered_as_they_are_judged() {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/specs");
    if !specs.is_dir() {
        println!("not run: {} is not there", specs.display());
        return;
    }
    let mut cases = Vec::new();
    let versions = std::fs::read_dir(&specs).unwrap().map(|entry| entry.unwrap().path());
    for file in versions.flat_map(|folder| files(&folder.join("examples"))) {
        let text = std::fs::read_to_string(&file).unwrap();
        let Ok(example) = parse(text.trim_start_matches('\u{feff}')) else {
            continue;
        };
        let parameter = |name: &str| example.at("/parameters").and_then(|all| all.get(name)).cloned();
        let name = file.display().to_string();
        if let (Some(body), Some(version), true) = (
            parameter("parameters"),
            parameter("api-version"),
            name.contains("PoolCreate_"),
        ) {
            let target = Node::object([("apiVersion", version)]);
            let root = Node::object([("target", target), ("pool", body)]);
            // Today, and on the day of its api-version, when nothing of it had ended yet.
            let then = file.ancestors().nth(2).and_then(|folder| folder.file_name()?.to_str());
            cases.push((
                format!("{name} then"),
                root.clone(),
                CalendarDate::parse(then.unwrap()).unwrap(),
            ));
            cases.push((name, root, CalendarDate::new(2026, 11, 22)));
        }
    }
    judge(cases);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn plans_at_random_are_answered_as_they_are_judged(drawn in plans()) {
        let drawn: Drawn = drawn;
        if let Came::Differs(how) = came(&drawn.plan(), CalendarDate::new(2026, 11, 22)) {
            prop_assert!(false, "{how}\n{drawn:?}");
        }
    }
}

/// A refusal names the property, so that its explanation leads to the member that the finding stands on.
#[test]
fn every_refusal_leads_back_to_the_place_of_its_finding() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules");
    let (mut led, mut wrong) = (0, Vec::new());
    for file in files(&fixtures) {
        let Ok(text) = std::fs::read_to_string(&file) else {
            continue;
        };
        let day = day_of(&text);
        let Some(text) = analyse(&text, day).root.as_ref().and_then(completed) else {
            continue;
        };
        let analysis = analyse(&text, day);
        let (Some(answer), Some(root)) = (sent(&analysis, day), &analysis.root) else {
            continue;
        };
        let findings = analysis.findings.iter().map(|located| &located.finding);
        let first = findings.into_iter().find(|finding| {
            let of_request = !OF_NO_REQUEST.iter().any(|(id, _)| *id == finding.rule.id);
            finding.severity == Severity::Error
                && matches!(finding.basis, Basis::Contract | Basis::Documented)
                && of_request
        });
        let Some(path) = first.map(|finding| finding.place.path()) else {
            continue;
        };
        if answer.status != 400 || !path.starts_with("/pool/") {
            continue;
        }
        let places: Vec<String> = explain(&answer.body)
            .iter()
            .flat_map(|explanation| in_plan(explanation, root, &[]).places)
            .map(|place| place.path)
            .collect();
        // A name of the data plane leads to what it is called in Resource Manager, and of a name that is an id, a path of
        // names can say no more than where it stands.
        let of_data_plane = path.trim_end().ends_with("/virtualMachineImageId");
        let above = path.rsplit_once('/').map_or("", |(above, _)| above);
        let leads = |place: &String| {
            place.eq_ignore_ascii_case(path.trim_end())
                || (of_data_plane && *place == path::IMAGE_ID)
                || (above.ends_with("/userAssignedIdentities") && place == above)
        };
        match places.iter().any(leads) {
            true => led += 1,
            false => wrong.push(format!("{}: {path} is none of {places:?}", file.display())),
        }
    }
    println!("{led} refusals lead back");
    assert!(
        wrong.is_empty(),
        "{} lead elsewhere:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
