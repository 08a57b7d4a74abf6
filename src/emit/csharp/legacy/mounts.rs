//! Mounted file systems.

use super::super::table::{Type, Wrapper, Write, class, needed_named, optional, row, when};
use super::IDENTITY_REFERENCE;

static ACCOUNT_KEY: Wrapper = Wrapper {
    head: "AzureStorageAuthenticationKey.FromAccountKey",
    using: "Microsoft.Azure.Batch",
    takes: |_| true,
};
static SAS_KEY: Wrapper = Wrapper {
    head: "AzureStorageAuthenticationKey.FromSasKey",
    using: "Microsoft.Azure.Batch",
    takes: |_| true,
};

static BLOB: Type = &[
    when(
        &["identityReference"],
        "new AzureBlobFileSystemConfiguration",
        &[
            needed_named("accountName", "\"<accountName>\""),
            needed_named("containerName", "\"<containerName>\""),
            needed_named("relativeMountPath", "\"<relativeMountPath>\""),
            optional("identityReference"),
            optional("blobfuseOptions"),
        ],
        &[
            row("accountName", "accountName", Write::Text),
            row("containerName", "containerName", Write::Text),
            row("blobfuseOptions", "blobfuseOptions", Write::Text),
            row("relativeMountPath", "relativeMountPath", Write::Text),
            row(
                "identityReference",
                "identityReference",
                Write::Object(IDENTITY_REFERENCE),
            ),
        ],
    ),
    class(
        "new AzureBlobFileSystemConfiguration",
        &[
            needed_named("accountName", "\"<accountName>\""),
            needed_named("containerName", "\"<containerName>\""),
            needed_named("relativeMountPath", "\"<relativeMountPath>\""),
            needed_named("key", "AzureStorageAuthenticationKey.FromAccountKey(\"<accountKey>\")"),
            optional("blobfuseOptions"),
        ],
        &[
            row("accountName", "accountName", Write::Text),
            row("containerName", "containerName", Write::Text),
            row("accountKey", "key", Write::In(&ACCOUNT_KEY)),
            row("sasKey", "key", Write::In(&SAS_KEY)),
            row("blobfuseOptions", "blobfuseOptions", Write::Text),
            row("relativeMountPath", "relativeMountPath", Write::Text),
        ],
    ),
];
static NFS: Type = &[class(
    "new NfsMountConfiguration",
    &[
        needed_named("source", "\"<source>\""),
        needed_named("relativeMountPath", "\"<relativeMountPath>\""),
        optional("mountOptions"),
    ],
    &[
        row("source", "source", Write::Text),
        row("relativeMountPath", "relativeMountPath", Write::Text),
        row("mountOptions", "mountOptions", Write::Text),
    ],
)];
static CIFS: Type = &[class(
    "new CifsMountConfiguration",
    &[
        needed_named("username", "\"<userName>\""),
        needed_named("password", "\"<password>\""),
        needed_named("source", "\"<source>\""),
        needed_named("relativeMountPath", "\"<relativeMountPath>\""),
        optional("mountOptions"),
    ],
    &[
        row("userName", "username", Write::Text),
        row("username", "username", Write::Text),
        row("source", "source", Write::Text),
        row("relativeMountPath", "relativeMountPath", Write::Text),
        row("mountOptions", "mountOptions", Write::Text),
        row("password", "password", Write::Text),
    ],
)];
static FILE_SHARE: Type = &[class(
    "new AzureFileShareConfiguration",
    &[
        needed_named("accountName", "\"<accountName>\""),
        needed_named("azureFileUrl", "\"<azureFileUrl>\""),
        needed_named("relativeMountPath", "\"<relativeMountPath>\""),
        needed_named("accountKey", "\"<accountKey>\""),
        optional("mountOptions"),
    ],
    &[
        row("accountName", "accountName", Write::Text),
        row("azureFileUrl", "azureFileUrl", Write::Text),
        row("accountKey", "accountKey", Write::Text),
        row("relativeMountPath", "relativeMountPath", Write::Text),
        row("mountOptions", "mountOptions", Write::Text),
    ],
)];
/// A mounted file system.
pub(super) static MOUNT: Type = &[
    when(
        &["azureBlobFileSystemConfiguration"],
        "new MountConfiguration",
        &[needed_named("configuration", "(NfsMountConfiguration)null!")],
        &[row(
            "azureBlobFileSystemConfiguration",
            "configuration",
            Write::Object(BLOB),
        )],
    ),
    when(
        &["nfsMountConfiguration"],
        "new MountConfiguration",
        &[needed_named("configuration", "(NfsMountConfiguration)null!")],
        &[row("nfsMountConfiguration", "configuration", Write::Object(NFS))],
    ),
    when(
        &["cifsMountConfiguration"],
        "new MountConfiguration",
        &[needed_named("configuration", "(NfsMountConfiguration)null!")],
        &[row("cifsMountConfiguration", "configuration", Write::Object(CIFS))],
    ),
    class(
        "new MountConfiguration",
        &[needed_named("configuration", "(AzureFileShareConfiguration)null!")],
        &[row(
            "azureFileShareConfiguration",
            "configuration",
            Write::Object(FILE_SHARE),
        )],
    ),
];
