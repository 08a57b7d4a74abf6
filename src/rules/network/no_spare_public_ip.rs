//! AB0314: as many public IP addresses as the nodes need, and none to spare.

use super::addresses::needed;
use super::shapes::length;
use crate::facts::limits::{NODES_PER_IP, SPARE_IPS};
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0314",
    name: "no-spare-public-ip",
    severity: Severity::Advice,
    basis: Basis::Documented,
    area: Area::Network,
    title: words(
        "No public IP address to spare",
        "Aucune adresse IP publique de réserve",
        "Nessun indirizzo IP pubblico di riserva",
    ),
    why: words(
        "Batch uses spare addresses when it scales down, and to scale up again sooner after a failure: one at least, \
         or about 10 % of all. They must be there from the start, as the list cannot be changed once the pool exists.",
        "Batch utilise des adresses de réserve quand il réduit le pool, et pour l’agrandir plus vite après un échec : \
         une au moins, ou environ 10 % du total. Elles doivent être là dès le début, car la liste ne peut plus changer \
         une fois le pool créé.",
        "Batch usa gli indirizzi di riserva quando riduce il pool, e per ampliarlo più in fretta dopo un errore: \
         almeno uno, o circa il 10 % del totale. Devono esserci dall’inizio, perché l’elenco non può più cambiare una \
         volta creato il pool.",
    ),
    sources: &[SPARE_IPS.from, NODES_PER_IP.from],
    fields: &[path::PUBLIC_IP_IDS, path::OLD_PUBLIC_IPS, path::DEDICATED, path::SPOT],
    versions: None,
    example: example!("AB0314"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} for {1}: the advised reserve would make it {2}.",
    "{0} pour {1} : avec la réserve conseillée, il y en aurait {2}.",
    "{0} per {1}: con la riserva consigliata sarebbero {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let (pointer, ids) = plan.own_public_ips();
    let (listed, (for_dedicated, for_spot)) = (length(ids), needed(plan));
    let least = for_dedicated + for_spot;
    let (percent, one) = SPARE_IPS.value;
    let advised = least + one.max(least * percent / 100);
    // Fewer than the least is another rule’s matter.
    if least == 0 || listed < least || listed >= advised {
        return;
    }
    let nodes = (plan.pool.nodes(), &nouns::NODES).into();
    let args: [Arg; 3] = [(listed, &nouns::PUBLIC_IPS).into(), nodes, advised.into()];
    report.add(Finding::new(&RULE, pointer, Message::new(&SAY, args)).related(path::FIXED));
}
