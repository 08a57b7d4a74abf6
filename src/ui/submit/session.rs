//! What the pane knows while the page is open: where calls go, the token's claims, the submission under way. It outlives
//! the pane; the token itself and the practice cloud stand apart, where no view can reach them.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;

use super::holding::Wiped;
use super::place::{Place, server_speed};
use super::practice::Practice;
use super::{driver, keep, says};
use crate::arm::checks::Checks;
use crate::arm::fit::Unfit;
use crate::arm::host;
use crate::arm::{Call, Claims, History, PutPool, Submission, Token};
use crate::model::{Cloud, Millis, Moment, Node};
use crate::ui::browser::{self, Stop};
use crate::ui::workspace::Workspace;
use crate::words::Message;

/// A page that was hidden for so long keeps no token.
const MOST_HIDDEN: Millis = 10 * 60_000;

/// The signals.
#[derive(Clone, Copy)]
pub struct Session {
    /// Where calls go.
    pub place: RwSignal<Place>,
    /// What the token says of itself, while there is one.
    pub claims: RwSignal<Option<Claims>>,
    /// What a token said of itself that was not kept, and why it was not.
    pub refused: RwSignal<Option<(Claims, Unfit)>>,
    /// Why there is no token any more, after there was one.
    pub wiped: RwSignal<Option<Wiped>>,
    /// Whether the token goes after the next call that changes something.
    pub use_once: RwSignal<bool>,
    /// The submission under way, or the last one.
    pub submission: RwSignal<Option<Submission>>,
    /// A submission of an earlier visit that can go on.
    pub earlier: RwSignal<Option<Node>>,
    /// The calls of this session.
    pub history: RwSignal<History>,
    /// The live checks that run, or ran last.
    pub checks: RwSignal<Option<Checks>>,
    /// When a read that failed is sent again.
    pub again_at: RwSignal<Option<Moment>>,
    /// Ticks while the pane is shown; [`Session::now`] says the time.
    pub clock: RwSignal<u32>,
    /// Counts what happened to the practice cloud besides calls.
    pub practice: RwSignal<u32>,
}

/// What no signal holds.
pub(super) struct Held {
    session: Session,
    pub(super) token: Option<Token>,
    /// Tells tokens apart: what was set up for an earlier one does nothing to a later one.
    pub(super) tokens: u32,
    pub(super) practice: Practice,
    /// The clock of the practice server: its moment at a moment of this machine.
    server: (Moment, f64),
    /// The plan that the practice server is to be told before the next call.
    pub(super) to_tell: Option<Arc<str>>,
    pub(super) driving: Driving,
    hidden_since: Option<f64>,
    shown: u32,
}

/// The loops that send.
#[derive(Default)]
pub(super) struct Driving {
    /// The loop of the submission that counts; those before it end.
    pub round: u32,
    /// The call of the submission that is under way.
    pub under_way: Option<(Call, Stop)>,
    /// The same for the checks.
    pub checking: u32,
    /// The calls of the checks that are under way.
    pub checks: Vec<Stop>,
}

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
}

/// Looks at what no signal holds. Nothing inside may come back here.
pub(super) fn held<R>(look: impl FnOnce(&mut Held) -> R) -> Option<R> {
    HELD.with_borrow_mut(|held| held.as_mut().map(look))
}

impl Session {
    /// The session of this page; made when it is first asked for.
    pub fn here() -> Session {
        if let Some(session) = held(|held| held.session) {
            return session;
        }
        // A root becomes the current owner by being made; what asks for the session goes on with its own.
        let asking = Owner::current();
        let owner = Owner::new_root(None);
        let session = owner.with(|| Session {
            place: RwSignal::new(Place::simulated()),
            claims: RwSignal::new(None),
            refused: RwSignal::new(None),
            wiped: RwSignal::new(None),
            use_once: RwSignal::new(false),
            submission: RwSignal::new(None),
            earlier: RwSignal::new(keep::kept()),
            history: RwSignal::new(History::default()),
            checks: RwSignal::new(None),
            again_at: RwSignal::new(None),
            clock: RwSignal::new(0),
            practice: RwSignal::new(0),
        });
        if let Some(asking) = asking {
            asking.set();
        }
        HELD.set(Some(Held {
            session,
            token: None,
            tokens: 0,
            practice: Practice::kept_or_new(),
            server: (Moment(browser::now() as i64), browser::now()),
            to_tell: None,
            driving: Driving::default(),
            hidden_since: None,
            shown: 0,
        }));
        // The signals live as long as the page: no part of it that is made anew may take them along.
        std::mem::forget(owner);
        session.listen();
        if Place::simulated() == Place::Server {
            driver::ask_time(session);
        }
        session
    }

