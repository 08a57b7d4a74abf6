//! Two plans side by side: the members that differ by meaning and not by text, and the findings that come and go.

mod findings;
mod identity;
pub mod markdown;
mod masked;
mod meaning;
mod title;
mod walk;

pub use findings::{Change, FindingChange};

use crate::analysis::{Analysis, Counts};
use crate::facts::contract::Shape;
use crate::input::Dialect;
use crate::model::Node;
use crate::words::Words;

/// In which way something differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Only the first plan has it.
    OnlyA,
    /// Only the second plan has it.
    OnlyB,
    /// Both have it, with another value.
    Changed,
}

impl Kind {
    /// The name in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Kind::OnlyA => "only-a",
            Kind::OnlyB => "only-b",
            Kind::Changed => "changed",
        }
    }
}

/// What one of the plans holds at a place.
#[derive(Clone, Debug)]
pub struct Held<'a> {
    /// Its pointer into that plan.
    pub path: String,
    /// The value as it stands in the text.
    pub node: &'a Node,
    /// Whether the contract calls it a secret: then its value is shown nowhere.
    pub secret: bool,
    shape: Option<&'static Shape>,
}

impl Held<'_> {
    /// The value as JSON, secrets within it hidden; `None` when it is a secret itself.
    pub fn json(&self) -> Option<String> {
        (!self.secret).then(|| masked::masked(self.node, self.shape).to_json())
    }
}

/// One member, or one item of a list, in which two plans differ.
#[derive(Clone, Debug)]
pub struct Difference<'a> {
    /// In which way.
    pub kind: Kind,
    /// What the first plan holds.
    pub a: Option<Held<'a>>,
    /// What the second plan holds.
    pub b: Option<Held<'a>>,
}

impl<'a> Difference<'a> {
    /// What is held where it stands: by the second plan, else by the first.
    pub fn held(&self) -> Option<&Held<'a>> {
        self.b.as_ref().or(self.a.as_ref())
    }

    /// Its pointer: into the second plan where that has it, else into the first.
    pub fn path(&self) -> &str {
        self.held().map_or("", |held| &held.path)
    }

    /// What the form calls the member, if it has a row of its own.
    pub fn title(&self) -> Option<&'static Words> {
        title::of(self.path())
    }

    /// Whether it is about a secret.
    pub fn is_secret(&self) -> bool {
        self.held().is_some_and(|held| held.secret)
    }
}

/// Two plans, compared.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// What differs by meaning, in the order of the first plan; empty when a text cannot be read.
    pub differences: Vec<Difference<'a>>,
    /// What only one of them says, though it says no more than the documented default: no difference in meaning.
    pub defaults: Vec<Difference<'a>>,
    /// Findings that only one of them has, or that weigh differently.
    pub findings: Vec<FindingChange<'a>>,
    /// How many findings each has.
    pub counts: [Counts; 2],
    /// Whether each could be read.
    pub readable: [bool; 2],
}

impl Comparison<'_> {
    /// Whether both could be read and mean the same.
    pub fn is_same(&self) -> bool {
        self.readable == [true, true] && self.differences.is_empty()
    }

    /// How many findings changed in this way.
    pub fn count(&self, change: Change) -> usize {
        self.findings.iter().filter(|finding| finding.change == change).count()
    }
}

/// Compares two plans and what is said of them.
pub fn compare<'a>(a: &'a Analysis, b: &'a Analysis) -> Comparison<'a> {
    let walked = match (&a.root, &b.root) {
        (Some(from), Some(to)) => walk::compare(from, to, [a, b].into_iter().all(says_all)),
        _ => walk::Found::default(),
    };
    Comparison {
        differences: walked.differences,
        defaults: walked.defaults,
        findings: findings::changes(a, b),
        counts: [a.counts(), b.counts()],
        readable: [a.root.is_some(), b.root.is_some()],
    }
}

/// Whether a text is of the form that can say everything. A body or a request cannot say where the image came from, and
/// names its account where a plan need not, so that only one says so is no difference.
fn says_all(analysis: &Analysis) -> bool {
    analysis.dialect == Dialect::Plan
}

#[cfg(test)]
mod tests;
