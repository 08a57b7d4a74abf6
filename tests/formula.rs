//! Autoscale formulas through the whole analysis: examples in the style of the documentation, places, hostile texts.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::time::Instant;

use batch_pool_planner::analysis::{Analysis, analyse};
use batch_pool_planner::input::apply;
use batch_pool_planner::model::CalendarDate;
use batch_pool_planner::words::Language;
use proptest::prelude::*;

const AS_OF: CalendarDate = CalendarDate::new(2026, 11, 21);
const FORMULA: &str = "/pool/properties/scaleSettings/autoScale/formula";

fn plan(formula: &str) -> String {
    let formula = serde_json::to_string(formula).expect("a text");
    format!(
        "{{ \"pool\": {{ \"properties\": {{ \"scaleSettings\": {{ \"autoScale\": {{ \"formula\": {formula} }} }} }} }} }}"
    )
}

/// What is said about the formula: rule, place in the text, message.
fn said(text: &str) -> Vec<(&'static str, String, String)> {
    let analysis = analyse(text, AS_OF);
    let of_formula = analysis
        .findings
        .iter()
        .filter(|located| located.finding.place.path() == FORMULA);
    of_formula
        .map(|located| {
            let finding = &located.finding;
            let message = finding.message.text(Language::English);
            (finding.rule.id, text[located.span.clone()].to_owned(), message)
        })
        .collect()
}

/// Formulas as the documentation shows them, and as they are used, written anew.
const EXAMPLES: [&str; 15] = [
    "first = 1;\nlargest = 40;\nknown = $PendingTasks.GetSamplePercent(240 * TimeInterval_Second);\n\
     wanted = known < 60 ? first : avg($PendingTasks.GetSample(240 * TimeInterval_Second));\n\
     $TargetDedicatedNodes=min(largest, wanted);\n$NodeDeallocationOption = taskcompletion;",
    "$all =\n    (min($CPUPercent.GetSample(TimeInterval_Minute * 15, 50)) > 0.6) ?\n    \
     ($CurrentDedicatedNodes * 1.2) : $CurrentDedicatedNodes;\n\
     $all =\n    (avg($CPUPercent.GetSample(TimeInterval_Minute * 45)) < 0.3) ?\n    ($CurrentDedicatedNodes * 0.8) : $all;\n\
     $TargetDedicatedNodes = min(300, $all)",
    "$TargetDedicatedNodes = (time().weekday == 6 ? 3:9);",
    "$now = time();\n$openHours = $now.hour >= 7 && $now.hour < 19;\n$workday = $now.weekday >= 1 && $now.weekday <= 5;\n\
     $busy = $workday && $openHours;\n$TargetDedicatedNodes = $busy ? 30:15;\n$NodeDeallocationOption = taskcompletion;",
    "// How many tasks wait, over a quarter of an hour.\n$known = $ActiveTasks.GetSamplePercent(TimeInterval_Minute * 15);\n\
     // With few samples the last one is enough.\n\
     $waiting = $known < 75 ? max(0,$ActiveTasks.GetSample(1)) : \
     max( $ActiveTasks.GetSample(1), avg($ActiveTasks.GetSample(TimeInterval_Minute * 15)));\n\
     $nodes = $waiting > 0? $waiting:max(0, $TargetDedicatedNodes/3);\n\
     $TargetDedicatedNodes = max(0, min($nodes, 25));\n// Let tasks end.\n$NodeDeallocationOption = taskcompletion;",
    "$known = $ActiveTasks.GetSamplePercent(TimeInterval_Minute * 20);\n$waiting = $known < 70 ? \
     max(0,$ActiveTasks.GetSample(1)) : avg($ActiveTasks.GetSample(TimeInterval_Minute * 20));\n$perNode = 4;\n\
     $more = ($waiting - $TargetDedicatedNodes * $perNode) / $perNode;\n\
     $TargetDedicatedNodes = max(0,min($TargetDedicatedNodes + $more,5));",
    "$start = 6;\n$TargetDedicatedNodes = $start;\nspan = TimeInterval_Minute * 30;\nage = time() - time(\"2026-03-04T05:06:07Z\");\n\
     ratio = 60;\n$TargetDedicatedNodes = (age > span ? (max($RunningTasks.GetSample(span, ratio), \
     $ActiveTasks.GetSample(span, ratio)) == 0 ? 0 : $TargetDedicatedNodes) : $start);",
    "most = 12;\n$TargetDedicatedNodes = min(most, $PreemptedNodeCount.GetSample(3 * TimeInterval_Minute, 50));\n\
     $TargetLowPriorityNodes = min(most , most - $TargetDedicatedNodes);\n$NodeDeallocationOption = requeue;",
    "$seen = $RunningTasks.GetSample(2 * TimeInterval_Minute, 7 * TimeInterval_Minute, 80);\n\
     v = [percentile($seen, 90), std($seen), norm($seen), range($seen), len($seen), val($seen, 0)];\n\
     $TargetDedicatedNodes = max(v, lg(8), ln(2), log(10), rand());",
    "age = time() - $CPUPercent.HistoryBeginTime();\n\
     $TargetDedicatedNodes = age < TimeInterval_Hour || $CPUPercent.Count() * $CPUPercent.GetSamplePeriod() < TimeInterval_Day \
     ? 2 : 4;",
    "totalNodes=($CPUPercent.GetSamplePercent(TimeInterval_Minute*0,TimeInterval_Minute*9)<0.6?4:\
     (min($CPUPercent.GetSample(TimeInterval_Minute*0, TimeInterval_Minute*9))>0.7?($CurrentDedicated*1.1):\
     $CurrentDedicated));$TargetDedicated=min(90,totalNodes);",
    "$TargetLowPriorityNodes = time() < time(\"2026-12-31T00:00:00Z\") ? 7 : 0;\n$TargetDedicatedNodes = 0;\n\
     $NodeDeallocationOption = terminate;",
    "slots = 60 / $TaskSlotsPerNode; /* whole nodes */\n$TargetDedicatedNodes = ceil(slots + 0.5e0);",
    "enough = !($FailedTasks.GetSample(1, 70) > -1) == 0;\n$TargetDedicatedNodes = enough ? 1 : 0;;",
    "\r\n$TargetDedicatedNodes\t= 3 ;\r\n\r\n// end",
];

