//! AB0128: a gallery image of a third-party base whose definition does not carry the purchase plan.

use crate::facts::pages;
use crate::model::{BasePublisher, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0128",
    name: "gallery-definition-without-purchase-plan",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "A gallery image definition without the purchase plan of its base",
        "Une définition d’image de galerie sans le plan d’achat de sa base",
        "Una definizione di immagine della raccolta senza il piano di acquisto della base",
    ),
    why: words(
        "Batch reads the plan (publisher, product, name) from the image definition when it creates the pool; without \
         it the resize fails, for example with `MissingPublisherPropertyInMarketPlacePlan`. Make the image \
         definition with the plan.",
        "Batch lit le plan (éditeur, produit, nom) dans la définition d’image à la création du pool ; sans lui, le \
         redimensionnement échoue, par exemple avec `MissingPublisherPropertyInMarketPlacePlan`. Créez la définition \
         d’image avec le plan.",
        "Batch legge il piano (editore, prodotto, nome) dalla definizione dell’immagine quando crea il pool; senza \
         piano il ridimensionamento fallisce, ad esempio con `MissingPublisherPropertyInMarketPlacePlan`. Creare la \
         definizione dell’immagine con il piano.",
    ),
    sources: &[
        pages::GALLERY_IMAGES.says(
        "The definition of an image derived from one with a purchase plan must carry that plan; Batch reads it there.",
        "La définition d’une image dérivée d’une image avec plan d’achat doit porter ce plan ; Batch l’y lit.",
        "La definizione di un’immagine derivata da una con piano di acquisto deve riportare quel piano; Batch lo \
         legge lì.",
    ),
        pages::RESIZE_ERRORS.says(
        "`MissingPublisherPropertyInMarketPlacePlan` is one of the resize errors.",
        "`MissingPublisherPropertyInMarketPlacePlan` compte parmi les erreurs de redimensionnement.",
        "`MissingPublisherPropertyInMarketPlacePlan` è uno degli errori di ridimensionamento.",
    ),
    ],
    fields: &[path::IMAGE_PLAN, path::IMAGE_BASE, path::IMAGE_ID],
    versions: None,
    example: example!("AB0128"),
    check: Check::Own(check),
};

static WITHOUT: Words = words(
    "The base image is {0}, but the gallery image definition carries no purchase plan.",
    "L’image de base est {0}, mais la définition d’image de la galerie ne porte aucun plan d’achat.",
    "L’immagine di base è {0}, ma la definizione dell’immagine nella raccolta non riporta alcun piano di acquisto.",
);
static UNKNOWN: Words = words(
    "The base image is {0}: check that the gallery image definition carries its purchase plan.",
    "L’image de base est {0} : vérifiez que la définition d’image de la galerie porte son plan d’achat.",
    "L’immagine di base è {0}: verificare che la definizione dell’immagine nella raccolta riporti il suo piano di \
     acquisto.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if plan.image.base != Some(BasePublisher::ThirdParty) || !plan.pool.image.kind().is_gallery() {
        return;
    }
    let say = |words| Message::new(words, [Arg::from("ThirdParty")]);
    match plan.image.has_purchase_plan {
        Some(false) => report.add(Finding::new(&RULE, path::IMAGE_PLAN, say(&WITHOUT)).related(path::IMAGE_BASE)),
        None => report.add(
            Finding::new(&RULE, path::IMAGE_BASE, say(&UNKNOWN))
                .weigh(Severity::Advice)
                .on_basis(Basis::Account),
        ),
        Some(true) => {}
    }
}
