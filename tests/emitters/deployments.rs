//! ARM templates and Bicep: parsed by a reader of their language, and the pool read back is the pool of the plan.

use std::path::Path;

use batch_pool_planner::arm::PutPool;
use batch_pool_planner::emit::{self, Output};
use batch_pool_planner::input::{self, Dialect, NoteKind, Pool, parse};
use batch_pool_planner::model::{Node, Plan, Value, path};
use serde_json::{Value as Json, json};

use crate::cases::{Case, is_secret, json_files, official_examples, own_plans};

/// The body as it must arrive: secrets by the parameter that stands for them, without what was noted.
fn expected(request: &PutPool, output: &Output, secret: fn(&str, bool) -> String) -> Node {
    fn below(node: &Node, at: &str, output: &Output, secret: fn(&str, bool) -> String) -> Option<Node> {
        if let Some(note) = output.left_out.iter().find(|note| note.path == at) {
            let words = note.why.text(batch_pool_planner::words::Language::English);
            return words.contains("secure parameter").then(|| {
                let name = words.split('`').nth(1).expect("the name of a parameter");
                Node::text(secret(name, words.contains("JSON")))
            });
        }
        Some(match &node.value {
            Value::List(items) => Node::list(
                items
                    .iter()
                    .enumerate()
                    .map(|(index, item)| below(item, &path::item(at, index), output, secret).expect("an item")),
            ),
            Value::Object(_) => Node::object(node.counting_members().filter_map(|member| {
                let pointer = path::child(at, &member.name);
                Some((member.name.clone(), below(&member.node, &pointer, output, secret)?))
            })),
            _ => node.clone(),
        })
    }
    below(&request.body, path::POOL, output, secret).expect("a body")
}

fn assert_same(case: &str, read: &Node, expected: &Node, text: &str) {
    assert!(
        read.same_json(expected),
        "{case}: {}\ninstead of {}\n{text}",
        read.to_json(),
        expected.to_json()
    );
}

// ARM templates.

/// What a template means by a text, as its documentation says: between brackets stands an expression, unless there are two.
enum Meaning<'a> {
    Literal(&'a str),
    Expression(&'a str),
}

fn meaning(text: &str) -> Meaning<'_> {
    match text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        // The first bracket of two only keeps the second.
        Some(inner) if inner.starts_with('[') => Meaning::Literal(&text[1..]),
        Some(inner) => Meaning::Expression(inner),
        // A single bracket at both ends of the text.
        None => Meaning::Literal(text),
    }
}

/// The template with the parameters' defaults in their places; secrets stay expressions.
fn resolved(node: &Node, parameters: &Node) -> Node {
    match &node.value {
        Value::Text(text) => match meaning(text) {
            Meaning::Literal(text) => Node::text(text),
            Meaning::Expression(inner) => {
                let name = inner
                    .strip_prefix("parameters('")
                    .and_then(|rest| rest.strip_suffix("')"));
                let parameter = name.map(|name| parameters.get(name).expect("a declared parameter"));
                match parameter.and_then(|parameter| parameter.get("defaultValue")) {
                    Some(default) => resolved(default, &Node::object::<String>([])),
                    None => node.clone(),
                }
            }
        },
        Value::List(items) => Node::list(items.iter().map(|item| resolved(item, parameters))),
        Value::Object(members) => Node::object(members.iter().map(|member| {
            let Meaning::Literal(name) = meaning(&member.name) else {
                panic!("{} is an expression", member.name);
            };
            (name.to_owned(), resolved(&member.node, parameters))
        })),
        _ => node.clone(),
    }
}

/// The resource of a template with its parameters resolved, without what says where it goes.
fn resource(template: &Node) -> Node {
    let parameters = template.get("parameters").expect("parameters");
    let resources = template.get("resources").expect("resources").items();
    let [resource] = resources else {
        panic!("{} resources", resources.len())
    };
    let body = resource
        .members()
        .iter()
        .filter(|member| !["type", "apiVersion", "name"].contains(&member.name.as_str()));
    resolved(
        &Node::object(body.map(|member| (member.name.clone(), member.node.clone()))),
        parameters,
    )
}