#[test]
fn documented_examples_say_nothing() {
    for example in EXAMPLES {
        assert_eq!(said(&plan(example)), [], "{example}");
    }
}

#[test]
fn samples_without_a_check_are_all_there_is_to_say_about_the_others() {
    // The page's own examples for CPU use and for preempted nodes leave the check out.
    for example in [
        "most = 25;\n$TargetDedicatedNodes = min(most, $PreemptedNodeCount.GetSample(180 * TimeInterval_Second));\n\
         $TargetLowPriorityNodes = min(most , most - $TargetDedicatedNodes);",
        "$TargetDedicatedNodes = min(400, min($CPUPercent.GetSample(TimeInterval_Minute * 10)) > 0.7 ? 2 : 1)",
    ] {
        let said = said(&plan(example));
        let ids: Vec<_> = said.iter().map(|(id, at, _)| (*id, at.as_str())).collect();
        assert_eq!(ids, [("AB0236", "GetSample")], "{example}");
    }
}

#[test]
fn findings_stand_at_their_place_in_the_formula() {
    let target = "$TargetDedicatedNodes = ";
    for (formula, id, place) in [
        ("é = 1;\n\"😀\" == \"\"; $TargetDedicatedNodes = 4 % é;", "AB0230", "%"),
        ("a = 4\n$TargetDedicatedNodes = a;", "AB0230", "$TargetDedicatedNodes"),
        ("$TargetDedicatedNodes = (4", "AB0230", "4"),
        (&format!("// \"1\"\t\u{1}\\\n{target}mxa(1, 2);"), "AB0231", "mxa"),
        (&format!("{target}é; é = 1;"), "AB0232", "é"),
        (
            &format!("\"\\\\\" == \"é\"; $ActiveTasks = 1;{target}2;"),
            "AB0233",
            "$ActiveTasks",
        ),
        (&format!("{target}time(\"a\", \"b\").hour;"), "AB0234", "time"),
        (&format!("a = 1; {target}2;"), "AB0235", "a"),
        (&format!("{target}$PendingTasks.GetSample(1);"), "AB0236", "GetSample"),
        (&format!("{target}2;\n$NodeDeallocationOption = no;"), "AB0237", "no"),
        (
            &format!("{target}2;\n$NodeDeallocationOption = retaineddata;"),
            "AB0208",
            "retaineddata",
        ),
        (
            "/* \"é\" */ $TargetDedicatedNode = 2;",
            "AB0213",
            "$TargetDedicatedNode",
        ),
    ] {
        for text in [plan(formula), escaped(formula)] {
            let said = said(&text);
            let found = said.iter().find(|(found, ..)| *found == id);
            let (_, at, _) = found.unwrap_or_else(|| panic!("{id} is silent: {said:?}"));
            let at: String = serde_json::from_str(&format!("\"{at}\"")).expect("a part of the text");
            assert_eq!(at, place, "{text}");
        }
    }
}

