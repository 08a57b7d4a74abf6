//! AB0523: what only accounts take that allocate nodes in the user's own subscription.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::{V2023_11_01, V2025_06_01};
use crate::model::{AllocationMode, ManagedDisk, Node, Plan, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0523",
    name: "user-subscription-only",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "A member that only accounts in user subscription mode take",
        "Un membre réservé aux comptes en mode abonnement utilisateur",
        "Un membro riservato agli account in modalità sottoscrizione utente",
    ),
    why: words(
        "Disk encryption sets and, until 2024-07-01, `resourceTags` belong to the subscription in which the nodes \
         are; only accounts in user subscription mode have them in a subscription of yours. In Batch service mode use \
         `customerManagedKey` for the OS disk, and `tags` of the pool.",
        "Les jeux de chiffrement de disque et, jusqu’à 2024-07-01, `resourceTags` relèvent de l’abonnement où sont \
         les nœuds ; seuls les comptes en mode abonnement utilisateur les ont dans un abonnement qui vous appartient. \
         En mode service Batch, utilisez `customerManagedKey` pour le disque du système d’exploitation et `tags` du \
         pool.",
        "I set di crittografia dischi e, fino a 2024-07-01, `resourceTags` appartengono alla sottoscrizione in cui si \
         trovano i nodi; solo gli account in modalità sottoscrizione utente li hanno in una sottoscrizione propria. \
         In modalità servizio Batch usare `customerManagedKey` per il disco del sistema operativo e `tags` del pool.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "`diskEncryptionSet` can be set only in user subscription mode; the set should be in the account’s \
             subscription.",
            "`diskEncryptionSet` ne peut être indiqué qu’en mode abonnement utilisateur ; le jeu devrait être dans \
             l’abonnement du compte.",
            "`diskEncryptionSet` si può indicare solo in modalità sottoscrizione utente; il set deve essere nella \
             sottoscrizione dell’account.",
        ),
        pages::POOL_CREATE.says(
            "`resourceTags` (2023-11-01 to 2024-07-01) can be given only for accounts made in user subscription mode.",
            "`resourceTags` (2023-11-01 à 2024-07-01) n’est admis que pour les comptes créés en mode abonnement \
             utilisateur.",
            "`resourceTags` (da 2023-11-01 a 2024-07-01) è ammesso solo per account creati in modalità sottoscrizione \
             utente.",
        ),
    ],
    fields: &[
        path::OS_MANAGED_DISK,
        path::DATA_DISKS,
        path::RESOURCE_TAGS,
        path::ALLOCATION_MODE,
    ],
    versions: None,
    example: example!("AB0523"),
    check: Check::Own(check),
};

static REFUSED: Words = words(
    "{0} takes an account in user subscription mode, and this one is in Batch service mode.",
    "{0} exige un compte en mode abonnement utilisateur, et celui-ci est en mode service Batch.",
    "{0} richiede un account in modalità sottoscrizione utente, e questo è in modalità servizio Batch.",
);

static UNKNOWN: Words = words(
    "{0} takes an account in user subscription mode; the plan does not say which mode this one is in.",
    "{0} exige un compte en mode abonnement utilisateur ; le plan ne dit pas dans quel mode est celui-ci.",
    "{0} richiede un account in modalità sottoscrizione utente; il piano non dice in quale modalità è questo.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let words = match plan.target.mode {
        Some(AllocationMode::UserSubscription) => return,
        Some(AllocationMode::BatchService) => &REFUSED,
        None => &UNKNOWN,
    };
    let known = plan.target.mode.is_some();
    let finding = |path: String| {
        let message = Message::new(words, [path::last(&path).into()]);
        let finding = Finding::new(&RULE, path, message).related(path::ALLOCATION_MODE);
        if known {
            finding
        } else {
            finding.weigh(Severity::Advice).on_basis(Basis::Account)
        }
    };
    let version = plan.api_version();
    if version >= V2025_06_01 {
        // Where the mode is not known, once is enough.
        let most = if known { usize::MAX } else { 1 };
        for set in encryption_sets(plan).take(most) {
            report.add(finding(set.path()));
        }
    } else if version >= V2023_11_01 && plan.at(path::RESOURCE_TAGS).is_some_and(|tags| !tags.is_null()) {
        let finding = finding(path::RESOURCE_TAGS.to_owned());
        report.add(if known {
            shapes::offer_removal(finding, path::RESOURCE_TAGS)
        } else {
            finding
        });
    }
}

/// A disk encryption set that a managed disk names.
pub(super) struct EncryptionSet<'a> {
    disk: ManagedDisk<'a>,
    below: &'static str,
    /// `diskEncryptionSet`.
    pub(super) node: &'a Node,
}

impl EncryptionSet<'_> {
    /// The pointer of `diskEncryptionSet`.
    pub(super) fn path(&self) -> String {
        self.disk.pointer(self.below)
    }
}

/// The disk encryption sets of all managed disks.
pub(super) fn encryption_sets<'a>(plan: &Plan<'a>) -> impl Iterator<Item = EncryptionSet<'a>> {
    let members = ["diskEncryptionSet", "securityProfile/diskEncryptionSet"];
    plan.pool.managed_disks().flat_map(move |disk| {
        let profile = disk.node.get("securityProfile");
        let nodes = [Some(disk.node), profile].map(|node| node.and_then(|node| node.get("diskEncryptionSet")));
        members.into_iter().zip(nodes).filter_map(move |(below, node)| {
            let node = node.filter(|node| !node.is_null())?;
            Some(EncryptionSet { disk, below, node })
        })
    })
}
