//! AB0519: encryption of the temporary disk on a size that leaves only encryption at host.

use super::shapes;
use crate::facts::limits::NO_DISK_ENCRYPTION_SINCE;
use crate::facts::machine_sizes;
use crate::model::api_version::V2020_03_01;
use crate::model::{ApiVersion, Edit, Node, VmSize, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0519",
    name: "temporary-disk-not-encryptable",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Machine,
    title: words(
        "Encryption of the temporary disk on a size without Azure Disk Encryption",
        "Le chiffrement du disque temporaire sur une taille sans Azure Disk Encryption",
        "Crittografia del disco temporaneo con dimensioni senza Crittografia dischi di Azure",
    ),
    why: words(
        "Basic, A-series, v6, v7 and later sizes, and those with less than 2 GB of memory, have no Azure Disk \
         Encryption: their temporary disk can be encrypted only at host, which size and subscription must support. \
         Otherwise Batch refuses the pool with `AzureDiskEncryptionNotSupportedOnVMSize`.",
        "Les tailles de base, de série A, v6, v7 et suivantes, et celles de moins de 2 Go de mémoire, n’ont pas Azure \
         Disk Encryption : leur disque temporaire ne peut être chiffré que sur l’hôte, ce que la taille et \
         l’abonnement doivent permettre. Sinon, Batch refuse le pool avec `AzureDiskEncryptionNotSupportedOnVMSize`.",
        "Le dimensioni Basic, della serie A, v6, v7 e successive e quelle con meno di 2 GB di memoria non hanno \
         Crittografia dischi di Azure: il loro disco temporaneo si può crittografare solo nell’host, cosa che \
         dimensioni e sottoscrizione devono supportare. Altrimenti Batch rifiuta il pool con \
         `AzureDiskEncryptionNotSupportedOnVMSize`.",
    ),
    sources: &[NO_DISK_ENCRYPTION_SINCE.from, machine_sizes::LITTLE_MEMORY],
    fields: &[path::ENCRYPTION_TARGETS, path::VM_SIZE, path::HOST_ENCRYPTION],
    versions: Some((V2020_03_01, ApiVersion::DRAFT)),
    example: example!("AB0519"),
    check: Check::Own(check),
};

static REFUSED: Words = words(
    "{0} on {1} can be encrypted only at host, and encryption at host is off.",
    "{0} sur {1} ne peut être chiffré que sur l’hôte, et le chiffrement sur l’hôte est désactivé.",
    "{0} su {1} si può crittografare solo nell’host, e la crittografia nell’host è disattivata.",
);

static CONDITION: Words = words(
    "{0} on {1} can be encrypted only at host: check that size and subscription support it.",
    "{0} sur {1} ne peut être chiffré que sur l’hôte : vérifiez que la taille et l’abonnement le permettent.",
    "{0} su {1} si può crittografare solo nell’host: verificare che dimensioni e sottoscrizione lo supportino.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let host = pool.host_encryption();
    let (Some(target), Some(name)) = (pool.encryption_target(TEMPORARY_DISK), pool.vm_size) else {
        return;
    };
    if host == Some(true) || !VmSize::parse(name).is_some_and(|size| machine_sizes::lacks_disk_encryption(&size)) {
        return;
    }
    if !shapes::applies(context, &RULE) {
        return;
    }
    let target = path::item(path::ENCRYPTION_TARGETS, target);
    let args = [TEMPORARY_DISK.into(), name.into()];
    report.add(if host == Some(false) {
        let title = Message::new(&fix_titles::SET, ["true".into()]);
        Finding::new(&RULE, path::HOST_ENCRYPTION, Message::new(&REFUSED, args))
            .related(target)
            .related(path::VM_SIZE)
            .fix(title, [Edit::set(path::HOST_ENCRYPTION, Node::bool(true))])
    } else {
        Finding::new(&RULE, target, Message::new(&CONDITION, args))
            .weigh(Severity::Warning)
            .on_basis(Basis::Account)
            .related(path::VM_SIZE)
    });
}

const TEMPORARY_DISK: &str = "TemporaryDisk";
