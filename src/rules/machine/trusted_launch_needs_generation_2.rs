//! AB0529: Trusted Launch with an image or a size of generation 1.

use super::shapes;
use crate::facts::sizes::GENERATION_1_ONLY;
use crate::facts::{pages, sizes};
use crate::model::api_version::V2023_11_01;
use crate::model::{ApiVersion, Plan, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0529",
    name: "trusted-launch-needs-generation-2",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Machine,
    title: words(
        "Trusted Launch without generation 2",
        "Un lancement fiable sans génération 2",
        "Avvio attendibile senza generazione 2",
    ),
    why: words(
        "Trusted Launch secures machines of generation 2: image and VM size must both be of it. Make the image in \
         generation 2, choose a size that supports it, or leave the security type out.",
        "Le lancement fiable protège les machines de génération 2 : l’image et la taille doivent toutes deux être de \
         cette génération. Créez l’image en génération 2, choisissez une taille qui la prend en charge, ou omettez le \
         type de sécurité.",
        "L’avvio attendibile protegge macchine di generazione 2: immagine e dimensioni devono esserlo entrambe. \
         Creare l’immagine in generazione 2, scegliere dimensioni che la supportano, o omettere il tipo di sicurezza.",
    ),
    sources: &[
        pages::TRUSTED_LAUNCH.says(
            "Trusted Launch improves the security of generation 2 VMs.",
            "Le lancement fiable améliore la sécurité des machines virtuelles de génération 2.",
            "L’avvio attendibile migliora la sicurezza delle macchine virtuali di generazione 2.",
        ),
        GENERATION_1_ONLY[0],
        GENERATION_1_ONLY[1],
        GENERATION_1_ONLY[2],
        GENERATION_1_ONLY[3],
    ],
    fields: &[path::SECURITY_TYPE, path::IMAGE_GENERATION, path::VM_SIZE],
    versions: Some((V2023_11_01, ApiVersion::DRAFT)),
    example: example!("AB0529"),
    check: Check::Own(check),
};

static OF_IMAGE: Words = words(
    "{0} takes an image of generation 2, and this one is {1}.",
    "{0} exige une image de génération 2, et celle-ci est {1}.",
    "{0} richiede un’immagine di generazione 2, e questa è {1}.",
);

static OF_SIZE: Words = words(
    "{0} takes generation 2, which {1} does not support.",
    "{0} exige la génération 2, que {1} ne prend pas en charge.",
    "{0} richiede la generazione 2, che {1} non supporta.",
);

/// What stands in the way of Trusted Launch.
pub(super) enum Obstacle<'a> {
    /// The image is of generation 1.
    Image,
    /// The size supports generation 1 only.
    Size(&'a str),
}

/// What stands in the way of Trusted Launch in this plan, if anything is known to.
pub(super) fn obstacle<'a>(plan: &Plan<'a>) -> Option<Obstacle<'a>> {
    if plan.image.generation == Some(1) {
        return Some(Obstacle::Image);
    }
    let old = |name: &&str| sizes::generations(name).is_some_and(|known| !known.gen2);
    plan.pool.vm_size.filter(old).map(Obstacle::Size)
}

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let Some(kind) = plan
        .pool
        .security_type()
        .filter(|kind| kind.eq_ignore_ascii_case("trustedLaunch"))
    else {
        return;
    };
    if !shapes::applies(context, &RULE) {
        return;
    }
    let finding = |words, other: &str, path| {
        let message = Message::new(words, [kind.into(), other.into()]);
        Finding::new(&RULE, path::SECURITY_TYPE, message).related(path)
    };
    match obstacle(plan) {
        Some(Obstacle::Image) => report.add(finding(&OF_IMAGE, "V1", path::IMAGE_GENERATION)),
        Some(Obstacle::Size(name)) => report.add(finding(&OF_SIZE, name, path::VM_SIZE).on_basis(Basis::Derived)),
        None => {}
    }
}
