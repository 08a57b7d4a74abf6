//! AB0503: data disks whose caching is left to a default on which two texts do not agree.

use crate::facts::disagreements::CACHING_DEFAULT;
use crate::facts::limits::LUNS;
use crate::model::{Edit, Node, Value, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0503",
    name: "data-disk-caching-unsaid",
    severity: Severity::Advice,
    basis: Basis::Documented,
    area: Area::Machine,
    title: words(
        "Data disks without stated caching",
        "Des disques de données sans cache indiqué",
        "Dischi dati senza cache indicata",
    ),
    why: words(
        "Two reference texts give two defaults: no caching in Resource Manager, read-write caching in the Batch \
         service. Write `caching` for each data disk, and it does not matter which is right.",
        "Deux textes de référence donnent deux valeurs par défaut : aucun cache dans Resource Manager, cache en \
         lecture-écriture dans le service Batch. Indiquez `caching` pour chaque disque de données : peu importe alors \
         lequel dit vrai.",
        "Due testi di riferimento danno due valori predefiniti: nessuna cache in Resource Manager, cache in lettura e \
         scrittura nel servizio Batch. Indicare `caching` per ogni disco dati, così non importa quale dei due sia \
         corretto.",
    ),
    sources: &CACHING_DEFAULT,
    fields: &[path::DATA_DISKS],
    versions: None,
    example: example!("AB0503"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} without `caching`: one reference text takes `None`, another `ReadWrite`.",
    "{0} sans `caching` : un texte de référence retient `None`, un autre `ReadWrite`.",
    "{0} senza `caching`: un testo di riferimento assume `None`, un altro `ReadWrite`.",
);

fn check(context: &Context, report: &mut Report) {
    let disks = context.plan.pool.vm_at("/dataDisks").map_or(&[][..], Node::items);
    let mut unsaid = disks.iter().enumerate().filter(|(_, disk)| {
        let is_object = matches!(disk.value, Value::Object(_));
        is_object && disk.get("caching").is_none_or(Node::is_null)
    });
    let Some((first, _)) = unsaid.clone().next() else {
        return;
    };
    let count = unsaid.clone().count() as i64;
    let message = Message::new(&SAY, [(count, &nouns::DATA_DISKS).into()]);
    let pointer = |disk| path::child(&path::item(path::DATA_DISKS, disk), "caching");
    let mut finding = Finding::new(&RULE, pointer(first), message);
    // More disks than there are numbers for them are in trouble anyway.
    if count <= LUNS.value.1 {
        for value in ["None", "ReadWrite"] {
            let title = Message::new(&fix_titles::SET_MEMBER, ["caching".into(), value.into()]);
            let edits: Vec<Edit> = unsaid
                .clone()
                .map(|(disk, _)| Edit::set(pointer(disk), Node::text(value)))
                .collect();
            finding = finding.fix(title, edits);
        }
    }
    unsaid.next();
    for (disk, _) in unsaid.take(LUNS.value.1 as usize) {
        finding = finding.related(path::item(path::DATA_DISKS, disk));
    }
    report.add(finding);
}
