//! Documented figures, each with its page. Rules hold no numbers of their own.

mod image;
mod image_content;
mod names;
mod scale;

pub use image::*;
pub use image_content::*;
pub use names::*;
pub use scale::*;
