//! Texts in every form a pool may come in: what is read of them, what is noted, and that nothing takes them down.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::time::{Duration, Instant};

use batch_pool_planner::analysis::{Analysis, analyse, judge_pools};
use batch_pool_planner::arm::PutPool;
use batch_pool_planner::emit;
use batch_pool_planner::examples;
use batch_pool_planner::input::{self, Dialect, NoteKind, Pool};
use batch_pool_planner::model::{CalendarDate, Node, Plan, path};
use batch_pool_planner::words::Language;
use proptest::prelude::*;

fn day() -> CalendarDate {
    CalendarDate::parse("2026-11-21").expect("a day")
}

fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/imports/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn root(pool: &Pool) -> &Node {
    pool.reading.root.as_ref().expect("readable")
}

fn at(pool: &Pool, pointer: &str) -> String {
    root(pool).at(pointer).map(Node::to_json).unwrap_or_default()
}

/// The names of the notes of one kind, with the text that stands at each.
fn noted<'t>(text: &'t str, pool: &Pool, kind: &NoteKind) -> Vec<(String, &'t str)> {
    let notes = pool.reading.notes.iter().filter(|note| note.kind == *kind);
    notes
        .map(|note| (note.name.clone(), &text[note.span.start..note.span.end]))
        .collect()
}

fn names(pools: &[Pool]) -> Vec<&str> {
    pools.iter().map(|pool| pool.name.as_str()).collect()
}

fn said(analysis: &Analysis, rule: &str) -> Vec<String> {
    let located = analysis
        .findings
        .iter()
        .filter(|located| located.finding.rule.id == rule);
    located
        .map(|located| located.finding.message.text(Language::English))
        .collect()
}

#[test]
fn every_pool_of_a_template_is_read_with_what_is_known_of_it() {
    let text = fixture("two-pools.template.json");
    let pools = input::pools(&text);
    assert_eq!(names(&pools), ["render", "night"]);
    let render = &pools[0];
    assert_eq!(render.reading.dialect, Dialect::Template);
    assert_eq!(at(render, path::ACCOUNT), "\"[parameters('accountName')]\"");
    assert_eq!(at(render, path::API_VERSION), "\"2025-06-01\"");
    assert_eq!(at(render, path::VM_SIZE), "\"STANDARD_D4S_V3\"");
    assert_eq!(at(render, path::DISPLAY_NAME), "\"Render 4\"");
    assert_eq!(at(render, path::DEDICATED), "8");
    assert_eq!(at(render, path::SUBNET), "\"[parameters('subnet')]\"");
    assert_eq!(
        at(render, path::IMAGE_REFERENCE),
        r#"{"publisher":"microsoft-dsvm","offer":"ubuntu-hpc","sku":"2204","version":"latest"}"#
    );
    assert_eq!(
        noted(&text, render, &NoteKind::NotLiteral),
        [
            ("subnetId".to_owned(), "\"[parameters('subnet')]\""),
            ("password".to_owned(), "\"[parameters('password')]\""),
            (
                "accountName".to_owned(),
                "\"[format('{0}/{1}', parameters('accountName'), 'render')]\""
            ),
        ]
    );
    assert_eq!(
        noted(&text, render, &NoteKind::NotCarried),
        [("dependsOn".to_owned(), "\"dependsOn\"")]
    );
    let night = &pools[1];
    assert_eq!(at(night, path::ACCOUNT), "\"farm\"");
    assert_eq!(at(night, path::API_VERSION), "\"2024-07-01\"");
    assert!(
        noted(&text, night, &NoteKind::NotCarried).is_empty(),
        "its condition is met"
    );
}

