//! What the members of a pool are called in the models of the Python and the JavaScript library, and which of them these
//! models have. Both are made from the contract of one api-version, so its table says it, but for a few names and two
//! constants. `cargo xtask test --only clients` holds this against the libraries themselves.

use super::contract::{self, Shape};
use crate::model::ApiVersion;
use crate::model::api_version::{V2023_11_01, V2025_06_01};

/// The models of one library.
#[derive(Debug)]
pub struct Client {
    /// The package.
    pub package: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The api-version whose contract its models are made from.
    pub models: ApiVersion,
    /// Whether what the contract has below `properties` stands at the top.
    flat: bool,
    /// A member's name as the language writes it.
    name: fn(&str) -> String,
}

/// azure-mgmt-batch on PyPI.
pub static PYTHON: Client = Client {
    package: "azure-mgmt-batch",
    version: "19.0.0",
    models: V2025_06_01,
    flat: false,
    name: snake,
};

/// @azure/arm-batch on npm.
pub static JAVASCRIPT: Client = Client {
    package: "@azure/arm-batch",
    version: "9.1.0",
    models: V2023_11_01,
    flat: true,
    name: str::to_owned,
};

/// Members to which the models of JavaScript give one value, whatever they are told, as soon as the object around them is
/// there: its place in the contract, the member, the value.
pub const JAVASCRIPT_CONSTANTS: [(&str, &str, &str); 2] = [
    (
        "/properties/deploymentConfiguration/virtualMachineConfiguration/osDisk/ephemeralOSDiskSettings",
        "placement",
        "CacheDisk",
    ),
    (
        "/properties/deploymentConfiguration/virtualMachineConfiguration/securityProfile",
        "securityType",
        "trustedLaunch",
    ),
];

impl Client {
    /// Where the models have the member at a pointer into a body: `data_disks[].lun`. `None` when they do not have it.
    pub fn path(&self, pointer: &str) -> Option<String> {
        let mut path = String::new();
        let mut shape = Shape::Object(contract::POOL);
        for (depth, part) in pointer.split('/').skip(1).enumerate() {
            shape = match shape {
                Shape::List(item) | Shape::Map(item) => {
                    path.push_str("[]");
                    *item
                }
                Shape::Object(members) => {
                    let member = members.iter().find(|member| member.name == part)?;
                    if !member.lives_in(self.models) {
                        return None;
                    }
                    if !(self.flat && depth == 0 && part == "properties") {
                        path.push_str(if path.is_empty() { "" } else { "." });
                        path.push_str(&self.member(part));
                    }
                    member.shape
                }
                _ => return None,
            };
        }
        Some(path)
    }

    /// What a member of the contract is called. Both libraries call the user of a container registry as they call other users.
    pub fn member(&self, name: &str) -> String {
        (self.name)(if name == "username" { "userName" } else { name })
    }
}

/// `publicIPAddressConfiguration` as `public_ip_address_configuration`.
fn snake(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 8);
    let mut letters = name.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let starts_word = letter.is_ascii_uppercase()
            && before.is_some_and(|before: char| {
                !before.is_ascii_uppercase() || letters.peek().is_some_and(char::is_ascii_lowercase)
            });
        if starts_word {
            out.push('_');
        }
        out.push(letter.to_ascii_lowercase());
        before = Some(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_have_the_names_of_each_language() {
        for (pointer, python, javascript) in [
            ("/properties/vmSize", Some("properties.vm_size"), Some("vmSize")),
            (
                "/properties/userAccounts/3/name",
                Some("properties.user_accounts[].name"),
                Some("userAccounts[].name"),
            ),
            (
                "/properties/networkConfiguration/publicIPAddressConfiguration/ipAddressIds",
                Some("properties.network_configuration.public_ip_address_configuration.ip_address_ids"),
                Some("networkConfiguration.publicIPAddressConfiguration.ipAddressIds"),
            ),
            (
                "/properties/startTask/containerSettings/registry/username",
                Some("properties.start_task.container_settings.registry.user_name"),
                Some("startTask.containerSettings.registry.userName"),
            ),
            ("/tags/owner", Some("tags[]"), None),
            ("/properties/resourceTags", None, Some("resourceTags")),
            ("/properties/vmsize", None, None),
            ("/properties/vmSize/deeper", None, None),
        ] {
            assert_eq!(PYTHON.path(pointer).as_deref(), python, "{pointer}");
            assert_eq!(JAVASCRIPT.path(pointer).as_deref(), javascript, "{pointer}");
        }
    }

    #[test]
    fn constants_stand_in_the_contract() {
        for (place, member, _) in JAVASCRIPT_CONSTANTS {
            assert!(JAVASCRIPT.path(&format!("{place}/{member}")).is_some(), "{place}");
        }
    }
}
