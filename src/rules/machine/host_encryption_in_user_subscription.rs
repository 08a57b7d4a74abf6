//! AB0520: encryption at host in an account that allocates nodes in the user's own subscription.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2023_11_01;
use crate::model::{AllocationMode, ApiVersion, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0520",
    name: "host-encryption-in-user-subscription",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Machine,
    title: words(
        "Encryption at host in user subscription mode",
        "Le chiffrement sur l’hôte en mode abonnement utilisateur",
        "Crittografia nell’host in un account in modalità sottoscrizione utente",
    ),
    why: words(
        "The page on disk encryption says that encryption at host is not supported for pools in the user’s own \
         subscription until it is publicly available in Azure. Have the feature registered in the subscription and \
         try a pool of one node first.",
        "La page sur le chiffrement des disques dit que le chiffrement sur l’hôte n’est pas pris en charge pour les \
         pools de l’abonnement de l’utilisateur tant qu’il n’est pas publiquement disponible dans Azure. Faites \
         inscrire la fonctionnalité dans l’abonnement et essayez d’abord un pool d’un seul nœud.",
        "La pagina sulla crittografia dei dischi dice che la crittografia nell’host non è supportata per i pool nella \
         sottoscrizione dell’utente finché non è disponibile pubblicamente in Azure. Far registrare la funzionalità \
         nella sottoscrizione e provare prima un pool di un solo nodo.",
    ),
    sources: &[pages::DISK_ENCRYPTION.says(
        "Encryption at host is not currently supported on pools in user subscription mode, until the feature is \
         publicly available in Azure.",
        "Le chiffrement sur l’hôte n’est actuellement pas pris en charge pour les pools en mode abonnement \
         utilisateur, tant qu’il n’est pas publiquement disponible dans Azure.",
        "La crittografia nell’host non è attualmente supportata per i pool in modalità sottoscrizione utente, finché \
         non è disponibile pubblicamente in Azure.",
    )],
    fields: &[path::HOST_ENCRYPTION, path::ALLOCATION_MODE],
    versions: Some((V2023_11_01, ApiVersion::DRAFT)),
    example: example!("AB0520"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} may not be supported in user subscription mode yet.",
    "{0} n’est peut-être pas encore pris en charge en mode abonnement utilisateur.",
    "{0} potrebbe non essere ancora supportato in un account in modalità sottoscrizione utente.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let user = plan.target.mode == Some(AllocationMode::UserSubscription);
    if user && plan.pool.host_encryption() == Some(true) && shapes::applies(context, &RULE) {
        let message = Message::new(&SAY, [path::last(path::HOST_ENCRYPTION).into()]);
        report.add(Finding::new(&RULE, path::HOST_ENCRYPTION, message).related(path::ALLOCATION_MODE));
    }
}
