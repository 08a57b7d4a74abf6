//! AB0225: with its neighbours, a pool needs more cores than the quota they share.

use super::quota;
use crate::facts::{quotas, sizes};
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0225",
    name: "neighbours-share-core-quota",
    severity: Severity::Warning,
    basis: Basis::Account,
    area: Area::Scale,
    title: words(
        "More cores than the quota, with the neighbouring pools",
        "Plus de cœurs que le quota, avec les pools voisins",
        "Più core della quota, con i pool vicini",
    ),
    why: words(
        "All pools of an account draw on one quota of cores. The sizes of the neighbours are not known, so each of their \
         nodes counts as one core: they use at least as many, and there may be other pools. Ask for a larger quota, or \
         lower a target.",
        "Tous les pools d’un compte puisent dans un même quota de cœurs. Les tailles des voisins ne sont pas connues ; \
         chacun de leurs nœuds compte donc pour un cœur : ils en utilisent au moins autant, et il peut y avoir d’autres \
         pools. Demandez un quota plus élevé, ou réduisez une cible.",
        "Tutti i pool di un account attingono a una stessa quota di core. Le dimensioni dei vicini non sono note, quindi \
         ogni loro nodo conta come un core: ne usano almeno altrettanti, e possono esserci altri pool. Chiedere una quota \
         maggiore, oppure ridurre un obiettivo.",
    ),
    sources: &[quotas::CORES, quotas::NOT_CAPACITY, sizes::NAMING],
    fields: &[
        path::DEDICATED,
        path::SPOT,
        path::NEIGHBOURS,
        path::VM_SIZE,
        path::QUOTA_DEDICATED,
        path::QUOTA_SPOT,
    ],
    versions: None,
    example: example!("AB0225"),
    check: Check::Own(check),
};

static TOGETHER: Words = words(
    "{0} here and at least {1} for {2} of the neighbouring pools: the quota is {3}.",
    "{0} ici et au moins {1} pour {2} des pools voisins : le quota est de {3}.",
    "{0} qui e almeno {1} per {2} dei pool vicini: la quota è di {3}.",
);

fn check(context: &Context, report: &mut Report) {
    let demands = quota::demands(context.plan);
    for demand in demands.iter().flatten() {
        let (cores, others) = (demand.cores(), demand.neighbours);
        // Where the pool alone needs too many, AB0223 says so.
        let shared = cores > 0 && others > 0;
        let beyond = |most: &i64| shared && cores <= *most && cores.saturating_add(others) > *most;
        let Some(most) = demand.quota.filter(beyond) else {
            continue;
        };
        let args = [
            (cores, &nouns::CORES).into(),
            (others, &nouns::CORES).into(),
            (others, demand.noun).into(),
            (most, &nouns::CORES).into(),
        ];
        let finding = Finding::new(&RULE, demand.path, Message::new(&TOGETHER, args))
            .related(path::NEIGHBOURS)
            .related(demand.quota_path);
        report.add(demand.offer(finding, most.saturating_sub(others)));
    }
}
