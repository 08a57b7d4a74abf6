//! The Terraform resource `azurerm_batch_pool`: which member of the contract each of its arguments is, what it accepts,
//! and where its defaults differ. Read in both directions: outputs write by it, imports read by it.
//!
//! Taken from the provider's own schema and expansion (`hashicorp/terraform-provider-azurerm`,
//! `internal/services/batch`), read on 2026-11-22.

use crate::model::api_version::{ApiVersion, V2024_07_01};
use crate::model::path;

pub use super::azurerm_table::POOL;

/// The api-version in which the provider speaks to the Batch service.
pub const SPEAKS: ApiVersion = V2024_07_01;

/// One argument of a block.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The pointer of the member below the object of the block, without its first slash.
    pub arm: &'static str,
    /// The argument, or the block.
    pub name: &'static str,
    /// What it looks like on both sides.
    pub kind: Kind,
    /// What is taken when it is left out, where that must be said.
    pub default: Option<Omitted>,
    /// Whether the provider takes it and never sends it.
    pub unsent: bool,
}

/// What is taken for an argument that is left out. Values are JSON.
#[derive(Clone, Copy, Debug)]
pub struct Omitted {
    /// What the service takes when the member is left out, to be written out; `None` when that cannot be written.
    pub service: Option<&'static str>,
    /// What the provider sends when the argument is left out; `None` when it sends nothing.
    pub provider: Option<&'static str>,
    /// Only beside this argument of the same block.
    pub beside: Option<&'static str>,
}

