//! The language of Terraform → blocks, arguments and values, each with its place.
//!
//! One pass from the start to the end. What is a literal, a name, a template or an object is read; any other expression is
//! passed over and stands for its own text.

use crate::input::{ParseTrouble, Trouble};
use crate::model::Span;

/// Blocks and brackets within each other that are read.
const DEEPEST: usize = 256;

type Read<T> = Result<T, ParseTrouble>;

/// The inside of a block, or of a file.
#[derive(Debug, Default)]
pub(super) struct Body<'a> {
    pub items: Vec<Item<'a>>,
}

/// Something that has a name in a body or in an object.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub name: Name<'a>,
    pub span: Span,
    pub content: Content<'a>,
}

/// A name: as it stands, or as it must be worked out.
#[derive(Debug)]
pub(super) enum Name<'a> {
    Known(String),
    Made(Expression<'a>),
}

/// What stands behind a name.
#[derive(Debug)]
pub(super) enum Content<'a> {
    Value(Expression<'a>),
    Block(Block<'a>),
}

/// A block.
#[derive(Debug)]
pub(super) struct Block<'a> {
    pub labels: Vec<String>,
    pub span: Span,
    pub body: Body<'a>,
}

/// A value and its place.
#[derive(Debug)]
pub(super) struct Expression<'a> {
    pub value: Value<'a>,
    pub span: Span,
}

/// What can be read of a value.
#[derive(Debug)]
pub(super) enum Value<'a> {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    /// A text with values in it.
    Template(Vec<Expression<'a>>),
    List(Vec<Expression<'a>>),
    Object(Vec<Item<'a>>),
    /// `var.size`, `local.pool.size`.
    Name(&'a str),
    /// `jsonencode(…)`.
    Json(Box<Expression<'a>>),
    /// Anything else.
    Other,
}

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

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

fn is_name_start(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next_char(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn starts(&self, mark: &str) -> bool {
        self.rest().starts_with(mark)
    }

    fn trouble(&self, trouble: Trouble, start: usize) -> ParseTrouble {
        let end = self.at.max(start);
        let span = Span { start, end };
        ParseTrouble { trouble, span }
    }

    fn here(&self, trouble: Trouble) -> ParseTrouble {
        let length = self.next_char().map_or(0, char::len_utf8);
        let span = Span {
            start: self.at,
            end: self.at + length,
        };
        ParseTrouble { trouble, span }
    }

    fn deeper(&mut self) -> Read<()> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.here(Trouble::TooDeep));
        }
        Ok(())
    }

    /// Passes over blanks and comments; over the ends of lines only if `lines`.
    fn blanks(&mut self, lines: bool) -> Read<()> {
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

    fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

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
    fn expression(&mut self, line: bool) -> Read<Expression<'a>> {
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
    fn pass(&mut self, line: bool) -> Read<()> {
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
            self.to_bracket(start)?;
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
        self.to_bracket(start)?;
        Ok(Value::Other)
    }

    /// From inside what opened at `start` to behind the bracket that closes it.
    fn to_bracket(&mut self, start: usize) -> Read<()> {
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

    /// A text in double quotes.
    fn quoted(&mut self) -> Read<Expression<'a>> {
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
    fn heredoc_mark(&self) -> Option<(&'a str, bool)> {
        let rest = self.rest().strip_prefix("<<")?;
        let (rest, indented) = match rest.strip_prefix('-') {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let (word, after) = rest.split_at(rest.find(|c| !is_name(c))?);
        let ends = after.starts_with('\n') || after.starts_with("\r\n");
        (word.starts_with(is_name_start) && ends).then_some((word, indented))
    }

    fn heredoc(&mut self) -> Read<Expression<'a>> {
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
