//! Every rule against its fixtures, and what must hold of the whole catalogue.
//!
//! Fixtures stand in `tests/fixtures/rules`: `{id}.fires.jsonc` and `{id}.passes.jsonc` for each rule (they are shown in
//! the app as well), and any number of further ones, `{id}.fires.{what}.jsonc` and `{id}.passes.{what}.jsonc`. Comment
//! lines at their head may say `// as-of: 2026-03-31` (the day of judgement, else 2026-11-21), and what the first finding
//! of the rule must have: `// severity: warning`, `// path: /pool/…`, `// basis: derived`, `// says: the most is 256` (a
//! part of its message in English, for a rule that chooses among sentences), `// fixes: 2` (how many it offers),
//! `// offers: Set …` (the title of the first) and `// related: /pool/…, /pool/…`. `// pad-to: 2097153` fills the text up
//! with blanks to so many bytes.

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
use batch_pool_planner::facts::disagreements::DISAGREEMENTS;
use batch_pool_planner::form::{self, Choice, Control, SECTIONS};
use batch_pool_planner::input::apply;
use batch_pool_planner::model::CalendarDate;
use batch_pool_planner::rules::{self, Area, Severity};
use batch_pool_planner::words::{Language, Message, Part, Words};

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
            if let Some(says) = fixture.directive("says") {
                let message = located.finding.message.text(Language::English);
                let message = message.replace(['\u{a0}', '\u{202f}'], " ");
                assert!(message.contains(says), "{shown}: `{message}` does not say `{says}`");
            }
            if let Some(basis) = fixture.directive("basis") {
                assert_eq!(located.finding.basis.name(), basis, "{shown}");
            }
            if let Some(related) = fixture.directive("related") {
                assert_eq!(located.finding.related.join(", "), related, "{shown}");
            }
            if let Some(offers) = fixture.directive("offers") {
                let first = located.finding.fixes.first();
                let title = first.map(|fix| fix.title.text(Language::English)).unwrap_or_default();
                assert_eq!(title.replace(['\u{a0}', '\u{202f}'], " "), offers, "{shown}");
            }
            if let Some(fixes) = fixture.directive("fixes") {
                assert_eq!(located.finding.fixes.len().to_string(), fixes, "{shown}");
            }
        }
    }
}

#[test]
fn no_rule_is_without_a_fixture_that_fires_and_a_near_miss() {
    let fixtures = fixtures();
    for rule in rules::all() {
        let has = |fires: bool| {
            fixtures
                .iter()
                .any(|fixture| fixture.id == rule.id && fixture.fires == fires)
        };
        assert!(has(true), "{} has no fixture that fires", rule.id);
        assert!(has(false), "{} has no near-miss", rule.id);
    }
}

