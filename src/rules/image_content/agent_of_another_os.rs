//! AB0135: a node agent made for another operating system than the image’s.

use crate::facts::{node_agents, pages};
use crate::model::{ImageKind, OsType, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0135",
    name: "node-agent-of-another-os",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "A node agent for another operating system",
        "Un agent de nœud pour un autre système d’exploitation",
        "Un agente del nodo per un altro sistema operativo",
    ),
    why: words(
        "The node agent must match the operating system of the image, or the nodes never start. For a Linux image \
         take the agent that Batch lists for its distribution and version.",
        "L’agent de nœud doit correspondre au système d’exploitation de l’image, sinon les nœuds ne démarrent jamais. \
         Pour une image Linux, prenez l’agent que Batch indique pour sa distribution et sa version.",
        "L’agente del nodo deve corrispondere al sistema operativo dell’immagine, altrimenti i nodi non si avviano. \
         Per un’immagine Linux usare l’agente che Batch elenca per la distribuzione e la versione.",
    ),
    sources: &[
        pages::GALLERY_IMAGES.says(
            "The node agent SKU must match the operating system of the image, or the node does not start.",
            "La référence (SKU) de l’agent de nœud doit correspondre au système d’exploitation de l’image, sinon le \
             nœud ne démarre pas.",
            "Lo SKU dell’agente del nodo deve corrispondere al sistema operativo dell’immagine, altrimenti il nodo non \
         si avvia.",
        ),
        pages::CONTRACT.says(
            "The agent has implementations for different operating systems; it must match the image.",
            "L’agent existe pour différents systèmes d’exploitation ; il doit correspondre à l’image.",
            "L’agente esiste per diversi sistemi operativi; deve corrispondere all’immagine.",
        ),
    ],
    fields: &[path::NODE_AGENT, path::IMAGE_OS, path::IMAGE_REFERENCE],
    versions: None,
    example: example!("AB0135"),
    check: Check::Own(check),
};

static IMAGE: Words = words(
    "{0} does not run on the image, which is {1}.",
    "{0} ne fonctionne pas sur l’image, qui est {1}.",
    "{0} non funziona sull’immagine, che è {1}.",
);
static PUBLISHER: Words = words(
    "{0} does not run on images of {1}.",
    "{0} ne fonctionne pas sur les images de {1}.",
    "{0} non funziona sulle immagini di {1}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let image = &plan.pool.image;
    let agent = plan.pool.node_agent.filter(|agent| !placeholder(agent));
    let (Some(agent), Some(agent_os)) = (agent, plan.pool.agent_os()) else {
        return;
    };
    let published = image
        .publisher
        .filter(|_| *image.kind() == ImageKind::Marketplace)
        .and_then(|publisher| Some((publisher, node_agents::publisher_os(publisher)?)));
    let (os, finding) = match (published, plan.image.os) {
        (Some((publisher, os)), _) => {
            let message = Message::new(&PUBLISHER, [Arg::from(agent), publisher.into()]);
            let finding = Finding::new(&RULE, path::NODE_AGENT, message).on_basis(Basis::Derived);
            (os, finding.related(path::child(path::IMAGE_REFERENCE, "publisher")))
        }
        (None, Some(os)) => {
            let name = if os == OsType::Linux { "Linux" } else { "Windows" };
            let message = Message::new(&IMAGE, [Arg::from(agent), name.into()]);
            (
                os,
                Finding::new(&RULE, path::NODE_AGENT, message).related(path::IMAGE_OS),
            )
        }
        (None, None) => return,
    };
    if os == agent_os {
        return;
    }
    // Windows has one agent; which of Linux’s it should be only the distribution tells.
    report.add(if os == OsType::Windows {
        // Which of the two is wrong, only a person knows.
        finding.offer_text(path::NODE_AGENT, node_agents::WINDOWS).safe(false)
    } else {
        finding
    });
}
