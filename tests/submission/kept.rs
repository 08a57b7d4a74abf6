//! What is kept of a submission over a reload, and how it goes on.

use batch_pool_planner::arm::submission::{Found, NotConfirmed, State, Want, Way};
use batch_pool_planner::arm::{Failure, Method, Outcome, Submission};
use batch_pool_planner::input::parse;
use batch_pool_planner::model::Node;

use crate::stage::{PLAN, Pool, SECRET, START, Stage, found, no_pool, request};

fn reload(stage: &Stage, with_plan: bool) -> Stage {
    let text = stage.submission.note().to_json();
    assert!(!text.contains(SECRET) && !text.contains("vmSize"), "{text}");
    let note = parse(&text).unwrap();
    Stage::of(Submission::resume(&note, with_plan.then(|| request(PLAN))).expect("a note"))
}

#[test]
fn watching_goes_on_by_reading() {
    let mut stage = reload(&Stage::watching(), false);
    assert_eq!(*stage.state(), State::Watching);
    stage.now = START.after(600_000);
    stage.hear(
        Pool {
            dedicated: 3,
            ..Pool::default()
        }
        .read(),
    );
    assert_eq!(stage.submission.watch().resizes(), 1);
    assert!(stage.submission.watch().elapsed(stage.now).unwrap() >= 599_000);
    stage.hear(Pool::steady(10).read());
    assert_eq!(*stage.state(), State::Steady);
    assert_eq!(stage.submission.pool_name(), "render");
}

#[test]
fn how_long_it_takes_is_known_after_a_reload_whatever_the_clocks_say() {
    for skew in [-3_600_000, 3_600_000] {
        let mut stage = Stage::creating();
        let began = stage.now.after(100);
        let service = Pool {
            started: began.after(skew),
            ..Pool::default()
        };
        stage.hear(service.read());
        let mut stage = reload(&stage, true);
        stage.now = began.after(300_000);
        stage.hear(service.read());
        assert_eq!(stage.submission.watch().elapsed(stage.now), Some(300_100), "{skew}");
    }
}

#[test]
fn a_call_that_was_on_its_way_is_looked_for_and_never_sent_again() {
    for with_plan in [true, false] {
        let mut stage = reload(&Stage::creating(), with_plan);
        assert!(matches!(stage.state(), State::Unsure(_)));
        assert_eq!(stage.hear(Pool::default().read()), Method::Get);
        assert_eq!(*stage.state(), State::Watching);
        let mut stage = reload(&Stage::creating(), with_plan);
        stage.hear(no_pool());
        assert_eq!(*stage.state(), State::Planned(Found::Nothing));
        assert_eq!(stage.count(Method::Put), 0);
        let confirmed = stage.submission.confirm(Way::Create, "");
        assert_eq!(confirmed, if with_plan { Ok(()) } else { Err(NotConfirmed::NoPlan) });
    }
    let before = Pool {
        vm_size: "STANDARD_A1_V2",
        ..Pool::steady(10)
    };
    let mut stage = Stage::planned(before.read());
    stage.submission.confirm(Way::Update, "render").unwrap();
    stage.hear(Outcome::Failed(Failure::Cut));
    let mut stage = reload(&stage, true);
    stage.hear(before.read());
    assert!(found(stage.state()).is_some(), "{:?}", stage.state());
    assert!(stage.rests());
}

#[test]
fn a_deletion_goes_on_by_reading() {
    let mut stage = Stage::watching();
    stage.submission.delete("render").unwrap();
    let mut stage = reload(&stage, true);
    stage.hear(
        Pool {
            provisioning: "Deleting",
            ..Pool::default()
        }
        .read(),
    );
    assert_eq!(*stage.state(), State::Deleting);
    let mut stage = reload(&stage, false);
    stage.hear(no_pool());
    assert_eq!(*stage.state(), State::Gone);
}

#[test]
fn the_plan_of_another_pool_is_not_taken_for_it() {
    let note = Stage::planned(no_pool()).submission.note();
    let other = request(&PLAN.replace("\"render\"", "\"other\""));
    let mut stage = Stage::of(Submission::resume(&note, Some(other)).unwrap());
    stage.hear(no_pool());
    assert_eq!(stage.submission.confirm(Way::Create, ""), Err(NotConfirmed::NoPlan));
}

#[test]
fn what_is_no_note_is_none() {
    let note = Stage::watching().submission.note();
    for (name, value) in [
        ("phase", Node::text("sending")),
        ("apiVersion", Node::text("yesterday")),
        ("account", Node::text("..")),
        ("pool", Node::null()),
    ] {
        let members = note.members().iter().map(|member| {
            let node = if member.name == name {
                value.clone()
            } else {
                member.node.clone()
            };
            (member.name.clone(), node)
        });
        assert!(Submission::resume(&Node::object(members), None).is_none(), "{name}");
    }
    assert!(Submission::resume(&Node::null(), None).is_none());
    let stage = Stage::of(Submission::resume(&note, None).unwrap());
    assert!(matches!(stage.submission.want(START), Want::Outcome(_)));
}
