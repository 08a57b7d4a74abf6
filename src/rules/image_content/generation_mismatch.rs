//! AB0146: a VM size that does not start images of this generation.

use crate::facts::pages;
use crate::facts::sizes::{self, BOTH_GENERATIONS, GENERATION_1_ONLY, GENERATION_2_ONLY};
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0146",
    name: "generation-not-of-vm-size",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "An image generation that the VM size does not support",
        "Une génération d’image que la taille de machine virtuelle ne prend pas en charge",
        "Una generazione di immagine che le dimensioni della macchina virtuale non supportano",
    ),
    why: words(
        "Hypervisor generation and VM size must match, or every allocation fails with `AllocationFailed`. Choose a \
         size that supports both, or make the image in the other generation.",
        "La génération de l’hyperviseur et la taille de machine virtuelle doivent être compatibles, sinon toute \
         allocation échoue avec `AllocationFailed`. Choisissez une taille qui prend en charge les deux, ou créez \
         l’image dans l’autre génération.",
        "La generazione dell’hypervisor e le dimensioni della macchina virtuale devono essere compatibili, altrimenti \
         ogni allocazione fallisce con `AllocationFailed`. Scegliere dimensioni che supportano entrambe o creare \
         l’immagine nell’altra generazione.",
    ),
    sources: &[
        pages::VM_SIZES.says(
            "The generation of the image must be one the VM size supports; some sizes, such as Mv2, support only \
             generation 2.",
            "La génération de l’image doit être prise en charge par la taille ; certaines, comme Mv2, n’acceptent que \
             la génération 2.",
            "La generazione dell’immagine deve essere supportata dalle dimensioni; alcune, come Mv2, accettano solo \
             la generazione 2.",
        ),
        pages::NODE_ERRORS.says(
            "A size that cannot boot the image’s generation ends the resize with `AllocationFailed`.",
            "Une taille qui ne peut pas démarrer la génération de l’image fait échouer le redimensionnement avec \
         `AllocationFailed`.",
            "Dimensioni che non possono avviare la generazione dell’immagine fanno fallire il ridimensionamento con \
         `AllocationFailed`.",
        ),
        GENERATION_2_ONLY[0],
        GENERATION_2_ONLY[1],
        GENERATION_2_ONLY[2],
        GENERATION_2_ONLY[3],
        GENERATION_1_ONLY[0],
        GENERATION_1_ONLY[1],
        GENERATION_1_ONLY[2],
        GENERATION_1_ONLY[3],
        BOTH_GENERATIONS[0],
        BOTH_GENERATIONS[1],
    ],
    fields: &[path::VM_SIZE, path::IMAGE_GENERATION],
    versions: None,
    example: example!("AB0146"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} supports only images of generation {1}, and this one is of generation {2}.",
    "{0} n’accepte que des images de génération {1}, et celle-ci est de génération {2}.",
    "{0} accetta solo immagini di generazione {1}, e questa è di generazione {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let (Some(size), Some(generation)) = (plan.pool.vm_size, plan.image.generation) else {
        return;
    };
    let Some(starts) = sizes::generations(size) else {
        return;
    };
    let (other, image, sources) = match generation {
        1 if starts.gen2 && !starts.gen1 => ("V2", "V1", &GENERATION_2_ONLY),
        2 if starts.gen1 && !starts.gen2 => ("V1", "V2", &GENERATION_1_ONLY),
        _ => return,
    };
    let message = Message::new(&SAY, [Arg::from(size), other.into(), image.into()]);
    report.add(
        Finding::new(&RULE, path::VM_SIZE, message)
            .related(path::IMAGE_GENERATION)
            .citing(sources),
    );
}
