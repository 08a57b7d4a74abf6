//! The one function that strings the stages together: text → [`Analysis`].

use std::ops::Range;

use crate::input::{self, Dialect, LineIndex, Note, ParseTrouble, Position, Reading};
use crate::model::{CalendarDate, Member, Node, Plan, Span, path};
use crate::rules::{self, Context, Finding, Place, Severity};

/// Everything that can be said about a text.
#[derive(Debug)]
pub struct Analysis {
    /// The form in which the pool was given.
    pub dialect: Dialect,
    /// The document in plan shape, when the text can be read.
    pub root: Option<Node>,
    /// What was moved or left out on the way to plan shape.
    pub notes: Vec<Note>,
    /// What is to be said, heaviest first, then by place.
    pub findings: Vec<Located>,
    /// The lines of the text.
    pub lines: LineIndex,
    /// The day it was judged for.
    pub as_of: CalendarDate,
}

/// A finding and where it stands in the text.
#[derive(Clone, Debug)]
pub struct Located {
    /// The finding.
    pub finding: Finding,
    /// The bytes of the text it is about.
    pub span: Range<usize>,
    /// The first of them, for people.
    pub position: Position,
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Advice.
    pub advice: usize,
}

impl Counts {
    /// How many there are of one severity.
    pub fn of(self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
            Severity::Advice => self.advice,
        }
    }
}

/// Reads and judges the bytes of a file, and gives its text when they are one.
pub fn analyse_bytes(bytes: &[u8], as_of: CalendarDate) -> (Analysis, Option<&str>) {
    match input::decode(bytes) {
        Ok(text) => (analyse(text, as_of), Some(text)),
        Err(trouble) => {
            // Up to the trouble it is a text, and there it is shown.
            let readable = bytes.get(..trouble.span.start).unwrap_or_default();
            let readable = std::str::from_utf8(readable).unwrap_or_default();
            let findings = rules::document::of_trouble(readable, trouble);
            let located = locate(readable, None, findings);
            (Analysis::of(Dialect::Plan, None, Vec::new(), located, as_of), None)
        }
    }
}

/// Reads and judges a text. Never fails: trouble in the text is a finding.
pub fn analyse(text: &str, as_of: CalendarDate) -> Analysis {
    judge(text, input::read(text), as_of)
}

/// Judges what was read of a text. Apart from [`analyse`] for who must give way between reading and judging.
pub fn judge(text: &str, reading: Reading, as_of: CalendarDate) -> Analysis {
    let (root, findings) = match reading.root {
        Ok(root) => {
            let mut findings = rules::document::of_reading(text, reading.dialect, &root, &reading.notes);
            if rules::document::is_a_plan(&root, &reading.notes) {
                findings.extend(rules::check(&Context {
                    plan: &Plan::read(&root),
                    as_of,
                }));
            }
            (Some(root), findings)
        }
        Err(trouble) => (None, rules::document::of_trouble(text, trouble)),
    };
    let located = locate(text, root.as_ref(), findings);
    Analysis::of(reading.dialect, root, reading.notes, located, as_of)
}

/// Gives findings their places in the text, the heaviest first.
fn locate(text: &str, root: Option<&Node>, findings: Vec<Finding>) -> (Vec<Located>, LineIndex) {
    let lines = LineIndex::new(text);
    let mut findings: Vec<Located> = findings
        .into_iter()
        .map(|finding| {
            let span = span_of(text, root, &finding.place);
            let position = lines.position(text, span.start);
            Located {
                finding,
                span: span.start..span.end,
                position,
            }
        })
        .collect();
    findings.sort_by_key(|located| (located.finding.severity, located.position, located.finding.rule.id));
    (findings, lines)
}

impl Analysis {
    fn of(
        dialect: Dialect,
        root: Option<Node>,
        notes: Vec<Note>,
        (findings, lines): (Vec<Located>, LineIndex),
        as_of: CalendarDate,
    ) -> Analysis {
        Analysis {
            dialect,
            root,
            notes,
            findings,
            lines,
            as_of,
        }
    }

    /// The typed view of the plan; `None` when the text cannot be read.
    pub fn plan(&self) -> Option<Plan<'_>> {
        self.root.as_ref().map(Plan::read)
    }

    /// How many findings there are of each severity.
    pub fn counts(&self) -> Counts {
        let count = |severity| {
            self.findings
                .iter()
                .filter(|located| located.finding.severity == severity)
                .count()
        };
        Counts {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            advice: count(Severity::Advice),
        }
    }
}

/// The bytes a place stands for: the value or name itself, or the name of the nearest thing above that is there.
fn span_of(text: &str, root: Option<&Node>, place: &Place) -> Span {
    let (root, pointer, by_name) = match (root, place) {
        (_, Place::Text(span, _)) => return *span,
        (Some(root), Place::Value(pointer) | Place::Inside(_, pointer)) => (root, pointer.as_str(), false),
        (Some(root), Place::Name(pointer)) => (root, pointer.as_str(), true),
        (None, _) => return Span::NOWHERE,
    };
    if let Some(node) = root.at(pointer) {
        let narrower = match place {
            Place::Inside(part, _) => input::span_inside(text, node.span, *part),
            _ if by_name => name_of(root, pointer).map(|member| member.name_span),
            _ => None,
        };
        return narrower.unwrap_or(node.span);
    }
    let mut at = pointer;
    while let Some((parent, _)) = path::split_last(at) {
        if let Some(member) = name_of(root, parent) {
            return member.name_span;
        }
        match root.at(parent) {
            // An item of a list has no name: its first mark stands for it.
            Some(item) if !parent.is_empty() => {
                return Span {
                    start: item.span.start,
                    end: (item.span.start + 1).min(item.span.end),
                };
            }
            Some(_) => break,
            None => {}
        }
        at = parent;
    }
    Span {
        start: root.span.start,
        end: (root.span.start + 1).min(root.span.end),
    }
}

fn name_of<'a>(root: &'a Node, pointer: &str) -> Option<&'a Member> {
    let (parent, name) = path::split_last(pointer)?;
    root.at(parent)?.member(&name)
}

/// Nothing but the parse: for callers that only ask whether a text can be read.
pub fn is_readable(text: &str) -> Result<(), ParseTrouble> {
    input::read(text).root.map(|_| ())
}
