//! The boundary of a rule: what tells the plan that breaks it from the nearest that does not. Both are tested fixtures.

use crate::model::{Node, Value, path};

/// A member in which the two examples of a rule differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where it stands, as a pointer.
    pub path: String,
    /// Its value, as JSON, in the example that breaks the rule; none where it is absent.
    pub fires: Option<String>,
    /// Its value in the one that does not.
    pub passes: Option<String>,
}

/// The innermost members in which two plans differ, in the order of the first.
pub fn differences(fires: &Node, passes: &Node) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(Some(fires), Some(passes), "", &mut found);
    found
}

fn compare(fires: Option<&Node>, passes: Option<&Node>, at: &str, found: &mut Vec<Difference>) {
    if let (Some(one), Some(other)) = (fires, passes) {
        match (&one.value, &other.value) {
            (Value::Object(_), Value::Object(_)) => {
                for member in one.counting_members() {
                    let name = &member.name;
                    compare(Some(&member.node), other.get(name), &path::child(at, name), found);
                }
                for member in other.counting_members() {
                    let name = &member.name;
                    if one.get(name).is_none() {
                        compare(None, Some(&member.node), &path::child(at, name), found);
                    }
                }
                return;
            }
            (Value::List(one), Value::List(other)) => {
                for index in 0..one.len().max(other.len()) {
                    compare(one.get(index), other.get(index), &path::item(at, index), found);
                }
                return;
            }
            _ if one.same_json(other) => return,
            _ => {}
        }
    }
    found.push(Difference {
        path: at.to_owned(),
        fires: fires.map(Node::to_json),
        passes: passes.map(Node::to_json),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input;

    #[test]
    fn only_what_differs_is_named_with_its_place() {
        let read = |text| input::read(text).root.expect("JSON");
        let fires = read(r#"{ "a": 1.0, "b": { "c/d": [1, 2] }, "only": {}, "kind": [] }"#);
        let passes = read(r#"{ "b": { "c/d": [1, 3, 4] }, "a": 1, "kind": "x", "new": true }"#);
        let said: Vec<String> = differences(&fires, &passes)
            .into_iter()
            .map(|one| {
                let shown = |value: Option<String>| value.unwrap_or_else(|| "–".to_owned());
                format!("{} {} {}", one.path, shown(one.fires), shown(one.passes))
            })
            .collect();
        assert_eq!(
            said,
            [
                "/b/c~1d/1 2 3",
                "/b/c~1d/2 – 4",
                "/only {} –",
                "/kind [] \"x\"",
                "/new – true"
            ]
        );
        assert_eq!(differences(&fires, &fires), []);
    }
}
