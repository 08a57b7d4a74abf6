//! A text as it is compared: words in lower case, one blank apart, without marks, numbers, ids and the heads of log lines.

use std::ops::Range;

/// A folded text, and where its words stood.
pub(super) struct Folded {
    /// Each word between two blanks.
    pub(super) text: String,
    /// Where each word begins in the folded text, and its first and last byte before.
    words: Vec<(usize, usize, usize)>,
}

/// Words that follow the time at the head of a log line.
const LEVELS: [&str; 8] = ["error", "err", "warning", "warn", "info", "debug", "fatal", "critical"];

/// Takes words in, one after the other.
struct Folder {
    folded: Folded,
    word: String,
    start: usize,
    has_digit: bool,
    /// Nothing but a time was met on this line yet.
    head: Option<bool>,
}

impl Folder {
    fn end_word(&mut self, end: usize) {
        if self.word.is_empty() {
            return;
        }
        let level = self.head == Some(true) && LEVELS.contains(&self.word.as_str());
        if self.has_digit {
            self.head = self.head.map(|_| true);
        } else if !level {
            self.head = None;
            let at = self.folded.text.len();
            self.folded.words.push((at, self.start, end));
            self.folded.text.push_str(&self.word);
            self.folded.text.push(' ');
        }
        self.word.clear();
        self.has_digit = false;
    }
}

impl Folded {
    /// Folds a text.
    pub(super) fn of(text: &str) -> Folded {
        let mut folder = Folder {
            folded: Folded {
                text: " ".to_owned(),
                words: Vec::new(),
            },
            word: String::new(),
            start: 0,
            has_digit: false,
            head: Some(false),
        };
        let mut chars = text.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                _ if c.is_ascii_alphanumeric() => {
                    if folder.word.is_empty() {
                        folder.start = at;
                    }
                    folder.has_digit |= c.is_ascii_digit();
                    folder.word.push(c.to_ascii_lowercase());
                    continue;
                }
                // Invisible marks that come along when somebody copies from a page.
                '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => continue,
                _ => folder.end_word(at),
            }
            match c {
                '\n' => folder.head = Some(false),
                // An escape is no part of the word behind it.
                '\\' => match text.as_bytes().get(at + 1) {
                    Some(b'n' | b'r' | b't') => {
                        chars.next();
                    }
                    Some(b'u') if is_hex(text.get(at + 2..at + 6)) => {
                        chars.nth(4);
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        folder.end_word(text.len());
        folder.folded
    }

    /// Where a folded phrase begins at or after a place; each word of it is whole.
    pub(super) fn find(&self, phrase: &str, from: usize) -> Option<usize> {
        find_words(&self.text, phrase, from)
    }

    /// The bytes of the text before folding where a folded phrase first stood.
    pub(super) fn place_of(&self, phrase: &str) -> Option<Range<usize>> {
        let at = self.find(phrase, 0).filter(|_| !phrase.is_empty())?;
        let word = |at: usize| self.words.partition_point(|(start, ..)| *start <= at).checked_sub(1);
        let first = self.words.get(word(at)?)?;
        let last = self.words.get(word(at + phrase.len() - 1)?)?;
        Some(first.1..last.2)
    }
}

/// Where whole words begin in a folded text, at or after a place.
pub(super) fn find_words(text: &str, words: &str, mut from: usize) -> Option<usize> {
    loop {
        let at = from + text.get(from..)?.find(words)?;
        let byte = |at: usize| text.as_bytes().get(at).copied().unwrap_or(b' ');
        if byte(at.wrapping_sub(1)) == b' ' && byte(at + words.len()) == b' ' {
            return Some(at);
        }
        from = at + 1;
    }
}

/// A phrase of the dictionary as it is compared.
pub(super) fn phrase(text: &str) -> String {
    Folded::of(text).text.trim().to_owned()
}

fn is_hex(digits: Option<&str>) -> bool {
    digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_numbers_ids_and_escapes_do_not_count() {
        for (text, folded) in [
            ("Pool ‘a’ has 25 “nodes”!", "pool a has nodes"),
            (
                "read on /subscriptions/6f1c0f6e-3b0a-4a57-9d0e-2f5a9c1b7e44/x",
                "read on subscriptions x",
            ),
            ("a\\nRequestId: 1\\r\\n\\u0027b\\u0027", "a requestid b"),
            ("re\u{ad}quest\u{200b}Id é", "requestid"),
            ("│ Error: one\n│ two", "error one two"),
            (
                "2026-11-21T13:48:02Z ERROR [12] the pool\n13:48 error encountered",
                "the pool encountered",
            ),
            ("error encountered", "error encountered"),
            ("", ""),
        ] {
            assert_eq!(Folded::of(text).text.trim(), folded, "{text}");
        }
    }

    #[test]
    fn a_phrase_is_found_by_whole_words_and_has_its_place() {
        let text = "«The Pool’s\n nodes» are";
        let folded = Folded::of(text);
        assert_eq!(
            folded.place_of("pool s nodes").and_then(|range| text.get(range)),
            Some("Pool’s\n nodes")
        );
        assert_eq!(folded.find("pool s node", 0), None);
        assert_eq!(folded.place_of(""), None);
    }
}
