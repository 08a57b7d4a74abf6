//! AB0521: a customer-managed key without an identity that reads it, or without the OS disk among the targets.

use super::encryption_targets_disputed::offer_targets;
use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2025_06_01;
use crate::model::{ApiVersion, Edit, Node, OsType, ResourceId, Value, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0521",
    name: "disk-key-lacks-something",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "A disk encryption key without what it needs",
        "Une clé de chiffrement de disque sans ce qu’il lui faut",
        "Una chiave di crittografia del disco senza ciò che le serve",
    ),
    why: words(
        "A key of your own encrypts the OS disk, so `OsDisk` must be among the targets, and the nodes need an \
         identity that may read the key, so the pool must have a user-assigned one.",
        "Votre propre clé chiffre le disque du système d’exploitation : `OsDisk` doit donc figurer parmi les cibles. \
         Les nœuds ont besoin d’une identité autorisée à lire la clé : le pool doit donc en avoir une, affectée par \
         l’utilisateur.",
        "Una chiave propria crittografa il disco del sistema operativo, perciò `OsDisk` deve essere tra le \
         destinazioni, e i nodi hanno bisogno di un’identità autorizzata a leggere la chiave, perciò il pool deve \
         averne una assegnata dall’utente.",
    ),
    sources: &[pages::CONTRACT.says(
        "`customerManagedKey` can be used only when the pool has an identity and `OsDisk` is one of the encryption \
         targets.",
        "`customerManagedKey` n’est utilisable que si le pool a une identité et si `OsDisk` est l’une des cibles du \
         chiffrement.",
        "`customerManagedKey` si può usare solo se il pool ha un’identità e `OsDisk` è una delle destinazioni della \
         crittografia.",
    )],
    fields: &[path::DISK_KEY, path::IDENTITY, path::ENCRYPTION_TARGETS],
    versions: Some((V2025_06_01, ApiVersion::DRAFT)),
    example: example!("AB0521"),
    check: Check::Own(check),
};

static IDENTITY: Words = words(
    "{0} needs an identity of the pool that may read the key, and the pool has none.",
    "{0} exige une identité du pool autorisée à lire la clé, et le pool n’en a aucune.",
    "{0} richiede un’identità del pool autorizzata a leggere la chiave, e il pool non ne ha.",
);

static TARGET: Words = words(
    "{0} encrypts the disk `OsDisk`, which is not among the targets.",
    "{0} chiffre le disque `OsDisk`, qui ne figure pas parmi les cibles.",
    "{0} crittografa il disco `OsDisk`, che non è tra le destinazioni.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let pool = &plan.pool;
    let Some(key) = pool.vm_at("/diskEncryptionConfiguration/customerManagedKey") else {
        return;
    };
    if !shapes::applies(context, &RULE) || !matches!(key.value, Value::Object(_)) {
        return;
    }
    let member = || [path::last(path::DISK_KEY).into()];
    let identity = plan.at(path::IDENTITY);
    let assigned = identity.is_some_and(|identity| {
        let none = identity.get("type").is_some_and(|kind| kind.says("None"));
        !none
            && identity
                .get("userAssignedIdentities")
                .is_some_and(|list| !list.members().is_empty())
    });
    if !assigned {
        let finding = Finding::new(&RULE, path::DISK_KEY, Message::new(&IDENTITY, member())).related(path::IDENTITY);
        let reader = key.at("/identityReference/resourceId").and_then(Node::as_text);
        let is_identity = |id: &&str| {
            let id = ResourceId::parse(id);
            id.is_some_and(|id| id.is("Microsoft.ManagedIdentity/userAssignedIdentities"))
        };
        report.add(match reader.filter(is_identity) {
            Some(id) => {
                let list = Node::object([(id, Node::object::<String>([]))]);
                let identity = Node::object([("type", Node::text("UserAssigned")), ("userAssignedIdentities", list)]);
                let name = path::last(path::IDENTITY);
                let title = Message::new(&fix_titles::SET_MEMBER, [name.into(), "UserAssigned".into()]);
                finding.fix(title, [Edit::set(path::IDENTITY, identity)])
            }
            None => finding,
        });
    }
    if pool.encryption_target("OsDisk").is_none() {
        let temporary = pool.encryption_target("TemporaryDisk").is_some();
        let windows = plan.os() == Some(OsType::Windows) && pool.host_encryption() != Some(false);
        let targets: &[&str] = if temporary || windows {
            &["OsDisk", "TemporaryDisk"]
        } else {
            &["OsDisk"]
        };
        let finding = Finding::new(&RULE, path::ENCRYPTION_TARGETS, Message::new(&TARGET, member()));
        report.add(offer_targets(finding.related(path::DISK_KEY), targets));
    }
}
