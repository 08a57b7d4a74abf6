//! AB0644: two file systems mounted at one place.

use super::shapes::{add, repeated};
use crate::facts::pages;
use crate::model::{Node, OsType, node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0644",
    name: "mount-path-used-twice",
    severity: Severity::Error,
    basis: Basis::Derived,
    area: Area::NodeSetup,
    title: words(
        "Two file systems mounted at one place",
        "Deux systèmes de fichiers montés au même endroit",
        "Due file system montati nello stesso punto",
    ),
    why: words(
        "Every mount path is a directory below one root, on Windows a drive. Two file systems cannot both be reached there: \
         one hides the other, or its mount fails and the node becomes unusable. The documentation does not say it, it \
         follows.",
        "Chaque chemin de montage est un répertoire sous une même racine, sous Windows un lecteur. Deux systèmes de \
         fichiers ne peuvent pas y être accessibles : l’un cache l’autre, ou son montage échoue et le nœud devient \
         inutilisable. La documentation ne le dit pas, cela en découle.",
        "Ogni percorso di montaggio è una directory sotto un’unica radice, in Windows un’unità. Due file system non \
         possono essere raggiungibili entrambi: uno nasconde l’altro, o il montaggio non riesce e il nodo diventa \
         inutilizzabile. La documentazione non lo dice: è una conseguenza.",
    ),
    sources: &[pages::CONTRACT.says(
        "All file systems are mounted below the mounts directory of the node, each at its `relativeMountPath`.",
        "Tous les systèmes de fichiers sont montés sous le répertoire de montage du nœud, chacun à son \
         `relativeMountPath`.",
        "Tutti i file system sono montati sotto la directory dei montaggi del nodo, ciascuno nel proprio \
         `relativeMountPath`.",
    )],
    fields: &[node_setup::MOUNTS],
    versions: None,
    example: example!("AB0644"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "An entry before this one is mounted at {0} already.",
    "Une entrée précédente est déjà montée sur {0}.",
    "Una voce precedente è già montata in {0}.",
);

const PATH: &str = "relativeMountPath";

/// The kind of an entry, and where it is mounted.
fn mounted(mount: &Node) -> Option<(&str, &str)> {
    let mut kinds = mount.members().iter();
    kinds.find_map(|kind| Some((kind.name.as_str(), kind.node.get(PATH)?.as_text()?)))
}

fn check(context: &Context, report: &mut Report) {
    let mounts = context.plan.at(node_setup::MOUNTS).map_or(&[][..], Node::items);
    let keys = mounts.iter().enumerate();
    let keys = keys.filter_map(|(index, mount)| Some((mounted(mount)?.1.trim_matches(['/', '\\']), "", index)));
    // The drives of Windows do not tell letter case.
    for (later, first) in repeated(keys.collect(), context.plan.node_os() == Some(OsType::Windows)) {
        let Some((kind, place)) = mounts.get(later).and_then(mounted) else {
            continue;
        };
        add(report, &RULE, RULE.severity, &mut || {
            let pointer = path::child(&path::item(node_setup::MOUNTS, later), kind);
            Finding::new(&RULE, path::child(&pointer, PATH), Message::new(&SAY, [place.into()]))
                .related(path::item(node_setup::MOUNTS, first))
        });
    }
}
