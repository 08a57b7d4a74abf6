//! What an action will send: the call as it is shown before it is confirmed, what exists, and what would be lost.

use super::covers::{self, Covered};
use super::dropped::{Dropped, dropped};
use super::{Action, Found, PoolState, Submission, Way, told};
use crate::arm::{Call, Method};
use crate::facts::contract::{POOL, Shape};
use crate::facts::secrets;
use crate::model::{Node, Value, path};
use crate::words::Words;

/// Members of `properties` that the Batch service documents, for its own update of a pool, to change only while the pool is
/// empty, under these or other names: members of `BatchPoolUpdateOptions`.
pub const ONLY_WHILE_EMPTY: [&str; 10] = [
    "displayName",
    "vmSize",
    "deploymentConfiguration",
    "networkConfiguration",
    "interNodeCommunication",
    "taskSlotsPerNode",
    "taskSchedulingPolicy",
    "userAccounts",
    "mountConfiguration",
    "upgradePolicy",
];

/// A call before it is sent.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedCall {
    /// The call. Its body holds the plan's secrets, if it has any.
    pub call: Call,
    /// All headers in their order, the token masked.
    pub headers: Vec<(&'static str, String)>,
    /// The settings of the pool that exists, as a body: what the call changes is the difference to `sends`.
    pub exists: Option<Node>,
    /// The body that is sent.
    pub sends: Option<Node>,
    /// What the call would drop.
    pub dropped: Vec<Dropped>,
    /// What the call does, and what it leaves.
    pub explains: &'static Words,
    /// What should be known before: a resize is under way, secrets get lost.
    pub cautions: Vec<&'static Words>,
    /// Whether the pool's name must be typed.
    pub needs_name: bool,
}

impl Submission {
    /// The call that writes the pool in this way, before it is sent.
    pub fn planned(&self, way: Way) -> PlannedCall {
        self.planned_action(Action::Write(way))
    }

    /// The call of an action, before it is sent.
    pub fn planned_action(&self, action: Action) -> PlannedCall {
        let base = self.exists();
        let pool = match &base {
            Found::Pool(pool) => Some(pool),
            Found::Nothing => None,
        };
        let sends = self.body(action, &base);
        let call = self.call_with(action, &base);
        let mut headers = vec![("Authorization", "Bearer <token>".to_owned())];
        headers.extend(call.headers.iter().cloned());
        let exists = pool.map(|pool| pool.settings());
        let dropped = match (action, &exists, &sends) {
            (Action::Write(Way::Replace), Some(exists), Some(sends)) => dropped(sends, exists),
            _ => Vec::new(),
        };
        let mut cautions = Vec::new();
        let scales = sends
            .as_ref()
            .is_some_and(|sends| sends.at("/properties/scaleSettings").is_some());
        if scales && pool.is_some_and(|pool| pool.allocation != super::Allocation::Steady) {
            cautions.push(&told::RESIZE_UNDER_WAY);
        }
        if dropped.iter().any(|dropped| dropped.secret) {
            cautions.push(&told::SECRETS_DROPPED);
        }
        if let (Action::Write(way), Some(pool)) = (action, pool) {
            self.caution(way, pool, &mut cautions);
        }
        PlannedCall {
            headers,
            exists,
            sends,
            dropped,
            explains: told::explains(action),
            cautions,
            needs_name: action.needs_name(),
            call,
        }
    }

    /// What should be known of changes to a pool that exists.
    fn caution(&self, way: Way, pool: &PoolState, cautions: &mut Vec<&'static Words>) {
        let changed = self.changed(pool);
        let changes = |pointer: &str| changed.as_ref().is_some_and(|changed| changed.at(pointer).is_some());
        if changes("/identity") {
            cautions.push(&told::IDENTITY_LATER);
        }
        let fixed = |name: &&str| changes(&path::child("/properties", name));
        if (pool.dedicated, pool.spot) != (0, 0) && ONLY_WHILE_EMPTY.iter().any(fixed) {
            cautions.push(&told::CHANGES_WHILE_EMPTY);
        }
        if way == Way::Update && covers::body(&self.request.body, &pool.body) != Covered::Same {
            let mut secret = false;
            secrets::of_body(&self.request.body, &mut |_, _| secret = true);
            if secret {
                cautions.push(&told::SECRETS_KEPT);
            }
        }
    }

