//! AB0211: all the work on one node.

use crate::facts::limits::STEADY_POOL_LEAST;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule. Advice: a recommended practice, and one node is right for a first try.
pub static RULE: Rule = Rule {
    id: "AB0211",
    name: "single-node-pool",
    severity: Severity::Advice,
    basis: Basis::Documented,
    area: Area::Scale,
    title: words(
        "A pool of a single node",
        "Un pool d’un seul nœud",
        "Un pool di un solo nodo",
    ),
    why: words(
        "A single node may be unavailable for repair, an update or an eviction, and the work stands still meanwhile. \
         Use more nodes where it must go on; one is enough for a first try.",
        "Un nœud isolé peut être indisponible pour réparation, mise à jour ou éviction, et le travail s’arrête alors. \
         Prévoyez-en davantage si le travail doit avancer ; un seul suffit pour un premier essai.",
        "Un nodo singolo può non essere disponibile per riparazione, aggiornamento o rimozione, e intanto il lavoro \
         si ferma. Usarne di più se il lavoro deve proseguire; uno basta per una prima prova.",
    ),
    sources: &[STEADY_POOL_LEAST.from],
    fields: &[path::DEDICATED, path::SPOT],
    versions: None,
    example: example!("AB0211"),
    check: Check::Own(check),
};

static SINGLE: Words = words(
    "{0} in all: while it is unavailable, no task runs.",
    "{0} en tout : en son absence, aucune tâche ne s’exécute.",
    "{0} in tutto: in sua assenza nessuna attività viene eseguita.",
);

fn check(context: &Context, report: &mut Report) {
    let [(larger, nodes), (_, rest)] = context.plan.pool.targets();
    let least = STEADY_POOL_LEAST.value;
    if rest == 0 && (1..least).contains(&nodes) {
        report.add(
            Finding::new(&RULE, larger, Message::new(&SINGLE, [(nodes, &nouns::NODES).into()]))
                .offer_number(larger, least),
        );
    }
}
