//! AB0213: an autoscale formula that sets no target.

use super::formula_reading::{Reading, is_node_target, near, offer};
use crate::facts::limits::FORMULA_TARGETS;
use crate::facts::pages;
use crate::formula::Kind;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0213",
    name: "formula-sets-no-target",
    severity: Severity::Warning,
    basis: Basis::Derived,
    area: Area::Scale,
    title: words(
        "A formula that sets no target",
        "Une formule qui ne fixe aucune cible",
        "Una formula che non imposta alcun obiettivo",
    ),
    why: words(
        "Batch takes the number of nodes from `$TargetDedicatedNodes` and `$TargetLowPriorityNodes` (or their aliases \
         without `Nodes`); the second, an older name, stands for Spot nodes. A formula that sets neither leaves the pool \
         as it is.",
        "Batch lit le nombre de nœuds dans `$TargetDedicatedNodes` et `$TargetLowPriorityNodes` (ou leurs alias sans \
         `Nodes`) ; la seconde, au nom plus ancien, vaut pour les nœuds Spot. Une formule qui n’en fixe aucune laisse \
         le pool tel qu’il est.",
        "Batch legge il numero di nodi da `$TargetDedicatedNodes` e `$TargetLowPriorityNodes` (o dai rispettivi alias \
         senza `Nodes`); la seconda, con un nome più vecchio, vale per i nodi Spot. Una formula che non ne imposta \
         nessuna lascia il pool com’è.",
    ),
    sources: &[
        pages::AUTOSCALE.says(
            "A formula sets the target of dedicated nodes, of Spot nodes, or both, through these variables or their \
             aliases `$TargetDedicated` and `$TargetLowPriority`.",
            "Une formule fixe la cible de nœuds dédiés, de nœuds Spot ou les deux, par ces variables ou \
             leurs alias `$TargetDedicated` et `$TargetLowPriority`.",
            "Una formula imposta l’obiettivo di nodi dedicati, di nodi Spot o entrambi, con queste variabili \
             o i loro alias `$TargetDedicated` e `$TargetLowPriority`.",
        ),
        pages::SPOT.says(
            "Spot nodes keep the variable `$TargetLowPriorityNodes`.",
            "Les nœuds Spot gardent la variable `$TargetLowPriorityNodes`.",
            "I nodi Spot mantengono la variabile `$TargetLowPriorityNodes`.",
        ),
    ],
    fields: &[path::FORMULA],
    versions: None,
    example: example!("AB0213"),
    check: Check::Walk,
};

static NO_TARGET: Words = words(
    "The formula sets neither `$TargetDedicatedNodes` nor `$TargetLowPriorityNodes`.",
    "La formule ne fixe ni `$TargetDedicatedNodes` ni `$TargetLowPriorityNodes`.",
    "La formula non imposta né `$TargetDedicatedNodes` né `$TargetLowPriorityNodes`.",
);

pub(super) fn look(reading: &Reading, report: &mut Report) {
    if reading.sets_nodes() {
        return;
    }
    let mut finding = Finding::new(&RULE, path::FORMULA, &NO_TARGET);
    // A name that is nearly a target's was probably meant as one.
    let mut set = reading.steps().filter(|(_, step, _)| step.kind == Kind::Set);
    let named = set.find_map(|(_, step, word)| {
        let near = near(word, FORMULA_TARGETS.value).filter(|near| is_node_target(near));
        Some((word, step.span, near?))
    });
    if let Some((word, span, near)) = named {
        let title = Message::new(&fix_titles::RENAME, [near.into()]);
        finding = offer(finding.inside(span), title, reading.formula.renamed(word, near));
    }
    report.add(finding);
}
