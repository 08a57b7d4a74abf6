//! AB0215: inter-node communication makes the target harder to reach.

use super::inter_node_cap;
use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule. Advice, not a warning: who needs MPI has no choice, and nothing is lost but certainty.
pub static RULE: Rule = Rule {
    id: "AB0215",
    name: "target-harder-to-reach",
    severity: Severity::Advice,
    basis: Basis::Contract,
    area: Area::Scale,
    title: words(
        "Inter-node communication makes the target harder to reach",
        "La communication entre nœuds rend la cible plus difficile à atteindre",
        "La comunicazione tra nodi rende l’obiettivo più difficile da raggiungere",
    ),
    why: words(
        "Nodes that talk must be placed together, which restricts the deployment: the pool may not reach its target. Turn \
         the communication on only for tasks that need it, such as MPI; the default is `Disabled`.",
        "Les nœuds qui communiquent doivent être placés ensemble, ce qui restreint le déploiement : le pool peut ne pas \
         atteindre sa cible. N’activez la communication que pour les tâches qui l’exigent, comme MPI ; la valeur par défaut \
         est `Disabled`.",
        "I nodi che comunicano vanno collocati insieme, il che limita la distribuzione: il pool può non raggiungere il suo \
         obiettivo. Attivare la comunicazione solo per le attività che la richiedono, come MPI; il valore predefinito è \
         `Disabled`.",
    ),
    sources: &[pages::CONTRACT.says(
        "Inter-node communication restricts the deployment and may keep a pool from its target; the default is `Disabled`.",
        "La communication entre nœuds restreint le déploiement et peut empêcher un pool d’atteindre sa cible ; la valeur par \
         défaut est `Disabled`.",
        "La comunicazione tra nodi limita la distribuzione e può impedire a un pool di raggiungere l’obiettivo; il valore \
         predefinito è `Disabled`.",
    )],
    fields: &[path::INTER_NODE, path::DEDICATED, path::SPOT],
    versions: None,
    example: example!("AB0215"),
    check: Check::Own(check),
};

static HARDER: Words = words(
    "Inter-node communication for {0}: the target becomes harder to reach.",
    "Communication entre nœuds pour {0} : la cible devient plus difficile à atteindre.",
    "Comunicazione tra nodi per {0}: l’obiettivo diventa più difficile da raggiungere.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let nodes = pool.nodes();
    if pool.inter_node != Some(true) || nodes < 2 || inter_node_cap::speaks(context.plan) {
        return;
    }
    let message = Message::new(&HARDER, [(nodes, &nouns::NODES).into()]);
    report.add(Finding::new(&RULE, path::INTER_NODE, message).offer_text(path::INTER_NODE, "Disabled"));
}
