//! Pool names that neighbours have, and one that no neighbour has.

use crate::facts::limits::POOL_NAME;
use crate::model::{Plan, path, placeholder};

/// The names of the pool and of each neighbour that clashes with it, with the neighbour's pointer.
pub(super) fn clashes<'a>(plan: &Plan<'a>, clash: fn(&str, &str) -> bool) -> Vec<(&'a str, &'a str, String)> {
    let filled = |name: &&str| !name.is_empty() && !placeholder(name);
    let Some(name) = plan.target.pool_name.filter(filled) else {
        return Vec::new();
    };
    let others = plan.neighbours.iter().enumerate().filter_map(|(index, neighbour)| {
        let other = neighbour.pool_name.filter(|other| clash(name, other))?;
        Some((
            name,
            other,
            path::child(&path::item(path::NEIGHBOURS, index), "poolName"),
        ))
    });
    others.collect()
}

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
