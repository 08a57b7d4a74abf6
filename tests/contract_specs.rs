//! The table of the contract against every published specification in `../shared/specs`, where those are there.
//!
//! The specifications are read whole: links, inheritance, marks and bounds are resolved here, independently of how the
//! table was made. Every mark that either side makes is compared, in every api-version; a keyword that this test does not
//! understand is a difference, so that no new kind of bound slips by.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use batch_pool_planner::facts::contract::{Member, POOL, Shape};
use batch_pool_planner::facts::limits::{ACCOUNT_NAME, POOL_NAME, RESOURCE_GROUP};
use batch_pool_planner::model::ApiVersion;
use batch_pool_planner::model::api_version::V2019_08_01;
use serde_json::{Map, Value};

/// Where table and specification may differ: a path (`…*` for all that begins so), the mark, and the reason.
const KNOWN: &[(&str, &str, &str)] = &[
    (
        "systemData*",
        ANY_MARK,
        "the common type of all proxy resources has it since the contract refers to that type; the answers of the service \
         do not, in no example of any version, and a pasted answer that does is read without it",
    ),
    (
        "properties.autoScaleRun.error.details[]*",
        ANY_MARK,
        "errors within errors are alike all the way down; read-only, so the table stops at their list",
    ),
    ("properties.resizeOperationStatus.errors[]*", ANY_MARK, "the same"),
    (
        "id",
        "type",
        "the format of an ARM id, on the member the service sets: any text is read there",
    ),
    (
        "properties.deploymentConfiguration.virtualMachineConfiguration.extensions[].settings",
        "type",
        "an object until 2024-07-01, of any type since: the table has one shape for a member and takes the wider",
    ),
    (
        "properties.deploymentConfiguration.virtualMachineConfiguration.extensions[].protectedSettings",
        "type",
        "the same",
    ),
    (
        "properties.deploymentConfiguration.virtualMachineConfiguration.imageReference.version",
        "default",
        "stated as a default in 2023-05-01 and 2023-11-01 only; the table gives what the newest version states",
    ),
    (
        "properties.vmSkuProfile*",
        ANY_MARK,
        "of a second proposal for the draft, the mix of instances, which the main draft does not hold",
    ),
    ("properties.vmHardwareProfile*", ANY_MARK, "the same"),
];

const ANY_MARK: &str = "any";

/// Keywords of a specification that bind nobody who writes a request.
const WITHOUT_BINDING: &[&str] = &[
    "description",
    "title",
    "externalDocs",
    "x-ms-azure-resource",
    "x-ms-client-flatten",
    "x-ms-client-name",
    "x-ms-identifiers",
];

/// Keywords that are compared.
const COMPARED: &[&str] = &[
    "$ref",
    "additionalProperties",
    "allOf",
    "default",
    "enum",
    "format",
    "items",
    "maximum",
    "minimum",
    "properties",
    "readOnly",
    "required",
    "type",
    "x-ms-enum",
    "x-ms-mutability",
    "x-ms-secret",
    "x-nullable",
];

/// What stands at one path: mark by mark, only those that are made.
type Marks = BTreeMap<&'static str, String>;
type Tree = BTreeMap<String, Marks>;

/// One specification, and the files it links to.
struct Spec {
    contract: Value,
    common: Value,
}

fn specs() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/specs");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!(
        "NOT COMPARED: {} is not there, so the contract table was compared with no specification",
        folder.display()
    );
    None
}

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

impl Spec {
    fn of(folder: &Path, version: &str) -> Option<Spec> {
        let contract = folder.join(version).join("openapi.json");
        let common = folder.join("common-types-v5.json");
        contract.is_file().then(|| Spec {
            contract: read(&contract),
            common: if common.is_file() { read(&common) } else { Value::Null },
        })
    }

