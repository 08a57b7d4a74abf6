//! The pool itself: the arguments of `CreatePool` and the properties of `CloudPool`.

use super::super::expression::Expression;
use super::super::table::{DURATION, Enumeration, Row, Type, Variant, Write, class, flat, needed_named, optional, row};
use super::super::{quoted, table};
use super::{machine, mounts, network, tasks};
use crate::model::Node;
use crate::words::joined;

/// The argument that takes the virtual machine configuration.
pub(super) const MACHINE: &str = "virtualMachineConfiguration";
/// The property that takes the autoscale formula.
pub(super) const FORMULA: &str = "AutoScaleFormula";

/// The argument that takes the number of dedicated nodes.
pub(super) const DEDICATED: &str = "targetDedicatedComputeNodes";
/// The argument that takes the number of Spot nodes.
pub(super) const LOW_PRIORITY: &str = "targetLowPriorityComputeNodes";

static INTER_NODE: Enumeration = Enumeration {
    name: "",
    open: false,
    values: &[("Enabled", "true"), ("Disabled", "false")],
};
static COMMUNICATION: Enumeration = Enumeration {
    name: "NodeCommunicationMode",
    open: false,
    values: &[
        ("Default", "Default"),
        ("Classic", "Classic"),
        ("Simplified", "Simplified"),
    ],
};
static STORE: Enumeration = Enumeration {
    name: "CertStoreLocation",
    open: false,
    values: &[("CurrentUser", "CurrentUser"), ("LocalMachine", "LocalMachine")],
};
static UPGRADE_MODE: Enumeration = Enumeration {
    name: "UpgradeMode",
    open: false,
    values: &[("automatic", "Automatic"), ("manual", "Manual"), ("rolling", "Rolling")],
};

static METADATA: Type = &[class(
    "new MetadataItem",
    &[needed_named("name", "\"<name>\""), needed_named("value", "\"<value>\"")],
    &[row("name", "name", Write::Text), row("value", "value", Write::Text)],
)];
static APPLICATION_PACKAGE: Type = &[class(
    "new ApplicationPackageReference",
    &[],
    &[
        // The service wants it fully qualified when a pool is created.
        row("id", "ApplicationId", Write::Text),
        row("version", "Version", Write::Text),
    ],
)];
static CERTIFICATE: Type = &[class(
    "new CertificateReference",
    &[],
    &[
        row("id", "ThumbprintAlgorithm", Write::By(thumbprint_algorithm)),
        row("id", "Thumbprint", Write::By(thumbprint)),
        row("storeLocation", "StoreLocation", Write::Choice(&STORE)),
        row("storeName", "StoreName", Write::Text),
        row("visibility", "Visibility", Write::By(visibility)),
    ],
)];

/// A certificate is known by its thumbprint, which follows the algorithm in the ARM id: `…/certificates/sha1-0a0e…`.
fn certificate(node: &Node) -> Option<(&str, &str)> {
    let (_, certificate) = node.as_text()?.rsplit_once('/')?;
    let (algorithm, thumbprint) = certificate.split_once('-')?;
    (algorithm.eq_ignore_ascii_case("sha1") && !thumbprint.is_empty()).then_some(("sha1", thumbprint))
}

fn thumbprint_algorithm(node: &Node) -> Option<Expression> {
    certificate(node).map(|(algorithm, _)| Expression::Plain(quoted(algorithm)))
}

fn thumbprint(node: &Node) -> Option<Expression> {
    certificate(node).map(|(_, thumbprint)| Expression::Plain(quoted(thumbprint)))
}

/// Flags joined by `|`.
fn visibility(node: &Node) -> Option<Expression> {
    let flag = |item: &Node| {
        let name = ["StartTask", "Task", "RemoteUser"]
            .into_iter()
            .find(|name| item.as_text() == Some(*name))?;
        Some(format!("CertificateVisibility.{name}"))
    };
    let flags: Option<Vec<String>> = node.items().iter().map(flag).collect();
    let flags = flags.filter(|flags| !flags.is_empty())?;
    Some(Expression::Plain(joined(&flags, " | ")))
}

static AUTOMATIC_UPGRADE: Type = &[class(
    "new AutomaticOSUpgradePolicy",
    &[],
    &[
        row("disableAutomaticRollback", "DisableAutomaticRollback", Write::Truth),
        row("enableAutomaticOSUpgrade", "EnableAutomaticOSUpgrade", Write::Truth),
        row("useRollingUpgradePolicy", "UseRollingUpgradePolicy", Write::Truth),
        row("osRollingUpgradeDeferral", "OsRollingUpgradeDeferral", Write::Truth),
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
    &[needed_named("mode", "UpgradeMode.Manual")],
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
    row("vmSize", "virtualMachineSize", Write::Text),
    flat(
        "deploymentConfiguration",
        &[row(
            "virtualMachineConfiguration",
            MACHINE,
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
        "InterComputeNodeCommunicationEnabled",
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
        Write::NewList("UserAccount", &Write::Object(tasks::USER_ACCOUNT)),
    ),
    row(
        "metadata",
        "Metadata",
        Write::NewList("MetadataItem", &Write::Object(METADATA)),
    ),
    row("startTask", "StartTask", Write::Object(tasks::START_TASK)),
    row(
        "applicationPackages",
        "ApplicationPackageReferences",
        Write::NewList("ApplicationPackageReference", &Write::Object(APPLICATION_PACKAGE)),
    ),
    row(
        "mountConfiguration",
        "MountConfiguration",
        Write::NewList("MountConfiguration", &Write::Object(mounts::MOUNT)),
    ),
    row("upgradePolicy", "UpgradePolicy", Write::Object(UPGRADE)),
    row(
        "certificates",
        "CertificateReferences",
        Write::NewList("CertificateReference", &Write::Object(CERTIFICATE)),
    ),
    row(
        "targetNodeCommunicationMode",
        "TargetNodeCommunicationMode",
        Write::Choice(&COMMUNICATION),
    ),
    row(
        "resourceTags",
        "ResourceTags",
        Write::Map(&Write::Text, &Write::Text, Some("new Dictionary<string, string>")),
    ),
];

/// `CreatePool`, and the properties of what it makes.
pub(super) static CREATE: Variant = Variant {
    head: "CreatePool",
    when: &[],
    parameters: &[
        needed_named("virtualMachineSize", "\"<vmSize>\""),
        table::Parameter {
            name: MACHINE,
            named: true,
            absent: table::Absent::ToFill("null"),
        },
        optional(DEDICATED),
        optional(LOW_PRIORITY),
    ],
    rows: &[flat("properties", PROPERTIES)],
};
