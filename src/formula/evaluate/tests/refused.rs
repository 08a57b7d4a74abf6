//! What fails, and what is hostile.

use super::*;

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
