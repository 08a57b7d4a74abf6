//! The managed image: region, source, operating system, generation, disks.

use super::{Known, Lines, Told, Verdict};
use crate::model::{Moment, Node, OsState, OsType, path, same_region};
use crate::words::{Words, nouns, words};

pub(super) static TITLE: Words = words("Managed image", "Image managée", "Immagine gestita");

static IS: Words = words(
    "{0} in {1}: {2}, {3}.",
    "{0} dans {1} : {2}, {3}.",
    "{0} in {1}: {2}, {3}.",
);
static IS_IN: Words = words("{0} in {1}.", "{0} dans {1}.", "{0} in {1}.");
pub(super) static OTHER_REGION: Words = words(
    "It is in {0}, the account in {1}.",
    "Elle se trouve dans {0}, le compte dans {1}.",
    "Si trova in {0}, l’account in {1}.",
);
pub(super) static NOT_READY: Words = words(
    "It is not ready: its state is {0}.",
    "La ressource n’est pas prête : son état est {0}.",
    "Non è pronta: il suo stato è {0}.",
);
pub(super) static DISKS: Words = words("It has {0}.", "Elle comporte {0}.", "Contiene {0}.");
pub(super) static FROM: Words = words("Made from {0}.", "Créée à partir de {0}.", "Creata da {0}.");
pub(super) static SPECIALIZED: Words = words(
    "It is specialized; Batch takes generalized images.",
    "Elle est spécialisée ; Batch attend des images généralisées.",
    "È specializzata; Batch accetta immagini generalizzate.",
);
static GENERATION: Words = words(
    "Hypervisor generation {0}.",
    "Génération d’hyperviseur {0}.",
    "Generazione hypervisor {0}.",
);

/// Reads the image; `None` when it is none.
pub(super) fn heard(body: &Node, known: &Known, now: Moment) -> Option<Told> {
    let own = body.get("properties")?;
    let disk = own.at("/storageProfile/osDisk");
    let text = |node: Option<&Node>, name: &str| node.and_then(|node| Some(node.get(name)?.as_text()?.to_owned()));
    let of_disk = |name: &str| text(disk, name);
    let mut lines = Lines::new(now);
    let region = text(Some(body), "location")?;
    let name = text(Some(body), "name").unwrap_or_default();
    lines.read(path::IMAGE_REGION, Node::text(&*region));
    if let Some(account) = known.region.as_deref().filter(|account| !same_region(account, &region)) {
        lines.say(
            Verdict::Trouble,
            &OTHER_REGION,
            [region.as_str().into(), account.into()],
        );
    }
    ready(own, &mut lines);
    let (os, state) = (of_disk("osType"), of_disk("osState"));
    kind(
        os.as_deref(),
        state.as_deref(),
        text(Some(own), "hyperVGeneration").as_deref(),
        &mut lines,
    );
    let machine = own.at("/sourceVirtualMachine/id").and_then(Node::as_text);
    let snapshot = disk.and_then(|disk| disk.at("/snapshot/id")?.as_text());
    let blob = disk.and_then(|disk| disk.get("blobUri")?.as_text());
    source(machine, snapshot, blob, &mut lines);
    disks(own.at("/storageProfile/dataDisks"), &mut lines);
    Some(match (os, state) {
        (Some(os), Some(state)) => lines.told(&IS, [name.into(), region.into(), os.into(), state.into()]),
        _ => lines.told(&IS_IN, [name.into(), region.into()]),
    })
}

/// Says when something is still being made or failed.
pub(super) fn ready(own: &Node, lines: &mut Lines) {
    let state = own.get("provisioningState").and_then(Node::as_text);
    // Older resources say `created`.
    let good = |state: &&str| {
        ["Succeeded", "Created"]
            .iter()
            .any(|good| good.eq_ignore_ascii_case(state))
    };
    if let Some(state) = state.filter(|state| !good(state)) {
        lines.say(Verdict::Trouble, &NOT_READY, [state.into()]);
    }
}

/// Operating system, state and generation.
pub(super) fn kind(os: Option<&str>, state: Option<&str>, generation: Option<&str>, lines: &mut Lines) {
    lines.read_choice(path::IMAGE_OS, os, OsType::NAMES);
    lines.read_choice(path::IMAGE_STATE, state, OsState::NAMES);
    lines.read_choice(path::IMAGE_GENERATION, generation, &["V1", "V2"]);
    if state.is_some_and(|state| state.eq_ignore_ascii_case("Specialized")) {
        lines.say(Verdict::Trouble, &SPECIALIZED, []);
    }
    if let Some(generation) = generation {
        lines.say(Verdict::Fine, &GENERATION, [generation.into()]);
    }
}

/// What it was made from: a machine, a snapshot, or a blob.
pub(super) fn source(machine: Option<&str>, snapshot: Option<&str>, blob: Option<&str>, lines: &mut Lines) {
    let from = [("VirtualMachine", machine), ("Snapshot", snapshot), ("Vhd", blob)];
    let found = from
        .into_iter()
        .find_map(|(kind, id)| Some((kind, id.filter(|id| !id.is_empty())?)));
    if let Some((kind, id)) = found {
        lines.read(path::IMAGE_SOURCE, Node::text(kind));
        // The address of a blob may carry a signature.
        let shown = id.split('?').next().unwrap_or_default();
        lines.say(
            Verdict::Fine,
            &FROM,
            [shown.rsplit('/').next().unwrap_or_default().into()],
        );
    }
}

/// Its data disks.
pub(super) fn disks(list: Option<&Node>, lines: &mut Lines) {
    let count = list.map_or(0, |list| list.items().len());
    if count > 0 {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        lines.say(Verdict::Note, &DISKS, [(count, &nouns::DATA_DISKS).into()]);
    }
}
