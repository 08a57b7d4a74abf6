//! Pages that were read a day after those of [`super::pages`].

use super::Page;
use super::pages::day;
use crate::model::CalendarDate;

const fn page(title: &'static str, url: &'static str, dated: Option<CalendarDate>) -> Page {
    Page {
        title,
        url,
        dated,
        read_on: CalendarDate::new(2026, 11, 22),
    }
}

/// The list of retired and retiring VM series.
pub static SIZE_LIFECYCLE: Page = page(
    "VM size series retirements, capacity growth restrictions, and modernization guidance",
    "https://learn.microsoft.com/azure/virtual-machines/sizes/lifecycle/retirements-and-capacity-restrictions",
    day(2026, 9, 24),
);
/// The list as it was in 2024, with series that newer revisions no longer name.
pub static SIZE_LIFECYCLE_2024: Page = page(
    "Retired Azure VM size series (revision of 2024)",
    "https://github.com/MicrosoftDocs/azure-docs/commits/main/articles/virtual-machines/sizes/retired-sizes-list.md",
    day(2024, 2, 2),
);
/// NVv3.
pub static NVV3_RETIREMENT: Page = page(
    "NVv3 series retirement",
    "https://learn.microsoft.com/azure/virtual-machines/sizes/lifecycle/retirement/nvv3-series-retirement",
    day(2025, 6, 13),
);
/// NVv4.
pub static NVV4_RETIREMENT: Page = page(
    "NVv4 series retirement",
    "https://learn.microsoft.com/azure/virtual-machines/sizes/lifecycle/retirement/nvv4-retirement",
    day(2025, 6, 13),
);
/// NCv3.
pub static NCV3_RETIREMENT: Page = page(
    "NCv3-series Retirement",
    "https://learn.microsoft.com/azure/virtual-machines/sizes/lifecycle/retirement/ncv3-retirement",
    day(2025, 5, 28),
);
/// HBv2.
pub static HBV2_RETIREMENT: Page = page(
    "Migrate your HBv2-series virtual machines by May 31, 2027",
    "https://learn.microsoft.com/azure/virtual-machines/sizes/lifecycle/retirement/hbv2-series-retirement",
    day(2026, 1, 6),
);
/// HC.
pub static HC_RETIREMENT: Page = page(
    "Migrate your HC-series virtual machines by May 31, 2027",
    "https://learn.microsoft.com/azure/virtual-machines/sizes/lifecycle/retirement/hc-series-retirement",
    day(2026, 1, 6),
);
/// NP.
pub static NP_RETIREMENT: Page = page(
    "Modernize your NP-series virtual machines by May 31, 2027",
    "https://learn.microsoft.com/azure/virtual-machines/sizes/lifecycle/retirement/np-series-retirement",
    day(2026, 9, 25),
);
/// HB.
pub static HB_RETIREMENT: Page = page(
    "HB-series retirement",
    "https://github.com/MicrosoftDocs/azure-docs/blob/main/articles/virtual-machines/sizes/migration-guides/hb-series-retirement.md",
    day(2023, 12, 7),
);
/// The first A series.
pub static AV1_RETIREMENT: Page = page(
    "Av1-series retirement",
    "https://learn.microsoft.com/azure/virtual-machines/sizes/lifecycle/retirement/av1-series-retirement",
    day(2022, 6, 8),
);
/// A8 to A11 in Batch.
pub static NOTICE_A8_A11: Page = page(
    "A8-A11 retirement and migration plans (Azure/Batch issue 87)",
    "https://github.com/Azure/Batch/issues/87",
    day(2020, 5, 20),
);
/// The first GPU series, as another service announced their end.
pub static NOTICE_FIRST_GPUS: Page = page(
    "Retired NC, ND, and NV VM sizes will no longer be supported on AKS (Azure/AKS issue 4847)",
    "https://github.com/Azure/AKS/issues/4847",
    day(2025, 3, 7),
);
/// What Advisor says of pools on retiring sizes.
pub static ADVISOR: Page = page(
    "High availability recommendations of Azure Advisor: Batch",
    "https://learn.microsoft.com/azure/advisor/advisor-reference-reliability-recommendations",
    day(2026, 6, 9),
);
/// Ubuntu 20.04 in Batch.
pub static NOTICE_UBUNTU_2004: Page = page(
    "Batch Support for Ubuntu 20.04 LTS Ending (Azure/Batch issue 174)",
    "https://github.com/Azure/Batch/issues/174",
    day(2024, 6, 26),
);
/// Pools of cloud services.
pub static CLOUD_SERVICE_POOLS: Page = page(
    "Migrate Batch pool configuration from Cloud Services to Virtual Machines",
    "https://learn.microsoft.com/azure/batch/batch-pool-cloud-service-to-virtual-machine-configuration",
    day(2021, 8, 26),
);
/// Certificates of a Batch account.
pub static CERTIFICATES: Page = page(
    "Migrate Batch account certificates to Azure Key Vault",
    "https://learn.microsoft.com/azure/batch/batch-certificate-migration-guide",
    day(2023, 12, 5),
);
/// What the service answers to certificates.
pub static CERTIFICATES_ANSWER: Page = page(
    "azbatch Create Certificate returns ResponseError (azure-sdk-for-go issue 24713)",
    "https://github.com/Azure/azure-sdk-for-go/issues/24713",
    day(2025, 5, 30),
);
/// Rendering and its licences.
pub static RENDERING: Page = page(
    "Rendering capabilities - Azure Batch",
    "https://learn.microsoft.com/azure/batch/batch-rendering-functionality",
    None,
);
/// What the service answers to application licences, as a user quotes it.
pub static LICENCES_ANSWER: Page = page(
    "A user quotes the service on application licenses (azure-sdk-for-net issue 44857, not Microsoft’s)",
    "https://github.com/Azure/azure-sdk-for-net/issues/44857",
    day(2024, 7, 3),
);
/// Images shared directly or with everybody.
pub static SHARED_IMAGES: Page = page(
    "Create a VM from a generalized image in a gallery",
    "https://learn.microsoft.com/azure/virtual-machines/vm-generalized-image-version",
    day(2023, 8, 15),
);
/// The table of limits that the quota page embeds.
pub static BATCH_LIMITS: Page = page(
    "Azure Batch limits (table embedded in the quota page)",
    "https://github.com/MicrosoftDocs/azure-docs/blob/main/includes/azure-batch-limits.md",
    day(2022, 11, 17),
);
/// How a managed image is read.
pub static IMAGE_GET: Page = page(
    "Images – Get, Compute REST reference",
    "https://learn.microsoft.com/rest/api/compute/images/get",
    None,
);
/// How a version of a gallery image is read.
pub static GALLERY_VERSION_GET: Page = page(
    "Gallery Image Versions – Get, Compute REST reference",
    "https://learn.microsoft.com/rest/api/compute/gallery-image-versions/get",
    None,
);
/// Networks.
pub static NETWORK_CONTRACT: Page = page(
    "Microsoft.Network management contract 2024-05-01",
    "https://github.com/Azure/azure-rest-api-specs/tree/main/specification/network/resource-manager/Microsoft.Network",
    None,
);
/// What a caller may do.
pub static PERMISSIONS_LIST: Page = page(
    "Permissions, Authorization REST reference",
    "https://learn.microsoft.com/rest/api/authorization/permissions",
    None,
);
