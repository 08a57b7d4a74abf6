//! Random sequences of calls, breakages and time: no impossible state, and always the same from the same seed.

use batch_pool_planner::arm::{Answer, Call, Method};
use batch_pool_planner::input::parse;
use batch_pool_planner::model::{Node, Plan};
use batch_pool_planner::practice::{Break, Cloud};
use proptest::prelude::*;

use crate::{ENDPOINT, MINUTE, base, body, cloud, json, pool_route, put, start, text, whole};

/// One thing that is done.
#[derive(Clone, Debug)]
enum Act {
    Put(u8, i64, i64, u8),
    Resize(u8, i64, i64, bool),
    Formula(u8, u8),
    Describe(u8),
    Delete(u8),
    Post(u8, bool),
    Break(u8, u8, bool),
    Wait(i64),
    Odd(String),
}

fn act() -> impl Strategy<Value = Act> {
    let pool = || 0..3_u8;
    let nodes = || prop_oneof![0..5_i64, 0..600_i64, -3..3_000_i64];
    prop_oneof![
        3 => (pool(), nodes(), nodes(), 0..3_u8).prop_map(|(pool, dedicated, spot, way)| Act::Put(pool, dedicated, spot, way)),
        3 => (pool(), nodes(), nodes(), any::<bool>()).prop_map(|(pool, dedicated, spot, other)| Act::Resize(pool, dedicated, spot, other)),
        1 => (pool(), 0..4_u8).prop_map(|(pool, formula)| Act::Formula(pool, formula)),
        1 => pool().prop_map(Act::Describe),
        1 => pool().prop_map(Act::Delete),
        1 => (pool(), any::<bool>()).prop_map(|(pool, stop)| Act::Post(pool, stop)),
        2 => (pool(), 0..6_u8, any::<bool>()).prop_map(|(pool, kind, broken)| Act::Break(pool, kind, broken)),
        5 => prop_oneof![0..60_000_i64, 0..3_600_000_i64, 0..90_000_000_i64].prop_map(Act::Wait),
        1 => ".{0,40}".prop_map(Act::Odd),
    ]
}

const FORMULAS: [&str; 4] = [
    "$TargetDedicatedNodes = $PendingTasks.GetSample(1);",
    "$TargetDedicatedNodes = 5; $TargetLowPriorityNodes = 7; $NodeDeallocationOption = taskcompletion;",
    "$TargetDedicatedNodes = time().hour;",
    "$TargetDedicatedNodes = max(0, -1) / 0;",
];

fn name(pool: u8) -> &'static str {
    ["one", "Two", "three"][usize::from(pool % 3)]
}

fn call(act: &Act, cloud: &Cloud) -> Option<Call> {
    Some(match act {
        Act::Put(pool, dedicated, spot, way) => {
            let plain = Call::new(Method::Put, pool_route(name(*pool))).json(body(*dedicated, *spot));
            match way {
                0 => put(name(*pool), &body(*dedicated, *spot)),
                1 => plain,
                _ => plain.header("If-Match", "*"),
            }
        }
        Act::Resize(pool, dedicated, spot, other) => {
            let option = if *other { "TaskCompletion" } else { "Requeue" };
            Call::new(Method::Patch, pool_route(name(*pool))).json(format!(
                r#"{{ "properties": {{ "scaleSettings": {{ "fixedScale": {{ "targetDedicatedNodes": {dedicated},
                "targetLowPriorityNodes": {spot}, "nodeDeallocationOption": "{option}" }} }} }} }}"#
            ))
        }
        Act::Formula(pool, formula) => {
            let formula = FORMULAS[usize::from(*formula) % FORMULAS.len()];
            Call::new(Method::Patch, pool_route(name(*pool))).json(format!(
                r#"{{ "properties": {{ "scaleSettings": {{ "autoScale": {{ "formula": "{formula}" }} }} }} }}"#
            ))
        }
        Act::Describe(pool) => {
            let text = format!(r#"{{ "properties": {{ "displayName": "{}" }} }}"#, cloud.now());
            Call::new(Method::Patch, pool_route(name(*pool))).json(text)
        }
        Act::Delete(pool) => Call::new(Method::Delete, pool_route(name(*pool))),
        Act::Post(pool, stop) => {
            let action = if *stop { "/stopResize?" } else { "/disableAutoScale?" };
            Call::new(Method::Post, pool_route(name(*pool)).replace('?', action))
        }
        Act::Odd(text) => Call::new(Method::Put, format!("{}/pools/{text}", base())).json(text.clone()),
        Act::Break(..) | Act::Wait(_) => return None,
    })
}

