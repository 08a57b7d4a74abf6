//! AB0608: a file from an address, without the name it is to have on the node.

use super::shapes::{add, has};
use crate::facts::pages;
use crate::model::{Node, node_setup, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0608",
    name: "resource-file-without-path",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "A file from an address without a path on the node",
        "Un fichier pris à une adresse, sans chemin sur le nœud",
        "Un file preso da un indirizzo senza percorso sul nodo",
    ),
    why: words(
        "With `httpUrl`, `filePath` is required: the path in the task’s directory to which the file is fetched, file name \
         included. Only for containers may it be left out.",
        "Avec `httpUrl`, `filePath` est obligatoire : le chemin, dans le répertoire de la tâche, où le fichier est \
         téléchargé, nom de fichier compris. Il n’est facultatif que pour les conteneurs.",
        "Con `httpUrl`, `filePath` è obbligatorio: il percorso, nella directory dell’attività, in cui il file viene \
         scaricato, nome del file compreso. È facoltativo solo per i contenitori.",
    ),
    sources: &[pages::CONTRACT.says(
        "With `httpUrl`, `filePath` is required and includes the file name; with a container it is an optional directory.",
        "Avec `httpUrl`, `filePath` est obligatoire et comprend le nom du fichier ; avec un conteneur, c’est un répertoire \
         facultatif.",
        "Con `httpUrl`, `filePath` è obbligatorio e comprende il nome del file; con un contenitore è una directory \
         facoltativa.",
    )],
    fields: &[node_setup::RESOURCE_FILES],
    versions: None,
    example: example!("AB0608"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "The file from {0} has no `filePath`.",
    "Le fichier pris à {0} n’a pas de `filePath`.",
    "Il file preso da {0} non ha `filePath`.",
);

fn check(context: &Context, report: &mut Report) {
    for (index, file) in context.plan.items_at(node_setup::RESOURCE_FILES) {
        let url = file.get("httpUrl").and_then(Node::as_text);
        if let Some(url) = url.filter(|_| !has(file, "filePath")) {
            add(report, &RULE, RULE.severity, &mut || finding(index, url));
        }
    }
}

fn finding(index: usize, url: &str) -> Finding {
    // What follows the question mark may be a signature: nobody’s to quote.
    let address = url.split(['?', '#']).next().unwrap_or_default();
    let pointer = path::child(&path::item(node_setup::RESOURCE_FILES, index), "filePath");
    let finding = Finding::new(&RULE, &*pointer, Message::new(&SAY, [address.into()]));
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    match rest.rsplit_once('/') {
        Some((_, name)) if !name.is_empty() && !name.contains('%') && !placeholder(name) => {
            finding.offer_text_for(&pointer, name)
        }
        _ => finding,
    }
}
