//! The body of the ARM request as the Batch service itself wants it: one walk along the contract that reads the table of
//! `facts::data_plane`.

use super::LeftOut;
use super::secrets::{self, Secret};
use crate::arm::PutPool;
use crate::facts::contract::{Member, POOL, Shape};
use crate::facts::data_plane::{self, There, members_of};
use crate::model::{self, Node, Span, Value, path};
use crate::words::{Arg, Message, Words, words};

/// A body for the Batch service, and what it does not say.
#[derive(Debug)]
pub struct Body {
    /// The body.
    pub node: Node,
    /// What has no counterpart, by its pointer into the plan.
    pub left_out: Vec<LeftOut>,
    /// Pointers into the plan of what [`data_plane::CLI_API_VERSION`] does not have yet; it is in the body.
    pub newer: Vec<String>,
    /// The secrets that are in the body: their pointers into the plan, and they at their places in the body, which are as
    /// if it stood at [`path::POOL`].
    pub(super) secrets: Vec<(String, Secret)>,
}

static UNKNOWN: Words = words(
    "The contract has no such member, so it is not known what the Batch service calls it.",
    "Le contrat n’a pas ce membre : on ignore donc quel nom le service Batch lui donne.",
    "Il contratto non prevede questo membro, quindi non è noto quale nome abbia nel servizio Batch.",
);
static OTHER_KIND: Words = words(
    "It is of another kind than the contract says, so it has no counterpart in the body of the Batch service.",
    "Son type n’est pas celui que prévoit le contrat : il n’a donc pas d’équivalent dans le corps destiné au service Batch.",
    "È di un tipo diverso da quello previsto dal contratto, quindi non ha un corrispondente nel corpo del servizio Batch.",
);
static TWICE: Words = words(
    "The body has {0} already.",
    "Le corps contient déjà {0}.",
    "Il corpo contiene già {0}.",
);

/// The body of a request for the Batch service. The name of the pool is empty when the plan does not say it.
pub fn body(request: &PutPool) -> Body {
    to_data_plane(request.pool_name.as_deref().unwrap_or_default(), &request.body)
}

/// An ARM pool as a body for the Batch service.
pub fn to_data_plane(pool_name: &str, pool: &Node) -> Body {
    let mut walk = Walk {
        secrets: secrets::find(pool),
        made: Body {
            node: Node::empty_object(Span::NOWHERE),
            left_out: Vec::new(),
            newer: Vec::new(),
            secrets: Vec::new(),
        },
    };
    let mut made = vec![member(data_plane::NAME, Node::text(pool_name))];
    walk.members(pool, POOL, "", (path::POOL, path::POOL), &mut made);
    walk.made.node.value = Value::Object(made);
    walk.made
}

struct Walk {
    secrets: Vec<Secret>,
    made: Body,
}

/// Where a value stands: its pointers in the plan and in the body that is made.
type At<'a> = (&'a str, &'a str);

impl Walk {
    fn leave_out(&mut self, path: &str, why: Message) {
        self.made.left_out.push(LeftOut {
            path: path.to_owned(),
            why,
        });
    }

    /// The members of an object, into an object that is made. `parent` is the member that holds it.
    fn members(
        &mut self,
        object: &Node,
        known: &'static [Member],
        parent: &str,
        at: At<'_>,
        made: &mut Vec<model::Member>,
    ) {
        for given in object.counting_members() {
            let from = path::child(at.0, &given.name);
            let Some(contract) = known.iter().find(|member| member.name == given.name) else {
                self.leave_out(&from, Message::from(&UNKNOWN));
                continue;
            };
            let there = data_plane::there(parent, contract);
            match there {
                There::Nowhere => self.leave_out(&from, Message::from(data_plane::why_nowhere(contract.name))),
                There::Higher | There::Chosen(..) => {
                    let (Value::Object(_), Some(inner)) = (&given.node.value, members_of(&contract.shape)) else {
                        self.leave_out(&from, Message::from(&OTHER_KIND));
                        continue;
                    };
                    if let There::Chosen(name, chosen) = there {
                        match made.iter_mut().find(|member| member.name == name) {
                            Some(member) if chosen => member.node = Node::bool(true),
                            Some(_) => {}
                            None => made.push(member(name, Node::bool(chosen))),
                        }
                    }
                    self.members(&given.node, inner, contract.name, (&from, at.1), made);
                }
                There::Named(name) | There::Truth(name, ..) if made.iter().any(|member| member.name == name) => {
                    self.leave_out(&from, Message::new(&TWICE, [Arg::from(format!("`{name}`"))]));
                }
                There::Truth(name, yes, no) => match (given.node.says(yes), given.node.says(no)) {
                    (false, false) => self.leave_out(&from, Message::from(&OTHER_KIND)),
                    (truth, _) => made.push(member(name, Node::bool(truth))),
                },
                There::Named(name) => {
                    let to = path::child(at.1, name);
                    self.note_newer(parent, contract, &given.node, &from);
                    if let Some(node) = self.value(&given.node, contract, &contract.shape, (&from, &to)) {
                        made.push(member(name, node));
                    }
                }
            }
        }
        for (holder, name, arm, _) in data_plane::DEFAULTS.iter().filter(|row| row.0 == parent) {
            // What is omitted does not mean the same there.
            let omitted = known.iter().find(|member| member.name == *name && *holder == parent);
            if let Some(contract) = omitted.filter(|_| made.iter().all(|member| member.name != *name)) {
                made.push(member(
                    name,
                    Node::text(data_plane::spelling(contract, arm).unwrap_or_default()),
                ));
            }
        }
    }