fn done(cloud: &mut Cloud, act: &Act) -> Option<Answer> {
    match act {
        Act::Wait(time) => cloud.advance(*time),
        Act::Break(pool, kind, broken) => {
            let (route, kind) = (pool_route(name(*pool)), Break::ALL[usize::from(*kind)]);
            match broken {
                true => cloud.break_it(&route, kind),
                false => cloud.mend(&route, kind),
            }
        }
        _ => {}
    }
    let call = call(act, cloud)?;
    Some(cloud.answer(&call, Some("t"), ENDPOINT))
}

fn all(cloud: &mut Cloud) -> Vec<Node> {
    let call = Call::get(format!("{}/pools?api-version=2025-06-01", base()));
    json(&cloud.answer(&call, Some("t"), ENDPOINT))
        .at("/value")
        .unwrap()
        .items()
        .to_vec()
}

/// A pool without what time alone changes.
fn as_a_pool(pool: &Node) -> Vec<String> {
    let own = pool.get("properties").unwrap().members().iter();
    let of_time = [
        "allocationState",
        "allocationStateTransitionTime",
        "currentDedicatedNodes",
        "currentLowPriorityNodes",
        "autoScaleRun",
        "resizeOperationStatus",
    ];
    own.filter(|member| !of_time.contains(&member.name.as_str()))
        .map(|member| format!("{} {}", member.name, member.node.to_json()))
        .collect()
}

