//! Bytes, lines and columns: the one place that knows the difference.

/// A place for people: both numbers count from 1, the column in UTF-16 code units, as editors and browsers count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Where the lines of a text begin, and how many UTF-16 code units stand before each stretch of it, so that a column is
/// found at once however long its line is.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// Units before each [`STRETCH`] of bytes; empty for a text of ASCII, where a byte is a unit.
    units: Vec<usize>,
}

/// Bytes from one count of units to the next.
const STRETCH: usize = 1024;

/// The UTF-16 code units of the characters that begin in these bytes.
fn units_in(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .map(|byte| usize::from(byte & 0xC0 != 0x80) + usize::from(*byte >= 0xF0))
        .sum()
}

impl LineIndex {
    /// Finds the lines of `text`; `\n`, `\r\n` and a lone `\r` end one.
    pub fn new(text: &str) -> LineIndex {
        let bytes = text.as_bytes();
        // Lines of a plan are about so long: most texts then need one allocation.
        let mut starts = Vec::with_capacity(text.len() / 24 + 1);
        starts.push(0);
        if text.contains('\r') {
            let ends = |at: usize, byte: u8| byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            let lines = bytes.iter().enumerate().filter(|(at, byte)| ends(*at, **byte));
            starts.extend(lines.map(|(at, _)| at + 1));
        } else {
            starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        }
        let mut units = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for stretch in bytes.chunks(STRETCH) {
                units.push(count);
                count += units_in(stretch);
            }
            units.push(count);
        }
        LineIndex { starts, units }
    }

    /// The UTF-16 code units before a byte at which a character begins.
    fn units_before(&self, text: &str, byte: usize) -> usize {
        let stretch = byte / STRETCH;
        match self.units.get(stretch) {
            Some(before) => before + text.as_bytes().get(stretch * STRETCH..byte).map_or(0, units_in),
            None => byte,
        }
    }

    /// How many lines there are; an empty text has one.
    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The position of a byte. A byte inside a character counts as that character's first; one past the end as the end.
    pub fn position(&self, text: &str, byte: usize) -> Position {
        let byte = floor(text, byte);
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let column = self.units_before(text, byte) - self.units_before(text, start) + 1;
        Position { line, column }
    }

    /// The bytes of a line (from 1), its ending left out; an empty range for a line that is not there.
    pub fn line_span(&self, text: &str, line: usize) -> std::ops::Range<usize> {
        let Some(start) = line.checked_sub(1).and_then(|index| self.starts.get(index)).copied() else {
            return 0..0;
        };
        let end = self.starts.get(line).copied().unwrap_or(text.len());
        let body = text.get(start..end).unwrap_or_default();
        start..start + body.trim_end_matches(['\n', '\r']).len()
    }
}

/// The byte of a UTF-16 offset, as a textarea counts its caret. Offsets past the end give the end.
pub fn byte_of_utf16(text: &str, offset: usize) -> usize {
    let mut units = 0;
    for (byte, c) in text.char_indices() {
        if units >= offset {
            return byte;
        }
        units += c.len_utf16();
    }
    text.len()
}

/// The UTF-16 offset of a byte.
pub fn utf16_of_byte(text: &str, byte: usize) -> usize {
    text.get(..floor(text, byte))
        .map_or(0, |head| head.encode_utf16().count())
}

fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_utf16_units() {
        let text = "a\r\n\"😀é\" x\rlast";
        let index = LineIndex::new(text);
        let at = |what: &str| index.position(text, text.find(what).expect("there"));
        assert_eq!(at("x"), Position { line: 2, column: 7 });
        assert_eq!(at("last"), Position { line: 3, column: 1 });
        assert_eq!(index.position(text, 10_000), Position { line: 3, column: 5 });
        assert_eq!(
            index.position(text, text.find('😀').expect("there") + 2),
            Position { line: 2, column: 2 }
        );
    }

    #[test]
    fn lines_leave_their_ending_out() {
        let text = "one\r\ntwo\n\nfour";
        let index = LineIndex::new(text);
        let lines: Vec<_> = (1..=index.lines())
            .map(|line| text.get(index.line_span(text, line)).expect("in range"))
            .collect();
        assert_eq!(lines, ["one", "two", "", "four"]);
        assert_eq!(index.line_span(text, 9), 0..0);
    }

    #[test]
    fn columns_of_a_long_line_are_right() {
        let text = "a\n".to_owned() + &"é😀x".repeat(2_000);
        let index = LineIndex::new(&text);
        for (byte, _) in text.char_indices().skip(2) {
            let column = text[2..byte].encode_utf16().count() + 1;
            assert_eq!(index.position(&text, byte), Position { line: 2, column });
        }
        assert_eq!(index.position(&text, text.len()).column, 8_001);
    }

    proptest::proptest! {
        #[test]
        fn utf16_offsets_go_there_and_back(text in ".{0,60}", at in 0usize..80) {
            let byte = floor(&text, at);
            proptest::prop_assert_eq!(byte_of_utf16(&text, utf16_of_byte(&text, byte)), byte);
        }

        #[test]
        fn positions_agree_with_counting(text in "[a😀é\\n\\r ]{0,40}", at in 0usize..100) {
            let position = LineIndex::new(&text).position(&text, at);
            let head = &text[..floor(&text, at)];
            let normal = head.replace("\r\n", "\n").replace('\r', "\n");
            // A byte between the two of a line ending still belongs to the line before.
            if !(head.ends_with('\r') && text[head.len()..].starts_with('\n')) {
                proptest::prop_assert_eq!(position.line, normal.matches('\n').count() + 1);
            }
        }
    }
}
