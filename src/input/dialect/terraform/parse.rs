//! The language of Terraform → blocks, arguments and values, each with its place.
//!
//! One pass from the start to the end. What is a literal, a name, a template or an object is read; any other expression is
//! passed over and stands for its own text.

use super::cursor::{Read, Reader, is_name, is_name_start};
use super::syntax::{Block, Body, Content, Expression, Item, Name, Value};
use crate::input::Trouble;
use crate::model::Span;

/// Reads a file.
pub(super) fn file(text: &str) -> Read<Body<'_>> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    if text.starts_with('\u{feff}') {
        reader.at = '\u{feff}'.len_utf8();
    }
    let body = reader.body(false)?;
    match reader.peek() {
        Some(_) => Err(reader.here(Trouble::ClosedTooOften)),
        None => Ok(body),
    }
}

impl<'a> Reader<'a> {
    /// A body to its brace, which is left there, or to the end.
    fn body(&mut self, in_block: bool) -> Read<Body<'a>> {
        let open = self.at;
        let mut items = Vec::new();
        loop {
            self.blanks(true)?;
            match self.next_char() {
                None if in_block => return Err(self.trouble(Trouble::Unclosed, open.saturating_sub(1))),
                None => break,
                Some('}') if in_block => break,
                Some('}') => return Err(self.here(Trouble::ClosedTooOften)),
                Some(c) if is_name_start(c) => items.push(self.item()?),
                Some(_) => return Err(self.here(Trouble::Unexpected)),
            }
        }
        Ok(Body { items })
    }

    fn item(&mut self) -> Read<Item<'a>> {
        let start = self.at;
        let name = self.word().to_owned();
        let span = Span { start, end: self.at };
        self.blanks(false)?;
        let content = if self.peek() == Some(b'=') && !self.starts("==") {
            self.at += 1;
            self.blanks(false)?;
            Content::Value(self.expression(true)?)
        } else {
            Content::Block(self.block(start)?)
        };
        let name = Name::Known(name);
        Ok(Item { name, span, content })
    }

    fn block(&mut self, start: usize) -> Read<Block<'a>> {
        let mut labels = Vec::new();
        loop {
            self.blanks(false)?;
            match self.next_char() {
                Some('{') => break,
                Some('"') => {
                    let label = self.quoted()?;
                    match label.value {
                        Value::Text(text) => labels.push(text),
                        _ => labels.push(self.source(label.span).to_owned()),
                    }
                }
                Some(c) if is_name_start(c) => labels.push(self.word().to_owned()),
                _ => return Err(self.here(Trouble::Unexpected)),
            }
        }
        self.deeper()?;
        self.at += 1;
        let body = self.body(true)?;
        self.at += 1;
        self.depth -= 1;
        let span = Span { start, end: self.at };
        Ok(Block { labels, span, body })
    }

    fn source(&self, span: Span) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// A value, to what ends it: a comma, a closing bracket, the end, and the end of the line if `line`.
    pub(super) fn expression(&mut self, line: bool) -> Read<Expression<'a>> {
        self.deeper()?;
        self.blanks(!line)?;
        let start = self.at;
        let value = self.primary()?;
        let mut end = self.at;
        self.blanks(!line)?;
        let value = if self.ends(line) {
            value
        } else {
            self.at = end;
            self.pass(line)?;
            end = start + self.source(Span { start, end: self.at }).trim_end().len();
            Value::Other
        };
        self.depth -= 1;
        if end == start {
            return Err(self.here(Trouble::MissingValue));
        }
        let span = Span { start, end };
        Ok(Expression { value, span })
    }

    fn ends(&self, line: bool) -> bool {
        match self.peek() {
            None | Some(b',' | b'}' | b']' | b')') => true,
            Some(b'\n') => line,
            Some(b'~') => self.starts("~}"),
            _ => false,
        }
    }

    /// Passes over anything up to what ends it, brackets and texts whole.
    pub(super) fn pass(&mut self, line: bool) -> Read<()> {
        let start = self.at;
        let mut open = 0usize;
        loop {
            self.blanks(!line || open > 0)?;
            if open == 0 && self.ends(line) {
                return Ok(());
            }
            match self.peek() {
                None => return Err(self.trouble(Trouble::Unclosed, start)),
                Some(b'"') => {
                    self.quoted()?;
                }
                Some(b'<') if self.heredoc_mark().is_some() => {
                    self.heredoc()?;
                }
                Some(b'(' | b'[' | b'{') => {
                    open += 1;
                    self.at += 1;
                }
                Some(b')' | b']' | b'}') => {
                    open = open.saturating_sub(1);
                    self.at += 1;
                }
                Some(_) => self.at += self.next_char().map_or(1, char::len_utf8),
            }
        }
    }

    /// What a value begins with; anything that is not understood is left for `pass`.
    fn primary(&mut self) -> Read<Value<'a>> {
        match self.next_char() {
            Some('"') => Ok(self.quoted()?.value),
            Some('<') if self.heredoc_mark().is_some() => Ok(self.heredoc()?.value),
            Some('[') => self.list(),
            Some('{') => self.object(),
            Some('(') => {
                self.at += 1;
                let inner = self.expression(false)?;
                self.blanks(true)?;
                if self.peek() == Some(b')') {
                    self.at += 1;
                    Ok(inner.value)
                } else {
                    Err(self.here(Trouble::Unexpected))
                }
            }
            Some('-' | '0'..='9') => Ok(self.number()),
            Some(c) if is_name_start(c) => self.name(),
            _ => Ok(Value::Other),
        }
    }

    fn number(&mut self) -> Value<'a> {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let digits = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
        let sign = usize::from(rest.starts_with('-'));
        let whole = digits(sign);
        if whole == 0 {
            return Value::Other;
        }
        let mut end = sign + whole;
        if bytes.get(end) == Some(&b'.') && digits(end + 1) > 0 {
            end += 1 + digits(end + 1);
        }
        if matches!(bytes.get(end), Some(b'e' | b'E')) {
            let signed = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            if digits(signed) > 0 {
                end = signed + digits(signed);
            }
        }
        self.at += end;
        let text = rest.get(sign..end).unwrap_or_default();
        // A number of JSON has no zeros in front.
        let zeros = text.bytes().take_while(|byte| *byte == b'0').count().min(whole - 1);
        let sign = if sign > 0 { "-" } else { "" };
        Value::Number(format!("{sign}{}", text.get(zeros..).unwrap_or_default()))
    }

    fn name(&mut self) -> Read<Value<'a>> {
        let start = self.at;
        let word = self.word();
        if self.peek() == Some(b'(') {
            if word != "jsonencode" {
                return Ok(Value::Other);
            }
            self.at += 1;
            let inner = self.expression(false)?;
            self.blanks(true)?;
            if self.peek() == Some(b',') {
                self.at += 1;
                self.blanks(true)?;
            }
            if self.peek() == Some(b')') {
                self.at += 1;
                return Ok(Value::Json(Box::new(inner)));
            }
            // Not the one argument it takes: passed over to its bracket.
            self.behind_bracket(start)?;
            return Ok(Value::Other);
        }
        while self.peek() == Some(b'.') {
            let dot = self.at;
            self.at += 1;
            if self.next_char().is_none_or(|c| !is_name(c)) {
                self.at = dot;
                return Ok(Value::Other);
            }
            self.word();
        }
        Ok(match self.source(Span { start, end: self.at }) {
            "null" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            name if name.contains('.') => Value::Name(name),
            _ => Value::Other,
        })
    }

    /// Whether the bracket here opens `[for …` or `{for …`.
    fn is_for(&self) -> bool {
        let inside = self.rest().get(1..).unwrap_or_default().trim_start();
        let after = inside.strip_prefix("for");
        after.is_some_and(|after| after.starts_with(char::is_whitespace))
            && !after.is_some_and(|after| after.trim_start().starts_with(['=', ':']))
    }

    /// From the bracket here to the one that closes it.
    fn whole(&mut self) -> Read<Value<'a>> {
        let start = self.at;
        self.at += 1;
        self.behind_bracket(start)?;
        Ok(Value::Other)
    }

    /// From inside what opened at `start` to behind the bracket that closes it.
    fn behind_bracket(&mut self, start: usize) -> Read<()> {
        loop {
            self.pass(false)?;
            match self.peek() {
                None => return Err(self.trouble(Trouble::Unclosed, start)),
                Some(b',' | b'~') => self.at += 1,
                Some(_) => {
                    self.at += 1;
                    return Ok(());
                }
            }
        }
    }

    fn list(&mut self) -> Read<Value<'a>> {
        if self.is_for() {
            return self.whole();
        }
        let start = self.at;
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.blanks(true)?;
            match self.peek() {
                None => return Err(self.trouble(Trouble::Unclosed, start)),
                Some(b']') => break,
                Some(_) => items.push(self.expression(false)?),
            }
            self.blanks(true)?;
            match self.peek() {
                None => return Err(self.trouble(Trouble::Unclosed, start)),
                Some(b',') => self.at += 1,
                Some(b']') => break,
                Some(_) => return Err(self.here(Trouble::Unexpected)),
            }
        }
        self.at += 1;
        Ok(Value::List(items))
    }

    fn object(&mut self) -> Read<Value<'a>> {
        if self.is_for() {
            return self.whole();
        }
        let start = self.at;
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.blanks(true)?;
            match self.peek() {
                None => return Err(self.trouble(Trouble::Unclosed, start)),
                Some(b'}') => break,
                Some(_) => items.push(self.member()?),
            }
            self.blanks(false)?;
            match self.peek() {
                None => return Err(self.trouble(Trouble::Unclosed, start)),
                Some(b',' | b'\n') => self.at += 1,
                Some(b'}') => break,
                Some(_) => return Err(self.here(Trouble::Unexpected)),
            }
        }
        self.at += 1;
        Ok(Value::Object(items))
    }

    fn member(&mut self) -> Read<Item<'a>> {
        let start = self.at;
        let name = match self.next_char() {
            Some('"') => {
                let text = self.quoted()?;
                match text.value {
                    Value::Text(name) => Name::Known(name),
                    _ => Name::Made(text),
                }
            }
            Some('(') => {
                self.at += 1;
                let inner = self.expression(false)?;
                self.blanks(true)?;
                if self.peek() != Some(b')') {
                    return Err(self.here(Trouble::Unexpected));
                }
                self.at += 1;
                Name::Made(inner)
            }
            Some(c) if is_name(c) => Name::Known(self.word().to_owned()),
            _ => return Err(self.here(Trouble::Unexpected)),
        };
        let span = Span { start, end: self.at };
        self.blanks(false)?;
        if !matches!(self.peek(), Some(b'=' | b':')) || self.starts("==") {
            return Err(self.here(Trouble::MissingColon));
        }
        self.at += 1;
        self.blanks(false)?;
        let content = Content::Value(self.expression(true)?);
        Ok(Item { name, span, content })
    }
}