pub fn check_template(case: &str, request: &PutPool, output: &Output) {
    let template = parse(&output.text).expect("JSON");
    let text = |pointer: &str| template.at(pointer).and_then(Node::as_text);
    let resource_text = |name: &str| template.get("resources")?.items().first()?.get(name)?.as_text();
    assert_eq!(text("/contentVersion"), Some("1.0.0.0"), "{case}");
    assert_eq!(resource_text("type"), Some("Microsoft.Batch/batchAccounts/pools"));
    assert_eq!(
        resource_text("apiVersion"),
        Some(request.api_version.to_string().as_str())
    );
    assert_eq!(
        resource_text("name"),
        Some("[format('{0}/{1}', parameters('accountName'), parameters('poolName'))]")
    );
    let expression = |name: &str, json| {
        if json {
            format!("[json(parameters('{name}'))]")
        } else {
            format!("[parameters('{name}')]")
        }
    };
    assert_same(
        case,
        &resource(&template),
        &expected(request, output, expression),
        &output.text,
    );
    let declared = template.get("parameters").expect("parameters");
    for (name, value) in [("accountName", &request.account), ("poolName", &request.pool_name)] {
        let default = declared.get(name).and_then(|parameter| parameter.get("defaultValue"));
        let default = default.map(|default| resolved(default, declared));
        assert_eq!(default, value.as_ref().map(Node::text), "{case}: {name}");
    }
    for parameter in declared.members() {
        let kind = parameter.node.get("type").and_then(Node::as_text).expect("a type");
        let has_default = parameter.node.get("defaultValue").is_some();
        assert!(
            ["string", "int", "secureString", "secureObject"].contains(&kind),
            "{case}: {kind}"
        );
        assert!(
            !(has_default && kind.starts_with("secure")),
            "{case}: {}",
            parameter.name
        );
    }
}

/// The schema of a pool in one api-version, where it lies beside the repository.
fn schema(version: &str) -> Option<jsonschema::Validator> {
    let contract = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../shared/specs/{version}/openapi.json"));
    let mut contract: Json = serde_json::from_str(&std::fs::read_to_string(contract).ok()?).expect("JSON");
    let mut definitions = contract["definitions"].take();
    forget_other_files(&mut definitions);
    let schema = json!({ "$ref": "#/definitions/Pool", "definitions": definitions });
    let validator = jsonschema::draft4::new(&schema).expect("a schema");
    assert!(!validator.is_valid(&json!({ "properties": { "vmSize": 1 } })));
    Some(validator)
}

/// The types all Azure contracts share stand in files of their own and hold nothing but read-only members.
fn forget_other_files(value: &mut Json) {
    match value {
        Json::Object(members) => {
            let elsewhere = |link: &Json| link.as_str().is_some_and(|link| !link.starts_with('#'));
            if members.get("$ref").is_some_and(elsewhere) {
                members.remove("$ref");
            }
            members.values_mut().for_each(forget_other_files);
        }
        Json::Array(items) => items.iter_mut().for_each(forget_other_files),
        _ => {}
    }
}

#[test]
fn templates_of_the_official_examples_fit_the_contract() {
    let mut count = 0;
    for case in official_examples() {
        let request = case.request();
        let validator = schema(&request.api_version.to_string()).expect("the contract of an example");
        let output = (emit::find("template").expect("an emitter").emit)(&request);
        let fits = |body: &Node| {
            let body: Json = serde_json::from_str(&body.to_json()).expect("JSON");
            validator
                .iter_errors(&body)
                .map(|error| error.to_string())
                .collect::<Vec<_>>()
        };
        // Some examples do not fit their own contract; their templates do so as little, and no less.
        let pool = resource(&parse(&output.text).expect("JSON"));
        let secrets = output.left_out.iter().any(|note| is_secret(&note.path));
        if !secrets {
            assert_eq!(fits(&pool), fits(&request.body), "{}", case.name);
        }
        count += usize::from(fits(&pool).is_empty());
    }
    println!("{count} templates fit the contract");
}

