//! JUnit's XML: one test suite a file, one test case a finding.
//!
//! Errors are failures, so that a run is red exactly when `poolplan check` says so. Warnings, advice and what somebody
//! accepted are skipped tests with their message: CI systems list these beside the passed ones and stay green. A file
//! without findings is one test that passed, because an empty suite is left out or taken for a fault.

use super::{Checked, Outcome};
use crate::analysis::{Analysis, Located};
use crate::rules::Severity;
use crate::words::{Language, Message, Words, words};

static NOTHING: Words = words("no findings", "aucun constat", "nessun rilievo");
static UNREAD: Words = words("cannot be read", "lecture impossible", "lettura impossibile");
static ACCEPTED: Words = words("accepted: {0}", "accepté : {0}", "accettato: {0}");

/// How many test cases of each kind a suite has.
#[derive(Clone, Copy, Default)]
struct Counts {
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

/// The findings about files as JUnit's XML.
pub(in crate::command) fn junit(files: &[Checked], language: Language) -> String {
    let mut suites = String::new();
    let mut all = Counts::default();
    for file in files {
        let mut cases = String::new();
        let counts = suite(&mut cases, file, language);
        all.tests += counts.tests;
        all.failures += counts.failures;
        all.errors += counts.errors;
        all.skipped += counts.skipped;
        suites.push_str("  <testsuite");
        attribute(&mut suites, "name", &file.name);
        numbers(&mut suites, counts);
        suites.push_str(">\n");
        suites.push_str(&cases);
        suites.push_str("  </testsuite>\n");
    }
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"poolplan\"");
    numbers(&mut out, all);
    out.push_str(">\n");
    out.push_str(&suites);
    out.push_str("</testsuites>\n");
    out
}

fn suite(out: &mut String, file: &Checked, language: Language) -> Counts {
    let mut counts = Counts::default();
    match &file.outcome {
        Outcome::Unread(reason) => {
            counts.tests += 1;
            counts.errors += 1;
            case(
                out,
                file,
                UNREAD.in_language(language),
                Some(("error", "unread", reason, reason)),
            );
        }
        Outcome::Judged(pools, _) => {
            for (pool, analysis) in pools {
                if analysis.findings.is_empty() {
                    counts.tests += 1;
                    case(out, file, &of_pool(pool, NOTHING.in_language(language)), None);
                }
                for located in &analysis.findings {
                    counts.tests += 1;
                    let fails = located.finding.severity == Severity::Error;
                    *if fails {
                        &mut counts.failures
                    } else {
                        &mut counts.skipped
                    } += 1;
                    finding(out, file, pool, (analysis, located), language);
                }
            }
        }
    }
    counts
}

/// What a test case is called, with the pool in front where a file has several.
fn of_pool(pool: &Option<String>, name: &str) -> String {
    match pool {
        Some(pool) => format!("{pool}: {name}"),
        None => name.to_owned(),
    }
}

fn finding(
    out: &mut String,
    file: &Checked,
    pool: &Option<String>,
    (analysis, located): (&Analysis, &Located),
    language: Language,
) {
    let (finding, position) = (&located.finding, located.position);
    let name = format!(
        "{} {}:{} {}",
        finding.rule.id,
        position.line,
        position.column,
        finding.rule.title.in_language(language)
    );
    let mut message = finding.message.text(language);
    if let Some(acceptance) = located.acceptance.as_ref().filter(|_| located.is_accepted()) {
        let reason = crate::words::Arg::Text(acceptance.reason.clone());
        message = format!("{message} ({})", Message::new(&ACCEPTED, [reason]).text(language));
    }
    let mut detail = format!(
        "{}:{}:{} ({}, {})\n{message}\n{}\n",
        file.name,
        position.line,
        position.column,
        finding.severity.name(),
        analysis.as_of,
        finding.reason().text(language)
    );
    for source in finding.sources {
        detail.push_str(&format!("{} – {}\n", source.page.title, source.page.url));
    }
    let kind = match finding.severity {
        Severity::Error => "failure",
        _ => "skipped",
    };
    case(
        out,
        file,
        &of_pool(pool, &name),
        Some((kind, finding.severity.name(), &message, &detail)),
    );
}

/// A test case, with an element inside: its name, type, message and text.
fn case(out: &mut String, file: &Checked, name: &str, inner: Option<(&str, &str, &str, &str)>) {
    out.push_str("    <testcase");
    attribute(out, "name", name);
    attribute(out, "classname", &file.name);
    attribute(out, "file", &file.name);
    attribute(out, "time", "0");
    let Some((element, kind, message, text)) = inner else {
        out.push_str("/>\n");
        return;
    };
    out.push_str(">\n      <");
    out.push_str(element);
    attribute(out, "message", message);
    if element != "skipped" {
        attribute(out, "type", kind);
    }
    out.push('>');
    escape(out, text, false);
    out.push_str("</");
    out.push_str(element);
    out.push_str(">\n    </testcase>\n");
}

fn numbers(out: &mut String, counts: Counts) {
    for (name, count) in [
        ("tests", counts.tests),
        ("failures", counts.failures),
        ("errors", counts.errors),
        ("skipped", counts.skipped),
    ] {
        attribute(out, name, &count.to_string());
    }
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value, true);
    out.push('"');
}

/// Text of an element or an attribute. What XML 1.0 cannot hold at all becomes U+FFFD.
fn escape(out: &mut String, text: &str, is_attribute: bool) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if is_attribute => out.push_str("&quot;"),
            '\t' | '\n' if is_attribute => out.push_str(&format!("&#{};", u32::from(letter))),
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(letter),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyse;
    use crate::command::report::{github, sarif};
    use crate::facts::pages::READ_ON;

    #[test]
    fn each_pool_of_a_file_is_told_apart() {
        let text = r#"{"pool": {"properties": {"taskSlotsPerNode": "4"}}}"#;
        let pool = |name: &str| (Some(name.to_owned()), analyse(text, READ_ON));
        let files = [Checked {
            name: "main.bicep".to_owned(),
            uri: "main.bicep".to_owned(),
            outcome: Outcome::Judged(vec![pool("one"), pool("two")], Some(text.to_owned())),
        }];
        let told = junit(&files, Language::English);
        assert!(
            told.contains("name=\"one: AB0013") && told.contains("name=\"two: AB0013"),
            "{told}"
        );
        let log = sarif(&files, Language::English, 1);
        let prints = ["AB0013:one:", "AB0013:two:"].map(|print| log.matches(print).count());
        assert_eq!(prints, [1, 1]);
        let lines = github(&files, Language::English);
        assert_eq!(lines.matches("AB0013").count(), 2);
    }
}
