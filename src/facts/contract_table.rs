//! The members of the pool resource in every api-version: name, shape, life span.
//!
//! A child carries its own `since` only where it is younger than its parent. Taken from the published
//! contract (`microsoft/azure-rest-api-specs`), read on 2026-11-21; 2026-08-01 is a draft.

use super::contract::{Member, Shape, choice, member};
use crate::model::api_version::{
    V2017_09_01, V2018_12_01, V2019_08_01, V2020_03_01, V2020_05_01, V2020_09_01, V2021_01_01, V2021_06_01,
    V2022_01_01, V2022_06_01, V2022_10_01, V2023_05_01, V2023_11_01, V2024_02_01, V2024_07_01, V2025_06_01,
    V2026_08_01,
};

static IMAGE_REFERENCE: &[Member] = &[
    member("publisher", Shape::Text),
    member("offer", Shape::Text),
    member("sku", Shape::Text),
    member("version", Shape::Text),
    member("id", Shape::Text),
    member("sharedGalleryImageId", Shape::Text).since(V2024_07_01),
    member("communityGalleryImageId", Shape::Text).since(V2024_07_01),
];

static WINDOWS_CONFIGURATION: &[Member] = &[member("enableAutomaticUpdates", Shape::Bool)];

static DISK_ENCRYPTION_SET: &[Member] = &[member("id", Shape::ArmId).required()];

static DATA_DISKS: &[Member] = &[
    member("lun", Shape::Int32).required(),
    member(
        "caching",
        Shape::Choice(&[choice("None"), choice("ReadOnly"), choice("ReadWrite")]),
    ),
    member("diskSizeGB", Shape::Int32).required(),
    member("managedDisk", Shape::Object(MANAGED_DISK)).since(V2025_06_01),
    member(
        "storageAccountType",
        Shape::Choice(&[
            choice("Standard_LRS"),
            choice("Premium_LRS"),
            choice("StandardSSD_LRS").since(V2023_11_01),
        ]),
    )
    .until(V2024_07_01)
    .now("managedDisk.storageAccountType"),
];

static IDENTITY_REFERENCE: &[Member] = &[member("resourceId", Shape::Text)];

static CONTAINER_REGISTRIES: &[Member] = &[
    member("username", Shape::Text).required_until(V2021_01_01),
    member("password", Shape::Text).required_until(V2021_01_01).secret(),
    member("registryServer", Shape::Text),
    member("identityReference", Shape::Object(IDENTITY_REFERENCE)).since(V2021_06_01),
];

static CONTAINER_CONFIGURATION: &[Member] = &[
    member(
        "type",
        Shape::Choice(&[choice("DockerCompatible"), choice("CriCompatible").since(V2023_05_01)]),
    )
    .required(),
    member("containerImageNames", Shape::List(&Shape::Text)),
    member("containerRegistries", Shape::List(&Shape::Object(CONTAINER_REGISTRIES))),
];

static CUSTOMER_MANAGED_KEY: &[Member] = &[
    member("keyUrl", Shape::Uri),
    member("rotationToLatestKeyVersionEnabled", Shape::Bool),
    member("identityReference", Shape::Object(IDENTITY_REFERENCE)),
];

static DISK_ENCRYPTION_CONFIGURATION: &[Member] = &[
    member(
        "targets",
        Shape::List(&Shape::Choice(&[choice("OsDisk"), choice("TemporaryDisk")])),
    ),
    member("customerManagedKey", Shape::Object(CUSTOMER_MANAGED_KEY)).since(V2025_06_01),
];

static NODE_PLACEMENT_CONFIGURATION: &[Member] =
    &[member("policy", Shape::Choice(&[choice("Regional"), choice("Zonal")]))];

