//! The built command, from outside: arguments, files, streams, exit codes.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const GOOD: &str = r#"{
  "target": { "apiVersion": "2025-06-01" },
  "pool": {
    "properties": {
      "vmSize": "STANDARD_D2S_V3",
      "deploymentConfiguration": {
        "virtualMachineConfiguration": {
          "imageReference": { "publisher": "canonical", "offer": "ubuntu-24_04-lts", "sku": "server" },
          "nodeAgentSkuId": "batch.node.ubuntu 24.04"
        }
      },
      "scaleSettings": { "fixedScale": { "targetDedicatedNodes": 1 } }
    }
  }
}
"#;
const BAD: &str = "{\n  \"pool\": { \"properties\": { \"taskSlotsPerNode\": \"4\" } }\n}\n";
const RESOURCE: &str = "{ \"name\": \"render\", \"etag\": \"x\", \"properties\": { \"vmSize\": \"x\" /* small */ } }";

/// A folder of its own that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).expect("written");
        path.to_str().expect("UTF-8").to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that stays does no harm.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poolplan"));
    command.args(arguments);
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).stdin(Stdio::null()).output().expect("runs")
}

fn run_with(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    // A command that refuses its arguments ends without reading: then there is nobody to write to.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn out(output: &Output) -> String {
    text(&output.stdout)
}

fn err(output: &Output) -> String {
    text(&output.stderr)
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("a code")
}

fn record(output: &Output) -> Value {
    let out = out(output);
    assert_eq!(out.lines().count(), 1, "{out}");
    serde_json::from_str(&out).expect("JSON")
}

#[test]
fn exit_codes_say_what_was_found() {
    let folder = Folder::new("codes");
    let (good, bad, broken) = (
        folder.file("good.json", GOOD),
        folder.file("bad.json", BAD),
        folder.file("broken.json", "{"),
    );
    assert_eq!(code(&run(&["check", &good])), 0);
    assert_eq!(code(&run(&["check", &bad])), 1);
    assert_eq!(code(&run(&["check", &broken])), 2);
    assert_eq!(code(&run(&["check", &bad, &broken])), 2);
    assert_eq!(code(&run(&["check", &broken, &good])), 2);
    assert_eq!(code(&run(&["check", &bad, &good])), 1);
    assert_eq!(code(&run(&["check", &good, &good])), 0);
    let missing = run(&["check", &good, "nowhere.json"]);
    assert_eq!(code(&missing), 2);
    assert!(
        err(&missing).starts_with("poolplan: cannot read `nowhere.json`: "),
        "{}",
        err(&missing)
    );
    let folder_itself = run(&["check", folder.0.to_str().expect("UTF-8")]);
    assert_eq!(code(&folder_itself), 2);
}

