//! What people read in a terminal: plain lines, no colour.

use std::io::{self, Write};

use crate::analysis::{Analysis, Counts, Located};
use crate::facts::Citation;
use crate::rules::{Rule, Severity};
use crate::words::{Language, Message, Words, nouns, words};

static WHY: Words = words("why", "pourquoi", "perché");
pub(super) static SOURCE: Words = words("source", "source", "fonte");
pub(super) static FIX: Words = words("fix", "correction", "correzione");
pub(super) static ACCEPTED: Words = words("accepted", "accepté", "accettato");
static REASON: Words = words("reason", "motif", "motivo");
static SEEN: Words = words("seen", "vu", "visto");
static BASIS: Words = words("basis", "fondement", "fondamento");
static READ: Words = words("read {0}", "consultée le {0}", "consultata il {0}");
static SUMMARY: Words = Words::same("{0}, {1}, {2}");
static AND_ACCEPTED: Words = Words::same("{0}, {1}, {2}, {3}");

/// The severity as a word of the language.
pub(super) fn severity(severity: Severity, language: Language) -> &'static str {
    let noun = match severity {
        Severity::Error => &nouns::ERRORS,
        Severity::Warning => &nouns::WARNINGS,
        Severity::Advice => &nouns::ADVICE,
    };
    noun.one.in_language(language)
}

static OF_POOL: Words = words(
    "pool {0}: {1}, {2}, {3}",
    "pool {0} : {1}, {2}, {3}",
    "pool {0}: {1}, {2}, {3}",
);

/// The line above the findings of one of several pools.
pub(super) fn pool(out: &mut impl Write, name: &str, counts: Counts, language: Language) -> io::Result<()> {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let message = Message::new(
        &OF_POOL,
        [
            name.into(),
            (count(counts.errors), &nouns::ERRORS).into(),
            (count(counts.warnings), &nouns::WARNINGS).into(),
            (count(counts.advice), &nouns::ADVICE).into(),
        ],
    );
    writeln!(out, "{}", message.text(language))
}

/// Every finding of a file, with its reason, sources and fixes; then those that somebody accepted, with why.
pub(super) fn findings(out: &mut impl Write, file: &str, analysis: &Analysis, language: Language) -> io::Result<()> {
    let width = Severity::ALL
        .into_iter()
        .map(|one| severity(one, language).chars().count())
        .max()
        .unwrap_or(0);
    for located in analysis.open() {
        let finding = &located.finding;
        let severity = severity(finding.severity, language);
        head(out, file, located, &format!("{severity:<width$}"), language)?;
        detail(out, &WHY, &finding.reason().text(language), language)?;
        if finding.read_at.is_some() {
            detail(out, &BASIS, &finding.basis_said(language), language)?;
        }
        sources(out, finding.sources, language)?;
        for fix in &finding.fixes {
            detail(out, &FIX, &fix.title.text(language), language)?;
        }
        if let Some(seen) = &located.acceptance {
            detail(out, &SEEN, &on_one_line(&seen.reason), language)?;
        }
        writeln!(out)?;
    }
    for located in analysis.accepted() {
        head(out, file, located, ACCEPTED.in_language(language), language)?;
        if let Some(acceptance) = &located.acceptance {
            detail(out, &REASON, &on_one_line(&acceptance.reason), language)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// Where it is, what it weighs, what it says.
fn head(out: &mut impl Write, file: &str, located: &Located, weight: &str, language: Language) -> io::Result<()> {
    let (position, finding) = (located.position, &located.finding);
    writeln!(
        out,
        "{file}:{}:{} {weight} {} {}",
        position.line,
        position.column,
        finding.rule.id,
        finding.message.text(language)
    )
}

/// Somebody's own words, without what a terminal would take for a command.
pub(super) fn on_one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// How many findings there were in all.
pub(super) fn summary(out: &mut impl Write, counts: Counts, language: Language) -> io::Result<()> {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let words = if counts.accepted == 0 { &SUMMARY } else { &AND_ACCEPTED };
    let message = Message::new(
        words,
        [
            (count(counts.errors), &nouns::ERRORS).into(),
            (count(counts.warnings), &nouns::WARNINGS).into(),
            (count(counts.advice), &nouns::ADVICE).into(),
            (count(counts.accepted), &nouns::ACCEPTED).into(),
        ],
    );
    writeln!(out, "{}", message.text(language))
}

/// One rule of the catalogue.
pub(super) fn rule(out: &mut impl Write, rule: &'static Rule, language: Language) -> io::Result<()> {
    let title = Message::from(&rule.title).text(language);
    let severity = severity(rule.severity, language);
    writeln!(out, "{} {severity} {} – {title}", rule.id, rule.name)?;
    detail(out, &WHY, &Message::from(&rule.why).text(language), language)?;
    sources(out, rule.sources, language)?;
    writeln!(out)
}

fn sources(out: &mut impl Write, citations: &'static [Citation], language: Language) -> io::Result<()> {
    for citation in citations {
        detail(out, &SOURCE, &page(citation, language), language)?;
        blank(out, &Message::from(&citation.says).text(language), language)?;
    }
    Ok(())
}

/// The page of a citation, with the day it was read.
pub(super) fn page(citation: &Citation, language: Language) -> String {
    let read = Message::new(&READ, [citation.page.read_on.into()]).text(language);
    format!("{} – {} ({read})", citation.page.title, citation.page.url)
}

/// A line under a finding: its label, and what it says in a column of its own.
fn detail(out: &mut impl Write, label: &Words, text: &str, language: Language) -> io::Result<()> {
    let (label, width) = (label.in_language(language), column(language));
    writeln!(out, "  {label:<width$}  {text}")
}

fn blank(out: &mut impl Write, text: &str, language: Language) -> io::Result<()> {
    let width = column(language);
    writeln!(out, "  {:<width$}  {text}", "")
}

fn column(language: Language) -> usize {
    let labels = [&WHY, &SOURCE, &FIX, &REASON, &SEEN, &BASIS].into_iter();
    labels
        .map(|label| label.in_language(language).chars().count())
        .max()
        .unwrap_or(0)
}