static EXTENSIONS: &[Member] = &[
    member("name", Shape::Text).required(),
    member("publisher", Shape::Text).required(),
    member("type", Shape::Text).required(),
    member("typeHandlerVersion", Shape::Text),
    member("autoUpgradeMinorVersion", Shape::Bool),
    member("enableAutomaticUpgrade", Shape::Bool).since(V2023_05_01),
    member("settings", Shape::Any),
    member("protectedSettings", Shape::Any).secret(),
    member("provisionAfterExtensions", Shape::List(&Shape::Text)),
];

static EPHEMERAL_OS_DISK_SETTINGS: &[Member] = &[member("placement", Shape::Choice(&[choice("CacheDisk")]))];

static DISK_SECURITY_PROFILE: &[Member] = &[
    member(
        "securityEncryptionType",
        Shape::Choice(&[
            choice("NonPersistedTPM"),
            choice("VMGuestStateOnly"),
            choice("DiskWithVMGuestState").since(V2025_06_01),
        ]),
    ),
    member("diskEncryptionSet", Shape::Object(DISK_ENCRYPTION_SET)).since(V2025_06_01),
];

static MANAGED_DISK: &[Member] = &[
    member(
        "storageAccountType",
        Shape::Choice(&[choice("Standard_LRS"), choice("Premium_LRS"), choice("StandardSSD_LRS")]),
    ),
    member("securityProfile", Shape::Object(DISK_SECURITY_PROFILE)).since(V2024_07_01),
    member("diskEncryptionSet", Shape::Object(DISK_ENCRYPTION_SET)).since(V2025_06_01),
];

static OS_DISK: &[Member] = &[
    member("ephemeralOSDiskSettings", Shape::Object(EPHEMERAL_OS_DISK_SETTINGS)).since(V2021_06_01),
    member(
        "caching",
        Shape::Choice(&[choice("None"), choice("ReadOnly"), choice("ReadWrite")]),
    )
    .gap(V2017_09_01, V2023_11_01),
    member("managedDisk", Shape::Object(MANAGED_DISK)).since(V2023_11_01),
    member("diskSizeGB", Shape::Int32).since(V2023_11_01),
    member("writeAcceleratorEnabled", Shape::Bool).since(V2023_11_01),
];

static UEFI_SETTINGS: &[Member] = &[
    member("secureBootEnabled", Shape::Bool),
    member("vTpmEnabled", Shape::Bool),
];

static IMDS: &[Member] = &[
    member("mode", Shape::Choice(&[choice("Audit"), choice("Enforce")])),
    member("inVMAccessControlProfileReferenceId", Shape::ArmId),
];

static PROXY_AGENT_SETTINGS: &[Member] = &[
    member("enabled", Shape::Bool),
    member("imds", Shape::Object(IMDS)),
    member("wireServer", Shape::Object(IMDS)),
];

static SECURITY_PROFILE: &[Member] = &[
    member(
        "securityType",
        Shape::Choice(&[choice("trustedLaunch"), choice("confidentialVM").since(V2024_07_01)]),
    ),
    member("encryptionAtHost", Shape::Bool),
    member("uefiSettings", Shape::Object(UEFI_SETTINGS)),
    member("proxyAgentSettings", Shape::Object(PROXY_AGENT_SETTINGS)).since(V2025_06_01),
];

static SERVICE_ARTIFACT_REFERENCE: &[Member] = &[member("id", Shape::Text).required()];

static VIRTUAL_MACHINE_CONFIGURATION: &[Member] = &[
    member("imageReference", Shape::Object(IMAGE_REFERENCE)).required(),
    member("nodeAgentSkuId", Shape::Text).required(),
    member("windowsConfiguration", Shape::Object(WINDOWS_CONFIGURATION)),
    member("dataDisks", Shape::List(&Shape::Object(DATA_DISKS))),
    member("licenseType", Shape::Text),
    member("containerConfiguration", Shape::Object(CONTAINER_CONFIGURATION)).since(V2018_12_01),
    member(
        "diskEncryptionConfiguration",
        Shape::Object(DISK_ENCRYPTION_CONFIGURATION),
    )
    .since(V2020_03_01),
    member(
        "nodePlacementConfiguration",
        Shape::Object(NODE_PLACEMENT_CONFIGURATION),
    )
    .since(V2021_01_01),
    member("extensions", Shape::List(&Shape::Object(EXTENSIONS))).since(V2021_01_01),
    member("osDisk", Shape::Object(OS_DISK)).gap(V2017_09_01, V2021_06_01),
    member("securityProfile", Shape::Object(SECURITY_PROFILE)).since(V2023_11_01),
    member("serviceArtifactReference", Shape::Object(SERVICE_ARTIFACT_REFERENCE)).since(V2023_11_01),
];

