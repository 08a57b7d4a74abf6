//! AB0642: a blob container mounted with no means of access, or with several.

use super::shapes::{OneOf, add};
use crate::facts::pages;
use crate::model::{node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0642",
    name: "blob-mount-access",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "A blob mount without exactly one means of access",
        "Un montage d’objets blob sans moyen d’accès unique",
        "Un montaggio di BLOB senza un unico mezzo di accesso",
    ),
    why: words(
        "A blob container is opened with the account’s key, a shared access signature or an identity of the pool: with \
         exactly one of them. An answer of the service leaves keys out; put them in again before you send it.",
        "Un conteneur d’objets blob s’ouvre avec la clé du compte, une signature d’accès partagé ou une identité du pool : \
         exactement l’un des trois. Une réponse du service omet les clés ; remettez-les avant de l’envoyer.",
        "Un contenitore BLOB si apre con la chiave dell’account, una firma di accesso condiviso o un’identità del pool: \
         esattamente uno dei tre. Una risposta del servizio omette le chiavi; reinserirle prima di inviarla.",
    ),
    sources: &[pages::CONTRACT.says(
        "`accountKey`, `sasKey` and `identityReference` of a blob mount exclude one another, and exactly one must be given.",
        "`accountKey`, `sasKey` et `identityReference` d’un montage d’objets blob s’excluent, et exactement un des trois \
         doit être indiqué.",
        "`accountKey`, `sasKey` e `identityReference` di un montaggio di BLOB si escludono a vicenda, e ne va indicato \
         esattamente uno.",
    )],
    fields: &[node_setup::MOUNTS],
    versions: None,
    example: example!("AB0642"),
    check: Check::Own(check),
};

static NONE: Words = words(
    "The blob mount has none of `accountKey`, `sasKey` and `identityReference`.",
    "Le montage d’objets blob n’a ni `accountKey`, ni `sasKey`, ni `identityReference`.",
    "Il montaggio di BLOB non ha né `accountKey`, né `sasKey`, né `identityReference`.",
);

static ONE: OneOf = OneOf {
    rule: &RULE,
    none: &NONE,
    names: &[("identityReference", None), ("accountKey", None), ("sasKey", None)],
};
const BLOB: &str = "azureBlobFileSystemConfiguration";

fn check(context: &Context, report: &mut Report) {
    for (index, mount) in context.plan.items_at(node_setup::MOUNTS) {
        if let Some(blob) = mount.get(BLOB).filter(|blob| ONE.is_broken_by(blob)) {
            add(report, &RULE, RULE.severity, &mut || {
                ONE.finding(&path::child(&path::item(node_setup::MOUNTS, index), BLOB), blob)
            });
        }
    }
}
