//! Which of the known errors a piece of text is.

use super::fold::{Folded, phrase};
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
    /// Whether it is only one of the causes that its code has.
    bare: bool,
}

/// How surely an error was told. The order is that of certainty.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    Hint,
    Code,
    Words,
}

/// The errors of a piece: what its words tell goes before what its code tells.
pub(super) fn tell(piece: &Piece, folded: &Folded) -> Vec<Told> {
    let codes = codes(piece, folded);
    let mut told: Vec<Told> = error_texts::all()
        .filter_map(|known| {
            let signs = known
                .signs
                .iter()
                .filter_map(|sign| told_by(known, sign, piece, folded, &codes));
            signs.max_by_key(|told| told.how)
        })
        .collect();
    let surest = told.iter().map(|told| told.how).max();
    let most = told.iter().map(|told| told.phrases).max();
    let by_words: Vec<&[&str]> = told
        .iter()
        .filter(|told| told.how == How::Words)
        .map(|told| told.known.codes)
        .collect();
    told.retain(|told| match told.how {
        How::Words => true,
        How::Code => !told
            .code
            .is_some_and(|code| by_words.iter().any(|codes| codes.contains(&code))),
        // Hints count alone, and the one that says most of them.
        How::Hint => surest == Some(How::Hint) && Some(told.phrases) == most,
    });
    told.sort_by_key(|told| (std::cmp::Reverse(told.how), told.bare));
    told
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
        let usual = |sign: &Sign| matches!(sign, Sign::Usual(phrases) if near(folded, phrases, None).is_some());
        if let Some(code) = known.codes.first()
            && !found.contains(code)
            && known.signs.iter().any(usual)
        {
            found.push(code);
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
    if code.bytes().skip(1).any(|byte| byte.is_ascii_uppercase()) {
        return folded.find(&word).is_some();
    }
    // A code that is a plain word counts where it is called a code.
    folded.find(&format!("code {word}")).is_some() || folded.find(&format!("errorcode {word}")).is_some()
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
        Sign::BareCode if piece.named.is_empty() => (How::Code, &[][..], true),
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
        code: code.or(known.codes.first().copied().filter(|_| how == How::Code)),
        phrase,
        how,
        phrases: phrases.len(),
        bare: matches!(sign, Sign::BareCode),
    })
}

/// Looks for phrases that stand near each other; gives the longest of them as it was looked for.
fn near(folded: &Folded, phrases: &[&str], beside: Option<&str>) -> Option<String> {
    let mut wanted: Vec<String> = phrases.iter().map(|text| phrase(text)).collect();
    wanted.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    // A code known by its sentence alone stands nowhere.
    let beside = beside
        .map(str::to_ascii_lowercase)
        .filter(|code| folded.find(code).is_some());
    let (first, others) = wanted.split_first()?;
    let others: Vec<String> = others.iter().cloned().chain(beside).collect();
    folded.places(first).take(PLACES).find(|at| {
        let around = at.saturating_sub(NEAR)..(at + first.len() + NEAR).min(folded.text.len());
        let around = folded.text.get(around).unwrap_or_default();
        others.iter().all(|other| around.contains(&format!(" {other} ")))
    })?;
    Some(first.clone())
}
