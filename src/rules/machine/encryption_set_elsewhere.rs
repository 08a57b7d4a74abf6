//! AB0525: a disk encryption set of another subscription than the account's.

use super::resource_of_another_type::ENCRYPTION_SET;
use super::shapes;
use super::user_subscription_only::encryption_sets;
use crate::facts::pages;
use crate::model::api_version::V2025_06_01;
use crate::model::{ApiVersion, Node, ResourceId, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0525",
    name: "encryption-set-elsewhere",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "A disk encryption set of another subscription",
        "Un jeu de chiffrement de disque d’un autre abonnement",
        "Un set di crittografia dischi di un’altra sottoscrizione",
    ),
    why: words(
        "The set must be in the subscription of the Batch account, where the disks are made. Make one there, with \
         access to the key, and name it.",
        "Le jeu doit se trouver dans l’abonnement du compte Batch, où les disques sont créés. Créez-en un dans cet \
         abonnement, avec accès à la clé, et indiquez-le.",
        "Il set deve essere nella sottoscrizione dell’account Batch, dove vengono creati i dischi. Crearne uno lì, \
         con accesso alla chiave, e indicarlo.",
    ),
    sources: &[pages::CONTRACT.says(
        "The disk encryption set should be in the same subscription as the Batch account.",
        "Le jeu de chiffrement de disque devrait se trouver dans le même abonnement que le compte Batch.",
        "Il set di crittografia dischi deve essere nella stessa sottoscrizione dell’account Batch.",
    )],
    fields: &[path::OS_MANAGED_DISK, path::DATA_DISKS, path::SUBSCRIPTION],
    versions: Some((V2025_06_01, ApiVersion::DRAFT)),
    example: example!("AB0525"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "The encryption set {0} is in subscription {1}, the Batch account in {2}.",
    "Le jeu de chiffrement {0} se trouve dans l’abonnement {1}, le compte Batch dans {2}.",
    "Il set di crittografia {0} è nella sottoscrizione {1}, l’account Batch in {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let Some(account) = plan.target.subscription.filter(|id| !placeholder(id)) else {
        return;
    };
    if !shapes::applies(context, &RULE) {
        return;
    }
    for set in encryption_sets(plan) {
        let id = set.node.get("id").and_then(Node::as_text).filter(|id| !placeholder(id));
        let Some(id) = id.and_then(ResourceId::parse).filter(|id| id.is(ENCRYPTION_SET)) else {
            continue;
        };
        if !id.subscription.eq_ignore_ascii_case(account) {
            let args = [id.name().into(), id.subscription.into(), account.into()];
            let path = path::child(&set.path(), "id");
            report.add(Finding::new(&RULE, path, Message::new(&SAY, args)).related(path::SUBSCRIPTION));
        }
    }
}
