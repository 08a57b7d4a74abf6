//! The text form of a link: kind, format version, payload.

use super::{Broken, FORMAT, MOST_CHARACTERS, crc32};
use crate::model::base64url;

/// What a link holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One plan.
    Plan,
    /// Two plans to compare.
    Comparison,
}

impl Kind {
    const ALL: [Kind; 2] = [Kind::Plan, Kind::Comparison];

    /// The room that opens it: the first part of the fragment.
    pub fn room(self) -> &'static str {
        match self {
            Kind::Plan => "link",
            Kind::Comparison => "compare",
        }
    }
}

/// A link that is whole: its bytes are those that were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// What it says it holds.
    pub kind: Kind,
    /// The JSON, raw-deflated.
    pub deflated: Vec<u8>,
}

/// The bytes of the checksum behind the deflated ones.
const CHECK: usize = 4;

impl Packed {
    /// The fragment, with its `#`.
    pub fn fragment(&self) -> String {
        let mut bytes = self.deflated.clone();
        bytes.extend(crc32(&self.deflated).to_be_bytes());
        let mut out = ["#/", self.kind.room(), "/", &FORMAT.to_string(), "/"].concat();
        base64url::write(&bytes, &mut out);
        out
    }
}

/// Reads a link, or its fragment with or without `#`. Blanks are passed over, as mail programs break long lines, and so
/// is what ends the sentence around it.
pub fn parse(text: &str) -> Result<Packed, Broken> {
    if text.len() > MOST_CHARACTERS {
        return Err(Broken::TooLarge);
    }
    let text = text.trim();
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment);
    let mut parts = fragment.trim_start_matches('/').splitn(3, '/');
    let room = parts.next().unwrap_or_default();
    let kind = Kind::ALL.into_iter().find(|kind| kind.room() == room);
    let kind = kind.ok_or(Broken::NotALink)?;
    let format = parts
        .next()
        .filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    match format.and_then(|format| format.parse().ok()).unwrap_or(0) {
        FORMAT => {}
        0 => return Err(Broken::Damaged),
        newer => return Err(Broken::Newer(newer)),
    }
    let letters = parts.next().unwrap_or_default().chars().filter(|c| !c.is_whitespace());
    let letters: String = letters.collect();
    let letters = letters.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '>', ']', '"', '\'', '»', '”', '’']);
    let mut deflated = base64url::read(letters).ok_or(Broken::Damaged)?;
    let whole = deflated.len().checked_sub(CHECK).ok_or(Broken::Damaged)?;
    let check = deflated.split_off(whole);
    if crc32(&deflated).to_be_bytes() != *check {
        return Err(Broken::Damaged);
    }
    Ok(Packed { kind, deflated })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn packed() -> Packed {
        Packed {
            kind: Kind::Plan,
            deflated: b"any bytes, they are not looked at".to_vec(),
        }
    }

    #[test]
    fn a_link_is_read_wherever_it_comes_from() {
        let fragment = packed().fragment();
        assert!(fragment.starts_with("#/link/1/"), "{fragment}");
        let (head, tail) = fragment.split_at(20);
        for text in [
            fragment.clone(),
            fragment.trim_start_matches('#').to_owned(),
            fragment.trim_start_matches("#/").to_owned(),
            format!("https://example.com/planner/?x=1{fragment}"),
            format!("  {head}\r\n{tail}\n"),
            format!("{fragment}."),
            format!("https://example.com/{fragment}>"),
        ] {
            assert_eq!(parse(&text), Ok(packed()), "{text}");
        }
        let two = Packed {
            kind: Kind::Comparison,
            ..packed()
        };
        assert!(two.fragment().starts_with("#/compare/1/"));
        assert_eq!(parse(&two.fragment()), Ok(two));
    }

    #[test]
    fn what_is_wrong_is_told_apart() {
        let fragment = packed().fragment();
        for (text, broken) in [
            (String::new(), Broken::NotALink),
            ("https://example.com/".to_owned(), Broken::NotALink),
            ("#/plan/form".to_owned(), Broken::NotALink),
            (fragment.replace("/1/", "/2/"), Broken::Newer(2)),
            (fragment.replace("/1/", "/10/"), Broken::Newer(10)),
            (fragment.replace("/1/", "/0/"), Broken::Damaged),
            (fragment.replace("/1/", "/x/"), Broken::Damaged),
            (fragment.replace("/1/", "/+1/"), Broken::Damaged),
            ("#/link".to_owned(), Broken::Damaged),
            ("#/link/1".to_owned(), Broken::Damaged),
            ("#/link/1/".to_owned(), Broken::Damaged),
            ("#/link/1/AAA".to_owned(), Broken::Damaged),
            ("x".repeat(MOST_CHARACTERS + 1), Broken::TooLarge),
        ] {
            let short: String = text.chars().take(40).collect();
            assert_eq!(parse(&text), Err(broken), "{short}");
        }
    }

    #[test]
    fn a_link_cut_anywhere_is_told() {
        let fragment = packed().fragment();
        for end in "#/link/1/".len()..fragment.len() {
            assert_eq!(parse(&fragment[..end]), Err(Broken::Damaged), "{end}");
        }
    }

    proptest! {
        #[test]
        fn a_link_with_one_letter_changed_is_told(at in 9_usize..50, letter in "[A-Za-z0-9_-]") {
            let fragment = packed().fragment();
            let mut changed = fragment.clone();
            changed.replace_range(at..=at, &letter);
            prop_assert_eq!(parse(&changed).is_ok(), changed == fragment);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,40}|(#/)?(link|compare)/[0-9]{0,30}/[A-Za-z0-9_=+ -]{0,40}") {
            let _ = parse(&text);
        }
    }
}
