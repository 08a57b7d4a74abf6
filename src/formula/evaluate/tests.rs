use super::*;

/// Samples that are always the same, the last minute not yet there.
struct Steady {
    begin: Moment,
    pending: f64,
    nodes: [i64; 2],
}

impl Samples for Steady {
    fn has(&self, metric: &str) -> bool {
        let known = "$PendingTasks $ActiveTasks $RunningTasks $PreemptedNodeCount $CPUPercent $CurrentDedicatedNodes";
        known.split(' ').any(|known| known == metric)
    }

    fn begin(&self) -> Moment {
        self.begin
    }

    fn sample(&self, metric: &str, at: Moment, now: Moment) -> Option<f64> {
        (now.since(at) >= 60_000).then(|| self.value(metric, at))
    }

    fn value(&self, metric: &str, _: Moment) -> f64 {
        match metric {
            "$CurrentDedicatedNodes" => self.nodes[0] as f64,
            "$CPUPercent" => 0.9,
            "$PreemptedNodeCount" => 2.0,
            _ => self.pending,
        }
    }

    fn targets(&self) -> [i64; 2] {
        self.nodes
    }
}

/// A Thursday, half past ten in the morning.
const NOW: &str = "2026-11-19T10:30:22.125Z";

fn now() -> Moment {
    Moment::parse(NOW).expect("a moment")
}

/// What a formula comes to when the pool is so many minutes old.
fn aged(minutes: i64, text: &str) -> Evaluation {
    let samples = Steady {
        begin: now().after(-minutes * 60_000),
        pending: 7.0,
        nodes: [4, 1],
    };
    evaluate(text, &samples, now(), &mut fastrand::Rng::with_seed(1))
}

fn results(text: &str) -> String {
    let evaluation = aged(600, text);
    assert_eq!(evaluation.error, None, "{text}");
    evaluation.results
}

/// The value of an expression, as the results show it.
fn value(expression: &str) -> String {
    let results = results(&format!("x = {expression};"));
    results.split_once(";x=").expect("the variable").1.to_owned()
}

fn detail(text: &str) -> String {
    let evaluation = aged(600, text);
    let error = evaluation
        .error
        .unwrap_or_else(|| panic!("{text} comes to {}", evaluation.results));
    assert_eq!(error.code, "AutoScalingFormulaEvaluationError", "{text}");
    assert_eq!((evaluation.target_dedicated, evaluation.target_spot), (4, 1), "{text}");
    assert_eq!(
        evaluation.results,
        "$TargetDedicatedNodes=4;$TargetLowPriorityNodes=1;$NodeDeallocationOption=requeue"
    );
    error.detail
}

const PENDING: &str = "startingNumberOfVMs = 1;
maxNumberofVMs = 25;
pendingTaskSamplePercent = $PendingTasks.GetSamplePercent(180 * TimeInterval_Second);
pendingTaskSamples = pendingTaskSamplePercent < 70 ? startingNumberOfVMs : avg($PendingTasks.GetSample(180 * TimeInterval_Second));
$TargetDedicatedNodes=min(maxNumberofVMs, pendingTaskSamples);
$NodeDeallocationOption = taskcompletion;";

#[test]
fn the_pages_formula_of_pending_tasks_grows_once_there_are_samples() {
    assert_eq!(
        aged(0, PENDING).results,
        "$TargetDedicatedNodes=1;$TargetLowPriorityNodes=1;$NodeDeallocationOption=taskcompletion;maxNumberofVMs=25;\
         pendingTaskSamplePercent=0;pendingTaskSamples=1;startingNumberOfVMs=1"
    );
    // 4 of 6 samples: the last minute cannot be seen.
    let later = aged(30, PENDING);
    assert_eq!((later.target_dedicated, later.deallocation), (1, "taskcompletion"));
    assert!(
        later.results.contains("pendingTaskSamplePercent=66.6667;"),
        "{}",
        later.results
    );
    let lenient = aged(30, &PENDING.replace("70", "60"));
    assert_eq!(lenient.target_dedicated, 7);
}

#[test]
fn the_pages_formula_replaces_preempted_nodes() {
    let found = aged(
        60,
        "maxNumberofVMs = 25;
        $TargetDedicatedNodes = min(maxNumberofVMs, $PreemptedNodeCount.GetSample(180 * TimeInterval_Second));
        $TargetLowPriorityNodes = min(maxNumberofVMs , maxNumberofVMs - $TargetDedicatedNodes);
        $NodeDeallocationOption = taskcompletion;",
    );
    assert_eq!((found.target_dedicated, found.target_spot, found.error), (2, 23, None));
}