static CLOUD_SERVICE_CONFIGURATION: &[Member] = &[
    member("osFamily", Shape::Text).until(V2024_02_01).required(),
    member("osVersion", Shape::Text).since(V2018_12_01).until(V2024_02_01),
    member("targetOSVersion", Shape::Text)
        .until(V2017_09_01)
        .now("osVersion"),
    member("currentOSVersion", Shape::Text).until(V2017_09_01),
];

static DEPLOYMENT_CONFIGURATION: &[Member] = &[
    member(
        "virtualMachineConfiguration",
        Shape::Object(VIRTUAL_MACHINE_CONFIGURATION),
    ),
    member("cloudServiceConfiguration", Shape::Object(CLOUD_SERVICE_CONFIGURATION))
        .until(V2024_02_01)
        .now("virtualMachineConfiguration"),
];

static FIXED_SCALE: &[Member] = &[
    member("resizeTimeout", Shape::Duration).default("PT15M"),
    member("targetDedicatedNodes", Shape::Int32),
    member("targetLowPriorityNodes", Shape::Int32),
    member(
        "nodeDeallocationOption",
        Shape::Choice(&[
            choice("Requeue"),
            choice("Terminate"),
            choice("TaskCompletion"),
            choice("RetainedData").until(V2025_06_01),
        ]),
    ),
];

static AUTO_SCALE: &[Member] = &[
    member("formula", Shape::Text).required(),
    member("evaluationInterval", Shape::Duration),
];

static SCALE_SETTINGS: &[Member] = &[
    member("fixedScale", Shape::Object(FIXED_SCALE)),
    member("autoScale", Shape::Object(AUTO_SCALE)),
];

static ERROR: &[Member] = &[
    member("code", Shape::Text).required().read_only(),
    member("message", Shape::Text).required().read_only(),
    member("details", Shape::List(&Shape::Any)).read_only(),
];

static AUTO_SCALE_RUN: &[Member] = &[
    member("evaluationTime", Shape::DateTime).required().read_only(),
    member("results", Shape::Text).read_only(),
    member("error", Shape::Object(ERROR)).read_only(),
];

static NETWORK_SECURITY_GROUP_RULES: &[Member] = &[
    member("priority", Shape::Int32).required(),
    member("access", Shape::Choice(&[choice("Allow"), choice("Deny")])).required(),
    member("sourceAddressPrefix", Shape::Text).required(),
    member("sourcePortRanges", Shape::List(&Shape::Text)).since(V2019_08_01),
];

static INBOUND_NAT_POOLS: &[Member] = &[
    member("name", Shape::Text).required(),
    member("protocol", Shape::Choice(&[choice("TCP"), choice("UDP")])).required(),
    member("backendPort", Shape::Int32).required(),
    member("frontendPortRangeStart", Shape::Int32).required(),
    member("frontendPortRangeEnd", Shape::Int32).required(),
    member(
        "networkSecurityGroupRules",
        Shape::List(&Shape::Object(NETWORK_SECURITY_GROUP_RULES)),
    ),
];

static ENDPOINT_CONFIGURATION: &[Member] =
    &[member("inboundNatPools", Shape::List(&Shape::Object(INBOUND_NAT_POOLS))).required()];

static IP_TAGS: &[Member] = &[member("ipTagType", Shape::Text), member("tag", Shape::Text)];

