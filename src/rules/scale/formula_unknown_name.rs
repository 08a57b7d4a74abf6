//! AB0231: a formula names what neither Batch documents nor the formula sets.

use super::formula_reading::{Reading, is_service, listed, near, offer};
use crate::facts::limits::{
    FORMULA_CHECKED, FORMULA_CONSTANTS, FORMULA_DEALLOCATION, FORMULA_FUNCTIONS, FORMULA_METHODS, FORMULA_READ_ONLY,
    FORMULA_STATEMENTS, FORMULA_TARGETS, FORMULA_TIME_PARTS, FORMULA_UNLISTED,
};
use crate::formula::{Kind, Step};
use crate::model::path;
use crate::rules::near::nearest;
use crate::rules::{Area, Basis, Check, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule. Lighter where the name may be newer than the page that was read, or differs in letter case only.
pub static RULE: Rule = Rule {
    id: "AB0231",
    name: "formula-unknown-name",
    severity: Severity::Error,
    basis: Basis::Derived,
    area: Area::Scale,
    title: words(
        "A name that formulas do not have",
        "Un nom que les formules ne connaissent pas",
        "Un nome che le formule non conoscono",
    ),
    why: words(
        "A formula that names what does not exist cannot be evaluated, and the service checks it when the pool is created. \
         Variables of the service begin with `$`, your own must be set first; whether letter case counts is written nowhere, \
         so write names as the page does.",
        "Une formule qui nomme ce qui n’existe pas ne peut pas être évaluée, et le service la vérifie à la création du pool. \
         Les variables du service commencent par `$`, les vôtres doivent d’abord être définies ; nulle part il n’est écrit \
         si la casse compte : écrivez donc les noms comme la page.",
        "Una formula che nomina ciò che non esiste non può essere valutata, e il servizio la controlla alla creazione del \
         pool. Le variabili del servizio iniziano con `$`, le proprie vanno prima impostate; non è scritto da nessuna parte \
         se maiuscole e minuscole contano: scrivere quindi i nomi come nella pagina.",
    ),
    sources: &[
        FORMULA_FUNCTIONS.from,
        FORMULA_READ_ONLY.from,
        FORMULA_TARGETS.from,
        FORMULA_CHECKED,
    ],
    fields: &[path::FORMULA],
    versions: None,
    example: example!("AB0231"),
    check: Check::Walk,
};

pub(super) static CASE: Words = words(
    "{0} differs from {1} in letter case only.",
    "{0} ne diffère de {1} que par la casse.",
    "{0} differisce da {1} solo per maiuscole e minuscole.",
);
static NEAR: Words = words(
    "{0} is neither documented nor set: probably {1} is meant.",
    "{0} n’est ni documenté ni défini : il s’agit sans doute de {1}.",
    "{0} non è né documentato né impostato: probabilmente si intende {1}.",
);
static NEVER_SET: Words = words(
    "{0} is used, but never set.",
    "{0} est utilisé, mais jamais défini.",
    "{0} è usato, ma mai impostato.",
);
static UNDOCUMENTED: Words = words(
    "{0} is not among the names that Batch documents.",
    "{0} ne figure pas parmi les noms que Batch documente.",
    "{0} non è tra i nomi documentati da Batch.",
);

/// What a name may be where a value is meant.
static VALUES: [&str; 5] = [
    FORMULA_TARGETS.value,
    FORMULA_READ_ONLY.value,
    FORMULA_CONSTANTS,
    FORMULA_DEALLOCATION.value,
    FORMULA_UNLISTED,
];

pub(super) fn look(reading: &Reading, report: &mut Report) {
    for (index, step, word) in reading.steps() {
        let names: &[&str] = match step.kind {
            Kind::Call(_) => &[FORMULA_FUNCTIONS.value, FORMULA_UNLISTED],
            Kind::Method(_) => &[FORMULA_METHODS],
            Kind::Member => &[FORMULA_TIME_PARTS],
            Kind::Name | Kind::Set if reading.variable(index).is_some_and(|variable| variable.first == index) => {
                &VALUES
            }
            _ => continue,
        };
        if names.iter().any(|names| listed(names, word)) {
            continue;
        }
        let is_set = reading.variable(index).is_some_and(|variable| variable.set.is_some());
        // What an option may be is another rule’s matter.
        let option = || reading.behind(index).filter(|next| next.kind == Kind::Set);
        let is_option = || option().is_some_and(|set| reading.formula.word(set) == "$NodeDeallocationOption");
        if is_set || (step.kind == Kind::Name && is_option()) {
            // A variable of the user’s own may still be meant as one of the service’s.
            if let Some(name) = service_in_other_case(word) {
                say(reading, step, Severity::Warning, &CASE, Some(name), report);
            }
            continue;
        }
        report_unknown(reading, step, names, report);
    }
}

fn service_in_other_case(word: &str) -> Option<&'static str> {
    let mut names = VALUES.iter().take(2).flat_map(|names| names.split(' '));
    names.find(|name| name.eq_ignore_ascii_case(word) && !is_service(word))
}

fn report_unknown(reading: &Reading, step: &Step, names: &[&'static str], report: &mut Report) {
    let word = reading.formula.word(step);
    let mut candidates: Vec<&str> = names.iter().flat_map(|names| names.split(' ')).collect();
    if step.kind == Kind::Name {
        // More than there can be statements are not compared.
        let most = usize::try_from(FORMULA_STATEMENTS.value).unwrap_or_default();
        let set = reading.variables.iter().filter(|variable| variable.set.is_some());
        candidates.extend(set.take(most).map(|variable| variable.word));
    }
    let same = candidates.iter().find(|name| name.eq_ignore_ascii_case(word)).copied();
    if same.is_some() {
        return say(reading, step, Severity::Warning, &CASE, same, report);
    }
    // A short name has no near ones, and of spans of time only the end tells which.
    let end = |name| str::strip_prefix(name, "TimeInterval_");
    let near = nearest(word, candidates).filter(|name| match (end(word), end(name)) {
        _ if word.len() < 4 => false,
        (Some(written), Some(known)) => near(written, known).is_some(),
        _ => true,
    });
    match near {
        Some(_) => say(reading, step, Severity::Error, &NEAR, near, report),
        None if step.kind == Kind::Name && !word.starts_with('$') => {
            say(reading, step, Severity::Error, &NEVER_SET, None, report);
        }
        None => say(reading, step, Severity::Warning, &UNDOCUMENTED, None, report),
    }
}

fn say(
    reading: &Reading,
    step: &Step,
    severity: Severity,
    words: &'static Words,
    meant: Option<&str>,
    report: &mut Report,
) {
    report.add_with(&RULE, severity, || {
        let word = reading.formula.word(step);
        let name = meant.unwrap_or_default();
        let message = Message::new(words, [word.into(), name.into()]);
        let finding = reading.found(&RULE, step.span, message).weigh(severity);
        match meant {
            Some(_) => {
                let title = Message::new(&fix_titles::RENAME, [name.into()]);
                offer(finding, title, reading.formula.renamed(word, name))
            }
            None => finding,
        }
    });
}
