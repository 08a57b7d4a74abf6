//! AB0334: two NAT pools of one name.

use super::nat::free_name;
use super::shapes::each_repeat;
use crate::facts::limits::NAT_POOL_NAME;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0334",
    name: "nat-pool-name-taken",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "Two NAT pools of one name",
        "Deux pools NAT du même nom",
        "Due pool NAT con lo stesso nome",
    ),
    why: words(
        "The name of a NAT pool must be unique within the pool; the service refuses a name that comes twice.",
        "Le nom d’un pool NAT doit être unique dans le pool ; le service refuse un nom qui revient deux fois.",
        "Il nome di un pool NAT deve essere univoco nel pool; il servizio rifiuta un nome che compare due volte.",
    ),
    sources: &[NAT_POOL_NAME.from],
    fields: &[path::NAT_POOLS],
    versions: None,
    example: example!("AB0334"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "Another NAT pool is called {0} already.",
    "Un autre pool NAT s’appelle déjà {0}.",
    "Un altro pool NAT si chiama già {0}.",
);

fn check(context: &Context, report: &mut Report) {
    let pools = context.plan.pool.nat_pools();
    let name = |index: usize| {
        pools
            .get(index)
            .and_then(|pool| pool.name)
            .filter(|name| !name.is_empty())
    };
    let same = |one, two| name(one).zip(name(two)).is_some_and(|(one, two)| one == two);
    each_repeat(pools.len(), &same, &mut |earlier, later| {
        let (Some(first), Some(pool), Some(name)) = (pools.get(earlier), pools.get(later), name(later)) else {
            return;
        };
        let pointer = pool.pointer("name");
        let message = Message::new(&SAY, [name.into()]);
        let finding = Finding::new(&RULE, &*pointer, message).related(first.pointer("name"));
        report.add(match free_name(name, &pools) {
            Some(free) => finding.offer_text(&pointer, &free),
            None => finding,
        });
    });
}
