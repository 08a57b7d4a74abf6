//! Why a link cannot be opened.

use super::FORMAT;
use crate::words::{Arg, Message, Words, words};

/// Why a link cannot be opened. Nothing of the present plan is lost by it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// It is none of the planner's links.
    #[error("this is not a link of the planner")]
    NotALink,
    /// Its format is of a release that does not exist yet, as far as this one knows.
    #[error("the link was made by a newer release: its format is {0}, this release reads up to {FORMAT}")]
    Newer(u32),
    /// A part is missing or was changed on the way.
    #[error("the link is damaged: a part of it is missing or was changed")]
    Damaged,
    /// It is larger than a link may be.
    #[error("the link holds more than a link of the planner may hold")]
    TooLarge,
    /// It is whole, but holds something else.
    #[error("the link is whole, but what it holds is not a plan")]
    NotAPlan,
}

static NOT_A_LINK: Words = words(
    "This is not a link of the planner.",
    "Ce n’est pas un lien du planificateur.",
    "Questo non è un collegamento del pianificatore.",
);
static NEWER: Words = words(
    "The link was made by a newer release of the planner: its format is {0}, and this release reads up to {1}.",
    "Le lien a été créé par une version plus récente du planificateur : son format est {0}, et la présente \
     version lit jusqu’au format {1}.",
    "Il collegamento è stato creato da una versione più recente del pianificatore: il suo formato è {0} e questa \
     versione legge i formati fino a {1}.",
);
static DAMAGED: Words = words(
    "The link is damaged: a part of it is missing or was changed on the way.",
    "Le lien est endommagé : une partie manque ou a été modifiée lors de la transmission.",
    "Il collegamento è danneggiato: una parte manca o è stata modificata durante l’invio.",
);
static TOO_LARGE: Words = words(
    "The link holds more than a link of the planner may hold.",
    "Le lien contient plus qu’un lien du planificateur ne peut contenir.",
    "Il collegamento contiene più di quanto possa contenere un collegamento del pianificatore.",
);
static NOT_A_PLAN: Words = words(
    "The link is whole, but what it holds is not a plan.",
    "Le lien est intact, mais ce qu’il contient n’est pas un plan.",
    "Il collegamento è integro, ma ciò che contiene non è un piano.",
);

impl Broken {
    /// What a person reads.
    pub fn message(&self) -> Message {
        let words = match self {
            Broken::NotALink => &NOT_A_LINK,
            Broken::Newer(format) => {
                let formats = [*format, FORMAT].map(|format| Arg::Text(format.to_string()));
                return Message::new(&NEWER, formats);
            }
            Broken::Damaged => &DAMAGED,
            Broken::TooLarge => &TOO_LARGE,
            Broken::NotAPlan => &NOT_A_PLAN,
        };
        Message::from(words)
    }
}
