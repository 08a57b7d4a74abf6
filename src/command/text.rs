//! What people read in a terminal: plain lines, no colour.

use std::io::{self, Write};

use crate::analysis::{Analysis, Counts, Located};
use crate::facts::Citation;
use crate::rules::{Rule, Severity};
use crate::words::{Language, Message, Words, nouns, words};

static WHY: Words = words("why", "pourquoi", "perché");
static SOURCE: Words = words("source", "source", "fonte");
static FIX: Words = words("fix", "correction", "correzione");
static READ: Words = words("read {0}", "consultée le {0}", "consultata il {0}");
static SUMMARY: Words = words("{0}, {1}, {2}", "{0}, {1}, {2}", "{0}, {1}, {2}");

/// The severity as a word of the language.
pub(super) fn severity(severity: Severity, language: Language) -> &'static str {
    let noun = match severity {
        Severity::Error => &nouns::ERRORS,
        Severity::Warning => &nouns::WARNINGS,
        Severity::Advice => &nouns::ADVICE,
    };
    noun.one.in_language(language)
}

/// Every finding of a file, with its reason, sources and fixes.
pub(super) fn findings(out: &mut impl Write, file: &str, analysis: &Analysis, language: Language) -> io::Result<()> {
    let width = Severity::ALL
        .into_iter()
        .map(|one| severity(one, language).chars().count())
        .max()
        .unwrap_or(0);
    for Located { finding, position, .. } in &analysis.findings {
        let severity = severity(finding.severity, language);
        writeln!(
            out,
            "{file}:{}:{} {severity:<width$} {} {}",
            position.line,
            position.column,
            finding.rule.id,
            finding.message.text(language)
        )?;
        detail(out, &WHY, &finding.reason().text(language), language)?;
        sources(out, finding.sources, language)?;
        for fix in &finding.fixes {
            detail(out, &FIX, &fix.title.text(language), language)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// How many findings there were in all.
pub(super) fn summary(out: &mut impl Write, counts: Counts, language: Language) -> io::Result<()> {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let message = Message::new(
        &SUMMARY,
        [
            (count(counts.errors), &nouns::ERRORS).into(),
            (count(counts.warnings), &nouns::WARNINGS).into(),
            (count(counts.advice), &nouns::ADVICE).into(),
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
        let read = Message::new(&READ, [citation.page.read_on.into()]).text(language);
        let line = format!("{} – {} ({read})", citation.page.title, citation.page.url);
        detail(out, &SOURCE, &line, language)?;
        blank(out, &Message::from(&citation.says).text(language), language)?;
    }
    Ok(())
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
    let labels = [&WHY, &SOURCE, &FIX].into_iter();
    labels
        .map(|label| label.in_language(language).chars().count())
        .max()
        .unwrap_or(0)
}
