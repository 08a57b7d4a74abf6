//! Rules about virtual networks, public IP addresses, inbound NAT pools and their security rules.

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[];
