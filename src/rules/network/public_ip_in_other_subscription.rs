//! AB0331: a public IP address of another subscription than the account’s.

use super::shapes::{PUBLIC_IP, elsewhere};
use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0331",
    name: "public-ip-in-other-subscription",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Network,
    title: words(
        "A public IP address of another subscription",
        "Une adresse IP publique d’un autre abonnement",
        "Un indirizzo IP pubblico di un’altra sottoscrizione",
    ),
    why: words(
        "The addresses must be made in the subscription and in the region of the Batch account. The id does not show \
         the region: check it as well.",
        "Les adresses doivent être créées dans l’abonnement et dans la région du compte Batch. L’ID n’indique pas la \
         région : vérifiez-la aussi.",
        "Gli indirizzi vanno creati nella sottoscrizione e nell’area dell’account Batch. L’ID non indica l’area: \
         verificare anche quella.",
    ),
    sources: &[pages::OWN_PUBLIC_IPS.says(
        "Public IP addresses are made in the subscription and region of the pool’s account (requirements).",
        "Les adresses IP publiques sont créées dans l’abonnement et la région du compte du pool (exigences).",
        "Gli indirizzi IP pubblici sono creati nella sottoscrizione e nell’area dell’account del pool (requisiti).",
    )],
    fields: &[path::PUBLIC_IP_IDS, path::OLD_PUBLIC_IPS, path::SUBSCRIPTION],
    versions: None,
    example: example!("AB0331"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "The public IP address {0} is in subscription {1}, the Batch account in {2}.",
    "L’adresse IP publique {0} se trouve dans l’abonnement {1}, le compte Batch dans {2}.",
    "L’indirizzo IP pubblico {0} si trova nella sottoscrizione {1}, l’account Batch in {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let (list, ids) = plan.public_ips();
    for (index, node) in ids.iter().enumerate() {
        let args = node.as_text().and_then(|id| elsewhere(plan, id, PUBLIC_IP));
        if let Some(args) = args {
            let finding = Finding::new(&RULE, path::item(list, index), Message::new(&SAY, args));
            report.add(finding.related(path::SUBSCRIPTION));
        }
    }
}
