//! By what the items of a list are told apart, so that a moved item is no difference.

use super::meaning::{Place, Reading, key};
use crate::facts::contract::Shape;
use crate::model::{Node, Value};

/// A list of objects, and the pointers below an item of which the first that is there names it.
struct Row {
    list: &'static str,
    named_by: &'static [&'static str],
}

/// Lists whose items have an identity; any other list goes by position.
static ROWS: [Row; 15] = [
    row("userAccounts", &["/name"]),
    row("metadata", &["/name"]),
    row("applicationPackages", &["/id"]),
    row("environmentSettings", &["/name"]),
    row(
        "resourceFiles",
        &[
            "/filePath",
            "/httpUrl",
            "/storageContainerUrl",
            "/autoStorageContainerName",
            "/blobSource",
        ],
    ),
    row("dataDisks", &["/lun"]),
    row("extensions", &["/name"]),
    row("inboundNatPools", &["/name"]),
    row("networkSecurityGroupRules", &["/priority"]),
    row("containerRegistries", &["/registryServer"]),
    row("certificates", &["/id"]),
    row("vmSizes", &["/name"]),
    row(
        "mountConfiguration",
        &[
            "/azureBlobFileSystemConfiguration/relativeMountPath",
            "/azureFileShareConfiguration/relativeMountPath",
            "/nfsMountConfiguration/relativeMountPath",
            "/cifsMountConfiguration/relativeMountPath",
        ],
    ),
    row("neighbours", &["/poolName"]),
    row("readings", &["/path"]),
];

const fn row(list: &'static str, named_by: &'static [&'static str]) -> Row {
    Row { list, named_by }
}

/// How the items of a list find each other.
pub(super) enum Identity {
    /// By what is at one of these pointers below them.
    Named(&'static [&'static str]),
    /// By what they are: a list of texts is a set.
    Value,
    /// By the rule and place that an acceptance is about.
    Acceptance,
    /// By position.
    Position,
}

/// The identity of the items of the list at a place.
pub(super) fn of(place: Place) -> Identity {
    let item = match place.shape {
        Some(Shape::Any) => return Identity::Position,
        Some(Shape::List(item)) => Some(*item),
        _ => None,
    };
    if let Some(row) = ROWS.iter().find(|row| row.list == place.name) {
        return Identity::Named(row.named_by);
    }
    match item {
        Some(Shape::Object(_) | Shape::List(_) | Shape::Map(_) | Shape::Any) => Identity::Position,
        Some(_) => Identity::Value,
        None if place.name == "accepted" => Identity::Acceptance,
        None => Identity::Position,
    }
}

impl Identity {
    /// What names an item; `None` where its position does.
    pub(super) fn key(&self, item: &Node, place: Place) -> Option<String> {
        let reading = |pointer: &'static str| {
            let below = Place {
                name: pointer.rsplit('/').next().unwrap_or_default(),
                owner: place.name,
                shape: None,
            };
            below.reading()
        };
        match self {
            Identity::Position => None,
            Identity::Value => Some(key(item, place.reading())),
            Identity::Named(pointers) => pointers
                .iter()
                .find_map(|pointer| Some(key(item.at(pointer)?, reading(pointer)))),
            Identity::Acceptance => {
                let part = |name| {
                    item.get(name)
                        .map(|node| key(node, Reading::AnyCase))
                        .unwrap_or_default()
                };
                matches!(item.value, Value::Object(_)).then(|| [part("rule"), part("path")].join(" "))
            }
        }
    }
}
