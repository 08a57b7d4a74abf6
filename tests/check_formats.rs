//! `poolplan check --format sarif|junit|github` and `poolplan diff`, from outside: the official schema, hostile names,
//! hostile values.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const DAY: &str = "2026-11-21";

/// One error, behind letters that are two UTF-16 units each.
const BAD: &str = "{ /* 😀 */ \"pool\": { \"properties\": { \"taskSlotsPerNode\": \"4\" } } }\n";

/// A warning that was accepted and an error that was seen.
const ACCEPTED: &str = r#"{
  "target": { "apiVersion": "2024-07-01" },
  "accepted": [
    { "rule": "AB0417", "reason": "known \u0001 <until> 2027" },
    { "rule": "AB0013", "reason": "seen" }
  ],
  "pool": { "properties": { "vmSize": "STANDARD_D2S_V3", "taskSlotsPerNode": "4", "targetNodeCommunicationMode": "Classic" } }
}
"#;

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.0.join(name), bytes).expect("written");
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_poolplan"));
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        command
            .args(arguments)
            .args(["--as-of", DAY])
            .current_dir(&self.0)
            .stdin(Stdio::null())
            .output()
            .expect("runs")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("a code")
}

/// A name with everything that a format could trip over and a file system still takes.
#[cfg(unix)]
const HOSTILE: &str = "a,b:c%d \"<&>'\u{1}\n\u{202e}é😀]]>.jsonc";
#[cfg(not(unix))]
const HOSTILE: &str = "a,b%d &'é😀]].jsonc";

/// The schema as the committee publishes it, from the sources of the crate that reads it.
fn schema() -> Value {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let listed = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--offline", "--manifest-path"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
        .output()
        .expect("cargo");
    let listed: Value = serde_json::from_slice(&listed.stdout).expect("a list of packages");
    let packages = listed["packages"].as_array().expect("packages");
    let found = packages
        .iter()
        .find(|package| package["name"] == "serde-sarif")
        .expect("serde-sarif");
    let manifest = PathBuf::from(found["manifest_path"].as_str().expect("a path"));
    let schema = std::fs::read_to_string(manifest.with_file_name("src").join("schema.json")).expect("the schema");
    // Its pattern for languages has a bracket that old engines take literally and ours refuses: the same, escaped.
    serde_json::from_str(&schema.replace("-[a-zA-Z]{2}]?$", "-[a-zA-Z]{2}\\\\]?$")).expect("JSON")
}

fn validated(text: &str) -> Value {
    let log: Value = serde_json::from_str(text).expect("JSON");
    let schema = schema();
    assert_eq!(
        log["$schema"], schema["$id"],
        "the log names the schema it is checked with"
    );
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<String> = validator
        .iter_errors(&log)
        .map(|error| format!("{} {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    let _: serde_sarif::sarif::Sarif = serde_json::from_str(text).expect("a log, by type");
    log
}

#[test]
fn a_sarif_log_of_many_files_keeps_to_the_official_schema() {
    let folder = Folder::new("sarif");
    folder.file("bad.jsonc", BAD);
    folder.file("accepted.jsonc", ACCEPTED);
    folder.file(HOSTILE, BAD.replace("\"4\"", "\"\\u0000 <\u{2028}> %0A\""));
    folder.file("broken.json", "{\n  \"pool\": ");
    folder.file("bytes.json", b"{\"a\": \xff}");
    for language in ["en", "fr", "it"] {
        let files = [
            "bad.jsonc",
            "accepted.jsonc",
            HOSTILE,
            "broken.json",
            "bytes.json",
            "not-there.json",
        ];
        let output = folder.run(&[&["check", "--format", "sarif", "--lang", language], &files[..]].concat());
        assert_eq!(code(&output), 2);
        let log = validated(&out(&output));
        let run = &log["runs"][0];
        let (rules, results) = (&run["tool"]["driver"]["rules"], run["results"].as_array().unwrap());
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
            assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        }
        let mut ids: Vec<&str> = rules
            .as_array()
            .unwrap()
            .iter()
            .map(|rule| rule["id"].as_str().unwrap())
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "each rule once");
        let invocation = &run["invocations"][0];
        assert_eq!(invocation["executionSuccessful"], false);
        assert_eq!(invocation["exitCode"], 2);
        let told = invocation["toolExecutionNotifications"].as_array().unwrap();
        assert_eq!(told.len(), 1);
        assert_eq!(
            told[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "not-there.json"
        );
        assert_eq!(run["columnKind"], "utf16CodeUnits");
        assert_eq!(run["language"], language);
    }
}

#[test]
fn every_rule_and_every_fixture_makes_a_valid_log() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules");
    let mut files: Vec<String> = std::fs::read_dir(fixtures)
        .expect("fixtures")
        .map(|entry| entry.expect("an entry").path().to_str().expect("UTF-8").to_owned())
        .collect();
    files.sort();
    let folder = Folder::new("sarif-all");
    let arguments: Vec<&str> = ["check", "--format", "sarif"]
        .into_iter()
        .chain(files.iter().map(String::as_str))
        .collect();
    let log = validated(&out(&folder.run(&arguments)));
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.len() > 150, "{}", rules.len());
    for rule in rules {
        assert!(
            rule["help"]["markdown"].as_str().unwrap().contains("]("),
            "{}",
            rule["id"]
        );
        assert!(rule["helpUri"].as_str().unwrap().starts_with("https://"));
    }
    let fixes = log["runs"][0]["results"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|result| result.get("fixes").is_some());
    assert!(fixes.count() > 20);
}

