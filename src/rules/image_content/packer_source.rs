//! AB0140: what a Packer-built image was made from must stay as long as the pool.

use crate::facts::pages;
use crate::model::{Builder, ImageKind, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0140",
    name: "packer-source-must-stay",
    severity: Severity::Advice,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "The resource a Packer-built image came from must stay",
        "La ressource dont vient une image créée par Packer doit rester",
        "La risorsa da cui proviene un’immagine creata con Packer deve restare",
    ),
    why: words(
        "Packer cleans up after itself, but the pool needs more than the image: if the resource it was built from is \
         deleted, allocation and resize fail. Keep both until the pool is gone.",
        "Packer fait le ménage derrière lui, mais le pool a besoin de plus que l’image : si la ressource dont elle \
         est issue est supprimée, l’allocation et le redimensionnement échouent. Gardez les deux jusqu’à la \
         disparition du pool.",
        "Packer ripulisce dopo di sé, ma al pool serve più dell’immagine: se la risorsa da cui è stata creata viene \
         eliminata, l’allocazione e il ridimensionamento falliscono. Conservare entrambe finché esiste il pool.",
    ),
    sources: &[pages::CUSTOM_IMAGES.says(
        "The resource a Packer image was built from must exist as long as the pool, or allocation and resize fail.",
        "La ressource dont une image Packer est issue doit exister aussi longtemps que le pool, sinon l’allocation \
         et le redimensionnement échouent.",
        "La risorsa da cui è stata creata un’immagine Packer deve esistere quanto il pool, altrimenti l’allocazione \
         e il ridimensionamento falliscono.",
    )],
    fields: &[path::IMAGE_BUILT_WITH, path::IMAGE_ID],
    versions: None,
    example: example!("AB0140"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "Keep the resource Packer built {0} from until the pool is gone.",
    "Gardez la ressource dont Packer a tiré {0} jusqu’à la disparition du pool.",
    "Conservare la risorsa da cui Packer ha creato {0} finché esiste il pool.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if let (ImageKind::Managed(image), Some(Builder::Packer)) = (plan.pool.image.kind(), plan.image.built_with) {
        let message = Message::new(&SAY, [Arg::from(image.name())]);
        report.add(Finding::new(&RULE, path::IMAGE_BUILT_WITH, message).related(path::IMAGE_ID));
    }
}
