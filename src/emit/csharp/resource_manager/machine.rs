//! The virtual machine: image, disks, containers, extensions, security.

use super::super::table::{Enumeration, Row, Type, URI, Write, class, flat, needed, row};
use super::{ID, IDENTITY_ROWS};

static CACHING: Enumeration = Enumeration {
    name: "BatchDiskCachingType",
    open: false,
    values: &[("None", "None"), ("ReadOnly", "ReadOnly"), ("ReadWrite", "ReadWrite")],
};
static STORAGE: Enumeration = Enumeration {
    name: "BatchStorageAccountType",
    open: false,
    values: &[
        ("Standard_LRS", "StandardLrs"),
        ("Premium_LRS", "PremiumLrs"),
        ("StandardSSD_LRS", "StandardSsdLrs"),
    ],
};
static ENCRYPTION: Enumeration = Enumeration {
    name: "BatchSecurityEncryptionType",
    open: true,
    values: &[
        ("NonPersistedTPM", "NonPersistedTPM"),
        ("VMGuestStateOnly", "VmGuestStateOnly"),
        ("DiskWithVMGuestState", "DiskWithVmGuestState"),
    ],
};
static TARGET: Enumeration = Enumeration {
    name: "BatchDiskEncryptionTarget",
    open: false,
    values: &[("OsDisk", "OSDisk"), ("TemporaryDisk", "TemporaryDisk")],
};
static PLACEMENT: Enumeration = Enumeration {
    name: "BatchNodePlacementPolicyType",
    open: false,
    values: &[("Regional", "Regional"), ("Zonal", "Zonal")],
};
static EPHEMERAL: Enumeration = Enumeration {
    name: "BatchDiffDiskPlacement",
    open: true,
    values: &[("CacheDisk", "CacheDisk")],
};
static CONTAINERS: Enumeration = Enumeration {
    name: "BatchVmContainerType",
    open: true,
    values: &[
        ("DockerCompatible", "DockerCompatible"),
        ("CriCompatible", "CriCompatible"),
    ],
};
static SECURITY: Enumeration = Enumeration {
    name: "BatchSecurityType",
    open: false,
    values: &[("trustedLaunch", "TrustedLaunch"), ("confidentialVM", "ConfidentialVm")],
};
static PROXY_MODE: Enumeration = Enumeration {
    name: "BatchHostEndpointSettingsModeType",
    open: true,
    values: &[("Audit", "Audit"), ("Enforce", "Enforce")],
};

static IMAGE: Type = &[class(
    "new BatchImageReference",
    &[],
    &[
        row("publisher", "Publisher", Write::Text),
        row("offer", "Offer", Write::Text),
        row("sku", "Sku", Write::Text),
        row("version", "Version", Write::Text),
        row("id", "Id", Write::In(&ID)),
        row("sharedGalleryImageId", "SharedGalleryImageId", Write::Text),
        row("communityGalleryImageId", "CommunityGalleryImageId", Write::Text),
    ],
)];

static ENCRYPTION_SET: &[Row] = &[row("id", "DiskEncryptionSetId", Write::In(&ID))];
static DISK_SECURITY: Type = &[class(
    "new VmDiskSecurityProfile",
    &[],
    &[
        row(
            "securityEncryptionType",
            "SecurityEncryptionType",
            Write::Choice(&ENCRYPTION),
        ),
        flat("diskEncryptionSet", ENCRYPTION_SET),
    ],
)];
static MANAGED_DISK: Type = &[class(
    "new ManagedDisk",
    &[],
    &[
        row("storageAccountType", "StorageAccountType", Write::Choice(&STORAGE)),
        row("securityProfile", "SecurityProfile", Write::Object(DISK_SECURITY)),
        flat("diskEncryptionSet", ENCRYPTION_SET),
    ],
)];
static DATA_DISK: Type = &[class(
    "new BatchVmDataDisk",
    &[needed("lun", "0"), needed("diskSizeInGB", "0")],
    &[
        row("lun", "lun", Write::Whole),
        row("diskSizeGB", "diskSizeInGB", Write::Whole),
        row("caching", "Caching", Write::Choice(&CACHING)),
        row("managedDisk", "ManagedDisk", Write::Object(MANAGED_DISK)),
    ],
)];
static OS_DISK: Type = &[class(
    "new BatchOSDisk",
    &[],
    &[
        flat(
            "ephemeralOSDiskSettings",
            &[row("placement", "EphemeralOSDiskPlacement", Write::Choice(&EPHEMERAL))],
        ),
        row("caching", "Caching", Write::Choice(&CACHING)),
        row("managedDisk", "ManagedDisk", Write::Object(MANAGED_DISK)),
        row("diskSizeGB", "DiskSizeGB", Write::Whole),
        row("writeAcceleratorEnabled", "IsWriteAcceleratorEnabled", Write::Truth),
    ],
)];