fn check(pool: &Node) -> Result<(), TestCaseError> {
    let shown = pool.to_json();
    let state = text(pool, "/properties/allocationState");
    let errors = pool.at("/properties/resizeOperationStatus/errors");
    prop_assert!(["Steady", "Resizing", "Stopping"].contains(&state), "{shown}");
    prop_assert!(errors.is_none() || state == "Steady", "{shown}");
    prop_assert!(errors.is_none_or(|errors| !errors.items().is_empty()), "{shown}");
    let (dedicated, spot) = (
        whole(pool, "/properties/currentDedicatedNodes"),
        whole(pool, "/properties/currentLowPriorityNodes"),
    );
    prop_assert!(dedicated >= 0 && spot >= 0, "{shown}");
    if state != "Steady" {
        prop_assert!(
            pool.at("/properties/resizeOperationStatus/startTime").is_some(),
            "{shown}"
        );
    }
    if state == "Steady"
        && errors.is_none()
        && pool.at("/properties/scaleSettings/fixedScale").is_some()
        && text(pool, "/properties/provisioningState") == "Succeeded"
    {
        prop_assert_eq!(
            dedicated,
            whole(pool, "/properties/scaleSettings/fixedScale/targetDedicatedNodes"),
            "{}",
            shown
        );
        prop_assert_eq!(
            spot,
            whole(pool, "/properties/scaleSettings/fixedScale/targetLowPriorityNodes"),
            "{}",
            shown
        );
    }
    let cores = whole(pool, "/properties/currentDedicatedNodes") * 4;
    prop_assert!(cores <= 1_000, "{shown}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_calls_and_time_reaches_an_impossible_state(acts in proptest::collection::vec(act(), 1..24)) {
        let mut cloud = cloud();
        let mut before = all(&mut cloud);
        for act in &acts {
            if let Some(answer) = done(&mut cloud, act) {
                if answer.status >= 400 {
                    let error = json(&answer);
                    prop_assert!(!text(&error, "/error/code").is_empty() && !text(&error, "/error/message").is_empty());
                }
                prop_assert!(answer.body.is_empty() || parse_ok(&answer.body), "{answer:?}");
            }
            let now = all(&mut cloud);
            for pool in &now {
                check(pool)?;
                let alone = cloud.answer(&Call::get(pool_route(text(pool, "/name"))), Some("t"), ENDPOINT);
                prop_assert_eq!(json(&alone).to_json(), pool.to_json());
                let earlier = before.iter().find(|other| text(other, "/id") == text(pool, "/id"));
                if let Some(earlier) = earlier {
                    let same_tag = text(earlier, "/etag") == text(pool, "/etag");
                    if same_tag {
                        prop_assert_eq!(as_a_pool(earlier), as_a_pool(pool));
                    }
                    let waited = matches!(act, Act::Wait(_) | Act::Break(..));
                    let automatic = pool.at("/properties/scaleSettings/autoScale").is_some();
                    prop_assert!(same_tag || !waited || automatic, "{}", pool.to_json());
                }
            }
            before = now;
        }
    }

    #[test]
    fn the_same_seed_and_calls_give_the_same_answers_over_a_snapshot_too(
        acts in proptest::collection::vec(act(), 1..16), cut in 0..16_usize,
    ) {
        let (mut one, mut other) = (cloud(), cloud());
        for (index, act) in acts.iter().enumerate() {
            if index == cut {
                let text = other.snapshot().to_json();
                other = Cloud::restore(&parse(&text).unwrap()).expect("a snapshot");
            }
            let answer = done(&mut one, act);
            // In two steps, or in one: it makes no difference.
            let again = match act {
                Act::Wait(time) => {
                    other.advance(time / 3);
                    other.advance(time - time / 3);
                    None
                }
                _ => done(&mut other, act),
            };
            prop_assert_eq!(answer, again);
            prop_assert_eq!(all(&mut one), all(&mut other));
        }
        prop_assert_eq!(one.snapshot().to_json(), other.snapshot().to_json());
    }

    #[test]
    fn a_forged_snapshot_is_refused_or_borne(
        acts in proptest::collection::vec(act(), 1..6), place in any::<proptest::sample::Index>(),
        number in prop_oneof![Just(i64::MAX), Just(i64::MIN), Just(-1_i64), any::<i64>()],
    ) {
        let mut cloud = cloud();
        for act in &acts {
            done(&mut cloud, act);
        }
        let text = cloud.snapshot().to_json();
        let starts: Vec<usize> = text.match_indices("\":").map(|(at, _)| at + 2)
            .filter(|at| text[*at..].starts_with(|c: char| c == '-' || c.is_ascii_digit())).collect();
        let at = *place.get(&starts);
        let end = at + text[at..].find(|c: char| c != '-' && !c.is_ascii_digit()).unwrap();
        let forged = format!("{}{number}{}", &text[..at], &text[end..]);
        if let Some(mut cloud) = Cloud::restore(&parse(&forged).unwrap()) {
            for act in &acts {
                done(&mut cloud, act);
            }
            cloud.advance(3 * 60 * MINUTE);
            all(&mut cloud);
        }
    }

    #[test]
    fn no_plan_and_no_snapshot_makes_it_panic(text in ".{0,60}", seed in any::<u64>()) {
        if let Ok(node) = parse(&text) {
            let mut cloud = Cloud::new(seed, start());
            cloud.hold(&Plan::read(&node));
            prop_assert!(Cloud::restore(&node).is_none());
        }
        prop_assert!(Cloud::new(seed, start()).breakages(&text).is_empty());
    }
}

fn parse_ok(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}
