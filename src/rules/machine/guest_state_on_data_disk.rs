//! AB0528: a data disk encrypted together with the guest state.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2025_06_01;
use crate::model::{ApiVersion, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0528",
    name: "guest-state-on-data-disk",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "An encryption of the guest state on a data disk",
        "Un chiffrement de l’état de l’invité sur un disque de données",
        "Crittografia dello stato del guest su un disco dati",
    ),
    why: words(
        "`DiskWithVMGuestState` encrypts a disk together with the state of the machine, which only the OS disk holds; \
         it is not supported for data disks. Encrypt data disks by `diskEncryptionSet`, and leave their security \
         profile out.",
        "`DiskWithVMGuestState` chiffre un disque avec l’état de la machine, que seul le disque du système \
         d’exploitation contient ; il n’est pas pris en charge pour les disques de données. Chiffrez ceux-ci par \
         `diskEncryptionSet` et omettez leur profil de sécurité.",
        "`DiskWithVMGuestState` crittografa un disco insieme allo stato della macchina, che solo il disco del sistema \
         operativo contiene; non è supportato per i dischi dati. Crittografare questi con `diskEncryptionSet` e \
         omettere il loro profilo di sicurezza.",
    ),
    sources: &[pages::CONTRACT.says(
        "`DiskWithVMGuestState` encrypts the disk along with the guest state; it is not supported for data disks.",
        "`DiskWithVMGuestState` chiffre le disque avec l’état de l’invité ; il n’est pas pris en charge pour les \
         disques de données.",
        "`DiskWithVMGuestState` crittografa il disco con lo stato del guest; non è supportato per i dischi dati.",
    )],
    fields: &[path::DATA_DISKS],
    versions: Some((V2025_06_01, ApiVersion::DRAFT)),
    example: example!("AB0528"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} is not supported for data disks.",
    "{0} n’est pas pris en charge pour les disques de données.",
    "{0} non è supportato per i dischi dati.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    // On machines that are not confidential the whole profile is too much.
    if !pool.is_confidential() || !shapes::applies(context, &RULE) {
        return;
    }
    for disk in pool.managed_disks().filter(|disk| disk.data_disk.is_some()) {
        let Some(profile) = disk.node.get("securityProfile") else {
            continue;
        };
        let kind = profile.get("securityEncryptionType");
        let Some(kind) = kind
            .filter(|kind| kind.says("DiskWithVMGuestState"))
            .and_then(Node::as_text)
        else {
            continue;
        };
        let path = disk.pointer("securityProfile/securityEncryptionType");
        let finding = Finding::new(&RULE, path, Message::new(&SAY, [kind.into()]));
        report.add(if profile.members().len() == 1 {
            shapes::offer_removal(finding, &disk.pointer("securityProfile"))
        } else {
            finding
        });
    }
}
