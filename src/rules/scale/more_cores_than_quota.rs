//! AB0223: more cores than the quota somebody noted in the plan.

use super::quota;
use crate::facts::{pages, quotas, sizes};
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0223",
    name: "more-cores-than-quota",
    severity: Severity::Warning,
    basis: Basis::Account,
    area: Area::Scale,
    title: words(
        "More cores than the quota",
        "Plus de cœurs que le quota",
        "Più core della quota",
    ),
    why: words(
        "Batch stops adding nodes when the core quota is used up, and the pool stays below its target. The quota is \
         the one noted in the plan and the vCPUs are derived from the name of the size; other pools draw on the same \
         quota. Ask for a larger quota, or lower the target or the size.",
        "Batch cesse d’ajouter des nœuds quand le quota de cœurs est épuisé, et le pool reste en deçà de sa cible. Le \
         quota est celui noté dans le plan et les vCPU sont déduits du nom de la taille ; d’autres pools puisent dans \
         le même quota. Demandez un quota plus élevé, ou réduisez la cible ou la taille.",
        "Batch smette di aggiungere nodi quando la quota di core è esaurita e il pool resta al di sotto \
         dell’obiettivo. La quota è quella annotata nel piano e le vCPU sono ricavate dal nome delle dimensioni; \
         altri pool attingono alla stessa quota. Chiedere una quota maggiore, oppure ridurre l’obiettivo o le \
         dimensioni.",
    ),
    sources: &[
        quotas::CORES,
        pages::NODE_ERRORS.says(
            "A resize stops at the core quota of the account.",
            "Un redimensionnement s’arrête au quota de cœurs du compte.",
            "Un ridimensionamento si ferma alla quota di core dell’account.",
        ),
        quotas::DEFAULTS,
        quotas::DEFAULTS_FROM_NONE,
        quotas::NOT_CAPACITY,
        sizes::NAMING,
        sizes::RANKED_SIZES[0],
        sizes::RANKED_SIZES[1],
    ],
    fields: &[
        path::DEDICATED,
        path::SPOT,
        path::VM_SIZE,
        path::QUOTA_DEDICATED,
        path::QUOTA_SPOT,
        path::ALLOCATION_MODE,
    ],
    versions: None,
    example: example!("AB0223"),
    check: Check::Own(check),
};

static MORE: Words = words(
    "{0} × {1} (derived from {4}) = {2}: the quota of {3} has room for {5}.",
    "{0} × {1} (déduits de {4}) = {2} : le quota de {3} suffit pour {5}.",
    "{0} × {1} (ricavate da {4}) = {2}: la quota di {3} basta per {5}.",
);

fn check(context: &Context, report: &mut Report) {
    let demands = quota::demands(context.plan);
    for demand in demands.iter().flatten() {
        if let Some(most) = demand.quota.filter(|most| demand.cores() > *most) {
            report.add(demand.beyond(&RULE, &MORE, most, demand.quota_path, context.plan));
        }
    }
}
