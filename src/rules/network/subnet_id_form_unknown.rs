//! AB0301: a subnet id that is not the id of a subnet.

use super::shapes::{SUBNET, fits};
use crate::facts::pages;
use crate::model::{Node, ResourceId, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0301",
    name: "subnet-id-form-unknown",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "Subnet id of an unknown form",
        "ID de sous-réseau de forme inconnue",
        "ID di subnet in forma sconosciuta",
    ),
    why: words(
        "A pool joins a subnet of a virtual network of Azure Resource Manager, and the id names both; classic virtual \
         networks are not supported. Copy the id of the subnet itself.",
        "Un pool rejoint un sous-réseau d’un réseau virtuel d’Azure Resource Manager, et l’ID nomme les deux ; les \
         réseaux virtuels classiques ne sont pas pris en charge. Copiez l’ID du sous-réseau lui-même.",
        "Un pool entra in una subnet di una rete virtuale di Azure Resource Manager, e l’ID le indica entrambe; le \
         reti virtuali classiche non sono supportate. Copiare l’ID della subnet stessa.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "`subnetId` has the form `/subscriptions/…/virtualNetworks/…/subnets/…`.",
            "`subnetId` a la forme `/subscriptions/…/virtualNetworks/…/subnets/…`.",
            "`subnetId` ha la forma `/subscriptions/…/virtualNetworks/…/subnets/…`.",
        ),
        pages::DATA_PLANE.says(
            "Only virtual networks of Azure Resource Manager can be used.",
            "Seuls les réseaux virtuels d’Azure Resource Manager sont utilisables.",
            "Sono utilizzabili solo le reti virtuali di Azure Resource Manager.",
        ),
    ],
    fields: &[path::SUBNET],
    versions: None,
    example: example!("AB0301"),
    check: Check::Own(check),
};

static UNKNOWN: Words = words(
    "{0} is not the id of a subnet, `/subscriptions/…/virtualNetworks/…/subnets/…`.",
    "{0} n’est pas l’ID d’un sous-réseau, `/subscriptions/…/virtualNetworks/…/subnets/…`.",
    "{0} non è l’ID di una subnet, `/subscriptions/…/virtualNetworks/…/subnets/…`.",
);
static NO_SUBNET: Words = words(
    "{0} is the whole virtual network: `/subnets/…` is missing.",
    "{0} est le réseau virtuel entier : il manque `/subnets/…`.",
    "{0} è l’intera rete virtuale: manca `/subnets/…`.",
);
static CLASSIC: Words = words(
    "{0} belongs to a classic virtual network, which pools cannot join.",
    "{0} appartient à un réseau virtuel classique, qu’un pool ne peut pas rejoindre.",
    "{0} appartiene a una rete virtuale classica, in cui un pool non può entrare.",
);
static OTHER_TYPE: Words = words(
    "{0} is of type {1}, not a subnet.",
    "{0} est de type {1}, et non un sous-réseau.",
    "{0} è di tipo {1}, non una subnet.",
);
static EMPTY: Words = words(
    "The subnet id is empty.",
    "L’ID de sous-réseau est vide.",
    "L’ID della subnet è vuoto.",
);

fn check(context: &Context, report: &mut Report) {
    let Some(id) = context.plan.at(path::SUBNET).and_then(Node::as_text) else {
        return;
    };
    if fits(id, SUBNET) {
        return;
    }
    let (words, shown, kind) = match ResourceId::parse(id) {
        Some(network) if network.is("Microsoft.Network/virtualNetworks") => (&NO_SUBNET, network.name(), None),
        Some(old) if old.provider.eq_ignore_ascii_case("Microsoft.ClassicNetwork") => (&CLASSIC, old.name(), None),
        Some(other) => (&OTHER_TYPE, other.name(), Some(other.kind())),
        None if id.trim().is_empty() => (&EMPTY, id, None),
        None => (&UNKNOWN, id, None),
    };
    let args: Vec<Arg> = [shown.to_owned()].into_iter().chain(kind).map(Arg::from).collect();
    report.add(Finding::new(&RULE, path::SUBNET, Message::new(words, args)));
}
