//! The texts of one language, read from the file that `cargo xtask texts` made.

/// Texts by their numbers.
#[derive(Debug)]
pub struct Texts(Vec<(u32, &'static str)>);

impl Texts {
    /// Reads a file: the numbers, four characters each, on the first line, then one text per line in the same order.
    /// The file stays for as long as the program runs, so that texts need not be copied.
    pub fn read(file: String) -> Option<Texts> {
        let mut lines = file.leak().split('\n');
        let mut rest = lines.next()?.as_bytes();
        let mut texts = Vec::new();
        while let [a, b, c, d, others @ ..] = rest {
            let digits = [*a, *b, *c, *d];
            let number = digits
                .iter()
                .try_fold(0, |number, digit| Some((number << 6) | six_bits(*digit)?))?;
            texts.push((number, lines.next()?));
            rest = others;
        }
        texts.sort_unstable_by_key(|(number, _)| *number);
        (rest.is_empty() && lines.next().is_none()).then_some(Texts(texts))
    }

    /// The text with this number.
    pub fn get(&self, number: u32) -> Option<&'static str> {
        let at = self.0.binary_search_by_key(&number, |(number, _)| *number).ok()?;
        self.0.get(at).map(|(_, text)| *text)
    }
}

/// The value of a character of base64.
fn six_bits(character: u8) -> Option<u32> {
    let value = match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_by_their_numbers() {
        let texts = Texts::read("AAACAAAB////\ntwo\n\nlast".to_owned()).expect("a file of texts");
        assert_eq!(
            [1, 2, 0xff_ffff].map(|number| texts.get(number)),
            [Some(""), Some("two"), Some("last")]
        );
        assert_eq!(texts.get(0), None);
    }

    #[test]
    fn a_file_that_was_cut_off_or_is_something_else_is_refused() {
        for file in ["AAACAAAB\none", "AAAC\none\ntwo", "AAA\none", "<html>\n", "AA-A\none"] {
            assert!(Texts::read(file.to_owned()).is_none(), "{file}");
        }
    }
}
