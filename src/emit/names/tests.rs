use super::find::every_member;
use super::*;
use crate::input::parse;
use crate::model::Plan;

const MACHINE: &str = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration";

fn request(pool: &str) -> PutPool {
    let root = parse(&format!(r#"{{"pool": {pool}}}"#)).expect("JSON");
    PutPool::of(&Plan::read(&root)).expect("a pool")
}

fn row(request: &PutPool, pointer: &str, surface: &str) -> OtherName {
    let rows = Names::of(request).at(pointer);
    rows.into_iter().find(|row| row.surface == surface).expect("a row")
}

#[test]
fn every_member_has_a_name_or_a_reason_on_every_surface() {
    let request = request("{}");
    let names = Names::of(&request);
    for pointer in every_member() {
        let rows = names.at(&pointer);
        assert_eq!(rows.len(), SURFACES.len());
        for row in rows {
            let said = row.name.as_ref().is_some_and(|name| !name.is_empty()) || !row.notes.is_empty();
            assert!(said, "{pointer} on {}", row.surface);
            assert!(row.value.is_none(), "{pointer} on {}", row.surface);
        }
    }
}

#[test]
fn members_have_the_names_that_people_stumble_over() {
    let request = request(
        r#"{"properties": {"vmSize": "a", "interNodeCommunication": "Enabled", "taskSlotsPerNode": 4,
            "scaleSettings": {"fixedScale": {"resizeTimeout": "PT15M", "nodeDeallocationOption": "Requeue"}},
            "deploymentConfiguration": {"virtualMachineConfiguration": {
                "imageReference": {"id": "/x"}, "nodeAgentSkuId": "batch.node.ubuntu 22.04",
                "windowsConfiguration": {"enableAutomaticUpdates": false},
                "dataDisks": [{"lun": 0, "caching": "none", "diskSizeGB": 5}]}}}}"#,
    );
    for (pointer, surface, name, value) in [
        (
            "/imageReference/id",
            "azbatch",
            "virtualMachineConfiguration.imageReference.virtualMachineImageId",
            "\"/x\"",
        ),
        (
            "/imageReference/id",
            "csharp-legacy",
            "VirtualMachineConfiguration.ImageReference.VirtualMachineImageId",
            "\"/x\"",
        ),
        ("/imageReference/id", "azurerm", "storage_image_reference.id", "\"/x\""),
        (
            "/nodeAgentSkuId",
            "azbatch",
            "virtualMachineConfiguration.nodeAgentSKUId",
            "\"batch.node.ubuntu 22.04\"",
        ),
        (
            "/nodeAgentSkuId",
            "go",
            "Properties.DeploymentConfiguration.VirtualMachineConfiguration.NodeAgentSKUID",
            "to.Ptr(\"batch.node.ubuntu 22.04\")",
        ),
        (
            "/dataDisks/0/caching",
            "azbatch",
            "virtualMachineConfiguration.dataDisks[0].caching",
            "\"none\"",
        ),
        (
            "/dataDisks/0/caching",
            "csharp-resourcemanager",
            "DeploymentVmConfiguration.DataDisks.Caching",
            "BatchDiskCachingType.None",
        ),
        (
            "/dataDisks/0/caching",
            "csharp-legacy",
            "VirtualMachineConfiguration.DataDisks.Caching",
            "CachingType.None",
        ),
        (
            "/dataDisks/0/caching",
            "java",
            "deploymentConfiguration.virtualMachineConfiguration.dataDisks.caching",
            "CachingType.NONE",
        ),
        (
            "/windowsConfiguration/enableAutomaticUpdates",
            "csharp-resourcemanager",
            "DeploymentVmConfiguration.IsAutomaticUpdateEnabled",
            "false",
        ),
        (
            "/windowsConfiguration/enableAutomaticUpdates",
            "python",
            "properties.deployment_configuration.virtual_machine_configuration.windows_configuration.enable_automatic_updates",
            "False",
        ),
        (
            "interNodeCommunication",
            "azbatch",
            "enableInterNodeCommunication",
            "true",
        ),
        (
            "interNodeCommunication",
            "azurerm",
            "inter_node_communication",
            "\"Enabled\"",
        ),
        (
            "interNodeCommunication",
            "csharp-compute",
            "EnableInterNodeCommunication",
            "true",
        ),
        ("taskSlotsPerNode", "azurerm", "max_tasks_per_node", "4"),
        (
            "scaleSettings/fixedScale/resizeTimeout",
            "csharp-compute",
            "ResizeTimeout",
            "XmlConvert.ToTimeSpan(\"PT15M\")",
        ),
        (
            "scaleSettings/fixedScale/resizeTimeout",
            "java",
            "scaleSettings.fixedScale.resizeTimeout",
            "Duration.parse(\"PT15M\")",
        ),
        (
            "scaleSettings/fixedScale/resizeTimeout",
            "arm",
            "properties.scaleSettings.fixedScale.resizeTimeout",
            "\"PT15M\"",
        ),
    ] {
        let pointer = match pointer.strip_prefix('/') {
            Some(below) => format!("{MACHINE}/{below}"),
            None => format!("/properties/{pointer}"),
        };
        let row = row(&request, &pointer, surface);
        assert_eq!(row.name.as_deref(), Some(name), "{pointer} on {surface}");
        assert_eq!(row.value.as_deref(), Some(value), "{pointer} on {surface}");
    }
}