/// What an argument looks like on both sides.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A text that is not empty.
    Text,
    /// One of these texts, in this letter case.
    Choice(&'static [&'static str]),
    /// A whole number from the first to the second.
    Whole(i64, i64),
    /// `true` or `false`.
    Bool,
    /// A list of texts.
    Texts,
    /// A list of names and values there, a map here.
    Map,
    /// An object there, its names as a list here.
    Names,
    /// Any JSON there, its text here.
    Json,
    /// An object there, one block here.
    Block(&'static [Row]),
    /// A list of objects there, one block for each here.
    Blocks(&'static [Row]),
    /// A list of texts there, one block for each with this argument here.
    Each(&'static str, &'static [&'static str]),
    /// The first of two ports there, both with a hyphen between here.
    PortRange(&'static str),
    /// The second of them.
    PortRangeEnd,
}

pub(super) const fn row(arm: &'static str, name: &'static str, kind: Kind) -> Row {
    Row {
        arm,
        name,
        kind,
        default: None,
        unsent: false,
    }
}

impl Row {
    /// The provider sends `provider` where the service would take `service`.
    pub(super) const fn differs(mut self, service: &'static str, provider: &'static str) -> Row {
        self.default = Some(Omitted {
            service: Some(service),
            provider: Some(provider),
            beside: None,
        });
        self
    }

    /// The provider sends `provider` where the service would choose for itself.
    pub(super) const fn sends(mut self, provider: &'static str, beside: Option<&'static str>) -> Row {
        self.default = Some(Omitted {
            service: None,
            provider: Some(provider),
            beside,
        });
        self
    }

    /// The provider wants to be told what the service would take.
    pub(super) const fn wants(mut self, service: &'static str, beside: Option<&'static str>) -> Row {
        self.default = Some(Omitted {
            service: Some(service),
            provider: None,
            beside,
        });
        self
    }

    pub(super) const fn unsent(mut self) -> Row {
        self.unsent = true;
        self
    }
}

/// The arguments that say where the resource goes, by their pointers into the plan.
const ADDRESS: [(&str, &str); 3] = [
    (path::POOL_NAME, "name"),
    (path::RESOURCE_GROUP, "resource_group_name"),
    (path::ACCOUNT, "account_name"),
];

/// The argument that carries the member at a pointer into the plan or below the pool (`/properties/vmSize`), with the blocks
/// around it: `network_configuration.endpoint_configuration.backend_port`. Places in lists are passed over. `None` when
/// nothing does.
pub fn name_of(pointer: &str) -> Option<String> {
    if let Some((_, name)) = ADDRESS.iter().find(|(own, _)| *own == pointer) {
        return Some((*name).to_owned());
    }
    argument(pointer).map(|(name, _)| name)
}

/// The same for a member of the pool, with what its argument looks like.
pub fn argument(pointer: &str) -> Option<(String, Kind)> {
    let below = pointer.strip_prefix("/pool").unwrap_or(pointer);
    let mut parts = String::new();
    for part in below.split('/').skip(1) {
        if part.starts_with(|c: char| c.is_ascii_alphabetic()) {
            parts.push_str(if parts.is_empty() { "" } else { "/" });
            parts.push_str(part);
        }
    }
    let mut name = String::new();
    let kind = named(&parts, POOL, &mut name)?;
    Some((name, kind))
}

fn named(parts: &str, rows: &[Row], name: &mut String) -> Option<Kind> {
    for row in rows {
        let Some(rest) = parts.strip_prefix(row.arm) else {
            continue;
        };
        let rest = match rest.strip_prefix('/') {
            Some(rest) => rest,
            None if rest.is_empty() => rest,
            None => continue,
        };
        let length = name.len();
        name.push_str(if length == 0 { "" } else { "." });
        name.push_str(row.name);
        let found = match row.kind {
            Kind::Block(inner) | Kind::Blocks(inner) if !rest.is_empty() => named(rest, inner, name),
            Kind::Each(inner, _) => {
                name.push('.');
                name.push_str(inner);
                rest.is_empty().then_some(row.kind)
            }
            Kind::Map | Kind::Names | Kind::Json => Some(row.kind),
            _ => rest.is_empty().then_some(row.kind),
        };
        if found.is_some() {
            return found;
        }
        name.truncate(length);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::contract;

    #[test]
    fn members_have_their_other_name() {
        let name = |pointer| name_of(pointer);
        let is = |name: &str| Some(name.to_owned());
        assert_eq!(name("/properties/vmSize"), is("vm_size"));
        assert_eq!(name("/target/poolName"), is("name"));
        assert_eq!(name("/pool/properties/taskSlotsPerNode"), is("max_tasks_per_node"));
        assert_eq!(
            name("/properties/networkConfiguration/endpointConfiguration/inboundNatPools/0/backendPort"),
            is("network_configuration.endpoint_configuration.backend_port")
        );
        assert_eq!(
            name("/properties/networkConfiguration/endpointConfiguration/inboundNatPools/frontendPortRangeEnd"),
            is("network_configuration.endpoint_configuration.frontend_port_range")
        );
        assert_eq!(
            name(
                "/properties/deploymentConfiguration/virtualMachineConfiguration/diskEncryptionConfiguration/targets/1"
            ),
            is("disk_encryption.disk_encryption_target")
        );
        assert_eq!(name("/properties/metadata/0/value"), is("metadata"));
        assert_eq!(name("/identity/userAssignedIdentities"), is("identity.identity_ids"));
        assert_eq!(
            name("/properties/startTask/userIdentity"),
            is("start_task.user_identity")
        );
        for none in [
            "/tags",
            "/properties/upgradePolicy/mode",
            "/properties/vmSizes",
            "",
            "/properties",
        ] {
            assert_eq!(name(none), None, "{none}");
        }
    }

    fn check(rows: &'static [Row], at: &str) {
        for row in rows {
            let pointer = format!("{at}/{}", row.arm);
            assert!(contract::member_at(&pointer).is_some(), "{pointer}");
            assert!(name_of(&pointer).is_some(), "{pointer}");
            match row.kind {
                Kind::Block(inner) => check(inner, &pointer),
                Kind::Blocks(inner) => check(inner, &format!("{pointer}/0")),
                _ => {}
            }
        }
    }

    #[test]
    fn every_row_is_a_member_of_the_contract() {
        check(POOL, "");
    }
}
