//! Text in: reads what was given into plan shape, keeps every position, and writes edits back into the text.

mod apply;
pub mod dialect;
mod inside;
mod parse;
mod position;
mod read_only;
mod window;

pub use apply::{EditError, apply, apply_at_once};
pub use dialect::{Dialect, Note, NoteKind, Pool, Reading, pools, read, to_plan_text};
pub use inside::span_inside;
pub use parse::{ParseTrouble, Trouble, parse, parse_at};
pub use position::{LineIndex, Position, byte_of_utf16, utf16_of_byte};
pub use read_only::take_read_only;
pub use window::{PART, WHOLE, window, window_after, window_before};

use crate::model::Span;

/// The text of a file: UTF-8, a byte order mark passed over. Anything else is trouble at the first byte that is wrong.
pub fn decode(bytes: &[u8]) -> Result<&str, ParseTrouble> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| ParseTrouble {
        trouble: Trouble::NotUtf8,
        span: Span {
            start: error.valid_up_to(),
            end: error.valid_up_to(),
        },
    })
}

/// Texts longer than this many bytes are checked on demand only, so that the page never freezes.
pub const LARGE_TEXT: usize = 2 * 1024 * 1024;
