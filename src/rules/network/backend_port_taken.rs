//! AB0335: two NAT pools that lead to one port.

use super::shapes::each_repeat;
use crate::facts::limits::BACKEND_PORTS;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0335",
    name: "backend-port-taken",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "Two NAT pools lead to one port",
        "Deux pools NAT mènent au même port",
        "Due pool NAT conducono alla stessa porta",
    ),
    why: words(
        "A backend port must be unique within the pool, by the contract even where one NAT pool is for TCP and the \
         other for UDP. Leave one of them out, or let the program on the node listen on another port.",
        "Un port back-end doit être unique dans le pool, d’après le contrat même si un pool NAT est en TCP et l’autre \
         en UDP. Supprimez l’un des deux, ou faites écouter le programme du nœud sur un autre port.",
        "Una porta back-end deve essere univoca nel pool, secondo il contratto anche se un pool NAT è per TCP e \
         l’altro per UDP. Togliere uno dei due, o far ascoltare il programma del nodo su un’altra porta.",
    ),
    sources: &[BACKEND_PORTS.from],
    fields: &[path::NAT_POOLS],
    versions: None,
    example: example!("AB0335"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} leads to port {1}, as {2} does.",
    "{0} mène au port {1}, comme {2}.",
    "{0} conduce alla porta {1}, come {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let pools = context.plan.pool.nat_pools();
    let port = |index: usize| pools.get(index).and_then(|pool| pool.backend);
    let same = |one, two| port(one).is_some_and(|one| port(two) == Some(one));
    each_repeat(pools.len(), &same, &mut |earlier, later| {
        let (Some(first), Some(pool), Some(port)) = (pools.get(earlier), pools.get(later), port(later)) else {
            return;
        };
        let args = [pool.label(), port.to_string(), first.label()].map(Into::into);
        let finding = Finding::new(&RULE, pool.pointer("backendPort"), Message::new(&SAY, args));
        report.add(finding.related(first.pointer("backendPort")));
    });
}
