//! AB0502: two data disks that have the same logical unit number.

use super::{luns, shapes};
use crate::facts::limits::LUNS;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0502",
    name: "lun-used-twice",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "Two data disks with the same logical unit number",
        "Deux disques de données avec le même numéro d’unité logique",
        "Due dischi dati con lo stesso numero di unità logica",
    ),
    why: words(
        "The logical unit number tells the data disks of a node apart; with two alike the disks cannot be attached. \
         Give each disk a number of its own.",
        "Le numéro d’unité logique distingue les disques de données d’un nœud ; s’il se répète, les disques ne \
         peuvent pas être attachés. Donnez à chaque disque son propre numéro.",
        "Il numero di unità logica distingue i dischi dati di un nodo; se si ripete, i dischi non possono essere \
         collegati. Assegnare a ogni disco un numero proprio.",
    ),
    sources: &[LUNS.from],
    fields: &[path::DATA_DISKS],
    versions: None,
    example: example!("AB0502"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} and {1} have the same logical unit number, {2}.",
    "{0} et {1} ont le même numéro d’unité logique, {2}.",
    "{0} e {1} hanno lo stesso numero di unità logica, {2}.",
);

fn check(context: &Context, report: &mut Report) {
    for trouble in luns::troubles(context.plan) {
        let Some(twin) = trouble.twin else { continue };
        let path = luns::pointer(trouble.disk);
        let args = [
            shapes::label(path::DATA_DISKS, twin).into(),
            shapes::label(path::DATA_DISKS, trouble.disk).into(),
            trouble.lun.into(),
        ];
        let finding = Finding::new(&RULE, &*path, Message::new(&SAY, args)).related(luns::pointer(twin));
        report.add(match trouble.free {
            Some(free) => finding.offer_number(&path, free),
            None => finding,
        });
    }
}
