//! Text in: reads what was given into plan shape, keeps every position, and writes edits back into the text.

mod apply;
pub mod dialect;
mod parse;
mod position;

pub use apply::{EditError, apply};
pub use dialect::{Dialect, Note, NoteKind, Reading, read, to_plan_text};
pub use parse::{ParseTrouble, Trouble, parse, parse_at};
pub use position::{LineIndex, Position, byte_of_utf16, utf16_of_byte};

/// Texts longer than this many bytes are checked on demand only, so that the page never freezes.
pub const LARGE_TEXT: usize = 2 * 1024 * 1024;
