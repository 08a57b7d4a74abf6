//! AB0312: fewer public IP addresses than the nodes need.

use super::addresses::needed;
use super::shapes::length;
use crate::facts::disagreements::AS_MANY_IPS_AS_NODES;
use crate::facts::limits::{NODES_PER_IP, NODES_PER_IP_OLD};
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0312",
    name: "too-few-public-ips",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "Too few public IP addresses for the nodes",
        "Trop peu d’adresses IP publiques pour les nœuds",
        "Troppo pochi indirizzi IP pubblici per i nodi",
    ),
    why: words(
        "Their number limits the pool: an address serves 100 dedicated or 100 Spot nodes, before 2020-09-01 50 or 20. \
         Beyond that nodes are allocated in part and the resize ends with an error. Whether dedicated and Spot nodes \
         can share an address is not documented. One page also asks for as many addresses as nodes, and contradicts \
         itself in the next line.",
        "Leur nombre limite le pool : une adresse sert 100 nœuds dédiés ou 100 nœuds Spot, 50 ou 20 avant 2020-09-01. \
         Au-delà, l’allocation est partielle et le redimensionnement se termine par une erreur. Rien n’indique si des \
         nœuds dédiés et Spot peuvent partager une adresse. Une page demande aussi autant d’adresses que de nœuds, et \
         se contredit à la ligne suivante.",
        "Il loro numero limita il pool: un indirizzo serve 100 nodi dedicati o 100 nodi Spot, prima di 2020-09-01 50 o \
         20. Oltre, l’allocazione è parziale e il ridimensionamento termina con un errore. Se nodi dedicati e Spot \
         possano condividere un indirizzo non è documentato. Una pagina chiede anche tanti indirizzi quanti sono i \
         nodi, e si contraddice alla riga successiva.",
    ),
    sources: &[NODES_PER_IP.from, NODES_PER_IP_OLD.from, AS_MANY_IPS_AS_NODES],
    fields: &[path::PUBLIC_IP_IDS, path::OLD_PUBLIC_IPS, path::DEDICATED, path::SPOT],
    versions: None,
    example: example!("AB0312"),
    check: Check::Own(check),
};

static TOO_FEW: Words = words(
    "{0} for {1}: at least {2} are needed.",
    "{0} pour {1} : il en faut au moins {2}.",
    "{0} per {1}: ne servono almeno {2}.",
);
static TOGETHER: Words = words(
    "{0} for {1} and {2}: {3} are needed unless both kinds can share one.",
    "{0} pour {1} et {2} : il en faut {3}, sauf si les deux types peuvent en partager une.",
    "{0} per {1} e {2}: ne servono {3}, a meno che i due tipi non possano condividerne uno.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let (pointer, ids) = plan.own_public_ips();
    let listed = length(ids);
    if listed == 0 {
        return;
    }
    let (for_dedicated, for_spot) = needed(plan);
    let addresses: Arg = (listed, &nouns::PUBLIC_IPS).into();
    let dedicated = (plan.pool.dedicated(), &nouns::DEDICATED_NODES).into();
    let spot = (plan.pool.spot(), &nouns::SPOT_NODES).into();
    let finding = |words, args: Vec<Arg>| Finding::new(&RULE, pointer, Message::new(words, args));
    if for_dedicated.max(for_spot) > listed {
        let (nodes, target, least) = if for_dedicated >= for_spot {
            (dedicated, path::DEDICATED, for_dedicated)
        } else {
            (spot, path::SPOT, for_spot)
        };
        report.add(finding(&TOO_FEW, vec![addresses, nodes, least.into()]).related(target));
    } else if for_dedicated + for_spot > listed {
        let args = vec![addresses, dedicated, spot, (for_dedicated + for_spot).into()];
        let found = finding(&TOGETHER, args).weigh(Severity::Warning);
        report.add(found.on_basis(Basis::Derived).related(path::FIXED));
    }
}
