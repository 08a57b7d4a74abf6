//! The nodes of simulated pools over time: whatever is asked and however time passes, no impossible state is reached.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use batch_pool_planner::explain::explain;
use batch_pool_planner::growth::pace::millis;
use batch_pool_planner::growth::{Ending, Growing, ImageKind, Pace, advised_time_out, estimate, resizes_needed};
use batch_pool_planner::input::parse;
use batch_pool_planner::model::{IsoDuration, Millis, Moment, Node, Value};
use batch_pool_planner::practice::allocation::{Allocation, Circumstances, Deallocation, Kind, Phase, Target, Trouble};
use proptest::prelude::*;

const START: Moment = Moment(1_795_000_000_000);
const MINUTE: Millis = 60_000;

fn target(dedicated: i64, spot: i64, minutes: u64) -> Target {
    Target {
        dedicated,
        spot,
        time_out: IsoDuration::minutes(minutes),
    }
}

fn at(minutes: i64) -> Moment {
    START.after(minutes * MINUTE)
}

/// A pool after a resize from nothing, given all the time it wants.
fn ended(target: Target, circumstances: &Circumstances) -> Allocation {
    let mut pool = Allocation::new(target, 7, START);
    pool.advance(pool.deadline(), circumstances);
    assert_eq!(pool.phase, Phase::Steady);
    pool
}

fn codes(pool: &Allocation) -> Vec<&'static str> {
    pool.errors.iter().map(|trouble| trouble.code()).collect()
}

fn marketplace() -> Circumstances {
    Circumstances::unlimited(ImageKind::Marketplace, 4)
}

#[test]
fn nodes_come_in_batches_and_the_pool_is_steady_at_its_target() {
    let mut pool = Allocation::new(target(70, 30, 15), 1, START);
    assert_eq!((pool.phase, pool.dedicated, pool.spot), (Phase::Resizing, 0, 0));
    pool.advance(at(1), &marketplace());
    assert_eq!((pool.dedicated, pool.spot), (0, 0));
    pool.advance(at(2), &marketplace());
    assert_eq!((pool.dedicated, pool.spot), (14, 6));
    pool.advance(at(14), &marketplace());
    assert_eq!((pool.phase, pool.dedicated, pool.spot), (Phase::Steady, 70, 30));
    assert!(pool.errors.is_empty() && pool.phase_since > at(2) && pool.phase_since < at(4));
    assert_eq!(pool.next(), None);
}

#[test]
fn a_pool_of_nothing_is_soon_steady() {
    let pool = ended(target(0, 0, 15), &marketplace());
    assert!(pool.errors.is_empty() && pool.phase_since.since(START) <= 5_000);
}

#[test]
fn a_resize_ends_at_its_time_out_with_the_nodes_so_far_and_the_next_goes_on_from_there() {
    let managed = Circumstances::unlimited(ImageKind::Managed, 4);
    let mut pool = ended(target(500, 0, 10), &managed);
    assert_eq!(codes(&pool), ["AllocationTimedout"]);
    assert_eq!(pool.phase_since, at(10));
    let so_far = pool.dedicated;
    assert!(
        so_far >= Pace::of(ImageKind::Managed, 500).nodes_after(10 * MINUTE) && so_far < 300,
        "{so_far}"
    );
    pool.resize(target(500, 0, 30), Deallocation::Requeue, at(12));
    assert!(pool.errors.is_empty());
    pool.advance(at(42), &managed);
    assert_eq!((pool.phase, pool.dedicated), (Phase::Steady, 500));
}

#[test]
fn a_managed_image_takes_as_many_resizes_as_the_planner_counts() {
    let managed = Circumstances::unlimited(ImageKind::Managed, 4);
    for nodes in [1, 299, 300, 301, 1_000] {
        let time_out = advised_time_out(ImageKind::Managed, nodes);
        let wanted = Target {
            dedicated: nodes,
            spot: 0,
            time_out,
        };
        let mut pool = Allocation::new(wanted, 3, START);
        let mut resizes = 1;
        loop {
            pool.advance(pool.deadline(), &managed);
            if pool.dedicated == nodes {
                break;
            }
            assert_eq!(pool.errors, [Trouble::TimedOut(Kind::Dedicated)]);
            resizes += 1;
            pool.resize(wanted, Deallocation::Requeue, pool.phase_since.after(MINUTE));
        }
        assert_eq!(resizes, resizes_needed(ImageKind::Managed, nodes), "{nodes}");
    }
}