#[test]
fn findings_about_a_pool_of_a_template_stand_where_the_value_does() {
    let text = fixture("two-pools.template.json");
    let judged = judge_pools(&text, input::pools(&text), day());
    let (name, night) = &judged[1];
    assert_eq!(name, "night");
    let negative = night
        .findings
        .iter()
        .find(|located| located.finding.place.path() == path::DEDICATED)
        .expect("a finding about -1");
    assert_eq!(&text[negative.span.clone()], "-1");
    let (_, render) = &judged[0];
    assert_eq!(said(render, "AB0023").len(), 3, "{:?}", said(render, "AB0023"));
    // Of a value that nobody knows, no other rule speaks.
    for located in &render.findings {
        let pointer = located.finding.place.path();
        let unknown = [path::SUBNET, path::ACCOUNT].contains(&pointer);
        assert!(
            !unknown || located.finding.rule.id == "AB0023",
            "{}: {pointer}",
            located.finding.rule.id
        );
    }
}

#[test]
fn several_pools_in_one_text_are_one_finding() {
    for (name, says) in [
        ("two-pools.template.json", "2 pools: `render, night`"),
        ("list.json", "2 pools: `render, night`"),
        ("requests.http", "2 pools: `day, night`"),
        ("curl.sh", "5 pools: `render, plain, from-file, rest, here`"),
    ] {
        let analysis = analyse(&fixture(name), day());
        let found = said(&analysis, "AB0024");
        assert_eq!(analysis.findings.len(), 1, "{name}");
        assert!(found[0].replace('\u{a0}', " ").contains(says), "{name}: {found:?}");
    }
}

#[test]
fn nested_deployments_have_their_own_parameters_only_where_they_say_so() {
    let text = fixture("nested.template.json");
    let pools = input::pools(&text);
    assert_eq!(names(&pools), ["[parameters('open')]", "many"]);
    assert_eq!(at(&pools[0], path::VM_SIZE), "\"STANDARD_D2S_V3\"");
    assert_eq!(at(&pools[0], path::ACCOUNT), "\"farm\"");
    let many = &pools[1];
    assert_eq!(at(many, path::VM_SIZE), "\"STANDARD_D2S_V3\"");
    assert_eq!(at(many, "/pool/properties/metadata/0/value"), "\"[literal]\"");
    let left: Vec<String> = noted(&text, many, &NoteKind::NotCarried)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(left, ["copy", "copy"]);
    let aside: Vec<String> = noted(&text, &pools[0], &NoteKind::NotCarried)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(aside, ["templateLink"]);
}

#[test]
fn a_list_is_its_pools_with_comments_kept() {
    let text = fixture("list.json");
    let pools = input::pools(&text);
    assert_eq!(names(&pools), ["render", "night"]);
    let plan = pools[0].plan_text(&text).expect("a plan");
    assert!(plan.contains("// as it was ordered"), "{plan}");
    assert!(!plan.contains("allocationState"), "{plan}");
    assert_eq!(
        noted(&text, &pools[0], &NoteKind::NotCarried),
        [("nextLink".to_owned(), "\"nextLink\"")]
    );
    let bare = format!(
        "[{}]",
        &text[text.find("{\n      \"id\"").unwrap()..text.rfind(']').unwrap()]
    );
    assert_eq!(names(&input::pools(&bare)), ["render", "night"]);
}

#[test]
fn lines_around_an_answer_are_passed_over() {
    let text = fixture("az-rest.txt");
    let pools = input::pools(&text);
    assert_eq!(names(&pools), ["render"]);
    let size = root(&pools[0]).at(path::VM_SIZE).expect("a size");
    assert_eq!(&text[size.span.start..size.span.end], "\"STANDARD_D2S_V3\"");
    let analysis = analyse(&text, day());
    assert_eq!(analysis.dialect, Dialect::Resource);
    assert!(analysis.root.is_some());
}

