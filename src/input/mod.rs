//! Text in: reads what was given into plan shape, keeps every position, and writes edits back into the text.

mod apply;
pub mod dialect;
mod inside;
mod parse;
mod position;
mod read_only;
mod window;

pub use apply::{EditError, apply, apply_at_once};
pub use dialect::{Dialect, Note, NoteKind, Pool, Reading, other_pools, plan_text, pools, read, to_plan_text};
pub use inside::span_inside;
pub use parse::{ParseTrouble, Trouble, parse, parse_at};
pub use position::{LineIndex, Position, byte_of_utf16, utf16_of_byte};
pub use read_only::take_read_only;
pub use window::{PART, WHOLE, window, window_after, window_before};

use std::borrow::Cow;

use crate::model::Span;

/// The text of a file: UTF-8, or UTF-16 with its mark, as PowerShell writes what is redirected. A byte order mark is passed
/// over. Anything else is trouble at the first byte that is wrong.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ParseTrouble> {
    let trouble = |at: usize| ParseTrouble {
        trouble: Trouble::NotUtf8,
        span: Span { start: at, end: at },
    };
    let little = match bytes {
        [0xff, 0xfe, ..] => true,
        [0xfe, 0xff, ..] => false,
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let text = std::str::from_utf8(bytes).map_err(|error| trouble(error.valid_up_to()));
            return text.map(Cow::Borrowed);
        }
    };
    let units = bytes.chunks(2).skip(1).map(|pair| match *pair {
        [one, other] if little => u16::from_le_bytes([one, other]),
        [one, other] => u16::from_be_bytes([one, other]),
        // Half a unit, as of one that has no partner.
        _ => 0xd800,
    });
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.map(Cow::Owned).map_err(|_| trouble(0))
}

/// Texts longer than this many bytes are checked on demand only, so that the page never freezes.
pub const LARGE_TEXT: usize = 2 * 1024 * 1024;