#[test]
fn with_the_advised_time_out_and_replicas_a_gallery_image_takes_one_resize() {
    for (nodes, replicas) in [(5, 1), (1_000, 4), (3_000, 10)] {
        let image = ImageKind::Gallery { replicas };
        let time_out = advised_time_out(image, nodes);
        let pool = ended(
            Target {
                dedicated: nodes,
                spot: 0,
                time_out,
            },
            &Circumstances::unlimited(image, 4),
        );
        assert_eq!((pool.dedicated, codes(&pool)), (nodes, vec![]));
    }
    let few = Circumstances::unlimited(ImageKind::Gallery { replicas: 2 }, 4);
    assert_eq!(codes(&ended(target(3_000, 0, 45), &few)), ["AllocationTimedout"]);
}

#[test]
fn a_quota_lets_in_as_many_nodes_as_fit_whole() {
    for (cores, vcpus, nodes) in [
        (100, 4, 25),
        (101, 4, 25),
        (103, 4, 25),
        (3, 4, 0),
        (0, 4, 0),
        (-8, 4, 0),
        (7, 0, 7),
    ] {
        let circumstances = Circumstances {
            dedicated_cores: Some(cores),
            spot_cores: Some(cores),
            ..Circumstances::unlimited(ImageKind::Marketplace, vcpus)
        };
        let pool = ended(target(200, 0, 15), &circumstances);
        assert_eq!((pool.dedicated, codes(&pool)), (nodes, vec!["AccountCoreQuotaReached"]));
        let pool = ended(target(0, 200, 15), &circumstances);
        assert_eq!((pool.spot, codes(&pool)), (nodes, vec!["AccountSpotCoreQuotaReached"]));
        assert!(pool.phase_since < at(5), "it does not wait for its time-out");
    }
}

#[test]
fn one_kind_at_its_quota_does_not_keep_the_other_from_its_target() {
    let circumstances = Circumstances {
        spot_cores: Some(40),
        ..marketplace()
    };
    let pool = ended(target(100, 100, 15), &circumstances);
    assert_eq!(
        (pool.dedicated, pool.spot, codes(&pool)),
        (100, 10, vec!["AccountSpotCoreQuotaReached"])
    );
}

#[test]
fn addresses_and_the_cap_on_nodes_that_talk_count_both_kinds() {
    let circumstances = Circumstances {
        addresses: Some(57),
        ..marketplace()
    };
    let pool = ended(target(100, 100, 15), &circumstances);
    assert_eq!(
        (pool.dedicated + pool.spot, codes(&pool)),
        (57, vec!["AllocationFailed"; 2])
    );
    let circumstances = Circumstances {
        inter_node: Some(80),
        ..marketplace()
    };
    let pool = ended(target(100, 100, 15), &circumstances);
    let code = "CommunicationEnabledPoolReachedMaxVMCount";
    assert_eq!((pool.dedicated + pool.spot, codes(&pool)), (80, vec![code]));
}

#[test]
fn an_image_that_is_gone_fails_what_grows_and_leaves_what_shrinks_alone() {
    let mut pool = ended(target(20, 0, 15), &marketplace());
    let gone = Circumstances {
        image_is_there: false,
        ..marketplace()
    };
    pool.resize(target(30, 5, 15), Deallocation::Requeue, at(20));
    pool.advance(at(35), &gone);
    assert_eq!(
        (pool.dedicated, pool.spot, codes(&pool)),
        (20, 0, vec!["AllocationFailed"])
    );
    pool.resize(target(3, 0, 15), Deallocation::Requeue, at(40));
    pool.advance(at(55), &gone);
    assert_eq!((pool.dedicated, codes(&pool)), (3, vec![]));
}