#[test]
fn requests_have_their_variables_in_place() {
    let text = fixture("requests.http");
    let pools = input::pools(&text);
    assert_eq!(names(&pools), ["day", "night"]);
    let pool = &pools[0];
    assert_eq!(at(pool, path::CLOUD), "\"AzurePublic\"");
    assert_eq!(at(pool, path::ACCOUNT), "\"farm\"");
    assert_eq!(at(pool, path::API_VERSION), "\"2025-06-01\"");
    assert_eq!(at(pool, path::DEDICATED), "3");
    assert_eq!(at(pool, path::SPOT), "\"[http({{ spot }})]\"");
    assert_eq!(at(pool, path::DISPLAY_NAME), "\"farm at day\"");
    assert_eq!(at(pool, path::SUBNET), "\"[http({{subnet}})]\"");
    assert_eq!(
        noted(&text, pool, &NoteKind::NotLiteral),
        [
            ("targetLowPriorityNodes".to_owned(), "{{ spot }}"),
            ("subnetId".to_owned(), "\"{{subnet}}\""),
        ]
    );
    assert_eq!(at(&pools[1], path::API_VERSION), "\"2024-07-01\"");
    assert_eq!(at(&pools[1], path::VM_SIZE), "\"STANDARD_D4S_V3\"");
}

#[test]
fn command_lines_are_read_as_their_shell_reads_them() {
    let text = fixture("curl.sh");
    let pools = input::pools(&text);
    assert_eq!(names(&pools), ["render", "plain", "from-file", "rest", "here"]);
    let render = &pools[0];
    assert_eq!(at(render, path::SUBSCRIPTION), "\"[shell($SUBSCRIPTION)]\"");
    assert_eq!(
        at(render, "/pool/properties/startTask/commandLine"),
        r#""/bin/sh -c 'echo \"ready\"'""#
    );
    assert_eq!(
        at(render, "/pool/properties/userAccounts/0/password"),
        "\"[shell(${PASSWORD:?})]\""
    );
    let size = root(&pools[1]).at(path::VM_SIZE).expect("a size");
    assert_eq!(&text[size.span.start..size.span.end], "\"STANDARD_D4S_V3\"");
    assert_eq!(
        noted(&text, &pools[2], &NoteKind::NotCarried),
        [("@body.json".to_owned(), "@body.json")]
    );
    assert_eq!(at(&pools[3], path::VM_SIZE), "\"STANDARD_D8S_V3\"");
    assert_eq!(at(&pools[4], path::VM_SIZE), "\"STANDARD_D16S_V3\"");
}

/// What the outputs write, the imports read back.
#[test]
fn requests_and_command_lines_that_are_written_are_read_back() {
    for starter in examples::ALL {
        let given = input::read(starter.text).root.expect("readable");
        let Some(request) = PutPool::of(&Plan::read(&given)) else {
            continue;
        };
        let want = (emit::find("arm").expect("the body").emit)(&request).text;
        let want = input::parse(&want).expect("JSON");
        for id in ["http", "curl"] {
            let text = (emit::find(id).expect("an output").emit)(&request).text;
            let pools = input::pools(&text);
            assert_eq!(pools.len(), 1, "{id}: {text}");
            let plan = pools[0].plan_text(&text).expect("a plan");
            let again = input::read(&plan).root.expect("readable");
            let body = again.get("pool").expect("a pool");
            assert_eq!(body.to_json(), want.to_json(), "{id}");
            let again = PutPool::of(&Plan::read(&again)).expect("a request");
            assert_eq!(again.url(), request.url(), "{id}");
        }
    }
}

/// A template made of a plan is the plan again, whatever stands around it.
#[test]
fn a_pool_put_into_a_template_comes_out_as_it_was() {
    for starter in examples::ALL {
        let given = input::read(starter.text).root.expect("readable");
        let Some(properties) = given.at(path::PROPERTIES) else {
            continue;
        };
        let text = format!(
            "{{ \"resources\": [{{ \"type\": \"Microsoft.Batch/batchAccounts/pools\", \"apiVersion\": \"2025-06-01\", \
             \"name\": \"farm/p\", \"properties\": {} }}] }}",
            properties.to_json()
        );
        let pools = input::pools(&text);
        assert_eq!(at(&pools[0], path::PROPERTIES), properties.to_json());
        let plan = pools[0].plan_text(&text).expect("a plan");
        assert_eq!(
            input::read(&plan)
                .root
                .expect("readable")
                .at(path::PROPERTIES)
                .map(Node::to_json),
            Some(properties.to_json())
        );
    }
}

