//! The submission against the practice cloud, from the first look to the last node.

use batch_pool_planner::analysis::analyse;
use batch_pool_planner::arm::submission::{Action, Found, State, Want, Way, What};
use batch_pool_planner::arm::{Call, Method, Outcome, Submission};
use batch_pool_planner::model::{CalendarDate, IsoDuration, Moment, Plan};
use batch_pool_planner::practice::{Break, Cloud};

use crate::stage::{PLAN, request};

/// A submission that is driven against a simulated cloud, whose clock is the only one.
struct Practice {
    cloud: Cloud,
    submission: Submission,
    sent: Vec<Method>,
}

fn plan(dedicated: i64, time_out: &str) -> String {
    PLAN.replace(
        "\"targetDedicatedNodes\": 10",
        &format!("\"targetDedicatedNodes\": {dedicated}"),
    )
    .replace("PT30M", time_out)
}

impl Practice {
    fn new(text: &str) -> Practice {
        let mut cloud = Cloud::new(3, Moment::parse("2026-11-22T09:00:00Z").unwrap());
        let analysis = analyse(text, CalendarDate::new(2026, 11, 22));
        let root = analysis.root.unwrap();
        cloud.hold(&Plan::read(&root));
        Practice {
            cloud,
            submission: Submission::new(request(text)).unwrap(),
            sent: Vec::new(),
        }
    }

    /// The same cloud with another plan.
    fn then(self, text: &str) -> Practice {
        Practice {
            submission: Submission::new(request(text)).unwrap(),
            ..self
        }
    }

    fn ask(&mut self, call: &Call) -> Outcome {
        self.sent.push(call.method);
        Outcome::of(Ok(self.cloud.answer(
            call,
            Some("practice"),
            "https://management.azure.com",
        )))
    }

    /// One call or one wait.
    fn step(&mut self) -> bool {
        let now = self.cloud.now();
        match self.submission.want(now) {
            Want::Outcome(call) => {
                let outcome = self.ask(&call);
                self.submission.heard(outcome, now, 0.3);
            }
            Want::Time(at) => self.cloud.advance(at.since(now)),
            Want::Nothing => return false,
        }
        true
    }

    fn run(&mut self) -> &State {
        for _ in 0..10_000 {
            if !self.step() {
                return self.submission.state();
            }
        }
        panic!("it never rests");
    }

    fn created(text: &str) -> Practice {
        let mut practice = Practice::new(text);
        assert_eq!(*practice.run(), State::Planned(Found::Nothing));
        practice.submission.confirm(Way::Create, "").unwrap();
        practice
    }

    fn route(&self) -> String {
        self.submission.request().route()
    }
}

#[test]
fn a_pool_is_created_and_watched_until_its_nodes_are_there() {
    let mut practice = Practice::created(&plan(10, "PT30M"));
    assert_eq!(*practice.run(), State::Steady);
    let watch = practice.submission.watch();
    assert!(watch.settled().unwrap().is_reached(), "{:?}", watch.settled());
    assert!(watch.notes().is_empty(), "{:?}", watch.notes());
    assert!(watch.points().len() > 1 && watch.resizes() == 1);
    assert_eq!(practice.sent.iter().filter(|method| **method == Method::Put).count(), 1);
}

#[test]
fn a_pool_that_somebody_creates_meanwhile_is_not_overwritten() {
    let text = plan(10, "PT30M");
    let mut practice = Practice::created(&text);
    let mut theirs = practice.submission.planned(Way::Create).call;
    theirs.body = theirs.body.map(|body| body.replace("Nodes\":10", "Nodes\":12"));
    assert!(matches!(practice.ask(&theirs), Outcome::Accepted(_)));
    practice.run();
    assert!(matches!(practice.submission.state(), State::Planned(Found::Pool(_))));
    assert_eq!(practice.submission.watch().notes()[0].what, What::ChangedMeanwhile);
}

