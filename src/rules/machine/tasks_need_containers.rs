//! AB0514: a pool for containers: its tasks must have container settings.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2018_12_01;
use crate::model::{ApiVersion, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0514",
    name: "tasks-need-containers",
    severity: Severity::Advice,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "A pool whose tasks must run in containers",
        "Un pool dont les tâches doivent s’exécuter dans des conteneurs",
        "Un pool le cui attività devono essere eseguite in contenitori",
    ),
    why: words(
        "On a pool with `containerConfiguration` every regular task and every job manager task must have \
         `containerSettings`; start, preparation and release tasks may do without. Write the tasks so, or take \
         another pool for the others.",
        "Sur un pool doté de `containerConfiguration`, toute tâche ordinaire et toute tâche du gestionnaire de \
         travaux doit avoir `containerSettings` ; les tâches de démarrage, de préparation et de validation peuvent \
         s’en passer. Écrivez ainsi ces tâches, ou prenez un autre pool pour celles qui s’exécutent sans conteneur.",
        "In un pool con `containerConfiguration` ogni attività normale e ogni attività del gestore di processi deve \
         avere `containerSettings`; le attività di avvio, preparazione e rilascio possono farne a meno. Scrivere così \
         le attività, o usare un altro pool per le altre.",
    ),
    sources: &[pages::CONTRACT.says(
        "With `containerConfiguration` all regular tasks and job manager tasks must specify `containerSettings`; all \
         others may.",
        "Avec `containerConfiguration`, toutes les tâches ordinaires et du gestionnaire de travaux doivent indiquer \
         `containerSettings` ; les autres le peuvent.",
        "Con `containerConfiguration` tutte le attività normali e del gestore di processi devono indicare \
         `containerSettings`; le altre possono farlo.",
    )],
    fields: &[path::CONTAINERS],
    versions: Some((V2018_12_01, ApiVersion::DRAFT)),
    example: example!("AB0514"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "With {0} containers every task of this pool needs `containerSettings`.",
    "Avec des conteneurs {0}, toute tâche de ce pool doit avoir `containerSettings`.",
    "Con contenitori {0} ogni attività di questo pool deve avere `containerSettings`.",
);

fn check(context: &Context, report: &mut Report) {
    let kind = context
        .plan
        .pool
        .vm_at("/containerConfiguration/type")
        .and_then(Node::as_text);
    if let Some(kind) = kind.filter(|_| shapes::applies(context, &RULE)) {
        report.add(Finding::new(&RULE, path::CONTAINERS, Message::new(&SAY, [kind.into()])));
    }
}
