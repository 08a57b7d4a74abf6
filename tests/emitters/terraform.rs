//! Terraform: every file is parsed by a parser of its language that is not ours, its values are held against the body, and
//! our own import reads it back.

use std::process::Command;

use batch_pool_planner::arm::PutPool;
use batch_pool_planner::emit::{self, Output};
use batch_pool_planner::facts::azurerm;
use batch_pool_planner::input::{self, Dialect, NoteKind};
use batch_pool_planner::model::{Node, Plan, Value, path};
use batch_pool_planner::words::Language;
use hcl_edit::expr::{Expression, ObjectKey};
use hcl_edit::structure::{Block, Body, Structure};
use hcl_edit::template::Element;

use crate::cases::{Case, all_cases, all_leaves, is_noted, is_secret, leaves, own_plans};

/// What a variable is read as.
const VARIABLE: &str = "\u{1}var.";

fn parsed(case: &str, text: &str) -> Body {
    // The parser keeps numbers as floating-point ones, which end at 1e308.
    let text = text.replace("1e400", "1e300");
    text.parse().unwrap_or_else(|error| panic!("{case}: {error}\n{text}"))
}

fn text_of(elements: &hcl_edit::template::StringTemplate) -> String {
    let element = |element: &Element| match element {
        Element::Literal(text) => text.value().clone(),
        Element::Interpolation(inner) => match value(&inner.expr).value {
            Value::Text(text) => text,
            other => panic!("{other:?} in a template"),
        },
        Element::Directive(other) => panic!("{other:?}"),
    };
    elements.iter().map(element).collect()
}

fn value(expression: &Expression) -> Node {
    match expression {
        Expression::Null(_) => Node {
            value: Value::Null,
            ..Node::bool(true)
        },
        Expression::Bool(bool) => Node::bool(*bool.value()),
        Expression::Number(number) => Node {
            value: Value::Number(number.value().to_string()),
            ..Node::bool(true)
        },
        Expression::String(text) => Node::text(text.value().as_str()),
        Expression::StringTemplate(template) => Node::text(text_of(template)),
        Expression::Array(items) => Node::list(items.iter().map(value)),
        Expression::Object(members) => Node::object(members.iter().map(|(key, member)| {
            let key = match key {
                ObjectKey::Ident(name) => name.value().to_string(),
                ObjectKey::Expression(key) => value(key).as_text().expect("a text").to_owned(),
            };
            (key, value(member.expr()))
        })),
        Expression::UnaryOp(minus) => match value(&minus.expr).value {
            Value::Number(number) => Node {
                value: Value::Number(format!("-{number}")),
                ..Node::bool(true)
            },
            other => panic!("- {other:?}"),
        },
        Expression::Traversal(_) => Node::text(format!("\u{1}{}", expression.to_string().trim())),
        Expression::FuncCall(call) => {
            assert_eq!(call.name.name.as_str(), "jsonencode");
            value(call.args.iter().next().expect("an argument"))
        }
        other => panic!("{other:?}"),
    }
}

fn resource(body: &Body) -> &Block {
    let mut resources = body.get_blocks("resource");
    let resource = resources.next().expect("a resource");
    assert!(resources.next().is_none());
    resource
}

fn argument(body: &Body, name: &str) -> Option<Node> {
    body.get_attribute(name).map(|attribute| value(&attribute.value))
}

fn is_variable(node: &Node) -> bool {
    node.as_text().is_some_and(|text| text.starts_with(VARIABLE))
}

fn same(case: &str, pointer: &str, there: Option<&Node>, leaf: &Node) {
    let secret = is_secret(pointer) && leaf.value != Value::Null;
    let same = there.is_some_and(|there| match (&there.value, &leaf.value) {
        _ if secret => is_variable(there),
        (Value::Number(a), Value::Number(b)) if b == "1e400" => a.parse::<f64>() == Ok(1e300),
        (Value::Number(a), Value::Number(b)) => a.parse::<f64>() == b.parse::<f64>(),
        _ => there.same_json(leaf),
    });
    assert!(same, "{case}: {pointer} is {there:?}, not {}", leaf.to_json());
}

