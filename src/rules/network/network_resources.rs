//! AB0309: what a large pool in a virtual network takes of the subscription’s network quotas.

use super::shapes::without_public_ips;
use crate::facts::limits::{NODES_PER_RESOURCES, NODES_PER_RESOURCES_OLD};
use crate::model::{path, portions};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0309",
    name: "network-resources-of-large-pool",
    severity: Severity::Advice,
    basis: Basis::Derived,
    area: Area::Network,
    title: words(
        "Network quotas that a pool in a virtual network uses up",
        "Quotas réseau qu’un pool consomme dans un réseau virtuel",
        "Quote di rete che un pool consuma in una rete virtuale",
    ),
    why: words(
        "Batch makes these resources in the subscription of the virtual network, one set for each 100 nodes; the \
         number is derived from that. If one of the quotas is used up, the pool does not reach its size: ask for more \
         in time. Older revisions of the page counted 50 nodes a set.",
        "Batch crée ces ressources dans l’abonnement du réseau virtuel, un jeu par tranche de 100 nœuds ; le nombre \
         en est déduit. Si l’un des quotas est épuisé, le pool n’atteint pas sa taille : demandez une augmentation à \
         temps. D’anciennes révisions de la page comptaient 50 nœuds par jeu.",
        "Batch crea queste risorse nella sottoscrizione della rete virtuale, un insieme ogni 100 nodi; il numero ne è \
         ricavato. Se una delle quote è esaurita, il pool non raggiunge le sue dimensioni: chiedere un aumento per \
         tempo. Revisioni precedenti della pagina contavano 50 nodi per insieme.",
    ),
    sources: &[NODES_PER_RESOURCES.from, NODES_PER_RESOURCES_OLD.from],
    fields: &[path::SUBNET, path::DEDICATED, path::SPOT],
    versions: None,
    example: example!("AB0309"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "Network security groups, load balancers and public IP addresses for {0}: {1} of each.",
    "Groupes de sécurité réseau, équilibreurs de charge et adresses IP publiques pour {0} : {1} de chaque.",
    "Gruppi di sicurezza di rete, servizi di bilanciamento del carico e indirizzi IP pubblici per {0}: {1} di \
     ciascuno.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let (nodes, each) = (plan.pool.nodes(), NODES_PER_RESOURCES.value);
    if nodes <= each || plan.pool.subnet().is_none() || without_public_ips(plan) {
        return;
    }
    let args: [Arg; 2] = [(nodes, &nouns::NODES).into(), portions(nodes, each).into()];
    report.add(Finding::new(&RULE, path::SUBNET, Message::new(&SAY, args)).related(path::FIXED));
}
