//! AB0409: a pool without a VM size.

use crate::facts::pages;
use crate::model::{Node, Value, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0409",
    name: "no-vm-size",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Names,
    title: words(
        "A pool without a VM size",
        "Un pool sans taille de machine virtuelle",
        "Un pool senza dimensioni della macchina virtuale",
    ),
    why: words(
        "All nodes of a pool have one size. The management contract does not mark it as required, but the Batch \
         service does, and no pool is created without it.",
        "Tous les nœuds d’un pool ont une même taille. Le contrat de gestion ne la marque pas comme obligatoire, \
         mais le service Batch l’exige, et aucun pool n’est créé sans elle.",
        "Tutti i nodi di un pool hanno le stesse dimensioni. Il contratto di gestione non le indica come \
         obbligatorie, ma il servizio Batch le richiede, e nessun pool viene creato senza.",
    ),
    sources: &[
        pages::DATA_PLANE.says(
            "`vmSize` is required when a pool is created.",
            "`vmSize` est obligatoire à la création d’un pool.",
            "`vmSize` è obbligatorio alla creazione di un pool.",
        ),
        pages::CONTRACT.says(
            "All VMs of a pool are of one size.",
            "Toutes les machines virtuelles d’un pool ont la même taille.",
            "Tutte le macchine virtuali di un pool hanno le stesse dimensioni.",
        ),
    ],
    fields: &[path::VM_SIZE],
    versions: None,
    example: example!("AB0409"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "The pool has no `vmSize`.",
    "Le pool n’a pas de `vmSize`.",
    "Il pool non ha `vmSize`.",
);

fn check(context: &Context, report: &mut Report) {
    let Some(properties) = context.plan.pool.properties else {
        return;
    };
    let is_object = matches!(properties.value, Value::Object(_));
    let size = properties.get("vmSize");
    let empty = size.and_then(Node::as_text).is_some_and(|size| size.trim().is_empty());
    // In other letter case it is there; the walk along the contract says so.
    let written = properties
        .members()
        .iter()
        .any(|member| member.name.eq_ignore_ascii_case("vmSize"));
    if is_object && (empty || !written) {
        report.add(Finding::new(&RULE, path::VM_SIZE, &SAY));
    }
}