#[test]
fn a_region_is_what_an_editor_would_mark_and_a_fix_is_what_it_would_write() {
    let folder = Folder::new("region");
    folder.file("bad.jsonc", BAD);
    let log = validated(&out(&folder.run(&["check", "--format", "sarif", "bad.jsonc"])));
    let results = log["runs"][0]["results"].as_array().unwrap();
    let result = results
        .iter()
        .find(|result| result["ruleId"] == "AB0013")
        .expect("a wrong type");
    let region = &result["locations"][0]["physicalLocation"]["region"];
    let units: Vec<u16> = BAD.encode_utf16().collect();
    let column = |name: &str| usize::try_from(region[name].as_u64().unwrap()).unwrap() - 1;
    assert_eq!(
        String::from_utf16(&units[column("startColumn")..column("endColumn")]).unwrap(),
        "\"4\""
    );
    assert_eq!(
        (region["startLine"].as_u64(), region["endLine"].as_u64()),
        (Some(1), Some(1))
    );
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    let deleted = &replacement["deletedRegion"];
    let at = |name: &str| usize::try_from(deleted[name].as_u64().unwrap()).unwrap() - 1;
    let inserted: Vec<u16> = replacement["insertedContent"]["text"]
        .as_str()
        .unwrap()
        .encode_utf16()
        .collect();
    let fixed = [&units[..at("startColumn")], &inserted, &units[at("endColumn")..]].concat();
    assert_eq!(String::from_utf16(&fixed).unwrap(), BAD.replace("\"4\"", "4"));
}

#[test]
fn what_was_accepted_is_suppressed_and_what_was_seen_is_not() {
    let folder = Folder::new("suppressed");
    folder.file("plan.jsonc", ACCEPTED);
    let log = validated(&out(&folder.run(&["check", "--format", "sarif", "plan.jsonc"])));
    let results = log["runs"][0]["results"].as_array().unwrap();
    let of = |rule: &str| {
        results
            .iter()
            .find(|result| result["ruleId"] == rule)
            .unwrap_or_else(|| panic!("{rule}"))
    };
    let seen = of("AB0013");
    assert_eq!(seen["suppressions"].as_array().unwrap().len(), 0);
    assert_eq!(seen["properties"]["seen"], "seen");
    let suppressed: Vec<&Value> = results
        .iter()
        .filter(|result| result["suppressions"] != serde_json::json!([]))
        .collect();
    for result in &suppressed {
        assert_eq!(result["suppressions"][0]["kind"], "inSource");
        assert!(
            result["suppressions"][0]["justification"]
                .as_str()
                .unwrap()
                .contains("<until>")
        );
    }
    assert_eq!(suppressed.len(), 1, "{results:#?}");
}