    /// What a link points at; the links within the common types stay there.
    fn target<'a>(&'a self, link: &str, document: &'a Value) -> (&'a Value, &'a Value) {
        let (file, pointer) = link.split_once('#').expect("a link with a pointer");
        let document = match file {
            "" => document,
            file if file.ends_with("common-types/resource-management/v5/types.json") => &self.common,
            other => panic!("no link to {other} was seen before"),
        };
        let target = document.pointer(pointer);
        (target.unwrap_or_else(|| panic!("nothing at {link}")), document)
    }

    /// Every path of a pool, with its marks.
    fn tree(&self, version: ApiVersion) -> Tree {
        assert_eq!(
            self.contract.pointer("/info/version"),
            Some(&Value::from(version.name()))
        );
        let mut tree = Tree::new();
        let pool = Schema {
            keywords: object(&self.contract["definitions"]["Pool"]),
            document: &self.contract,
            above: Vec::new(),
        };
        self.walk(&pool, "", false, false, &mut tree);
        for marks in tree.values_mut() {
            // The enumeration stands in two places.
            if let Some(again) = marks.remove("values of x-ms-enum")
                && marks.get("values") != Some(&again)
            {
                marks.insert("values, by x-ms-enum", again);
            }
            // What only answers hold may be `null` there.
            if marks.contains_key("read-only") {
                marks.remove("nullable");
            }
        }
        tree
    }

    /// Every path below a schema, with its marks. A link's neighbours add to what it points at.
    fn walk<'a>(&'a self, at: &Schema<'a>, path: &str, required: bool, read_only: bool, tree: &mut Tree) {
        let parts = self.parts(at);
        let mut marks = Marks::new();
        let mut read_only = read_only;
        for keywords in parts.iter().map(|part| part.keywords) {
            for (keyword, value) in keywords {
                read_only |= mark(keyword, value, &mut marks);
            }
        }
        if required {
            marks.insert("required", "yes".to_owned());
        }
        if read_only {
            marks.insert("read-only", "yes".to_owned());
        }
        let find = |keyword: &str| {
            let mut found = parts
                .iter()
                .filter_map(|part| Some((part.keywords.get(keyword)?, part)));
            found.next()
        };
        let text = |keyword| find(keyword).and_then(|(value, _)| value.as_str());
        let kind = kind(text("type"), text("format"), &parts);
        if let (Some(least), Some(most)) = (marks.get("minimum").cloned(), marks.get("maximum").cloned()) {
            marks.retain(|mark, _| !["minimum", "maximum"].contains(mark));
            marks.insert("range", format!("{least} to {most}"));
        }
        marks.insert("type", kind.to_owned());
        if !path.is_empty() {
            tree.insert(path.to_owned(), marks);
        }
        // A type that holds itself ends here.
        if at
            .above
            .iter()
            .any(|seen| std::ptr::eq(*seen, parts.last().expect("a part").keywords))
        {
            return;
        }
        let above: Vec<_> = at
            .above
            .iter()
            .copied()
            .chain(parts.iter().map(|part| part.keywords))
            .collect();
        let needed: BTreeSet<&str> = parts
            .iter()
            .filter_map(|part| part.keywords.get("required")?.as_array())
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        for part in &parts {
            for (name, value) in part.keywords.get("properties").map(object).into_iter().flatten() {
                let path = if path.is_empty() {
                    name.clone()
                } else {
                    format!("{path}.{name}")
                };
                self.walk(
                    &part.below(value, &above),
                    &path,
                    needed.contains(name.as_str()),
                    read_only,
                    tree,
                );
            }
        }
        for (keyword, mark) in [("items", "[]"), ("additionalProperties", "{}")] {
            if let Some((value, part)) = find(keyword) {
                self.walk(
                    &part.below(value, &above),
                    &format!("{path}{mark}"),
                    false,
                    read_only,
                    tree,
                );
            }
        }
    }

    /// The schema, what it links to and what it inherits, itself first.
    fn parts<'a>(&'a self, at: &Schema<'a>) -> Vec<Schema<'a>> {
        let mut parts = vec![Schema {
            keywords: at.keywords,
            document: at.document,
            above: Vec::new(),
        }];
        if let Some(link) = at.keywords.get("$ref").and_then(Value::as_str) {
            let (target, document) = self.target(link, at.document);
            parts.extend(self.parts(&Schema {
                keywords: object(target),
                document,
                above: Vec::new(),
            }));
        }
        for inherited in at.keywords.get("allOf").and_then(Value::as_array).into_iter().flatten() {
            parts.extend(self.parts(&Schema {
                keywords: object(inherited),
                document: at.document,
                above: Vec::new(),
            }));
        }
        parts
    }
}

/// A schema, the document its links are of, and the schemas it stands within.
struct Schema<'a> {
    keywords: &'a Map<String, Value>,
    document: &'a Value,
    above: Vec<&'a Map<String, Value>>,
}

impl<'a> Schema<'a> {
    fn below(&self, value: &'a Value, above: &[&'a Map<String, Value>]) -> Schema<'a> {
        Schema {
            keywords: object(value),
            document: self.document,
            above: above.to_vec(),
        }
    }
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap_or_else(|| panic!("an object, not {value}"))
}

