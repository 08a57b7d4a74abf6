//! The official examples of the contract, from `../shared/specs`, which is not part of the repository: where it is missing,
//! the plans of `tests/fixtures/plans` are measured instead, without a schema.

use std::collections::BTreeMap;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use batch_pool_planner::analysis::analyse;
use batch_pool_planner::facts::pages::READ_ON;
use jsonschema::Validator;
use serde_json::{Value, json};

use super::{Outcome, file_name, files, median};

/// Each plan is measured so often; the ways take turns, so that a slow moment of the machine strikes them all.
const ROUNDS: usize = 60;
/// One measurement repeats the work until it has lasted so long.
const LONG_ENOUGH: Duration = Duration::from_micros(200);
/// How many times as long as the parse the analysis may take.
const TARGET: f64 = 5.0;

/// One plan, and the schema its pool is checked by.
struct Case<'a> {
    text: String,
    value: Value,
    schema: Option<&'a Validator>,
}

/// The median time of each way, in microseconds.
struct Times {
    analysis: f64,
    parse: f64,
    schema: Option<f64>,
}

/// Measures them and prints the figures.
pub fn measure_all() -> Outcome<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let specs = root.join("../shared/specs");
    let examples = official_examples(&specs)?;
    let mut schemas = BTreeMap::new();
    for (version, _) in &examples {
        if !schemas.contains_key(version) {
            schemas.insert(version.clone(), schema(&specs.join(version).join("openapi.json"))?);
        }
    }
    let mut cases = Vec::new();
    for (version, text) in examples {
        cases.push(case(text, schemas.get(&version))?);
    }
    if cases.is_empty() {
        println!(
            "No official example is there: the plans of tests/fixtures/plans are measured instead, without a schema."
        );
        for path in files(&root.join("tests/fixtures/plans"))? {
            let text = fs::read_to_string(path)?;
            // Only what a bare parser reads can be compared with it.
            if serde_json::from_str::<Value>(&text).is_ok() {
                cases.push(case(text, None)?);
            }
        }
    }
    let times: Vec<Times> = cases.iter().map(measure).collect();
    print(&cases, &times);
    Ok(())
}

fn case(text: String, schema: Option<&Validator>) -> Outcome<Case<'_>> {
    let value = serde_json::from_str(&text)?;
    Ok(Case { text, value, schema })
}

/// The version and the plan text of each official example that creates a pool.
pub fn official_examples(specs: &Path) -> Outcome<Vec<(String, String)>> {
    let mut all = Vec::new();
    for folder in files(specs)? {
        let version = file_name(&folder);
        for path in files(&folder.join("examples"))? {
            if !file_name(&path).starts_with("PoolCreate_") {
                continue;
            }
            let example: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
            let body = example
                .pointer("/parameters/parameters")
                .ok_or("an example without a body")?;
            let plan = json!({ "target": { "apiVersion": version }, "pool": body });
            all.push((version.clone(), serde_json::to_string_pretty(&plan)?));
        }
    }
    Ok(all)
}

/// The schema of a pool, compiled.
fn schema(contract: &Path) -> Outcome<Validator> {
    let mut contract: Value = serde_json::from_str(&fs::read_to_string(contract)?)?;
    let mut definitions = contract
        .get_mut("definitions")
        .map(Value::take)
        .ok_or("a contract without definitions")?;
    forget_other_files(&mut definitions);
    let schema = json!({ "$ref": "#/definitions/Pool", "definitions": definitions });
    let validator = jsonschema::draft4::new(&schema).map_err(|error| error.to_string())?;
    if validator.is_valid(&json!({ "properties": { "vmSize": 1 } })) {
        return Err("the schema lets a number pass as a size".into());
    }
    Ok(validator)
}

/// The types all Azure contracts share stand in files of their own and hold nothing but read-only members.
fn forget_other_files(value: &mut Value) {
    match value {
        Value::Object(members) => {
            let elsewhere = |link: &Value| link.as_str().is_some_and(|link| !link.starts_with('#'));
            if members.get("$ref").is_some_and(elsewhere) {
                members.remove("$ref");
            }
            members.values_mut().for_each(forget_other_files);
        }
        Value::Array(items) => items.iter_mut().for_each(forget_other_files),
        _ => {}
    }
}

fn measure(case: &Case) -> Times {
    let pool = case.value.get("pool").unwrap_or(&Value::Null);
    let mut samples = [const { Vec::<f64>::new() }; 3];
    for _ in 0..ROUNDS {
        let [analysis, parse, schema] = &mut samples;
        analysis.push(time(|| analyse(black_box(&case.text), READ_ON)));
        parse.push(time(|| serde_json::from_str::<Value>(black_box(&case.text))));
        if let Some(validator) = case.schema {
            schema.push(time(|| validator.iter_errors(black_box(pool)).count()));
        }
    }
    let [analysis, parse, schema] = samples.map(|mut samples| median(&mut samples));
    Times {
        analysis,
        parse,
        schema: case.schema.map(|_| schema),
    }
}

/// Microseconds that one run takes, what it makes being let go included.
fn time<T>(work: impl Fn() -> T) -> f64 {
    let start = Instant::now();
    let mut runs = 0_u32;
    while runs == 0 || start.elapsed() < LONG_ENOUGH {
        for _ in 0..4 {
            black_box(work());
        }
        runs += 4;
    }
    start.elapsed().as_secs_f64() * 1e6 / f64::from(runs)
}

fn print(cases: &[Case], times: &[Times]) {
    let bytes: usize = cases.iter().map(|case| case.text.len()).sum();
    println!(
        "{} plans of {} bytes on average, {ROUNDS} rounds, medians",
        cases.len(),
        bytes / cases.len().max(1)
    );
    let row = |label: &str, mut values: Vec<f64>| {
        let median = median(&mut values);
        println!("{label:<36} {:>6} {median:>10.1} µs", values.len());
    };
    row("analysis", times.iter().map(|times| times.analysis).collect());
    row(
        "bare parse (serde_json)",
        times.iter().map(|times| times.parse).collect(),
    );
    row(
        "JSON schema (jsonschema, parsed)",
        times.iter().filter_map(|times| times.schema).collect(),
    );

    println!("\n{:<36} {:>8} {:>8} {:>8}", "", "least", "median", "most");
    let ratio = |label: &str, mut values: Vec<f64>, target: &str| {
        let middle = median(&mut values);
        if let (Some(least), Some(most)) = (values.first(), values.last()) {
            println!("{label:<36} {least:>8.2} {middle:>8.2} {most:>8.2}  {target}");
        }
    };
    let to_parse = times.iter().map(|times| times.analysis / times.parse).collect();
    ratio("analysis ÷ bare parse", to_parse, &format!("target: at most {TARGET}"));
    let to_schema = times.iter().filter_map(|times| Some(times.analysis / times.schema?));
    ratio("analysis ÷ JSON schema", to_schema.collect(), "");
}