#[test]
fn dedicated_nodes_fail_for_want_of_capacity_and_spot_nodes_wait_for_it() {
    let short = Circumstances {
        dedicated_capacity: Some(8),
        spot_capacity: Some(8),
        ..marketplace()
    };
    let pool = ended(target(30, 0, 15), &short);
    assert_eq!((pool.dedicated, codes(&pool)), (8, vec!["AllocationFailed"]));
    let mut pool = Allocation::new(target(0, 30, 15), 1, START);
    pool.advance(at(10), &short);
    assert_eq!((pool.phase, pool.spot), (Phase::Resizing, 8));
    let mut later = pool.clone();
    pool.advance(at(15), &short);
    assert_eq!(
        (pool.phase, pool.spot, codes(&pool)),
        (Phase::Steady, 8, vec!["AllocationTimedout"])
    );
    later.advance(at(15), &marketplace());
    assert_eq!((later.phase, later.spot, codes(&later)), (Phase::Steady, 30, vec![]));
}

#[test]
fn a_stopped_resize_keeps_the_nodes_it_has() {
    let mut pool = Allocation::new(target(1_000, 0, 15), 1, START);
    pool.advance(at(5), &marketplace());
    let so_far = pool.dedicated;
    assert!(so_far > 0 && pool.stop(at(5)) && !pool.stop(at(5)));
    assert_eq!(pool.phase, Phase::Stopping);
    pool.advance(at(6), &marketplace());
    assert_eq!(
        (pool.phase, pool.dedicated, codes(&pool)),
        (Phase::Steady, so_far, vec!["ResizeStopped"])
    );
    assert!(!pool.stop(at(7)));
}

#[test]
fn nodes_leave_when_their_tasks_let_them() {
    let left = |option, minutes: i64| {
        let mut pool = ended(target(250, 50, 15), &marketplace());
        pool.resize(target(10, 0, 5), option, at(20));
        pool.advance(at(20 + minutes), &marketplace());
        (pool.dedicated, pool.spot, codes(&pool))
    };
    assert_eq!(left(Deallocation::Requeue, 2), (10, 0, vec![]));
    assert_eq!(left(Deallocation::Terminate, 2), (10, 0, vec![]));
    assert_eq!(left(Deallocation::TaskCompletion, 2), (250, 50, vec![]));
    assert_eq!(left(Deallocation::TaskCompletion, 5), (10, 0, vec![]));
    assert_eq!(
        left(Deallocation::RetainedData, 5),
        (250, 50, vec!["AllocationTimedout"; 2])
    );
}

#[test]
fn spot_nodes_that_are_taken_back_still_count_and_return_when_there_is_capacity() {
    let mut pool = ended(target(5, 50, 15), &marketplace());
    assert_eq!(pool.evict_spot(30, at(20)), 30);
    assert_eq!((pool.phase, pool.spot, pool.preempted), (Phase::Steady, 50, 30));
    assert_eq!(pool.evict_spot(30, at(20)), 20);
    assert_eq!(pool.evict_spot(1, at(20)), 0);
    let short = Circumstances {
        spot_capacity: Some(0),
        ..marketplace()
    };
    pool.advance(at(1_000), &short);
    assert_eq!((pool.phase, pool.spot, pool.preempted), (Phase::Steady, 50, 50));
    pool.advance(at(1_010), &marketplace());
    assert_eq!(
        (pool.phase, pool.spot, pool.preempted, pool.next()),
        (Phase::Steady, 50, 0, None)
    );
}

#[test]
fn nodes_that_were_taken_back_leave_first() {
    let mut pool = ended(target(0, 50, 15), &marketplace());
    pool.evict_spot(30, at(20));
    pool.resize(target(0, 25, 15), Deallocation::Requeue, at(20));
    pool.advance(at(22), &marketplace());
    assert_eq!((pool.spot, pool.preempted), (25, 5));
}

#[test]
fn the_status_tells_errors_only_when_the_pool_is_steady() {
    let circumstances = Circumstances {
        dedicated_cores: Some(0),
        ..marketplace()
    };
    let mut pool = Allocation::new(target(5, 30, 15), 1, START);
    pool.advance(at(2), &circumstances);
    assert_eq!((pool.phase, pool.errors.len()), (Phase::Resizing, 1));
    assert!(pool.resize_status().get("errors").is_none());
    pool.advance(at(15), &circumstances);
    let status = pool.resize_status();
    assert_eq!(
        status.at("/errors/0/code").and_then(Node::as_text),
        Some("AccountCoreQuotaReached")
    );
    assert_eq!(status.get("resizeTimeout").and_then(Node::as_text), Some("PT15M"));
    assert_eq!(status.get("targetLowPriorityNodes").and_then(Node::as_whole), Some(30));
    assert_eq!(
        status.get("nodeDeallocationOption").and_then(Node::as_text),
        Some("Requeue")
    );
    assert_eq!(
        status.get("startTime").and_then(|at| Moment::parse(at.as_text()?)),
        Some(START)
    );
}

