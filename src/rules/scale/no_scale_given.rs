//! AB0202: nothing says how many nodes the pool shall have.

use crate::facts::pages;
use crate::model::{Value, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0202",
    name: "no-scale-given",
    severity: Severity::Warning,
    basis: Basis::Contract,
    area: Area::Scale,
    title: words(
        "Nothing says how many nodes",
        "Rien n’indique le nombre de nœuds",
        "Nulla indica il numero di nodi",
    ),
    why: words(
        "Without scale settings the pool is created with 0 dedicated nodes and runs no task until it is resized. \
         Empty scale settings are neither fixed nor automatic: give a target or a formula, or write the 0 you mean.",
        "Sans paramètres de mise à l’échelle, le pool est créé avec 0 nœud dédié et n’exécute aucune tâche tant qu’il n’est pas \
         redimensionné. Une mise à l’échelle vide n’est ni fixe ni automatique : donnez une cible ou une formule, ou écrivez le 0 voulu.",
        "Senza impostazioni di scalabilità il pool viene creato con 0 nodi dedicati e non esegue attività finché non viene \
         ridimensionato. Una scalabilità vuota non è né fissa né automatica: indicare un obiettivo o una formula, \
         oppure scrivere lo 0 desiderato.",
    ),
    sources: &[pages::CONTRACT.says(
        "When the scale settings are left out, scaling is fixed with 0 dedicated nodes.",
        "Si la mise à l’échelle est omise, elle est fixe avec 0 nœud dédié.",
        "Se la scalabilità manca, è fissa con 0 nodi dedicati.",
    )],
    fields: &[path::SCALE],
    versions: None,
    example: example!("AB0202"),
    check: Check::Own(check),
};

static MISSING: Words = words(
    "`scaleSettings` is missing: the pool starts with 0 dedicated nodes.",
    "`scaleSettings` est absent : le pool démarre avec 0 nœud dédié.",
    "`scaleSettings` manca: il pool parte con 0 nodi dedicati.",
);
static EMPTY: Words = words(
    "`scaleSettings` is empty: scaling is neither fixed nor automatic.",
    "`scaleSettings` est vide : la mise à l’échelle n’est ni fixe ni automatique.",
    "`scaleSettings` è vuoto: la scalabilità non è né fissa né automatica.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let (severity, message) = match pool.scale {
        None if pool
            .properties
            .is_some_and(|node| matches!(node.value, Value::Object(_))) =>
        {
            (Severity::Advice, &MISSING)
        }
        Some(scale) if matches!(&scale.value, Value::Object(members) if members.is_empty()) => {
            (Severity::Warning, &EMPTY)
        }
        _ => return,
    };
    report.add(
        Finding::new(&RULE, path::SCALE, message)
            .weigh(severity)
            .offer_number_for(path::DEDICATED, 0),
    );
}
