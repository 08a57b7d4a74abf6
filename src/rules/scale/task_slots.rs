//! AB0218: task slots of a node outside 1 to the smaller of 4 × its vCPUs and 256.

use crate::facts::limits::{SLOTS_LEAST, SLOTS_MOST, SLOTS_PER_CORE};
use crate::facts::sizes;
use crate::model::{VmSize, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0218",
    name: "task-slots-out-of-range",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Scale,
    title: words(
        "Task slots out of range",
        "Nombre d’emplacements de tâche hors limites",
        "Numero di slot attività fuori dai limiti",
    ),
    why: words(
        "A node has at least 1 task slot and at most 4 for each of its cores, never more than 256. The cores are derived \
         from the name of the size, by Azure’s naming convention: lower the number or take a larger size.",
        "Un nœud compte au moins 1 emplacement de tâche et au plus 4 par cœur, jamais plus de 256. Les cœurs sont \
         déduits du nom de la taille, selon la convention d’Azure : réduisez le nombre ou prenez une taille plus \
         grande.",
        "Un nodo ha almeno 1 slot attività e al massimo 4 per core, mai più di 256. I core sono ricavati dal nome \
         delle dimensioni, secondo la convenzione di Azure: ridurre il numero o scegliere dimensioni maggiori.",
    ),
    sources: &[
        SLOTS_PER_CORE.from,
        SLOTS_MOST.from,
        SLOTS_LEAST.from,
        sizes::NAMING,
        sizes::RANKED_SIZES[0],
        sizes::RANKED_SIZES[1],
    ],
    fields: &[path::SLOTS, path::OLD_SLOTS, path::VM_SIZE],
    versions: None,
    example: example!("AB0218"),
    check: Check::Own(check),
};

static TOO_FEW: Words = words(
    "{0} per node: the least is {1}.",
    "{0} par nœud : le minimum est de {1}.",
    "{0} per nodo: il minimo è {1}.",
);
static TOO_MANY: Words = words(
    "{0} per node: the most is {1}.",
    "{0} par nœud : le maximum est de {1}.",
    "{0} per nodo: il massimo è {1}.",
);
static TOO_MANY_FOR_SIZE: Words = words(
    "{0} per node: the most for {1} is {2} ({3} × {4}, derived from the name).",
    "{0} par nœud : le maximum pour {1} est de {2} ({3} × {4}, déduits du nom).",
    "{0} per nodo: il massimo per {1} è {2} ({3} × {4}, ricavate dal nome).",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let Some(slots) = pool.task_slots else { return };
    let path = if context.plan.at(path::SLOTS).is_some() {
        path::SLOTS
    } else {
        path::OLD_SLOTS
    };
    let count = (slots, &nouns::SLOTS).into();
    let (least, ceiling, per_core) = (SLOTS_LEAST.value, SLOTS_MOST.value, SLOTS_PER_CORE.value);
    let size = pool.vm_size.and_then(|name| Some((name, VmSize::parse(name)?)));
    let cores = size
        .as_ref()
        .and_then(|(name, size)| Some((*name, i64::from(size.vcpus?))));
    let most_of = |vcpus: i64| (per_core * vcpus).min(ceiling);
    let most = cores.map_or(ceiling, |(_, vcpus)| most_of(vcpus));
    let (message, basis, value) = match cores {
        _ if slots < least => (Message::new(&TOO_FEW, [count, least.into()]), Basis::Contract, least),
        _ if slots <= most => return,
        Some((name, vcpus)) if most < ceiling => {
            let vcpus = (vcpus, &nouns::VCPUS).into();
            let args = [count, name.into(), most.into(), per_core.into(), vcpus];
            // Beyond what any node may have, nothing rests on the name of the size.
            let basis = if slots > ceiling {
                Basis::Documented
            } else {
                Basis::Derived
            };
            (Message::new(&TOO_MANY_FOR_SIZE, args), basis, most)
        }
        _ => (Message::new(&TOO_MANY, [count, most.into()]), Basis::Documented, most),
    };
    // Whether the cores switched off in a constrained size count is written nowhere.
    let full = size.and_then(|(_, size)| size.full_vcpus).map(i64::from);
    let unsure = slots >= least && full.is_some_and(|full| slots <= most_of(full));
    report.add(
        Finding::new(&RULE, path, message)
            .weigh(if unsure { Severity::Warning } else { Severity::Error })
            .on_basis(basis)
            .offer_number(path, value),
    );
}
