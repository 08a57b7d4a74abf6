//! `poolplan diff`: what differs between two plans by meaning, and which findings come and go.

use std::io::{self, Write};
use std::path::PathBuf;

use serde::Serialize;
use serde_json::value::RawValue;

use super::check::day;
use super::plan::document_as_of;
use super::record::{FindingRecord, Summary};
use super::{Failure, Format, HAS_CHANGES, Tongue, text, today};
use crate::analysis::{Analysis, Counts, Located};
use crate::compare::markdown::{DEFAULT, DIFFERENCES, SAME, SECRET, counted};
use crate::compare::{self, Change, Comparison, Difference, FindingChange, Held, Kind};
use crate::model::CalendarDate;
use crate::words::{Arg, Language, Message, Words, words};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// How to write: text for people, json for programs (one object on one line).
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    tongue: Tongue,
    /// Judge both as of this day (YYYY-MM-DD) instead of today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<CalendarDate>,
    /// Which pool of A, where it holds several: its name, or its number from 1.
    #[arg(long, value_name = "NAME")]
    pool_a: Option<String>,
    /// Which pool of B, where it holds several.
    #[arg(long, value_name = "NAME")]
    pool_b: Option<String>,
    /// The first plan, in any form; `-` is standard input.
    #[arg(value_name = "A")]
    a: PathBuf,
    /// The second plan, in any form.
    #[arg(value_name = "B")]
    b: PathBuf,
}

static ONLY_A: Words = words("only in A", "seulement dans A", "solo in A");
static ONLY_B: Words = words("only in B", "seulement dans B", "solo in B");
static CHANGED: Words = words("changed", "modifié", "modificato");
static GAINED: Words = words("gained", "apparu", "comparso");
static LOST: Words = words("lost", "disparu", "scomparso");
static WEIGHT: Words = words("other weight", "gravité différente", "gravità diversa");
static SUMMARY: Words = Words::same("{0}.");
static LABELLED: Words = words("{0}: {1}", "{0} : {1}", "{0}: {1}");

/// Two files, compared. Names are fixed; new ones may be added.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct DiffRecord<'a> {
    a: SideRecord,
    b: SideRecord,
    same: bool,
    differences: Vec<DifferenceRecord<'a>>,
    same_as_default: Vec<DifferenceRecord<'a>>,
    findings: Vec<FindingChangeRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct SideRecord {
    file: String,
    summary: Summary,
}

#[derive(Debug, Serialize)]
struct DifferenceRecord<'a> {
    kind: &'static str,
    title: Option<&'static str>,
    secret: bool,
    a: Option<HeldRecord<'a>>,
    b: Option<HeldRecord<'a>>,
}

/// What a side holds; a secret has no value here.
#[derive(Debug, Serialize)]
struct HeldRecord<'a> {
    path: &'a str,
    value: Option<Box<RawValue>>,
}

#[derive(Debug, Serialize)]
struct FindingChangeRecord<'a> {
    change: &'static str,
    a: Option<FindingRecord<'a>>,
    b: Option<FindingRecord<'a>>,
}

impl<'a> DifferenceRecord<'a> {
    fn of(difference: &'a Difference, language: Language) -> DifferenceRecord<'a> {
        let side = |held: &'a Option<Held>| {
            held.as_ref().map(|held| HeldRecord {
                path: &held.path,
                value: held.json().and_then(|json| RawValue::from_string(json).ok()),
            })
        };
        DifferenceRecord {
            kind: difference.kind.name(),
            title: difference.title().map(|title| title.in_language(language)),
            secret: difference.is_secret(),
            a: side(&difference.a),
            b: side(&difference.b),
        }
    }
}

pub(super) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<u8, Failure> {
    let language = arguments.tongue.language();
    let as_of = arguments.as_of.unwrap_or_else(today);
    let (a, _) = document_as_of(&arguments.a, arguments.pool_a.as_deref(), language, as_of)?;
    let (b, _) = document_as_of(&arguments.b, arguments.pool_b.as_deref(), language, as_of)?;
    let compared = compare::compare(&a, &b);
    match arguments.format {
        Format::Json => {
            let record = record(arguments, [&a, &b], &compared, language);
            writeln!(out, "{}", serde_json::to_string(&record).unwrap_or_default())?;
        }
        Format::Text => tell(out, &compared, language)?,
    }
    Ok(if compared.is_same() { 0 } else { HAS_CHANGES })
}

