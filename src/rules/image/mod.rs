//! Rules about custom images.

mod managed_dedicated_cap;

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[&managed_dedicated_cap::RULE];
