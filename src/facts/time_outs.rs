//! The resize time-outs that Microsoft's pages advise, by the number of nodes: what rules and the model of growth share.

use super::limits::{
    GALLERY_TIMEOUT, GALLERY_TIMEOUT_NODES, LONG_TIMEOUT, LONG_TIMEOUT_ABOVE, MANAGED_TIMEOUT,
    MARKETPLACE_LONG_TIMEOUT_ABOVE, RESIZE_TIMEOUT_DEFAULT,
};
use crate::model::IsoDuration;

/// Advised for so many nodes from a managed image.
pub fn for_managed(nodes: i64) -> IsoDuration {
    if nodes > LONG_TIMEOUT_ABOVE.value {
        LONG_TIMEOUT.value
    } else {
        MANAGED_TIMEOUT.value
    }
}

/// The least seconds for so many nodes from a gallery image: in proportion to the nodes, a second begun counting whole,
/// and never below the time for one portion. The proportion is our arithmetic.
pub fn gallery_seconds(nodes: i64) -> u64 {
    let whole = |value: i64| u64::try_from(value).unwrap_or_default();
    let portion = GALLERY_TIMEOUT.value.seconds();
    let linear = portion
        .saturating_mul(whole(nodes))
        .div_ceil(whole(GALLERY_TIMEOUT_NODES.value).max(1));
    linear.max(portion)
}

/// [`gallery_seconds`] in whole minutes, one begun counting whole.
pub fn for_gallery(nodes: i64) -> IsoDuration {
    IsoDuration::minutes(gallery_seconds(nodes).div_ceil(60))
}

/// Advised for so many nodes from a Marketplace image.
pub fn for_marketplace(nodes: i64) -> IsoDuration {
    if nodes > MARKETPLACE_LONG_TIMEOUT_ABOVE.value {
        LONG_TIMEOUT.value
    } else {
        RESIZE_TIMEOUT_DEFAULT.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_for_a_gallery_image_grows_in_proportion_from_one_portion_on() {
        for (nodes, seconds) in [
            (1, 900),
            (1_000, 900),
            (1_001, 901),
            (1_100, 990),
            (2_000, 1_800),
            (3_000, 2_700),
        ] {
            assert_eq!(gallery_seconds(nodes), seconds, "{nodes}");
        }
        assert_eq!(gallery_seconds(-5), 900);
        assert!(gallery_seconds(i64::MAX) > 900);
    }

    #[test]
    fn more_nodes_than_the_default_serves_ask_for_the_long_time_out() {
        let minutes = |time_out: IsoDuration| time_out.seconds() / 60;
        assert_eq!([300, 301].map(for_managed).map(minutes), [20, 30]);
        assert_eq!([1_000, 1_001].map(for_marketplace).map(minutes), [15, 30]);
        assert_eq!([1_000, 1_001, 2_000].map(for_gallery).map(minutes), [15, 16, 30]);
    }
}
