//! What was in a link.

use super::{Broken, Kind, MOST_JSON, Packed};
use crate::input::parse;
use crate::model::{Node, Value};

/// What was in a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A plan, as a text to edit.
    Plan(String),
    /// Two plans, as texts, and what they are called; empty when they have no name.
    Comparison {
        /// The plans.
        plans: [String; 2],
        /// Their names.
        names: [String; 2],
    },
}

impl Packed {
    /// Reads what was in the link, given its inflated bytes.
    pub fn open(&self, inflated: &[u8]) -> Result<Opened, Broken> {
        if inflated.len() > MOST_JSON {
            return Err(Broken::TooLarge);
        }
        let json = std::str::from_utf8(inflated).map_err(|_| Broken::NotAPlan)?;
        let root = parse(json).map_err(|_| Broken::NotAPlan)?;
        let plan = |node: Option<&Node>| {
            let plan = node.filter(|node| is_plan(node)).ok_or(Broken::NotAPlan)?;
            Ok(plan.to_pretty_json() + "\n")
        };
        match self.kind {
            Kind::Plan => Ok(Opened::Plan(plan(Some(&root))?)),
            Kind::Comparison => {
                let name = |at| root.at(at).and_then(Node::as_text).unwrap_or_default().to_owned();
                Ok(Opened::Comparison {
                    plans: [plan(root.get("a"))?, plan(root.get("b"))?],
                    names: ["/names/0", "/names/1"].map(name),
                })
            }
        }
    }
}

/// Whether a document is in plan shape, so that it reads as a plan and as nothing else.
pub(super) fn is_plan(node: &Node) -> bool {
    let has = |name: &str| node.get(name).is_some();
    let parts = ["target", "image", "neighbours", "accepted", "readings", "pool"];
    matches!(node.value, Value::Object(_)) && (parts.into_iter().any(has) || !has("properties"))
}