#[test]
fn a_creation_that_arrives_twice_is_watched_as_what_it_is() {
    // Browsers send a call once more by themselves when a connection that was used before breaks: the second is refused.
    let mut practice = Practice::created(&plan(10, "PT30M"));
    let first = practice.submission.planned(Way::Create).call;
    assert!(matches!(practice.ask(&first), Outcome::Accepted(_)));
    assert_eq!(*practice.run(), State::Steady);
    assert_eq!(practice.submission.watch().notes()[0].what, What::ThereAlready);
    assert_eq!(practice.submission.watch().resizes(), 1);
    let puts = practice.sent.iter().filter(|method| **method == Method::Put).count();
    assert_eq!(puts, 2, "theirs and ours: {:?}", practice.sent);
}

#[test]
fn a_deletion_that_arrives_twice_is_watched_as_ones_own() {
    let mut practice = Practice::created(&plan(10, "PT30M"));
    practice.run();
    let first = practice.submission.planned_action(Action::Delete).call;
    assert!(matches!(practice.ask(&first), Outcome::Accepted(_)));
    practice.submission.act(Action::Delete, "render").unwrap();
    assert_eq!(*practice.run(), State::Gone);
}

#[test]
fn a_pool_is_updated_and_sized_to_its_new_targets() {
    let mut practice = Practice::created(&plan(10, "PT30M"));
    practice.run();
    let mut practice = practice.then(&plan(14, "PT30M"));
    practice.run();
    let planned = practice.submission.planned(Way::Update);
    assert_eq!(
        planned.call.body.as_deref(),
        Some(
            r#"{"properties":{"scaleSettings":{"fixedScale":{"targetDedicatedNodes":14,"resizeTimeout":"PT30M","nodeDeallocationOption":"Requeue"}}}}"#
        )
    );
    practice.submission.confirm(Way::Update, "render").unwrap();
    assert_eq!(*practice.run(), State::Steady);
    assert_eq!(practice.submission.watch().progress(), Some((14, 14)));
    // Now there is nothing left to change.
    let mut practice = practice.then(&plan(14, "PT30M"));
    practice.run();
    assert!(practice.submission.confirm(Way::Update, "render").is_err());
}

#[test]
fn a_replacement_against_an_older_state_is_refused() {
    let mut practice = Practice::created(&plan(10, "PT30M"));
    practice.run();
    let mut theirs = practice.then(&plan(12, "PT30M"));
    theirs.run();
    theirs.submission.confirm(Way::Update, "render").unwrap();
    let mut ours = Submission::new(request(&plan(8, "PT30M"))).unwrap();
    std::mem::swap(&mut ours, &mut theirs.submission);
    // Ours reads, theirs writes, ours writes.
    let mut practice = theirs;
    practice.run();
    practice.submission.confirm(Way::Replace, "render").unwrap();
    let Want::Outcome(patch) = ours.want(practice.cloud.now()) else {
        panic!()
    };
    assert!(matches!(practice.ask(&patch), Outcome::Accepted(_)));
    practice.run();
    assert!(matches!(practice.submission.state(), State::Planned(Found::Pool(_))));
    assert_eq!(practice.submission.watch().notes()[0].what, What::ChangedMeanwhile);
}

#[test]
fn a_resize_that_stops_at_the_quota_is_told_and_goes_on_once_it_was_mended() {
    let mut practice = Practice::created(&plan(10, "PT30M"));
    practice.run();
    let mut practice = practice.then(&plan(20, "PT30M"));
    practice.run();
    let route = practice.route();
    practice.cloud.break_it(&route, Break::QuotaCut);
    practice.submission.confirm(Way::Update, "render").unwrap();
    assert_eq!(*practice.run(), State::Steady);
    let settled = practice.submission.watch().settled().unwrap();
    assert_eq!((settled.dedicated, settled.of_older_resize), (10, false));
    assert_eq!(settled.errors[0].code, "AccountCoreQuotaReached");
    practice.cloud.mend(&route, Break::QuotaCut);
    practice.submission.again(IsoDuration::minutes(45)).unwrap();
    assert_eq!(*practice.run(), State::Steady);
    assert!(practice.submission.watch().settled().unwrap().is_reached());
    assert_eq!(practice.submission.watch().resizes(), 2);
}

