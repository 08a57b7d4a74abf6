//! AB0506: an ephemeral OS disk on a size that does not support it, or hardly.

use super::shapes;
use crate::facts::machine_sizes::NoEphemeral;
use crate::facts::{machine_sizes, pages};
use crate::model::api_version::V2021_06_01;
use crate::model::{ApiVersion, Node, VmSize, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0506",
    name: "ephemeral-disk-not-of-size",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Machine,
    title: words(
        "An ephemeral OS disk on a size that has none",
        "Un disque du système d’exploitation éphémère sur une taille qui n’en a pas",
        "Un disco del sistema operativo effimero su dimensioni che non lo hanno",
    ),
    why: words(
        "An ephemeral OS disk lies on the machine’s own storage, which costs nothing and starts sooner, but only \
         sizes with the capability `EphemeralOSDiskSupported` have one, and the OS image must fit their cache. Take \
         such a size, often one with `s` in its name, or a managed disk.",
        "Un disque éphémère réside sur le stockage propre de la machine, gratuit et plus rapide au démarrage, mais \
         seules les tailles dotées de la capacité `EphemeralOSDiskSupported` en ont un, et l’image doit tenir dans \
         leur cache. Prenez une telle taille, dont le nom comporte souvent un `s`, ou un disque managé.",
        "Un disco effimero risiede nell’archiviazione propria della macchina, gratuita e più rapida all’avvio, ma lo \
         hanno solo le dimensioni con la capacità `EphemeralOSDiskSupported`, e l’immagine deve stare nella loro \
         cache. Scegliere tali dimensioni, spesso con `s` nel nome, o un disco gestito.",
    ),
    sources: &[
        pages::EPHEMERAL_DISKS.says(
            "Not all VM series support ephemeral OS disks; where they do not, a managed disk must be used. The \
             capability `EphemeralOSDiskSupported` tells.",
            "Toutes les séries ne prennent pas en charge les disques éphémères ; à défaut, un disque managé est \
             obligatoire. La capacité `EphemeralOSDiskSupported` l’indique.",
            "Non tutte le serie supportano i dischi effimeri; altrimenti si deve usare un disco gestito. Lo dice la \
             capacità `EphemeralOSDiskSupported`.",
        ),
        machine_sizes::NO_EPHEMERAL,
        machine_sizes::EPHEMERAL_NEEDS,
    ],
    fields: &[path::EPHEMERAL, path::VM_SIZE],
    versions: Some((V2021_06_01, ApiVersion::DRAFT)),
    example: example!("AB0506"),
    check: Check::Own(check),
};

static NONE: Words = words(
    "{0} does not support an ephemeral OS disk.",
    "{0} ne prend pas en charge de disque du système d’exploitation éphémère.",
    "{0} non supporta un disco del sistema operativo effimero.",
);

static DOUBTFUL: Words = words(
    "{0} seems to lack the premium storage that an ephemeral OS disk needs.",
    "{0} semble dépourvue du stockage Premium qu’exige un disque du système d’exploitation éphémère.",
    "{0} sembra non avere l’archiviazione Premium che un disco del sistema operativo effimero richiede.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let placement = pool.vm_at("/osDisk/ephemeralOSDiskSettings/placement");
    let (Some(_), Some(name)) = (placement.and_then(Node::as_text), pool.vm_size) else {
        return;
    };
    let (words, severity, basis) = match VmSize::parse(name).as_ref().and_then(machine_sizes::no_ephemeral) {
        Some(NoEphemeral::Documented) => (&NONE, Severity::Error, Basis::Documented),
        Some(NoEphemeral::Doubtful) => (&DOUBTFUL, Severity::Warning, Basis::Derived),
        None => return,
    };
    if !shapes::applies(context, &RULE) {
        return;
    }
    let finding = Finding::new(&RULE, path::EPHEMERAL, Message::new(words, [name.into()]))
        .weigh(severity)
        .on_basis(basis)
        .related(path::VM_SIZE);
    report.add(shapes::offer_removal(finding, path::EPHEMERAL));
}
