//! AB0233: a formula sets a variable that it may only read.

use super::formula_reading::{Reading, listed, offer};
use crate::facts::limits::{FORMULA_READ_ONLY, FORMULA_TARGETS};
use crate::formula::Kind;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0233",
    name: "formula-sets-read-only",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Scale,
    title: words(
        "A formula that sets a read-only variable",
        "Une formule qui définit une variable en lecture seule",
        "Una formula che imposta una variabile di sola lettura",
    ),
    why: words(
        "Metrics and current numbers come from the service: a formula reads them and sets targets. Set \
         `$TargetDedicatedNodes` or `$TargetLowPriorityNodes`, or use a name of your own.",
        "Les métriques et les nombres actuels viennent du service : une formule les lit et fixe des cibles. \
         Définissez `$TargetDedicatedNodes` ou `$TargetLowPriorityNodes`, ou utilisez un nom de votre choix.",
        "Le metriche e i numeri attuali vengono dal servizio: una formula li legge e imposta obiettivi. Impostare \
         `$TargetDedicatedNodes` o `$TargetLowPriorityNodes`, oppure usare una propria variabile.",
    ),
    sources: &[FORMULA_READ_ONLY.from, FORMULA_TARGETS.from],
    fields: &[path::FORMULA],
    versions: None,
    example: example!("AB0233"),
    check: Check::Walk,
};

static READ_ONLY: Words = words(
    "{0} is read-only: a formula cannot set it.",
    "{0} est en lecture seule : une formule ne peut pas la définir.",
    "{0} è di sola lettura: una formula non può impostarla.",
);

pub(super) fn look(reading: &Reading, report: &mut Report) {
    let formula = &reading.formula;
    for (index, step, word) in reading.steps() {
        if step.kind != Kind::Set || !listed(FORMULA_READ_ONLY.value, word) {
            continue;
        }
        let mut finding = reading.found(&RULE, step.span, Message::new(&READ_ONLY, [word.into()]));
        // Whoever sets the current number means the target.
        if let Some(rest) = word.strip_prefix("$Current") {
            let target = String::from("$Target") + rest;
            let title = Message::new(&fix_titles::RENAME, [target.as_str().into()]);
            finding = offer(finding, title, formula.replaced(step.span, &target));
        }
        let whole = reading.behind(index).filter(|end| end.kind == Kind::End);
        if let Some(end) = whole.filter(|_| formula.statements > 1) {
            let title = Message::new(&fix_titles::REMOVE, [formula.word(end).into()]);
            finding = offer(finding, title, formula.replaced(end.span, ""));
        }
        report.add(finding);
    }
}
