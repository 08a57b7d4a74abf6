use super::*;
use crate::analysis::{Analysis, analyse};
use crate::facts::pages::READ_ON;

fn read(text: &str) -> Analysis {
    analyse(text, READ_ON)
}

/// A plan whose pool has these members beside a size.
fn plan(properties: &str) -> String {
    format!(
        r#"{{"target": {{"poolName": "render", "region": "West Europe", "apiVersion": "2025-06-01"}},
            "pool": {{"properties": {{"vmSize": "Standard_D4s_v5"{properties}}}}}}}"#
    )
}

/// Every difference as one line: kind, both pointers, both values.
fn told(a: &str, b: &str) -> Vec<String> {
    let (a, b) = (read(a), read(b));
    let side = |held: &Option<Held>| match held {
        None => "-".to_owned(),
        Some(held) => format!("{}={}", held.path, held.json().unwrap_or("secret".to_owned())),
    };
    let compared = compare(&a, &b);
    let told = |difference: &Difference| {
        let (a, b) = (side(&difference.a), side(&difference.b));
        format!("{} {a} {b}", difference.kind.name())
    };
    compared.differences.iter().map(told).collect()
}

#[track_caller]
fn same(a: &str, b: &str) {
    assert_eq!(told(&plan(a), &plan(b)), Vec::<String>::new());
    assert_eq!(told(&plan(b), &plan(a)), Vec::<String>::new());
}

#[track_caller]
fn differs(a: &str, b: &str) -> String {
    let told = told(&plan(a), &plan(b));
    assert_eq!(told.len(), 1, "{told:?}");
    told.concat().replace("/pool/properties", "")
}

#[test]
fn spelling_order_and_comments_make_no_difference() {
    let a = r#"{ // a plan
        "target": {"poolName": "Render", "region": "West Europe", "subscriptionId": "ABCD"},
        "pool": {"properties": {"vmSize": "STANDARD_D4S_V5", "taskSlotsPerNode": 2.0, "displayName": "x"}}}"#;
    let b = r#"{"pool": {"properties": {"displayName": "x", "TaskSlotsPerNode": 20e-1, "vmSize": "Standard_D4s_v5",
        }}, "target": {"region": "westeurope", "subscriptionId": "abcd", "poolName": "render"}}"#;
    assert_eq!(told(a, b), Vec::<String>::new());
    assert_eq!(
        told(a, &b.replace("\"x\"", "\"X\"")).len(),
        1,
        "a display name is a text of one's own"
    );
}

