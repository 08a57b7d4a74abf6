//! The pages that were read, with the date of the revision and the day of reading.

use super::Page;
use crate::model::CalendarDate;

/// The day on which every page below was read.
pub const READ_ON: CalendarDate = CalendarDate::new(2026, 11, 21);

/// A page that was read on [`READ_ON`].
pub(super) const fn page(title: &'static str, url: &'static str, dated: Option<CalendarDate>) -> Page {
    Page {
        title,
        url,
        dated,
        read_on: READ_ON,
    }
}

/// The date of a revision.
pub(super) const fn day(year: u16, month: u8, day: u8) -> Option<CalendarDate> {
    Some(CalendarDate::new(year, month, day))
}

/// Declares pages that were read on [`READ_ON`]: name, title, address, date of the revision.
macro_rules! pages {
    ($($name:ident = $title:literal, $url:literal, $dated:expr;)*) => { $(
        #[doc = concat!("*", $title, "*.")]
        pub static $name: Page = page($title, $url, $dated);
    )* };
}
pub(super) use pages;

pages! {
    CUSTOM_IMAGES = "Use a managed image to create a custom image pool",
        "https://learn.microsoft.com/azure/batch/batch-custom-images", day(2026, 5, 19);
    CUSTOM_IMAGES_IT = "Usare un’immagine gestita per creare un pool di immagini personalizzato",
        "https://learn.microsoft.com/it-it/azure/batch/batch-custom-images", day(2020, 11, 18);
    CUSTOM_IMAGES_FR = "Création d’un pool d’images personnalisées à l’aide d’une image managée",
        "https://learn.microsoft.com/fr-fr/azure/batch/batch-custom-images", day(2020, 7, 1);
    GALLERY_IMAGES = "Use the Azure Compute Gallery to create a custom image pool",
        "https://learn.microsoft.com/azure/batch/batch-sig-images", day(2024, 3, 4);
    GALLERY_MIGRATION = "Migrate Batch custom image pools to Azure Compute Gallery",
        "https://learn.microsoft.com/azure/batch/batch-custom-image-pools-to-azure-compute-gallery-migration-guide", day(2023, 3, 7);
    QUOTAS = "Batch service quotas and limits",
        "https://learn.microsoft.com/azure/batch/batch-quota-limit", day(2026, 6, 16);
    ENDPOINTS = "Configure remote access to compute nodes in an Azure Batch pool",
        "https://learn.microsoft.com/azure/batch/pool-endpoint-configuration", day(2026, 1, 12);
    VM_SIZES = "Choose VM sizes and images for pools",
        "https://learn.microsoft.com/azure/batch/batch-pool-vm-sizes", day(2025, 4, 23);
    BEST_PRACTICES = "Azure Batch best practices",
        "https://learn.microsoft.com/azure/batch/best-practices", day(2023, 10, 12);
    NODE_ERRORS = "Check for pool and node errors",
        "https://learn.microsoft.com/azure/batch/batch-pool-node-error-checking", day(2023, 4, 11);
    SPOT = "Use Spot VMs with Batch workloads",
        "https://learn.microsoft.com/azure/batch/batch-spot-vms", day(2023, 4, 11);
    EPHEMERAL_DISKS = "Use ephemeral OS disk nodes for Azure Batch pools",
        "https://learn.microsoft.com/azure/batch/create-pool-ephemeral-os-disk", day(2025, 3, 27);
    AUTOSCALE = "Automatically scale compute nodes in an Azure Batch pool",
        "https://learn.microsoft.com/azure/batch/batch-automatic-scaling", day(2019, 10, 24);
    PARALLEL_TASKS = "Run tasks concurrently on Batch compute nodes",
        "https://learn.microsoft.com/azure/batch/batch-parallel-node-tasks", day(2019, 4, 17);
    CAPTURE_IMAGE = "Create a managed image of a generalized VM in Azure",
        "https://learn.microsoft.com/azure/virtual-machines/capture-image-resource", None;
    VM_NAMING = "Azure virtual machine sizes naming conventions",
        "https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions", None;
    CONTRACT = "Microsoft.Batch models (management contract 2024-07-01 to 2026-08-01)",
        "https://github.com/Azure/azure-rest-api-specs/blob/main/specification/batch/resource-manager/Microsoft.Batch/Batch/models.tsp", None;
    CONTRACT_POOLS = "Microsoft.Batch pool operations (management contract)",
        "https://github.com/Azure/azure-rest-api-specs/blob/main/specification/batch/resource-manager/Microsoft.Batch/Batch/Pool.tsp", None;
    CONTRACT_2019 = "azure-mgmt-batch 7.0.0, reference text of api-version 2019-08-01",
        "https://pypi.org/project/azure-mgmt-batch/7.0.0/", None;
    CONTRACT_2020 = "azure-mgmt-batch 8.0.0, reference text of api-version 2020-03-01",
        "https://pypi.org/project/azure-mgmt-batch/8.0.0/", None;
    POOL_CREATE = "Pool – Create, Batch management REST reference",
        "https://learn.microsoft.com/rest/api/batchmanagement/pool/create", None;
    DATA_PLANE = "azure-batch 15.1.0, reference text of the Batch service 2025-06-01",
        "https://pypi.org/project/azure-batch/15.1.0/", None;
    RESIZE_ERRORS = "PoolResizeErrorCodes, .NET reference",
        "https://learn.microsoft.com/dotnet/api/microsoft.azure.batch.common.poolresizeerrorcodes", None;
    NOTICES = "Azure Batch announcements and retirements (Azure/Batch issue 140)",
        "https://github.com/Azure/Batch/issues/140", day(2026, 5, 15);
    NOTICE_SPOT = "Low-priority nodes become Spot nodes (Azure/Batch issue 196)",
        "https://github.com/Azure/Batch/issues/196", day(2026, 2, 25);
    NOTICE_WINDOWS_2012 = "Windows Server 2012 retirement (Azure/Batch issue 179)",
        "https://github.com/Azure/Batch/issues/179", day(2024, 10, 9);
    NOTICE_AGENTS = "Retirement of node agents for ended operating systems (Azure/Batch issue 180)",
        "https://github.com/Azure/Batch/issues/180", day(2024, 10, 9);
    NOTICE_WINDOWS_2016 = "Windows Server 2016 retirement (Azure/Batch issue 197)",
        "https://github.com/Azure/Batch/issues/197", day(2026, 2, 26);
    NOTICE_UBUNTU_2204 = "Ubuntu 22.04 retirement (Azure/Batch issue 200)",
        "https://github.com/Azure/Batch/issues/200", None;
    NODE_AGENT_CHANGES = "Batch node agent changelog",
        "https://github.com/Azure/Batch/blob/master/changelogs/nodeagent/CHANGELOG.md", day(2025, 3, 26);
    SHARED_KEY_ISSUE = "Shared Key is refused when Compute resources are linked (azure-docs issue 51092)",
        "https://github.com/MicrosoftDocs/azure-docs/issues/51092", None;
    DOTNET_BATCH = "Azure.Compute.Batch README and migration guide",
        "https://github.com/Azure/azure-sdk-for-net/tree/main/sdk/batch/Azure.Compute.Batch", None;
    JSON = "RFC 8259, The JavaScript Object Notation (JSON) Data Interchange Format",
        "https://www.rfc-editor.org/rfc/rfc8259#section-4", None;
    OLD_VM_SIZES = "Previous generations of virtual machine sizes",
        "https://learn.microsoft.com/azure/virtual-machines/sizes-previous-gen", day(2020, 11, 1);
    DV2_SIZES = "Dv2 and DSv2-series",
        "https://learn.microsoft.com/azure/virtual-machines/dv2-dsv2-series", day(2020, 2, 3);
    GENERATION_2 = "Support for Generation 2 VMs on Azure",
        "https://learn.microsoft.com/azure/virtual-machines/generation-2", day(2024, 3, 4);
    DV4_SIZES = "Dv4 and Dsv4-series",
        "https://learn.microsoft.com/azure/virtual-machines/dv4-dsv4-series", day(2020, 6, 8);
    AV2_SIZES = "Av2-series",
        "https://learn.microsoft.com/azure/virtual-machines/av2-series", day(2020, 2, 3);
    FX_SIZES = "FX-series",
        "https://learn.microsoft.com/azure/virtual-machines/fx-series", day(2021, 6, 10);
    ARM_SIZES = "Dpsv5 and Dpdsv5-series",
        "https://learn.microsoft.com/azure/virtual-machines/dpsv5-dpdsv5-series", day(2022, 8, 26);
    HB_SIZES = "HBv3-series",
        "https://learn.microsoft.com/azure/virtual-machines/hbv3-series", day(2024, 7, 25);
    VM_SIZES_2021 = "Choose VM sizes and images for pools (revision of 2021)",
        "https://github.com/MicrosoftDocs/azure-docs/commits/main/articles/batch/batch-pool-vm-sizes.md", day(2021, 7, 20);
    API_STATUS = "Azure Batch API life cycle and deprecation",
        "https://learn.microsoft.com/rest/api/batchservice/batch-api-status", None;
    CONTRACT_FOLDER = "Microsoft.Batch management contract, every api-version",
        "https://github.com/Azure/azure-rest-api-specs/tree/main/specification/batch/resource-manager/Microsoft.Batch", None;
    CONTRACT_DRAFT = "Microsoft.Batch 2026-08-01, open pull request (azure-rest-api-specs 44528)",
        "https://github.com/Azure/azure-rest-api-specs/pull/44528", day(2026, 7, 8);
    CONTRACT_COMMON = "Common types of Azure Resource Manager contracts, version 5",
        "https://github.com/Azure/azure-rest-api-specs/blob/main/specification/common-types/resource-management/v5/types.json", None;
    TENANT_IDS = "AcquireTokenParameterBuilder.WithTenantId, MSAL.NET reference",
        "https://learn.microsoft.com/dotnet/api/microsoft.identity.client.abstractacquiretokenparameterbuilder-1.withtenantid", None;
    NOTICE_MARINER = "Azure Linux 2 retirement, portal message quoted by a user (Azure/Batch issue 188)",
        "https://github.com/Azure/Batch/issues/188", None;
    FILE_MOUNTS = "Mount a virtual file system on a Batch pool",
        "https://learn.microsoft.com/azure/batch/virtual-file-mount", day(2021, 11, 11);
    USER_ACCOUNTS = "Run tasks under user accounts in Batch",
        "https://learn.microsoft.com/azure/batch/batch-user-accounts", day(2019, 11, 18);
    POOL_IDENTITIES = "Configure managed identities in Batch pools",
        "https://learn.microsoft.com/azure/batch/managed-identity-pools", day(2021, 2, 10);
    CONTAINER_WORKLOADS = "Run container applications on Azure Batch",
        "https://learn.microsoft.com/azure/batch/batch-docker-container-workloads", day(2020, 10, 6);
    DISK_ENCRYPTION = "Create a pool with disk encryption enabled",
        "https://learn.microsoft.com/azure/batch/disk-encryption", day(2026, 7, 29);
    OS_UPGRADES = "Create an Azure Batch pool with Auto OS Upgrade",
        "https://learn.microsoft.com/azure/batch/batch-upgrade-policy", day(2023, 10, 30);
    EXTENSIONS = "Use extensions with Batch pools",
        "https://learn.microsoft.com/azure/batch/create-pool-extensions", day(2021, 11, 3);
    ZONES = "Create an Azure Batch pool across Availability Zones",
        "https://learn.microsoft.com/azure/batch/create-pool-availability-zones", day(2024, 8, 12);
    NVME_DISKS = "Use temporary NVMe disks on Batch compute nodes",
        "https://learn.microsoft.com/azure/batch/batch-nvme-temp", day(2026, 5, 19);
    EPHEMERAL_SIZES = "Ephemeral OS disks for Azure VMs",
        "https://learn.microsoft.com/azure/virtual-machines/ephemeral-os-disks", day(2020, 7, 23);
    B_SIZES = "B-series burstable virtual machine sizes",
        "https://learn.microsoft.com/azure/virtual-machines/sizes-b-series-burstable", day(2020, 2, 3);
    LSV2_SIZES = "Lsv2-series",
        "https://learn.microsoft.com/azure/virtual-machines/lsv2-series", day(2020, 2, 3);
    LSV3_SIZES = "Lsv3-series",
        "https://learn.microsoft.com/azure/virtual-machines/lsv3-series", day(2022, 6, 1);
    LASV3_SIZES = "Lasv3-series",
        "https://learn.microsoft.com/azure/virtual-machines/lasv3-series", day(2022, 6, 1);
    TRUSTED_LAUNCH = "Trusted launch for Azure virtual machines",
        "https://learn.microsoft.com/azure/virtual-machines/trusted-launch", day(2023, 4, 25);
    TRUSTED_LAUNCH_ISSUE = "A gallery image that allows Trusted Launch only (terraform-provider-azurerm issue 23148)",
        "https://github.com/hashicorp/terraform-provider-azurerm/issues/23148", None;
    CAPTURED_TRUSTED_LAUNCH_ISSUE = "Nodes from the image of a Trusted Launch VM (azure-docs issue 116656)",
        "https://github.com/MicrosoftDocs/azure-docs/issues/116656", None;
    KEY_ADDRESSES = "Azure Key Vault keys, secrets and certificates overview",
        "https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates", None;
    CONTRACT_2025 = "azure-mgmt-batch 19.0.0, reference text of api-version 2025-06-01",
        "https://pypi.org/project/azure-mgmt-batch/19.0.0/", day(2026, 2, 27);
    CONTRACT_2024 = "azure-mgmt-batch 18.0.0, reference text of api-version 2024-07-01",
        "https://pypi.org/project/azure-mgmt-batch/18.0.0/", None;
    VIRTUAL_NETWORK = "Create an Azure Batch pool in a virtual network",
        "https://learn.microsoft.com/azure/batch/batch-virtual-network", None;
    SIMPLIFIED = "Use simplified compute node communication",
        "https://learn.microsoft.com/azure/batch/simplified-compute-node-communication", None;
    SIMPLIFIED_MIGRATION = "Migrate Azure Batch pools to the simplified compute node communication model",
        "https://learn.microsoft.com/azure/batch/batch-pools-to-simplified-compute-node-communication-model-migration-guide", day(2025, 4, 2);
    OWN_PUBLIC_IPS = "Create an Azure Batch pool with specified public IP addresses",
        "https://learn.microsoft.com/azure/batch/create-pool-public-ip", day(2023, 5, 26);
    NO_PUBLIC_IPS = "Create a simplified node communication pool without public IP addresses",
        "https://learn.microsoft.com/azure/batch/simplified-node-communication-pool-no-public-ip", day(2022, 5, 26);
    VNET_QUESTIONS = "Azure Virtual Network frequently asked questions (revision of 2019)",
        "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq", day(2019, 2, 12);
    ACCELERATED_NETWORKING = "Accelerated Networking overview",
        "https://learn.microsoft.com/azure/virtual-network/accelerated-networking-overview", day(2023, 4, 18);
    AV2_SIZES_2022 = "Av2-series (revision of 2022)",
        "https://github.com/MicrosoftDocs/azure-docs/blob/main/articles/virtual-machines/av2-series.md", day(2022, 12, 21);
    SECURITY_RULES = "EffectiveNetworkSecurityRule.SourceAddressPrefixes, .NET reference",
        "https://learn.microsoft.com/dotnet/api/microsoft.azure.management.network.models.effectivenetworksecurityrule.sourceaddressprefixes", None;
    PORT_RANGE_ISSUE = "Scaling stops at the end of the frontend port range (azure-docs issue 119323)",
        "https://github.com/MicrosoftDocs/azure-docs/issues/119323", None;
    PRIORITY_ISSUE = "Wrong priority range in documentation (azure-docs issue 42798)",
        "https://github.com/MicrosoftDocs/azure-docs/issues/42798", day(2019, 11, 14);
    QUOTAS_2020 = "Batch service quotas and limits (revision of 2020)",
        "https://github.com/MicrosoftDocs/azure-docs/commits/main/articles/batch/batch-quota-limit.md", day(2020, 6, 3);
}