/// Notes what a keyword says; true for one that makes the value read-only.
fn mark(keyword: &str, value: &Value, marks: &mut Marks) -> bool {
    let plain = || value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let listed = |values: &Value| -> BTreeSet<String> {
        let values = values.as_array().expect("a list").iter();
        values.map(|value| value.as_str().expect("a text").to_owned()).collect()
    };
    match keyword {
        "readOnly" => return value.as_bool().expect("a truth"),
        "x-ms-mutability" => {
            let ways = listed(value);
            return !ways.contains("create") && !ways.contains("update");
        }
        "x-ms-secret" => assert!(value.as_bool().expect("a truth"), "a secret is marked as one"),
        "enum" => {
            marks.insert("values", format!("{:?}", listed(value)));
            return false;
        }
        "x-ms-enum" => {
            let Some(values) = value.get("values").and_then(Value::as_array) else {
                return false;
            };
            let values: BTreeSet<_> = values
                .iter()
                .map(|value| value["value"].as_str().expect("a text"))
                .collect();
            marks.insert("values of x-ms-enum", format!("{values:?}"));
            return false;
        }
        "x-nullable" if value == &Value::Bool(false) => return false,
        _ => {}
    }
    match keyword {
        "x-ms-secret" => marks.insert("secret", "yes".to_owned()),
        "x-nullable" => marks.insert("nullable", "yes".to_owned()),
        "default" => marks.insert("default", plain()),
        "minimum" => marks.insert("minimum", plain()),
        "maximum" => marks.insert("maximum", plain()),
        known if COMPARED.contains(&known) || WITHOUT_BINDING.contains(&known) => None,
        unknown => marks.insert("a keyword nobody compares", format!("{unknown}: {value}")),
    };
    false
}

/// The name of a type with its format.
fn kind(kind: Option<&str>, format: Option<&str>, parts: &[Schema]) -> &'static str {
    let has = |keyword: &str| parts.iter().any(|part| part.keywords.contains_key(keyword));
    match (kind, format) {
        (Some("string"), None | Some("password")) => "text",
        (Some("string"), Some("date-time")) => "point in time",
        (Some("string"), Some("duration")) => "duration",
        (Some("string"), Some("uri")) => "URI",
        (Some("string"), Some("arm-id")) => "ARM id",
        (Some("integer"), Some("int32")) => "32-bit whole number",
        (Some("boolean"), None) => "truth",
        (Some("array"), None) => "list",
        (Some("object") | None, None) if has("properties") => "object",
        (Some("object"), None) if has("additionalProperties") => "map",
        (Some("object"), None | Some("password")) => "free object",
        (None, None | Some("password")) => "anything",
        other => panic!("no type {other:?} was seen before"),
    }
}

/// The same of the table.
fn of_table(version: ApiVersion) -> Tree {
    let mut tree = Tree::new();
    of_members(POOL, version, "", false, &mut tree);
    tree
}

fn of_members(members: &[Member], version: ApiVersion, at: &str, read_only: bool, tree: &mut Tree) {
    for member in members.iter().filter(|member| member.lives_in(version)) {
        let path = if at.is_empty() {
            member.name.to_owned()
        } else {
            format!("{at}.{}", member.name)
        };
        let read_only = read_only || member.read_only;
        let mut marks = of_shape(&member.shape, version, read_only);
        let said = [
            ("required", member.required_in(version).then(|| "yes".to_owned())),
            ("secret", member.secret.then(|| "yes".to_owned())),
            ("default", member.default.map(str::to_owned)),
            ("range", member.range.map(|(least, most)| format!("{least} to {most}"))),
        ];
        marks.extend(said.into_iter().filter_map(|(mark, value)| Some((mark, value?))));
        tree.insert(path.clone(), marks);
        below_shape(&member.shape, version, &path, read_only, tree);
    }
}

fn below_shape(shape: &Shape, version: ApiVersion, path: &str, read_only: bool, tree: &mut Tree) {
    let (mark, item) = match shape {
        Shape::Object(inner) => return of_members(inner, version, path, read_only, tree),
        Shape::List(item) => ("[]", item),
        Shape::Map(item) => ("{}", item),
        _ => return,
    };
    let path = format!("{path}{mark}");
    tree.insert(path.clone(), of_shape(item, version, read_only));
    below_shape(item, version, &path, read_only, tree);
}

fn of_shape(shape: &Shape, version: ApiVersion, read_only: bool) -> Marks {
    let mut marks = Marks::new();
    let kind = match shape {
        Shape::Text | Shape::Choice(_) => "text",
        Shape::DateTime => "point in time",
        Shape::Duration => "duration",
        Shape::Uri => "URI",
        Shape::ArmId => "ARM id",
        Shape::Int32 => "32-bit whole number",
        Shape::Bool => "truth",
        Shape::Any => "anything",
        Shape::Object(_) => "object",
        Shape::List(_) => "list",
        Shape::Map(_) => "map",
    };
    marks.insert("type", kind.to_owned());
    if read_only {
        marks.insert("read-only", "yes".to_owned());
    }
    if let Shape::Choice(choices) = shape {
        let living = choices.iter().filter(|choice| choice.life.covers(version));
        let values: BTreeSet<_> = living.map(|choice| choice.value).collect();
        marks.insert("values", format!("{values:?}"));
    }
    marks
}

