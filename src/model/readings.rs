//! What was read from Azure, and when. A reading counts only while the plan still holds the value that was read.

use super::{Edit, Moment, Node, path};

/// A value of the plan as it was read from Azure.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Where it stands in the plan.
    pub path: String,
    /// What was read.
    pub value: Node,
    /// When.
    pub at: Moment,
}

/// The parts of a plan that can be read from Azure. Nothing else is a reading, whatever a document says.
const READABLE: [&str; 13] = [
    path::REGION,
    path::ALLOCATION_MODE,
    path::AUTHENTICATION,
    path::QUOTA_DEDICATED,
    path::QUOTA_SPOT,
    path::QUOTA_POOLS,
    path::IMAGE_SOURCE,
    path::IMAGE_REGION,
    path::IMAGE_OS,
    path::IMAGE_GENERATION,
    path::IMAGE_STATE,
    path::IMAGE_REPLICAS,
    path::IMAGE_PLAN,
];

/// Whether the value at this place of a plan can be read from Azure.
pub fn can_be_read(path: &str) -> bool {
    let of_family = path.strip_prefix(path::QUOTA_PER_FAMILY);
    let is_family = of_family.is_some_and(|name| name.len() > 1 && name.rfind('/') == Some(0));
    path == path::NEIGHBOURS || is_family || READABLE.contains(&path)
}

impl Reading {
    /// A reading.
    pub fn new(path: impl Into<String>, value: Node, at: Moment) -> Reading {
        Reading {
            path: path.into(),
            value,
            at,
        }
    }

    fn parse(node: &Node) -> Option<Reading> {
        let text = |name: &str| node.get(name)?.as_text();
        Some(Reading::new(
            text("path").filter(|path| can_be_read(path))?,
            node.get("value")?.clone(),
            Moment::parse(text("at")?)?,
        ))
    }

    fn to_node(&self) -> Node {
        Node::object([
            ("path", Node::text(&*self.path)),
            ("value", self.value.clone()),
            ("at", Node::text(self.at.to_string())),
        ])
    }
}

/// Whether the document holds what was read. A list that is not there says the same as an empty one.
fn stands(root: &Node, reading: &Reading) -> bool {
    match root.at(&reading.path) {
        Some(now) => now.same_json(&reading.value),
        None => reading.value.same_json(&Node::list([])),
    }
}

/// The readings of a document that still count, of several for one place the last.
pub fn of(root: &Node) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    let items = root
        .get(path::last(path::READINGS).as_str())
        .map_or(&[][..], Node::items);
    for reading in items.iter().filter_map(Reading::parse) {
        if !stands(root, &reading) {
            continue;
        }
        match readings.iter_mut().find(|other| other.path == reading.path) {
            Some(other) => *other = reading,
            None => readings.push(reading),
        }
    }
    readings
}

/// The edits that write values that were read into a document, each with its reading; an older one for the same place is
/// replaced. They are to be made in their order.
pub fn noted(root: &Node, readings: &[Reading]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let list = root.get(path::last(path::READINGS).as_str());
    let items = list.map_or(&[][..], Node::items);
    let mut places: Vec<&str> = items
        .iter()
        .map(|item| item.get("path").and_then(Node::as_text).unwrap_or_default())
        .collect();
    let no_list = list.is_none_or(|list| list.items().is_empty());
    for reading in readings {
        if !stands(root, reading) {
            edits.push(Edit::set(&*reading.path, reading.value.clone()));
        }
        let place = places.iter().rposition(|place| *place == reading.path);
        let index = place.unwrap_or_else(|| {
            places.push(&reading.path);
            places.len() - 1
        });
        let note = reading.to_node();
        edits.push(match no_list && places.len() == 1 && place.is_none() {
            true => Edit::set(path::READINGS, Node::list([note])),
            false => Edit::set(path::item(path::READINGS, index), note),
        });
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::apply;
    use crate::model::Plan;

    const AT: Moment = Moment(1_763_822_940_000);

    fn reading(path: &str, value: i64) -> Reading {
        Reading::new(path, Node::number(value), AT)
    }

    #[test]
    fn what_was_read_is_written_with_its_time_and_found_again() {
        for text in [
            "{}",
            r#"{ "readings": [] }"#,
            r#"{ "readings": 3, "target": { "quotas": { "pools": 5 } } }"#,
            r#"{ "readings": [{ "path": "/target/quotas/pools", "value": 1, "at": "2020-01-01T00:00:00Z" }, 7] }"#,
        ] {
            let root = crate::input::parse(text).expect("JSON");
            let first = [reading(path::QUOTA_POOLS, 5), reading(path::QUOTA_SPOT, 0)];
            let text = apply(text, &noted(&root, &first)).expect("edits that can be made");
            let root = crate::input::parse(&text).expect("JSON");
            let plan = Plan::read(&root);
            assert_eq!(
                [plan.target.quotas.pools, plan.target.quotas.spot_cores],
                [Some(5), Some(0)]
            );
            assert_eq!(
                [plan.read_at(path::QUOTA_POOLS), plan.read_at(path::QUOTA_SPOT)],
                [Some(AT); 2]
            );
            let later = [Reading::new(path::QUOTA_POOLS, Node::number(6), AT.after(60_000))];
            let text = apply(&text, &noted(&root, &later)).expect("edits that can be made");
            assert_eq!(text.matches(path::QUOTA_POOLS).count(), 1, "{text}");
            let root = crate::input::parse(&text).expect("JSON");
            assert_eq!(Plan::read(&root).read_at(path::QUOTA_POOLS), Some(AT.after(60_000)));
        }
    }

    #[test]
    fn a_value_that_was_typed_since_was_not_read() {
        let text = r#"{ "target": { "region": "westeurope", "quotas": { "pools": 6 } }, "readings": [
            { "path": "/target/quotas/pools", "value": 5, "at": "2026-11-22T14:29:00Z" },
            { "path": "/target/region", "value": "westeurope", "at": "soon" },
            { "path": "/target/tenantId", "at": "2026-11-22T14:29:00Z" } ] }"#;
        let root = crate::input::parse(text).expect("JSON");
        assert!(of(&root).is_empty());
    }

    #[test]
    fn no_neighbours_are_none_whether_their_list_is_there_or_not() {
        let none = [Reading::new(path::NEIGHBOURS, Node::list([]), AT)];
        let root = crate::input::parse("{}").expect("JSON");
        let text = apply("{}", &noted(&root, &none)).expect("edits that can be made");
        let root = crate::input::parse(&text).expect("JSON");
        assert!(root.get("neighbours").is_none());
        assert_eq!(Plan::read(&root).read_at(path::NEIGHBOURS), Some(AT));
    }

    #[test]
    fn only_what_azure_tells_can_be_read() {
        let family = path::child(path::QUOTA_PER_FAMILY, "standardDSv5Family");
        assert!([path::REGION, path::NEIGHBOURS, &family].into_iter().all(can_be_read));
        for path in [
            path::VM_SIZE,
            path::SUBSCRIPTION,
            path::QUOTAS,
            path::QUOTA_PER_FAMILY,
            "",
            "/",
        ] {
            assert!(!can_be_read(path), "{path}");
        }
    }
}
