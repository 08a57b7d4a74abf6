//! AB0535: upgrade batches that are larger than the share of nodes that may be unhealthy.

use super::shapes;
use crate::facts::{contract, pages};
use crate::model::api_version::V2024_02_01;
use crate::model::{ApiVersion, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0535",
    name: "batch-above-unhealthy",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "Upgrade batches larger than what may be unhealthy",
        "Des lots de mise à niveau plus grands que ce qui peut être défaillant",
        "Lotti di aggiornamento più grandi della parte che può essere non integra",
    ),
    why: words(
        "Nodes count as unhealthy while they are upgraded, so a batch may not be larger than the share that may be \
         unhealthy. Lower `maxBatchInstancePercent` or raise `maxUnhealthyInstancePercent`.",
        "Les nœuds comptent comme défaillants pendant leur mise à niveau : un lot ne peut donc pas dépasser la part \
         de nœuds qui peuvent l’être. Réduisez `maxBatchInstancePercent` ou augmentez `maxUnhealthyInstancePercent`.",
        "I nodi contano come non integri mentre vengono aggiornati, perciò un lotto non può superare la percentuale \
         che può esserlo. Ridurre `maxBatchInstancePercent` o aumentare `maxUnhealthyInstancePercent`.",
    ),
    sources: &[pages::CONTRACT.says(
        "When both are given, `maxBatchInstancePercent` should not be more than `maxUnhealthyInstancePercent`.",
        "Si les deux sont indiqués, `maxBatchInstancePercent` ne devrait pas dépasser `maxUnhealthyInstancePercent`.",
        "Se entrambi sono indicati, `maxBatchInstancePercent` non deve superare `maxUnhealthyInstancePercent`.",
    )],
    fields: &[path::BATCH_PERCENT, path::UNHEALTHY_PERCENT],
    versions: Some((V2024_02_01, ApiVersion::DRAFT)),
    example: example!("AB0535"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} % of the nodes are upgraded at once, but only {1} % may be unhealthy.",
    "{0} % des nœuds sont mis à niveau à la fois, mais seuls {1} % peuvent être défaillants.",
    "Il {0} % dei nodi viene aggiornato insieme, ma solo il {1} % può essere non integro.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let Some(policy) = pool
        .upgrade_at("/rollingUpgradePolicy")
        .filter(|_| shapes::applies(context, &RULE))
    else {
        return;
    };
    // A number out of its own range is the contract's.
    let percent = |path: &str| {
        let below = path.strip_prefix(path::POOL).unwrap_or_default();
        let (least, most) = contract::member_at(below)?.range?;
        let value = policy.get(&path::last(path)).and_then(Node::as_whole)?;
        (least..=most).contains(&value).then_some(value)
    };
    if let (Some(batch), Some(unhealthy)) = (percent(path::BATCH_PERCENT), percent(path::UNHEALTHY_PERCENT))
        && batch > unhealthy
    {
        report.add(
            Finding::new(
                &RULE,
                path::BATCH_PERCENT,
                Message::new(&SAY, [batch.into(), unhealthy.into()]),
            )
            .related(path::UNHEALTHY_PERCENT)
            .offer_number(path::BATCH_PERCENT, unhealthy)
            .offer_number_for(path::UNHEALTHY_PERCENT, batch),
        );
    }
}
