//! The error dictionary: what Azure answers about pools, how to tell it by its stable words, what it means, what to do.

mod image;
mod pages;
mod request;
mod resize;
mod rights;
mod state;

use super::Citation;
use crate::words::{Words, words};

/// An error that is known.
#[derive(Debug)]
pub struct KnownError {
    /// Permanent and opaque: `ER07`. Never used again for another error.
    pub id: &'static str,
    /// The codes with which it comes, as the service writes them.
    pub codes: &'static [&'static str],
    /// How it is told from others, in the service's own words.
    pub signs: &'static [Sign],
    /// What happened, in general. No full stop.
    pub title: Words,
    /// What it means.
    pub means: Words,
    /// What the documentation says to do.
    pub remedy: Words,
    /// The pages it rests on, the weightiest first. Never empty.
    pub sources: &'static [Citation],
    /// The members of a plan it concerns, as pointers, the nearest first.
    pub fields: &'static [&'static str],
    /// The rules that look at the same cause.
    pub rules: Related,
    /// Whether it could have been seen before the request was sent.
    pub foresight: Foresight,
}

/// How an error is told. Words are compared without letter case, marks, line breaks, numbers and ids.
#[derive(Clone, Copy, Debug)]
pub enum Sign {
    /// One of its codes is enough.
    Code,
    /// One of its codes is enough where the answer names no property: the same code has many causes.
    BareCode,
    /// Each of these phrases, near each other: what always comes with its first code, and is as good as that.
    Usual(&'static [&'static str]),
    /// Each of these phrases, near each other.
    Says(&'static [&'static str]),
    /// One of its codes, and each of these phrases near it.
    CodeSays(&'static [&'static str]),
    /// Each of these phrases, near each other; counts only where nothing else is told.
    Hint(&'static [&'static str]),
}

/// The rules that look at the same cause as an error.
#[derive(Clone, Copy, Debug)]
pub enum Related {
    /// The rules with these ids.
    These(&'static [&'static str]),
    /// Whatever rule looks at the first field of the error, or at something in it.
    AtField,
}

/// Whether an error could have been seen before the request was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foresight {
    /// From the plan alone.
    Plan,
    /// With one reading of the account, the image or the region.
    Reading,
    /// Only afterwards.
    After,
}

impl Foresight {
    /// What it is called.
    pub fn title(self) -> &'static Words {
        match self {
            Foresight::Plan => &const { words("from the plan alone", "d’après le plan seul", "dal solo piano") },
            Foresight::Reading => {
                &const {
                    words(
                        "with one reading of the account, the image or the region",
                        "par une lecture du compte, de l’image ou de la région",
                        "con una lettura dell’account, dell’immagine o dell’area",
                    )
                }
            }
            Foresight::After => &const { words("only afterwards", "seulement après coup", "solo a posteriori") },
        }
    }

    /// The name in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Foresight::Plan => "plan",
            Foresight::Reading => "reading",
            Foresight::After => "after",
        }
    }
}

/// Errors of one kind.
#[derive(Debug)]
pub struct Group {
    /// What the kind is called.
    pub title: Words,
    /// The errors, by id.
    pub errors: &'static [KnownError],
}

/// The whole dictionary.
pub static GROUPS: [Group; 5] = [
    Group {
        title: words("Sign-in and rights", "Connexion et droits", "Accesso e diritti"),
        errors: rights::ERRORS,
    },
    Group {
        title: words("Image", "Image", "Immagine"),
        errors: image::ERRORS,
    },
    Group {
        title: words("Refused request", "Requête refusée", "Richiesta rifiutata"),
        errors: request::ERRORS,
    },
    Group {
        title: words("Failed allocation", "Échec de l’allocation", "Allocazione non riuscita"),
        errors: resize::ERRORS,
    },
    Group {
        title: words(
            "State of pool and nodes",
            "État du pool et des nœuds",
            "Stato del pool e dei nodi",
        ),
        errors: state::ERRORS,
    },
];

/// Every known error, by kind.
pub fn all() -> impl Iterator<Item = &'static KnownError> {
    GROUPS.iter().flat_map(|group| group.errors)
}

/// The error of this id, in any letter case.
pub fn find(id: &str) -> Option<&'static KnownError> {
    all().find(|error| error.id.eq_ignore_ascii_case(id))
}
