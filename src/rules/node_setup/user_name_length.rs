//! AB0612: a user account with a name that is too long.

use super::shapes::add;
use crate::facts::limits::USER_NAME_MOST;
use crate::model::{Node, node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0612",
    name: "user-name-too-long",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "A user name that is too long",
        "Un nom d’utilisateur trop long",
        "Un nome utente troppo lungo",
    ),
    why: words(
        "The name of a user account may hold any Unicode characters, in a limited number, counted here as Unicode scalar \
         values. A start task that runs as this user names it as well.",
        "Le nom d’un compte d’utilisateur peut contenir tout caractère Unicode, en nombre limité, compté ici en valeurs \
         scalaires Unicode. Une tâche de démarrage exécutée par cet utilisateur le nomme aussi.",
        "Il nome di un account utente può contenere qualsiasi carattere Unicode, in numero limitato, contato qui in \
         valori scalari Unicode. Lo indica anche un’attività di avvio eseguita con questo utente.",
    ),
    sources: &[USER_NAME_MOST.from],
    fields: &[node_setup::USERS],
    versions: None,
    example: example!("AB0612"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "The user name {0} has {1}: the most is {2}.",
    "Le nom d’utilisateur {0} compte {1} : le maximum est de {2}.",
    "Il nome utente {0} ha {1}: il massimo è {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let most = USER_NAME_MOST.value;
    for (index, user) in context.plan.items_at(node_setup::USERS) {
        let Some(name) = user.get("name").and_then(Node::as_text) else {
            continue;
        };
        let length = name.chars().count() as i64;
        if length > most {
            add(report, &RULE, RULE.severity, &mut || {
                let pointer = path::child(&path::item(node_setup::USERS, index), "name");
                let count = (length, &nouns::CHARACTERS).into();
                Finding::new(&RULE, pointer, Message::new(&SAY, [name.into(), count, most.into()]))
            });
        }
    }
}