/// A container registry, of the machine and of a start task.
pub(super) static REGISTRY: Type = &[class(
    "new BatchVmContainerRegistry",
    &[],
    &[
        row("username", "UserName", Write::Text),
        row("password", "Password", Write::Text),
        row("registryServer", "RegistryServer", Write::Text),
        flat("identityReference", IDENTITY_ROWS),
    ],
)];
static CONTAINER: Type = &[class(
    "new BatchVmContainerConfiguration",
    &[needed("type", "BatchVmContainerType.DockerCompatible")],
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
    "new BatchDiskCustomerManagedKey",
    &[],
    &[
        row("keyUrl", "KeyUri", Write::In(&URI)),
        row(
            "rotationToLatestKeyVersionEnabled",
            "RotationToLatestKeyVersionEnabled",
            Write::Truth,
        ),
        flat(
            "identityReference",
            &[row("resourceId", "IdentityReferenceResourceId", Write::In(&ID))],
        ),
    ],
)];
static DISK_ENCRYPTION: Type = &[class(
    "new BatchDiskEncryptionConfiguration",
    &[],
    &[
        row("targets", "Targets", Write::List(&Write::Choice(&TARGET))),
        row("customerManagedKey", "CustomerManagedKey", Write::Object(CUSTOMER_KEY)),
    ],
)];

static EXTENSION: Type = &[class(
    "new BatchVmExtension",
    &[
        needed("name", "\"<name>\""),
        needed("publisher", "\"<publisher>\""),
        needed("extensionType", "\"<type>\""),
    ],
    &[
        row("name", "name", Write::Text),
        row("publisher", "publisher", Write::Text),
        row("type", "extensionType", Write::Text),
        row("typeHandlerVersion", "TypeHandlerVersion", Write::Text),
        row("autoUpgradeMinorVersion", "AutoUpgradeMinorVersion", Write::Truth),
        row("enableAutomaticUpgrade", "EnableAutomaticUpgrade", Write::Truth),
        row("settings", "Settings", Write::Json("BinaryData.FromString", "System")),
        row(
            "protectedSettings",
            "ProtectedSettings",
            Write::Json("BinaryData.FromString", "System"),
        ),
        row(
            "provisionAfterExtensions",
            "ProvisionAfterExtensions",
            Write::List(&Write::Text),
        ),
    ],
)];

static UEFI: Type = &[class(
    "new BatchUefiSettings",
    &[],
    &[
        row("secureBootEnabled", "IsSecureBootEnabled", Write::Truth),
        row("vTpmEnabled", "IsVTpmEnabled", Write::Truth),
    ],
)];
static HOST_ENDPOINT: Type = &[class(
    "new BatchHostEndpointSettings",
    &[],
    &[
        row("mode", "Mode", Write::Choice(&PROXY_MODE)),
        row(
            "inVMAccessControlProfileReferenceId",
            "InVmAccessControlProfileReferenceId",
            Write::In(&ID),
        ),
    ],
)];
static PROXY_AGENT: Type = &[class(
    "new BatchProxyAgentSettings",
    &[],
    &[
        row("enabled", "Enabled", Write::Truth),
        row("imds", "Imds", Write::Object(HOST_ENDPOINT)),
        row("wireServer", "WireServer", Write::Object(HOST_ENDPOINT)),
    ],
)];
static SECURITY_PROFILE: Type = &[class(
    "new BatchSecurityProfile",
    &[],
    &[
        row("securityType", "SecurityType", Write::Choice(&SECURITY)),
        row("encryptionAtHost", "EncryptionAtHost", Write::Truth),
        row("uefiSettings", "UefiSettings", Write::Object(UEFI)),
        row("proxyAgentSettings", "ProxyAgentSettings", Write::Object(PROXY_AGENT)),
    ],
)];

/// The virtual machine configuration.
pub(super) static CONFIGURATION: Type = &[class(
    "new BatchVmConfiguration",
    &[
        needed("imageReference", "new BatchImageReference()"),
        needed("nodeAgentSkuId", "\"<nodeAgentSkuId>\""),
    ],
    &[
        row("imageReference", "imageReference", Write::Object(IMAGE)),
        row("nodeAgentSkuId", "nodeAgentSkuId", Write::Text),
        flat(
            "windowsConfiguration",
            &[row("enableAutomaticUpdates", "IsAutomaticUpdateEnabled", Write::Truth)],
        ),
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
        flat(
            "nodePlacementConfiguration",
            &[row("policy", "NodePlacementPolicy", Write::Choice(&PLACEMENT))],
        ),
        row("extensions", "Extensions", Write::List(&Write::Object(EXTENSION))),
        row("osDisk", "OSDisk", Write::Object(OS_DISK)),
        row("securityProfile", "SecurityProfile", Write::Object(SECURITY_PROFILE)),
        flat(
            "serviceArtifactReference",
            &[row("id", "ServiceArtifactReferenceId", Write::In(&ID))],
        ),
    ],
)];
