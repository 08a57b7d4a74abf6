//! The texts of the page, one file per language: the WebAssembly names its texts by number only, so that nobody loads
//! the languages they do not read.
//!
//! There are two files for a language: what the first paint needs, and what is read later (reasons, sources, examples).
//! A file holds the numbers of its texts first (four characters of base64 each), then one text per line in the same
//! order. The texts stand in the order of the sources: neighbours speak of the same things and compress better beside
//! each other (in order of number, with the differences of the numbers for a head, the files are larger).

#[cfg(test)]
mod glossary;
#[path = "../../src/words/key.rs"]
mod key;
mod scan;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::project;
use crate::split;
use crate::stamp;
use crate::trouble::{Outcome, Trouble};
use scan::Found;

/// The languages, in the order of a triple.
const LANGUAGES: [&str; 3] = ["en", "fr", "it"];

/// The files of a language: what the first paint needs, and what is read later.
const KINDS: [&str; 2] = ["texts", "reading"];

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
    let found = scan::texts(&project::root().join("src"))?;
    let examples = examples(&project::root().join("tests/fixtures/rules"))?;
    for (kind, files) in KINDS.into_iter().zip(files(&found, &examples)?) {
        for (language, file) in LANGUAGES.into_iter().zip(files) {
            let plain = format!("{kind}-{language}.txt");
            let name = format!("{kind}-{language}-{}.txt", stamp::short_hash(file.as_bytes()));
            project::write(&staging.join(&name), &file)?;
            // A release has no quotes where HTML needs none.
            page = page.replace(&format!("\"{plain}\""), &plain);
            let named = format!("href=\"{name}\" integrity=\"{}\"", stamp::integrity(file.as_bytes()));
            page = stamp::replaced_once(&page, &format!("href={plain}"), &named, "index.html")?;
        }
    }
    project::write(&page_path, split::take_parts(&staging, page)?)
}

/// The two fixtures of each rule that the page shows, under the names the page asks for them by.
fn examples(folder: &Path) -> Outcome<Vec<(String, String)>> {
    let mut examples = Vec::new();
    for file in project::file_names(folder)? {
        let Some(name) = file.strip_suffix(".jsonc") else {
            continue;
        };
        // Further fixtures of a rule have a third part in their name.
        if name.split('.').count() == 2 {
            let text = project::read_text(&folder.join(&file))?;
            // What only the tests are told is left out, as the program itself does (`rules::Example`).
            let for_tests = |line: &&str| !line.starts_with("// severity: ") && !line.starts_with("// path: ");
            let text: String = text.split_inclusive('\n').filter(for_tests).collect();
            examples.push((name.to_owned(), text.replace('\n', key::LINE_BREAK)));
        }
    }
    Ok(examples)
}

/// The files of these texts and examples, of each kind one per language.
fn files(found: &[Found], examples: &[(String, String)]) -> Outcome<[[String; 3]; 2]> {
    let mut by_number: BTreeMap<u32, &str> = BTreeMap::new();
    let mut kinds = [const { Pages::new() }; 2];
    for Found { texts, later } in found {
        let [soon, reading] = &mut kinds;
        let pages = if *later { reading } else { soon };
        let number = key::key(texts.each_ref().map(String::as_str));
        pages.add(number, texts.each_ref().map(String::as_str), &mut by_number)?;
    }
    for (name, text) in examples {
        let [_, reading] = &mut kinds;
        reading.add(key::key([name, "", ""]), [text; 3], &mut by_number)?;
    }
    Ok(kinds.map(|pages| pages.texts.map(|texts| pages.numbers.clone() + &texts)))
}

/// The files of one kind, being written.
struct Pages {
    numbers: String,
    texts: [String; 3],
}

impl Pages {
    const fn new() -> Pages {
        Pages {
            numbers: String::new(),
            texts: [const { String::new() }; 3],
        }
    }

