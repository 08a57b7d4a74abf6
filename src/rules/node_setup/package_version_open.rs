//! AB0633: application packages whose version is left to the account.

use super::shapes::has;
use crate::facts::pages;
use crate::model::{Node, node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0633",
    name: "package-version-left-open",
    severity: Severity::Advice,
    basis: Basis::Account,
    area: Area::NodeSetup,
    title: words(
        "Application packages without a version",
        "Des packages d’application sans version",
        "Pacchetti dell’applicazione senza versione",
    ),
    why: words(
        "Without a version, the application’s default version is taken; if the account has set none, the pool is refused \
         with `InvalidApplicationPackageReferences`. A version given keeps nodes alike when the default changes.",
        "Sans version, c’est la version par défaut de l’application qui est prise ; si le compte n’en définit aucune, \
         le pool est refusé avec `InvalidApplicationPackageReferences`. Une version indiquée garde les nœuds \
         identiques quand la version par défaut change.",
        "Senza versione vale quella predefinita dell’applicazione; se l’account non ne imposta una, il pool viene rifiutato \
         con `InvalidApplicationPackageReferences`. Una versione indicata mantiene uguali i nodi quando quella predefinita \
         cambia.",
    ),
    sources: &[pages::CONTRACT.says(
        "If the version is left out and the application has no default version, the request fails with 409 (Conflict) and \
         `InvalidApplicationPackageReferences`.",
        "Si la version est omise et que l’application n’a pas de version par défaut, la requête échoue avec 409 (Conflict) \
         et `InvalidApplicationPackageReferences`.",
        "Se la versione manca e l’applicazione non ne ha una predefinita, la richiesta non riesce con 409 (Conflict) e \
         `InvalidApplicationPackageReferences`.",
    )],
    fields: &[node_setup::PACKAGES],
    versions: None,
    example: example!("AB0633"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} without a version: the account must have a default one.",
    "{0} sans version : le compte doit en avoir une par défaut.",
    "{0} senza versione: l’account deve averne una predefinita.",
);

/// All of them in one finding: it is one decision.
fn check(context: &Context, report: &mut Report) {
    let open = || {
        let packages = context.plan.items_at(node_setup::PACKAGES);
        packages.filter(|(_, package)| {
            let id = package.get("id").and_then(Node::as_text);
            id.is_some_and(|id| !id.contains("/versions/")) && !has(package, "version")
        })
    };
    let Some((first, _)) = open().next() else { return };
    let count = (open().count() as i64, &nouns::PACKAGES).into();
    let pointer = path::item(node_setup::PACKAGES, first);
    report.add(Finding::new(&RULE, pointer, Message::new(&SAY, [count])));
}
