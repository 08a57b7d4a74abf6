//! AB0319: more inbound NAT pools than a pool may have.

use super::shapes::length;
use crate::facts::limits::NAT_POOLS_MOST;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0319",
    name: "too-many-nat-pools",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "More inbound NAT pools than a pool may have",
        "Plus de pools NAT entrants qu’un pool ne peut en avoir",
        "Più pool NAT in ingresso di quanti ne possa avere un pool",
    ),
    why: words(
        "The service refuses a pool with more than 5 inbound NAT pools. Keep those that somebody has to reach from \
         outside.",
        "Le service refuse un pool de plus de 5 pools NAT entrants. Gardez ceux que l’on doit atteindre de \
         l’extérieur.",
        "Il servizio rifiuta un pool con più di 5 pool NAT in ingresso. Tenere quelli da raggiungere dall’esterno.",
    ),
    sources: &[NAT_POOLS_MOST.from],
    fields: &[path::NAT_POOLS],
    versions: None,
    example: example!("AB0319"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0}: the most is {1}.",
    "{0} : le maximum est de {1}.",
    "{0}: il massimo è {1}.",
);

fn check(context: &Context, report: &mut Report) {
    let (count, most) = (length(context.plan.pool.nat_pool_nodes()), NAT_POOLS_MOST.value);
    if count > most {
        let args: [Arg; 2] = [(count, &nouns::NAT_POOLS).into(), most.into()];
        report.add(Finding::new(&RULE, path::NAT_POOLS, Message::new(&SAY, args)));
    }
}
