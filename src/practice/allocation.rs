//! The nodes of one simulated pool over time: a resize begins, nodes come at a model's pace, and it ends at its target, at
//! its time-out, at a limit, or because somebody stopped it.

use crate::model::{IsoDuration, Millis, Moment};

/// What kind of image the nodes are made from: the pace and the limits depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageKind {
    /// A Marketplace image.
    Marketplace,
    /// A version in a gallery, with so many replicas in the region of the account.
    Gallery {
        /// Its replicas there.
        replicas: i64,
    },
    /// A managed image.
    Managed,
}

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
    /// Spot nodes for which there is capacity at the moment; `None` without a limit.
    pub spot_capacity: Option<i64>,
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

/// An error of a resize: its code and text stand in `resizeOperationStatus.errors`.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    /// The code, as the service spells it.
    pub code: &'static str,
    /// The message, as the service words it.
    pub message: String,
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
#[derive(Clone, Debug)]
pub struct Allocation {
    /// Whether a resize goes on.
    pub phase: Phase,
    /// Since when.
    pub phase_since: Moment,
    /// What the last resize wants.
    pub target: Target,
    /// When it began.
    pub started: Moment,
    /// Dedicated nodes that are there.
    pub dedicated: i64,
    /// Spot nodes that are there.
    pub spot: i64,
    /// What went wrong in the last resize; kept until the next one.
    pub errors: Vec<Trouble>,
}

impl Allocation {
    /// No nodes, and a resize that begins at a moment.
    pub fn new(target: Target, now: Moment) -> Allocation {
        Allocation {
            phase: Phase::Resizing,
            phase_since: now,
            target,
            started: now,
            dedicated: 0,
            spot: 0,
            errors: Vec::new(),
        }
    }

    /// Lets time pass up to `now`. `chance` decides what is left to chance.
    pub fn advance(&mut self, by: Millis, now: Moment, circumstances: &Circumstances, chance: &mut fastrand::Rng) {
        let _ = (by, circumstances, chance);
        if self.phase != Phase::Steady && now > self.started {
            (self.dedicated, self.spot) = (self.target.dedicated, self.target.spot);
            (self.phase, self.phase_since) = (Phase::Steady, now);
        }
    }
}
