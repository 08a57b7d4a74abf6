//! AB0338: fewer frontend ports than the pool has nodes.

use super::nat::offer_end;
use crate::facts::limits::{FRONTEND_LEAST, NODES_PER_RESOURCES};
use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0338",
    name: "frontend-range-smaller-than-pool",
    severity: Severity::Warning,
    basis: Basis::Derived,
    area: Area::Network,
    title: words(
        "Fewer frontend ports than nodes",
        "Moins de ports front-end que de nœuds",
        "Meno porte front-end che nodi",
    ),
    why: words(
        "Each node takes one port of the range; when none is left, scaling stops with \
         `InboundNatPoolFrontendPortRangeSmallerThanRequestedPorts`, as users report. Batch takes one load balancer \
         for each 100 nodes; whether a range begins anew on each is not documented, so that 100 ports may do. The \
         comparison is derived.",
        "Chaque nœud prend un port de la plage ; quand il n’en reste plus, la mise à l’échelle s’arrête avec \
         `InboundNatPoolFrontendPortRangeSmallerThanRequestedPorts`, rapportent des utilisateurs. Batch prend un \
         équilibreur de charge pour 100 nœuds ; rien n’indique si la plage recommence sur chacun, de sorte que 100 \
         ports peuvent suffire. La comparaison est déduite.",
        "Ogni nodo occupa una porta dell’intervallo; quando non ne restano, il ridimensionamento si ferma con \
         `InboundNatPoolFrontendPortRangeSmallerThanRequestedPorts`, come riferiscono gli utenti. Batch usa un \
         servizio di bilanciamento del carico ogni 100 nodi; non è documentato se l’intervallo ricominci su ciascuno, \
         per cui 100 porte possono bastare. Il confronto è ricavato.",
    ),
    sources: &[
        pages::PORT_RANGE_ISSUE.says(
            "A report: scaling stops with `InboundNatPoolFrontendPortRangeSmallerThanRequestedPorts`; the range must \
             be as large as the pool.",
            "Un signalement : la mise à l’échelle s’arrête avec \
             `InboundNatPoolFrontendPortRangeSmallerThanRequestedPorts` ; la plage doit être aussi grande que le pool.",
            "Una segnalazione: il ridimensionamento si ferma con \
             `InboundNatPoolFrontendPortRangeSmallerThanRequestedPorts`; l’intervallo deve essere grande quanto il \
             pool.",
        ),
        NODES_PER_RESOURCES.from,
    ],
    fields: &[path::NAT_POOLS, path::DEDICATED, path::SPOT],
    versions: None,
    example: example!("AB0338"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} has {1} for {2}.",
    "{0} compte {1} pour {2}.",
    "{0} ha {1} per {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let nodes = context.plan.pool.nodes();
    let pools = context.plan.pool.nat_pools();
    for pool in &pools {
        // Ranges below the least are another rule’s matter.
        let Some(ports) = pool.frontend().map(|ports| ports.count()) else {
            continue;
        };
        if ports >= nodes || ports < FRONTEND_LEAST.value {
            continue;
        }
        let (count, of) = ((ports, &nouns::PORTS).into(), (nodes, &nouns::NODES).into());
        let args: [Arg; 3] = [pool.label().into(), count, of];
        let finding = Finding::new(&RULE, pool.pointer("frontendPortRangeEnd"), Message::new(&SAY, args));
        let severity = if ports < NODES_PER_RESOURCES.value {
            Severity::Warning
        } else {
            Severity::Advice
        };
        report.add(offer_end(
            finding.weigh(severity).related(path::FIXED),
            pool,
            &pools,
            nodes,
        ));
    }
}
