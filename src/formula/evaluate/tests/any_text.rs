//! What holds of every text.

use super::*;
use proptest::prelude::*;

/// Expressions that have a value more often than not.
fn expression() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "0",
        "1",
        "2.5",
        "1e9",
        "1e308",
        "x",
        "y",
        "$TargetDedicatedNodes",
        "$PendingTasks",
        "$CPUPercent",
        "time()",
        "TimeInterval_Minute",
        "TimeInterval_Year",
        "\"2016-10-13\"",
        "'é'",
        "vec(1, 2, 3)",
        "requeue",
        "rand()",
        "$PendingTasks.GetSample(5)",
        "stop()",
    ])
    .prop_map(str::to_owned);
    leaf.prop_recursive(5, 40, 3, |inner| {
        let several = prop::collection::vec(inner.clone(), 0..4).prop_map(|items| items.join(", "));
        let operator = prop::sample::select(vec!["+", "-", "*", "/", "<", "<=", "==", "!=", ">", ">=", "&&", "||"]);
        let function = prop::sample::select(vec![
            "avg",
            "len",
            "lg",
            "ln",
            "log",
            "max",
            "min",
            "norm",
            "percentile",
            "rand",
            "range",
            "std",
            "sum",
            "time",
            "val",
            "vec",
            "round",
        ]);
        let method = prop::sample::select(vec!["GetSample", "GetSamplePercent", "Count", "HistoryBeginTime"]);
        prop_oneof![
            (inner.clone(), operator, inner.clone()).prop_map(|(a, mark, b)| format!("{a} {mark} {b}")),
            (inner.clone(), inner.clone(), inner.clone()).prop_map(|(a, b, c)| format!("({a} ? {b} : {c})")),
            (function, several.clone()).prop_map(|(name, items)| format!("{name}({items})")),
            (method, several).prop_map(|(name, items)| format!("$PendingTasks.{name}({items})")),
            inner.clone().prop_map(|a| format!("-({a})")),
            inner.clone().prop_map(|a| format!("!({a})")),
            inner.clone().prop_map(|a| format!("({a}).hour")),
            (inner.clone(), inner).prop_map(|(a, b)| format!("({a})[{b}]")),
        ]
    })
}

/// What holds of every evaluation.
fn holds(text: &str, minutes: i64) -> Result<(), TestCaseError> {
    let nodes = Nodes {
        targets: [4, 1],
        ..Nodes::default()
    };
    let workload = Workload::new(3, now().after(minutes.saturating_mul(-60_000)), nodes);
    let work = || evaluate(text, &workload, now(), &mut fastrand::Rng::with_seed(1));
    let found = work();
    prop_assert_eq!(&found, &work(), "the same twice: {}", text);
    prop_assert!(found.results.starts_with("$TargetDedicatedNodes="));
    prop_assert!(DEALLOCATION.contains(&found.deallocation));
    for target in [found.target_dedicated, found.target_spot] {
        prop_assert!((0..=i64::from(i32::MAX)).contains(&target));
    }
    if let Some(error) = &found.error {
        prop_assert_eq!((found.target_dedicated, found.target_spot), (4, 1));
        prop_assert!(error.detail.starts_with("Line "));
    }
    Ok(())
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "[a-c$é=;/*\"'\n 0-9.()\\[\\]?:,+!<&|-]{0,60}|.*", minutes in -5..500_i64) {
        holds(&text, minutes)?;
    }

    #[test]
    fn no_formula_makes_it_panic(
        values in prop::collection::vec(("x|y|\\$TargetDedicatedNodes|\\$NodeDeallocationOption", expression()), 1..6),
        minutes in prop_oneof![0..500_i64, Just(i64::MAX), Just(i64::MIN)],
    ) {
        let lines: Vec<String> = values.iter().map(|(name, value)| format!("{name} = {value};\n")).collect();
        holds(&lines.concat(), minutes)?;
    }
}
