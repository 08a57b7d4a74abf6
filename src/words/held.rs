//! Texts that the program holds itself.

use super::Language;

/// One text in the three languages. Backticks set off a literal value; `{0}`, `{1}` … stand for arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// French.
    pub fr: &'static str,
    /// Italian.
    pub it: &'static str,
}

impl Words {
    /// A text that is the same in every language.
    pub const fn same(text: &'static str) -> Words {
        Words {
            en: text,
            fr: text,
            it: text,
        }
    }

    /// The text in one language.
    pub const fn in_language(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.en,
            Language::French => self.fr,
            Language::Italian => self.it,
        }
    }
}

/// The same text in English, French and Italian.
pub const fn words(en: &'static str, fr: &'static str, it: &'static str) -> Words {
    Words { en, fr, it }
}
