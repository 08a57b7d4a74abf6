//! AB0316: IP families that make neither a single-stack nor a dual-stack pool.

use crate::facts::pages;
use crate::model::api_version::{V2025_06_01, V2026_08_01};
use crate::model::{Edit, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0316",
    name: "ip-families-unknown",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "IP families that make no pool",
        "Des familles d’adresses IP qui ne forment aucun pool",
        "Famiglie di indirizzi IP che non formano alcun pool",
    ),
    why: words(
        "A pool has IPv4 addresses alone or IPv4 and IPv6 together; IPv6 alone is not foreseen, nor is a family twice.",
        "Un pool a des adresses IPv4 seules, ou IPv4 et IPv6 ensemble ; IPv6 seul n’est pas prévu, ni une famille deux \
         fois.",
        "Un pool ha solo indirizzi IPv4, oppure IPv4 e IPv6 insieme; IPv6 da solo non è previsto, né una famiglia due \
         volte.",
    ),
    sources: &[pages::CONTRACT.says(
        "Single stack: `IPv4` is expected. Dual stack: `IPv4` and `IPv6` are.",
        "Pile simple : `IPv4` est attendu. Double pile : `IPv4` et `IPv6`.",
        "Stack singolo: è atteso `IPv4`. Doppio stack: `IPv4` e `IPv6`.",
    )],
    fields: &[path::IP_FAMILIES],
    versions: Some((V2025_06_01, V2026_08_01)),
    example: example!("AB0316"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} is neither `[\"IPv4\"]` nor `[\"IPv4\",\"IPv6\"]`.",
    "{0} n’est ni `[\"IPv4\"]` ni `[\"IPv4\",\"IPv6\"]`.",
    "{0} non è né `[\"IPv4\"]` né `[\"IPv4\",\"IPv6\"]`.",
);

fn check(context: &Context, report: &mut Report) {
    let Some(families) = context.plan.at(path::IP_FAMILIES) else {
        return;
    };
    let items = families.items();
    let count = |family| items.iter().filter(|item| item.as_text() == Some(family)).count();
    let (four, six) = (count("IPv4"), count("IPv6"));
    // What is no family is reported by the contract rules.
    if items.is_empty() || four + six != items.len() || (four == 1 && six < 2) {
        return;
    }
    let finding = Finding::new(
        &RULE,
        path::IP_FAMILIES,
        Message::new(&SAY, [Arg::from(families.to_json())]),
    );
    let value = Node::list(["IPv4", "IPv6"].into_iter().take(1 + six.min(1)).map(Node::text));
    let title = Message::new(&fix_titles::SET, [Arg::from(value.to_json())]);
    report.add(finding.fix(title, [Edit::set(path::IP_FAMILIES, value)]));
}