/// The known difference that covers this one, by its place in the list.
fn known(path: &str, mark: &str) -> Option<usize> {
    KNOWN.iter().position(|(pattern, of, _)| {
        let here = match pattern.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == *pattern,
        };
        here && (*of == mark || *of == ANY_MARK)
    })
}

#[test]
fn every_mark_of_every_version_is_the_published_one() {
    let Some(folder) = specs() else { return };
    let (mut wrong, mut met) = (Vec::new(), BTreeSet::new());
    let (mut all_paths, mut all_marks) = (0, 0);
    // The last word on what a member is: the table has one mark for all versions, and marks that came late hold before.
    let mut last = BTreeMap::new();
    for version in ApiVersion::all().rev() {
        let Some(spec) = Spec::of(&folder, version.name()) else {
            println!("{version}: NOT COMPARED, its specification is not there");
            continue;
        };
        let mut published = spec.tree(version);
        for (path, marks) in &mut published {
            for mark in ["secret", "default"] {
                let newest: &mut Option<String> = last.entry((path.clone(), mark)).or_insert(marks.get(mark).cloned());
                if let (None, Some(value)) = (marks.get(mark), newest) {
                    marks.insert(mark, value.clone());
                }
            }
        }
        let table = of_table(version);
        let paths: BTreeSet<&String> = table.keys().chain(published.keys()).collect();
        let (mut of_version, mut known_here) = (0, 0);
        for path in &paths {
            let none = Marks::new();
            let (ours, theirs) = (table.get(*path).unwrap_or(&none), published.get(*path).unwrap_or(&none));
            let marks: BTreeSet<&str> = ours.keys().chain(theirs.keys()).copied().collect();
            for mark in marks {
                of_version += 1;
                let (ours, theirs) = (ours.get(mark), theirs.get(mark));
                if ours == theirs {
                    continue;
                }
                match known(path, mark) {
                    Some(at) => {
                        known_here += 1;
                        met.insert(at);
                    }
                    None => wrong.push(format!(
                        "{version} {path}: {mark}: table {ours:?}, published {theirs:?}"
                    )),
                }
            }
        }
        println!(
            "{version}: {:>3} paths, {of_version:>4} marks compared, {known_here:>2} known differences",
            paths.len()
        );
        all_paths += paths.len();
        all_marks += of_version;
    }
    println!("all versions: {all_paths} paths, {all_marks} marks");
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
    for (at, (path, mark, _)) in KNOWN.iter().enumerate() {
        assert!(
            met.contains(&at),
            "{path}: {mark}: no such difference is left: take it off the list"
        );
    }
}

#[test]
fn the_table_knows_every_version_there_is() {
    let Some(folder) = specs() else { return };
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        let dated = name.len() == 10 && name.starts_with("20");
        assert!(
            !dated || ApiVersion::parse(&name).is_some(),
            "{name} is not in the table"
        );
    }
}

#[test]
fn the_names_in_the_address_have_the_published_lengths() {
    let Some(folder) = specs() else { return };
    let mut compared = 0;
    for version in ApiVersion::all() {
        let Some(spec) = Spec::of(&folder, version.name()) else {
            continue;
        };
        let paths = object(&spec.contract["paths"]);
        let (_, create) = paths
            .iter()
            .find(|(path, _)| path.ends_with("/pools/{poolName}"))
            .expect("a pool's address");
        for parameter in create["put"]["parameters"].as_array().expect("parameters") {
            let parameter = match parameter.get("$ref").and_then(Value::as_str) {
                Some(link) => spec.target(link, &spec.contract).0,
                None => parameter,
            };
            let (bounds, pattern) = match parameter["name"].as_str().expect("a name") {
                "poolName" => (POOL_NAME.value, Some("^[a-zA-Z0-9_-]+$")),
                // Until 2019-08-01 the pattern was wider than the names that accounts can be given.
                "accountName" if version <= V2019_08_01 => (ACCOUNT_NAME.value, Some(r"^[-\w\._]+$")),
                "accountName" => (ACCOUNT_NAME.value, Some("^[a-zA-Z0-9]+$")),
                "resourceGroupName" => (RESOURCE_GROUP.value, None),
                _ => continue,
            };
            let Some(least) = parameter.get("minLength").and_then(Value::as_u64) else {
                continue;
            };
            assert_eq!(
                (least, parameter["maxLength"].as_u64().expect("a length")),
                bounds,
                "{version}: {parameter}"
            );
            assert_eq!(
                parameter.get("pattern").and_then(Value::as_str),
                pattern,
                "{version}: {parameter}"
            );
            compared += 1;
        }
    }
    println!("bounds of names compared: {compared}");
}
