//! AB0018: a number with a fraction, beyond 32 bits, or outside the range of the schema.

use super::walk::At;
use crate::facts::contract_sources;
use crate::model::{Decimal, Edit, Node, path};
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0018",
    name: "number-does-not-fit",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Document,
    title: words(
        "Number that the member cannot hold",
        "Nombre que le membre ne peut pas contenir",
        "Numero che il membro non può contenere",
    ),
    why: words(
        "The contract allows only 32-bit whole numbers, some within a range of their own; the service refuses any \
         other number.",
        "Le contrat n’admet que des entiers de 32 bits, parfois limités à une plage ; le service refuse tout autre \
         nombre.",
        "Il contratto ammette solo interi a 32 bit, talvolta limitati a un intervallo; il servizio rifiuta ogni altro \
         numero.",
    ),
    sources: &[contract_sources::NUMBERS],
    fields: &[path::POOL, path::DEDICATED, path::SPOT, path::SLOTS],
    versions: None,
    example: example!("AB0018"),
    check: Check::Walk,
};

static FRACTION: Words = words(
    "{0} takes whole numbers; {1} is not one.",
    "{0} n’accepte que des nombres entiers ; {1} n’en est pas un.",
    "{0} accetta solo numeri interi; {1} non lo è.",
);
static OUTSIDE: Words = words(
    "{1} lies outside the range of {0}, {2} to {3}.",
    "{1} est hors de la plage de {0}, de {2} à {3}.",
    "{1} è fuori dall’intervallo di {0}, da {2} a {3}.",
);

/// The finding about a number, if it does not fit. `range` is the schema’s own.
pub(super) fn finding(here: &At, node: &Node, text: &str, range: Option<(i64, i64)>) -> Option<Finding> {
    let (least, most) = range.unwrap_or((i64::from(i32::MIN), i64::from(i32::MAX)));
    let value = node.as_whole();
    if value.is_some_and(|value| least <= value && value <= most) {
        return None;
    }
    let (name, pointer) = (here.label(), here.pointer());
    let fraction = Decimal::parse(text).is_some_and(|number| number.has_fraction());
    let message = if fraction {
        Message::new(&FRACTION, [name.into(), text.into()])
    } else {
        Message::new(&OUTSIDE, [name.into(), text.into(), least.into(), most.into()])
    };
    let found = Finding::new(&RULE, &*pointer, message).at_text(node.span);
    // The nearest end of a range of the schema's own is what was reached for.
    let end = value.filter(|_| range.is_some()).map(|value| value.clamp(least, most));
    Some(match end {
        Some(end) => found.fix(
            Message::new(&fix_titles::SET, [end.into()]),
            [Edit::set(pointer, Node::number(end))],
        ),
        None => found,
    })
}
