//! AB0512: two extensions that have the same name.

use std::collections::HashMap;

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2021_01_01;
use crate::model::{ApiVersion, Node, Plan, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0512",
    name: "extension-name-twice",
    severity: Severity::Error,
    basis: Basis::Derived,
    area: Area::Machine,
    title: words(
        "Two extensions with the same name",
        "Deux extensions du même nom",
        "Due estensioni con lo stesso nome",
    ),
    why: words(
        "The name tells the extensions of a machine apart, whatever the letter case; with two alike only one can be \
         installed. Rename one of them.",
        "Le nom distingue les extensions d’une machine, quelle que soit la casse ; s’il se répète, une seule peut \
         être installée. Renommez l’une d’elles.",
        "Il nome distingue le estensioni di una macchina, a prescindere da maiuscole e minuscole; se si ripete, se ne \
         può installare una sola. Rinominarne una.",
    ),
    sources: &[pages::CONTRACT.says(
        "An extension is known by its name: `provisionAfterExtensions` lists the names of those that come first.",
        "Une extension est désignée par son nom : `provisionAfterExtensions` énumère les noms de celles qui la \
         précèdent.",
        "Un’estensione è indicata dal suo nome: `provisionAfterExtensions` elenca i nomi di quelle che vengono prima.",
    )],
    fields: &[path::EXTENSIONS],
    versions: Some((V2021_01_01, ApiVersion::DRAFT)),
    example: example!("AB0512"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} and {1} have the same name, {2}.",
    "{0} et {1} portent le même nom, {2}.",
    "{0} e {1} hanno lo stesso nome, {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let names = names(context.plan);
    if names.len() < 2 || !shapes::applies(context, &RULE) {
        return;
    }
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        let earlier = *first.entry(name).or_insert(index);
        if earlier != index {
            let at = |index| path::child(&path::item(path::EXTENSIONS, index), "name");
            let label = |index| shapes::label(path::EXTENSIONS, index);
            let args = [label(earlier).into(), label(index).into(), name.as_str().into()];
            report.add(Finding::new(&RULE, at(index), Message::new(&SAY, args)).related(at(earlier)));
        }
    }
}

/// The names of the extensions in lower case, as Resource Manager compares names; empty where there is none.
pub(super) fn names(plan: &Plan) -> Vec<String> {
    let extensions = plan.pool.vm_at("/extensions").map_or(&[][..], Node::items);
    let name = |extension: &Node| extension.get("name").and_then(Node::as_text).map(str::to_lowercase);
    extensions
        .iter()
        .map(|extension| name(extension).unwrap_or_default())
        .collect()
}
