//! JSON with comments and trailing commas → [`Node`], by the parser crate; what it refuses is a [`Trouble`] with a place.

use jsonc_parser::ast;
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
    /// An escape that JSON does not have.
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
        Some(value) => Ok(node_of(value, offset)),
        None => Err(ParseTrouble {
            trouble: Trouble::Empty,
            span: whole,
        }),
    }
}

fn node_of(value: ast::Value<'_>, offset: usize) -> Node {
    let place = |range: jsonc_parser::common::Range| Span {
        start: offset + range.start,
        end: offset + range.end,
    };
    match value {
        ast::Value::NullKeyword(null) => Node {
            value: Value::Null,
            span: place(null.range),
        },
        ast::Value::BooleanLit(bool) => Node {
            value: Value::Bool(bool.value),
            span: place(bool.range),
        },
        ast::Value::NumberLit(number) => Node {
            value: Value::Number(number.value.to_owned()),
            span: place(number.range),
        },
        ast::Value::StringLit(text) => Node {
            value: Value::Text(text.value.into_owned()),
            span: place(text.range),
        },
        ast::Value::Array(list) => Node {
            span: place(list.range),
            value: Value::List(list.elements.into_iter().map(|item| node_of(item, offset)).collect()),
        },
        ast::Value::Object(object) => Node {
            span: place(object.range),
            value: Value::Object(
                object
                    .properties
                    .into_iter()
                    .map(|property| {
                        let (name, range) = match property.name {
                            ast::ObjectPropName::String(text) => (text.value.into_owned(), text.range),
                            ast::ObjectPropName::Word(word) => (word.value.to_owned(), word.range),
                        };
                        Member {
                            name,
                            name_span: place(range),
                            node: node_of(property.value, offset),
                        }
                    })
                    .collect(),
            ),
        },
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
        assert_eq!(trouble("a\0b"), Trouble::NotUtf8);
        assert_eq!(trouble(&"[".repeat(100_000)), Trouble::TooDeep);
    }
}
