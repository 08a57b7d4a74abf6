//! The VM extensions Batch lists, and the one it keeps for itself.

use super::{Citation, pages};
use crate::model::OsType;

/// The list of extensions.
pub const LISTED_FROM: Citation = pages::EXTENSIONS.says(
    "Key Vault, Log Analytics, DSC, Diagnostics, GPU drivers and Antimalware can be installed when a pool is created; \
     others by a support request. (Publishers and types as the extensions’ own pages name them.)",
    "Key Vault, Log Analytics, DSC, Diagnostics, les pilotes GPU et Antimalware peuvent être installés à la création d’un \
     pool ; d’autres sur demande de support. (Éditeurs et types tels que les pages des extensions les nomment.)",
    "Key Vault, Log Analytics, DSC, Diagnostica, i driver GPU e Antimalware si possono installare alla creazione di un \
     pool; altre su richiesta di supporto. (Editori e tipi come li indicano le pagine delle estensioni.)",
);

/// The extension Batch uses itself.
pub const RESERVED_FROM: Citation = pages::EXTENSIONS.says(
    "The CustomScript extension is reserved for Batch and cannot be overridden.",
    "L’extension CustomScript est réservée à Batch et ne peut pas être remplacée.",
    "L’estensione CustomScript è riservata a Batch e non può essere sostituita.",
);

/// Publisher, type and operating system of the listed extensions.
const LISTED: [(&str, &str, OsType); 10] = [
    ("Microsoft.Azure.KeyVault", "KeyVaultForLinux", OsType::Linux),
    ("Microsoft.Azure.KeyVault", "KeyVaultForWindows", OsType::Windows),
    (
        "Microsoft.EnterpriseCloud.Monitoring",
        "OmsAgentForLinux",
        OsType::Linux,
    ),
    (
        "Microsoft.EnterpriseCloud.Monitoring",
        "MicrosoftMonitoringAgent",
        OsType::Windows,
    ),
    ("Microsoft.Powershell", "DSC", OsType::Windows),
    ("Microsoft.Azure.Diagnostics", "IaaSDiagnostics", OsType::Windows),
    ("Microsoft.HpcCompute", "AmdGpuDriverWindows", OsType::Windows),
    ("Microsoft.HpcCompute", "NvidiaGpuDriverWindows", OsType::Windows),
    ("Microsoft.HpcCompute", "NvidiaGpuDriverLinux", OsType::Linux),
    ("Microsoft.Azure.Security", "IaaSAntimalware", OsType::Windows),
];

/// What is known of an extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Batch keeps it for itself.
    Reserved,
    /// It is listed, for this operating system.
    Listed(OsType),
    /// It is not listed.
    Unlisted,
}

/// What is known of the extension of this publisher and type, in any letter case.
pub fn known(publisher: &str, kind: &str) -> Known {
    let begins = |text: &str, start: &str| {
        text.get(..start.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(start))
    };
    if begins(publisher, "Microsoft.") && begins(kind, "CustomScript") {
        return Known::Reserved;
    }
    LISTED
        .iter()
        .find(|(by, name, _)| by.eq_ignore_ascii_case(publisher) && name.eq_ignore_ascii_case(kind))
        .map_or(Known::Unlisted, |(_, _, os)| Known::Listed(*os))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_are_known_in_any_letter_case() {
        assert_eq!(known("Microsoft.Compute", "CustomScriptExtension"), Known::Reserved);
        assert_eq!(known("microsoft.azure.extensions", "customscript"), Known::Reserved);
        assert_eq!(
            known("Microsoft.Azure.KeyVault", "keyvaultforlinux"),
            Known::Listed(OsType::Linux)
        );
        assert_eq!(known("Contoso", "CustomScript"), Known::Unlisted);
        assert_eq!(
            known("Microsoft.Azure.Monitor", "AzureMonitorLinuxAgent"),
            Known::Unlisted
        );
        assert_eq!(known("é", "ü"), Known::Unlisted);
    }
}
