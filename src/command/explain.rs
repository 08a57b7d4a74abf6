//! `poolplan explain`: what an answer of Azure means, and what it has to do with a plan.

use std::io::{self, Write};
use std::path::PathBuf;

use serde::Serialize;

use super::plan::document;
use super::pools::Choice;
use super::record::{FindingRecord, SourceRecord, sources};
use super::{Failure, Format, HAS_ERRORS, Tongue, read, text};
use crate::analysis::{Analysis, Located};
use crate::explain::{Explanation, Held, InPlan, all_in_plan, explain, looks_at};
use crate::rules;
use crate::words::{Language, Message, Words, words};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// How to write: text for people, json for programs (one object).
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    tongue: Tongue,
    /// The plan that was sent: its members and findings are named beside each explanation.
    #[arg(long, value_name = "FILE")]
    plan: Option<PathBuf>,
    #[command(flatten)]
    choice: Choice,
    /// What Azure, a tool or a log said; `-` is standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

static NOT_KNOWN: Words = words(
    "This error is not in the dictionary.",
    "Cette erreur n’est pas dans le dictionnaire.",
    "Questo errore non è nel dizionario.",
);
static NOTHING: Words = words(
    "There is nothing to explain: the text is empty.",
    "Il n’y a rien à expliquer : le texte est vide.",
    "Non c’è nulla da spiegare: il testo è vuoto.",
);
static SAID: Words = words("said", "message", "messaggio");
static MEANS: Words = words("means", "sens", "significato");
static REMEDY: Words = words("remedy", "remède", "rimedio");
static SEEN: Words = words("foreseen", "prévisible", "prevedibile");
static FIELD: Words = words("field", "champ", "campo");
static FINDING: Words = words("finding", "constat", "rilievo");
static LABELS: [&Words; 8] = [
    &SAID,
    &MEANS,
    &REMEDY,
    &SEEN,
    &FIELD,
    &FINDING,
    &text::FIX,
    &text::SOURCE,
];

pub(super) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<u8, Failure> {
    let language = arguments.tongue.language();
    let given = decoded(&read(&arguments.file)?);
    let plan = match &arguments.plan {
        Some(path) => Some(document(path, arguments.choice.pool.as_deref(), language)?.0),
        None => None,
    };
    let explained = explained(&given, plan.as_ref());
    let unknown = explained
        .iter()
        .filter(|(explanation, _)| explanation.known.is_none())
        .count();
    match arguments.format {
        Format::Json => {
            let record = Record {
                file: arguments.file.display().to_string(),
                explanations: explained
                    .iter()
                    .map(|one| ExplanationRecord::of(one, plan.as_ref(), language))
                    .collect(),
                summary: Summary {
                    known: explained.len() - unknown,
                    unknown,
                },
            };
            writeln!(out, "{}", serde_json::to_string(&record).unwrap_or_default())?;
        }
        Format::Text if explained.is_empty() => writeln!(out, "{}", NOTHING.in_language(language))?,
        Format::Text => {
            let mut answer = None;
            for one in &explained {
                // Several causes of one answer: what was said is said once.
                let first = answer != Some(one.0.answer);
                answer = Some(one.0.answer);
                write_one(out, one, first, language)?;
            }
        }
    }
    Ok(if unknown > 0 || explained.is_empty() {
        HAS_ERRORS
    } else {
        0
    })
}

/// The text of a file: what is no text is passed over, and UTF-16 is read, as consoles write it.
fn decoded(bytes: &[u8]) -> String {
    let units = |unit: fn([u8; 2]) -> u16| {
        bytes
            .chunks_exact(2)
            .filter_map(|two| Some(unit(two.try_into().ok()?)))
            .collect()
    };
    let units: Vec<u16> = match bytes {
        [0xff, 0xfe, ..] => units(u16::from_le_bytes),
        [0xfe, 0xff, ..] => units(u16::from_be_bytes),
        _ => return String::from_utf8_lossy(bytes).into_owned(),
    };
    String::from_utf16_lossy(&units)
}

fn explained<'a>(given: &str, plan: Option<&'a Analysis>) -> Vec<(Explanation, InPlan<'a>)> {
    let explanations = explain(given);
    match plan.and_then(|plan| Some((plan, plan.root.as_ref()?))) {
        Some((plan, root)) => {
            let findings: Vec<_> = plan.findings.iter().map(|located| &located.finding).collect();
            all_in_plan(explanations, root, &findings)
        }
        None => explanations.into_iter().map(|one| (one, InPlan::default())).collect(),
    }
}

/// What a member of the plan holds, for people.
fn value(held: &Held) -> &str {
    match held {
        Held::Nothing => "–",
        Held::Value(value) => value,
        Held::Unshown => "…",
    }
}

