//! AB0217: Spot nodes may leave at any time.

use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0217",
    name: "spot-eviction",
    severity: Severity::Advice,
    basis: Basis::Documented,
    area: Area::Scale,
    title: words(
        "Spot nodes can be evicted",
        "Les nœuds Spot peuvent être évincés",
        "I nodi Spot possono essere rimossi da Azure",
    ),
    why: words(
        "Spot nodes are taken back when Azure needs the capacity, never for their price: Batch has no maximum price. \
         Their tasks are queued again and their local data is lost, so keep tasks short or save progress, and add \
         dedicated nodes where work must go on. The member has the name of the low-priority nodes, which are no more.",
        "Azure reprend les nœuds Spot quand il a besoin de la capacité, jamais à cause du prix : Batch ne gère pas de \
         prix maximal. Leurs tâches sont remises en file et leurs données locales perdues : préférez des tâches \
         courtes ou enregistrez l’avancement, et ajoutez des nœuds dédiés si le travail doit avancer. Le membre \
         porte le nom des nœuds de basse priorité, qui n’existent plus.",
        "Azure riprende i nodi Spot quando gli serve la capacità, mai per il prezzo: Batch non prevede un prezzo \
         massimo. Le loro attività tornano in coda e i dati locali vanno persi: preferire attività brevi o salvare i \
         progressi, e aggiungere nodi dedicati se il lavoro deve proseguire. Il membro porta il nome dei nodi a priorità \
         bassa, che non esistono più.",
    ),
    sources: &[
        pages::SPOT.says(
        "Spot nodes are evicted for capacity only; no maximum price can be set; tasks are queued again and local data is lost.",
        "Les nœuds Spot ne sont évincés que pour des raisons de capacité ; aucun prix maximal ne peut être défini ; les tâches \
         sont remises en file et les données locales perdues.",
        "I nodi Spot vengono rimossi solo per motivi di capacità; non si può impostare un prezzo massimo; le attività tornano \
         in coda e i dati locali vanno persi.",),
        pages::NOTICE_SPOT.says(
            "Low-priority nodes were retired; since March 2026 `targetLowPriorityNodes` yields Spot nodes in both allocation \
             modes.",
            "Les nœuds de basse priorité ont été retirés ; depuis mars 2026, `targetLowPriorityNodes` donne des nœuds Spot \
             dans les deux modes d’allocation.",
            "I nodi a priorità bassa sono stati ritirati; da marzo 2026 `targetLowPriorityNodes` dà nodi Spot in entrambe le \
             modalità di allocazione.",
        ),
    ],
    fields: &[path::SPOT],
    versions: None,
    example: example!("AB0217"),
    check: Check::Own(check),
};

static EVICTABLE: Words = words(
    "{0}: eviction is possible at any time.",
    "{0} : une éviction est possible à tout moment.",
    "{0}: la rimozione da parte di Azure è possibile in qualsiasi momento.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    // With inter-node communication AB0214 says more.
    let talking = pool.inter_node == Some(true) && pool.nodes() > 1;
    if pool.spot() > 0 && !talking {
        let message = Message::new(&EVICTABLE, [(pool.spot(), &nouns::SPOT_NODES).into()]);
        report.add(Finding::new(&RULE, path::SPOT, message));
    }
}
