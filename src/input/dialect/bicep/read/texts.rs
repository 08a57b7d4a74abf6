//! Texts: between quotes, with escapes and values in them, or over lines.

use super::super::syntax::Piece;
use super::{Read, Reader};
use crate::input::parse::Trouble;

impl<'a> Reader<'a> {
    /// `'text with ${values}'` or `'''text over lines'''`
    pub(super) fn text_literal(&mut self) -> Read<Vec<Piece<'a>>> {
        if self.is_next("'''") {
            return Ok(vec![Piece::Literal(self.long_text()?)]);
        }
        let start = self.at;
        self.expect("'")?;
        let mut pieces = Vec::new();
        let mut literal = String::new();
        loop {
            let from = self.at;
            self.pass_while(|byte| !matches!(byte, b'\'' | b'\\' | b'$' | b'\n' | b'\r'));
            literal.push_str(self.text.get(from..self.at).unwrap_or_default());
            match self.peek() {
                Some(b'\'') => {
                    self.at += 1;
                    if !literal.is_empty() {
                        pieces.push(Piece::Literal(literal));
                    }
                    return Ok(pieces);
                }
                Some(b'\\') => literal.push(self.escaped()?),
                Some(b'$') if self.took("${") => {
                    if !literal.is_empty() {
                        pieces.push(Piece::Literal(std::mem::take(&mut literal)));
                    }
                    self.lines();
                    pieces.push(Piece::Inserted(self.expression()?));
                    self.lines();
                    self.expect("}")?;
                }
                Some(b'$') => {
                    self.at += 1;
                    literal.push('$');
                }
                _ => return self.trouble(Trouble::Unclosed, start, start + 1),
            }
        }
    }

    pub(super) fn escaped(&mut self) -> Read<char> {
        let start = self.at;
        let short = [
            ('n', '\n'),
            ('r', '\r'),
            ('t', '\t'),
            ('\\', '\\'),
            ('\'', '\''),
            ('$', '$'),
        ];
        self.at += 1;
        let mark = self.rest().chars().next().unwrap_or_default();
        if let Some((_, means)) = short.iter().find(|(short, _)| *short == mark) {
            self.at += 1;
            return Ok(*means);
        }
        if self.took("u{") {
            let from = self.at;
            self.pass_while(|byte| byte.is_ascii_hexdigit());
            let digits = self.text.get(from..self.at).unwrap_or_default();
            let code = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
            if let (Some(code), true) = (code, self.took("}")) {
                return Ok(code);
            }
        }
        self.trouble(Trouble::Unexpected, start, start + 1)
    }

    /// Nothing in it is escaped; the line break right after its beginning is not part of it.
    pub(super) fn long_text(&mut self) -> Read<String> {
        let start = self.at;
        self.expect("'''")?;
        if !self.took("\r\n") {
            self.took("\n");
        }
        let from = self.at;
        let Some(length) = self.rest().find("'''") else {
            self.at = self.text.len();
            return self.trouble(Trouble::Unclosed, start, start + 3);
        };
        self.at += length;
        // Of more quotes than three the last three end it.
        self.pass_while(|byte| byte == b'\'');
        Ok(self.text.get(from..self.at - 3).unwrap_or_default().to_owned())
    }
}