fn record<'a>(
    arguments: &Arguments,
    [a, b]: [&'a Analysis; 2],
    compared: &'a Comparison,
    language: Language,
) -> DiffRecord<'a> {
    let [counts_a, counts_b] = compared.counts;
    let side = |path: &PathBuf, counts: Counts| SideRecord {
        file: path.display().to_string(),
        summary: Summary::of(counts),
    };
    let all = |differences: &'a [Difference]| {
        let record = |difference| DifferenceRecord::of(difference, language);
        differences.iter().map(record).collect()
    };
    let finding = |change: &FindingChange<'a>| FindingChangeRecord {
        change: change.change.name(),
        a: change.a.map(|located| FindingRecord::of(a, located, language)),
        b: change.b.map(|located| FindingRecord::of(b, located, language)),
    };
    DiffRecord {
        a: side(&arguments.a, counts_a),
        b: side(&arguments.b, counts_b),
        same: compared.is_same(),
        differences: all(&compared.differences),
        same_as_default: all(&compared.defaults),
        findings: compared.findings.iter().map(finding).collect(),
    }
}

fn tell(out: &mut impl Write, compared: &Comparison, language: Language) -> io::Result<()> {
    let kind = |kind| match kind {
        Kind::OnlyA => &ONLY_A,
        Kind::OnlyB => &ONLY_B,
        Kind::Changed => &CHANGED,
    };
    for one in &compared.differences {
        difference(out, one, kind(one.kind), language)?;
    }
    for one in &compared.defaults {
        difference(out, one, &DEFAULT, language)?;
    }
    for change in Change::ALL {
        for one in compared.findings.iter().filter(|one| one.change == change) {
            finding(out, one, language)?;
        }
    }
    let count = Arg::Count(
        i64::try_from(compared.differences.len()).unwrap_or(i64::MAX),
        &DIFFERENCES,
    );
    let summary = match compared.differences.is_empty() {
        true => Message::from(&SAME),
        false => Message::new(&SUMMARY, [count]),
    };
    writeln!(out, "{}", summary.text(language))?;
    let [a, b] = compared.counts.map(|counts| counted(counts, language));
    writeln!(out, "A: {a}")?;
    writeln!(out, "B: {b}")
}

/// A label before what it is about.
fn labelled(label: &'static Words, text: String, language: Language) -> String {
    Message::new(&LABELLED, [Arg::Term(label), Arg::Text(text)]).text(language)
}

/// The way, the pointer and the name on one line; below it what each side holds.
fn difference(out: &mut impl Write, one: &Difference, kind: &'static Words, language: Language) -> io::Result<()> {
    let title = one.title().map(|title| format!(" ({})", title.in_language(language)));
    let line = [text::on_one_line(one.path()), title.unwrap_or_default()].concat();
    writeln!(out, "{}", labelled(kind, line, language))?;
    for (side, held) in [("A", &one.a), ("B", &one.b)] {
        if let Some(held) = held {
            let value = held.json().unwrap_or_else(|| SECRET.in_language(language).to_owned());
            writeln!(out, "  {side}  {value}")?;
        }
    }
    writeln!(out)
}

fn finding(out: &mut impl Write, one: &FindingChange, language: Language) -> io::Result<()> {
    let change = match one.change {
        Change::Gained => &GAINED,
        Change::Lost => &LOST,
        Change::Weight => &WEIGHT,
    };
    let Some(located) = one.located() else { return Ok(()) };
    let weights = [one.a, one.b]
        .into_iter()
        .flatten()
        .map(|located| weight(located, language));
    let weights = weights.collect::<Vec<_>>().join(" → ");
    let (rule, message) = (located.finding.rule.id, located.finding.message.text(language));
    let line = [&weights, rule, &message].join(" ");
    writeln!(out, "{}", labelled(change, line, language))?;
    writeln!(out, "  {}\n", text::on_one_line(located.finding.place.path()))
}

fn weight(located: &Located, language: Language) -> &'static str {
    if located.is_accepted() {
        text::ACCEPTED.in_language(language)
    } else {
        text::severity(located.finding.severity, language)
    }
}
