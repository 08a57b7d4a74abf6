//! Findings that somebody accepted in the plan, each with a reason, and what is to be said about that list itself.

mod meets_no_finding;
mod unknown_rule;
mod without_reason;

use super::{Finding, Report, Severity};
use crate::model::{Edit, Node, Value, path};

/// The rules about the list, by id.
pub(super) static RULES: &[&super::Rule] = &[&without_reason::RULE, &unknown_rule::RULE, &meets_no_finding::RULE];

/// That somebody accepted a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// Why.
    pub reason: String,
    /// The place of the entry in the list.
    pub entry: usize,
    /// The finding is an error: it is marked as seen, and counts all the same.
    pub seen: bool,
}

/// An entry of the list, as far as it is an object.
struct Entry<'a> {
    node: &'a Node,
    index: usize,
}

/// The place that an acceptance of a finding names; none for one that stands for many.
pub fn place(finding: &Finding) -> Option<&str> {
    (!finding.stands_for_more).then(|| finding.place.path())
}

impl<'a> Entry<'a> {
    fn pointer(&self) -> String {
        path::item(path::ACCEPTED, self.index)
    }

    /// A member that is there; `null` says no more than leaving it out.
    fn given(&self, name: &str) -> Option<&'a Node> {
        self.node.get(name).filter(|node| node.value != Value::Null)
    }

    fn text(&self, name: &str) -> Option<&'a str> {
        self.given(name)?.as_text()
    }

    fn rule(&self) -> Option<&'a str> {
        self.text("rule").map(str::trim)
    }

    fn path(&self) -> Option<&'a str> {
        self.text("path")
    }

    fn reason(&self) -> Option<&'a str> {
        self.text("reason").map(str::trim).filter(|reason| !reason.is_empty())
    }

    /// Whether a member has a value that is no text: then another rule speaks, and the entry says nothing.
    fn is_malformed(&self) -> bool {
        ["rule", "path", "reason"]
            .iter()
            .any(|name| self.given(name).is_some_and(|node| node.as_text().is_none()))
    }

    /// Whether it speaks of the place a finding stands at. One that stands for many is met by the rule alone.
    fn is_about(&self, finding: &Finding) -> bool {
        self.path()
            .is_none_or(|path| !finding.stands_for_more && path == finding.place.path())
    }
}

fn entries(root: &Node) -> impl Iterator<Item = Entry<'_>> {
    let items = root.get("accepted").map_or(&[][..], Node::items);
    items
        .iter()
        .enumerate()
        .filter(|(_, node)| matches!(node.value, Value::Object(_)))
        .map(|(index, node)| Entry { node, index })
}

/// Which findings were accepted, in their order, and what is to be said about the entries.
pub fn accept(root: &Node, findings: &[Finding]) -> (Vec<Option<Acceptance>>, Vec<Finding>) {
    let mut accepted = Vec::new();
    let mut report = Report::default();
    for entry in entries(root).filter(|entry| !entry.is_malformed()) {
        accepted.resize(findings.len(), None);
        let Some(rule) = entry.rule().and_then(super::find) else {
            report.add(unknown_rule::finding(&entry, findings));
            continue;
        };
        let Some(reason) = entry.reason() else {
            report.add(without_reason::finding(&entry, rule));
            continue;
        };
        let mut met = false;
        for (finding, accepted) in findings.iter().zip(&mut accepted) {
            if std::ptr::eq(finding.rule, rule) && entry.is_about(finding) {
                met = true;
                // Of several entries the first counts.
                accepted.get_or_insert_with(|| Acceptance {
                    reason: reason.to_owned(),
                    entry: entry.index,
                    seen: finding.severity == Severity::Error,
                });
            }
        }
        if !met {
            report.add(meets_no_finding::finding(&entry, rule, root));
        }
    }
    accepted.resize(findings.len(), None);
    (accepted, report.into_findings())
}

/// Whether findings of a rule can be accepted: those about the list itself cannot.
pub fn can_be_accepted(rule: &super::Rule) -> bool {
    !RULES.iter().any(|own| own.id == rule.id)
}

/// Writes the acceptance of what a rule finds at a place, or of all it finds: into an entry that lacks only the reason,
/// or a new one at the end of the list.
pub fn accept_edit(root: &Node, rule: &str, place: Option<&str>, reason: &str) -> Edit {
    let begun = entries(root).find(|entry| {
        let same = entry.rule().is_some_and(|own| own.eq_ignore_ascii_case(rule));
        same && entry.path() == place && entry.reason().is_none()
    });
    if let Some(entry) = begun {
        return Edit::set(path::child(&entry.pointer(), "reason"), Node::text(reason));
    }
    let members = [("rule", Some(rule)), ("path", place), ("reason", Some(reason))];
    let members = members
        .into_iter()
        .filter_map(|(name, text)| Some((name, Node::text(text?))));
    let entry = Node::object(members);
    match root.get("accepted").map(|list| &list.value) {
        Some(Value::List(items)) => Edit::set(path::item(path::ACCEPTED, items.len()), entry),
        _ => Edit::set(path::ACCEPTED, Node::list([entry])),
    }
}

/// Takes an entry out, and the list with its last.
pub fn withdraw_edit(root: &Node, entry: usize) -> Edit {
    let items = root.get("accepted").map_or(0, |list| list.items().len());
    match items {
        0 | 1 => Edit::remove(path::ACCEPTED),
        _ => Edit::remove(path::item(path::ACCEPTED, entry)),
    }
}
