//! How fast nodes come. The floor is derived from documented time-outs: so many nodes are there within so much time. When
//! the first of them is there, and in what portions they come, is our model.

use super::ImageKind;
use crate::facts::Citation;
use crate::facts::limits::{
    GALLERY_TIMEOUT, GALLERY_TIMEOUT_NODES, LONG_TIMEOUT_ABOVE, MARKETPLACE_LONG_TIMEOUT_ABOVE, NODES_PER_REPLICA,
    RESIZE_TIMEOUT_DEFAULT, SEVERAL_RESIZES_ABOVE,
};
use crate::model::{IsoDuration, Millis, portions};

/// From the beginning of a resize until machines are asked for. A model.
pub const ASKING: Millis = 30_000;
/// From then until a machine is there and counts as a node of the pool. A model.
pub const MACHINE: Millis = 90_000;
/// Nodes that come together. A model.
pub const BATCH: i64 = 20;
/// A resize brings its nodes in no more than about so many portions: those of a huge pool are larger. A model.
const MOST_BATCHES: i64 = 1_000;

/// What a pace rests on: the number of nodes, and the time that serves it.
pub static SOURCES: [Citation; 5] = [
    LONG_TIMEOUT_ABOVE.from,
    MARKETPLACE_LONG_TIMEOUT_ABOVE.from,
    RESIZE_TIMEOUT_DEFAULT.from,
    GALLERY_TIMEOUT.from,
    NODES_PER_REPLICA.from,
];

/// The pace at which one resize brings nodes: the slowest that the documentation still implies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Nodes that come together.
    pub batch: i64,
    /// The time between two batches.
    pub between: Millis,
    /// Nodes that one resize brings at most, where the documentation says that it may take several.
    pub most: Option<i64>,
}

impl Pace {
    /// The pace of a pool that shall have so many nodes, dedicated and Spot together.
    pub fn of(image: ImageKind, nodes: i64) -> Pace {
        let nodes = nodes.clamp(0, i64::from(i32::MAX));
        // A managed image: 300 nodes within the default of 15 minutes. Any other: 1 000 in the same time.
        let (served, within) = match image {
            ImageKind::Managed => (LONG_TIMEOUT_ABOVE.value, RESIZE_TIMEOUT_DEFAULT.value),
            ImageKind::Gallery { .. } => (GALLERY_TIMEOUT_NODES.value, GALLERY_TIMEOUT.value),
            ImageKind::Marketplace => (MARKETPLACE_LONG_TIMEOUT_ABOVE.value, RESIZE_TIMEOUT_DEFAULT.value),
        };
        let batch = BATCH.max(portions(nodes, MOST_BATCHES));
        let after_the_start = millis(within).saturating_sub(ASKING + MACHINE);
        let mut between = after_the_start.saturating_mul(batch) / served.max(1);
        // Fewer replicas than Microsoft asks for slow the provisioning down: in proportion, by our model.
        if let ImageKind::Gallery { replicas } = image {
            let asked = portions(nodes, NODES_PER_REPLICA.value).max(1);
            between = between.saturating_mul(asked) / replicas.clamp(1, asked);
        }
        Pace {
            batch,
            between: between.max(1),
            most: (image == ImageKind::Managed).then_some(SEVERAL_RESIZES_ABOVE.value),
        }
    }

    /// The time from the beginning of a resize until so many nodes have come, were there no limit to one resize.
    pub fn time_for(&self, nodes: i64) -> Millis {
        match portions(nodes, self.batch) {
            0 => 0,
            batches => (ASKING + MACHINE).saturating_add(self.between.saturating_mul(batches - 1)),
        }
    }

    /// Nodes that one resize has brought after so long.
    pub fn nodes_after(&self, time: Millis) -> i64 {
        let since_first = time.saturating_sub(ASKING + MACHINE);
        if since_first < 0 {
            return 0;
        }
        let nodes = (since_first / self.between + 1).saturating_mul(self.batch);
        self.most.map_or(nodes, |most| nodes.min(most))
    }
}

/// A duration in milliseconds.
pub fn millis(duration: IsoDuration) -> Millis {
    Millis::try_from(duration.seconds())
        .unwrap_or(Millis::MAX)
        .saturating_mul(1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Millis = 60_000;

    #[test]
    fn what_the_documents_say_is_enough_time_is_enough() {
        let gallery = |nodes| ImageKind::Gallery {
            replicas: portions(nodes, 300),
        };
        for (image, nodes, minutes) in [
            (ImageKind::Managed, 300, 15),
            (ImageKind::Marketplace, 1_000, 15),
            (gallery(1_000), 1_000, 15),
            (gallery(2_000), 2_000, 30),
            (gallery(3_000), 3_000, 45),
            (gallery(100_000), 100_000, 1_500),
        ] {
            let pace = Pace::of(image, nodes);
            let time = pace.time_for(nodes);
            assert!(time <= minutes * MINUTE, "{image:?} {nodes}: {time}");
            assert!(pace.nodes_after(minutes * MINUTE) >= nodes, "{image:?} {nodes}");
            // A floor, and no more than that: not twice as fast either.
            assert!(time > minutes * MINUTE / 2, "{image:?} {nodes}: {time}");
        }
    }

    #[test]
    fn half_the_replicas_take_twice_the_time_between_batches() {
        let with = |replicas| Pace::of(ImageKind::Gallery { replicas }, 2_400).between;
        assert_eq!(with(4), 2 * with(8));
        assert_eq!(with(8), with(80));
        assert_eq!(with(1), 8 * with(8));
        assert_eq!(with(0), with(1));
        assert_eq!(with(i64::MIN), with(1));
    }

    #[test]
    fn one_resize_brings_only_so_many_nodes_of_a_managed_image() {
        let pace = Pace::of(ImageKind::Managed, 2_000);
        assert_eq!(pace.nodes_after(600 * MINUTE), 300);
        assert_eq!(pace.nodes_after(0), 0);
        assert_eq!(pace.nodes_after(ASKING + MACHINE), 20);
    }

    #[test]
    fn wild_numbers_do_no_harm() {
        for nodes in [i64::MIN, -1, 0, 1, i64::from(i32::MAX), i64::MAX] {
            for image in [
                ImageKind::Managed,
                ImageKind::Marketplace,
                ImageKind::Gallery { replicas: 0 },
                ImageKind::Gallery { replicas: i64::MAX },
            ] {
                let pace = Pace::of(image, nodes);
                assert!(pace.between > 0 && pace.batch > 0);
                assert!(pace.time_for(nodes) >= 0);
                assert!(pace.nodes_after(Millis::MAX) >= 0 && pace.nodes_after(Millis::MIN) == 0);
            }
        }
    }
}
