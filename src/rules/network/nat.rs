//! NAT pools as rules offer to mend them: a name or an end of a range that nothing else contradicts.

use super::shapes::offer_plain;
use crate::facts::limits::{FRONTEND_PORTS, FRONTEND_RESERVED, NAT_POOL_NAME};
use crate::model::{NatPool, Ports};
use crate::rules::Finding;

/// Whether a name of a NAT pool may have this character at all, and whether it may begin with it.
pub(super) fn is_name_character(c: char) -> (bool, bool) {
    let plain = c.is_ascii_alphanumeric();
    (plain || matches!(c, '_' | '.' | '-'), plain)
}

/// A name like this one that is allowed and that no pool has: without what is forbidden, cut off, and numbered if need be.
pub(super) fn free_name(name: &str, pools: &[NatPool]) -> Option<String> {
    let clean = |c: char| if is_name_character(c).0 { c } else { '-' };
    let text: String = name.trim().chars().map(clean).collect();
    let most = usize::try_from(NAT_POOL_NAME.value).unwrap_or(usize::MAX);
    // All that is left is ASCII, so that any cut falls between characters.
    let core = |room: usize| {
        let cut = text.get(..room.min(text.len())).unwrap_or_default();
        cut.trim_start_matches(|c| !is_name_character(c).1)
            .trim_end_matches(['-', '.'])
            .to_owned()
    };
    let free = |name: &String| !name.is_empty() && pools.iter().all(|pool| pool.name != Some(name));
    let whole = Some(core(most)).filter(free);
    let short = core(most.saturating_sub(3));
    let numbered = |number: i64| {
        let mut name = short.clone();
        name.push('-');
        name.push_str(&number.to_string());
        name
    };
    whole.or_else(|| (2..=99).map(numbered).find(|name| !short.is_empty() && free(name)))
}

/// Offers to end the frontend range of a pool so that it has this many ports, where nothing stands in the way.
pub(super) fn offer_end(finding: Finding, pool: &NatPool, pools: &[NatPool], count: i64) -> Finding {
    let Some(first) = pool.start else { return finding };
    let wanted = Ports {
        first,
        last: first.saturating_add(count) - 1,
    };
    let taken = pools
        .iter()
        .any(|other| other.index != pool.index && other.frontend().is_some_and(|ports| ports.overlaps(wanted)));
    if taken || !FRONTEND_PORTS.value.holds(wanted) || FRONTEND_RESERVED.value.overlaps(wanted) {
        return finding;
    }
    let pointer = pool.pointer("frontendPortRangeEnd");
    offer_plain(finding, &pointer, wanted.last)
}
