//! AB0329: accelerated networking on a size that does not offer it.

use crate::facts::limits::ACCELERATED_VCPUS;
use crate::facts::pages;
use crate::model::{Edit, Node, VmSize, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0329",
    name: "accelerated-networking-unsupported",
    severity: Severity::Warning,
    basis: Basis::Derived,
    area: Area::Network,
    title: words(
        "The size does not offer accelerated networking",
        "La taille n’offre pas la mise en réseau accélérée",
        "Le dimensioni non offrono la rete accelerata",
    ),
    why: words(
        "Accelerated networking needs a size and an operating system that support it: sizes with a single vCPU and Av2 \
         sizes do not. What the size offers is derived from its name; the region’s list of sizes decides. Take a \
         larger size or leave it off.",
        "La mise en réseau accélérée exige une taille et un système d’exploitation qui la prennent en charge : les \
         tailles à un seul vCPU et les tailles Av2 ne le font pas. Ce qu’offre la taille est déduit de son nom ; la \
         liste des tailles de la région tranche. Prenez une taille plus grande ou désactivez-la.",
        "La rete accelerata richiede dimensioni e un sistema operativo che la supportino: le dimensioni con una sola \
         vCPU e le Av2 non la supportano. Ciò che le dimensioni offrono è ricavato dal nome; decide l’elenco delle \
         dimensioni dell’area. Scegliere dimensioni maggiori o disattivarla.",
    ),
    sources: &[
        ACCELERATED_VCPUS.from,
        pages::AV2_SIZES_2022.says(
            "Av2 sizes do not support accelerated networking.",
            "Les tailles Av2 ne prennent pas en charge la mise en réseau accélérée.",
            "Le dimensioni Av2 non supportano la rete accelerata.",
        ),
        pages::CONTRACT.says(
            "Accelerated networking gives the virtual machine SR-IOV (`enableAcceleratedNetworking`).",
            "La mise en réseau accélérée donne SR-IOV à la machine virtuelle (`enableAcceleratedNetworking`).",
            "La rete accelerata dà SR-IOV alla macchina virtuale (`enableAcceleratedNetworking`).",
        ),
    ],
    fields: &[path::ACCELERATED, path::VM_SIZE],
    versions: None,
    example: example!("AB0329"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} does not support accelerated networking.",
    "{0} ne prend pas en charge la mise en réseau accélérée.",
    "{0} non supporta la rete accelerata.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let wanted = plan.at(path::ACCELERATED).and_then(Node::as_bool);
    let (Some(true), Some(name)) = (wanted, plan.pool.vm_size) else {
        return;
    };
    let Some(size) = VmSize::parse(name) else { return };
    let small = size.vcpus.is_some_and(|vcpus| vcpus < ACCELERATED_VCPUS.value);
    if small || (size.letters == "A" && size.version == Some(2)) {
        let off = Message::new(&fix_titles::SET, ["false".into()]);
        report.add(
            Finding::new(&RULE, path::ACCELERATED, Message::new(&SAY, [name.into()]))
                .related(path::VM_SIZE)
                .fix(off, [Edit::set(path::ACCELERATED, Node::bool(false))]),
        );
    }
}
