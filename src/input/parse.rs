//! JSON with comments and trailing commas → [`Node`]; what is no JSON is a [`Trouble`] with a place.
//!
//! One pass over the bytes makes the nodes themselves, with their places. A parser crate makes a tree of its own first,
//! which costs every keystroke twice; `tests/robust.rs` holds this one against such a crate.

use crate::model::{Member, Node, Span, Value};

/// Why a text could not be read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is nothing but blanks and comments.
    Empty,
    /// The text has NUL bytes or the mark of UTF-16.
    NotUtf8,
    /// An object, list, text or comment is not closed.
    Unclosed,
    /// A brace or bracket closes what was not open.
    ClosedTooOften,
    /// A comma is missing between two members or items.
    MissingComma,
    /// A colon is missing between name and value.
    MissingColon,
    /// A value is missing.
    MissingValue,
    /// A name is not in double quotes.
    UnquotedName,
    /// A word that is no JSON value.
    UnknownWord,
    /// Single quotes instead of double ones.
    SingleQuotes,
    /// Not a number as JSON writes it.
    BadNumber,
    /// An escape that JSON does not have, or a control character that must be written as one.
    BadEscape,
    /// More than one value at the outermost level.
    SeveralValues,
    /// Nested deeper than any plan.
    TooDeep,
    /// Something else that does not belong there.
    Unexpected,
}

/// A [`Trouble`] and where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseTrouble {
    /// What is wrong.
    pub trouble: Trouble,
    /// Where.
    pub span: Span,
}

/// Lists and objects within each other that are read; what is nested deeper is no plan.
const DEEPEST: usize = 512;

type Read<T> = Result<T, ParseTrouble>;

/// Reads a text. A byte order mark at its start is passed over; positions count it.
pub fn parse(text: &str) -> Read<Node> {
    parse_at(text, 0)
}

/// Reads a text that stands `offset` bytes into a larger one; positions are the larger one's.
pub fn parse_at(text: &str, offset: usize) -> Read<Node> {
    let (offset, text) = match text.strip_prefix('\u{feff}') {
        Some(rest) => (offset + '\u{feff}'.len_utf8(), rest),
        None => (offset, text),
    };
    let mut reader = Reader {
        text,
        at: 0,
        offset,
        depth: 0,
    };
    if let Some(at) = text.find('\0') {
        return Err(reader.trouble(Trouble::NotUtf8, at, at + 1));
    }
    reader.pass_blanks()?;
    if reader.peek().is_none() {
        return Err(reader.trouble(Trouble::Empty, 0, text.len()));
    }
    if matches!(reader.peek(), Some(b'}' | b']')) {
        return Err(reader.here(Trouble::ClosedTooOften));
    }
    let root = reader.value()?;
    reader.pass_blanks()?;
    match reader.peek() {
        Some(_) => Err(reader.here(Trouble::SeveralValues)),
        None => Ok(root),
    }
}

