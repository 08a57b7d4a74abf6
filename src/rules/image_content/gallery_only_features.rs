//! AB0143: a feature that only gallery images have, asked of a managed image.

use crate::facts::pages;
use crate::model::{ImageKind, Node, VmSize, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0143",
    name: "gallery-only-feature-with-managed-image",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "A feature that a managed image does not have",
        "Une fonctionnalité qu’une image managée n’a pas",
        "Una funzionalità che un’immagine gestita non ha",
    ),
    why: words(
        "ARM64, Trusted Launch and Confidential VM exist only for images in Azure Compute Gallery. Bring the managed \
         image into a gallery, as a version of a definition with that feature, or do without it.",
        "ARM64, le lancement fiable et les machines virtuelles confidentielles n’existent que pour les images d’Azure \
         Compute Gallery. Importez l’image managée dans une galerie, comme version d’une définition qui a cette \
         fonctionnalité, ou renoncez-y.",
        "ARM64, l’avvio attendibile e le macchine virtuali riservate esistono solo per le immagini di Azure Compute \
         Gallery. Importare l’immagine gestita in una raccolta, come versione di una definizione con tale \
         funzionalità, o rinunciarvi.",
    ),
    sources: &[
        pages::CAPTURE_IMAGE.says(
            "ARM64, Trusted Launch and Confidential VM are supported through Compute Gallery only, not with managed \
         images.",
            "ARM64, le lancement fiable et les machines virtuelles confidentielles ne sont pris en charge que par \
         Compute Gallery, non par les images managées.",
            "ARM64, l’avvio attendibile e le macchine virtuali riservate sono supportati solo tramite Compute Gallery, \
         non con le immagini gestite.",
        ),
        pages::VM_NAMING.says(
            "The letter `p` after the number of cores stands for an ARM64 processor.",
            "La lettre `p` après le nombre de cœurs désigne un processeur ARM64.",
            "La lettera `p` dopo il numero di core indica un processore ARM64.",
        ),
    ],
    fields: &[path::SECURITY_TYPE, path::VM_SIZE, path::IMAGE_ID],
    versions: None,
    example: example!("AB0143"),
    check: Check::Own(check),
};

static SECURITY: Words = words(
    "{0} needs a gallery image; {1} is a managed image.",
    "{0} exige une image de galerie ; {1} est une image managée.",
    "{0} richiede un’immagine della raccolta; {1} è un’immagine gestita.",
);
static ARM: Words = words(
    "{0} has an ARM64 processor and needs a gallery image; {1} is a managed image.",
    "{0} a un processeur ARM64 et exige une image de galerie ; {1} est une image managée.",
    "{0} ha un processore ARM64 e richiede un’immagine della raccolta; {1} è un’immagine gestita.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let ImageKind::Managed(image) = plan.pool.image.kind() else {
        return;
    };
    let say = |words, value: &str| Message::new(words, [Arg::from(value), image.name().into()]);
    let security = plan.at(path::SECURITY_TYPE).and_then(Node::as_text);
    if let Some(kind) = security.filter(|kind| matches!(*kind, "trustedLaunch" | "confidentialVM")) {
        report.add(Finding::new(&RULE, path::SECURITY_TYPE, say(&SECURITY, kind)).related(path::IMAGE_ID));
    }
    let is_arm = |size: &&str| VmSize::parse(size).is_some_and(|size| size.arm());
    if let Some(size) = plan.pool.vm_size.filter(is_arm) {
        report.add(
            Finding::new(&RULE, path::VM_SIZE, say(&ARM, size))
                .on_basis(Basis::Derived)
                .related(path::IMAGE_ID),
        );
    }
}
