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
            text("path").filter(|path| path.starts_with('/'))?,
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

/// The readings of a document that still count, of several for one place the last.
pub fn of(root: &Node) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    let items = root
        .get(path::last(path::READINGS).as_str())
        .map_or(&[][..], Node::items);
    for reading in items.iter().filter_map(Reading::parse) {
        if !root.at(&reading.path).is_some_and(|now| now.same_json(&reading.value)) {
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
        if !root.at(&reading.path).is_some_and(|now| now.same_json(&reading.value)) {
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
