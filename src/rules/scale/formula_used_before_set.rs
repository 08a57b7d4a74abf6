//! AB0232: a formula uses a variable before it sets it.

use super::formula_reading::{Reading, is_service};
use crate::facts::pages;
use crate::formula::Kind;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0232",
    name: "formula-used-before-set",
    severity: Severity::Error,
    basis: Basis::Derived,
    area: Area::Scale,
    title: words(
        "A variable used before it is set",
        "Une variable utilisée avant d’être définie",
        "Una variabile usata prima di essere impostata",
    ),
    why: words(
        "Statements work on values of earlier statements, and nothing is kept from one evaluation to the next (derived: a \
         variable of your own has no value before the statement that sets it). Move that statement up.",
        "Les instructions travaillent sur les valeurs d’instructions précédentes, et rien n’est gardé d’une \
         évaluation à l’autre (déduit : une variable que vous définissez n’a pas de valeur avant l’instruction qui la \
         définit). Remontez cette instruction.",
        "Le istruzioni lavorano sui valori di istruzioni precedenti, e nulla si conserva da una valutazione all’altra \
         (dedotto: una variabile propria non ha valore prima dell’istruzione che la imposta). Spostare più su \
         quell’istruzione.",
    ),
    sources: &[pages::AUTOSCALE.says(
        "Statements generally work on values that earlier statements obtained.",
        "Les instructions travaillent en général sur des valeurs obtenues par des instructions précédentes.",
        "Le istruzioni lavorano in genere su valori ottenuti da istruzioni precedenti.",
    )],
    fields: &[path::FORMULA],
    versions: None,
    example: example!("AB0232"),
    check: Check::Walk,
};

static EARLY: Words = words(
    "{0} is used here, but set only further on.",
    "{0} est utilisée ici, mais définie seulement plus loin.",
    "{0} è usata qui, ma impostata solo più avanti.",
);

pub(super) fn look(reading: &Reading, report: &mut Report) {
    for (index, step, word) in reading.steps() {
        let variable = reading.variable(index).filter(|variable| variable.first == index);
        let is_set_later = variable
            .and_then(|variable| variable.set)
            .is_some_and(|set| set > index);
        if step.kind == Kind::Name && is_set_later && !is_service(word) {
            report.add(reading.found(&RULE, step.span, Message::new(&EARLY, [word.into()])));
        }
    }
}
