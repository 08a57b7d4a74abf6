//! The nodes of one simulated pool over time: a resize begins, nodes come at the model's pace, and it ends at its target,
//! at its time-out, at a limit, or because somebody stopped it.
//!
//! Exact in simulated time: things happen at moments of their own, [`Allocation::next`] tells the next one, and it makes no
//! difference in how many steps time passes. Whoever has several pools in one quota lets all of them pass from moment to
//! moment.

mod arrivals;
mod course;
mod description;

mod snapshot;
mod trouble;

pub use crate::growth::ImageKind;
pub use trouble::{Kind, Trouble};

use crate::model::{IsoDuration, Moment};
use course::Timers;

/// What the account and its surroundings allow a pool at a moment. The pool's own nodes are not counted in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Circumstances {
    /// The image the nodes are made from.
    pub image: ImageKind,
    /// Whether the image, and what it was made from, are still there.
    pub image_is_there: bool,
    /// vCPUs of each node.
    pub vcpus: i64,
    /// Dedicated cores that the quota leaves to this pool; `None` without a limit.
    pub dedicated_cores: Option<i64>,
    /// Spot cores that the quota leaves to this pool; `None` without a limit.
    pub spot_cores: Option<i64>,
    /// Addresses that the subnet leaves to this pool; `None` without a subnet.
    pub addresses: Option<i64>,
    /// Most nodes that may talk to each other; `None` where they do not.
    pub inter_node: Option<i64>,
    /// Dedicated nodes for which there is capacity at the moment; `None` without a limit.
    pub dedicated_capacity: Option<i64>,
    /// Spot nodes for which there is capacity at the moment; `None` without a limit.
    pub spot_capacity: Option<i64>,
}

impl Circumstances {
    /// No limits at all.
    pub fn unlimited(image: ImageKind, vcpus: i64) -> Circumstances {
        Circumstances {
            image,
            image_is_there: true,
            vcpus,
            dedicated_cores: None,
            spot_cores: None,
            addresses: None,
            inter_node: None,
            dedicated_capacity: None,
            spot_capacity: None,
        }
    }
}

/// `allocationState`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// No resize goes on.
    Steady,
    /// Nodes come or go.
    Resizing,
    /// A resize is being stopped.
    Stopping,
}

/// `nodeDeallocationOption`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Deallocation {
    /// Tasks are ended and queued again.
    #[default]
    Requeue,
    /// Tasks are ended.
    Terminate,
    /// Nodes leave when their tasks are done.
    TaskCompletion,
    /// Nodes leave when the data of their tasks need no longer be kept.
    RetainedData,
}

/// What a resize wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// Dedicated nodes.
    pub dedicated: i64,
    /// Spot nodes.
    pub spot: i64,
    /// How long it may take.
    pub time_out: IsoDuration,
}

/// The nodes of a pool.
#[derive(Clone, Debug, PartialEq)]
pub struct Allocation {
    /// Whether a resize goes on.
    pub phase: Phase,
    /// Since when.
    pub phase_since: Moment,
    /// What the last resize wants.
    pub target: Target,
    /// What becomes of the tasks on nodes that leave in it.
    pub deallocation: Deallocation,
    /// When it began.
    pub started: Moment,
    /// Dedicated nodes that are there.
    pub dedicated: i64,
    /// Spot nodes of the pool. Those that were taken back count: the service says so of `currentLowPriorityNodes`.
    pub spot: i64,
    /// How many of the Spot nodes were taken back, and wait for their return.
    pub preempted: i64,
    /// What went wrong in the last resize, or so far in this one; kept until the next one begins.
    pub errors: Vec<Trouble>,
    seed: u64,
    timers: Timers,
}

impl Allocation {
    /// No nodes, and a resize that begins at a moment. The seed decides what is left to chance.
    pub fn new(target: Target, seed: u64, now: Moment) -> Allocation {
        let mut allocation = Allocation {
            phase: Phase::Steady,
            phase_since: now,
            target,
            deallocation: Deallocation::default(),
            started: now,
            dedicated: 0,
            spot: 0,
            preempted: 0,
            errors: Vec::new(),
            seed,
            timers: Timers::default(),
        };
        allocation.resize(target, Deallocation::default(), now);
        allocation
    }
}

/// Names of a kind of value, as the contract spells them.
macro_rules! named {
    ($kind:ident: $($value:ident),+) => {
        impl $kind {
            /// The name, as the contract spells it.
            pub fn name(self) -> &'static str {
                match self {
                    $($kind::$value => stringify!($value)),+
                }
            }

            /// The one of this name, in any letter case.
            pub fn named(name: &str) -> Option<$kind> {
                [$($kind::$value),+].into_iter().find(|value| value.name().eq_ignore_ascii_case(name))
            }
        }
    };
}

named!(Phase: Steady, Resizing, Stopping);
named!(Deallocation: Requeue, Terminate, TaskCompletion, RetainedData);
