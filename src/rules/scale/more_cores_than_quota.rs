//! AB0223: more cores than the quota somebody noted in the plan.

use super::formula_most;
use super::formula_reading::Reading;
use crate::facts::{pages, sizes};
use crate::model::{Plan, Sizing, VmSize, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

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
        pages::QUOTAS.says(
            "Dedicated cores and Spot cores have a quota each: of the Batch account, or of the subscription in user \
             subscription mode.",
            "Les cœurs dédiés et les cœurs Spot ont chacun un quota : celui du compte Batch, ou celui de l’abonnement en mode \
             abonnement utilisateur.",
            "I core dedicati e i core Spot hanno ciascuno una quota: dell’account Batch, o della sottoscrizione in modalità \
             sottoscrizione utente.",
        ),
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
        sizes::NAMING,
        sizes::RANKED_SIZES[0],
        sizes::RANKED_SIZES[1],
    ],
    fields: &[path::DEDICATED, path::SPOT, path::VM_SIZE, path::QUOTA_DEDICATED, path::QUOTA_SPOT, path::FORMULA],
    versions: None,
    example: example!("AB0223"),
    check: Check::Own(check),
};

static MORE: Words = words(
    "{0} × {1} (derived from {4}) = {2}, more than the quota of {3}.",
    "{0} × {1} (déduits de {4}) = {2}, plus que le quota de {3}.",
    "{0} × {1} (ricavate da {4}) = {2}, più della quota di {3}.",
);

fn check(context: &Context, report: &mut Report) {
    let sizing = Sizing::of(context.plan);
    for (nodes, path, kind) in [(sizing.dedicated, path::DEDICATED, 0), (sizing.spot, path::SPOT, 1)] {
        let Some((mut finding, fitting)) = too_many(context.plan, nodes, path, kind) else {
            continue;
        };
        if fitting > 0 {
            finding = finding.offer_number(path, fitting);
        }
        report.add(finding);
    }
}

/// Looks at the numbers of a formula.
pub(super) fn look(reading: &Reading, report: &mut Report) {
    for (kind, most) in formula_most::most(reading).iter().enumerate() {
        let Some(most) = most else { continue };
        let Some((finding, fitting)) = too_many(reading.context.plan, most.nodes, path::FORMULA, kind) else {
            continue;
        };
        let mut finding = finding.inside(most.span);
        if fitting > 0 {
            finding = formula_most::offer_fewer(reading, finding, kind, most, fitting);
        }
        report.add(finding);
    }
}

/// The finding about so many dedicated (0) or Spot (1) nodes at `path`, if they have more cores than their quota, and how
/// many nodes would fit.
fn too_many(plan: &Plan, nodes: i64, path: &'static str, kind: usize) -> Option<(Finding, i64)> {
    let quotas = plan.target.quotas;
    let (noun, quota_path, quota) = match kind {
        0 => (&nouns::DEDICATED_NODES, path::QUOTA_DEDICATED, quotas.dedicated_cores?),
        _ => (&nouns::SPOT_NODES, path::QUOTA_SPOT, quotas.spot_cores?),
    };
    let size = plan.pool.vm_size?;
    let vcpus = i64::from(VmSize::parse(size)?.vcpus?);
    let cores = nodes.saturating_mul(vcpus);
    if cores <= quota {
        return None;
    }
    let args = [
        (nodes, noun).into(),
        (vcpus, &nouns::VCPUS).into(),
        (cores, &nouns::CORES).into(),
        (quota, &nouns::CORES).into(),
        size.into(),
    ];
    let finding = Finding::new(&RULE, path, Message::new(&MORE, args))
        .related(quota_path)
        .related(path::VM_SIZE);
    Some((finding, quota.checked_div(vcpus).unwrap_or_default()))
}
