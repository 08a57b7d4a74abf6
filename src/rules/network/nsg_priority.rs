//! AB0325: a security rule whose priority lies outside 150 to 4096, or beyond 3500.

use super::shapes::offer_plain;
use crate::facts::limits::{NSG_PRIORITY, NSG_PRIORITY_OLD};
use crate::facts::pages;
use crate::model::api_version::V2019_08_01;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0325",
    name: "security-rule-priority",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "The priority of a security rule is out of range",
        "La priorité d’une règle de sécurité est hors limites",
        "La priorità di una regola di sicurezza è fuori dai limiti",
    ),
    why: words(
        "Priorities go from 150 to 4096, and the service refuses any other. Until 2019-08-01 the text ended at 3500, \
         and its refusal has been quoted; a priority up to 3500 is safe in every version.",
        "Les priorités vont de 150 à 4096, et le service refuse toute autre. Jusqu’à 2019-08-01, le texte s’arrêtait \
         à 3500, et un refus au-delà a été cité ; une priorité jusqu’à 3500 est sûre dans toutes les versions.",
        "Le priorità vanno da 150 a 4096, e il servizio rifiuta ogni altra. Fino a 2019-08-01 il testo si fermava a \
         3500, e un utente ha citato il rifiuto del servizio; una priorità fino a 3500 è sicura in ogni versione.",
    ),
    sources: &[
        NSG_PRIORITY.from,
        NSG_PRIORITY_OLD.from,
        pages::PRIORITY_ISSUE.says(
            "A user quotes the service in 2019: the priority must be between 150 and 3500.",
            "Un utilisateur cite le service en 2019 : la priorité doit être comprise entre 150 et 3500.",
            "Un utente cita il servizio nel 2019: la priorità deve essere compresa tra 150 e 3500.",
        ),
    ],
    fields: &[path::NAT_POOLS, path::API_VERSION],
    versions: None,
    example: example!("AB0325"),
    check: Check::Own(check),
};

static OUTSIDE: Words = words(
    "Priority {0} is out of range: {1} to {2}.",
    "La priorité {0} est hors limites : de {1} à {2}.",
    "La priorità {0} è fuori dai limiti: da {1} a {2}.",
);
static BETWEEN: Words = words(
    "Priority {0}: the newer texts allow up to {1}, older ones up to {2}.",
    "Priorité {0} : les textes récents admettent jusqu’à {1}, les anciens jusqu’à {2}.",
    "Priorità {0}: i testi recenti ammettono fino a {1}, i più vecchi fino a {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let ((least, most), old) = (NSG_PRIORITY.value, NSG_PRIORITY_OLD.value);
    let rules = context.plan.pool.nsg_rules();
    for rule in &rules {
        let Some(priority) = rule.priority.filter(|priority| !(least..=old).contains(priority)) else {
            continue;
        };
        let (words, severity, ends, offered) = if (least..=most).contains(&priority) {
            let in_old_version = context.plan.api_version() <= V2019_08_01;
            let severity = if in_old_version {
                Severity::Warning
            } else {
                Severity::Advice
            };
            (&BETWEEN, severity, [most, old], old)
        } else {
            (&OUTSIDE, Severity::Error, [least, most], priority.clamp(least, old))
        };
        let args = [priority, ends[0], ends[1]].map(|number| number.to_string().into());
        let pointer = rule.pointer("priority");
        let finding = Finding::new(&RULE, &*pointer, Message::new(words, args)).weigh(severity);
        let free = rules.iter().all(|other| other.priority != Some(offered));
        report.add(if free {
            offer_plain(finding, &pointer, offered)
        } else {
            finding
        });
    }
}
