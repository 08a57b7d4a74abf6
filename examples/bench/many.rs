//! Ten thousand plans in one run: fixtures of the rules, official examples where they are there, and the starters, each
//! varied in its names and numbers. Every run judges the same plans.

use std::collections::BTreeMap;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use batch_pool_planner::analysis::analyse;
use batch_pool_planner::examples;
use batch_pool_planner::facts::pages::READ_ON;
use batch_pool_planner::input;
use batch_pool_planner::model::{ApiVersion, Edit, Node, path};
use jsonschema::Validator;
use serde_json::Value;

use super::{Outcome, file_name, files, median, official, schema};

/// So many plans.
const PLANS: usize = 10_000;
/// Memory is read after so many plans, and at the end.
const EARLY: usize = 1_000;
/// Longer texts say more about one part than about a plan.
const LONGEST: usize = 20_000;

/// Measures the run and prints the figures.
pub fn measure() -> Outcome<()> {
    let bases = bases()?;
    let mut schemas: BTreeMap<ApiVersion, Validator> = BTreeMap::new();
    for version in ApiVersion::all() {
        schemas.insert(version, schema::of(version)?);
    }
    let mut samples = [(); 3].map(|()| Vec::with_capacity(PLANS));
    let (mut findings, mut bytes, mut early) = (0, 0, None);
    let mut slowest = vec![f64::MAX; bases.len()];
    for (number, base) in bases.iter().cycle().take(PLANS).enumerate() {
        let text = varied(&base.text, number);
        bytes += text.len();
        let [analysis, parse, checked] = &mut samples;
        let start = Instant::now();
        let judged = analyse(black_box(&text), READ_ON);
        let took = start.elapsed().as_secs_f64() * 1e6;
        analysis.push(took);
        // Of several turns the best: a slow moment of the machine says nothing about a plan.
        if let Some(best) = slowest.get_mut(number % bases.len()) {
            *best = best.min(took);
        }
        findings += judged.findings.len();
        let version = judged.plan().map_or(ApiVersion::NEWEST, |plan| plan.api_version());
        drop(judged);
        let start = Instant::now();
        let value: Value = serde_json::from_str(black_box(&text))?;
        parse.push(start.elapsed().as_secs_f64() * 1e6);
        if let (Some(validator), Some(pool)) = (schemas.get(&version), value.get("pool")) {
            let start = Instant::now();
            black_box(validator.iter_errors(black_box(pool)).count());
            checked.push(start.elapsed().as_secs_f64() * 1e6);
        }
        if number + 1 == EARLY {
            early = resident();
        }
    }
    let late = resident();
    println!(
        "{PLANS} plans in one run, made of {} texts; {} bytes and {:.1} findings on average",
        bases.len(),
        bytes / PLANS,
        findings as f64 / PLANS as f64
    );
    println!(
        "{:<36} {:>10} {:>10} {:>10}",
        "microseconds a plan", "mean", "median", "99 of 100"
    );
    let means = [
        "analysis",
        "bare parse (serde_json)",
        "JSON schema (jsonschema, parsed)",
    ]
    .iter()
    .zip(&mut samples)
    .map(|(label, samples)| row(label, samples));
    let means: Vec<f64> = means.collect();
    if let [analysis, parse, checked] = means.as_slice() {
        println!("analysis ÷ bare parse                {:>10.2}", analysis / parse);
        println!(
            "analysis ÷ (parse + JSON schema)     {:>10.2}",
            analysis / (parse + checked)
        );
    }
    let mut slowest: Vec<(f64, &Base)> = slowest.into_iter().zip(&bases).collect();
    slowest.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (took, base) in slowest.iter().take(5) {
        println!(
            "among the slowest: {took:>8.1} µs  {} ({} bytes)",
            base.name,
            base.text.len()
        );
    }
    match (early, late) {
        (Some(early), Some(late)) => println!(
            "resident memory: {early} KiB after {EARLY} plans, {late} KiB after {PLANS}: {:+} KiB",
            late - early
        ),
        _ => println!("resident memory: this system does not tell it"),
    }
    Ok(())
}

/// Prints the figures of one way and gives their mean.
fn row(label: &str, samples: &mut [f64]) -> f64 {
    let mean = samples.iter().sum::<f64>() / samples.len().max(1) as f64;
    let middle = median(samples);
    let late = samples.get(samples.len() * 99 / 100).copied().unwrap_or_default();
    println!("{label:<36} {mean:>10.1} {middle:>10.1} {late:>10.1}");
    mean
}

/// A plan to vary.
struct Base {
    name: String,
    text: String,
}

/// The plans to vary, as strict JSON, so that a bare parser reads them too.
fn bases() -> Outcome<Vec<Base>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let base = |name: String, text: &str| {
        let plan = input::to_plan_text(text).ok()?;
        let text = input::parse(&plan).ok()?.to_pretty_json();
        // Some fixtures hold numbers that a bare parser refuses.
        let readable = text.len() <= LONGEST && serde_json::from_str::<Value>(&text).is_ok();
        readable.then_some(Base { name, text })
    };
    let mut bases = Vec::new();
    for starter in examples::ALL {
        bases.extend(base(starter.title.en.to_owned(), starter.text));
    }
    let starters = bases.len();
    for (version, text) in official::official_examples(&root.join("../shared/specs"))? {
        bases.extend(base(format!("official example of {version}"), &text));
    }
    let official = bases.len() - starters;
    for path in files(&root.join("tests/fixtures/rules"))? {
        bases.extend(base(file_name(&path), &fs::read_to_string(path)?));
    }
    println!(
        "{starters} starters, {official} official examples and {} fixtures of the rules",
        bases.len() - starters - official
    );
    Ok(bases)
}

/// The plan of this number: another name, other numbers of nodes.
fn varied(base: &str, number: usize) -> String {
    let nodes = |factor: usize, most: usize| Node::number((number * factor % most) as i64);
    let edits = [
        Edit::set(path::POOL_NAME, Node::text(format!("pool-{number}"))),
        Edit::set(path::DEDICATED, nodes(7_919, 3_000)),
        Edit::set(path::SPOT, nodes(104_729, 1_200)),
    ];
    // Where the text has something else in the way, it stays as it is.
    input::apply(base, &edits).unwrap_or_else(|_| base.to_owned())
}

/// KiB of memory that this process holds, where the system tells it.
fn resident() -> Option<i64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}
