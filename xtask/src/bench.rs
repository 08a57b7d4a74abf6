//! Sizes and speed, printed beside their targets. Nothing is asserted: machines differ.

use crate::bare_page;
use crate::browser;
use crate::build;
use crate::command::{cargo, run};
use crate::project;
use crate::sizes::Sizes;
use crate::trouble::{Outcome, Trouble};

/// A part of the measurements.
type Part = (&'static str, fn() -> Outcome);

/// All parts, in the order they are run.
const PARTS: [Part; 3] = [("sizes", sizes), ("native", native), ("browser", in_browser)];

/// The choices of `cargo xtask bench`.
#[derive(Debug, Default)]
pub struct Options {
    only: Option<String>,
}

impl Options {
    /// Reads the words after `bench`.
    pub fn parse(words: &[String]) -> Outcome<Self> {
        match words {
            [] => Ok(Self::default()),
            [flag, part] if flag == "--only" && PARTS.iter().any(|(name, _)| name == part) => Ok(Self {
                only: Some(part.clone()),
            }),
            _ => Err(
                Trouble::new("bench", "takes nothing but `--only sizes`, `native` or `browser`")
                    .type_this("cargo xtask bench"),
            ),
        }
    }
}

/// Measures what was chosen, all by default. The release is built first, so that figures are of today's code.
pub fn bench(options: &Options) -> Outcome {
    let chosen = |name: &str| options.only.as_deref().is_none_or(|only| only == name);
    if chosen("sizes") || chosen("browser") {
        build::build()?;
    }
    for (name, part) in PARTS.iter().filter(|(name, _)| chosen(name)) {
        println!("\n── {name}");
        part()?;
    }
    Ok(())
}

/// The built site file by file, and against a bare page built alike.
fn sizes() -> Outcome {
    let ours = Sizes::of(&project::dist())?;
    let bare = bare_page::build()?;
    println!("\nthe app\n{ours}\n\na bare Leptos page built alike\n{bare}\n");
    println!("{:<22} {:>10} {:>10} {:>10}", "brotli bytes", "app", "bare", "more");
    for (label, ending) in [
        ("WebAssembly", ".wasm"),
        ("JavaScript", ".js"),
        ("styles", ".css"),
        ("page", ".html"),
        ("pictures", ".svg"),
        ("texts", ".txt"),
    ] {
        let (ours, bare) = (of_kind(&ours, ending), of_kind(&bare, ending));
        println!("{label:<22} {ours:>10} {bare:>10} {:>10}", ours.saturating_sub(bare));
    }
    Ok(())
}

/// The compressed size of all files of one kind that the first load fetches.
fn of_kind(sizes: &Sizes, ending: &str) -> usize {
    sizes
        .files
        .iter()
        .filter(|file| file.first_load && file.name.ends_with(ending))
        .map(|file| file.brotli)
        .sum()
}

/// The core on this machine.
fn native() -> Outcome {
    run(
        "native benchmark",
        cargo().args(["run", "--locked", "--profile", "native", "--example", "bench"]),
    )
}

/// Keystroke to painted findings, load to interactive, in the browser.
fn in_browser() -> Outcome {
    let mut node = browser::node_with_browser()?;
    run("browser benchmark", node.arg("tests/e2e/bench.mjs"))
}
