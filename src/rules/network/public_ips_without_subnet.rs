//! AB0339: public IP addresses of one’s own outside a virtual network.

use super::shapes::length;
use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0339",
    name: "public-ips-without-subnet",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Network,
    title: words(
        "Public IP addresses of one’s own need a subnet",
        "Des adresses IP publiques fournies exigent un sous-réseau",
        "Gli indirizzi IP pubblici forniti dall’utente richiedono una subnet",
    ),
    why: words(
        "The page on such pools names a virtual network of Azure Resource Manager in the same subscription as a \
         prerequisite; the contract’s text does not mention it. Name the subnet.",
        "La page sur ces pools cite comme prérequis un réseau virtuel d’Azure Resource Manager du même abonnement ; le \
         texte du contrat ne le mentionne pas. Indiquez le sous-réseau.",
        "La pagina su questi pool indica come prerequisito una rete virtuale di Azure Resource Manager della stessa \
         sottoscrizione; il testo del contratto non lo menziona. Indicare la subnet.",
    ),
    sources: &[pages::OWN_PUBLIC_IPS.says(
        "A virtual network in the subscription of the pool and the addresses is needed (prerequisites).",
        "Un réseau virtuel dans l’abonnement du pool et des adresses est nécessaire (prérequis).",
        "È necessaria una rete virtuale nella sottoscrizione del pool e degli indirizzi (prerequisiti).",
    )],
    fields: &[path::PUBLIC_IP_IDS, path::OLD_PUBLIC_IPS, path::SUBNET],
    versions: None,
    example: example!("AB0339"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} in the list, but no `subnetId`.",
    "{0} dans la liste, mais pas de `subnetId`.",
    "{0} nell’elenco, ma nessun `subnetId`.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let (pointer, ids) = plan.own_public_ips();
    if !ids.is_empty() && plan.at(path::SUBNET).is_none() {
        let count: Arg = (length(ids), &nouns::PUBLIC_IPS).into();
        report.add(Finding::new(&RULE, path::SUBNET, Message::new(&SAY, [count])).related(pointer));
    }
}
