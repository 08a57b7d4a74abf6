//! AB0131: a source VM without managed disks.

use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0131",
    name: "unmanaged-disk-of-source",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "An image from a VM without managed disks",
        "Une image d’une machine virtuelle sans disques managés",
        "Un’immagine da una macchina virtuale senza dischi gestiti",
    ),
    why: words(
        "The VM an image for Batch is made from must have managed disks, which is the default. Convert its disks, or \
         create the VM anew, and make the image again.",
        "La machine virtuelle dont on tire une image pour Batch doit avoir des disques managés, ce qui est le réglage \
         par défaut. Convertissez ses disques, ou recréez la machine virtuelle, puis refaites l’image.",
        "La macchina virtuale da cui si crea un’immagine per Batch deve avere dischi gestiti, come da impostazione \
         predefinita. Convertirne i dischi, o ricreare la macchina virtuale, e rifare l’immagine.",
    ),
    sources: &[
        pages::CUSTOM_IMAGES.says(
            "Make sure that the source VM has a managed disk.",
            "La machine virtuelle source doit avoir un disque managé.",
            "La macchina virtuale di origine deve avere un disco gestito.",
        ),
        pages::GALLERY_IMAGES.says(
            "The same for gallery images.",
            "Il en va de même pour les images de galerie.",
            "Lo stesso vale per le immagini della raccolta.",
        ),
    ],
    fields: &[path::IMAGE_MANAGED_DISK],
    versions: None,
    example: example!("AB0131"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "The VM behind the image has no managed disk.",
    "La machine virtuelle dont vient l’image n’a pas de disque managé.",
    "La macchina virtuale da cui proviene l’immagine non ha un disco gestito.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if plan.image.managed_disk == Some(false) && plan.pool.image.kind().is_custom() {
        report.add(Finding::new(&RULE, path::IMAGE_MANAGED_DISK, &SAY).related(path::IMAGE_REFERENCE));
    }
}
