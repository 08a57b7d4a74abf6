//! A fact is cited where it stands: the page, what it says in our words, the day it was read.

use crate::model::CalendarDate;
use crate::words::{Language, Message, Words, words};

/// A page that was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    /// Its title, as published in English.
    pub title: &'static str,
    /// A deep link to it.
    pub url: &'static str,
    /// The date of the revision that was read, where the page gives one.
    pub dated: Option<CalendarDate>,
    /// The day it was read.
    pub read_on: CalendarDate,
}

/// What a page says, in our words.
#[derive(Clone, Copy, Debug)]
pub struct Citation {
    /// The page.
    pub page: &'static Page,
    /// What it says.
    pub says: Words,
}

impl Page {
    /// The date of the revision, where there is one, and the day it was read, in words.
    pub fn days(&self, language: Language) -> String {
        static PAGE_OF: Words = words("page of {0}", "page datée du {0}", "pagina datata {0}");
        static READ_ON: Words = words("read {0}", "consultée le {0}", "consultata il {0}");
        let read = Message::new(&READ_ON, [self.read_on.into()]).text(language);
        match self.dated {
            Some(dated) => Message::new(&PAGE_OF, [dated.into()]).text(language) + ", " + &read,
            None => read,
        }
    }

    /// Cites this page.
    pub const fn says(&'static self, en: &'static str, fr: &'static str, it: &'static str) -> Citation {
        Citation {
            page: self,
            says: words(en, fr, it),
        }
    }
}

/// A documented figure with the page it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Limit<T> {
    /// The figure.
    pub value: T,
    /// Where it stands.
    pub from: Citation,
}
