//! AB0615: an SSH key that nodes cannot use, or do not.

use super::shapes::{add, offer_removal};
use crate::facts::pages;
use crate::model::{Edit, Node, OsType, node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0615",
    name: "ssh-key-of-no-use",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "An SSH key that nodes cannot use",
        "Une clé SSH que les nœuds ne peuvent pas utiliser",
        "Una chiave SSH che i nodi non possono usare",
    ),
    why: words(
        "The key of a Linux user serves to reach one node from another without a password. It must have no passphrase, and \
         it is ignored unless the pool has inter-node communication.",
        "La clé d’un utilisateur Linux sert à joindre un nœud depuis un autre sans mot de passe. Elle ne doit pas avoir de \
         phrase secrète, et elle est ignorée si le pool n’a pas la communication entre nœuds.",
        "La chiave di un utente Linux serve a raggiungere un nodo da un altro senza password. Non deve avere una \
         passphrase, e viene ignorata se il pool non ha la comunicazione tra nodi.",
    ),
    sources: &[pages::CONTRACT.says(
        "The private key must not be protected by a password; it sets up SSH between the nodes, and is ignored without \
         inter-node communication.",
        "La clé privée ne doit pas être protégée par un mot de passe ; elle configure SSH entre les nœuds, et est ignorée \
         sans communication entre nœuds.",
        "La chiave privata non deve essere protetta da password; configura SSH tra i nodi e viene ignorata senza \
         comunicazione tra nodi.",
    )],
    fields: &[node_setup::USERS, path::INTER_NODE],
    versions: None,
    example: example!("AB0615"),
    check: Check::Own(check),
};

static LOCKED: Words = words(
    "The SSH key of {0} has a passphrase, which nodes cannot enter.",
    "La clé SSH de {0} a une phrase secrète, que les nœuds ne peuvent pas saisir.",
    "La chiave SSH di {0} ha una passphrase, che i nodi non possono immettere.",
);
static IGNORED: Words = words(
    "The SSH key of {0} is ignored: the pool has no inter-node communication.",
    "La clé SSH de {0} est ignorée : le pool n’a pas la communication entre nœuds.",
    "La chiave SSH di {0} viene ignorata: il pool non ha la comunicazione tra nodi.",
);

/// What tells an encrypted key from a plain one, in the two formats that say so in clear.
const ENCRYPTED: [&str; 2] = ["BEGIN ENCRYPTED PRIVATE KEY", "Proc-Type: 4,ENCRYPTED"];
const KEY: &str = "/linuxUserConfiguration/sshPrivateKey";
const ENABLED: &str = "Enabled";

fn check(context: &Context, report: &mut Report) {
    // On Windows all of it is ignored, which another rule says.
    if context.plan.node_os() == Some(OsType::Windows) {
        return;
    }
    for (index, user) in context.plan.items_at(node_setup::USERS) {
        let Some(key) = user.at(KEY).and_then(Node::as_text) else {
            continue;
        };
        let (words, severity) = if ENCRYPTED.iter().any(|mark| key.contains(mark)) {
            (&LOCKED, Severity::Error)
        } else if context.plan.pool.inter_node == Some(true) {
            continue;
        } else {
            (&IGNORED, Severity::Advice)
        };
        add(report, &RULE, severity, &mut || {
            let name = user.get("name").and_then(Node::as_text).unwrap_or("userAccounts");
            let pointer = [&path::item(node_setup::USERS, index), KEY].concat();
            let finding = Finding::new(&RULE, &*pointer, Message::new(words, [name.into()])).weigh(severity);
            if severity == Severity::Error {
                return finding;
            }
            let title = Message::new(
                &fix_titles::SET_MEMBER,
                ["interNodeCommunication".into(), ENABLED.into()],
            );
            let enable = [Edit::set(path::INTER_NODE, Node::text(ENABLED))];
            offer_removal(finding, pointer, "sshPrivateKey")
                .fix(title, enable)
                .related(path::INTER_NODE)
        });
    }
}
