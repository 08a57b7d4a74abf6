//! The error dictionary against its fixtures, what must hold of every entry, and whatever somebody may paste.
//!
//! Fixtures stand in `tests/fixtures/errors`. Their names say which errors are told, in their order, and in what guise:
//! `ER08.portal.txt`, `ER13-ER11.list.txt`. `unknown.….txt` and `near.….txt` are told as no known error.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

use batch_pool_planner::analysis::analyse;
use batch_pool_planner::explain::{Explanation, Held, InPlan, all_in_plan, explain, looks_at};
use batch_pool_planner::facts::contract;
use batch_pool_planner::facts::error_texts::{self, GROUPS, KnownError, Related, Sign};
use batch_pool_planner::input::apply;
use batch_pool_planner::model::CalendarDate;
use batch_pool_planner::rules;
use batch_pool_planner::words::{Language, Message, Words};
use proptest::prelude::*;

const AS_OF: CalendarDate = CalendarDate::new(2026, 11, 21);

/// The fixtures: name, what it says, guise, text.
fn fixtures() -> Vec<(String, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/errors");
    let mut all: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of fixtures")
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let says = name.split('.').next().expect("what it says").to_owned();
            (name, says, std::fs::read_to_string(&path).expect("readable"))
        })
        .collect();
    all.sort();
    all
}

fn fixture(name: &str) -> String {
    let found = fixtures().into_iter().find(|(other, ..)| other == name);
    found.unwrap_or_else(|| panic!("no fixture {name}")).2
}

fn ids(explanations: &[Explanation]) -> Vec<&'static str> {
    explanations
        .iter()
        .map(|one| one.known.map_or("unknown", |known| known.id))
        .collect()
}

