//! What expressions come to.

use super::*;

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