#[test]
fn the_pages_formula_follows_the_processor() {
    let found = aged(
        600,
        "$totalDedicatedNodes =
            (min($CPUPercent.GetSample(TimeInterval_Minute * 10)) > 0.7) ?
            ($CurrentDedicatedNodes * 1.1) : $CurrentDedicatedNodes;
        $totalDedicatedNodes =
            (avg($CPUPercent.GetSample(TimeInterval_Minute * 60)) < 0.2) ?
            ($CurrentDedicatedNodes * 0.9) : $totalDedicatedNodes;
        $TargetDedicatedNodes = min(400, $totalDedicatedNodes)",
    );
    // 4.4 nodes are 4; the fraction stays in the results.
    assert_eq!((found.target_dedicated, found.target_spot), (4, 1));
    assert_eq!(
        found.results,
        "$TargetDedicatedNodes=4.4;$TargetLowPriorityNodes=1;$NodeDeallocationOption=requeue;$totalDedicatedNodes=4.4"
    );
}

#[test]
fn the_pages_formulas_follow_the_clock() {
    let text = "$curTime = time();
        $workHours = $curTime.hour >= 8 && $curTime.hour < 18;
        $isWeekday = $curTime.weekday >= 1 && $curTime.weekday <= 5;
        $isWorkingWeekdayHour = $workHours && $isWeekday;
        $TargetDedicatedNodes = $isWorkingWeekdayHour ? 20:10;";
    assert_eq!(
        results(text),
        "$TargetDedicatedNodes=20;$TargetLowPriorityNodes=1;$NodeDeallocationOption=requeue;\
         $curTime=2026-11-19T10:30:22.125Z;$isWeekday=1;$isWorkingWeekdayHour=1;$workHours=1"
    );
    let alias = text.replace("$TargetDedicatedNodes", "$TargetDedicated");
    assert_eq!(results(&alias), results(text));
    let elsewhere = text.replace("time();", "time() + (-6 * TimeInterval_Hour);");
    assert_eq!(aged(600, &elsewhere).target_dedicated, 10);
    assert_eq!(
        aged(600, "$TargetDedicatedNodes = (time().weekday == 1 ? 5:1);").target_dedicated,
        1
    );
}

#[test]
fn the_pages_formulas_follow_tasks() {
    let by_tasks = "// Get pending tasks for the past 15 minutes.
        $samples = $PendingTasks.GetSamplePercent(TimeInterval_Minute * 15);
        $tasks = $samples < 70 ? max(0,$PendingTasks.GetSample(1)) : max( $PendingTasks.GetSample(1), avg($PendingTasks.GetSample(TimeInterval_Minute * 15)));
        $targetVMs = $tasks > 0? $tasks:max(0, $TargetDedicatedNodes/2);
        $TargetDedicatedNodes = max(0, min($targetVMs, 20));
        $NodeDeallocationOption = taskcompletion;";
    assert_eq!(
        results(by_tasks),
        "$TargetDedicatedNodes=7;$TargetLowPriorityNodes=1;$NodeDeallocationOption=taskcompletion;$samples=93.3333;\
         $targetVMs=7;$tasks=7"
    );
    let new = aged(0, by_tasks);
    assert_eq!((new.target_dedicated, new.error), (2, None));
    let parallel = "$samples = $ActiveTasks.GetSamplePercent(TimeInterval_Minute * 15);
        $tasks = $samples < 70 ? max(0,$ActiveTasks.GetSample(1)) : max( $ActiveTasks.GetSample(1),avg($ActiveTasks.GetSample(TimeInterval_Minute * 15)));
        $cores = $TargetDedicatedNodes * 4;
        $extraVMs = (($tasks - $cores) + 3) / 4;
        $targetVMs = ($TargetDedicatedNodes + $extraVMs);
        $TargetDedicatedNodes = max(0,min($targetVMs,3));
        $NodeDeallocationOption = taskcompletion;";
    assert_eq!(
        aged(600, parallel).results.split(';').next(),
        Some("$TargetDedicatedNodes=2.5")
    );
    assert_eq!(aged(600, parallel).target_dedicated, 2);
}

