//! AB0124: a managed image that was not made from snapshots.

use crate::facts::disagreements::FROM_SNAPSHOTS;
use crate::model::{ImageKind, ImageSource, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0124",
    name: "not-made-from-snapshot",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "A managed image that was not made from snapshots",
        "Une image managée qui n’est pas issue d’instantanés",
        "Un’immagine gestita non creata da snapshot",
    ),
    why: words(
        "To scale reliably, a managed image is to be made from snapshots of the VM’s disks; the English page says “should”, \
         the French “must”, the Italian “advisable”. Take a snapshot of the OS disk, and of the data disks if there are any, \
         and make the image from them.",
        "Pour une mise à l’échelle fiable, une image managée est à créer à partir d’instantanés des disques de la \
         machine virtuelle ; la page anglaise dit « devrait », la française « doit », l’italienne « il est \
         conseillé ». Prenez un instantané du disque du système d’exploitation, et des disques de données s’il y en \
         a, puis créez l’image à partir d’eux.",
        "Per una scalabilità affidabile un’immagine gestita va creata da snapshot dei dischi della macchina virtuale; \
         la pagina inglese dice «dovrebbe», la francese «deve», l’italiana «è consigliabile». Acquisire uno snapshot \
         del disco del sistema operativo, e dei dischi dati se ve ne sono, e creare l’immagine da questi.",
    ),
    sources: &FROM_SNAPSHOTS,
    fields: &[path::IMAGE_SOURCE, path::IMAGE_ID],
    versions: None,
    example: example!("AB0124"),
    check: Check::Own(check),
};

static FROM_MACHINE: Words = words(
    "The managed image {0} was made from a generalized VM, not from snapshots.",
    "L’image managée {0} est issue d’une machine virtuelle généralisée, et non d’instantanés.",
    "L’immagine gestita {0} è stata creata da una macchina virtuale generalizzata, non da snapshot.",
);
static FROM_VHD: Words = words(
    "The managed image {0} was made from an uploaded VHD, not from snapshots.",
    "L’image managée {0} est issue d’un VHD chargé, et non d’instantanés.",
    "L’immagine gestita {0} è stata creata da un VHD caricato, non da snapshot.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let ImageKind::Managed(id) = plan.pool.image.kind() else {
        return;
    };
    let words = match plan.image.source {
        Some(ImageSource::VirtualMachine) => &FROM_MACHINE,
        Some(ImageSource::Vhd) => &FROM_VHD,
        _ => return,
    };
    let message = Message::new(words, [id.name().into()]);
    report.add(Finding::new(&RULE, path::IMAGE_SOURCE, message).related(path::IMAGE_ID));
}
