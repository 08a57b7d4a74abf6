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
    /// What is said of the new text.
    pub analysis: Analysis,
}

/// A fix that was made.
#[derive(Clone, Debug)]
pub struct Applied {
    /// The rule.
    pub rule: &'static str,
    /// The pointer of what it was about.
    pub path: String,
    /// The line it was found on.
    pub line: usize,
    /// What was wrong.
    pub message: Message,
    /// What was done.
    pub title: Message,
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
fn safe_fix<'a>(analysis: &Analysis, located: &'a Located) -> Option<Result<&'a Fix, WhyLeft>> {
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
        Ok(fix)
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

/// Makes the safe fixes of a text; `None` when it cannot be read, or does not hold one pool. Anything that is no plan document becomes one.
pub fn safe_fixes(text: &str, as_of: CalendarDate) -> Option<SafeFixes> {
    let before = input::plan_text(text)?;
    let analysis = analyse(&before, as_of);
    let mut fixes = SafeFixes {
        after: before.clone(),
        before,
        applied: Vec::new(),
        analysis,
    };
    // What was tried in vain, and how many fixes had been made when that began.
    let (mut vain, mut since) = (Vec::new(), 0);
    for _ in 0..MOST_TRIES {
        let mut batch = fixes.safe(&vain);
        // Another fix may have made room for one that was in vain.
        if batch.is_empty() && fixes.applied.len() > since {
            vain.clear();
            since = fixes.applied.len();
            batch = fixes.safe(&vain);
        }
        if batch.is_empty() {
            break;
        }
        fixes.make(batch, &mut vain);
    }
    Some(fixes)
}

/// A fix and what there is to say of it.
type Candidate = (Applied, Fix, Key);

impl SafeFixes {
    /// The safe fixes of the text as it is now, without those that were tried in vain.
    fn safe(&self, vain: &[Applied]) -> Vec<Candidate> {
        let mut all = Vec::new();
        for located in self.analysis.open() {
            let Some(Ok(fix)) = safe_fix(&self.analysis, located) else {
                continue;
            };
            let (rule, path) = (located.finding.rule.id, located.finding.place.path());
            if vain.iter().any(|tried| tried.rule == rule && tried.path == path) {
                continue;
            }
            let applied = Applied {
                rule,
                path: path.to_owned(),
                line: located.position.line,
                message: located.finding.message.clone(),
                title: fix.title.clone(),
            };
            all.push((applied, fix.clone(), key(located)));
        }
        all
    }

    /// Makes as many of these fixes together as make the plan better; one that does not even alone was in vain.
    fn make(&mut self, mut batch: Vec<Candidate>, vain: &mut Vec<Applied>) {
        loop {
            let first = batch.first().map(|(applied, ..)| applied.clone());
            // What a fix takes out of a list may be no plan document yet.
            let text = write(&self.after, &mut batch).and_then(|text| input::to_plan_text(&text).ok());
            if let Some(text) = text.filter(|text| !batch.is_empty() && !loses_a_comment(&self.after, text)) {
                let analysis = analyse(&text, self.analysis.as_of);
                if is_better(&self.analysis, &analysis, &batch) {
                    self.applied.extend(batch.into_iter().map(|(applied, ..)| applied));
                    (self.after, self.analysis) = (text, analysis);
                    return;
                }
            }
            if batch.len() < 2 {
                vain.extend(first);
                return;
            }
            batch.truncate(batch.len() / 2);
        }
    }

    /// The findings of the new text that have a fix, and why it was not made.
    pub fn left(&self) -> impl Iterator<Item = (&Located, WhyLeft)> {
        let open = self.analysis.open().iter();
        open.filter_map(|located| {
            let why = safe_fix(&self.analysis, located)?.err().unwrap_or(WhyLeft::Tried);
            Some((located, why))
        })
    }
}

/// Writes fixes into a text, all at once, and keeps in the list those that do not touch each other's bytes. A fix of
/// several steps is written alone.
fn write(text: &str, batch: &mut Vec<Candidate>) -> Option<String> {
    let is_single = |(_, fix, _): &Candidate| fix.edits.len() == 1;
    if !batch.iter().any(is_single) {
        batch.truncate(1);
        return input::apply(text, &batch.first()?.1.edits).ok();
    }
    batch.retain(is_single);
    let edits: Vec<&Edit> = batch.iter().flat_map(|(_, fix, _)| &fix.edits).collect();
    let (text, written) = input::apply_at_once(text, &edits).ok()?;
    let mut written = written.into_iter();
    batch.retain(|_| written.next().unwrap_or_default());
    Some(text)
}

/// What a finding is about, whatever places of lists have moved: its rule and its path without them; and its weight.
type Key = (String, usize);

fn key(located: &Located) -> Key {
    let mut about = located.finding.rule.id.to_owned();
    for part in located.finding.place.path().split('/').skip(1) {
        about.push('/');
        about.push_str(if part.parse::<usize>().is_ok() { "*" } else { part });
    }
    let weight = match located.is_accepted() {
        true => Severity::ALL.len(),
        false => located.finding.severity as usize,
    };
    (about, weight)
}

/// Whether the findings of `batch` are gone, and whatever is new weighs less than each of them.
fn is_better(before: &Analysis, after: &Analysis, batch: &[Candidate]) -> bool {
    let lightest = batch.iter().map(|(.., (_, weight))| *weight).max().unwrap_or(0);
    let mut known: Vec<Key> = before.findings.iter().map(key).collect();
    for (.., mended) in batch {
        if let Some(at) = known.iter().position(|known| known == mended) {
            known.swap_remove(at);
        }
    }
    for located in &after.findings {
        let (about, weight) = key(located);
        let was = known
            .iter()
            .position(|(other, least)| *other == about && *least <= weight);
        if let Some(at) = was {
            known.swap_remove(at);
            continue;
        }
        // Behind a finding that stands for more of its rule there are others, which come to light.
        let was_hidden = before.findings.iter().any(|other| {
            let (rule, least) = (other.finding.rule.id, other.finding.severity as usize);
            other.finding.stands_for_more && about.starts_with(rule) && least <= weight
        });
        let is_mended = batch.iter().any(|(.., (other, _))| *other == about);
        if !was_hidden && (weight <= lightest || is_mended) {
            return false;
        }
    }
    true
}

/// Whether a comment of one text is missing in another. Edits leave those that stay in their order.
fn loses_a_comment(before: &str, after: &str) -> bool {
    let mut kept = comments(after).into_iter();
    !comments(before)
        .into_iter()
        .all(|comment| kept.any(|other| other == comment))
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
