//! AB0513: an extension that is to be installed after one that is not there.

use std::collections::HashMap;

use super::extension_name_twice::names;
use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2021_01_01;
use crate::model::{ApiVersion, Node, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0513",
    name: "extension-waits-for-nobody",
    severity: Severity::Error,
    basis: Basis::Derived,
    area: Area::Machine,
    title: words(
        "An extension that waits for one that is not there",
        "Une extension qui en attend une qui n’existe pas",
        "Un’estensione che ne attende una che non c’è",
    ),
    why: words(
        "`provisionAfterExtensions` names extensions of the same list that must be installed before; what is never \
         installed is waited for in vain. Add that extension or correct the name.",
        "`provisionAfterExtensions` nomme des extensions de la même liste à installer avant ; ce qui n’est jamais \
         installé est attendu en vain. Ajoutez cette extension ou corrigez le nom.",
        "`provisionAfterExtensions` indica estensioni dello stesso elenco da installare prima; ciò che non viene mai \
         installato si attende invano. Aggiungere quell’estensione o correggere il nome.",
    ),
    sources: &[pages::CONTRACT.says(
        "An extension is known by its name: `provisionAfterExtensions` lists the names of those that come first.",
        "Une extension est désignée par son nom : `provisionAfterExtensions` énumère les noms de celles qui la \
         précèdent.",
        "Un’estensione è indicata dal suo nome: `provisionAfterExtensions` elenca i nomi di quelle che vengono prima.",
    )],
    fields: &[path::EXTENSIONS],
    versions: Some((V2021_01_01, ApiVersion::DRAFT)),
    example: example!("AB0513"),
    check: Check::Own(check),
};

static NOBODY: Words = words(
    "{0} waits for {1}, and no extension has that name.",
    "{0} attend {1}, et aucune extension ne porte ce nom.",
    "{0} attende {1}, e nessuna estensione ha questo nome.",
);

static ITSELF: Words = words(
    "{0} waits for {1}, which is itself.",
    "{0} attend {1}, c’est-à-dire elle-même.",
    "{0} attende {1}, cioè sé stessa.",
);

fn check(context: &Context, report: &mut Report) {
    let extensions = context.plan.pool.vm_at("/extensions").map_or(&[][..], Node::items);
    let after = |extension: &'_ Node| {
        extension
            .get("provisionAfterExtensions")
            .is_some_and(|list| !list.items().is_empty())
    };
    if !extensions.iter().any(after) || !shapes::applies(context, &RULE) {
        return;
    }
    let names = names(context.plan);
    let known: HashMap<&str, usize> = names.iter().map(String::as_str).zip(0..).collect();
    for (index, (extension, own)) in extensions.iter().zip(&names).enumerate() {
        let list = extension.get("provisionAfterExtensions").map_or(&[][..], Node::items);
        for (position, item) in list.iter().enumerate() {
            let Some(wanted) = item.as_text().filter(|text| !placeholder(text)) else {
                continue;
            };
            let lower = wanted.to_lowercase();
            let words = match known.contains_key(&*lower) {
                _ if lower == *own => &ITSELF,
                false => &NOBODY,
                true => continue,
            };
            let at = path::child(&path::item(path::EXTENSIONS, index), "provisionAfterExtensions");
            let label = shapes::label(path::EXTENSIONS, index);
            let finding = Finding::new(
                &RULE,
                path::item(&at, position),
                Message::new(words, [label.into(), wanted.into()]),
            );
            report.add(if list.len() == 1 {
                shapes::offer_removal(finding, &at)
            } else {
                finding
            });
        }
    }
}
