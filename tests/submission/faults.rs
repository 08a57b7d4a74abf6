//! The table of faults: where the submission stands afterwards, that nothing is lost, that no second PUT went out.

use batch_pool_planner::arm::submission::{Doing, Found, State, Want, Way, What, Why};
use batch_pool_planner::arm::{Failure, Method, Outcome};

use crate::stage::{OTHER_TAG, PLAN, Pool, Stage, TAG, ambiguous, answer, found, no_pool, refused};

fn ends_with(state: &State, outcome: &Outcome) -> bool {
    matches!(state, State::Ended(ending) if ending.why == Why::Outcome(outcome.clone()))
}

#[test]
fn what_says_that_nothing_happened_ends_the_creation_without_a_second_put() {
    for outcome in [
        refused(400, "InvalidRequestBody"),
        refused(403, "InsufficientPermissions"),
        refused(404, "AccountNotFound"),
        refused(409, "PoolBeingDeleted"),
        answer(302, &[("Location", "https://elsewhere.example/")], ""),
    ] {
        let mut stage = Stage::creating();
        stage.hear(outcome.clone());
        assert_eq!(stage.count(Method::Put), 1, "{outcome:?}");
        assert!(stage.rests());
        assert!(ends_with(stage.state(), &outcome), "{:?}", stage.state());
        // Nothing is lost: it can look again, with the same request.
        stage.submission.look_again();
        stage.hear(no_pool());
        assert_eq!(*stage.state(), State::Planned(Found::Nothing));
    }
}

#[test]
fn an_answer_that_is_lost_is_looked_for_in_the_pool() {
    for outcome in ambiguous() {
        let mut stage = Stage::creating();
        stage.hear(outcome.clone());
        assert!(matches!(stage.state(), State::Unsure(_)), "{outcome:?}");
        assert!(stage.submission.is_open());
        assert_eq!(stage.hear(Pool::default().read()), Method::Get);
        assert_eq!(*stage.state(), State::Watching, "{outcome:?}");
        assert_eq!(stage.count(Method::Put), 1);
        let notes = stage.submission.watch().notes();
        assert_eq!(notes.last().map(|note| note.what), Some(What::AnswerLost));
        assert_eq!(stage.submission.watch().resizes(), 1);
    }
}

#[test]
fn a_creation_is_sent_again_only_after_a_read_found_nothing_and_at_most_twice() {
    for outcome in ambiguous() {
        let mut stage = Stage::creating();
        for _ in 0..3 {
            assert_eq!(stage.hear(outcome.clone()), Method::Put);
            assert_eq!(stage.hear(no_pool()), Method::Get);
        }
        assert!(stage.rests());
        assert_eq!(stage.count(Method::Put), 3);
        assert!(matches!(stage.state(), State::Ended(ending) if matches!(ending.during, Doing::Acting(_))));
    }
}

#[test]
fn what_cannot_be_read_afterwards_is_unknown_and_nothing_more_is_sent() {
    let mut stage = Stage::creating();
    stage.hear(Outcome::Failed(Failure::Cut));
    for _ in 0..5 {
        assert_eq!(stage.hear(refused(503, "ServerBusy")), Method::Get);
    }
    let State::Ended(ending) = stage.state() else { panic!() };
    assert_eq!(ending.why, Why::Unknown(Outcome::Failed(Failure::Cut)));
    assert_eq!(stage.count(Method::Put), 1);
    // And a read that is refused for good says no more.
    let mut stage = Stage::creating();
    stage.hear(Outcome::Failed(Failure::Cut));
    stage.hear(refused(403, "AuthorizationFailed"));
    assert!(matches!(stage.state(), State::Ended(ending) if matches!(ending.why, Why::Unknown(_))));
}

