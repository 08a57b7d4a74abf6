//! AB0609: a prefix for the blobs of a container, on a file that comes from no container.

use super::shapes::{add, has, offer_removal};
use crate::facts::pages;
use crate::model::{Node, node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0609",
    name: "blob-prefix-without-container",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "A blob prefix on a file that comes from no container",
        "Un préfixe d’objets blob pour un fichier qui ne vient pas d’un conteneur",
        "Un prefisso di BLOB per un file che non proviene da un contenitore",
    ),
    why: words(
        "`blobPrefix` chooses among the blobs of a container and is valid only with `autoStorageContainerName` or \
         `storageContainerUrl`. `httpUrl` already names one file.",
        "`blobPrefix` choisit parmi les objets blob d’un conteneur et n’est valide qu’avec `autoStorageContainerName` ou \
         `storageContainerUrl`. `httpUrl` désigne déjà un seul fichier.",
        "`blobPrefix` sceglie tra i BLOB di un contenitore ed è valido solo con `autoStorageContainerName` o \
         `storageContainerUrl`. `httpUrl` indica già un solo file.",
    ),
    sources: &[pages::CONTRACT.says(
        "`blobPrefix` is valid only with `autoStorageContainerName` or `storageContainerUrl`.",
        "`blobPrefix` n’est valide qu’avec `autoStorageContainerName` ou `storageContainerUrl`.",
        "`blobPrefix` è valido solo con `autoStorageContainerName` o `storageContainerUrl`.",
    )],
    fields: &[node_setup::RESOURCE_FILES],
    versions: None,
    example: example!("AB0609"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "The prefix {0} has no container to choose from: the file comes from `httpUrl`.",
    "Le préfixe {0} n’a pas de conteneur où choisir : le fichier vient de `httpUrl`.",
    "Il prefisso {0} non ha un contenitore in cui scegliere: il file proviene da `httpUrl`.",
);

fn check(context: &Context, report: &mut Report) {
    for (index, file) in context.plan.items_at(node_setup::RESOURCE_FILES) {
        let from_container = has(file, "autoStorageContainerName") || has(file, "storageContainerUrl");
        let prefix = file.get("blobPrefix").and_then(Node::as_text);
        if let Some(prefix) = prefix.filter(|_| has(file, "httpUrl") && !from_container) {
            add(report, &RULE, RULE.severity, &mut || {
                let pointer = path::child(&path::item(node_setup::RESOURCE_FILES, index), "blobPrefix");
                let finding = Finding::new(&RULE, &*pointer, Message::new(&SAY, [prefix.into()]));
                offer_removal(finding, pointer, "blobPrefix")
            });
        }
    }
}
