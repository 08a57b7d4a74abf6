//! AB0224: more pools than the quota somebody noted in the plan.

use crate::facts::{pages, quotas};
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule. A warning while the quota or the neighbours were typed by hand.
pub static RULE: Rule = Rule {
    id: "AB0224",
    name: "more-pools-than-quota",
    severity: Severity::Error,
    basis: Basis::Account,
    area: Area::Scale,
    title: words(
        "More pools than the quota",
        "Plus de pools que le quota",
        "Più pool della quota",
    ),
    why: words(
        "This pool and its neighbours give a lower bound for the number of pools in the account; when the quota is \
         reached, the service refuses a new pool with `PoolQuotaReached`. Delete a pool or ask for a larger quota.",
        "Ce pool et ses voisins donnent une borne inférieure du nombre de pools du compte ; une fois le quota \
         atteint, le service refuse un nouveau pool avec `PoolQuotaReached`. Supprimez un pool ou demandez un quota \
         plus élevé.",
        "Questo pool e i suoi vicini danno un limite inferiore al numero di pool dell’account; raggiunta la quota, il \
         servizio rifiuta un nuovo pool con `PoolQuotaReached`. Eliminare un pool o chiedere una quota maggiore.",
    ),
    sources: &[
        pages::QUOTAS.says(
            "An account has a quota of pools, which support can raise.",
            "Un compte a un quota de pools, que le support peut relever.",
            "Un account ha una quota di pool, che il supporto può aumentare.",
        ),
        quotas::POOLS,
    ],
    fields: &[path::QUOTA_POOLS, path::NEIGHBOURS],
    versions: None,
    example: example!("AB0224"),
    check: Check::Own(check),
};

static MORE: Words = words(
    "{0} with this one: the quota is {1}.",
    "{0} avec celui-ci : le quota est de {1}.",
    "{0} con questo: la quota è {1}.",
);

fn check(context: &Context, report: &mut Report) {
    let Some(quota) = context.plan.target.quotas.pools else {
        return;
    };
    let pools = i64::try_from(context.plan.neighbours.len())
        .unwrap_or(i64::MAX)
        .saturating_add(1);
    if pools > quota {
        let message = Message::new(&MORE, [(pools, &nouns::POOLS).into(), quota.into()]);
        let read = context
            .plan
            .read_at(path::QUOTA_POOLS)
            .and(context.plan.read_at(path::NEIGHBOURS));
        let weight = read.map_or(Severity::Warning, |_| Severity::Error);
        let finding = Finding::new(&RULE, path::QUOTA_POOLS, message).related(path::NEIGHBOURS);
        report.add(finding.weigh(weight));
    }
}
