//! Every emitter over every official example, over plans that together use the whole contract, and over hostile texts:
//! nothing is dropped in silence, no secret leaves but in the body, and what is written can be read by its own language.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

#[cfg(unix)]
mod az;
mod cases;
mod csharp;
mod data_plane;
mod deployments;
mod go;
mod java;
mod names;
mod powershell;
mod scripts;
mod terraform;

use std::collections::BTreeSet;

use batch_pool_planner::arm::PutPool;
use batch_pool_planner::emit::highlight::highlight;
use batch_pool_planner::emit::{self, Emitter, Output, Syntax};
use batch_pool_planner::facts::contract::{self, Member, Shape};
use batch_pool_planner::input::parse;
use batch_pool_planner::model::api_version::V2025_06_01;
use batch_pool_planner::model::{Node, Value, path};
use batch_pool_planner::words::Language;

use crate::cases::{Case, all_cases, all_leaves, ancestors, is_noted, is_secret, own_plans};

/// C# cut into its string literals, as the compiler reads them, and everything else.
struct Code {
    literals: BTreeSet<String>,
    rest: String,
}

fn read_code(text: &str) -> Code {
    let mut code = Code {
        literals: BTreeSet::new(),
        rest: String::new(),
    };
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '/' && chars.peek() == Some(&'/') {
            chars.by_ref().find(|c| *c == '\n');
            code.rest.push('\n');
        } else if c == '"' {
            let mut units: Vec<u16> = Vec::new();
            loop {
                match chars.next().expect("a literal that ends") {
                    '"' => break,
                    '\n' => panic!("a line ends in a literal: {text}"),
                    '\\' => units.push(match chars.next().expect("an escape") {
                        'n' => 10,
                        'r' => 13,
                        't' => 9,
                        'u' => u16::from_str_radix(&chars.by_ref().take(4).collect::<String>(), 16).expect("hex"),
                        c @ ('"' | '\\') => c as u16,
                        other => panic!("\\{other}"),
                    }),
                    c => units.extend(c.encode_utf16(&mut [0; 2]).iter()),
                }
            }
            code.literals
                .insert(String::from_utf16(&units).expect("whole characters"));
            code.rest.push('_');
        } else {
            code.rest.push(c);
        }
    }
    code
}

