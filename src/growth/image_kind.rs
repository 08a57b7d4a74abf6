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
