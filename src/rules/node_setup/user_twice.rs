//! AB0613: two user accounts of one name.

use super::shapes::{add, offer_removal, repeated};
use crate::facts::pages;
use crate::model::{Node, OsType, node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0613",
    name: "user-named-twice",
    severity: Severity::Error,
    basis: Basis::Derived,
    area: Area::NodeSetup,
    title: words(
        "Two user accounts of one name",
        "Deux comptes d’utilisateur du même nom",
        "Due account utente con lo stesso nome",
    ),
    why: words(
        "Every account of the list is created on each node, and an operating system has one user of a name; Windows does \
         not tell letter case. That follows from what the accounts are, the documentation does not say it.",
        "Chaque compte de la liste est créé sur chaque nœud, et un système d’exploitation n’a qu’un utilisateur par nom ; \
         Windows ignore la casse. Cela découle de la nature de ces comptes, la documentation ne le dit pas.",
        "Ogni account dell’elenco viene creato su ciascun nodo, e un sistema operativo ha un solo utente per nome; Windows \
         non distingue maiuscole e minuscole. Deriva da ciò che questi account sono, la documentazione non lo dice.",
    ),
    sources: &[pages::USER_ACCOUNTS.says(
        "Any number of named users may be defined for a pool; each of them is created on every node.",
        "Un pool peut définir un nombre quelconque d’utilisateurs nommés ; chacun est créé sur chaque nœud.",
        "Per un pool si può definire un numero qualsiasi di utenti denominati; ciascuno viene creato su ogni nodo.",
    )],
    fields: &[node_setup::USERS],
    versions: None,
    example: example!("AB0613"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "An account before this one is named {0} already.",
    "Un compte précédent s’appelle déjà {0}.",
    "Un account precedente si chiama già {0}.",
);

fn check(context: &Context, report: &mut Report) {
    let users = context.plan.at(node_setup::USERS).map_or(&[][..], Node::items);
    let keys = users.iter().enumerate();
    let keys = keys.filter_map(|(index, user)| Some((user.get("name")?.as_text()?, "", index)));
    for (later, first) in repeated(keys.collect(), context.plan.node_os() == Some(OsType::Windows)) {
        let (Some(user), Some(other)) = (users.get(later), users.get(first)) else {
            continue;
        };
        add(report, &RULE, RULE.severity, &mut || {
            let pointer = path::item(node_setup::USERS, later);
            let name = other.get("name").and_then(Node::as_text).unwrap_or_default();
            let finding = Finding::new(&RULE, path::child(&pointer, "name"), Message::new(&SAY, [name.into()]))
                .related(path::item(node_setup::USERS, first));
            if user.same_json(other) {
                let shown = path::last(&pointer);
                offer_removal(finding, pointer, &["userAccounts/", &shown].concat())
            } else {
                finding
            }
        });
    }
}