#[test]
fn texts_that_are_none_of_the_forms_are_what_they_were() {
    for text in [
        "",
        " ",
        "hello",
        "{",
        "{}",
        "[]",
        "null",
        "{ \"vmSize\": 1 }",
        "curl https://example.org",
        "PUT x",
    ] {
        let pools = input::pools(text);
        assert_eq!(pools.len(), 1, "{text}");
        assert_eq!(
            pools[0].plan_text(text).is_ok(),
            input::read(text).root.is_ok(),
            "{text}"
        );
    }
}

#[test]
fn a_template_without_a_pool_and_a_broken_one_are_clear_findings() {
    let none = analyse("{ \"$schema\": \"x\", \"resources\": [] }", day());
    assert_eq!(said(&none, "AB0024"), ["There is no Batch pool in this text."]);
    let text = fixture("two-pools.template.json");
    let cut = &text[..text.len() / 2];
    let broken = analyse(cut, day());
    assert_eq!(said(&broken, "AB0001").len(), 1);
    let body = "PUT https://management.azure.com/subscriptions/s/x/pools/p\n\n{ \"properties\": }\n### more\nGET https://x/pools/q";
    let judged = judge_pools(body, input::pools(body), day());
    assert_eq!(judged.len(), 1, "what only asks makes no pool");
    assert_eq!(said(&judged[0].1, "AB0001").len(), 1);
}

#[test]
fn utf_16_is_read_as_powershell_writes_it() {
    let text = "{ \"pool\": \"é\u{1f600}\" }";
    for little in [true, false] {
        let unit = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
        let bytes: Vec<u8> = std::iter::once(0xfeff)
            .chain(text.encode_utf16())
            .flat_map(unit)
            .collect();
        assert_eq!(input::decode(&bytes).expect("UTF-16"), text);
        assert!(input::decode(&bytes[..bytes.len() - 1]).is_err(), "half a character");
    }
    assert!(input::decode(&[0xff, 0xfe, 0x00, 0xd8]).is_err(), "half a pair");
    assert_eq!(input::decode(b"\xef\xbb\xbfa").expect("UTF-8"), "a");
    assert!(input::decode(b"a\xff").is_err());
}

/// Texts that ask for more than they are, each in two sizes: twice the text must not take much more than twice the time.
#[test]
fn hostile_texts_are_read_in_time() {
    let template = |resources: String| format!("{{ \"resources\": [{resources}] }}");
    let pool = "{ \"type\": \"Microsoft.Batch/batchAccounts/pools\", \"name\": \"a/b\", \"properties\": { \"vmSize\": \"[variables('x')]\" } },";
    type Make = Box<dyn Fn(usize) -> String>;
    let hostile: [(&str, Make); 12] = [
        ("pools", Box::new(move |size| template(pool.repeat(size / pool.len())))),
        (
            "calls",
            Box::new(move |size| template(pool.replace("variables('x')", &"a(".repeat(size / 2)))),
        ),
        (
            "strings",
            Box::new(move |size| template(pool.replace("variables('x')", &"''".repeat(size / 2)))),
        ),
        ("nesting", Box::new(|size| "{\"resources\":[".repeat(size / 14))),
        (
            "parameters",
            Box::new(|size| {
                let count = size / 60;
                let all: Vec<String> = (0..count)
                    .map(|n| format!("\"p{n}\": \"[variables('p{}')]\"", (n + 1) % count))
                    .collect();
                let uses: Vec<String> = (0..count)
                    .map(|n| format!("\"v{n}\": \"[variables('p{n}')]\""))
                    .collect();
                format!(
                    "{{ \"variables\": {{ {} }}, \"resources\": [{{ \"type\": \"Microsoft.Batch/batchAccounts/pools\", \
                     \"properties\": {{ {} }} }}] }}",
                    all.join(","),
                    uses.join(",")
                )
            }),
        ),
        (
            "itself",
            Box::new(|size| {
                let uses = "\"[variables('x')]\",".repeat(size / 19);
                format!(
                    "{{ \"variables\": {{ \"x\": [{uses}] }}, \"resources\": [{{ \"type\": \"Microsoft.Batch/batchAccounts/pools\", \
                 \"properties\": {{ \"v\": \"[variables('x')]\" }} }}] }}"
                )
            }),
        ),
        (
            "requests",
            Box::new(|size| "###\nPUT https://a/pools/b\n{}\n".repeat(size / 29)),
        ),
        (
            "braces",
            Box::new(|size| format!("@a=b\nPUT https://a/pools/b\n{{{}", "{{".repeat(size / 2))),
        ),
        (
            "variables",
            Box::new(|size| {
                let all: String = (0..size / 40)
                    .map(|n| format!("@v{n} = {{{{v{}}}}}{{{{v{}}}}}\n", n - n.min(1), n - n.min(1)))
                    .collect();
                format!("{all}PUT https://a/pools/b\n{{}}")
            }),
        ),
        (
            "curl",
            Box::new(|size| "curl https://a/pools/b -d '{}' <<E\n".repeat(size / 36)),
        ),
        (
            "dollars",
            Box::new(|size| format!("curl https://a/pools/b -d \"{}", "$(".repeat(size / 2))),
        ),
        ("logs", Box::new(|size| "[log\n".repeat(size / 5) + "}")),
    ];
    for (name, make) in &hostile {
        let time = |size: usize| {
            let text = make(size);
            let start = Instant::now();
            let pools = input::pools(&text);
            let names = pools.iter().map(|pool| pool.name.len()).sum::<usize>();
            std::hint::black_box(names);
            start.elapsed()
        };
        time(1_000);
        let (small, large) = (time(30_000), time(120_000));
        let bound = small * 12 + Duration::from_millis(500);
        println!("{name}: {small:?}, {large:?}");
        assert!(large < bound, "{name}: {small:?}, four times the text {large:?}");
    }
}

