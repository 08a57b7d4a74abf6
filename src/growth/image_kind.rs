//! What kind of image nodes are made from, as far as it decides how they come.

use crate::facts::limits::NODES_PER_REPLICA;
use crate::model::{self, Plan, portions};

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

impl ImageKind {
    /// The image of a plan. Where nothing says how many replicas there are, as many as Microsoft asks for.
    pub fn of(plan: &Plan) -> ImageKind {
        let image = plan.pool.image.kind();
        if image.is_gallery() {
            let asked = portions(plan.pool.nodes(), NODES_PER_REPLICA.value).max(1);
            ImageKind::Gallery {
                replicas: plan.image.replicas.unwrap_or(asked),
            }
        } else if matches!(image, model::ImageKind::Managed(_) | model::ImageKind::Vhd) {
            ImageKind::Managed
        } else {
            ImageKind::Marketplace
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Node;

    fn kind(id: &str, replicas: Option<i64>) -> ImageKind {
        let text = |name: &'static str, value: &str| Node::object([(name, Node::text(value))]);
        let machine = Node::object([("imageReference", text("id", id))]);
        let scale = Node::object([(
            "fixedScale",
            Node::object([("targetDedicatedNodes", Node::number(700))]),
        )]);
        let properties = Node::object([
            (
                "deploymentConfiguration",
                Node::object([("virtualMachineConfiguration", machine)]),
            ),
            ("scaleSettings", scale),
        ]);
        let image = Node::object(replicas.map(|replicas| ("replicasInRegion", Node::number(replicas))));
        let root = Node::object([("image", image), ("pool", Node::object([("properties", properties)]))]);
        ImageKind::of(&Plan::read(&root))
    }

    #[test]
    fn the_image_of_a_plan_decides() {
        let gallery =
            "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/a/images/b/versions/1.0.0";
        let managed = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/images/b";
        assert_eq!(kind(gallery, Some(2)), ImageKind::Gallery { replicas: 2 });
        assert_eq!(kind(gallery, None), ImageKind::Gallery { replicas: 3 });
        assert_eq!(kind(managed, Some(2)), ImageKind::Managed);
        assert_eq!(
            kind("https://a.blob.core.windows.net/b/c.vhd", None),
            ImageKind::Managed
        );
        assert_eq!(kind("", None), ImageKind::Marketplace);
    }
}
