//! AB0527: confidential machines whose OS disk has no security profile, or such a profile on other machines.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2024_07_01;
use crate::model::{ApiVersion, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0527",
    name: "confidential-profile-mismatch",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "Confidential machines and the security profile of their disks do not match",
        "Machines confidentielles et profil de sécurité de leurs disques discordants",
        "Macchine riservate e profilo di sicurezza dei dischi discordanti",
    ),
    why: words(
        "The security profile of a managed disk is required for confidential machines and allowed only for them. For \
         `confidentialVM` state how the OS disk is encrypted; otherwise take the profile away.",
        "Le profil de sécurité d’un disque managé est obligatoire pour les machines confidentielles et n’est admis \
         que pour elles. Avec `confidentialVM`, indiquez comment le disque du système d’exploitation est chiffré ; \
         sinon, retirez le profil.",
        "Il profilo di sicurezza di un disco gestito è obbligatorio per le macchine riservate e ammesso solo per \
         esse. Con `confidentialVM` indicare come è crittografato il disco del sistema operativo; altrimenti togliere \
         il profilo.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "The security profile of a managed disk, and its encryption type, can be set for confidential machines \
             only and are required for them.",
            "Le profil de sécurité d’un disque managé, et son type de chiffrement, ne peuvent être définis que pour \
             les machines confidentielles et sont obligatoires pour elles.",
            "Il profilo di sicurezza di un disco gestito e il suo tipo di crittografia si possono impostare solo per \
             macchine riservate e per esse sono obbligatori.",
        ),
        pages::CONTRACT_FOLDER.says(
            "The official example of a confidential pool has the profile on the OS disk and none on the data disk.",
            "L’exemple officiel d’un pool confidentiel a le profil sur le disque du système d’exploitation et aucun \
             sur le disque de données.",
            "L’esempio ufficiale di un pool riservato ha il profilo sul disco del sistema operativo e nessuno sul \
             disco dati.",
        ),
    ],
    fields: &[path::SECURITY_TYPE, path::OS_MANAGED_DISK, path::DATA_DISKS],
    versions: Some((V2024_07_01, ApiVersion::DRAFT)),
    example: example!("AB0527"),
    check: Check::Own(check),
};

static MISSING: Words = words(
    "{0} needs {1} for the OS disk, which is not set.",
    "{0} exige, pour le disque du système d’exploitation, {1}, qui n’est pas défini.",
    "{0} richiede {1} per il disco del sistema operativo, che non è impostato.",
);

static NOT_FOR_TYPE: Words = words(
    "{0} of a disk is for confidential machines only, and the security type is {1}.",
    "{0} d’un disque est réservé aux machines confidentielles, et le type de sécurité est {1}.",
    "{0} di un disco è solo per macchine riservate, e il tipo di sicurezza è {1}.",
);

static NO_TYPE: Words = words(
    "{0} of a disk is for confidential machines only, and no security type is set.",
    "{0} d’un disque est réservé aux machines confidentielles, et aucun type de sécurité n’est défini.",
    "{0} di un disco è solo per macchine riservate, e nessun tipo di sicurezza è impostato.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    if !shapes::applies(context, &RULE) {
        return;
    }
    let os_type = pool.vm_at("/osDisk/managedDisk/securityProfile/securityEncryptionType");
    let security = pool.security_type();
    if pool.is_confidential() {
        if let Some(security) = security.filter(|_| os_type.is_none()) {
            let message = Message::new(&MISSING, [security.into(), path::last(path::OS_GUEST_STATE).into()]);
            report.add(
                Finding::new(&RULE, path::SECURITY_TYPE, message)
                    .related(path::OS_DISK)
                    .offer_text_for(path::OS_GUEST_STATE, "VMGuestStateOnly")
                    .offer_text_for(path::OS_GUEST_STATE, "NonPersistedTPM"),
            );
        }
        return;
    }
    for disk in pool.managed_disks() {
        if disk.node.get("securityProfile").is_none_or(Node::is_null) {
            continue;
        }
        let path = disk.pointer("securityProfile");
        let message = match security {
            Some(security) => Message::new(&NOT_FOR_TYPE, ["securityProfile".into(), security.into()]),
            None => Message::new(&NO_TYPE, ["securityProfile".into()]),
        };
        let mut finding = Finding::new(&RULE, &*path, message).related(path::SECURITY_TYPE);
        // Who says how the guest state is encrypted means confidential machines; managed images cannot be such.
        let meant = security.is_none() && os_type.is_some() && !pool.image.kind().is_retired_source();
        if meant {
            finding = finding.offer_text_for(path::SECURITY_TYPE, "confidentialVM");
        }
        report.add(shapes::offer_removal(finding, &path));
    }
}
