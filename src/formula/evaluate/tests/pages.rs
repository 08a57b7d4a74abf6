//! The formulas and the examples of the page.

use super::*;

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
