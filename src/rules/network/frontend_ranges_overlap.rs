//! AB0336: two NAT pools whose frontend ports overlap.

use super::shapes::each_repeat;
use crate::facts::limits::FRONTEND_PORTS;
use crate::model::{NatPool, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0336",
    name: "frontend-ranges-overlap",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "Frontend ports of two NAT pools overlap",
        "Les ports front-end de deux pools NAT se chevauchent",
        "Le porte front-end di due pool NAT si sovrappongono",
    ),
    why: words(
        "A frontend port leads to one port of one node. The ranges of all NAT pools of a pool must be distinct; the \
         service refuses those that overlap.",
        "Un port front-end mène à un seul port d’un seul nœud. Les plages de tous les pools NAT d’un pool doivent être \
         distinctes ; le service refuse celles qui se chevauchent.",
        "Una porta front-end conduce a una sola porta di un solo nodo. Gli intervalli di tutti i pool NAT di un pool \
         devono essere distinti; il servizio rifiuta quelli che si sovrappongono.",
    ),
    sources: &[FRONTEND_PORTS.from],
    fields: &[path::NAT_POOLS],
    versions: None,
    example: example!("AB0336"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} ({1}) and {2} ({3}) overlap.",
    "{0} ({1}) et {2} ({3}) se chevauchent.",
    "{0} ({1}) e {2} ({3}) si sovrappongono.",
);

fn check(context: &Context, report: &mut Report) {
    let pools = context.plan.pool.nat_pools();
    let ports = |index: usize| pools.get(index).and_then(NatPool::frontend);
    let overlap = |one, two| ports(one).zip(ports(two)).is_some_and(|(one, two)| one.overlaps(two));
    each_repeat(pools.len(), &overlap, &mut |earlier, later| {
        let (Some(first), Some(pool)) = (pools.get(earlier), pools.get(later)) else {
            return;
        };
        let (Some(its), Some(theirs)) = (ports(later), ports(earlier)) else {
            return;
        };
        let args = [pool.label(), its.shown(), first.label(), theirs.shown()].map(Into::into);
        let finding = Finding::new(&RULE, pool.pointer("frontendPortRangeStart"), Message::new(&SAY, args));
        report.add(finding.related(first.pointer("frontendPortRangeStart")));
    });
}