static PUBLIC_IP_ADDRESS_CONFIGURATION: &[Member] = &[
    member(
        "provision",
        Shape::Choice(&[
            choice("BatchManaged"),
            choice("UserManaged"),
            choice("NoPublicIPAddresses"),
        ]),
    ),
    member("ipAddressIds", Shape::List(&Shape::Text)),
    member(
        "ipFamilies",
        Shape::List(&Shape::Choice(&[choice("IPv4"), choice("IPv6")])),
    )
    .since(V2025_06_01),
    member("ipTags", Shape::List(&Shape::Object(IP_TAGS))).since(V2025_06_01),
];

static NETWORK_CONFIGURATION: &[Member] = &[
    member("subnetId", Shape::Text),
    member(
        "dynamicVnetAssignmentScope",
        Shape::Choice(&[choice("none"), choice("job")]),
    )
    .since(V2022_10_01)
    .default("none"),
    member("endpointConfiguration", Shape::Object(ENDPOINT_CONFIGURATION)),
    member(
        "publicIPAddressConfiguration",
        Shape::Object(PUBLIC_IP_ADDRESS_CONFIGURATION),
    )
    .since(V2020_03_01),
    member("enableAcceleratedNetworking", Shape::Bool).since(V2023_05_01),
    member(
        "dynamicVNetAssignmentScope",
        Shape::Choice(&[choice("none"), choice("job")]),
    )
    .since(V2022_01_01)
    .until(V2022_06_01)
    .now("dynamicVnetAssignmentScope"),
    member("publicIPs", Shape::List(&Shape::Text))
        .since(V2019_08_01)
        .until(V2019_08_01)
        .now("publicIPAddressConfiguration.ipAddressIds"),
];

static TASK_SCHEDULING_POLICY: &[Member] = &[
    member(
        "jobDefaultOrder",
        Shape::Choice(&[choice("None"), choice("CreationTime")]),
    )
    .since(V2025_06_01),
    member("nodeFillType", Shape::Choice(&[choice("Spread"), choice("Pack")]))
        .required()
        .default("Spread"),
];

static LINUX_USER_CONFIGURATION: &[Member] = &[
    member("uid", Shape::Int32),
    member("gid", Shape::Int32),
    member("sshPrivateKey", Shape::Text).secret(),
];

static WINDOWS_USER_CONFIGURATION: &[Member] = &[member(
    "loginMode",
    Shape::Choice(&[choice("Batch"), choice("Interactive")]),
)];

static USER_ACCOUNTS: &[Member] = &[
    member("name", Shape::Text).required(),
    member("password", Shape::Text).required().secret(),
    member("elevationLevel", Shape::Choice(&[choice("NonAdmin"), choice("Admin")])),
    member("linuxUserConfiguration", Shape::Object(LINUX_USER_CONFIGURATION)),
    member("windowsUserConfiguration", Shape::Object(WINDOWS_USER_CONFIGURATION)).since(V2018_12_01),
];

static METADATA: &[Member] = &[
    member("name", Shape::Text).required(),
    member("value", Shape::Text).required(),
];

static RESOURCE_FILES: &[Member] = &[
    member("autoStorageContainerName", Shape::Text).since(V2018_12_01),
    member("storageContainerUrl", Shape::Text).since(V2018_12_01),
    member("httpUrl", Shape::Text).since(V2018_12_01),
    member("blobPrefix", Shape::Text).since(V2018_12_01),
    member("filePath", Shape::Text).required_until(V2017_09_01),
    member("fileMode", Shape::Text),
    member("identityReference", Shape::Object(IDENTITY_REFERENCE)).since(V2021_06_01),
    member("blobSource", Shape::Text)
        .until(V2017_09_01)
        .required()
        .now("httpUrl"),
];

static ENVIRONMENT_SETTINGS: &[Member] = &[member("name", Shape::Text).required(), member("value", Shape::Text)];

