//! The pages and threads that only the error dictionary cites. Read on the same day as all others.

use crate::facts::Page;
use crate::facts::pages::{day, page, pages};

pub use crate::facts::pages::{
    CAPTURED_TRUSTED_LAUNCH_ISSUE as DOCS_116656, DISK_ENCRYPTION, NO_PUBLIC_IPS as NO_PUBLIC_ADDRESS,
    PORT_RANGE_ISSUE as DOCS_119323, PRIORITY_ISSUE as DOCS_42798, TRUSTED_LAUNCH_ISSUE as AZURERM_23148,
    VIRTUAL_NETWORK,
};

pages! {
    ERROR_CODES = "BatchErrorCodeStrings, .NET reference",
        "https://learn.microsoft.com/dotnet/api/microsoft.azure.batch.common.batcherrorcodestrings", None;
    CERTIFICATES = "Migrate Batch account certificates to Azure Key Vault",
        "https://learn.microsoft.com/azure/batch/batch-certificate-migration-guide", day(2023, 12, 5);
    SHIPYARD_197 = "Azure/batch-shipyard issue 197",
        "https://github.com/Azure/batch-shipyard/issues/197", day(2018, 5, 16);
    SHIPYARD_191 = "Azure/batch-shipyard issue 191",
        "https://github.com/Azure/batch-shipyard/issues/191", day(2018, 4, 25);
    SHIPYARD_53 = "Azure/batch-shipyard issue 53",
        "https://github.com/Azure/batch-shipyard/issues/53", None;
    DOCS_118562 = "MicrosoftDocs/azure-docs pull request 118562",
        "https://github.com/MicrosoftDocs/azure-docs/pull/118562", day(2024, 1, 5);
    DOCS_120344 = "MicrosoftDocs/azure-docs issue 120344",
        "https://github.com/MicrosoftDocs/azure-docs/issues/120344", day(2024, 3, 1);
    DOCS_95888 = "MicrosoftDocs/azure-docs issue 95888",
        "https://github.com/MicrosoftDocs/azure-docs/issues/95888", None;
    DOCS_99836 = "MicrosoftDocs/azure-docs issue 99836",
        "https://github.com/MicrosoftDocs/azure-docs/issues/99836", None;
    PULUMI_3599 = "pulumi/pulumi-azure-native issue 3599",
        "https://github.com/pulumi/pulumi-azure-native/issues/3599", day(2024, 9, 27);
    CLI_4620 = "Azure/azure-cli issue 4620",
        "https://github.com/Azure/azure-cli/issues/4620", day(2017, 10, 5);
    CLI_18208 = "Azure/azure-cli issue 18208",
        "https://github.com/Azure/azure-cli/issues/18208", day(2021, 5, 25);
    TERRAFORM_36698 = "hashicorp/terraform issue 36698",
        "https://github.com/hashicorp/terraform/issues/36698", day(2025, 3, 14);
    AZURERM_27945 = "hashicorp/terraform-provider-azurerm issue 27945",
        "https://github.com/hashicorp/terraform-provider-azurerm/issues/27945", day(2024, 11, 8);
    TES_43 = "microsoft/ga4gh-tes issue 43",
        "https://github.com/microsoft/ga4gh-tes/issues/43", day(2023, 1, 19);
    TES_574 = "microsoft/ga4gh-tes issue 574",
        "https://github.com/microsoft/ga4gh-tes/issues/574", day(2024, 1, 23);
    BATCH_40 = "Azure/Batch issue 40",
        "https://github.com/Azure/Batch/issues/40", day(2019, 2, 4);
    BATCH_154 = "Azure/Batch issue 154",
        "https://github.com/Azure/Batch/issues/154", None;
    QUICKSTART_16 = "Azure-Samples/batch-dotnet-quickstart issue 16",
        "https://github.com/Azure-Samples/batch-dotnet-quickstart/issues/16", day(2022, 5, 5);
    MISSION_1192 = "Azure/missionlz issue 1192",
        "https://github.com/Azure/missionlz/issues/1192", day(2025, 5, 13);
    BICEP_462 = "Azure/bicep-registry-modules pull request 462",
        "https://github.com/Azure/bicep-registry-modules/pull/462", day(2023, 7, 21);
    EXPLORER_2189 = "Azure/BatchExplorer issue 2189",
        "https://github.com/Azure/BatchExplorer/issues/2189", day(2020, 6, 15);
    SCHEMAS_2737 = "Azure/azure-resource-manager-schemas issue 2737",
        "https://github.com/Azure/azure-resource-manager-schemas/issues/2737", day(2023, 1, 6);
    CLI_EXTENSIONS_46 = "Azure/azure-batch-cli-extensions issue 46",
        "https://github.com/Azure/azure-batch-cli-extensions/issues/46", day(2018, 2, 10);
    NEXTFLOW_7312 = "nextflow-io/nextflow pull request 7312",
        "https://github.com/nextflow-io/nextflow/pull/7312", day(2026, 7, 8);
    NEXTFLOW_4550 = "nextflow-io/nextflow issue 4550",
        "https://github.com/nextflow-io/nextflow/issues/4550", None;
}
