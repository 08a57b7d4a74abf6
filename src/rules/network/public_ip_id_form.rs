//! AB0330: a public IP address id that is not the id of one.

use super::shapes::{PUBLIC_IP, fits};
use crate::facts::pages;
use crate::model::{ResourceId, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0330",
    name: "public-ip-id-form-unknown",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "Public IP address id of an unknown form",
        "ID d’adresse IP publique de forme inconnue",
        "ID di indirizzo IP pubblico in forma sconosciuta",
    ),
    why: words(
        "The list takes ids of single public IP addresses: neither the address itself, nor a prefix of addresses, nor \
         a name. Copy the id of the resource.",
        "La liste accepte des ID d’adresses IP publiques individuelles : ni l’adresse elle-même, ni un préfixe \
         d’adresses, ni un nom. Copiez l’ID de la ressource.",
        "L’elenco accetta ID di singoli indirizzi IP pubblici: né l’indirizzo stesso, né un prefisso di indirizzi, né \
         un nome. Copiare l’ID della risorsa.",
    ),
    sources: &[pages::CONTRACT.says(
        "Each item has the form `/subscriptions/…/providers/Microsoft.Network/publicIPAddresses/…`.",
        "Chaque élément a la forme `/subscriptions/…/providers/Microsoft.Network/publicIPAddresses/…`.",
        "Ogni elemento ha la forma `/subscriptions/…/providers/Microsoft.Network/publicIPAddresses/…`.",
    )],
    fields: &[path::PUBLIC_IP_IDS, path::OLD_PUBLIC_IPS],
    versions: None,
    example: example!("AB0330"),
    check: Check::Own(check),
};

static UNKNOWN: Words = words(
    "{0} is not the id of a public IP address, `/subscriptions/…/publicIPAddresses/…`.",
    "{0} n’est pas l’ID d’une adresse IP publique, `/subscriptions/…/publicIPAddresses/…`.",
    "{0} non è l’ID di un indirizzo IP pubblico, `/subscriptions/…/publicIPAddresses/…`.",
);
static OTHER_TYPE: Words = words(
    "{0} is of type {1}, not a public IP address.",
    "{0} est de type {1}, et non une adresse IP publique.",
    "{0} è di tipo {1}, non un indirizzo IP pubblico.",
);
static EMPTY: Words = words(
    "The id of a public IP address is empty.",
    "L’ID d’une adresse IP publique est vide.",
    "L’ID di un indirizzo IP pubblico è vuoto.",
);

fn check(context: &Context, report: &mut Report) {
    let (list, ids) = context.plan.public_ips();
    for (index, node) in ids.iter().enumerate() {
        let Some(id) = node.as_text().filter(|id| !fits(id, PUBLIC_IP)) else {
            continue;
        };
        let message = match ResourceId::parse(id) {
            Some(other) => Message::new(&OTHER_TYPE, [other.name().into(), other.kind().into()]),
            None if id.trim().is_empty() => Message::from(&EMPTY),
            None => Message::new(&UNKNOWN, [id.into()]),
        };
        report.add(Finding::new(&RULE, path::item(list, index), message));
    }
}
