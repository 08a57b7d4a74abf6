//! What is read from Bicep files, and what is not.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::input::parse::Trouble;

const HEAD: &str = "resource pool 'Microsoft.Batch/batchAccounts/pools@2025-06-01' = {\n";

fn pools(text: &str) -> Vec<Pool> {
    read(text).unwrap_or_else(|| panic!("no Bicep: {text}"))
}

/// The only pool of a text as JSON, and the names of what is no literal.
fn only(text: &str) -> (Node, Vec<String>) {
    let mut pools = pools(text);
    assert_eq!(pools.len(), 1, "{text}");
    let reading = pools.remove(0).reading;
    let root = reading.root.unwrap_or_else(|trouble| panic!("{trouble:?}: {text}"));
    let unknown = reading.notes.iter().filter(|note| note.kind == NoteKind::NotLiteral);
    (root, unknown.map(|note| note.name.clone()).collect())
}

/// A file with one pool whose property `x` has this value, after these statements.
fn with_value(before: &str, value: &str) -> String {
    format!("{before}\n{HEAD}  properties: {{\n    x: {value}\n  }}\n}}\n")
}

fn value(before: &str, value: &str) -> String {
    let (root, _) = only(&with_value(before, value));
    root.at("/pool/properties/x").expect("a value").to_json()
}

