//! Texts that the program only names: their languages are loaded when somebody reads them.

use std::sync::OnceLock;

use super::{Language, Texts, key};

/// What stands where a text is missing. `cargo xtask texts` refuses whatever would lead to it.
const MISSING: &str = "⟦?⟧";

/// The languages that were loaded, in the order of [`Language::ALL`].
static LOADED: [OnceLock<Texts>; 3] = [const { OnceLock::new() }; 3];

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
            Held::Number(number) => texts(language)
                .get()
                .and_then(|texts| texts.get(number))
                .unwrap_or(MISSING),
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

fn texts(language: Language) -> &'static OnceLock<Texts> {
    let [english, french, italian] = &LOADED;
    match language {
        Language::English => english,
        Language::French => french,
        Language::Italian => italian,
    }
}

/// Takes in the texts of a language; says whether the file holds texts.
pub fn load(language: Language, file: String) -> bool {
    let Some(read) = Texts::read(file) else { return false };
    texts(language).get_or_init(|| read);
    true
}

/// Whether a language was loaded.
pub fn loaded(language: Language) -> bool {
    texts(language).get().is_some()
}
