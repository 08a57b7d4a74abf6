//! Plans to start from.

use crate::words::{Words, words};

/// A plan to start from.
#[derive(Debug)]
pub struct Starter {
    /// What it is.
    pub title: Words,
    /// What it shows.
    pub note: Words,
    /// The plan.
    pub text: &'static str,
}

/// Every plan to start from, the best first.
pub static ALL: &[Starter] = &[
    Starter {
        title: words("Gallery image", "Image de galerie", "Immagine della raccolta"),
        note: words(
            "240 nodes from Azure Compute Gallery, nothing to object to",
            "240 nœuds issus d’Azure Compute Gallery, rien à redire",
            "240 nodi da Azure Compute Gallery, nulla da obiettare",
        ),
        text: include_str!("gallery.jsonc"),
    },
    Starter {
        title: words(
            "Marketplace image",
            "Image de la Place de marché",
            "Immagine del Marketplace",
        ),
        note: words(
            "Ubuntu 24.04 with automatic scaling",
            "Ubuntu 24.04 avec mise à l’échelle automatique",
            "Ubuntu 24.04 con scalabilità automatica",
        ),
        text: include_str!("marketplace.jsonc"),
    },
    Starter {
        title: words(
            "Managed image of 2020",
            "Image managée de 2020",
            "Immagine gestita del 2020",
        ),
        note: words(
            "The articles’ pool, with all that is wrong with it today",
            "Le pool des articles, avec tout ce qui n’y va plus aujourd’hui",
            "Il pool degli articoli, con tutto ciò che oggi non va più",
        ),
        text: include_str!("managed.jsonc"),
    },
];