static AUTO_USER: &[Member] = &[
    member("scope", Shape::Choice(&[choice("Task"), choice("Pool")])),
    member("elevationLevel", Shape::Choice(&[choice("NonAdmin"), choice("Admin")])),
];

static USER_IDENTITY: &[Member] = &[
    member("userName", Shape::Text),
    member("autoUser", Shape::Object(AUTO_USER)),
];

static CONTAINER_HOST_BATCH_BIND_MOUNTS: &[Member] = &[
    member(
        "source",
        Shape::Choice(&[
            choice("Shared"),
            choice("Startup"),
            choice("VfsMounts"),
            choice("Task"),
            choice("JobPrep"),
            choice("Applications"),
        ]),
    ),
    member("isReadOnly", Shape::Bool),
];

static CONTAINER_SETTINGS: &[Member] = &[
    member("containerRunOptions", Shape::Text),
    member("imageName", Shape::Text).required(),
    member("registry", Shape::Object(CONTAINER_REGISTRIES)),
    member(
        "workingDirectory",
        Shape::Choice(&[choice("TaskWorkingDirectory"), choice("ContainerImageDefault")]),
    )
    .since(V2019_08_01),
    member(
        "containerHostBatchBindMounts",
        Shape::List(&Shape::Object(CONTAINER_HOST_BATCH_BIND_MOUNTS)),
    )
    .since(V2024_07_01),
];

static START_TASK: &[Member] = &[
    member("commandLine", Shape::Text),
    member("resourceFiles", Shape::List(&Shape::Object(RESOURCE_FILES))),
    member("environmentSettings", Shape::List(&Shape::Object(ENVIRONMENT_SETTINGS))),
    member("userIdentity", Shape::Object(USER_IDENTITY)),
    member("maxTaskRetryCount", Shape::Int32).default("0"),
    member("waitForSuccess", Shape::Bool),
    member("containerSettings", Shape::Object(CONTAINER_SETTINGS)).since(V2018_12_01),
];

static APPLICATION_PACKAGES: &[Member] = &[member("id", Shape::Text).required(), member("version", Shape::Text)];

static RESIZE_OPERATION_STATUS: &[Member] = &[
    member("targetDedicatedNodes", Shape::Int32).read_only(),
    member("targetLowPriorityNodes", Shape::Int32).read_only(),
    member("resizeTimeout", Shape::Duration).read_only(),
    member(
        "nodeDeallocationOption",
        Shape::Choice(&[
            choice("Requeue"),
            choice("Terminate"),
            choice("TaskCompletion"),
            choice("RetainedData"),
        ]),
    )
    .read_only(),
    member("startTime", Shape::DateTime).read_only(),
    member("errors", Shape::List(&Shape::Any)).read_only(),
];

static AZURE_BLOB_FILE_SYSTEM_CONFIGURATION: &[Member] = &[
    member("accountName", Shape::Text).required(),
    member("containerName", Shape::Text).required(),
    member("accountKey", Shape::Text).secret(),
    member("sasKey", Shape::Text).secret(),
    member("blobfuseOptions", Shape::Text),
    member("relativeMountPath", Shape::Text).required(),
    member("identityReference", Shape::Object(IDENTITY_REFERENCE)).since(V2021_06_01),
];

static NFS_MOUNT_CONFIGURATION: &[Member] = &[
    member("source", Shape::Text).required(),
    member("relativeMountPath", Shape::Text).required(),
    member("mountOptions", Shape::Text),
];

static CIFS_MOUNT_CONFIGURATION: &[Member] = &[
    member("userName", Shape::Text).since(V2022_10_01).required(),
    member("source", Shape::Text).required(),
    member("relativeMountPath", Shape::Text).required(),
    member("mountOptions", Shape::Text),
    member("password", Shape::Text).required().secret(),
    member("username", Shape::Text)
        .until(V2022_06_01)
        .required()
        .now("userName"),
];