fn write_one(
    out: &mut impl Write,
    (explanation, in_plan): &(Explanation, InPlan),
    first: bool,
    language: Language,
) -> io::Result<()> {
    let say = |words: &'static Words| Message::from(words).text(language);
    let width = LABELS
        .iter()
        .map(|label| label.in_language(language).chars().count())
        .max()
        .unwrap_or(0);
    let said = &explanation.said;
    match explanation.known {
        Some(known) => write!(out, "{} {}", known.id, say(&known.title))?,
        None => write!(out, "{}", say(&NOT_KNOWN))?,
    }
    match &said.code {
        Some(code) => writeln!(out, " ({code})")?,
        None => writeln!(out)?,
    }
    let mut line = |label: &str, text: &str| writeln!(out, "  {label:<width$}  {text}");
    if first {
        for (number, each) in said.message.lines().filter(|line| !line.trim().is_empty()).enumerate() {
            line(
                if number == 0 { SAID.in_language(language) } else { "" },
                each.trim_end(),
            )?;
        }
        for (name, value) in &said.details {
            line("", &format!("{name}: {}", value.replace(['\n', '\r'], " ")))?;
        }
    }
    let Some(known) = explanation.known else {
        return places(&mut line, in_plan, language).and_then(|()| writeln!(out));
    };
    line(MEANS.in_language(language), &say(&known.means))?;
    line(REMEDY.in_language(language), &say(&known.remedy))?;
    line(SEEN.in_language(language), &say(known.foresight.title()))?;
    places(&mut line, in_plan, language)?;
    for source in known.sources {
        line(text::SOURCE.in_language(language), &text::page(source, language))?;
        line("", &say(&source.says))?;
    }
    writeln!(out)
}

/// The members of the plan, its findings and the first fix.
fn places(line: &mut impl FnMut(&str, &str) -> io::Result<()>, in_plan: &InPlan, language: Language) -> io::Result<()> {
    for place in &in_plan.places {
        line(
            FIELD.in_language(language),
            &format!("{} = {}", place.path, value(&place.held)),
        )?;
    }
    for finding in &in_plan.findings {
        let severity = text::severity(finding.severity, language);
        let said = format!("{} {severity}: {}", finding.rule.id, finding.message.text(language));
        line(FINDING.in_language(language), &said)?;
    }
    let fix = in_plan.findings.iter().find_map(|finding| finding.fixes.first());
    fix.map_or(Ok(()), |fix| {
        line(text::FIX.in_language(language), &fix.title.text(language))
    })
}

#[derive(Debug, Serialize)]
struct Record<'a> {
    file: String,
    explanations: Vec<ExplanationRecord<'a>>,
    summary: Summary,
}

#[derive(Debug, Serialize)]
struct Summary {
    known: usize,
    unknown: usize,
}

#[derive(Debug, Serialize)]
struct ExplanationRecord<'a> {
    error: Option<&'static str>,
    code: Option<&'a str>,
    message: &'a str,
    details: Vec<Detail<'a>>,
    title: Option<String>,
    means: Option<String>,
    remedy: Option<String>,
    foresight: Option<&'static str>,
    fields: &'static [&'static str],
    rules: Vec<&'static str>,
    sources: Vec<SourceRecord>,
    plan: Option<PlanRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct Detail<'a> {
    name: &'a str,
    value: &'a str,
}

/// What would mend it.
#[derive(Debug, Serialize)]
struct FixTitle {
    title: String,
}

#[derive(Debug, Serialize)]
struct PlanRecord<'a> {
    places: Vec<PlaceRecord<'a>>,
    findings: Vec<FindingRecord<'a>>,
    fix: Option<FixTitle>,
}

#[derive(Debug, Serialize)]
struct PlaceRecord<'a> {
    path: &'a str,
    present: bool,
    value: Option<&'a str>,
}

impl<'a> ExplanationRecord<'a> {
    fn of(
        (explanation, in_plan): &'a (Explanation, InPlan<'a>),
        plan: Option<&'a Analysis>,
        language: Language,
    ) -> ExplanationRecord<'a> {
        let say = |words: &'static Words| Message::from(words).text(language);
        let known = explanation.known;
        ExplanationRecord {
            error: known.map(|known| known.id),
            code: explanation.said.code.as_deref(),
            message: &explanation.said.message,
            details: explanation
                .said
                .details
                .iter()
                .map(|(name, value)| Detail { name, value })
                .collect(),
            title: known.map(|known| say(&known.title)),
            means: known.map(|known| say(&known.means)),
            remedy: known.map(|known| say(&known.remedy)),
            foresight: known.map(|known| known.foresight.name()),
            fields: known.map_or(&[], |known| known.fields),
            rules: known.map_or_else(Vec::new, |known| {
                rules::all()
                    .filter(|rule| looks_at(rule, known))
                    .map(|rule| rule.id)
                    .collect()
            }),
            sources: known.map_or_else(Vec::new, |known| sources(known.sources, language)),
            plan: plan.map(|plan| PlanRecord::of(in_plan, plan, language)),
        }
    }
}

impl<'a> PlanRecord<'a> {
    fn of(in_plan: &'a InPlan<'a>, plan: &'a Analysis, language: Language) -> PlanRecord<'a> {
        let ours = |located: &&Located| {
            in_plan
                .findings
                .iter()
                .any(|finding| std::ptr::eq(*finding, &located.finding))
        };
        let place = |place: &'a crate::explain::Place| PlaceRecord {
            path: &place.path,
            present: place.held != Held::Nothing,
            value: if let Held::Value(value) = &place.held {
                Some(value)
            } else {
                None
            },
        };
        let fix = in_plan.findings.iter().find_map(|finding| finding.fixes.first());
        let fix = fix.map(|fix| &fix.title);
        PlanRecord {
            places: in_plan.places.iter().map(place).collect(),
            findings: plan
                .findings
                .iter()
                .filter(ours)
                .map(|located| FindingRecord::of(plan, located, language))
                .collect(),
            fix: fix.map(|title| FixTitle {
                title: title.text(language),
            }),
        }
    }
}