#[test]
fn wrong_usage_is_told_and_ends_with_two() {
    for arguments in [
        &[][..],
        &["check"],
        &["chekc", "x"],
        &["check", "--format", "xml", "x"],
        &["check", "--lang", "de", "x"],
        &["check", "--as-of", "2026-02-30", "x"],
        &["check", "--colour", "x"],
        &["emit", "x"],
        &["emit", "--to", "arm"],
        &["plan"],
        &["rules", "x"],
        &["explain", "--format", "xml", "x"],
        &["explain", "x", "y"],
        &["link"],
        &["link", "--open", "x", "y"],
        &["link", "--open", "x", "--with-names"],
    ] {
        let output = run(arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(!err(&output).is_empty() && out(&output).is_empty(), "{arguments:?}");
    }
    for arguments in [&["--help"][..], &["--version"], &["check", "--help"], &["help", "emit"]] {
        let output = run(arguments);
        assert_eq!(code(&output), 0, "{arguments:?}");
        assert!(!out(&output).is_empty(), "{arguments:?}");
    }
}

#[test]
fn json_is_one_object_a_line_for_each_file() {
    let folder = Folder::new("json");
    let (good, bad) = (folder.file("good.json", GOOD), folder.file("bad.json", BAD));
    let output = run(&["check", "--format", "json", &bad, &good, "nowhere.json"]);
    assert_eq!(code(&output), 2);
    let out = out(&output);
    let records: Vec<Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let files: Vec<&str> = records
        .iter()
        .map(|record| record["file"].as_str().expect("a file"))
        .collect();
    assert_eq!(files, [bad.as_str(), good.as_str(), "nowhere.json"]);
    let outcomes: Vec<&str> = records
        .iter()
        .map(|record| record["outcome"].as_str().expect("an outcome"))
        .collect();
    assert_eq!(outcomes, ["checked", "checked", "unreadable"]);
    for record in &records {
        assert_eq!(names(record), ["file", "findings", "outcome", "summary"]);
        assert_eq!(names(&record["summary"]), ["accepted", "advice", "errors", "warnings"]);
        let findings = record["findings"].as_array().expect("a list");
        for severity in ["error", "warning", "advice"] {
            let count = findings.iter().filter(|one| one["severity"] == severity).count();
            let name = if severity == "advice" {
                "advice".to_owned()
            } else {
                format!("{severity}s")
            };
            assert_eq!(record["summary"][name], count);
        }
    }
    let findings = records[0]["findings"].as_array().expect("a list");
    let wrong_type = findings
        .iter()
        .find(|one| one["rule"] == "AB0013")
        .expect("the wrong type");
    assert_eq!(
        names(wrong_type),
        [
            "accepted", "basis", "column", "fix", "line", "message", "name", "path", "readAt", "rule", "seen",
            "severity", "sources", "why"
        ]
    );
    assert_eq!(wrong_type["name"], "wrong-type");
    assert_eq!(wrong_type["severity"], "error");
    assert_eq!(wrong_type["basis"], "contract");
    assert_eq!(wrong_type["path"], "/pool/properties/taskSlotsPerNode");
    assert_eq!((&wrong_type["line"], &wrong_type["column"]), (&2.into(), &49.into()));
    assert_eq!(wrong_type["fix"]["title"], "Set `4`");
    assert_eq!(wrong_type["fix"]["safe"], true);
    let source = &wrong_type["sources"][0];
    assert_eq!(names(source), ["dated", "readOn", "says", "title", "url"]);
    assert_eq!(source["readOn"], "2026-11-21");
    let missing = findings
        .iter()
        .find(|one| one["rule"] == "AB0016")
        .expect("what is missing");
    assert_eq!(missing["fix"], Value::Null);
}

fn names(record: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = record
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn text_names_file_line_and_column() {
    let folder = Folder::new("text");
    let bad = folder.file("bad.json", BAD);
    let output = run(&["check", &bad]);
    let out = out(&output);
    assert!(out.contains(&format!("{bad}:2:49 error")), "{out}");
    assert!(
        out.contains(" AB0013 `taskSlotsPerNode` takes a whole number, not the text `4`."),
        "{out}"
    );
    for label in ["  why ", "  source ", "  fix "] {
        assert!(out.contains(label), "{label}: {out}");
    }
    assert!(!out.contains('\u{1b}'), "no colours");
    let last = out.lines().last().expect("a summary");
    assert!(last.contains("errors") || last.contains("error"), "{last}");
}

#[test]
fn what_was_read_from_azure_says_when() {
    let folder = Folder::new("readings");
    let plan = r#"{ "target": { "poolAllocationMode": "BatchService", "quotas": { "dedicatedCores": 4 } },
        "readings": [{ "path": "/target/quotas/dedicatedCores", "value": 4, "at": "2026-11-21T14:29:00Z" }],
        "pool": { "properties": { "vmSize": "Standard_D4s_v5",
          "scaleSettings": { "fixedScale": { "targetDedicatedNodes": 2 } } } } }"#;
    let file = folder.file("read.jsonc", plan);
    for (language, said) in [("en", "basis"), ("fr", "fondement"), ("it", "fondamento")] {
        let output = run(&["check", "--lang", language, &file]);
        assert_eq!(code(&output), 1);
        let text = out(&output);
        let line = text
            .lines()
            .find(|line| line.trim_start().starts_with(said))
            .expect("a line");
        assert!(line.contains("2026, 14:29"), "{line}");
    }
    let record = record(&run(&["check", "--format", "json", &file]));
    let findings = record["findings"].as_array().expect("a list");
    let quota = findings
        .iter()
        .find(|one| one["rule"] == "AB0223")
        .expect("beyond the quota");
    assert_eq!(quota["severity"], "error");
    assert_eq!(quota["readAt"], "2026-11-21T14:29:00Z");
    let sarif = out(&run(&["check", "--format", "sarif", &file]));
    assert!(
        sarif.contains(r#""readAt": "2026-11-21T14:29:00Z""#) || sarif.contains(r#""readAt":"2026-11-21T14:29:00Z""#)
    );
}

#[test]
fn each_language_is_spoken() {
    let folder = Folder::new("languages");
    let bad = folder.file("bad.json", BAD);
    let french = out(&run(&["check", "--lang", "fr", &bad]));
    assert!(
        french.contains("attend un nombre entier, et non le texte `4`"),
        "{french}"
    );
    assert!(french.contains("  pourquoi") && french.contains(" erreur "), "{french}");
    let italian = out(&run(&["check", "--lang", "it-IT", &bad]));
    assert!(
        italian.contains("richiede un numero intero, non il testo `4`"),
        "{italian}"
    );
    // The system's language counts unless one is asked for; LC_ALL before LC_MESSAGES before LANG.
    let of_system = |variables: &[(&str, &str)], arguments: &[&str]| {
        let mut command = command(&["check"]);
        command.args(arguments).arg(&bad).envs(variables.iter().copied());
        out(&command.output().expect("runs"))
    };
    assert_eq!(of_system(&[("LANG", "fr_FR.UTF-8")], &[]), french);
    assert_eq!(
        of_system(&[("LANG", "fr_FR.UTF-8"), ("LC_MESSAGES", "it_IT")], &[]),
        italian
    );
    assert_eq!(of_system(&[("LC_MESSAGES", "it_IT"), ("LC_ALL", "fr")], &[]), french);
    assert_eq!(of_system(&[("LC_ALL", ""), ("LANG", "it")], &[]), italian);
    assert_eq!(of_system(&[("LANG", "fr")], &["--lang", "it"]), italian);
    let english = out(&run(&["check", &bad]));
    for other in ["C", "C.UTF-8", "de_DE.UTF-8", "é"] {
        assert_eq!(of_system(&[("LANG", other)], &[]), english);
    }
}

#[test]
fn standard_input_is_a_file_named_minus() {
    let output = run_with(&["check", "--format", "json", "-"], BAD.as_bytes());
    assert_eq!(code(&output), 1);
    assert_eq!(record(&output)["file"], "-");
    let output = run_with(&["plan", "-"], RESOURCE.as_bytes());
    assert_eq!(code(&output), 0);
    assert!(out(&output).contains("\"poolName\": \"render\""));
    assert!(out(&output).contains("/* small */"));
    let told: Vec<String> = err(&output).lines().map(str::to_owned).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].starts_with("-:1:3: Read into `target`: `name`"), "{told:?}");
    let output = run_with(&["emit", "--to", "arm", "-"], GOOD.as_bytes());
    assert_eq!(code(&output), 0);
    let body: Value = serde_json::from_str(&out(&output)).expect("JSON");
    assert_eq!(body["properties"]["vmSize"], "STANDARD_D2S_V3");
}

