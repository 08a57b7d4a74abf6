//! AB0323: a range of fewer frontend ports than the data plane asks for.

use super::nat::offer_end;
use crate::facts::limits::FRONTEND_LEAST;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0323",
    name: "frontend-range-too-small",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Network,
    title: words(
        "Fewer than 40 frontend ports",
        "Moins de 40 ports front-end",
        "Meno di 40 porte front-end",
    ),
    why: words(
        "The data-plane reference asks for at least 40 ports in each range; the management contract says nothing about \
         it, but both describe the same pool. Widen the range.",
        "La référence du plan de données exige au moins 40 ports par plage ; le contrat de gestion n’en dit rien, mais \
         les deux décrivent le même pool. Élargissez la plage.",
        "Il riferimento del piano dati richiede almeno 40 porte per intervallo; il contratto di gestione non ne parla, \
         ma entrambi descrivono lo stesso pool. Allargare l’intervallo.",
    ),
    sources: &[FRONTEND_LEAST.from],
    fields: &[path::NAT_POOLS],
    versions: None,
    example: example!("AB0323"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} has {1}: the least is {2}.",
    "{0} compte {1} : le minimum est de {2}.",
    "{0} ha {1}: il minimo è {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let pools = context.plan.pool.nat_pools();
    for pool in &pools {
        let Some(ports) = pool.frontend().filter(|ports| ports.count() < FRONTEND_LEAST.value) else {
            continue;
        };
        let count = (ports.count(), &nouns::PORTS).into();
        let args: [Arg; 3] = [ports.shown().into(), count, FRONTEND_LEAST.value.into()];
        let finding = Finding::new(&RULE, pool.pointer("frontendPortRangeEnd"), Message::new(&SAY, args));
        report.add(offer_end(finding, pool, &pools, FRONTEND_LEAST.value));
    }
}
