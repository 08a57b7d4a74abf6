//! Public IP addresses of one’s own: region, SKU, allocation, and whether something else uses them.

use super::{Known, Lines, Told, Verdict, known};
use crate::arm::Call;
use crate::facts::live_reads::NETWORK_VERSION;
use crate::model::{Moment, Node, same_region};
use crate::words::{Words, nouns, words};

pub(super) static TITLE: Words = words("Public IP addresses", "Adresses IP publiques", "Indirizzi IP pubblici");

static READ: Words = words("Read: {0}.", "Lecture effectuée : {0}.", "Lettura eseguita: {0}.");
static UNREAD: Words = words(
    "{0} could not be read.",
    "{0} n’a pas pu être lue.",
    "Impossibile leggere {0}.",
);
static OTHER_REGION: Words = words(
    "{0} is in {1}, the account in {2}.",
    "{0} se trouve dans {1}, le compte dans {2}.",
    "{0} si trova in {1}, l’account in {2}.",
);
static NOT_STANDARD: Words = words(
    "{0} has SKU {1}; Batch needs `Standard`.",
    "{0} a la référence SKU {1} ; Batch exige `Standard`.",
    "{0} ha lo SKU {1}; Batch richiede `Standard`.",
);
static NOT_STATIC: Words = words(
    "{0} is allocated as {1}; Batch needs `Static`.",
    "{0} est allouée en mode {1} ; Batch exige `Static`.",
    "{0} ha il metodo di allocazione {1}; Batch richiede `Static`.",
);
static USED: Words = words("{0} is used already.", "{0} est déjà utilisée.", "{0} è già in uso.");
static NO_NAME: Words = words(
    "{0} has no DNS name.",
    "{0} n’a pas de nom DNS.",
    "{0} non ha un nome DNS.",
);

/// What was told so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Addresses {
    at: usize,
    lines: Option<Lines>,
}

pub(super) fn call(known: &Known, at: usize) -> Option<Call> {
    known::of_resource(known.addresses.get(at)?, "", NETWORK_VERSION.value)
}

impl Addresses {
    /// Takes an answer, or that there was none: the call that comes next, or what is told.
    pub(super) fn heard(&mut self, body: Option<&Node>, known: &Known, now: Moment) -> Result<Told, Call> {
        let mut lines = self.lines.take().unwrap_or_else(|| Lines::new(now));
        let id = known.addresses.get(self.at).map_or("", String::as_str);
        let name = id.rsplit('/').next().unwrap_or_default();
        match body.and_then(|body| Some((body, body.get("properties")?))) {
            Some((body, own)) => one(name, body, own, known, &mut lines),
            None => lines.say(Verdict::Trouble, &UNREAD, [name.into()]),
        }
        loop {
            self.at += 1;
            if self.at >= known.addresses.len() {
                let count = i64::try_from(known.addresses.len()).unwrap_or(i64::MAX);
                return Ok(lines.told(&READ, [(count, &nouns::PUBLIC_IPS).into()]));
            }
            if let Some(call) = call(known, self.at) {
                self.lines = Some(lines);
                return Err(call);
            }
        }
    }
}

fn one(name: &str, body: &Node, own: &Node, known: &Known, lines: &mut Lines) {
    let text = |node: Option<&Node>| node.and_then(Node::as_text).map(str::to_owned);
    let region = text(body.get("location"));
    if let (Some(region), Some(account)) = (&region, known.region.as_deref())
        && !same_region(region, account)
    {
        let args = [name.into(), region.as_str().into(), account.into()];
        lines.say(Verdict::Trouble, &OTHER_REGION, args);
    }
    let wanted = [
        (text(body.at("/sku/name")), "Standard", &NOT_STANDARD),
        (text(own.get("publicIPAllocationMethod")), "Static", &NOT_STATIC),
    ];
    for (value, wanted, words) in wanted {
        if let Some(value) = value.filter(|value| !value.eq_ignore_ascii_case(wanted)) {
            lines.say(Verdict::Trouble, words, [name.into(), value.into()]);
        }
    }
    if own.get("ipConfiguration").is_some_and(|used| !used.is_null()) {
        lines.say(Verdict::Note, &USED, [name.into()]);
    }
    if own.at("/dnsSettings/fqdn").is_none() {
        lines.say(Verdict::Note, &NO_NAME, [name.into()]);
    }
}