#[test]
fn every_encoding_is_read_or_told() {
    let ids = |bytes: &[u8]| {
        let output = run_with(&["check", "--format", "json", "-"], bytes);
        let record = record(&output);
        let findings = record["findings"].as_array().expect("a list").clone();
        let ids: Vec<String> = findings
            .iter()
            .map(|one| one["rule"].as_str().expect("an id").to_owned())
            .collect();
        (
            code(&output),
            record["outcome"].as_str().expect("an outcome").to_owned(),
            ids,
            findings,
        )
    };
    let with_mark = [b"\xef\xbb\xbf", GOOD.as_bytes()].concat();
    assert_eq!((ids(&with_mark).0, ids(&with_mark).1.as_str()), (0, "checked"));
    let marked_request = [
        b"\xef\xbb\xbf".as_slice(),
        b"PUT https://management.azure.com/subscriptions/s?api-version=2025-06-01\n\n{ \"properties\": {} }",
    ]
    .concat();
    assert!(ids(&marked_request).2.contains(&"AB0007".to_owned()));
    let utf16 = |little: bool| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(GOOD.encode_utf16());
        units
            .flat_map(|unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    };
    let without_mark = utf16(true)[2..].to_vec();
    for bytes in [utf16(true), utf16(false)] {
        assert_eq!((ids(&bytes).0, ids(&bytes).1.as_str()), (0, "checked"));
    }
    for bytes in [
        utf16(true)[..utf16(true).len() - 1].to_vec(),
        without_mark,
        b"{ \"a\": \"\xff\" }".to_vec(),
        b"{\0}".to_vec(),
    ] {
        let (code, outcome, ids, findings) = ids(&bytes);
        assert_eq!((code, outcome.as_str()), (2, "unreadable"));
        assert_eq!(ids, ["AB0001"]);
        assert!(findings[0]["message"].as_str().expect("a message").contains("UTF-8"));
    }
    let (_, _, _, findings) = ids(b"{\n \"\xc3\xa9\": \"\xff\" }");
    assert_eq!((&findings[0]["line"], &findings[0]["column"]), (&2.into(), &8.into()));
    for empty in ["", " \n", "// nothing"] {
        let (code, outcome, ids, _) = ids(empty.as_bytes());
        assert_eq!(
            (code, outcome.as_str(), ids),
            (2, "unreadable", vec!["AB0001".to_owned()])
        );
    }
}

#[test]
fn large_texts_are_checked_and_told() {
    let padded = GOOD.to_owned() + &" ".repeat(3_000_000);
    let output = run_with(&["check", "--format", "json", "-"], padded.as_bytes());
    assert_eq!(code(&output), 0);
    let record = record(&output);
    assert!(
        record["findings"]
            .as_array()
            .expect("a list")
            .iter()
            .any(|one| one["rule"] == "AB0006" && one["severity"] == "advice")
    );
}

#[test]
fn the_day_of_judgement_may_be_chosen() {
    let check = |day: &str| run_with(&["check", "--as-of", day, "-"], GOOD.as_bytes());
    assert_eq!(code(&check("2026-11-21")), 0);
    assert_eq!(out(&check("2026-11-21")), out(&check("2026-11-21")));
    assert_eq!(code(&check("21.11.2026")), 2);
}

#[test]
fn outputs_are_listed_and_written() {
    let list = run(&["emit", "--list"]);
    assert_eq!(code(&list), 0);
    let listed = out(&list);
    let ids: Vec<&str> = listed.lines().collect();
    assert!(ids.contains(&"arm"), "{ids:?}");
    for id in &ids {
        let output = run_with(&["emit", "--to", id, "-"], GOOD.as_bytes());
        assert_eq!(code(&output), 0, "{id}: {}", err(&output));
        assert!(
            out(&output).ends_with('\n') && out(&output).contains("STANDARD_D2S_V3"),
            "{id}"
        );
    }
    let french = run_with(&["emit", "--lang", "fr", "--to", "curl", "-"], GOOD.as_bytes());
    assert!(
        err(&french).contains("/target/subscriptionId: Le plan ne l’indique pas"),
        "{}",
        err(&french)
    );
    let unknown = run_with(&["emit", "--to", "cobol", "-"], GOOD.as_bytes());
    assert_eq!(code(&unknown), 2);
    assert!(err(&unknown).contains("`cobol`"));
    let no_pool = run_with(&["emit", "--to", "arm", "-"], b"{}");
    assert_eq!((code(&no_pool), out(&no_pool)), (1, String::new()));
    let broken = run_with(&["emit", "--to", "arm", "-"], b"{");
    assert_eq!((code(&broken), out(&broken)), (2, String::new()));
    assert!(err(&broken).contains("`-`: 1:1: "), "{}", err(&broken));
}

/// A warning that was accepted, a warning that was not, and an error that was seen.
const ACCEPTED: &str = r#"{
  "accepted": [
    { "rule": "ab0017", "path": "/pool/properties/provisioningState", "reason": "from the portal" },
    { "rule": "AB0013", "reason": "the template\u001b[2J fills it in" }
  ],
  "pool": { "properties": { "taskSlotsPerNode": "{slots}", "provisioningState": "x", "allocationState": "y" } }
}"#;

