//! AB0111: a specialized gallery image, from which Batch makes no pool.

use crate::facts::pages;
use crate::model::{OsState, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0111",
    name: "specialized-gallery-image",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "A specialized image as the source of a pool",
        "Une image spécialisée comme source d’un pool",
        "Un’immagine specializzata come origine di un pool",
    ),
    why: words(
        "A specialized image is the copy of one machine; Batch makes pools from generalized gallery images only. Generalize \
         the machine with `sysprep` or `waagent` and publish it under an image definition for generalized images.",
        "Une image spécialisée est la copie d’une machine ; Batch ne crée des pools qu’à partir d’images de galerie \
         généralisées. Généralisez la machine avec `sysprep` ou `waagent` et publiez-la sous une définition d’image \
         généralisée.",
        "Un’immagine specializzata è la copia di una macchina; Batch crea pool solo da immagini della raccolta \
         generalizzate. Generalizzare la macchina con `sysprep` o `waagent` e pubblicarla in una definizione per \
         immagini generalizzate.",
    ),
    sources: &[pages::GALLERY_IMAGES.says(
        "Only generalized images of a gallery can be used; a pool cannot be created from a specialized one (note).",
        "Seules les images généralisées d’une galerie sont utilisables ; un pool ne peut être créé à partir d’une image \
         spécialisée (remarque).",
        "Si possono usare solo immagini generalizzate di una raccolta; da un’immagine specializzata non si può creare \
         un pool (nota).",
    )],
    fields: &[path::IMAGE_STATE, path::IMAGE_REFERENCE],
    versions: None,
    example: example!("AB0111"),
    check: Check::Own(check),
};

static SPECIALIZED: Words = words(
    "The gallery image is `Specialized`; a pool needs a `Generalized` one.",
    "L’image de galerie est `Specialized` ; un pool en demande une `Generalized`.",
    "L’immagine della raccolta è `Specialized`; un pool ne richiede una `Generalized`.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if plan.image.state == Some(OsState::Specialized) && plan.pool.image.kind().is_gallery() {
        report.add(Finding::new(&RULE, path::IMAGE_STATE, &SPECIALIZED).related(path::IMAGE_REFERENCE));
    }
}
