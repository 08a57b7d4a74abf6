//! AB0019: `null` in the place of a value.

use super::walk::At;
use crate::facts::contract::Shape;
use crate::facts::contract_sources;
use crate::model::{Edit, Node, path};
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0019",
    name: "null-value",
    severity: Severity::Warning,
    basis: Basis::Contract,
    area: Area::Document,
    title: words(
        "`null` where the contract has a value",
        "`null` là où le contrat attend une valeur",
        "`null` dove il contratto prevede un valore",
    ),
    why: words(
        "The contract allows no `null` in a pool. Azure Resource Manager mostly reads it as absent, but no page \
         promises that. Leave the member out.",
        "Le contrat n’admet pas de `null` dans un pool. Azure Resource Manager le lit le plus souvent comme absent, \
         mais aucune page ne le promet. Omettez le membre.",
        "Il contratto non ammette `null` in un pool. Azure Resource Manager per lo più lo legge come assente, ma \
         nessuna pagina lo promette. Omettere il membro.",
    ),
    sources: &[contract_sources::TYPES],
    fields: &[path::POOL, path::PROPERTIES],
    versions: None,
    example: example!("AB0019"),
    check: Check::Walk,
};

static IS_NULL: Words = words(
    "{0} is `null`: leave it out instead.",
    "{0} vaut `null` : mieux vaut l’omettre.",
    "{0} vale `null`: meglio ometterlo.",
);
static NULL_ENTRY: Words = words(
    "The entry {0} is `null`: an empty object stands for no settings.",
    "L’entrée {0} vaut `null` : un objet vide signifie l’absence de réglages.",
    "La voce {0} vale `null`: un oggetto vuoto significa nessuna impostazione.",
);

/// The finding about a `null`. The key of a map of objects counts by itself, so that it is kept.
pub(super) fn finding(here: &At, node: &Node, shape: &Shape) -> Finding {
    let (label, pointer) = (here.label(), here.pointer());
    if here.is_entry() && matches!(shape, Shape::Object(_)) {
        let message = Message::new(&NULL_ENTRY, [label.into()]);
        return Finding::new(&RULE, &*pointer, message).at_text(node.span).fix(
            Message::new(&fix_titles::SET, ["{}".into()]),
            [Edit::set(pointer, Node::object::<String>([]))],
        );
    }
    let message = Message::new(&IS_NULL, [label.as_str().into()]);
    // It says nothing, so nothing is lost.
    Finding::new(&RULE, &*pointer, message)
        .at_text(node.span)
        .fix(
            Message::new(&fix_titles::REMOVE, [label.into()]),
            [Edit::remove(pointer)],
        )
        .safe(true)
}
