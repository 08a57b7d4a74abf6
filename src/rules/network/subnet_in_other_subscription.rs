//! AB0302: a subnet of another subscription than the account’s.

use super::shapes::{SUBNET, elsewhere};
use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0302",
    name: "subnet-in-other-subscription",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "A subnet of another subscription",
        "Un sous-réseau d’un autre abonnement",
        "Una subnet di un’altra sottoscrizione",
    ),
    why: words(
        "The virtual network must be in the subscription and in the region of the Batch account. The id does not show \
         the region: check it as well.",
        "Le réseau virtuel doit se trouver dans l’abonnement et dans la région du compte Batch. L’ID n’indique pas la \
         région : vérifiez-la aussi.",
        "La rete virtuale deve trovarsi nella sottoscrizione e nell’area dell’account Batch. L’ID non indica l’area: \
         verificare anche quella.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "The virtual network is in the region and subscription of the Batch account (`subnetId`).",
            "Le réseau virtuel se trouve dans la région et l’abonnement du compte Batch (`subnetId`).",
            "La rete virtuale si trova nell’area e nella sottoscrizione dell’account Batch (`subnetId`).",
        ),
        pages::VIRTUAL_NETWORK.says(
            "The account is in the same subscription and region as the virtual network.",
            "Le compte se trouve dans le même abonnement et la même région que le réseau virtuel.",
            "L’account si trova nella stessa sottoscrizione e nella stessa area della rete virtuale.",
        ),
    ],
    fields: &[path::SUBNET, path::SUBSCRIPTION],
    versions: None,
    example: example!("AB0302"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "The subnet {0} is in subscription {1}, the Batch account in {2}.",
    "Le sous-réseau {0} se trouve dans l’abonnement {1}, le compte Batch dans {2}.",
    "La subnet {0} si trova nella sottoscrizione {1}, l’account Batch in {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let args = plan.pool.subnet().and_then(|id| elsewhere(plan, id, SUBNET));
    if let Some(args) = args {
        report.add(Finding::new(&RULE, path::SUBNET, Message::new(&SAY, args)).related(path::SUBSCRIPTION));
    }
}