// Bicep.

/// The same code without slashes in texts: the grammar takes two of them at the start of a text for a comment, which they
/// are not in Bicep.
fn without_slashes_in_texts(code: &str) -> String {
    let mut in_text = false;
    let mut escaped = false;
    let mut in_comment = false;
    let mut before = '\n';
    let plain = |c| {
        in_comment &= c != '\n';
        if !in_text && c == '/' && before == '/' {
            in_comment = true;
        }
        before = c;
        if in_comment {
            return c;
        }
        let ends = c == '\'' && !escaped;
        escaped = in_text && c == '\\' && !escaped;
        in_text ^= ends;
        if in_text && c == '/' { '_' } else { c }
    };
    code.chars().map(plain).collect()
}

fn check_grammar(case: &str, text: &str) {
    let text = &without_slashes_in_texts(text);
    let mut parser = tree_sitter::Parser::new();
    parser
        .set_language(&tree_sitter_bicep::LANGUAGE.into())
        .expect("a grammar that fits");
    let tree = parser.parse(text, None).expect("a tree");
    assert!(
        !tree.root_node().has_error(),
        "{case}: not Bicep: {}\n{text}",
        tree.root_node()
    );
}

fn only_pool(case: &str, text: &str) -> Pool {
    let mut pools = input::pools(text);
    assert_eq!(pools.len(), 1, "{case}\n{text}");
    let pool = pools.remove(0);
    assert_eq!(pool.reading.dialect, Dialect::Bicep, "{case}\n{text}");
    pool
}

pub fn check_bicep(case: &str, request: &PutPool, output: &Output) {
    check_grammar(case, &output.text);
    let pool = only_pool(case, &output.text);
    let root = pool
        .reading
        .root
        .unwrap_or_else(|trouble| panic!("{case}: {trouble:?}\n{}", output.text));
    let expression = |name: &str, json| {
        if json {
            format!("[bicep(json({name}))]")
        } else {
            format!("[bicep({name})]")
        }
    };
    let expected = expected(request, output, expression);
    assert_same(case, root.get("pool").expect("a pool"), &expected, &output.text);
    // An address is known unless it is empty or hides what can't be in one.
    let shown = |value: &Option<String>| value.clone().filter(|value| !value.is_empty() && !value.contains('\0'));
    let read = |pointer| root.at(pointer).and_then(Node::as_text).map(str::to_owned);
    assert_eq!(read(path::ACCOUNT), shown(&request.account), "{case}");
    assert_eq!(read(path::POOL_NAME), shown(&request.pool_name), "{case}");
    assert_eq!(read(path::API_VERSION), Some(request.api_version.to_string()), "{case}");
    let secrets = output.left_out.iter().filter(|note| is_secret(&note.path)).count();
    let unknown = pool
        .reading
        .notes
        .iter()
        .filter(|note| note.kind == NoteKind::NotLiteral);
    let unknown = unknown
        .filter(|note| !["name", "parent"].contains(&note.name.as_str()))
        .count();
    assert_eq!(
        unknown, secrets,
        "{case}: every secret is noted, and nothing else: {:?}",
        pool.reading.notes
    );
    for line in output.text.lines() {
        assert_eq!(line.trim_end(), line, "{case}: a space at the end of a line");
    }
    assert!(output.text.ends_with('\n') && !output.text.contains("\n\n\n"), "{case}");
}

