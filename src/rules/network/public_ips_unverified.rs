//! AB0313: what public IP addresses of one’s own must be like.

use super::shapes::length;
use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0313",
    name: "public-ips-unverified",
    severity: Severity::Advice,
    basis: Basis::Account,
    area: Area::Network,
    title: words(
        "What public IP addresses of one’s own must be like",
        "Ce que doivent être les adresses IP publiques fournies",
        "Come devono essere gli indirizzi IP pubblici forniti dall’utente",
    ),
    why: words(
        "A plan shows the ids only. An address that something else uses, or that a lock or a policy withholds, makes \
         the allocation fail. The list cannot be changed once the pool exists: check before.",
        "Le plan ne montre que les ID. Une adresse utilisée ailleurs, ou retenue par un verrou ou une stratégie, fait \
         échouer l’allocation. La liste ne peut plus changer une fois le pool créé : vérifiez avant.",
        "Il piano mostra solo gli ID. Un indirizzo usato altrove, o reso indisponibile da un blocco o da un criterio, \
         fa fallire l’allocazione. L’elenco non può più cambiare una volta creato il pool: verificare prima.",
    ),
    sources: &[pages::OWN_PUBLIC_IPS.says(
        "The addresses are in the account’s subscription and region, static, of SKU Standard, with a DNS name, \
             used by nothing else and without locks.",
        "Les adresses se trouvent dans l’abonnement et la région du compte, statiques, de SKU Standard, avec un \
             nom DNS, inutilisées ailleurs et sans verrou.",
        "Gli indirizzi si trovano nella sottoscrizione e nell’area dell’account, statici, di SKU Standard, con un \
             nome DNS, non usati altrove e senza blocchi.",
    )],
    fields: &[path::PUBLIC_IP_IDS, path::OLD_PUBLIC_IPS],
    versions: None,
    example: example!("AB0313"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0}, to be checked: static, SKU `Standard`, with a DNS name, in the account’s region, unused, without locks.",
    "{0}, à vérifier : statique, SKU `Standard`, avec un nom DNS, dans la région du compte, sans autre usage ni \
     verrou.",
    "{0}, da verificare: statico, SKU `Standard`, con un nome DNS, nell’area dell’account, senza altri usi né blocchi.",
);

fn check(context: &Context, report: &mut Report) {
    let (pointer, ids) = context.plan.own_public_ips();
    if !ids.is_empty() {
        let count: Arg = (length(ids), &nouns::PUBLIC_IPS).into();
        report.add(Finding::new(&RULE, pointer, Message::new(&SAY, [count])));
    }
}
