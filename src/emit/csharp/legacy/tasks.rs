//! What runs on the nodes: scheduling, users, the start task.

use super::super::table::{Absent, Enumeration, Parameter, Type, Write, class, needed_named, optional, row, when};
use super::{IDENTITY_REFERENCE, REGISTRY};

static FILL: Enumeration = Enumeration {
    name: "ComputeNodeFillType",
    open: false,
    values: &[("Spread", "Spread"), ("Pack", "Pack")],
};
static ELEVATION: Enumeration = Enumeration {
    name: "ElevationLevel",
    open: false,
    values: &[("NonAdmin", "NonAdmin"), ("Admin", "Admin")],
};
static LOGIN: Enumeration = Enumeration {
    name: "LoginMode",
    open: false,
    values: &[("Batch", "Batch"), ("Interactive", "Interactive")],
};
static USER_SCOPE: Enumeration = Enumeration {
    name: "AutoUserScope",
    open: false,
    values: &[("Task", "Task"), ("Pool", "Pool")],
};
static WORKING_DIRECTORY: Enumeration = Enumeration {
    name: "ContainerWorkingDirectory",
    open: false,
    values: &[
        ("TaskWorkingDirectory", "TaskWorkingDirectory"),
        ("ContainerImageDefault", "ContainerImageDefault"),
    ],
};
/// The scheduling policy.
pub(super) static SCHEDULING: Type = &[class(
    "new TaskSchedulingPolicy",
    &[needed_named("computeNodeFillType", "ComputeNodeFillType.Spread")],
    &[row("nodeFillType", "computeNodeFillType", Write::Choice(&FILL))],
)];

static LINUX_USER: Type = &[class(
    "new LinuxUserConfiguration",
    &[optional("uid"), optional("gid"), optional("sshPrivateKey")],
    &[
        row("uid", "uid", Write::Whole),
        row("gid", "gid", Write::Whole),
        row("sshPrivateKey", "sshPrivateKey", Write::Text),
    ],
)];
static WINDOWS_USER: Type = &[class(
    "new WindowsUserConfiguration",
    &[optional("loginMode")],
    &[row("loginMode", "loginMode", Write::Choice(&LOGIN))],
)];
/// A user account.
pub(super) static USER_ACCOUNT: Type = &[class(
    "new UserAccount",
    &[
        needed_named("name", "\"<name>\""),
        needed_named("password", "\"<password>\""),
        optional("elevationLevel"),
        optional("linuxUserConfiguration"),
        optional("windowsUserConfiguration"),
    ],
    &[
        row("name", "name", Write::Text),
        row("password", "password", Write::Text),
        row("elevationLevel", "elevationLevel", Write::Choice(&ELEVATION)),
        row(
            "linuxUserConfiguration",
            "linuxUserConfiguration",
            Write::Object(LINUX_USER),
        ),
        row(
            "windowsUserConfiguration",
            "windowsUserConfiguration",
            Write::Object(WINDOWS_USER),
        ),
    ],
)];

