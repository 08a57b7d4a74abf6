//! Everything CI runs, cheapest first. All steps are tried, so that one run tells everything.

use std::time::{Duration, Instant};

use crate::steps::{STEPS, Step};
use crate::trouble::{Outcome, Trouble};

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
                    return Err(
                        Trouble::new("test", format!("`{other}` is not known")).type_this("cargo xtask test --list")
                    );
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
        .ok_or_else(|| Trouble::new("test", "`--only` wants the name of a step").type_this("cargo xtask test --list"))
}

/// Runs the steps and sums up.
pub fn test(options: &Options) -> Outcome {
    if options.list {
        for step in &STEPS {
            println!("{:<12} {}", step.name, step.what);
        }
        return Ok(());
    }
    let chosen = STEPS
        .iter()
        .filter(|step| options.only.is_empty() || options.only.iter().any(|name| name == step.name));
    let mut endings: Vec<(&Step, Ending)> = Vec::new();
    for step in chosen {
        let failed = |name: &str| {
            endings
                .iter()
                .any(|(step, ending)| step.name == name && !matches!(ending, Ending::Passed(_)))
        };
        let ending = if options.fail_fast && endings.iter().any(|(_, ending)| !matches!(ending, Ending::Passed(_))) {
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
            println!("── {}: FAILED after {:.1} s\n{trouble}", step.name, took.as_secs_f32());
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
                println!("{:<12} FAILED   {:>6.1} s  {trouble}", step.name, took.as_secs_f32());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_known_by_name() {
        assert_eq!(
            Options::parse(&["--only", "fmt"].map(str::to_owned)).unwrap().only,
            ["fmt"]
        );
        assert!(Options::parse(&["--only", "nothing"].map(str::to_owned)).is_err());
    }
}
