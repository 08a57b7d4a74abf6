//! AB0021: an acceptance that names no rule there is.

use super::Entry;
use crate::facts::contract_sources;
use crate::model::path;
use crate::rules::near::nearest;
use crate::rules::{self, Area, Basis, Check, Finding, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0021",
    name: "acceptance-of-unknown-rule",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Document,
    title: words(
        "Acceptance of a rule that does not exist",
        "Acceptation d’une règle qui n’existe pas",
        "Accettazione di una regola che non esiste",
    ),
    why: words(
        "A rule is named by its permanent id, such as `AB0203`. An entry that names none accepts nothing, and the \
         finding it was meant for counts.",
        "Une règle se nomme par son identifiant permanent, comme `AB0203`. Une entrée qui n’en nomme aucune n’accepte \
         rien, et le constat qu’elle visait compte.",
        "Una regola si indica con il suo identificatore permanente, come `AB0203`. Una voce che non ne indica nessuna \
         non accetta nulla, e il rilievo a cui era destinata conta.",
    ),
    sources: &[contract_sources::ADDRESS],
    fields: &[path::ACCEPTED],
    versions: None,
    example: example!("AB0021"),
    check: Check::Walk,
};

static UNKNOWN: Words = words(
    "There is no rule {0}, so nothing is accepted.",
    "La règle {0} n’existe pas : rien n’est accepté.",
    "La regola {0} non esiste, quindi non viene accettato nulla.",
);
static NEAR: Words = words(
    "There is no rule {0}; perhaps {1} was meant.",
    "La règle {0} n’existe pas ; il s’agit peut-être de {1}.",
    "La regola {0} non esiste; forse si intendeva {1}.",
);
static NONE: Words = words(
    "This entry names no rule, so nothing is accepted.",
    "Cette entrée ne nomme aucune règle : rien n’est accepté.",
    "Questa voce non indica alcuna regola, quindi non viene accettato nulla.",
);

/// The finding about such an entry. What was meant is the rule of this name, or one that reports something there.
pub(super) fn finding(entry: &Entry, findings: &[Finding]) -> Finding {
    let pointer = path::child(&entry.pointer(), "rule");
    let Some(written) = entry.rule() else {
        return Finding::new(&RULE, pointer, &NONE);
    };
    let named = rules::all().find(|rule| rule.name == written).map(|rule| rule.id);
    let there = findings.iter().filter(|finding| entry.is_about(finding));
    let there: Vec<&str> = there.map(|finding| finding.rule.id).collect();
    match named.or_else(|| nearest(written, there.iter().copied())) {
        // It hides a finding, which only a person may decide.
        Some(near) => Finding::new(&RULE, &*pointer, Message::new(&NEAR, [written.into(), near.into()]))
            .offer_text(&pointer, near)
            .safe(false),
        None => Finding::new(&RULE, pointer, Message::new(&UNKNOWN, [written.into()])),
    }
}
