//! An allocation as JSON and back, without loss: what follows is the same after a snapshot as without one.

use super::course::Timers;
use super::{Allocation, Deallocation, Phase, Target, Trouble};
use crate::model::{IsoDuration, Moment, Node};

impl Allocation {
    /// The allocation as JSON.
    pub fn to_node(&self) -> Node {
        let moment = |moment: Moment| Node::number(moment.0);
        let timer = |at: Option<Moment>| at.map_or_else(Node::null, moment);
        let (no_dedicated, no_spot) = self.timers.given_up;
        Node::object([
            ("phase", Node::text(self.phase.name())),
            ("since", moment(self.phase_since)),
            ("targetDedicated", Node::number(self.target.dedicated)),
            ("targetSpot", Node::number(self.target.spot)),
            ("timeOut", Node::text(self.target.time_out.to_string())),
            ("deallocation", Node::text(self.deallocation.name())),
            ("started", moment(self.started)),
            ("dedicated", Node::number(self.dedicated)),
            ("spot", Node::number(self.spot)),
            ("preempted", Node::number(self.preempted)),
            (
                "errors",
                Node::list(self.errors.iter().map(|trouble| Node::text(trouble.name()))),
            ),
            ("seed", Node::number(self.seed.cast_signed())),
            ("comes", timer(self.timers.comes)),
            ("leaves", timer(self.timers.leaves)),
            ("returns", timer(self.timers.returns)),
            ("batches", Node::number(self.timers.batches)),
            ("brought", Node::number(self.timers.brought)),
            ("noDedicated", Node::bool(no_dedicated)),
            ("noSpot", Node::bool(no_spot)),
        ])
    }

    /// Reads what [`Allocation::to_node`] wrote; `None` for anything that is no allocation.
    pub fn from_node(node: &Node) -> Option<Allocation> {
        let whole = |name: &str| node.get(name)?.as_whole();
        let count = |name: &str| whole(name).filter(|count| (0..=i64::from(i32::MAX)).contains(count));
        let moment = |name: &str| whole(name).map(Moment);
        let text = |name: &str| node.get(name)?.as_text();
        let flag = |name: &str| node.get(name)?.as_bool();
        let timer = |name: &str| match node.get(name)? {
            none if none.is_null() => Some(None),
            at => Some(Some(Moment(at.as_whole()?))),
        };
        let spot = count("spot")?;
        Some(Allocation {
            phase: Phase::named(text("phase")?)?,
            phase_since: moment("since")?,
            target: Target {
                dedicated: count("targetDedicated")?,
                spot: count("targetSpot")?,
                time_out: IsoDuration::parse(text("timeOut")?).ok()?,
            },
            deallocation: Deallocation::named(text("deallocation")?)?,
            started: moment("started")?,
            dedicated: count("dedicated")?,
            spot,
            preempted: count("preempted").filter(|preempted| *preempted <= spot)?,
            errors: node
                .get("errors")?
                .items()
                .iter()
                .map(|name| Trouble::named(name.as_text()?))
                .collect::<Option<_>>()?,
            seed: whole("seed")?.cast_unsigned(),
            timers: Timers {
                comes: timer("comes")?,
                leaves: timer("leaves")?,
                returns: timer("returns")?,
                batches: count("batches")?,
                brought: count("brought")?,
                given_up: (flag("noDedicated")?, flag("noSpot")?),
            },
        })
    }
}
