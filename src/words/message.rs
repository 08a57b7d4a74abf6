//! A sentence about somebody's own plan: words, and the values that go into them.

use super::{Language, Words, date, duration, moment, number};
use crate::model::{CalendarDate, IsoDuration, Moment};

/// A counted thing: `1 node`, `2 400 nodes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// One of it.
    pub one: Words,
    /// Several (and, in English and Italian, none).
    pub many: Words,
}

/// What stands in for `{0}`, `{1}` … of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A value as it stands in the plan or the contract; shown in a value mark.
    Value(String),
    /// A number.
    Number(i64),
    /// A counted thing.
    Count(i64, &'static Noun),
    /// A day.
    Date(CalendarDate),
    /// A point in time.
    Moment(Moment),
    /// A span of time.
    Duration(IsoDuration),
    /// A term of the field, in the reader's language.
    Term(&'static Words),
    /// Plain words that are the same in every language, or already in the reader's.
    Text(String),
}

impl From<&str> for Arg {
    fn from(value: &str) -> Arg {
        Arg::Value(shortened(value))
    }
}

impl From<String> for Arg {
    fn from(value: String) -> Arg {
        Arg::Value(shortened(&value))
    }
}

impl From<i64> for Arg {
    fn from(value: i64) -> Arg {
        Arg::Number(value)
    }
}

impl From<CalendarDate> for Arg {
    fn from(value: CalendarDate) -> Arg {
        Arg::Date(value)
    }
}

impl From<Moment> for Arg {
    fn from(value: Moment) -> Arg {
        Arg::Moment(value)
    }
}

impl From<IsoDuration> for Arg {
    fn from(value: IsoDuration) -> Arg {
        Arg::Duration(value)
    }
}

impl From<&'static Words> for Arg {
    fn from(value: &'static Words) -> Arg {
        Arg::Term(value)
    }
}

impl From<(i64, &'static Noun)> for Arg {
    fn from((count, noun): (i64, &'static Noun)) -> Arg {
        Arg::Count(count, noun)
    }
}

/// A value longer than this many characters is cut in a message; the whole of it stands in the plan.
const LONGEST_VALUE: usize = 96;

fn shortened(value: &str) -> String {
    if value.len() <= LONGEST_VALUE && value.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return value.to_owned();
    }
    let clean: String = value
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(LONGEST_VALUE + 1)
        .collect();
    match clean.char_indices().nth(LONGEST_VALUE) {
        Some((end, _)) => format!("{}…", clean.get(..end).unwrap_or_default()),
        None => clean,
    }
}

/// A piece of a rendered message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Plain words.
    Text(String),
    /// Words to be set off: `**1–64**`.
    Strong(String),
    /// A literal value, to be set in a value mark.
    Value(String),
}

/// Words with their arguments. Rendered only when somebody reads it, in the language they read.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    words: &'static Words,
    args: Vec<Arg>,
}

impl From<&'static Words> for Message {
    fn from(words: &'static Words) -> Message {
        Message {
            words,
            args: Vec::new(),
        }
    }
}

impl Message {
    /// A message with arguments.
    pub fn new(words: &'static Words, args: impl Into<Vec<Arg>>) -> Message {
        Message {
            words,
            args: args.into(),
        }
    }

