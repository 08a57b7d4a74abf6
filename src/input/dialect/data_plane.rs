//! The pool of the Batch service itself: what `az batch pool show` and `list` say, and what `--json-file` takes.
//!
//! Names are read in any letter case, because the Azure CLI shows some in another (`nodeAgentSkuId`, `diskSizeGb`), and some
//! are those of its models (`logicalUnitNumber`). `null` says nothing there. What the table of `facts::data_plane` does not
//! know keeps its name, so that the rules speak of it.

use super::{Dialect, Note, NoteKind, Pool, Reading, parse, put};
use crate::facts::contract::{Member, POOL, Shape};
use crate::facts::data_plane::{self, There, members_of};
use crate::model::{self, Cloud, Node, Value, path};

/// What only other documents have at the top: a plan, a body or a resource of Azure Resource Manager.
const ELSEWHERE: [&str; 8] = [
    "properties",
    "pool",
    "target",
    "image",
    "neighbours",
    "accepted",
    "readings",
    "type",
];

/// Every pool of a document of the Batch service: one, a list, or a list in an answer. `None` for anything else.
pub(super) fn read(text: &str) -> Option<Vec<Pool>> {
    of_document(&parse(text).ok()?)
}

fn of_document(root: &Node) -> Option<Vec<Pool>> {
    let one = [root];
    let many: Vec<&Node> = match &root.value {
        Value::List(items) => items.iter().collect(),
        _ if is_pool(root) => one.to_vec(),
        _ => root.get("value")?.items().iter().collect(),
    };
    let sure = !many.is_empty() && many.iter().all(|pool| is_pool(pool));
    sure.then(|| many.into_iter().map(pool).collect())
}

/// Whether a document is one pool of the Batch service, and nothing else.
pub(super) fn is_pool(root: &Node) -> bool {
    let machine = |name: &str| name.eq_ignore_ascii_case("virtualMachineConfiguration");
    let has_machine = || {
        let mut members = root.members().iter();
        members.any(|member| machine(&member.name) && matches!(member.node.value, Value::Object(_)))
    };
    let text = |name: &str| root.get(name).and_then(Node::as_text);
    // The id of a resource is a path; that of a pool is its name.
    let has_name = || text(data_plane::NAME).is_some_and(|id| !id.contains('/')) && text("vmSize").is_some();
    ELSEWHERE.iter().all(|name| root.get(name).is_none()) && (has_machine() || has_name())
}

fn pool(node: &Node) -> Pool {
    let reading = from_data_plane(node);
    let root = reading.root.as_ref().ok();
    let name = root.and_then(|root| root.at(path::POOL_NAME)?.as_text());
    Pool {
        name: name.unwrap_or_default().to_owned(),
        span: node.span,
        reading,
    }
}

/// A pool of the Batch service in plan shape.
pub(super) fn from_data_plane(pool: &Node) -> Reading {
    let mut walk = Walk {
        root: Node::empty_object(pool.span),
        notes: Vec::new(),
        formula: false,
    };
    walk.formula = pool
        .counting_members()
        .any(|member| member.name.eq_ignore_ascii_case(AUTO_SCALE) && member.node.as_bool() == Some(true));
    let mut made = Node::empty_object(pool.span);
    put(&mut made, "/properties", Node::empty_object(pool.span));
    walk.members(pool, POOL, "", &mut made);
    put(&mut walk.root, path::POOL, made);
    Reading {
        dialect: Dialect::DataPlane,
        root: Ok(walk.root),
        notes: walk.notes,
    }
}

/// The member that says whether a formula sets the number of nodes.
const AUTO_SCALE: &str = "enableAutoScale";
/// Where the contract has what it chooses between, below the pool.
const FIXED: &str = "/properties/scaleSettings/fixedScale";
const AUTO: &str = "/properties/scaleSettings/autoScale";

struct Walk {
    root: Node,
    notes: Vec<Note>,
    /// Whether a formula sets the number of nodes.
    formula: bool,
}

impl Walk {
    fn note(&mut self, kind: NoteKind, member: &model::Member) {
        self.notes.push(Note {
            kind,
            name: member.name.clone(),
            span: member.name_span,
        });
    }

