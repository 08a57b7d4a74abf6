//! What lies beside the accounts: images, gallery versions, subnets, public IP addresses. Of each, what a plan can say of
//! it is kept; what Resource Manager tells is made of that.

use super::sample::SAMPLES;
use crate::facts::limits::SUBNET_RESERVED;
use crate::model::{Node, ResourceId};

/// Something that pools are made from.
#[derive(Clone, Debug)]
pub(super) struct Resource {
    /// Its id; of a Marketplace image publisher, offer and SKU.
    pub(super) id: String,
    /// Its region.
    pub(super) region: String,
    /// The region in which a gallery version has the replicas that its facts count.
    pub(super) replicas_in: Option<String>,
    /// Of an image, what a plan says of it; of a subnet, how long its prefix is.
    pub(super) facts: Node,
    /// Whether somebody deleted it.
    pub(super) gone: bool,
    /// Whether somebody filled the subnet.
    pub(super) full: bool,
}

impl Resource {
    /// Something that is there.
    pub(super) fn new(id: &str, region: &str, facts: Node) -> Resource {
        Resource {
            id: id.to_owned(),
            region: region.to_owned(),
            replicas_in: None,
            facts,
            gone: false,
            full: false,
        }
    }

    /// A subnet with room for so many nodes.
    pub(super) fn subnet(id: &str, region: &str, nodes: i64) -> Resource {
        let mut length = 20;
        while length > SHORTEST && room(length) < nodes {
            length -= 1;
        }
        Resource::new(id, region, Node::object([("prefixLength", Node::number(length))]))
    }

    /// Whether it lies in a subscription.
    pub(super) fn is_in(&self, subscription: &str) -> bool {
        ResourceId::parse(&self.id).is_some_and(|id| id.subscription.eq_ignore_ascii_case(subscription))
    }

    /// The length of a subnet's prefix.
    pub(super) fn prefix_length(&self) -> i64 {
        self.facts
            .get("prefixLength")
            .and_then(Node::as_whole)
            .unwrap_or(SHORTEST)
    }

    /// How many nodes a subnet has room for.
    pub(super) fn addresses(&self) -> i64 {
        room(self.prefix_length())
    }
}

/// Subnets are no larger than all of `10.0.0.0`.
const SHORTEST: i64 = 8;

fn room(length: i64) -> i64 {
    let bits = u32::try_from(32 - length.clamp(SHORTEST, 29)).unwrap_or(3);
    (1_i64 << bits) - SUBNET_RESERVED.value
}

/// What is there from the beginning, in the region of the first account.
pub(super) fn samples() -> Vec<Resource> {
    let Some(sample) = SAMPLES.first() else {
        return Vec::new();
    };
    let id = |rest: &str| {
        format!(
            "/subscriptions/{}/resourceGroups/{}/providers/{rest}",
            sample.subscription, sample.group
        )
    };
    let text = |name: &'static str, value: &str| (name, Node::text(value));
    let mut image = Resource::new(
        &id("Microsoft.Compute/galleries/practicegallery/images/render/versions/1.0.0"),
        sample.region,
        Node::object([
            text("source", "Snapshot"),
            text("region", sample.region),
            text("basePublisher", "FirstParty"),
            text("osType", "Linux"),
            text("hyperVGeneration", "V2"),
            text("osState", "Generalized"),
            ("replicasInRegion", Node::number(3)),
            ("hasPurchasePlan", Node::bool(false)),
        ]),
    );
    image.replicas_in = Some(sample.region.to_owned());
    let subnet = id("Microsoft.Network/virtualNetworks/practicenet/subnets/nodes");
    vec![image, Resource::subnet(&subnet, sample.region, 0)]
}
