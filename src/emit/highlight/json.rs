//! JSON, with comments.

use super::{Class, Runs, State, comment, is_word};

/// One line of it.
pub(super) fn json(runs: &mut Runs<'_>, state: &mut State) {
    while let Some(c) = runs.rest.chars().next() {
        if comment(runs, state) {
            continue;
        }
        match c {
            '"' => {
                let length = runs.text_length('"', '\\');
                let after = runs.rest.get(length..).unwrap_or_default();
                let class = if after.trim_start().starts_with(':') {
                    Class::Key
                } else {
                    Class::Text
                };
                runs.take(length, class);
            }
            '{' | '}' | '[' | ']' | ',' | ':' => {
                runs.take_while(Class::Punctuation, |c| "{}[],:".contains(c));
            }
            '-' | '0'..='9' => runs.take_while(Class::Number, |c| is_word(c) || "+-.".contains(c)),
            c if is_word(c) => {
                let end = runs.rest.find(|c| !is_word(c)).unwrap_or(runs.rest.len());
                let literal = matches!(runs.rest.get(..end), Some("true" | "false" | "null"));
                runs.take(end, if literal { Class::Number } else { Class::Plain });
            }
            _ => {
                runs.take(c.len_utf8(), Class::Plain);
                runs.take_while(Class::Plain, |c| !is_word(c) && !"\"{}[],:-/".contains(c));
            }
        }
    }
}
