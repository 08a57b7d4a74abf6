//! Which of the known errors a piece of text is.

use super::fold::{Folded, find_words, phrase};
use super::read::Piece;
use crate::facts::error_texts::{self, KnownError, Sign};

/// Phrases of one sign stand within so many bytes of each other.
const NEAR: usize = 1_500;
/// So many places of one phrase are looked at.
const PLACES: usize = 64;

/// An error that was told.
pub(super) struct Told {
    pub(super) known: &'static KnownError,
    /// The code that was given.
    pub(super) code: Option<&'static str>,
    /// The folded phrase by which it was told.
    pub(super) phrase: String,
    how: How,
    phrases: usize,
}

/// How surely an error was told. The order is that of certainty.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    Hint,
    /// One of the causes that its code has.
    Cause,
    Code,
    Words,
}

/// The errors of a piece: what its words tell goes before what its code tells.
pub(super) fn tell(piece: &Piece, folded: &Folded) -> Vec<Told> {
    let codes = codes(piece, folded);
    let mut all: Vec<Told> = Vec::new();
    for known in error_texts::all() {
        let mut best: Option<Told> = None;
        for sign in known.signs {
            let told = told_by(known, sign, piece, folded, &codes);
            if let Some(told) = told.filter(|told| best.as_ref().is_none_or(|best| told.how > best.how)) {
                best = Some(told);
            }
        }
        all.extend(best);
    }
    // What its words tell, then what a code tells, in general before one cause of several.
    let mut told: Vec<Told> = Vec::new();
    for how in [How::Words, How::Code, How::Cause, How::Hint] {
        let mut at = 0;
        while at < all.len() {
            let counts = all
                .get(at)
                .is_some_and(|one| one.how == how && counts(one, &told, &all));
            if counts {
                told.push(all.remove(at));
            } else {
                at += 1;
            }
        }
    }
    told
}

/// Whether something that was told counts beside what was told more surely.
fn counts(one: &Told, surer: &[Told], others: &[Told]) -> bool {
    match one.how {
        How::Words => true,
        How::Code | How::Cause => {
            let explained = |code| {
                surer
                    .iter()
                    .any(|told| told.how == How::Words && told.known.codes.contains(&code))
            };
            !one.code.is_some_and(explained)
        }
        // Hints count alone, and those that say most.
        How::Hint => {
            let beats = |other: &Told| other.how != How::Hint || other.phrases > one.phrases;
            !surer.iter().any(beats) && !others.iter().any(beats)
        }
    }
}

/// The known codes that a piece gives, by themselves or by the sentence that always comes with them.
fn codes(piece: &Piece, folded: &Folded) -> Vec<&'static str> {
    let mut found: Vec<&'static str> = Vec::new();
    for known in error_texts::all() {
        for code in known.codes {
            if !found.contains(code) && gives_code(piece, folded, code) {
                found.push(code);
            }
        }
        for sign in known.signs {
            if let (Sign::Usual(phrases), Some(code)) = (sign, known.codes.first())
                && near(folded, phrases, None).is_some()
            {
                found.push(code);
            }
        }
    }
    found
}

fn gives_code(piece: &Piece, folded: &Folded, code: &str) -> bool {
    if piece
        .code
        .as_deref()
        .is_some_and(|given| given.eq_ignore_ascii_case(code))
    {
        return true;
    }
    let word = code.to_ascii_lowercase();
    // A code that is a plain word counts where it is called a code.
    let plain = !code.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
    if plain {
        return ["code ", "errorcode "]
            .iter()
            .any(|before| folded.find(&(before.to_string() + &word), 0).is_some());
    }
    folded.find(&word, 0).is_some()
}

fn told_by(
    known: &'static KnownError,
    sign: &Sign,
    piece: &Piece,
    folded: &Folded,
    codes: &[&'static str],
) -> Option<Told> {
    let code = known.codes.iter().find(|code| codes.contains(code)).copied();
    let (how, phrases, by_code) = match sign {
        Sign::Code => (How::Code, &[][..], true),
        Sign::BareCode if piece.named.is_empty() => (How::Cause, &[][..], true),
        Sign::BareCode => return None,
        Sign::Usual(phrases) => (How::Code, *phrases, false),
        Sign::Says(phrases) => (How::Words, *phrases, false),
        Sign::CodeSays(phrases) => (How::Words, *phrases, true),
        Sign::Hint(phrases) => (How::Hint, *phrases, false),
    };
    if by_code && code.is_none() {
        return None;
    }
    let phrase = if phrases.is_empty() {
        code.map(str::to_ascii_lowercase).unwrap_or_default()
    } else {
        // A code that was given as such need not stand among the words.
        let beside = code.filter(|_| by_code && piece.code.is_none());
        near(folded, phrases, beside)?
    };
    Some(Told {
        known,
        code: code.or(known
            .codes
            .first()
            .copied()
            .filter(|_| matches!(how, How::Code | How::Cause))),
        phrase,
        how,
        phrases: phrases.len(),
    })
}

/// Looks for phrases that stand near each other; gives the longest of them as it was looked for.
fn near(folded: &Folded, phrases: &[&str], beside: Option<&str>) -> Option<String> {
    let mut wanted: Vec<String> = phrases.iter().map(|text| phrase(text)).collect();
    let longest = wanted.iter().max_by_key(|phrase| phrase.len())?.clone();
    // A code known by its sentence alone stands nowhere.
    if let Some(code) = beside.map(str::to_ascii_lowercase)
        && folded.find(&code, 0).is_some()
    {
        wanted.push(code);
    }
    let mut from = 0;
    for _ in 0..PLACES {
        let at = folded.find(&longest, from)?;
        let around = at.saturating_sub(NEAR)..(at + longest.len() + NEAR).min(folded.text.len());
        let around = folded.text.get(around).unwrap_or_default();
        if wanted.iter().all(|other| find_words(around, other, 0).is_some()) {
            return Some(longest);
        }
        from = at + longest.len();
    }
    None
}
