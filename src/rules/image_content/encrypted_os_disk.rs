//! AB0134: a source VM with an encrypted OS disk.

use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0134",
    name: "encrypted-os-disk-of-source",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "An image from an encrypted OS disk",
        "Une image issue d’un disque du système d’exploitation chiffré",
        "Un’immagine da un disco del sistema operativo crittografato",
    ),
    why: words(
        "The OS disk an image for Batch is made from must not be encrypted (the French page of 2020 is older than \
         this sentence). Encrypt the nodes of the pool instead, with `diskEncryptionConfiguration`.",
        "Le disque du système d’exploitation dont on tire une image pour Batch ne doit pas être chiffré (la page \
         française de 2020 est antérieure à cette phrase). Chiffrez plutôt les nœuds du pool, avec \
         `diskEncryptionConfiguration`.",
        "Il disco del sistema operativo da cui si crea un’immagine per Batch non deve essere crittografato (la \
         pagina francese del 2020 è anteriore a questa frase). Crittografare invece i nodi del pool, con \
         `diskEncryptionConfiguration`.",
    ),
    sources: &[
        pages::CUSTOM_IMAGES.says(
            "Make sure that the OS disk is not encrypted.",
            "Le disque du système d’exploitation ne doit pas être chiffré.",
            "Il disco del sistema operativo non deve essere crittografato.",
        ),
        pages::GALLERY_IMAGES.says(
            "The same for gallery images.",
            "Il en va de même pour les images de galerie.",
            "Lo stesso vale per le immagini della raccolta.",
        ),
    ],
    fields: &[path::IMAGE_ENCRYPTED],
    versions: None,
    example: example!("AB0134"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "The OS disk behind the image is encrypted.",
    "Le disque du système d’exploitation dont vient l’image est chiffré.",
    "Il disco del sistema operativo da cui proviene l’immagine è crittografato.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if plan.image.os_disk_encrypted == Some(true) && plan.pool.image.kind().is_custom() {
        report.add(Finding::new(&RULE, path::IMAGE_ENCRYPTED, &SAY).related(path::IMAGE_REFERENCE));
    }
}