#[test]
fn what_was_accepted_stands_apart_and_does_not_count() {
    let output = run_with(&["check", "--format", "json", "-"], ACCEPTED.as_bytes());
    assert_eq!(code(&output), 1, "an error counts, seen or not");
    let record = record(&output);
    let findings = record["findings"].as_array().expect("a list");
    let of = |path: &str| {
        let mut found = findings.iter().filter(|one| one["path"] == path);
        found.next().expect("a finding")
    };
    let accepted = of("/pool/properties/provisioningState");
    assert_eq!(accepted["accepted"]["reason"], "from the portal");
    assert_eq!(
        (&accepted["severity"], &accepted["seen"]),
        (&"warning".into(), &Value::Null)
    );
    let seen = of("/pool/properties/taskSlotsPerNode");
    assert_eq!(seen["seen"]["reason"], "the template\u{1b}[2J fills it in");
    assert_eq!(seen["accepted"], Value::Null);
    assert_eq!(of("/pool/properties/allocationState")["accepted"], Value::Null);
    assert_eq!(record["summary"]["accepted"], 1);
    let warnings = findings
        .iter()
        .filter(|one| one["severity"] == "warning" && one["accepted"].is_null());
    assert_eq!(record["summary"]["warnings"], warnings.count());

    let text = out(&run_with(&["check", "--lang", "en", "-"], ACCEPTED.as_bytes()));
    let accepted = text.find(" accepted AB0017 ").expect("the accepted one");
    assert!(text[accepted..].contains("\n  reason  from the portal\n"), "{text}");
    assert!(accepted > text.rfind(" AB0013 ").expect("the error"), "it stands last");
    assert!(text.contains("\n  seen    the template [2J fills it in\n"), "{text}");
    assert!(!text.contains('\u{1b}'), "no command for the terminal");
    assert!(
        text.lines().last().expect("a summary").ends_with(", 1\u{a0}accepted"),
        "{text}"
    );
    let good = out(&run_with(&["check", "-"], GOOD.as_bytes()));
    assert!(!good.contains("accepted"), "nothing is said where nothing was accepted");

    // A reason that is missing is an error.
    let blank = GOOD.replacen('{', "{ \"accepted\": [{ \"rule\": \"AB0017\", \"reason\": \" \" }],", 1);
    assert_eq!(code(&run_with(&["check", "-"], blank.as_bytes())), 1);
    let reason = blank.replace("\" \"", "\"why not\"");
    assert_eq!(code(&run_with(&["check", "-"], reason.as_bytes())), 0);
}

/// Two slips that one may mend without asking, and a number that only a person may change.
const SLIPS: &str = r#"// mine
{
  "pool": {
    "properties": {
      "vmSize": "STANDARD_D2S_V3", // the size
      "interNodeCommunication": "disabled",
      "taskSlotsPerNode": "4",
      "scaleSettings": { "fixedScale": { "targetDedicatedNodes": -1 } }
    }
  }
}
"#;

#[test]
fn safe_fixes_are_shown_printed_or_written() {
    let folder = Folder::new("fix");
    let file = folder.file("slips.jsonc", SLIPS);
    let mended = SLIPS.replace("\"disabled\"", "\"Disabled\"").replace("\"4\"", "4");
    let printed = run(&["fix", "--lang", "en", &file]);
    assert_eq!((code(&printed), out(&printed)), (0, mended.clone()));
    let said = err(&printed);
    assert!(said.contains(&format!("{file}:6 fixed AB0015 ")), "{said}");
    assert!(said.contains(&format!("{file}:7 fixed AB0013 ")), "{said}");
    assert!(
        said.contains(&format!("{file}:8 left AB0221 ")) && said.contains("(this is for a person to decide)"),
        "{said}"
    );
    let shown = run(&["fix", "--diff", &file]);
    assert_eq!(code(&shown), 1);
    assert_eq!(
        out(&shown),
        format!(
            "--- {file}\n+++ {file}\n@@ -3,8 +3,8 @@\n   \"pool\": {{\n     \"properties\": {{\n       \"vmSize\": \
             \"STANDARD_D2S_V3\", // the size\n-      \"interNodeCommunication\": \"disabled\",\n-      \
             \"taskSlotsPerNode\": \"4\",\n+      \"interNodeCommunication\": \"Disabled\",\n+      \
             \"taskSlotsPerNode\": 4,\n       \"scaleSettings\": {{ \"fixedScale\": {{ \"targetDedicatedNodes\": -1 }} \
             }}\n     }}\n   }}\n"
        )
    );
    assert_eq!(
        std::fs::read_to_string(&file).expect("readable"),
        SLIPS,
        "nothing was written"
    );
    let written = run(&["fix", "--write", &file]);
    assert_eq!((code(&written), out(&written)), (0, String::new()));
    assert_eq!(std::fs::read_to_string(&file).expect("readable"), mended);
    let again = run(&["fix", "--diff", &file]);
    assert_eq!(
        (code(&again), out(&again)),
        (0, String::new()),
        "there is nothing left to do"
    );
    let french = err(&run_with(&["fix", "--lang", "fr", "-"], SLIPS.as_bytes()));
    assert!(french.contains("-:7 corrigé AB0013 "), "{french}");
}

#[test]
fn what_is_no_file_and_no_plan_is_not_written_back() {
    let folder = Folder::new("fix-other");
    let body = folder.file("body.json", "{ \"properties\": { \"taskSlotsPerNode\": \"4\" } }");
    let printed = run(&["fix", &body]);
    assert_eq!(code(&printed), 0);
    assert!(out(&printed).contains("\"pool\"") && out(&printed).contains("\"taskSlotsPerNode\": 4"));
    let refused = run(&["fix", "--write", &body]);
    assert_eq!(code(&refused), 2);
    assert!(err(&refused).contains("poolplan plan"), "{}", err(&refused));
    assert_eq!(code(&run_with(&["fix", "--write", "-"], SLIPS.as_bytes())), 2);
    assert_eq!(code(&run(&["fix", "nowhere.json"])), 2);
    assert_eq!(code(&run_with(&["fix", "-"], b"{")), 2);
    assert_eq!(code(&run(&["fix", "--diff", "--write", &body])), 2);
}

/// The records of `rules` with these arguments.
fn catalogue(arguments: &[&str]) -> Vec<Value> {
    let all: Vec<&str> = ["rules", "--format", "json"].iter().chain(arguments).copied().collect();
    let output = run(&all);
    assert_eq!(code(&output), 0, "{arguments:?}: {}", err(&output));
    let rules: Value = serde_json::from_str(&out(&output)).expect("JSON");
    rules.as_array().expect("a list").clone()
}

/// The ids of records.
fn ids(records: &[Value]) -> Vec<&str> {
    records
        .iter()
        .map(|rule| rule["rule"].as_str().expect("an id"))
        .collect()
}

