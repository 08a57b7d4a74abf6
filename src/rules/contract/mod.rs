//! Rules that follow from the published contract: one walk along the pool body serves them all.

mod letter_case;
mod missing_required;
mod null_value;
mod number_does_not_fit;
mod other_version;
mod read_only_member;
mod trials;
mod unknown_member;
mod value_not_listed;
mod walk;
mod wrong_type;

use super::{Context, Report};

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[
    &unknown_member::RULE,
    &other_version::RULE,
    &wrong_type::RULE,
    &value_not_listed::RULE,
    &letter_case::RULE,
    &missing_required::RULE,
    &read_only_member::RULE,
    &number_does_not_fit::RULE,
    &null_value::RULE,
];

/// Walks the pool body along the contract of the plan's api-version.
pub(super) fn walk(context: &Context, report: &mut Report) {
    walk::Walk::new(trials::Trials::new(context), report).pool();
}