#[test]
fn an_expired_token_keeps_everything_and_goes_on_with_a_new_one() {
    let expired = refused(401, "ExpiredAuthenticationToken");
    for mut stage in [Stage::new(PLAN), Stage::creating(), Stage::watching()] {
        let before = stage.state().clone();
        stage.hear(expired.clone());
        assert_eq!(*stage.state(), State::NeedsToken(Box::new(before.clone())));
        assert!(stage.rests());
        stage.submission.token_renewed();
        assert_eq!(*stage.state(), before);
    }
    // A PUT that was refused so was not carried out, and is sent once more.
    let mut stage = Stage::creating();
    stage.hear(expired);
    stage.submission.token_renewed();
    assert_eq!(stage.hear(Pool::default().read()), Method::Put);
    assert_eq!((stage.state(), stage.count(Method::Put)), (&State::Watching, 2));
}

#[test]
fn a_token_that_is_missed_before_a_call_is_asked_for() {
    let mut stage = Stage::creating();
    stage.submission.without_token();
    assert!(matches!(stage.state(), State::NeedsToken(_)));
    // Nothing was sent: who stops waiting is where they were.
    stage.submission.cancel(stage.now);
    assert_eq!(*stage.state(), State::Planned(Found::Nothing));
}

#[test]
fn a_pool_that_somebody_created_meanwhile_is_shown_and_never_overwritten() {
    let mut stage = Stage::creating();
    stage.hear(refused(412, "ConditionNotMet"));
    assert_eq!(*stage.state(), State::Looking);
    let theirs = Pool {
        vm_size: "STANDARD_D2S_V3",
        ..Pool::steady(3)
    };
    stage.hear(theirs.read());
    assert!(found(stage.state()).is_some());
    assert_eq!(stage.submission.watch().notes()[0].what, What::ChangedMeanwhile);
    assert_eq!(stage.count(Method::Put), 1);
}

#[test]
fn a_creation_that_meets_its_own_lost_predecessor_is_recognised() {
    let mut stage = Stage::creating();
    stage.hear(Outcome::Failed(Failure::TimedOut(1)));
    stage.hear(no_pool());
    // The first one was still on its way.
    stage.hear(refused(412, "ConditionNotMet"));
    stage.hear(Pool::default().read());
    assert_eq!((stage.state(), stage.count(Method::Put)), (&State::Watching, 2));
    // The same with another pool: somebody else's.
    let mut stage = Stage::creating();
    stage.hear(Outcome::Failed(Failure::TimedOut(1)));
    let other = Pool {
        vm_size: "STANDARD_A1_V2",
        ..Pool::default()
    };
    stage.hear(other.read());
    assert!(found(stage.state()).is_some());
    assert_eq!(stage.submission.watch().notes()[0].what, What::OtherPool);
    assert_eq!(stage.count(Method::Put), 1);
}

#[test]
fn throttled_calls_wait_as_long_as_the_service_asks() {
    let mut stage = Stage::creating();
    stage.hear(answer(429, &[("Retry-After", "7")], "{}"));
    let Want::Time(at) = stage.submission.want(stage.now) else {
        panic!()
    };
    assert!(at.since(stage.now) >= 7_000);
    assert!(stage.submission.trouble().is_some());
    stage.hear(answer(429, &[], ""));
    let Want::Time(at) = stage.submission.want(stage.now) else {
        panic!()
    };
    assert!((500..=2_000).contains(&at.since(stage.now)));
    stage.hear(answer(429, &[], ""));
    assert!(stage.rests());
    assert_eq!(stage.count(Method::Put), 3);
    // A pause beyond patience is told, not waited for.
    let mut stage = Stage::creating();
    stage.hear(answer(429, &[("Retry-After", "3600")], "{}"));
    assert!(stage.rests());
    assert!(matches!(stage.state(), State::Ended(_)));
}

#[test]
fn reads_are_repeated_while_looking_and_then_told() {
    for outcome in [
        Outcome::Failed(Failure::Unreachable),
        answer(429, &[], ""),
        answer(503, &[], ""),
        answer(200, &[], "<html>"),
    ] {
        let mut stage = Stage::new(PLAN);
        for _ in 0..5 {
            assert_eq!(*stage.state(), State::Looking);
            stage.hear(outcome.clone());
        }
        assert!(ends_with(stage.state(), &outcome));
    }
}