#[test]
fn the_catalogue_is_listed() {
    let rules = catalogue(&[]);
    let all: Vec<&str> = batch_pool_planner::rules::all().map(|rule| rule.id).collect();
    assert_eq!(ids(&rules), all, "every rule there once");
    for rule in &rules {
        assert_eq!(
            names(rule),
            [
                "apiVersions",
                "area",
                "areaTitle",
                "basis",
                "boundary",
                "disagreements",
                "example",
                "fields",
                "fixes",
                "name",
                "rule",
                "severity",
                "sources",
                "title",
                "why"
            ]
        );
        for source in rule["sources"].as_array().expect("a list") {
            assert_eq!(names(source), ["dated", "readOn", "says", "title", "url"]);
        }
        for example in ["fires", "passes"] {
            let text = rule["example"][example].as_str().expect("a text");
            assert!(!text.contains("// severity:") && !text.contains("// path:"), "{text}");
        }
        // Only a text that cannot be read has no members to tell apart.
        let differs = !rule["boundary"].as_array().expect("a list").is_empty();
        let example = &rule["example"];
        let unread = rule["area"] == "document";
        let dated = example["firesAsOf"] != example["passesAsOf"];
        assert!(differs || dated || unread, "{}", rule["rule"]);
    }
    let text = out(&run(&["rules", "--lang", "it"]));
    for id in all {
        assert!(text.contains(id));
    }
    assert!(text.contains("Testo che non può essere letto") || text.contains("Testo illeggibile"));
}

#[test]
fn a_rule_says_its_boundary_its_fixes_and_where_its_sources_disagree() {
    let rules = catalogue(&["AB0117", "ab0013", "AB0117"]);
    assert_eq!(
        ids(&rules),
        ["AB0013", "AB0117"],
        "in the order of the catalogue, each once"
    );
    let [wrong_type, dedicated] = rules.as_slice() else {
        panic!("two rules")
    };
    assert_eq!(
        wrong_type["boundary"],
        serde_json::json!([{ "path": "/pool/properties/taskSlotsPerNode", "fires": "4", "passes": 4 }])
    );
    assert_eq!(wrong_type["fixes"], serde_json::json!(["Set `4`"]));
    assert_eq!(wrong_type["disagreements"], serde_json::json!([]));
    assert_eq!(
        (&wrong_type["area"], &dedicated["area"]),
        (&"document".into(), &"image".into())
    );
    assert_eq!(dedicated["areaTitle"], "Custom image");
    assert_eq!(
        dedicated["boundary"],
        serde_json::json!([{
            "path": "/pool/properties/scaleSettings/fixedScale/targetDedicatedNodes", "fires": 2501, "passes": 2000
        }])
    );
    assert_eq!(dedicated["disagreements"].as_array().map(Vec::len), Some(1));
    assert!(dedicated["sources"][0]["dated"].is_string());
    assert_eq!(dedicated["apiVersions"], Value::Null);
    let versions = &catalogue(&["AB0412"])[0]["apiVersions"];
    assert!(versions.is_null() || names(versions) == ["from", "to"]);
}

#[test]
fn the_catalogue_can_be_narrowed() {
    let of = |rule: &Value, name: &str| rule[name].as_str().expect("a text").to_owned();
    let all = catalogue(&[]);
    for area in [
        "document",
        "image",
        "scale",
        "network",
        "names",
        "machine",
        "node-setup",
    ] {
        let own = catalogue(&["--area", area]);
        assert!(own.iter().all(|rule| of(rule, "area") == area), "{area}");
        assert_eq!(
            own.len(),
            all.iter().filter(|rule| of(rule, "area") == area).count(),
            "{area}"
        );
    }
    let both = catalogue(&["--area", "scale,image", "--severity", "warning", "--severity", "advice"]);
    assert!(!both.is_empty());
    for rule in &both {
        assert!(["scale", "image"].contains(&of(rule, "area").as_str()));
        assert!(["warning", "advice"].contains(&of(rule, "severity").as_str()));
    }
    assert_eq!(
        catalogue(&["--severity", "error", "--area", "names", "AB0117"]),
        [] as [Value; 0]
    );
    for arguments in [
        &["rules", "AB9999"][..],
        &["rules", "--area", "sea"],
        &["rules", "--severity", "grave"],
    ] {
        let output = run(arguments);
        assert_eq!((code(&output), out(&output)), (2, String::new()), "{arguments:?}");
    }
    assert!(err(&run(&["rules", "AB9999"])).contains("`AB9999`"));
    assert!(err(&run(&["rules", "--area", "sea"])).contains("`node-setup`"));
}