    /// The members of an object, put into an object that is made. `parent` is the member of the contract that holds it.
    fn members(&mut self, object: &Node, known: &'static [Member], parent: &str, made: &mut Node) {
        for given in object.counting_members().filter(|given| !given.node.is_null()) {
            let name = given.name.as_str();
            let read_only = |(holder, other): &(&str, &str)| *holder == parent && other.eq_ignore_ascii_case(name);
            if parent.is_empty() && self.of_pool(given, made) {
                continue;
            }
            if data_plane::READ_ONLY.iter().any(read_only) {
                self.note(NoteKind::ReadOnly, given);
                continue;
            }
            let shown = |row: &&(&str, &str, &str)| row.0 == parent && row.1.eq_ignore_ascii_case(name);
            let meant = data_plane::SHOWN_AS.iter().find(shown).map_or(name, |row| row.2);
            match found(known, parent, meant) {
                Some((above, contract, There::Truth(_, yes, no))) => {
                    let text = given.node.as_bool().map(|truth| Node {
                        span: given.node.span,
                        ..Node::text(if truth { yes } else { no })
                    });
                    let node = text.unwrap_or_else(|| given.node.clone());
                    insert(made, &above, contract.name, given, node);
                }
                Some((above, contract, There::Chosen(..))) => match given.node.as_bool() {
                    Some(true) if made.at(AUTO).is_some() => {}
                    Some(false) if made.at(FIXED).is_some() => {}
                    Some(true) => insert(made, &above, contract.name, given, Node::empty_object(given.node.span)),
                    Some(false) => put(made, FIXED, Node::empty_object(given.node.span)),
                    None => insert(made, "/properties", name, given, given.node.clone()),
                },
                // A formula sets the targets: the service tells what they are just now.
                Some((above, ..)) if self.formula && above == FIXED => {
                    self.note(NoteKind::ReadOnly, given);
                }
                Some((above, contract, _)) => {
                    let node = self.value(&given.node, contract, &contract.shape);
                    insert(made, &above, contract.name, given, node);
                }
                None => {
                    let above = if parent.is_empty() { "/properties" } else { "" };
                    insert(made, above, name, given, given.node.clone());
                }
            }
        }
        for (_, name, _, there) in data_plane::DEFAULTS.iter().filter(|row| row.0 == parent) {
            // What is omitted does not mean the same in a request to Azure Resource Manager.
            let contract = known.iter().find(|member| member.name == *name);
            let text = contract.and_then(|contract| data_plane::contract_spelling(contract, there));
            if let Some(text) = text.filter(|_| made.get(name).is_none()) {
                let node = Node {
                    span: object.span,
                    ..Node::text(text)
                };
                put(made, &path::child("", name), node);
            }
        }
    }

    /// What is read apart from the table: name, address, identity.
    fn of_pool(&mut self, given: &model::Member, made: &mut Node) -> bool {
        let span = given.node.span;
        let text = given.node.as_text().unwrap_or_default();
        if given.name == data_plane::NAME {
            put(&mut self.root, path::POOL_NAME, given.node.clone());
            self.note(NoteKind::Moved(path::POOL_NAME), given);
        } else if given.name == "url" {
            let Some((account, region)) = address(text) else {
                return false;
            };
            for (pointer, value) in [
                (path::CLOUD, Cloud::NAMES.first().copied().unwrap_or_default()),
                (path::ACCOUNT, account),
                (path::REGION, region),
            ] {
                let node = Node {
                    span,
                    ..Node::text(value)
                };
                put(&mut self.root, pointer, node);
            }
            self.note(NoteKind::Moved(path::TARGET), given);
        } else if given.name == "identity" {
            let node = self.identity(&given.node);
            insert(made, "", "identity", given, node);
        } else {
            return false;
        }
        true
    }

    /// Identities stand in a list there, in a map by their ids in the contract.
    fn identity(&mut self, given: &Node) -> Node {
        let Value::Object(_) = &given.value else {
            return given.clone();
        };
        let mut made = Node::empty_object(given.span);
        for member in given.counting_members().filter(|member| !member.node.is_null()) {
            let node = self.by_their_ids(&member.node).unwrap_or_else(|| member.node.clone());
            insert(&mut made, "", &member.name, member, node);
        }
        made
    }

