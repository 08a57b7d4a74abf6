//! How big a plan is: the standing line “2 400 nodes × 4 vCPU = 9 600 cores”.

use super::{Plan, VmSize};

/// Nodes and cores of a plan. vCPUs are read from the name of the size, so cores are a derived figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizing {
    /// Dedicated nodes of the fixed scale.
    pub dedicated: i64,
    /// Spot nodes of the fixed scale.
    pub spot: i64,
    /// Both together.
    pub nodes: i64,
    /// vCPUs of one node, when the name of the size tells.
    pub vcpus: Option<u32>,
    /// All cores, when the name of the size tells.
    pub cores: Option<i64>,
    /// Whether a formula sets the nodes, so that the counts say nothing.
    pub automatic: bool,
}

impl Sizing {
    /// Reads the size of a plan. Targets below 0 count as none.
    pub fn of(plan: &Plan) -> Sizing {
        let (dedicated, spot) = (plan.pool.dedicated().max(0), plan.pool.spot().max(0));
        let nodes = dedicated.saturating_add(spot);
        let vcpus = plan.pool.vm_size.and_then(VmSize::parse).and_then(|size| size.vcpus);
        Sizing {
            dedicated,
            spot,
            nodes,
            vcpus,
            cores: vcpus.map(|vcpus| nodes.saturating_mul(i64::from(vcpus))),
            automatic: plan.pool.auto.is_some() && plan.pool.fixed.is_none(),
        }
    }
}

/// How many portions of `each` it takes to hold `nodes`; one begun counts whole.
pub fn portions(nodes: i64, each: i64) -> i64 {
    let whole = |value: i64| u64::try_from(value).unwrap_or_default();
    i64::try_from(whole(nodes).div_ceil(whole(each).max(1))).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Node;

    #[test]
    fn a_portion_begun_counts_whole() {
        for (nodes, wanted) in [(-1, 0), (0, 0), (1, 1), (300, 1), (301, 2), (3_000, 10)] {
            assert_eq!(portions(nodes, 300), wanted, "{nodes}");
        }
        assert_eq!(portions(i64::MAX, 1), i64::MAX);
        assert_eq!(portions(7, 0), 7);
    }

    fn sizing(size: &str, scale: Node) -> Sizing {
        let properties = Node::object([("vmSize", Node::text(size)), ("scaleSettings", scale)]);
        let root = Node::object([("pool", Node::object([("properties", properties)]))]);
        Sizing::of(&Plan::read(&root))
    }

    fn fixed(dedicated: i64, spot: i64) -> Node {
        let fixed = Node::object([
            ("targetDedicatedNodes", Node::number(dedicated)),
            ("targetLowPriorityNodes", Node::number(spot)),
        ]);
        Node::object([("fixedScale", fixed)])
    }

    #[test]
    fn cores_are_nodes_times_vcpus() {
        let sizing = sizing("Standard_D4s_v5", fixed(2_000, 400));
        assert_eq!(
            (sizing.nodes, sizing.vcpus, sizing.cores),
            (2_400, Some(4), Some(9_600))
        );
    }

    #[test]
    fn an_unknown_size_leaves_cores_unknown_and_wild_counts_do_no_harm() {
        assert_eq!(sizing("{VM size}", fixed(1, 1)).cores, None);
        assert_eq!(sizing("Standard_D4s_v5", fixed(-3, 2)).nodes, 2);
        assert_eq!(
            sizing("Standard_D4s_v5", fixed(i64::MAX, i64::MAX)).cores,
            Some(i64::MAX)
        );
    }

    #[test]
    fn a_formula_sets_no_count() {
        let auto = Node::object([(
            "autoScale",
            Node::object([("formula", Node::text("$TargetDedicatedNodes=1;"))]),
        )]);
        let sizing = sizing("Standard_D4s_v5", auto);
        assert!(sizing.automatic);
        assert_eq!(sizing.nodes, 0);
    }
}
