//! Text → tokens. Blanks, line breaks and comments (`//` to the end of the line, `/* … */`) are passed over.

use super::Wrong;
use crate::model::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// The end of the text.
    End,
    Number,
    Text,
    Name,
    /// `+` or `-`: between values, or before one.
    Sign,
    /// `!`
    Not,
    /// Any other operator between two values.
    Operator,
    /// `=`
    Assign,
    Question,
    Colon,
    Comma,
    Dot,
    Semicolon,
    Open,
    Close,
    OpenList,
    CloseList,
    /// Nothing that can stand here.
    Wrong(Wrong),
}

/// The first token at or behind a byte. Its span is never empty but for the end.
pub(super) fn next(text: &str, mut at: usize) -> (Token, Span) {
    let token = |token, start, length: usize| {
        let end = start + length;
        (token, Span { start, end })
    };
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let here = rest.trim_start();
        at += rest.len() - here.len();
        let length = if here.starts_with("//") {
            here.find('\n').unwrap_or(here.len())
        } else if here.starts_with("/*") {
            match here.get(2..).and_then(|inner| inner.find("*/")) {
                Some(end) => end + 4,
                None => return token(Token::Wrong(Wrong::OpenComment), at, 2),
            }
        } else {
            let (kind, length) = first(here);
            return token(kind, at, length);
        };
        at += length;
    }
}

/// The token a text begins with, and its length.
fn first(text: &str) -> (Token, usize) {
    let Some(c) = text.chars().next() else {
        return (Token::End, 0);
    };
    let second = text.as_bytes().get(1).copied().unwrap_or_default();
    let pair = |wanted: u8, both: Token, one: Token| {
        if second == wanted { (both, 2) } else { (one, 1) }
    };
    let stray = Token::Wrong(Wrong::Stray);
    match c {
        '+' | '-' => (Token::Sign, 1),
        '*' | '/' => (Token::Operator, 1),
        '<' | '>' => pair(b'=', Token::Operator, Token::Operator),
        '=' => pair(b'=', Token::Operator, Token::Assign),
        '!' => pair(b'=', Token::Operator, Token::Not),
        '&' => pair(b'&', Token::Operator, stray),
        '|' => pair(b'|', Token::Operator, stray),
        '?' => (Token::Question, 1),
        ':' => (Token::Colon, 1),
        ',' => (Token::Comma, 1),
        ';' => (Token::Semicolon, 1),
        '(' => (Token::Open, 1),
        ')' => (Token::Close, 1),
        '[' => (Token::OpenList, 1),
        ']' => (Token::CloseList, 1),
        '"' | '\'' => match text.get(1..).and_then(|inner| inner.find(c)) {
            Some(end) => (Token::Text, end + 2),
            None => (Token::Wrong(Wrong::OpenText), text.find('\n').unwrap_or(text.len())),
        },
        '0'..='9' => (Token::Number, number(text)),
        '.' if second.is_ascii_digit() => (Token::Number, number(text)),
        '.' => (Token::Dot, 1),
        '$' | '_' => match word(text, 1) {
            1 if c == '$' => (stray, 1),
            length => (Token::Name, length),
        },
        c if c.is_alphabetic() => (Token::Name, word(text, c.len_utf8())),
        c => (stray, c.len_utf8()),
    }
}

/// Where the word that has begun ends.
fn word(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'));
    from + end.unwrap_or(rest.len())
}

/// The length of the number at the start: `10`, `0.7`, `.5`, `5.`, `1e-3`.
fn number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let digits = |mut at: usize| {
        while is_digit(at) {
            at += 1;
        }
        at
    };
    let mut end = digits(0);
    if bytes.get(end) == Some(&b'.')
        && !text
            .get(end + 1..)
            .is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    {
        end = digits(end + 1);
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        if is_digit(end + 1 + sign) {
            end = digits(end + 1 + sign);
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<(Token, &str)> {
        let mut at = 0;
        let mut all = Vec::new();
        loop {
            let (token, span) = next(text, at);
            if token == Token::End {
                assert_eq!((span.start, span.end), (text.len(), text.len()), "{text}");
                return all;
            }
            assert!(span.end > span.start, "{text}");
            all.push((token, text.get(span.start..span.end).expect("a span of the text")));
            at = span.end;
        }
    }

    #[test]
    fn words_numbers_and_texts_are_told_apart() {
        use Token::*;
        assert_eq!(
            tokens("$a = 0.7e+3*.5 // é\n- b_1.hour /* ; */ [\"x;//\", 'y'];"),
            [
                (Name, "$a"),
                (Assign, "="),
                (Number, "0.7e+3"),
                (Operator, "*"),
                (Number, ".5"),
                (Sign, "-"),
                (Name, "b_1"),
                (Dot, "."),
                (Name, "hour"),
                (OpenList, "["),
                (Text, "\"x;//\""),
                (Comma, ","),
                (Text, "'y'"),
                (CloseList, "]"),
                (Semicolon, ";"),
            ]
        );
    }

    #[test]
    fn numbers_end_where_words_begin() {
        use Token::*;
        assert_eq!(
            tokens("5.;1e3e"),
            [(Number, "5."), (Semicolon, ";"), (Number, "1e3"), (Name, "e")]
        );
        assert_eq!(tokens("2.hour"), [(Number, "2"), (Dot, "."), (Name, "hour")]);
    }

    #[test]
    fn operators_of_two_marks_are_one_token() {
        let text = "<= >= == != && || < > ! =";
        let marks: Vec<&str> = tokens(text).into_iter().map(|(_, mark)| mark).collect();
        assert_eq!(marks, text.split(' ').collect::<Vec<_>>());
    }

    #[test]
    fn what_does_not_belong_is_told() {
        let wrong = |text: &str| tokens(text).pop().map(|(token, at)| (token, at.to_owned()));
        for stray in ["%", "{", "#", "&", "|", "$", "“", "😀"] {
            assert_eq!(wrong(stray), Some((Token::Wrong(Wrong::Stray), stray.to_owned())));
        }
        let open = |wrong, at: &str| Some((Token::Wrong(wrong), at.to_owned()));
        assert_eq!(wrong("a \"b"), open(Wrong::OpenText, "\"b"));
        assert_eq!(tokens("'b\nc;").first().map(|(_, at)| *at), Some("'b"));
        let (token, span) = next("a /* b", 1);
        assert_eq!((token, span.start), (Token::Wrong(Wrong::OpenComment), 2));
    }
}