#[test]
fn the_catalogue_is_a_page_of_documentation() {
    for (language, headings) in [
        (
            "en",
            [
                "Why",
                "How to fix",
                "Boundary",
                "Example that fires",
                "Example that passes",
                "Sources",
            ],
        ),
        (
            "fr",
            [
                "Pourquoi",
                "Comment corriger",
                "Limite",
                "Exemple signalé",
                "Exemple conforme",
                "Sources",
            ],
        ),
        (
            "it",
            [
                "Perché",
                "Come correggere",
                "Limite",
                "Esempio segnalato",
                "Esempio conforme",
                "Fonti",
            ],
        ),
    ] {
        let arguments = ["rules", "--format", "markdown", "--lang", language];
        let page = out(&run(&arguments));
        assert_eq!(page, out(&run(&arguments)), "the same each time");
        let [why, fix, boundary, fires, passes, sources] = headings;
        for rule in batch_pool_planner::rules::all() {
            let anchor = format!("<a id=\"{}\"></a>", rule.id);
            assert_eq!(page.matches(&anchor).count(), 1, "{}", rule.id);
            assert_eq!(page.matches(&format!("](#{})", rule.id)).count(), 1, "{}", rule.id);
            let after = page.split(&anchor).nth(1).expect("a section");
            let section = after.split("\n### ").next().expect("its text");
            for heading in [why, fires, passes, sources] {
                let heading = format!("\n#### {heading}\n");
                assert_eq!(section.matches(&heading).count(), 1, "{} {heading}", rule.id);
            }
            assert!(section.contains("2026"), "{}: the day of reading", rule.id);
        }
        assert_eq!(page.lines().filter(|line| line.starts_with("# ")).count(), 1);
        for heading in [fix, boundary] {
            assert!(page.contains(&format!("\n#### {heading}\n")), "{language}: {heading}");
        }
        // Blocks of code are closed, and nothing is glued to a heading.
        assert_eq!(page.lines().filter(|line| line.starts_with("```")).count() % 2, 0);
        for (line, next) in page.lines().zip(page.lines().skip(1)) {
            assert!(!line.starts_with('#') || next.is_empty(), "{line}");
            assert!(!next.starts_with('#') || line.is_empty(), "{next}");
        }
        assert!(page.ends_with('\n') && !page.ends_with("\n\n"));
    }
    let one = out(&run(&["rules", "--format", "markdown", "AB0117"]));
    assert!(one.contains("| `/pool/properties/scaleSettings/fixedScale/targetDedicatedNodes` | `2501` | `2000` |"));
    assert!(one.contains("**The sources disagree:** "), "{one}");
    assert!(!one.contains("AB0118"));
}

#[test]
fn a_plan_is_made_of_what_was_given() {
    let folder = Folder::new("plan");
    let good = folder.file("good.json", GOOD);
    let output = run(&["plan", &good]);
    assert_eq!(
        (code(&output), out(&output), err(&output)),
        (0, GOOD.to_owned(), String::new())
    );
    let broken = folder.file("broken.json", "{ \"pool\": ");
    let output = run(&["plan", "--lang", "fr", &broken]);
    assert_eq!((code(&output), out(&output)), (2, String::new()));
    assert!(err(&output).starts_with("poolplan: "), "{}", err(&output));
}

const TWO: &str = include_str!("fixtures/imports/two-pools.template.json");

#[test]
fn of_several_pools_somebody_must_choose() {
    let folder = Folder::new("several");
    let two = folder.file("two.json", TWO);
    for arguments in [&["plan", &two][..], &["emit", "--to", "arm", &two], &["fix", &two]] {
        let output = run(arguments);
        assert_eq!((code(&output), out(&output)), (2, String::new()), "{arguments:?}");
        assert!(err(&output).contains("--pool NAME"), "{}", err(&output));
        assert!(err(&output).contains("\n  1 render\n  2 night"), "{}", err(&output));
    }
    let none = run(&["plan", "--pool", "day", &two]);
    assert_eq!(code(&none), 2);
    assert!(err(&none).contains("no such pool"), "{}", err(&none));
    for wanted in ["night", "NIGHT", "2"] {
        let output = run(&["plan", "--pool", wanted, &two]);
        assert_eq!(code(&output), 0, "{}", err(&output));
        assert!(out(&output).contains("\"poolName\": \"night\""), "{}", out(&output));
    }
    let output = run(&["plan", "--pool", "render", &two]);
    assert!(out(&output).contains("\"targetDedicatedNodes\": 8"), "{}", out(&output));
    let told = err(&output);
    assert!(
        told.contains("two.json:25:7: Left out, since a plan has no place for it: `dependsOn`"),
        "{told}"
    );
    assert!(told.contains("is not known: `subnetId`"), "{told}");
    let output = run(&["emit", "--to", "arm", "--pool", "1", &two]);
    let told = err(&output);
    assert!(told.contains("has no place for it: `dependsOn`"), "{told}");
    assert!(told.contains("is not known: `subnetId`"), "{told}");
    let body: Value = serde_json::from_str(&out(&output)).expect("JSON");
    assert_eq!(body["properties"]["vmSize"], "STANDARD_D4S_V3");
    assert_eq!(
        code(&run(&["fix", "--write", "--pool", "2", &two])),
        2,
        "a template is no plan"
    );
}

#[test]
fn all_pools_are_written_as_lines_or_files() {
    let folder = Folder::new("all");
    let two = folder.file("two.json", TWO);
    let output = run(&["plan", "--all", &two]);
    assert_eq!(code(&output), 0);
    let plans: Vec<Value> = out(&output)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(plans.len(), 2);
    assert_eq!(plans[1]["target"]["poolName"], "night");
    let into = folder.0.join("plans");
    let into = into.to_str().expect("UTF-8");
    let output = run(&["plan", "--all", "--into", into, &two]);
    assert_eq!((code(&output), out(&output)), (0, String::new()), "{}", err(&output));
    let checked = run(&["check", &format!("{into}/render.plan.jsonc")]);
    assert_ne!(code(&checked), 2);
    let again = run(&["plan", "--all", "--into", into, &two]);
    assert_eq!(code(&again), 2, "what is there is not overwritten");
    assert_eq!(code(&run(&["plan", "--into", into, &two])), 2, "only with --all");
}

#[test]
fn every_pool_of_a_file_is_checked() {
    let folder = Folder::new("pools");
    let (two, good) = (folder.file("two.json", TWO), folder.file("good.json", GOOD));
    let output = run(&["check", "--format", "json", &two, &good]);
    assert_eq!(code(&output), 1);
    let records: Vec<Value> = out(&output)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let pools: Vec<&Value> = records.iter().map(|record| &record["pool"]).collect();
    assert_eq!(
        pools,
        ["render", "night", ""]
            .map(|name| if name.is_empty() { Value::Null } else { name.into() })
            .iter()
            .collect::<Vec<_>>()
    );
    assert!(
        records[2].as_object().expect("an object").get("pool").is_none(),
        "a file of one pool is as it was"
    );
    let negative = records[1]["findings"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["path"] == "/pool/properties/scaleSettings/fixedScale/targetDedicatedNodes");
    let line = TWO.lines().position(|line| line.contains("-1")).expect("a line") + 1;
    assert_eq!(negative.expect("a finding")["line"], line);
    let text = run(&["check", &two]);
    assert!(
        out(&text).contains("pool `render`: ") || out(&text).contains("pool render: "),
        "{}",
        out(&text)
    );
    let one = run(&["check", "--format", "json", "--pool", "render", &two]);
    assert_eq!(out(&one).lines().count(), 1);
    assert_eq!(code(&run(&["check", "--pool", "nobody", &two])), 2);
}

