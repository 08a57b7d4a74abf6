//! Collects findings, and stops listing those of one rule when nobody could read them all.

use std::collections::BTreeMap;

use super::{Finding, Rule, Severity};
use crate::words::{Message, Words, words};

/// So many findings of one rule are listed; of further ones only their number.
const MOST: usize = 100;

static MORE: Words = words(
    "Findings of this kind that are not listed: {0}. Mend those that are first.",
    "Constats de ce type qui ne sont pas listés : {0}. Corrigez d’abord ceux qui le sont.",
    "Riscontri di questo tipo non elencati: {0}. Correggere prima quelli elencati.",
);

/// The findings of one run, in the order they were made.
#[derive(Debug, Default)]
pub struct Report {
    findings: Vec<Finding>,
    tallies: BTreeMap<&'static str, Tally>,
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
        let tally = self.tally(finding.rule);
        if tally.listed < MOST {
            tally.listed += 1;
            self.findings.push(finding);
            return;
        }
        tally.more += 1;
        let severity = finding.severity;
        let first = tally.first.get_or_insert(finding);
        first.severity = first.severity.min(severity);
    }

    /// Adds a finding that takes some work to make: once there are too many of its rule to be listed, it is only counted.
    pub(super) fn add_with(&mut self, rule: &'static Rule, severity: Severity, make: impl FnOnce() -> Finding) {
        let tally = self.tally(rule);
        match &mut tally.first {
            Some(first) => {
                tally.more += 1;
                first.severity = first.severity.min(severity);
            }
            None => self.add(make()),
        }
    }

    /// The findings.
    pub fn into_findings(mut self) -> Vec<Finding> {
        for tally in self.tallies.into_values() {
            if let Some(mut first) = tally.first {
                first.message = Message::new(&MORE, [tally.more.into()]);
                first.fixes = Vec::new();
                self.findings.push(first);
            }
        }
        self.findings
    }

    fn tally(&mut self, rule: &'static Rule) -> &mut Tally {
        self.tallies.entry(rule.id).or_default()
    }
}
