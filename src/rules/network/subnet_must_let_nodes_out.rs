//! AB0306: what the security groups, routes and firewalls of a subnet must let through.

use super::shapes::{SUBNET, fits, without_public_ips};
use crate::facts::disagreements::{CLASSIC_RULES, SIMPLIFIED_RULES};
use crate::facts::pages;
use crate::model::{path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0306",
    name: "subnet-must-let-nodes-out",
    severity: Severity::Advice,
    basis: Basis::Account,
    area: Area::Network,
    title: words(
        "What the subnet must let through",
        "Ce que le sous-réseau doit laisser passer",
        "Che cosa deve lasciar passare la subnet",
    ),
    why: words(
        "Where security groups, routes or firewalls block this way, nodes become unusable, and they are billed \
         nonetheless. Use the service tag, since Batch’s addresses change. The contract’s text still asks for inbound \
         ports 29876 and 29877: only classic communication needed them.",
        "Si des groupes de sécurité, des routes ou des pare-feu bloquent cette voie, les nœuds deviennent \
         inutilisables, et ils sont facturés malgré tout. Utilisez l’étiquette de service, car les adresses de Batch \
         changent. Le texte du contrat demande encore les ports entrants 29876 et 29877 : seule la communication \
         classique en avait besoin.",
        "Se gruppi di sicurezza, route o firewall bloccano questa via, i nodi diventano inutilizzabili, e vengono \
         comunque fatturati. Usare il tag di servizio, perché gli indirizzi di Batch cambiano. Il testo del contratto \
         chiede ancora le porte in ingresso 29876 e 29877: servivano solo alla comunicazione classica.",
    ),
    sources: &[
        SIMPLIFIED_RULES,
        CLASSIC_RULES,
        pages::BEST_PRACTICES.says(
            "Security groups and routes should name service tags, not addresses of Batch.",
            "Les groupes de sécurité et les routes devraient nommer des étiquettes de service, et non des adresses de \
             Batch.",
            "Gruppi di sicurezza e route dovrebbero indicare tag di servizio, non indirizzi di Batch.",
        ),
    ],
    fields: &[path::SUBNET, path::REGION],
    versions: None,
    example: example!("AB0306"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "The subnet must let nodes reach {0} on TCP port `443`; nothing is needed inbound.",
    "Le sous-réseau doit permettre aux nœuds d’atteindre {0} sur le port TCP `443` ; rien n’est requis en entrée.",
    "La subnet deve consentire ai nodi di raggiungere {0} sulla porta TCP `443`; in ingresso non serve nulla.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if without_public_ips(plan) || !plan.pool.subnet().is_some_and(|id| fits(id, SUBNET)) {
        return;
    }
    let mut tag = "BatchNodeManagement".to_owned();
    if let Some(region) = plan.target.region.filter(|region| !placeholder(region)) {
        tag.push('.');
        tag.extend(region.chars().filter(|c| c.is_ascii_alphanumeric()));
    }
    report.add(Finding::new(&RULE, path::SUBNET, Message::new(&SAY, [Arg::from(tag)])));
}