#[test]
fn what_is_not_carried_has_the_reason_of_the_output() {
    let request = request(
        r#"{"tags": {"a": "b"}, "properties": {"vmsize": "x", "upgradePolicy": {"mode": "manual"},
            "scaleSettings": {"fixedScale": {"nodeDeallocationOption": "Requeue"}}}}"#,
    );
    for (pointer, surface, reason) in [
        (
            "/tags/a",
            "azbatch",
            "The Batch service has no tags; only Azure Resource Manager has them.",
        ),
        ("/tags/a", "java", "cannot set it"),
        ("/properties/upgradePolicy/mode", "azurerm", "has no argument for it"),
        (
            "/properties/scaleSettings/fixedScale/nodeDeallocationOption",
            "azbatch",
            "when a pool is resized",
        ),
        ("/properties/vmsize", "go", "no such member in any api-version"),
        (
            "/properties/deploymentConfiguration",
            "csharp-compute",
            "one level higher",
        ),
        ("/properties", "azurerm", "one level higher"),
        (
            "/properties/windowsLaptop",
            "csharp-legacy",
            "no such member in any api-version",
        ),
    ] {
        let row = row(&request, pointer, surface);
        assert_eq!(row.name, None, "{pointer} on {surface}");
        let notes: Vec<String> = row
            .notes
            .iter()
            .map(|note| note.text(crate::words::Language::English))
            .collect();
        assert!(
            notes.iter().any(|note| note.contains(reason)),
            "{pointer} on {surface}: {notes:?}"
        );
    }
    let newer = row(&request, "/properties/upgradePolicy/mode", "javascript");
    assert!(newer.name.is_some());
}

#[test]
fn no_secret_has_a_value() {
    let request = request(
        r#"{"properties": {"userAccounts": [{"name": "u", "password": "S3CRET", "Password": "S3CRET"}],
            "deploymentConfiguration": {"virtualMachineConfiguration": {"extensions": [
                {"protectedSettings": {"deep": ["S3CRET"]}}]}}}}"#,
    );
    let names = Names::of(&request);
    for pointer in [
        "/pool/properties/userAccounts/0/password",
        "/properties/userAccounts/0/Password",
        &format!("{MACHINE}/extensions/0/protectedSettings"),
        &format!("{MACHINE}/extensions/0/protectedSettings/deep/0"),
    ] {
        for row in names.at(pointer) {
            assert_eq!(row.value, None, "{pointer} on {}", row.surface);
            assert!(!format!("{row:?}").contains("S3CRET"), "{pointer} on {}", row.surface);
            assert!(!row.notes.is_empty(), "{pointer} on {}", row.surface);
        }
    }
}

#[test]
fn odd_pointers_do_no_harm() {
    let request = request(r#"{"properties": {"vmSize": "a", "metadata": [1]}, "": {"/~": [null]}}"#);
    let names = Names::of(&request);
    for pointer in [
        "",
        "/",
        "//",
        "pool",
        "/pool",
        "/pool/",
        "/pools/properties",
        "/pool/properties/vmSize/0/x",
        "/properties/metadata/0/name",
        "/properties/metadata/99999999999999999999",
        "/~1~0/0",
        "//~1~0/0",
        "/properties/\u{202e}é/🦀",
        "properties.vmSize",
        "/identity/userAssignedIdentities/~1sub/clientId",
    ] {
        assert_eq!(names.at(pointer).len(), SURFACES.len(), "{pointer}");
        let _ = find(&request, pointer);
    }
    assert_eq!(dotted("/a/0/b c/*/\"/007"), "a[0][\"b c\"][][\"\\\"\"][007]");
}

#[test]
fn members_are_found_by_any_of_their_names() {
    let request = request(
        r#"{"properties": {"vmSize": "a", "userAccounts": [{"name": "x"}, {"name": "y"}],
            "deploymentConfiguration": {"virtualMachineConfiguration": {"nodeAgentSkuId": "b",
                "imageReference": {"id": "/x"}}}}}"#,
    );
    let agent = format!("{MACHINE}/nodeAgentSkuId");
    let image = format!("{MACHINE}/imageReference/id");
    for (text, found) in [
        ("nodeAgentSKUId", vec![agent.as_str()]),
        ("NODEAGENTSKUID", vec![&agent]),
        ("node_agent_sku_id", vec![&agent]),
        ("virtualMachineImageId", vec![&image]),
        ("imageReference.id", vec![&image]),
        ("/PROPERTIES/vmsize", vec!["/pool/properties/vmSize"]),
        ("/pool/properties/vmSize", vec!["/pool/properties/vmSize"]),
        (
            "properties.userAccounts[1].name",
            vec!["/pool/properties/userAccounts/1/name"],
        ),
        ("userAccounts", vec!["/pool/properties/userAccounts"]),
        (
            "name",
            vec![
                "/pool/properties/userAccounts/0/name",
                "/pool/properties/userAccounts/1/name",
            ],
        ),
        (
            "enableInterNodeCommunication",
            vec!["/pool/properties/interNodeCommunication"],
        ),
        (
            "max_tasks_per_node",
            vec!["/pool/properties/taskSlotsPerNode", "/pool/properties/maxTasksPerNode"],
        ),
        (
            "lun",
            vec!["/pool/properties/deploymentConfiguration/virtualMachineConfiguration/dataDisks/*/lun"],
        ),
        (
            "/properties/userAccounts/7/name",
            vec!["/pool/properties/userAccounts/7/name"],
        ),
        ("gentSkuId", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(find(&request, text), found, "{text}");
    }
    assert_eq!(members(&request, 99).len(), 5);
    assert_eq!(members(&request, 2).len(), 2);
}
