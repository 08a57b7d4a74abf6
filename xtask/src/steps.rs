//! The steps of the checks: what each is called, what it proves, how it is run.

use std::path::{Path, PathBuf};

use crate::browser;
use crate::build;
use crate::clients;
use crate::command::{answer, cargo, run, say};
use crate::project;
use crate::sizes::Sizes;
use crate::tools::{Toolbox, WASM_TARGET, node, poolplan, wasm_target};
use crate::trouble::{Outcome, Trouble};

/// One step of the checks.
pub struct Step {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it proves.
    pub what: &'static str,
    /// Does it.
    pub run: fn() -> Outcome,
    /// The step whose result this one looks at.
    pub needs: Option<&'static str>,
}

/// All steps, cheapest first.
pub const STEPS: [Step; 9] = [
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
        name: "clients",
        what: "Azure's own libraries send what the programs for them say, and drive the practice cloud",
        run: clients::clients,
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
    let on_web = ["clippy", "--locked", "--target", WASM_TARGET];
    let deny = ["--", "-D", "warnings"];
    run(
        "clippy",
        cargo().args(on_web).args(["--lib", "--bin", "app"]).args(deny),
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
            cargo().args(["nextest", "run", "--locked", "--workspace", "--no-tests=pass"]),
        )?;
        run("cargo test", cargo().args(["test", "--locked", "--workspace", "--doc"]))?;
    } else {
        run("cargo test", cargo().args(["test", "--locked", "--workspace"]))?;
    }
    println!();
    run(
        "cargo test",
        cargo()
            .args(["test", "--quiet", "--locked", "--workspace", "--test", "rules", "table"])
            .args(["--", "--nocapture"]),
    )
}

fn web() -> Outcome {
    wasm_target()?;
    let mut toolbox = Toolbox::default();
    toolbox.wasm_bindgen()?;
    let runner = toolbox
        .find("wasm-bindgen-test-runner")
        .ok_or_else(|| Trouble::new("wasm-bindgen-test-runner", "was not found beside wasm-bindgen"))?;
    let mut tests = cargo();
    browser::drive(&mut tests)?;
    tests
        .args(["test", "--locked", "--target", WASM_TARGET])
        .args(web_test_files()?)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    run("component tests", &mut tests)
}

/// `--test NAME` for each file in tests/ that is written for the browser only. The others, and the tests beside the code,
/// use native tools.
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
fn built_site() -> Outcome<PathBuf> {
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
    let mut node = browser::node_with_browser()?;
    // It serves the site together with the practice cloud.
    node.env("E2E_POOLPLAN", poolplan()?);
    run(
        "browser tests",
        // One file after the other: some of them measure the page, and not their neighbours.
        node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
            .args(files),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_needs_only_steps_before_it() {
        for (index, step) in STEPS.iter().enumerate() {
            assert!(
                step.needs
                    .is_none_or(|needed| { STEPS.iter().take(index).any(|earlier| earlier.name == needed) })
            );
        }
    }
}
