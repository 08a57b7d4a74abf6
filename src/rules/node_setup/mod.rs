//! Rules about start task, user accounts, application packages and mounts of a node.

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[];
