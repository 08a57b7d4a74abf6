//! AB0640: more file systems than nodes mount.

use super::shapes::too_many;
use crate::facts::limits::MOUNTS_MOST;
use crate::facts::pages;
use crate::model::node_setup;
use crate::rules::{Area, Basis, Check, Rule, Severity, example};
use crate::words::{nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0640",
    name: "too-many-mounts",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::NodeSetup,
    title: words(
        "Too many mounted file systems",
        "Trop de systèmes de fichiers montés",
        "Troppi file system montati",
    ),
    why: words(
        "The number of file systems that the nodes of a pool mount is limited. One mount higher up can take the place of \
         several below it, and the start task can mount others by itself.",
        "Le nombre de systèmes de fichiers que montent les nœuds d’un pool est limité. Un montage plus haut peut en \
         remplacer plusieurs en dessous, et la tâche de démarrage peut en monter d’autres elle-même.",
        "Il numero di file system che i nodi di un pool montano è limitato. Un montaggio più in alto può sostituirne \
         diversi sottostanti, e l’attività di avvio può montarne altri da sé.",
    ),
    sources: &[
        MOUNTS_MOST.from,
        pages::QUOTAS.says(
            "A node mounts at most 10 file systems (“Other limits”).",
            "Un nœud monte 10 systèmes de fichiers au maximum (« Autres limites »).",
            "Un nodo monta al massimo 10 file system («Altri limiti»).",
        ),
    ],
    fields: &[node_setup::MOUNTS],
    versions: None,
    example: example!("AB0640"),
    check: Check::Own(|context, report| {
        let most = MOUNTS_MOST.value;
        too_many(context, report, &RULE, node_setup::MOUNTS, most, &nouns::MOUNTS);
    }),
};
