//! Values: operators, what stands before and behind a value, lists and objects.

use super::super::syntax::{Expression, Kind, Object, Piece, Property};
use super::{Read, Reader};
use crate::input::parse::Trouble;
use crate::model::Span;

/// Operators, longer ones before those they begin with, and how tightly they bind.
const OPERATORS: [(&str, usize); 16] = [
    ("??", 1),
    ("||", 2),
    ("&&", 3),
    ("==", 4),
    ("!=", 4),
    ("=~", 4),
    ("!~", 4),
    ("<=", 5),
    (">=", 5),
    ("<", 5),
    (">", 5),
    ("+", 6),
    ("-", 6),
    ("*", 7),
    ("/", 7),
    ("%", 7),
];

/// Expressions within each other that are read.
const DEEPEST: usize = 64;

impl<'a> Reader<'a> {
    /// One level deeper.
    pub(super) fn within<T>(&mut self, read: fn(&mut Self) -> Read<T>) -> Read<T> {
        if self.depth == DEEPEST {
            return self.here(Trouble::TooDeep);
        }
        self.depth += 1;
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }

    /// An expression from `start` to here that holds others up to this height.
    pub(super) fn made(&self, start: usize, height: usize, kind: Kind<'a>) -> Read<Expression<'a>> {
        if height >= DEEPEST {
            return self.trouble(Trouble::TooDeep, start, self.at);
        }
        Ok(Expression {
            span: Span { start, end: self.at },
            kind,
            height: height + 1,
        })
    }

    pub(super) fn expression(&mut self) -> Read<Expression<'a>> {
        self.within(Self::choice)
    }

