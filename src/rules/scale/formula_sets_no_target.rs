//! AB0213: an autoscale formula that sets no target.

use super::formula_text;
use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

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
    check: Check::Own(check),
};

static NO_TARGET: Words = words(
    "The formula sets neither `$TargetDedicatedNodes` nor `$TargetLowPriorityNodes`.",
    "La formule ne fixe ni `$TargetDedicatedNodes` ni `$TargetLowPriorityNodes`.",
    "La formula non imposta né `$TargetDedicatedNodes` né `$TargetLowPriorityNodes`.",
);

const TARGETS: [&str; 4] = [
    "$TargetDedicatedNodes",
    "$TargetLowPriorityNodes",
    "$TargetDedicated",
    "$TargetLowPriority",
];

fn check(context: &Context, report: &mut Report) {
    let Some(formula) = context.plan.pool.auto.and_then(|auto| auto.formula) else {
        return;
    };
    let bare = formula_text::bare(formula);
    let sets_one =
        formula_text::set_names(&bare).any(|name| TARGETS.iter().any(|target| target.eq_ignore_ascii_case(name)));
    // A blank formula is AB0209's.
    if !sets_one && !formula.trim().is_empty() {
        report.add(Finding::new(&RULE, path::FORMULA, &NO_TARGET));
    }
}
