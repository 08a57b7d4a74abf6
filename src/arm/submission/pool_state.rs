//! A pool as the service describes it.

use crate::arm::outcome::Accepted;
use crate::input::take_read_only;
use crate::model::{IsoDuration, Moment, Node, path};

/// `allocationState`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allocation {
    /// No resize goes on.
    Steady,
    /// Nodes are added or removed.
    Resizing,
    /// A resize is being stopped.
    Stopping,
}

/// One of `resizeOperationStatus.errors`.
#[derive(Clone, Debug, PartialEq)]
pub struct ResizeError {
    /// Its code, as the service spells it.
    pub code: String,
    /// Its message.
    pub message: String,
    /// The error as JSON with its details, for the error dictionary.
    pub whole: Node,
}

/// `autoScaleRun`.
#[derive(Clone, Debug, PartialEq)]
pub struct AutoScaleRun {
    /// When the formula was evaluated.
    pub at: Option<Moment>,
    /// The values of its variables, as the service writes them.
    pub results: String,
    /// What went wrong.
    pub error: Option<ResizeError>,
}

/// A pool.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolState {
    /// The whole answer.
    pub body: Node,
    /// Its `ETag`.
    pub etag: Option<String>,
    /// Whether it is being deleted.
    pub deleting: bool,
    /// Whether nodes are being added or removed.
    pub allocation: Allocation,
    /// Dedicated nodes that are there.
    pub dedicated: i64,
    /// Spot nodes that are there.
    pub spot: i64,
    /// Dedicated nodes that shall be there.
    pub target_dedicated: i64,
    /// Spot nodes that shall be there.
    pub target_spot: i64,
    /// When the last resize began, by the clock of the service.
    pub started: Option<Moment>,
    /// The time-out of the last resize.
    pub time_out: Option<IsoDuration>,
    /// What went wrong in the last resize; only a steady pool tells.
    pub errors: Vec<ResizeError>,
    /// Whether the number of nodes follows a formula.
    pub auto_scale: bool,
    /// The last evaluation of the autoscale formula.
    pub auto_scale_run: Option<AutoScaleRun>,
}

impl PoolState {
    /// Reads the answer to a GET, PUT, PATCH or POST; `None` when it is no pool.
    pub fn read(accepted: &Accepted) -> Option<PoolState> {
        let own = accepted.body.get("properties")?;
        let text = |node: Option<&Node>| node.and_then(Node::as_text).map(str::to_owned);
        let whole = |node: Option<&Node>| node.and_then(Node::as_whole).unwrap_or(0).max(0);
        let allocation = match own.get("allocationState")?.as_text()? {
            state if state.eq_ignore_ascii_case("Steady") => Allocation::Steady,
            state if state.eq_ignore_ascii_case("Stopping") => Allocation::Stopping,
            _ => Allocation::Resizing,
        };
        let resize = own.get("resizeOperationStatus");
        let of_resize = |name: &str| resize.and_then(|resize| resize.get(name));
        let fixed = |name: &str| own.at("/scaleSettings/fixedScale").and_then(|fixed| fixed.get(name));
        let error = |node: &Node| ResizeError {
            code: text(node.get("code")).unwrap_or_default(),
            message: text(node.get("message")).unwrap_or_default(),
            whole: node.clone(),
        };
        let moment = |node: Option<&Node>| Moment::parse(node?.as_text()?);
        Some(PoolState {
            etag: accepted.etag.clone(),
            deleting: own.get("provisioningState").is_some_and(|state| state.says("Deleting")),
            allocation,
            dedicated: whole(own.get("currentDedicatedNodes")),
            spot: whole(own.get("currentLowPriorityNodes")),
            target_dedicated: whole(of_resize("targetDedicatedNodes").or_else(|| fixed("targetDedicatedNodes"))),
            target_spot: whole(of_resize("targetLowPriorityNodes").or_else(|| fixed("targetLowPriorityNodes"))),
            started: moment(of_resize("startTime")),
            time_out: of_resize("resizeTimeout")
                .or_else(|| fixed("resizeTimeout"))
                .and_then(|timeout| IsoDuration::parse(timeout.as_text()?).ok()),
            errors: of_resize("errors")
                .map_or(&[][..], Node::items)
                .iter()
                .map(error)
                .collect(),
            auto_scale: own.at("/scaleSettings/autoScale").is_some_and(|scale| !scale.is_null()),
            auto_scale_run: own.get("autoScaleRun").map(|run| AutoScaleRun {
                at: moment(run.get("evaluationTime")),
                results: text(run.get("results")).unwrap_or_default(),
                error: run.get("error").map(error),
            }),
            body: accepted.body.clone(),
        })
    }
    /// Dedicated and Spot nodes that are missing; negative where there are too many.
    pub fn missing(&self) -> (i64, i64) {
        (
            self.target_dedicated.saturating_sub(self.dedicated),
            self.target_spot.saturating_sub(self.spot),
        )
    }

    /// Whether there are as many nodes as there shall be.
    pub fn has_all(&self) -> bool {
        self.missing() == (0, 0)
    }

    /// What was set of it, without what only the service sets.
    pub fn settings(&self) -> Node {
        let mut body = self.body.clone();
        take_read_only(&mut body, path::POOL, &mut |_, _| {});
        body
    }
}