/// Reads a text from its start to its end.
struct Reader<'a> {
    text: &'a str,
    /// The next byte.
    at: usize,
    /// Where the text begins in a larger one.
    offset: usize,
    /// How many lists and objects are open.
    depth: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn place(&self, start: usize, end: usize) -> Span {
        Span {
            start: self.offset + start,
            end: self.offset + end,
        }
    }

    fn trouble(&self, trouble: Trouble, start: usize, end: usize) -> ParseTrouble {
        ParseTrouble {
            trouble,
            span: self.place(start, end),
        }
    }

    /// Trouble with the character that comes next.
    fn here(&self, trouble: Trouble) -> ParseTrouble {
        let next = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        self.trouble(trouble, self.at, self.at + next.map_or(0, char::len_utf8))
    }

    /// Trouble with something that was opened at `start` and is not closed.
    fn unclosed(&self, start: usize) -> ParseTrouble {
        self.trouble(Trouble::Unclosed, start, start + 1)
    }

    /// Passes blanks and comments.
    fn pass_blanks(&mut self) -> Read<()> {
        loop {
            match self.peek() {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                Some(b'/') => {
                    let rest = self.text.get(self.at..).unwrap_or_default();
                    self.at += if rest.starts_with("//") {
                        rest.find('\n').unwrap_or(rest.len())
                    } else if let Some(inside) = rest.strip_prefix("/*") {
                        2 + inside.find("*/").ok_or_else(|| self.unclosed(self.at))? + 2
                    } else {
                        return Err(self.here(Trouble::Unexpected));
                    };
                }
                _ => return Ok(()),
            }
        }
    }

    fn value(&mut self) -> Read<Node> {
        let start = self.at;
        let value = match self.peek() {
            Some(b'"') => Value::Text(self.string()?),
            Some(b'{') => self.inside(start, Self::object)?,
            Some(b'[') => self.inside(start, Self::list)?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b',' | b'}' | b']') => return Err(self.here(Trouble::MissingValue)),
            _ => self.word()?,
        };
        Ok(Node {
            value,
            span: self.place(start, self.at),
        })
    }

    /// Reads what stands inside a brace or bracket.
    fn inside(&mut self, start: usize, read: fn(&mut Self, usize) -> Read<Value>) -> Read<Value> {
        if self.depth == DEEPEST {
            return Err(self.here(Trouble::TooDeep));
        }
        self.depth += 1;
        self.at += 1;
        let value = read(self, start)?;
        self.depth -= 1;
        Ok(value)
    }

    fn list(&mut self, start: usize) -> Read<Value> {
        let mut items = Vec::new();
        loop {
            self.pass_blanks()?;
            match self.peek() {
                None => return Err(self.unclosed(start)),
                Some(b']') => break,
                Some(b'}') => return Err(self.here(Trouble::ClosedTooOften)),
                Some(_) => items.push(self.value()?),
            }
            self.comma(start, b']')?;
        }
        self.at += 1;
        Ok(Value::List(items))
    }

    fn object(&mut self, start: usize) -> Read<Value> {
        let mut members = Vec::new();
        loop {
            self.pass_blanks()?;
            let name_start = self.at;
            match self.peek() {
                None => return Err(self.unclosed(start)),
                Some(b'}') => break,
                Some(b'"') => {}
                Some(b']') => return Err(self.here(Trouble::ClosedTooOften)),
                Some(b'\'') => return Err(self.here(Trouble::SingleQuotes)),
                Some(b',') => return Err(self.here(Trouble::MissingValue)),
                Some(_) => return Err(self.unquoted()),
            }
            let name = self.string()?;
            let name_span = self.place(name_start, self.at);
            self.pass_blanks()?;
            match self.peek() {
                Some(b':') => self.at += 1,
                Some(_) => return Err(self.here(Trouble::MissingColon)),
                None => return Err(self.unclosed(start)),
            }
            self.pass_blanks()?;
            if self.peek().is_none() {
                return Err(self.unclosed(start));
            }
            let node = self.value()?;
            members.push(Member { name, name_span, node });
            self.comma(start, b'}')?;
        }
        self.at += 1;
        Ok(Value::Object(members))
    }

    /// Passes the comma after an item or member; stays before `close`.
    fn comma(&mut self, start: usize, close: u8) -> Read<()> {
        self.pass_blanks()?;
        match self.peek() {
            Some(b',') => self.at += 1,
            Some(byte) if byte == close => {}
            Some(b'}' | b']') => return Err(self.here(Trouble::ClosedTooOften)),
            Some(b':') => return Err(self.here(Trouble::Unexpected)),
            Some(_) => return Err(self.here(Trouble::MissingComma)),
            None => return Err(self.unclosed(start)),
        }
        Ok(())
    }

    fn string(&mut self) -> Read<String> {
        let open = self.at;
        self.at += 1;
        let mut value = String::new();
        let mut from = self.at;
        loop {
            // A plain loop: the page is compiled for size, and an iterator would cost a call for each byte.
            for byte in self.text.as_bytes().get(self.at..).unwrap_or_default() {
                if matches!(byte, b'"' | b'\\' | 0..0x20) {
                    break;
                }
                self.at += 1;
            }
            let Some(byte) = self.peek() else {
                return Err(self.unclosed(open));
            };
            let run = self.text.get(from..self.at).unwrap_or_default();
            match byte {
                b'"' => {
                    self.at += 1;
                    if value.is_empty() {
                        return Ok(run.to_owned());
                    }
                    value.push_str(run);
                    return Ok(value);
                }
                b'\\' => {
                    value.push_str(run);
                    value.push(self.escape()?);
                    from = self.at;
                }
                _ => return Err(self.here(Trouble::BadEscape)),
            }
        }
    }

    /// Reads an escape, of both halves where it needs two.
    fn escape(&mut self) -> Read<char> {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let bad = self.trouble(
            Trouble::BadEscape,
            start,
            start + rest.chars().take(2).map(char::len_utf8).sum::<usize>(),
        );
        let (length, value) = match rest.as_bytes().get(1) {
            Some(byte @ (b'"' | b'\\' | b'/')) => (2, char::from(*byte)),
            Some(b'b') => (2, '\u{8}'),
            Some(b'f') => (2, '\u{c}'),
            Some(b'n') => (2, '\n'),
            Some(b'r') => (2, '\r'),
            Some(b't') => (2, '\t'),
            Some(b'u') => {
                let first = half(rest).ok_or(bad)?;
                match char::from_u32(first) {
                    Some(value) => (6, value),
                    None => {
                        let second = rest.get(6..).and_then(half);
                        let second = second.filter(|half| (0xdc00..0xe000).contains(half) && first < 0xdc00);
                        let second = second.ok_or(bad)?;
                        let value = char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00));
                        (12, value.ok_or(bad)?)
                    }
                }
            }
            _ => return Err(bad),
        };
        self.at += length;
        Ok(value)
    }

    fn number(&mut self) -> Read<Value> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let zero = self.peek() == Some(b'0');
        let digits = self.digits();
        let mut good = digits == 1 || (digits > 1 && !zero);
        if self.peek() == Some(b'.') {
            self.at += 1;
            good &= self.digits() > 0;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            good &= self.digits() > 0;
        }
        if !good
            || self
                .peek()
                .is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'.')
        {
            return Err(self.trouble(Trouble::BadNumber, start, self.word_end(self.at)));
        }
        Ok(Value::Number(
            self.text.get(start..self.at).unwrap_or_default().to_owned(),
        ))
    }

    /// Passes digits, and says how many.
    fn digits(&mut self) -> usize {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        count
    }

    fn word(&mut self) -> Read<Value> {
        let (start, end) = (self.at, self.word_end(self.at));
        let value = match self.text.get(start..end) {
            Some("null") => Value::Null,
            Some("true") => Value::Bool(true),
            Some("false") => Value::Bool(false),
            Some("") if self.peek() == Some(b'\'') => return Err(self.here(Trouble::SingleQuotes)),
            Some("") if matches!(self.peek(), Some(b'+' | b'.')) => return Err(self.here(Trouble::BadNumber)),
            Some("") => return Err(self.here(Trouble::Unexpected)),
            _ => return Err(self.trouble(Trouble::UnknownWord, start, end)),
        };
        self.at = end;
        Ok(value)
    }

    /// Trouble with a name that has no quotes, if it is one.
    fn unquoted(&self) -> ParseTrouble {
        match self.word_end(self.at) {
            end if end > self.at => self.trouble(Trouble::UnquotedName, self.at, end),
            _ => self.here(Trouble::UnquotedName),
        }
    }

    /// Where the word ends that begins at `start`.
    fn word_end(&self, start: usize) -> usize {
        let rest = self.text.get(start..).unwrap_or_default();
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
        start + rest.find(|c| !inside(c)).unwrap_or(rest.len())
    }
}

