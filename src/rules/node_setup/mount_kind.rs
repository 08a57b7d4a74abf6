//! AB0641: a mount of no kind, or of several.

use super::shapes::{OneOf, add};
use crate::facts::pages;
use crate::model::{node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0641",
    name: "mount-of-no-single-kind",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "A mount without exactly one kind of file system",
        "Un montage sans un type unique de système de fichiers",
        "Un montaggio senza un unico tipo di file system",
    ),
    why: words(
        "Each entry mounts one file system: a blob container, an NFS share, a CIFS share or an Azure file share. Give every \
         file system an entry of its own.",
        "Chaque entrée monte un seul système de fichiers : un conteneur d’objets blob, un partage NFS, un partage CIFS ou \
         un partage Azure Files. Donnez à chacun sa propre entrée.",
        "Ogni voce monta un solo file system: un contenitore BLOB, una condivisione NFS, una condivisione CIFS o una \
         condivisione file di Azure. Dare a ciascuno una voce propria.",
    ),
    sources: &[pages::CONTRACT.says(
        "The kinds of a mount exclude one another.",
        "Les types d’un montage s’excluent mutuellement.",
        "I tipi di un montaggio si escludono a vicenda.",
    )],
    fields: &[node_setup::MOUNTS],
    versions: None,
    example: example!("AB0641"),
    check: Check::Own(check),
};

static NONE: Words = words(
    "The entry mounts nothing: it has none of the four kinds of file system.",
    "L’entrée ne monte rien : elle n’a aucun des quatre types de système de fichiers.",
    "La voce non monta nulla: non ha alcuno dei quattro tipi di file system.",
);

static ONE: OneOf = OneOf {
    rule: &RULE,
    none: &NONE,
    names: &[
        ("azureBlobFileSystemConfiguration", None),
        ("nfsMountConfiguration", None),
        ("cifsMountConfiguration", None),
        ("azureFileShareConfiguration", None),
    ],
};

fn check(context: &Context, report: &mut Report) {
    for (index, mount) in context.plan.items_at(node_setup::MOUNTS) {
        if ONE.is_broken_by(mount) {
            add(report, &RULE, RULE.severity, &mut || {
                ONE.finding(&path::item(node_setup::MOUNTS, index), mount)
            });
        }
    }
}
