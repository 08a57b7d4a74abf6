//! The pool itself: what the Batch service has flat at the top.

use super::super::table::{DURATION, Enumeration, Row, Type, Variant, Write, class, flat, needed, row};
use super::{machine, network, tasks};

/// The property that takes the autoscale formula.
pub(super) const FORMULA: &str = "AutoScaleFormula";

/// The property that takes the number of dedicated nodes.
pub(super) const DEDICATED: &str = "TargetDedicatedNodes";
/// The property that takes the number of Spot nodes.
pub(super) const LOW_PRIORITY: &str = "TargetLowPriorityNodes";

static INTER_NODE: Enumeration = Enumeration {
    name: "",
    open: false,
    values: &[("Enabled", "true"), ("Disabled", "false")],
};
static UPGRADE_MODE: Enumeration = Enumeration {
    name: "UpgradeMode",
    open: false,
    values: &[("automatic", "Automatic"), ("manual", "Manual"), ("rolling", "Rolling")],
};

static METADATA: Type = &[class(
    "new BatchMetadataItem",
    &[needed("name", "\"<name>\""), needed("value", "\"<value>\"")],
    &[row("name", "name", Write::Text), row("value", "value", Write::Text)],
)];
static APPLICATION_PACKAGE: Type = &[class(
    "new BatchApplicationPackageReference",
    &[needed("applicationId", "\"<id>\"")],
    &[
        row("id", "applicationId", Write::Text),
        row("version", "Version", Write::Text),
    ],
)];

static AUTOMATIC_UPGRADE: Type = &[class(
    "new AutomaticOsUpgradePolicy",
    &[],
    &[
        row("disableAutomaticRollback", "DisableAutomaticRollback", Write::Truth),
        row("enableAutomaticOSUpgrade", "EnableAutomaticOsUpgrade", Write::Truth),
        row("useRollingUpgradePolicy", "UseRollingUpgradePolicy", Write::Truth),
        row("osRollingUpgradeDeferral", "OsRollingUpgradeDeferral", Write::Truth),
    ],
)];
static ROLLING_UPGRADE: Type = &[class(
    "new RollingUpgradePolicy",
    &[],
    &[
        row("enableCrossZoneUpgrade", "IsCrossZoneUpgradeEnabled", Write::Truth),
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
        row(
            "pauseTimeBetweenBatches",
            "PauseTimeBetweenBatches",
            Write::In(&DURATION),
        ),
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
            "AutomaticOsUpgradePolicy",
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
    row("vmSize", "vmSize", Write::Text),
    flat(
        "deploymentConfiguration",
        &[row(
            "virtualMachineConfiguration",
            "VirtualMachineConfiguration",
            Write::Object(machine::CONFIGURATION),
        )],
    ),
    flat(
        "scaleSettings",
        &[
            flat(
                "fixedScale",
                &[
                    row("resizeTimeout", "ResizeTimeout", Write::In(&DURATION)),
                    row("targetDedicatedNodes", DEDICATED, Write::Whole),
                    row("targetLowPriorityNodes", LOW_PRIORITY, Write::Whole),
                ],
            ),
            flat(
                "autoScale",
                &[
                    row("formula", FORMULA, Write::Text),
                    row(
                        "evaluationInterval",
                        "AutoScaleEvaluationInterval",
                        Write::In(&DURATION),
                    ),
                ],
            ),
        ],
    ),
    row(
        "interNodeCommunication",
        "EnableInterNodeCommunication",
        Write::Choice(&INTER_NODE),
    ),
    row(
        "networkConfiguration",
        "NetworkConfiguration",
        Write::Object(network::CONFIGURATION),
    ),
    row("taskSlotsPerNode", "TaskSlotsPerNode", Write::Whole),
    row("maxTasksPerNode", "TaskSlotsPerNode", Write::Whole),
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
        "ApplicationPackageReferences",
        Write::List(&Write::Object(APPLICATION_PACKAGE)),
    ),
    row(
        "mountConfiguration",
        "MountConfiguration",
        Write::List(&Write::Object(tasks::MOUNT)),
    ),
    row("upgradePolicy", "UpgradePolicy", Write::Object(UPGRADE)),
];

/// `BatchPoolCreateOptions` after the pool's id.
pub(super) static CREATE: Variant = Variant {
    head: "new BatchPoolCreateOptions",
    when: &[],
    parameters: &[needed("vmSize", "\"<vmSize>\"")],
    rows: ROWS,
};
/// The members of the body.
pub(super) static ROWS: &[Row] = &[flat("properties", PROPERTIES)];
