//! What the pane knows while the page is open: where calls go, the token's claims, the submission under way. It outlives
//! the pane; the token itself and the practice cloud stand apart, where no view can reach them.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;

use crate::arm::checks::{AT_ONCE, Checks};
use crate::arm::submission::Want;
use crate::arm::{ARM_HOSTS, Call, Claims, Failure, History, Outcome, PutPool, Submission, Token};
use crate::model::{Cloud, Moment};
use crate::practice;
use crate::ui::browser;
use crate::ui::workspace::Workspace;

/// Where calls go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The practice cloud in the page.
    Practice,
    /// A practice server that served this page.
    Server,
    /// Azure Resource Manager of a cloud.
    Azure(Cloud),
}

/// The signals.
#[derive(Clone, Copy)]
pub struct Session {
    /// Where calls go.
    pub place: RwSignal<Place>,
    /// What the token says of itself, while there is one.
    pub claims: RwSignal<Option<Claims>>,
    /// The submission under way, or the last one.
    pub submission: RwSignal<Option<Submission>>,
    /// The calls of this session.
    pub history: RwSignal<History>,
    /// The live checks that run, or ran last.
    pub checks: RwSignal<Option<Checks>>,
    /// Ticks once a second while the pane is shown; [`Session::now`] says the time.
    pub clock: RwSignal<u32>,
}

/// What no signal holds.
struct Held {
    owner: Owner,
    session: Session,
    token: Option<Token>,
    practice: practice::Cloud,
}

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
}

impl Session {
    /// The session of this page; made when it is first asked for.
    pub fn here() -> Session {
        HELD.with_borrow_mut(|held| {
            held.get_or_insert_with(|| {
                let owner = Owner::new();
                let session = owner.with(|| Session {
                    place: RwSignal::new(Place::Practice),
                    claims: RwSignal::new(None),
                    submission: RwSignal::new(None),
                    history: RwSignal::new(History::default()),
                    checks: RwSignal::new(None),
                    clock: RwSignal::new(0),
                });
                Held {
                    owner,
                    session,
                    token: None,
                    practice: practice::Cloud::new(1, Moment(browser::now() as i64)),
                }
            })
            .session
        })
    }

    /// The clock of the place.
    pub fn now(self) -> Moment {
        match self.place.get_untracked() {
            Place::Practice => HELD.with_borrow(|held| held.as_ref().map_or(Moment(0), |held| held.practice.now())),
            _ => Moment(browser::now() as i64),
        }
    }

    /// What the addresses of the place begin with.
    pub fn endpoint(self) -> &'static str {
        let of = match self.place.get_untracked() {
            Place::Azure(cloud) => cloud,
            _ => Cloud::Public,
        };
        ARM_HOSTS
            .iter()
            .find(|(cloud, _)| *cloud == of)
            .map_or("", |(_, host)| host)
    }

    /// Begins a submission by looking what exists.
    pub fn begin(self, _space: Workspace, request: Arc<PutPool>) {
        if let Ok(submission) = Submission::new(request) {
            self.submission.set(Some(submission));
            self.drive();
        }
    }

    /// Leaves the submission: nothing of it is sent any more.
    pub fn discard(self) {
        self.submission.set(None);
    }

    /// Runs the checks of the plan, from the beginning.
    pub fn run_checks(self, space: Workspace) {
        let checks = space
            .analysis
            .with_untracked(|analysis| analysis.plan().map(|plan| Checks::of(&plan)));
        self.checks.set(checks);
        leptos::task::spawn_local(async move {
            loop {
                let mut wanted = Vec::new();
                self.checks.update(|checks| {
                    if let Some(checks) = checks {
                        wanted = checks.wanted(AT_ONCE);
                    }
                });
                if wanted.is_empty() {
                    break;
                }
                for (index, call) in wanted {
                    let outcome = self.exchange(&call).await;
                    let now = self.now();
                    self.checks.update(|checks| {
                        if let Some(checks) = checks {
                            checks.heard(index, outcome, now);
                        }
                    });
                }
            }
        });
    }

    /// Stops the checks.
    pub fn cancel_checks(self) {
        self.checks.update(|checks| {
            if let Some(checks) = checks {
                checks.cancel();
            }
        });
    }

    /// Sends a call and notes it. Reads are tried again as [`crate::arm::retry`] says.
    pub async fn exchange(self, call: &Call) -> Outcome {
        let at = self.now();
        let outcome = HELD.with_borrow_mut(|held| match held {
            Some(held) => {
                let _ = (&held.token, &held.owner);
                Outcome::of(Ok(held.practice.answer(call, Some("practice"), "")))
            }
            None => Outcome::Failed(Failure::Unreachable),
        });
        self.history.update(|history| history.note(call, &outcome, at, 0));
        outcome
    }

    /// Does what the submission waits for, until it waits for a person.
    pub fn drive(self) {
        leptos::task::spawn_local(async move {
            loop {
                let now = self.now();
                let want = self.submission.with_untracked(|submission| {
                    submission
                        .as_ref()
                        .map_or(Want::Nothing, |submission| submission.want(now))
                });
                let Want::Outcome(call) = want else { break };
                let outcome = self.exchange(&call).await;
                let now = self.now();
                self.submission.update(|submission| {
                    if let Some(submission) = submission {
                        submission.heard(outcome, now, 0.5);
                    }
                });
            }
        });
    }
}
