//! What runs on the nodes: scheduling, users, the start task, mounted file systems.

use super::super::table::{Enumeration, Type, URI, Write, class, needed, row};
use super::{NODE_IDENTITY, REGISTRY};

static FILL: Enumeration = Enumeration {
    name: "BatchNodeFillType",
    open: false,
    values: &[("Spread", "Spread"), ("Pack", "Pack")],
};
static ORDER: Enumeration = Enumeration {
    name: "BatchJobDefaultOrder",
    open: false,
    values: &[("None", "None"), ("CreationTime", "CreationTime")],
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
static DATA_PATH: Enumeration = Enumeration {
    name: "ContainerHostDataPath",
    open: true,
    values: &[
        ("Shared", "Shared"),
        ("Startup", "Startup"),
        ("VfsMounts", "VfsMounts"),
        ("Task", "Task"),
        ("JobPrep", "JobPrep"),
        ("Applications", "Applications"),
    ],
};

/// The scheduling policy.
pub(super) static SCHEDULING: Type = &[class(
    "new BatchTaskSchedulingPolicy",
    &[needed("nodeFillType", "BatchNodeFillType.Spread")],
    &[
        row("nodeFillType", "nodeFillType", Write::Choice(&FILL)),
        row("jobDefaultOrder", "JobDefaultOrder", Write::Choice(&ORDER)),
    ],
)];

static LINUX_USER: Type = &[class(
    "new LinuxUserConfiguration",
    &[],
    &[
        row("uid", "Uid", Write::Whole),
        row("gid", "Gid", Write::Whole),
        row("sshPrivateKey", "SshPrivateKey", Write::Text),
    ],
)];
static WINDOWS_USER: Type = &[class(
    "new WindowsUserConfiguration",
    &[],
    &[row("loginMode", "LoginMode", Write::Choice(&LOGIN))],
)];
/// A user account.
pub(super) static USER_ACCOUNT: Type = &[class(
    "new UserAccount",
    &[needed("name", "\"<name>\""), needed("password", "\"<password>\"")],
    &[
        row("name", "name", Write::Text),
        row("password", "password", Write::Text),
        row("elevationLevel", "ElevationLevel", Write::Choice(&ELEVATION)),
        row(
            "linuxUserConfiguration",
            "LinuxUserConfiguration",
            Write::Object(LINUX_USER),
        ),
        row(
            "windowsUserConfiguration",
            "WindowsUserConfiguration",
            Write::Object(WINDOWS_USER),
        ),
    ],
)];

static RESOURCE_FILE: Type = &[class(
    "new ResourceFile",
    &[],
    &[
        row("autoStorageContainerName", "AutoStorageContainerName", Write::Text),
        row("storageContainerUrl", "StorageContainerUri", Write::In(&URI)),
        row("httpUrl", "HttpUri", Write::In(&URI)),
        row("blobSource", "HttpUri", Write::In(&URI)),
        row("blobPrefix", "BlobPrefix", Write::Text),
        row("filePath", "FilePath", Write::Text),
        row("fileMode", "FileMode", Write::Text),
        row("identityReference", "IdentityReference", Write::Object(NODE_IDENTITY)),
    ],
)];
static ENVIRONMENT: Type = &[class(
    "new EnvironmentSetting",
    &[needed("name", "\"<name>\"")],
    &[row("name", "name", Write::Text), row("value", "Value", Write::Text)],
)];
static AUTO_USER: Type = &[class(
    "new AutoUserSpecification",
    &[],
    &[
        row("scope", "Scope", Write::Choice(&USER_SCOPE)),
        row("elevationLevel", "ElevationLevel", Write::Choice(&ELEVATION)),
    ],
)];
static USER_IDENTITY: Type = &[class(
    "new UserIdentity",
    &[],
    &[
        row("userName", "Username", Write::Text),
        row("autoUser", "AutoUser", Write::Object(AUTO_USER)),
    ],
)];
static BIND_MOUNT: Type = &[class(
    "new ContainerHostBatchBindMountEntry",
    &[],
    &[
        row("source", "Source", Write::Choice(&DATA_PATH)),
        row("isReadOnly", "IsReadOnly", Write::Truth),
    ],
)];
static CONTAINER: Type = &[class(
    "new BatchTaskContainerSettings",
    &[needed("imageName", "\"<imageName>\"")],
    &[
        row("containerRunOptions", "ContainerRunOptions", Write::Text),
        row("imageName", "imageName", Write::Text),
        row("registry", "Registry", Write::Object(REGISTRY)),
        row(
            "workingDirectory",
            "WorkingDirectory",
            Write::Choice(&WORKING_DIRECTORY),
        ),
        row(
            "containerHostBatchBindMounts",
            "ContainerHostBatchBindMounts",
            Write::List(&Write::Object(BIND_MOUNT)),
        ),
    ],
)];
/// The start task.
pub(super) static START_TASK: Type = &[class(
    "new BatchStartTask",
    &[needed("commandLine", "\"<commandLine>\"")],
    &[
        row("commandLine", "commandLine", Write::Text),
        row(
            "resourceFiles",
            "ResourceFiles",
            Write::List(&Write::Object(RESOURCE_FILE)),
        ),
        row(
            "environmentSettings",
            "EnvironmentSettings",
            Write::List(&Write::Object(ENVIRONMENT)),
        ),
        row("userIdentity", "UserIdentity", Write::Object(USER_IDENTITY)),
        row("maxTaskRetryCount", "MaxTaskRetryCount", Write::Whole),
        row("waitForSuccess", "WaitForSuccess", Write::Truth),
        row("containerSettings", "ContainerSettings", Write::Object(CONTAINER)),
    ],
)];

static BLOB: Type = &[class(
    "new AzureBlobFileSystemConfiguration",
    &[
        needed("accountName", "\"<accountName>\""),
        needed("containerName", "\"<containerName>\""),
        needed("relativeMountPath", "\"<relativeMountPath>\""),
    ],
    &[
        row("accountName", "accountName", Write::Text),
        row("containerName", "containerName", Write::Text),
        row("accountKey", "AccountKey", Write::Text),
        row("sasKey", "SasKey", Write::Text),
        row("blobfuseOptions", "BlobfuseOptions", Write::Text),
        row("relativeMountPath", "relativeMountPath", Write::Text),
        row("identityReference", "IdentityReference", Write::Object(NODE_IDENTITY)),
    ],
)];
static NFS: Type = &[class(
    "new NfsMountConfiguration",
    &[
        needed("source", "\"<source>\""),
        needed("relativeMountPath", "\"<relativeMountPath>\""),
    ],
    &[
        row("source", "source", Write::Text),
        row("relativeMountPath", "relativeMountPath", Write::Text),
        row("mountOptions", "MountOptions", Write::Text),
    ],
)];
static CIFS: Type = &[class(
    "new CifsMountConfiguration",
    &[
        needed("username", "\"<userName>\""),
        needed("source", "\"<source>\""),
        needed("relativeMountPath", "\"<relativeMountPath>\""),
        needed("password", "\"<password>\""),
    ],
    &[
        row("userName", "username", Write::Text),
        row("username", "username", Write::Text),
        row("source", "source", Write::Text),
        row("relativeMountPath", "relativeMountPath", Write::Text),
        row("mountOptions", "MountOptions", Write::Text),
        row("password", "password", Write::Text),
    ],
)];
static FILE_SHARE: Type = &[class(
    "new AzureFileShareConfiguration",
    &[
        needed("accountName", "\"<accountName>\""),
        needed("accountKey", "\"<accountKey>\""),
        needed("azureFileUri", "new Uri(\"https://<azureFileUrl>\")"),
        needed("relativeMountPath", "\"<relativeMountPath>\""),
    ],
    &[
        row("accountName", "accountName", Write::Text),
        row("azureFileUrl", "azureFileUri", Write::In(&URI)),
        row("accountKey", "accountKey", Write::Text),
        row("relativeMountPath", "relativeMountPath", Write::Text),
        row("mountOptions", "MountOptions", Write::Text),
    ],
)];
/// A mounted file system.
pub(super) static MOUNT: Type = &[class(
    "new MountConfiguration",
    &[],
    &[
        row(
            "azureBlobFileSystemConfiguration",
            "AzureBlobFileSystemConfiguration",
            Write::Object(BLOB),
        ),
        row("nfsMountConfiguration", "NfsMountConfiguration", Write::Object(NFS)),
        row("cifsMountConfiguration", "CifsMountConfiguration", Write::Object(CIFS)),
        row(
            "azureFileShareConfiguration",
            "AzureFileShareConfiguration",
            Write::Object(FILE_SHARE),
        ),
    ],
)];
