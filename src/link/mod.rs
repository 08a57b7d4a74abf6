//! A link that holds a plan, or two to compare: what goes into it, what does not, and its text form.
//!
//! `#/link/1/…` and `#/compare/1/…`: the format version, then base64url of the raw-deflated JSON with the CRC-32 of the
//! deflated bytes behind them. Deflating is left to who has the means: the browser's `CompressionStream` on the page,
//! [`native`] in the command.

mod address;
mod broken;
mod checksum;
mod contents;
mod ids;
mod left_out;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;
mod opened;
mod scrub;
mod tokens;

pub use address::{Kind, Packed, parse};
pub use broken::Broken;
pub use checksum::crc32;
pub use contents::Contents;
pub use left_out::{LeftOut, What};
pub use opened::Opened;
pub use tokens::{is_secret_name, without as without_tokens};

use crate::words::{Arg, Message, Words, nouns, words};

/// The format that is written. Whatever changes how a link is read needs another one, and this one stays readable.
pub const FORMAT: u32 = 1;
/// Links of more characters than this are cut by some programs: a file is the better way.
pub const LONG: usize = 8 * 1024;
/// What is to be said of a link that is too long for some programs.
pub fn too_long(link: &str) -> Option<Message> {
    let counts = [link.len(), LONG].map(|count| Arg::Count(count as i64, &nouns::CHARACTERS));
    (link.len() > LONG).then(|| Message::new(&TOO_LONG, counts))
}

static TOO_LONG: Words = words(
    "The link has {0}, and some programs cut links of more than {1}: rather send the file of the plan.",
    "Le lien compte {0}, et certains programmes tronquent les liens de plus de {1} : envoyez plutôt le fichier du plan.",
    "Il collegamento contiene {0} e alcuni programmi troncano i collegamenti con più di {1}: è preferibile inviare il file del piano.",
);

/// The most bytes of JSON in a link.
pub const MOST_JSON: usize = 1024 * 1024;
/// The most characters of a link that is read.
pub const MOST_CHARACTERS: usize = 512 * 1024;
