//! A fact is cited where it stands: the page, what it says in our words, the day it was read.

use crate::model::CalendarDate;
use crate::words::{Words, words};

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
