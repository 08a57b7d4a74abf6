//! How the nodes of a pool come: at what pace, by when, in how many resizes. A model: Microsoft publishes no allocation
//! rate of a node. What the pages do say, how many nodes the advised time-outs serve, bounds it from below.

mod advice;
mod estimate;
mod image_kind;
pub mod pace;

pub use advice::{advised_time_out, resizes_needed};
pub use estimate::{Ending, Estimate, Growing, estimate};
pub use image_kind::ImageKind;
pub use pace::Pace;

use crate::words::{Words, words};

/// What has to stand beside every figure of this model.
pub static MODEL: Words = words(
    "This is a model: Microsoft publishes no rate at which nodes are allocated. It follows from the resize time-outs \
     that the documentation advises; Azure may be faster or slower.",
    "Il s’agit d’un modèle : Microsoft ne publie aucune vitesse d’allocation des nœuds. Il découle des délais de \
     redimensionnement que conseille la documentation ; Azure peut être plus rapide ou plus lent.",
    "Questo è un modello: Microsoft non pubblica alcuna velocità di allocazione dei nodi. Il modello deriva dai \
     timeout di ridimensionamento consigliati dalla documentazione; Azure può essere più veloce o più lento.",
);

/// The same in a word or two, beside a figure.
pub static MODEL_MARK: Words = words("model", "modèle", "modello");