    /// A value as the Batch service has it; none when it was left out.
    fn value(&mut self, node: &Node, contract: &'static Member, shape: &'static Shape, at: At<'_>) -> Option<Node> {
        if let Some(secret) = self.secrets.iter().find(|secret| secret.path == at.0) {
            let there = Secret {
                path: at.1.to_owned(),
                ..secret.clone()
            };
            self.made.secrets.push((at.0.to_owned(), there));
            return Some(node.clone());
        }
        match (&node.value, shape) {
            (Value::Object(_), Shape::Object(inner)) => {
                let mut made = Vec::new();
                self.members(node, inner, contract.name, at, &mut made);
                Some(Node {
                    value: Value::Object(made),
                    span: node.span,
                })
            }
            (Value::List(items), Shape::List(item)) => {
                let mut made = Vec::new();
                for (index, node) in items.iter().enumerate() {
                    let (from, to) = (path::item(at.0, index), path::item(at.1, made.len()));
                    made.extend(self.value(node, contract, item, (&from, &to)));
                }
                Some(Node {
                    value: Value::List(made),
                    span: node.span,
                })
            }
            (_, Shape::Any) => Some(node.clone()),
            (Value::Object(_) | Value::List(_), _) => {
                self.leave_out(at.0, Message::from(&OTHER_KIND));
                None
            }
            (Value::Text(text), Shape::Choice(_)) => {
                Some(data_plane::spelling(contract, text).map_or_else(|| node.clone(), Node::text))
            }
            _ => Some(node.clone()),
        }
    }

    fn note_newer(&mut self, parent: &str, contract: &Member, node: &Node, from: &str) {
        let value = |(name, value): &(&str, &str)| *name == contract.name && node.says(value);
        let newer =
            data_plane::CLI_LACKS.contains(&(parent, contract.name)) || data_plane::CLI_LACKS_VALUES.iter().any(value);
        let noted = |above: &String| {
            from.strip_prefix(above.as_str())
                .is_some_and(|rest| rest.starts_with('/'))
        };
        if newer && !self.made.newer.last().is_some_and(noted) {
            self.made.newer.push(from.to_owned());
        }
    }
}

fn member(name: &str, node: Node) -> model::Member {
    model::Member {
        name: name.to_owned(),
        name_span: Span::NOWHERE,
        node,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::parse;

    fn made(text: &str) -> (String, Vec<String>) {
        let body = to_data_plane("p", &parse(text).expect("JSON"));
        let left_out = body.left_out.into_iter().map(|note| note.path).collect();
        (body.node.to_json(), left_out)
    }

    #[test]
    fn members_move_up_and_values_are_spelt_anew() {
        let (body, left_out) = made(
            r#"{"identity": {"type": "UserAssigned"}, "properties": {"vmSize": "s", "interNodeCommunication": "Enabled",
                "scaleSettings": {"fixedScale": {"targetDedicatedNodes": 1e400, "nodeDeallocationOption": "Requeue"}},
                "deploymentConfiguration": {"virtualMachineConfiguration": {"nodeAgentSkuId": "a",
                    "dataDisks": [{"lun": 0}, {"lun": 1, "caching": "ReadOnly"}]}}}}"#,
        );
        assert_eq!(
            body,
            r#"{"id":"p","vmSize":"s","enableInterNodeCommunication":true,"enableAutoScale":false,"targetDedicatedNodes":1e400,"virtualMachineConfiguration":{"nodeAgentSKUId":"a","dataDisks":[{"lun":0,"caching":"none"},{"lun":1,"caching":"readonly"}]}}"#
        );
        assert_eq!(
            left_out,
            [
                "/pool/identity",
                "/pool/properties/scaleSettings/fixedScale/nodeDeallocationOption"
            ]
        );
    }

    #[test]
    fn what_fits_nowhere_is_named() {
        let (body, left_out) = made(
            r#"{"properties": {"id": "x", "displayName": ["x"], "vmSize": null, "scaleSettings": "big",
                "interNodeCommunication": "Sometimes", "taskSlotsPerNode": 2, "maxTasksPerNode": 3}, "else": {}}"#,
        );
        assert_eq!(body, r#"{"id":"p","vmSize":null,"taskSlotsPerNode":2}"#);
        assert_eq!(
            left_out,
            [
                "/pool/properties/id",
                "/pool/properties/displayName",
                "/pool/properties/scaleSettings",
                "/pool/properties/interNodeCommunication",
                "/pool/properties/maxTasksPerNode",
                "/pool/else"
            ]
        );
    }

    #[test]
    fn a_formula_wins_over_fixed_targets() {
        let (body, _) = made(
            r#"{"properties": {"scaleSettings": {"autoScale": {"formula": "f"}, "fixedScale": {"resizeTimeout": "PT5M"}}}}"#,
        );
        assert_eq!(
            body,
            r#"{"id":"p","enableAutoScale":true,"autoScaleFormula":"f","resizeTimeout":"PT5M"}"#
        );
    }
}
