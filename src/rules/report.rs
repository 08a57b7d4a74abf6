//! Collects findings, and stops listing those of one rule when nobody could read them all.

use super::{Finding, Rule, Severity};
use crate::words::{Message, Words, words};

/// So many findings of one rule are listed; of further ones only their number.
const MOST: usize = 100;

static MORE: Words = words(
    "Findings of this kind that are not listed: {0}. Correct the listed ones first.",
    "Constats de ce type qui ne sont pas listés : {0}. Corrigez d’abord ceux qui le sont.",
    "Rilievi di questo tipo non elencati: {0}. Correggere prima quelli elencati.",
);

/// The findings of one run, in the order they were made.
#[derive(Debug, Default)]
pub struct Report {
    findings: Vec<Finding>,
    tallies: Vec<(&'static str, Tally)>,
}

/// How often a rule has spoken.
#[derive(Debug, Default)]
struct Tally {
    listed: usize,
    more: i64,
    /// The first that is not listed, with the weight of the heaviest of them.
    first: Option<Finding>,
}

impl Report {
    /// Adds a finding.
    pub fn add(&mut self, finding: Finding) {
        match self.tally(finding.rule) {
            Some(tally) if tally.listed >= MOST => {
                tally.more += 1;
                let severity = finding.severity;
                let first = tally.first.get_or_insert(finding);
                first.severity = first.severity.min(severity);
                return;
            }
            Some(tally) => tally.listed += 1,
            None => self.tallies.push((
                finding.rule.id,
                Tally {
                    listed: 1,
                    ..Tally::default()
                },
            )),
        }
        self.findings.push(finding);
    }

    /// Adds a finding that takes some work to make: once there are too many of its rule to be listed, it is only counted.
    pub(super) fn add_with(&mut self, rule: &'static Rule, severity: Severity, make: impl FnOnce() -> Finding) {
        if let Some(Tally {
            first: Some(first),
            more,
            ..
        }) = self.tally(rule)
        {
            *more += 1;
            first.severity = first.severity.min(severity);
        } else {
            self.add(make());
        }
    }

    /// The findings.
    pub fn into_findings(mut self) -> Vec<Finding> {
        for (_, tally) in self.tallies {
            if let Some(mut first) = tally.first {
                first.message = Message::new(&MORE, [tally.more.into()]);
                first.fixes = Vec::new();
                first.stands_for_more = true;
                self.findings.push(first);
            }
        }
        self.findings
    }

    /// The tally of a rule that has spoken. There are as many as such rules: few enough to look through.
    fn tally(&mut self, rule: &Rule) -> Option<&mut Tally> {
        self.tallies
            .iter_mut()
            .find(|(id, _)| *id == rule.id)
            .map(|(_, tally)| tally)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyse;
    use crate::model::CalendarDate;
    use crate::words::Language;

    fn findings(unknown: usize) -> Vec<String> {
        let members: Vec<String> = (0..unknown).map(|number| format!("\"x{number}y\": 1")).collect();
        let text = format!("{{ \"pool\": {{ \"properties\": {{ {} }} }} }}", members.join(", "));
        let analysis = analyse(&text, CalendarDate::new(2026, 11, 21));
        let of_rule = analysis
            .findings
            .iter()
            .filter(|located| located.finding.rule.id == "AB0011");
        of_rule
            .map(|located| located.finding.message.text(Language::English))
            .collect()
    }

    #[test]
    fn as_many_as_anybody_reads_are_listed_and_the_rest_is_counted() {
        assert_eq!(findings(MOST).len(), MOST);
        let more = findings(MOST + 50);
        assert_eq!(more.len(), MOST + 1);
        assert_eq!(
            more.last().map(String::as_str),
            Some("Findings of this kind that are not listed: 50. Correct the listed ones first.")
        );
    }
}
