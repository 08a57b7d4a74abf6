//! Rules that follow from the published contract: one walk along the pool body serves them all.

use super::{Context, Report};

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[];

/// Walks the pool body along the contract of the plan's api-version.
pub(super) fn walk(_context: &Context, _report: &mut Report) {}
