//! AB0127: a managed image whose base image carries licence or purchase terms.

use crate::facts::disagreements::THIRD_PARTY_BASE;
use crate::model::{BasePublisher, ImageKind, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0127",
    name: "third-party-base-of-managed-image",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "A managed image built on a third-party image with purchase terms",
        "Une image managée fondée sur une image tierce soumise à des conditions d’achat",
        "Un’immagine gestita basata su un’immagine di terze parti con condizioni di acquisto",
    ),
    why: words(
        "The base of a managed image must be a first-party Marketplace image that Batch supports. The Italian page \
         says the opposite of every English and French revision and of the line above it: it lost a “not” in \
         translation. Use Azure Compute Gallery, with the purchase plan on the image definition.",
        "La base d’une image managée doit être une image propriétaire de la Place de marché prise en charge par \
         Batch. La page italienne dit le contraire de toutes les versions anglaises et françaises et de la ligne qui \
         précède : la négation s’est perdue à la traduction. Passez par Azure Compute Gallery, avec le plan d’achat \
         sur la définition d’image.",
        "La base di un’immagine gestita deve essere un’immagine first-party del Marketplace supportata da Batch. La \
         pagina italiana dice il contrario di tutte le versioni inglesi e francesi e della riga che precede: nella \
         traduzione si è persa la negazione. Usare Azure Compute Gallery, con il piano di acquisto nella definizione \
         dell’immagine.",
    ),
    sources: &THIRD_PARTY_BASE,
    fields: &[path::IMAGE_BASE, path::IMAGE_ID],
    versions: None,
    example: example!("AB0127"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "A managed image cannot be built on a {0} image with licence or purchase terms.",
    "Une image managée ne peut pas se fonder sur une image {0} soumise à des conditions de licence ou d’achat.",
    "Un’immagine gestita non può basarsi su un’immagine {0} con condizioni di licenza o di acquisto.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let managed = matches!(plan.pool.image.kind(), ImageKind::Managed(_));
    if managed && plan.image.base == Some(BasePublisher::ThirdParty) {
        let message = Message::new(&SAY, [Arg::from("ThirdParty")]);
        report.add(Finding::new(&RULE, path::IMAGE_BASE, message).related(path::IMAGE_ID));
    }
}