static AZURE_FILE_SHARE_CONFIGURATION: &[Member] = &[
    member("accountName", Shape::Text).required(),
    member("azureFileUrl", Shape::Text).required(),
    member("accountKey", Shape::Text).required().secret(),
    member("relativeMountPath", Shape::Text).required(),
    member("mountOptions", Shape::Text),
];

static MOUNT_CONFIGURATION: &[Member] = &[
    member(
        "azureBlobFileSystemConfiguration",
        Shape::Object(AZURE_BLOB_FILE_SYSTEM_CONFIGURATION),
    ),
    member("nfsMountConfiguration", Shape::Object(NFS_MOUNT_CONFIGURATION)),
    member("cifsMountConfiguration", Shape::Object(CIFS_MOUNT_CONFIGURATION)),
    member(
        "azureFileShareConfiguration",
        Shape::Object(AZURE_FILE_SHARE_CONFIGURATION),
    ),
];

static AUTOMATIC_OS_UPGRADE_POLICY: &[Member] = &[
    member("disableAutomaticRollback", Shape::Bool),
    member("enableAutomaticOSUpgrade", Shape::Bool),
    member("useRollingUpgradePolicy", Shape::Bool),
    member("osRollingUpgradeDeferral", Shape::Bool),
];

static ROLLING_UPGRADE_POLICY: &[Member] = &[
    member("enableCrossZoneUpgrade", Shape::Bool),
    member("maxBatchInstancePercent", Shape::Int32).range(5, 100),
    member("maxUnhealthyInstancePercent", Shape::Int32).range(5, 100),
    member("maxUnhealthyUpgradedInstancePercent", Shape::Int32).range(0, 100),
    member("pauseTimeBetweenBatches", Shape::Text),
    member("prioritizeUnhealthyInstances", Shape::Bool),
    member("rollbackFailedInstancesOnPolicyBreach", Shape::Bool),
];

static UPGRADE_POLICY: &[Member] = &[
    member(
        "mode",
        Shape::Choice(&[choice("automatic"), choice("manual"), choice("rolling")]),
    )
    .required(),
    member("automaticOSUpgradePolicy", Shape::Object(AUTOMATIC_OS_UPGRADE_POLICY)),
    member("rollingUpgradePolicy", Shape::Object(ROLLING_UPGRADE_POLICY)),
];

static CERTIFICATES: &[Member] = &[
    member("id", Shape::Text).until(V2024_07_01).required(),
    member(
        "storeLocation",
        Shape::Choice(&[choice("CurrentUser"), choice("LocalMachine")]),
    )
    .until(V2024_07_01),
    member("storeName", Shape::Text).until(V2024_07_01),
    member(
        "visibility",
        Shape::List(&Shape::Choice(&[
            choice("StartTask"),
            choice("Task"),
            choice("RemoteUser"),
        ])),
    )
    .until(V2024_07_01),
];

static VM_SIZES: &[Member] = &[member("name", Shape::Text).required(), member("rank", Shape::Int32)];

static VM_SKU_PROFILE: &[Member] = &[
    member("vmSizes", Shape::List(&Shape::Object(VM_SIZES))),
    member(
        "allocationStrategy",
        Shape::Choice(&[
            choice("LowestPrice"),
            choice("CapacityOptimized"),
            choice("Prioritized"),
        ]),
    ),
];

static VM_SIZE_PROPERTIES: &[Member] = &[
    member("vCPUsAvailable", Shape::Int32),
    member("vCPUsPerCore", Shape::Int32),
];

static VM_HARDWARE_PROFILE: &[Member] = &[member("vmSizeProperties", Shape::Object(VM_SIZE_PROPERTIES))];

