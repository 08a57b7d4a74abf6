//! AB0601: a start task that says everything but what to run.

use crate::facts::pages;
use crate::model::{Value, node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0601",
    name: "start-task-without-command-line",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "A start task without a command line",
        "Une tâche de démarrage sans ligne de commande",
        "Un’attività di avvio senza riga di comando",
    ),
    why: words(
        "As soon as a start task has any other member, `commandLine` is required. Every node runs it whenever it joins \
         the pool, restarts or is reimaged, so it must be safe to run again.",
        "Dès qu’une tâche de démarrage a un autre membre, `commandLine` est obligatoire. Chaque nœud l’exécute quand il \
         rejoint le pool, redémarre ou est réinitialisé : elle doit pouvoir être relancée sans dommage.",
        "Appena un’attività di avvio ha un altro membro, `commandLine` è obbligatorio. Ogni nodo la esegue quando entra \
         nel pool, si riavvia o ne viene ricreata l’immagine: deve poter essere rieseguita senza danni.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "`commandLine` is required if any other member of the start task is given.",
            "`commandLine` est obligatoire si un autre membre de la tâche de démarrage est indiqué.",
            "`commandLine` è obbligatorio se si indica un altro membro dell’attività di avvio.",
        ),
        pages::BEST_PRACTICES.says(
            "A start task may run more than once on a node and should do no harm when it does.",
            "Une tâche de démarrage peut s’exécuter plusieurs fois sur un nœud et ne doit alors causer aucun dommage.",
            "Un’attività di avvio può essere eseguita più volte su un nodo e in tal caso non deve fare danni.",
        ),
    ],
    fields: &[node_setup::COMMAND_LINE, path::START_TASK],
    versions: None,
    example: example!("AB0601"),
    check: Check::Own(check),
};

static MISSING: Words = words(
    "The start task has no `commandLine`.",
    "La tâche de démarrage n’a pas de membre `commandLine`.",
    "L’attività di avvio non ha il membro `commandLine`.",
);
static EMPTY: Words = words(
    "The `commandLine` of the start task is empty.",
    "Le membre `commandLine` de la tâche de démarrage est vide.",
    "Il membro `commandLine` dell’attività di avvio è vuoto.",
);

fn check(context: &Context, report: &mut Report) {
    let Some(task) = context.plan.at(path::START_TASK) else {
        return;
    };
    let words = match task.get("commandLine").map(|node| &node.value) {
        Some(Value::Text(text)) if text.trim().is_empty() => &EMPTY,
        // An empty object is how one says that there is no start task.
        None | Some(Value::Null) if !task.members().is_empty() => &MISSING,
        _ => return,
    };
    report.add(Finding::new(&RULE, node_setup::COMMAND_LINE, words));
}
