//! AB0632: the same package twice.

use super::shapes::{add, offer_removal, repeated};
use crate::facts::limits::PACKAGES_MOST;
use crate::model::{Node, node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0632",
    name: "package-named-twice",
    severity: Severity::Advice,
    basis: Basis::Derived,
    area: Area::NodeSetup,
    title: words(
        "The same application package twice",
        "Le même package d’application deux fois",
        "Lo stesso pacchetto dell’applicazione due volte",
    ),
    why: words(
        "A package is installed once, however often it is named, and each entry counts towards the limit. Several versions \
         of one application may stand side by side.",
        "Un package n’est installé qu’une fois, si souvent qu’il soit nommé, et chaque entrée compte pour la limite. \
         Plusieurs versions d’une application peuvent coexister.",
        "Un pacchetto viene installato una sola volta, per quante volte sia indicato, e ogni voce conta per il limite. Più \
         versioni di un’applicazione possono coesistere.",
    ),
    sources: &[PACKAGES_MOST.from],
    fields: &[node_setup::PACKAGES],
    versions: None,
    example: example!("AB0632"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "An entry before this one names the same package, {0}.",
    "Une entrée précédente nomme le même package, {0}.",
    "Una voce precedente indica lo stesso pacchetto, {0}.",
);

fn check(context: &Context, report: &mut Report) {
    let packages = context.plan.at(node_setup::PACKAGES).map_or(&[][..], Node::items);
    let keys = packages.iter().enumerate().filter_map(|(index, package)| {
        let version = package.get("version").and_then(Node::as_text).unwrap_or_default();
        Some((package.get("id")?.as_text()?, version, index))
    });
    for (later, first) in repeated(keys.collect(), true) {
        add(report, &RULE, RULE.severity, &mut || {
            let id = packages.get(first).and_then(|package| package.get("id")?.as_text());
            let name = id.and_then(|id| id.rsplit('/').next()).unwrap_or_default();
            let pointer = path::item(node_setup::PACKAGES, later);
            let finding = Finding::new(&RULE, &*pointer, Message::new(&SAY, [name.into()]));
            offer_removal(finding.related(path::item(node_setup::PACKAGES, first)), pointer, name)
        });
    }
}
