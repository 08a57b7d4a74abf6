//! AB0114: a managed image, and what it was made from, must not be deleted before the pool.

use crate::facts::pages;
use crate::model::{Builder, ImageKind, ImageSource, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0114",
    name: "image-must-outlive-pool",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "A managed image that must exist as long as its pool",
        "Une image managée qui doit exister aussi longtemps que son pool",
        "Un’immagine gestita che deve esistere finché esiste il suo pool",
    ),
    why: words(
        "When the image or what it was made from is deleted, the pool can no longer grow: resizes end with \
         `AllocationFailed`. Keep both until the pool is deleted.",
        "Quand l’image ou ce dont elle est issue est supprimé, le pool ne peut plus s’agrandir : les \
         redimensionnements se terminent par `AllocationFailed`. Conservez les deux jusqu’à la suppression du pool.",
        "Quando l’immagine o ciò da cui deriva viene eliminato, il pool non può più crescere: i ridimensionamenti \
         terminano con `AllocationFailed`. Conservare entrambi fino all’eliminazione del pool.",
    ),
    sources: &[
        pages::CUSTOM_IMAGES.says(
            "The image should exist for the lifetime of the pool (prerequisites); it must (note on creating the pool).",
            "L’image devrait exister pendant toute la durée de vie du pool (prérequis) ; elle doit exister (remarque \
             sur la création du pool).",
            "L’immagine dovrebbe esistere per tutta la durata di vita del pool (prerequisiti); deve esistere (nota \
             sulla creazione del pool).",
        ),
        pages::CUSTOM_IMAGES.says(
            "The resource from which the image was made must exist as long, else allocation or resizing may fail with \
             `AllocationFailed` (section on Packer).",
            "La ressource dont l’image est issue doit exister aussi longtemps, sans quoi l’allocation ou le \
             redimensionnement peut échouer avec `AllocationFailed` (section sur Packer).",
            "La risorsa da cui deriva l’immagine deve esistere altrettanto a lungo, altrimenti l’allocazione o il \
             ridimensionamento può fallire con `AllocationFailed` (sezione su Packer).",
        ),
    ],
    fields: &[path::IMAGE_ID, path::IMAGE_SOURCE, path::IMAGE_BUILT_WITH],
    versions: None,
    example: example!("AB0114"),
    check: Check::Own(check),
};

static KEEP: Words = words(
    "The managed image {0} and {1} must exist as long as the pool.",
    "L’image managée {0} et {1} doivent exister aussi longtemps que le pool.",
    "L’immagine gestita {0} e {1} devono esistere finché esiste il pool.",
);
static SNAPSHOTS: Words = words("its snapshots", "ses instantanés", "i suoi snapshot");
static MACHINE: Words = words(
    "its source VM",
    "sa machine virtuelle source",
    "la sua macchina virtuale di origine",
);
static VHD: Words = words("its source VHD", "son VHD source", "il suo VHD di origine");
static BUILT: Words = words(
    "what Packer made it from",
    "ce dont Packer l’a tirée",
    "ciò da cui Packer l’ha ricavata",
);
static SOURCE: Words = words("its source", "sa source", "la sua origine");

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let ImageKind::Managed(id) = plan.pool.image.kind() else {
        return;
    };
    let by_packer = plan.image.built_with == Some(Builder::Packer);
    let (severity, source) = match plan.image.source {
        Some(ImageSource::Snapshot) => (Severity::Warning, &SNAPSHOTS),
        Some(ImageSource::VirtualMachine) => (Severity::Warning, &MACHINE),
        Some(ImageSource::Vhd) => (Severity::Warning, &VHD),
        Some(ImageSource::Unknown) | None if by_packer => (Severity::Warning, &BUILT),
        Some(ImageSource::Unknown) | None => (Severity::Advice, &SOURCE),
    };
    let message = Message::new(&KEEP, [id.name().into(), source.into()]);
    report.add(Finding::new(&RULE, path::IMAGE_ID, message).weigh(severity));
}
