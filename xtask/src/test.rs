//! Everything CI runs, cheapest first. All steps are tried, so that one run tells everything.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::browser;
use crate::build;
use crate::command::{answer, cargo, run, say};
use crate::project;
use crate::sizes::Sizes;
use crate::tools::{Toolbox, WASM_TARGET, node, wasm_target};
use crate::trouble::{Outcome, Trouble};

/// One step of the checks.
struct Step {
    name: &'static str,
    what: &'static str,
    run: fn() -> Outcome,
    /// The step whose result this one looks at.
    needs: Option<&'static str>,
}

/// All steps, cheapest first.
const STEPS: [Step; 8] = [
    Step {
        name: "fmt",
        what: "the code is formatted",
        run: fmt,
        needs: None,
    },
    Step {
        name: "clippy",
        what: "no warning on this machine's target",
        run: clippy,
        needs: None,
    },
    Step {
        name: "clippy-web",
        what: "no warning on the browser's target",
        run: clippy_web,
        needs: None,
    },
    Step {
        name: "native",
        what: "unit, integration and documentation tests",
        run: native,
        needs: None,
    },
    Step {
        name: "web",
        what: "component tests in the browser",
        run: web,
        needs: None,
    },
    Step {
        name: "build",
        what: "the release builds and its integrity holds",
        run: release,
        needs: None,
    },
    Step {
        name: "size",
        what: "the first load keeps its budget",
        run: size,
        needs: Some("build"),
    },
    Step {
        name: "browser",
        what: "the built site in the browser",
        run: site,
        needs: Some("build"),
    },
];

/// How a step ended.
enum Ending {
    Passed(Duration),
    Failed(Duration, Trouble),
    NotRun(&'static str),
}

/// The choices of `cargo xtask test`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    only: Vec<String>,
    fail_fast: bool,
    list: bool,
}

impl Options {
    /// Reads the words after `test`.
    pub fn parse(words: &[String]) -> Outcome<Self> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--list" => options.list = true,
                "--fail-fast" => options.fail_fast = true,
                "--only" => options.only.push(step_name(words.next())?),
                other => {
                    return Err(Trouble::new("test", format!("`{other}` is not known"))
                        .type_this("cargo xtask test --list"));
                }
            }
        }
        Ok(options)
    }
}

/// A step's name from the command line.
fn step_name(word: Option<&String>) -> Outcome<String> {
    word.filter(|word| STEPS.iter().any(|step| step.name == word.as_str()))
        .cloned()
        .ok_or_else(|| {
            Trouble::new("test", "`--only` wants the name of a step")
                .type_this("cargo xtask test --list")
        })
}

/// Runs the steps and sums up.
pub fn test(options: &Options) -> Outcome {
    if options.list {
        for step in &STEPS {
            println!("{:<12} {}", step.name, step.what);
        }
        return Ok(());
    }
    let chosen = STEPS.iter().filter(|step| {
        options.only.is_empty() || options.only.iter().any(|name| name == step.name)
    });
    let mut endings: Vec<(&Step, Ending)> = Vec::new();
    for step in chosen {
        let failed = |name: &str| {
            endings
                .iter()
                .any(|(step, ending)| step.name == name && !matches!(ending, Ending::Passed(_)))
        };
        let ending = if options.fail_fast
            && endings
                .iter()
                .any(|(_, ending)| !matches!(ending, Ending::Passed(_)))
        {
            Ending::NotRun("an earlier step failed")
        } else if step.needs.is_some_and(failed) {
            Ending::NotRun("the release did not build")
        } else {
            perform(step)
        };
        endings.push((step, ending));
    }
    sum_up(&endings)
}

/// One step between its header and its duration.
fn perform(step: &Step) -> Ending {
    println!("\n── {}: {}", step.name, step.what);
    let started = Instant::now();
    let outcome = (step.run)();
    let took = started.elapsed();
    match outcome {
        Ok(()) => {
            println!("── {}: passed in {:.1} s", step.name, took.as_secs_f32());
            Ending::Passed(took)
        }
        Err(trouble) => {
            println!(
                "── {}: FAILED after {:.1} s\n{trouble}",
                step.name,
                took.as_secs_f32()
            );
            Ending::Failed(took, trouble)
        }
    }
}

/// The table at the end; anything but a pass is a failure of the whole.
fn sum_up(endings: &[(&Step, Ending)]) -> Outcome {
    println!("\n── summary");
    let mut missed = 0;
    for (step, ending) in endings {
        match ending {
            Ending::Passed(took) => {
                println!("{:<12} passed   {:>6.1} s", step.name, took.as_secs_f32())
            }
            Ending::Failed(took, trouble) => {
                missed += 1;
                println!(
                    "{:<12} FAILED   {:>6.1} s  {trouble}",
                    step.name,
                    took.as_secs_f32()
                );
            }
            Ending::NotRun(why) => {
                missed += 1;
                println!("{:<12} NOT RUN            {why}", step.name);
            }
        }
    }
    if missed == 0 {
        return Ok(());
    }
    Err(Trouble::new(
        "test",
        format!("{missed} of {} steps did not pass", endings.len()),
    ))
}

