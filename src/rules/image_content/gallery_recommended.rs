//! AB0138: a managed image while it was still supported: a gallery was recommended then.

use crate::facts::pages;
use crate::facts::retirements::{self, MANAGED_IMAGES, Stage};
use crate::model::{ImageKind, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0138",
    name: "managed-image-not-recommended",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "A managed image, though Microsoft recommends a gallery",
        "Une image managée, alors que Microsoft recommande une galerie",
        "Un’immagine gestita, benché Microsoft consigli una raccolta",
    ),
    why: words(
        "In most cases Microsoft recommends Azure Compute Gallery: pools are larger, faster and more reliable there. \
         After 31 March 2026 the recommendation has become a retirement, which another rule reports.",
        "Microsoft recommande Azure Compute Gallery dans la plupart des cas : les pools y sont plus grands, plus \
         rapides et plus fiables. Après le 31 mars 2026, la recommandation est devenue un retrait, que signale une \
         autre règle.",
        "Nella maggior parte dei casi Microsoft consiglia Azure Compute Gallery: i pool sono più grandi, più veloci \
         e più affidabili. Dopo il 31 marzo 2026 il consiglio è diventato un ritiro, segnalato da un’altra regola.",
    ),
    sources: &[
        pages::CUSTOM_IMAGES_FR.says(
            "In most cases a shared image from the gallery is preferable to a managed image.",
            "Dans la plupart des cas, une image partagée de la galerie est préférable à une image managée.",
            "Nella maggior parte dei casi un’immagine condivisa della raccolta è preferibile a un’immagine gestita.",
        ),
        MANAGED_IMAGES.from,
    ],
    fields: &[path::IMAGE_ID],
    versions: None,
    example: example!("AB0138"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} is a managed image; Microsoft recommends an image from Azure Compute Gallery.",
    "{0} est une image managée ; Microsoft recommande une image d’Azure Compute Gallery.",
    "{0} è un’immagine gestita; Microsoft consiglia un’immagine di Azure Compute Gallery.",
);

fn check(context: &Context, report: &mut Report) {
    let ImageKind::Managed(image) = context.plan.pool.image.kind() else {
        return;
    };
    if retirements::stage(MANAGED_IMAGES.value, context.as_of) != Stage::Past {
        let message = Message::new(&SAY, [Arg::from(image.name())]);
        report.add(Finding::new(&RULE, path::IMAGE_ID, message));
    }
}