/// Printed by `cargo xtask test`, and by `cargo test --test rules table -- --nocapture`.
#[test]
fn table_of_the_rules_by_area() {
    let fixtures = fixtures();
    let can_fix = |fixture: &&Fixture| {
        let analysis = fixture.analyse();
        let mut found = analysis.findings.iter().map(|located| &located.finding);
        found.any(|finding| finding.rule.id == fixture.id && !finding.fixes.is_empty())
    };
    let fixable: BTreeSet<&str> = fixtures
        .iter()
        .filter(|fixture| fixture.fires)
        .filter(can_fix)
        .map(|fixture| fixture.id.as_str())
        .collect();
    let rows = Area::ALL.map(|area| {
        let of_area: Vec<_> = rules::all().filter(|rule| rule.area == area).collect();
        let ids: BTreeSet<&str> = of_area.iter().map(|rule| rule.id).collect();
        let count = |fires: bool| {
            let mine = fixtures.iter().filter(|fixture| fixture.fires == fires);
            mine.filter(|fixture| ids.contains(fixture.id.as_str())).count()
        };
        let cited: usize = of_area.iter().map(|rule| rule.sources.len()).sum();
        let figures = [
            of_area.len(),
            count(true),
            count(false),
            ids.intersection(&fixable).count(),
            cited,
        ];
        (area.title().en, figures)
    });
    let total = (0..5).map(|column| rows.iter().map(|(_, figures)| figures[column]).sum());
    let total: Vec<usize> = total.collect();
    let print = |title: &str, cells: &[String]| {
        let cells: String = cells.iter().map(|cell| format!("{cell:>12}")).collect();
        println!("{title:<24}{cells}");
    };
    let figures = |all: &[usize]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
    let heads = ["rules", "fire", "near-misses", "with a fix", "citations"];
    print("area", &heads.map(str::to_owned));
    for (title, of_area) in &rows {
        print(title, &figures(of_area));
    }
    print("all", &figures(&total));
    assert_eq!(total[0], rules::all().count(), "every rule is of an area");
    assert_eq!(total[1] + total[2], fixtures.len(), "every fixture is of a rule");
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

/// What each rule says on its fixtures, with the titles of its fixes: a sentence or a fix that is chosen otherwise is seen.
#[test]
fn every_fixture_says_what_it_said() {
    let mut said = String::new();
    let mut all = fixtures();
    all.sort_by(|one, other| one.path.cmp(&other.path));
    for fixture in all.iter().filter(|fixture| fixture.fires) {
        said.push_str(&format!("{}\n", fixture.path.file_name().expect("a file").display()));
        let analysis = fixture.analyse();
        let own = analysis.findings.iter().map(|located| &located.finding);
        for finding in own.filter(|finding| finding.rule.id == fixture.id).take(4) {
            let fixes = finding.fixes.iter().map(|fix| fix.title.text(Language::English));
            let fixes = fixes.collect::<Vec<_>>().join("; ");
            let message = finding.message.text(Language::English);
            said.push_str(&format!("  {} {message}\n", finding.severity.name()));
            if finding.why.is_some() {
                said.push_str(&format!("    because: {}\n", finding.reason().text(Language::English)));
            }
            if !fixes.is_empty() {
                said.push_str(&format!("    fixes: {fixes}\n"));
            }
        }
    }
    insta::assert_snapshot!(said);
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
            "03" => Area::Network,
            "04" => Area::Names,
            "05" => Area::Machine,
            "06" => Area::NodeSetup,
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

#[test]
fn every_text_is_set_as_its_language_wants() {
    for area in Area::ALL {
        check_spaces_of("areas", area.title());
    }
    for rule in rules::all() {
        let says = rule.sources.iter().map(|source| &source.says);
        for words in [&rule.title, &rule.why].into_iter().chain(says) {
            check_spaces_of(rule.id, words);
        }
    }
    for disagreement in DISAGREEMENTS {
        check_spaces_of("disagreements", &disagreement.says);
    }
    for fixture in fixtures() {
        for located in fixture.analyse().findings {
            let finding = &located.finding;
            for source in finding.sources {
                check_spaces_of(finding.rule.id, &source.says);
            }
            let reason = finding.reason();
            let titles = finding.fixes.iter().map(|fix| &fix.title);
            for message in [&finding.message, &reason].into_iter().chain(titles) {
                for language in Language::ALL {
                    check_spaces(finding.rule.id, language, message.parts(language));
                }
            }
        }
    }
}

#[test]
fn every_text_of_the_form_is_set_as_its_language_wants() {
    for section in SECTIONS {
        check_spaces_of(section.id, &section.title);
        for field in section.fields {
            check_spaces_of(field.path, &field.label);
            if let Some(limit) = &field.limit {
                check_spaces_of(field.path, &limit.words);
            }
            for words in words_of(&field.control) {
                check_spaces_of(field.path, words);
            }
        }
    }
}

fn words_of(control: &'static Control) -> Vec<&'static Words> {
    let labels = |choices: &'static [Choice]| choices.iter().map(|choice| &choice.label);
    match control {
        Control::Text { .. } | Control::Lines => Vec::new(),
        Control::Number { unit } => unit.iter().copied().collect(),
        Control::Segments(choices) => labels(choices).collect(),
        Control::Menu { absent, choices } => std::iter::once(absent).chain(labels(choices)).collect(),
        Control::Tick(tick) => vec![&tick.label],
        Control::Ticks(ticks) => ticks.iter().map(|tick| &tick.label).collect(),
        Control::Several(parts) => {
            let of_part = |part: &'static form::Part| [vec![&part.label], words_of(&part.control)].concat();
            parts.iter().flat_map(of_part).collect()
        }
        Control::Switch(ways) => ways.iter().map(|way| &way.label).collect(),
        Control::List(list) => {
            let of_member =
                |member: &'static form::ItemMember| [vec![&member.label], words_of(&member.control)].concat();
            let members = list.members.iter().flat_map(of_member);
            [&list.none, &list.add, &list.remove]
                .into_iter()
                .chain(members)
                .collect()
        }
    }
}

fn check_spaces_of(whose: &str, words: &'static Words) {
    for language in Language::ALL {
        check_spaces(whose, language, words.parts(language));
    }
}

/// Literal values are left as they are; around them, spaces that must not break are no plain ones.
fn check_spaces(whose: &str, language: Language, parts: Vec<Part>) {
    let text: String = parts
        .into_iter()
        .map(|part| match part {
            Part::Text(text) | Part::Strong(text) => text,
            Part::Value(_) => "x".to_owned(),
        })
        .collect();
    let marks: &[(char, char)] = match language {
        Language::French => &[
            (':', '\u{a0}'),
            ('»', '\u{a0}'),
            (';', '\u{202f}'),
            ('!', '\u{202f}'),
            ('?', '\u{202f}'),
            ('%', '\u{202f}'),
        ],
        _ => &[('%', '\u{202f}')],
    };
    let all: Vec<char> = text.chars().collect();
    for (at, pair) in all.windows(2).enumerate() {
        let ends = all.get(at + 2).is_none_or(|next| !next.is_alphanumeric());
        for (mark, space) in marks {
            assert!(
                pair[1] != *mark || !ends || pair[0] == *space,
                "{whose}: before {mark} in `{text}`"
            );
        }
        if language == Language::French {
            assert!(pair[0] != '«' || pair[1] == '\u{a0}', "{whose}: after « in `{text}`");
        }
        if language != Language::English {
            assert!(pair[1] != '\'', "{whose}: a straight apostrophe in `{text}`");
        }
    }
    for digits in all.windows(5) {
        let is_digit = |at: usize| digits[at].is_ascii_digit();
        let thousands = is_digit(0) && digits[1].is_whitespace() && is_digit(2) && is_digit(3) && is_digit(4);
        assert!(!thousands || digits[1] == '\u{202f}', "{whose}: thousands in `{text}`");
    }
}

#[test]
fn rules_know_where_their_sources_disagree() {
    let at_odds: Vec<_> = rules::all()
        .filter(|rule| rules::sources_disagree(rule))
        .map(|rule| rule.id)
        .collect();
    assert_eq!(
        at_odds,
        [
            "AB0109", "AB0116", "AB0117", "AB0124", "AB0127", "AB0137", "AB0223", "AB0306", "AB0309", "AB0312",
            "AB0321", "AB0325", "AB0410", "AB0503", "AB0516", "AB0518", "AB0610", "AB0631", "AB0643"
        ]
    );
    for disagreement in DISAGREEMENTS {
        check_words("disagreements", &disagreement.says);
        let named = |rule| rules::disagreements(rule).any(|found| found.says == disagreement.says);
        assert!(rules::all().any(named), "{}", disagreement.says.en);
    }
}

#[test]
fn every_page_and_every_fact_is_used() {
    let sources = sources_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    for (path, text) in &sources {
        if !path.components().any(|part| part.as_os_str() == "facts") {
            continue;
        }
        let declared = text.lines().filter_map(|line| {
            let rest = line
                .strip_prefix("pub static ")
                .or_else(|| line.strip_prefix("pub const "))?;
            Some(rest.split(':').next()?.trim())
        });
        let pages = text
            .lines()
            .filter_map(|line| line.strip_prefix("    ")?.split_once(" = \""))
            .map(|(name, _)| name);
        let is_name = |name: &&str| {
            name.chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
        };
        for name in declared.chain(pages).filter(is_name) {
            let used = sources.iter().filter(|(other, _)| other != path).any(|(_, text)| {
                let words = |line: &str| {
                    line.split(|c: char| !c.is_alphanumeric() && c != '_')
                        .any(|word| word == name)
                };
                text.lines()
                    .any(|line| !line.trim_start().starts_with("//") && words(line))
            });
            assert!(used, "{name} of {} is used nowhere", path.display());
        }
    }
}

fn sources_below(folder: &Path) -> Vec<(PathBuf, String)> {
    let entries = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path());
    let of_entry = |path: PathBuf| match path.is_dir() {
        true => sources_below(&path),
        false => vec![(path.clone(), std::fs::read_to_string(&path).expect("readable"))],
    };
    entries.flat_map(of_entry).collect()
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
                            Part::Value(value) => Some(value),
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
