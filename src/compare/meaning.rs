//! When two values mean the same though they are written differently.

use std::borrow::Cow;

use crate::facts::contract::{Member, Shape};
use crate::facts::limits;
use crate::model::{Decimal, IsoDuration, Node, Value, same_region};

/// In what two texts may differ and still say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// In nothing.
    Exact,
    /// In letter case.
    AnyCase,
    /// In letter case, where both are ids.
    Id,
    /// In letter case and blanks.
    Region,
    /// In the units of a duration.
    Duration,
}

/// A place in a plan, as far as it matters for what a value means.
#[derive(Clone, Copy)]
pub(super) struct Place<'n> {
    /// The member that holds the value, or the list of which it is an item.
    pub name: &'n str,
    /// The member that holds the object around it.
    pub owner: &'n str,
    /// What the contract says the value looks like; `None` for what it does not know.
    pub shape: Option<&'static Shape>,
}

/// Names and ids of the plan's own members which Azure compares without letter case.
const ANY_CASE: [&str; 6] = [
    "subscriptionId",
    "tenantId",
    "resourceGroup",
    "accountName",
    "poolName",
    "apiVersion",
];

impl Place<'_> {
    /// How texts that stand here are read.
    pub(super) fn reading(self) -> Reading {
        let name = self.name;
        match self.shape {
            Some(Shape::Any) => Reading::Exact,
            Some(Shape::Duration) => Reading::Duration,
            Some(Shape::Choice(_) | Shape::ArmId) => Reading::AnyCase,
            None if ANY_CASE.contains(&name) => Reading::AnyCase,
            None if name == "region" => Reading::Region,
            _ if name == "vmSize" || (self.owner == "vmSizes" && name == "name") => Reading::AnyCase,
            _ if name == "pauseTimeBetweenBatches" => Reading::Duration,
            _ if ["id", "Id", "Ids", "publicIPs"].iter().any(|end| name.ends_with(end)) => Reading::Id,
            _ => Reading::Exact,
        }
    }
}

/// Whether a text is the path of a resource, such as `/subscriptions/…`.
fn is_path(text: &str) -> bool {
    text.starts_with('/')
}

/// Whether two texts say the same.
pub(super) fn same_text(a: &str, b: &str, reading: Reading) -> bool {
    a == b
        || match reading {
            Reading::Exact => false,
            Reading::AnyCase => a.eq_ignore_ascii_case(b),
            Reading::Id => is_path(a) && a.eq_ignore_ascii_case(b),
            Reading::Region => same_region(a, b),
            Reading::Duration => {
                let [a, b] = [a, b].map(IsoDuration::parse);
                a.is_ok() && a == b
            }
        }
}

/// A value as one text that is the same for values of the same meaning: by it items of lists find each other.
pub(super) fn key(node: &Node, reading: Reading) -> String {
    match (&node.value, reading) {
        (Value::Number(text), _) => node.as_whole().map_or_else(|| text.clone(), |whole| whole.to_string()),
        (Value::Text(text), Reading::AnyCase) => text.to_ascii_lowercase(),
        (Value::Text(text), Reading::Id) if is_path(text) => text.to_ascii_lowercase(),
        (Value::Text(text), _) => text.clone(),
        _ => node.to_json(),
    }
}

/// The name of a member, the same for all its spellings and its names in other versions.
pub(super) fn canonical<'n>(name: &'n str, shape: Option<&'static Shape>) -> (Cow<'n, str>, Option<&'static Member>) {
    match shape {
        Some(Shape::Object(members)) => match members.iter().find(|member| member.name.eq_ignore_ascii_case(name)) {
            Some(member) => (Cow::Borrowed(renamed(member).unwrap_or(member.name)), Some(member)),
            None => (Cow::Borrowed(name), None),
        },
        // Identities are ids, and free names at the same time.
        Some(Shape::Map(_)) if is_path(name) => (Cow::Owned(name.to_ascii_lowercase()), None),
        _ => (Cow::Borrowed(name), None),
    }
}

/// The name that a member has now, where the thing itself stayed what it was.
fn renamed(member: &Member) -> Option<&'static str> {
    let stayed = !matches!(member.shape, Shape::Object(_) | Shape::List(_) | Shape::Map(_));
    member.now.filter(|name| stayed && !name.contains('.'))
}

/// Whether a value says no more than leaving it out, because the documentation names it as the default.
pub(super) fn is_default(node: &Node, member: &'static Member) -> bool {
    let interval;
    let default = match (member.default, member.name) {
        (Some(default), _) => default,
        (None, "evaluationInterval") => {
            interval = limits::EVALUATION_DEFAULT.value.to_string();
            &interval
        }
        _ => return false,
    };
    match &node.value {
        Value::Text(text) => {
            let place = Place {
                name: member.name,
                owner: "",
                shape: Some(&member.shape),
            };
            same_text(text, default, place.reading())
        }
        Value::Number(number) => Decimal::parse(number).is_some_and(|number| Decimal::parse(default) == Some(number)),
        _ => false,
    }
}
