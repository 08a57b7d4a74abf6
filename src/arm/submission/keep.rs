//! What is kept of a submission while the page is away: which pool, and what was under way. No body, no secret, no token.

use std::sync::Arc;

use super::{Action, State, Submission, Watch, Way, missing};
use crate::arm::PutPool;
use crate::model::{ApiVersion, Cloud, Node};

impl Submission {
    /// What is needed to go on after a reload: names, what was under way, and how the clocks differ.
    pub fn note(&self) -> Node {
        let text = |value: &Option<String>| value.as_deref().map_or_else(Node::null, Node::text);
        Node::object([
            ("subscription", text(&self.request.subscription)),
            ("resourceGroup", text(&self.request.resource_group)),
            ("account", text(&self.request.account)),
            ("pool", text(&self.request.pool_name)),
            ("apiVersion", Node::text(self.request.api_version.name())),
            ("phase", Node::text(phase(&self.state))),
            ("etag", text(&self.etag)),
            ("resizes", Node::number(self.watch.resizes().into())),
            (
                "began",
                self.watch
                    .began()
                    .map_or_else(Node::null, |at| Node::text(at.to_string())),
            ),
            ("ahead", self.watch.ahead().map_or_else(Node::null, Node::number)),
        ])
    }

    /// Goes on with what was kept, by reading. A request that names another pool is not its plan.
    pub fn resume(note: &Node, request: Option<Arc<PutPool>>) -> Option<Submission> {
        let text = |name: &str| note.get(name).and_then(Node::as_text).map(str::to_owned);
        let kept = PutPool {
            cloud: request.as_ref().map_or(Cloud::Public, |request| request.cloud),
            subscription: text("subscription"),
            resource_group: text("resourceGroup"),
            account: text("account"),
            region: None,
            pool_name: text("pool"),
            api_version: ApiVersion::parse(&text("apiVersion")?)?,
            body: Node::object::<&str>([]),
            read_only: Vec::new(),
        };
        if !missing(&kept).is_empty() {
            return None;
        }
        let phase = text("phase")?;
        let plan = request.filter(|request| request.route() == kept.route());
        let state = PHASES.iter().find(|(name, _)| *name == phase).map(|(_, state)| state)?;
        let mut submission = Submission::with(Arc::new(kept), state.clone());
        submission.has_plan = plan.is_some();
        submission.request = plan.unwrap_or(submission.request);
        // Whoever comes back decides; nothing is sent again unasked.
        submission.given_up = true;
        submission.etag = text("etag");
        let resizes = note.get("resizes").and_then(Node::as_whole).unwrap_or(0);
        submission.watch = Watch::resumed(
            u32::try_from(resizes).unwrap_or(0),
            note.get("ahead").and_then(Node::as_whole),
        );
        Some(submission)
    }
}

const CREATING: Action = Action::Write(Way::Create);
const UPDATING: Action = Action::Write(Way::Update);
const REPLACING: Action = Action::Write(Way::Replace);

/// What goes on after a reload, by the name under which it is kept.
static PHASES: [(&str, State); 7] = [
    ("looking", State::Looking),
    ("watching", State::Watching),
    ("deleting", State::Deleting),
    ("creating", State::Unsure(CREATING)),
    ("updating", State::Unsure(UPDATING)),
    ("replacing", State::Unsure(REPLACING)),
    ("removing", State::Unsure(Action::Delete)),
];

fn phase(state: &State) -> &'static str {
    match state {
        State::NeedsToken(then) => phase(then),
        State::Watching | State::Steady => "watching",
        State::Deleting => "deleting",
        State::Sending(action) | State::Unsure(action) => match action {
            Action::Write(Way::Create) => "creating",
            Action::Write(Way::Update) => "updating",
            Action::Write(Way::Replace) => "replacing",
            Action::Delete => "removing",
            // Watching shows what they brought.
            Action::StopResize | Action::DisableAutoScale | Action::Again(_) => "watching",
        },
        State::Ended(ending) => match (ending.during, &ending.why) {
            (super::Doing::Acting(action), super::Why::Unknown(_)) => phase(&State::Unsure(action)),
            (super::Doing::Watching, _) => "watching",
            (super::Doing::Deleting, _) => "deleting",
            _ => "looking",
        },
        State::Looking | State::Planned(_) | State::Gone | State::Vanished => "looking",
    }
}
