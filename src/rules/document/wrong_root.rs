//! AB0003: a text whose outermost value is a list, a text, a number or the like.

use crate::facts::contract_sources;
use crate::model::{Edit, Node, Value};
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0003",
    name: "wrong-root",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Document,
    title: words(
        "Text that is JSON, but not an object",
        "Texte JSON qui n’est pas un objet",
        "Testo JSON che non è un oggetto",
    ),
    why: words(
        "A plan, a request body and an answer of the service are each one object in braces. Nothing else can be read as a pool.",
        "Un plan, un corps de requête et une réponse du service sont chacun un objet entre accolades. Rien d’autre ne peut être lu comme un pool.",
        "Un piano, un corpo di richiesta e una risposta del servizio sono ciascuno un oggetto tra parentesi graffe. Null’altro può essere letto come pool.",
    ),
    sources: &[contract_sources::CREATE],
    fields: &[""],
    versions: None,
    example: example!("AB0003"),
    check: Check::Walk,
};

static A_LIST: Words = words(
    "This is a list: check one pool at a time.",
    "Ceci est une liste : vérifiez un pool à la fois.",
    "Questo è un elenco: verificare un pool alla volta.",
);
static AN_EMPTY_LIST: Words = words(
    "The list is empty: it holds no pool.",
    "La liste est vide : elle ne contient aucun pool.",
    "L’elenco è vuoto: non contiene alcun pool.",
);
static A_VALUE: Words = words(
    "This is the bare value {0}; a plan is an object in braces.",
    "Ceci n’est que la valeur {0} ; un plan est un objet entre accolades.",
    "Questo è il solo valore {0}; un piano è un oggetto tra parentesi graffe.",
);
static TAKE_IT: Words = words(
    "Keep only its one object",
    "Ne garder que son unique objet",
    "Conserva solo il suo unico oggetto",
);

/// The finding about the outermost value, unless it is an object.
pub(super) fn finding(root: &Node) -> Option<Finding> {
    let message = match &root.value {
        Value::Object(_) => return None,
        Value::List(items) if items.is_empty() => Message::from(&AN_EMPTY_LIST),
        Value::List(_) => Message::from(&A_LIST),
        Value::Text(text) => Message::new(&A_VALUE, [text.as_str().into()]),
        Value::Number(text) => Message::new(&A_VALUE, [text.as_str().into()]),
        Value::Bool(value) => Message::new(&A_VALUE, [value.to_string().into()]),
        Value::Null => Message::new(&A_VALUE, ["null".into()]),
    };
    let found = Finding::new(&RULE, "", message);
    Some(match root.items() {
        [only] if matches!(only.value, Value::Object(_)) => found.fix(&TAKE_IT, [Edit::set("", only.clone())]),
        _ => found,
    })
}
