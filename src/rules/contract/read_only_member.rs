//! AB0017: a member that only the service sets.

use super::walk::At;
use crate::facts::contract_sources;
use crate::model::{Edit, Member, path};
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0017",
    name: "read-only-member",
    severity: Severity::Warning,
    basis: Basis::Contract,
    area: Area::Document,
    title: words(
        "Member that only the service sets",
        "Membre que seul le service définit",
        "Membro che imposta soltanto il servizio",
    ),
    why: words(
        "The service gives this member in its answers; in a request it means nothing. It is left out of every output.",
        "Le service donne ce membre dans ses réponses ; dans une requête, il ne signifie rien. Aucune sortie ne le reprend.",
        "Il servizio fornisce questo membro nelle risposte; in una richiesta non significa nulla. Nessun output lo riporta.",
    ),
    sources: &[contract_sources::READ_ONLY],
    fields: &[path::POOL, path::PROPERTIES],
    versions: None,
    example: example!("AB0017"),
    check: Check::Walk,
};

static SET_BY_SERVICE: Words = words(
    "{0} is set by the service; a request cannot set it.",
    "{0} est défini par le service ; une requête ne peut pas le définir.",
    "{0} è impostato dal servizio; una richiesta non può impostarlo.",
);

/// The finding about such a member.
pub(super) fn finding(here: &At, member: &Member) -> Finding {
    let message = Message::new(&SET_BY_SERVICE, [member.name.as_str().into()]);
    Finding::new(&RULE, here.pointer(), message)
        .at_text(member.name_span)
        .fix(
            Message::new(&fix_titles::REMOVE, [member.name.as_str().into()]),
            [Edit::remove(here.pointer())],
        )
        .safe(true)
}
