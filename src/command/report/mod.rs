//! What was found in several files, as other programs read it: SARIF, JUnit, GitHub's workflow commands; and
//! as people do: Markdown, HTML. Pure: from analyses
//! to text.

mod document;
mod github;
mod junit;
mod sarif;

pub(super) use document::{html, markdown};
pub(super) use github::github;
pub(super) use junit::junit;
pub(super) use sarif::sarif;

use crate::analysis::{Analysis, Located};
use crate::input::Position;

/// A file that was to be checked.
#[derive(Debug)]
pub(super) struct Checked {
    /// Its name as it was given, with `/` between folders.
    pub(super) name: String,
    /// The same as a URI reference.
    pub(super) uri: String,
    /// What came of it.
    pub(super) outcome: Outcome,
}

/// What came of a file.
#[derive(Debug)]
pub(super) enum Outcome {
    /// It was read and judged: each of its pools, with its name where there are several. Its text is there if its bytes are
    /// one.
    Judged(Vec<(Option<String>, Analysis)>, Option<String>),
    /// It could not be read, and why.
    Unread(String),
}

/// Where a finding begins and ends; both places are the same where only the beginning is known.
fn region(analysis: &Analysis, text: Option<&str>, located: &Located) -> [Position; 2] {
    let end = text.map(|text| analysis.lines.position(text, located.span.end));
    let end = end.filter(|end| *end >= located.position);
    [located.position, end.unwrap_or(located.position)]
}

/// A path as a URI reference: relative ones stay relative, all but unreserved characters are `%XX`, byte by byte.
pub(super) fn uri(path: &[u8]) -> String {
    let path = path.strip_prefix(b"./").unwrap_or(path);
    let drive = matches!(path, [letter, b':', ..] if letter.is_ascii_alphabetic());
    let mut uri = String::with_capacity(path.len() + 8);
    match (drive, path) {
        (true, _) => uri.push_str("file:///"),
        // Two slashes begin an authority, so that an absolute path is told as a file of this machine.
        (false, [b'/', ..]) => uri.push_str("file://"),
        _ => {}
    }
    for byte in path {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(*byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_uri_whatever_is_in_it() {
        assert_eq!(uri(b"plans/a b.jsonc"), "plans/a%20b.jsonc");
        assert_eq!(uri(b"./a#b?c%d.json"), "a%23b%3Fc%25d.json");
        assert_eq!(uri("é:\u{202e}.json".as_bytes()), "%C3%A9%3A%E2%80%AE.json");
        assert_eq!(uri(b"\xff\n"), "%FF%0A");
        assert_eq!(uri(b"/plans/a"), "file:///plans/a");
        assert_eq!(uri(b"C:/a"), "file:///C%3A/a");
        assert_eq!(uri(b"../a"), "../a");
    }
}
