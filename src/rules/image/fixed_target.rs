//! What several rules about images ask of a pool of fixed size.

use crate::facts::limits::RESIZE_TIMEOUT_DEFAULT;
use crate::model::{FixedScale, IsoDuration, Pool, path};

/// The member that asks for more nodes: the dedicated or the Spot target.
pub(super) fn fuller_target(pool: &Pool) -> &'static str {
    if pool.spot() > pool.dedicated() {
        path::SPOT
    } else {
        path::DEDICATED
    }
}

/// The resize time-out that holds, and as it is written, if it is. `None` when what is written cannot be read.
pub(super) fn resize_timeout<'a>(fixed: &FixedScale<'a>) -> Option<(IsoDuration, Option<&'a str>)> {
    let Some(written) = fixed.node.get(&path::last(path::RESIZE_TIMEOUT)) else {
        return Some((RESIZE_TIMEOUT_DEFAULT.value, None));
    };
    let text = written.as_text()?;
    Some((IsoDuration::parse(text).ok()?, Some(text)))
}

/// How many portions of `each` it takes to hold `nodes`.
pub(super) fn portions(nodes: i64, each: i64) -> i64 {
    let whole = |value: i64| u64::try_from(value).unwrap_or_default();
    i64::try_from(whole(nodes).div_ceil(whole(each).max(1))).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portion_begun_counts_whole() {
        for (nodes, wanted) in [(-1, 0), (0, 0), (1, 1), (300, 1), (301, 2), (3_000, 10)] {
            assert_eq!(portions(nodes, 300), wanted, "{nodes}");
        }
        assert_eq!(portions(i64::MAX, 1), i64::MAX);
        assert_eq!(portions(7, 0), 7);
    }
}