#[test]
fn a_resize_that_times_out_is_told_and_the_next_one_goes_on() {
    let text = plan(480, "PT5M").replace("Standard_D4s_v3", "Standard_D2s_v3");
    let mut practice = Practice::created(&text);
    assert_eq!(*practice.run(), State::Steady);
    let settled = practice.submission.watch().settled().unwrap();
    assert!(
        settled.dedicated > 0,
        "the model brings fewer than 480 nodes in five minutes"
    );
    assert!(settled.errors[0].code.eq_ignore_ascii_case("AllocationTimedOut"));
    for resizes in 2..20 {
        practice.submission.again(IsoDuration::minutes(30)).unwrap();
        practice.run();
        assert_eq!(practice.submission.watch().resizes(), resizes);
        if practice.submission.watch().settled().unwrap().is_reached() {
            return;
        }
    }
    panic!("it never got all its nodes");
}

#[test]
fn a_resize_is_stopped() {
    let mut practice = Practice::created(&plan(200, "PT30M"));
    while practice
        .submission
        .watch()
        .pool()
        .is_none_or(|pool| pool.dedicated == 0)
    {
        assert!(practice.step());
    }
    practice.submission.stop_resize().unwrap();
    assert_eq!(*practice.run(), State::Steady);
    let settled = practice.submission.watch().settled().unwrap();
    assert!(settled.dedicated > 0 && settled.dedicated < 200);
    assert_eq!(settled.errors[0].code, "ResizeStopped");
    assert!(practice.submission.watch().notes().is_empty());
}

#[test]
fn a_pool_is_deleted_until_it_is_gone() {
    let mut practice = Practice::created(&plan(10, "PT30M"));
    practice.run();
    practice.submission.delete("render").unwrap();
    assert_eq!(*practice.run(), State::Gone);
    practice.submission.look_again();
    assert_eq!(*practice.run(), State::Planned(Found::Nothing));
}

#[test]
fn a_pool_that_somebody_deletes_vanishes() {
    let mut practice = Practice::created(&plan(200, "PT30M"));
    for _ in 0..6 {
        practice.step();
    }
    assert_eq!(*practice.submission.state(), State::Watching);
    let route = practice.route();
    practice.cloud.break_it(&route, Break::PoolDeleted);
    assert_eq!(*practice.run(), State::Vanished);
}

#[test]
fn a_formula_is_watched_and_switched_off() {
    let text = PLAN.replace(
        r#""fixedScale": { "targetDedicatedNodes": 10, "resizeTimeout": "PT30M", "nodeDeallocationOption": "Requeue" }"#,
        r#""autoScale": { "formula": "$TargetDedicatedNodes = 6;" }"#,
    );
    let mut practice = Practice::created(&text);
    practice.run();
    practice.cloud.advance(20 * 60_000);
    practice.submission.watch_it();
    assert_eq!(*practice.run(), State::Steady);
    assert_eq!(practice.submission.watch().progress(), Some((6, 6)));
    practice.submission.disable_auto_scale().unwrap();
    assert_eq!(*practice.run(), State::Steady);
    assert!(practice.submission.watch().pool().is_some_and(|pool| !pool.auto_scale));
}

#[test]
fn an_account_that_is_not_there_is_not_taken_for_a_missing_pool() {
    let practice = Practice::new(PLAN);
    let mut practice = practice.then(&PLAN.replace("\"acct\"", "\"other\""));
    assert!(matches!(practice.run(), State::Ended(_)));
}
