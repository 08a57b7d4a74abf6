//! A pool name that no neighbour has.

use crate::facts::limits_names::POOL_NAME;
use crate::model::Plan;

/// `wish`, cut to the documented length, or with the first number behind it that makes it free. Batch compares names
/// without letter case.
pub(super) fn like(wish: &str, plan: &Plan) -> String {
    let longest = POOL_NAME.value.1 as usize;
    let taken = |name: &str| {
        let mut names = plan.neighbours.iter().filter_map(|neighbour| neighbour.pool_name);
        names.any(|other| other.eq_ignore_ascii_case(name))
    };
    let ending = |number: usize| {
        if number < 2 {
            String::new()
        } else {
            format!("-{number}")
        }
    };
    // One more candidate than there are neighbours: one of them is free.
    let candidates = (1..=plan.neighbours.len() + 1).map(|number| {
        let ending = ending(number);
        let kept: String = wish.chars().take(longest.saturating_sub(ending.len())).collect();
        kept + &ending
    });
    let mut free = candidates.filter(|name| !taken(name));
    free.next().unwrap_or_default()
}