    fn add<'a>(&mut self, number: u32, three: [&'a str; 3], by_number: &mut BTreeMap<u32, &'a str>) -> Outcome {
        let [first, ..] = three;
        if let Some(other) = by_number.insert(number, first) {
            return Err(refusal(
                first,
                &format!("has the same number as `{other}`: change a word of either"),
            ));
        }
        let [_, bytes @ ..] = number.to_be_bytes();
        self.numbers.push_str(&STANDARD.encode(bytes));
        for (file, text) in self.texts.iter_mut().zip(three) {
            if text.contains('\n') {
                return Err(refusal(
                    first,
                    "holds a line break, which a file of one text per line cannot",
                ));
            }
            file.push('\n');
            file.push_str(text);
        }
        Ok(())
    }
}

/// The trouble with one text.
fn refusal(en: &str, why: &str) -> Trouble {
    Trouble::new("texts", format!("`{en}` {why}"))
}

#[cfg(test)]
mod tests {
    use batch_pool_planner::arm::{Failure, Outcome, Refusal};
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
        let refusal = Refusal::default();
        let told = [
            Outcome::Rejected(refusal.clone()),
            Outcome::Forbidden(refusal.clone()),
            Outcome::Precondition(refusal),
            Outcome::Failed(Failure::Unreachable),
        ];
        let told = told.map(|outcome| outcome.told());
        rules::all()
            .flat_map(of_rule)
            .chain(told.iter().flat_map(|told| [*told.title, *told.happened, *told.remedy]))
            .chain(form::SECTIONS.iter().flat_map(of_section))
            .chain(emit::ALL.iter().map(|emitter| emitter.title))
            .chain(examples::ALL.iter().flat_map(|starter| [starter.title, starter.note]))
            .collect()
    }

    #[test]
    fn the_page_finds_every_text_by_its_number() {
        let found = scan::texts(&project::root().join("src")).unwrap();
        let [soon, reading] = files(&found, &[]).unwrap();
        let read = soon.map(|file| Texts::read(file).unwrap());
        let later = reading.map(|file| Texts::read(file).unwrap());
        let words = reachable();
        assert!(words.len() > 400, "only {} texts were reached", words.len());
        for words in words {
            for (language, (texts, later)) in Language::ALL.into_iter().zip(read.iter().zip(&later)) {
                let text = words.in_language(language);
                let number = words::key([words.en, words.fr, words.it]);
                let same = words.en == words.fr && words.fr == words.it;
                let found = texts.get(number).or_else(|| later.get(number));
                assert!(same || found == Some(text), "`{text}` is in no file");
            }
        }
    }

    #[test]
    fn every_rule_has_its_examples_in_the_file_that_is_read_later() {
        let examples = examples(&project::root().join("tests/fixtures/rules")).unwrap();
        let [_, [english, ..]] = files(&[], &examples).unwrap();
        let texts = Texts::read(english).unwrap();
        for rule in rules::all() {
            for (which, text) in [("fires", rule.example.fires()), ("passes", rule.example.passes())] {
                let found = texts.get(words::key([&format!("{}.{which}", rule.id), "", ""]));
                assert_eq!(found.map(|found| found.replace(words::LINE_BREAK, "\n")), Some(text));
            }
        }
    }

    #[test]
    fn two_texts_with_one_number_are_refused() {
        let triple = |texts: [&str; 3]| Found {
            texts: texts.map(str::to_owned),
            later: false,
        };
        let mut seen = BTreeMap::new();
        let pair = (0..).find_map(|count: u32| {
            let text = count.to_string();
            let other = seen.insert(words::key([&text, "", ""]), text.clone());
            other.map(|other| (text, other))
        });
        let (one, other) = pair.unwrap();
        assert!(files(&[triple([&one, "", ""])], &[]).is_ok());
        assert!(files(&[triple([&one, "", ""]), triple([&other, "", ""])], &[]).is_err());
    }

    #[test]
    fn a_text_of_two_lines_is_refused() {
        let texts = ["a", "b\nc", "d"].map(str::to_owned);
        assert!(files(&[Found { texts, later: true }], &[]).is_err());
    }
}
