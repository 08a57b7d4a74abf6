//! AB0337: two security rules of one priority.

use super::shapes::{each_repeat, offer_plain};
use crate::facts::limits::{NSG_PRIORITY, NSG_PRIORITY_OLD};
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0337",
    name: "security-rule-priority-taken",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "Two security rules of one priority",
        "Deux règles de sécurité de même priorité",
        "Due regole di sicurezza con la stessa priorità",
    ),
    why: words(
        "Priorities must be unique over all NAT pools of a pool, as they give the order in which rules are looked at: \
         the lower one comes first. The service refuses a priority that comes twice.",
        "Les priorités doivent être uniques sur l’ensemble des pools NAT d’un pool, car elles fixent l’ordre d’examen \
         des règles : la plus petite vient d’abord. Le service refuse une priorité qui revient deux fois.",
        "Le priorità devono essere univoche su tutti i pool NAT di un pool, perché determinano l’ordine in cui si \
         esaminano le regole: la più bassa viene prima. Il servizio rifiuta una priorità che compare due volte.",
    ),
    sources: &[NSG_PRIORITY.from],
    fields: &[path::NAT_POOLS],
    versions: None,
    example: example!("AB0337"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "Priority {0} is taken by another security rule of the pool.",
    "La priorité {0} est déjà prise par une autre règle de sécurité du pool.",
    "La priorità {0} è già di un’altra regola di sicurezza del pool.",
);

fn check(context: &Context, report: &mut Report) {
    let rules = context.plan.pool.nsg_rules();
    let priority = |index: usize| rules.get(index).and_then(|rule| rule.priority);
    let same = |one, two| priority(one).is_some_and(|one| priority(two) == Some(one));
    let (least, old) = (NSG_PRIORITY.value.0, NSG_PRIORITY_OLD.value);
    each_repeat(rules.len(), &same, &mut |earlier, later| {
        let (Some(first), Some(rule), Some(taken)) = (rules.get(earlier), rules.get(later), priority(later)) else {
            return;
        };
        let pointer = rule.pointer("priority");
        let message = Message::new(&SAY, [taken.to_string().into()]);
        let finding = Finding::new(&RULE, &*pointer, message).related(first.pointer("priority"));
        // The next one keeps the order in which the rules stand.
        let free = |number: &i64| rules.iter().all(|rule| rule.priority != Some(*number));
        report.add(match (taken.max(least)..=old).find(free) {
            Some(next) => offer_plain(finding, &pointer, next),
            None => finding,
        });
    });
}
