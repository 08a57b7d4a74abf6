//! AB0324: more security rules over all NAT pools than a pool may have.

use super::shapes::length;
use crate::facts::limits::NSG_RULES_MOST;
use crate::model::network::NSG_RULES;
use crate::model::{Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0324",
    name: "too-many-security-rules",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "More security rules than a pool may have",
        "Plus de règles de sécurité qu’un pool ne peut en avoir",
        "Più regole di sicurezza di quante ne possa avere un pool",
    ),
    why: words(
        "The rules of all NAT pools count together: more than 25 are refused. Merge rules that differ in their source \
         only by writing a subnet instead of single addresses.",
        "Les règles de tous les pools NAT s’additionnent : plus de 25 sont refusées. Réunissez celles qui ne diffèrent \
         que par leur source en indiquant un sous-réseau au lieu d’adresses isolées.",
        "Le regole di tutti i pool NAT si sommano: più di 25 vengono rifiutate. Unire quelle che differiscono solo per \
         l’origine indicando una subnet invece di singoli indirizzi.",
    ),
    sources: &[NSG_RULES_MOST.from],
    fields: &[path::NAT_POOLS],
    versions: None,
    example: example!("AB0324"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} over all NAT pools: the most is {1}.",
    "{0} sur l’ensemble des pools NAT : le maximum est de {1}.",
    "{0} su tutti i pool NAT: il massimo è {1}.",
);

fn check(context: &Context, report: &mut Report) {
    let most = NSG_RULES_MOST.value;
    let (mut count, mut crossed) = (0, None);
    for (index, pool) in context.plan.pool.nat_pool_nodes().iter().enumerate() {
        count += pool.get(NSG_RULES).map_or(0, |rules: &Node| length(rules.items()));
        if count > most {
            crossed = crossed.or(Some(index));
        }
    }
    if let Some(index) = crossed {
        let args: [Arg; 2] = [(count, &nouns::SECURITY_RULES).into(), most.into()];
        let pointer = path::child(&path::item(path::NAT_POOLS, index), NSG_RULES);
        report.add(Finding::new(&RULE, pointer, Message::new(&SAY, args)));
    }
}
