//! The account: region, allocation mode, quotas, allowed authentication, endpoint, state.

use super::{Known, Lines, Told, Verdict};
use crate::facts::quotas::is_quota_of;
use crate::model::{AllocationMode, Moment, Node, path, same_region};
use crate::words::{Arg, Words, nouns, words};

pub(super) static TITLE: Words = words("Batch account", "Compte Batch", "Account Batch");

static WITH_QUOTAS: Words = words(
    "{0}, Batch service mode: {1} dedicated, {2} Spot, {3}.",
    "{0}, mode service Batch : {1} en dédié, {2} en Spot, {3}.",
    "{0}, modalità servizio Batch: {1} dedicati, {2} Spot, {3}.",
);
static OF_USER: Words = words(
    "{0}, user subscription mode: the subscription’s own core quotas count; {1}.",
    "{0}, mode abonnement utilisateur : ce sont les quotas de cœurs de l’abonnement qui comptent ; {1}.",
    "{0}, modalità sottoscrizione utente: contano le quote di core della sottoscrizione; {1}.",
);
static REGION_ONLY: Words = words("In {0}.", "Région : {0}.", "In {0}.");
static OTHER_REGION: Words = words(
    "The account is in {0}; the plan says {1}.",
    "Le compte se trouve dans {0} ; le plan indique {1}.",
    "L’account si trova in {0}; il piano indica {1}.",
);
static NOT_READY: Words = words(
    "The account is not ready: its state is {0}.",
    "Le compte n’est pas prêt : son état est {0}.",
    "L’account non è pronto: il suo stato è {0}.",
);
static ENTRA_ONLY: Words = words(
    "The account takes Microsoft Entra ID only, no shared key.",
    "Le compte n’accepte que Microsoft Entra ID, pas de clé partagée.",
    "L’account accetta solo Microsoft Entra ID, non la chiave condivisa.",
);
static TAKES: Words = words(
    "Allowed authentication: {0}.",
    "Authentification autorisée : {0}.",
    "Autenticazione consentita: {0}.",
);
static ENDPOINT: Words = words(
    "Endpoint of the account: {0}.",
    "Point de terminaison du compte : {0}.",
    "Endpoint dell’account: {0}.",
);
static SERIES: Words = words(
    "Quota {0} of the VM series of {1}: {2}.",
    "Quota {0} de la série de machines virtuelles de {1} : {2}.",
    "Quota {0} della serie di macchine virtuali di {1}: {2}.",
);
static NO_SERIES: Words = words(
    "The account lists no quota for the VM series of {0}.",
    "Le compte n’indique aucun quota pour la série de machines virtuelles de {0}.",
    "L’account non indica alcuna quota per la serie di macchine virtuali di {0}.",
);

/// Reads the account; `None` when it is none. What it says replaces what was known.
pub(super) fn heard(body: &Node, known: &mut Known, now: Moment) -> Option<Told> {
    let own = body.get("properties")?;
    let region = body.get("location")?.as_text()?.to_owned();
    let text = |name: &str| own.get(name).and_then(Node::as_text);
    let mut lines = Lines::new(now);
    if let Some(planned) = known.region.as_deref().filter(|planned| !same_region(planned, &region)) {
        lines.say(
            Verdict::Trouble,
            &OTHER_REGION,
            [region.as_str().into(), planned.into()],
        );
    }
    lines.read(path::REGION, Node::text(&*region));
    let mode = text("poolAllocationMode");
    lines.read_choice(path::ALLOCATION_MODE, mode, AllocationMode::NAMES);
    if let Some(state) = text("provisioningState").filter(|state| !state.eq_ignore_ascii_case("Succeeded")) {
        lines.say(Verdict::Trouble, &NOT_READY, [state.into()]);
    }
    let members = ["dedicatedCoreQuota", "lowPriorityCoreQuota", "poolQuota"];
    let quotas = members.map(|name| own.get(name).and_then(Node::as_whole));
    let paths = [path::QUOTA_DEDICATED, path::QUOTA_SPOT, path::QUOTA_POOLS];
    for (path, quota) in paths.into_iter().zip(quotas) {
        if let Some(quota) = quota {
            lines.read(path, Node::number(quota));
        }
    }
    series(own, known, &mut lines);
    authentication(own, &mut lines);
    if let Some(endpoint) = text("accountEndpoint") {
        lines.say(Verdict::Fine, &ENDPOINT, [endpoint.into()]);
    }
    known.region = Some(region.clone());
    known.quotas = quotas;
    let region = Arg::from(region);
    Some(match quotas {
        [Some(dedicated), Some(spot), Some(pools)] => lines.told(
            &WITH_QUOTAS,
            [
                region,
                (dedicated, &nouns::CORES).into(),
                (spot, &nouns::CORES).into(),
                (pools, &nouns::POOLS).into(),
            ],
        ),
        [.., Some(pools)] if mode == Some("UserSubscription") => {
            lines.told(&OF_USER, [region, (pools, &nouns::POOLS).into()])
        }
        _ => lines.told(&REGION_ONLY, [region]),
    })
}

/// The quota of the series of the plan's size, and of those the plan already notes.
fn series(own: &Node, known: &Known, lines: &mut Lines) {
    let enforced = own.get("dedicatedCoreQuotaPerVMFamilyEnforced").and_then(Node::as_bool);
    let listed = own.get("dedicatedCoreQuotaPerVMFamily").map_or(&[][..], Node::items);
    if enforced != Some(true) {
        return;
    }
    let (size, mut found) = (known.vm_size(), false);
    for entry in listed {
        let name = entry
            .get("name")
            .and_then(Node::as_text)
            .filter(|name| !name.is_empty());
        let quota = entry.get("coreQuota").and_then(Node::as_whole);
        let (Some(name), Some(quota)) = (name, quota) else {
            continue;
        };
        let is_own = size.as_ref().is_some_and(|size| is_quota_of(name, size));
        if is_own || known.families.iter().any(|family| family == name) {
            lines.read(path::child(path::QUOTA_PER_FAMILY, name), Node::number(quota));
        }
        if let Some(size) = known.size.as_deref().filter(|_| is_own) {
            found = true;
            lines.say(
                Verdict::Fine,
                &SERIES,
                [name.into(), size.into(), (quota, &nouns::CORES).into()],
            );
        }
    }
    if let Some(size) = known.size.as_deref().filter(|_| !found && size.is_some()) {
        lines.say(Verdict::Note, &NO_SERIES, [size.into()]);
    }
}

fn authentication(own: &Node, lines: &mut Lines) {
    let modes = own.get("allowedAuthenticationModes").map_or(&[][..], Node::items);
    let mut names = String::new();
    for mode in modes.iter().filter_map(Node::as_text) {
        names.push_str(if names.is_empty() { "" } else { ", " });
        names.push_str(mode);
    }
    if names.is_empty() {
        return;
    }
    // The key would be refused: then the caller signs in with Microsoft Entra ID.
    if modes.iter().any(|mode| mode.says("SharedKey")) {
        lines.say(Verdict::Fine, &TAKES, [names.into()]);
    } else {
        lines.read(path::AUTHENTICATION, Node::text("EntraId"));
        lines.say(Verdict::Note, &ENTRA_ONLY, []);
    }
}
