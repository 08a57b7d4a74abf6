//! Calls, answers, time and people at random: nothing panics, and no second PUT goes out unless the first one certainly
//! did nothing.

use batch_pool_planner::arm::submission::{Action, State, Want, Way};
use batch_pool_planner::arm::{Failure, Method, Outcome, Submission};
use batch_pool_planner::model::{IsoDuration, Moment};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::stage::{OTHER_TAG, PLAN, Pool, Stage, ambiguous, answer, no_pool, refused};

#[derive(Clone, Debug)]
enum Step {
    Answer(Index, f64),
    Pass(i64),
    Act(Index, bool),
    Cancel,
    Hide(bool),
    Online,
    Token(bool),
    Look,
    Watch,
    ReadNow,
    Reload(bool),
}

fn outcomes() -> Vec<Outcome> {
    let mut all = ambiguous();
    for (status, code) in [
        (400, "A"),
        (401, "ExpiredAuthenticationToken"),
        (403, "A"),
        (404, "AccountNotFound"),
        (409, "PoolBeingDeleted"),
        (412, "ConditionNotMet"),
    ] {
        all.push(refused(status, code));
    }
    all.extend([Failure::Offline, Failure::Redirected, Failure::Cancelled].map(Outcome::Failed));
    all.extend([
        answer(429, &[("Retry-After", "9")], ""),
        answer(429, &[], ""),
        answer(429, &[("Retry-After", "4000")], ""),
    ]);
    all.extend([
        answer(202, &[("Location", "/subscriptions/s/op"), ("Retry-After", "15")], ""),
        answer(204, &[], ""),
    ]);
    let huge = Pool {
        dedicated: i64::MAX,
        target: i64::MAX,
        time_out: "PT2562047788015H",
        started: Moment(i64::MAX / 2_000),
        ..Pool::default()
    };
    all.push(huge.read());
    for odd in [
        r#"{"properties":{"allocationState":"Steady","scaleSettings":[],"resizeOperationStatus":7}}"#,
        r#"{"properties":{"allocationState":"","currentDedicatedNodes":-9223372036854775808,"autoScaleRun":null}}"#,
        r#"{"etag":"","properties":{"allocationState":"Resizing","resizeOperationStatus":{"startTime":"x","errors":{}}}}"#,
    ] {
        all.push(answer(200, &[], odd));
    }
    for _ in 0..4 {
        all.push(no_pool());
        all.push(Pool::default().read());
        all.push(Pool::steady(10).read());
        all.push(
            Pool {
                etag: OTHER_TAG,
                vm_size: "STANDARD_A1_V2",
                ..Pool::steady(4)
            }
            .read(),
        );
        all.push(
            Pool {
                provisioning: "Deleting",
                ..Pool::default()
            }
            .read(),
        );
        all.push(
            Pool {
                allocation: "Stopping",
                ..Pool::default()
            }
            .read(),
        );
    }
    all
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        12 => (any::<Index>(), -1.0..2.0_f64).prop_map(|(index, jitter)| Step::Answer(index, jitter)),
        4 => (-100_000..400_000_i64).prop_map(Step::Pass),
        4 => (any::<Index>(), any::<bool>()).prop_map(|(index, named)| Step::Act(index, named)),
        1 => Just(Step::Cancel),
        1 => any::<bool>().prop_map(Step::Hide),
        1 => Just(Step::Online),
        1 => any::<bool>().prop_map(Step::Token),
        1 => Just(Step::Look),
        1 => Just(Step::Watch),
        1 => Just(Step::ReadNow),
        1 => any::<bool>().prop_map(Step::Reload),
    ]
}

const ACTIONS: [Action; 7] = [
    Action::Write(Way::Create),
    Action::Write(Way::Update),
    Action::Write(Way::Replace),
    Action::Again(IsoDuration::minutes(45)),
    Action::StopResize,
    Action::DisableAutoScale,
    Action::Delete,
];

