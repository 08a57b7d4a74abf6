//! Slips put into the rules one at a time (cargo-mutants): does a test see each of them?
//!
//! Minutes for a file, hours for all: never a part of `cargo xtask test`. Words after `mutants` go to cargo-mutants as they
//! are (`--file src/rules/scale/task_slots.rs`, `--shard 1/8`, `--in-diff changes.diff`, `--list`).

use std::path::Path;

use crate::command::say;
use crate::project;
use crate::tools::Toolbox;
use crate::trouble::{Outcome, Trouble};

/// What is changed when no file is named.
const RULES: [&str; 2] = ["--file", "src/rules/**/*.rs"];
/// The tests that matter to a rule: its fixtures, its boundaries, and those beside the code.
const TESTS: [&str; 5] = ["--lib", "--test", "rules", "--test", "plans_at_random"];
/// Plans drawn for each property, for each slip.
const CASES: &str = "48";

/// Runs cargo-mutants on a copy of the sources; what it finds is left in `target/mutants.out`.
pub fn mutants(words: &[String]) -> Outcome {
    let toolbox = Toolbox::for_mutants()?;
    let mut command = toolbox.mutants_command()?;
    let names_files = words.iter().any(|word| {
        ["-f", "--file", "--in-diff", "-F", "--re"]
            .iter()
            .any(|flag| word.starts_with(flag))
    });
    if !names_files {
        command.args(RULES);
    }
    let target = project::target();
    project::make_folder(&target)?;
    say(format!(
        "each slip is built and tested by itself, some seconds each; survivors stand in {}",
        target.join("mutants.out").join("missed.txt").display()
    ));
    command
        .arg("--output")
        .arg(&target)
        .args(["--no-shuffle", "--colors", "never"])
        .args(words)
        .arg("--")
        .args(TESTS)
        // One folder for all runs, so that the dependencies are built once; nobody debugs a slip.
        .env("CARGO_TARGET_DIR", target.join("mutants"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_INCREMENTAL", "1")
        .env("INSTA_UPDATE", "no")
        .env("PROPTEST_CASES", CASES);
    let status = command
        .status()
        .map_err(|error| Trouble::new("cargo-mutants", format!("could not be started: {error}")))?;
    if words.iter().any(|word| word == "--list") {
        return Ok(());
    }
    // By its own account 2 says that some were missed, 3 that some took too long.
    match status.code() {
        Some(0 | 2 | 3) => sum_up(&target.join("mutants.out")),
        _ => Err(Trouble::new(
            "cargo-mutants",
            format!("ended with {status}; its own words stand above"),
        )),
    }
}

/// How many slips were seen. One that never ends is seen as well; one that does not compile is none.
fn sum_up(folder: &Path) -> Outcome {
    let count = |name: &str| Ok(project::read_text(&folder.join(name))?.lines().count());
    let (seen, missed) = (count("caught.txt")? + count("timeout.txt")?, count("missed.txt")?);
    let all = seen + missed;
    println!(
        "{seen} of {all} slips were seen by a test ({} %)",
        100 * seen / all.max(1)
    );
    if missed == 0 {
        return Ok(());
    }
    Err(Trouble::new(
        "mutants",
        format!("{missed} slips were seen by no test; they are listed above"),
    ))
}
