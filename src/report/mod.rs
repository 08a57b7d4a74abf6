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

    /// For which day the plan was judged and what was found, one a line.
    pub fn summary(&self) -> String {
        document::summary(self)
    }
}

/// One file or pool of several, in one report.
#[derive(Clone, Copy, Debug)]
pub struct Chapter<'a> {
    /// The name of the file, and of its pool where it has several.
    pub name: &'a str,
    /// What was found, or why it cannot be read.
    pub analysis: Result<&'a Analysis, &'a str>,
}

/// Markdown about several files, one after the other.
pub fn several_as_markdown(chapters: &[Chapter<'_>], language: Language) -> String {
    markdown::write(&document::several(chapters, language))
}

/// One HTML document about several files.
pub fn several_as_html(chapters: &[Chapter<'_>], language: Language) -> String {
    let body = html::body(&document::several(chapters, language));
    html::page(document::title_of_several(language), language, &body)
}
