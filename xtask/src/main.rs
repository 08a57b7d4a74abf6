//! `cargo xtask serve | build | test | bench | mutants`: everything a new machine needs to run, check and release the app.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod bare_page;
mod bench;
mod browser;
mod build;
mod clients;
mod command;
mod mutants;
mod project;
mod serve;
mod sizes;
mod split;
mod stamp;
mod steps;
mod test;
mod texts;
mod tools;
mod trouble;

use std::process::ExitCode;

use trouble::{Outcome, Trouble};

/// What `cargo xtask` alone, or with a word it does not know, says.
const USAGE: &str = "\
cargo xtask serve [--port N] [--open] [--release]
    install what is missing, build the app, serve it on this machine only, rebuild on every save
cargo xtask build
    the release in dist/: hashed, checked, compressed, ready for any static host
cargo xtask test [--only STEP]… [--fail-fast] [--list]
    everything CI runs, cheapest first
cargo xtask bench [--only sizes|native|browser]
    sizes and speed, printed; nothing is asserted
cargo xtask mutants [--file FILE]… [--shard K/N] [any word cargo-mutants knows]
    slips put into the rules one at a time: is each of them seen by a test?
cargo xtask texts
    the texts of the page, one file per language; trunk runs this at the end of each build";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = if split::is_stand_in() {
        split::bind(&arguments)
    } else {
        dispatch(&arguments)
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("\n{trouble}");
            ExitCode::FAILURE
        }
    }
}

/// Calls the task that the first word names.
fn dispatch(arguments: &[String]) -> Outcome {
    let (task, rest) = match arguments.split_first() {
        None => ("help", arguments),
        Some((task, rest)) => (task.as_str(), rest),
    };
    match task {
        "serve" => serve::serve(&serve::Options::parse(rest)?),
        "build" => no_arguments(rest).and_then(|()| build::build()),
        "test" => test::test(&test::Options::parse(rest)?),
        "texts" => no_arguments(rest).and_then(|()| texts::write()),
        "bench" => bench::bench(&bench::Options::parse(rest)?),
        "mutants" => mutants::mutants(rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(unknown(other)),
    }
}

/// Refuses arguments where a task takes none.
fn no_arguments(rest: &[String]) -> Outcome {
    rest.first().map_or(Ok(()), |extra| Err(unknown(extra)))
}

/// The trouble of a word nobody knows here.
fn unknown(word: &str) -> Trouble {
    Trouble::new("xtask", format!("`{word}` is not known here\n{USAGE}"))
}