/// The leaves that count: of members with one name the last.
fn counting(request: &PutPool) -> Vec<(String, Node)> {
    let mut found = Vec::new();
    let body = input::parse(&request.body.to_json()).expect("JSON");
    leaves(&body, path::POOL, &mut found);
    found
        .into_iter()
        .map(|(pointer, leaf)| (pointer, leaf.clone()))
        .collect()
}

pub fn check_azapi(case: &str, request: &PutPool, output: &Output) {
    let file = parsed(case, &output.text);
    let resource = resource(&file);
    let labels: Vec<&str> = resource.labels.iter().map(|label| label.as_str()).collect();
    assert_eq!(labels, ["azapi_resource", "pool"], "{case}");
    let mut body = argument(&resource.body, "body").expect("a body");
    let Value::Object(members) = &mut body.value else {
        panic!("{case}")
    };
    let mut add = |name: &str, node: Node| {
        members.extend(match Node::object([(name, node)]).value {
            Value::Object(members) => members,
            _ => Vec::new(),
        });
    };
    if let Some(tags) = argument(&resource.body, "tags") {
        add("tags", tags);
    }
    if let Some(identity) = resource.body.get_blocks("identity").next() {
        let mut own = vec![("type", argument(&identity.body, "type").expect("a type"))];
        if let Some(ids) = argument(&identity.body, "identity_ids") {
            let ids = ids
                .items()
                .iter()
                .map(|id| (id.as_text().expect("an id").to_owned(), Node::object::<&str>([])));
            own.push(("userAssignedIdentities", Node::object(ids)));
        }
        add("identity", Node::object(own));
    }
    let expected = counting(request);
    let has_secrets = expected
        .iter()
        .any(|(pointer, leaf)| is_secret(pointer) && leaf.value != Value::Null);
    for (pointer, leaf) in &expected {
        if is_secret(pointer) && !matches!(leaf.value, Value::Null) {
            // A secret may be an object: the variable stands where it begins.
            continue;
        }
        same(
            case,
            pointer,
            body.at(pointer.strip_prefix(path::POOL).expect("below the pool")),
            leaf,
        );
    }
    let mut found = Vec::new();
    leaves(&body, path::POOL, &mut found);
    assert!(
        has_secrets || found.len() == expected.len(),
        "{case}: more than the body"
    );
    for (pointer, leaf) in found {
        assert_eq!(
            is_variable(leaf),
            is_secret(&pointer) && leaf.value != Value::Null,
            "{case}: {pointer}"
        );
    }
    let or_variable = |value: &Option<String>, name: &str| value.clone().unwrap_or(format!("{VARIABLE}{name}"));
    let is = |name: &str, wanted: String| {
        let there = argument(&resource.body, name);
        assert_eq!(
            there.as_ref().and_then(Node::as_text),
            Some(wanted.as_str()),
            "{case}: {name}"
        );
    };
    is(
        "type",
        format!("Microsoft.Batch/batchAccounts/pools@{}", request.api_version),
    );
    is("name", or_variable(&request.pool_name, "pool_name"));
    is(
        "parent_id",
        format!(
            "/subscriptions/{}/resourceGroups/{}/providers/Microsoft.Batch/batchAccounts/{}",
            or_variable(&request.subscription, "subscription_id"),
            or_variable(&request.resource_group, "resource_group_name"),
            or_variable(&request.account, "account_name"),
        ),
    );
    check_file(case, &file, output);
    check_import_azapi(case, request, output);
}

/// Everything below a name, in all the blocks of that name.
fn below(body: &Body, name: &str, found: &mut Vec<Node>) {
    let (first, rest) = name.split_once('.').unwrap_or((name, ""));
    found.extend(argument(body, first));
    for block in body.get_blocks(first) {
        if rest.is_empty() {
            found.push(Node::object::<&str>([]));
        } else {
            below(&block.body, rest, found);
        }
    }
}

