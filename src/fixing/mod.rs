//! Text → better text: all the fixes that nobody has to decide about, made together and judged before they are kept.
//!
//! A fix is *safe* when
//! - it is of an error or a warning that was neither accepted nor marked as seen, and that a document decides, not the
//!   account;
//! - it is the only one its finding offers;
//! - the rule's author says so: by default where it takes nothing away ([`Finding::safe`]);
//! - it chooses no api-version and changes none of [`DECISIONS`], unless the rule is only about how a value is written.
//!
//! Safe fixes are tried together. What comes of them is kept when every finding they are for is gone, whatever is new
//! weighs less than all of those, and no comment is lost. Otherwise half of them is tried, down to a single one, which is
//! then left.
//!
//! [`Finding::safe`]: crate::rules::Finding::safe

mod diff;

pub use diff::{Hunk, Line, LineKind, diff};

use std::collections::HashMap;

use crate::analysis::{Analysis, Located, analyse};
use crate::input;
use crate::model::{CalendarDate, Edit, path};
use crate::rules::{Area, Basis, Fix, Severity};
use crate::words::Message;

/// So often at most, changes are tried. What is left then waits for the next time.
const MOST_TRIES: usize = 100;

/// Values that somebody chose and only somebody can choose anew: how many nodes, which size, what they are called, how
/// one signs in.
const DECISIONS: [&str; 7] = [
    path::DEDICATED,
    path::SPOT,
    path::VM_SIZE,
    path::INTER_NODE,
    path::POOL_NAME,
    path::ALLOCATION_MODE,
    path::AUTHENTICATION,
];

/// What came of the safe fixes of a text.
#[derive(Debug)]
pub struct SafeFixes {
    /// The text they were made in: what was given, as a plan document.
    pub before: String,
    /// The text with all of them.
    pub after: String,
    /// What was done, in this order.
    pub applied: Vec<Applied>,
    /// What could be mended, but was not.
    pub left: Vec<Left>,
}

/// A fix that was made.
#[derive(Clone, Debug)]
pub struct Applied {
    /// The rule.
    pub rule: &'static str,
    /// The line it was found on.
    pub line: usize,
    /// What was wrong.
    pub message: Message,
    /// What was done.
    pub title: Message,
}

/// A finding that has a fix which was not made.
#[derive(Clone, Debug)]
pub struct Left {
    /// The rule.
    pub rule: &'static str,
    /// The line of the new text.
    pub line: usize,
    /// What is wrong.
    pub message: Message,
    /// Why it was left.
    pub why: WhyLeft,
}

/// Why a fix was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyLeft {
    /// It is advice.
    Advice,
    /// Somebody marked the error as seen.
    Seen,
    /// There are several ways to mend it.
    Choice,
    /// Only the account can tell whether it is right.
    Account,
    /// It changes or takes away something that somebody decided.
    Decision,
    /// It was tried: it would bring something as heavy, mend nothing, or lose a comment; or there were too many to try.
    Tried,
}

/// The safe fix of a finding, or why it has none; `None` when it has no fix at all.
fn safe_fix(analysis: &Analysis, located: &Located) -> Option<Result<Fix, WhyLeft>> {
    let finding = &located.finding;
    let fix = finding.fixes.first()?;
    let is_there = |edit: &Edit| {
        analysis
            .root
            .as_ref()
            .is_some_and(|root| root.at(edit.path()).is_some())
    };
    let is_spelling = finding.rule.area == Area::Document;
    let decides = |edit: &Edit| {
        let path = edit.path();
        path == path::API_VERSION || (!is_spelling && DECISIONS.contains(&path) && is_there(edit))
    };
    Some(if finding.severity == Severity::Advice {
        Err(WhyLeft::Advice)
    } else if located.acceptance.is_some() {
        Err(WhyLeft::Seen)
    } else if finding.fixes.len() > 1 {
        Err(WhyLeft::Choice)
    } else if finding.basis == Basis::Account {
        Err(WhyLeft::Account)
    } else if !fix.safe || fix.edits.iter().any(decides) {
        Err(WhyLeft::Decision)
    } else {
        Ok(fix.clone())
    })
}