/// The plan with every character of the formula escaped.
fn escaped(formula: &str) -> String {
    let units: String = formula.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    plan("").replace("\"formula\": \"\"", &format!("\"formula\": \"{units}\""))
}

#[test]
fn a_formula_that_cannot_be_read_is_told_once() {
    let said = said(&plan("$ActiveTasks = 1; a = avgg(b; $NodeDeallocationOption = no;"));
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!(said[0].2, "`)` is missing before `;`.");
}

#[test]
fn a_name_is_told_once_and_renamed_everywhere() {
    let text = plan("a = $PendingTask.GetSample(1, 70); // $PendingTask\n$TargetDedicatedNodes = a + $PendingTask;");
    let analysis: Analysis = analyse(&text, AS_OF);
    let of_rule = analysis
        .findings
        .iter()
        .filter(|located| located.finding.rule.id == "AB0231");
    let findings: Vec<_> = of_rule.map(|located| &located.finding).collect();
    let [finding] = findings.as_slice() else {
        panic!("{findings:?}")
    };
    let mended = apply(&text, &finding.fixes[0].edits).expect("applies");
    assert_eq!(mended.matches("$PendingTasks").count(), 2, "{mended}");
    assert!(mended.contains("// $PendingTask\\n"), "{mended}");
}

#[test]
fn what_reaches_no_target_goes_as_a_whole() {
    let text = plan("a = 1;\nb = a + 1; // twice\nc = b;\n$TargetDedicatedNodes = 4;\nd = 2;");
    let analysis = analyse(&text, AS_OF);
    let dead: Vec<_> = analysis
        .findings
        .iter()
        .filter(|located| located.finding.rule.id == "AB0235")
        .collect();
    assert_eq!(dead.len(), 4);
    let mended = apply(&text, &dead[0].finding.fixes[0].edits).expect("applies");
    assert!(
        mended.contains("\"// twice\\n$TargetDedicatedNodes = 4;\\n\""),
        "{mended}"
    );
}

#[test]
fn long_formulas_take_no_long_time() {
    let start = Instant::now();
    let names = |count: usize| (0..count).map(|n| format!("n{n}=m{n};")).collect::<String>();
    for formula in [
        names(2_500),
        "a=b+".repeat(8_000) + "1;",
        "f(".repeat(16_000),
        "$TargetDedicatedNodes=1;".to_owned() + &"a=1;".repeat(8_000),
        "x.".repeat(16_000),
        "min(".repeat(90) + &"1,".repeat(15_000),
        "$x".repeat(1_000_000),
    ] {
        let analysis = analyse(&plan(&formula), AS_OF);
        assert!(!analysis.findings.is_empty());
    }
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

proptest! {
    #[test]
    fn places_lie_inside_the_formula(
        words in prop::collection::vec(prop::sample::select(vec![
            "$TargetDedicatedNodes", "$targetDedicatedNodes", "$NodeDeallocationOption", "requeue", "$ActiveTasks", "é", "a",
            "=", ";", "(", ")", ",", "?", ":", "+", "-", ".", "min", "max", "time", "avgg", "GetSample", "\"x", "\"\\\n", "//", "\n",
            "12", "0.5", "TimeInterval_Minute", "%", "stop", "[", "]", "😀",
        ]), 0..40),
        tight: bool,
    ) {
        let text = plan(&words.join(if tight { "" } else { " " }));
        let start = text.find("\"formula\": ").expect("there") + "\"formula\": ".len();
        let end = text.rfind('"').expect("there") + 1;
        for located in &analyse(&text, AS_OF).findings {
            if located.finding.place.path() == FORMULA {
                prop_assert!(located.span.start >= start && located.span.end <= end, "{:?}", located);
                prop_assert!(text.get(located.span.clone()).is_some());
            }
            for fix in &located.finding.fixes {
                let mended = apply(&text, &fix.edits).expect("applies");
                prop_assert!(said(&mended).iter().all(|(id, ..)| *id != "AB0230"), "{}", mended);
            }
        }
    }
}