/// Each block of the official samples with its title.
fn samples() -> Vec<(String, String)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/specs/2025-06-01/bicep-samples.md");
    let Ok(text) = std::fs::read_to_string(file) else {
        println!("the official Bicep samples are not beside the repository");
        return Vec::new();
    };
    let mut samples = Vec::new();
    for part in text.split("```bicep\n").skip(1) {
        let (code, _) = part.split_once("\n```").expect("a block that ends");
        let before = text[..part.as_ptr() as usize - text.as_ptr() as usize].trim_end_matches("```bicep\n");
        let title = before.trim_end().lines().last().expect("a title");
        samples.push((title.to_owned(), code.to_owned()));
    }
    samples
}

/// Where a sample differs from an example.
fn differ(sample: &Node, example: &Node, at: &str, differences: &mut Vec<String>) {
    match (&sample.value, &example.value) {
        (Value::Object(_), Value::Object(_)) => {
            for member in example.members() {
                let pointer = path::child(at, &member.name);
                match sample.get(&member.name) {
                    Some(there) => differ(there, &member.node, &pointer, differences),
                    None => differences.push(format!("{pointer} is missing")),
                }
            }
            for member in sample.members() {
                if example.get(&member.name).is_none() {
                    differences.push(format!("{at}/{} is added", member.name));
                }
            }
        }
        (Value::List(one), Value::List(other)) if one.len() == other.len() => {
            for (index, (one, other)) in one.iter().zip(other).enumerate() {
                differ(one, other, &path::item(at, index), differences);
            }
        }
        _ if sample.same_json(example) => {}
        _ => differences.push(format!("{at} is {} for {}", sample.to_json(), example.to_json())),
    }
}

#[test]
fn official_samples_are_the_pools_of_their_examples() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/specs/2025-06-01/examples");
    let examples = json_files(&folder);
    let mut differences = Vec::new();
    let mut count = 0;
    for (title, code) in samples() {
        check_grammar(&title, &code);
        let pool = only_pool(&title, &code);
        let root = pool
            .reading
            .root
            .unwrap_or_else(|trouble| panic!("{title}: {trouble:?}"));
        let Some(body) = root.get("pool") else {
            assert!(!title.starts_with("CreatePool"), "{title}");
            assert!(pool.reading.notes.iter().all(|note| note.kind == NoteKind::OtherType));
            continue;
        };
        assert_eq!(root.at(path::API_VERSION).and_then(Node::as_text), Some("2025-06-01"));
        assert_eq!(root.at(path::POOL_NAME).and_then(Node::as_text), Some("example"));
        // Of those that belong to the title, the example that comes closest.
        let of = |(name, example): &(String, Node)| {
            if !name.starts_with("PoolCreate_") {
                return None;
            }
            let mut found = Vec::new();
            differ(body, example.at("/parameters/parameters")?, &title, &mut found);
            Some(found)
        };
        let closest = examples.iter().filter_map(of).min_by_key(Vec::len).expect("an example");
        differences.extend(closest);
        count += 1;
    }
    if count > 0 {
        assert!(count >= 17, "{count} samples");
        // The generator of the samples writes `null` as an object without members.
        let machine = "/properties/deploymentConfiguration/virtualMachineConfiguration";
        assert_eq!(
            differences,
            [format!(
                "CreatePool - SecurityProfile{machine}/securityProfile/uefiSettings/secureBootEnabled is {{}} for null"
            )]
        );
    }
}

// Hostile values.

fn pool_with(body: &str) -> PutPool {
    let root = Node::object([("pool", parse(body).expect("JSON"))]);
    PutPool::of(&Plan::read(&root)).expect("a pool")
}

