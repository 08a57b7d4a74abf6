//! AB0607: a resource file that comes from nowhere, or from several places.

use super::shapes::{OneOf, add};
use crate::facts::pages;
use crate::model::api_version::{V2018_12_01, V2026_08_01};
use crate::model::{node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0607",
    name: "resource-file-source",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "A resource file without exactly one source",
        "Un fichier de ressources sans source unique",
        "Un file di risorse senza un’unica origine",
    ),
    why: words(
        "A resource file comes from a container of the auto-storage account, from a container’s address or from a file’s \
         address: from exactly one of them. Give every source an entry of its own.",
        "Un fichier de ressources vient d’un conteneur du compte de stockage automatique, de l’adresse d’un conteneur ou de \
         celle d’un fichier : d’une seule de ces sources. Donnez à chaque source sa propre entrée.",
        "Un file di risorse proviene da un contenitore dell’account di archiviazione automatica, dall’indirizzo di un \
         contenitore o da quello di un file: da una sola di queste origini. Dare a ogni origine una voce propria.",
    ),
    sources: &[pages::CONTRACT.says(
        "`autoStorageContainerName`, `storageContainerUrl` and `httpUrl` exclude one another, and one of them must be given.",
        "`autoStorageContainerName`, `storageContainerUrl` et `httpUrl` s’excluent mutuellement, et l’un d’eux doit être \
         indiqué.",
        "`autoStorageContainerName`, `storageContainerUrl` e `httpUrl` si escludono a vicenda, e uno di essi va indicato.",
    )],
    fields: &[node_setup::RESOURCE_FILES],
    versions: Some((V2018_12_01, V2026_08_01)),
    example: example!("AB0607"),
    check: Check::Own(check),
};

static NONE: Words = words(
    "The resource file has none of `autoStorageContainerName`, `storageContainerUrl` and `httpUrl`.",
    "Le fichier de ressources n’a ni `autoStorageContainerName`, ni `storageContainerUrl`, ni `httpUrl`.",
    "Il file di risorse non ha né `autoStorageContainerName`, né `storageContainerUrl`, né `httpUrl`.",
);

static ONE: OneOf = OneOf {
    rule: &RULE,
    none: &NONE,
    names: &[
        ("autoStorageContainerName", None),
        ("storageContainerUrl", None),
        ("httpUrl", Some("blobPrefix")),
    ],
};

fn check(context: &Context, report: &mut Report) {
    if context.plan.api_version() < V2018_12_01 {
        return;
    }
    for (index, file) in context.plan.items_at(node_setup::RESOURCE_FILES) {
        // `blobSource` is the name of old; that it is no longer one, the contract’s rule says.
        if ONE.is_broken_by(file) && file.get("blobSource").is_none() {
            add(report, &RULE, RULE.severity, &mut || {
                ONE.finding(&path::item(node_setup::RESOURCE_FILES, index), file)
            });
        }
    }
}
