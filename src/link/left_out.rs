//! What a link does not hold, or holds under another name.

use crate::words::{Words, words};

/// Something of the plan that does not travel with a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its pointer into the plan; of two plans, behind `/a` or `/b`.
    pub path: String,
    /// What it is.
    pub what: What,
}

/// Why something does not travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The contract, or its name, says that it is a secret.
    Secret,
    /// A key or token inside a text.
    Token,
    /// A name of the account that nothing else refers to.
    Dropped,
    /// Names and ids of the account inside it, for which others stand in.
    Renamed,
}

static SECRET: Words = words(
    "a secret, never in a link",
    "un secret, jamais dans un lien",
    "un segreto, mai in un collegamento",
);
static TOKEN: Words = words(
    "a key or token in its text",
    "une clé ou un jeton dans son texte",
    "una chiave o un token nel testo",
);
static DROPPED: Words = words("left out", "omis", "omesso");
static RENAMED: Words = words(
    "another name stands in for it",
    "un autre nom le remplace",
    "sostituito da un altro nome",
);

impl What {
    /// Whether it never travels, whatever one asks for.
    pub fn is_secret(self) -> bool {
        matches!(self, What::Secret | What::Token)
    }

    /// What a person reads.
    pub fn words(self) -> &'static Words {
        match self {
            What::Secret => &SECRET,
            What::Token => &TOKEN,
            What::Dropped => &DROPPED,
            What::Renamed => &RENAMED,
        }
    }
}
