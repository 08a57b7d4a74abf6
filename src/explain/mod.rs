//! Any text that Azure, a tool or a log gave → what it means, and what it has to do with a plan. Never fails, asks nobody.

mod fold;
mod in_plan;
mod read;
mod tell;

pub use in_plan::{Held, InPlan, Place, all_in_plan, in_plan, looks_at};

use std::ops::Range;

use crate::facts::error_texts::KnownError;
use fold::Folded;
use read::{Piece, read};
use tell::{Told, tell};

/// So many explanations are given for one text.
const MOST: usize = 20;
/// So many characters of what was said are shown.
const LONGEST: usize = 600;

/// What one error of a text means.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The error; `None` when it is not known.
    pub known: Option<&'static KnownError>,
    /// What was read.
    pub said: Said,
    /// The properties that the answer names, as it names them.
    pub named: Vec<String>,
    /// The answer of the text it belongs to: several explanations of one answer are several possible causes.
    pub answer: usize,
}

/// What was read of one error.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// Its code.
    pub code: Option<String>,
    /// Its message, or the part of the text around what told it.
    pub message: String,
    /// The bytes of the message by which it was told.
    pub marked: Option<Range<usize>>,
    /// What else it says: names and values.
    pub details: Vec<(String, String)>,
}

/// Explains a text. Only a blank one has no explanation at all.
pub fn explain(text: &str) -> Vec<Explanation> {
    let mut all: Vec<Explanation> = Vec::new();
    let pieces = read(text);
    let several = pieces.len() > 1;
    for (answer, piece) in pieces.into_iter().enumerate() {
        let folded = Folded::of(&piece.text);
        let mut told = tell(&piece, &folded);
        if piece.around {
            // What stands around answers repeats them: it counts where it says something new.
            told.retain(|told| !all.iter().any(|earlier| repeats(told, earlier)));
        }
        if told.is_empty() && !(piece.around && several) {
            let said = said(&piece, None);
            let known_already = |earlier: &Explanation| earlier.known.is_none() && earlier.said == said;
            if all.len() < MOST && !all.iter().any(known_already) {
                all.push(Explanation {
                    known: None,
                    said,
                    named: piece.named,
                    answer,
                });
            }
            continue;
        }
        for told in told {
            let again = |earlier: &Explanation| earlier.known.is_some_and(|known| known.id == told.known.id);
            if all.len() < MOST && !all.iter().any(again) {
                all.push(Explanation {
                    known: Some(told.known),
                    said: said(&piece, Some((&folded, &told))),
                    named: piece.named.clone(),
                    answer,
                });
            }
        }
    }
    all
}

/// Whether what was told around an answer is what the answer said already.
fn repeats(told: &Told, earlier: &Explanation) -> bool {
    let by_code = |code: &str| {
        let known = earlier.known.is_some_and(|known| known.codes.contains(&code));
        known
            || earlier
                .said
                .code
                .as_deref()
                .is_some_and(|said| said.eq_ignore_ascii_case(code))
    };
    told.code.is_some_and(by_code)
}

/// What was read, with the part by which it was told.
fn said(piece: &Piece, told: Option<(&Folded, &Told)>) -> Said {
    // As the service spelt it.
    let code = match (told.and_then(|(_, told)| told.code), &piece.code) {
        (Some(told), Some(given)) if given.eq_ignore_ascii_case(told) => Some(given.clone()),
        (Some(told), _) => Some(told.to_owned()),
        (None, given) => given.clone(),
    };
    let (message, marked) = match (&piece.message, told) {
        (Some(message), Some((_, told))) => excerpt(message, Folded::of(message).place_of(&told.phrase)),
        (Some(message), None) => excerpt(message, None),
        (None, Some((folded, told))) => excerpt(&piece.text, folded.place_of(&told.phrase)),
        (None, None) => excerpt(&piece.text, None),
    };
    Said {
        code,
        message,
        marked,
        details: piece.details.clone(),
    }
}

/// The text, or so much of it around a place as somebody reads, and where the place is in it.
fn excerpt(text: &str, place: Option<Range<usize>>) -> (String, Option<Range<usize>>) {
    let place = place.map(|place| place.start..place.end.min(place.start + LONGEST / 2));
    let from = match &place {
        Some(place) if text.len() > LONGEST => {
            let earliest = place.start.saturating_sub(LONGEST / 4);
            let line = text
                .get(..place.start)
                .and_then(|before| before.rfind('\n'))
                .map_or(0, |at| at + 1);
            earliest.max(line)
        }
        _ => 0,
    };
    let from = text.ceil_char_boundary(from);
    let rest = text.get(from..).unwrap_or_default();
    let blanks = rest.len() - rest.trim_start().len();
    let rest = rest.trim_start();
    let end = rest.char_indices().nth(LONGEST).map_or(rest.len(), |(at, _)| at);
    let cut = rest.get(..end).unwrap_or_default().trim_end();
    let before = if from > 0 { "…" } else { "" };
    let after = if end < rest.len() { "…" } else { "" };
    let shift = |at: usize| (at + before.len()).checked_sub(from + blanks);
    let marked = place.and_then(|place| {
        let range = shift(place.start)?..shift(place.end)?;
        (range.end <= before.len() + cut.len()).then_some(range)
    });
    let message = format!("{before}{cut}{after}");
    let marked = marked.filter(|range| message.get(range.clone()).is_some());
    (message, marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_shows_the_place_and_says_where_it_is() {
        let long = format!(
            "{}\nline é {} here {}",
            "x".repeat(5_000),
            "y ".repeat(20),
            "z".repeat(5_000)
        );
        let at = long.find("here").expect("there");
        let (text, marked) = excerpt(&long, Some(at..at + 4));
        assert!(text.starts_with("…line é") && text.ends_with('…') && text.chars().count() <= LONGEST + 2);
        assert_eq!(marked.and_then(|range| text.get(range)), Some("here"));
        assert_eq!(excerpt("  a b \n", Some(4..5)), ("a b".to_owned(), Some(2..3)));
    }
}
