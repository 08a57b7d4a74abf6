//! AB0010: a resource whose type is not that of a Batch pool.

use crate::facts::contract_sources;
use crate::input::{Note, NoteKind};
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0010",
    name: "other-resource-type",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Document,
    title: words(
        "Resource of another type than a Batch pool",
        "Ressource d’un autre type qu’un pool Batch",
        "Risorsa di tipo diverso da un pool Batch",
    ),
    why: words(
        "Only pools of a Batch account are planned here. A resource of another type has other members, so it was not checked any further.",
        "Seuls les pools d’un compte Batch sont planifiés ici. Une ressource d’un autre type a d’autres membres ; elle n’a donc pas été vérifiée davantage.",
        "Qui si pianificano solo pool di un account Batch. Una risorsa di altro tipo ha altri membri, quindi non è stata verificata oltre.",
    ),
    sources: &[contract_sources::RESOURCE],
    fields: &["/type"],
    versions: None,
    example: example!("AB0010"),
    check: Check::Walk,
};

static OTHER: Words = words(
    "A resource of the type {0} is not a pool of a Batch account.",
    "Une ressource du type {0} n’est pas un pool d’un compte Batch.",
    "Una risorsa di tipo {0} non è un pool di un account Batch.",
);

/// The finding about the type, if the reading noted another one.
pub(super) fn finding(text: &str, notes: &[Note]) -> Option<Finding> {
    let note = notes.iter().find(|note| note.kind == NoteKind::OtherType)?;
    // In JSON the note stands at the name, and the value follows it; elsewhere it names the type itself.
    let rest = text.get(note.span.end..).unwrap_or_default();
    let value = rest.split('"').nth(1).filter(|_| note.name == "type");
    let value = value.unwrap_or(&note.name);
    Some(Finding::new(&RULE, "/type", Message::new(&OTHER, [value.into()])).at_text(note.span))
}
