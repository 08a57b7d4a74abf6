//! AB0208: a pool that cannot shrink before tasks or kept data are gone.

use crate::facts::pages;
use crate::model::{ApiVersion, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0208",
    name: "shrinking-waits",
    severity: Severity::Warning,
    basis: Basis::Contract,
    area: Area::Scale,
    title: words(
        "Shrinking waits for tasks or retained data",
        "La réduction du pool attend des tâches ou des données conservées",
        "La riduzione del pool attende attività o dati conservati",
    ),
    why: words(
        "Nodes leave only when their tasks have ended, so a resize may last as long as the longest task and the nodes are \
         billed until then. The default `Requeue` lets them go at once and runs the tasks again elsewhere.",
        "Les nœuds ne sont retirés qu’une fois leurs tâches terminées : un redimensionnement peut durer autant que la \
         plus longue tâche, et les nœuds restent facturés jusque-là. L’option par défaut, `Requeue`, les libère \
         aussitôt et relance les tâches ailleurs.",
        "I nodi vengono rimossi solo quando le loro attività sono finite: un ridimensionamento può durare quanto \
         l’attività più lunga e fino ad allora i nodi vengono fatturati. L’opzione predefinita, `Requeue`, li libera \
         subito e riesegue le attività altrove.",
    ),
    sources: &[pages::CONTRACT.says(
        "The default is `Requeue`; `TaskCompletion` waits for running tasks, `RetainedData` for the end of their retention. \
         `RetainedData` can no longer be set from the 2026-08-01 draft on.",
        "L’option par défaut est `Requeue` ; `TaskCompletion` attend les tâches en cours, `RetainedData` la fin de leur \
         conservation. `RetainedData` ne peut plus être défini à partir de la version provisoire 2026-08-01.",
        "L’opzione predefinita è `Requeue`; `TaskCompletion` attende le attività in corso, `RetainedData` la fine della \
         conservazione. `RetainedData` non si può più impostare dalla bozza 2026-08-01.",
    )],
    fields: &[path::DEALLOCATION, path::FORMULA],
    versions: None,
    example: example!("AB0208"),
    check: Check::Own(check),
};

static DEPRECATED: Words = words(
    "{0} is deprecated, and shrinking waits until no task data is kept.",
    "{0} est déprécié, et la réduction attend qu’il ne reste plus de données de tâches conservées.",
    "{0} è deprecato e la riduzione attende che non restino dati di attività conservati.",
);
static DEPRECATED_WHY: Words = words(
    "A node stays, and is billed, until the retention time of its tasks is over. The next contract no longer lets this be \
     set: use `Requeue`, or `TaskCompletion` if running tasks must end first.",
    "Un nœud reste, et reste facturé, jusqu’à la fin de la conservation des données de ses tâches. Le prochain contrat ne \
     permet plus cette option : utilisez `Requeue`, ou `TaskCompletion` si les tâches en cours doivent se terminer.",
    "Un nodo resta, e viene fatturato, fino al termine della conservazione dei dati delle sue attività. Il prossimo \
     contratto non permette più questa opzione: usare `Requeue`, oppure `TaskCompletion` se le attività in corso devono \
     finire.",
);
static WAITS: Words = words(
    "With {0}, shrinking waits until the running tasks have ended.",
    "Avec {0}, la réduction attend la fin des tâches en cours.",
    "Con {0}, la riduzione attende la fine delle attività in corso.",
);

/// What is to be said about `RetainedData`, wherever it is set.
pub(super) fn retained(path: &'static str, option: &str) -> Finding {
    Finding::new(&RULE, path, Message::new(&DEPRECATED, [option.into()])).because(&DEPRECATED_WHY)
}

fn check(context: &Context, report: &mut Report) {
    let option = context.plan.pool.fixed.and_then(|fixed| fixed.deallocation);
    let finding = match option {
        // Where the contract has it no more, the contract's own rule speaks.
        Some(option @ "RetainedData") if context.plan.api_version() < ApiVersion::DRAFT => {
            retained(path::DEALLOCATION, option)
        }
        Some(option @ "TaskCompletion") => {
            let message = Message::new(&WAITS, [option.into()]);
            Finding::new(&RULE, path::DEALLOCATION, message).weigh(Severity::Advice)
        }
        _ => return,
    };
    report.add(finding.offer_text(path::DEALLOCATION, "Requeue"));
}
