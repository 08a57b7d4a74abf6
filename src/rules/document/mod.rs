//! Rules about the text itself and the parts of the plan that are not the pool.

mod duplicate_member;
mod large_text;
mod legacy_client_library;
mod moved_or_left_out;
mod no_pool;
mod other_resource_type;
mod plan_format;
mod unknown_plan_member;
mod unreadable_text;
mod wrong_plan_value;
mod wrong_root;

use super::{Finding, Report};
use crate::input::{Dialect, Note, NoteKind, ParseTrouble, Pool};
use crate::model::{Node, Value};

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[
    &unreadable_text::RULE,
    &duplicate_member::RULE,
    &wrong_root::RULE,
    &unknown_plan_member::RULE,
    &wrong_plan_value::RULE,
    &large_text::RULE,
    &moved_or_left_out::RULE,
    &legacy_client_library::RULE,
    &no_pool::RULE,
    &other_resource_type::RULE,
];

/// What is to be said about how the text was read.
pub fn of_reading(text: &str, dialect: Dialect, root: &Node, notes: &[Note]) -> Vec<Finding> {
    let mut report = Report::default();
    duplicate_member::find(root, &mut String::new(), &mut report);
    let others = [
        wrong_root::finding(root),
        large_text::finding(text),
        legacy_client_library::finding(text, dialect),
        other_resource_type::finding(text, notes),
    ];
    others.into_iter().flatten().for_each(|finding| report.add(finding));
    moved_or_left_out::findings(dialect, notes).for_each(|finding| report.add(finding));
    report.into_findings()
}

pub use moved_or_left_out::said;

/// What is to be said about a text that does not hold one pool.
pub fn of_pools(text: &str, pools: &[Pool]) -> Vec<Finding> {
    let found = super::reading::of_pools(text, pools);
    std::iter::once(found).chain(large_text::finding(text)).collect()
}

/// Whether what was read can be judged as a plan: it is an object, and no resource of another type.
pub fn is_a_plan(root: &Node, notes: &[Note]) -> bool {
    matches!(root.value, Value::Object(_)) && notes.iter().all(|note| note.kind != NoteKind::OtherType)
}

/// What is to be said about a text that cannot be read.
pub fn of_trouble(text: &str, trouble: ParseTrouble) -> Vec<Finding> {
    let found = unreadable_text::finding(text, trouble);
    std::iter::once(found).chain(large_text::finding(text)).collect()
}