#[test]
fn not_every_404_says_that_there_is_no_pool() {
    for code in ["AccountNotFound", "ResourceGroupNotFound", "SubscriptionNotFound", ""] {
        let mut stage = Stage::new(PLAN);
        stage.hear(refused(404, code));
        assert!(matches!(stage.state(), State::Ended(_)), "{code}");
    }
    let mut stage = Stage::new(PLAN);
    stage.hear(answer(404, &[], "<html>Not found</html>"));
    assert!(matches!(stage.state(), State::Ended(_)));
}

#[test]
fn offline_before_the_call_leaves_it_to_be_confirmed_again() {
    let mut stage = Stage::creating();
    stage.hear(Outcome::Failed(Failure::Offline));
    assert_eq!(*stage.state(), State::Planned(Found::Nothing));
    assert!(stage.submission.trouble().is_some());
    // Offline while reading waits without end, and reads at once when the device is back.
    let mut stage = Stage::new(PLAN);
    for _ in 0..20 {
        stage.hear(Outcome::Failed(Failure::Offline));
        assert_eq!(*stage.state(), State::Looking);
    }
    assert!(matches!(stage.submission.want(stage.now), Want::Time(_)));
    stage.submission.back_online();
    assert!(matches!(stage.submission.want(stage.now), Want::Outcome(_)));
    stage.hear(no_pool());
    assert_eq!(*stage.state(), State::Planned(Found::Nothing));
}

#[test]
fn an_update_whose_answer_is_lost_is_sent_again_only_against_the_same_state() {
    let other = Pool {
        vm_size: "STANDARD_A1_V2",
        ..Pool::steady(10)
    };
    for way in [Way::Update, Way::Replace] {
        let begin = || {
            let mut stage = Stage::planned(other.read());
            stage.submission.confirm(way, "render").unwrap();
            stage.hear(Outcome::Failed(Failure::Cut));
            stage
        };
        // The same state: not carried out.
        let mut stage = begin();
        stage.hear(other.read());
        assert_eq!(
            *stage.state(),
            State::Sending(batch_pool_planner::arm::submission::Action::Write(way))
        );
        assert!(stage.wanted().headers.contains(&("If-Match", TAG.to_owned())));
        // Another state, as it was sent: carried out.
        let mut stage = begin();
        let written = Pool {
            etag: OTHER_TAG,
            ..Pool::steady(10)
        };
        stage.hear(written.read());
        assert_eq!(*stage.state(), State::Steady);
        // Another state, and not as it was sent: somebody else.
        let mut stage = begin();
        let elses = Pool {
            etag: OTHER_TAG,
            vm_size: "STANDARD_A2_V2",
            ..Pool::steady(10)
        };
        stage.hear(elses.read());
        assert!(found(stage.state()).is_some());
        assert_eq!(stage.sent.iter().filter(|call| !call.method.is_read()).count(), 1);
    }
}

#[test]
fn whoever_stops_waiting_for_a_call_learns_what_came_of_it_and_nothing_is_sent_again() {
    let mut stage = Stage::creating();
    let _ = stage.wanted();
    stage.submission.cancel(stage.now);
    assert!(matches!(stage.state(), State::Unsure(_)));
    stage.hear(no_pool());
    assert_eq!(*stage.state(), State::Planned(Found::Nothing));
    assert_eq!(stage.submission.watch().notes()[0].what, What::NotCarriedOut);
    // The same when the driver says it.
    let mut stage = Stage::creating();
    stage.hear(Outcome::Failed(Failure::Cancelled));
    stage.hear(Outcome::Failed(Failure::Cancelled));
    stage.hear(Pool::default().read());
    assert_eq!((stage.state(), stage.count(Method::Put)), (&State::Watching, 1));
    // Twice: then it is not known.
    let mut stage = Stage::creating();
    stage.submission.cancel(stage.now);
    stage.submission.cancel(stage.now);
    assert!(matches!(stage.state(), State::Ended(ending) if matches!(ending.why, Why::Unknown(_))));
}
