//! JSON with comments and trailing commas → [`Node`], by the parser crate; what it refuses is a [`Trouble`] with a place.

use std::borrow::Cow;

use jsonc_parser::ast;
use jsonc_parser::common::Range;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};

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

const OPTIONS: ParseOptions = ParseOptions {
    allow_comments: true,
    allow_trailing_commas: true,
    allow_loose_object_property_names: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Reads a text. A byte order mark at its start is passed over; positions count it.
pub fn parse(text: &str) -> Result<Node, ParseTrouble> {
    parse_at(text, 0)
}

/// Reads a text that stands `offset` bytes into a larger one; positions are the larger one's.
pub fn parse_at(text: &str, offset: usize) -> Result<Node, ParseTrouble> {
    let (offset, text) = match text.strip_prefix('\u{feff}') {
        Some(rest) => (offset + '\u{feff}'.len_utf8(), rest),
        None => (offset, text),
    };
    let whole = Span {
        start: offset,
        end: offset + text.len(),
    };
    if let Some(at) = text.find('\0') {
        let span = Span {
            start: offset + at,
            end: offset + at + 1,
        };
        return Err(ParseTrouble {
            trouble: Trouble::NotUtf8,
            span,
        });
    }
    let parsed = parse_to_ast(text, &CollectOptions::default(), &OPTIONS).map_err(|error| {
        let range = error.range();
        let span = Span {
            start: offset + range.start,
            end: offset + range.end.max(range.start),
        };
        let at = text.get(range.start..).and_then(|rest| rest.chars().next());
        ParseTrouble {
            trouble: trouble_of(error.kind(), at, text),
            span,
        }
    })?;
    match parsed.value {
        Some(value) => {
            let mut reader = Reader {
                text,
                offset,
                raw_control: None,
            };
            let node = reader.node(value);
            reader.raw_control.map_or(Ok(node), Err)
        }
        None => Err(ParseTrouble {
            trouble: Trouble::Empty,
            span: whole,
        }),
    }
}

/// Makes nodes of what the parser read.
struct Reader<'a> {
    text: &'a str,
    offset: usize,
    /// The first text with a control character in it: the parser lets it pass, JSON does not.
    raw_control: Option<ParseTrouble>,
}

impl Reader<'_> {
    fn node(&mut self, value: ast::Value<'_>) -> Node {
        let (value, range) = match value {
            ast::Value::NullKeyword(null) => (Value::Null, null.range),
            ast::Value::BooleanLit(bool) => (Value::Bool(bool.value), bool.range),
            ast::Value::NumberLit(number) => (Value::Number(number.value.to_owned()), number.range),
            ast::Value::StringLit(text) => (Value::Text(self.string(text.value, text.range)), text.range),
            ast::Value::Array(list) => {
                let mut items = Vec::with_capacity(list.elements.len());
                items.extend(list.elements.into_iter().map(|item| self.node(item)));
                (Value::List(items), list.range)
            }
            ast::Value::Object(object) => {
                // Not collected: that would reuse the parser's larger allocation and shrink it.
                let mut members = Vec::with_capacity(object.properties.len());
                members.extend(object.properties.into_iter().map(|property| {
                    let (name, range) = match property.name {
                        ast::ObjectPropName::String(text) => (self.string(text.value, text.range), text.range),
                        ast::ObjectPropName::Word(word) => (word.value.to_owned(), word.range),
                    };
                    Member {
                        name,
                        name_span: self.place(range),
                        node: self.node(property.value),
                    }
                }));
                (Value::Object(members), object.range)
            }
        };
        Node {
            value,
            span: self.place(range),
        }
    }

    fn place(&self, range: Range) -> Span {
        Span {
            start: self.offset + range.start,
            end: self.offset + range.end,
        }
    }

    fn string(&mut self, value: Cow<'_, str>, range: Range) -> String {
        let is_control = |byte: &u8| *byte < 0x20;
        // Most have none at all; one that has may have it from an escape.
        if self.raw_control.is_none() && value.as_bytes().iter().any(is_control) {
            let raw = self.text.as_bytes().get(range.start..range.end).unwrap_or_default();
            if let Some(at) = raw.iter().position(is_control) {
                let start = self.offset + range.start + at;
                self.raw_control = Some(ParseTrouble {
                    trouble: Trouble::BadEscape,
                    span: Span { start, end: start + 1 },
                });
            }
        }
        value.into_owned()
    }
}

fn trouble_of(kind: &ParseErrorKind, at: Option<char>, text: &str) -> Trouble {
    use ParseErrorKind::*;
    match kind {
        UnterminatedArray | UnterminatedObject | UnterminatedCommentBlock => Trouble::Unclosed,
        String(ParseStringErrorKind::UnterminatedStringLiteral) => Trouble::Unclosed,
        String(_) => Trouble::BadEscape,
        UnexpectedCloseBrace | UnexpectedCloseBracket => Trouble::ClosedTooOften,
        ExpectedComma => Trouble::MissingComma,
        ExpectedColonAfterObjectKey => Trouble::MissingColon,
        ExpectedObjectValue | UnexpectedComma => Trouble::MissingValue,
        ExpectedStringObjectProperty | UnexpectedTokenInObject => Trouble::UnquotedName,
        SingleQuotedStringsNotAllowed => Trouble::SingleQuotes,
        UnexpectedWord => Trouble::UnknownWord,
        ExpectedDigit
        | ExpectedDigitFollowingNegativeSign
        | ExpectedPlusMinusOrDigitInNumberLiteral
        | HexadecimalNumbersNotAllowed
        | NonFiniteNumbersNotAllowed
        | UnaryPlusNumbersNotAllowed
        | BareDecimalPointNumbersNotAllowed => Trouble::BadNumber,
        MultipleRootJsonValues => Trouble::SeveralValues,
        NestingDepthExceeded => Trouble::TooDeep,
        UnexpectedToken if text.trim_start().is_empty() => Trouble::Empty,
        UnexpectedToken if at.is_some_and(char::is_alphabetic) => Trouble::UnknownWord,
        UnexpectedToken if at == Some('\'') => Trouble::SingleQuotes,
        _ => Trouble::Unexpected,
    }
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
