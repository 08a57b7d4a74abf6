//! AB0227: a pool that leaves no room for another node in the quota.

use super::quota;
use crate::facts::{quotas, sizes};
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule. Advice: it fits, if Azure has so many machines.
pub static RULE: Rule = Rule {
    id: "AB0227",
    name: "whole-core-quota-used",
    severity: Severity::Advice,
    basis: Basis::Account,
    area: Area::Scale,
    title: words(
        "A pool that takes the whole core quota",
        "Un pool qui prend tout le quota de cœurs",
        "Un pool che usa l’intera quota di core",
    ),
    why: words(
        "A quota is a limit, not capacity that is held ready: Azure may have fewer machines than it allows, and no other \
         pool of the account gets any. Ask for more in time, as an increase takes from minutes to two business days.",
        "Un quota est une limite, pas une capacité réservée : Azure peut disposer de moins de machines qu’il n’en permet, et \
         aucun autre pool du compte n’en obtient. Demandez-en davantage à temps, car une augmentation prend de quelques \
         minutes à deux jours ouvrés.",
        "Una quota è un limite, non una capacità riservata: Azure può avere meno macchine di quante la quota ne \
         consenta, e nessun altro pool dell’account ottiene core. Chiedere per tempo una quota maggiore, perché un \
         aumento richiede da pochi minuti a due giorni lavorativi.",
    ),
    sources: &[quotas::NOT_CAPACITY, quotas::CORES, sizes::NAMING],
    fields: &[
        path::DEDICATED,
        path::SPOT,
        path::VM_SIZE,
        path::QUOTA_DEDICATED,
        path::QUOTA_SPOT,
    ],
    versions: None,
    example: example!("AB0227"),
    check: Check::Own(check),
};

static WHOLE: Words = words(
    "{0} need {1}: the quota of {2} has no room for another node.",
    "{0} demandent {1} : le quota de {2} n’a plus de place pour un autre nœud.",
    "{0} richiedono {1}: nella quota di {2} non c’è posto per un altro nodo.",
);

fn check(context: &Context, report: &mut Report) {
    let demands = quota::demands(context.plan);
    for demand in demands.iter().flatten() {
        let cores = demand.cores();
        // Where the neighbours leave too few, AB0225 says more.
        let whole = |most: &i64| {
            let left = most.saturating_sub(cores);
            cores > 0 && (0..demand.vcpus).contains(&left) && demand.neighbours <= left
        };
        let Some(most) = demand.quota.filter(whole) else {
            continue;
        };
        let args = [
            (demand.nodes, demand.noun).into(),
            (cores, &nouns::CORES).into(),
            (most, &nouns::CORES).into(),
        ];
        report.add(Finding::new(&RULE, demand.path, Message::new(&WHOLE, args)).related(demand.quota_path));
    }
}