fn bare(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

impl Code {
    fn has_word(&self, word: &str) -> bool {
        let word = bare(word);
        self.rest
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-')
            .flat_map(|token| [token, token.rsplit('.').next().unwrap_or(token)])
            .any(|token| bare(token) == word)
    }

    fn has_number(&self, number: &Node) -> bool {
        let value = number.as_whole();
        self.rest
            .split(|c: char| !c.is_ascii_digit() && c != '-')
            .any(|token| token.parse::<i64>().ok().is_some_and(|token| Some(token) == value))
    }

    /// Whether the value of a leaf is somewhere in the code.
    fn carries(&self, request: &PutPool, pointer: &str, leaf: &Node) -> bool {
        let in_settings = ancestors(pointer).any(|above| {
            above.ends_with("/settings")
                && request
                    .body
                    .at(above.strip_prefix(path::POOL).expect("below the pool"))
                    .is_some_and(|settings| self.literals.contains(&settings.to_json()))
        });
        in_settings
            || match &leaf.value {
                Value::Text(text) => {
                    let part = |text: &str, mark: char| text.rsplit(mark).next().unwrap_or_default().to_owned();
                    self.literals.contains(text)
                        || (!text.is_empty() && self.has_word(text))
                        || (pointer.contains("/certificates/") && self.literals.contains(&part(text, '-')))
                        || (pointer.ends_with("/type") && self.literals.iter().any(|l| l.eq_ignore_ascii_case(text)))
                        || (pointer.ends_with("/interNodeCommunication")
                            && self.has_word(if text == "Enabled" { "true" } else { "false" }))
                }
                Value::Number(_) => self.has_number(leaf),
                Value::Bool(value) => self.has_word(&value.to_string()),
                Value::Null => false,
                Value::List(_) => self.rest.contains(">()"),
                Value::Object(_) => {
                    self.literals.contains(&path::last(pointer))
                        || self.rest.contains("new ") && self.rest.contains("()")
                }
            }
    }
}

fn check_code(case: &str, request: &PutPool, output: &Output) {
    let code = read_code(&output.text);
    for (pointer, leaf) in all_leaves(request) {
        assert!(
            is_noted(output, &pointer) || code.carries(request, &pointer, leaf),
            "{case}: {pointer} = {} is neither written nor noted:\n{}",
            leaf.to_json(),
            output.text
        );
    }
    let mut open = Vec::new();
    for c in code.rest.chars() {
        match c {
            '(' | '[' | '{' => open.push(c),
            ')' => assert_eq!(open.pop(), Some('('), "{case}"),
            ']' => assert_eq!(open.pop(), Some('['), "{case}"),
            '}' => assert_eq!(open.pop(), Some('{'), "{case}"),
            _ => {}
        }
    }
    assert!(open.is_empty(), "{case}: {open:?}");
    for line in output.text.lines() {
        assert_eq!(line.trim_end(), line, "{case}: a space at the end of a line");
        let indent = line.len() - line.trim_start().len();
        assert!(indent % 4 == 0 && !line.contains('\t'), "{case}: `{line}`");
    }
    assert!(output.text.ends_with('\n') && !output.text.contains("\n\n\n"), "{case}");
    let usings: Vec<&str> = output
        .text
        .lines()
        .filter(|line| line.starts_with("using ") && !line.contains('='))
        .collect();
    let mut sorted = usings.clone();
    sorted.sort_by_key(|line| (!line.starts_with("using System"), line.trim_end_matches(';').to_owned()));
    assert_eq!(usings, sorted, "{case}");
    // The namespaces that are not always there are there when they are needed, and only then.
    for (namespace, marks) in [
        ("System.Xml", &["XmlConvert."][..]),
        ("System.Collections.Generic", &["new List<", "new Dictionary<"]),
        ("Azure.ResourceManager.Models", &["new ManagedServiceIdentity("]),
        ("Newtonsoft.Json.Linq", &["JToken."]),
    ] {
        let used = marks.iter().any(|mark| code.rest.contains(mark));
        let named = usings.contains(&format!("using {namespace};").as_str());
        assert_eq!(used, named, "{case}: {namespace}");
    }
    check_syntax(case, &output.text);
}

fn check_syntax(case: &str, code: &str) {
    let mut parser = tree_sitter::Parser::new();
    parser
        .set_language(&tree_sitter_c_sharp::LANGUAGE.into())
        .expect("a grammar that fits");
    let tree = parser.parse(code, None).expect("a tree");
    assert!(
        !tree.root_node().has_error(),
        "{case}: not C#: {}\n{code}",
        tree.root_node()
    );
}

/// The body as it arrives, secrets and all, from a `.http` file whose variables an editor fills.
fn body_of_http(text: &str) -> Node {
    let (_, body) = text.split_once("\n\n").expect("a body");
    let mut filled = String::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once("{{") {
        let (_, after) = after.split_once("}}").expect("a variable that ends");
        filled.push_str(before);
        filled.push_str(if before.ends_with('"') { "FILLED" } else { "\"FILLED\"" });
        rest = after;
    }
    parse(&(filled + rest)).expect("JSON")
}

/// The same from a shell that runs the command, with `curl` saying its arguments.
#[cfg(unix)]
fn body_of_shell(output: &Output) -> Node {
    let script = format!(
        "curl() {{ for each; do printf '%s\\0' \"$each\"; done; }}\n{}",
        output.text
    );
    let mut shell = std::process::Command::new("sh");
    shell.arg("-c").arg(script).env("TOKEN", "T");
    for note in &output.left_out {
        let words = note.why.text(Language::English);
        if let Some(name) = words.split('`').nth(1).filter(|name| name.starts_with("POOL_")) {
            // Fits a text between quotes as well as a value without.
            shell.env(name, "0");
        }
    }
    let said = shell.output().expect("a shell");
    let errors = String::from_utf8_lossy(&said.stderr);
    assert!(said.status.success() && errors.is_empty(), "{errors}\n{}", output.text);
    let said = String::from_utf8(said.stdout).expect("UTF-8");
    let arguments: Vec<&str> = said.split_terminator('\0').collect();
    let at = arguments
        .iter()
        .position(|argument| *argument == "--data-binary")
        .expect("a body");
    assert_eq!(arguments.len(), at + 2, "{arguments:?}");
    let body = arguments[at + 1];
    parse(body).unwrap_or_else(|trouble| panic!("{trouble:?}: {body}"))
}

fn check_body(case: &str, request: &PutPool, body: &Node) {
    for (pointer, leaf) in all_leaves(request) {
        let arrived = body.at(pointer.strip_prefix(path::POOL).expect("below the pool"));
        let shadowed = request.body.at(pointer.strip_prefix(path::POOL).expect("below")) != Some(leaf);
        assert!(
            is_secret(&pointer) || shadowed || arrived.is_some_and(|arrived| arrived.same_json(leaf)),
            "{case}: {pointer} is {arrived:?} instead of {}",
            leaf.to_json()
        );
    }
}

/// Reads an output as its own language does and holds it against the request.
fn read_back(case: &str, id: &str, request: &PutPool, output: &Output) {
    match id {
        "arm" => assert!(parse(&output.text).expect("JSON").same_json(&request.body), "{case}"),
        "http" => check_body(case, request, &body_of_http(&output.text)),
        #[cfg(unix)]
        "curl" => check_body(case, request, &body_of_shell(output)),
        #[cfg(not(unix))]
        "curl" => {}
        #[cfg(unix)]
        "azrest" => az::check_rest(case, request, output),
        #[cfg(unix)]
        "azbatch" => az::check_batch(case, request, output),
        #[cfg(not(unix))]
        "azrest" | "azbatch" => {}
        "powershell" => powershell::check(case, request, output),
        "template" => deployments::check_template(case, request, output),
        "bicep" => deployments::check_bicep(case, request, output),
        "azapi" => terraform::check_azapi(case, request, output),
        "azurerm" => terraform::check_azurerm(case, request, output),
        "python" => scripts::check_python(case, request, output),
        "javascript" => scripts::check_javascript(case, request, output),
        "csharp-resourcemanager" | "csharp-compute" | "csharp-legacy" => check_code(case, request, output),
        "go" => go::check(case, request, output),
        "java" => java::check(case, request, output),
        other => panic!("nothing reads `{other}` back"),
    }
}

fn check(case: &str, request: &PutPool, emitter: &Emitter) {
    let case = format!("{case} as {}", emitter.id);
    let output = (emitter.emit)(request);
    for note in &output.left_out {
        assert!(note.path.starts_with('/'), "{case}: {}", note.path);
        let texts = Language::ALL.map(|language| note.why.text(language));
        assert!(
            texts.iter().all(|text| text.ends_with('.') && !text.contains("{0")),
            "{case}: {texts:?}"
        );
        assert!(texts[0] != texts[1] && texts[1] != texts[2], "{case}: {texts:?}");
    }
    for read_only in &request.read_only {
        assert!(
            output.left_out.iter().any(|note| note.path == *read_only),
            "{case}: {read_only}"
        );
    }
    read_back(&case, emitter.id, request, &output);
    if emitter.id != "arm" {
        for (pointer, leaf) in all_leaves(request) {
            let Some(text) = leaf.as_text().filter(|text| is_secret(&pointer) && text.len() > 3) else {
                continue;
            };
            let json = leaf.to_json();
            let escaped = &json[1..json.len() - 1];
            assert!(
                !output.text.contains(text) && !output.text.contains(escaped),
                "{case}: the secret of {pointer} is written"
            );
            assert!(is_noted(&output, &pointer), "{case}: {pointer} is not noted");
        }
    } else if all_leaves(request)
        .iter()
        .any(|(pointer, leaf)| is_secret(pointer) && leaf.value != Value::Null)
    {
        assert!(
            !output.left_out.is_empty(),
            "{case}: it does not say that there are secrets"
        );
    }
    let lines: Vec<String> = highlight(&output.text, emitter.syntax)
        .iter()
        .map(|line| line.iter().map(|(_, run)| *run).collect())
        .collect();
    assert_eq!(lines.join("\n"), output.text, "{case}: highlighting changes the text");
}

#[test]
fn every_emitter_over_every_case() {
    let cases = all_cases();
    for case in &cases {
        for emitter in emit::ALL {
            check(&case.name, &case.request(), emitter);
        }
    }
    println!("{} cases", cases.len());
}

#[test]
fn ids_and_file_names_are_unique() {
    let ids: BTreeSet<_> = emit::ALL.iter().map(|emitter| emitter.id).collect();
    let files: BTreeSet<_> = emit::ALL.iter().map(|emitter| emitter.file_name).collect();
    assert_eq!((ids.len(), files.len()), (emit::ALL.len(), emit::ALL.len()));
    assert!(emit::ALL.iter().all(|emitter| emit::find(emitter.id).is_some()));
}

fn members_of_the_contract(members: &'static [Member], at: &str, found: &mut BTreeSet<String>) {
    for member in members.iter().filter(|m| m.lives_in(V2025_06_01) && !m.read_only) {
        let pointer = format!("{at}/{}", member.name);
        if let Shape::Object(inner) | Shape::List(Shape::Object(inner)) | Shape::Map(Shape::Object(inner)) =
            &member.shape
        {
            members_of_the_contract(inner, &pointer, found);
        }
        found.insert(pointer);
    }
}

fn members_of_a_body(node: &Node, at: &str, found: &mut BTreeSet<String>) {
    for item in node.items() {
        members_of_a_body(item, at, found);
    }
    for member in node.members() {
        let pointer = format!("{at}/{}", member.name);
        members_of_a_body(&member.node, &pointer, found);
        found.insert(pointer);
    }
}

#[test]
fn the_plans_use_the_whole_contract() {
    let mut contract = BTreeSet::new();
    members_of_the_contract(contract::POOL, "", &mut contract);
    let mut used = BTreeSet::new();
    for plan in own_plans()
        .iter()
        .filter(|plan| plan.name != "wild" && plan.name != "older")
    {
        members_of_a_body(&plan.request().body, "", &mut used);
    }
    let missing: Vec<_> = contract.difference(&used).collect();
    assert!(missing.is_empty(), "no plan has {missing:#?}");
}

#[test]
fn the_newer_library_carries_the_whole_contract() {
    let emitter = emit::find("csharp-resourcemanager").expect("an emitter");
    for plan in own_plans()
        .iter()
        .filter(|plan| plan.name != "wild" && plan.name != "older")
    {
        let request = plan.request();
        for note in (emitter.emit)(&request).left_out {
            let text = note.why.text(Language::English);
            assert!(
                text.contains("environment variable"),
                "{}: {}: {text}",
                plan.name,
                note.path
            );
        }
    }
}

fn left_out(plan: &str, emitter: &str) -> Vec<String> {
    let plans = own_plans();
    let plan = plans.iter().find(|case| case.name == plan).expect("a plan");
    let output = (emit::find(emitter).expect("an emitter").emit)(&plan.request());
    output.left_out.into_iter().map(|note| note.path).collect()
}

#[test]
fn the_older_library_says_what_it_cannot() {
    assert_eq!(
        left_out("gallery", "csharp-legacy"),
        [
            "/pool/identity",
            "/pool/tags",
            "/pool/properties/scaleSettings/fixedScale/nodeDeallocationOption",
            "/pool/properties/taskSchedulingPolicy/jobDefaultOrder",
        ]
    );
    let machine = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration";
    assert_eq!(
        left_out("marketplace-windows", "csharp-legacy"),
        [
            format!("{machine}/diskEncryptionConfiguration/customerManagedKey"),
            "/pool/properties/userAccounts/0/password".to_owned(),
            "/pool/properties/userAccounts/1/password".to_owned(),
        ]
    );
}

#[test]
fn the_older_library_keeps_disks_without_cache() {
    let plans = own_plans();
    let plan = plans.iter().find(|case| case.name == "confidential").expect("a plan");
    let text = (emit::find("csharp-legacy").expect("an emitter").emit)(&plan.request()).text;
    assert!(
        text.contains("new DataDisk(lun: 4, diskSizeGB: 64, caching: CachingType.None)"),
        "{text}"
    );
}

/// `cargo xtask test --only clients` holds this table against the libraries.
#[test]
fn the_names_in_python_and_javascript_are_as_they_were() {
    insta::assert_snapshot!("names-in-python-and-javascript", scripts::names());
}

#[test]
fn python_and_javascript_carry_every_plan() {
    for case in all_cases() {
        for id in ["python", "javascript"] {
            let request = case.request();
            for note in (emit::find(id).expect("an emitter").emit)(&request).left_out {
                let text = note.why.text(Language::English);
                assert!(
                    text.contains("environment variable") || request.read_only.contains(&note.path),
                    "{}: {}: {text}",
                    case.name,
                    note.path
                );
            }
        }
    }
}

#[test]
fn numbers_that_a_language_cannot_hold_are_noted() {
    let root = parse(
        r#"{"pool": {"properties": {"taskSlotsPerNode": 12345678901234567890, "x": [1e400, 1.50, -0], "__proto__": {}}}}"#,
    )
    .expect("JSON");
    let case = Case {
        name: "numbers".to_owned(),
        root,
    };
    let request = case.request();
    for (id, noted) in [
        ("python", &["/pool/properties/x/0"][..]),
        (
            "javascript",
            &["/pool/properties/taskSlotsPerNode", "/pool/properties/x/0"],
        ),
    ] {
        let output = (emit::find(id).expect("an emitter").emit)(&request);
        read_back(&case.name, id, &request, &output);
        let paths: Vec<&str> = output.left_out.iter().map(|note| note.path.as_str()).collect();
        assert_eq!(
            paths.iter().filter(|path| path.starts_with("/pool")).count(),
            noted.len(),
            "{paths:?}"
        );
        assert!(noted.iter().all(|path| paths.contains(path)), "{paths:?}");
    }
}

const HOSTILE: [&str; 12] = [
    "",
    "'; rm -rf / #",
    "\"; Environment.Exit(1); //",
    "\\",
    "\\\"'\\'",
    "a\nb\r\n\tc",
    "\u{0}\u{1}\u{7f}\u{85}",
    "\u{2028}\u{2029}\u{202e}\u{feff}",
    "🦀 été ${HOME} $(id) `id` %PATH% !x",
    "{{token}} {0} {{{x}}} {",
    "*/ // /* <!-- ]]>",
    "### PUT https://evil.example\n\n",
];

fn with_texts(node: &Node, hostile: &str) -> Node {
    match &node.value {
        Value::Text(_) => Node::text(hostile),
        Value::List(items) => Node::list(items.iter().map(|item| with_texts(item, hostile))),
        Value::Object(members) => Node::object(
            members
                .iter()
                .map(|member| (member.name.clone(), with_texts(&member.node, hostile))),
        ),
        _ => node.clone(),
    }
}

#[test]
fn hostile_texts_everywhere() {
    for plan in own_plans() {
        for hostile in HOSTILE {
            let case = Case {
                name: format!("{} with {hostile:?}", plan.name),
                root: with_texts(&plan.root, hostile),
            };
            for emitter in emit::ALL {
                // Secrets and plain texts are the same here, so only the form is looked at.
                let request = case.request();
                let output = (emitter.emit)(&request);
                read_back(&case.name, emitter.id, &request, &output);
            }
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_anywhere(characters in proptest::collection::vec(proptest::char::any(), 0..20)) {
        let hostile: String = characters.into_iter().collect();
        let plans = own_plans();
        let plan = plans.iter().find(|case| case.name == "start-task").expect("a plan");
        let case = Case { name: format!("{hostile:?}"), root: with_texts(&plan.root, &hostile) };
        let request = case.request();
        for emitter in emit::ALL.iter().filter(|emitter| emitter.syntax == Syntax::CSharp) {
            check_code(&case.name, &request, &(emitter.emit)(&request));
        }
        for id in ["http", "template", "bicep", "python", "javascript", "go", "java"] {
            read_back(&case.name, id, &request, &(emit::find(id).expect("an emitter").emit)(&request));
        }
    }
}

#[test]
fn outputs_are_as_they_were() {
    let plans = own_plans();
    for (plan, emitter) in [
        ("gallery", "csharp-resourcemanager"),
        ("gallery", "csharp-compute"),
        ("mounts", "csharp-legacy"),
        ("network", "go"),
        ("mounts", "java"),
        ("containers", "curl"),
        ("upgrades", "azrest"),
        ("containers", "azbatch"),
        ("network", "powershell"),
        ("containers", "template"),
        ("gallery", "bicep"),
        ("gallery", "azapi"),
        ("network", "azurerm"),
        ("mounts", "python"),
        ("start-task", "javascript"),
        ("mounts", "javascript"),
    ] {
        let case = plans.iter().find(|case| case.name == plan).expect("a plan");
        let output = (emit::find(emitter).expect("an emitter").emit)(&case.request());
        insta::assert_snapshot!(format!("{plan}-{emitter}"), output.text);
    }
}

#[test]
fn values_that_nobody_knows_are_noted_by_every_output() {
    let root = parse(
        r#"{
          "target": { "accountName": "[parameters('account')]", "poolName": "p", "region": "[bicep(location)]" },
          "pool": {
            "identity": { "type": "UserAssigned", "userAssignedIdentities": { "[variables('identity').id()]": {} } },
            "properties": {
              "vmSize": "[parameters('vmSize')]",
              "userAccounts": [{ "name": "[terraform(var.user)]", "password": "[parameters('password')]" }],
              "deploymentConfiguration": { "virtualMachineConfiguration": {
                "imageReference": { "publisher": "canonical", "offer": "[terraform(var.offer)]", "sku": "server" },
                "nodeAgentSkuId": "batch.node.ubuntu 24.04"
              } },
              "startTask": { "commandLine": "[a] (no expression)" }
            }
          }
        }"#,
    )
    .expect("JSON");
    let request = PutPool::of(&batch_pool_planner::model::Plan::read(&root)).expect("a pool");
    for emitter in emit::ALL {
        let output = emitter.write(&request);
        let told = |path: &str| -> Vec<String> {
            let own = output.left_out.iter().filter(|left| left.path == path);
            own.map(|left| left.why.text(Language::English)).collect()
        };
        for (path, value) in [
            ("/target/accountName", "[parameters('account')]"),
            ("/target/region", "[bicep(location)]"),
            (
                "/pool/identity/userAssignedIdentities/[variables('identity').id()]",
                "[variables('identity').id()]",
            ),
            ("/pool/properties/vmSize", "[parameters('vmSize')]"),
            ("/pool/properties/userAccounts/0/name", "[terraform(var.user)]"),
            (
                "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/imageReference/offer",
                "[terraform(var.offer)]",
            ),
        ] {
            let words = format!("The value is not known: replace `{value}`.");
            assert!(told(path).contains(&words), "{}: {path}: {:?}", emitter.id, told(path));
        }
        assert_eq!(
            told("/pool/properties/userAccounts/0/password").len(),
            1,
            "{}",
            emitter.id
        );
        assert!(
            told("/pool/properties/startTask/commandLine").is_empty(),
            "{}",
            emitter.id
        );
    }
    // A plan without any has no note more.
    for case in own_plans() {
        let request = case.request();
        for emitter in emit::ALL {
            assert_eq!(
                emitter.write(&request).left_out,
                (emitter.emit)(&request).left_out,
                "{}",
                case.name
            );
        }
    }
}