#[test]
fn what_no_template_can_say_is_noted() {
    let request = pool_with(
        r#"{"copy": [1], "Name": "x", "location": "here", "properties": {
            "a": 1e400, "b": [1, 12345678901234567890123], "c": {"copy": [{"name": "x"}], "d": 1.5}, "copy": "plain",
            "e": 18446744073709551616, "f": -0.0, "g": -9223372036854775808, "h": 2e3, "i": 1e20,
            "j": 1, "j": 1e400, "k": 1e400, "k": 2}}"#,
    );
    for id in ["template", "bicep"] {
        let output = (emit::find(id).expect("an emitter").emit)(&request);
        let mut noted: Vec<&str> = output.left_out.iter().map(|note| note.path.as_str()).collect();
        noted.retain(|pointer| pointer.starts_with(path::POOL));
        assert_eq!(
            noted,
            [
                "/pool/copy",
                "/pool/Name",
                "/pool/properties/a",
                "/pool/properties/b",
                "/pool/properties/c/copy",
                "/pool/properties/e",
                "/pool/properties/j"
            ],
            "{id}"
        );
        if id == "bicep" {
            check_bicep(id, &request, &output);
        } else {
            check_template(id, &request, &output);
        }
    }
}

#[test]
fn brackets_stay_literal_in_templates() {
    let request = pool_with(
        r#"{"tags": {"[a]": "[b]", "[": "[", "[x": "[[y]", "[]": "[]", "[[z]]": "]["},
            "properties": {"vmSize": "[concat('a')]", "scaleSettings": {"autoScale": {"formula": "[x] = 1;"}}}}"#,
    );
    let output = (emit::find("template").expect("an emitter").emit)(&request);
    check_template("brackets", &request, &output);
    for text in [
        r#""[[a]": "[[b]""#,
        r#""[x": "[[[y]""#,
        r#""[x] = 1;""#,
        r#""[[concat('a')]""#,
    ] {
        assert!(output.text.contains(text), "{text}\n{}", output.text);
    }
}

#[test]
fn secrets_at_places_that_look_alike_have_parameters_of_their_own() {
    let list = |length: usize| vec!["{}"; length].join(",");
    let request = pool_with(&format!(
        r#"{{"properties": {{"x": [{}, {{"password": "a"}}, {{}}], "y": [{{}}, [{{}}, {{"password": "b"}}]]}}}}"#,
        list(11)
    ));
    let output = (emit::find("template").expect("an emitter").emit)(&request);
    check_template("secrets", &request, &output);
    let template = parse(&output.text).expect("JSON");
    let names = template.get("parameters").expect("parameters").members();
    assert!(
        names.iter().any(|member| member.name == "pool11Password"),
        "{}",
        output.text
    );
    assert!(
        names.iter().any(|member| member.name == "pool1_1Password"),
        "{}",
        output.text
    );
}

#[test]
fn a_strange_address_leaves_comments_and_commands_alone() {
    let text = "a\n} ${x} 'b' \"c\" \u{2028}\u{202e}\\";
    let mut request = own_plans().remove(0).request();
    for value in [text, "résumé (test) $(id) 'x'", "plain-1"] {
        request.subscription = Some(value.to_owned());
        request.resource_group = Some(value.to_owned());
        request.account = Some(value.to_owned());
        request.pool_name = Some(value.to_owned());
        for id in ["template", "bicep"] {
            let output = (emit::find(id).expect("an emitter").emit)(&request);
            let noted = output.left_out.iter().any(|note| note.path == path::RESOURCE_GROUP);
            assert_eq!(noted, value == text, "{id}: {value:?}");
            if id == "bicep" {
                check_bicep(id, &request, &output);
            } else {
                check_template(id, &request, &output);
            }
        }
    }
}

#[test]
fn other_clouds_are_chosen_before_signing_in() {
    let plan = own_plans().remove(0);
    for (cloud, name) in [
        ("AzureChina", "AzureChinaCloud"),
        ("AzureUSGovernment", "AzureUSGovernment"),
    ] {
        let case = Case {
            name: cloud.to_owned(),
            root: Node::object([
                ("target", Node::object([("cloud", Node::text(cloud))])),
                ("pool", plan.root.get("pool").expect("a pool").clone()),
            ]),
        };
        for id in ["template", "bicep"] {
            let text = (emit::find(id).expect("an emitter").emit)(&case.request()).text;
            let set = text.find(&format!("az cloud set --name {name}")).expect("a line");
            assert!(set < text.find("az login").expect("a line"), "{text}");
        }
    }
}
