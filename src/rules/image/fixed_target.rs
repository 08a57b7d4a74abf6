//! What several rules about images ask of a pool of fixed size.

use crate::facts::limits::RESIZE_TIMEOUT_DEFAULT;
use crate::model::{FixedScale, IsoDuration, Pool, path};

/// The member that asks for more nodes: the dedicated or the Spot target.
pub(super) fn fuller_target(pool: &Pool) -> &'static str {
    let [(fuller, _), _] = pool.targets();
    fuller
}

/// The resize time-out that holds, and as it is written, if it is. `None` when what is written cannot be read.
pub(super) fn resize_timeout<'a>(fixed: &FixedScale<'a>) -> Option<(IsoDuration, Option<&'a str>)> {
    let Some(written) = fixed.node.get(&path::last(path::RESIZE_TIMEOUT)) else {
        return Some((RESIZE_TIMEOUT_DEFAULT.value, None));
    };
    let text = written.as_text()?;
    Some((IsoDuration::parse(text).ok()?, Some(text)))
}
