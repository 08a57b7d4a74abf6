//! AB0304: containers in a virtual network whose range Docker may use itself.

use crate::facts::pages;
use crate::model::{Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0304",
    name: "docker-bridge-range",
    severity: Severity::Advice,
    basis: Basis::Account,
    area: Area::Network,
    title: words(
        "Docker’s own address range in the virtual network",
        "La plage d’adresses de Docker dans le réseau virtuel",
        "L’intervallo di indirizzi di Docker nella rete virtuale",
    ),
    why: words(
        "Docker’s default bridge uses this range, so containers cannot reach machines of the network that have such \
         addresses. A plan does not show the network’s range: look it up.",
        "Le pont par défaut de Docker utilise cette plage : les conteneurs n’atteignent pas les machines du réseau qui \
         ont de telles adresses. Le plan n’indique pas la plage du réseau : vérifiez-la.",
        "Il bridge predefinito di Docker usa questo intervallo: i contenitori non raggiungono le macchine della rete \
         che hanno tali indirizzi. Il piano non indica l’intervallo della rete: verificarlo.",
    ),
    sources: &[pages::VIRTUAL_NETWORK.says(
        "The range `172.17.0.0/16` should be avoided, as the Docker bridge uses it.",
        "Il faut éviter la plage `172.17.0.0/16`, que le pont de Docker utilise.",
        "L’intervallo `172.17.0.0/16` va evitato, perché lo usa il bridge di Docker.",
    )],
    fields: &[path::SUBNET, path::CONTAINERS],
    versions: None,
    example: example!("AB0304"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "Nodes run containers in this network: it should not use `172.17.0.0/16`.",
    "Les nœuds exécutent des conteneurs dans ce réseau : il ne devrait pas utiliser `172.17.0.0/16`.",
    "I nodi eseguono contenitori in questa rete: non dovrebbe usare `172.17.0.0/16`.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let containers = plan.at(path::CONTAINERS).and_then(|node| node.get("type"));
    if plan.pool.subnet().is_some() && containers.and_then(Node::as_text) == Some("DockerCompatible") {
        report.add(Finding::new(&RULE, path::SUBNET, &SAY).related(path::CONTAINERS));
    }
}
