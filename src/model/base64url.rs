//! Bytes as base64url without padding (RFC 4648, section 5), and back.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes bytes.
pub fn write(bytes: &[u8], out: &mut String) {
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..=group.len() {
            let letter = LETTERS.get((bits >> (18 - 6 * place) & 63) as usize);
            out.push(letter.copied().unwrap_or_default() as char);
        }
    }
}

/// Reads letters; `None` when something else stands among them or the end is cut.
pub fn read(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for group in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for letter in group {
            bits = bits << 6 | value(*letter)?;
        }
        bits <<= 6 * (4 - group.len());
        let [_, three @ ..] = bits.to_be_bytes();
        let (whole, rest) = three.split_at_checked(group.len() - 1)?;
        // One letter alone is no byte, and the bits behind the last byte are none.
        if whole.is_empty() || rest.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(whole);
    }
    Some(bytes)
}

fn value(letter: u8) -> Option<u32> {
    let (first, base) = match letter {
        b'A'..=b'Z' => (b'A', 0),
        b'a'..=b'z' => (b'a', 26),
        b'0'..=b'9' => (b'0', 52),
        b'-' => return Some(62),
        b'_' => return Some(63),
        _ => return None,
    };
    Some(u32::from(letter - first) + base)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(bytes: &[u8]) -> String {
        let mut out = String::new();
        write(bytes, &mut out);
        out
    }

    #[test]
    fn the_examples_of_the_standard_come_out() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(written(bytes.as_bytes()), text);
        }
        assert_eq!(written(&[0xfb, 0xff]), "-_8");
    }

    #[test]
    fn what_is_cut_or_not_of_the_alphabet_is_refused() {
        for wrong in ["Z", "Zm9vY", "Zm9+", "Zm9/", "Zg==", "Z g", "é", "Zh", "Zm9"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            prop_assert_eq!(read(&written(&bytes)), Some(bytes));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,12}|[A-Za-z0-9_-]{0,12}") {
            if let Some(bytes) = read(&text) {
                prop_assert_eq!(written(&bytes), text);
            }
        }
    }
}
