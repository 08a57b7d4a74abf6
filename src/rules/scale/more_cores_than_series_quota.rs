//! AB0226: more dedicated cores than the quota of their VM series.

use super::quota;
use crate::facts::{pages, quotas, sizes};
use crate::model::{VmSize, path};
use crate::rules::{Area, Basis, Check, Context, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule. A warning while the quota was typed by hand.
pub static RULE: Rule = Rule {
    id: "AB0226",
    name: "more-cores-than-series-quota",
    severity: Severity::Error,
    basis: Basis::Account,
    area: Area::Scale,
    title: words(
        "More dedicated cores than the quota of the VM series",
        "Plus de cœurs dédiés que le quota de la série de machines virtuelles",
        "Più core dedicati della quota della serie di macchine virtuali",
    ),
    why: words(
        "In Batch service mode dedicated cores have a quota for each VM series besides the one for all, and both must \
         suffice. Batch stops adding nodes when one of them is used up. Ask for a larger quota of the series, or choose a \
         size of a series that has one.",
        "En mode service Batch, les cœurs dédiés ont un quota par série de machines virtuelles en plus du quota total, et \
         les deux doivent suffire. Batch cesse d’ajouter des nœuds quand l’un des deux est épuisé. Demandez un quota plus \
         élevé pour la série, ou choisissez une taille d’une série qui en a un.",
        "In modalità servizio Batch i core dedicati hanno una quota per ogni serie di macchine virtuali oltre a quella \
         totale, ed entrambe devono bastare. Batch smette di aggiungere nodi quando una delle due è esaurita. Chiedere una \
         quota maggiore per la serie, oppure scegliere dimensioni di una serie che ne abbia una.",
    ),
    sources: &[
        quotas::CORES,
        quotas::PER_FAMILY,
        quotas::DEFAULTS,
        pages::NODE_ERRORS.says(
            "A resize stops at the core quota of the account.",
            "Un redimensionnement s’arrête au quota de cœurs du compte.",
            "Un ridimensionamento si ferma alla quota di core dell’account.",
        ),
        sizes::NAMING,
    ],
    fields: &[
        path::DEDICATED,
        path::VM_SIZE,
        path::QUOTA_PER_FAMILY,
        path::ALLOCATION_MODE,
    ],
    versions: None,
    example: example!("AB0226"),
    check: Check::Own(check),
};

static MORE: Words = words(
    "{0} × {1} (derived from {4}) = {2}: the quota {6} of {3} has room for {5}.",
    "{0} × {1} (déduits de {4}) = {2} : le quota {6} de {3} suffit pour {5}.",
    "{0} × {1} (ricavate da {4}) = {2}: la quota {6} di {3} basta per {5}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let (Some(series), Some([dedicated, _])) = (plan.target.quotas.per_family, quota::demands(plan)) else {
        return;
    };
    let Some(size) = VmSize::parse(dedicated.size) else {
        return;
    };
    let own = series
        .counting_members()
        .find(|entry| quotas::is_quota_of(&entry.name, &size));
    let most = own.and_then(|entry| Some((entry, entry.node.as_whole()?)));
    if let Some((entry, most)) = most.filter(|(_, most)| dedicated.cores() > *most) {
        let at = path::child(path::QUOTA_PER_FAMILY, &entry.name);
        let finding = dedicated
            .beyond(&RULE, &MORE, most, &at, plan)
            .weigh(quota::weight(plan, &at));
        report.add(dedicated.offer(finding, most));
    }
}
