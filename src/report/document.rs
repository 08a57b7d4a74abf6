//! The report as blocks: what it says, and nothing of how it is written.

use super::{Chapter, Report};
use crate::analysis::{Counts, Located};
use crate::facts::Citation;
use crate::model::{Plan, Sizing};
use crate::rules::Severity;
use crate::words::{Arg, Language, Message, Noun, Part, Words, date, joined, nouns, words};

/// Who made it.
const MAKER: &str = concat!("Batch Pool Planner ", env!("CARGO_PKG_VERSION"));

/// A piece of a line.
#[derive(Debug)]
pub(super) enum Inline {
    /// Words and values.
    Part(Part),
    /// A link: its words and its address.
    Link(String, &'static str),
}

/// A piece of the report.
#[derive(Debug)]
pub(super) enum Block {
    /// A heading; the title is 1, a group 2, a finding 3.
    Heading(u8, Vec<Inline>),
    /// Facts about the whole, by their names.
    Facts(Vec<(&'static str, Vec<Inline>)>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List(Vec<Vec<Inline>>),
}

static TITLE: Words = words("Findings: pool {0}", "Constats : pool {0}", "Rilievi: pool {0}");
static UNNAMED: Words = words("Findings about a pool", "Constats sur un pool", "Rilievi su un pool");
static UNNAMED_ALL: Words = words("Findings", "Constats", "Rilievi");
static UNREAD: Words = words(
    "{0} cannot be read",
    "Impossible de lire {0}",
    "Impossibile leggere {0}",
);
static FILE: Words = words("File", "Fichier", "File");
static ABOUT: Words = words(
    "An error means that the documentation says the service refuses it, or that it cannot work; a warning that it is accepted, but documented to fail, cost or end, or that the sources disagree; advice is recommended or worth knowing. The figures are Microsoft’s, read on the days given. What only the account can know was not looked at.",
    "Une erreur signifie que, selon la documentation, le service refuse le pool, ou que celui-ci ne peut pas fonctionner ; un avertissement, que le service l’accepte, mais que la documentation annonce un échec, un coût ou une fin de prise en charge, ou que les sources se contredisent ; un conseil signale ce qui est recommandé ou bon à savoir. Les chiffres sont ceux de Microsoft, consultés aux dates indiquées. Ce que seul le compte permet de savoir n’a pas été examiné.",
    "Un errore significa che, secondo la documentazione, il servizio rifiuta il pool o che il pool non può funzionare; un avviso, che è accettato ma la documentazione segnala errori, costi o la fine del supporto, o che le fonti sono in disaccordo; un consiglio, che qualcosa è raccomandato o utile da sapere. Le cifre sono quelle di Microsoft, consultate nei giorni indicati. Ciò che può sapere solo l’account non è stato esaminato.",
);
static SIZE: Words = words(
    "VM size",
    "Taille de machine virtuelle",
    "Dimensioni della macchina virtuale",
);
static SCALE: Words = words("Scale", "Mise à l’échelle", "Scalabilità");
static NODES_AND_CORES: Words = words("{0} × {1} = {2}", "{0} × {1} = {2}", "{0} × {1} = {2}");
static FORMULA: Words = words(
    "set by a formula",
    "définie par une formule",
    "impostata da una formula",
);
static VERSION: Words = words("api-version", "api-version", "api-version");
static REGION: Words = words("Region", "Région", "Area");
static JUDGED: Words = words("Judged for", "Évalué au", "Data di valutazione");
static FOUND: Words = words("Found", "Constats", "Rilievi");
static MADE_BY: Words = words("Made by", "Généré par", "Creato con");
static NOTHING: Words = words("Nothing was found.", "Aucun constat.", "Non è stato rilevato nulla.");
static ERRORS: Words = words("Errors", "Erreurs", "Errori");
static WARNINGS: Words = words("Warnings", "Avertissements", "Avvisi");
static ADVICE: Words = words("Advice", "Conseils", "Consigli");
static ACCEPTED: Words = words("Accepted", "Acceptés", "Accettati");
static LINE: Words = words("line {0}", "ligne {0}", "riga {0}");
static FIX: Words = words("To mend it:", "Pour corriger :", "Per correggere:");
static SOURCES: Words = words("Sources:", "Sources :", "Fonti:");
static COLON: Words = words(": ", "\u{a0}: ", ": ");
static REASON: Words = words("Reason given: {0}", "Motif donné : {0}", "Motivo indicato: {0}");
static SEEN: Words = words(
    "Marked as seen: {0}",
    "Marqué comme vu : {0}",
    "Contrassegnato come visto: {0}",
);

/// What the report is called.
pub(super) fn title(report: &Report<'_>) -> String {
    heading(report).text(report.language)
}

fn heading(report: &Report<'_>) -> Message {
    match report.analysis.plan().and_then(|plan| plan.target.pool_name) {
        Some(name) => Message::new(&TITLE, [name.into()]),
        None => Message::from(&UNNAMED),
    }
}

/// The whole report.
pub(super) fn blocks(report: &Report<'_>) -> Vec<Block> {
    let mut out = own(report, None);
    out.push(about(report.language));
    out
}

/// The reports of several files or pools, each under its name, in one.
pub(super) fn several(chapters: &[Chapter<'_>], language: Language) -> Vec<Block> {
    let mut out = Vec::new();
    for chapter in chapters {
        match chapter.analysis {
            Ok(analysis) => {
                let report = Report { analysis, language };
                out.extend(own(&report, Some(chapter.name)));
            }
            Err(why) => {
                let title = Message::new(&UNREAD, [chapter.name.into()]);
                out.push(Block::Heading(1, said(&title, language)));
                out.push(Block::Paragraph(plain(&on_one_line(why))));
            }
        }
    }
    out.push(about(language));
    out
}

/// What the document of several reports is called.
pub(super) fn title_of_several(language: Language) -> &'static str {
    UNNAMED_ALL.in_language(language)
}

/// What severities mean, and what was not looked at.
fn about(language: Language) -> Block {
    Block::Paragraph(plain(ABOUT.in_language(language)))
}

/// What is said of one plan, under the name of its file if it is one among several.
fn own(report: &Report<'_>, name: Option<&str>) -> Vec<Block> {
    let (analysis, language) = (report.analysis, report.language);
    let say = |words: &'static Words| words.in_language(language);
    let mut facts = facts(report);
    if let Some(name) = name {
        facts.insert(0, (say(&FILE), vec![value(name)]));
    }
    let mut out = vec![Block::Heading(1, said(&heading(report), language)), Block::Facts(facts)];
    if analysis.findings.is_empty() {
        out.push(Block::Paragraph(plain(say(&NOTHING))));
    }
    for severity in Severity::ALL {
        let mut own = analysis
            .open()
            .iter()
            .filter(|one| one.finding.severity == severity)
            .peekable();
        if own.peek().is_some() {
            let group = match severity {
                Severity::Error => &ERRORS,
                Severity::Warning => &WARNINGS,
                Severity::Advice => &ADVICE,
            };
            out.push(Block::Heading(2, plain(say(group))));
            own.for_each(|located| finding(&mut out, located, language));
        }
    }
    if !analysis.accepted().is_empty() {
        out.push(Block::Heading(2, plain(say(&ACCEPTED))));
        analysis
            .accepted()
            .iter()
            .for_each(|located| finding(&mut out, located, language));
    }
    out
}

/// What pool it is, how large, for which day it was judged, and what was found.
fn facts(report: &Report<'_>) -> Vec<(&'static str, Vec<Inline>)> {
    let (analysis, language) = (report.analysis, report.language);
    let say = |words: &'static Words| words.in_language(language);
    let mut facts = Vec::new();
    if let Some(plan) = analysis.plan() {
        if let Some(size) = plan.pool.vm_size {
            facts.push((say(&SIZE), vec![value(size)]));
        }
        facts.push((say(&SCALE), said(&scale(&plan), language)));
        if let Some(region) = plan.target.region {
            facts.push((say(&REGION), vec![value(region)]));
        }
        facts.push((say(&VERSION), vec![value(plan.api_version().name())]));
    }
    facts.push((say(&JUDGED), plain(&date(analysis.as_of, language))));
    let counted = counted(analysis.counts(), language);
    if !counted.is_empty() {
        facts.push((say(&FOUND), plain(&counted)));
    }
    facts.push((say(&MADE_BY), plain(MAKER)));
    facts
}

/// How many findings there are of each kind that there are any of.
fn counted(counts: Counts, language: Language) -> String {
    let counted = [
        (counts.errors, &nouns::ERRORS),
        (counts.warnings, &nouns::WARNINGS),
        (counts.advice, &nouns::ADVICE),
        (counts.accepted, &nouns::ACCEPTED),
    ];
    let shown = counted.into_iter().filter(|(count, _)| *count > 0);
    let shown: Vec<String> = shown.map(|(count, noun)| one(count as i64, noun, language)).collect();
    joined(&shown, ", ")
}

/// For which day it was judged and what was found, one a line, for who writes about the report.
pub(super) fn summary(report: &Report<'_>) -> String {
    let (analysis, language) = (report.analysis, report.language);
    let mut out = String::new();
    for (name, words) in [
        (&JUDGED, date(analysis.as_of, language)),
        (&FOUND, counted(analysis.counts(), language)),
        (&MADE_BY, MAKER.to_owned()),
    ] {
        // Of nothing, the report itself says that nothing was found.
        if !words.is_empty() {
            out.push_str(name.in_language(language));
            out.push_str(COLON.in_language(language));
            out.push_str(&words);
            out.push('\n');
        }
    }
    out
}

/// `2 400 nodes × 4 vCPU = 9 600 cores`, as far as it is known.
fn scale(plan: &Plan<'_>) -> Message {
    static COUNT: Words = Words::same("{0}");
    let sizing = Sizing::of(plan);
    let nodes = Arg::Count(sizing.nodes, &nouns::NODES);
    match (sizing.vcpus, sizing.cores) {
        _ if sizing.automatic => Message::from(&FORMULA),
        (Some(vcpus), Some(cores)) => Message::new(
            &NODES_AND_CORES,
            [
                nodes,
                Arg::Count(i64::from(vcpus), &nouns::VCPUS),
                Arg::Count(cores, &nouns::CORES),
            ],
        ),
        _ => Message::new(&COUNT, [nodes]),
    }
}

fn finding(out: &mut Vec<Block>, located: &Located, language: Language) {
    let say = |words: &'static Words| words.in_language(language);
    let finding = &located.finding;
    let mut head = plain(finding.rule.id);
    head.extend(plain(" "));
    head.extend(said(&finding.message, language));
    out.push(Block::Heading(3, head));
    let line = Message::new(&LINE, [Arg::Number(located.position.line as i64)]);
    let mut place = Vec::new();
    if !finding.place.path().is_empty() {
        place.push(value(finding.place.path()));
        place.extend(plain(" · "));
    }
    place.extend(said(&line, language));
    place.extend(plain(" · "));
    place.extend(plain(&finding.basis_said(language)));
    out.push(Block::Paragraph(place));
    out.push(Block::Paragraph(said(&finding.reason(), language)));
    if let Some(acceptance) = &located.acceptance {
        let words = if acceptance.seen { &SEEN } else { &REASON };
        let reason = Message::new(words, [Arg::Text(on_one_line(&acceptance.reason))]);
        out.push(Block::Paragraph(said(&reason, language)));
    }
    if !finding.fixes.is_empty() {
        out.push(Block::Paragraph(plain(say(&FIX))));
        out.push(Block::List(
            finding.fixes.iter().map(|fix| said(&fix.title, language)).collect(),
        ));
    }
    out.push(Block::Paragraph(plain(say(&SOURCES))));
    out.push(Block::List(
        finding.sources.iter().map(|one| source(one, language)).collect(),
    ));
}

fn source(citation: &'static Citation, language: Language) -> Vec<Inline> {
    let page = citation.page;
    let mut line = vec![Inline::Link(page.title.to_owned(), page.url)];
    line.extend(plain(", "));
    line.extend(plain(&page.days(language)));
    line.extend(plain(COLON.in_language(language)));
    line.extend(said(&Message::from(&citation.says), language));
    line
}

fn one(count: i64, noun: &'static Noun, language: Language) -> String {
    static IT: Words = Words::same("{0}");
    Message::new(&IT, [Arg::Count(count, noun)]).text(language)
}

fn said(message: &Message, language: Language) -> Vec<Inline> {
    message.parts(language).into_iter().map(Inline::Part).collect()
}

fn plain(text: &str) -> Vec<Inline> {
    vec![Inline::Part(Part::Text(text.to_owned()))]
}

fn value(text: &str) -> Inline {
    Inline::Part(Part::Value(text.to_owned()))
}

/// Somebody’s own words, on one line.
fn on_one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
