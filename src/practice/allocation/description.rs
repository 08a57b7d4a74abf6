//! What the description of a pool says of its allocation.

use super::{Allocation, Phase};
use crate::model::Node;

impl Allocation {
    /// `resizeOperationStatus`. Its errors are told only once the pool is steady.
    pub fn resize_status(&self) -> Node {
        let mut members = vec![
            ("startTime", Node::text(self.started.to_string())),
            ("targetDedicatedNodes", Node::number(self.target.dedicated)),
            ("targetLowPriorityNodes", Node::number(self.target.spot)),
            ("nodeDeallocationOption", Node::text(self.deallocation.name())),
            ("resizeTimeout", Node::text(self.target.time_out.to_string())),
        ];
        if self.phase == Phase::Steady && !self.errors.is_empty() {
            let errors = self.errors.iter().map(|trouble| trouble.node());
            members.push(("errors", Node::list(errors)));
        }
        Node::object(members)
    }
}
