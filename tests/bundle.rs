//! Bundles: everything is in them, nothing secret is, and each file says what it should.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use batch_pool_planner::analysis::{Analysis, analyse};
use batch_pool_planner::bundle::{Bundle, Entry, archive, base_name};
use batch_pool_planner::emit;
use batch_pool_planner::examples;
use batch_pool_planner::facts::secrets;
use batch_pool_planner::input::{parse, to_plan_text};
use batch_pool_planner::link::{Opened, native};
use batch_pool_planner::model::{CalendarDate, Node, Value, path};
use batch_pool_planner::words::Language;

const AS_OF: CalendarDate = CalendarDate::new(2026, 11, 21);
/// Stands in every secret of these tests.
const MARK: &str = "zq7Hunter";

/// Secrets wherever somebody may put them.
const HOSTILE: &str = r#"{
  // "password": "zq7Hunter1"
  "target": { "poolName": "../../etc/zq", "sasKey": "zq7Hunter2", "accountName": "acct", "region": "https://u:zq7Hunter3@h" },
  "accepted": [{ "rule": "AB0105", "reason": "see https://s/c?sig=zq7Hunter4" }],
  "neighbours": [{ "poolName": "n", "password": "zq7Hunter5" }],
  "note": { "accountKey": "zq7Hunter6" },
  "pool": {
    "tags": { "a": "AccountKey=zq7Hunter7;x" },
    "properties": {
      "vmSize": "https://s/c?sv=1&sig=zq7Hunter8&se=2",
      "displayName": "Bearer zq7Hunter9zq7Hunter9",
      "userAccounts": [
        { "name": "a", "password": "zq7Hunter10", "password": "zq7Hunter11" },
        { "name": "b", "PASSWORD": "zq7Hunter12", "linuxUserConfiguration": { "sshPrivateKey": "zq7Hunter13" } },
        { "name": "c", "password": { "deep": ["zq7Hunter14"] } }
      ],
      "metadata": [{ "name": "api-token", "value": "zq7Hunter15" }],
      "startTask": {
        "commandLine": "curl -H 'Authorization: Bearer zq7Hunter16.zq7Hunter16' 'https://s/c?sig=zq7Hunter17' --password=zq7Hunter18",
        "environmentSettings": [{ "name": "DB_PASSWORD", "value": "zq7Hunter19" }, { "name": "X", "value": "-----BEGIN PRIVATE KEY-----\nzq7Hunter20" }],
        "resourceFiles": [{ "httpUrl": "https://s.blob.core.windows.net/c/f?sv=2024&SIG=zq7Hunter21", "storageContainerUrl": "https://s/c?a&sig=zq7Hunter22" }],
        "containerSettings": { "imageName": "i", "registry": { "username": "u", "password": "zq7Hunter23" } }
      },
      "mountConfiguration": [
        { "azureBlobFileSystemConfiguration": { "accountName": "s", "containerName": "c", "relativeMountPath": "m", "accountKey": "zq7Hunter24", "sasKey": "?sig=zq7Hunter25" } },
        { "cifsMountConfiguration": { "userName": "u", "source": "//h", "relativeMountPath": "m", "password": "zq7Hunter26" } }
      ],
      "deploymentConfiguration": { "virtualMachineConfiguration": {
        "nodeAgentSkuId": "batch.node.zq \u0073ig=zq7Hunter27",
        "extensions": [{ "name": "e", "publisher": "p", "type": "t", "settings": { "url": "https://s?sig=zq7Hunter28" }, "protectedSettings": { "k": "zq7Hunter29" } }],
        "containerConfiguration": { "type": "x", "containerRegistries": [{ "registryServer": "https://u:zq7Hunter30@r", "password": "zq7Hunter31" }] }
      } },
      "https://s?sig=zq7Hunter32": 1
    }
  }
}
"#;

fn fixtures(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let read = |path: PathBuf| Some((path.display().to_string(), std::fs::read_to_string(path).ok()?));
    files.into_iter().filter_map(read).collect()
}

/// The files of a bundle, with a link, and the analysis.
fn bundle(text: &str, language: Language, names: bool) -> Option<(Vec<Entry>, Analysis, Bundle)> {
    let analysis = analyse(text, AS_OF);
    let bundle = Bundle::of(text, &analysis, language, names)?;
    let link = native::fragment(&bundle.link);
    let again = Bundle::of(text, &analysis, language, names)?;
    Some((bundle.files(link.as_deref()), analysis, again))
}

