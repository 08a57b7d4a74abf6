//! AB0605: a start task that runs as a user nobody defines.

use crate::facts::pages;
use crate::model::{Node, OsType, node_setup, placeholder};
use crate::rules::near::nearest;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0605",
    name: "start-task-user-not-defined",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::NodeSetup,
    title: words(
        "A start task whose user the pool does not define",
        "Une tâche de démarrage dont l’utilisateur n’est pas défini par le pool",
        "Un’attività di avvio il cui utente non è definito dal pool",
    ),
    why: words(
        "`userName` means one of the pool’s `userAccounts`, which Batch creates on every node. A user of any other name \
         is not there, and the start task cannot run.",
        "`userName` désigne l’un des `userAccounts` du pool, que Batch crée sur chaque nœud. Un utilisateur d’un autre nom \
         n’y existe pas, et la tâche de démarrage ne peut pas s’exécuter.",
        "`userName` indica uno degli `userAccounts` del pool, che Batch crea su ogni nodo. Un utente con un altro nome \
         non esiste, e l’attività di avvio non può essere eseguita.",
    ),
    sources: &[pages::USER_ACCOUNTS.says(
        "A task can run under one of the named user accounts that are defined on the pool.",
        "Une tâche peut s’exécuter sous l’un des comptes d’utilisateur nommés définis sur le pool.",
        "Un’attività può essere eseguita con uno degli account utente denominati definiti nel pool.",
    )],
    fields: &[node_setup::USER_NAME, node_setup::USERS],
    versions: None,
    example: example!("AB0605"),
    check: Check::Own(check),
};

static UNKNOWN: Words = words(
    "The pool has no user account {0}.",
    "Le pool n’a pas de compte d’utilisateur {0}.",
    "Il pool non ha un account utente {0}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let name = plan.at(node_setup::USER_NAME).and_then(Node::as_text);
    let Some(name) = name.filter(|name| !placeholder(name)) else {
        return;
    };
    let users = || {
        plan.items_at(node_setup::USERS)
            .filter_map(|(_, user)| user.get("name")?.as_text())
    };
    // Windows does not tell letter case in names of users.
    let any_case = plan.node_os() == Some(OsType::Windows);
    if users().any(|user| user == name || any_case && user.eq_ignore_ascii_case(name)) {
        return;
    }
    let finding = Finding::new(&RULE, node_setup::USER_NAME, Message::new(&UNKNOWN, [name.into()]));
    let mut all = users();
    let only = all.next().filter(|_| all.next().is_none());
    report.add(match nearest(name, users()).or(only) {
        Some(meant) => finding.offer_text(node_setup::USER_NAME, meant),
        None => finding,
    });
}
