//! The virtual machine: image, disks, containers, extensions, security.

use super::super::table::{Enumeration, Type, URI, Write, class, needed, otherwise, row};
use super::{ID, IDENTITY, REGISTRY};

static CACHING: Enumeration = Enumeration {
    name: "CachingType",
    open: false,
    values: &[("None", "None"), ("ReadOnly", "ReadOnly"), ("ReadWrite", "ReadWrite")],
};
static STORAGE: Enumeration = Enumeration {
    name: "StorageAccountType",
    open: false,
    values: &[
        ("Standard_LRS", "StandardLRS"),
        ("Premium_LRS", "PremiumLRS"),
        ("StandardSSD_LRS", "StandardSSDLRS"),
    ],
};
static ENCRYPTION: Enumeration = Enumeration {
    name: "SecurityEncryptionTypes",
    open: true,
    values: &[
        ("NonPersistedTPM", "NonPersistedTPM"),
        ("VMGuestStateOnly", "VMGuestStateOnly"),
        ("DiskWithVMGuestState", "DiskWithVMGuestState"),
    ],
};
static TARGET: Enumeration = Enumeration {
    name: "DiskEncryptionTarget",
    open: false,
    values: &[("OsDisk", "OsDisk"), ("TemporaryDisk", "TemporaryDisk")],
};
static PLACEMENT: Enumeration = Enumeration {
    name: "BatchNodePlacementPolicyType",
    open: false,
    values: &[("Regional", "Regional"), ("Zonal", "Zonal")],
};
static EPHEMERAL: Enumeration = Enumeration {
    name: "DiffDiskPlacement",
    open: false,
    values: &[("CacheDisk", "CacheDisk")],
};
static CONTAINERS: Enumeration = Enumeration {
    name: "ContainerType",
    open: false,
    values: &[
        ("DockerCompatible", "DockerCompatible"),
        ("CriCompatible", "CriCompatible"),
    ],
};
static SECURITY: Enumeration = Enumeration {
    name: "SecurityTypes",
    open: false,
    values: &[("trustedLaunch", "TrustedLaunch"), ("confidentialVM", "ConfidentialVM")],
};
static PROXY_MODE: Enumeration = Enumeration {
    name: "HostEndpointSettingsModeType",
    open: true,
    values: &[("Audit", "Audit"), ("Enforce", "Enforce")],
};

static IMAGE: Type = &[class(
    "new BatchVmImageReference",
    &[],
    &[
        row("publisher", "Publisher", Write::Text),
        row("offer", "Offer", Write::Text),
        row("sku", "Sku", Write::Text),
        row("version", "Version", Write::Text),
        row("id", "VirtualMachineImageId", Write::In(&ID)),
        row("sharedGalleryImageId", "SharedGalleryImageId", Write::Text),
        row("communityGalleryImageId", "CommunityGalleryImageId", Write::Text),
    ],
)];

static ENCRYPTION_SET: Type = &[class(
    "new DiskEncryptionSetParameters",
    &[],
    &[row("id", "Id", Write::In(&ID))],
)];
static DISK_SECURITY: Type = &[class(
    "new BatchVmDiskSecurityProfile",
    &[],
    &[row(
        "securityEncryptionType",
        "SecurityEncryptionType",
        Write::Choice(&ENCRYPTION),
    )],
)];
static MANAGED_DISK: Type = &[class(
    "new ManagedDisk",
    &[],
    &[
        row("storageAccountType", "StorageAccountType", Write::Choice(&STORAGE)),
        row("securityProfile", "SecurityProfile", Write::Object(DISK_SECURITY)),
        row("diskEncryptionSet", "DiskEncryptionSet", Write::Object(ENCRYPTION_SET)),
    ],
)];
static DATA_DISK: Type = &[class(
    "new DataDisk",
    &[
        needed("logicalUnitNumber", "0"),
        needed("diskSizeGb", "0"),
        // Silence means no caching in ARM, and read and write here.
        otherwise("Caching", "CachingType.None"),
    ],
    &[
        row("lun", "logicalUnitNumber", Write::Whole),
        row("diskSizeGB", "diskSizeGb", Write::Whole),
        row("caching", "Caching", Write::Choice(&CACHING)),
        row("managedDisk", "ManagedDisk", Write::Object(MANAGED_DISK)),
    ],
)];
static EPHEMERAL_SETTINGS: Type = &[class(
    "new BatchDiffDiskSettings",
    &[],
    &[row("placement", "Placement", Write::Choice(&EPHEMERAL))],
)];
static OS_DISK: Type = &[class(
    "new BatchOsDisk",
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
        row("writeAcceleratorEnabled", "IsWriteAcceleratorEnabled", Write::Truth),
    ],
)];

static CONTAINER: Type = &[class(
    "new BatchContainerConfiguration",
    &[needed("type", "ContainerType.DockerCompatible")],
    &[
        row("type", "type", Write::Choice(&CONTAINERS)),
        row("containerImageNames", "ContainerImageNames", Write::List(&Write::Text)),
        row(
            "containerRegistries",
            "ContainerRegistries",
            Write::List(&Write::Object(REGISTRY)),
        ),
    ],
)];

