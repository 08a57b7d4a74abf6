//! AB0007: what the reading of another form than a plan moved or left out.

use crate::facts::contract_sources;
use crate::input::{Dialect, Note, NoteKind};
use crate::model::{Span, path};
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

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
    "Omis, car sans équivalent dans un plan : {0}.",
    "Omesso, perché non trova posto in un piano: {0}.",
);
static DEFAULTS: Words = words(
    "Not given, but not what the service takes by itself, so the plan says it: {0}.",
    "Non indiqué, mais différent de la valeur par défaut du service ; le plan l’indique donc : {0}.",
    "Non indicato, ma il valore sottinteso differisce da quello predefinito del servizio, quindi il piano lo riporta: {0}.",
);
static OTHER_TYPE: Words = words(
    "Of another type than a Batch pool: {0}.",
    "D’un autre type qu’un pool Batch : {0}.",
    "Di tipo diverso da un pool Batch: {0}.",
);

/// What is to be said of one note.
pub fn said(note: &Note) -> Message {
    let words = match note.kind {
        NoteKind::Moved(_) => &MOVED,
        NoteKind::ReadOnly => &LEFT_OUT,
        NoteKind::NotLiteral => &NOT_LITERAL,
        NoteKind::NotCarried => &NOT_CARRIED,
        NoteKind::Default => &DEFAULTS,
        NoteKind::OtherType => &OTHER_TYPE,
    };
    Message::new(words, [note.name.as_str().into()])
}

/// The findings about how the text was read: one on what was moved or is the service's own, one on what is not known, one
/// on what a plan has no place for.
pub(super) fn findings(dialect: Dialect, notes: &[Note]) -> impl Iterator<Item = Finding> {
    let moved = names(notes, |kind| matches!(kind, NoteKind::Moved(_)));
    let left_out = names(notes, |kind| *kind == NoteKind::ReadOnly);
    let not_literal = names(notes, |kind| *kind == NoteKind::NotLiteral);
    let not_carried = names(notes, |kind| *kind == NoteKind::NotCarried);
    let defaults = names(notes, |kind| *kind == NoteKind::Default);
    let of_reading = match (moved, left_out) {
        (Some((_, span)), None) if dialect == Dialect::HttpRequest => Some((Message::from(&REQUEST), span)),
        (Some((moved, span)), None) => Some((Message::new(&MOVED, [moved]), span)),
        (None, Some((left_out, span))) => Some((Message::new(&LEFT_OUT, [left_out]), span)),
        (Some((moved, first)), Some((left_out, other))) => {
            Some((Message::new(&BOTH, [moved, left_out]), first.min(other)))
        }
        (None, None) => None,
    };
    let one = |words: &'static Words, named: Option<(Arg, Span)>| {
        named.map(|(names, span)| (Message::new(words, [names]), span))
    };
    [
        of_reading,
        one(&NOT_LITERAL, not_literal),
        one(&NOT_CARRIED, not_carried),
        one(&DEFAULTS, defaults),
    ]
    .into_iter()
    .flatten()
    .map(|(message, span)| Finding::new(&RULE, "", message).at_text(span))
}

/// The names of the notes of one kind, each once and not more than one reads, and where the first stands.
fn names(notes: &[Note], wanted: impl Fn(&NoteKind) -> bool) -> Option<(Arg, Span)> {
    let mut names: Vec<&str> = Vec::new();
    let mut first = None;
    for note in notes.iter().filter(|note| wanted(&note.kind)) {
        first = first.or(Some(note.span));
        if names.contains(&note.name.as_str()) {
            continue;
        }
        if names.len() == LISTED {
            names.push("…");
            break;
        }
        names.push(&note.name);
    }
    Some((names.join(", ").into(), first?))
}

const LISTED: usize = 24;
