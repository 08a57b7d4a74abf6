//! AB0606: a start task in a container, on nodes that run none.

use super::shapes::has;
use crate::facts::pages;
use crate::model::{Edit, Node, Value, node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0606",
    name: "container-start-task-without-container-pool",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::NodeSetup,
    title: words(
        "A start task in a container on nodes not set up for containers",
        "Une tâche de démarrage en conteneur sur des nœuds sans conteneurs",
        "Un’attività di avvio in un contenitore su nodi non configurati per i contenitori",
    ),
    why: words(
        "Nodes run containers only when the pool has a `containerConfiguration`, even if no image is fetched in advance. \
         The image of the pool must come with a container runtime.",
        "Les nœuds n’exécutent des conteneurs que si le pool a une `containerConfiguration`, même sans image à charger \
         d’avance. L’image du pool doit contenir un moteur de conteneurs.",
        "I nodi eseguono contenitori solo se il pool ha una `containerConfiguration`, anche senza immagini da caricare in \
         anticipo. L’immagine del pool deve contenere un runtime per contenitori.",
    ),
    sources: &[pages::CONTAINER_WORKLOADS.says(
        "A pool that is to run containers must have a container configuration; a start task may run in a container or on \
         the node.",
        "Un pool qui doit exécuter des conteneurs doit avoir une configuration de conteneur ; une tâche de démarrage peut \
         s’exécuter en conteneur ou sur le nœud.",
        "Un pool che deve eseguire contenitori deve avere una configurazione dei contenitori; un’attività di avvio può \
         essere eseguita in un contenitore o sul nodo.",
    )],
    fields: &[node_setup::TASK_CONTAINER, node_setup::CONTAINERS],
    versions: None,
    example: example!("AB0606"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "The start task runs in {0}, but the pool has no `containerConfiguration`.",
    "La tâche de démarrage s’exécute dans {0}, mais le pool n’a pas de `containerConfiguration`.",
    "L’attività di avvio viene eseguita in {0}, ma il pool non ha `containerConfiguration`.",
);
const DOCKER: &str = "DockerCompatible";

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let (Some(container), Some(vm)) = (plan.at(node_setup::TASK_CONTAINER), plan.pool.vm) else {
        return;
    };
    if has(vm, "containerConfiguration") || !matches!(container.value, Value::Object(_)) {
        return;
    }
    let image = container
        .get("imageName")
        .and_then(Node::as_text)
        .unwrap_or("containerSettings");
    let setting = path::child(node_setup::CONTAINERS, "type");
    report.add(
        Finding::new(&RULE, node_setup::TASK_CONTAINER, Message::new(&SAY, [image.into()])).fix(
            Message::new(
                &fix_titles::SET_MEMBER,
                ["containerConfiguration.type".into(), DOCKER.into()],
            ),
            [Edit::set(setting, Node::text(DOCKER))],
        ),
    );
}
