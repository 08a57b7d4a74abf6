//! The arguments of `azurerm_batch_pool`, row by row: those of a block first, then the blocks in it. Where a member has had
//! two names, the one that the provider itself sends comes first.

use super::azurerm::{Kind, Row, row};

use Kind::{Block, Blocks, Bool, Choice, Each, Json, Map, Names, PortRange, PortRangeEnd, Text, Texts, Whole};

/// What no figure of the provider bounds.
const MOST: i64 = i32::MAX as i64;
const LEAST: i64 = i32::MIN as i64;

/// A member of the virtual machine configuration.
macro_rules! vm {
    ($name:literal) => {
        concat!("properties/deploymentConfiguration/virtualMachineConfiguration/", $name)
    };
}

static IMAGE: &[Row] = &[
    row("id", "id", Text),
    row("publisher", "publisher", Text),
    row("offer", "offer", Text),
    row("sku", "sku", Text),
    row("version", "version", Text).wants("\"latest\"", Some("publisher")),
];

static FIXED_SCALE: &[Row] = &[
    row("targetDedicatedNodes", "target_dedicated_nodes", Whole(0, 2000)).differs("0", "1"),
    row("targetLowPriorityNodes", "target_low_priority_nodes", Whole(0, 1000)),
    row("resizeTimeout", "resize_timeout", Text),
    row(
        "nodeDeallocationOption",
        "node_deallocation_method",
        Choice(&["Requeue", "RetainedData", "TaskCompletion", "Terminate"]),
    ),
];

static AUTO_SCALE: &[Row] = &[
    row("evaluationInterval", "evaluation_interval", Text),
    row("formula", "formula", Text),
];

static REGISTRY: &[Row] = &[
    row("registryServer", "registry_server", Text).wants("\"docker.io\"", None),
    row("username", "user_name", Text),
    row("password", "password", Text),
    row("identityReference/resourceId", "user_assigned_identity_id", Text),
];

static CONTAINERS: &[Row] = &[
    row("type", "type", Text),
    row("containerImageNames", "container_image_names", Texts),
    row("containerRegistries", "container_registries", Blocks(REGISTRY)),
];

static IDENTITY: &[Row] = &[
    row("type", "type", Choice(&["UserAssigned"])),
    row("userAssignedIdentities", "identity_ids", Names),
];

static DATA_DISK: &[Row] = &[
    row("lun", "lun", Whole(0, 63)),
    row("caching", "caching", Choice(&["None", "ReadOnly", "ReadWrite"])).differs("\"None\"", "\"ReadOnly\""),
    row("diskSizeGB", "disk_size_gb", Whole(0, MOST)),
    row(
        "storageAccountType",
        "storage_account_type",
        Choice(&["Standard_LRS", "Premium_LRS"]),
    ),
    row(
        "managedDisk/storageAccountType",
        "storage_account_type",
        Choice(&["Standard_LRS", "Premium_LRS"]),
    ),
];

static EXTENSION: &[Row] = &[
    row("name", "name", Text),
    row("publisher", "publisher", Text),
    row("type", "type", Text),
    row("typeHandlerVersion", "type_handler_version", Text),
    row("autoUpgradeMinorVersion", "auto_upgrade_minor_version", Bool),
    row("enableAutomaticUpgrade", "automatic_upgrade_enabled", Bool),
    row("settings", "settings_json", Json).wants("{}", None),
    row("protectedSettings", "protected_settings", Json).wants("{}", None),
    row("provisionAfterExtensions", "provision_after_extensions", Texts),
];

static SECURITY: &[Row] = &[
    row("encryptionAtHost", "host_encryption_enabled", Bool),
    row(
        "securityType",
        "security_type",
        Choice(&["confidentialVM", "trustedLaunch"]),
    ),
    row("uefiSettings/secureBootEnabled", "secure_boot_enabled", Bool).sends("false", Some("security_type")),
    row("uefiSettings/vTpmEnabled", "vtpm_enabled", Bool).sends("false", Some("security_type")),
];

static SECURITY_RULE: &[Row] = &[
    row("priority", "priority", Whole(150, MOST)),
    row("access", "access", Choice(&["Allow", "Deny"])),
    row("sourceAddressPrefix", "source_address_prefix", Text),
    row("sourcePortRanges", "source_port_ranges", Texts).unsent(),
];