fn carries(resource: &Block, pointer: &str, leaf: &Node) -> bool {
    let Some(name) = azurerm::name_of(pointer) else {
        return false;
    };
    let mut found = Vec::new();
    below(&resource.body, &name, &mut found);
    let mut all = Vec::new();
    for node in &found {
        leaves(node, "", &mut all);
    }
    let last = path::last(pointer);
    all.iter().any(|(at, there)| match (&leaf.value, &there.value) {
        _ if is_secret(pointer) && !matches!(leaf.value, Value::Object(_)) => is_variable(there),
        (Value::Number(port), Value::Text(range)) if name.ends_with("frontend_port_range") => {
            range.split('-').any(|own| own == port)
        }
        (Value::Text(name), _) if last == "name" && *at == path::child("", name) => true,
        (Value::Object(_), Value::Text(id)) => *id == last,
        (Value::Number(a), Value::Number(b)) => a.parse::<f64>() == b.parse::<f64>(),
        (Value::List(_) | Value::Object(_), _) => true,
        _ => there.same_json(leaf),
    })
}

pub fn check_azurerm(case: &str, request: &PutPool, output: &Output) {
    let file = parsed(case, &output.text);
    let resource = resource(&file);
    let labels: Vec<&str> = resource.labels.iter().map(|label| label.as_str()).collect();
    assert_eq!(labels, ["azurerm_batch_pool", "pool"], "{case}");
    for (pointer, leaf) in counting(request) {
        assert!(
            is_noted(output, &pointer) || carries(resource, &pointer, &leaf),
            "{case}: {pointer} = {} is neither written nor noted:\n{}",
            leaf.to_json(),
            output.text
        );
    }
    check_file(case, &file, output);
    check_import_azurerm(case, request, output);
}

/// What both have: variables for what is not written, all of them used, and a layout without slips.
fn check_file(case: &str, file: &Body, output: &Output) {
    let mut names = Vec::new();
    for variable in file.get_blocks("variable") {
        let name = variable.labels.first().expect("a name").as_str();
        assert!(!names.contains(&name.to_owned()), "{case}: {name} twice");
        assert!(
            output.text.contains(&format!("var.{name}")),
            "{case}: {name} is not used"
        );
        assert!(argument(&variable.body, "default").is_none(), "{case}: {name}");
        let noted = output
            .left_out
            .iter()
            .find(|note| note.why.text(Language::English).contains(&format!("`{name}`")));
        let noted = noted.unwrap_or_else(|| panic!("{case}: {name} is not noted"));
        let sensitive = argument(&variable.body, "sensitive").is_some();
        assert_eq!(sensitive, noted.path.starts_with(path::POOL), "{case}: {name}");
        names.push(name.to_owned());
    }
    for line in output.text.lines() {
        assert_eq!(line.trim_end(), line, "{case}: a space at the end of a line");
        assert!((line.len() - line.trim_start().len()) % 2 == 0, "{case}: `{line}`");
    }
    assert!(
        output.text.ends_with("}\n") && !output.text.contains("\n\n\n"),
        "{case}"
    );
    assert!(file.iter().all(|part| matches!(part, Structure::Block(_))), "{case}");
}

fn imported(case: &str, text: &str) -> input::Pool {
    let mut pools = input::pools(text);
    assert_eq!(pools.len(), 1, "{case}");
    let pool = pools.remove(0);
    assert_eq!(pool.reading.dialect, Dialect::Terraform, "{case}");
    for note in &pool.reading.notes {
        assert!(
            text.get(note.span.start..note.span.end)
                .is_some_and(|part| !part.is_empty()),
            "{case}: {note:?}"
        );
    }
    pool
}

fn request_of(case: &str, pool: &input::Pool) -> PutPool {
    let root = pool
        .reading
        .root
        .as_ref()
        .unwrap_or_else(|trouble| panic!("{case}: {trouble:?}"));
    PutPool::of(&Plan::read(root)).unwrap_or_else(|| panic!("{case}: no pool"))
}

