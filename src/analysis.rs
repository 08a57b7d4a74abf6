//! The one function that strings the stages together: text → [`Analysis`].

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::input::{self, Dialect, LineIndex, Note, ParseTrouble, Pool, Position, Reading};
use crate::model::{CalendarDate, Member, Node, Plan, Span, path};
use crate::rules::acceptance::{self, Acceptance};
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
    /// What is to be said, heaviest first, then by place; what somebody accepted stands at the end.
    pub findings: Vec<Located>,
    /// The lines of the text.
    pub lines: Arc<LineIndex>,
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
    /// That somebody accepted it, or marked it as seen.
    pub acceptance: Option<Acceptance>,
}

impl Located {
    /// Whether it was accepted, so that it does not count. An error never is: it can only be seen.
    pub fn is_accepted(&self) -> bool {
        self.acceptance.as_ref().is_some_and(|acceptance| !acceptance.seen)
    }
}

/// How many findings there are of each severity, and how many were accepted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Advice.
    pub advice: usize,
    /// Warnings and advice that somebody accepted: they count as nothing else.
    pub accepted: usize,
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
pub fn analyse_bytes(bytes: &[u8], as_of: CalendarDate) -> (Analysis, Option<Cow<'_, str>>) {
    match input::decode(bytes) {
        Ok(text) => (analyse(&text, as_of), Some(text)),
        Err(trouble) => {
            // Up to the trouble it is a text, and there it is shown.
            let readable = bytes.get(..trouble.span.start).unwrap_or_default();
            let readable = std::str::from_utf8(readable).unwrap_or_default();
            let reading = Reading {
                dialect: Dialect::Plan,
                root: Err(trouble),
                notes: Vec::new(),
            };
            (judge_one(readable, reading, as_of, &lines_of(readable)), None)
        }
    }
}

fn lines_of(text: &str) -> Arc<LineIndex> {
    Arc::new(LineIndex::new(text))
}

/// Reads and judges a text. Never fails: trouble in the text is a finding.
pub fn analyse(text: &str, as_of: CalendarDate) -> Analysis {
    judge(text, input::read(text), as_of)
}

/// Judges what was read of a text. Apart from [`analyse`] for who must give way between reading and judging. A text in a
/// form that is not read at every keystroke is judged by its one pool; when it holds several, or none, that is the finding.
pub fn judge(text: &str, reading: Reading, as_of: CalendarDate) -> Analysis {
    let lines = lines_of(text);
    let Some(mut pools) = input::other_pools(text, &reading) else {
        return judge_one(text, reading, as_of, &lines);
    };
    if pools.len() == 1
        && let Some(pool) = pools.pop()
    {
        return judge_one(text, pool.reading, as_of, &lines);
    }
    let dialect = pools.first().map_or(reading.dialect, |pool| pool.reading.dialect);
    let findings = rules::document::of_pools(text, &pools);
    let located = locate(text, None, findings, Vec::new(), &lines);
    Analysis::of(dialect, None, Vec::new(), (located, &lines), as_of)
}

/// Judges each of the pools of a text, with positions in the whole of it.
pub fn judge_pools(text: &str, pools: Vec<Pool>, as_of: CalendarDate) -> Vec<(String, Analysis)> {
    let lines = lines_of(text);
    let judged = |pool: Pool| (pool.name, judge_one(text, pool.reading, as_of, &lines));
    pools.into_iter().map(judged).collect()
}

fn judge_one(text: &str, reading: Reading, as_of: CalendarDate, lines: &Arc<LineIndex>) -> Analysis {
    let mut acceptances = Vec::new();
    let (root, findings) = match reading.root {
        Ok(root) => {
            let mut findings = rules::document::of_reading(text, reading.dialect, &root, &reading.notes);
            if rules::document::is_a_plan(&root, &reading.notes) {
                findings.extend(rules::check(&Context {
                    plan: &Plan::read(&root),
                    as_of,
                }));
            }
            let (accepted, about_the_list) = acceptance::accept(&root, &findings);
            acceptances = accepted;
            findings.extend(about_the_list);
            (Some(root), findings)
        }
        Err(trouble) => (None, rules::document::of_trouble(text, trouble)),
    };
    let located = locate(text, root.as_ref(), findings, acceptances, lines);
    Analysis::of(reading.dialect, root, reading.notes, (located, lines), as_of)
}

/// Gives findings their places in the text, the heaviest first and the accepted ones last.
fn locate(
    text: &str,
    root: Option<&Node>,
    findings: Vec<Finding>,
    acceptances: Vec<Option<Acceptance>>,
    lines: &LineIndex,
) -> Vec<Located> {
    let mut findings: Vec<Located> = findings
        .into_iter()
        .zip(acceptances.into_iter().chain(std::iter::repeat(None)))
        .map(|(finding, acceptance)| {
            let span = span_of(text, root, &finding.place);
            let position = lines.position(text, span.start);
            Located {
                finding,
                span: span.start..span.end,
                position,
                acceptance,
            }
        })
        .collect();
    findings.sort_by_key(|located| {
        let finding = &located.finding;
        (
            located.is_accepted(),
            finding.severity,
            located.position,
            finding.rule.id,
        )
    });
    findings
}

impl Analysis {
    fn of(
        dialect: Dialect,
        root: Option<Node>,
        notes: Vec<Note>,
        (findings, lines): (Vec<Located>, &Arc<LineIndex>),
        as_of: CalendarDate,
    ) -> Analysis {
        Analysis {
            dialect,
            root,
            notes,
            findings,
            lines: lines.clone(),
            as_of,
        }
    }

    /// What can be said before anything was judged: the plan, and no findings.
    pub fn unjudged(text: &str, reading: Reading, as_of: CalendarDate) -> Analysis {
        let located = (Vec::new(), &lines_of(text));
        Analysis::of(reading.dialect, reading.root.ok(), reading.notes, located, as_of)
    }

    /// The typed view of the plan; `None` when the text cannot be read.
    pub fn plan(&self) -> Option<Plan<'_>> {
        self.root.as_ref().map(Plan::read)
    }

    /// What counts, and what was accepted.
    fn parted(&self) -> (&[Located], &[Located]) {
        let at = self.findings.partition_point(|located| !located.is_accepted());
        self.findings.split_at(at)
    }

    /// What counts: everything that was not accepted.
    pub fn open(&self) -> &[Located] {
        self.parted().0
    }

    /// What somebody accepted.
    pub fn accepted(&self) -> &[Located] {
        self.parted().1
    }

    /// How many findings there are of each severity, and how many were accepted.
    pub fn counts(&self) -> Counts {
        let (open, accepted) = self.parted();
        let count = |severity| {
            open.iter()
                .filter(|located| located.finding.severity == severity)
                .count()
        };
        Counts {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            advice: count(Severity::Advice),
            accepted: accepted.len(),
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
            Place::Inside(part, _) if is_written_at(text, node) => input::span_inside(text, node.span, *part),
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

/// Whether a text stands in its place as JSON writes it: one that was worked out, or stands in another language, does not.
fn is_written_at(text: &str, node: &Node) -> bool {
    let literal = text.get(node.span.start..node.span.end).map(input::parse);
    literal.is_some_and(|literal| literal.is_ok_and(|literal| literal.value == node.value))
}

fn name_of<'a>(root: &'a Node, pointer: &str) -> Option<&'a Member> {
    let (parent, name) = path::split_last(pointer)?;
    root.at(parent)?.member(&name)
}

/// Nothing but the parse: for callers that only ask whether a text can be read.
pub fn is_readable(text: &str) -> Result<(), ParseTrouble> {
    input::read(text).root.map(|_| ())
}