static NAT_POOL: &[Row] = &[
    row("name", "name", Text),
    row("protocol", "protocol", Choice(&["TCP", "UDP"])),
    row("backendPort", "backend_port", Whole(1, 65535)),
    row(
        "frontendPortRangeStart",
        "frontend_port_range",
        PortRange("frontendPortRangeEnd"),
    ),
    row("frontendPortRangeEnd", "frontend_port_range", PortRangeEnd),
    row(
        "networkSecurityGroupRules",
        "network_security_group_rules",
        Blocks(SECURITY_RULE),
    ),
];

const PROVISION: Kind = Choice(&["BatchManaged", "UserManaged", "NoPublicIPAddresses"]);

static NETWORK: &[Row] = &[
    row("subnetId", "subnet_id", Text),
    row(
        "dynamicVnetAssignmentScope",
        "dynamic_vnet_assignment_scope",
        Choice(&["none", "job"]),
    ),
    row(
        "dynamicVNetAssignmentScope",
        "dynamic_vnet_assignment_scope",
        Choice(&["none", "job"]),
    ),
    row("enableAcceleratedNetworking", "accelerated_networking_enabled", Bool),
    row(
        "publicIPAddressConfiguration/provision",
        "public_address_provisioning_type",
        PROVISION,
    ),
    row("publicIPAddressConfiguration/ipAddressIds", "public_ips", Texts),
    row("publicIPs", "public_ips", Texts),
    row(
        "endpointConfiguration/inboundNatPools",
        "endpoint_configuration",
        Blocks(NAT_POOL),
    ),
];

static LINUX_USER: &[Row] = &[
    row("uid", "uid", Whole(LEAST, MOST)).sends("0", None),
    row("gid", "gid", Whole(LEAST, MOST)).sends("0", None),
    row("sshPrivateKey", "ssh_private_key", Text),
];

static WINDOWS_USER: &[Row] = &[row("loginMode", "login_mode", Choice(&["Batch", "Interactive"]))];

static USER_ACCOUNT: &[Row] = &[
    row("name", "name", Text),
    row("password", "password", Text),
    row("elevationLevel", "elevation_level", Choice(&["NonAdmin", "Admin"])).wants("\"NonAdmin\"", None),
    row("linuxUserConfiguration", "linux_user_configuration", Block(LINUX_USER)),
    row(
        "windowsUserConfiguration",
        "windows_user_configuration",
        Block(WINDOWS_USER),
    ),
];

static RESOURCE_FILE: &[Row] = &[
    row("autoStorageContainerName", "auto_storage_container_name", Text),
    row("storageContainerUrl", "storage_container_url", Text),
    row("httpUrl", "http_url", Text),
    row("blobPrefix", "blob_prefix", Text),
    row("filePath", "file_path", Text),
    row("fileMode", "file_mode", Text),
    row("identityReference/resourceId", "user_assigned_identity_id", Text),
];

static AUTO_USER: &[Row] = &[
    row("scope", "scope", Choice(&["Task", "Pool"])).differs("\"Pool\"", "\"Task\""),
    row("elevationLevel", "elevation_level", Choice(&["NonAdmin", "Admin"])),
];

static USER_IDENTITY: &[Row] = &[
    row("userName", "user_name", Text),
    row("autoUser", "auto_user", Block(AUTO_USER)),
];

static CONTAINER: &[Row] = &[
    row("imageName", "image_name", Text),
    row("containerRunOptions", "run_options", Text),
    row(
        "workingDirectory",
        "working_directory",
        Choice(&["TaskWorkingDirectory", "ContainerImageDefault"]),
    ),
    row("registry", "registry", Block(REGISTRY)),
];

static START_TASK: &[Row] = &[
    row("commandLine", "command_line", Text),
    row("maxTaskRetryCount", "task_retry_maximum", Whole(-1, MOST)),
    row("waitForSuccess", "wait_for_success", Bool).differs("true", "false"),
    row("environmentSettings", "common_environment_properties", Map),
    row("userIdentity", "user_identity", Block(USER_IDENTITY)),
    row("resourceFiles", "resource_file", Blocks(RESOURCE_FILE)),
    row("containerSettings", "container", Block(CONTAINER)),
];

static BLOB_MOUNT: &[Row] = &[
    row("accountName", "account_name", Text),
    row("containerName", "container_name", Text),
    row("relativeMountPath", "relative_mount_path", Text),
    row("accountKey", "account_key", Text),
    row("sasKey", "sas_key", Text),
    row("identityReference/resourceId", "identity_id", Text),
    row("blobfuseOptions", "blobfuse_options", Text),
];

