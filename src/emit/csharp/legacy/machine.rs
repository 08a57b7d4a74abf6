//! The virtual machine: image, disks, containers, extensions, security.

use super::super::table::{
    Absent, Enumeration, Parameter, Type, Write, class, flat, needed_named, optional, row, when,
};
use super::REGISTRY;

static CACHING: Enumeration = Enumeration {
    name: "CachingType",
    open: false,
    values: &[("None", "None"), ("ReadOnly", "ReadOnly"), ("ReadWrite", "ReadWrite")],
};
static STORAGE: Enumeration = Enumeration {
    name: "StorageAccountType",
    open: false,
    values: &[
        ("Standard_LRS", "StandardLrs"),
        ("Premium_LRS", "PremiumLrs"),
        ("StandardSSD_LRS", "StandardSSDLRS"),
    ],
};
static TARGET: Enumeration = Enumeration {
    name: "DiskEncryptionTarget",
    open: false,
    values: &[("OsDisk", "OsDisk"), ("TemporaryDisk", "TemporaryDisk")],
};
static PLACEMENT: Enumeration = Enumeration {
    name: "NodePlacementPolicyType",
    open: false,
    values: &[("Regional", "Regional"), ("Zonal", "Zonal")],
};
static EPHEMERAL: Enumeration = Enumeration {
    name: "DiffDiskPlacement",
    open: false,
    values: &[("CacheDisk", "CacheDisk")],
};
static SECURITY: Enumeration = Enumeration {
    name: "SecurityTypes",
    open: false,
    values: &[("trustedLaunch", "TrustedLaunch"), ("confidentialVM", "ConfidentialVM")],
};
/// The Batch service writes these in lower camel case, and the library takes them as texts.
static CONTAINERS: Enumeration = Enumeration {
    name: "",
    open: false,
    values: &[
        ("DockerCompatible", "\"dockerCompatible\""),
        ("CriCompatible", "\"criCompatible\""),
    ],
};
/// Texts in the library; the third kind came after it.
static ENCRYPTION: Enumeration = Enumeration {
    name: "",
    open: false,
    values: &[
        ("NonPersistedTPM", "\"NonPersistedTPM\""),
        ("VMGuestStateOnly", "\"VMGuestStateOnly\""),
    ],
};

static IMAGE: Type = &[
    when(
        &["id"],
        "new ImageReference",
        &[optional("virtualMachineImageId")],
        &[row("id", "virtualMachineImageId", Write::Text)],
    ),
    when(
        &["sharedGalleryImageId"],
        "new ImageReference",
        &[],
        &[row("sharedGalleryImageId", "SharedGalleryImageId", Write::Text)],
    ),
    when(
        &["communityGalleryImageId"],
        "new ImageReference",
        &[],
        &[row("communityGalleryImageId", "CommunityGalleryImageId", Write::Text)],
    ),
    class(
        "new ImageReference",
        &[
            needed_named("offer", "\"<offer>\""),
            needed_named("publisher", "\"<publisher>\""),
            needed_named("sku", "\"<sku>\""),
            optional("version"),
        ],
        &[
            row("publisher", "publisher", Write::Text),
            row("offer", "offer", Write::Text),
            row("sku", "sku", Write::Text),
            row("version", "version", Write::Text),
        ],
    ),
];

static DISK_SECURITY: Type = &[class(
    "new VMDiskSecurityProfile",
    &[],
    &[row(
        "securityEncryptionType",
        "SecurityEncryptionType",
        Write::Choice(&ENCRYPTION),
    )],
)];
static MANAGED_DISK: Type = &[class(
    "new ManagedDisk",
    &[optional("storageAccountType"), optional("securityProfile")],
    &[
        row("storageAccountType", "storageAccountType", Write::Choice(&STORAGE)),
        row("securityProfile", "securityProfile", Write::Object(DISK_SECURITY)),
    ],
)];
static DATA_DISK: Type = &[class(
    "new DataDisk",
    &[
        needed_named("lun", "0"),
        needed_named("diskSizeGB", "0"),
        // Silence means no caching in ARM, and read and write here.
        Parameter {
            name: "caching",
            named: true,
            absent: Absent::Same("CachingType.None"),
        },
        optional("storageAccountType"),
    ],
    &[
        row("lun", "lun", Write::Whole),
        row("diskSizeGB", "diskSizeGB", Write::Whole),
        row("caching", "caching", Write::Choice(&CACHING)),
        row("storageAccountType", "storageAccountType", Write::Choice(&STORAGE)),
        flat(
            "managedDisk",
            &[row("storageAccountType", "storageAccountType", Write::Choice(&STORAGE))],
        ),
    ],
)];
static EPHEMERAL_SETTINGS: Type = &[class(
    "new DiffDiskSettings",
    &[],
    &[row("placement", "Placement", Write::Choice(&EPHEMERAL))],
)];
static OS_DISK: Type = &[class(
    "new OSDisk",
    &[],
    &[
        row(
            "ephemeralOSDiskSettings",
            "EphemeralOSDiskSettings",
            Write::Object(EPHEMERAL_SETTINGS),
        ),
        row("caching", "Caching", Write::Choice(&CACHING)),
        row("managedDisk", "ManagedDisk", Write::Object(MANAGED_DISK)),
        row("diskSizeGB", "DiskSizeGB", Write::Whole),
        row("writeAcceleratorEnabled", "WriteAcceleratorEnabled", Write::Truth),
    ],
)];

