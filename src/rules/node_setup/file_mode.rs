//! AB0611: a file mode that is no octal number, or that nobody reads.

use super::shapes::{add, offer_removal};
use crate::facts::pages;
use crate::model::{Node, OsType, node_setup, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0611",
    name: "file-mode-of-no-use",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "A file mode that is not octal, or on Windows",
        "Un mode de fichier non octal, ou sous Windows",
        "Una modalità file non ottale, o su Windows",
    ),
    why: words(
        "`fileMode` is the permission mode of a file on a Linux node, written in octal digits; left out, it is `0770`. \
         Windows nodes ignore it.",
        "`fileMode` est le mode d’autorisation d’un fichier sur un nœud Linux, écrit en chiffres octaux ; s’il est \
         omis, il vaut `0770`. Les nœuds Windows l’ignorent.",
        "`fileMode` è la modalità di autorizzazione di un file su un nodo Linux, scritta in cifre ottali; se manca, è \
         `0770`. I nodi Windows la ignorano.",
    ),
    sources: &[pages::CONTRACT.says(
        "The file mode is given in octal and applies to Linux nodes only; its default there is `0770`.",
        "Le mode de fichier s’écrit en octal et ne s’applique qu’aux nœuds Linux ; sa valeur par défaut y est `0770`.",
        "La modalità file si indica in ottale e si applica solo ai nodi Linux; lì il valore predefinito è `0770`.",
    )],
    fields: &[node_setup::RESOURCE_FILES],
    versions: None,
    example: example!("AB0611"),
    check: Check::Own(check),
};

static NOT_OCTAL: Words = words(
    "{0} is no octal file mode such as `0755`.",
    "{0} n’est pas un mode de fichier octal tel que `0755`.",
    "{0} non è una modalità file ottale come `0755`.",
);
static EMPTY: Words = words(
    "The file mode is empty.",
    "Le mode de fichier est vide.",
    "La modalità file è vuota.",
);
static IGNORED: Words = words(
    "The file mode {0} is ignored on Windows nodes.",
    "Le mode de fichier {0} est ignoré sur les nœuds Windows.",
    "La modalità file {0} viene ignorata sui nodi Windows.",
);

fn check(context: &Context, report: &mut Report) {
    for (index, file) in context.plan.items_at(node_setup::RESOURCE_FILES) {
        let mode = file.get("fileMode").and_then(Node::as_text);
        let Some(mode) = mode.filter(|mode| !placeholder(mode)) else {
            continue;
        };
        let (words, severity) = if context.plan.node_os() == Some(OsType::Windows) {
            (&IGNORED, Severity::Advice)
        } else if mode.is_empty() {
            (&EMPTY, Severity::Error)
        } else if mode.bytes().all(|byte| matches!(byte, b'0'..=b'7')) {
            continue;
        } else {
            (&NOT_OCTAL, Severity::Error)
        };
        add(report, &RULE, severity, &mut || {
            let pointer = path::child(&path::item(node_setup::RESOURCE_FILES, index), "fileMode");
            let finding = Finding::new(&RULE, &*pointer, Message::new(words, [mode.into()])).weigh(severity);
            // Without it, the documented default holds.
            offer_removal(finding, pointer, "fileMode")
        });
    }
}