#[test]
fn durations_are_compared_by_length() {
    let scale = |timeout: &str| {
        format!(r#", "scaleSettings": {{"fixedScale": {{"targetDedicatedNodes": 1, "resizeTimeout": "{timeout}"}}}}"#)
    };
    same(&scale("PT30M"), &scale("PT0H30M"));
    same(&scale("PT30M"), &scale("PT1800S"));
    assert_eq!(
        differs(&scale("PT30M"), &scale("PT31M")),
        "changed /scaleSettings/fixedScale/resizeTimeout=\"PT30M\" /scaleSettings/fixedScale/resizeTimeout=\"PT31M\""
    );
    // What is no duration is compared as it stands.
    assert!(differs(&scale("soon"), &scale("Soon")).starts_with("changed"));
}

#[test]
fn choices_and_resource_ids_have_no_letter_case_and_texts_have() {
    same(
        r#", "interNodeCommunication": "Enabled""#,
        r#", "interNodeCommunication": "enabled""#,
    );
    let subnet = |id: &str| format!(r#", "networkConfiguration": {{"subnetId": "{id}"}}"#);
    same(
        &subnet("/subscriptions/A/resourceGroups/B/x"),
        &subnet("/subscriptions/a/resourcegroups/b/X"),
    );
    let start = |line: &str| format!(r#", "startTask": {{"commandLine": "{line}"}}"#);
    assert!(differs(&start("run /A"), &start("run /a")).starts_with("changed /startTask/commandLine"));
    let env =
        |value: &str| format!(r#", "startTask": {{"environmentSettings": [{{"name": "ID", "value": "{value}"}}]}}"#);
    assert!(differs(&env("/subscriptions/A"), &env("/subscriptions/a")).starts_with("changed"));
}

#[test]
fn a_documented_default_is_no_difference_and_is_told_as_such() {
    let (a, b) = (
        read(&plan("")),
        read(&plan(
            r#", "taskSlotsPerNode": 1.0, "taskSchedulingPolicy": {"nodeFillType": "spread"},
               "networkConfiguration": {"dynamicVnetAssignmentScope": "none"}"#,
        )),
    );
    let compared = compare(&a, &b);
    assert!(compared.is_same(), "{:?}", compared.differences);
    let told: Vec<&str> = compared.defaults.iter().map(Difference::path).collect();
    assert_eq!(
        told,
        [
            "/pool/properties/taskSlotsPerNode",
            "/pool/properties/taskSchedulingPolicy/nodeFillType",
            "/pool/properties/networkConfiguration/dynamicVnetAssignmentScope",
        ]
    );
    assert!(compared.defaults.iter().all(|one| one.kind == Kind::OnlyB));
    let scale = |interval: &str| format!(r#", "scaleSettings": {{"autoScale": {{"formula": "x"{interval}}}}}"#);
    same(&scale(""), &scale(r#", "evaluationInterval": "PT900S""#));
    assert!(differs(&scale(""), &scale(r#", "evaluationInterval": "PT10M""#)).starts_with("only-b"));
    assert!(differs("", r#", "taskSlotsPerNode": 2"#).starts_with("only-b /taskSlotsPerNode=2".get(..6).unwrap_or("")));
}

#[test]
fn a_plan_without_a_cloud_is_one_for_the_public_cloud() {
    let with = |cloud: &str| plan("").replace(r#""target": {"#, &format!(r#""target": {{"cloud": "{cloud}", "#));
    assert_eq!(told(&plan(""), &with("AzurePublic")), Vec::<String>::new());
    assert_eq!(told(&plan(""), &with("AzureChina")).len(), 1);
}

#[test]
fn an_object_that_is_there_says_something_even_with_the_defaults_alone() {
    assert_eq!(
        differs("", r#", "startTask": {"maxTaskRetryCount": 0}"#),
        r#"only-b - /startTask={"maxTaskRetryCount":0}"#
    );
    assert_eq!(differs("", r#", "startTask": {}"#), "only-b - /startTask={}");
}

#[test]
fn an_object_of_one_side_is_told_member_by_member() {
    let told = told(
        &plan(""),
        &plan(r#", "startTask": {"commandLine": "x", "waitForSuccess": true, "maxTaskRetryCount": 0}"#),
    );
    assert_eq!(
        told,
        [
            "only-b - /pool/properties/startTask/commandLine=\"x\"",
            "only-b - /pool/properties/startTask/waitForSuccess=true"
        ]
    );
}

#[test]
fn items_that_moved_make_no_difference() {
    let lists = [
        (
            "metadata",
            r#"{"name": "a", "value": "1"}"#,
            r#"{"name": "b", "value": "2"}"#,
        ),
        ("userAccounts", r#"{"name": "a"}"#, r#"{"name": "b"}"#),
        (
            "applicationPackages",
            r#"{"id": "a", "version": "1"}"#,
            r#"{"id": "a", "version": "2"}"#,
        ),
    ];
    for (list, one, other) in lists {
        let items = |items: &[&str]| format!(r#", "{list}": [{}]"#, items.join(", "));
        same(&items(&[one, other]), &items(&[other, one]));
        assert!(differs(&items(&[one, other]), &items(&[other])).starts_with("only-a"));
    }
    let disks = |disks: &str| {
        format!(r#", "deploymentConfiguration": {{"virtualMachineConfiguration": {{"dataDisks": [{disks}]}}}}"#)
    };
    same(
        &disks(r#"{"lun": 0, "diskSizeGB": 1}, {"lun": 1, "diskSizeGB": 2}"#),
        &disks(r#"{"lun": 1.0, "diskSizeGB": 2}, {"lun": 0, "diskSizeGB": 1}"#),
    );
    let files = |files: &str| format!(r#", "startTask": {{"resourceFiles": [{files}]}}"#);
    same(
        &files(r#"{"filePath": ".", "httpUrl": "a"}, {"filePath": ".", "httpUrl": "b"}, {"httpUrl": "c"}"#),
        &files(r#"{"httpUrl": "c"}, {"filePath": ".", "httpUrl": "b"}, {"filePath": ".", "httpUrl": "a"}"#),
    );
    let ids = |ids: &str| {
        format!(r#", "networkConfiguration": {{"publicIPAddressConfiguration": {{"ipAddressIds": [{ids}]}}}}"#)
    };
    same(&ids(r#""/subscriptions/a", "/b""#), &ids(r#""/B", "/subscriptions/A""#));
}

#[test]
fn a_changed_item_is_found_where_it_went() {
    let told = differs(
        r#", "metadata": [{"name": "a", "value": "1"}, {"name": "b", "value": "2"}]"#,
        r#", "metadata": [{"name": "b", "value": "3"}, {"name": "a", "value": "1"}]"#,
    );
    assert_eq!(told, "changed /metadata/1/value=\"2\" /metadata/0/value=\"3\"");
}

#[test]
fn lists_without_identity_go_by_position() {
    let settings = |list: &str| {
        format!(
            r#", "deploymentConfiguration": {{"virtualMachineConfiguration": {{
                "extensions": [{{"name": "x", "settings": {{"metadata": [{list}]}}}}]}}}}"#
        )
    };
    let told = told(&plan(&settings("1, 2")), &plan(&settings("2, 1")));
    assert_eq!(told.len(), 2, "what an extension takes is its own affair: {told:?}");
}

#[test]
fn a_member_under_its_older_name_is_the_same_member() {
    same(r#", "maxTasksPerNode": 4"#, r#", "taskSlotsPerNode": 4"#);
    assert_eq!(
        differs(r#", "maxTasksPerNode": 4"#, r#", "taskSlotsPerNode": 8"#),
        "changed /maxTasksPerNode=4 /taskSlotsPerNode=8"
    );
}

#[test]
fn secrets_are_never_shown() {
    let accounts = |password: &str| format!(r#", "userAccounts": [{{"name": "ann", "Password": "{password}"}}]"#);
    assert_eq!(
        differs(&accounts("hunter2"), &accounts("hunter3")),
        "changed /userAccounts/0/Password=secret /userAccounts/0/Password=secret"
    );
    same(&accounts("hunter2"), &accounts("hunter2"));
    assert_eq!(
        differs("", &accounts("hunter2")),
        r#"only-b - /userAccounts=[{"name":"ann","Password":"***"}]"#
    );
    let protected = |key: &str| {
        format!(
            r#", "deploymentConfiguration": {{"virtualMachineConfiguration": {{
                "extensions": [{{"name": "x", "protectedSettings": {{"key": "{key}"}}}}]}}}}"#
        )
    };
    assert!(!differs(&protected("hunter2"), &protected("hunter3")).contains("hunter"));
    assert!(!differs(r#", "elsewhere": {"sasKey": "hunter2"}"#, "").contains("hunter"));
}

#[test]
fn what_only_the_service_sets_is_passed_over() {
    same(
        "",
        r#", "provisioningState": "Succeeded", "allocationState": "Steady", "currentDedicatedNodes": 3"#,
    );
}

#[test]
fn a_form_that_cannot_say_something_does_not_differ_in_it() {
    let body = r#"{"properties": {"vmSize": "standard_d4s_v5"}}"#;
    assert_eq!(told(&plan(""), body), Vec::<String>::new());
    let resource = r#"{"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Batch/batchAccounts/a/pools/other",
        "name": "other", "type": "Microsoft.Batch/batchAccounts/pools", "properties": {"vmSize": "Standard_D4s_v5"}}"#;
    let told = told(&plan(""), resource);
    assert_eq!(told, ["changed /target/poolName=\"render\" /target/poolName=\"other\""]);
}

#[test]
fn findings_that_come_and_go_are_told_and_those_that_moved_are_not() {
    let account = |name: &str| format!(r#"{{"name": "{name}", "elevationLevel": "Boss"}}"#);
    let (ann, bob) = (account("ann"), account("bob"));
    let a = read(&plan(&format!(r#", "userAccounts": [{ann}, {bob}]"#)));
    let b = read(&plan(&format!(
        r#", "userAccounts": [{bob}, {ann}], "taskSlotsPerNode": "4""#
    )));
    let compared = compare(&a, &b);
    let told: Vec<(&str, &str)> = compared
        .findings
        .iter()
        .filter_map(|change| Some((change.change.name(), change.located()?.finding.place.path())))
        .collect();
    assert_eq!(told, [("gained", "/pool/properties/taskSlotsPerNode")]);
    let [before, after] = compared.counts;
    assert_eq!(before.errors + 1, after.errors);
    let back = compare(&b, &a);
    assert_eq!((back.count(Change::Lost), back.count(Change::Gained)), (1, 0));
}

#[test]
fn a_finding_that_was_accepted_meanwhile_weighs_differently() {
    let text = plan(r#", "resourceTags": {"a": "b"}, "targetNodeCommunicationMode": "Classic""#);
    let a = read(&text);
    let located = a
        .open()
        .iter()
        .find(|located| located.finding.severity != crate::rules::Severity::Error)
        .expect("a warning");
    let accepted = format!(
        r#"{{"accepted": [{{"rule": "{}", "path": "{}", "reason": "known"}}], {}"#,
        located.finding.rule.id,
        located.finding.place.path(),
        text.trim_start().strip_prefix('{').expect("an object")
    );
    let b = read(&accepted);
    let compared = compare(&a, &b);
    assert_eq!(compared.count(Change::Weight), 1, "{:?}", compared.findings);
}

#[test]
fn readings_are_the_same_by_what_they_are_of() {
    let one = r#"{"path": "/target/region", "value": "westeurope", "at": "2026-11-21T14:29:00Z"}"#;
    let two = r#"{"path": "/target/quotas/pools", "value": 20, "at": "2026-11-21T14:29:00Z"}"#;
    let with = |readings: &str| format!(r#"{{"readings": [{readings}], "pool": {{"properties": {{}}}}}}"#);
    let (a, b) = (with(&format!("{one}, {two}")), with(&format!("{two}, {one}")));
    assert_eq!(told(&a, &b), Vec::<String>::new());
    let later = with(&format!("{two}, {}", one.replace("14:29", "15:29")));
    let told = told(&a, &later);
    assert!(
        told.len() == 1 && told[0].starts_with("changed /readings/0/at"),
        "{told:?}"
    );
}

#[test]
fn a_quota_that_was_read_makes_a_finding_heavier() {
    let text = |at: &str| {
        format!(
            r#"{{"target": {{"poolAllocationMode": "BatchService", "quotas": {{"dedicatedCores": 4}}}},
            "readings": [{{"path": "/target/quotas/dedicatedCores", "value": 4, "at": "{at}"}}],
            "pool": {{"properties": {{"vmSize": "Standard_D4s_v5",
              "scaleSettings": {{"fixedScale": {{"targetDedicatedNodes": 2}}}}}}}}}}"#
        )
    };
    let (typed, read_then) = (
        text("2026-11-21").replace("/dedicatedCores", "/other"),
        text("2026-11-21T14:29:00Z"),
    );
    let (typed, read_then) = (read(&typed), read(&read_then));
    let compared = compare(&typed, &read_then);
    assert_eq!(compared.count(Change::Weight), 1, "{:?}", compared.findings);
}

#[test]
fn a_text_that_cannot_be_read_is_no_same_plan() {
    let (a, b) = (read(&plan("")), read("{"));
    let compared = compare(&a, &b);
    assert_eq!(compared.readable, [true, false]);
    assert!(!compared.is_same() && compared.differences.is_empty());
}

#[test]
fn every_example_is_the_same_as_itself_and_differs_from_the_others() {
    for one in crate::examples::ALL {
        for other in crate::examples::ALL {
            let (a, b) = (read(one.text), read(other.text));
            let compared = compare(&a, &b);
            assert_eq!(compared.is_same(), std::ptr::eq(one, other));
            assert_eq!(compared.findings.is_empty(), std::ptr::eq(one, other));
        }
    }
}

#[test]
fn a_member_of_the_form_has_its_name() {
    let (a, b) = (read(&plan("")), read(&plan(r#", "taskSlotsPerNode": 4"#)));
    let compared = compare(&a, &b);
    let title = compared
        .differences
        .first()
        .and_then(Difference::title)
        .expect("a name");
    assert!(!title.in_language(crate::words::Language::French).is_empty());
}

#[test]
fn thousands_of_items_of_one_name_are_compared_in_time() {
    let files = |from: usize| {
        let file = |index| format!(r#"{{"filePath": ".", "httpUrl": "{}"}}"#, index + from);
        let files: Vec<String> = (0..20_000).map(file).collect();
        plan(&format!(r#", "startTask": {{"resourceFiles": [{}]}}"#, files.join(",")))
    };
    assert_eq!(told(&files(0), &files(1)).len(), 20_000);
    assert!(told(&files(0), &files(0)).is_empty());
}

#[test]
fn markdown_holds_hostile_values_in_their_cells_and_no_secrets() {
    let wild = r#", "startTask": {"commandLine": "a | b `` \n # c"}, "userAccounts": [{"name": "ann", "password": "hunter2"}]"#;
    let (a, b) = (read(&plan("")), read(&plan(wild)));
    for language in crate::words::Language::ALL {
        let text = markdown::markdown(&compare(&a, &b), ["a | b\n# x", "b"], language);
        assert!(!text.contains("hunter2"));
        assert!(text.contains(r#"``` "a \| b `` \n # c" ```"#), "{text}");
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| ")).collect();
        assert_eq!(rows.len(), 4, "{text}");
        let bars = |row: &str| row.replace("\\|", "").matches('|').count();
        assert!(rows.iter().all(|row| bars(row) == 4), "{text}");
        assert!(!text.lines().any(|line| line.starts_with("# ")), "{text}");
    }
}

#[test]
fn nothing_panics_on_what_is_no_plan() {
    let wild = [
        "",
        "null",
        "[]",
        "1",
        r#"{"pool": 1}"#,
        r#"{"pool": []}"#,
        r#"{"pool": {"properties": [1]}, "accepted": 3}"#,
        r#"{"pool": {"properties": {"userAccounts": {"a": 1}, "metadata": [1, null, {}, {"name": {}}]}}}"#,
        r#"{"accepted": [1, {"rule": 1}, {"path": "/x"}], "neighbours": [[], {"poolName": 1}]}"#,
        r#"{"pool": {"identity": {"userAssignedIdentities": {"/a": 1, "/A": 2, "": {}}}}}"#,
        r#"{"a": 1, "a": 2, "~": {"/": 1}}"#,
    ];
    for one in wild {
        for other in wild {
            let (a, b) = (read(one), read(other));
            let compared = compare(&a, &b);
            let both = a.root.is_some() && b.root.is_some();
            assert_eq!(
                compared.is_same(),
                both && (one == other || compared.differences.is_empty())
            );
            if one == other {
                assert!(compared.differences.is_empty() && compared.findings.is_empty(), "{one}");
            }
            for difference in &compared.differences {
                let root = [&a, &b].map(|side| side.root.as_ref().expect("read"));
                for (held, root) in [&difference.a, &difference.b].into_iter().zip(root) {
                    if let Some(held) = held {
                        assert_eq!(root.at(&held.path), Some(held.node), "{one} {other} {}", held.path);
                    }
                }
            }
        }
    }
}
