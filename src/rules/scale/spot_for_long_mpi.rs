//! AB0214: Spot nodes for work whose nodes talk to each other.

use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0214",
    name: "spot-for-long-mpi",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Scale,
    title: words(
        "Spot nodes with inter-node communication",
        "Des nœuds Spot avec communication entre nœuds",
        "Nodi Spot con comunicazione tra nodi",
    ),
    why: words(
        "A long MPI job over several nodes has to start again when a single one of them is evicted, so it is not suited to \
         Spot nodes. Use dedicated nodes for it, or turn the communication off if the tasks do not need it.",
        "Un long travail MPI sur plusieurs nœuds doit recommencer dès que l’un d’eux est évincé : il ne convient pas aux \
         nœuds Spot. Utilisez des nœuds dédiés, ou désactivez la communication si les tâches n’en ont pas besoin.",
        "Un lungo processo MPI su più nodi deve ricominciare non appena anche uno solo viene rimosso: non è adatto ai \
         nodi Spot. Usare nodi dedicati, oppure disattivare la comunicazione se le attività non ne hanno bisogno.",
    ),
    sources: &[pages::SPOT.says(
        "Long MPI jobs over several nodes are not well suited to Spot nodes.",
        "Les longs travaux MPI sur plusieurs nœuds conviennent mal aux nœuds Spot.",
        "I lunghi processi MPI su più nodi si adattano male ai nodi Spot.",
    )],
    fields: &[path::SPOT, path::INTER_NODE],
    versions: None,
    example: example!("AB0214"),
    check: Check::Own(check),
};

static TALKING_SPOT: Words = words(
    "{0} in a pool with inter-node communication: one eviction can undo a whole MPI job.",
    "{0} dans un pool avec communication entre nœuds : une seule éviction peut ruiner tout un travail MPI.",
    "{0} in un pool con comunicazione tra nodi: una sola rimozione può vanificare un intero processo MPI.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let spot = pool.spot();
    // One node alone has nobody to talk to.
    if spot <= 0 || pool.nodes() < 2 || pool.inter_node != Some(true) {
        return;
    }
    let message = Message::new(&TALKING_SPOT, [(spot, &nouns::SPOT_NODES).into()]);
    let mut finding = Finding::new(&RULE, path::SPOT, message).related(path::INTER_NODE);
    if pool.dedicated() > 0 {
        finding = finding.offer_number(path::SPOT, 0);
    }
    report.add(finding.offer_text_for(path::INTER_NODE, "Disabled"));
}
