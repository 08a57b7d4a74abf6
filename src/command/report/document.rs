//! The findings report about several files, for people: Markdown, or one HTML document that prints.

use super::{Checked, Outcome};
use crate::report::{Chapter, several_as_html, several_as_markdown};
use crate::words::Language;

/// Markdown.
pub(in crate::command) fn markdown(files: &[Checked], language: Language) -> String {
    with_chapters(files, |chapters| several_as_markdown(chapters, language))
}

/// One HTML document.
pub(in crate::command) fn html(files: &[Checked], language: Language) -> String {
    with_chapters(files, |chapters| several_as_html(chapters, language))
}

fn with_chapters(files: &[Checked], write: impl FnOnce(&[Chapter<'_>]) -> String) -> String {
    let mut named = Vec::new();
    for file in files {
        match &file.outcome {
            Outcome::Unread(why) => named.push((file.name.clone(), Err(why.as_str()))),
            Outcome::Judged(pools, _) => named.extend(pools.iter().map(|(pool, analysis)| {
                let pool = pool.iter().map(|pool| format!(" ({pool})"));
                (file.name.clone() + &pool.collect::<String>(), Ok(analysis))
            })),
        }
    }
    let chapters = named.iter().map(|(name, analysis)| Chapter {
        name,
        analysis: *analysis,
    });
    write(&chapters.collect::<Vec<Chapter<'_>>>())
}