    /// Hears when the page is hidden, left, or cut off from the network.
    fn listen(self) {
        browser::on_document("visibilitychange", move |_| self.hidden(browser::is_hidden()));
        browser::on_window("pagehide", move |_| {
            self.wipe(Wiped::Left);
            self.keep_practice();
        });
        browser::on_window("online", move |_| {
            self.change(Submission::back_online);
            self.drive();
        });
        browser::on_window("beforeunload", move |event| {
            if self
                .submission
                .with_untracked(|submission| submission.as_ref().is_some_and(Submission::is_open))
            {
                event.prevent_default();
            }
        });
    }

    fn hidden(self, hidden: bool) {
        let now = browser::now();
        let since = held(|held| {
            held.practice.freeze(hidden);
            match hidden {
                true => held.hidden_since.replace(now),
                false => held.hidden_since.take(),
            }
        });
        if hidden {
            self.keep_practice();
            browser::later(MOST_HIDDEN as i32, move || {
                let still = held(|held| held.hidden_since == Some(now)).unwrap_or(false);
                if still {
                    self.wipe(Wiped::Hidden);
                }
            });
        } else if since.flatten().is_some_and(|since| now - since >= MOST_HIDDEN as f64) {
            // A browser may have held the timer back.
            self.wipe(Wiped::Hidden);
        }
        self.change(|submission| submission.set_hidden(hidden));
        self.drive();
    }

    /// Ticks while this pane is shown.
    pub fn show(self) {
        let shown = held(|held| {
            held.shown = held.shown.wrapping_add(1);
            held.shown
        });
        let Some(shown) = shown else { return };
        on_cleanup(move || {
            let _ = held(|held| {
                if held.shown == shown {
                    held.shown = shown.wrapping_add(1);
                }
            });
        });
        self.tick(shown);
    }

    fn tick(self, shown: u32) {
        if held(|held| held.shown == shown) != Some(true) {
            return;
        }
        if !browser::is_hidden() {
            self.clock.update(|ticks| *ticks = ticks.wrapping_add(1));
            // A browser that ends without a word takes a few seconds of practice with it, not all of it.
            if self.clock.get_untracked().is_multiple_of(10) && self.place.get_untracked() == Place::Practice {
                self.keep_practice();
            }
        }
        browser::later(1_000, move || self.tick(shown));
    }

    /// The clock of the place.
    pub fn now(self) -> Moment {
        let place = self.place.get_untracked();
        let now = held(|held| match place {
            Place::Practice => held.practice.now(),
            Place::Server => {
                let (then, at) = held.server;
                then.after(((browser::now() - at) * server_speed().unwrap_or(1.0)) as Millis)
            }
            Place::Azure(_) => real_now(),
        });
        now.unwrap_or_else(real_now)
    }

    /// How many milliseconds of this machine a span of the place's clock takes; `None` while that clock stands still.
    pub(super) fn real(self, span: Millis) -> Option<Millis> {
        let speed = match self.place.get_untracked() {
            Place::Practice => held(|held| held.practice.pace()).unwrap_or(0.0),
            Place::Server => server_speed().unwrap_or(1.0),
            Place::Azure(_) => 1.0,
        };
        (speed > 0.0).then(|| (span as f64 / speed) as Millis)
    }

    /// Sets the clock of the practice server by what it said, when that is another time.
    pub(super) fn server_said(self, said: f64) {
        let shown = self.now().0 as f64;
        // It says whole seconds, and the answer was on its way.
        if (said - shown).abs() > 2_000.0 + 200.0 * server_speed().unwrap_or(1.0) {
            let _ = held(|held| held.server = (Moment(said as i64), browser::now()));
        }
    }

