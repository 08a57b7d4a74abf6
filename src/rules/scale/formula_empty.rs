//! AB0209: an automatic scale whose formula says nothing.

use crate::facts::limits::FORMULA_CHECKED;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0209",
    name: "empty-formula",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Scale,
    title: words(
        "An empty autoscale formula",
        "Une formule de mise à l’échelle automatique vide",
        "Una formula di scalabilità automatica vuota",
    ),
    why: words(
        "The formula is checked when the pool is created, and one that is not valid is refused. Write at least one \
         statement that sets a target, or use fixed scaling.",
        "La formule est vérifiée à la création du pool et refusée si elle n’est pas valide. Écrivez au moins une \
         instruction qui fixe une cible, ou utilisez une mise à l’échelle fixe.",
        "La formula viene controllata alla creazione del pool e rifiutata se non è valida. Scrivere almeno \
         un’istruzione che imposti un obiettivo, oppure usare la scalabilità fissa.",
    ),
    sources: &[FORMULA_CHECKED],
    fields: &[path::FORMULA],
    versions: None,
    example: example!("AB0209"),
    check: Check::Own(check),
};

static EMPTY: Words = words(
    "`formula` is empty: nothing sets the number of nodes.",
    "`formula` est vide : rien ne fixe le nombre de nœuds.",
    "`formula` è vuoto: nulla imposta il numero di nodi.",
);

fn check(context: &Context, report: &mut Report) {
    let formula = context.plan.pool.auto.and_then(|auto| auto.formula);
    if formula.is_some_and(|formula| formula.trim().is_empty()) {
        report.add(Finding::new(&RULE, path::FORMULA, &EMPTY));
    }
}