static CUSTOMER_KEY: Type = &[class(
    "new DiskCustomerManagedKey",
    &[],
    &[
        row("keyUrl", "KeyUri", Write::In(&URI)),
        row(
            "rotationToLatestKeyVersionEnabled",
            "RotationToLatestKeyVersionEnabled",
            Write::Truth,
        ),
        row("identityReference", "IdentityReference", Write::Object(POOL_IDENTITY)),
    ],
)];
static POOL_IDENTITY: Type = &[class("new BatchPoolIdentityReference", &[], IDENTITY)];
static DISK_ENCRYPTION: Type = &[class(
    "new DiskEncryptionConfiguration",
    &[],
    &[
        row("targets", "Targets", Write::List(&Write::Choice(&TARGET))),
        row("customerManagedKey", "CustomerManagedKey", Write::Object(CUSTOMER_KEY)),
    ],
)];
static NODE_PLACEMENT: Type = &[class(
    "new BatchNodePlacementConfiguration",
    &[],
    &[row("policy", "Policy", Write::Choice(&PLACEMENT))],
)];

static EXTENSION: Type = &[class(
    "new VMExtension",
    &[
        needed("name", "\"<name>\""),
        needed("publisher", "\"<publisher>\""),
        needed("type", "\"<type>\""),
    ],
    &[
        row("name", "name", Write::Text),
        row("publisher", "publisher", Write::Text),
        row("type", "type", Write::Text),
        row("typeHandlerVersion", "TypeHandlerVersion", Write::Text),
        row(
            "autoUpgradeMinorVersion",
            "IsMinorVersionAutoUpgradeEnabled",
            Write::Truth,
        ),
        row("enableAutomaticUpgrade", "IsAutomaticUpgradeEnabled", Write::Truth),
        // Maps of texts: other JSON does not fit.
        row("settings", "Settings", Write::Map(&Write::Text, &Write::Text, None)),
        row(
            "protectedSettings",
            "ProtectedSettings",
            Write::Map(&Write::Text, &Write::Text, None),
        ),
        row(
            "provisionAfterExtensions",
            "ProvisionAfterExtensions",
            Write::List(&Write::Text),
        ),
    ],
)];

static WINDOWS: Type = &[class(
    "new WindowsConfiguration",
    &[],
    &[row("enableAutomaticUpdates", "EnableAutomaticUpdates", Write::Truth)],
)];
static UEFI: Type = &[class(
    "new BatchUefiSettings",
    &[],
    &[
        row("secureBootEnabled", "SecureBootEnabled", Write::Truth),
        row("vTpmEnabled", "VTpmEnabled", Write::Truth),
    ],
)];
static HOST_ENDPOINT: Type = &[class(
    "new HostEndpointSettings",
    &[],
    &[
        row("mode", "Mode", Write::Choice(&PROXY_MODE)),
        row(
            "inVMAccessControlProfileReferenceId",
            "InVmAccessControlProfileReferenceId",
            Write::Text,
        ),
    ],
)];
static PROXY_AGENT: Type = &[class(
    "new ProxyAgentSettings",
    &[],
    &[
        row("enabled", "Enabled", Write::Truth),
        row("imds", "Imds", Write::Object(HOST_ENDPOINT)),
        row("wireServer", "WireServer", Write::Object(HOST_ENDPOINT)),
    ],
)];
static SECURITY_PROFILE: Type = &[class(
    "new SecurityProfile",
    &[],
    &[
        row("securityType", "SecurityType", Write::Choice(&SECURITY)),
        row("encryptionAtHost", "IsEncryptedAtHost", Write::Truth),
        row("uefiSettings", "UefiSettings", Write::Object(UEFI)),
        row("proxyAgentSettings", "ProxyAgentSettings", Write::Object(PROXY_AGENT)),
    ],
)];
static SERVICE_ARTIFACT: Type = &[class(
    "new ServiceArtifactReference",
    &[needed("id", "\"<id>\"")],
    &[row("id", "id", Write::Text)],
)];

/// The virtual machine configuration.
pub(super) static CONFIGURATION: Type = &[class(
    "new VirtualMachineConfiguration",
    &[
        needed("imageReference", "new BatchVmImageReference()"),
        needed("nodeAgentSkuId", "\"<nodeAgentSkuId>\""),
    ],
    &[
        row("imageReference", "imageReference", Write::Object(IMAGE)),
        row("nodeAgentSkuId", "nodeAgentSkuId", Write::Text),
        row("windowsConfiguration", "WindowsConfiguration", Write::Object(WINDOWS)),
        row("dataDisks", "DataDisks", Write::List(&Write::Object(DATA_DISK))),
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
        row("extensions", "Extensions", Write::List(&Write::Object(EXTENSION))),
        row("osDisk", "OsDisk", Write::Object(OS_DISK)),
        row("securityProfile", "SecurityProfile", Write::Object(SECURITY_PROFILE)),
        row(
            "serviceArtifactReference",
            "ServiceArtifactReference",
            Write::Object(SERVICE_ARTIFACT),
        ),
    ],
)];
