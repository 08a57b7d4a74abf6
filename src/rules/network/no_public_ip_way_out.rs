//! AB0333: how nodes without public IP addresses get out of their virtual network.

use super::shapes::without_public_ips;
use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0333",
    name: "no-public-ip-needs-way-out",
    severity: Severity::Advice,
    basis: Basis::Account,
    area: Area::Network,
    title: words(
        "Nodes without public IP addresses need a way out",
        "Les nœuds sans adresse IP publique ont besoin d’une sortie",
        "I nodi senza indirizzi IP pubblici hanno bisogno di una via d’uscita",
    ),
    why: words(
        "Without one the nodes do not reach the Batch service and become unusable. The private endpoint is the \
         preferred way (the subnet’s private-endpoint policies must be off); else a NAT gateway or a route through a \
         firewall. Azure’s default outbound access is not meant for production: its end was announced for 30 September \
         2025, then for 31 March 2026, and changed again in February 2026, to a date that was not found.",
        "Sans elle, les nœuds n’atteignent pas le service Batch et deviennent inutilisables. Le point de terminaison \
         privé est la voie conseillée (les stratégies de points de terminaison privés du sous-réseau doivent être \
         désactivées) ; sinon, une passerelle NAT ou une route par un pare-feu. L’accès sortant par défaut d’Azure \
         n’est pas fait pour la production : sa fin, annoncée pour le 30 septembre 2025, puis pour le 31 mars 2026, a \
         encore été modifiée en février 2026, pour une date qui n’a pas été trouvée.",
        "Senza una via d’uscita i nodi non raggiungono il servizio Batch e diventano inutilizzabili. L’endpoint \
         privato è la via consigliata (i criteri degli endpoint privati della subnet vanno disattivati); altrimenti un \
         gateway NAT o una route attraverso un firewall. L’accesso in uscita predefinito di Azure non è adatto alla \
         produzione: la sua fine, annunciata per il 30 settembre 2025 e poi per il 31 marzo 2026, è stata spostata \
         ancora nel febbraio 2026, a una data che non è stata trovata.",
    ),
    sources: &[
        pages::NO_PUBLIC_IPS.says(
            "Such a pool has no way to the internet: it needs a `nodeManagement` private endpoint or outbound access \
             of its own. Default outbound access is not for production.",
            "Un tel pool n’a pas d’accès à Internet : il lui faut un point de terminaison privé `nodeManagement` ou \
             son propre accès sortant. L’accès sortant par défaut n’est pas fait pour la production.",
            "Un pool di questo tipo non ha accesso a Internet: gli serve un endpoint privato `nodeManagement` o un \
             proprio accesso in uscita. L’accesso in uscita predefinito non è adatto alla produzione.",
        ),
        pages::NOTICES.says(
            "Default outbound access for pools without public IP addresses is to end; the notice was changed on 26 \
             February 2026.",
            "L’accès sortant par défaut des pools sans adresse IP publique va prendre fin ; l’avis a été modifié le 26 \
             février 2026.",
            "L’accesso in uscita predefinito dei pool senza indirizzi IP pubblici terminerà; l’avviso è stato \
             modificato il 26 febbraio 2026.",
        ),
    ],
    fields: &[path::PROVISION, path::SUBNET],
    versions: None,
    example: example!("AB0333"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "With `NoPublicIPAddresses` the network needs a `nodeManagement` private endpoint or its own way to the internet.",
    "Avec `NoPublicIPAddresses`, le réseau doit avoir un point de terminaison privé `nodeManagement` ou sa propre \
     sortie vers Internet.",
    "Con `NoPublicIPAddresses` la rete deve avere un endpoint privato `nodeManagement` o una propria uscita verso \
     Internet.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if without_public_ips(plan) && plan.pool.subnet().is_some() {
        report.add(Finding::new(&RULE, path::PROVISION, &SAY).related(path::SUBNET));
    }
}
