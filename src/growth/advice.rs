//! What to ask for when a pool is resized.

use super::ImageKind;
use crate::facts::limits::SEVERAL_RESIZES_ABOVE;
use crate::facts::time_outs::{for_gallery, for_managed, for_marketplace};
use crate::model::{IsoDuration, portions};

/// How many resizes it takes until so many nodes are there, which are not there yet: for a managed image one for each 300,
/// which is derived; for any other one. Nothing to bring takes none.
pub fn resizes_needed(image: ImageKind, nodes: i64) -> i64 {
    match image {
        ImageKind::Managed => portions(nodes, SEVERAL_RESIZES_ABOVE.value),
        ImageKind::Gallery { .. } | ImageKind::Marketplace => i64::from(nodes > 0),
    }
}

/// The resize time-out that the documentation advises for a pool of so many nodes.
pub fn advised_time_out(image: ImageKind, nodes: i64) -> IsoDuration {
    match image {
        ImageKind::Managed => for_managed(nodes),
        ImageKind::Gallery { .. } => for_gallery(nodes),
        ImageKind::Marketplace => for_marketplace(nodes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_managed_image_takes_one_resize_for_each_portion() {
        for (nodes, resizes) in [(-1, 0), (0, 0), (1, 1), (300, 1), (301, 2), (2_400, 8)] {
            assert_eq!(resizes_needed(ImageKind::Managed, nodes), resizes, "{nodes}");
        }
        assert_eq!(resizes_needed(ImageKind::Marketplace, 2_400), 1);
        assert_eq!(resizes_needed(ImageKind::Gallery { replicas: 1 }, 0), 0);
    }

    #[test]
    fn the_advised_time_out_is_what_the_rules_ask_for() {
        let minutes = |image, nodes| advised_time_out(image, nodes).seconds() / 60;
        assert_eq!(minutes(ImageKind::Managed, 300), 20);
        assert_eq!(minutes(ImageKind::Managed, 301), 30);
        assert_eq!(minutes(ImageKind::Gallery { replicas: 1 }, 10), 15);
        assert_eq!(minutes(ImageKind::Gallery { replicas: 7 }, 2_000), 30);
        assert_eq!(minutes(ImageKind::Marketplace, 2_000), 30);
    }
}