fn file<'a>(files: &'a [Entry], name: &str) -> &'a str {
    let found = files.iter().find(|file| file.name == name);
    &found.unwrap_or_else(|| panic!("no {name}")).text
}

/// What a link holds, as JSON.
fn inside(link: &str) -> String {
    match native::open(link.trim()).expect("it opens") {
        Opened::Plan(text) => text,
        other => panic!("{other:?}"),
    }
}

fn holds_no_secret(of: &str, files: &[Entry]) {
    let mark = MARK.to_ascii_lowercase();
    for file in files {
        let text = match file.name.as_str() {
            "link.txt" => inside(&file.text),
            _ => file.text.clone(),
        };
        for text in [&text, &file.name] {
            if let Some(at) = text.to_ascii_lowercase().find(&mark) {
                let around = &text[text.floor_char_boundary(at.saturating_sub(60))..at + 12];
                panic!("{of}: {} holds a secret: {around}", file.name);
            }
        }
    }
}

/// The plan with a value to look for in each of its secrets.
fn marked(node: &mut Node, at: &str, secret: &BTreeSet<String>, count: &mut usize) {
    let hidden = secret
        .iter()
        .any(|path| at == path || at.starts_with(&format!("{path}/")));
    match &mut node.value {
        Value::List(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                marked(item, &path::item(at, index), secret, count);
            }
        }
        Value::Object(members) => {
            for member in members {
                marked(&mut member.node, &path::child(at, &member.name), secret, count);
            }
        }
        Value::Text(text) if hidden && !text.is_empty() => {
            *count += 1;
            *text = format!("{MARK}{count}");
        }
        Value::Text(text) if text.contains("://") && !text.contains('@') => {
            *count += 1;
            text.push_str(if text.contains('?') { "&sig=" } else { "?sig=" });
            text.push_str(&format!("{MARK}{count}"));
        }
        _ => {}
    }
}

#[test]
fn no_secret_of_any_plan_is_in_any_file() {
    let mut count = 0;
    let mut bundles = 0;
    for (name, text) in fixtures("plans").into_iter().chain(fixtures("rules")) {
        let Some(mut root) = to_plan_text(&text).ok().and_then(|plan| parse(&plan).ok()) else {
            continue;
        };
        let mut found = BTreeSet::new();
        secrets::of_document(&root, &mut |path, _| {
            found.insert(path);
        });
        let before = count;
        marked(&mut root, "", &found, &mut count);
        if count == before && !name.contains("/plans/") {
            continue;
        }
        for names in [false, true] {
            let Some((files, ..)) = bundle(&root.to_pretty_json(), Language::English, names) else {
                continue;
            };
            bundles += 1;
            holds_no_secret(&name, &files);
            let plan = file(&files, "plan.jsonc");
            assert!(parse(plan).is_ok(), "{name}");
            if count > before {
                assert!(plan.contains("<secret>") || plan.contains("{}"), "{name}: {plan}");
            }
        }
    }
    assert!(count > 100 && bundles > 40, "{count} secrets in {bundles} bundles");
}

#[test]
fn secrets_in_every_corner_are_in_no_file() {
    assert_eq!(HOSTILE.matches(MARK).count(), 34);
    for language in Language::ALL {
        for names in [false, true] {
            let (files, ..) = bundle(HOSTILE, language, names).expect("a bundle");
            holds_no_secret("hostile", &files);
        }
    }
    let (files, _, bundle) = bundle(HOSTILE, Language::English, false).expect("a bundle");
    let readme = file(&files, "README.txt");
    assert!(bundle.taken_out.len() > 20);
    for left in &bundle.taken_out {
        assert!(readme.contains(&left.path), "{}", left.path);
    }
    for output in emit::ALL {
        assert!(!file(&files, &format!("outputs/{}", output.file_name)).is_empty());
    }
}

#[test]
fn what_is_written_twice_or_in_a_comment_does_not_slip_through() {
    for text in [
        r#"{ "pool": { "properties": { "userAccounts": [{ "password": "zq7Hunter", "password": "" }] } } }"#,
        "{ // password: zq7Hunter\n \"pool\": { \"properties\": {} } }",
        "{ /* https://s/c?sig=zq7Hunter */ \"pool\": { \"properties\": {} } }",
        "```jsonc\n{ // { \"name\": \"DB_PASSWORD\", \"value\": \"zq7Hunter\" }\n \"pool\": { \"properties\": {} } }\n```",
        "PUT https://management.azure.com/subscriptions/s/resourceGroups/g/providers/Microsoft.Batch/batchAccounts/a/pools/p?api-version=2025-06-01\nAuthorization: Bearer zq7Hunterzq7Hunterzq7Hunter\n\n{ \"properties\": { \"vmSize\": \"x\" } }",
    ] {
        let (files, ..) = bundle(text, Language::English, true).expect("a bundle");
        holds_no_secret(text, &files);
    }
}

