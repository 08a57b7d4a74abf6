//! AB0015: a member name or an enumeration value in another letter case than the contract’s.

use super::walk::At;
use crate::facts::contract_sources;
use crate::model::{Edit, Member, Node, path};
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0015",
    name: "letter-case",
    severity: Severity::Warning,
    basis: Basis::Contract,
    area: Area::Document,
    title: words(
        "Name or value in another letter case than the contract’s",
        "Nom ou valeur d’une autre casse que celle du contrat",
        "Nome o valore con maiuscole e minuscole diverse da quelle del contratto",
    ),
    why: words(
        "The contract promises nothing for names and values in another letter case: many readers accept them, some do not, and comparisons with an answer of the service fail. Write them as the contract does.",
        "Le contrat ne promet rien pour des noms et des valeurs d’une autre casse : beaucoup de lecteurs les acceptent, d’autres non, et la comparaison avec une réponse du service échoue. Écrivez-les comme le contrat.",
        "Il contratto non promette nulla per nomi e valori con altre maiuscole e minuscole: molti lettori li accettano, altri no, e il confronto con una risposta del servizio fallisce. Scriverli come nel contratto.",
    ),
    sources: &[contract_sources::VALUES, contract_sources::MEMBERS],
    fields: &[path::POOL, path::INTER_NODE, path::SECURITY_TYPE],
    versions: None,
    example: example!("AB0015"),
    check: Check::Walk,
};

static WRITTEN: Words = words(
    "{0} is written {1} in the contract.",
    "{0} s’écrit {1} dans le contrat.",
    "{0} nel contratto si scrive {1}.",
);

/// The finding about a member’s name.
pub(super) fn of_name(here: &At, member: &Member, object: &Node, right: &'static str) -> Finding {
    let message = Message::new(&WRITTEN, [member.name.as_str().into(), right.into()]);
    let found = Finding::new(&RULE, here.pointer(), message).at_text(member.name_span);
    if object.get(right).is_some() {
        return found;
    }
    found.fix(
        Message::new(&fix_titles::RENAME, [right.into()]),
        [Edit::rename(here.pointer(), right)],
    )
}

/// The finding about a value.
pub(super) fn of_value(here: &At, node: &Node, text: &str, right: &'static str) -> Finding {
    let message = Message::new(&WRITTEN, [text.into(), right.into()]);
    Finding::new(&RULE, here.pointer(), message).at_text(node.span).fix(
        Message::new(&fix_titles::SET, [right.into()]),
        [Edit::set(here.pointer(), Node::text(right))],
    )
}