/// Every trouble.
const TROUBLES: [Trouble; 10] = [
    Trouble::TimedOut(Kind::Dedicated),
    Trouble::TimedOut(Kind::Spot),
    Trouble::CoreQuota,
    Trouble::SpotCoreQuota,
    Trouble::InterNode,
    Trouble::Addresses(Kind::Dedicated),
    Trouble::Addresses(Kind::Spot),
    Trouble::ImageGone,
    Trouble::Capacity,
    Trouble::Stopped,
];

#[test]
fn the_dictionary_explains_every_trouble() {
    for trouble in TROUBLES {
        let text = trouble.node().to_json();
        let known = explain(&text);
        let codes = known.iter().filter_map(|told| told.known).flat_map(|error| error.codes);
        let mut codes = codes.filter(|code| code.eq_ignore_ascii_case(trouble.code()));
        assert!(codes.next().is_some(), "{text}");
    }
}

#[test]
fn another_seed_gives_another_run_and_the_same_seed_the_same() {
    let run = |seed| {
        let mut pool = Allocation::new(target(500, 0, 15), seed, START);
        pool.advance(at(15), &marketplace());
        pool.phase_since
    };
    assert_eq!(run(1), run(1));
    assert!((2..20).any(|seed| run(seed) != run(1)));
}

#[test]
fn wild_numbers_and_the_end_of_time_do_no_harm() {
    for number in [i64::MIN, -1, i64::MAX] {
        let circumstances = Circumstances {
            vcpus: number,
            dedicated_cores: Some(number),
            spot_capacity: Some(number),
            addresses: Some(number),
            ..Circumstances::unlimited(ImageKind::Gallery { replicas: number }, 1)
        };
        for when in [Moment(i64::MIN), Moment(i64::MAX - 1), Moment(i64::MAX)] {
            let wild = Target {
                dedicated: number,
                spot: number,
                time_out: IsoDuration::minutes(u64::MAX),
            };
            let mut pool = Allocation::new(wild, 0, when);
            pool.advance(Moment(i64::MAX), &circumstances);
            pool.evict_spot(number, Moment(i64::MAX));
            pool.advance(Moment(i64::MAX), &circumstances);
        }
    }
}

fn image() -> impl Strategy<Value = ImageKind> {
    prop_oneof![
        Just(ImageKind::Marketplace),
        Just(ImageKind::Managed),
        (0..12_i64).prop_map(|replicas| ImageKind::Gallery { replicas }),
    ]
}

fn limit(most: i64) -> impl Strategy<Value = Option<i64>> {
    prop_oneof![2 => Just(None), 1 => (0..most).prop_map(Some)]
}

prop_compose! {
    fn circumstances()(
        image in image(),
        image_is_there in prop::bool::weighted(0.9),
        vcpus in 1..65_i64,
        dedicated_cores in limit(4_000),
        spot_cores in limit(4_000),
        addresses in limit(600),
        inter_node in limit(101),
        dedicated_capacity in limit(600),
        spot_capacity in limit(600),
    ) -> Circumstances {
        Circumstances {
            image, image_is_there, vcpus, dedicated_cores, spot_cores, addresses, inter_node, dedicated_capacity, spot_capacity,
        }
    }
}

prop_compose! {
    fn targets()(dedicated in 0..900_i64, spot in 0..900_i64, minutes in 5..60_u64) -> Target {
        target(dedicated, spot, minutes)
    }
}

fn option() -> impl Strategy<Value = Deallocation> {
    prop_oneof![
        Just(Deallocation::Requeue),
        Just(Deallocation::Terminate),
        Just(Deallocation::TaskCompletion),
        Just(Deallocation::RetainedData),
    ]
}

/// What is done to a pool.
#[derive(Clone, Debug)]
enum Deed {
    Resize(Target, Deallocation),
    Stop,
    Evict(i64),
    Wait(Millis),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        1 => (targets(), option()).prop_map(|(target, option)| Deed::Resize(target, option)),
        1 => Just(Deed::Stop),
        1 => (0..400_i64).prop_map(Deed::Evict),
        3 => (0..40 * MINUTE).prop_map(Deed::Wait),
    ]
}

