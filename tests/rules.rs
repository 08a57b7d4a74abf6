//! Every rule against its fixtures, and what must hold of the whole catalogue.
//!
//! Fixtures stand in `tests/fixtures/rules`: `{id}.fires.jsonc` and `{id}.passes.jsonc` for each rule (they are shown in
//! the app as well), and any number of further ones, `{id}.fires.{what}.jsonc` and `{id}.passes.{what}.jsonc`. Comment
//! lines at their head may say `// as-of: 2026-03-31` (the day of judgement, else 2026-11-21), `// severity: warning` and
//! `// path: /pool/…` (what the first finding of the rule must have). `// pad-to: 2097153` fills the text up with blanks
//! to so many bytes.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use batch_pool_planner::analysis::{Analysis, analyse};
use batch_pool_planner::input::apply;
use batch_pool_planner::model::CalendarDate;
use batch_pool_planner::rules::{self, Area, Severity};
use batch_pool_planner::words::{Language, Message, Words};

struct Fixture {
    path: PathBuf,
    id: String,
    fires: bool,
    text: String,
}

impl Fixture {
    fn directive(&self, name: &str) -> Option<&str> {
        let head = self.text.lines().take_while(|line| line.starts_with("//"));
        head.filter_map(|line| {
            line.strip_prefix("//")?
                .trim()
                .strip_prefix(name)?
                .trim()
                .strip_prefix(':')
        })
        .map(str::trim)
        .next()
    }

    fn as_of(&self) -> CalendarDate {
        let day = self.directive("as-of").unwrap_or("2026-11-21");
        CalendarDate::parse(day).unwrap_or_else(|| panic!("{}: as-of `{day}`", self.path.display()))
    }

    fn analyse(&self) -> Analysis {
        analyse(&self.text, self.as_of())
    }
}

fn fixtures() -> Vec<Fixture> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules");
    let mut all: Vec<Fixture> = std::fs::read_dir(&folder)
        .expect("the folder of fixtures")
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let mut parts = name.split('.');
            let id = parts.next().expect("an id").to_owned();
            let fires = match parts.next() {
                Some("fires") => true,
                Some("passes") => false,
                _ => panic!("{name}: neither fires nor passes"),
            };
            let text = std::fs::read_to_string(&path).expect("readable");
            let mut fixture = Fixture { path, id, fires, text };
            if let Some(size) = fixture.directive("pad-to") {
                let size: usize = size.parse().expect("a number of bytes");
                let blanks = size - fixture.text.len();
                fixture.text.extend(std::iter::repeat_n(' ', blanks));
            }
            fixture
        })
        .collect();
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all
}

#[test]
fn every_fixture_does_what_its_name_says() {
    for fixture in fixtures() {
        let shown = fixture.path.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(rules::find(&fixture.id).is_some(), "{shown}: no such rule");
        let analysis = fixture.analyse();
        let found = analysis
            .findings
            .iter()
            .find(|located| located.finding.rule.id == fixture.id);
        match (fixture.fires, found) {
            (true, None) => panic!(
                "{shown}: {} is silent; others said: {:?}",
                fixture.id,
                analysis
                    .findings
                    .iter()
                    .map(|l| l.finding.message.text(Language::English))
                    .collect::<Vec<_>>()
            ),
            (false, Some(located)) => {
                panic!(
                    "{shown}: {} says: {}",
                    fixture.id,
                    located.finding.message.text(Language::English)
                )
            }
            _ => {}
        }
        if let Some(located) = found {
            if let Some(severity) = fixture.directive("severity") {
                assert_eq!(located.finding.severity.name(), severity, "{shown}");
            }
            if let Some(path) = fixture.directive("path") {
                assert_eq!(located.finding.place.path(), path, "{shown}");
            }
        }
    }
}

#[test]
fn every_fix_silences_its_rule_and_adds_no_error() {
    let mut fixes = 0;
    for fixture in fixtures().into_iter().filter(|fixture| fixture.fires) {
        let before = fixture.analyse();
        let errors = |analysis: &Analysis| -> BTreeSet<(&'static str, String)> {
            let errors = analysis
                .findings
                .iter()
                .filter(|located| located.finding.severity == Severity::Error);
            errors
                .map(|located| (located.finding.rule.id, located.finding.place.path().to_owned()))
                .collect()
        };
        for located in before
            .findings
            .iter()
            .filter(|located| located.finding.rule.id == fixture.id)
        {
            for fix in &located.finding.fixes {
                fixes += 1;
                let title = fix.title.text(Language::English);
                let text = apply(&fixture.text, &fix.edits)
                    .unwrap_or_else(|error| panic!("{}: fix “{title}”: {error}", fixture.path.display()));
                let after = analyse(&text, fixture.as_of());
                let same = |other: &&batch_pool_planner::analysis::Located| {
                    other.finding.rule.id == fixture.id && other.finding.place.path() == located.finding.place.path()
                };
                assert!(
                    after.findings.iter().find(same).is_none(),
                    "{}: fix “{title}” does not silence it:\n{text}",
                    fixture.path.display()
                );
                let added: Vec<_> = errors(&after).difference(&errors(&before)).cloned().collect();
                assert!(
                    added.is_empty(),
                    "{}: fix “{title}” adds {added:?}:\n{text}",
                    fixture.path.display()
                );
            }
        }
    }
    assert!(fixes > 0, "no rule offers a fix");
}

