//! What to say of an id that is none only for what stands around it.

use crate::model::Wrapping;
use crate::words::{Message, Words, words};

static BLANKS: Words = words(
    "{0} has blanks before or after it.",
    "{0} est précédé ou suivi d’espaces.",
    "{0} è preceduto o seguito da spazi.",
);
static LAST_SLASH: Words = words(
    "{0} ends in a slash.",
    "{0} se termine par une barre oblique.",
    "{0} termina con una barra.",
);
static NO_FIRST_SLASH: Words = words(
    "{0} does not begin with a slash.",
    "{0} ne commence pas par une barre oblique.",
    "{0} non comincia con una barra.",
);
static ADDRESS: Words = words(
    "{0} is an address: the id is what follows the host.",
    "{0} est une adresse : l’ID est ce qui suit l’hôte.",
    "{0} è un indirizzo: l’ID è ciò che segue l’host.",
);

/// Leaves the id alone.
pub(super) static BARE: Words = words("Keep the id only", "Ne garder que l’ID", "Conserva solo l’ID");

/// Of a long text, so many characters at the end that it is about are shown.
const SHOWN: usize = 64;

/// The message about `text`. What follows a question mark may be a secret, and is not shown.
pub(super) fn message(wrapping: Wrapping, text: &str) -> Message {
    let words = match wrapping {
        Wrapping::Blanks => &BLANKS,
        Wrapping::LastSlash => &LAST_SLASH,
        Wrapping::NoFirstSlash => &NO_FIRST_SLASH,
        Wrapping::Address => &ADDRESS,
    };
    let text = text.split(['?', '#']).next().unwrap_or_default();
    let from = match wrapping {
        Wrapping::Blanks | Wrapping::LastSlash => text.char_indices().rev().nth(SHOWN),
        Wrapping::NoFirstSlash | Wrapping::Address => None,
    };
    let end = from.and_then(|(at, _)| text.get(at..));
    let shown = end.map_or_else(|| text.to_owned(), |end| ["…", end].concat());
    Message::new(words, [shown.into()])
}
