//! The head of a request in a `.http` file.

use super::{Class, Runs};

/// One line of it.
pub(super) fn head(runs: &mut Runs<'_>) {
    if runs.rest.starts_with('#') || runs.rest.starts_with("//") {
        runs.take_all(Class::Comment);
        return;
    }
    let name = runs.rest.find([':', ' ']).unwrap_or(runs.rest.len());
    runs.take(name, Class::Key);
    if runs.rest.starts_with(':') {
        runs.take(1, Class::Punctuation);
    }
    while !runs.rest.is_empty() {
        if runs.rest.starts_with("{{") {
            runs.take_through("}}", Class::Number);
        } else {
            let end = runs.rest.find("{{").unwrap_or(runs.rest.len());
            runs.take(end, Class::Plain);
        }
    }
}
