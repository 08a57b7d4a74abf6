//! AB0303: the addresses a subnet must have free for the nodes of the pool.

use super::shapes::{SUBNET, fits};
use crate::facts::limits::{SUBNET_PREFIXES, SUBNET_RESERVED};
use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0303",
    name: "subnet-needs-free-addresses",
    severity: Severity::Advice,
    basis: Basis::Account,
    area: Area::Network,
    title: words(
        "The subnet needs a free address for each node",
        "Le sous-réseau doit avoir une adresse libre par nœud",
        "La subnet deve avere un indirizzo libero per ogni nodo",
    ),
    why: words(
        "If the subnet runs out of addresses, only some of the nodes are allocated and the resize ends with an error. \
         Other machines and other pools in the subnet need theirs too, and Azure keeps 5 of each subnet; the size is \
         derived from these figures.",
        "Si le sous-réseau n’a plus d’adresses, seule une partie des nœuds est allouée et le redimensionnement se \
         termine par une erreur. Les autres machines et les autres pools du sous-réseau en occupent aussi, et Azure \
         en garde 5 par sous-réseau ; la taille du sous-réseau est déduite de ces chiffres.",
        "Se la subnet esaurisce gli indirizzi, viene allocata solo una parte dei nodi e il ridimensionamento termina \
         con un errore. Anche altre macchine e altri pool della subnet ne occupano, e Azure ne riserva 5 per subnet; \
         le dimensioni sono ricavate da queste cifre.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "The subnet has enough free addresses for all nodes; else nodes are allocated in part, with a resize \
             error.",
            "Le sous-réseau a assez d’adresses libres pour tous les nœuds ; sinon, l’allocation est partielle, avec \
             une erreur de redimensionnement.",
            "La subnet ha abbastanza indirizzi liberi per tutti i nodi; altrimenti l’allocazione è parziale, con un \
             errore di ridimensionamento.",
        ),
        pages::NO_PUBLIC_IPS.says(
            "The number of nodes is the sum of dedicated and Spot targets.",
            "Le nombre de nœuds est la somme des nombres cibles de nœuds dédiés et Spot.",
            "Il numero di nodi è la somma dei nodi dedicati e Spot di destinazione.",
        ),
        SUBNET_RESERVED.from,
    ],
    fields: &[path::SUBNET, path::DEDICATED, path::SPOT],
    versions: None,
    example: example!("AB0303"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "Free addresses the subnet must have: {0}, one for each node; for this pool alone it is at least a {1}.",
    "Adresses que le sous-réseau doit avoir libres : {0}, une par nœud ; pour ce seul pool, c’est au moins un {1}.",
    "Indirizzi che la subnet deve avere liberi: {0}, uno per nodo; per questo solo pool serve almeno una {1}.",
);

/// Bits of an IPv4 address.
const ADDRESS_BITS: u32 = 32;

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let nodes = pool.nodes();
    if nodes < 1 || !pool.subnet().is_some_and(|id| fits(id, SUBNET)) {
        return;
    }
    let (largest, smallest) = SUBNET_PREFIXES.value;
    let holds = |prefix: &u32| (1 << (ADDRESS_BITS - prefix)) - SUBNET_RESERVED.value >= nodes;
    let Some(prefix) = (largest..=smallest).rev().find(holds) else {
        return;
    };
    let args: [Arg; 2] = [nodes.into(), path::child("", &prefix.to_string()).into()];
    report.add(Finding::new(&RULE, path::SUBNET, Message::new(&SAY, args)).related(path::FIXED));
}
