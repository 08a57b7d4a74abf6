//! Texts that the program only names: their languages are loaded when somebody reads them.

use std::sync::OnceLock;

use super::{LINE_BREAK, Language, Texts, key};

/// What stands where a text is missing. `cargo xtask texts` refuses whatever would lead to it.
const MISSING: &str = "⟦?⟧";

/// The two files of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What the first paint needs.
    First,
    /// Titles and reasons of rules, what pages say, examples.
    Later,
}

/// The files that were loaded, by kind and then in the order of [`Language::ALL`].
static LOADED: [[OnceLock<Texts>; 3]; 2] = [const { [const { OnceLock::new() }; 3] }; 2];

/// One text in the three languages. Backticks set off a literal value; `{0}`, `{1}` … stand for arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(Held);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    /// The number of a text; see [`key`].
    Number(u32),
    /// A text that is the same in every language.
    Text(&'static str),
}

impl Words {
    /// A text that is the same in every language.
    pub const fn same(text: &'static str) -> Words {
        Words(Held::Text(text))
    }

    /// The text in one language, which must have been loaded.
    pub fn in_language(&self, language: Language) -> &'static str {
        match self.0 {
            Held::Text(text) => text,
            Held::Number(number) => find(language, number),
        }
    }
}

/// The same text in English, French and Italian. In a `static` or a `const`, where the compiler works this out, nothing
/// of the texts is left but their number.
pub const fn words(en: &'static str, fr: &'static str, it: &'static str) -> Words {
    if alike(en, fr) && alike(fr, it) {
        return Words::same(en);
    }
    Words(Held::Number(key([en, fr, it])))
}

/// Whether two texts are the same; `==` cannot be asked while compiling.
const fn alike(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.as_bytes(), other.as_bytes());
    while let ([a, rest @ ..], [b, others @ ..]) = (one, other) {
        if *a != *b {
            return false;
        }
        (one, other) = (rest, others);
    }
    one.is_empty() && other.is_empty()
}

fn texts(language: Language, kind: Kind) -> &'static OnceLock<Texts> {
    let [[a, b, c], [d, e, f]] = &LOADED;
    let (first, later) = match language {
        Language::English => (a, d),
        Language::French => (b, e),
        Language::Italian => (c, f),
    };
    if kind == Kind::First { first } else { later }
}

/// The text of this number. As long as what is read later is not there, it may be one of those: then it is empty.
fn find(language: Language, number: u32) -> &'static str {
    let find = |kind| texts(language, kind).get().map(|texts| texts.get(number));
    match (find(Kind::First), find(Kind::Later)) {
        (Some(Some(text)), _) | (_, Some(Some(text))) => text,
        (_, None) => "",
        (_, Some(None)) => MISSING,
    }
}

/// A text that is the same in every language and stands, under a name, in each file that is read later. Empty as long as
/// none is there.
pub fn read_later(name: &str) -> String {
    let number = key([name, "", ""]);
    let found = LOADED
        .iter()
        .flatten()
        .find_map(|texts| texts.get().and_then(|texts| texts.get(number)));
    found.unwrap_or_default().replace(LINE_BREAK, "\n")
}

/// Takes in a file of texts of a language; says whether it holds texts.
pub fn load(language: Language, kind: Kind, file: String) -> bool {
    let Some(read) = Texts::read(file) else { return false };
    texts(language, kind).get_or_init(|| read);
    true
}

/// Whether a file of a language was loaded.
pub fn loaded(language: Language, kind: Kind) -> bool {
    texts(language, kind).get().is_some()
}
