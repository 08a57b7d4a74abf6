//! AB0108: a gallery image without a replica where the Batch account is.

use crate::facts::pages;
use crate::model::{ImageKind, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0108",
    name: "gallery-image-not-replicated",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "No replica of the gallery image in the account’s region",
        "Aucun réplica de l’image de galerie dans la région du compte",
        "Nessuna replica dell’immagine della raccolta nell’area dell’account",
    ),
    why: words(
        "A gallery image serves the regions to which it is replicated, wherever its home region is. Without a replica in \
         the account’s region no pool can be made from it: add that region to the target regions of the image version.",
        "Une image de galerie sert les régions où elle est répliquée, quelle que soit sa région d’origine. Sans \
         réplica dans la région du compte, aucun pool ne peut en être créé : ajoutez cette région aux régions cibles \
         de la version d’image.",
        "Un’immagine della raccolta serve le aree in cui è replicata, qualunque sia l’area di origine. Senza una \
         replica nell’area dell’account non se ne può creare alcun pool: aggiungere quest’area alle aree di \
         destinazione della versione dell’immagine.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "The gallery image must have replicas in the region of the Batch account.",
            "L’image de galerie doit avoir des réplicas dans la région du compte Batch.",
            "L’immagine della raccolta deve avere repliche nell’area dell’account Batch.",
        ),
        pages::GALLERY_IMAGES.says(
            "The image may be of another region, if it is replicated to that of the account (prerequisites).",
            "L’image peut être d’une autre région si elle est répliquée dans celle du compte (prérequis).",
            "L’immagine può essere di un’altra area, se è replicata in quella dell’account (prerequisiti).",
        ),
        pages::GALLERY_MIGRATION.says(
            "An image of another region can be used once it is replicated to the account’s region (questions and answers).",
            "Une image d’une autre région est utilisable une fois répliquée dans la région du compte (questions et \
             réponses).",
            "Un’immagine di un’altra area è utilizzabile una volta replicata nell’area dell’account (domande e risposte).",
        ),
    ],
    fields: &[path::IMAGE_REPLICAS, path::IMAGE_ID],
    versions: None,
    example: example!("AB0108"),
    check: Check::Own(check),
};

static NONE: Words = words(
    "The gallery image {0} has no replica in the account’s region.",
    "L’image de galerie {0} n’a aucun réplica dans la région du compte.",
    "L’immagine della raccolta {0} non ha repliche nell’area dell’account.",
);
static NOT_KNOWN: Words = words(
    "Whether the gallery image {0} has a replica in the account’s region is not stated.",
    "Il n’est pas indiqué si l’image de galerie {0} a un réplica dans la région du compte.",
    "Non è indicato se l’immagine della raccolta {0} abbia una replica nell’area dell’account.",
);
static NOT_KNOWN_WHY: Words = words(
    "Without a replica in the account’s region no pool can be made from a gallery image. Look up the number in the \
     target regions of the image version and state it as `replicasInRegion`.",
    "Sans réplica dans la région du compte, aucun pool ne peut être créé à partir d’une image de galerie. Relevez \
     leur nombre dans les régions cibles de la version d’image et indiquez-le dans `replicasInRegion`.",
    "Senza una replica nell’area dell’account non si può creare alcun pool da un’immagine della raccolta. Cercarne il \
     numero nelle aree di destinazione della versione dell’immagine e indicarlo in `replicasInRegion`.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let ImageKind::Gallery(id) = plan.pool.image.kind() else {
        return;
    };
    let Some(image) = id.gallery_image() else { return };
    let say = |words| {
        let message = Message::new(words, [image.definition.into()]);
        Finding::new(&RULE, path::IMAGE_REPLICAS, message).related(path::IMAGE_ID)
    };
    if plan.image.replicas == Some(0) {
        report.add(say(&NONE));
    } else if plan.at(path::IMAGE_REPLICAS).is_none() {
        report.add(
            say(&NOT_KNOWN)
                .weigh(Severity::Advice)
                .on_basis(Basis::Account)
                .because(&NOT_KNOWN_WHY),
        );
    }
}
