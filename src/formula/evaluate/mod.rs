//! A formula worked out: what the service would set, and what it would report as `autoScaleRun`. Follows Microsoft’s page
//! on automatic scaling; operations between types that the page does not list are errors here. What the page leaves open
//! is said where it is decided. The work is bounded, whatever the formula.

mod functions;
mod machine;
mod samples;
mod time;
mod value;
mod workload;

use super::Formula;
use crate::model::Moment;
use machine::{Ended, Machine};
use value::Value;

pub use workload::{Nodes, Workload};

/// The metrics a formula can ask for.
pub trait Samples {
    /// Whether there is a metric of this name, `$` included.
    fn has(&self, metric: &str) -> bool;
    /// When the first sample was taken; the others follow every 30 seconds.
    fn begin(&self) -> Moment;
    /// The sample of a metric that was taken at a moment, if a formula can see it now.
    fn sample(&self, metric: &str, at: Moment, now: Moment) -> Option<f64>;
    /// What a metric is as a number, without any of its methods.
    fn value(&self, metric: &str, now: Moment) -> f64;
    /// The targets of the pool so far: dedicated nodes and Spot nodes.
    fn targets(&self) -> [i64; 2];
}

/// What a formula comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// `autoScaleRun.results`: the service’s variables, then those of the formula by name, `$a=1;b=2`.
    pub results: String,
    /// The target of dedicated nodes; what it was before when the formula does not set it, or fails.
    pub target_dedicated: i64,
    /// The target of Spot nodes, likewise.
    pub target_spot: i64,
    /// What happens to the tasks of nodes that leave: one of `DEALLOCATION`.
    pub deallocation: &'static str,
    /// `autoScaleRun.error`.
    pub error: Option<EvaluationError>,
}

/// Why a formula came to nothing: no target is changed.
#[derive(Clone, Debug, PartialEq)]
pub struct EvaluationError {
    /// The service’s code: `InsufficientSampleData` or `AutoScalingFormulaEvaluationError`.
    pub code: &'static str,
    /// The service’s message for lacking samples; for anything else the words are ours.
    pub message: &'static str,
    /// Where and what: `Line 1, Col 24: …`. The service adds it as a further message.
    pub detail: String,
}

/// The values of `$NodeDeallocationOption`, the default first.
pub const DEALLOCATION: [&str; 4] = ["requeue", "terminate", "taskcompletion", "retaineddata"];

/// The targets: the name, and the alias, which counts where the name is not set.
const TARGETS: [[&str; 2]; 2] = [
    ["$TargetDedicatedNodes", "$TargetDedicated"],
    ["$TargetLowPriorityNodes", "$TargetLowPriority"],
];
const OPTION: &str = "$NodeDeallocationOption";

/// Works a formula out at a moment. `chance` is what `rand()` draws from.
pub fn evaluate(text: &str, samples: &dyn Samples, now: Moment, chance: &mut fastrand::Rng) -> Evaluation {
    let formula = Formula::read(text);
    let mut machine = Machine::new(&formula, samples, now, chance);
    let before = samples.targets();
    let outcome = machine.run().and_then(|()| outcome(&machine, before));
    let (targets, deallocation, error) = match outcome {
        Ok((targets, deallocation)) => (targets, deallocation, None),
        Err(ended) => (
            before.map(|target| target as f64),
            DEALLOCATION[0],
            Some(failed(text, ended)),
        ),
    };
    let mut results = String::new();
    for ([name, _], target) in TARGETS.iter().zip(targets) {
        results.push_str(name);
        results.push('=');
        results.push_str(&value::number(target));
        results.push(';');
    }
    results.push_str(OPTION);
    results.push('=');
    results.push_str(deallocation);
    if error.is_none() {
        machine.write_own_variables(&mut results);
    }
    let [target_dedicated, target_spot] = targets.map(|target| target as i64);
    Evaluation {
        results,
        target_dedicated,
        target_spot,
        deallocation,
        error,
    }
}

/// The targets and the option that a formula leaves behind. A fraction of a node is cut off where the target is used, and
/// stays in the results (reported by users; the page does not say). A target below zero or beyond 32 bits fails.
fn outcome(machine: &Machine, before: [i64; 2]) -> Result<([f64; 2], &'static str), Ended> {
    let mut targets = before.map(|target| target as f64);
    for (names, target) in TARGETS.iter().zip(&mut targets) {
        let set = names.iter().find_map(|name| machine.variable(name));
        if let Some((value, at)) = set {
            *target = match machine.plain(value) {
                Value::Number(number) if number > -1.0 && number < 2_147_483_648.0 => number,
                Value::Number(_) => return Err(machine.fault(at, "the target is not a number of nodes")),
                _ => return Err(machine.fault(at, "the target is not a double")),
            };
        }
    }
    let mut deallocation = DEALLOCATION[0];
    if let Some((value, at)) = machine.variable(OPTION) {
        let known = DEALLOCATION
            .iter()
            .find(|known| matches!(value, Value::Text(text) if text == *known));
        deallocation = known.ok_or_else(|| machine.fault(at, "the option does not exist"))?;
    }
    Ok((targets, deallocation))
}

fn failed(text: &str, ended: Ended) -> EvaluationError {
    let before = text.get(..ended.at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let (code, message) = match ended.lacks_samples {
        true => (
            "InsufficientSampleData",
            "Autoscale evaluation failed due to insufficient sample data",
        ),
        false => (
            "AutoScalingFormulaEvaluationError",
            "The autoscale formula could not be evaluated",
        ),
    };
    EvaluationError {
        code,
        message,
        detail: format!("Line {line}, Col {column}: {}", ended.what),
    }
}

#[cfg(test)]
mod tests;
