//! C# of the libraries, held against what the libraries have.

use std::path::Path;

use batch_pool_planner::emit;
use batch_pool_planner::words::Language;
use tree_sitter::{Node, Parser, Tree};

use crate::cases::{all_cases, own_plans};

fn tree(code: &str) -> Tree {
    let mut parser = Parser::new();
    parser
        .set_language(&tree_sitter_c_sharp::LANGUAGE.into())
        .expect("a grammar that fits");
    parser.parse(code, None).expect("a tree")
}

fn every<'a>(node: Node<'a>, kind: &str, found: &mut Vec<Node<'a>>) {
    if node.kind() == kind {
        found.push(node);
    }
    for at in 0..node.child_count() {
        every(node.child(at as _).expect("a child"), kind, found);
    }
}

fn text<'a>(node: Node, code: &'a str) -> &'a str {
    &code[node.byte_range()]
}

/// Types that are not of the library.
const OTHERS: [&str; 6] = [
    "Uri",
    "ResourceIdentifier",
    "DefaultAzureCredential",
    "DefaultAzureCredentialOptions",
    "TokenRequestContext",
    "BatchClient",
];

#[test]
fn the_current_library_has_every_name_that_is_written() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/libraries/azure-compute-batch-1.0.0.txt");
    let listing = std::fs::read_to_string(file).expect("the listing");
    let find = |name: &str| {
        listing
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))
            .map(|rest| rest.split(' ').collect::<Vec<_>>())
    };
    let emitter = emit::find("csharp-compute").expect("an emitter");
    for case in all_cases() {
        let code = (emitter.emit)(&case.request()).text;
        let tree = tree(&code);
        let mut made = Vec::new();
        every(tree.root_node(), "object_creation_expression", &mut made);
        for object in made {
            let name = text(object.child_by_field_name("type").expect("a type"), &code);
            if OTHERS.contains(&name) || name.starts_with("List<") {
                continue;
            }
            let line = find(name).unwrap_or_else(|| panic!("{}: there is no `{name}`", case.name));
            let arguments = object
                .child_by_field_name("arguments")
                .map_or(0, |list| list.named_child_count());
            if line[0] == "=" {
                assert_eq!(arguments, 1, "{}: {name} of a text", case.name);
                continue;
            }
            assert_eq!(arguments.to_string(), line[0], "{}: arguments of {name}", case.name);
            let Some(block) = object.child_by_field_name("initializer") else {
                continue;
            };
            for at in 0..block.named_child_count() {
                let set = block.named_child(at as _).expect("a child");
                let member = text(set.child_by_field_name("left").expect("an assignment"), &code);
                assert!(line[1..].contains(&member), "{}: {name} has no `{member}`", case.name);
            }
        }
        let mut values = Vec::new();
        every(tree.root_node(), "member_access_expression", &mut values);
        for value in values {
            let set = text(value.child_by_field_name("expression").expect("before the dot"), &code);
            let name = text(value.child_by_field_name("name").expect("after the dot"), &code);
            if let Some(["=", names @ ..]) = find(set).as_deref() {
                assert!(names.contains(&name), "{}: {set} has no `{name}`", case.name);
            }
        }
    }
}

fn output(plan: &str, id: &str) -> emit::Output {
    let plans = own_plans();
    let plan = plans.iter().find(|case| case.name == plan).expect("a plan");
    (emit::find(id).expect("an emitter").emit)(&plan.request())
}

fn left_out(plan: &str, id: &str) -> Vec<(String, String)> {
    let notes = output(plan, id).left_out.into_iter();
    notes
        .map(|note| (note.path, note.why.text(Language::English)))
        .collect()
}

#[test]
fn the_current_library_says_what_it_cannot() {
    let paths: Vec<String> = left_out("gallery", "csharp-compute")
        .into_iter()
        .map(|(path, _)| path)
        .collect();
    assert_eq!(
        paths,
        [
            "/pool/identity",
            "/pool/tags",
            "/pool/properties/scaleSettings/fixedScale/nodeDeallocationOption",
        ]
    );
}

#[test]
fn disks_without_cache_stay_without_in_the_current_library() {
    let text = output("confidential", "csharp-compute").text;
    assert!(text.contains("new DataDisk(4, 64)\n"), "{text}");
    let (_, disk) = text.split_once("new DataDisk(4, 64)").expect("a disk");
    let (disk, _) = disk.split_once('}').expect("its end");
    assert!(disk.contains("Caching = CachingType.None,"), "{disk}");
}

#[test]
fn application_packages_are_fully_qualified_in_the_service_too() {
    for id in ["csharp-compute", "csharp-legacy"] {
        let text = output("gallery", id).text;
        assert!(
            text.contains("/batchAccounts/renderfarm/applications/blender\""),
            "{id}: {text}"
        );
    }
}

#[test]
fn a_member_has_its_name_in_each_library() {
    let machine = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration";
    for (pointer, names) in [
        (
            format!("{machine}/imageReference/id"),
            [
                Some("DeploymentVmConfiguration.ImageReference.Id"),
                Some("VirtualMachineConfiguration.ImageReference.VirtualMachineImageId"),
                Some("VirtualMachineConfiguration.ImageReference.VirtualMachineImageId"),
            ],
        ),
        (
            format!("{machine}/dataDisks/3/managedDisk/diskEncryptionSet/id"),
            [
                Some("DeploymentVmConfiguration.DataDisks.ManagedDisk.DiskEncryptionSetId"),
                Some("VirtualMachineConfiguration.DataDisks.ManagedDisk.DiskEncryptionSet.Id"),
                None,
            ],
        ),
        (
            "/pool/properties/scaleSettings/fixedScale/nodeDeallocationOption".to_owned(),
            [Some("ScaleSettings.FixedScale.NodeDeallocationOption"), None, None],
        ),
        ("/pool/identity/type".to_owned(), [Some("Identity.Type"), None, None]),
        ("/pool".to_owned(), [None, None, None]),
        ("/pool/properties/nothing".to_owned(), [None, None, None]),
    ] {
        for (id, name) in ["csharp-resourcemanager", "csharp-compute", "csharp-legacy"]
            .into_iter()
            .zip(names)
        {
            assert_eq!(emit::member_path(id, &pointer).as_deref(), name, "{id}: {pointer}");
        }
    }
    assert_eq!(emit::member_path("curl", "/pool/tags"), None);
}

#[test]
fn a_pool_without_scale_has_no_nodes_in_the_service_too() {
    let case = crate::cases::Case {
        name: "no scale".to_owned(),
        root: batch_pool_planner::input::parse(r#"{"pool": {"properties": {"vmSize": "STANDARD_D2S_V3"}}}"#)
            .expect("JSON"),
    };
    for (id, code) in [
        ("csharp-compute", "TargetDedicatedNodes = 0"),
        ("csharp-legacy", "targetDedicatedComputeNodes: 0"),
    ] {
        let text = (emit::find(id).expect("an emitter").emit)(&case.request()).text;
        assert!(text.contains(code), "{id}: {text}");
    }
}
