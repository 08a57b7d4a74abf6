//! AB0145: an operating system that Batch no longer supports, or soon will not.

use crate::facts::retirements::{
    self, AZURE_LINUX_2, Aftermath, ENDED_AGENTS, Stage, UBUNTU_2004, UBUNTU_2204, WINDOWS_2012, WINDOWS_2016,
};
use crate::model::{ImageKind, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0145",
    name: "operating-system-support-ends",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "An operating system whose support in Batch ends",
        "Un système d’exploitation dont la prise en charge par Batch prend fin",
        "Un sistema operativo il cui supporto in Batch cessa",
    ),
    why: words(
        "The end of an operating system’s support counts for custom images derived from it as well. Build the image \
         on a newer one and create the pool with its agent; `batchSupportEndOfLife` in the list of supported images \
         gives the date, and no date is no promise.",
        "La fin de la prise en charge d’un système d’exploitation vaut aussi pour les images personnalisées qui en \
         dérivent. Créez l’image sur un système plus récent et le pool avec son agent ; `batchSupportEndOfLife` dans \
         la liste des images prises en charge donne la date, et l’absence de date n’est pas une promesse.",
        "La fine del supporto di un sistema operativo vale anche per le immagini personalizzate che ne derivano. \
         Creare l’immagine su uno più recente e il pool con il suo agente; `batchSupportEndOfLife` nell’elenco delle \
         immagini supportate indica la data, e l’assenza di una data non è una promessa.",
    ),
    sources: &[
        ENDED_AGENTS,
        WINDOWS_2012,
        WINDOWS_2016,
        UBUNTU_2204,
        UBUNTU_2004,
        AZURE_LINUX_2,
    ],
    fields: &[path::NODE_AGENT, path::IMAGE_REFERENCE],
    versions: None,
    example: example!("AB0145"),
    check: Check::Own(check),
};

static PAST: Words = words(
    "{0}: Batch ended its support of this system on {1}{3}.",
    "{0} : Batch a mis fin à la prise en charge de ce système le {1}{3}.",
    "{0}: Batch ha cessato il supporto di questo sistema il {1}{3}.",
);
static SOON: Words = words(
    "{0}: Batch ends its support of this system in {2}, on {1}{3}.",
    "{0} : Batch met fin à la prise en charge de ce système dans {2}, le {1}{3}.",
    "{0}: Batch cessa il supporto di questo sistema tra {2}, il {1}{3}.",
);
static LAST_DAY: Words = words(
    "{0}: today, {1}, is the last day on which Batch supports this system{3}.",
    "{0} : aujourd’hui, {1}, est le dernier jour de prise en charge de ce système par Batch{3}.",
    "{0}: oggi, {1}, è l’ultimo giorno in cui Batch supporta questo sistema{3}.",
);
static LATER: Words = words(
    "{0}: Batch ends its support of this system on {1}{3}.",
    "{0} : Batch met fin à la prise en charge de ce système le {1}{3}.",
    "{0}: Batch cessa il supporto di questo sistema il {1}{3}.",
);
static WITH_CUSTOM_IMAGES: Words = words(
    ", custom images included",
    ", images personnalisées comprises",
    ", immagini personalizzate comprese",
);
static HEARSAY: Words = words(
    "Microsoft’s own page on this end was not found: the date is quoted by others, so check it in the list of \
     supported images. The end counts for custom images derived from the system as well.",
    "La page de Microsoft sur cette fin n’a pas été trouvée : la date est citée par des tiers, vérifiez-la dans la \
     liste des images prises en charge. La fin vaut aussi pour les images personnalisées qui dérivent du système.",
    "La pagina di Microsoft su questa fine non è stata trovata: la data è citata da terzi, verificarla nell’elenco \
     delle immagini supportate. La fine vale anche per le immagini personalizzate derivate dal sistema.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let by_agent = pool
        .node_agent
        .and_then(|agent| Some((path::NODE_AGENT.to_owned(), agent, retirements::of_agent(agent)?)));
    let image = &pool.image;
    let by_offer = match (image.kind(), image.publisher, image.offer, image.sku) {
        (ImageKind::Marketplace, Some(publisher), Some(offer), Some(sku)) => {
            retirements::of_marketplace(publisher, offer, sku)
                .map(|end| (path::child(path::IMAGE_REFERENCE, "sku"), sku, end))
        }
        _ => None,
    };
    for (path, value, end) in by_agent.into_iter().chain(by_offer) {
        let (severity, words, days) = match retirements::stage(end.on, context.as_of) {
            Stage::Past if end.aftermath == Aftermath::Gone => (Severity::Error, &PAST, 0),
            Stage::Past => (Severity::Warning, &PAST, 0),
            Stage::Soon(0) => (Severity::Warning, &LAST_DAY, 0),
            Stage::Soon(days) => (Severity::Warning, &SOON, days),
            Stage::Later => (Severity::Advice, &LATER, 0),
        };
        let included = match end.custom_images {
            true => Arg::Term(&WITH_CUSTOM_IMAGES),
            false => Arg::Text(String::new()),
        };
        let args = [
            Arg::from(value),
            end.on.into(),
            Arg::from((days, &nouns::DAYS)),
            included,
        ];
        let finding = Finding::new(&RULE, path, Message::new(words, args))
            .weigh(severity)
            .citing(end.sources);
        report.add(match end.aftermath {
            Aftermath::ThirdPartyEvidence => finding.because(&HEARSAY),
            Aftermath::Gone | Aftermath::Unsupported => finding,
        });
    }
}