#[test]
fn every_fixture_is_told_for_what_it_is() {
    let mut wrong = Vec::new();
    for (name, says, text) in fixtures() {
        let told = ids(&explain(&text));
        let wanted: Vec<&str> = match says.as_str() {
            "unknown" | "near" => vec!["unknown"],
            says => says.split('-').collect(),
        };
        // Of several causes of one answer no order is better without a plan.
        let same = told.iter().collect::<BTreeSet<_>>() == wanted.iter().collect() && told.len() == wanted.len();
        if !same {
            wrong.push(format!("{name}: {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_error_and_every_code_has_two_guises() {
    let fixtures = fixtures();
    for known in error_texts::all() {
        let own = fixtures
            .iter()
            .filter(|(_, says, _)| says.split('-').any(|id| id == known.id));
        let texts: Vec<String> = own.map(|(_, _, text)| text.to_ascii_lowercase()).collect();
        assert!(texts.len() >= 2, "{} has {} fixtures", known.id, texts.len());
        if known
            .signs
            .iter()
            .any(|sign| matches!(sign, Sign::Code | Sign::BareCode))
        {
            for code in known.codes {
                let with = texts
                    .iter()
                    .filter(|text| text.contains(&code.to_ascii_lowercase()))
                    .count();
                assert!(with >= 2, "{}: {code} stands in {with} fixtures", known.id);
            }
        }
    }
}

/// Guises that any text may come in: none changes what is told.
#[test]
fn letter_case_line_breaks_and_wrappings_change_nothing() {
    let wrapped = |text: &str, before: &str| {
        let lines = text.lines().map(|line| format!("{before}{line}\r\n"));
        lines.collect::<String>()
    };
    for (name, says, text) in fixtures() {
        let told = ids(&explain(&text));
        let mut guises = vec![
            ("windows", text.replace('\n', "\r\n")),
            ("blanks", format!("\n\n  {text}\n\n")),
            ("mark", format!("\u{feff}{text}")),
            ("indented", wrapped(&text, "    ")),
        ];
        if says.starts_with("ER") {
            guises.push(("upper", text.to_uppercase()));
            guises.push(("lower", text.to_lowercase()));
            guises.push(("dated", wrapped(&text, "2026-11-21T13:48:02.1180421Z ")));
            guises.push(("barred", wrapped(&text, "│ ")));
            guises.push(("in a string", serde_json::json!({ "output": text }).to_string()));
            guises.push(("among others", format!("INFO started\n{text}\nINFO ended")));
        }
        for (guise, text) in guises {
            let again: BTreeSet<_> = ids(&explain(&text)).into_iter().collect();
            // An escaped or shouted word may tell one cause fewer or more of a bare answer, never another error.
            assert!(
                told.iter().all(|id| again.contains(id)),
                "{name}, {guise}: {told:?} became {again:?}"
            );
        }
    }
}

#[test]
fn what_was_read_is_shown() {
    let of = |name: &str| explain(&fixture(name)).remove(0);
    let unknown = of("unknown.code.txt");
    assert_eq!(unknown.said.code.as_deref(), Some("SomethingQuiteNew"));
    assert_eq!(unknown.said.message, "The pool could not be turned around.");
    let detail = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert!(
        unknown
            .said
            .details
            .contains(&detail("Reason", "It is facing the wall."))
    );
    assert!(
        unknown
            .said
            .details
            .contains(&detail("RequestId", "8b1f0c9e-52d4-4c0e-a3f1-3e0f6c1d2a77"))
    );

    let cli = of("unknown.cli.txt");
    assert_eq!(cli.said.code.as_deref(), Some("InvalidQueryParameterValue"));
    assert!(
        cli.said.message.starts_with("Value for one of the query parameters"),
        "{}",
        cli.said.message
    );
    let nested = of("unknown.nested.txt");
    assert_eq!(nested.said.code.as_deref(), Some("DeploymentFailed"));
    assert!(
        nested.said.details.contains(&detail("BadRequest", "Something else.")),
        "{:?}",
        nested.said.details
    );
    let words = of("unknown.words.txt");
    assert_eq!(
        (words.said.code, words.said.message.as_str()),
        (None, "It does not work.")
    );

    let marked = |explanation: &Explanation| {
        explanation
            .said
            .marked
            .clone()
            .and_then(|range| explanation.said.message.get(range).map(str::to_owned))
    };
    assert_eq!(
        marked(&of("ER22.sentence.txt")).as_deref(),
        Some("network security group priority must be between")
    );
    assert_eq!(marked(&of("ER12.portal.txt")).as_deref(), Some("AllocationFailed"));
    assert_eq!(
        of("ER11.pool.txt").said.code.as_deref(),
        Some("AllocationTimedout"),
        "as the service spelt it"
    );

    let path = "properties.deploymentConfiguration.virtualMachineConfiguration.imageReference.version";
    for name in ["ER04.arm.txt", "ER04.pulumi.txt", "ER04.escaped.txt"] {
        assert_eq!(of(name).named, [path, "version"], "{name}");
    }
    assert_eq!(of("ER49.r.txt").named, ["location"]);
    assert_eq!(of("ER49.r.txt").said.code.as_deref(), Some("InvalidRequestBody"));
    assert_eq!(
        of("ER14.nested.txt").said.code.as_deref(),
        Some("VMMarketplaceInvalidInput"),
        "the inner code"
    );
    let sentence = "The value provided for one of the properties in the request body is invalid.";
    for name in [
        "ER04.arm.txt",
        "ER04.pulumi.txt",
        "ER04.escaped.txt",
        "ER07.data-plane.txt",
    ] {
        assert_eq!(of(name).said.message, sentence, "{name}");
    }
    let bare = explain(&fixture("ER43-ER06-ER07.terraform.txt"));
    assert_eq!(
        ids(&bare),
        ["ER43", "ER06", "ER07"],
        "what holds of each cause comes first"
    );
    assert_eq!(
        of("ER18.log.txt").named.len(),
        0,
        "double quotes are no mark of a member"
    );
}

#[test]
fn a_blank_text_has_no_explanation() {
    for text in ["", " \n\t ", "\u{feff}"] {
        assert!(explain(text).is_empty(), "{text:?}");
    }
}

const PLAN: &str = r#"{
  "target": { "authentication": "SharedKey", "poolName": "render", "apiVersion": "2025-06-01" },
  "pool": { "properties": {
    "vmSize": "STANDARD_D4S_V5",
    "deploymentConfiguration": { "virtualMachineConfiguration": {
      "imageReference": { "id": "/subscriptions/6f1c0f6e-3b0a-4a57-9d0e-2f5a9c1b7e44/resourceGroups/rg/providers/Microsoft.Compute/galleries/g/images/i/versions/1.4.0", "version": "latest" },
      "nodeAgentSkuId": "batch.node.ubuntu 24.04"
    } },
    "scaleSettings": { "fixedScale": { "targetDedicatedNodes": 2400, "resizeTimeout": "PT15M" } },
    "userAccounts": [{ "name": "a", "password": "do not show me" }]
  } }
}"#;

fn with_plan<T>(text: &str, look: impl FnOnce(&[(Explanation, InPlan)]) -> T) -> T {
    let analysis = analyse(PLAN, AS_OF);
    let findings: Vec<_> = analysis.findings.iter().map(|located| &located.finding).collect();
    look(&all_in_plan(
        explain(text),
        analysis.root.as_ref().expect("readable"),
        &findings,
    ))
}

#[test]
fn a_plan_shows_the_field_its_value_the_findings_and_a_fix() {
    with_plan(&fixture("ER04.arm.txt"), |all| {
        let [(_, seen)] = all else { panic!("one explanation") };
        let version = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/imageReference/version";
        assert_eq!(seen.places[0].path, version);
        assert_eq!(seen.places[0].held, Held::Value("latest".to_owned()));
        assert_eq!(seen.findings[0].rule.id, "AB0105");
        let fix = &seen.findings[0].fixes[0];
        let mended = apply(PLAN, &fix.edits).expect("applied");
        assert!(
            !analyse(&mended, AS_OF)
                .findings
                .iter()
                .any(|located| located.finding.rule.id == "AB0105")
        );
    });
    with_plan(&fixture("ER11.portal.txt"), |all| {
        let [(_, seen)] = all else { panic!("one explanation") };
        assert_eq!(seen.places[0].held, Held::Value("PT15M".to_owned()));
        assert_eq!(seen.places[2].held, Held::Nothing);
        let rules: Vec<_> = seen.findings.iter().map(|finding| finding.rule.id).collect();
        assert!(rules.contains(&"AB0122"), "{rules:?}");
    });
    with_plan(&fixture("ER01.cli.txt"), |all| {
        assert_eq!(all[0].1.findings[0].rule.id, "AB0112")
    });
    // A property that the dictionary says nothing about is found by the name the service gives it.
    with_plan(&fixture("ER43.arm.txt"), |all| {
        assert_eq!(all[0].1.places[0].held, Held::Value("PT15M".to_owned()));
        assert!(all[0].1.findings.iter().any(|finding| finding.rule.id == "AB0122"));
    });
    with_plan(&fixture("ER17.data-plane.txt"), |all| {
        assert!(all[0].1.places[0].path.ends_with("/imageReference/id"));
    });
    let named =
        |name: &str| format!(r#"{{"code":"New","message":"x","values":[{{"key":"PropertyName","value":"{name}"}}]}}"#);
    with_plan(&named("PASSWORD"), |all| {
        assert_eq!(all[0].1.places[0].path, "/pool/properties/userAccounts/0/password");
        assert_eq!(all[0].1.places[0].held, Held::Unshown, "a secret is not shown");
    });
    with_plan(&named("taskSlotsPerNode"), |all| {
        assert_eq!(all[0].1.places[0].held, Held::Nothing)
    });
    with_plan(&named("noSuchThing"), |all| assert!(all[0].1.places.is_empty()));
}

#[test]
fn of_several_causes_the_one_that_the_plan_shows_comes_first() {
    let bare = fixture("ER43-ER06-ER07.terraform.txt");
    let plan = PLAN.replace("batch.node.ubuntu 24.04", "batch.node.ubuntu 18.04");
    let analysis = analyse(&plan, AS_OF);
    let findings: Vec<_> = analysis.findings.iter().map(|located| &located.finding).collect();
    let all = all_in_plan(explain(&bare), analysis.root.as_ref().expect("readable"), &findings);
    assert_eq!(all[0].0.known.map(|known| known.id), Some("ER06"));
    assert!(!all[0].1.findings.is_empty() && all[1].1.findings.is_empty());
}

#[test]
fn ids_are_unique_and_lists_are_sorted() {
    let mut seen = BTreeSet::new();
    for group in &GROUPS {
        assert!(group.errors.is_sorted_by(|a, b| a.id < b.id));
        for known in group.errors {
            assert!(seen.insert(known.id), "{} twice", known.id);
            let number = known.id.strip_prefix("ER").expect("ER");
            assert!(
                number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit()),
                "{}",
                known.id
            );
            assert!(std::ptr::eq(
                error_texts::find(&known.id.to_lowercase()).expect("found"),
                known
            ));
        }
    }
    assert_eq!(seen.iter().take(26).count(), 26);
    assert!(seen.contains("ER26"));
}

#[test]
fn every_entry_is_whole() {
    for known in error_texts::all() {
        let id = known.id;
        assert!(!known.signs.is_empty() && !known.sources.is_empty(), "{id}");
        for words in [&known.title, &known.means, &known.remedy] {
            check_words(id, words);
        }
        for language in Language::ALL {
            assert!(
                !known.title.in_language(language).ends_with('.'),
                "{id}: a title has no full stop"
            );
            assert!(known.means.in_language(language).ends_with('.'), "{id}");
            assert!(known.remedy.in_language(language).ends_with('.'), "{id}");
        }
        for source in known.sources {
            let page = source.page;
            assert!(
                page.url.starts_with("https://") && page.url.matches('/').count() > 3,
                "{id}: {}",
                page.url
            );
            assert!(
                page.read_on >= AS_OF && page.dated.is_none_or(|day| day < page.read_on),
                "{id}"
            );
            check_words(id, &source.says);
        }
        for path in known.fields {
            let ours = ["/target/", "/image/"].iter().any(|part| path.starts_with(part));
            let misplaced = *path == "/pool/properties/identity";
            let of_contract = path
                .strip_prefix("/pool")
                .is_some_and(|path| contract::member_at(path).is_some());
            assert!(ours || misplaced || of_contract, "{id}: {path}");
        }
        match known.rules {
            Related::These(ids) => {
                for rule in ids {
                    let rule = rules::find(rule).unwrap_or_else(|| panic!("{id}: no rule {rule}"));
                    assert!(looks_at(rule, known));
                }
                assert!(
                    ids.is_empty() || ids.iter().collect::<BTreeSet<_>>().len() == ids.len(),
                    "{id}"
                );
            }
            Related::AtField => assert!(!known.fields.is_empty(), "{id}"),
        }
    }
    for group in &GROUPS {
        check_spaces(group.title.en, &group.title);
    }
}

#[test]
fn every_code_and_phrase_is_distinct_enough() {
    for known in error_texts::all() {
        for code in known.codes {
            assert!(
                code.bytes().all(|byte| byte.is_ascii_alphabetic()),
                "{}: {code}",
                known.id
            );
        }
        let needs_code = |sign: &Sign| matches!(sign, Sign::Code | Sign::BareCode | Sign::CodeSays(_) | Sign::Usual(_));
        assert!(
            !known.signs.iter().any(needs_code) || !known.codes.is_empty(),
            "{}",
            known.id
        );
        for sign in known.signs {
            if let Sign::Says(phrases) | Sign::Usual(phrases) = sign {
                let words: usize = phrases.iter().map(|phrase| phrase.split_whitespace().count()).sum();
                assert!(words >= 4, "{}: {phrases:?} may stand in any text", known.id);
            }
        }
    }
}

fn check_words(id: &str, words: &'static Words) {
    let values = |language| -> BTreeSet<String> {
        let text = words.in_language(language);
        assert_eq!(text.matches('`').count() % 2, 0, "{id}: an open value mark in `{text}`");
        assert!(
            !text.contains("  ") && !text.contains('{') || text.contains("`BatchNodeManagement.{region}`"),
            "{id}: {text}"
        );
        text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    };
    let english = values(Language::English);
    for language in Language::ALL {
        assert_eq!(values(language), english, "{id}: {}", words.in_language(language));
        assert!(!Message::from(words).text(language).is_empty());
    }
    assert!(words.fr != words.en && words.it != words.en, "{id}: {}", words.en);
    check_spaces(id, words);
}

/// French marks, percent signs and thousands have a space that does not break; apostrophes are curved.
fn check_spaces(id: &str, words: &Words) {
    for (language, text) in [("en", words.en), ("fr", words.fr), ("it", words.it)] {
        let outside: String = text.split('`').step_by(2).collect::<Vec<_>>().join("x");
        let all: Vec<char> = outside.chars().collect();
        for pair in all.windows(2) {
            assert!(pair[1] != '\'', "{id}: a straight apostrophe in `{text}`");
            assert!(pair[1] != '%' || pair[0] == '\u{202f}', "{id}: {text}");
            if language == "fr" {
                assert!(!matches!(pair[1], ':' | '»') || pair[0] == '\u{a0}', "{id}: {text}");
                assert!(
                    !matches!(pair[1], ';' | '!' | '?') || pair[0] == '\u{202f}',
                    "{id}: {text}"
                );
                assert!(pair[0] != '«' || pair[1] == '\u{a0}', "{id}: {text}");
            }
        }
        for five in all.windows(5) {
            let digit = |at: usize| five[at].is_ascii_digit();
            assert!(
                !(digit(0) && five[1] == ' ' && digit(2) && digit(3) && digit(4)),
                "{id}: thousands in `{text}`"
            );
        }
    }
}

#[test]
fn the_dictionary_is_as_it_was() {
    let line = |known: &KnownError| format!("{} {} {}\n", known.id, known.foresight.name(), known.codes.join(" "));
    let list: String = GROUPS.iter().flat_map(|group| group.errors).map(line).collect();
    insta::assert_snapshot!(list);
}

/// What must hold of any text.
fn holds(text: &str) {
    let all = explain(text);
    assert!(all.len() <= 20);
    for one in &all {
        assert!(
            one.said.message.chars().count() <= 602 && one.said.details.len() <= 32,
            "{:?}",
            one.said
        );
        if let Some(range) = &one.said.marked {
            assert!(one.said.message.get(range.clone()).is_some(), "{:?}", one.said);
        }
    }
    with_plan(text, |seen| assert_eq!(seen.len(), all.len()));
}

#[test]
fn huge_and_hostile_texts_are_answered_in_time() {
    let error = fixture("ER08.provider.txt");
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(200_000), close.repeat(200_000));
    let nested = (0..12).fold("AllocationFailed".to_owned(), |inner, _| {
        serde_json::json!({ "error": { "code": "Wrapped", "message": inner } }).to_string()
    });
    let texts = [
        "{".repeat(2_000_000),
        "[\"".repeat(1_000_000),
        "{\"a\":".repeat(400_000),
        deep("[", "]"),
        deep("{\"code\":", "}"),
        format!("{}{error}", "noise AllocationFailedX 12 {x} \n".repeat(60_000)),
        format!("[{}]", vec![error.as_str(); 3_000].join(",")),
        "code code code: (".repeat(120_000),
        "message PropertyPath path ' member ' ".repeat(60_000),
        "custom image list ".repeat(110_000),
        "\\u0027\\n\\".repeat(250_000),
        "é😀\u{200b}".repeat(200_000),
        nested,
        "\u{0}\u{1}{\"code\":\"\u{0}\"}".to_owned(),
        "}{][\"'\\".to_owned(),
    ];
    for text in texts {
        let started = Instant::now();
        holds(&text);
        let took = started.elapsed();
        // Far above what it takes, so that only something that grows with the square fails.
        assert!(
            took.as_secs() < 60,
            "{took:?}: {}",
            text.chars().take(40).collect::<String>()
        );
    }
    assert!(ids(&explain(&format!("{}{error}", "noise {x} \n".repeat(100)))).contains(&"ER08"));
}

proptest! {
    #[test]
    fn any_text_is_answered(text in "[\\PC{}\\[\\]\":,\\\\\n'()]{0,200}") {
        holds(&text);
    }

    #[test]
    fn a_fixture_that_was_cut_and_mended_is_answered(
        pick in any::<prop::sample::Index>(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), "[\\PC{}\\[\\]\":,\\\\\n]{0,4}"), 0..4),
    ) {
        let all = fixtures();
        let (_, _, mut text) = all[pick.index(all.len())].clone();
        for (at, piece) in cuts {
            let at = text.floor_char_boundary(at.index(text.len() + 1));
            text.insert_str(at, &piece);
            text = text.split_at(text.floor_char_boundary(at * 2)).0.to_owned();
        }
        holds(&text);
    }
}
