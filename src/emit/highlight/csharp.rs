//! C#.

use super::{Class, Runs, State, comment, is_word};

/// The words of C# that appear in outputs.
const KEYWORDS: [&str; 24] = [
    "as", "async", "await", "bool", "catch", "class", "const", "default", "else", "for", "foreach", "if", "in", "int",
    "is", "new", "return", "static", "string", "throw", "try", "using", "var", "while",
];

/// One line of it.
pub(super) fn csharp(runs: &mut Runs<'_>, state: &mut State) {
    while let Some(c) = runs.rest.chars().next() {
        if comment(runs, state) {
            continue;
        }
        match c {
            '"' | '\'' => {
                let length = runs.text_length(c);
                runs.take(length, Class::Text);
            }
            '$' if runs.rest.starts_with("$\"") => {
                runs.take(1, Class::Text);
                let length = runs.text_length('"');
                runs.take(length, Class::Text);
            }
            '0'..='9' => runs.take_while(Class::Number, |c| is_word(c) || c == '.'),
            c if is_word(c) => {
                let end = runs.rest.find(|c| !is_word(c)).unwrap_or(runs.rest.len());
                let class = match runs.rest.get(..end) {
                    Some("true" | "false" | "null") => Class::Number,
                    Some(word) if KEYWORDS.contains(&word) => Class::Key,
                    _ => Class::Plain,
                };
                runs.take(end, class);
            }
            c if c.is_ascii_punctuation() => {
                runs.take(1, Class::Punctuation);
                runs.take_while(Class::Punctuation, |c| {
                    c.is_ascii_punctuation() && !"\"'/$_".contains(c)
                });
            }
            _ => {
                runs.take(c.len_utf8(), Class::Plain);
                runs.take_while(Class::Plain, char::is_whitespace);
            }
        }
    }
}
