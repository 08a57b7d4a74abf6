//! Metrics that stay as they are, to work formulas out with.

#[cfg(not(target_arch = "wasm32"))]
mod any_text;
mod pages;
mod refused;
mod values;
mod workload;

use super::*;

/// Samples that are always the same, the last minute not yet there.
struct Steady {
    begin: Moment,
    pending: f64,
    nodes: [i64; 2],
}

impl Samples for Steady {
    fn has(&self, metric: &str) -> bool {
        let known = "$PendingTasks $ActiveTasks $RunningTasks $PreemptedNodeCount $CPUPercent $CurrentDedicatedNodes";
        known.split(' ').any(|known| known == metric)
    }

    fn begin(&self) -> Moment {
        self.begin
    }

    fn sample(&self, metric: &str, at: Moment, now: Moment) -> Option<f64> {
        (now.since(at) >= 60_000).then(|| self.value(metric, at))
    }

    fn value(&self, metric: &str, _: Moment) -> f64 {
        match metric {
            "$CurrentDedicatedNodes" => self.nodes[0] as f64,
            "$CPUPercent" => 0.9,
            "$PreemptedNodeCount" => 2.0,
            _ => self.pending,
        }
    }

    fn targets(&self) -> [i64; 2] {
        self.nodes
    }
}

/// A Thursday, half past ten in the morning.
const NOW: &str = "2026-11-19T10:30:22.125Z";

fn now() -> Moment {
    Moment::parse(NOW).expect("a moment")
}

/// What a formula comes to when the pool is so many minutes old.
fn aged(minutes: i64, text: &str) -> Evaluation {
    let samples = Steady {
        begin: now().after(-minutes * 60_000),
        pending: 7.0,
        nodes: [4, 1],
    };
    evaluate(text, &samples, now(), &mut fastrand::Rng::with_seed(1))
}

fn results(text: &str) -> String {
    let evaluation = aged(600, text);
    assert_eq!(evaluation.error, None, "{text}");
    evaluation.results
}

/// The value of an expression, as the results show it.
fn value(expression: &str) -> String {
    let results = results(&format!("x = {expression};"));
    results.split_once(";x=").expect("the variable").1.to_owned()
}

fn detail(text: &str) -> String {
    let evaluation = aged(600, text);
    let error = evaluation
        .error
        .unwrap_or_else(|| panic!("{text} comes to {}", evaluation.results));
    assert_eq!(error.code, "AutoScalingFormulaEvaluationError", "{text}");
    assert_eq!((evaluation.target_dedicated, evaluation.target_spot), (4, 1), "{text}");
    assert_eq!(
        evaluation.results,
        "$TargetDedicatedNodes=4;$TargetLowPriorityNodes=1;$NodeDeallocationOption=requeue"
    );
    error.detail
}

const PENDING: &str = "startingNumberOfVMs = 1;
maxNumberofVMs = 25;
pendingTaskSamplePercent = $PendingTasks.GetSamplePercent(180 * TimeInterval_Second);
pendingTaskSamples = pendingTaskSamplePercent < 70 ? startingNumberOfVMs : avg($PendingTasks.GetSample(180 * TimeInterval_Second));
$TargetDedicatedNodes=min(maxNumberofVMs, pendingTaskSamples);
$NodeDeallocationOption = taskcompletion;";
