//! What can be done to a pool that is there: resize again, stop, switch the formula off, delete.

use batch_pool_planner::arm::submission::{Action, NotConfirmed, State, Way, What};
use batch_pool_planner::arm::{Failure, Method, Outcome};
use batch_pool_planner::model::IsoDuration;

use crate::stage::{OTHER_TAG, Pool, START, Stage, TAG, answer, no_pool, refused};

const HALF_AN_HOUR: IsoDuration = IsoDuration::minutes(30);

fn short() -> Stage {
    let mut stage = Stage::watching();
    let errors = &["AllocationTimedOut"];
    stage.hear(
        Pool {
            errors,
            ..Pool::steady(7)
        }
        .read(),
    );
    assert_eq!(*stage.state(), State::Steady);
    stage
}

#[test]
fn another_resize_keeps_the_targets_and_is_counted() {
    let mut stage = short();
    stage.submission.again(HALF_AN_HOUR).unwrap();
    let call = stage.wanted();
    assert_eq!((call.method, call.headers[0].1.as_str()), (Method::Patch, TAG));
    let body = call.body.unwrap();
    assert_eq!(
        body,
        r#"{"properties":{"scaleSettings":{"fixedScale":{"targetDedicatedNodes":10,"targetLowPriorityNodes":0,"resizeTimeout":"PT30M"}}}}"#
    );
    let again = Pool {
        etag: OTHER_TAG,
        dedicated: 7,
        started: START.after(3_600_000),
        ..Pool::default()
    };
    stage.hear(again.read());
    assert_eq!(
        (stage.state(), stage.submission.watch().resizes()),
        (&State::Watching, 2)
    );
    stage.hear(
        Pool {
            allocation: "Steady",
            dedicated: 10,
            ..again
        }
        .read(),
    );
    assert!(stage.submission.watch().settled().unwrap().is_reached());
    assert!(
        stage.submission.watch().notes().is_empty(),
        "{:?}",
        stage.submission.watch().notes()
    );
}

#[test]
fn a_resize_against_a_state_that_changed_is_refused_and_the_watch_goes_on() {
    let mut stage = short();
    stage.submission.again(HALF_AN_HOUR).unwrap();
    stage.hear(refused(412, "ConditionNotMet"));
    assert_eq!(*stage.state(), State::Watching);
    assert!(stage.submission.refused().is_some());
    stage.hear(Pool::steady(7).read());
    assert_eq!(*stage.state(), State::Steady);
    assert!(stage.submission.refused().is_some());
}

#[test]
fn stopping_keeps_the_nodes() {
    let mut stage = Stage::watching();
    stage.submission.stop_resize().unwrap();
    let call = stage.wanted();
    assert_eq!(call.method, Method::Post);
    assert!(call.route.ends_with("/pools/render/stopResize?api-version=2025-06-01"));
    stage.hear(
        Pool {
            allocation: "Stopping",
            dedicated: 4,
            ..Pool::default()
        }
        .read(),
    );
    assert_eq!(*stage.state(), State::Watching);
    let errors = &["ResizeStopped"];
    stage.hear(
        Pool {
            errors,
            ..Pool::steady(4)
        }
        .read(),
    );
    assert_eq!(*stage.state(), State::Steady);
    assert!(stage.submission.watch().notes().is_empty());
    // A lost answer is seen in the pool.
    let mut stage = Stage::watching();
    stage.submission.stop_resize().unwrap();
    stage.hear(Outcome::Failed(Failure::Cut));
    stage.hear(
        Pool {
            allocation: "Stopping",
            ..Pool::default()
        }
        .read(),
    );
    assert_eq!(*stage.state(), State::Watching);
    assert_eq!(stage.count(Method::Post), 1);
}

#[test]
fn deleting_takes_the_name_and_follows_the_operation() {
    let mut stage = short();
    assert_eq!(stage.submission.delete("rend"), Err(NotConfirmed::OtherName));
    assert_eq!(stage.submission.delete(""), Err(NotConfirmed::OtherName));
    stage.submission.delete(" render ").unwrap();
    let location =
        "https://management.azure.com/subscriptions/s/x/poolOperationResults/delete-render?api-version=2025-06-01";
    let accepted = answer(202, &[("Location", location), ("Retry-After", "15")], "");
    assert_eq!(stage.hear(accepted.clone()), Method::Delete);
    assert_eq!(*stage.state(), State::Deleting);
    assert!(
        stage
            .wanted()
            .route
            .starts_with("/subscriptions/s/x/poolOperationResults/")
    );
    stage.hear(accepted);
    stage.hear(refused(503, "ServerBusy"));
    stage.hear(answer(200, &[], ""));
    assert!(stage.wanted().route.contains("/pools/render?"));
    stage.hear(no_pool());
    assert_eq!(*stage.state(), State::Gone);
    assert_eq!(stage.count(Method::Delete), 1);
}

