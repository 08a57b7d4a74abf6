//! AB0318: a pool without public IP addresses outside a virtual network, or in the classic mode.

use super::shapes::without_public_ips;
use crate::facts::pages;
use crate::model::api_version::V2024_07_01;
use crate::model::{Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0318",
    name: "no-public-ip-needs-subnet",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Network,
    title: words(
        "A pool without public IP addresses needs a subnet and simplified communication",
        "Un pool sans adresse IP publique exige un sous-réseau et la communication simplifiée",
        "Un pool senza indirizzi IP pubblici richiede una subnet e la comunicazione semplificata",
    ),
    why: words(
        "Nodes without public IP addresses reach the Batch service through your virtual network, and in the simplified \
         mode only; the older preview with the classic mode was retired on 31 March 2023.",
        "Les nœuds sans adresse IP publique atteignent le service Batch par votre réseau virtuel, et en mode simplifié \
         seulement ; l’ancienne préversion en mode classique a été retirée le 31 mars 2023.",
        "I nodi senza indirizzi IP pubblici raggiungono il servizio Batch attraverso la propria rete virtuale, e solo \
         in modalità semplificata; la vecchia anteprima in modalità classica è stata ritirata il 31 marzo 2023.",
    ),
    sources: &[
        pages::NO_PUBLIC_IPS.says(
            "The pool is made in a virtual network of the account’s subscription and region, with simplified \
             communication (prerequisites).",
            "Le pool est créé dans un réseau virtuel de l’abonnement et de la région du compte, avec la communication \
             simplifiée (prérequis).",
            "Il pool è creato in una rete virtuale della sottoscrizione e dell’area dell’account, con la comunicazione \
             semplificata (prerequisiti).",
        ),
        pages::NOTICES.says(
            "The preview of pools without public IP addresses in the classic mode was retired on 31 March 2023.",
            "La préversion des pools sans adresse IP publique en mode classique a été retirée le 31 mars 2023.",
            "L’anteprima dei pool senza indirizzi IP pubblici in modalità classica è stata ritirata il 31 marzo 2023.",
        ),
    ],
    fields: &[path::PROVISION, path::SUBNET, path::COMMUNICATION],
    versions: None,
    example: example!("AB0318"),
    check: Check::Own(check),
};

static NO_SUBNET: Words = words(
    "`NoPublicIPAddresses` needs a `subnetId`, and there is none.",
    "`NoPublicIPAddresses` exige un `subnetId`, et il n’y en a pas.",
    "`NoPublicIPAddresses` richiede un `subnetId`, che manca.",
);
static CLASSIC: Words = words(
    "`NoPublicIPAddresses` does not go with `Classic` communication.",
    "`NoPublicIPAddresses` est incompatible avec la communication `Classic`.",
    "`NoPublicIPAddresses` non è compatibile con la comunicazione `Classic`.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if !without_public_ips(plan) {
        return;
    }
    if plan.at(path::SUBNET).is_none() {
        report.add(Finding::new(&RULE, path::SUBNET, &NO_SUBNET).related(path::PROVISION));
    }
    // Later versions do not know the member: the contract rules say so.
    let mode = plan.at(path::COMMUNICATION).and_then(Node::as_text);
    if mode == Some("Classic") && plan.api_version() <= V2024_07_01 {
        let finding = Finding::new(&RULE, path::COMMUNICATION, &CLASSIC).related(path::PROVISION);
        report.add(finding.offer_text(path::COMMUNICATION, "Simplified"));
    }
}