static PROPERTIES: &[Member] = &[
    member("displayName", Shape::Text),
    member("lastModified", Shape::DateTime).read_only(),
    member("creationTime", Shape::DateTime).read_only(),
    member(
        "provisioningState",
        Shape::Choice(&[choice("Succeeded"), choice("Deleting")]),
    )
    .read_only(),
    member("provisioningStateTransitionTime", Shape::DateTime).read_only(),
    member(
        "allocationState",
        Shape::Choice(&[choice("Steady"), choice("Resizing"), choice("Stopping")]),
    )
    .read_only(),
    member("allocationStateTransitionTime", Shape::DateTime).read_only(),
    member("vmSize", Shape::Text),
    member("deploymentConfiguration", Shape::Object(DEPLOYMENT_CONFIGURATION)),
    member("currentDedicatedNodes", Shape::Int32).read_only(),
    member("currentLowPriorityNodes", Shape::Int32).read_only(),
    member("scaleSettings", Shape::Object(SCALE_SETTINGS)),
    member("autoScaleRun", Shape::Object(AUTO_SCALE_RUN)).read_only(),
    member(
        "interNodeCommunication",
        Shape::Choice(&[choice("Enabled"), choice("Disabled")]),
    ),
    member("networkConfiguration", Shape::Object(NETWORK_CONFIGURATION)),
    member("taskSlotsPerNode", Shape::Int32).since(V2020_09_01).default("1"),
    member("taskSchedulingPolicy", Shape::Object(TASK_SCHEDULING_POLICY)),
    member("userAccounts", Shape::List(&Shape::Object(USER_ACCOUNTS))),
    member("metadata", Shape::List(&Shape::Object(METADATA))),
    member("startTask", Shape::Object(START_TASK)),
    member("applicationPackages", Shape::List(&Shape::Object(APPLICATION_PACKAGES))),
    member("resizeOperationStatus", Shape::Object(RESIZE_OPERATION_STATUS)).read_only(),
    member("mountConfiguration", Shape::List(&Shape::Object(MOUNT_CONFIGURATION))).since(V2019_08_01),
    member("upgradePolicy", Shape::Object(UPGRADE_POLICY)).since(V2024_02_01),
    member("certificates", Shape::List(&Shape::Object(CERTIFICATES))).until(V2024_07_01),
    member("applicationLicenses", Shape::List(&Shape::Text)).until(V2024_07_01),
    member(
        "targetNodeCommunicationMode",
        Shape::Choice(&[choice("Default"), choice("Classic"), choice("Simplified")]),
    )
    .since(V2022_10_01)
    .until(V2024_07_01),
    member(
        "currentNodeCommunicationMode",
        Shape::Choice(&[choice("Default"), choice("Classic"), choice("Simplified")]),
    )
    .since(V2022_10_01)
    .until(V2024_07_01)
    .read_only(),
    member("resourceTags", Shape::Map(&Shape::Text))
        .since(V2023_11_01)
        .until(V2024_07_01),
    member("maxTasksPerNode", Shape::Int32)
        .until(V2020_05_01)
        .now("taskSlotsPerNode"),
    member("vmSkuProfile", Shape::Object(VM_SKU_PROFILE)).since(V2026_08_01),
    member("vmHardwareProfile", Shape::Object(VM_HARDWARE_PROFILE)).since(V2026_08_01),
];

static USER_ASSIGNED_IDENTITIES: &[Member] = &[
    member("principalId", Shape::Text).read_only(),
    member("clientId", Shape::Text).read_only(),
];

static IDENTITY: &[Member] = &[
    member("type", Shape::Choice(&[choice("UserAssigned"), choice("None")])).required(),
    member(
        "userAssignedIdentities",
        Shape::Map(&Shape::Object(USER_ASSIGNED_IDENTITIES)),
    ),
];

/// The pool resource: what a PUT body may hold, in any api-version.
pub static POOL: &[Member] = &[
    member("id", Shape::Text).read_only(),
    member("name", Shape::Text).read_only(),
    member("type", Shape::Text).read_only(),
    member("properties", Shape::Object(PROPERTIES)),
    member("identity", Shape::Object(IDENTITY)).since(V2021_01_01),
    member("etag", Shape::Text).read_only(),
    member("tags", Shape::Map(&Shape::Text)).since(V2024_07_01),
];