    /// A list of identities as a map; `None` when it is no such list.
    fn by_their_ids(&mut self, list: &Node) -> Option<Node> {
        let Value::List(items) = &list.value else { return None };
        let id = |item: &Node| item.get("resourceId").and_then(Node::as_text).is_some();
        if !items.iter().all(id) {
            return None;
        }
        let mut made = Node::empty_object(list.span);
        for item in items {
            for member in item.counting_members() {
                match member.node.as_text() {
                    Some(id) if member.name == "resourceId" => {
                        insert(&mut made, "", id, member, Node::empty_object(item.span));
                    }
                    _ => self.note(NoteKind::ReadOnly, member),
                }
            }
        }
        Some(made)
    }

    fn value(&mut self, node: &Node, contract: &'static Member, shape: &'static Shape) -> Node {
        let value = match (&node.value, shape) {
            (Value::Object(_), Shape::Object(_)) => {
                let mut made = Node::empty_object(node.span);
                self.members(node, members_of(shape).unwrap_or_default(), contract.name, &mut made);
                made.value
            }
            (Value::List(items), Shape::List(item)) => {
                Value::List(items.iter().map(|node| self.value(node, contract, item)).collect())
            }
            (Value::Text(text), Shape::Choice(_)) => {
                Value::Text(data_plane::contract_spelling(contract, text).unwrap_or(text).to_owned())
            }
            (Value::Text(text), _) if contract.name == "pauseTimeBetweenBatches" => {
                Value::Text(iso(text).unwrap_or_else(|| text.clone()))
            }
            (Value::Text(text), Shape::Duration) => Value::Text(iso(text).unwrap_or_else(|| text.clone())),
            (value, _) => value.clone(),
        };
        Node { value, span: node.span }
    }
}

/// The member of the contract that has this name there: the pointer of the object it belongs to, itself, and how it is
/// there. The same letter case wins over another, the newer of two members over the older.
fn found(known: &'static [Member], parent: &str, name: &str) -> Option<(String, &'static Member, There)> {
    named(known, parent, name, str::eq).or_else(|| named(known, parent, name, str::eq_ignore_ascii_case))
}

fn named(
    known: &'static [Member],
    parent: &str,
    name: &str,
    same: fn(&str, &str) -> bool,
) -> Option<(String, &'static Member, There)> {
    known.iter().find_map(|member| {
        let there = data_plane::there(parent, member);
        let own = match there {
            There::Named(own) | There::Truth(own, ..) | There::Chosen(own, true) => Some(own),
            _ => None,
        };
        if own.is_some_and(|own| same(own, name)) {
            return Some((String::new(), member, there));
        }
        if !matches!(there, There::Higher | There::Chosen(..)) {
            return None;
        }
        let (above, found, there) = named(members_of(&member.shape)?, member.name, name, same)?;
        let mut pointer = path::child("", member.name);
        pointer.push_str(&above);
        Some((pointer, found, there))
    })
}

/// Puts a member into the object at a pointer below one that is made, under a name of any kind.
fn insert(made: &mut Node, above: &str, name: &str, given: &model::Member, node: Node) {
    if made.at(above).is_none() {
        put(made, above, Node::empty_object(node.span));
    }
    let mut at = made;
    for part in above.split('/').skip(1) {
        let Value::Object(members) = &mut at.value else { return };
        let Some(member) = members.iter_mut().find(|member| member.name == part) else {
            return;
        };
        at = &mut member.node;
    }
    if let Value::Object(members) = &mut at.value {
        members.push(model::Member {
            name: name.to_owned(),
            name_span: given.name_span,
            node,
        });
    }
}

/// Account and region of `https://account.region.batch.azure.com/pools/name`.
fn address(url: &str) -> Option<(&str, &str)> {
    let host = url.strip_prefix("https://")?.split('/').next()?;
    let (account, region) = host.strip_suffix(".batch.azure.com")?.split_once('.')?;
    (!account.is_empty() && !region.is_empty() && !region.contains('.')).then_some((account, region))
}