/// The number of an escape such as `\u00e9` at the start of a text.
fn half(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| hexadecimal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trouble(text: &str) -> Trouble {
        parse(text).expect_err("unreadable").trouble
    }

    #[test]
    fn comments_and_trailing_commas_are_read() {
        let node = parse("\u{feff}// a\n{ \"a\": [1, 2,], /* b */ \"c\": null, }").expect("readable");
        assert_eq!(node.to_json(), r#"{"a":[1,2],"c":null}"#);
        assert_eq!(node.span.start, 8, "positions count the byte order mark");
    }

    #[test]
    fn every_value_keeps_its_position() {
        let text = "{\n  \"é\": \"x\"\n}";
        let node = parse(text).expect("readable");
        let member = node.member("é").expect("there");
        assert_eq!(text.get(member.name_span.start..member.name_span.end), Some("\"é\""));
        assert_eq!(text.get(member.node.span.start..member.node.span.end), Some("\"x\""));
    }

    #[test]
    fn each_kind_of_trouble_is_told() {
        assert_eq!(trouble(""), Trouble::Empty);
        assert_eq!(trouble("  // only a comment\n"), Trouble::Empty);
        assert_eq!(trouble("{\"a\": 1"), Trouble::Unclosed);
        assert_eq!(trouble("[1, 2"), Trouble::Unclosed);
        assert_eq!(trouble("{\"a"), Trouble::Unclosed);
        assert_eq!(trouble("/* never closed"), Trouble::Unclosed);
        assert_eq!(trouble("{}}"), Trouble::SeveralValues);
        assert_eq!(trouble("}"), Trouble::ClosedTooOften);
        assert_eq!(trouble("{\"a\": 1 \"b\": 2}"), Trouble::MissingComma);
        assert_eq!(trouble("{\"a\" 1}"), Trouble::MissingColon);
        assert_eq!(trouble("{a: 1}"), Trouble::UnquotedName);
        assert_eq!(trouble("{'a': 1}"), Trouble::SingleQuotes);
        assert_eq!(trouble("{\"a\": True}"), Trouble::UnknownWord);
        assert_eq!(trouble("{\"a\": 0x10}"), Trouble::BadNumber);
        assert_eq!(trouble("{\"a\": \"\\q\"}"), Trouble::BadEscape);
        assert_eq!(trouble("{\"a\": \"one\ntwo\"}"), Trouble::BadEscape);
        assert_eq!(trouble("{\"a\tb\": 1}"), Trouble::BadEscape);
        assert!(parse("{\"a\": \"one\\ntwo\"}").is_ok());
        assert_eq!(trouble("a\0b"), Trouble::NotUtf8);
        assert_eq!(trouble(&"[".repeat(100_000)), Trouble::TooDeep);
    }
}