#[test]
fn the_pages_formula_of_an_initial_size_waits() {
    let text = "$TargetDedicatedNodes = 4;
        lifespan         = time() - time(\"Thu, 19 Nov 2026 10:15:22 GMT\");
        span             = TimeInterval_Minute * 60;
        startup          = TimeInterval_Minute * 10;
        ratio            = 50;
        $TargetDedicatedNodes = (lifespan > startup ? (max($RunningTasks.GetSample(span, ratio), $ActiveTasks.GetSample(span, ratio)) == 0 ? 0 : $TargetDedicatedNodes) : 4);";
    assert_eq!(aged(600, text).target_dedicated, 4);
    // The pool is younger than what is asked for.
    let error = aged(15, text).error.expect("too few samples");
    assert_eq!(error.code, "InsufficientSampleData");
    assert_eq!(
        error.detail,
        "Line 6, Col 83: Insufficient data from data set: $RunningTasks wanted 50%, received 24%"
    );
    let young = aged(15, &text.replace("10:15", "10:25"));
    assert_eq!((young.target_dedicated, young.error), (4, None));
}

#[test]
fn lacking_samples_are_told_as_the_service_does() {
    let found = aged(0, "$RunningTasks.GetSample(TimeInterval_Minute, 100);");
    let error = found.error.expect("no samples");
    assert_eq!(error.code, "InsufficientSampleData");
    assert_eq!(
        error.message,
        "Autoscale evaluation failed due to insufficient sample data"
    );
    assert_eq!(
        error.detail,
        "Line 1, Col 24: Insufficient data from data set: $RunningTasks wanted 100%, received 0%"
    );
}

#[test]
fn the_examples_of_get_sample_hold() {
    let minutes = |count: &str| format!("len($CPUPercent.GetSample(TimeInterval_Minute * 10{count}))");
    // 20 samples are possible; of the last minute, one can be seen already.
    assert_eq!(value(&minutes("")), "18");
    assert_eq!(value(&minutes(", 80")), "18");
    assert!(aged(600, &format!("x = {};", minutes(", 95"))).error.is_some());
    assert_eq!(value("$PendingTasks.GetSamplePercent(TimeInterval_Minute * 10)"), "90");
    assert_eq!(
        value("$PendingTasks.GetSample(1 * TimeInterval_Minute, 3 * TimeInterval_Minute)"),
        "[7,7,7,7]"
    );
    assert_eq!(
        value("$PendingTasks.GetSample(3 * TimeInterval_Minute, 1 * TimeInterval_Minute)"),
        "[7,7,7,7]"
    );
    assert_eq!(
        value("$PendingTasks.GetSample(time() + -2 * TimeInterval_Minute, time(), 50)"),
        "[7,7]"
    );
    assert_eq!(value("$PendingTasks.GetSample(3)"), "[7,7,7]");
    assert_eq!(value("$PendingTasks.GetSample(-3)"), "[]");
    assert_eq!(
        value("$PendingTasks.GetSamplePeriod() == 30 * TimeInterval_Second"),
        "1"
    );
    assert_eq!(value("$PendingTasks.HistoryBeginTime()"), "2026-11-19T00:30:22.125Z");
    assert_eq!(value("$PendingTasks.Count()"), "1199");
    assert_eq!(value("$PendingTasks.GetSamplePercent(TimeInterval_Zero)"), "0");
}

#[test]
fn functions_give_what_the_page_says() {
    for (expression, expected) in [
        ("avg(1, 2, vec(3, 6))", "3"),
        ("len(vec(1,2), 3)", "3"),
        ("len()", "0"),
        ("lg(8)", "3"),
        ("lg(vec(8))", "[3]"),
        ("lg(8, vec(2))", "[3,1]"),
        ("ln(1)", "0"),
        ("log(1000)", "3"),
        ("max(1, vec(5, 2))", "5"),
        ("min(1, vec(5, 2))", "1"),
        ("norm(3, 4)", "5"),
        ("percentile(vec(15, 20, 35, 40, 50), 30)", "20"),
        ("percentile(vec(50, 40, 20, 15, 35), 100)", "50"),
        ("percentile(vec(50, 40, 20, 15, 35), 0)", "15"),
        ("percentile(vec(2, 1, 2, 2, 1), 50)", "2"),
        ("range(3, vec(-1, 2))", "4"),
        ("range(0,1e9,1)", "1e+09"),
        ("std(2, 4, 4, 4, 5, 5, 7, 9)", "2.13809"),
        ("sum(vec(1, 2), 3)", "6"),
        ("val(vec(5, 6, 7), 1)", "6"),
        ("vec(5, 6, 7)[2]", "7"),
        ("[1, 2][0]", "1"),
        ("round(2.5)", "3"),
        ("floor(-0.5)", "-1"),
        ("ceil(vec(0.1, 2))", "[1,2]"),
        ("rand() < 1", "1"),
        ("time(\"2016-10-13T19:18Z\").minute", "18"),
        ("time(\"2016-10-16\").weekday", "0"),
        ("time(\"2016-10-16\").year", "2016"),
        ("time(\"\") == time()", "1"),
        ("TimeInterval_Week == 7 * TimeInterval_Day", "1"),
        ("TimeInterval_Hour / 2", "00:30:00"),
    ] {
        assert_eq!(value(expression), expected, "{expression}");
    }
}

#[test]
fn operators_give_what_the_page_says() {
    for (expression, expected) in [
        ("1 + 2 * 3 - 4 / 8", "6.5"),
        ("vec(1, 2) * 2 + vec(1, 1)", "[3,5]"),
        ("2 * TimeInterval_Minute - TimeInterval_Second", "00:01:59"),
        ("TimeInterval_Minute * 2 > TimeInterval_Minute", "1"),
        ("-TimeInterval_Minute", "-00:01:00"),
        ("TimeInterval_Minute + time(\"2016-10-13\") > time(\"2016-10-13\")", "1"),
        ("time(\"2016-10-14\") - time(\"2016-10-13\")", "1.00:00:00"),
        ("\"a\" < \"b\"", "1"),
        ("\"a\" == 'a'", "1"),
        ("!0 && !!5 || 0", "1"),
        ("1 < 2 == 1", "1"),
        ("0 ? 1 : 0 ? 2 : 3", "3"),
        ("1 ? 0 ? 4 : 5 : 6", "5"),
        ("(1 ? 2 : 3) + (0 ? 4 : 5)", "7"),
        ("true ? 1 : 2", "1"),
        ("$CurrentDedicatedNodes / 8", "0.5"),
        ("1 / 0", "inf"),
        ("0 / 0 == 0 / 0", "0"),
        ("requeue", "requeue"),
        ("1 ? 2 : nowhere", "2"),
        ("0 ? avg() : 2", "2"),
    ] {
        assert_eq!(value(expression), expected, "{expression}");
    }
}

#[test]
fn only_the_branch_that_is_taken_is_evaluated() {
    let shown = results("c = 1; c ? a = 1 : b = 2; d = c ? 0 ? (e = 1) : (f = 2) : (g = 3);");
    assert!(shown.ends_with(";a=1;c=1;d=2;f=2"), "{shown}");
    assert_eq!(
        aged(
            600,
            "$TargetDedicatedNodes = 2; 1 ? stop() : 0; $TargetDedicatedNodes = 3;"
        )
        .target_dedicated,
        2
    );
    assert_eq!(
        aged(600, "0 ? stop() : 0; $TargetDedicatedNodes = 3;").target_dedicated,
        3
    );
}

#[test]
fn the_full_name_of_a_target_goes_before_its_alias() {
    let found = aged(
        1,
        "$TargetDedicatedNodes = 1; $TargetDedicated = 2; $TargetLowPriority = $TargetLowPriority + 3;",
    );
    assert_eq!((found.target_dedicated, found.target_spot), (1, 4));
    let same = aged(
        1,
        "$NodeDeallocationOption = \"terminate\"; x = $NodeDeallocationOption",
    );
    assert_eq!(
        same.results,
        "$TargetDedicatedNodes=4;$TargetLowPriorityNodes=1;$NodeDeallocationOption=terminate;x=terminate"
    );
}

#[test]
fn what_has_no_value_fails_and_changes_nothing() {
    for (text, expected) in [
        ("something_useless", "Line 1, Col 1: something_useless is not defined"),
        ("a = 1;\n b = a +;", "Line 2, Col 9: syntax error"),
        (
            "$TargetDedicatedNodes = -1;",
            "Line 1, Col 1: the target is not a number of nodes",
        ),
        (
            "$TargetDedicatedNodes = 1 / 0;",
            "Line 1, Col 1: the target is not a number of nodes",
        ),
        (
            "$TargetDedicatedNodes = 0 / 0;",
            "Line 1, Col 1: the target is not a number of nodes",
        ),
        (
            "$TargetDedicated = 2147483648;",
            "Line 1, Col 1: the target is not a number of nodes",
        ),
        (
            "$TargetDedicatedNodes = vec(1);",
            "Line 1, Col 1: the target is not a double",
        ),
        (
            "$NodeDeallocationOption = 1;",
            "Line 1, Col 1: the option does not exist",
        ),
        (
            "$NodeDeallocationOption = \"drain\";",
            "Line 1, Col 1: the option does not exist",
        ),
        ("$PendingTasks = 1;", "Line 1, Col 1: $PendingTasks is read-only"),
        ("TimeInterval_Day = 1;", "Line 1, Col 1: TimeInterval_Day is read-only"),
        (
            "x = \"a\" + \"b\";",
            "Line 1, Col 9: + cannot be applied to string and string",
        ),
        (
            "x = vec(1) + vec(1, 2);",
            "Line 1, Col 12: + cannot be applied to doubleVec and doubleVec",
        ),
        (
            "x = vec(1) < 2;",
            "Line 1, Col 12: < cannot be applied to doubleVec and double",
        ),
        ("x = -\"a\";", "Line 1, Col 5: - cannot be applied to string"),
        ("x = avg();", "Line 1, Col 5: avg lacks values"),
        ("x = std(1);", "Line 1, Col 5: std lacks values"),
        (
            "x = avg(\"1\");",
            "Line 1, Col 5: string is neither double nor doubleVec",
        ),
        (
            "x = val(vec(1), 1);",
            "Line 1, Col 5: val(doubleVec, double) has no value",
        ),
        (
            "x = vec(1)[0 / 0];",
            "Line 1, Col 17: ] cannot be applied to doubleVec and double",
        ),
        (
            "x = percentile(vec(1), 101);",
            "Line 1, Col 5: percentile(doubleVec, double) has no value",
        ),
        ("x = time(\"tomorrow\");", "Line 1, Col 5: time(string) has no value"),
        ("x = sqrt(4);", "Line 1, Col 5: sqrt(double) has no value"),
        ("x = time().week;", "Line 1, Col 12: a timestamp has no week"),
        ("x = 1; y = x.hour;", "Line 1, Col 14: double has no members"),
        (
            "x = 1; y = x.Count();",
            "Line 1, Col 14: only metrics of the service have methods",
        ),
        (
            "x = $PendingTasks.Last();",
            "Line 1, Col 19: Last is no method that takes these values",
        ),
        (
            "x = $PendingTasks.GetSample(\"a\");",
            "Line 1, Col 19: GetSample cannot take these values",
        ),
        ("x = \"a\" ? 1 : 2;", "Line 1, Col 11: string is no condition"),
    ] {
        assert_eq!(detail(text), expected, "{text}");
    }
}

#[test]
fn hostile_formulas_end() {
    let nested = format!("x = {}1{};", "(".repeat(90), ")".repeat(90));
    assert!(results(&nested).ends_with(";x=1"));
    let deep = format!("x = {}1{};", "(".repeat(100_000), ")".repeat(100_000));
    assert!(detail(&deep).ends_with("syntax error"));
    let choices = format!("x = {}7;", "0 ? 1 : ".repeat(20_000));
    assert!(results(&choices).ends_with(";x=7"));
    let signs = format!("x = {}1;", "-".repeat(10_001));
    assert!(results(&signs).ends_with(";x=-1"));
    let long = format!("x = {}0;", "1 + ".repeat(50_000));
    assert!(results(&long).ends_with(";x=50000"));
    let doubled = format!("v = vec(1); {}", "v = vec(v, v);".repeat(60));
    assert!(detail(&doubled).ends_with("the vector is too long"));
    let copied = format!(
        "v = $PendingTasks.GetSample(1000); {}",
        "x = len(v, v, v, v);".repeat(5_000)
    );
    assert!(detail(&copied).ends_with("the formula takes too long"));
    let asked = "x = $PendingTasks.GetSample(TimeInterval_Year * 1e300);".repeat(2_000);
    assert!(detail(&asked).ends_with("the formula takes too long"));
    let variables: String = (0..5_000).map(|index| format!("v{index} = 1;")).collect();
    assert!(detail(&variables).ends_with("the formula takes too long"));
    for harmless in [
        "x = TimeInterval_Year * 1e300;",
        "x = -TimeInterval_Year * 1e300 + time();",
        "x = $PendingTasks.GetSample(TimeInterval_Year * 1e300, TimeInterval_Year * -1e300);",
        "x = $PendingTasks.GetSample(1e300);",
        "x = TimeInterval_Hour / 0;",
        "x = 1e999;",
        "",
    ] {
        assert_eq!(aged(600, harmless).error, None, "{harmless}");
    }
}

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

#[cfg(not(target_arch = "wasm32"))]
mod of_any_text {
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
}
