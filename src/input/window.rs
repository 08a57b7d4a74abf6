//! The part of a long text that is shown and edited at a time: browsers lay out a whole text area at every change.

use std::ops::Range;

/// Texts up to so many bytes are shown whole.
pub const WHOLE: usize = 60_000;
/// Of longer ones about so many bytes are shown at a time: some five hundred lines, which are laid out within a frame or
/// two.
pub const PART: usize = 20_000;
/// Bytes that are shown before the one to be seen, and within which the edges look for the end of a line.
const BEFORE: usize = PART / 4;

/// The part of a text to show so that `byte` can be seen, with some lines before it: whole lines where they are short
/// enough, characters otherwise.
pub fn window(text: &str, byte: usize) -> Range<usize> {
    if text.len() <= WHOLE {
        return 0..text.len();
    }
    let start = byte.saturating_sub(BEFORE).min(text.len() - PART);
    let start = first_line(text, start, start + BEFORE);
    let end = (start + PART).min(text.len());
    let end = match end == text.len() {
        true => end,
        false => last_line(text, end - BEFORE, end),
    };
    start..end
}

/// The part before this one.
pub fn window_before(text: &str, shown: &Range<usize>) -> Range<usize> {
    window(text, (shown.start + BEFORE).saturating_sub(PART))
}

/// The part after this one.
pub fn window_after(text: &str, shown: &Range<usize>) -> Range<usize> {
    window(text, shown.end.saturating_add(BEFORE))
}

/// Where the first line begins from one byte to another; where none does, the first character.
fn first_line(text: &str, from: usize, to: usize) -> usize {
    let before = from.saturating_sub(1);
    let bytes = text.as_bytes().get(before..to).unwrap_or_default();
    match bytes.iter().position(|byte| *byte == b'\n') {
        _ if from == 0 => 0,
        Some(at) => before + at + 1,
        None => (from..=to).find(|at| text.is_char_boundary(*at)).unwrap_or(to),
    }
}

/// Where the last line begins from one byte to another; where none does, the last character.
fn last_line(text: &str, from: usize, to: usize) -> usize {
    let bytes = text.as_bytes().get(from..to).unwrap_or_default();
    match bytes.iter().rposition(|byte| *byte == b'\n') {
        Some(at) => from + at + 1,
        None => (from..=to).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(count: usize) -> String {
        (0..count).map(|number| format!("line é {number}\n")).collect()
    }

    #[test]
    fn a_text_of_usual_length_is_shown_whole() {
        let text = "x".repeat(WHOLE);
        assert_eq!(window(&text, 0), 0..WHOLE);
        assert_eq!(window(&text, WHOLE), 0..WHOLE);
    }

    #[test]
    fn the_byte_asked_for_is_seen_among_whole_lines() {
        let text = lines(20_000);
        for byte in (0..=text.len()).step_by(997) {
            let shown = window(&text, byte);
            assert!(shown.contains(&byte) || byte == text.len(), "{byte} in {shown:?}");
            assert!(shown.len() <= PART && shown.len() > PART / 2, "{shown:?}");
            let part = text.get(shown.clone()).expect("whole characters");
            assert!(part.starts_with("line ") && part.ends_with('\n'), "{shown:?}");
        }
    }

    #[test]
    fn a_line_without_an_end_is_cut_between_characters() {
        let text = "é😀".repeat(40_000);
        for byte in [0, 1, 59_999, 60_001, 123_457, text.len()] {
            let shown = window(&text, byte);
            assert!(text.get(shown.clone()).is_some(), "{shown:?}");
            assert!(shown.start <= byte && byte <= shown.end, "{byte} in {shown:?}");
        }
    }

    #[test]
    fn stepping_forth_and_back_leaves_nothing_out() {
        for text in [lines(20_000), "é😀".repeat(40_000)] {
            let mut shown = window(&text, 0);
            let mut steps = vec![shown.clone()];
            while shown.end < text.len() {
                let next = window_after(&text, &shown);
                assert!(next.start <= shown.end && next.end > shown.end, "{shown:?} → {next:?}");
                shown = next;
                steps.push(shown.clone());
            }
            while shown.start > 0 {
                let back = window_before(&text, &shown);
                assert!(
                    back.end >= shown.start && back.start < shown.start,
                    "{back:?} ← {shown:?}"
                );
                shown = back;
            }
            assert_eq!(shown.start, 0);
            assert!(steps.len() < text.len() / PART * 2 + 2);
        }
    }
}
