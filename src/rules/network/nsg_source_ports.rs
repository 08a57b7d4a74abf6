//! AB0327: source ports that cannot be read, do not exist, or overlap.

use super::shapes::each_repeat;
use crate::facts::limits::SOURCE_PORTS;
use crate::model::network::LOOKED_AT;
use crate::model::{Edit, Node, NsgRule, Ports, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0327",
    name: "security-rule-source-ports",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "The source ports of a security rule cannot be read or overlap",
        "Les ports sources d’une règle de sécurité sont illisibles ou se chevauchent",
        "Le porte di origine di una regola di sicurezza non sono leggibili o si sovrappongono",
    ),
    why: words(
        "Each item is `*`, a port such as `22` or a range such as `100-200`, within `0` and `65535`; none may overlap \
         another, and `*` holds them all. The service refuses anything else.",
        "Chaque élément est `*`, un port comme `22` ou une plage comme `100-200`, entre `0` et `65535` ; aucun ne peut \
         en chevaucher un autre, et `*` les contient tous. Le service refuse tout le reste.",
        "Ogni elemento è `*`, una porta come `22` o un intervallo come `100-200`, tra `0` e `65535`; nessuno può \
         sovrapporsi a un altro, e `*` li contiene tutti. Il servizio rifiuta tutto il resto.",
    ),
    sources: &[SOURCE_PORTS.from],
    fields: &[path::NAT_POOLS],
    versions: None,
    example: example!("AB0327"),
    check: Check::Own(check),
};

static UNREADABLE: Words = words(
    "{0} is neither `*` nor a port nor a range such as `100-200` within {1}.",
    "{0} n’est ni `*`, ni un port, ni une plage comme `100-200`, dans {1}.",
    "{0} non è né `*`, né una porta, né un intervallo come `100-200`, in {1}.",
);
static OVERLAP: Words = words("{0} overlaps {1}.", "{0} chevauche {1}.", "{0} si sovrappone a {1}.");

fn check(context: &Context, report: &mut Report) {
    for rule in context.plan.pool.nsg_rules() {
        let texts = || {
            rule.ports
                .iter()
                .take(LOOKED_AT)
                .map(|item| item.as_text().unwrap_or("*"))
        };
        for (index, text) in texts().enumerate() {
            if read(text).is_none() {
                let args = [text.into(), SOURCE_PORTS.value.shown().into()];
                report.add(Finding::new(
                    &RULE,
                    pointer(&rule, index),
                    Message::new(&UNREADABLE, args),
                ));
            }
        }
        let ports = |index: usize| read(rule.ports.get(index)?.as_text()?);
        let overlap = |one, two| ports(one).zip(ports(two)).is_some_and(|(one, two)| one.overlaps(two));
        each_repeat(rule.ports.len().min(LOOKED_AT), &overlap, &mut |earlier, later| {
            let text = |index: usize| rule.ports.get(index).and_then(Node::as_text).unwrap_or_default();
            let at = pointer(&rule, later);
            let message = Message::new(&OVERLAP, [text(later).into(), text(earlier).into()]);
            let title = Message::new(&fix_titles::REMOVE, [text(later).into()]);
            let finding = Finding::new(&RULE, &*at, message).related(pointer(&rule, earlier));
            report.add(finding.fix(title, [Edit::remove(at)]));
        });
    }
}

/// The ports of an item that is one.
fn read(text: &str) -> Option<Ports> {
    if text == "*" {
        return Some(SOURCE_PORTS.value);
    }
    Ports::parse(text).filter(|ports| SOURCE_PORTS.value.holds(*ports))
}

fn pointer(rule: &NsgRule, index: usize) -> String {
    path::item(&rule.pointer("sourcePortRanges"), index)
}
