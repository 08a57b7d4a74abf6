//! `param`, `var` and `resource`; after a broken statement reading goes on with the next.

use super::super::syntax::{Declared, File, Kind, Object, Piece, Resource};
use super::{Read, Reader};
use crate::input::parse::Trouble;
use crate::model::Span;

/// The words that begin a statement.
pub(super) const STATEMENTS: [&str; 16] = [
    "targetScope",
    "param",
    "var",
    "resource",
    "module",
    "output",
    "metadata",
    "import",
    "using",
    "type",
    "func",
    "provider",
    "extension",
    "test",
    "assert",
    "extends",
];

impl<'a> Reader<'a> {
    pub(super) fn file(&mut self) -> File<'a> {
        let mut file = File::default();
        loop {
            self.lines();
            if self.peek().is_none() {
                return file;
            }
            let from = self.at;
            self.header = None;
            if let Err(trouble) = self.statement(&mut file) {
                if let Some(kind) = self.header.take() {
                    file.unreadable.push((kind, trouble));
                }
                self.depth = 0;
                self.at = self.at.max(from);
                self.pass_to_statement();
            }
        }
    }

    /// To the next line that begins a statement.
    pub(super) fn pass_to_statement(&mut self) {
        while self.peek().is_some() {
            self.pass_line();
            self.at += usize::from(self.peek().is_some());
            if self.peek() == Some(b'@') || STATEMENTS.contains(&self.word_ahead()) {
                return;
            }
        }
    }

    pub(super) fn statement(&mut self, file: &mut File<'a>) -> Read<()> {
        let secure = self.decorators()?;
        let start = self.at;
        match self.word_ahead() {
            "resource" => {
                let resource = self.resource(start)?;
                file.resources.push(resource);
            }
            "param" | "var" => {
                self.word()?;
                self.blanks();
                let name = self.word()?;
                file.declared.push(Declared {
                    name,
                    value: None,
                    secure,
                });
                // Between name and value stands a type.
                self.pass_statement(true);
                if self.took("=") {
                    self.blanks();
                    let value = self.expression()?;
                    if let Some(declared) = file.declared.last_mut() {
                        declared.value = Some(value);
                    }
                    self.end_of_line()?;
                }
            }
            _ => self.pass_statement(false),
        }
        Ok(())
    }

    pub(super) fn end_of_line(&mut self) -> Read<()> {
        self.blanks();
        match self.peek() {
            None | Some(b'\n' | b'\r') => Ok(()),
            Some(_) => self.unexpected(),
        }
    }

    /// To the end of the line on which every bracket is closed again, or to `=`. Texts are passed over.
    pub(super) fn pass_statement(&mut self, to_value: bool) {
        let mut open = 0_usize;
        loop {
            self.blanks();
            let Some(byte) = self.peek() else { return };
            match byte {
                b'\n' | b'\r' if open == 0 => return,
                b'=' if to_value && open == 0 => return,
                b'\'' => self.pass_text(),
                b'(' | b'[' | b'{' => {
                    open += 1;
                    self.at += 1;
                }
                b')' | b']' | b'}' => {
                    open = open.saturating_sub(1);
                    self.at += 1;
                }
                _ => self.at += 1,
            }
        }
    }

    pub(super) fn pass_text(&mut self) {
        if self.took("'''") {
            self.at += self.rest().find("'''").map_or(self.rest().len(), |end| end + 3);
            return;
        }
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' => self.at += usize::from(self.peek() == Some(b'\'')),
                b'\'' | b'\n' => return,
                _ => {}
            }
        }
    }

    /// Passes decorators; whether one of them is `@secure()`.
    pub(super) fn decorators(&mut self) -> Read<bool> {
        let mut secure = false;
        while self.took("@") {
            let decorator = self.expression()?;
            secure |= matches!(decorator.kind, Kind::Call("secure", _));
            self.lines();
        }
        Ok(secure)
    }

    /// `resource symbol 'type' existing = …`
    pub(super) fn resource(&mut self, start: usize) -> Read<Resource<'a>> {
        self.word()?;
        self.blanks();
        let symbol = self.word()?;
        self.blanks();
        let kind_start = self.at;
        let kind = match self.text_literal()?.as_slice() {
            [] => String::new(),
            [Piece::Literal(text)] => text.clone(),
            _ => return self.trouble(Trouble::Unexpected, kind_start, self.at),
        };
        let kind_span = Span {
            start: kind_start,
            end: self.at,
        };
        self.header.get_or_insert_with(|| kind.clone());
        self.blanks();
        let existing = self.word_ahead() == "existing";
        if existing {
            self.word()?;
            self.blanks();
        }
        self.expect("=")?;
        self.blanks();
        let mut resource = Resource {
            span: Span { start, end: start },
            symbol,
            kind,
            kind_span,
            existing,
            condition: None,
            repeated: None,
            body: Object::default(),
        };
        if self.took("[") {
            self.lines();
            resource.repeated = Some(self.loop_header()?);
            self.lines();
            self.described(&mut resource)?;
            self.lines();
            self.expect("]")?;
        } else {
            self.described(&mut resource)?;
        }
        resource.span.end = self.at;
        self.end_of_line()?;
        Ok(resource)
    }

    /// `if (condition) { … }` or `{ … }`
    pub(super) fn described(&mut self, resource: &mut Resource<'a>) -> Read<()> {
        if self.word_ahead() == "if" {
            self.word()?;
            self.blanks();
            if self.peek() != Some(b'(') {
                return self.unexpected();
            }
            resource.condition = Some(self.parenthesised()?);
            self.lines();
        }
        if self.peek() != Some(b'{') {
            return self.unexpected();
        }
        resource.body = self.object()?;
        Ok(())
    }

    /// `for name in list:` or `for (name, index) in list:`
    pub(super) fn loop_header(&mut self) -> Read<(Span, Vec<&'a str>)> {
        let start = self.at;
        if self.word()? != "for" {
            return self.trouble(Trouble::Unexpected, start, self.at);
        }
        self.blanks();
        let mut names = Vec::new();
        if self.took("(") {
            self.lines();
            names.push(self.word()?);
            self.lines();
            self.expect(",")?;
            self.lines();
            names.push(self.word()?);
            self.lines();
            self.expect(")")?;
        } else {
            names.push(self.word()?);
        }
        self.blanks();
        let place = self.at;
        if self.word()? != "in" {
            return self.trouble(Trouble::Unexpected, place, self.at);
        }
        self.blanks();
        self.expression()?;
        let end = self.at;
        self.lines();
        self.expect(":")?;
        Ok((Span { start, end }, names))
    }
}
