//! Bicep → what it says, as far as a pool is concerned: values, `param`, `var` and `resource`. Other statements are passed.
//!
//! One pass over the bytes. Nesting is limited while reading, and so is the height of what is read, so that neither this
//! reader nor those who walk its trees can run out of stack.

use crate::input::parse::{ParseTrouble, Trouble};
use crate::model::Span;

/// A value as it is written.
#[derive(Debug)]
pub(super) struct Expression<'a> {
    pub span: Span,
    pub kind: Kind<'a>,
    /// How many expressions stand in each other, this one included.
    height: usize,
}

/// What an [`Expression`] is.
#[derive(Debug)]
pub(super) enum Kind<'a> {
    Null,
    Bool(bool),
    Number(&'a str),
    Text(Vec<Piece<'a>>),
    Name(&'a str),
    List(Vec<Expression<'a>>),
    Object(Object<'a>),
    /// A function of the language with its arguments.
    Call(&'a str, Vec<Expression<'a>>),
    /// `value.name`
    Member(Box<Expression<'a>>, &'a str),
    /// `value[index]`
    Item(Box<[Expression<'a>; 2]>),
    /// `condition ? one : other`
    Choice(Box<[Expression<'a>; 3]>),
    Negative(Box<Expression<'a>>),
    Not(Box<Expression<'a>>),
    /// Two values and what stands between them.
    Pair(&'static str, Box<[Expression<'a>; 2]>),
    /// Whatever only a deployment can tell: loops, functions of one's own, the parts of other resources.
    Other,
}

/// A part of a text.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    Literal(String),
    Inserted(Expression<'a>),
}

/// `{ … }`
#[derive(Debug, Default)]
pub(super) struct Object<'a> {
    pub properties: Vec<Property<'a>>,
    /// The resources that are declared inside.
    pub resources: Vec<Resource<'a>>,
}

/// A property; without a name it is `...value`.
#[derive(Debug)]
pub(super) struct Property<'a> {
    pub name: Option<Vec<Piece<'a>>>,
    pub name_span: Span,
    pub value: Expression<'a>,
}

/// A `resource` with the object that describes it.
#[derive(Debug)]
pub(super) struct Resource<'a> {
    pub span: Span,
    pub symbol: &'a str,
    /// `Microsoft.Batch/batchAccounts/pools@2025-06-01`
    pub kind: String,
    pub kind_span: Span,
    /// Whether it is only named here, not made.
    pub existing: bool,
    pub condition: Option<Expression<'a>>,
    /// `for …` with the names it declares.
    pub repeated: Option<(Span, Vec<&'a str>)>,
    pub body: Object<'a>,
}

/// A `param` or a `var`.
#[derive(Debug)]
pub(super) struct Declared<'a> {
    pub name: &'a str,
    pub value: Option<Expression<'a>>,
    /// Whether it is decorated with `@secure()`.
    pub secure: bool,
}

/// What a text says.
#[derive(Debug, Default)]
pub(super) struct File<'a> {
    pub declared: Vec<Declared<'a>>,
    pub resources: Vec<Resource<'a>>,
    /// The resources that could not be read: their type, and what is in the way.
    pub unreadable: Vec<(String, ParseTrouble)>,
}

/// The words that begin a statement.
const STATEMENTS: [&str; 16] = [
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

    fn pass_while(&mut self, passes: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&passes) {
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

    fn file(&mut self) -> File<'a> {
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
    fn pass_to_statement(&mut self) {
        while self.peek().is_some() {
            self.pass_line();
            self.at += usize::from(self.peek().is_some());
            if self.peek() == Some(b'@') || STATEMENTS.contains(&self.word_ahead()) {
                return;
            }
        }
    }

    fn statement(&mut self, file: &mut File<'a>) -> Read<()> {
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

    fn end_of_line(&mut self) -> Read<()> {
        self.blanks();
        match self.peek() {
            None | Some(b'\n' | b'\r') => Ok(()),
            Some(_) => self.unexpected(),
        }
    }

    /// To the end of the line on which every bracket is closed again, or to `=`. Texts are passed over.
    fn pass_statement(&mut self, to_value: bool) {
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

    fn pass_text(&mut self) {
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
    fn decorators(&mut self) -> Read<bool> {
        let mut secure = false;
        while self.took("@") {
            let decorator = self.expression()?;
            secure |= matches!(decorator.kind, Kind::Call("secure", _));
            self.lines();
        }
        Ok(secure)
    }

    /// `resource symbol 'type' existing = …`
    fn resource(&mut self, start: usize) -> Read<Resource<'a>> {
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
    fn described(&mut self, resource: &mut Resource<'a>) -> Read<()> {
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
    fn loop_header(&mut self) -> Read<(Span, Vec<&'a str>)> {
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

    /// One level deeper.
    fn within<T>(&mut self, read: fn(&mut Self) -> Read<T>) -> Read<T> {
        if self.depth == DEEPEST {
            return self.here(Trouble::TooDeep);
        }
        self.depth += 1;
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }

    /// An expression from `start` to here that holds others up to this height.
    fn made(&self, start: usize, height: usize, kind: Kind<'a>) -> Read<Expression<'a>> {
        if height >= DEEPEST {
            return self.trouble(Trouble::TooDeep, start, self.at);
        }
        Ok(Expression {
            span: Span { start, end: self.at },
            kind,
            height: height + 1,
        })
    }

    fn expression(&mut self) -> Read<Expression<'a>> {
        self.within(Self::choice)
    }

    fn choice(&mut self) -> Read<Expression<'a>> {
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

    fn pairs(&mut self, least: usize) -> Read<Expression<'a>> {
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
    fn single(&mut self) -> Read<Expression<'a>> {
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

    fn primary(&mut self) -> Read<Expression<'a>> {
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
    fn lambda(&mut self, start: usize, read: Expression<'a>) -> Read<Expression<'a>> {
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
    fn parenthesised(&mut self) -> Read<Expression<'a>> {
        let start = self.at;
        let mut values = self.arguments()?;
        let (Some(mut value), true) = (values.pop(), values.is_empty()) else {
            return self.made(start, 0, Kind::Other);
        };
        value.span = Span { start, end: self.at };
        Ok(value)
    }

    fn call(&self, start: usize, name: &'a str, arguments: Vec<Expression<'a>>) -> Read<Expression<'a>> {
        let height = arguments.iter().map(|argument| argument.height).max();
        self.made(start, height.unwrap_or_default(), Kind::Call(name, arguments))
    }

    fn arguments(&mut self) -> Read<Vec<Expression<'a>>> {
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

    fn list(&mut self) -> Read<Expression<'a>> {
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
    fn separator(&mut self, close: u8) -> Read<()> {
        self.blanks();
        match self.peek() {
            Some(b',') => self.at += 1,
            Some(b'\n' | b'\r') => {}
            Some(byte) if byte == close => {}
            _ => return self.unexpected(),
        }
        Ok(())
    }

    fn object(&mut self) -> Read<Object<'a>> {
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

    /// `'text with ${values}'` or `'''text over lines'''`
    fn text_literal(&mut self) -> Read<Vec<Piece<'a>>> {
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

    fn escaped(&mut self) -> Read<char> {
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
    fn long_text(&mut self) -> Read<String> {
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

impl Piece<'_> {
    fn height(&self) -> usize {
        if let Piece::Inserted(value) = self {
            value.height
        } else {
            0
        }
    }
}

impl Object<'_> {
    fn height(&self) -> usize {
        let named = |property: &Property| property.name.iter().flatten().map(Piece::height).max();
        let properties = self
            .properties
            .iter()
            .map(|property| property.value.height.max(named(property).unwrap_or_default()));
        let resources = self.resources.iter().map(|resource| resource.body.height() + 1);
        properties.chain(resources).max().unwrap_or_default()
    }
}
