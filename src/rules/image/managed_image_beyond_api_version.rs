//! AB0102: a managed image in a request of an api-version that takes gallery images only.

use crate::facts::limits::MANAGED_LAST_VERSION;
use crate::facts::pages;
use crate::model::api_version::V2020_03_01;
use crate::model::{ApiVersion, ImageKind, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0102",
    name: "managed-image-beyond-api-version",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "A managed image with an api-version that no longer accepts it",
        "Une image managée avec une api-version qui ne l’accepte plus",
        "Un’immagine gestita con un’api-version che non la accetta più",
    ),
    why: words(
        "According to its page, a managed image is accepted up to `2019-08-01`, and from `2020-03-01` on the contract \
         names gallery images only; the REST sample of that same page, a managed image with `2020-03-01`, contradicts \
         both. Going back to an older api-version does not help after 31 March 2026, when managed images were \
         retired: publish the image to a gallery.",
        "Selon sa page, une image managée est acceptée jusqu’à `2019-08-01`, et à partir de `2020-03-01` le contrat \
         ne mentionne que les images de galerie ; l’exemple REST de cette même page, une image managée avec \
         `2020-03-01`, contredit l’un et l’autre. Revenir à une api-version plus ancienne n’aide pas après le 31 mars \
         2026, date du retrait des images managées : publiez l’image dans une galerie.",
        "Secondo la sua pagina, un’immagine gestita è accettata fino a `2019-08-01`, e da `2020-03-01` in poi il \
         contratto cita solo immagini della raccolta; l’esempio REST della stessa pagina, un’immagine gestita con \
         `2020-03-01`, contraddice entrambi. Tornare a un’api-version precedente non serve dopo il 31 marzo 2026, \
         data del ritiro delle immagini gestite: pubblicare l’immagine in una raccolta.",
    ),
    sources: &[
        MANAGED_LAST_VERSION.from,
        pages::CONTRACT_2020.says(
            "The image id is that of an image version of a gallery; managed images are no longer named.",
            "L’ID d’image est celui d’une version d’image de galerie ; les images managées ne sont plus mentionnées.",
            "L’ID immagine è quello di una versione dell’immagine di una raccolta; le immagini gestite non sono più \
             citate.",
        ),
        pages::CUSTOM_IMAGES.says(
            "The REST sample sends a managed image with api-version `2020-03-01`.",
            "L’exemple REST envoie une image managée avec l’api-version `2020-03-01`.",
            "L’esempio REST invia un’immagine gestita con l’api-version `2020-03-01`.",
        ),
    ],
    fields: &[path::IMAGE_ID, path::API_VERSION],
    versions: Some((V2020_03_01, ApiVersion::DRAFT)),
    example: example!("AB0102"),
    check: Check::Own(check),
};

static REFUSED: Words = words(
    "{0} is a managed image; api-version {1} accepts gallery images only.",
    "{0} est une image managée ; l’api-version {1} n’accepte que des images de galerie.",
    "{0} è un’immagine gestita; l’api-version {1} accetta solo immagini della raccolta.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let ImageKind::Managed(id) = plan.pool.image.kind() else {
        return;
    };
    let unreadable = plan
        .target
        .api_version
        .is_some_and(|text| ApiVersion::parse(text).is_none());
    let version = plan.api_version();
    if unreadable || version <= MANAGED_LAST_VERSION.value {
        return;
    }
    let message = Message::new(&REFUSED, [id.name().into(), version.name().into()]);
    report.add(Finding::new(&RULE, path::IMAGE_ID, message).related(path::API_VERSION));
}