#[test]
fn ids_are_unique_sorted_and_of_their_area() {
    let ids: Vec<_> = rules::all().map(|rule| rule.id).collect();
    assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    let names: BTreeSet<_> = rules::all().map(|rule| rule.name).collect();
    assert_eq!(names.len(), ids.len(), "names are unique");
    for rule in rules::all() {
        let area = match &rule.id[2..4] {
            "00" => Area::Document,
            "01" => Area::Image,
            "02" => Area::Scale,
            "04" => Area::Names,
            other => panic!("{}: no area {other}", rule.id),
        };
        assert_eq!(rule.area, area, "{}", rule.id);
        assert!(
            rule.name
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
            "{}",
            rule.name
        );
        assert!(!rule.fields.is_empty(), "{} names no field", rule.id);
    }
}

#[test]
fn every_citation_is_a_deep_link_with_a_date() {
    for rule in rules::all() {
        assert!(!rule.sources.is_empty(), "{} cites nothing", rule.id);
        for source in rule.sources {
            let url = source.page.url;
            assert!(
                url.starts_with("https://") && url.matches('/').count() > 3,
                "{}: {url}",
                rule.id
            );
            assert!(source.page.read_on >= CalendarDate::new(2026, 11, 21), "{}", rule.id);
            check_words(rule.id, &source.says);
        }
    }
}

#[test]
fn every_text_is_there_in_three_languages() {
    for rule in rules::all() {
        for words in [&rule.title, &rule.why] {
            check_words(rule.id, words);
        }
        for text in [rule.title.en, rule.title.fr, rule.title.it] {
            assert!(!text.ends_with('.'), "{}: a title has no full stop: {text}", rule.id);
        }
    }
}

fn check_words(id: &str, words: &Words) {
    for language in Language::ALL {
        let text = words.in_language(language);
        assert!(!text.trim().is_empty(), "{id}: empty in {}", language.code());
        assert!(!text.contains("  "), "{id}: two spaces in `{text}`");
        assert_eq!(text.matches('`').count() % 2, 0, "{id}: an open value mark in `{text}`");
    }
    assert!(
        words.fr != words.en || words.en.len() < 8,
        "{id}: French is English: {}",
        words.en
    );
    assert!(
        words.it != words.en || words.en.len() < 8,
        "{id}: Italian is English: {}",
        words.en
    );
}

#[test]
fn messages_use_the_same_arguments_in_every_language() {
    for fixture in fixtures() {
        for located in fixture.analyse().findings {
            let finding = &located.finding;
            let reason = finding.reason();
            let titles: Vec<&Message> = finding.fixes.iter().map(|fix| &fix.title).collect();
            for message in [&finding.message, &reason].into_iter().chain(titles) {
                let values = |language| -> BTreeSet<String> {
                    message
                        .parts(language)
                        .into_iter()
                        .filter_map(|part| match part {
                            batch_pool_planner::words::Part::Value(value) => Some(value),
                            _ => None,
                        })
                        .collect()
                };
                let english = values(Language::English);
                for language in Language::ALL {
                    let text = message.text(language);
                    assert!(
                        !text.contains("{0") && !text.contains("{1"),
                        "{}: an argument is missing: {text}",
                        finding.rule.id
                    );
                    assert_eq!(values(language), english, "{}: {text}", finding.rule.id);
                }
            }
        }
    }
}

#[test]
fn no_finding_is_heavier_than_its_rule() {
    for fixture in fixtures() {
        for located in fixture.analyse().findings {
            assert!(
                located.finding.severity >= located.finding.rule.severity,
                "{}",
                located.finding.rule.id
            );
        }
    }
}

#[test]
fn the_catalogue_is_as_it_was() {
    let list: String = rules::all()
        .map(|rule| format!("{} {} {}\n", rule.id, rule.name, rule.severity.name()))
        .collect();
    insta::assert_snapshot!(list);
}
