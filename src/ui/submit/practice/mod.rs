//! The practice cloud of the page: its clock follows the page's, so many times as fast, and can be stopped and pushed on.

mod controls;

pub use controls::{block, server_note};

use crate::arm::host;
use crate::arm::{Answer, Call};
use crate::input::parse;
use crate::model::{Millis, Moment, Node, Plan};
use crate::practice::{Break, Breakage, Cloud};
use crate::ui::browser;
use crate::ui::submit::keep::{PRACTICE, keep_practice};

/// The speeds: simulated seconds a second.
pub const SPEEDS: [i64; 5] = [1, 10, 60, 300, 600];
const USUAL_SPEED: i64 = 60;
/// What one step skips.
const STEP: Millis = 60_000;
/// No more time of the page is made up for at once: while a device sleeps, the practice cloud does too.
const LONGEST_GAP: f64 = 5_000.0;

/// The practice cloud and its clock.
pub struct Practice {
    cloud: Cloud,
    seed: u64,
    speed: i64,
    paused: bool,
    frozen: bool,
    /// Whether anything was done with it in this page.
    used: bool,
    at: f64,
}

impl Practice {
    /// What an earlier visit left, or a new one.
    pub fn kept_or_new() -> Practice {
        let kept = browser::kept(PRACTICE).and_then(|text| Practice::read(&parse(&text).ok()?));
        kept.unwrap_or_else(|| Practice::new(1))
    }

    fn new(seed: u64) -> Practice {
        // A whole second, as a service tells time.
        let now = (browser::now() / 1_000.0).floor() * 1_000.0;
        Practice {
            cloud: Cloud::new(seed, Moment(now as i64)),
            seed,
            speed: USUAL_SPEED,
            paused: false,
            frozen: browser::is_hidden(),
            used: false,
            at: browser::now(),
        }
    }

    fn read(node: &Node) -> Option<Practice> {
        let speed = node.get("speed")?.as_whole()?;
        Some(Practice {
            cloud: Cloud::restore(node.get("cloud")?)?,
            seed: u64::try_from(node.get("seed")?.as_whole()?).ok()?,
            speed: SPEEDS.into_iter().find(|other| *other == speed)?,
            paused: node.get("paused")?.as_bool()?,
            frozen: browser::is_hidden(),
            used: false,
            at: browser::now(),
        })
    }

    /// Keeps it for the next visit. It holds no secret. One that nobody used is not kept: another tab may be using its own.
    pub fn keep(&mut self) {
        if !self.used {
            return;
        }
        self.catch_up();
        let node = Node::object([
            ("speed", Node::number(self.speed)),
            ("seed", Node::number(i64::try_from(self.seed).unwrap_or(1))),
            ("paused", Node::bool(self.paused)),
            ("cloud", self.cloud.snapshot()),
        ]);
        keep_practice(&node.to_json());
    }

    /// Lets as much time pass there as passed here.
    fn catch_up(&mut self) {
        let now = browser::now();
        let passed = (now - self.at).clamp(0.0, LONGEST_GAP);
        self.at = now;
        if self.pace() > 0.0 {
            self.cloud.advance((passed * self.pace()) as Millis);
        }
    }

    /// The same, before something is done with it.
    fn use_it(&mut self) {
        self.catch_up();
        self.used = true;
    }

    /// Its clock.
    pub fn now(&mut self) -> Moment {
        self.catch_up();
        self.cloud.now()
    }

    /// Simulated time a time; none while it stands still.
    pub fn pace(&self) -> f64 {
        match self.paused || self.frozen {
            true => 0.0,
            false => self.speed as f64,
        }
    }

    /// Stands still while nobody sees the page.
    pub fn freeze(&mut self, hidden: bool) {
        self.catch_up();
        self.frozen = hidden;
    }

    /// Answers a call.
    pub fn answer(&mut self, call: &Call) -> Answer {
        self.use_it();
        self.cloud
            .answer(call, Some("practice"), host(crate::model::Cloud::Public))
    }

    /// Makes everything of a plan exist.
    pub fn hold(&mut self, plan: &Plan) {
        self.use_it();
        self.cloud.hold(plan);
    }

    fn set_speed(&mut self, speed: i64) {
        self.use_it();
        self.speed = speed;
    }

    fn pause(&mut self, paused: bool) {
        self.use_it();
        self.paused = paused;
    }

    fn step(&mut self) {
        self.use_it();
        self.cloud.advance(STEP);
    }

    /// Begins anew, at the same speed.
    fn begin_anew(&mut self, seed: u64) {
        let (speed, paused) = (self.speed, self.paused);
        *self = Practice {
            speed,
            paused,
            used: true,
            ..Practice::new(seed)
        };
    }

    fn breakages(&mut self, route: &str) -> Vec<Breakage> {
        self.catch_up();
        self.cloud.breakages(route)
    }

    fn set_broken(&mut self, route: &str, kind: Break, broken: bool) {
        self.use_it();
        match broken {
            true => self.cloud.break_it(route, kind),
            false => self.cloud.mend(route, kind),
        }
    }
}
