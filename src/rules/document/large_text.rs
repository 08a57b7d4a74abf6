//! AB0006: a text so large that it is checked on demand only.

use crate::facts::contract_sources;
use crate::input::LARGE_TEXT;
use crate::model::Span;
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0006",
    name: "large-text",
    severity: Severity::Advice,
    basis: Basis::Derived,
    area: Area::Document,
    title: words(
        "Text larger than any plan",
        "Texte plus grand que tout plan",
        "Testo più grande di qualsiasi piano",
    ),
    why: words(
        "So large a text would make typing slow if it were checked at every keystroke; the app checks it when asked. A pool needs a few kilobytes.",
        "Vérifier un texte aussi grand à chaque frappe ralentirait la saisie ; l’application le vérifie à la demande. Un pool tient en quelques kilo-octets.",
        "Verificare un testo così grande a ogni battuta rallenterebbe la digitazione; l’applicazione lo verifica su richiesta. Un pool richiede pochi kilobyte.",
    ),
    sources: &[contract_sources::TEXT_SIZE],
    fields: &[""],
    versions: None,
    example: example!("AB0006"),
    check: Check::Walk,
};

static LARGE: Words = words(
    "The text has {0}, more than {1}: it is checked when asked, not at every keystroke.",
    "Le texte compte {0}, soit plus de {1} : il est vérifié à la demande, et non à chaque frappe.",
    "Il testo ha {0}, più di {1}: viene verificato su richiesta, non a ogni battuta.",
);

/// The finding about the size of the text, if it is large.
pub(super) fn finding(text: &str) -> Option<Finding> {
    let bytes = |size: usize| Arg::from((i64::try_from(size).unwrap_or(i64::MAX), &nouns::BYTES));
    (text.len() > LARGE_TEXT).then(|| {
        let message = Message::new(&LARGE, [bytes(text.len()), bytes(LARGE_TEXT)]);
        Finding::new(&RULE, "", message).at_text(Span::NOWHERE)
    })
}