    /// The call of an action that is under way.
    pub(super) fn call(&self, action: Action) -> Call {
        self.call_with(action, &self.base)
    }

    fn call_with(&self, action: Action, base: &Found) -> Call {
        let below = |step: &str| {
            let route = self.request.route();
            match route.split_once('?') {
                Some((path, query)) => format!("{path}/{step}?{query}"),
                None => route,
            }
        };
        let call = match action {
            Action::Write(Way::Create) => Call::new(Method::Put, self.request.route()).header("If-None-Match", "*"),
            Action::Write(Way::Replace) => Call::new(Method::Put, self.request.route()),
            Action::Write(Way::Update) | Action::Again(_) => Call::new(Method::Patch, self.request.route()),
            Action::StopResize => Call::new(Method::Post, below("stopResize")),
            Action::DisableAutoScale => Call::new(Method::Post, below("disableAutoScale")),
            Action::Delete => Call::new(Method::Delete, self.request.route()),
        };
        let call = match base {
            // `possible` refuses a condition that cannot be made; a pool that must not exist matches nothing.
            Found::Pool(pool) if self.conditional(action) => {
                call.header("If-Match", pool.etag.clone().unwrap_or_else(|| "\"\"".to_owned()))
            }
            _ => call,
        };
        match self.body(action, base) {
            Some(body) => call.json(body.to_json()),
            None => call,
        }
    }

    /// The body of an action's call.
    pub(super) fn body(&self, action: Action, base: &Found) -> Option<Node> {
        match (action, base) {
            (Action::Write(Way::Create | Way::Replace), _) => Some(self.request.body.clone()),
            (Action::Write(Way::Update), Found::Pool(pool)) => {
                Some(self.changed(pool).unwrap_or_else(|| Node::object::<&str>([])))
            }
            (Action::Again(time_out), Found::Pool(pool)) => {
                let fixed = pool.body.at("/properties/scaleSettings/fixedScale");
                let target = |name: &'static str| Some((name, fixed?.get(name)?.clone()));
                let targets = ["targetDedicatedNodes", "targetLowPriorityNodes"]
                    .into_iter()
                    .filter_map(target);
                let time_out = ("resizeTimeout", Node::text(time_out.to_string()));
                let scale = Node::object([("fixedScale", Node::object(targets.chain([time_out])))]);
                Some(Node::object([("properties", Node::object([("scaleSettings", scale)]))]))
            }
            _ => None,
        }
    }

    /// The members of the plan's body that are not what exists: what a PATCH sends. Members that are the same stay out of
    /// it, because the service refuses some of them for a pool that has nodes; so do those of which only a secret could
    /// differ, which nobody can tell. `None` when nothing differs.
    pub(super) fn changed(&self, pool: &PoolState) -> Option<Node> {
        let body = &self.request.body;
        let differs = |sent: &Node, found: Option<&Node>, of| {
            let each = sent.counting_members().filter_map(move |member| {
                let there = found.and_then(|found| found.get(&member.name));
                let covered = covers::member(&member.name, &member.node, there, of);
                (covered == Covered::Differs).then(|| (member.name.clone(), member.node.clone()))
            });
            each.collect::<Vec<_>>()
        };
        let properties = POOL.iter().find(|member| member.name == "properties");
        let of = match properties.map(|member| &member.shape) {
            Some(Shape::Object(of)) => *of,
            _ => &[],
        };
        let mut members: Vec<(String, Node)> = differs(body, Some(&pool.body), POOL);
        members.retain(|(name, _)| name != "properties");
        if let Some(sent) = body
            .get("properties")
            .filter(|sent| matches!(sent.value, Value::Object(_)))
        {
            let changed = differs(sent, pool.body.get("properties"), of);
            if !changed.is_empty() {
                members.push(("properties".to_owned(), Node::object(changed)));
            }
        }
        (!members.is_empty()).then(|| Node::object(members))
    }
}
