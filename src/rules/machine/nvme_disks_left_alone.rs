//! AB0539: NVMe disks beside a SCSI temporary disk, which Batch neither formats nor mounts.

use crate::facts::{machine_sizes, pages};
use crate::model::{Node, VmSize, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0539",
    name: "nvme-disks-left-alone",
    severity: Severity::Advice,
    basis: Basis::Documented,
    area: Area::Machine,
    title: words(
        "NVMe disks that Batch leaves unused",
        "Des disques NVMe que Batch laisse inutilisés",
        "Dischi NVMe che Batch lascia inutilizzati",
    ),
    why: words(
        "Where a size has both, Batch works on the SCSI temporary disk and neither formats nor mounts the NVMe disks; \
         it manages them only on sizes that have nothing else (without any temporary disk it works on the OS disk). \
         Prepare them in the start task, each time a node starts, or choose such a size.",
        "Si une taille a les deux, Batch travaille sur le disque temporaire SCSI et ne formate ni ne monte les \
         disques NVMe ; il ne les gère que sur les tailles qui n’ont rien d’autre (sans disque temporaire, il \
         travaille sur le disque du système d’exploitation). Préparez-les dans la tâche de démarrage, à chaque \
         démarrage d’un nœud, ou choisissez une telle taille.",
        "Se le dimensioni hanno entrambi, Batch lavora sul disco temporaneo SCSI e non formatta né monta i dischi \
         NVMe; li gestisce solo per dimensioni che non hanno altro (senza disco temporaneo lavora sul disco del \
         sistema operativo). Prepararli nell’attività di avvio, a ogni avvio di un nodo, o scegliere tali dimensioni.",
    ),
    sources: &[
        pages::NVME_DISKS.says(
            "No temporary disk: the OS disk is used; SCSI only: SCSI; NVMe only: Batch prepares and mounts them; \
             both: SCSI is used, NVMe is left alone.",
            "Aucun disque temporaire : le disque du système d’exploitation est utilisé ; SCSI seul : SCSI ; NVMe \
             seul : Batch les prépare et les monte ; les deux : SCSI est utilisé, NVMe est laissé tel quel.",
            "Nessun disco temporaneo: si usa il disco del sistema operativo; solo SCSI: SCSI; solo NVMe: Batch li \
             prepara e li monta; entrambi: si usa SCSI, NVMe viene lasciato com’è.",
        ),
        machine_sizes::BOTH_KINDS_OF_DISK[0],
        machine_sizes::BOTH_KINDS_OF_DISK[1],
        machine_sizes::BOTH_KINDS_OF_DISK[2],
    ],
    fields: &[path::VM_SIZE, path::START_TASK],
    versions: None,
    example: example!("AB0539"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} has NVMe disks beside its temporary disk: without a start task that prepares them they stay unused.",
    "{0} a des disques NVMe en plus de son disque temporaire : sans tâche de démarrage qui les prépare, ils restent \
     inutilisés.",
    "{0} ha dischi NVMe accanto al disco temporaneo: senza un’attività di avvio che li prepari restano inutilizzati.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let both = |name: &&str| VmSize::parse(name).is_some_and(|size| machine_sizes::has_both_kinds_of_disk(&size));
    if let Some(name) = plan.pool.vm_size.filter(both)
        && plan.at(path::START_TASK).is_none_or(Node::is_null)
    {
        let message = Message::new(&SAY, [name.into()]);
        report.add(Finding::new(&RULE, path::VM_SIZE, message).related(path::START_TASK));
    }
}