#[test]
fn a_reader_that_goes_away_is_no_trouble() {
    let mut child = command(&["rules"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    drop(child.stdout.take());
    let mut said = String::new();
    child
        .stderr
        .take()
        .expect("a pipe")
        .read_to_string(&mut said)
        .expect("UTF-8");
    assert_eq!(said, "");
    assert!(child.wait().expect("ends").code().is_some(), "no signal, no panic");
}

#[test]
fn an_answer_of_azure_is_explained() {
    let folder = Folder::new("explain");
    let quota =
        r#"{"error":{"code":"AccountCoreQuotaReached","message":"The specified account has reached core quota"}}"#;
    let other = r#"{"error":{"code":"SomethingNew","message":"The pool turned around."}}"#;
    let known = folder.file("known.json", quota);
    let both = folder.file("both.txt", format!("{quota}\n{other}"));
    let output = run(&["explain", &known]);
    assert_eq!(code(&output), 0);
    let text = out(&output);
    assert!(
        text.starts_with("ER13 The quota of dedicated cores is used up (AccountCoreQuotaReached)\n"),
        "{text}"
    );
    for label in ["  said ", "  means ", "  remedy ", "  source "] {
        assert!(text.contains(label), "{label}: {text}");
    }
    assert_eq!(code(&run(&["explain", &both])), 1);
    let told = run_with(&["explain"], b"(SomethingNew) The pool turned around.");
    assert_eq!(code(&told), 1);
    assert!(
        out(&told).contains("not in the dictionary. (SomethingNew)"),
        "{}",
        out(&told)
    );
    assert_eq!(code(&run_with(&["explain", "-"], b" \n")), 1);
    assert_eq!(code(&run(&["explain", "nowhere.txt"])), 2);
    assert_eq!(code(&run(&["explain", &known, "--plan", "nowhere.json"])), 2);

    // As a console of Windows writes it, and with bytes that are no text.
    let wide: Vec<u8> = std::iter::once(0xfeff)
        .chain(quota.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(code(&run_with(&["explain"], &wide)), 0);
    assert_eq!(code(&run_with(&["explain"], &[b"\xe9 ", quota.as_bytes()].concat())), 0);

    let french = out(&run(&["explain", "--lang", "fr", &known]));
    assert!(
        french.contains("  remède") && french.contains("quota de cœurs dédiés"),
        "{french}"
    );
    let italian = out(&run(&["explain", "--lang", "it", &known]));
    assert!(
        italian.contains("  rimedio") && italian.contains("quota di core dedicati"),
        "{italian}"
    );
}

#[test]
fn an_explanation_names_what_it_has_to_do_with_a_plan() {
    let folder = Folder::new("explain-plan");
    let plan = GOOD.replace(
        "\"sku\": \"server\" }",
        "\"sku\": \"server\", \"version\": \"latest\", \"id\": \"/x\" }",
    );
    let plan = folder.file("plan.jsonc", plan);
    let said = "Specified property version can only have a value when publisher is set.";
    let answer = folder.file("answer.txt", said);
    let output = run(&["explain", "--format", "json", "--plan", &plan, &answer]);
    assert_eq!(code(&output), 0);
    let with_plan = record(&output);
    assert_eq!(names(&with_plan), ["explanations", "file", "summary"]);
    assert_eq!(with_plan["summary"]["known"], 1);
    let one = &with_plan["explanations"][0];
    assert_eq!(
        names(one),
        [
            "code",
            "details",
            "error",
            "fields",
            "foresight",
            "means",
            "message",
            "plan",
            "remedy",
            "rules",
            "sources",
            "title"
        ]
    );
    assert_eq!((&one["error"], &one["foresight"]), (&"ER04".into(), &"plan".into()));
    assert_eq!(one["rules"][0], "AB0105");
    assert_eq!(names(&one["plan"]), ["findings", "fix", "places"]);
    assert_eq!(one["plan"]["places"][0]["value"], "latest");
    assert_eq!(one["plan"]["findings"][0]["rule"], "AB0105");
    assert!(one["plan"]["fix"]["title"].is_string());
    let alone = record(&run(&["explain", "--format", "json", &answer]));
    assert_eq!(alone["explanations"][0]["plan"], Value::Null);
}

const OWN: &str = r#"{ // mine
  "target": { "subscriptionId": "6f1c0f6e-3b0a-4a57-9d0e-2f5a9c1b7e44", "accountName": "acct", "poolName": "render" },
  "pool": { "properties": { "vmSize": "x", "userAccounts": [{ "name": "u", "password": "hunter2" }] } }
}
"#;

#[test]
fn a_link_holds_the_plan_and_says_what_it_leaves_out() {
    let folder = Folder::new("links");
    let file = folder.file("own.jsonc", OWN);
    let output = run(&["link", &file]);
    assert_eq!(code(&output), 0);
    assert!(out(&output).starts_with("#/link/1/"), "{}", out(&output));
    assert_eq!(
        err(&output).lines().collect::<Vec<_>>(),
        [
            "/target/subscriptionId: left out",
            "/target/accountName: left out",
            "/pool/properties/userAccounts/0/password: a secret, never in a link",
        ]
    );
    let link = out(&output);
    let opened = run(&["link", "--open", link.trim()]);
    assert_eq!((code(&opened), err(&opened).as_str()), (0, ""));
    let plan: Value = serde_json::from_str(&out(&opened)).expect("JSON");
    assert_eq!(plan["target"], serde_json::json!({ "poolName": "render" }));
    assert_eq!(plan["pool"]["properties"]["userAccounts"][0]["password"], "<secret>");

    let named = run(&[
        "link",
        "--with-names",
        "--base",
        "https://example.com/planner/#/rules",
        &file,
    ]);
    let link = out(&named);
    assert!(link.starts_with("https://example.com/planner/#/link/1/"), "{link}");
    assert_eq!(err(&named).lines().count(), 1, "the secret stays out: {}", err(&named));
    let opened = run_with(&["link", "--open", "-"], link.as_bytes());
    let plan: Value = serde_json::from_str(&out(&opened)).expect("JSON");
    assert_eq!(plan["target"]["accountName"], "acct");
    assert!(!out(&opened).contains("hunter2"));

    let french = run(&["link", "--lang", "fr", &file]);
    assert!(err(&french).contains("jamais dans un lien"), "{}", err(&french));
}

#[test]
fn a_long_link_recommends_the_file() {
    let noise: Vec<String> = (0_u64..1500)
        .map(|number| (number * 2_654_435_761 % 4_294_967_291).to_string())
        .collect();
    let plan = format!(r#"{{"pool":{{"properties":{{"displayName":"{}"}}}}}}"#, noise.join("-"));
    let output = run_with(&["link", "-"], plan.as_bytes());
    assert_eq!(code(&output), 0);
    assert!(out(&output).len() > 8192, "{}", out(&output).len());
    assert!(err(&output).contains("rather send the file"), "{}", err(&output));
}

#[test]
fn a_link_that_cannot_be_made_or_opened_is_told() {
    let whole = out(&run_with(&["link", "-"], GOOD.as_bytes()));
    let cut = &whole.trim()[..whole.len() - 6];
    for (link, reason) in [
        ("x", "poolplan: this is not a link of the planner"),
        (cut, "poolplan: the link is damaged"),
        (
            &whole.replace("/1/", "/3/"),
            "poolplan: the link was made by a newer release: its format is 3",
        ),
    ] {
        let output = run(&["link", "--open", link]);
        assert_eq!((code(&output), out(&output).as_str()), (2, ""));
        assert!(err(&output).starts_with(reason), "{}", err(&output));
    }
    assert_eq!(code(&run_with(&["link", "-"], b"{")), 2);
    let other = r#"{ "type": "Microsoft.Compute/virtualMachines", "name": "vm", "properties": {} }"#;
    let output = run_with(&["link", "-"], other.as_bytes());
    assert_eq!((code(&output), out(&output).as_str()), (1, ""));
    let two = include_str!("fixtures/links/comparison-by-chromium.txt")
        .lines()
        .next()
        .expect("a link");
    let output = run(&["link", "--open", two]);
    let plans: Value = serde_json::from_str(&out(&output)).expect("JSON");
    assert_eq!(names(&plans), ["a", "b", "names"]);
}

#[test]
fn names_tell_what_a_member_is_called_elsewhere() {
    let output = run_with(&["names", "--member", "nodeagentskuid", "-"], GOOD.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    for part in [
        "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/nodeAgentSkuId\n",
        " virtualMachineConfiguration.nodeAgentSKUId = \"batch.node.ubuntu 24.04\"\n",
        " node_agent_sku_id = ",
        ".NodeAgentSKUID = to.Ptr(\"batch.node.ubuntu 24.04\")\n",
        ".node_agent_sku_id = ",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }

    // Every member that is set, one a line; a member that is nowhere has its reason.
    let output = run_with(&["names", "--format", "json", "--lang", "it", "-"], GOOD.as_bytes());
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let records: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(records.len(), 6);
    assert_eq!(records[0]["member"], "/pool/properties/vmSize");
    assert_eq!(records[0]["names"][0]["name"], "properties.vmSize");
    assert_eq!(records[0]["names"][0]["value"], "\"STANDARD_D2S_V3\"");
    let upgrades = run_with(
        &[
            "names",
            "--format",
            "json",
            "--lang",
            "it",
            "--member",
            "upgradePolicy",
            "-",
        ],
        GOOD.as_bytes(),
    );
    let record: Value = serde_json::from_slice(&upgrades.stdout).expect("one line of JSON");
    let terraform = record["names"]
        .as_array()
        .expect("rows")
        .iter()
        .find(|row| row["surface"] == "azurerm");
    let terraform = terraform.expect("a row");
    assert!(
        terraform["name"].is_null()
            && terraform["notes"][0]
                .as_str()
                .is_some_and(|note| note.contains("azapi"))
    );
}

#[test]
fn names_never_tell_a_secret_and_say_when_nothing_fits() {
    let plan = r#"{"pool": {"properties": {"userAccounts": [{"name": "a", "password": "S3CRET"}]}}}"#;
    for format in ["text", "json"] {
        for member in [&["--member", "password"][..], &[]] {
            let arguments = [&["names", "--format", format][..], member, &["-"]].concat();
            let output = run_with(&arguments, plan.as_bytes());
            assert_eq!(output.status.code(), Some(0), "{output:?}");
            let text = String::from_utf8(output.stdout).expect("UTF-8");
            assert!(text.contains("password") && !text.contains("S3CRET"), "{text}");
        }
    }
    let unknown = run_with(&["names", "--member", "nobodyKnows", "-"], GOOD.as_bytes());
    assert_eq!(unknown.status.code(), Some(1));
    assert!(
        String::from_utf8(unknown.stderr)
            .expect("UTF-8")
            .contains("`nobodyKnows`")
    );
    assert_eq!(run_with(&["names", "-"], b"{}").status.code(), Some(1));
    assert_eq!(run_with(&["names", "-"], b"{").status.code(), Some(2));
}
