//! AB0115: one managed image for several pools.

use crate::facts::pages;
use crate::model::{ImageKind, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0115",
    name: "managed-image-shared-between-pools",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "One managed image for several pools",
        "Une seule image managée pour plusieurs pools",
        "Una sola immagine gestita per più pool",
    ),
    why: words(
        "Microsoft advises against using a managed image, or the snapshot under it, for more than one pool; the pools then \
         share the limits of one. Make an image of its own for each pool.",
        "Microsoft déconseille d’utiliser une image managée, ou l’instantané dont elle est issue, pour plus d’un pool ; les \
         pools se partagent alors les limites d’un seul. Créez une image propre à chaque pool.",
        "Microsoft sconsiglia di usare un’immagine gestita, o lo snapshot da cui deriva, per più di un pool; i pool \
         condividono allora i limiti di uno solo. Creare un’immagine propria per ogni pool.",
    ),
    sources: &[
        pages::CUSTOM_IMAGES.says(
            "Use a unique custom image for each pool (prerequisites).",
            "Utilisez une image personnalisée distincte pour chaque pool (prérequis).",
            "Usare un’immagine personalizzata distinta per ogni pool (prerequisiti).",
        ),
        pages::CUSTOM_IMAGES.says(
            "Using an image or its snapshot for more than one pool is not recommended (size limits).",
            "L’utilisation d’une image ou de son instantané pour plus d’un pool n’est pas recommandée (limites de taille).",
            "L’uso di un’immagine o del suo snapshot per più di un pool non è consigliato (limiti di dimensioni).",
        ),
    ],
    fields: &[path::IMAGE_ID, path::NEIGHBOURS],
    versions: None,
    example: example!("AB0115"),
    check: Check::Own(check),
};

static SHARED: Words = words(
    "The managed image {0}, or its snapshot, also serves {1}.",
    "L’image managée {0}, ou son instantané, sert aussi à {1}.",
    "L’immagine gestita {0}, o il suo snapshot, serve anche a {1}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let ImageKind::Managed(id) = plan.pool.image.kind() else {
        return;
    };
    let others = i64::try_from(plan.neighbours.len()).unwrap_or(i64::MAX);
    if others == 0 {
        return;
    }
    let message = Message::new(&SHARED, [id.name().into(), (others, &nouns::POOLS).into()]);
    report.add(Finding::new(&RULE, path::IMAGE_ID, message).related(path::NEIGHBOURS));
}