#[test]
fn junit_is_read_back_by_an_xml_parser_whatever_stands_in_it() {
    let folder = Folder::new("junit");
    folder.file(HOSTILE, BAD.replace("\"4\"", "\"\\u0000 ]]> \u{fffe}\u{2028}&amp;\""));
    folder.file("accepted.jsonc", ACCEPTED);
    folder.file("good.json", r#"{"properties": {}}"#);
    let files = [HOSTILE, "accepted.jsonc", "not-there.json"];
    let output = folder.run(&[&["check", "--format", "junit"], &files[..]].concat());
    assert_eq!(code(&output), 2);
    let text = out(&output);
    let read = roxmltree::Document::parse(&text).expect("XML");
    let root = read.root_element();
    assert!(root.has_tag_name("testsuites"));
    let suites: Vec<_> = root.children().filter(|node| node.has_tag_name("testsuite")).collect();
    assert_eq!(suites.len(), 3);
    // What XML cannot say at all is replaced, everything else is read back as it was.
    assert_eq!(
        suites[0].attribute("name"),
        Some(HOSTILE.replace('\u{1}', "\u{fffd}").as_str())
    );
    for suite in &suites {
        let cases: Vec<_> = suite.children().filter(|node| node.has_tag_name("testcase")).collect();
        let with = |tag: &str| {
            cases
                .iter()
                .filter(|case| case.children().any(|node| node.has_tag_name(tag)))
                .count()
        };
        let number = |name: &str| suite.attribute(name).unwrap().parse::<usize>().unwrap();
        assert_eq!(number("tests"), cases.len());
        assert_eq!(number("failures"), with("failure"));
        assert_eq!(number("errors"), with("error"));
        assert_eq!(number("skipped"), with("skipped"));
        assert!(number("tests") > 0);
    }
    assert_eq!(suites[2].attribute("errors"), Some("1"));
}

#[test]
fn a_file_without_findings_is_a_passed_test() {
    let folder = Folder::new("junit-good");
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/examples/gallery.jsonc");
    let text = std::fs::read_to_string(good).expect("an example");
    folder.file("good.jsonc", text);
    let output = folder.run(&["check", "--format", "junit", "good.jsonc"]);
    assert_eq!(code(&output), 0);
    let text = out(&output);
    let read = roxmltree::Document::parse(&text).expect("XML");
    let suite = read.descendants().find(|node| node.has_tag_name("testsuite")).unwrap();
    assert_eq!(suite.attribute("tests"), Some("1"));
    assert_eq!(suite.attribute("failures"), Some("0"));
}

/// A workflow command, read as the runner reads it.
fn command(line: &str) -> (String, Vec<(String, String)>, String) {
    let rest = line.strip_prefix("::").expect("a command");
    let (head, message) = rest.split_once("::").expect("a message");
    let (level, properties) = head.split_once(' ').expect("properties");
    let unescaped = |text: &str| {
        text.replace("%0D", "\r")
            .replace("%0A", "\n")
            .replace("%3A", ":")
            .replace("%2C", ",")
            .replace("%25", "%")
    };
    let property = |text: &str| {
        let (name, value) = text.split_once('=').expect("a value");
        (name.to_owned(), unescaped(value))
    };
    (
        level.to_owned(),
        properties.split(',').map(property).collect(),
        unescaped(message),
    )
}

#[test]
fn commands_for_github_are_one_line_each_whatever_stands_in_them() {
    let folder = Folder::new("github");
    folder.file(HOSTILE, BAD.replace("\"4\"", "\"100%0A::error::x\""));
    folder.file("accepted.jsonc", ACCEPTED);
    let output = folder.run(&[
        "check",
        "--format",
        "github",
        HOSTILE,
        "accepted.jsonc",
        "not-there.json",
    ]);
    assert_eq!(code(&output), 2);
    let told = out(&output);
    let commands: Vec<_> = told.lines().map(command).collect();
    let (level, properties, _) = &commands[0];
    assert_eq!(level, "error");
    assert_eq!(properties[0], ("file".to_owned(), HOSTILE.to_owned()));
    let names: Vec<&str> = properties.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["file", "line", "endLine", "col", "endColumn", "title"]);
    assert!(
        commands
            .iter()
            .all(|(level, _, message)| ["error", "warning", "notice"].contains(&level.as_str()) && !message.is_empty())
    );
    assert!(!told.contains("<until>"), "what was accepted is not told");
    assert!(commands.last().unwrap().2.contains("not-there.json"));
}

const A: &str = r#"{ "target": { "poolName": "render" },
  "pool": { "properties": { "vmSize": "STANDARD_D2S_V3", "taskSlotsPerNode": "4",
    "userAccounts": [{ "name": "ann", "password": "hunter2" }, { "name": "bob", "password": "x" }] } } }"#;

