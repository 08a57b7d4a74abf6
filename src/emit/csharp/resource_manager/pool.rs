//! The pool itself: what stands at the top and directly under its properties.

use super::super::table::{DURATION, Enumeration, Row, Type, Write, class, flat, needed, row};
use super::{ID, machine, network, tasks};

/// The property that takes the identity, whose type is not one of Batch alone.
pub(super) const IDENTITY: &str = "Identity";

static IDENTITY_TYPE: Enumeration = Enumeration {
    name: "ManagedServiceIdentityType",
    open: true,
    values: &[("UserAssigned", "UserAssigned"), ("None", "None")],
};
static INTER_NODE: Enumeration = Enumeration {
    name: "InterNodeCommunicationState",
    open: false,
    values: &[("Enabled", "Enabled"), ("Disabled", "Disabled")],
};
static DEALLOCATION: Enumeration = Enumeration {
    name: "BatchNodeDeallocationOption",
    open: false,
    values: &[
        ("Requeue", "Requeue"),
        ("Terminate", "Terminate"),
        ("TaskCompletion", "TaskCompletion"),
        ("RetainedData", "RetainedData"),
    ],
};
static UPGRADE_MODE: Enumeration = Enumeration {
    name: "UpgradeMode",
    open: false,
    values: &[("automatic", "Automatic"), ("manual", "Manual"), ("rolling", "Rolling")],
};

static USER_ASSIGNED_IDENTITY: Type = &[class("new UserAssignedIdentity", &[], &[])];
static SERVICE_IDENTITY: Type = &[class(
    "new ManagedServiceIdentity",
    &[needed("type", "ManagedServiceIdentityType.None")],
    &[
        row("type", "type", Write::Choice(&IDENTITY_TYPE)),
        row(
            "userAssignedIdentities",
            "UserAssignedIdentities",
            Write::Map(&Write::In(&ID), &Write::Object(USER_ASSIGNED_IDENTITY), None),
        ),
    ],
)];

static FIXED_SCALE: Type = &[class(
    "new BatchAccountFixedScaleSettings",
    &[],
    &[
        row("resizeTimeout", "ResizeTimeout", Write::In(&DURATION)),
        row("targetDedicatedNodes", "TargetDedicatedNodes", Write::Whole),
        row("targetLowPriorityNodes", "TargetLowPriorityNodes", Write::Whole),
        row(
            "nodeDeallocationOption",
            "NodeDeallocationOption",
            Write::Choice(&DEALLOCATION),
        ),
    ],
)];
static AUTO_SCALE: Type = &[class(
    "new BatchAccountAutoScaleSettings",
    &[needed("formula", "\"<formula>\"")],
    &[
        row("formula", "formula", Write::Text),
        row("evaluationInterval", "EvaluationInterval", Write::In(&DURATION)),
    ],
)];
static SCALE: Type = &[class(
    "new BatchAccountPoolScaleSettings",
    &[],
    &[
        row("fixedScale", "FixedScale", Write::Object(FIXED_SCALE)),
        row("autoScale", "AutoScale", Write::Object(AUTO_SCALE)),
    ],
)];

static METADATA: Type = &[class(
    "new BatchAccountPoolMetadataItem",
    &[needed("name", "\"<name>\""), needed("value", "\"<value>\"")],
    &[row("name", "name", Write::Text), row("value", "value", Write::Text)],
)];
static APPLICATION_PACKAGE: Type = &[class(
    "new BatchApplicationPackageReference",
    &[needed("id", "new ResourceIdentifier(\"<id>\")")],
    &[row("id", "id", Write::In(&ID)), row("version", "Version", Write::Text)],
)];

static AUTOMATIC_UPGRADE: Type = &[class(
    "new AutomaticOSUpgradePolicy",
    &[],
    &[
        row("disableAutomaticRollback", "DisableAutomaticRollback", Write::Truth),
        row("enableAutomaticOSUpgrade", "EnableAutomaticOSUpgrade", Write::Truth),
        row("useRollingUpgradePolicy", "UseRollingUpgradePolicy", Write::Truth),
        row("osRollingUpgradeDeferral", "OSRollingUpgradeDeferral", Write::Truth),
    ],
)];
static ROLLING_UPGRADE: Type = &[class(
    "new RollingUpgradePolicy",
    &[],
    &[
        row("enableCrossZoneUpgrade", "EnableCrossZoneUpgrade", Write::Truth),
        row("maxBatchInstancePercent", "MaxBatchInstancePercent", Write::Whole),
        row(
            "maxUnhealthyInstancePercent",
            "MaxUnhealthyInstancePercent",
            Write::Whole,
        ),
        row(
            "maxUnhealthyUpgradedInstancePercent",
            "MaxUnhealthyUpgradedInstancePercent",
            Write::Whole,
        ),
        row("pauseTimeBetweenBatches", "PauseTimeBetweenBatches", Write::Text),
        row(
            "prioritizeUnhealthyInstances",
            "PrioritizeUnhealthyInstances",
            Write::Truth,
        ),
        row(
            "rollbackFailedInstancesOnPolicyBreach",
            "RollbackFailedInstancesOnPolicyBreach",
            Write::Truth,
        ),
    ],
)];
static UPGRADE: Type = &[class(
    "new UpgradePolicy",
    &[needed("mode", "UpgradeMode.Manual")],
    &[
        row("mode", "mode", Write::Choice(&UPGRADE_MODE)),
        row(
            "automaticOSUpgradePolicy",
            "AutomaticOSUpgradePolicy",
            Write::Object(AUTOMATIC_UPGRADE),
        ),
        row(
            "rollingUpgradePolicy",
            "RollingUpgradePolicy",
            Write::Object(ROLLING_UPGRADE),
        ),
    ],
)];

static PROPERTIES: &[Row] = &[
    row("displayName", "DisplayName", Write::Text),
    row("vmSize", "VmSize", Write::Text),
    flat(
        "deploymentConfiguration",
        &[row(
            "virtualMachineConfiguration",
            "DeploymentVmConfiguration",
            Write::Object(machine::CONFIGURATION),
        )],
    ),
    row("scaleSettings", "ScaleSettings", Write::Object(SCALE)),
    row(
        "interNodeCommunication",
        "InterNodeCommunication",
        Write::Choice(&INTER_NODE),
    ),
    row(
        "networkConfiguration",
        "NetworkConfiguration",
        Write::Object(network::CONFIGURATION),
    ),
    row("taskSlotsPerNode", "TaskSlotsPerNode", Write::Whole),
    row(
        "taskSchedulingPolicy",
        "TaskSchedulingPolicy",
        Write::Object(tasks::SCHEDULING),
    ),
    row(
        "userAccounts",
        "UserAccounts",
        Write::List(&Write::Object(tasks::USER_ACCOUNT)),
    ),
    row("metadata", "Metadata", Write::List(&Write::Object(METADATA))),
    row("startTask", "StartTask", Write::Object(tasks::START_TASK)),
    row(
        "applicationPackages",
        "ApplicationPackages",
        Write::List(&Write::Object(APPLICATION_PACKAGE)),
    ),
    row(
        "mountConfiguration",
        "MountConfiguration",
        Write::List(&Write::Object(tasks::MOUNT)),
    ),
    row("upgradePolicy", "UpgradePolicy", Write::Object(UPGRADE)),
];

/// The members of the body.
pub(super) static POOL: &[Row] = &[
    row("identity", IDENTITY, Write::Object(SERVICE_IDENTITY)),
    row("tags", "Tags", Write::Map(&Write::Text, &Write::Text, None)),
    flat("properties", PROPERTIES),
];
