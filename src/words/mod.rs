//! English, French and Italian: every text a person reads is a [`Words`], so no language can be forgotten.
//!
//! The native command holds all texts (`held`). The page holds a number for each (`numbered`) and loads the texts of the
//! reader's language from two files, which `cargo xtask texts` makes from the sources: what the first paint needs, and what
//! is read later.

mod format;
#[cfg(not(target_arch = "wasm32"))]
mod held;
mod key;
pub mod markdown;
mod message;
pub mod nouns;
#[cfg(target_arch = "wasm32")]
mod numbered;
mod texts;

pub use format::{clock, date, duration, joined, moment, number, short_date};
#[cfg(not(target_arch = "wasm32"))]
pub use held::{Words, words};
pub use key::{LINE_BREAK, key};
pub use message::{Arg, Message, Noun, Part};
#[cfg(target_arch = "wasm32")]
pub use numbered::{Kind, Words, load, loaded, read_later, words};
pub use texts::Texts;

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