#[test]
fn diff_ends_as_diff_does() {
    let folder = Folder::new("diff");
    folder.file("a.jsonc", A);
    folder.file("same.json", A.replace("STANDARD_D2S_V3", "Standard_D2s_v3"));
    folder.file("other.json", A.replace("\"4\"", "4").replace("hunter2", "hunter3"));
    folder.file(
        "body.json",
        r#"{"properties": {"vmSize": "STANDARD_D2S_V3", "taskSlotsPerNode": "4", "userAccounts":
        [{ "name": "bob", "password": "x" }, { "name": "ann", "password": "hunter2" }]}}"#,
    );
    folder.file("broken.json", "{");
    let run = |other: &str| folder.run(&["diff", "a.jsonc", other]);
    assert_eq!(code(&run("a.jsonc")), 0);
    assert_eq!(code(&run("same.json")), 0);
    assert_eq!(code(&run("body.json")), 0, "{}", out(&run("body.json")));
    assert_eq!(code(&run("other.json")), 1);
    assert_eq!(code(&run("broken.json")), 2);
    assert_eq!(code(&run("not-there.json")), 2);
    assert_eq!(code(&folder.run(&["diff", "a.jsonc"])), 2);
    let told = out(&run("other.json"));
    assert!(told.contains("changed: /pool/properties/taskSlotsPerNode"), "{told}");
    assert!(told.contains("lost: error AB0013"), "{told}");
    assert!(!told.contains("hunter"), "{told}");
}

#[test]
fn diff_has_a_record_for_programs_and_speaks_three_languages() {
    let folder = Folder::new("diff-json");
    folder.file("a.jsonc", A);
    folder.file("b.jsonc", A.replace("\"4\"", "4").replace("hunter2", "hunter3"));
    let told = out(&folder.run(&["diff", "--format", "json", "a.jsonc", "b.jsonc"]));
    assert_eq!(told.lines().count(), 1);
    let record: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!(record["same"], false);
    assert_eq!(record["a"]["file"], "a.jsonc");
    assert_eq!(record["differences"][0]["kind"], "changed");
    assert_eq!(record["differences"][0]["a"]["value"], "4");
    assert_eq!(record["differences"][0]["b"]["value"], 4);
    assert_eq!(record["differences"][1]["secret"], true);
    assert_eq!(record["differences"][1]["b"]["value"], Value::Null);
    assert_eq!(record["findings"][0]["change"], "lost");
    assert_eq!(record["findings"][0]["a"]["rule"], "AB0013");
    assert_eq!(record["findings"][0]["b"], Value::Null);
    assert!(!told.contains("hunter"));
    for (language, word) in [("en", "difference"), ("fr", "différence"), ("it", "differenz")] {
        let told = out(&folder.run(&["diff", "--lang", language, "a.jsonc", "b.jsonc"]));
        assert!(told.contains(word), "{told}");
    }
}

#[test]
fn the_report_of_several_files_is_one_document() {
    let folder = Folder::new("documents");
    folder.file("bad.jsonc", BAD);
    folder.file("<b> & `c`.json", ACCEPTED);
    folder.file("broken.json", "{");
    folder.file("two.json", include_str!("fixtures/imports/two-pools.template.json"));
    let files = ["bad.jsonc", "<b> & `c`.json", "two.json", "missing.json", "broken.json"];
    let check = |format| folder.run(&[&["check", "--format", format][..], &files].concat());

    let output = check("markdown");
    assert_eq!(output.status.code(), Some(2));
    let markdown = String::from_utf8(output.stdout).expect("UTF-8");
    let titles: Vec<&str> = markdown.lines().filter(|line| line.starts_with("# ")).collect();
    assert_eq!(titles.len(), 6, "{titles:?}");
    for name in [
        "`bad.jsonc`",
        "``<b> & `c`.json``",
        "`two.json (render)`",
        "`two.json (night)`",
    ] {
        assert!(markdown.contains(&format!("- **File** {name}\n")), "{name}: {markdown}");
    }
    assert!(titles.contains(&"# `missing.json` cannot be read"), "{titles:?}");
    assert!(markdown.contains("### AB0013 "));
    assert_eq!(markdown.matches("An error means that").count(), 1, "it is said once");
    assert!(
        markdown
            .trim_end()
            .lines()
            .last()
            .is_some_and(|line| line.starts_with("An error means"))
    );

    let output = check("html");
    assert_eq!(output.status.code(), Some(2));
    let html = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">"));
    let body = &html[html.find("<main>").expect("a body")..html.find("</body>").expect("an end")];
    let tree = roxmltree::Document::parse(body).expect("well formed");
    let headings = tree.descendants().filter(|node| node.has_tag_name("h1")).count();
    assert_eq!(headings, 6);
    assert!(html.contains("<code>&lt;b&gt; &amp; `c`.json</code>"), "{html}");
    let french = folder.run(&["check", "--lang", "fr", "--format", "html", "bad.jsonc"]);
    assert_eq!(french.status.code(), Some(1));
    let french = String::from_utf8(french.stdout).expect("UTF-8");
    assert!(
        french.contains("<title>Constats</title>") && french.contains("<dt>Fichier</dt>"),
        "{french}"
    );
}