/// Whether the fix of a finding is safe.
pub fn is_safe(analysis: &Analysis, located: &Located) -> bool {
    matches!(safe_fix(analysis, located), Some(Ok(_)))
}

/// How many findings have a safe fix.
pub fn count(analysis: &Analysis) -> usize {
    let open = analysis.open().iter();
    open.filter(|located| is_safe(analysis, located)).count()
}

/// Makes the safe fixes of a text; `None` when it cannot be read. Anything that is no plan document becomes one.
pub fn safe_fixes(text: &str, as_of: CalendarDate) -> Option<SafeFixes> {
    let before = input::to_plan_text(text).ok()?;
    let mut after = before.clone();
    let mut analysis = analyse(&after, as_of);
    let mut applied = Vec::new();
    // The findings whose fixes were tried in vain, and how many were made when that began.
    let mut vain: Vec<(&str, String)> = Vec::new();
    let mut since = 0;
    let mut tries = 0;
    'all: loop {
        let mut batch: Vec<(&Located, Fix)> = Vec::new();
        for located in analysis.open() {
            let place = located.finding.place.path();
            let is_vain = || {
                vain.iter()
                    .any(|(id, path)| *id == located.finding.rule.id && path == place)
            };
            if let Some(Ok(fix)) = safe_fix(&analysis, located)
                && !is_vain()
            {
                batch.push((located, fix));
            }
        }
        // Another fix may have made room for one that was in vain.
        if batch.is_empty() && !vain.is_empty() && applied.len() > since {
            vain.clear();
            since = applied.len();
            continue;
        }
        while !batch.is_empty() {
            if tries == MOST_TRIES {
                break 'all;
            }
            tries += 1;
            let first = batch.first().map(|(located, _)| *located);
            // What a fix takes out of a list may be no plan document yet.
            let text = write(&after, &mut batch).and_then(|text| input::to_plan_text(&text).ok());
            let better = text.as_deref().map(|text| analyse(text, as_of));
            if let (Some(text), Some(better)) = (text, better)
                && !batch.is_empty()
                && !loses_a_comment(&after, &text)
                && is_better(&analysis, &better, &batch)
            {
                applied.extend(batch.iter().map(|(located, fix)| Applied {
                    rule: located.finding.rule.id,
                    line: located.position.line,
                    message: located.finding.message.clone(),
                    title: fix.title.clone(),
                }));
                after = text;
                analysis = better;
                continue 'all;
            }
            if batch.len() < 2 {
                vain.extend(first.map(|located| (located.finding.rule.id, located.finding.place.path().to_owned())));
                continue 'all;
            }
            batch.truncate(batch.len() / 2);
        }
        break;
    }
    let left = analysis.open().iter().filter_map(|located| {
        Some(Left {
            rule: located.finding.rule.id,
            line: located.position.line,
            message: located.finding.message.clone(),
            why: safe_fix(&analysis, located)?.err().unwrap_or(WhyLeft::Tried),
        })
    });
    Some(SafeFixes {
        left: left.collect(),
        before,
        after,
        applied,
    })
}

/// Writes fixes into a text, all at once, and keeps in the list those that do not touch each other's bytes. A fix of
/// several steps is written alone.
fn write(text: &str, batch: &mut Vec<(&Located, Fix)>) -> Option<String> {
    let single: Vec<&Edit> = batch
        .iter()
        .filter_map(|(_, fix)| fix.edits.first().filter(|_| fix.edits.len() == 1))
        .collect();
    if single.is_empty() {
        batch.truncate(1);
        return input::apply(text, &batch.first()?.1.edits).ok();
    }
    let (text, written) = input::apply_at_once(text, &single).ok()?;
    batch.retain(|(_, fix)| fix.edits.len() == 1);
    let mut written = written.into_iter();
    batch.retain(|_| written.next().unwrap_or_default());
    Some(text)
}

