//! Texts of Terraform: in quotes and over several lines, with values in them.

use super::cursor::{Read, Reader, is_name, is_name_start};
use super::syntax::{Expression, Value};
use crate::input::Trouble;
use crate::model::Span;

impl<'a> Reader<'a> {
    /// A text in double quotes.
    pub(super) fn quoted(&mut self) -> Read<Expression<'a>> {
        let start = self.at;
        self.deeper()?;
        self.at += 1;
        let mut template = Template::new(self.at);
        loop {
            let rest = self.rest();
            match self.next_char() {
                None | Some('\n') => return Err(self.trouble(Trouble::Unclosed, start)),
                Some('"') => break,
                Some('\\') => {
                    let (c, length) = escape(rest).ok_or_else(|| self.here(Trouble::BadEscape))?;
                    template.text.push(c);
                    self.at += length;
                }
                Some(c) => self.in_template(c, &mut template)?,
            }
        }
        template.flush(self.at);
        self.at += 1;
        self.depth -= 1;
        let span = Span { start, end: self.at };
        let value = template.value();
        Ok(Expression { value, span })
    }

    /// A character of a template, or a value in it.
    fn in_template(&mut self, c: char, template: &mut Template<'a>) -> Read<()> {
        let opens = matches!(c, '$' | '%') && self.rest().get(1..).is_some_and(|rest| rest.starts_with('{'));
        let escaped = matches!(c, '$' | '%') && {
            let mut marks = self.rest().chars().skip(1);
            marks.next() == Some(c) && marks.next() == Some('{')
        };
        if escaped {
            template.text.push(c);
            template.text.push('{');
            self.at += 3;
        } else if opens {
            template.flush(self.at);
            let start = self.at;
            self.at += 2;
            if self.peek() == Some(b'~') {
                self.at += 1;
            }
            let part = if c == '$' {
                self.expression(false)?
            } else {
                // A directive: to its brace.
                self.pass(false)?;
                let span = Span { start, end: self.at };
                let value = Value::Other;
                Expression { value, span }
            };
            self.blanks(true)?;
            if self.peek() == Some(b'~') {
                self.at += 1;
                // What it cuts away is not worked out.
                template.parts.push(Expression {
                    value: Value::Other,
                    span: part.span,
                });
            }
            if self.peek() != Some(b'}') {
                return Err(self.here(Trouble::Unexpected));
            }
            self.at += 1;
            template.parts.push(part);
            template.from = self.at;
        } else {
            template.text.push(c);
            self.at += c.len_utf8();
        }
        Ok(())
    }

    /// The word that ends a text over several lines, and whether its lines lose their indentation.
    pub(super) fn heredoc_mark(&self) -> Option<(&'a str, bool)> {
        let rest = self.rest().strip_prefix("<<")?;
        let (rest, indented) = match rest.strip_prefix('-') {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let (word, after) = rest.split_at(rest.find(|c| !is_name(c))?);
        let ends = after.starts_with('\n') || after.starts_with("\r\n");
        (word.starts_with(is_name_start) && ends).then_some((word, indented))
    }

    pub(super) fn heredoc(&mut self) -> Read<Expression<'a>> {
        let start = self.at;
        let Some((mark, indented)) = self.heredoc_mark() else {
            return Err(self.here(Trouble::Unexpected));
        };
        self.deeper()?;
        self.at += self.rest().find('\n').map_or(0, |end| end + 1);
        let cut = if indented { self.indentation(mark) } else { 0 };
        let mut template = Template::new(self.at);
        let mut line_starts = true;
        loop {
            let rest = self.rest();
            if line_starts {
                line_starts = false;
                let line = rest.get(..rest.find('\n').unwrap_or(rest.len())).unwrap_or_default();
                if line.trim() == mark {
                    break;
                }
                if !line.trim().is_empty() {
                    self.at += line.chars().take(cut).map(char::len_utf8).sum::<usize>();
                }
                continue;
            }
            match self.next_char() {
                None => return Err(self.trouble(Trouble::Unclosed, start)),
                Some('\n') => {
                    template.text.push('\n');
                    self.at += 1;
                    line_starts = true;
                }
                Some(c) => self.in_template(c, &mut template)?,
            }
        }
        template.flush(self.at);
        let rest = self.rest();
        let line = rest.get(..rest.find('\n').unwrap_or(rest.len())).unwrap_or_default();
        self.at += line.trim_end().len();
        self.depth -= 1;
        let span = Span { start, end: self.at };
        let value = template.value();
        Ok(Expression { value, span })
    }

    /// The blanks that all lines up to the mark begin with.
    fn indentation(&self, mark: &str) -> usize {
        let mut least = usize::MAX;
        for line in self.rest().lines() {
            if line.trim() == mark {
                break;
            }
            if !line.trim().is_empty() {
                least = least.min(line.chars().take_while(|c| c.is_whitespace()).count());
            }
        }
        if least == usize::MAX { 0 } else { least }
    }
}

/// A text while it is read: its parts, and what was read since the last of them.
struct Template<'a> {
    parts: Vec<Expression<'a>>,
    text: String,
    from: usize,
}

impl<'a> Template<'a> {
    fn new(from: usize) -> Template<'a> {
        Template {
            parts: Vec::new(),
            text: String::new(),
            from,
        }
    }

    fn flush(&mut self, end: usize) {
        if !self.text.is_empty() {
            let span = Span { start: self.from, end };
            let value = Value::Text(std::mem::take(&mut self.text));
            self.parts.push(Expression { value, span });
        }
    }

    fn value(self) -> Value<'a> {
        let mut parts = self.parts;
        match parts.as_mut_slice() {
            [] => Value::Text(String::new()),
            [
                Expression {
                    value: Value::Text(text),
                    ..
                },
            ] => Value::Text(std::mem::take(text)),
            _ => Value::Template(parts),
        }
    }
}

/// The character that an escape stands for, and how many bytes it takes.
fn escape(text: &str) -> Option<(char, usize)> {
    let digits = |count: usize| {
        let code = text.get(2..2 + count)?;
        let code = u32::from_str_radix(code.trim_start_matches('+'), 16)
            .ok()
            .filter(|_| !code.starts_with('+'))?;
        Some((char::from_u32(code)?, 2 + count))
    };
    match text.chars().nth(1)? {
        'n' => Some(('\n', 2)),
        'r' => Some(('\r', 2)),
        't' => Some(('\t', 2)),
        '"' => Some(('"', 2)),
        '\\' => Some(('\\', 2)),
        'u' => digits(4),
        'U' => digits(8),
        _ => None,
    }
}