/// What is known of the last write that nobody confirmed anew since.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Write {
    /// None was sent, or it certainly did nothing.
    Nothing,
    /// It may have been carried out.
    MayHave,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_second_write_goes_out_unless_the_first_did_nothing(steps in prop::collection::vec(step(), 1..80)) {
        let outcomes = outcomes();
        let mut stage = Stage::new(PLAN);
        let (mut write, mut sent, mut reads_after) = (Write::Nothing, 0, 0);
        for step in steps {
            match step {
                Step::Answer(index, jitter) => {
                    let Want::Outcome(call) = stage.submission.want(stage.now) else { continue };
                    let outcome = index.get(&outcomes).clone();
                    if call.method.is_read() {
                        if let Outcome::NotFound(refusal) = &outcome
                            && refusal.code.as_deref() == Some("PoolNotFound") {
                            write = Write::Nothing;
                        }
                        reads_after += 1;
                    } else {
                        // The same state as before is as good as nothing, for a write that is conditional on it.
                        let conditional = call.headers.iter().any(|(name, _)| *name == "If-Match");
                        prop_assert!(write == Write::Nothing || (conditional && reads_after > 0), "{call:?}");
                        sent += 1;
                        prop_assert!(sent <= 3 || matches!(outcome, Outcome::Unauthorised(_)) || write == Write::Nothing);
                        let may_have = matches!(outcome, Outcome::Accepted(_)) || outcome.may_have_happened();
                        // One that was certainly not carried out, such as a 429, leaves what was read before it as good.
                        if may_have {
                            (write, reads_after) = (Write::MayHave, 0);
                        }
                    }
                    stage.submission.heard(outcome, stage.now, jitter);
                }
                Step::Pass(millis) => stage.now = stage.now.after(millis),
                Step::Act(index, named) => {
                    let action = *index.get(&ACTIONS);
                    let possible = stage.submission.possible(action);
                    let _ = stage.submission.planned_action(action);
                    let taken = stage.submission.act(action, if named { "render" } else { "wrong" });
                    if possible.is_ok() && (named || !action.needs_name()) {
                        prop_assert_eq!(taken, Ok(()));
                        (write, sent, reads_after) = (Write::Nothing, 0, 0);
                    } else {
                        prop_assert!(taken.is_err());
                    }
                }
                Step::Cancel => stage.submission.cancel(stage.now),
                Step::Hide(hidden) => stage.submission.set_hidden(hidden),
                Step::Online => stage.submission.back_online(),
                Step::Token(there) => if there { stage.submission.token_renewed() } else { stage.submission.without_token() },
                Step::Look => stage.submission.look_again(),
                Step::Watch => stage.submission.watch_it(),
                Step::ReadNow => stage.submission.read_now(),
                Step::Reload(with_plan) => {
                    let note = stage.submission.note();
                    let request = with_plan.then(|| stage.submission.request().clone());
                    let resumed = Submission::resume(&note, request);
                    prop_assert!(resumed.is_some());
                    stage.submission = resumed.unwrap();
                }
            }
            let watch = stage.submission.watch();
            prop_assert!(watch.points().len() <= 240 && watch.notes().len() <= 20);
            prop_assert!(watch.elapsed(stage.now).is_none_or(|elapsed| elapsed >= 0));
            let _ = (watch.settled(), watch.times_out());
            match (stage.state(), stage.submission.want(stage.now)) {
                (State::Sending(action), Want::Outcome(call)) => {
                    let put = matches!(action, Action::Write(Way::Create | Way::Replace));
                    prop_assert_eq!(call.method == Method::Put, put);
                }
                (_, Want::Outcome(call)) => prop_assert!(call.method.is_read()),
                (_, Want::Time(at)) => prop_assert!(at > stage.now),
                (state, Want::Nothing) => prop_assert!(!matches!(state, State::Looking | State::Watching | State::Unsure(_))),
            }
        }
    }
}