    /// What the addresses of the place begin with.
    pub fn endpoint(self) -> &'static str {
        match self.place.get_untracked() {
            Place::Azure(cloud) => host(cloud),
            _ => host(Cloud::Public),
        }
    }

    /// Goes to another place. What was begun in the last one is let go, with what was read there.
    pub fn go_to(self, place: Place) {
        self.cancel_checks();
        self.discard();
        self.checks.set(None);
        self.place.set(place);
    }

    /// Changes the submission, if there is one.
    pub(super) fn change(self, step: impl FnOnce(&mut Submission)) {
        if self.submission.with_untracked(Option::is_some) {
            self.submission.update(|submission| {
                if let Some(submission) = submission {
                    step(submission);
                }
            });
        }
    }

    /// Begins a submission by looking what exists.
    pub fn begin(self, space: Workspace, request: Arc<PutPool>) {
        if self.place.get_untracked().is_azure() {
            self.place.set(Place::Azure(request.cloud));
        }
        self.prepare(space);
        match Submission::new(request) {
            Ok(submission) => {
                self.earlier.set(None);
                self.submission.set(Some(submission));
                self.drive();
            }
            Err(_) => space.said.set(Some(Message::from(&says::TARGET_MISSING))),
        }
    }

    /// Lets everything of the plan exist where it is practised.
    pub(super) fn prepare(self, space: Workspace) {
        match self.place.get_untracked() {
            Place::Practice => {
                space.analysis.with_untracked(|analysis| {
                    if let Some(plan) = analysis.plan() {
                        let _ = held(|held| held.practice.hold(&plan));
                    }
                });
                self.practice_changed();
            }
            Place::Server => {
                let _ = held(|held| held.to_tell = Some(space.text()));
            }
            Place::Azure(_) => {}
        }
    }

    /// Says that something happened in the practice cloud, and reads the pool again.
    pub(super) fn practice_changed(self) {
        self.practice.update(|changes| *changes = changes.wrapping_add(1));
        self.clock.update(|ticks| *ticks = ticks.wrapping_add(1));
        self.keep_practice();
    }

    /// Keeps the practice cloud for the next visit.
    pub(super) fn keep_practice(self) {
        let _ = held(|held| held.practice.keep());
    }

    /// Goes on with the submission of an earlier visit.
    pub fn resume(self, space: Workspace) {
        let Some(note) = self.earlier.get_untracked() else {
            return;
        };
        self.earlier.set(None);
        let request = space.request.get_untracked();
        let resumed = keep::place(&note).zip(keep::resumed(&note, request));
        match resumed {
            Some((place, submission)) => {
                self.place.set(place);
                self.submission.set(Some(submission));
                self.drive();
            }
            None => keep::forget(),
        }
    }

    /// Leaves the submission of an earlier visit alone.
    pub fn forget_earlier(self) {
        self.earlier.set(None);
        keep::forget();
    }

    /// Leaves the submission: nothing of it is sent any more.
    pub fn discard(self) {
        self.submission.set(None);
        self.drive();
    }

    /// Does what the submission waits for, until it waits for a person.
    pub fn drive(self) {
        driver::drive(self);
    }

    /// Runs the checks of the plan, from the beginning.
    pub fn run_checks(self, space: Workspace) {
        if !self.may_send() {
            space.said.set(Some(Message::from(&says::TOKEN_FIRST)));
            return browser::focus("token");
        }
        self.prepare(space);
        let of_plan = |analysis: &Arc<crate::analysis::Analysis>| analysis.plan().map(|plan| Checks::of(&plan));
        self.checks.set(space.analysis.with_untracked(of_plan));
        driver::check(self);
    }

    /// Stops the checks.
    pub fn cancel_checks(self) {
        driver::stop_checks();
        self.again_at.set(None);
        if self.checks.with_untracked(Option::is_some) {
            self.checks.update(|checks| {
                if let Some(checks) = checks {
                    checks.cancel();
                }
            });
        }
    }
}

/// The time by this machine's clock.
pub fn real_now() -> Moment {
    Moment(browser::now() as i64)
}