fn check_import_azapi(case: &str, request: &PutPool, output: &Output) {
    let pool = imported(case, &output.text);
    let read = request_of(case, &pool);
    for (pointer, leaf) in counting(request) {
        let there = read.body.at(pointer.strip_prefix(path::POOL).expect("below the pool"));
        let secret = is_secret(&pointer) && leaf.value != Value::Null;
        assert!(
            secret || there.is_some_and(|there| there.same_json(&leaf)),
            "{case}: {pointer} came back as {there:?}"
        );
    }
    let parts = |request: &PutPool| {
        (
            request.cloud,
            request.subscription.clone(),
            request.resource_group.clone(),
            request.account.clone(),
            request.pool_name.clone(),
            request.api_version,
        )
    };
    // Other names do not make an id that can be taken apart again.
    let fits = |part: &Option<String>| {
        let part = part.as_deref().unwrap_or("x");
        !part.is_empty() && !part.contains('/') && part.trim() == part
    };
    if [&request.subscription, &request.resource_group, &request.account]
        .into_iter()
        .all(fits)
    {
        assert_eq!(parts(&read), parts(request), "{case}");
        let again = (emit::find("azapi").expect("an emitter").emit)(&read);
        // A secret that was an object comes back as a text that names its variable.
        assert_eq!(
            again.text,
            output.text.replace("type      = any", "type      = string"),
            "{case}"
        );
        for note in &pool.reading.notes {
            assert!(
                matches!(note.kind, NoteKind::Moved(_) | NoteKind::NotLiteral),
                "{case}: {note:?}"
            );
        }
    }
}

/// The same without the numbers in names of variables: blocks of which nothing is carried are gone after the first time.
fn without_places(text: &str) -> String {
    let line = |line: &str| {
        if line.contains("var.pool_") || line.starts_with("variable \"pool_") {
            line.replace(|c: char| c.is_ascii_digit(), "")
        } else {
            line.to_owned()
        }
    };
    text.lines().map(|each| line(each) + "\n").collect()
}

fn check_import_azurerm(case: &str, request: &PutPool, output: &Output) {
    let emitter = emit::find("azurerm").expect("an emitter");
    let pool = imported(case, &output.text);
    let read = request_of(case, &pool);
    assert_eq!(read.api_version, azurerm::SPEAKS, "{case}");
    assert_eq!(read.pool_name, request.pool_name, "{case}");
    let again = (emitter.emit)(&read);
    let sends = |output: &Output| {
        let sends = |note: &&emit::LeftOut| note.why.text(Language::English).contains(" sends `");
        output.left_out.iter().filter(sends).count()
    };
    if sends(output) == 0 {
        assert_eq!(without_places(&again.text), without_places(&output.text), "{case}");
    }
    let third = (emitter.emit)(&request_of(case, &imported(case, &again.text)));
    assert_eq!(third.text, again.text, "{case}");
    for note in &pool.reading.notes {
        assert!(
            matches!(note.kind, NoteKind::Moved(_) | NoteKind::NotLiteral)
                || note.kind == NoteKind::Default
                    && ["uid", "gid", "secure_boot_enabled", "vtpm_enabled"].contains(&note.name.as_str()),
            "{case}: {note:?}"
        );
    }
    for (pointer, leaf) in counting(request) {
        let newer = pointer
            .replace("/maxTasksPerNode", "/taskSlotsPerNode")
            .replace("/dynamicVNetAssignmentScope", "/dynamicVnetAssignmentScope")
            .replace(
                "/networkConfiguration/publicIPs",
                "/networkConfiguration/publicIPAddressConfiguration/ipAddressIds",
            )
            .replace("/cifsMountConfiguration/username", "/cifsMountConfiguration/userName");
        let newer = if newer.contains("/dataDisks/") {
            newer.replace("/managedDisk/storageAccountType", "/storageAccountType")
        } else {
            newer
        };
        // Items of which nothing is carried are gone, and those behind them move up.
        let place = |pointer: &str| {
            pointer
                .split('/')
                .filter(|part| part.parse::<usize>().is_err())
                .collect::<Vec<_>>()
                .join("/")
        };
        let back = |(at, there): &(String, Node)| place(at) == place(&newer) && there.same_json(&leaf);
        let secret = is_secret(&pointer) && leaf.value != Value::Null;
        assert!(
            secret || is_noted(output, &pointer) || counting(&read).iter().any(back),
            "{case}: {pointer} = {} did not come back",
            leaf.to_json()
        );
    }
}

