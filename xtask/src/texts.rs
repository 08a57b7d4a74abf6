//! The texts of the page, one file per language: the WebAssembly names its texts by number only, so that nobody loads
//! the languages they do not read.
//!
//! A file holds the numbers of its texts first (four characters of base64 each), then one text per line in the same
//! order. The texts stand in the order of the sources: neighbours speak of the same things and compress better beside
//! each other (in order of number, with the differences of the numbers for a head, the files are larger).

#[cfg(test)]
mod glossary;
#[path = "../../src/words/key.rs"]
mod key;
mod scan;

use std::collections::BTreeMap;
use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::project;
use crate::stamp;
use crate::trouble::{Outcome, Trouble};
use scan::Triple;

/// The languages, in the order of a triple.
const LANGUAGES: [&str; 3] = ["en", "fr", "it"];

/// Writes the files into the folder where trunk assembles the site, each with a hash of its content in its name, and
/// names them in the page. Run by trunk (Trunk.toml), so that serving follows every save.
pub fn write() -> Outcome {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| {
            Trouble::new("texts", "trunk runs this, and says in TRUNK_STAGING_DIR where").type_this("cargo xtask build")
        })?;
    let page_path = staging.join("index.html");
    let mut page = project::read_text(&page_path)?;
    for (language, file) in LANGUAGES
        .into_iter()
        .zip(files(&scan::texts(&project::root().join("src"))?)?)
    {
        let name = format!("texts-{language}-{}.txt", stamp::short_hash(file.as_bytes()));
        project::write(&staging.join(&name), &file)?;
        let named = format!("href=\"{name}\" integrity=\"{}\"", stamp::integrity(file.as_bytes()));
        page = stamp::replaced_once(&page, &format!("href=\"texts-{language}.txt\""), &named, "index.html")?;
    }
    project::write(&page_path, page)
}

/// The files of these texts, one per language.
fn files(texts: &[Triple]) -> Outcome<[String; 3]> {
    let mut by_number: BTreeMap<u32, &Triple> = BTreeMap::new();
    let mut head = String::new();
    let mut files = [const { String::new() }; 3];
    for triple in texts {
        let number = key::key(triple.each_ref().map(String::as_str));
        if let Some([other, ..]) = by_number.insert(number, triple) {
            return Err(refusal(
                triple,
                &format!("has the same number as `{other}`: change a word of either"),
            ));
        }
        let [_, bytes @ ..] = number.to_be_bytes();
        head.push_str(&STANDARD.encode(bytes));
        for (file, text) in files.iter_mut().zip(triple) {
            if text.contains('\n') {
                return Err(refusal(
                    triple,
                    "holds a line break, which a file of one text per line cannot",
                ));
            }
            file.push('\n');
            file.push_str(text);
        }
    }
    Ok(files.map(|file| head.clone() + &file))
}

/// The trouble with one text.
fn refusal([en, ..]: &Triple, why: &str) -> Trouble {
    Trouble::new("texts", format!("`{en}` {why}"))
}

#[cfg(test)]
mod tests {
    use batch_pool_planner::words::{self, Language, Texts, Words};
    use batch_pool_planner::{emit, examples, form, rules};

    use super::*;

    /// Whatever of the app's texts can be reached from its tables.
    fn reachable() -> Vec<Words> {
        let of_rule = |rule: &rules::Rule| {
            let cited = rule.sources.iter().map(|source| source.says);
            [rule.title, rule.why].into_iter().chain(cited).collect::<Vec<_>>()
        };
        let of_section = |section: &form::Section| {
            let notes = section
                .fields
                .iter()
                .filter_map(|field| field.limit.map(|limit| limit.words));
            let labels = section.fields.iter().map(|field| field.label);
            [section.title]
                .into_iter()
                .chain(labels)
                .chain(notes)
                .collect::<Vec<_>>()
        };
        rules::all()
            .flat_map(of_rule)
            .chain(form::SECTIONS.iter().flat_map(of_section))
            .chain(emit::ALL.iter().map(|emitter| emitter.title))
            .chain(examples::ALL.iter().flat_map(|starter| [starter.title, starter.note]))
            .collect()
    }

    #[test]
    fn the_page_finds_every_text_by_its_number() {
        let found = scan::texts(&project::root().join("src")).unwrap();
        let read = files(&found).unwrap().map(|file| Texts::read(file).unwrap());
        let words = reachable();
        assert!(words.len() > 400, "only {} texts were reached", words.len());
        for words in words {
            for (language, texts) in Language::ALL.into_iter().zip(&read) {
                let text = words.in_language(language);
                let number = words::key([words.en, words.fr, words.it]);
                let same = words.en == words.fr && words.fr == words.it;
                assert!(same || texts.get(number) == Some(text), "`{text}` is in no file");
            }
        }
    }

    #[test]
    fn two_texts_with_one_number_are_refused() {
        let triple = |texts: [&str; 3]| texts.map(str::to_owned);
        let mut seen = BTreeMap::new();
        let pair = (0..).find_map(|count: u32| {
            let text = count.to_string();
            let other = seen.insert(words::key([&text, "", ""]), text.clone());
            other.map(|other| (text, other))
        });
        let (one, other) = pair.unwrap();
        assert!(files(&[triple([&one, "", ""])]).is_ok());
        assert!(files(&[triple([&one, "", ""]), triple([&other, "", ""])]).is_err());
    }

    #[test]
    fn a_text_of_two_lines_is_refused() {
        assert!(files(&[["a", "b\nc", "d"].map(str::to_owned)]).is_err());
    }
}