#[test]
fn deleting_without_a_readable_location_reads_the_pool() {
    let mut stage = short();
    stage.submission.delete("render").unwrap();
    stage.hear(answer(202, &[], ""));
    stage.hear(
        Pool {
            provisioning: "Deleting",
            ..Pool::default()
        }
        .read(),
    );
    assert_eq!(*stage.state(), State::Deleting);
    stage.hear(Outcome::Failed(Failure::Unreachable));
    stage.hear(no_pool());
    assert_eq!(*stage.state(), State::Gone);
}

#[test]
fn a_location_elsewhere_is_not_followed() {
    let mut stage = short();
    stage.submission.delete("render").unwrap();
    stage.hear(answer(202, &[("Location", "https://elsewhere.example/tokens")], ""));
    assert!(stage.wanted().route.contains("/pools/render?"));
}

#[test]
fn a_deletion_whose_answer_is_lost_is_not_repeated() {
    let mut stage = short();
    stage.submission.delete("render").unwrap();
    stage.hear(Outcome::Failed(Failure::Cut));
    stage.hear(Pool::steady(7).read());
    assert_eq!(*stage.state(), State::Steady);
    assert_eq!(
        stage.submission.watch().notes().last().unwrap().what,
        What::NotCarriedOut
    );
    assert_eq!(stage.count(Method::Delete), 1);
    stage.submission.delete("render").unwrap();
    stage.hear(Outcome::Failed(Failure::Cut));
    stage.hear(no_pool());
    assert_eq!(*stage.state(), State::Gone);
}

#[test]
fn a_pool_that_stays_although_its_deletion_was_accepted_is_told() {
    let mut stage = short();
    stage.submission.delete("render").unwrap();
    stage.hear(answer(202, &[], ""));
    for _ in 0..5 {
        assert_eq!(*stage.state(), State::Deleting);
        stage.hear(Pool::steady(7).read());
    }
    assert_eq!(*stage.state(), State::Steady);
    assert_eq!(stage.submission.watch().notes().last().unwrap().what, What::StillThere);
}

#[test]
fn what_is_not_possible_is_not_sent() {
    let mut stage = Stage::planned(no_pool());
    for (action, why) in [
        (Action::Write(Way::Update), NotConfirmed::NothingThere),
        (Action::Write(Way::Replace), NotConfirmed::NothingThere),
        (Action::Delete, NotConfirmed::NothingThere),
        (Action::StopResize, NotConfirmed::NothingThere),
    ] {
        assert_eq!(stage.submission.act(action, "render"), Err(why));
    }
    let mut stage = Stage::planned(Pool::steady(3).read());
    assert_eq!(
        stage.submission.confirm(Way::Create, ""),
        Err(NotConfirmed::AlreadyThere)
    );
    assert_eq!(stage.submission.disable_auto_scale(), Err(NotConfirmed::OtherScale));
    assert_eq!(
        stage.submission.confirm(Way::Replace, "Render"),
        Err(NotConfirmed::OtherName)
    );
    let mut stage = Stage::planned(
        Pool {
            provisioning: "Deleting",
            ..Pool::default()
        }
        .read(),
    );
    assert_eq!(
        stage.submission.confirm(Way::Replace, "render"),
        Err(NotConfirmed::BeingDeleted)
    );
    let mut stage = Stage::planned(answer(
        200,
        &[],
        &Pool::default().json().replace("\"etag\"", "\"other\""),
    ));
    assert_eq!(
        stage.submission.confirm(Way::Replace, "render"),
        Err(NotConfirmed::NoEtag)
    );
    let mut stage = Stage::new(crate::stage::PLAN);
    assert_eq!(stage.submission.confirm(Way::Create, ""), Err(NotConfirmed::NotNow));
}
