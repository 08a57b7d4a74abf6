//! Watching an allocation: what is seen, what is noticed, what never ends it.

use batch_pool_planner::arm::submission::{BETWEEN_READS, State, Want, Way, What};
use batch_pool_planner::arm::{Failure, Method, Outcome};
use batch_pool_planner::model::{Millis, Moment};

use crate::stage::{OTHER_TAG, Pool, START, Stage, ambiguous, answer, no_pool, refused};

fn pause(stage: &Stage) -> Millis {
    match stage.submission.want(stage.now) {
        Want::Time(at) => at.since(stage.now),
        _ => 0,
    }
}

#[test]
fn a_creation_is_over_only_when_the_allocation_is_steady() {
    let mut stage = Stage::watching();
    for dedicated in [2, 5, 9] {
        assert!((BETWEEN_READS.0..=BETWEEN_READS.1).contains(&pause(&stage)));
        stage.hear(
            Pool {
                dedicated,
                ..Pool::default()
            }
            .read(),
        );
        assert_eq!(*stage.state(), State::Watching);
        assert_eq!(stage.submission.watch().settled(), None);
    }
    stage.hear(Pool::steady(10).read());
    assert_eq!(*stage.state(), State::Steady);
    let watch = stage.submission.watch();
    assert!(watch.settled().unwrap().is_reached());
    assert_eq!((watch.progress(), watch.resizes()), (Some((10, 10)), 1));
    assert!(watch.notes().is_empty());
    assert!(stage.rests());
}

#[test]
fn nothing_that_befalls_a_read_ends_the_watch() {
    let mut stage = Stage::watching();
    stage.hear(
        Pool {
            dedicated: 4,
            ..Pool::default()
        }
        .read(),
    );
    let faults = ambiguous().into_iter().chain([
        refused(400, "Odd"),
        refused(403, "AuthorizationFailed"),
        refused(404, "AccountNotFound"),
        answer(404, &[], "<html>"),
        refused(409, "Odd"),
        refused(412, "Odd"),
        answer(429, &[("Retry-After", "60")], "{}"),
        answer(307, &[], ""),
        Outcome::Failed(Failure::Offline),
        Outcome::Failed(Failure::Cancelled),
    ]);
    for outcome in faults {
        stage.hear(outcome.clone());
        assert_eq!(*stage.state(), State::Watching, "{outcome:?}");
        assert_eq!(stage.submission.watch().progress(), Some((4, 10)));
        assert!(stage.submission.trouble().is_some_and(|trouble| trouble.tries > 0));
        assert!(pause(&stage) > 0);
    }
    stage.hear(Pool::steady(10).read());
    assert_eq!(*stage.state(), State::Steady);
    assert_eq!(stage.submission.trouble(), None);
    assert_eq!(stage.count(Method::Put), 1);
}

#[test]
fn a_hidden_page_reads_seldom_and_at_once_when_it_is_shown() {
    let mut stage = Stage::watching();
    stage.submission.set_hidden(true);
    stage.hear(Pool::default().read());
    assert!((4 * BETWEEN_READS.0..=4 * BETWEEN_READS.1).contains(&pause(&stage)));
    stage.submission.set_hidden(false);
    assert_eq!(pause(&stage), 0);
    stage.hear(Pool::default().read());
    assert!(pause(&stage) <= BETWEEN_READS.1);
}

#[test]
fn being_back_online_reads_at_once() {
    let mut stage = Stage::watching();
    stage.hear(Outcome::Failed(Failure::Offline));
    assert!(pause(&stage) > 0);
    stage.submission.back_online();
    assert_eq!(pause(&stage), 0);
    // What the service asked to wait for is waited for.
    stage.hear(answer(429, &[("Retry-After", "60")], "{}"));
    stage.submission.back_online();
    assert!(pause(&stage) >= 60_000);
}

#[test]
fn a_resize_error_is_told_with_what_is_missing() {
    let mut stage = Stage::watching();
    let errors = &["AllocationTimedOut", "AccountCoreQuotaReached"];
    stage.hear(
        Pool {
            errors,
            ..Pool::steady(7)
        }
        .read(),
    );
    let settled = stage.submission.watch().settled().unwrap();
    assert_eq!((settled.dedicated, settled.spot, settled.errors.len()), (3, 0, 2));
    assert!(!settled.of_older_resize && !settled.is_reached());
}

