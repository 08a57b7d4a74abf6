//! Text → what a Bicep file says. One pass over the bytes; statements that no pool needs are passed.
//!
//! Nesting is limited while reading, and so is the height of what is read, so that neither this reader nor those who walk
//! its trees can run out of stack.

mod expressions;
mod statements;
mod texts;

use self::statements::STATEMENTS;
use super::syntax::File;
use crate::input::parse::{ParseTrouble, Trouble};
use crate::model::Span;

type Read<T> = Result<T, ParseTrouble>;

/// Reads a text if it begins as Bicep does.
pub(super) fn read(text: &str) -> Option<File<'_>> {
    let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut reader = Reader {
        text,
        at,
        depth: 0,
        passed: (usize::MAX, 0),
        header: None,
    };
    reader.lines();
    let word = reader.word_ahead();
    let begins = STATEMENTS.contains(&word) || matches!(reader.peek(), Some(b'@'));
    begins.then(|| reader.file())
}

struct Reader<'a> {
    text: &'a str,
    /// The next byte.
    at: usize,
    depth: usize,
    /// A place from which blank lines were passed, and where they end.
    passed: (usize, usize),
    /// The type of the resource that is being read.
    header: Option<String>,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn is_next(&self, mark: &str) -> bool {
        self.rest().starts_with(mark)
    }

    /// Passes a mark if it is next.
    fn took(&mut self, mark: &str) -> bool {
        let is_next = self.is_next(mark);
        if is_next {
            self.at += mark.len();
        }
        is_next
    }

    fn trouble<T>(&self, trouble: Trouble, start: usize, end: usize) -> Read<T> {
        Err(ParseTrouble {
            trouble,
            span: Span { start, end },
        })
    }

    /// Trouble with the character that comes next.
    fn here<T>(&self, trouble: Trouble) -> Read<T> {
        let next = self.rest().chars().next().map_or(0, char::len_utf8);
        self.trouble(trouble, self.at, self.at + next)
    }

    fn unexpected<T>(&self) -> Read<T> {
        self.here(Trouble::Unexpected)
    }

    fn expect(&mut self, mark: &str) -> Read<()> {
        if self.took(mark) { Ok(()) } else { self.unexpected() }
    }

    fn pass_while(&mut self, passes: fn(u8) -> bool) {
        while self.peek().is_some_and(passes) {
            self.at += 1;
        }
    }

    /// To the end of the line, the line break not included.
    fn pass_line(&mut self) {
        self.pass_while(|byte| byte != b'\n');
    }

    /// Passes blanks and comments on this line.
    fn blanks(&mut self) {
        loop {
            self.pass_while(|byte| matches!(byte, b' ' | b'\t'));
            if self.is_next("//") {
                self.pass_while(|byte| !matches!(byte, b'\n' | b'\r'));
            } else if self.is_next("/*") {
                self.at += 2;
                self.at += self.rest().find("*/").map_or(self.rest().len(), |end| end + 2);
            } else {
                return;
            }
        }
    }

    /// Passes blanks, comments, line breaks and lines for the compiler.
    fn lines(&mut self) {
        let from = self.at;
        if self.passed.0 == from {
            self.at = self.passed.1;
            return;
        }
        loop {
            self.blanks();
            match self.peek() {
                Some(b'\n' | b'\r') => self.at += 1,
                Some(b'#') => self.pass_line(),
                _ => break,
            }
        }
        self.passed = (from, self.at);
    }

    /// The name that comes next; empty if none does.
    fn word_ahead(&self) -> &'a str {
        let rest = self.rest();
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            return "";
        }
        rest.get(..rest.find(|c| !is_word(c)).unwrap_or(rest.len()))
            .unwrap_or_default()
    }

    fn word(&mut self) -> Read<&'a str> {
        let word = self.word_ahead();
        if word.is_empty() {
            return self.unexpected();
        }
        self.at += word.len();
        Ok(word)
    }
}