/// Pieces of which other forms are made, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "'",
        "\n",
        " ",
        "\\",
        "(",
        ")",
        "$",
        "`",
        "^",
        "{{",
        "}}",
        "@a = 1\n",
        "###\n",
        "\"resources\"",
        "\"type\": \"Microsoft.Batch/batchAccounts/pools\"",
        "\"name\": \"[concat('a', '/', parameters('b'))]\"",
        "\"properties\": {",
        "\"parameters\": {",
        "\"[parameters('a')]\"",
        "\"[[\"",
        "\"value\": [",
        "\"copy\": []",
        "curl ",
        "az rest ",
        "-d ",
        "'{}'",
        "--body=",
        "https://management.azure.com/subscriptions/s/pools/p?api-version=x ",
        "PUT ",
        "<<E\n",
        "E\n",
        "$'",
        "\u{e000}",
        "\u{e001}",
        "é",
        "\u{1f600}",
        "1",
        "true",
        "\"id\": ",
        "\"nextLink\": 1",
        "\"/subscriptions/s/resourceGroups/g/providers/Microsoft.Batch/batchAccounts/a/pools/p\"",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_text_takes_an_import_down(text in pieces()) {
        for pool in input::pools(&text) {
            for note in &pool.reading.notes {
                prop_assert!(text.get(note.span.start..note.span.end).is_some(), "a note lies in the text");
            }
            let _ = pool.plan_text(&text);
        }
        let _ = analyse(&text, day());
    }

    #[test]
    fn no_expression_takes_a_template_down(expression in "\\[[a-z'(),.\\[\\]0-9 \u{e000}\u{e001}é]{0,40}\\]") {
        let quoted = serde_json::to_string(&expression).expect("a text");
        let text = format!(
            "{{ \"variables\": {{ \"a\": {quoted} }}, \"resources\": [{{ \"type\": \"Microsoft.Batch/batchAccounts/pools\", \
             \"name\": {quoted}, \"properties\": {{ \"vmSize\": {quoted} }} }}] }}"
        );
        let pools = input::pools(&text);
        prop_assert_eq!(pools.len(), 1);
        prop_assert!(pools[0].plan_text(&text).is_ok());
    }
}
