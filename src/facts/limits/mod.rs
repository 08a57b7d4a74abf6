//! Documented figures, each with its page. Rules hold no numbers of their own.

mod formula;
mod image;
mod image_content;
mod machine;
mod names;
mod network;
mod node_setup;
mod scale;

#[expect(unused_imports, reason = "filled with the rules on formulas")]
pub use formula::*;
pub use image::*;
pub use image_content::*;
#[expect(unused_imports, reason = "filled with the area")]
pub use machine::*;
pub use names::*;
pub use network::*;
#[expect(unused_imports, reason = "filled with the area")]
pub use node_setup::*;
pub use scale::*;