fn fmt() -> Outcome {
    let check = run("cargo fmt", cargo().args(["fmt", "--all", "--check"]));
    check.map_err(|trouble| trouble.type_this("cargo fmt --all"))
}

fn clippy() -> Outcome {
    run(
        "clippy",
        cargo().args([
            "clippy",
            "--locked",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]),
    )
}

fn clippy_web() -> Outcome {
    wasm_target()?;
    let on_web = ["clippy", "--locked", "--target", WASM_TARGET, "--lib"];
    let deny = ["--", "-D", "warnings"];
    run(
        "clippy",
        cargo().args(on_web).args(["--bin", "app"]).args(deny),
    )?;
    run(
        "clippy",
        cargo()
            .args(on_web)
            .args(["--profile", "test"])
            .args(web_test_files()?)
            .args(deny),
    )
}

fn native() -> Outcome {
    let nextest = answer(cargo().args(["nextest", "--version"])).is_some();
    if nextest {
        run(
            "cargo nextest",
            cargo().args([
                "nextest",
                "run",
                "--locked",
                "--workspace",
                "--no-tests=pass",
            ]),
        )?;
        return run(
            "cargo test",
            cargo().args(["test", "--locked", "--workspace", "--doc"]),
        );
    }
    run(
        "cargo test",
        cargo().args(["test", "--locked", "--workspace"]),
    )
}

fn web() -> Outcome {
    wasm_target()?;
    let mut toolbox = Toolbox::default();
    toolbox.wasm_bindgen()?;
    let runner = toolbox.find("wasm-bindgen-test-runner").ok_or_else(|| {
        Trouble::new(
            "wasm-bindgen-test-runner",
            "was not found beside wasm-bindgen",
        )
    })?;
    let mut tests = cargo();
    browser::drive(&mut tests)?;
    tests
        .args(["test", "--locked", "--target", WASM_TARGET, "--lib"])
        .args(web_test_files()?)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    run("component tests", &mut tests)
}

/// `--test NAME` for each file in tests/ that is written for the browser only; the others use native tools.
fn web_test_files() -> Outcome<Vec<String>> {
    let folder = project::root().join("tests");
    let mut arguments = Vec::new();
    for name in project::file_names(&folder)? {
        let Some(stem) = name.strip_suffix(".rs") else {
            continue;
        };
        if project::read_text(&folder.join(&name))?.contains("#![cfg(target_arch = \"wasm32\")]") {
            arguments.extend(["--test".to_owned(), stem.to_owned()]);
        }
    }
    Ok(arguments)
}

/// Node first: it brings wasm-opt, and a release that was not made small proves nothing about sizes.
fn release() -> Outcome {
    node()?;
    build::build()
}

fn size() -> Outcome {
    let sizes = Sizes::of(&built_site()?)?;
    println!("{sizes}");
    sizes.check()
}

/// The built site, or what to type to have one.
fn built_site() -> Outcome<std::path::PathBuf> {
    let dist = project::dist();
    if dist.join("index.html.br").is_file() {
        Ok(dist)
    } else {
        Err(Trouble::new("dist", "holds no release").type_this("cargo xtask build"))
    }
}

fn site() -> Outcome {
    built_site()?;
    let folder = Path::new("tests").join("e2e");
    let names = project::file_names(&project::root().join(&folder))?;
    let files: Vec<_> = names
        .iter()
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| folder.join(name))
        .collect();
    say(format!(
        "{} test files; pictures go to {}",
        files.len(),
        project::target().join("e2e-shots").display()
    ));
    let mut node: Command = browser::node_with_browser()?;
    run(
        "browser tests",
        node.args(["--test", "--test-reporter=spec"]).args(files),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_known_by_name() {
        assert_eq!(
            Options::parse(&["--only", "fmt"].map(str::to_owned))
                .unwrap()
                .only,
            ["fmt"]
        );
        assert!(Options::parse(&["--only", "nothing"].map(str::to_owned)).is_err());
    }

    #[test]
    fn a_step_needs_only_steps_before_it() {
        for (index, step) in STEPS.iter().enumerate() {
            assert!(step.needs.is_none_or(|needed| {
                STEPS
                    .iter()
                    .take(index)
                    .any(|earlier| earlier.name == needed)
            }));
        }
    }
}