static FILE_MOUNT: &[Row] = &[
    row("accountName", "account_name", Text),
    row("accountKey", "account_key", Text),
    row("azureFileUrl", "azure_file_url", Text),
    row("relativeMountPath", "relative_mount_path", Text),
    row("mountOptions", "mount_options", Text),
];

static CIFS_MOUNT: &[Row] = &[
    row("userName", "user_name", Text),
    row("username", "user_name", Text),
    row("password", "password", Text),
    row("source", "source", Text),
    row("relativeMountPath", "relative_mount_path", Text),
    row("mountOptions", "mount_options", Text),
];

static NFS_MOUNT: &[Row] = &[
    row("source", "source", Text),
    row("relativeMountPath", "relative_mount_path", Text),
    row("mountOptions", "mount_options", Text),
];

static MOUNT: &[Row] = &[
    row(
        "azureBlobFileSystemConfiguration",
        "azure_blob_file_system",
        Block(BLOB_MOUNT),
    ),
    row("azureFileShareConfiguration", "azure_file_share", Block(FILE_MOUNT)),
    row("cifsMountConfiguration", "cifs_mount", Block(CIFS_MOUNT)),
    row("nfsMountConfiguration", "nfs_mount", Block(NFS_MOUNT)),
];

/// The arguments of the resource, but for those that say where it goes.
pub static POOL: &[Row] = &[
    row("properties/displayName", "display_name", Text),
    row("properties/vmSize", "vm_size", Text),
    row(vm!("nodeAgentSkuId"), "node_agent_sku_id", Text),
    row("properties/taskSlotsPerNode", "max_tasks_per_node", Whole(1, MOST)),
    row("properties/maxTasksPerNode", "max_tasks_per_node", Whole(1, MOST)),
    row(
        "properties/interNodeCommunication",
        "inter_node_communication",
        Choice(&["Enabled", "Disabled"]),
    )
    .differs("\"Disabled\"", "\"Enabled\""),
    row(
        "properties/targetNodeCommunicationMode",
        "target_node_communication_mode",
        Choice(&["Classic", "Default", "Simplified"]),
    ),
    row(vm!("licenseType"), "license_type", Text),
    row(
        vm!("osDisk/ephemeralOSDiskSettings/placement"),
        "os_disk_placement",
        Choice(&["CacheDisk"]),
    ),
    row("properties/metadata", "metadata", Map),
    row("identity", "identity", Block(IDENTITY)),
    row(vm!("imageReference"), "storage_image_reference", Block(IMAGE)),
    row("properties/scaleSettings/fixedScale", "fixed_scale", Block(FIXED_SCALE)),
    row("properties/scaleSettings/autoScale", "auto_scale", Block(AUTO_SCALE)),
    row(
        "properties/taskSchedulingPolicy",
        "task_scheduling_policy",
        Block(&[row("nodeFillType", "node_fill_type", Choice(&["Spread", "Pack"]))]),
    ),
    row(
        vm!("windowsConfiguration"),
        "windows",
        Block(&[row("enableAutomaticUpdates", "enable_automatic_updates", Bool)]),
    ),
    row(
        vm!("nodePlacementConfiguration"),
        "node_placement",
        Block(&[row("policy", "policy", Choice(&["Zonal", "Regional"]))]),
    ),
    row(vm!("dataDisks"), "data_disks", Blocks(DATA_DISK)),
    row(
        vm!("diskEncryptionConfiguration/targets"),
        "disk_encryption",
        Each("disk_encryption_target", &["OsDisk", "TemporaryDisk"]),
    ),
    row(vm!("securityProfile"), "security_profile", Block(SECURITY)),
    row(
        vm!("containerConfiguration"),
        "container_configuration",
        Block(CONTAINERS),
    ),
    row(vm!("extensions"), "extensions", Blocks(EXTENSION)),
    row(
        "properties/networkConfiguration",
        "network_configuration",
        Block(NETWORK),
    ),
    row("properties/userAccounts", "user_accounts", Blocks(USER_ACCOUNT)),
    row("properties/mountConfiguration", "mount", Blocks(MOUNT)),
    row("properties/startTask", "start_task", Block(START_TASK)),
];
