//! The live checks of whole plans against the practice cloud: all of them can be read, what they tell can be taken over, and
//! a plan that was read is judged no milder than before.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::path::Path;

use batch_pool_planner::analysis::{Analysis, analyse};
use batch_pool_planner::arm::Outcome;
use batch_pool_planner::arm::checks::{AT_ONCE, CheckState, Checks, Verdict};
use batch_pool_planner::input::apply;
use batch_pool_planner::model::{CalendarDate, Moment, Plan, path};
use batch_pool_planner::practice::{Cloud, SAMPLES};
use batch_pool_planner::rules::Severity;
use batch_pool_planner::words::Language;

const ENDPOINT: &str = "https://management.azure.com";

fn start() -> Moment {
    Moment::parse("2026-11-21T09:00:00Z").unwrap()
}

fn today() -> CalendarDate {
    start().date()
}

/// The plan with the names of the first sample account where it says none.
fn targeted(text: &str) -> Option<String> {
    let analysis = analyse(text, today());
    let edits = SAMPLES[0].missing(&analysis.plan()?);
    apply(text, &edits).ok()
}

/// Runs every check of a plan against a cloud.
fn run(plan: &Plan, cloud: &mut Cloud) -> Checks {
    let mut checks = Checks::of(plan);
    for _ in 0..1_000 {
        let wanted = checks.wanted(AT_ONCE);
        if wanted.is_empty() {
            break;
        }
        for (index, call) in wanted {
            let answer = cloud.answer(&call, Some("token"), ENDPOINT);
            checks.heard(index, Outcome::of(Ok(answer)), cloud.now());
        }
    }
    let (over, all) = checks.progress();
    assert_eq!(over, all);
    checks
}

fn errors(analysis: &Analysis) -> Vec<(&'static str, String)> {
    let findings = analysis.findings.iter().map(|located| &located.finding);
    let errors = findings.filter(|finding| finding.severity == Severity::Error);
    errors
        .map(|finding| (finding.rule.id, finding.place.path().to_owned()))
        .collect()
}

/// Every plan of the fixtures of rules that reads as it stands, and every example.
fn plans() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut plans = Vec::new();
    for folder in ["tests/fixtures/rules", "src/examples"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "jsonc") {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                plans.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    plans.sort();
    plans
}

#[test]
fn a_plan_that_was_read_is_judged_no_milder() {
    let (mut read, mut heavier) = (0, 0);
    for (name, text) in plans() {
        // What stands beside the pool must be a plan's: a value of a wrong type is replaced by what was read.
        let Some(text) = targeted(&text) else { continue };
        let before = analyse(&text, today());
        let Some(plan) = before.plan().filter(|plan| plan.pool.properties.is_some()) else {
            continue;
        };
        let mut cloud = Cloud::new(1, start());
        cloud.hold(&plan);
        let checks = run(&plan, &mut cloud);
        let Ok(taken) = apply(&text, &checks.edits(&plan)) else {
            panic!("{name}: what was read cannot be written")
        };
        let after = analyse(&taken, today());
        let noted = after.plan().map_or(0, |plan| plan.readings.len());
        let account = &checks.list()[0].state;
        if matches!(account, CheckState::Done(_)) {
            assert!(noted > 0, "{name}: nothing was noted in {taken}");
            read += 1;
        }
        let (before, after) = (errors(&before), errors(&after));
        for error in &before {
            // The format of the plan is mended by what is written into it, and what was accepted may be gone.
            let of_format = error.0.starts_with("AB00");
            // The practice cloud has at least one replica in the home region, which is the account’s unless the plan says so.
            let of_format = of_format || error.0 == "AB0108";
            assert!(of_format || after.contains(error), "{name}: {error:?} is gone");
        }
        heavier += usize::from(after.len() > before.len());
    }
    assert!(read > 300, "{read}");
    assert!(heavier > 0, "quotas that were read make errors");
}

#[test]
fn what_was_taken_over_is_read_the_same_again() {
    for (name, text) in plans().into_iter().filter(|(name, _)| !name.starts_with("AB")) {
        let text = targeted(&text).unwrap();
        let analysis = analyse(&text, today());
        let plan = analysis.plan().unwrap();
        let mut cloud = Cloud::new(1, start());
        cloud.hold(&plan);
        let taken = apply(&text, &run(&plan, &mut cloud).edits(&plan)).unwrap();
        let analysis = analyse(&taken, today());
        let plan = analysis.plan().unwrap();
        let again = apply(&taken, &run(&plan, &mut cloud).edits(&plan)).unwrap();
        assert_eq!(taken, again, "{name}");
        assert_eq!(plan.read_at(path::REGION), Some(start()), "{name}");
    }
}

#[test]
fn an_image_that_was_deleted_is_told() {
    let text = plans().into_iter().find(|(name, _)| name == "managed.jsonc").unwrap().1;
    let text = targeted(&text).unwrap();
    let analysis = analyse(&text, today());
    let plan = analysis.plan().unwrap();
    // Nothing was held: the account may be there, the image is not.
    let mut cloud = Cloud::new(1, start());
    let checks = run(&plan, &mut cloud);
    let image = checks.list().iter().find(|check| check.id == "image").unwrap();
    assert!(matches!(
        image.state,
        CheckState::Failed(Outcome::NotFound(_) | Outcome::Forbidden(_))
    ));
    for language in Language::ALL {
        assert!(!image.trouble().unwrap().text(language).is_empty());
    }
    cloud.hold(&plan);
    let checks = run(&plan, &mut cloud);
    let done = |id: &str| {
        let check = checks.list().iter().find(|check| check.id == id).unwrap();
        match &check.state {
            CheckState::Done(told) => told.verdict,
            other => panic!("{id}: {other:?}"),
        }
    };
    assert_eq!(done("rights"), Verdict::Fine);
    // The example is in another region than its account.
    assert_eq!(done("image"), Verdict::Trouble);
}
