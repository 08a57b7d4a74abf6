//! AB0013: a value whose JSON type is not the one of the contract.

use super::walk::At;
use crate::facts::contract::{Choice, Shape};
use crate::facts::contract_sources;
use crate::model::{ApiVersion, Edit, Node, Value, path};
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example, fix_titles};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0013",
    name: "wrong-type",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Document,
    title: words(
        "Value of the wrong type",
        "Valeur d’un type inadapté",
        "Valore di tipo sbagliato",
    ),
    why: words(
        "The contract gives every member one type; a value of another one cannot be read by the service, and the request is refused (`InvalidRequestBody`). Write the value as the contract wants it.",
        "Le contrat donne à chaque membre un seul type ; le service ne peut pas lire une valeur d’un autre type et refuse la requête (`InvalidRequestBody`). Écrivez la valeur comme le contrat le demande.",
        "Il contratto assegna a ogni membro un solo tipo; il servizio non può leggere un valore di un altro tipo e rifiuta la richiesta (`InvalidRequestBody`). Scrivere il valore come richiede il contratto.",
    ),
    sources: &[contract_sources::TYPES],
    fields: &[path::POOL, path::DEDICATED, path::SLOTS],
    versions: None,
    example: example!("AB0013"),
    check: Check::Walk,
};

static NOT_THIS: Words = words(
    "{0} takes {1}, not {2} {3}.",
    "{0} attend {1}, et non {2} {3}.",
    "{0} richiede {1}, non {2} {3}.",
);
static NOT_A: Words = words(
    "{0} takes {1}, not {2}.",
    "{0} attend {1}, et non {2}.",
    "{0} richiede {1}, non {2}.",
);

static A_TEXT: Words = words("a text", "un texte", "un testo");
static A_NUMBER: Words = words("a whole number", "un nombre entier", "un numero intero");
static A_TRUTH: Words = words("`true` or `false`", "`true` ou `false`", "`true` o `false`");
static AN_OBJECT: Words = words("an object", "un objet", "un oggetto");
static A_LIST: Words = words("a list", "une liste", "un elenco");
static THE_TEXT: Words = words("the text", "le texte", "il testo");
static THE_NUMBER: Words = words("the number", "le nombre", "il numero");
static THE_VALUE: Words = words("the value", "la valeur", "il valore");

/// Whether a value has the JSON type of a shape.
pub(super) fn fits(value: &Value, shape: &Shape) -> bool {
    match shape {
        Shape::Text | Shape::DateTime | Shape::Duration | Shape::Uri | Shape::ArmId | Shape::Choice(_) => {
            matches!(value, Value::Text(_))
        }
        Shape::Int32 => matches!(value, Value::Number(_)),
        Shape::Bool => matches!(value, Value::Bool(_)),
        Shape::Any => true,
        Shape::Object(_) | Shape::Map(_) => matches!(value, Value::Object(_)),
        Shape::List(_) => matches!(value, Value::List(_)),
    }
}

/// The finding about a value that does not fit.
pub(super) fn finding(here: &At, node: &Node, shape: &Shape, version: ApiVersion) -> Finding {
    let expected = match shape {
        Shape::Int32 => &A_NUMBER,
        Shape::Bool => &A_TRUTH,
        Shape::Object(_) | Shape::Map(_) => &AN_OBJECT,
        Shape::List(_) => &A_LIST,
        _ => &A_TEXT,
    };
    let (name, pointer) = (Arg::from(here.label()), here.pointer());
    let (term, value) = match &node.value {
        Value::Text(text) => (&THE_TEXT, Some(text.clone())),
        Value::Number(text) => (&THE_NUMBER, Some(text.clone())),
        Value::Bool(value) => (&THE_VALUE, Some(value.to_string())),
        Value::Null => (&THE_VALUE, Some("null".to_owned())),
        Value::List(_) => (&A_LIST, None),
        Value::Object(_) => (&AN_OBJECT, None),
    };
    let message = match value {
        Some(value) => Message::new(&NOT_THIS, [name, expected.into(), term.into(), value.into()]),
        None => Message::new(&NOT_A, [name, expected.into(), term.into()]),
    };
    let found = Finding::new(&RULE, &*pointer, message).at_text(node.span);
    match meant(&node.value, shape, version) {
        Some(value) => found.fix(
            Message::new(&fix_titles::SET, [value.to_json().into()]),
            [Edit::set(pointer, value)],
        ),
        None => found,
    }
}

/// The value somebody certainly meant: `"4"` is 4, `"true"` is true, 4 is `"4"`, one address is a list of one.
fn meant(value: &Value, shape: &Shape, version: ApiVersion) -> Option<Node> {
    let lives = |choices: &[Choice], wanted: &str| {
        choices
            .iter()
            .any(|choice| choice.value == wanted && choice.life.covers(version))
    };
    match (shape, value) {
        (Shape::Int32, Value::Text(text)) => text
            .trim()
            .parse::<i32>()
            .ok()
            .map(|number| Node::number(number.into())),
        (Shape::Bool, Value::Text(text)) if text.trim().eq_ignore_ascii_case("true") => Some(Node::bool(true)),
        (Shape::Bool, Value::Text(text)) if text.trim().eq_ignore_ascii_case("false") => Some(Node::bool(false)),
        (Shape::Text, Value::Number(text)) => Some(Node::text(text)),
        (Shape::Text, Value::Bool(value)) => Some(Node::text(value.to_string())),
        (Shape::Choice(choices), Value::Bool(value)) => {
            let name = if *value { "Enabled" } else { "Disabled" };
            lives(choices, name).then(|| Node::text(name))
        }
        (Shape::List(Shape::Text), Value::Text(text)) => Some(Node::list([Node::text(text)])),
        (Shape::List(Shape::Choice(choices)), Value::Text(text)) => {
            lives(choices, text).then(|| Node::list([Node::text(text)]))
        }
        _ => None,
    }
}