#[test]
fn a_plan_without_secrets_is_there_as_it_was_written_and_its_link_opens_to_it() {
    for starter in examples::ALL {
        let (files, analysis, _) = bundle(starter.text, Language::English, true).expect("a bundle");
        assert_eq!(file(&files, "plan.jsonc"), starter.text);
        let opened = parse(&inside(file(&files, "link.txt"))).expect("JSON");
        let root = analysis.root.expect("a plan");
        assert!(opened.get("pool").unwrap().same_json(root.get("pool").unwrap()));
        let report = file(&files, "findings.md");
        for located in &analysis.findings {
            assert!(report.contains(located.finding.rule.id));
        }
        assert!(file(&files, "findings.html").starts_with("<!doctype html>"));
        let body = parse(file(&files, "outputs/pool.json")).expect("JSON");
        assert!(body.same_json(root.get("pool").unwrap()));
    }
}

#[test]
fn the_findings_are_those_of_the_plan_in_the_bundle() {
    let mut with_secrets = 0;
    for (name, text) in fixtures("plans") {
        let (files, analysis, again) = bundle(&text, Language::English, true).expect("a bundle");
        with_secrets += usize::from(!again.taken_out.is_empty());
        let report = file(&files, "findings.md");
        let told =
            |rule: &str, path: &str| report.contains(&format!("### {rule} ")) && report.contains(&format!("`{path}` "));
        for located in &analysis.findings {
            let (rule, path) = (located.finding.rule.id, located.finding.place.path());
            let of_secret = again.taken_out.iter().any(|left| left.path == path);
            assert!(
                of_secret || path.is_empty() || told(rule, path),
                "{name}: {rule} {path}"
            );
        }
        let count = report.lines().filter(|line| line.starts_with("### ")).count();
        assert!(count <= analysis.findings.len() && count + again.taken_out.len() >= analysis.findings.len());
    }
    assert!(with_secrets > 2);
}

#[test]
fn names_of_files_are_safe_and_differ() {
    let (files, analysis, _) = bundle(HOSTILE, Language::Italian, false).expect("a bundle");
    let mut seen = BTreeSet::new();
    for file in &files {
        let name = &file.name;
        assert!(seen.insert(name.to_ascii_lowercase()), "{name} twice");
        let part = |part: &str| {
            !part.is_empty() && part != ".." && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
        };
        assert!(name.split('/').all(part), "{name}");
    }
    assert_eq!(files.len(), 5 + emit::ALL.len());
    assert_eq!(base_name(analysis.root.as_ref()), "plan");
    let named = parse(r#"{ "target": { "poolName": "render-2" } }"#).expect("JSON");
    assert_eq!(base_name(Some(&named)), "render-2");
}

#[test]
fn the_same_plan_and_day_give_the_same_archive() {
    let make = || {
        let (files, ..) = bundle(HOSTILE, Language::French, false).expect("a bundle");
        archive(&files, &[], AS_OF).expect("an archive")
    };
    assert_eq!(make(), make());
}

#[test]
fn the_readme_says_what_is_there_in_each_language() {
    let (_, text) = fixtures("plans")
        .into_iter()
        .find(|(name, _)| name.ends_with("mounts.jsonc"))
        .expect("it is there");
    for (language, day, secret) in [
        (Language::English, "21\u{a0}November\u{a0}2026", "a secret"),
        (Language::French, "21\u{a0}novembre 2026", "un secret"),
        (Language::Italian, "21\u{a0}novembre 2026", "un segreto"),
    ] {
        let (files, _, again) = bundle(&text, language, false).expect("a bundle");
        let readme = file(&files, "README.txt");
        let spaces = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(spaces(readme).contains(&spaces(day)), "{readme}");
        for named in &files[1..] {
            assert!(readme.contains(&format!("- {}", named.name)), "{}", named.name);
        }
        for left in &again.taken_out {
            assert!(readme.contains(&format!("- {}  {secret}", left.path)), "{readme}");
        }
        insta::assert_snapshot!(format!("readme-{}", language.code()), readme);
    }
}

#[test]
fn nothing_that_somebody_wrote_makes_a_line_of_the_readme() {
    let text = r#"{ "target": { "poolName": "a\n\nTaken out\n\u2028b" }, "pool": { "properties": { "a\r\n- x": "[f('y\nz')]" } } }"#;
    let (files, ..) = bundle(text, Language::English, false).expect("a bundle");
    let readme = file(&files, "README.txt");
    assert_eq!(
        readme.lines().filter(|line| *line == "Taken out").count(),
        1,
        "{readme}"
    );
    assert!(
        !readme.contains(['\r', '\u{2028}']) && !readme.contains("\n- x"),
        "{readme}"
    );
}

#[test]
fn what_is_no_plan_has_no_bundle() {
    for text in [
        "{",
        "",
        "[]",
        r#"{ "type": "Microsoft.Compute/virtualMachines", "name": "vm", "properties": {} }"#,
    ] {
        assert!(bundle(text, Language::English, false).is_none(), "{text}");
    }
    let (files, ..) = bundle("{}", Language::English, false).expect("a bundle");
    assert_eq!(files.len(), 5, "there is no pool to write");
    assert!(file(&files, "README.txt").contains("the plan has no pool"));
}

#[test]
fn a_text_in_another_form_comes_as_a_plan() {
    let text = "{ \"name\": \"render\", \"etag\": \"x\", \"properties\": { \"vmSize\": \"x\" /* small */ } }";
    let (files, ..) = bundle(text, Language::English, false).expect("a bundle");
    let plan = parse(file(&files, "plan.jsonc")).expect("JSON");
    assert_eq!(plan.at("/target/poolName").and_then(Node::as_text), Some("render"));
    let readme = file(&files, "README.txt");
    assert!(
        readme.contains("How the text was read") && readme.contains("`etag`"),
        "{readme}"
    );
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poolplan"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    let mut child = command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("runs");
    // What is told before everything was read is told as well.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("ends")
}

/// Every file of an archive. The crate compares each with its CRC.
fn unpacked(bytes: &[u8]) -> Vec<Entry> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).expect("a file");
            let mut text = String::new();
            file.read_to_string(&mut text).expect("whole");
            let name = file.name().expect("UTF-8").to_string();
            Entry { name, text }
        })
        .collect()
}

