//! What the rules of this area have in common.

use crate::model::{Edit, path};
use crate::rules::{Context, Finding, Rule, fix_titles};
use crate::words::Message;

/// Whether the plan is written for an api-version the rule speaks about. What other versions lack is the contract's.
pub(super) fn applies(context: &Context, rule: &Rule) -> bool {
    let version = context.plan.api_version();
    rule.versions
        .is_none_or(|(first, last)| first <= version && version <= last)
}

/// Offers to take a member away.
pub(super) fn offer_removal(finding: Finding, path: &str) -> Finding {
    let title = Message::new(&fix_titles::REMOVE, [path::last(path).into()]);
    finding.fix(title, [Edit::remove(path)])
}

/// What a message calls an item of a list: `dataDisks[2]`.
pub(super) fn label(list: &str, index: usize) -> String {
    let mut label = path::last(list);
    label.push('[');
    label.push_str(&index.to_string());
    label.push(']');
    label
}
