//! Rules about what comes of other forms than a plan: values that nobody knows yet, and texts that do not hold one pool.

mod not_one_pool;
mod unknown_value;

pub(super) use not_one_pool::finding as of_pools;
pub(super) use unknown_value::rests_on_unknown;

/// The rules of this folder, by id.
pub(super) static RULES: &[&super::Rule] = &[&unknown_value::RULE, &not_one_pool::RULE];
