//! What was found about a plan, as a page to read, print or send: one document, written as Markdown and as HTML.

mod document;
mod html;
mod markdown;

use crate::analysis::Analysis;
use crate::words::Language;

pub use html::escaped;

/// The findings of a plan in one language.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// What was found.
    pub analysis: &'a Analysis,
    /// The language of the reader.
    pub language: Language,
}

impl Report<'_> {
    /// Markdown.
    pub fn markdown(&self) -> String {
        markdown::write(&document::blocks(self))
    }

    /// HTML without a frame: what stands in the page.
    pub fn html_body(&self) -> String {
        html::body(&document::blocks(self))
    }

    /// A whole HTML document that needs nothing else, and prints well.
    pub fn html_page(&self) -> String {
        html::page(&document::title(self), self.language, &self.html_body())
    }
}
