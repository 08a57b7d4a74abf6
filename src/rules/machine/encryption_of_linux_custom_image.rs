//! AB0518: disk encryption of Linux nodes from a custom image, which one text excludes and another allows with conditions.

use super::shapes;
use crate::facts::disagreements::LINUX_CUSTOM_ENCRYPTION;
use crate::model::api_version::V2020_03_01;
use crate::model::{ApiVersion, OsType, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0518",
    name: "encryption-of-linux-custom-image",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Machine,
    title: words(
        "Disk encryption of Linux nodes from a custom image",
        "Le chiffrement des disques de nœuds Linux issus d’une image personnalisée",
        "Crittografia dei dischi di nodi Linux da un’immagine personalizzata",
    ),
    why: words(
        "The reference text excludes it; the page on disk encryption, which is newer, allows it on sizes with \
         encryption at host, and so not yet in user subscription mode. Choose such a size and leave encryption at \
         host on, or encrypt only what your tasks write.",
        "Le texte de référence l’exclut ; la page sur le chiffrement des disques, plus récente, l’admet sur les \
         tailles dotées du chiffrement sur l’hôte, donc pas encore en mode abonnement utilisateur. \
         Choisissez une telle taille et laissez le chiffrement sur l’hôte actif, ou ne chiffrez que ce que vos tâches \
         écrivent.",
        "Il testo di riferimento la esclude; la pagina sulla crittografia dei dischi, più recente, la ammette per \
         dimensioni con crittografia nell’host, quindi non ancora negli account in modalità sottoscrizione utente. \
         Scegliere tali dimensioni e lasciare attiva la crittografia nell’host, o crittografare solo ciò che le \
         attività scrivono.",
    ),
    sources: &LINUX_CUSTOM_ENCRYPTION,
    fields: &[path::DISK_ENCRYPTION, path::IMAGE_REFERENCE, path::HOST_ENCRYPTION],
    versions: Some((V2020_03_01, ApiVersion::DRAFT)),
    example: example!("AB0518"),
    check: Check::Own(check),
};

static NOWHERE: Words = words(
    "On Linux nodes from a custom image no disk can be encrypted while {0} is off.",
    "Sur des nœuds Linux issus d’une image personnalisée, aucun disque ne peut être chiffré tant que {0} est \
     désactivé.",
    "Su nodi Linux da un’immagine personalizzata nessun disco può essere crittografato finché {0} è disattivato.",
);

static IF_SIZE: Words = words(
    "Linux nodes from a custom image: one text excludes disk encryption, another allows it if {0} has encryption at \
     host.",
    "Nœuds Linux issus d’une image personnalisée : un texte exclut le chiffrement des disques, un autre l’admet si \
     {0} dispose du chiffrement sur l’hôte.",
    "Nodi Linux da un’immagine personalizzata: un testo esclude la crittografia dei dischi, un altro la ammette se \
     {0} ha la crittografia nell’host.",
);

static IF_ANY: Words = words(
    "Linux nodes from a custom image: one text excludes disk encryption, another allows it on sizes with {0}.",
    "Nœuds Linux issus d’une image personnalisée : un texte exclut le chiffrement des disques, un autre l’admet sur \
     les tailles dotées de {0}.",
    "Nodi Linux da un’immagine personalizzata: un testo esclude la crittografia dei dischi, un altro la ammette per \
     dimensioni con {0}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let pool = &plan.pool;
    if pool.encryption_targets().is_empty() || plan.os() != Some(OsType::Linux) || !pool.image.kind().is_custom() {
        return;
    }
    if !shapes::applies(context, &RULE) {
        return;
    }
    let finding = |words, text: &str| {
        let message = Message::new(words, [text.into()]);
        Finding::new(&RULE, path::DISK_ENCRYPTION, message).related(path::IMAGE_REFERENCE)
    };
    report.add(if pool.host_encryption() == Some(false) {
        finding(&NOWHERE, "encryptionAtHost").related(path::HOST_ENCRYPTION)
    } else if let Some(size) = pool.vm_size.filter(|size| !placeholder(size)) {
        finding(&IF_SIZE, size).weigh(Severity::Warning).related(path::VM_SIZE)
    } else {
        finding(&IF_ANY, "encryptionAtHost").weigh(Severity::Warning)
    });
}