#[test]
fn literals_in_every_form() {
    for (written, means) in [
        ("'text'", "\"text\""),
        (
            r"'it\'s \\ \n\r\t \$ \${x} $ \u{1F980}\u{0}'",
            "\"it's \\\\ \\n\\r\\t $ ${x} $ 🦀\\u0000\"",
        ),
        ("'''plain \\ ${x}'''", r#""plain \\ ${x}""#),
        ("'''\nline\n'quoted'\n''''", "\"line\\n'quoted'\\n'\""),
        ("$'''\nplain'''", "\"plain\""),
        ("[]", "[]"),
        ("{}", "{}"),
        ("{\n    }", "{}"),
        ("-5", "-5"),
        ("007", "7"),
        ("9223372036854775808", "9223372036854775808"),
        ("true", "true"),
        ("null", "null"),
        ("[1, 2\n 3 /* four */\n // five\n\n 'six', ]", "[1,2,3,\"six\"]"),
        ("[\n-1\n-2\n]", "[-1,-2]"),
        (
            "{ a: 1, 'b c': 2\n\n c: { d: [ {} ] } }",
            r#"{"a":1,"b c":2,"c":{"d":[{}]}}"#,
        ),
        ("json('{\"a\": [1.5, 1e400]}')", r#"{"a":[1.5,1e400]}"#),
        ("{ resource: 1\n for: 2, if: 3 }", r#"{"resource":1,"for":2,"if":3}"#),
    ] {
        assert_eq!(value("", written), means, "{written}");
        assert_eq!(
            value("", &written.replace('\n', "\r\n")),
            means.replace("\\n", "\\r\\n").replace("\\r\\n\\r\\t", "\\n\\r\\t"),
            "{written}"
        );
    }
}

#[test]
fn what_the_file_knows_is_read_wherever_it_stands() {
    let before = "param size string = 'D2'\n@allowed([\n  'a'\n  'b'\n])\n@description('x = {')\nparam kind 'a' | 'b' = 'b'\nvar both = '${size}-${kind}'\nparam count int = 3\nvar settings = {\n  prod: { size: 'D8', nodes: [ 4, 5 ] }\n  'test': { size: size }\n}\nvar later = first\nvar first = 1";
    for (written, means) in [
        ("size", "\"D2\""),
        ("both", "\"D2-b\""),
        ("'${both}/${count}'", "\"D2-b/3\""),
        ("settings.prod.size", "\"D8\""),
        ("settings.test.size", "\"D2\""),
        ("settings['prod'].nodes[1]", "5"),
        (
            "settings[kind == 'b' ? 'prod' : 'test']",
            r#"{"size":"D8","nodes":[4,5]}"#,
        ),
        ("settings.?prod.?size", "\"D8\""),
        ("settings.prod!.size!", "\"D8\""),
        ("later", "1"),
        ("(later)", "1"),
        ("format('{0}:{1}{{}}', size, count)", "\"D2:3{}\""),
        ("sys.concat('a', size, 'c')", "\"aD2c\""),
        ("toLower(size)", "\"d2\""),
        ("toUpper('x${size}')", "\"XD2\""),
        ("any(count)", "3"),
        ("count > 2 && kind == 'b' ? 'many' : 'few'", "\"many\""),
        ("count > 2\n  ? 'many'\n  : 'few'", "\"many\""),
        ("!(kind != 'b') || count < 1", "true"),
        ("kind =~ 'B'", "true"),
        ("count * 2 + 1 - 10 / 3 % 2", "6"),
        ("null ?? size", "\"D2\""),
        ("empty('') ? 1 : 2", "1"),
        ("{ ...settings.prod, size: size }", r#"{"nodes":[4,5],"size":"D2"}"#),
        ("{ '${size}': 1 }", r#"{"D2":1}"#),
    ] {
        assert_eq!(value(before, written), means, "{written}");
        let (_, unknown) = only(&with_value(before, written));
        assert!(unknown.is_empty(), "{written}: {unknown:?}");
    }
}

#[test]
fn what_the_file_does_not_know_keeps_its_words() {
    let before = "param given string\n@secure()\nparam hidden string = 'default'\nvar cycle = other\nvar other = cycle\nvar half = { known: 1, ...given }\nresource vnet 'Microsoft.Network/virtualNetworks@2024-01-01' existing = {\n  name: 'v'\n}";
    for written in [
        "given",
        "hidden",
        "'${given}-x'",
        "cycle",
        "half.known",
        "half['x']",
        "nowhere",
        "resourceId('Microsoft.Network/virtualNetworks', 'a')",
        "vnet.id",
        "'${vnet.id}/subnets/a'",
        "vnet::subnet.id",
        "resourceGroup().location",
        "given == 'a' ? 1 : 2",
        "[for i in range(0, 3): { name: 'n${i}' }]",
        "[for (x, i) in [1, 2]: if (i > 0) x]",
        "[...given]",
        "map([1, 2], x => x + 1)",
        "map([1, 2], (x, i) => x + i)",
        "loadTextContent('start.sh')",
        "concat([1], [2])",
        "toLower('É')",
        "'${true}'",
        "format('{0:N}', 1)",
        "format('{1}', 1)",
        "json('not JSON')",
        "1 / 0",
        "-given",
        "!given",
        "$'''a ${given}'''",
        "any(given)",
        "{\n  a: 1\n}[given]",
    ] {
        let text = with_value(before, written);
        let mut pools = pools(&text);
        let reading = pools.remove(0).reading;
        let root = reading.root.expect("readable");
        let node = root.at("/pool/properties/x").expect("a value");
        assert_eq!(node.as_text(), Some(format!("[bicep({written})]").as_str()));
        assert_eq!(text.get(node.span.start..node.span.end), Some(written));
        let notes: Vec<_> = reading
            .notes
            .iter()
            .filter(|note| note.kind == NoteKind::NotLiteral)
            .collect();
        assert_eq!(notes.len(), 1, "{written}: {notes:?}");
        assert_eq!((notes[0].name.as_str(), notes[0].span), ("x", node.span));
    }
    // Around it everything stays known.
    let (root, unknown) = only(&with_value(
        before,
        "{ a: 1, b: [ given, 2 ], '${given}': 3, ...given }",
    ));
    assert_eq!(
        root.at("/pool/properties/x").expect("a value").to_json(),
        r#"{"a":1,"b":["[bicep(given)]",2],"[bicep('${given}')]":3}"#
    );
    assert_eq!(unknown, ["b", "[bicep('${given}')]", "..."]);
}

#[test]
fn the_address_is_read_from_parent_and_names() {
    let text = "param accountName string = 'farm'\nresource account 'Microsoft.Batch/batchAccounts@2024-07-01' existing = {\n  scope: resourceGroup('sub', 'group')\n  name: accountName\n}\nresource p 'microsoft.batch/BATCHACCOUNTS/pools@2025-06-01' = {\n  parent: account\n  name: 'render'\n  dependsOn: [ account ]\n  tags: { a: 'b' }\n  properties: { vmSize: 'D2', allocationState: 'Steady' }\n}";
    let mut pools = pools(text);
    let pool = pools.remove(0);
    assert!(pools.is_empty());
    assert_eq!(pool.name, "render");
    assert!(text[pool.span.start..pool.span.end].starts_with("resource p ") && pool.span.end == text.len());
    let root = pool.reading.root.expect("readable");
    assert_eq!(
        root.get("target").expect("a target").to_json(),
        r#"{"apiVersion":"2025-06-01","resourceGroup":"group","subscriptionId":"sub","accountName":"farm","poolName":"render"}"#
    );
    assert_eq!(
        root.get("pool").expect("a pool").to_json(),
        r#"{"tags":{"a":"b"},"properties":{"vmSize":"D2"}}"#
    );
    let size = root.at(path::VM_SIZE).expect("a size").span;
    assert_eq!(&text[size.start..size.end], "'D2'");
    let notes: Vec<_> = pool
        .reading
        .notes
        .iter()
        .map(|note| (&note.kind, note.name.as_str()))
        .collect();
    assert_eq!(
        notes,
        [
            (&NoteKind::Moved(path::API_VERSION), "apiVersion"),
            (&NoteKind::Moved(path::ACCOUNT), "parent"),
            (&NoteKind::Moved(path::POOL_NAME), "name"),
            (&NoteKind::NotLiteral, "dependsOn"),
            (&NoteKind::ReadOnly, "allocationState"),
        ]
    );
}

#[test]
fn names_without_a_parent_hold_the_account() {
    for (name, target, unknown) in [
        (
            "'farm/render'",
            r#"{"apiVersion":"2025-06-01","accountName":"farm","poolName":"render"}"#,
            0,
        ),
        (
            "'${given}/render'",
            r#"{"apiVersion":"2025-06-01","poolName":"render"}"#,
            1,
        ),
        (
            "format('{0}/{1}', 'farm', given)",
            r#"{"apiVersion":"2025-06-01","accountName":"farm"}"#,
            1,
        ),
        ("given", r#"{"apiVersion":"2025-06-01"}"#, 1),
    ] {
        let (root, notes) = only(&format!("param given string\n{HEAD}  name: {name}\n}}"));
        assert_eq!(root.get("target").expect("a target").to_json(), target);
        assert_eq!(notes.len(), unknown, "{name}");
    }
}

#[test]
fn pools_inside_their_account() {
    let text = "resource account 'Microsoft.Batch/batchAccounts@2024-07-01' = {\n  name: 'farm'\n  location: 'westeurope'\n  properties: { poolAllocationMode: 'UserSubscription' }\n  @batchSize(1)\n  resource one 'pools' = {\n    name: 'one'\n    properties: { vmSize: 'D2' }\n  }\n  resource two 'pools@2025-06-01' = [for n in names: if (n == 'x') {\n    name: n\n    properties: { displayName: n, vmSize: size }\n  }]\n  resource app 'applications' = {\n    name: 'app'\n  }\n}\nvar size = 'D4'\nvar n = 'shadowed'";
    let pools = pools(text);
    assert_eq!(
        pools.iter().map(|pool| pool.name.as_str()).collect::<Vec<_>>(),
        ["one", "two"]
    );
    let roots: Vec<_> = pools
        .iter()
        .map(|pool| pool.reading.root.as_ref().expect("readable"))
        .collect();
    assert_eq!(
        roots[0].get("target").expect("a target").to_json(),
        r#"{"apiVersion":"2024-07-01","region":"westeurope","poolAllocationMode":"UserSubscription","accountName":"farm","poolName":"one"}"#
    );
    assert_eq!(
        roots[1].get("pool").expect("a pool").to_json(),
        r#"{"properties":{"displayName":"[bicep(n)]","vmSize":"D4"}}"#
    );
    let unknown: Vec<_> = pools[1]
        .reading
        .notes
        .iter()
        .filter(|note| note.kind == NoteKind::NotLiteral)
        .map(|note| (note.name.as_str(), &text[note.span.start..note.span.end]))
        .collect();
    assert_eq!(
        unknown,
        [
            ("for", "for n in names"),
            ("if", "(n == 'x')"),
            ("name", "n"),
            ("displayName", "n")
        ]
    );
}

#[test]
fn everything_else_is_passed() {
    let text = "\u{feff}#disable-next-line no-unused-params\n// A comment\nmetadata description = 'x'\ntargetScope = 'resourceGroup'\nimport { a, b } from 'types.bicep'\nusing none\ntype shape = {\n  kind: 'a' | 'b'\n  *: string?\n}\ntype other =\n  | 'x'\n  | 'y'\nfunc double(x int) int => x * 2\nparam p shape?\nparam list string[] = []\nmodule m 'm.bicep' = {\n  name: 'it\\'s {'\n  params: { a: '''}''' }\n}\nresource lock 'Microsoft.Authorization/locks@2020-05-01' = if (true) {\n  name: 'l'\n}\n/* } */\nresource pool 'Microsoft.Batch/batchAccounts/pools@2025-06-01' = if (true) {\n  name: 'a/b'\n  properties: {}\n}\noutput o string = pool.id\n";
    let (root, unknown) = only(text);
    assert_eq!(root.get("pool").expect("a pool").to_json(), r#"{"properties":{}}"#);
    assert!(unknown.is_empty());
}

#[test]
fn broken_files_say_where() {
    for (text, trouble, piece) in [
        ("  properties: {\n    vmSize = 'x'\n  }\n}", Trouble::Unexpected, "="),
        ("  properties: {\n    vmSize: 'x\n  }\n}", Trouble::Unclosed, "'"),
        ("  properties: {\n    a: 1.5\n  }\n}", Trouble::Unexpected, "5"),
        ("  properties: {\n    a: 1 b: 2\n  }\n}", Trouble::Unexpected, "b"),
        ("  properties: {\n    a: \"x\"\n  }\n}", Trouble::Unexpected, "\""),
        ("  properties: {\n    a: 'x\\q'\n  }\n}", Trouble::Unexpected, "\\"),
        ("  properties: {\n    a: '''x\n  }\n}", Trouble::Unclosed, "'''"),
        ("  properties: {", Trouble::Unexpected, ""),
    ] {
        let text = format!("var fine = 1\n{HEAD}{text}\n");
        let pools = pools(&text);
        assert_eq!(pools.len(), 1, "{text}");
        let found = pools[0].reading.root.as_ref().expect_err("broken");
        assert_eq!(
            (found.trouble, &text[found.span.start..found.span.end]),
            (trouble, piece),
            "{text}"
        );
    }
}

#[test]
fn one_broken_statement_leaves_the_others_alone() {
    let text = format!(
        "var broken = {{ a = 1 }}\nvar size = 'D2'\nparam x string = \n{HEAD}  properties: {{\n    vmSize: size\n    displayName: broken\n  }}\n}}\nresource other 'Microsoft.Batch/batchAccounts/pools@2025-06-01' = {{\n  properties {{}}\n}}\n"
    );
    let pools = pools(&text);
    assert_eq!(pools.len(), 2);
    assert_eq!(
        pools[0]
            .reading
            .root
            .as_ref()
            .expect("readable")
            .get("pool")
            .expect("a pool")
            .to_json(),
        r#"{"properties":{"vmSize":"D2","displayName":"[bicep(broken)]"}}"#
    );
    assert!(pools[1].reading.root.is_err());
}

#[test]
fn files_without_a_pool_say_so() {
    let text = "resource a 'Microsoft.Storage/storageAccounts@2024-01-01' = {\n  name: 'a'\n}\nresource p 'Microsoft.Batch/batchAccounts/pools@2025-06-01' existing = {\n  name: 'a/b'\n}";
    let pools = pools(text);
    assert_eq!(pools.len(), 1);
    assert!(pools[0].reading.root.as_ref().expect("readable").members().is_empty());
    assert_eq!(pools[0].reading.notes[0].kind, NoteKind::OtherType);
}

#[test]
fn other_languages_are_left_alone() {
    for text in [
        "",
        "{ \"pool\": {} }",
        "// resource a 'b@c' = {}\n{}",
        "using Azure;\nvar pool = new BatchAccountPoolData();",
        "resource \"azapi_resource\" \"pool\" {\n  type = \"Microsoft.Batch/batchAccounts/pools@2025-06-01\"\n}",
        "import { x } from 'y';\nvar resource = 'Microsoft.Batch/batchAccounts/pools@2025-06-01';",
        "PUT https://management.azure.com/",
        "curl --data \"resource pool 'Microsoft.Batch/batchAccounts/pools@2025-06-01' = {}\"",
        "param x string",
        "@",
        "resource",
        "resource x",
        "resource x 'a",
        "resource x '${y}' = {}",
    ] {
        assert!(read(text).is_none(), "{text}");
    }
}

#[test]
fn fences_of_markdown_are_passed() {
    let text = format!("```bicep\n{HEAD}  name: 'a/b'\n}}\n```\n");
    let pools = crate::input::pools(&text);
    assert_eq!((pools.len(), pools[0].name.as_str()), (1, "b"));
}

/// Runs with the stack that a page has.
fn on_a_small_stack(test: fn()) {
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(test);
    thread.expect("a thread").join().expect("enough stack");
}

#[test]
fn values_within_each_other_are_read() {
    on_a_small_stack(|| {
        let deep = 56;
        let written = format!("{}1{}", "[{ a: ".repeat(deep / 2), " }]".repeat(deep / 2));
        let means = format!("{}1{}", "[{\"a\":".repeat(deep / 2), "}]".repeat(deep / 2));
        assert_eq!(value("", &written), means);
    });
}

#[test]
fn hostile_nesting_and_repetition_end() {
    on_a_small_stack(hostile_texts);
}

fn hostile_texts() {
    let far = 100_000;
    for value in [
        "[".repeat(far),
        "(".repeat(far),
        "{a:".repeat(far),
        "!".repeat(far),
        "-".repeat(far),
        "'${".repeat(far),
        "f(".repeat(far),
        "a?".repeat(far),
        "a[".repeat(far),
        "a => ".repeat(far),
        format!("a{}", ".b".repeat(far)),
        format!("a{}", "[0]".repeat(far)),
        format!("1{}", "+1".repeat(far)),
        "{\nresource x 'pools' = ".repeat(far),
        "[for x in ".repeat(far),
    ] {
        let pools = pools(&with_value("", &value));
        assert!(pools[0].reading.root.is_err(), "{}", &value[..10]);
    }
    // Values that name others twice, over and over, and chains of names.
    let mut text = String::from("var a0 = 'xxxxxxxxxxxxxxxx'\nvar l0 = [1, 2, 3]\nvar c0 = 1\n");
    for number in 1..2_000 {
        let before = number - 1;
        text.push_str(&format!(
            "var a{number} = '${{a{before}}}${{a{before}}}'\nvar l{number} = [l{before}, l{before}]\nvar c{number} = c{before}\n"
        ));
    }
    let started = std::time::Instant::now();
    for name in ["a1999", "l1999", "c1999", "a40", "l40", "l1999[0][1][0]"] {
        let (root, unknown) = only(&with_value(&text, name));
        assert!(!unknown.is_empty(), "{name}");
        assert!(root.to_json().len() < 16 * text.len() + 4_000_000, "{name}");
    }
    // Marks that could be searched to the end again and again.
    for mark in [
        "'''",
        "/*",
        "'",
        "@a\n",
        "var\n",
        "resource x '",
        "param x =\n",
        "'${",
        "#\n",
        "resource x 'a/b@c' = {\n",
    ] {
        let text = format!("param x string\n{}", mark.repeat(60_000));
        let _ = read(&text);
    }
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

mod at_random {
    use super::*;

    const TOKENS: [&str; 44] = [
        "resource ",
        "pool ",
        "'Microsoft.Batch/batchAccounts/pools@2025-06-01'",
        "'Microsoft.Batch/batchAccounts@2024-07-01'",
        "'pools'",
        " = ",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "\n",
        "\r\n",
        ",",
        ":",
        "?",
        "??",
        ".",
        "...",
        "!",
        "-",
        "+",
        "==",
        "=>",
        "for ",
        "in ",
        "if ",
        "existing ",
        "param ",
        "var ",
        "name",
        "properties",
        "parent",
        "'",
        "'''",
        "${",
        "\\u{",
        "@",
        "//",
        "/*",
        "é",
        "7",
        "json('{}')",
    ];

    fn places_lie_in_the_text(node: &Node, text: &str) {
        assert!(text.get(node.span.start..node.span.end).is_some(), "{:?}", node.span);
        node.items().iter().for_each(|item| places_lie_in_the_text(item, text));
        for member in node.members() {
            let span = member.name_span;
            assert!(text.get(span.start..span.end).is_some(), "{span:?}");
            places_lie_in_the_text(&member.node, text);
        }
    }

    fn holds(text: &str) {
        for pool in read(text).unwrap_or_default() {
            assert!(text.get(pool.span.start..pool.span.end).is_some());
            match &pool.reading.root {
                Ok(root) => places_lie_in_the_text(root, text),
                Err(trouble) => assert!(text.get(trouble.span.start..trouble.span.end).is_some(), "{trouble:?}"),
            }
            for note in &pool.reading.notes {
                assert!(text.get(note.span.start..note.span.end).is_some(), "{note:?}");
            }
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(512))]

        #[test]
        fn no_text_makes_it_panic(text in "\\PC*|(.|\n){0,60}") {
            holds(&text);
            holds(&format!("param x = {text}"));
            holds(&format!("{HEAD}{text}"));
            holds(&format!("{HEAD}  properties: {{\n x: {text}\n}}\n}}\n"));
        }

        #[test]
        fn no_tokens_make_it_panic(picks in proptest::collection::vec(0..TOKENS.len(), 0..60)) {
            let text: String = picks.into_iter().map(|pick| TOKENS[pick]).collect();
            holds(&text);
            holds(&format!("{HEAD}{text}"));
            holds(&format!("var a = {text}\n{HEAD}  properties: a\n name: {text}\n}}"));
        }

        #[test]
        fn a_cut_file_is_never_half_read(cut in 0usize..400) {
            let text = format!("param size string = 'D2'\n{HEAD}  name: 'a/b'\n  properties: {{\n    vmSize: '${{size}}é'\n    list: [\n      1\n      {{ a: true ? 1 : 2 }}\n    ]\n  }}\n}}\n");
            let end = text.trim_end().len();
            let cut = cut % end;
            if let Some(part) = text.get(..cut) {
                holds(part);
                for pool in read(part).unwrap_or_default() {
                    proptest::prop_assert!(pool.reading.root.is_err(), "{}", part);
                }
            }
        }
    }
}