fn done(pool: &mut Allocation, deed: &Deed, now: &mut Moment, circumstances: &Circumstances) {
    match deed {
        Deed::Resize(target, option) if pool.phase == Phase::Steady => pool.resize(*target, *option, *now),
        Deed::Resize(..) => {}
        Deed::Stop => {
            pool.stop(*now);
        }
        Deed::Evict(nodes) => {
            pool.evict_spot(*nodes, *now);
        }
        Deed::Wait(time) => {
            *now = now.after(*time);
            pool.advance(*now, circumstances);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// In one step or in many, whole or with a snapshot in between: the same.
    #[test]
    fn it_makes_no_difference_in_how_many_steps_time_passes(
        wanted in targets(),
        deeds in prop::collection::vec(deed(), 0..8),
        circumstances in circumstances(),
        seed in any::<u64>(),
        step in 500..90_000_i64,
    ) {
        let mut whole = Allocation::new(wanted, seed, START);
        let mut stepped = whole.clone();
        let mut kept = whole.clone();
        let mut now = START;
        for deed in &deeds {
            let before = now;
            done(&mut whole, deed, &mut now, &circumstances);
            match deed {
                Deed::Wait(_) => {
                    let mut at = before;
                    while at < now {
                        at = at.after(step).min(now);
                        stepped.advance(at, &circumstances);
                    }
                    while let Some(at) = kept.next().filter(|at| *at <= now) {
                        kept.advance(at, &circumstances);
                    }
                }
                other => {
                    done(&mut stepped, other, &mut now, &circumstances);
                    done(&mut kept, other, &mut now, &circumstances);
                }
            }
            kept = Allocation::from_node(&kept.to_node()).unwrap();
            prop_assert_eq!(whole.to_node(), kept.to_node());
            prop_assert_eq!(&whole, &stepped);
        }
    }

    /// Nodes only come while a resize grows, never beyond target and circumstances, and it ends.
    #[test]
    fn a_resize_grows_steadily_within_its_limits_and_ends(
        wanted in targets(),
        circumstances in circumstances(),
        seed in any::<u64>(),
    ) {
        let mut pool = Allocation::new(wanted, seed, START);
        let mut now = START;
        while pool.phase != Phase::Steady {
            let before = (pool.dedicated, pool.spot);
            now = now.after(7_000);
            pool.advance(now, &circumstances);
            prop_assert!(pool.dedicated >= before.0 && pool.spot >= before.1);
            prop_assert!(pool.dedicated <= wanted.dedicated && pool.spot <= wanted.spot);
            let all = pool.dedicated + pool.spot;
            prop_assert!(circumstances.dedicated_cores.is_none_or(|cores| pool.dedicated * circumstances.vcpus <= cores));
            prop_assert!(circumstances.spot_cores.is_none_or(|cores| pool.spot * circumstances.vcpus <= cores));
            prop_assert!(circumstances.dedicated_capacity.is_none_or(|most| pool.dedicated <= most));
            prop_assert!(circumstances.spot_capacity.is_none_or(|most| pool.spot <= most));
            prop_assert!(circumstances.addresses.is_none_or(|most| all <= most));
            prop_assert!(circumstances.inter_node.is_none_or(|most| all <= most));
            prop_assert!(circumstances.image_is_there || all == 0);
            prop_assert!(now <= pool.deadline().after(7_000));
        }
        prop_assert!(pool.phase_since <= START.after(millis(wanted.time_out)));
        let all_there = (pool.dedicated, pool.spot) == (wanted.dedicated, wanted.spot);
        prop_assert_eq!(all_there, pool.errors.is_empty());
    }

    /// Whatever is done in whatever order.
    #[test]
    fn no_impossible_state_is_reached(
        wanted in targets(),
        deeds in prop::collection::vec((deed(), circumstances()), 0..12),
        seed in any::<u64>(),
    ) {
        let mut pool = Allocation::new(wanted, seed, START);
        let mut now = START;
        for (deed, circumstances) in &deeds {
            done(&mut pool, deed, &mut now, circumstances);
            prop_assert!(pool.dedicated >= 0 && pool.spot >= 0);
            prop_assert!((0..=pool.spot).contains(&pool.preempted));
            prop_assert!(pool.phase != Phase::Resizing || now <= pool.deadline());
            prop_assert!(pool.phase_since <= now && pool.started <= pool.phase_since);
            prop_assert!(pool.next().is_none_or(|at| at > now || matches!(deed, Deed::Resize(..) | Deed::Stop | Deed::Evict(_))));
            let told = pool.resize_status();
            prop_assert!(pool.phase == Phase::Steady || told.get("errors").is_none());
        }
    }

    /// The estimate is of the same model: chance only ends a resize a little earlier, and what is seen comes nearer to it.
    #[test]
    fn estimates_agree_with_what_comes(wanted in targets(), image in image(), seed in any::<u64>(), read_every in 15..31_i64) {
        let circumstances = Circumstances::unlimited(image, 4);
        let nodes = wanted.dedicated + wanted.spot;
        let mut pool = Allocation::new(wanted, seed, START);
        let mut seen = vec![(START, 0)];
        let mut told = Vec::new();
        let mut now = START;
        while pool.phase != Phase::Steady {
            let growing = Growing { image, target: nodes, began: START, time_out: wanted.time_out, seen: &seen };
            told.push((now, estimate(&growing, now)));
            now = now.after(read_every * 1_000);
            pool.advance(now, &circumstances);
            seen.push((now, pool.dedicated + pool.spot));
        }
        let whole = pool.phase_since.since(START);
        let there = pool.dedicated + pool.spot;
        for (at, estimate) in told {
            let Some(estimate) = estimate else { continue };
            let off = estimate.end.since(pool.phase_since);
            if at == START {
                prop_assert!((0..=whole / 3 + MINUTE).contains(&off), "{off} of {whole}");
                match estimate.ending {
                    Ending::AtTarget => prop_assert!(there == nodes),
                    Ending::AtTimeOut(expected) => prop_assert!(expected <= there, "{expected} {there}"),
                }
            } else if estimate.by_what_was_seen && at.since(START) > whole / 2 {
                // Nodes come in batches: a pace seen over few of them is rough.
                prop_assert!(off.abs() <= whole / 4 + MINUTE, "{off} of {whole}");
            }
        }
    }

    /// A snapshot comes from storage that anybody can write.
    #[test]
    fn a_forged_snapshot_does_no_harm(
        phase in 0..3_usize,
        moments in prop::collection::vec(any::<i64>(), 5),
        counts in prop::collection::vec(prop_oneof![0..500_i64, Just(i64::from(i32::MAX)), any::<i64>()], 7),
        none in prop::collection::vec(any::<bool>(), 3),
        now in any::<i64>(),
    ) {
        let mut members = Allocation::new(target(5, 5, 15), 1, START).to_node();
        let mut set = |name: &str, node: Node| {
            let Value::Object(own) = &mut members.value else { panic!("an object") };
            own.iter_mut().find(|member| member.name == name).expect("a member").node = node;
        };
        set("phase", Node::text(["Steady", "Resizing", "Stopping"][phase]));
        let names = ["since", "started", "comes", "leaves", "returns"];
        for (place, (name, moment)) in names.into_iter().zip(moments).enumerate() {
            let absent = place > 1 && none[place - 2];
            set(name, if absent { Node::null() } else { Node::number(moment) });
        }
        let names = ["targetDedicated", "targetSpot", "dedicated", "spot", "preempted", "batches", "brought"];
        for (name, count) in names.into_iter().zip(counts) {
            set(name, Node::number(count));
        }
        if let Some(mut pool) = Allocation::from_node(&members) {
            pool.advance(Moment(now), &marketplace());
            pool.advance(Moment(i64::MAX), &marketplace());
            prop_assert!(pool.dedicated >= 0 && (0..=pool.spot).contains(&pool.preempted));
        }
    }

    #[test]
    fn what_is_no_allocation_is_not_read(cut in 0..2_000_usize) {
        let text = Allocation::new(target(5, 5, 15), 1, START).to_node().to_json();
        let broken: String = text.chars().take(cut.min(text.len() - 1)).collect();
        if let Ok(node) = parse(&broken) {
            prop_assert_eq!(Allocation::from_node(&node), None);
        }
    }
}
