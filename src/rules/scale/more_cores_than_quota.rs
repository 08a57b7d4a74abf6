//! AB0223: more cores than the quota somebody noted in the plan.

use super::formula_most;
use super::formula_reading::Reading;
use super::quota;
use crate::facts::{pages, quotas, sizes};
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule. A warning while the quota was typed by hand, and for a formula, which the service takes all the same.
pub static RULE: Rule = Rule {
    id: "AB0223",
    name: "more-cores-than-quota",
    severity: Severity::Error,
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
         quota. Ask for a larger quota, or lower the target or the size. Once the quota \
         has been read from an account in Batch service mode, this is an error.",
        "Batch cesse d’ajouter des nœuds quand le quota de cœurs est épuisé, et le pool reste en deçà de sa cible. Le \
         quota est celui noté dans le plan et les vCPU sont déduits du nom de la taille ; d’autres pools puisent dans \
         le même quota. Demandez un quota plus élevé, ou réduisez la cible ou la taille. Dès lors que \
         le quota a été lu dans un compte en mode service Batch, il s’agit d’une erreur.",
        "Batch smette di aggiungere nodi quando la quota di core è esaurita e il pool resta al di sotto \
         dell’obiettivo. La quota è quella annotata nel piano e le vCPU sono ricavate dal nome delle dimensioni; \
         altri pool attingono alla stessa quota. Chiedere una quota maggiore, oppure ridurre l’obiettivo o le \
         dimensioni. Una volta letta la quota in un account in modalità servizio Batch, questo è un errore.",
    ),
    sources: &[
        quotas::CORES,
        pages::NODE_ERRORS.says(
            "A resize stops at the core quota of the account.",
            "Un redimensionnement s’arrête au quota de cœurs du compte.",
            "Un ridimensionamento si ferma alla quota di core dell’account.",
        ),
        pages::AUTOSCALE.says(
            "A pool scaled by a formula does not grow beyond the core quota, and may stay below the target.",
            "Un pool mis à l’échelle par une formule ne dépasse pas le quota de cœurs et peut rester en deçà de la cible.",
            "Un pool ridimensionato da una formula non supera la quota di core e può restare al di sotto dell’obiettivo.",
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
        path::FORMULA,
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
            let finding = demand.beyond(&RULE, &MORE, most, demand.quota_path, context.plan);
            let finding = finding.weigh(quota::weight(context.plan, demand.quota_path));
            report.add(demand.offer(finding, most));
        }
    }
}

/// Looks at the numbers of a formula.
pub(super) fn look(reading: &Reading, report: &mut Report) {
    let Some(demands) = quota::demands(reading.context.plan) else {
        return;
    };
    for (kind, (mut demand, most)) in demands.into_iter().zip(formula_most::most(reading)).enumerate() {
        let (Some(most), Some(quota)) = (most, demand.quota) else {
            continue;
        };
        demand.nodes = most.nodes;
        demand.path = path::FORMULA;
        if demand.cores() <= quota {
            continue;
        }
        let finding = demand.beyond(&RULE, &MORE, quota, demand.quota_path, reading.context.plan);
        let finding = finding.inside(most.span);
        report.add(match demand.fitting(quota) {
            ..=0 => finding,
            fitting => formula_most::offer_fewer(reading, finding, kind, &most, fitting),
        });
    }
}