#[test]
fn the_error_of_an_older_resize_is_not_taken_for_ones_own() {
    let errors = &["AllocationTimedOut"];
    let old = Pool {
        errors,
        vm_size: "STANDARD_A1_V2",
        started: Moment(START.0 - 9_000_000),
        ..Pool::steady(7)
    };
    let mut stage = Stage::planned(old.read());
    stage.submission.confirm(Way::Update, "render").unwrap();
    // No resize begins: the old errors stay.
    let kept = Pool {
        etag: OTHER_TAG,
        vm_size: "STANDARD_D4S_V3",
        ..old
    };
    stage.hear(kept.read());
    assert_eq!(
        *stage.state(),
        State::Watching,
        "the answer to a write may still tell of the time before it"
    );
    stage.hear(kept.read());
    let settled = stage.submission.watch().settled().unwrap();
    assert!(settled.of_older_resize);
    assert_eq!(stage.submission.watch().resizes(), 0);
}

#[test]
fn a_pool_deleted_by_somebody_else_is_told_apart() {
    let mut stage = Stage::watching();
    stage.hear(
        Pool {
            provisioning: "Deleting",
            ..Pool::default()
        }
        .read(),
    );
    assert_eq!(stage.submission.watch().notes()[0].what, What::BeingDeleted);
    assert_eq!(*stage.state(), State::Watching);
    stage.hear(no_pool());
    assert_eq!(*stage.state(), State::Vanished);
    assert_eq!(stage.count(Method::Put), 1);
    stage.submission.look_again();
    stage.hear(no_pool());
    assert!(matches!(stage.state(), State::Planned(_)));
}

#[test]
fn what_somebody_else_does_meanwhile_is_noted() {
    let notes = |pool: Pool| {
        let mut stage = Stage::watching();
        stage.hear(Pool::default().read());
        stage.hear(pool.read());
        stage.submission.watch().notes().last().map(|note| note.what)
    };
    assert_eq!(
        notes(Pool {
            dedicated: 3,
            ..Pool::default()
        }),
        None
    );
    assert_eq!(
        notes(Pool {
            target: 20,
            ..Pool::default()
        }),
        Some(What::Changed)
    );
    assert_eq!(
        notes(Pool {
            started: START.after(60_000),
            ..Pool::default()
        }),
        Some(What::AnotherResize)
    );
    assert_eq!(
        notes(Pool {
            allocation: "Stopping",
            ..Pool::default()
        }),
        Some(What::Stopped)
    );
}

#[test]
fn an_allocation_that_never_ends_is_watched_with_few_points() {
    let mut stage = Stage::watching();
    for _ in 0..2_000 {
        stage.hear(Pool::default().read());
    }
    assert_eq!(*stage.state(), State::Watching);
    assert!(stage.submission.watch().points().len() <= 240);
    assert!(stage.submission.watch().elapsed(stage.now).unwrap() > 2_000 * BETWEEN_READS.0);
    stage.submission.cancel(stage.now);
    assert!(matches!(stage.state(), State::Ended(_)));
    stage.submission.watch_it();
    assert_eq!(*stage.state(), State::Watching);
}

#[test]
fn clocks_that_differ_do_not_change_how_long_it_takes() {
    for skew in [-7_200_000, -600_000, 0, 600_000, 7_200_000] {
        let mut stage = Stage::creating();
        let service = |at: Moment| Pool {
            started: at.after(skew),
            ..Pool::default()
        };
        let began = stage.now.after(100);
        stage.hear(service(began).read());
        stage.hear(service(began).read());
        let watch = stage.submission.watch();
        assert_eq!(watch.elapsed(stage.now), Some(stage.now.since(began)), "{skew}");
        assert_eq!(watch.times_out(), Some(began.after(30 * 60_000)));
        // A later resize, of which only the clock of the service is known.
        let later = stage.now.after(10_000);
        stage.now = later;
        stage.hear(service(later).read());
        assert_eq!(stage.submission.watch().began(), Some(later), "{skew}");
    }
}

#[test]
fn a_clock_that_is_set_back_makes_nobody_wait() {
    let mut stage = Stage::watching();
    assert!(pause(&stage) > 0);
    stage.now = Moment(stage.now.0 - 86_400_000);
    assert_eq!(pause(&stage), 0);
    stage.hear(Pool::default().read());
    assert_eq!(stage.submission.watch().elapsed(stage.now), Some(0));
}

#[test]
fn a_pool_without_nodes_is_there_at_once() {
    let mut stage = Stage::creating();
    stage.hear(
        Pool {
            target: 0,
            ..Pool::steady(0)
        }
        .read(),
    );
    assert_eq!(*stage.state(), State::Steady);
}

#[test]
fn a_formula_that_fails_is_told() {
    let auto = r#""autoScaleRun":{"evaluationTime":"2026-11-22T08:00:00Z","results":"","error":{"code":"AutoScalingFormulaEvaluationError","message":"m"}},"#;
    let mut stage = Stage::watching();
    stage.hear(
        Pool {
            more: auto,
            ..Pool::steady(10)
        }
        .read(),
    );
    let settled = stage.submission.watch().settled().unwrap();
    assert!(!settled.is_reached() && settled.formula.is_some());
}
