//! AB0022: an acceptance that nothing is left to accept for.

use super::{Entry, can_be_accepted, withdraw_edit};
use crate::facts::contract_sources;
use crate::model::{Node, path};
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0022",
    name: "acceptance-meets-no-finding",
    severity: Severity::Advice,
    basis: Basis::Documented,
    area: Area::Document,
    title: words(
        "Acceptance that meets no finding",
        "Acceptation qui ne correspond à aucun constat",
        "Accettazione che non corrisponde ad alcun rilievo",
    ),
    why: words(
        "Nothing of the kind is reported at that place, or no longer. If the entry stays, it hides a later finding that \
         nobody decided about. Take it out.",
        "Rien de tel n’est signalé, ou ne l’est plus, à cet endroit. Si l’entrée reste, elle masquera plus tard un \
         constat sur lequel personne n’a statué. Supprimez-la.",
        "In quel punto non viene segnalato nulla del genere, o non più. Se la voce rimane, nasconderà un rilievo futuro \
         su cui nessuno ha deciso. Rimuoverla.",
    ),
    sources: &[contract_sources::ADDRESS],
    fields: &[path::ACCEPTED],
    versions: None,
    example: example!("AB0022"),
    check: Check::Walk,
};

static AT: Words = words(
    "The acceptance of {0} meets no finding at {1}.",
    "L’acceptation de {0} ne correspond à aucun constat à l’emplacement {1}.",
    "L’accettazione di {0} non corrisponde ad alcun rilievo in {1}.",
);
static ANYWHERE: Words = words(
    "The acceptance of {0} meets no finding.",
    "L’acceptation de {0} ne correspond à aucun constat.",
    "L’accettazione di {0} non corrisponde ad alcun rilievo.",
);
static ITSELF: Words = words(
    "{0} is about this list itself and cannot be accepted.",
    "{0} porte sur cette liste elle-même et ne peut pas être acceptée.",
    "{0} riguarda questo stesso elenco e non può essere accettata.",
);
static REMOVE: Words = words("Remove the entry", "Supprimer l’entrée", "Rimuovi la voce");

/// The finding about such an entry.
pub(super) fn finding(entry: &Entry, rule: &'static Rule, root: &Node) -> Finding {
    let message = match entry.path() {
        _ if !can_be_accepted(rule) => Message::new(&ITSELF, [rule.id.into()]),
        Some(place) => Message::new(&AT, [rule.id.into(), place.into()]),
        None => Message::new(&ANYWHERE, [rule.id.into()]),
    };
    Finding::new(&RULE, entry.pointer(), message).fix(&REMOVE, [withdraw_edit(root, entry.index)])
}
