//! AB0604: a start task that runs as two users, or as none.

use super::shapes::{OneOf, offer_removal};
use crate::facts::pages;
use crate::model::{node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0604",
    name: "not-exactly-one-user",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "A start task that runs as no user, or as two",
        "Une tâche de démarrage exécutée par aucun utilisateur, ou par deux",
        "Un’attività di avvio eseguita senza alcun utente, o con due",
    ),
    why: words(
        "`userIdentity` names exactly one of `userName`, an account of the pool, and `autoUser`, an account that Batch \
         makes. Without `userIdentity` the task runs as a user of its own, without administrator rights.",
        "`userIdentity` indique soit `userName`, un compte du pool, soit `autoUser`, un compte créé par Batch. Sans \
         `userIdentity`, la tâche s’exécute sous un utilisateur qui lui est propre, sans droits d’administrateur.",
        "`userIdentity` indica o `userName`, un account del pool, o `autoUser`, un account creato da Batch. Senza \
         `userIdentity` l’attività viene eseguita con un utente proprio, senza diritti di amministratore.",
    ),
    sources: &[pages::CONTRACT.says(
        "`userName` and `autoUser` exclude each other, and one of them must be given.",
        "`userName` et `autoUser` s’excluent, et l’un des deux doit être indiqué.",
        "`userName` e `autoUser` si escludono a vicenda, e uno dei due va indicato.",
    )],
    fields: &[node_setup::USER_IDENTITY, node_setup::USER_NAME],
    versions: None,
    example: example!("AB0604"),
    check: Check::Own(check),
};

static NONE: Words = words(
    "The user of the start task has neither `userName` nor `autoUser`.",
    "L’utilisateur de la tâche de démarrage n’a ni `userName` ni `autoUser`.",
    "L’utente dell’attività di avvio non ha né `userName` né `autoUser`.",
);

static ONE: OneOf = OneOf {
    rule: &RULE,
    none: &NONE,
    names: &[("userName", None), ("autoUser", None)],
};

fn check(context: &Context, report: &mut Report) {
    let user = context.plan.at(node_setup::USER_IDENTITY);
    let Some(user) = user.filter(|user| ONE.is_broken_by(user)) else {
        return;
    };
    let finding = ONE.finding(node_setup::USER_IDENTITY, user);
    report.add(if finding.fixes.is_empty() {
        let name = path::last(node_setup::USER_IDENTITY);
        offer_removal(finding, node_setup::USER_IDENTITY.to_owned(), &name)
    } else {
        finding
    });
}
