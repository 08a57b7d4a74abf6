//! AB0501: a data disk whose logical unit number is out of range.

use super::luns;
use crate::facts::limits::LUNS;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0501",
    name: "lun-out-of-range",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "A logical unit number out of range",
        "Un numéro d’unité logique hors limites",
        "Un numero di unità logica fuori dai limiti",
    ),
    why: words(
        "Each data disk of a node is known by its logical unit number, from 0 to 63. How many disks a size takes at \
         most is a matter of the size: its page tells.",
        "Chaque disque de données d’un nœud est désigné par son numéro d’unité logique, de 0 à 63. Le nombre maximal \
         de disques dépend de la taille : sa page l’indique.",
        "Ogni disco dati di un nodo è indicato dal suo numero di unità logica, da 0 a 63. Quanti dischi siano \
         possibili dipende dalle dimensioni: lo dice la loro pagina.",
    ),
    sources: &[LUNS.from],
    fields: &[path::DATA_DISKS],
    versions: None,
    example: example!("AB0501"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} is no logical unit number: a data disk has one from {1} to {2}.",
    "{0} n’est pas un numéro d’unité logique : celui d’un disque de données va de {1} à {2}.",
    "{0} non è un numero di unità logica: quello di un disco dati va da {1} a {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let (least, most) = LUNS.value;
    for trouble in luns::troubles(context.plan) {
        if trouble.twin.is_none() {
            let path = luns::pointer(trouble.disk);
            let message = Message::new(&SAY, [trouble.lun.into(), least.into(), most.into()]);
            let finding = Finding::new(&RULE, &*path, message);
            report.add(match trouble.free {
                Some(free) => finding.offer_number(&path, free),
                None => finding,
            });
        }
    }
}
