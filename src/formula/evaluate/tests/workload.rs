//! The imaginary workload, and that nothing documented is missing.

use super::*;

#[test]
fn the_workload_has_every_metric_that_is_documented() {
    use crate::facts::limits;
    let workload = Workload::new(1, now(), Nodes::default());
    for metric in limits::FORMULA_READ_ONLY.value.split_whitespace() {
        assert!(workload.has(metric), "{metric}");
    }
    assert!(!workload.has("$Nothing"));
    let mut options: Vec<&str> = limits::FORMULA_DEALLOCATION.value.split(' ').collect();
    options.sort_unstable();
    let mut known = DEALLOCATION;
    known.sort_unstable();
    assert_eq!(options, known);
    for constant in limits::FORMULA_CONSTANTS.split_whitespace() {
        assert!(time::interval(constant).is_some(), "{constant}");
    }
    for part in limits::FORMULA_TIME_PARTS.split_whitespace() {
        assert!(time::part(0, part).is_some(), "{part}");
    }
    for target in limits::FORMULA_TARGETS.value.split_whitespace() {
        assert!(
            target == OPTION || TARGETS.iter().any(|names| names.contains(&target)),
            "{target}"
        );
    }
    for method in limits::FORMULA_METHODS.split_whitespace() {
        let given = if method.starts_with("GetSample") && method != "GetSamplePeriod" {
            "TimeInterval_Day"
        } else {
            ""
        };
        results(&format!("$PendingTasks.{method}({given})"));
    }
    for function in limits::FORMULA_FUNCTIONS.value.split_whitespace() {
        let given = ["", "1, 2", "vec(1), 0"];
        let evaluated = given
            .iter()
            .any(|given| aged(1, &format!("x = {function}({given})")).error.is_none());
        assert!(evaluated, "{function}");
    }
}

#[test]
fn the_workload_rises_and_falls_the_same_way_each_time() {
    let nodes = Nodes {
        dedicated: 2,
        spot: 3,
        preempted: 1,
        targets: [2, 3],
        slots: 2,
    };
    let workload = Workload::new(5, now(), nodes);
    let tasks: Vec<i64> = (0..480)
        .map(|index| workload.tasks(now().after(index * 30_000)).0)
        .collect();
    let again = Workload::new(5, now(), Nodes::default());
    assert_eq!(
        tasks,
        (0..480)
            .map(|index| again.tasks(now().after(index * 30_000)).0)
            .collect::<Vec<_>>()
    );
    let peak = tasks.iter().take(240).max().copied().expect("samples");
    assert!(
        tasks[0] >= 1 && tasks[0] < peak && (4..=40).contains(&peak),
        "{tasks:?}"
    );
    assert_eq!((tasks[120], tasks[200], tasks[239]), (peak, 0, 0));
    assert!(tasks.iter().all(|tasks| *tasks >= 0) && tasks[241] > 0);
    assert_eq!(workload.tasks(now().after(-30_000)), (0, 0));
    let later = now().after(3_600_000);
    let sum = |names: [&str; 2]| names.iter().map(|name| workload.value(name, later)).sum::<f64>();
    assert_eq!(
        sum(["$ActiveTasks", "$RunningTasks"]),
        workload.value("$PendingTasks", later)
    );
    assert!(workload.value("$RunningTasks", later) <= 8.0);
    let seen = (0..120).filter(|index| {
        let at = now().after(index * 30_000);
        workload.sample("$PendingTasks", at, later).is_some()
    });
    let seen = seen.count();
    assert!((100..119).contains(&seen), "{seen}");
    assert_eq!(workload.sample("$PendingTasks", later, later), None);
}

#[test]
fn a_pool_of_the_practice_cloud_grows_with_its_tasks() {
    let at = |minutes: i64| {
        let nodes = Nodes {
            slots: 1,
            ..Nodes::default()
        };
        let workload = Workload::new(9, now(), nodes);
        let text = PENDING.replace("180 * TimeInterval_Second", "900 * TimeInterval_Second");
        let found = evaluate(
            &text,
            &workload,
            now().after(minutes * 60_000),
            &mut fastrand::Rng::with_seed(1),
        );
        assert_eq!(found.error, None);
        found.target_dedicated
    };
    assert_eq!(at(0), 1);
    assert!(at(45) > 1, "{}", at(45));
    assert_eq!(at(118), 0);
}
