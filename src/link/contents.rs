//! What a link holds: the JSON of a plan or two, without what says nothing and without what must not travel.

use super::scrub::Scrub;
use super::{Kind, LeftOut, MOST_JSON, Packed, opened};
use crate::model::{Node, Value, path};

/// What a link holds, before it is deflated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// One plan or two.
    pub kind: Kind,
    /// The JSON to deflate, as UTF-8.
    pub json: String,
    /// What of the plan it does not hold. Comments never are in it.
    pub left_out: Vec<LeftOut>,
}

/// Members of a plan that may be missing when they are empty: absent means the same.
const PARTS: [&str; 5] = ["target", "image", "neighbours", "accepted", "readings"];

impl Contents {
    /// The link of a plan in plan shape; `None` when it is none. `names` lets the names of the account travel.
    pub fn of_plan(root: &Node, names: bool) -> Option<Contents> {
        opened::is_plan(root).then(|| Contents::of(Kind::Plan, &[root], names, |mut plans| plans.remove(0)))
    }

    /// The link of two plans and what they are called, if they are.
    pub fn of_comparison(plans: [&Node; 2], titles: [Option<&str>; 2], names: bool) -> Option<Contents> {
        let join = |plans: Vec<Node>| {
            let mut members: Vec<(&str, Node)> = ["a", "b"].into_iter().zip(plans).collect();
            if titles.iter().any(Option::is_some) {
                let titles = titles.map(|title| Node::text(title.unwrap_or_default()));
                members.push(("names", Node::list(titles)));
            }
            Node::object(members)
        };
        let both = plans.iter().all(|plan| opened::is_plan(plan));
        both.then(|| Contents::of(Kind::Comparison, &plans, names, join))
    }

    fn of(kind: Kind, plans: &[&Node], names: bool, join: impl FnOnce(Vec<Node>) -> Node) -> Contents {
        let mut scrub = Scrub::of(plans, names);
        let plans = plans.iter().enumerate().map(|(index, plan)| {
            let before = match (kind, index) {
                (Kind::Plan, _) => "",
                (Kind::Comparison, 0) => "/a",
                (Kind::Comparison, _) => "/b",
            };
            without_nothings(scrub.plan(plan, before))
        });
        let json = join(plans.collect()).to_json();
        Contents {
            kind,
            json,
            left_out: scrub.left_out,
        }
    }

    /// Whether a link can hold it at all.
    pub fn fits(&self) -> bool {
        self.json.len() <= MOST_JSON
    }

    /// The fragment of the link, given the raw-deflated JSON.
    pub fn fragment(&self, deflated: Vec<u8>) -> String {
        let kind = self.kind;
        Packed { kind, deflated }.fragment()
    }
}

/// Takes out what means the same when it is absent. The pool is the request, of which nothing is taken.
fn without_nothings(mut root: Node) -> Node {
    // Without a pool, other members tell what the document is.
    if root.at(path::POOL).is_none() {
        return root;
    }
    let Value::Object(members) = &mut root.value else {
        return root;
    };
    members.retain_mut(|member| {
        let is_image = member.name == "image";
        if is_image || member.name == "target" {
            drop_unknown(&mut member.node, is_image);
        }
        !(PARTS.contains(&member.name.as_str()) && is_nothing(&member.node, &member.name))
    });
    root
}

/// Takes out what is not known: `null`, `Unknown` of an image, quotas without a number.
fn drop_unknown(part: &mut Node, is_image: bool) {
    if let Value::Object(members) = &mut part.value {
        members.retain(|member| {
            let node = &member.node;
            let unknown = node.is_null()
                || is_image
                    && ["source", "basePublisher", "builtWith"].contains(&member.name.as_str())
                    && is_unknown(node)
                || !is_image && member.name == "quotas" && node.value == Value::Object(Vec::new());
            !unknown
        });
    }
}

fn is_unknown(node: &Node) -> bool {
    node.as_text() == Some("Unknown")
}

/// Whether a part of the plan is there but says nothing. One of a wrong type says something: that it is wrong.
fn is_nothing(node: &Node, name: &str) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Object(members) => members.is_empty() && matches!(name, "target" | "image"),
        Value::List(items) => items.is_empty() && matches!(name, "neighbours" | "accepted" | "readings"),
        _ => false,
    }
}
