//! AB0322: frontend ports that do not exist, are reserved, or end before they begin.

use crate::facts::limits::{FRONTEND_PORTS, FRONTEND_RESERVED};
use crate::model::{Edit, Node, Ports, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0322",
    name: "frontend-ports-not-allowed",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "The frontend ports are not allowed",
        "Les ports front-end ne sont pas autorisés",
        "Le porte front-end non sono consentite",
    ),
    why: words(
        "Frontend ports lie between `1` and `65534`; those from `50000` to `55000` are Batch’s own. The service \
         refuses a range that goes beyond or touches these.",
        "Les ports front-end sont compris entre `1` et `65534` ; ceux de `50000` à `55000` sont réservés à Batch. Le \
         service refuse une plage qui en sort ou qui touche ces derniers.",
        "Le porte front-end sono comprese tra `1` e `65534`; quelle da `50000` a `55000` sono riservate a Batch. Il \
         servizio rifiuta un intervallo che ne esce o che tocca queste ultime.",
    ),
    sources: &[FRONTEND_PORTS.from],
    fields: &[path::NAT_POOLS],
    versions: None,
    example: example!("AB0322"),
    check: Check::Own(check),
};

static OUTSIDE: Words = words(
    "Port {0} is outside the frontend ports, {1}.",
    "Le port {0} est hors des ports front-end, {1}.",
    "La porta {0} è fuori dall’intervallo delle porte front-end, {1}.",
);
static RESERVED: Words = words(
    "{0} touches the ports reserved for Batch, {1}.",
    "{0} touche les ports réservés à Batch, {1}.",
    "{0} tocca le porte riservate a Batch, {1}.",
);
static REVERSED: Words = words(
    "The range ends at {0}, before its beginning at {1}.",
    "La plage finit à {0}, avant son début à {1}.",
    "L’intervallo finisce a {0}, prima del suo inizio a {1}.",
);
static SWAP: Words = words(
    "Swap the two ends",
    "Échanger les deux extrémités",
    "Scambia le due estremità",
);

const START: &str = "frontendPortRangeStart";
const END: &str = "frontendPortRangeEnd";

fn check(context: &Context, report: &mut Report) {
    let (all, reserved) = (FRONTEND_PORTS.value, FRONTEND_RESERVED.value);
    for pool in context.plan.pool.nat_pools() {
        let mut outside = false;
        for (member, port) in [(START, pool.start), (END, pool.end)] {
            let Some(port) = port else { continue };
            let at = Ports {
                first: port,
                last: port,
            };
            if !all.holds(at) {
                outside = true;
                let message = Message::new(&OUTSIDE, [at.shown().into(), all.shown().into()]);
                report.add(Finding::new(&RULE, pool.pointer(member), message));
            }
        }
        let (Some(first), Some(last), false) = (pool.start, pool.end, outside) else {
            continue;
        };
        if last < first {
            let message = Message::new(&REVERSED, [last.to_string().into(), first.to_string().into()]);
            let (start, end) = (pool.pointer(START), pool.pointer(END));
            let finding = Finding::new(&RULE, &*end, message).related(&*start);
            let edits = [
                Edit::set(start, Node::number(last)),
                Edit::set(end, Node::number(first)),
            ];
            report.add(finding.fix(&SWAP, edits));
        } else if reserved.overlaps(Ports { first, last }) {
            let message = Message::new(
                &RESERVED,
                [Ports { first, last }.shown().into(), reserved.shown().into()],
            );
            let member = if reserved.first <= first { START } else { END };
            report.add(Finding::new(&RULE, pool.pointer(member), message));
        }
    }
}
