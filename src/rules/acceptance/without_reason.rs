//! AB0020: a finding that is to be accepted without a reason.

use super::Entry;
use crate::facts::contract_sources;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0020",
    name: "acceptance-without-reason",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Document,
    title: words(
        "Finding accepted without a reason",
        "Constat accepté sans motif",
        "Rilievo accettato senza motivo",
    ),
    why: words(
        "Whoever reads the plan later must see why a finding was accepted. Without a reason the entry has no effect: \
         the finding counts as before. Give the reason, or take the entry out.",
        "Qui lira le plan plus tard doit voir pourquoi un constat a été accepté. Sans motif, l’entrée reste sans effet : \
         le constat compte comme avant. Indiquez le motif, ou supprimez l’entrée.",
        "Chi leggerà il piano in seguito deve vedere perché un rilievo è stato accettato. Senza motivo la voce non ha \
         effetto: il rilievo conta come prima. Indicare il motivo, oppure rimuovere la voce.",
    ),
    sources: &[contract_sources::ADDRESS],
    fields: &[path::ACCEPTED],
    versions: None,
    example: example!("AB0020"),
    check: Check::Walk,
};

static NO_REASON: Words = words(
    "The acceptance of {0} gives no reason, so it has no effect.",
    "L’acceptation de {0} n’indique aucun motif : elle reste sans effet.",
    "L’accettazione di {0} non indica alcun motivo, quindi non ha effetto.",
);

/// The finding about such an entry.
pub(super) fn finding(entry: &Entry, rule: &Rule) -> Finding {
    let pointer = path::child(&entry.pointer(), "reason");
    Finding::new(&RULE, pointer, Message::new(&NO_REASON, [rule.id.into()]))
}