/// `0:15:00`, as older releases of the Azure CLI show a duration, in the words of ISO 8601.
fn iso(text: &str) -> Option<String> {
    let mut parts = text.split(':');
    let mut number = || -> Option<u32> {
        let part = parts.next()?;
        part.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| part.parse().ok())?
    };
    let (hours, minutes, seconds) = (number()?, number()?, number()?);
    if parts.next().is_some() {
        return None;
    }
    let mut out = String::from("PT");
    for (count, letter) in [(hours, 'H'), (minutes, 'M'), (seconds, 'S')] {
        if count > 0 {
            out.push_str(&count.to_string());
            out.push(letter);
        }
    }
    if out.len() == 2 {
        out.push_str("0S");
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{parse, pools};

    const SHOWN: &str = r#"{
  "allocationState": "steady",
  "currentDedicatedNodes": 2,
  "displayName": null,
  "eTag": "0x8D",
  "enableAutoScale": false,
  "enableInterNodeCommunication": true,
  "id": "render",
  "identity": { "type": "UserAssigned", "userAssignedIdentities": [{ "resourceId": "/a/b", "clientId": "c" }] },
  "networkConfiguration": { "dynamicVnetAssignmentScope": "none", "endpointConfiguration": { "inboundNatPools": [{ "protocol": "tcp" }] } },
  "resizeTimeout": "0:15:00",
  "state": "active",
  "targetDedicatedNodes": 2,
  "url": "https://farm.westeurope.batch.azure.com/pools/render",
  "userAccounts": [{ "name": "n", "elevationLevel": "nonadmin" }],
  "virtualMachineConfiguration": {
    "dataDisks": [{ "lun": 0, "diskSizeGb": 32 }, { "logicalUnitNumber": 1, "caching": "none" }],
    "imageReference": { "exactVersion": "1.2.3", "virtualMachineImageId": "/g" },
    "nodeAgentSkuId": "batch.node.ubuntu 22.04",
    "somethingNew": 1
  },
  "vmSize": "standard_d2s_v3",
  "anotherThing": {}
}"#;

    #[test]
    fn what_the_cli_shows_becomes_a_plan() {
        let reading = pools(SHOWN).remove(0).reading;
        assert_eq!(reading.dialect, Dialect::DataPlane);
        let root = reading.root.expect("readable");
        let text = |pointer: &str| root.at(pointer).and_then(Node::as_text).map(str::to_owned);
        let machine = path::VM;
        for (pointer, value) in [
            (path::POOL_NAME, "render"),
            (path::ACCOUNT, "farm"),
            (path::REGION, "westeurope"),
            (path::VM_SIZE, "standard_d2s_v3"),
            (path::IMAGE_ID, "/g"),
            (path::NODE_AGENT, "batch.node.ubuntu 22.04"),
            (path::INTER_NODE, "Enabled"),
            (path::RESIZE_TIMEOUT, "PT15M"),
            (path::VNET_SCOPE, "none"),
            ("/pool/properties/userAccounts/0/elevationLevel", "NonAdmin"),
            (
                "/pool/properties/networkConfiguration/endpointConfiguration/inboundNatPools/0/protocol",
                "TCP",
            ),
            (&format!("{machine}/dataDisks/0/caching"), "ReadWrite"),
            (&format!("{machine}/dataDisks/1/caching"), "None"),
        ] {
            assert_eq!(text(pointer).as_deref(), Some(value), "{pointer}");
        }
        assert!(root.at("/pool/identity/userAssignedIdentities/~1a~1b").is_some());
        assert!(root.at(&format!("{machine}/dataDisks/0/diskSizeGB")).is_some());
        assert!(
            root.at(&format!("{machine}/somethingNew")).is_some(),
            "unknown members stay"
        );
        assert!(root.at("/pool/properties/anotherThing").is_some());
        let lun = root.at(&format!("{machine}/dataDisks/1/lun"));
        assert_eq!(
            lun.and_then(Node::as_whole),
            Some(1),
            "the CLI shows the name of its own model"
        );
        assert_eq!(root.at(path::DISPLAY_NAME), None);
        let of = |kind: &dyn Fn(&NoteKind) -> bool| -> Vec<&str> {
            let wanted = reading.notes.iter().filter(|note| kind(&note.kind));
            wanted.map(|note| note.name.as_str()).collect()
        };
        assert_eq!(of(&|kind| matches!(kind, NoteKind::Moved(_))), ["id", "url"]);
        assert_eq!(
            of(&|kind| *kind == NoteKind::ReadOnly),
            [
                "allocationState",
                "currentDedicatedNodes",
                "eTag",
                "clientId",
                "state",
                "exactVersion"
            ]
        );
    }

    #[test]
    fn every_value_keeps_its_place() {
        let root = pools(SHOWN).remove(0).reading.root.expect("readable");
        let place = |pointer: &str| {
            let span = root.at(pointer).expect("there").span;
            &SHOWN[span.start..span.end]
        };
        assert_eq!(place(path::IMAGE_ID), "\"/g\"");
        assert_eq!(place(path::INTER_NODE), "true");
        assert_eq!(place(path::RESIZE_TIMEOUT), "\"0:15:00\"");
        assert_eq!(place(path::POOL_NAME), "\"render\"");
        assert!(place(path::PROPERTIES).starts_with("{\n  \"allocationState\""));
    }

    #[test]
    fn under_a_formula_the_targets_are_told_not_asked_for() {
        let root = parse(
            r#"{"id": "p", "vmSize": "s", "targetDedicatedNodes": 4, "enableAutoScale": true, "autoScaleFormula": "f", "resizeTimeout": "PT15M"}"#,
        )
        .expect("JSON");
        let reading = from_data_plane(&root);
        let names: Vec<&str> = reading.notes.iter().map(|note| note.name.as_str()).collect();
        assert_eq!(names, ["id", "targetDedicatedNodes", "resizeTimeout"]);
        let made = reading.root.expect("readable");
        assert_eq!(made.at(path::FORMULA).and_then(Node::as_text), Some("f"));
        assert_eq!(made.at(path::FIXED), None);
    }

    #[test]
    fn lists_are_several_pools() {
        let two = r#"[{"id": "a", "vmSize": "s"}, {"id": "b", "vmSize": "s"}]"#;
        for text in [
            two.to_owned(),
            format!("{{\"odata.metadata\": \"m\", \"value\": {two}}}"),
        ] {
            let pools = pools(&text);
            let names: Vec<&str> = pools.iter().map(|pool| pool.name.as_str()).collect();
            assert_eq!(names, ["a", "b"], "{text}");
            let span = pools.get(1).map(|pool| pool.span).expect("two");
            assert_eq!(&text[span.start..span.end], r#"{"id": "b", "vmSize": "s"}"#);
        }
    }

    #[test]
    fn other_documents_are_left_alone() {
        for text in [
            "{}",
            "[]",
            "[1]",
            "null",
            r#"{"value": []}"#,
            r#"{"target": {}, "virtualMachineConfiguration": {}}"#,
            r#"{"properties": {}, "id": "x", "vmSize": "s"}"#,
            r#"{"id": "/subscriptions/s/agentPools/a", "vmSize": "s"}"#,
            r#"{"id": "x", "vmSize": "s", "type": "Microsoft.ContainerService/managedClusters/agentPools"}"#,
            r#"[{"id": "a", "vmSize": "s"}, {"name": "b"}]"#,
            r#"{"vmSize": "s"}"#,
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn nothing_that_does_not_fit_is_dropped() {
        let root = parse(
            r#"{"id": 7, "vmSize": ["s"], "virtualMachineConfiguration": {"dataDisks": {"lun": 0}}, "enableAutoScale": "yes",
                "enableInterNodeCommunication": "no", "identity": "me", "a/b": 1, "url": "ftp://x"}"#,
        )
        .expect("JSON");
        let reading = from_data_plane(&root);
        let made = reading.root.expect("readable").to_json();
        assert_eq!(
            made,
            r#"{"target":{"poolName":7},"pool":{"properties":{"vmSize":["s"],"deploymentConfiguration":{"virtualMachineConfiguration":{"dataDisks":{"lun":0}}},"enableAutoScale":"yes","interNodeCommunication":"no","a/b":1},"identity":"me"}}"#
        );
        assert_eq!(reading.notes.len(), 2);
    }

    #[test]
    fn durations_of_older_releases_are_read() {
        for (shown, means) in [("0:15:00", "PT15M"), ("1:00:30", "PT1H30S"), ("0:00:00", "PT0S")] {
            assert_eq!(iso(shown).as_deref(), Some(means));
        }
        for text in ["PT15M", "", "1:2", "1:2:3:4", "a:b:c", "-1:00:00", "99999999999:0:0"] {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}