    pub(super) fn choice(&mut self) -> Read<Expression<'a>> {
        let start = self.at;
        let condition = self.pairs(1)?;
        let end = self.at;
        self.lines();
        if !self.is_next("?") || self.is_next("??") {
            self.at = end;
            return Ok(condition);
        }
        self.at += 1;
        self.lines();
        let one = self.expression()?;
        self.lines();
        self.expect(":")?;
        self.lines();
        let other = self.expression()?;
        let height = condition.height.max(one.height).max(other.height);
        self.made(start, height, Kind::Choice(Box::new([condition, one, other])))
    }

    pub(super) fn pairs(&mut self, least: usize) -> Read<Expression<'a>> {
        let start = self.at;
        let mut left = self.single()?;
        loop {
            let end = self.at;
            self.blanks();
            let operator = OPERATORS
                .iter()
                .find(|(mark, binds)| *binds >= least && self.is_next(mark));
            let Some((mark, binds)) = operator else {
                self.at = end;
                return Ok(left);
            };
            self.at += mark.len();
            self.lines();
            let right = self.pairs(binds + 1)?;
            let height = left.height.max(right.height);
            left = self.made(start, height, Kind::Pair(mark, Box::new([left, right])))?;
        }
    }

    /// A value with what stands before and behind it.
    pub(super) fn single(&mut self) -> Read<Expression<'a>> {
        let start = self.at;
        let sign = self.peek();
        if let Some(sign @ (b'-' | b'!')) = sign {
            self.at += 1;
            self.blanks();
            let value = self.within(Self::single)?;
            let (height, value) = (value.height, Box::new(value));
            let kind = if sign == b'-' {
                Kind::Negative(value)
            } else {
                Kind::Not(value)
            };
            return self.made(start, height, kind);
        }
        let mut value = self.primary()?;
        loop {
            let end = self.at;
            if self.is_next("!") && !self.is_next("!=") && !self.is_next("!~") {
                self.at += 1;
            } else if self.took("::") {
                self.word()?;
                value = self.made(start, value.height, Kind::Other)?;
            } else if self.took("[") {
                self.lines();
                self.took("?");
                let index = self.expression()?;
                self.lines();
                self.expect("]")?;
                let height = value.height.max(index.height);
                value = self.made(start, height, Kind::Item(Box::new([value, index])))?;
            } else {
                self.lines();
                if !self.is_next(".") || self.is_next("...") {
                    self.at = end;
                    return Ok(value);
                }
                self.at += 1;
                self.took("?");
                let name = self.word()?;
                let height = value.height;
                value = if self.peek() == Some(b'(') {
                    let arguments = self.arguments()?;
                    match value.kind {
                        Kind::Name("sys") => self.call(start, name, arguments)?,
                        _ => self.made(start, height, Kind::Other)?,
                    }
                } else {
                    self.made(start, height, Kind::Member(Box::new(value), name))?
                };
            }
        }
    }

    pub(super) fn primary(&mut self) -> Read<Expression<'a>> {
        let start = self.at;
        match self.peek() {
            Some(b'\'') => {
                let pieces = self.text_literal()?;
                let height = pieces.iter().map(Piece::height).max().unwrap_or_default();
                self.made(start, height, Kind::Text(pieces))
            }
            Some(b'$') => {
                self.pass_while(|byte| byte == b'$');
                let dollars = self.at - start;
                let text = self.long_text()?;
                // As many dollars as stand before the text begin a value inside it.
                let filled = text.contains(&("$".repeat(dollars) + "{"));
                let kind = if filled {
                    Kind::Other
                } else {
                    Kind::Text(vec![Piece::Literal(text)])
                };
                self.made(start, 0, kind)
            }
            Some(b'0'..=b'9') => {
                self.pass_while(|byte| byte.is_ascii_digit());
                let digits = self.text.get(start..self.at).unwrap_or_default();
                let trimmed = digits.trim_start_matches('0');
                let number = if trimmed.is_empty() { "0" } else { trimmed };
                if !self.word_ahead().is_empty() {
                    return self.unexpected();
                }
                self.made(start, 0, Kind::Number(number))
            }
            Some(b'(') => {
                let inner = self.parenthesised()?;
                self.lambda(start, inner)
            }
            Some(b'[') => self.list(),
            Some(b'{') => {
                let object = self.object()?;
                let height = object.height();
                self.made(start, height, Kind::Object(object))
            }
            _ => {
                let word = self.word()?;
                if self.peek() == Some(b'(') {
                    let arguments = self.arguments()?;
                    return self.call(start, word, arguments);
                }
                let kind = match word {
                    "true" => Kind::Bool(true),
                    "false" => Kind::Bool(false),
                    "null" => Kind::Null,
                    name => Kind::Name(name),
                };
                let name = self.made(start, 0, kind)?;
                self.lambda(start, name)
            }
        }
    }

    /// What was read, unless it turns out to be the arguments of a function.
    pub(super) fn lambda(&mut self, start: usize, read: Expression<'a>) -> Read<Expression<'a>> {
        let end = self.at;
        self.blanks();
        if !self.took("=>") {
            self.at = end;
            return Ok(read);
        }
        self.lines();
        self.expression()?;
        self.made(start, 0, Kind::Other)
    }

    /// `( value )`, or the names of arguments.
    pub(super) fn parenthesised(&mut self) -> Read<Expression<'a>> {
        let start = self.at;
        let mut values = self.arguments()?;
        let (Some(mut value), true) = (values.pop(), values.is_empty()) else {
            return self.made(start, 0, Kind::Other);
        };
        value.span = Span { start, end: self.at };
        Ok(value)
    }

    pub(super) fn call(&self, start: usize, name: &'a str, arguments: Vec<Expression<'a>>) -> Read<Expression<'a>> {
        let height = arguments.iter().map(|argument| argument.height).max();
        self.made(start, height.unwrap_or_default(), Kind::Call(name, arguments))
    }

    pub(super) fn arguments(&mut self) -> Read<Vec<Expression<'a>>> {
        self.at += 1;
        let mut arguments = Vec::new();
        loop {
            self.lines();
            if self.took(")") {
                return Ok(arguments);
            }
            arguments.push(self.expression()?);
            self.lines();
            if !self.took(",") && self.peek() != Some(b')') {
                return self.unexpected();
            }
        }
    }

    pub(super) fn list(&mut self) -> Read<Expression<'a>> {
        let start = self.at;
        self.at += 1;
        self.lines();
        let mut items: Vec<Expression> = Vec::new();
        let mut spread = false;
        if self.word_ahead() == "for" {
            self.loop_header()?;
            self.lines();
            if self.word_ahead() == "if" {
                self.word()?;
                self.blanks();
                if self.peek() != Some(b'(') {
                    return self.unexpected();
                }
                self.parenthesised()?;
                self.lines();
            }
            self.expression()?;
            self.lines();
            self.expect("]")?;
            return self.made(start, 0, Kind::Other);
        }
        loop {
            self.lines();
            if self.took("]") {
                break;
            }
            spread |= self.took("...");
            items.push(self.expression()?);
            self.separator(b']')?;
        }
        if spread {
            return self.made(start, 0, Kind::Other);
        }
        let height = items.iter().map(|item| item.height).max().unwrap_or_default();
        self.made(start, height, Kind::List(items))
    }

    /// After an item or a property: a comma, a line break or the end.
    pub(super) fn separator(&mut self, close: u8) -> Read<()> {
        self.blanks();
        match self.peek() {
            Some(b',') => self.at += 1,
            Some(b'\n' | b'\r') => {}
            Some(byte) if byte == close => {}
            _ => return self.unexpected(),
        }
        Ok(())
    }

    pub(super) fn object(&mut self) -> Read<Object<'a>> {
        self.at += 1;
        let mut object = Object::default();
        loop {
            self.lines();
            if self.took("}") {
                return Ok(object);
            }
            self.decorators()?;
            let start = self.at;
            let mut name = None;
            if self.peek() == Some(b'\'') {
                name = Some(self.text_literal()?);
            } else if !self.took("...") {
                let word = self.word()?;
                let end = self.at;
                self.blanks();
                if word == "resource" && self.peek() != Some(b':') {
                    self.at = start;
                    object.resources.push(self.within(|reader| reader.resource(reader.at))?);
                    continue;
                }
                self.at = end;
                name = Some(vec![Piece::Literal(word.to_owned())]);
            }
            let name_span = Span { start, end: self.at };
            if name.is_some() {
                self.blanks();
                self.expect(":")?;
                self.blanks();
            }
            let value = self.expression()?;
            object.properties.push(Property { name, name_span, value });
            self.separator(b'}')?;
        }
    }
}
