//! JSON pointers into the plan document.

macro_rules! paths {
    ($($(#[$doc:meta])* $name:ident = $pointer:expr;)*) => { $( $(#[$doc])* pub const $name: &str = $pointer; )* };
}

paths! {
    /// Where the request goes.
    TARGET = "/target";
    /// The Azure cloud.
    CLOUD = "/target/cloud";
    /// The subscription of the Batch account.
    SUBSCRIPTION = "/target/subscriptionId";
    /// The resource group of the Batch account.
    RESOURCE_GROUP = "/target/resourceGroup";
    /// The Batch account.
    ACCOUNT = "/target/accountName";
    /// The region of the Batch account.
    REGION = "/target/region";
    /// The Microsoft Entra tenant of the Batch account.
    TENANT = "/target/tenantId";
    /// How the account allocates pools.
    ALLOCATION_MODE = "/target/poolAllocationMode";
    /// How the caller signs in.
    AUTHENTICATION = "/target/authentication";
    /// The name of the pool.
    POOL_NAME = "/target/poolName";
    /// The api-version of the request.
    API_VERSION = "/target/apiVersion";
    /// Quotas as somebody knows them.
    QUOTAS = "/target/quotas";
    /// Quota of dedicated cores.
    QUOTA_DEDICATED = "/target/quotas/dedicatedCores";
    /// Quota of Spot cores.
    QUOTA_SPOT = "/target/quotas/spotCores";
    /// Quota of pools.
    QUOTA_POOLS = "/target/quotas/pools";
    /// What the pool body cannot say about the image.
    IMAGE = "/image";
    /// What the image was made from.
    IMAGE_SOURCE = "/image/source";
    /// The region of the image.
    IMAGE_REGION = "/image/region";
    /// The tenant of the image.
    IMAGE_TENANT = "/image/tenantId";
    /// Who published the base image.
    IMAGE_BASE = "/image/basePublisher";
    /// What built the image.
    IMAGE_BUILT_WITH = "/image/builtWith";
    /// The operating system of the image.
    IMAGE_OS = "/image/osType";
    /// The hypervisor generation of the image.
    IMAGE_GENERATION = "/image/hyperVGeneration";
    /// Whether the image is generalized.
    IMAGE_STATE = "/image/osState";
    /// Replicas of the gallery version in the account's region.
    IMAGE_REPLICAS = "/image/replicasInRegion";
    /// Whether the gallery definition carries the purchase plan.
    IMAGE_PLAN = "/image/hasPurchasePlan";
    /// Whether VM extensions are installed in the image.
    IMAGE_EXTENSIONS = "/image/extensionsInstalled";
    /// Whether the OS disk of the source is encrypted.
    IMAGE_ENCRYPTED = "/image/osDiskEncrypted";
    /// Whether the image uses the default temp drive.
    IMAGE_TEMP_DRIVE = "/image/defaultTempDrive";
    /// Whether the source VM uses managed disks.
    IMAGE_MANAGED_DISK = "/image/managedDisk";
    /// Other pools that use the image.
    NEIGHBOURS = "/neighbours";
    /// The body of the request.
    POOL = "/pool";
    /// Its properties.
    PROPERTIES = "/pool/properties";
    /// The VM size.
    VM_SIZE = "/pool/properties/vmSize";
    /// The display name.
    DISPLAY_NAME = "/pool/properties/displayName";
    /// The deployment configuration.
    DEPLOYMENT = "/pool/properties/deploymentConfiguration";
    /// The virtual machine configuration.
    VM = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration";
    /// The image reference.
    IMAGE_REFERENCE = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/imageReference";
    /// The image id.
    IMAGE_ID = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/imageReference/id";
    /// The Marketplace version.
    IMAGE_VERSION = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/imageReference/version";
    /// The node agent SKU.
    NODE_AGENT = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/nodeAgentSkuId";
    /// The data disks.
    DATA_DISKS = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/dataDisks";
    /// The OS disk.
    OS_DISK = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/osDisk";
    /// The caching of the OS disk.
    OS_CACHING = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/osDisk/caching";
    /// The ephemeral OS disk.
    EPHEMERAL = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/osDisk/ephemeralOSDiskSettings";
    /// The security profile.
    SECURITY = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/securityProfile";
    /// The security type.
    SECURITY_TYPE = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/securityProfile/securityType";
    /// Fixed or automatic scale.
    SCALE = "/pool/properties/scaleSettings";
    /// The fixed scale.
    FIXED = "/pool/properties/scaleSettings/fixedScale";
    /// The target of dedicated nodes.
    DEDICATED = "/pool/properties/scaleSettings/fixedScale/targetDedicatedNodes";
    /// The target of Spot nodes.
    SPOT = "/pool/properties/scaleSettings/fixedScale/targetLowPriorityNodes";
    /// The resize time-out.
    RESIZE_TIMEOUT = "/pool/properties/scaleSettings/fixedScale/resizeTimeout";
    /// What happens to tasks on nodes that leave.
    DEALLOCATION = "/pool/properties/scaleSettings/fixedScale/nodeDeallocationOption";
    /// The automatic scale.
    AUTO = "/pool/properties/scaleSettings/autoScale";
    /// The autoscale formula.
    FORMULA = "/pool/properties/scaleSettings/autoScale/formula";
    /// The interval between evaluations.
    INTERVAL = "/pool/properties/scaleSettings/autoScale/evaluationInterval";
    /// Inter-node communication.
    INTER_NODE = "/pool/properties/interNodeCommunication";
    /// Task slots per node.
    SLOTS = "/pool/properties/taskSlotsPerNode";
    /// The same under its name until 2020-05-01.
    OLD_SLOTS = "/pool/properties/maxTasksPerNode";
    /// The scheduling policy.
    SCHEDULING = "/pool/properties/taskSchedulingPolicy";
    /// Metadata.
    METADATA = "/pool/properties/metadata";
    /// The network.
    NETWORK = "/pool/properties/networkConfiguration";
    /// The subnet.
    SUBNET = "/pool/properties/networkConfiguration/subnetId";
    /// Inbound NAT pools.
    NAT_POOLS = "/pool/properties/networkConfiguration/endpointConfiguration/inboundNatPools";
    /// Public IP addresses.
    PUBLIC_IPS = "/pool/properties/networkConfiguration/publicIPAddressConfiguration";
    /// The start task.
    START_TASK = "/pool/properties/startTask";
    /// Settings of Windows.
    WINDOWS = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/windowsConfiguration";
    /// Whether Windows updates itself.
    WINDOWS_UPDATES =
        "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/windowsConfiguration/enableAutomaticUpdates";
    /// The licence for Windows one already has.
    LICENSE = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/licenseType";
    /// Containers.
    CONTAINERS = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/containerConfiguration";
    /// Disk encryption.
    DISK_ENCRYPTION =
        "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/diskEncryptionConfiguration";
    /// The disks that are encrypted.
    ENCRYPTION_TARGETS =
        "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/diskEncryptionConfiguration/targets";
    /// A key of one’s own.
    DISK_KEY =
        "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/diskEncryptionConfiguration/customerManagedKey";
    /// The address of that key.
    DISK_KEY_URL =
        "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/diskEncryptionConfiguration/customerManagedKey/keyUrl";
    /// Regional or zonal placement.
    PLACEMENT =
        "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/nodePlacementConfiguration/policy";
    /// The VM extensions.
    EXTENSIONS = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/extensions";
    /// The managed disk of the operating system.
    OS_MANAGED_DISK = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/osDisk/managedDisk";
    /// How a confidential OS disk is encrypted.
    OS_GUEST_STATE =
        "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/osDisk/managedDisk/securityProfile/securityEncryptionType";
    /// Encryption at host.
    HOST_ENCRYPTION =
        "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/securityProfile/encryptionAtHost";
    /// Secure boot and vTPM.
    UEFI = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/securityProfile/uefiSettings";
    /// The metadata security protocol.
    PROXY_AGENT =
        "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/securityProfile/proxyAgentSettings";
    /// The service artifact.
    SERVICE_ARTIFACT =
        "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/serviceArtifactReference/id";
    /// The identities of the nodes.
    IDENTITY = "/pool/identity";
    /// Tags of the resources behind a pool, until 2024-07-01.
    RESOURCE_TAGS = "/pool/properties/resourceTags";
    /// Whether new OS images are rolled out by themselves.
    AUTO_UPGRADE = "/pool/properties/upgradePolicy/automaticOSUpgradePolicy/enableAutomaticOSUpgrade";
    /// Whether such an upgrade waits for tasks.
    UPGRADE_DEFERRAL = "/pool/properties/upgradePolicy/automaticOSUpgradePolicy/osRollingUpgradeDeferral";
    /// Nodes upgraded at once, in per cent.
    BATCH_PERCENT = "/pool/properties/upgradePolicy/rollingUpgradePolicy/maxBatchInstancePercent";
    /// Nodes that may be unhealthy, in per cent.
    UNHEALTHY_PERCENT = "/pool/properties/upgradePolicy/rollingUpgradePolicy/maxUnhealthyInstancePercent";
    /// Whether batches may reach over zones.
    CROSS_ZONE = "/pool/properties/upgradePolicy/rollingUpgradePolicy/enableCrossZoneUpgrade";
    /// The pause between batches.
    UPGRADE_PAUSE = "/pool/properties/upgradePolicy/rollingUpgradePolicy/pauseTimeBetweenBatches";
    /// Quotas of dedicated cores, one for each VM series.
    QUOTA_PER_FAMILY = "/target/quotas/dedicatedCoresPerFamily";
    /// The id of a directly shared gallery image.
    SHARED_IMAGE_ID = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/imageReference/sharedGalleryImageId";
    /// The id of a community gallery image.
    COMMUNITY_IMAGE_ID = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/imageReference/communityGalleryImageId";
    /// The deployment configuration of old.
    CLOUD_SERVICE = "/pool/properties/deploymentConfiguration/cloudServiceConfiguration";
    /// Certificates of the account.
    CERTIFICATES = "/pool/properties/certificates";
    /// Licences of rendering applications.
    APPLICATION_LICENSES = "/pool/properties/applicationLicenses";
    /// The endpoint configuration.
    ENDPOINTS = "/pool/properties/networkConfiguration/endpointConfiguration";
    /// How the pool comes to its public IP addresses.
    PROVISION = "/pool/properties/networkConfiguration/publicIPAddressConfiguration/provision";
    /// Public IP addresses of one's own.
    PUBLIC_IP_IDS = "/pool/properties/networkConfiguration/publicIPAddressConfiguration/ipAddressIds";
    /// The same under their name in 2019-08-01.
    OLD_PUBLIC_IPS = "/pool/properties/networkConfiguration/publicIPs";
    /// The families of the public IP addresses.
    IP_FAMILIES = "/pool/properties/networkConfiguration/publicIPAddressConfiguration/ipFamilies";
    /// The scope of dynamic VNet assignment.
    VNET_SCOPE = "/pool/properties/networkConfiguration/dynamicVnetAssignmentScope";
    /// The same under its name until 2022-06-01.
    OLD_VNET_SCOPE = "/pool/properties/networkConfiguration/dynamicVNetAssignmentScope";
    /// Accelerated networking.
    ACCELERATED = "/pool/properties/networkConfiguration/enableAcceleratedNetworking";
    /// How nodes communicate with the service.
    COMMUNICATION = "/pool/properties/targetNodeCommunicationMode";
    /// Findings that somebody accepted.
    ACCEPTED = "/accepted";
    /// What was read from Azure, and when.
    READINGS = "/readings";
}

/// The pointer of a member below `parent`.
pub fn child(parent: &str, name: &str) -> String {
    let mut pointer = String::with_capacity(parent.len() + 1 + name.len());
    pointer.push_str(parent);
    push(&mut pointer, name);
    pointer
}

/// Lengthens a pointer by a member.
pub fn push(pointer: &mut String, name: &str) {
    pointer.push('/');
    if name.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
    } else {
        pointer.push_str(name);
    }
}

/// The pointer of an item below `parent`.
pub fn item(parent: &str, index: usize) -> String {
    format!("{parent}/{index}")
}

/// The pointer above, and the last part, unescaped. `None` for the document itself.
pub fn split_last(pointer: &str) -> Option<(&str, String)> {
    pointer.rsplit_once('/').map(|(parent, last)| (parent, unescape(last)))
}

/// The last part of a pointer, as it stands in the text: `targetDedicatedNodes`.
pub fn last(pointer: &str) -> String {
    split_last(pointer).map(|(_, last)| last).unwrap_or_default()
}

/// A part of a pointer with `~1` and `~0` read.
pub fn unescape(part: &str) -> String {
    if part.contains('~') {
        part.replace("~1", "/").replace("~0", "~")
    } else {
        part.to_owned()
    }
}