#[test]
fn files_are_laid_out_as_terraform_does() {
    let folder = std::env::temp_dir().join(format!("poolplan-terraform-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut count = 0;
    for case in all_cases() {
        for id in ["azapi", "azurerm"] {
            let output = (emit::find(id).expect("an emitter").emit)(&case.request());
            let name = format!("{}-{id}.tf", case.name.replace('/', "-"));
            std::fs::write(folder.join(name), output.text).expect("written");
            count += 1;
        }
    }
    let said = Command::new("terraform")
        .args(["fmt", "-check", "-diff"])
        .arg(&folder)
        .output();
    let kept = std::fs::remove_dir_all(&folder);
    match said {
        Ok(said) => {
            let text = String::from_utf8_lossy(&said.stdout);
            assert!(
                said.status.success(),
                "{text}\n{}",
                String::from_utf8_lossy(&said.stderr)
            );
            println!("{count} files are as `terraform fmt` writes them");
        }
        Err(_) => println!("terraform is not installed: the layout of {count} files is not held against it"),
    }
    kept.expect("removed");
}

fn output_of(id: &str, plan: &str) -> Output {
    let root = input::parse(plan).expect("a plan");
    let case = Case {
        name: id.to_owned(),
        root,
    };
    (emit::find(id).expect("an emitter").emit)(&case.request())
}

#[test]
fn differing_defaults_are_written_out() {
    let plan = r#"{"pool": {"properties": {
        "deploymentConfiguration": {"virtualMachineConfiguration": {
            "imageReference": {"publisher": "p", "offer": "o", "sku": "s"},
            "dataDisks": [{"lun": 0, "diskSizeGB": 1}],
            "extensions": [{"name": "n", "publisher": "p", "type": "t"}]}},
        "userAccounts": [{"name": "u", "password": "x", "linuxUserConfiguration": {"sshPrivateKey": "k"}}],
        "scaleSettings": {"fixedScale": {"targetLowPriorityNodes": 3}},
        "startTask": {"commandLine": "c"}}}}"#;
    let output = output_of("azurerm", plan);
    for line in [
        "inter_node_communication = \"Disabled\"",
        "caching      = \"None\"",
        "target_dedicated_nodes    = 0",
        "wait_for_success = true",
        "scope           = \"Task\"",
        "elevation_level = \"NonAdmin\"",
        "version   = \"latest\"",
        "settings_json      = jsonencode({})",
    ] {
        assert!(output.text.contains(line), "{line}\n{}", output.text);
    }
    let noted = |end: &str| output.left_out.iter().any(|note| note.path.ends_with(end));
    assert!(noted("/linuxUserConfiguration/uid") && noted("/linuxUserConfiguration/gid"));
    let auto = output_of(
        "azurerm",
        r#"{"pool": {"properties": {"startTask": {"commandLine": "c", "userIdentity": {"autoUser": {"elevationLevel": "Admin"}}}}}}"#,
    );
    assert!(auto.text.contains("scope           = \"Pool\""), "{}", auto.text);
    assert!(
        auto.text.contains("fixed_scale {\n    target_dedicated_nodes = 0\n  }"),
        "{}",
        auto.text
    );
}

#[test]
fn what_the_provider_refuses_or_forgets_is_noted() {
    let output = output_of(
        "azurerm",
        r#"{"target": {"apiVersion": "2025-06-01"}, "pool": {"tags": {"a": "b"}, "properties": {
            "scaleSettings": {"fixedScale": {"targetDedicatedNodes": 2400}},
            "upgradePolicy": {"mode": "automatic"},
            "deploymentConfiguration": {"virtualMachineConfiguration": {
                "osDisk": {"caching": "ReadOnly", "ephemeralOSDiskSettings": {"placement": "CacheDisk"}},
                "dataDisks": [{"lun": 1, "diskSizeGB": 1, "managedDisk": {"storageAccountType": "StandardSSD_LRS"}}]}},
            "networkConfiguration": {
                "publicIPAddressConfiguration": {"ipFamilies": ["IPv4", "IPv6"]},
                "endpointConfiguration": {"inboundNatPools": [{"name": "n", "protocol": "TCP", "backendPort": 22,
                    "frontendPortRangeStart": 1, "frontendPortRangeEnd": 2,
                    "networkSecurityGroupRules": [{"priority": 150, "access": "Allow", "sourceAddressPrefix": "*", "sourcePortRanges": ["1"]}]}]}}}}}"#,
    );
    for (end, says) in [
        ("/tags", "has no argument"),
        ("/upgradePolicy", "has no argument"),
        ("/osDisk/caching", "has no argument"),
        ("/ipFamilies", "has no argument"),
        ("/targetDedicatedNodes", "does not accept"),
        ("/managedDisk/storageAccountType", "does not accept"),
        ("/sourcePortRanges", "does not send it"),
        ("/target/apiVersion", "2024-07-01"),
    ] {
        let note = output.left_out.iter().find(|note| note.path.ends_with(end));
        let text = note.unwrap_or_else(|| panic!("{end}")).why.text(Language::English);
        assert!(text.contains(says), "{end}: {text}");
    }
    // Written all the same, so that the provider says it and no other number of nodes comes.
    assert!(output.text.contains("target_dedicated_nodes = 2400"), "{}", output.text);
    assert!(output.text.contains("frontend_port_range = \"1-2\""), "{}", output.text);
    assert!(output.text.contains("os_disk_placement"), "{}", output.text);
}