static CONTAINER: Type = &[class(
    "new ContainerConfiguration",
    &[],
    &[
        row("type", "Type", Write::Choice(&CONTAINERS)),
        row(
            "containerImageNames",
            "ContainerImageNames",
            Write::NewList("string", &Write::Text),
        ),
        row(
            "containerRegistries",
            "ContainerRegistries",
            Write::NewList("ContainerRegistry", &Write::Object(REGISTRY)),
        ),
    ],
)];
static DISK_ENCRYPTION: Type = &[class(
    "new DiskEncryptionConfiguration",
    &[needed_named("targets", "new List<DiskEncryptionTarget>()")],
    &[row(
        "targets",
        "targets",
        Write::NewList("DiskEncryptionTarget", &Write::Choice(&TARGET)),
    )],
)];
static NODE_PLACEMENT: Type = &[class(
    "new NodePlacementConfiguration",
    &[needed_named("policy", "NodePlacementPolicyType.Regional")],
    &[row("policy", "policy", Write::Choice(&PLACEMENT))],
)];
static EXTENSION: Type = &[class(
    "new VMExtension",
    &[
        needed_named("name", "\"<name>\""),
        needed_named("publisher", "\"<publisher>\""),
        needed_named("type", "\"<type>\""),
    ],
    &[
        row("name", "name", Write::Text),
        row("publisher", "publisher", Write::Text),
        row("type", "type", Write::Text),
        row("typeHandlerVersion", "TypeHandlerVersion", Write::Text),
        row("autoUpgradeMinorVersion", "AutoUpgradeMinorVersion", Write::Truth),
        row("enableAutomaticUpgrade", "EnableAutomaticUpgrade", Write::Truth),
        row(
            "settings",
            "Settings",
            Write::Json("JToken.Parse", "Newtonsoft.Json.Linq"),
        ),
        row(
            "protectedSettings",
            "ProtectedSettings",
            Write::Json("JToken.Parse", "Newtonsoft.Json.Linq"),
        ),
        row(
            "provisionAfterExtensions",
            "ProvisionAfterExtensions",
            Write::NewList("string", &Write::Text),
        ),
    ],
)];
static WINDOWS: Type = &[class(
    "new WindowsConfiguration",
    &[optional("enableAutomaticUpdates")],
    &[row("enableAutomaticUpdates", "enableAutomaticUpdates", Write::Truth)],
)];
static UEFI: Type = &[class(
    "new UefiSettings",
    &[],
    &[
        row("secureBootEnabled", "SecureBootEnabled", Write::Truth),
        row("vTpmEnabled", "VTpmEnabled", Write::Truth),
    ],
)];
static SECURITY_PROFILE: Type = &[class(
    "new SecurityProfile",
    &[],
    &[
        row("securityType", "SecurityType", Write::Choice(&SECURITY)),
        row("encryptionAtHost", "EncryptionAtHost", Write::Truth),
        row("uefiSettings", "UefiSettings", Write::Object(UEFI)),
    ],
)];
static SERVICE_ARTIFACT: Type = &[class(
    "new ServiceArtifactReference",
    &[needed_named("id", "\"<id>\"")],
    &[row("id", "id", Write::Text)],
)];

/// The virtual machine configuration.
pub(super) static CONFIGURATION: Type = &[class(
    "new VirtualMachineConfiguration",
    &[
        needed_named("imageReference", "new ImageReference()"),
        needed_named("nodeAgentSkuId", "\"<nodeAgentSkuId>\""),
    ],
    &[
        row("imageReference", "imageReference", Write::Object(IMAGE)),
        row("nodeAgentSkuId", "nodeAgentSkuId", Write::Text),
        row("windowsConfiguration", "WindowsConfiguration", Write::Object(WINDOWS)),
        row(
            "dataDisks",
            "DataDisks",
            Write::NewList("DataDisk", &Write::Object(DATA_DISK)),
        ),
        row("licenseType", "LicenseType", Write::Text),
        row(
            "containerConfiguration",
            "ContainerConfiguration",
            Write::Object(CONTAINER),
        ),
        row(
            "diskEncryptionConfiguration",
            "DiskEncryptionConfiguration",
            Write::Object(DISK_ENCRYPTION),
        ),
        row(
            "nodePlacementConfiguration",
            "NodePlacementConfiguration",
            Write::Object(NODE_PLACEMENT),
        ),
        row(
            "extensions",
            "Extensions",
            Write::NewList("VMExtension", &Write::Object(EXTENSION)),
        ),
        row("osDisk", "OSDisk", Write::Object(OS_DISK)),
        row("securityProfile", "SecurityProfile", Write::Object(SECURITY_PROFILE)),
        row(
            "serviceArtifactReference",
            "ServiceArtifactReference",
            Write::Object(SERVICE_ARTIFACT),
        ),
    ],
)];
