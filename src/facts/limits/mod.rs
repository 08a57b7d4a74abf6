//! Documented figures, each with its page. Rules hold no numbers of their own.

mod formula;
mod image;
mod image_content;
mod machine;
mod names;
mod network;
mod node_setup;
mod scale;

pub use formula::*;
pub use image::*;
pub use image_content::*;
pub use machine::*;
pub use names::*;
pub use network::*;
pub use node_setup::*;
pub use scale::*;
