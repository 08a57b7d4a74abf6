//! Rules about names.

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[];
