//! The members of the plan document that are not the pool: names and kinds of values.

use crate::model::{
    AllocationMode, Authentication, BasePublisher, Builder, Cloud, ImageSource, Member, Node, OsState, OsType, Value,
    path,
};

/// A member of the plan document.
pub(super) struct Part {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
}

/// What a member of the plan document holds.
pub(super) enum Kind {
    /// Any text.
    Text,
    /// A whole number from 0.
    Count,
    /// `true` or `false`.
    Bool,
    /// One of these texts.
    Choice(&'static [&'static str]),
    /// An object with free names and such numbers.
    Counts,
    /// An object with these members.
    Object(&'static [Part]),
    /// A list of such objects.
    List(&'static [Part]),
    /// The body of the request: the contract speaks about it.
    Body,
    /// A point in time.
    Moment,
    /// Anything.
    Any,
}

const fn part(name: &'static str, kind: Kind) -> Part {
    Part { name, kind }
}

/// The whole document.
pub(super) static PLAN: &[Part] = &[
    part("target", Kind::Object(TARGET)),
    part("image", Kind::Object(IMAGE)),
    part("neighbours", Kind::List(NEIGHBOUR)),
    part("accepted", Kind::List(ACCEPTED)),
    part("readings", Kind::List(READING)),
    part("pool", Kind::Body),
];

static TARGET: &[Part] = &[
    part("cloud", Kind::Choice(Cloud::NAMES)),
    part("subscriptionId", Kind::Text),
    part("resourceGroup", Kind::Text),
    part("accountName", Kind::Text),
    part("region", Kind::Text),
    part("tenantId", Kind::Text),
    part("poolAllocationMode", Kind::Choice(AllocationMode::NAMES)),
    part("authentication", Kind::Choice(Authentication::NAMES)),
    part("poolName", Kind::Text),
    part("apiVersion", Kind::Text),
    part("quotas", Kind::Object(QUOTAS)),
];

static QUOTAS: &[Part] = &[
    part("dedicatedCores", Kind::Count),
    part("dedicatedCoresPerFamily", Kind::Counts),
    part("spotCores", Kind::Count),
    part("pools", Kind::Count),
];

/// An entry of `dedicatedCoresPerFamily`, whose own name is free.
static PER_FAMILY: Part = part("dedicatedCoresPerFamily", Kind::Count);

static IMAGE: &[Part] = &[
    part("source", Kind::Choice(ImageSource::NAMES)),
    part("region", Kind::Text),
    part("tenantId", Kind::Text),
    part("basePublisher", Kind::Choice(BasePublisher::NAMES)),
    part("builtWith", Kind::Choice(Builder::NAMES)),
    part("osType", Kind::Choice(OsType::NAMES)),
    part("hyperVGeneration", Kind::Choice(&["V1", "V2"])),
    part("osState", Kind::Choice(OsState::NAMES)),
    part("replicasInRegion", Kind::Count),
    part("hasPurchasePlan", Kind::Bool),
    part("extensionsInstalled", Kind::Bool),
    part("osDiskEncrypted", Kind::Bool),
    part("defaultTempDrive", Kind::Bool),
    part("managedDisk", Kind::Bool),
];

static NEIGHBOUR: &[Part] = &[
    part("poolName", Kind::Text),
    part("dedicated", Kind::Count),
    part("spot", Kind::Count),
];

static ACCEPTED: &[Part] = &[
    part("rule", Kind::Text),
    part("path", Kind::Text),
    part("reason", Kind::Text),
];

static READING: &[Part] = &[
    part("path", Kind::Text),
    part("value", Kind::Any),
    part("at", Kind::Moment),
];

/// Goes through a document and shows each value that has a part, and each member that has none.
pub(super) fn each<'a>(root: &'a Node, see: &mut dyn FnMut(Seen<'a>)) {
    each_member(root, PLAN, "", see);
}

/// What [`each`] shows.
pub(super) enum Seen<'a> {
    /// A value, the part it belongs to, and its pointer.
    Value(&'a Node, &'static Part, String),
    /// A member no part is for, the object it stands in, the parts of that, and its pointer.
    Unknown(&'a Member, &'a Node, &'static [Part], String),
    /// An item of a list of objects that is no object.
    Item(&'a Node, String),
}

fn each_member<'a>(object: &'a Node, parts: &'static [Part], at: &str, see: &mut dyn FnMut(Seen<'a>)) {
    for member in object.counting_members() {
        let pointer = path::child(at, &member.name);
        let Some(part) = parts.iter().find(|part| part.name == member.name) else {
            see(Seen::Unknown(member, object, parts, pointer));
            continue;
        };
        match part.kind {
            Kind::Object(inner) if matches!(member.node.value, Value::Object(_)) => {
                each_member(&member.node, inner, &pointer, see);
            }
            Kind::Counts => {
                for entry in member.node.counting_members() {
                    see(Seen::Value(
                        &entry.node,
                        &PER_FAMILY,
                        path::child(&pointer, &entry.name),
                    ));
                }
            }
            Kind::List(inner) => {
                for (index, item) in member.node.items().iter().enumerate() {
                    let pointer = path::item(&pointer, index);
                    match item.value {
                        Value::Object(_) => each_member(item, inner, &pointer, see),
                        _ => see(Seen::Item(item, pointer)),
                    }
                }
            }
            _ => {}
        }
        see(Seen::Value(&member.node, part, pointer));
    }
}