/// What a finding is about, whatever places of lists have moved: its rule, its path without them, its weight.
fn key(located: &Located) -> (&'static str, String, usize) {
    let mut about = String::new();
    for part in located.finding.place.path().split('/').skip(1) {
        about.push('/');
        about.push_str(if part.parse::<usize>().is_ok() { "*" } else { part });
    }
    let weight = match located.is_accepted() {
        true => Severity::ALL.len(),
        false => located.finding.severity as usize,
    };
    (located.finding.rule.id, about, weight)
}

/// Whether the findings of `batch` are gone, and whatever is new weighs less than each of them.
fn is_better(before: &Analysis, after: &Analysis, batch: &[(&Located, Fix)]) -> bool {
    let mended: Vec<_> = batch.iter().map(|(located, _)| key(located)).collect();
    let lightest = mended.iter().map(|(_, _, weight)| *weight).max().unwrap_or(0);
    let mut known: Vec<_> = before.findings.iter().map(key).map(Some).collect();
    for key in &mended {
        if let Some(place) = known.iter_mut().find(|known| known.as_ref() == Some(key)) {
            *place = None;
        }
    }
    // Behind a finding that stands for more of its rule there are others, which come to light.
    let more: Vec<_> = before
        .findings
        .iter()
        .filter(|located| located.finding.stands_for_more)
        .map(key)
        .collect();
    after.findings.iter().map(key).all(|(id, about, weight)| {
        let same = |other: &Option<(&str, String, usize)>| {
            let other = other.as_ref();
            other.is_some_and(|(other, path, least)| *other == id && *path == about && *least <= weight)
        };
        if let Some(place) = known.iter_mut().find(|known| same(known)) {
            *place = None;
            return true;
        }
        more.iter().any(|(other, _, least)| *other == id && *least <= weight)
            || (weight > lightest && !mended.iter().any(|(other, path, _)| *other == id && *path == about))
    })
}

/// Whether a comment of one text is missing in another.
fn loses_a_comment(before: &str, after: &str) -> bool {
    let mut kept: HashMap<&str, usize> = HashMap::new();
    for comment in comments(after) {
        *kept.entry(comment).or_default() += 1;
    }
    comments(before).into_iter().any(|comment| match kept.get_mut(comment) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    })
}

/// The comments of a text that reads.
fn comments(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['"', '/']) {
        let (_, here) = rest.split_at(at);
        let length = if here.starts_with("//") {
            here.find(['\n', '\r']).unwrap_or(here.len())
        } else if here.starts_with("/*") {
            here.find("*/").map_or(here.len(), |end| end + 2)
        } else {
            rest = here.get(text_length(here)..).unwrap_or_default();
            continue;
        };
        let (comment, behind) = here.split_at(length);
        found.push(comment.trim_end());
        rest = behind;
    }
    found
}

/// The bytes of the JSON text that begins here; 1 for anything else.
fn text_length(here: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in here.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return if here.starts_with('"') { at + 1 } else { 1 },
            _ if !here.starts_with('"') => return 1,
            _ => {}
        }
    }
    here.len()
}

impl SafeFixes {
    /// What changes, as lines.
    pub fn hunks(&self) -> Vec<Hunk<'_>> {
        diff(&self.before, &self.after)
    }

    /// The change as a unified diff, as `diff -u` and `git` write it.
    pub fn to_unified(&self, name: &str) -> String {
        let mut out = String::new();
        for hunk in self.hunks() {
            if out.is_empty() {
                out = format!("--- {name}\n+++ {name}\n");
            }
            hunk.write_unified(&mut out);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_found_outside_texts() {
        let text = "// a\r\n{ \"x // no\": \"\\\"/* no */\", /* b\nc */ \"y\": 1 } // d";
        assert_eq!(comments(text), ["// a", "/* b\nc */", "// d"]);
        assert!(loses_a_comment("// a\n// a\n1", "// a\n1"));
        assert!(!loses_a_comment("// a\n1", "1 // a\n/* new */"));
    }
}