static RESOURCE_FILE: Type = &[
    when(
        &["storageContainerUrl"],
        "ResourceFile.FromStorageContainerUrl",
        &[
            optional("storageContainerUrl"),
            optional("identityReference"),
            optional("filePath"),
            optional("blobPrefix"),
            optional("fileMode"),
        ],
        &[
            row("storageContainerUrl", "storageContainerUrl", Write::Text),
            row(
                "identityReference",
                "identityReference",
                Write::Object(IDENTITY_REFERENCE),
            ),
            row("filePath", "filePath", Write::Text),
            row("blobPrefix", "blobPrefix", Write::Text),
            row("fileMode", "fileMode", Write::Text),
        ],
    ),
    when(
        &["autoStorageContainerName"],
        "ResourceFile.FromAutoStorageContainer",
        &[
            optional("autoStorageContainerName"),
            optional("filePath"),
            optional("blobPrefix"),
            optional("fileMode"),
        ],
        &[
            row("autoStorageContainerName", "autoStorageContainerName", Write::Text),
            row("filePath", "filePath", Write::Text),
            row("blobPrefix", "blobPrefix", Write::Text),
            row("fileMode", "fileMode", Write::Text),
        ],
    ),
    class(
        "ResourceFile.FromUrl",
        &[
            needed_named("httpUrl", "\"<httpUrl>\""),
            optional("identityReference"),
            needed_named("filePath", "\"<filePath>\""),
            optional("fileMode"),
        ],
        &[
            row("httpUrl", "httpUrl", Write::Text),
            row("blobSource", "httpUrl", Write::Text),
            row(
                "identityReference",
                "identityReference",
                Write::Object(IDENTITY_REFERENCE),
            ),
            row("filePath", "filePath", Write::Text),
            row("fileMode", "fileMode", Write::Text),
        ],
    ),
];
static ENVIRONMENT: Type = &[class(
    "new EnvironmentSetting",
    &[
        needed_named("name", "\"<name>\""),
        Parameter {
            name: "value",
            named: true,
            absent: Absent::Same("null"),
        },
    ],
    &[row("name", "name", Write::Text), row("value", "value", Write::Text)],
)];
static AUTO_USER: Type = &[class(
    "new AutoUserSpecification",
    &[optional("scope"), optional("elevationLevel")],
    &[
        row("scope", "scope", Write::Choice(&USER_SCOPE)),
        row("elevationLevel", "elevationLevel", Write::Choice(&ELEVATION)),
    ],
)];
static USER_IDENTITY: Type = &[
    when(
        &["autoUser"],
        "new UserIdentity",
        &[needed_named("autoUserSpecification", "new AutoUserSpecification()")],
        &[row("autoUser", "autoUserSpecification", Write::Object(AUTO_USER))],
    ),
    class(
        "new UserIdentity",
        &[needed_named("userName", "\"<userName>\"")],
        &[row("userName", "userName", Write::Text)],
    ),
];
static BIND_MOUNT: Type = &[class(
    "new ContainerHostBatchBindMountEntry",
    &[],
    &[
        row("source", "Source", Write::Text),
        row("isReadOnly", "IsReadOnly", Write::Truth),
    ],
)];
static CONTAINER: Type = &[class(
    "new TaskContainerSettings",
    &[
        needed_named("imageName", "\"<imageName>\""),
        optional("containerRunOptions"),
        optional("registry"),
        optional("workingDirectory"),
        optional("containerHostBatchBindMounts"),
    ],
    &[
        row("containerRunOptions", "containerRunOptions", Write::Text),
        row("imageName", "imageName", Write::Text),
        row("registry", "registry", Write::Object(REGISTRY)),
        row(
            "workingDirectory",
            "workingDirectory",
            Write::Choice(&WORKING_DIRECTORY),
        ),
        row(
            "containerHostBatchBindMounts",
            "containerHostBatchBindMounts",
            Write::NewList("ContainerHostBatchBindMountEntry", &Write::Object(BIND_MOUNT)),
        ),
    ],
)];
/// The start task.
pub(super) static START_TASK: Type = &[class(
    "new StartTask",
    &[needed_named("commandLine", "\"<commandLine>\"")],
    &[
        row("commandLine", "commandLine", Write::Text),
        row(
            "resourceFiles",
            "ResourceFiles",
            Write::NewList("ResourceFile", &Write::Object(RESOURCE_FILE)),
        ),
        row(
            "environmentSettings",
            "EnvironmentSettings",
            Write::NewList("EnvironmentSetting", &Write::Object(ENVIRONMENT)),
        ),
        row("userIdentity", "UserIdentity", Write::Object(USER_IDENTITY)),
        row("maxTaskRetryCount", "MaxTaskRetryCount", Write::Whole),
        row("waitForSuccess", "WaitForSuccess", Write::Truth),
        row("containerSettings", "ContainerSettings", Write::Object(CONTAINER)),
    ],
)];
