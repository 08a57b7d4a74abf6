//! The simulated account behind the server: its clock, its faults, and the calls it was asked.

use std::collections::VecDeque;

use super::clock::Clock;
use super::faults::{self, Act, Carried, Fault, damaged, is_carried_out, pool_route};
use crate::arm::{Answer, Call, Method};
use crate::model::{Moment, Node};
use crate::practice::Cloud;

/// More calls are not kept: the oldest go.
const MOST_CALLS: usize = 1_000;
/// More bytes of a route are not kept.
const MOST_ROUTE: usize = 2_000;
/// The token of somebody else; any is taken.
const SOMEBODY_ELSE: &str = "somebody-else";

/// The account and all that surrounds it.
#[derive(Debug)]
pub(super) struct Account {
    /// The simulated cloud.
    pub cloud: Cloud,
    /// Its clock.
    pub clock: Clock,
    /// What goes wrong on purpose.
    pub faults: Vec<Fault>,
    seed: u64,
    heard: VecDeque<Heard>,
    forgotten: u64,
}

/// A call that was received, without token and body.
#[derive(Debug)]
struct Heard {
    at: Moment,
    method: Method,
    route: String,
    conditions: Vec<(&'static str, String)>,
    bytes: usize,
    carried_out: bool,
    status: Option<u16>,
    fault: Option<String>,
}

impl Account {
    /// A cloud and what surrounds it.
    pub fn new(cloud: Cloud, clock: Clock, faults: Vec<Fault>, seed: u64) -> Account {
        Account {
            cloud,
            clock,
            faults,
            seed,
            heard: VecDeque::new(),
            forgotten: 0,
        }
    }

    /// Lets as much time pass in the cloud as has passed by its clock.
    pub fn settle(&mut self) {
        let due = self.clock.now().since(self.cloud.now());
        self.cloud.advance(due.max(0));
    }

    /// Answers a call, and does what a fault that strikes it does.
    pub fn answer(&mut self, call: &Call, bearer: Option<&str>, endpoint: &str) -> Carried {
        self.settle();
        let now = self.cloud.now();
        let fault = faults::strike(&mut self.faults, call, now).cloned();
        let act = fault.as_ref().map(|fault| fault.act);
        if let (Some(Act::DeletePool), Some(route)) = (act, pool_route(call)) {
            let delete = Call::new(Method::Delete, route);
            self.cloud.answer(&delete, Some(SOMEBODY_ELSE), endpoint);
        }
        let carried_out = act.is_none_or(is_carried_out);
        let answer = carried_out.then(|| self.cloud.answer(call, bearer, endpoint));
        let answer = answer.map(|answer| in_real_seconds(answer, self.clock.speed()));
        let carried = match &fault {
            Some(fault) => damaged(fault, call, answer, now),
            None => Carried {
                answer,
                ..Carried::default()
            },
        };
        self.note(Heard {
            at: now,
            method: call.method,
            route: cut(&call.route).to_owned(),
            conditions: call
                .headers
                .iter()
                .filter(|(name, _)| name.starts_with("If-"))
                .cloned()
                .collect(),
            bytes: call.body.as_ref().map_or(0, String::len),
            carried_out,
            status: carried.answer.as_ref().map(|answer| answer.status),
            fault: fault.map(|fault| fault.written),
        });
        carried
    }

    fn note(&mut self, heard: Heard) {
        if self.heard.len() >= MOST_CALLS {
            self.heard.pop_front();
            self.forgotten += 1;
        }
        self.heard.push_back(heard);
    }

    /// Forgets the calls so far.
    pub fn forget(&mut self) {
        self.heard.clear();
        self.forgotten = 0;
    }

    /// Time, speed, seed and faults.
    pub fn state(&self) -> Node {
        let fault = |fault: &Fault| {
            Node::object([
                ("fault", Node::text(fault.written.as_str())),
                ("struck", Node::number(i64::from(fault.struck))),
            ])
        };
        Node::object([
            ("now", Node::text(self.cloud.now().to_string())),
            ("speed", Node::number(i64::from(self.clock.speed()))),
            // A seed may be beyond what JSON readers keep exactly.
            ("seed", Node::text(self.seed.to_string())),
            ("faults", Node::list(self.faults.iter().map(fault))),
            (
                "calls",
                Node::number(i64::try_from(self.heard.len()).unwrap_or(i64::MAX)),
            ),
        ])
    }

    /// The calls so far, the oldest first.
    pub fn calls(&self) -> Node {
        Node::object([
            ("calls", Node::list(self.heard.iter().map(Heard::to_node))),
            (
                "forgotten",
                Node::number(i64::try_from(self.forgotten).unwrap_or(i64::MAX)),
            ),
        ])
    }
}

impl Heard {
    fn to_node(&self) -> Node {
        let optional = |text: Option<&String>| text.map_or_else(Node::null, |text| Node::text(text.as_str()));
        let condition = |name: &str| {
            let found = self.conditions.iter().find(|(own, _)| *own == name);
            optional(found.map(|(_, value)| value))
        };
        Node::object([
            ("at", Node::text(self.at.to_string())),
            ("method", Node::text(self.method.name())),
            ("route", Node::text(self.route.as_str())),
            ("ifMatch", condition("If-Match")),
            ("ifNoneMatch", condition("If-None-Match")),
            ("bytes", Node::number(i64::try_from(self.bytes).unwrap_or(i64::MAX))),
            ("carriedOut", Node::bool(self.carried_out)),
            (
                "status",
                self.status
                    .map_or_else(Node::null, |status| Node::number(i64::from(status))),
            ),
            ("fault", optional(self.fault.as_ref())),
        ])
    }
}

/// With `Retry-After` in seconds of whoever waits: the simulated ones pass so many times as fast.
fn in_real_seconds(mut answer: Answer, speed: u32) -> Answer {
    for (name, value) in &mut answer.headers {
        if name.eq_ignore_ascii_case("Retry-After")
            && let (Ok(seconds), 1..) = (value.parse::<u32>(), speed)
        {
            *value = seconds.div_ceil(speed).to_string();
        }
    }
    answer
}

fn cut(route: &str) -> &str {
    route.get(..route.floor_char_boundary(MOST_ROUTE)).unwrap_or_default()
}
