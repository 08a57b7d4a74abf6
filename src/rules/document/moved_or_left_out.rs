//! AB0007: what the reading of another form than a plan moved or left out.

use crate::facts::contract_sources;
use crate::input::{Dialect, Note, NoteKind};
use crate::model::path;
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0007",
    name: "moved-or-left-out",
    severity: Severity::Advice,
    basis: Basis::Contract,
    area: Area::Document,
    title: words(
        "Something was moved or left out when the text was read",
        "Élément déplacé ou omis à la lecture du texte",
        "Elemento spostato o omesso alla lettura del testo",
    ),
    why: words(
        "The text is not a plan itself, but was read as one. What says where the request goes belongs in `target`; what only the service sets is not sent; what is no literal is not known.",
        "Le texte n’est pas lui-même un plan, mais a été lu comme tel. Ce qui indique la destination de la requête va dans `target` ; ce que seul le service définit n’est pas envoyé ; ce qui n’est pas un littéral reste inconnu.",
        "Il testo non è un piano, ma è stato letto come tale. Ciò che indica dove va la richiesta va in `target`; ciò \
         che imposta solo il servizio non viene inviato; ciò che non è un letterale non è noto.",
    ),
    sources: &[contract_sources::ADDRESS, contract_sources::READ_ONLY],
    fields: &[path::TARGET, path::POOL],
    versions: None,
    example: example!("AB0007"),
    check: Check::Walk,
};

static REQUEST: Words = words(
    "The address of the request was read into `target`.",
    "L’adresse de la requête a été lue dans `target`.",
    "L’indirizzo della richiesta è stato letto in `target`.",
);
static MOVED: Words = words(
    "Read into `target`: {0}.",
    "Lu dans `target` : {0}.",
    "Letto in `target`: {0}.",
);
static LEFT_OUT: Words = words(
    "Left out, since only the service sets it: {0}.",
    "Omis, car seul le service le définit : {0}.",
    "Omesso, perché lo imposta solo il servizio: {0}.",
);
static BOTH: Words = words(
    "Read into `target`: {0}; left out, since only the service sets it: {1}.",
    "Lu dans `target` : {0} ; omis, car seul le service le définit : {1}.",
    "Letto in `target`: {0}; omesso, perché lo imposta solo il servizio: {1}.",
);
static NOT_LITERAL: Words = words(
    "Not a literal, so its value is not known: {0}.",
    "Ce n’est pas un littéral, sa valeur reste donc inconnue : {0}.",
    "Non è un letterale, quindi il suo valore non è noto: {0}.",
);

static NOT_CARRIED: Words = words(
    "Left out, since a plan has no place for it: {0}.",
    "Omis, car un plan ne prévoit pas de place pour cela : {0}.",
    "Omesso, perché un piano non lo prevede: {0}.",
);
static DEFAULTS: Words = words(
    "Not given, but not what the service takes by itself, so the plan says it: {0}.",
    "Non indiqué, mais différent de ce que le service prend par défaut, le plan l’indique donc : {0}.",
    "Non indicato, ma diverso dal valore predefinito del servizio, quindi il piano lo indica: {0}.",
);

/// The one finding about how the text was read, if anything was moved or left out.
pub(super) fn finding(dialect: Dialect, notes: &[Note]) -> Option<Finding> {
    let moved = names(notes, |kind| matches!(kind, NoteKind::Moved(_)));
    let left_out = names(notes, |kind| *kind == NoteKind::ReadOnly);
    let not_literal = names(notes, |kind| *kind == NoteKind::NotLiteral);
    let not_carried = names(notes, |kind| *kind == NoteKind::NotCarried);
    let defaults = names(notes, |kind| *kind == NoteKind::Default);
    let message = match (moved, left_out, not_literal) {
        (_, _, Some(names)) => Message::new(&NOT_LITERAL, [names.into()]),
        _ if not_carried.is_some() => Message::new(&NOT_CARRIED, [not_carried.unwrap_or_default().into()]),
        _ if defaults.is_some() => Message::new(&DEFAULTS, [defaults.unwrap_or_default().into()]),
        (Some(_), None, None) if dialect == Dialect::HttpRequest => Message::from(&REQUEST),
        (Some(moved), None, None) => Message::new(&MOVED, [moved.into()]),
        (None, Some(left_out), None) => Message::new(&LEFT_OUT, [left_out.into()]),
        (Some(moved), Some(left_out), None) => Message::new(&BOTH, [moved.into(), left_out.into()]),
        (None, None, None) => return None,
    };
    let first = notes.iter().find(|note| note.kind != NoteKind::OtherType)?;
    Some(Finding::new(&RULE, "", message).at_text(first.span))
}

/// The names of the notes of one kind, each once.
fn names(notes: &[Note], wanted: impl Fn(&NoteKind) -> bool) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for note in notes.iter().filter(|note| wanted(&note.kind)) {
        // A message shows no more than a line of them.
        if names.len() < LISTED && !names.contains(&note.name.as_str()) {
            names.push(&note.name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

const LISTED: usize = 24;
