//! AB0210: an autoscale formula beyond 8 KB or 100 statements.

use super::formula_reading::Reading;
use crate::facts::Limit;
use crate::facts::limits::{FORMULA_BYTES, FORMULA_STATEMENTS};
use crate::model::path;
use crate::rules::{Area, Basis, Check, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Noun, Words, nouns, words};

/// The rule. A warning, since the figures stand in an older text only: a limit that may have moved must not stop a plan.
pub static RULE: Rule = Rule {
    id: "AB0210",
    name: "formula-too-long",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Scale,
    title: words(
        "An autoscale formula that is too long",
        "Une formule de mise à l’échelle automatique trop longue",
        "Una formula di scalabilità automatica troppo lunga",
    ),
    why: words(
        "The figures come from an older text (2019) that no newer one was found to confirm, so this is not an error; \
         beyond them the formula was refused. Merge statements and shorten comments.",
        "Les chiffres viennent d’un texte ancien (2019) qu’aucun texte plus récent n’a confirmé : ce n’est donc pas une \
         erreur ; au-delà, la formule était refusée. Regroupez des instructions et abrégez les commentaires.",
        "Le cifre vengono da un testo vecchio (2019) che nessun testo più recente conferma, quindi non è un errore; oltre, \
         la formula veniva rifiutata. Unire le istruzioni e accorciare i commenti.",
    ),
    sources: &[FORMULA_BYTES.from, FORMULA_STATEMENTS.from],
    fields: &[path::FORMULA],
    versions: None,
    example: example!("AB0210"),
    check: Check::Walk,
};

static TOO_LONG: Words = words(
    "The formula has {0}: the older text allows {1}.",
    "La formule compte {0} : le texte ancien en permet {1}.",
    "La formula ha {0}: il testo più vecchio ne consente {1}.",
);

/// Counts bytes.
pub(super) fn bytes(formula: &str, report: &mut Report) {
    check(formula.len(), &FORMULA_BYTES, &nouns::BYTES, report);
}

/// Counts statements.
pub(super) fn statements(reading: &Reading, report: &mut Report) {
    check(
        reading.formula.statements,
        &FORMULA_STATEMENTS,
        &nouns::STATEMENTS,
        report,
    );
}

fn check(has: usize, limit: &Limit<i64>, noun: &'static Noun, report: &mut Report) {
    let has = i64::try_from(has).unwrap_or(i64::MAX);
    if has > limit.value {
        let message = Message::new(&TOO_LONG, [(has, noun).into(), limit.value.into()]);
        report.add(Finding::new(&RULE, path::FORMULA, message));
    }
}