    /// The message cut into plain words and value marks.
    pub fn parts(&self, language: Language) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut text = String::new();
        let mut strong = false;
        let mut rest = self.words.in_language(language);
        while let Some(at) = rest.find(['{', '`', '*']) {
            let (before, mark) = rest.split_at(at);
            text.push_str(before);
            if let Some(after) = mark.strip_prefix("**") {
                flush(&mut text, strong, &mut parts);
                strong = !strong;
                rest = after;
                continue;
            }
            if let Some(after) = mark.strip_prefix('*') {
                text.push('*');
                rest = after;
                continue;
            }
            if let Some(inner) = mark.strip_prefix('`') {
                let (value, after) = inner.split_once('`').unwrap_or((inner, ""));
                flush(&mut text, strong, &mut parts);
                parts.push(Part::Value(value.to_owned()));
                rest = after;
                continue;
            }
            let inner = mark.get(1..).unwrap_or_default();
            match inner
                .split_once('}')
                .and_then(|(index, after)| Some((self.args.get(index.parse::<usize>().ok()?)?, after)))
            {
                Some((Arg::Value(value), after)) => {
                    flush(&mut text, strong, &mut parts);
                    parts.push(Part::Value(value.clone()));
                    rest = after;
                }
                Some((arg, after)) => {
                    text.push_str(&plain(arg, language));
                    rest = after;
                }
                None => {
                    text.push('{');
                    rest = inner;
                }
            }
        }
        text.push_str(rest);
        flush(&mut text, strong, &mut parts);
        parts
    }

    /// The message as one line of text, values in backticks.
    pub fn text(&self, language: Language) -> String {
        let mut out = String::new();
        for part in self.parts(language) {
            match part {
                Part::Text(text) | Part::Strong(text) => out.push_str(&text),
                Part::Value(value) => {
                    out.push('`');
                    out.push_str(&value);
                    out.push('`');
                }
            }
        }
        out
    }
}

impl Message {
    /// The message without value marks, for a button or a title.
    pub fn plain(&self, language: Language) -> String {
        let piece = |part| match part {
            Part::Text(text) | Part::Strong(text) | Part::Value(text) => text,
        };
        self.parts(language).into_iter().map(piece).collect()
    }
}

impl Words {
    /// The text cut into plain words and value marks, for a text without arguments.
    pub fn parts(&'static self, language: Language) -> Vec<Part> {
        Message::from(self).parts(language)
    }
}

fn flush(text: &mut String, strong: bool, parts: &mut Vec<Part>) {
    if !text.is_empty() {
        let text = std::mem::take(text);
        parts.push(if strong { Part::Strong(text) } else { Part::Text(text) });
    }
}

fn plain(arg: &Arg, language: Language) -> String {
    match arg {
        Arg::Value(value) => value.clone(),
        Arg::Number(value) => number(*value),
        Arg::Count(count, noun) => {
            // French counts none as one; English and Italian as many.
            let one = count.unsigned_abs() == 1 || (*count == 0 && language == Language::French);
            let noun = if one { &noun.one } else { &noun.many };
            format!("{}\u{a0}{}", number(*count), noun.in_language(language))
        }
        Arg::Date(day) => date(*day, language),
        Arg::Moment(at) => moment(*at, language),
        Arg::Duration(span) => duration(*span, language),
        Arg::Term(words) => words.in_language(language).to_owned(),
        Arg::Text(text) => text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{nouns, words};

    static SAY: Words = words("{1} of `x` in {0}", "{1} de `x` dans {0}", "{1} di `x` in {0}");

    #[test]
    fn values_and_counts_go_where_the_language_wants_them() {
        let message = Message::new(&SAY, [Arg::from("a{1}"), Arg::from((0, &nouns::NODES))]);
        assert_eq!(message.text(Language::English), "0\u{a0}nodes of `x` in `a{1}`");
        assert_eq!(message.text(Language::French), "0\u{a0}nœud de `x` dans `a{1}`");
        let Some(Part::Value(last)) = message.parts(Language::Italian).pop() else {
            panic!("a value mark")
        };
        assert_eq!(last, "a{1}");
    }

    #[test]
    fn braces_that_are_no_argument_stay() {
        static BRACES: Words = words("{ {9} `{gallery}`", "", "");
        assert_eq!(Message::from(&BRACES).text(Language::English), "{ {9} `{gallery}`");
    }

    #[test]
    fn words_can_be_set_off_around_arguments() {
        static CAP: Words = words("**max {0}** or 2 * {1}", "", "");
        let parts = Message::new(&CAP, [5.into(), 3.into()]).parts(Language::English);
        assert_eq!(parts, [Part::Strong("max 5".into()), Part::Text(" or 2 * 3".into())]);
    }

    #[test]
    fn long_or_wild_values_are_tamed() {
        let Arg::Value(value) = Arg::from("a\n\u{0}".to_owned() + &"é".repeat(200)) else {
            panic!("a value")
        };
        assert!(value.starts_with("a  é") && value.ends_with('…') && value.chars().count() == 97);
    }
}
