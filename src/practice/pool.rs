//! A pool of the simulated account, and how it is told.

use super::allocation::{Allocation, Target};
use super::contract_body;
use crate::model::{ApiVersion, IsoDuration, Moment, Node, VmSize};

/// A pool. Its body holds what the contract lets be written, under the names of the newest api-version, without secrets.
#[derive(Clone, Debug)]
pub(super) struct Pool {
    /// Its name, in the letter case of its creation.
    pub(super) name: String,
    /// `identity`, `tags` and `properties` as they were written.
    pub(super) body: Node,
    /// The number of the change that made it what it is: its `ETag`.
    pub(super) change: u64,
    /// When it was made.
    pub(super) created: Moment,
    /// When it last changed as a pool; nodes that come and go are no such change.
    pub(super) modified: Moment,
    /// When it will be gone, once somebody deleted it.
    pub(super) gone_at: Option<Moment>,
    /// Since when it is being deleted.
    pub(super) deleted_at: Option<Moment>,
    /// Whether a resize was ever asked for.
    pub(super) resized: bool,
    /// Its nodes.
    pub(super) allocation: Allocation,
    /// When the formula is evaluated next.
    pub(super) evaluation: Option<Moment>,
    /// `autoScaleRun`.
    pub(super) run: Option<Node>,
    /// When Spot nodes may be taken back next.
    pub(super) reclaim: Moment,
    /// Dedicated nodes for which there is capacity, once somebody cut it.
    pub(super) capacity: Option<i64>,
    /// Spot nodes for which there is capacity, once somebody cut it.
    pub(super) spot_capacity: Option<i64>,
    /// Spot nodes for which there is room, once somebody evicted them.
    pub(super) spot_left: Option<i64>,
}

/// `resizeTimeout` where nobody says another.
pub(super) const TIME_OUT: IsoDuration = crate::facts::limits::RESIZE_TIMEOUT_DEFAULT.value;

impl Pool {
    /// A member of its properties by pointer.
    pub(super) fn at(&self, pointer: &str) -> Option<&Node> {
        self.body.get("properties")?.at(pointer)
    }

    /// A text among its properties.
    pub(super) fn text(&self, pointer: &str) -> Option<&str> {
        self.at(pointer)?.as_text()
    }

    /// `imageReference`.
    pub(super) fn image(&self) -> Option<&Node> {
        self.at("/deploymentConfiguration/virtualMachineConfiguration/imageReference")
    }

    /// The subnet.
    pub(super) fn subnet(&self) -> Option<&str> {
        self.text("/networkConfiguration/subnetId")
    }

    /// vCPUs of a node, by the name of its size; 1 where that does not tell.
    pub(super) fn vcpus(&self) -> i64 {
        let size = self.text("/vmSize").and_then(VmSize::parse);
        size.and_then(|size| size.vcpus).map_or(1, i64::from)
    }

    /// Spot nodes that may be there: what capacity and eviction leave.
    pub(super) fn most_spot(&self) -> Option<i64> {
        match (self.spot_capacity, self.spot_left) {
            (Some(capacity), Some(left)) => Some(capacity.min(left)),
            (one, other) => one.or(other),
        }
    }

    /// Nodes that are there.
    pub(super) fn nodes(&self) -> i64 {
        self.allocation.dedicated.saturating_add(self.allocation.spot)
    }

    /// Whether the pool is being deleted.
    pub(super) fn is_deleting(&self) -> bool {
        self.gone_at.is_some()
    }

    /// The formula, when one sets the nodes.
    pub(super) fn formula(&self) -> Option<&str> {
        self.text("/scaleSettings/autoScale/formula")
    }

    /// What its fixed scale asks for.
    pub(super) fn fixed_target(&self) -> Target {
        let fixed = self.at("/scaleSettings/fixedScale");
        let whole = |name: &str| fixed.and_then(|fixed| fixed.get(name)?.as_whole()).unwrap_or(0).max(0);
        Target {
            dedicated: whole("targetDedicatedNodes"),
            spot: whole("targetLowPriorityNodes"),
            time_out: fixed
                .and_then(|fixed| IsoDuration::parse(fixed.get("resizeTimeout")?.as_text()?).ok())
                .unwrap_or(TIME_OUT),
        }
    }

    /// Its `ETag`.
    pub(super) fn etag(&self) -> String {
        etag(self.change)
    }

    /// As the service tells it in an api-version.
    pub(super) fn told(&self, id: &str, version: ApiVersion) -> Node {
        let mut all = vec![
            ("id", Node::text(id)),
            ("name", Node::text(self.name.as_str())),
            ("type", Node::text("Microsoft.Batch/batchAccounts/pools")),
            ("etag", Node::text(self.etag())),
        ];
        let time = |moment: Moment| Node::text(moment.to_string());
        let allocation = &self.allocation;
        let (state, since) = match self.deleted_at {
            Some(since) => ("Deleting", since),
            None => ("Succeeded", self.created),
        };
        let mut properties = vec![
            ("lastModified", time(self.modified)),
            ("creationTime", time(self.created)),
            ("provisioningState", Node::text(state)),
            ("provisioningStateTransitionTime", time(since)),
            ("allocationState", Node::text(allocation.phase.name())),
            ("allocationStateTransitionTime", time(allocation.phase_since)),
        ];
        let body = contract_body::told(&self.body, version);
        for name in ["identity", "tags"] {
            all.extend(body.get(name).map(|node| (name, node.clone())));
        }
        let own = body.get("properties").map_or(&[][..], Node::members);
        properties.extend(own.iter().map(|member| (member.name.as_str(), member.node.clone())));
        properties.push(("currentDedicatedNodes", Node::number(allocation.dedicated)));
        properties.push(("currentLowPriorityNodes", Node::number(allocation.spot)));
        properties.extend(self.run.clone().map(|run| ("autoScaleRun", run)));
        if self.resized {
            properties.push(("resizeOperationStatus", allocation.resize_status()));
        }
        all.push(("properties", Node::object(properties)));
        Node::object(all)
    }
}

/// The `ETag` of a change: no two of a cloud are alike.
fn etag(change: u64) -> String {
    // An odd factor gives each number below 2⁵² another one.
    let mixed = change.wrapping_mul(0x9_E377_9B97_F4A7) & 0xF_FFFF_FFFF_FFFF;
    format!("W/\"0x8D{mixed:013X}\"")
}
