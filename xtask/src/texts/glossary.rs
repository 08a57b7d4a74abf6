//! Holds every text of the product to `docs/glossary.md`: one term for each thing, in each language.

use std::collections::BTreeSet;

use super::scan::{self, Triple};
use crate::project;

/// The languages, as the page calls them and in the order of a triple.
const LANGUAGES: [&str; 3] = ["en", "fr", "it"];

/// One row: the term in each language, and what must not stand for it.
#[derive(Debug)]
struct Term {
    terms: [String; 3],
    /// Whether a translation must have it where the English text does.
    is_held: bool,
    forbidden: Vec<Variant>,
}

#[derive(Debug)]
struct Variant {
    language: usize,
    text: String,
    /// Whether only these capitals are meant.
    exact: bool,
}

struct Glossary {
    terms: Vec<Term>,
    /// A language, and the piece of a text that excuses a variant.
    allowed: Vec<(usize, String)>,
    /// Pieces of English texts whose translations may do without a term.
    excused: Vec<String>,
}

impl Glossary {
    fn read() -> Glossary {
        let page = project::read_text(&project::root().join("docs").join("glossary.md")).unwrap();
        let mut glossary = Glossary {
            terms: Vec::new(),
            allowed: Vec::new(),
            excused: Vec::new(),
        };
        for line in page.lines().filter(|line| line.starts_with("| ")) {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            match cells.as_slice() {
                ["English" | "language" | "English piece" | "---", ..] => {}
                [en, fr, it, _, not] => glossary.terms.push(Term {
                    terms: [en.trim_matches('*'), fr, it].map(str::to_owned),
                    is_held: en.starts_with("**"),
                    forbidden: variants(not),
                }),
                [code, piece, _] => glossary.allowed.push((language(code), (*piece).to_owned())),
                [piece, _] => glossary.excused.push((*piece).to_owned()),
                other => panic!("a row of {} cells: {line}", other.len()),
            }
        }
        glossary
    }
}

fn language(code: &str) -> usize {
    LANGUAGES
        .iter()
        .position(|known| *known == code)
        .unwrap_or_else(|| panic!("no language {code}"))
}

/// `en: a, b(s); fr: **c**`, each variant with and without what stands in parentheses.
fn variants(cell: &str) -> Vec<Variant> {
    let mut all = Vec::new();
    for part in cell.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (code, list) = part
            .split_once(": ")
            .unwrap_or_else(|| panic!("no language before `{part}`"));
        for written in list.split(',').map(str::trim) {
            let exact = written.starts_with("**");
            let written = written.trim_matches('*');
            let without = written.replace("(s)", "").replace("(x)", "");
            let with = written.replace("(s)", "s").replace("(x)", "x");
            for text in BTreeSet::from([without, with]) {
                assert!(!text.contains('('), "{written}: only (s) and (x) are understood");
                all.push(Variant {
                    language: language(code),
                    text,
                    exact,
                });
            }
        }
    }
    all
}

/// What is somebody's words: without literal values and arguments, with plain spaces.
fn bare(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let words: Vec<&str> = parts.filter(|(at, _)| at % 2 == 0).map(|(_, part)| part).collect();
    words.join("…").replace(['\u{a0}', '\u{202f}'], " ")
}

/// Whether these words stand in the text, as words of their own.
fn has(text: &str, words: &str) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
        !is_word(before) && !is_word(after)
    })
}

impl Variant {
    fn stands_in(&self, text: &str) -> bool {
        match self.exact {
            true => has(text, &self.text),
            false => has(&text.to_lowercase(), &self.text.to_lowercase()),
        }
    }
}

/// Whether a text has the term, inflected as may be: word beginnings one after the other.
fn has_inflected(text: &str, term: &str) -> bool {
    let stem = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        let kept = match letters.len() {
            0..=3 => letters.len(),
            4..=6 => letters.len() - 1,
            _ => letters.len() - 2,
        };
        letters.into_iter().take(kept).collect::<String>().to_lowercase()
    };
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let stems: Vec<String> = words(term).iter().map(|word| stem(word)).collect();
    let fits = |three: &[String]| {
        three
            .iter()
            .zip(&stems)
            .all(|(word, stem)| word.starts_with(stem.as_str()))
    };
    words(text).windows(stems.len()).any(fits)
}

fn texts() -> Vec<Triple> {
    let texts = scan::all_texts(&project::root().join("src")).unwrap();
    assert!(texts.len() > 800, "only {} texts were found", texts.len());
    texts
}

#[test]
fn no_text_uses_another_word_for_a_term() {
    let glossary = Glossary::read();
    let mut wrong = Vec::new();
    for triple in texts() {
        for (at, text) in triple.iter().enumerate() {
            let text = bare(text);
            let excused = glossary
                .allowed
                .iter()
                .any(|(language, piece)| *language == at && text.contains(piece.as_str()));
            for term in glossary.terms.iter().filter(|_| !excused) {
                let found = term
                    .forbidden
                    .iter()
                    .find(|variant| variant.language == at && variant.stands_in(&text));
                if let (Some(variant), Some(meant)) = (found, term.terms.get(at)) {
                    wrong.push(format!(
                        "{}: `{}` is called `{meant}`: {text}",
                        LANGUAGES[at], variant.text
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} texts:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn translations_have_the_term_that_the_english_text_has() {
    let glossary = Glossary::read();
    let (mut compared, mut wrong) = (0, Vec::new());
    for [en, fr, it] in texts() {
        let text = bare(&en);
        if glossary.excused.iter().any(|piece| text.contains(piece.as_str())) {
            continue;
        }
        let lower = text.to_lowercase();
        for Term { terms, is_held, .. } in &glossary.terms {
            let [term, in_french, in_italian] = terms;
            let is_there = [term.clone(), format!("{term}s")]
                .iter()
                .any(|form| has(&lower, &form.to_lowercase()));
            if !is_held || !is_there {
                continue;
            }
            for (code, term, translation) in [("fr", in_french, &fr), ("it", in_italian, &it)] {
                compared += 1;
                if !has_inflected(&bare(translation), term) {
                    wrong.push(format!("{code}: no `{term}` in: {translation}\n    en: {en}"));
                }
            }
        }
    }
    println!("{compared} translations of a term compared");
    assert!(wrong.is_empty(), "{} translations:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_glossary_keeps_its_own_rules() {
    let glossary = Glossary::read();
    assert!(glossary.terms.len() > 40, "only {} terms", glossary.terms.len());
    for term in &glossary.terms {
        for (at, own) in term.terms.iter().enumerate() {
            assert!(!own.is_empty(), "{term:?}");
            for other in &glossary.terms {
                let clash = other
                    .forbidden
                    .iter()
                    .find(|variant| variant.language == at && variant.stands_in(own));
                assert!(clash.is_none(), "`{own}` is both asked for and refused: {clash:?}");
            }
        }
    }
    let texts = texts();
    for (at, piece) in &glossary.allowed {
        let used = texts
            .iter()
            .filter_map(|triple| triple.get(*at))
            .any(|text| bare(text).contains(piece.as_str()));
        assert!(used, "no text holds `{piece}` any more");
    }
    for piece in &glossary.excused {
        let used = texts.iter().any(|[en, ..]| bare(en).contains(piece.as_str()));
        assert!(used, "no text holds `{piece}` any more");
    }
}
