//! AB0515: a pool for containers made from a custom image.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2018_12_01;
use crate::model::{ApiVersion, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0515",
    name: "container-runtime-in-custom-image",
    severity: Severity::Advice,
    basis: Basis::Documented,
    area: Area::Machine,
    title: words(
        "Containers on a custom image",
        "Des conteneurs sur une image personnalisée",
        "Contenitori su un’immagine personalizzata",
    ),
    why: words(
        "A custom image for containers must bring Docker itself, and on sizes with a graphics card or InfiniBand the \
         drivers and the container toolkit too. Install them before the image is made; the Marketplace images for \
         containers have them.",
        "Une image personnalisée pour conteneurs doit contenir Docker et, sur les tailles dotées d’un GPU ou \
         d’InfiniBand, les pilotes et les outils de conteneurs. Installez-les avant de créer l’image ; les images de \
         la Place de marché pour conteneurs les contiennent.",
        "Un’immagine personalizzata per contenitori deve contenere Docker e, con dimensioni dotate di GPU o \
         InfiniBand, anche i driver e gli strumenti per contenitori. Installarli prima di creare l’immagine; le \
         immagini del Marketplace per contenitori li hanno già.",
    ),
    sources: &[pages::CONTAINER_WORKLOADS.says(
        "A custom image is made from a VM that runs Docker; for graphics cards the drivers and the container toolkit \
         are installed in it beforehand.",
        "Une image personnalisée se crée à partir d’une machine virtuelle qui exécute Docker ; pour les GPU, les \
         pilotes et les outils de conteneurs y sont installés au préalable.",
        "Un’immagine personalizzata si crea da una macchina virtuale che esegue Docker; per le GPU vi si installano \
         prima i driver e gli strumenti per contenitori.",
    )],
    fields: &[path::CONTAINERS, path::IMAGE_REFERENCE],
    versions: Some((V2018_12_01, ApiVersion::DRAFT)),
    example: example!("AB0515"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "For {0} containers the custom image itself must bring the container runtime.",
    "Pour des conteneurs {0}, l’image personnalisée doit elle-même contenir le moteur de conteneurs.",
    "Per contenitori {0} è l’immagine personalizzata a dover contenere il runtime dei contenitori.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let kind = pool.vm_at("/containerConfiguration/type").and_then(Node::as_text);
    if let Some(kind) = kind.filter(|_| pool.image.kind().is_custom() && shapes::applies(context, &RULE)) {
        let message = Message::new(&SAY, [kind.into()]);
        report.add(Finding::new(&RULE, path::CONTAINERS, message).related(path::IMAGE_REFERENCE));
    }
}
