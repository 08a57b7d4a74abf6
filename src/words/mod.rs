//! English, French and Italian: every text a person reads is a [`Words`], so no language can be forgotten.

mod format;
mod message;
pub mod nouns;

pub use format::{date, duration, number, short_date};
pub use message::{Arg, Message, Noun, Part};

/// The languages of the product. All three are equals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// French.
    French,
    /// Italian.
    Italian,
}

impl Language {
    /// Every language, in the order of the switch.
    pub const ALL: [Language; 3] = [Language::English, Language::French, Language::Italian];

    /// The two-letter code: `en`, `fr`, `it`.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
            Language::Italian => "it",
        }
    }

    /// The language's own name.
    pub fn name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::French => "Français",
            Language::Italian => "Italiano",
        }
    }

    /// Reads a BCP 47 tag such as `fr-CA`; `None` for a language the product does not speak.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let code = tag.split(['-', '_']).next().unwrap_or_default();
        Language::ALL
            .into_iter()
            .find(|language| code.eq_ignore_ascii_case(language.code()))
    }
}

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
    /// The text in one language.
    pub fn in_language(&self, language: Language) -> &'static str {
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
