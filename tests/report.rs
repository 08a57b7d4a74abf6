//! The findings report: every finding of every fixture is in it, and nothing that somebody wrote is taken for a mark.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, missing_docs)]

use std::path::Path;

use batch_pool_planner::analysis::{Analysis, analyse};
use batch_pool_planner::model::CalendarDate;
use batch_pool_planner::report::Report;
use batch_pool_planner::words::Language;

fn day() -> CalendarDate {
    CalendarDate::parse("2026-11-21").expect("a day")
}

fn fixtures() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("fixtures")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        std::fs::read_to_string(&path).ok().map(|text| (name, text))
    };
    files.into_iter().filter_map(read).collect()
}

/// The text of the report's HTML, which must be well formed.
fn read_html(html: &str, of: &str) -> String {
    let document = format!("<body>{html}</body>");
    let tree = roxmltree::Document::parse(&document).unwrap_or_else(|error| panic!("{of}: {error}"));
    tree.root()
        .descendants()
        .filter(roxmltree::Node::is_text)
        .filter_map(|node| node.text())
        .collect()
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '`').collect()
}

fn check(name: &str, analysis: &Analysis) {
    for language in Language::ALL {
        let report = Report { analysis, language };
        let html = squeezed(&read_html(&report.html_body(), name));
        let markdown = report.markdown();
        for located in &analysis.findings {
            let message = located.finding.message.text(language);
            // What XML cannot hold is shown as a replacement, so such a message is not looked for.
            if !message.chars().any(char::is_control) {
                assert!(html.contains(&squeezed(&message)), "{name}: {message}");
            }
            assert!(markdown.contains(located.finding.rule.id), "{name}");
            for source in located.finding.sources {
                assert!(markdown.contains(source.page.url), "{name}: {}", source.page.url);
            }
        }
        let counted = markdown.lines().filter(|line| line.starts_with("### ")).count();
        assert_eq!(counted, analysis.findings.len(), "{name}");
    }
}

#[test]
fn every_finding_of_every_fixture_is_told() {
    let fixtures = fixtures();
    assert!(fixtures.len() > 400, "the fixtures are missing");
    for (name, text) in fixtures {
        check(&name, &analyse(&text, day()));
    }
}

#[test]
fn what_somebody_wrote_is_not_taken_for_a_mark() {
    let hostile = [
        "<script>alert(1)</script>",
        "</code><img src=x onerror=alert(1)>",
        "# *a* _b_ [c](javascript:d) `e` | f",
        "&amp; \" ' \u{202e} \u{2028} \u{0} \u{7}",
        "```\n\n# heading\n",
    ];
    for text in hostile {
        let quoted = serde_json::to_string(text).expect("JSON");
        let plan = format!(
            r#"{{"target": {{"poolName": {quoted}, "region": {quoted}}}, "accepted": [{{"rule": "AB0105", "reason": {quoted}}}, {{"rule": {quoted}}}],
                "pool": {{"properties": {{"vmSize": {quoted}, {quoted}: 1, "scaleSettings": {{"fixedScale": {{"targetDedicatedNodes": 5000}}}}}}}}}}"#
        );
        let analysis = analyse(&plan, day());
        assert!(analysis.root.is_some() && !analysis.findings.is_empty(), "{plan}");
        check(text, &analysis);
        let report = Report {
            analysis: &analysis,
            language: Language::English,
        };
        for line in report.markdown().lines() {
            assert!(!line.contains("<script>") || line.contains("`"), "{line}");
            let fence = line.starts_with("```") && !line.trim_start_matches('`').contains('`');
            assert!(!line.starts_with("# heading") && !fence, "{line}");
        }
        let page = report.html_page();
        assert!(
            page.starts_with("<!doctype html>") && !page.contains("<script") && !page.contains("<img"),
            "{page}"
        );
    }
}

#[test]
fn a_plan_without_findings_says_so() {
    let text = include_str!("../src/examples/gallery.jsonc");
    let analysis = analyse(text, day());
    let report = Report {
        analysis: &analysis,
        language: Language::French,
    };
    let markdown = report.markdown();
    assert!(markdown.contains("Évalué au** 21\u{a0}novembre 2026"), "{markdown}");
    assert!(
        analysis
            .findings
            .iter()
            .all(|one| markdown.contains(one.finding.rule.id))
    );
    assert!(report.html_page().contains("<html lang=\"fr\">"));
}

#[test]
fn a_report_is_as_it_was() {
    let text = include_str!("../src/examples/managed.jsonc");
    let analysis = analyse(text, day());
    let report = Report {
        analysis: &analysis,
        language: Language::English,
    };
    insta::assert_snapshot!("managed-report", report.markdown());
}
