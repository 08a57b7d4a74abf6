//! The VM sizes that Batch offers in the region: the plan's own among them, its vCPUs and its end of life.

use super::{Known, Lines, Told, Verdict};
use crate::arm::Call;
use crate::model::{Moment, Node};
use crate::words::{Words, nouns, words};

pub(super) static TITLE: Words = words(
    "VM size",
    "Taille de machine virtuelle",
    "Dimensioni della macchina virtuale",
);

static OFFERED: Words = words(
    "{0} is offered to Batch in {1}, with {2}.",
    "Batch propose {0} dans {1}, avec {2}.",
    "{0} è disponibile per Batch in {1}, con {2}.",
);
static OFFERED_PLAINLY: Words = words(
    "{0} is offered to Batch in {1}.",
    "Batch propose {0} dans {1}.",
    "{0} è disponibile per Batch in {1}.",
);
static NOT_OFFERED: Words = words(
    "{0} is not among the sizes that Batch offers in {1}.",
    "{0} ne fait pas partie des tailles que Batch propose dans {1}.",
    "{0} non è tra le dimensioni che Batch offre in {1}.",
);
static ENDS: Words = words(
    "Batch retires this size on {0}.",
    "Batch retirera cette taille le {0}.",
    "Batch ritira queste dimensioni il {0}.",
);
static ENDED: Words = words(
    "Batch retired this size on {0}.",
    "Batch a retiré cette taille le {0}.",
    "Batch ha ritirato queste dimensioni il {0}.",
);
static OTHER_VCPUS: Words = words(
    "The list says {0}; its name tells {1}.",
    "La liste indique {0} ; d’après le nom de la taille : {1}.",
    "L’elenco indica {0}; il nome, invece, {1}.",
);
static NO_SPOT: Words = words(
    "The list says that this size cannot be had as Spot nodes.",
    "La liste indique que cette taille n’est pas disponible pour des nœuds Spot.",
    "L’elenco indica che queste dimensioni non sono disponibili come nodi Spot.",
);
static GENERATION: Words = words(
    "The size takes images of hypervisor generation {0}; the image is of {1}.",
    "La taille accepte les images de génération d’hyperviseur {0} ; l’image est de génération {1}.",
    "Le dimensioni accettano immagini di generazione hypervisor {0}; l’immagine è di generazione {1}.",
);

/// The first page, once the region is known.
pub(super) fn call(known: &Known) -> Option<Call> {
    let region: String = known
        .region
        .as_deref()?
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let [_, version] = known.batch;
    let route = format!(
        "/subscriptions/{}/providers/Microsoft.Batch/locations/{}/virtualMachineSkus?api-version={version}",
        known.subscription,
        region.to_ascii_lowercase(),
    );
    known.account.is_some().then(|| Call::get(route))
}

/// Looks through a page; `Some(None)` when the size is not on it.
pub(super) fn heard(body: &Node, known: &Known, now: Moment) -> Option<Option<Told>> {
    let size = known.size.as_deref()?;
    let listed = body.get("value")?.items();
    let Some(found) = listed
        .iter()
        .find(|sku| sku.get("name").is_some_and(|name| name.says(size)))
    else {
        return Some(None);
    };
    let mut lines = Lines::new(now);
    let capabilities = found.get("capabilities").map_or(&[][..], Node::items);
    let capability = |name: &str| {
        let own = capabilities
            .iter()
            .find(|one| one.get("name").is_some_and(|own| own.says(name)));
        own.and_then(|one| one.get("value")?.as_text())
    };
    let vcpus = capability("vCPUs").and_then(|text| text.parse::<i64>().ok());
    let end = found
        .get("batchSupportEndOfLife")
        .and_then(|end| Moment::parse(end.as_text()?));
    match end {
        Some(end) if end <= now => lines.say(Verdict::Trouble, &ENDED, [end.date().into()]),
        Some(end) => lines.say(Verdict::Note, &ENDS, [end.date().into()]),
        None => {}
    }
    if let (Some(listed), Some(derived)) = (vcpus, known.vcpus)
        && listed != derived
    {
        let args = [(listed, &nouns::VCPUS).into(), (derived, &nouns::VCPUS).into()];
        lines.say(Verdict::Note, &OTHER_VCPUS, args);
    }
    let [_, spot] = known.nodes;
    if spot > 0 && capability("LowPriorityCapable").is_some_and(|capable| capable.eq_ignore_ascii_case("False")) {
        lines.say(Verdict::Trouble, &NO_SPOT, []);
    }
    if let (Some(generation), Some(taken)) = (known.generation, capability("HyperVGenerations")) {
        let own = format!("V{generation}");
        if !taken.split(',').any(|one| one.trim().eq_ignore_ascii_case(&own)) {
            lines.say(Verdict::Trouble, &GENERATION, [taken.into(), own.into()]);
        }
    }
    let region = known.region.as_deref().unwrap_or_default();
    Some(Some(match vcpus {
        Some(vcpus) => lines.told(&OFFERED, [size.into(), region.into(), (vcpus, &nouns::VCPUS).into()]),
        None => lines.told(&OFFERED_PLAINLY, [size.into(), region.into()]),
    }))
}

/// What is told when no page has the size.
pub(super) fn missing(known: &Known, now: Moment) -> Told {
    let words = [&known.size, &known.region].map(|text| text.as_deref().unwrap_or_default().into());
    Told {
        verdict: Verdict::Trouble,
        ..Lines::new(now).told(&NOT_OFFERED, words)
    }
}