#[test]
fn the_cloud_is_the_one_of_the_plan() {
    for (cloud, name) in [
        ("AzurePublic", "public"),
        ("AzureChina", "china"),
        ("AzureUSGovernment", "usgovernment"),
    ] {
        for id in ["azapi", "azurerm"] {
            let plan = format!(r#"{{"target": {{"cloud": "{cloud}"}}, "pool": {{"properties": {{"vmSize": "a"}}}}}}"#);
            let text = output_of(id, &plan).text;
            let file = parsed(id, &text);
            let provider = file.get_blocks("provider").next().expect("a provider");
            assert_eq!(
                argument(&provider.body, "environment").as_ref().and_then(Node::as_text),
                Some(name)
            );
        }
    }
}

#[test]
fn odd_bodies_stay_in_the_body() {
    let plan = r#"{"pool": {"identity": {"type": "UserAssigned", "userAssignedIdentities": {"/a": {"x": 1}}}, "tags": {"a": 1}, "properties": {"for": 1, "a-b": [], "é ${x}": {"null": null}}}}"#;
    let root = input::parse(plan).expect("a plan");
    let case = Case {
        name: "odd".to_owned(),
        root,
    };
    for id in ["azapi", "azurerm"] {
        let request = case.request();
        let output = (emit::find(id).expect("an emitter").emit)(&request);
        if id == "azapi" {
            check_azapi("odd", &request, &output);
            assert!(
                !output.text.contains("\n  identity {") && !output.text.contains("\n  tags ="),
                "{}",
                output.text
            );
        } else {
            check_azurerm("odd", &request, &output);
        }
    }
}

#[test]
fn no_identity_is_no_block() {
    let plan = r#"{"pool": {"identity": {"type": "None"}, "properties": {"vmSize": "a"}}}"#;
    let output = output_of("azurerm", plan);
    assert!(!output.text.contains("identity"), "{}", output.text);
    assert!(output.left_out.iter().any(|note| note.path == "/pool/identity"));
    assert!(
        output_of("azapi", plan)
            .text
            .contains("  identity {\n    type = \"None\"\n  }")
    );
}

/// Every member that the table carries is used by one of the plans, so that all rows are tried.
#[test]
fn the_plans_use_every_row() {
    let mut used = Vec::new();
    for plan in own_plans() {
        let request = plan.request();
        used.extend(
            all_leaves(&request)
                .into_iter()
                .filter_map(|(pointer, _)| azurerm::name_of(&pointer)),
        );
    }
    let mut missing = Vec::new();
    fn every(rows: &[azurerm::Row], at: &str, used: &[String], missing: &mut Vec<String>) {
        for row in rows {
            let name = if at.is_empty() {
                row.name.to_owned()
            } else {
                format!("{at}.{}", row.name)
            };
            match row.kind {
                azurerm::Kind::Block(rows) | azurerm::Kind::Blocks(rows) => every(rows, &name, used, missing),
                azurerm::Kind::Each(..) => {}
                _ if used.contains(&name) => {}
                _ => missing.push(name),
            }
        }
    }
    every(azurerm::POOL, "", &used, &mut missing);
    assert!(missing.is_empty(), "{missing:#?}");
}