#[test]
fn the_command_writes_an_archive_that_others_read() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bundles");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let into = folder.join("a.zip");
    let into = into.to_str().expect("UTF-8");
    let bundle = ["bundle", "--as-of", "2026-11-21", "--into", into];
    let with = |more: &[&'static str]| [&bundle[..], more].concat();

    let output = run(
        &with(&["--base", "https://example.com/planner/#/rules", "-"]),
        HOSTILE.as_bytes(),
    );
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        told.contains("/pool/properties/userAccounts/0/password: a secret\n"),
        "{told}"
    );
    assert!(!told.contains(MARK) && output.stdout.is_empty());
    let bytes = std::fs::read(into).expect("written");
    let files = unpacked(&bytes);
    holds_no_secret("the archive", &files);
    let (whole, ..) = self::bundle(HOSTILE, Language::English, false).expect("a bundle");
    for (file, own) in files.iter().zip(&whole) {
        assert_eq!(file.name, own.name);
        if file.name == "link.txt" {
            assert!(
                file.text.starts_with("https://example.com/planner/#/link/1/"),
                "{}",
                file.text
            );
            assert!(!inside(&file.text).contains("acct"));
        } else {
            assert_eq!(file.text, own.text, "{}", file.name);
        }
    }
    assert_eq!(files.len(), whole.len());
    let size: usize = whole.iter().map(|file| file.text.len()).sum();
    assert!(bytes.len() * 2 < size, "it is deflated");

    // What is there stays, unless it is to be written over.
    let again = run(&with(&["-"]), b"{}");
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(std::fs::read(into).expect("there"), bytes);
    let forced = run(
        &with(&["--force", "--lang", "fr", "--with-names", "-"]),
        HOSTILE.as_bytes(),
    );
    assert_eq!(forced.status.code(), Some(0));
    let files = unpacked(&std::fs::read(into).expect("written"));
    assert!(file(&files, "README.txt").starts_with("Archive du pool"));
    assert!(inside(file(&files, "link.txt")).contains("acct"));

    let stream = run(&["bundle", "--into", "-", "-"], examples::ALL[0].text.as_bytes());
    assert_eq!(stream.status.code(), Some(0));
    assert_eq!(file(&unpacked(&stream.stdout), "plan.jsonc"), examples::ALL[0].text);
    let none = run(&["bundle", "--into", "-", "-"], b"{");
    assert_eq!((none.status.code(), none.stdout.len()), (Some(2), 0));
}
