//! AB0125: a pool of hundreds of nodes whose managed image was not made from snapshots.

use crate::facts::limits_image_content::HUNDREDS_OF_NODES;
use crate::model::{ImageKind, ImageSource, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0125",
    name: "large-managed-pool-not-from-snapshots",
    severity: Severity::Warning,
    basis: Basis::Derived,
    area: Area::Image,
    title: words(
        "A large pool whose managed image was not made from snapshots",
        "Un grand pool dont l’image managée ne vient pas d’instantanés",
        "Un pool grande la cui immagine gestita non proviene da snapshot",
    ),
    why: words(
        "Only a managed image made from snapshots of a VM’s disks, complete read-only copies, lets a pool grow \
         reliably; with hundreds of nodes Microsoft calls it important. Take a snapshot of the OS disk and of each \
         data disk, and give them to `az image create`.",
        "Seule une image managée créée à partir d’instantanés des disques d’une machine virtuelle, copies complètes \
         en lecture seule, permet au pool de grandir de façon fiable ; pour des centaines de nœuds, Microsoft juge \
         ce point important. Prenez un instantané du disque du système d’exploitation et de chaque disque de \
         données, puis passez-les à `az image create`.",
        "Solo un’immagine gestita creata da snapshot dei dischi di una macchina virtuale, copie complete in sola \
         lettura, permette al pool di crescere in modo affidabile; con centinaia di nodi Microsoft lo definisce \
         importante. Creare uno snapshot del disco del sistema operativo e di ogni disco dati e passarli ad `az \
         image create`.",
    ),
    sources: &[HUNDREDS_OF_NODES.from],
    fields: &[path::IMAGE_SOURCE, path::DEDICATED, path::SPOT, path::IMAGE_ID],
    versions: None,
    example: example!("AB0125"),
    check: Check::Own(check),
};

static FROM_VM: Words = words(
    "{0} from a managed image that was made from a generalized VM.",
    "{0} issus d’une image managée créée à partir d’une machine virtuelle généralisée.",
    "{0} da un’immagine gestita creata da una macchina virtuale generalizzata.",
);
static FROM_VHD: Words = words(
    "{0} from a managed image that was made from an uploaded VHD.",
    "{0} issus d’une image managée créée à partir d’un disque dur virtuel chargé.",
    "{0} da un’immagine gestita creata da un disco rigido virtuale caricato.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let nodes = plan.pool.nodes();
    if nodes < HUNDREDS_OF_NODES.value || !matches!(plan.pool.image.kind(), ImageKind::Managed(_)) {
        return;
    }
    let words = match plan.image.source {
        Some(ImageSource::VirtualMachine) => &FROM_VM,
        Some(ImageSource::Vhd) => &FROM_VHD,
        _ => return,
    };
    let message = Message::new(words, [Arg::from((nodes, &nouns::NODES))]);
    report.add(Finding::new(&RULE, path::IMAGE_SOURCE, message).related(path::FIXED));
}
