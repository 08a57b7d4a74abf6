//! Where the reading of a Terraform file stands: the next byte, blanks and comments, words, trouble.

use crate::input::{ParseTrouble, Trouble};
use crate::model::Span;

/// Blocks and brackets within each other that are read.
const DEEPEST: usize = 256;

pub(super) type Read<T> = Result<T, ParseTrouble>;

/// Reads a file from its start to its end.
pub(super) struct Reader<'a> {
    pub text: &'a str,
    /// The next byte.
    pub at: usize,
    /// How many blocks, brackets and texts are open.
    pub depth: usize,
}

pub(super) fn is_name_start(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

pub(super) fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

impl<'a> Reader<'a> {
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn next_char(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn starts(&self, mark: &str) -> bool {
        self.rest().starts_with(mark)
    }

    pub(super) fn trouble(&self, trouble: Trouble, start: usize) -> ParseTrouble {
        let end = self.at.max(start);
        let span = Span { start, end };
        ParseTrouble { trouble, span }
    }

    pub(super) fn here(&self, trouble: Trouble) -> ParseTrouble {
        let length = self.next_char().map_or(0, char::len_utf8);
        let span = Span {
            start: self.at,
            end: self.at + length,
        };
        ParseTrouble { trouble, span }
    }

    pub(super) fn deeper(&mut self) -> Read<()> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.here(Trouble::TooDeep));
        }
        Ok(())
    }

    /// Passes over blanks and comments; over the ends of lines only if `lines`.
    pub(super) fn blanks(&mut self, lines: bool) -> Read<()> {
        while let Some(byte) = self.peek() {
            match byte {
                b' ' | b'\t' | b'\r' => self.at += 1,
                b'\n' if lines => self.at += 1,
                b'#' => self.line(),
                b'/' if self.starts("//") => self.line(),
                b'/' if self.starts("/*") => {
                    let start = self.at;
                    match self.rest().find("*/") {
                        Some(end) => self.at += end + 2,
                        None => return Err(self.trouble(Trouble::Unclosed, start)),
                    }
                }
                _ => break,
            }
        }
        Ok(())
    }

    fn line(&mut self) {
        self.at += self.rest().find('\n').unwrap_or(self.rest().len());
    }

    pub(super) fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }
}
