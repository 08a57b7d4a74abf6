//! What Resource Manager tells of virtual networks, their subnets and public IP addresses.

use super::Cloud;
use super::resource::Resource;
use super::resource_body::{beside, plain, text, tracked};
use crate::model::{Node, ResourceId};

/// No more used addresses of a subnet are told: an answer stays below what a client reads.
const TOLD: i64 = 15_000;

/// A subnet tells each of its addresses that is used.
pub(super) fn subnet(own: &Resource, used: i64) -> Node {
    let used = if own.full {
        own.addresses()
    } else {
        used.min(own.addresses())
    };
    let group = beside(&own.id, "Microsoft.Network/networkInterfaces");
    let base = group.get("id").and_then(Node::as_text).unwrap_or_default().to_owned();
    let configuration = |number: i64| {
        let id = format!("{base}/node-{number}/ipConfigurations/ip");
        Node::object([("id", Node::text(id))])
    };
    let properties = vec![
        ("addressPrefix", Node::text(format!("10.0.0.0/{}", own.prefix_length()))),
        ("ipConfigurations", Node::list((1..=used.min(TOLD)).map(configuration))),
        ("delegations", Node::list([])),
        ("privateEndpointNetworkPolicies", text("Disabled")),
        ("privateLinkServiceNetworkPolicies", text("Enabled")),
    ];
    let told = tracked(&own.id, &own.region, properties);
    // A subnet has no region of its own.
    Node::object(told.into_iter().filter(|(name, _)| *name != "location"))
}

/// A virtual network with its subnets.
pub(super) fn network(id: &str, own: &Resource, cloud: &Cloud) -> Node {
    let below = format!("{id}/").to_ascii_lowercase();
    let there = cloud.resources.iter().filter(|other| !other.gone);
    let subnets = there.filter(|other| other.id.to_ascii_lowercase().starts_with(&below));
    let prefixes = Node::list([text("10.0.0.0/8")]);
    let properties = vec![
        ("addressSpace", Node::object([("addressPrefixes", prefixes)])),
        (
            "subnets",
            Node::list(subnets.map(|other| subnet(other, cloud.addresses_used(&other.id)))),
        ),
    ];
    Node::object(tracked(id, &own.region, properties))
}

/// A public IP address.
pub(super) fn address(own: &Resource) -> Node {
    let name = ResourceId::parse(&own.id)
        .map_or("", |id| id.name())
        .to_ascii_lowercase();
    let host = format!("{name}.{}.cloudapp.azure.com", plain(&own.region));
    let dns = [("domainNameLabel", Node::text(name)), ("fqdn", Node::text(host))];
    let properties = vec![
        ("publicIPAllocationMethod", text("Static")),
        ("publicIPAddressVersion", text("IPv4")),
        ("idleTimeoutInMinutes", Node::number(4)),
        ("dnsSettings", Node::object(dns)),
    ];
    let mut told = tracked(&own.id, &own.region, properties);
    let sku = [("name", text("Standard")), ("tier", text("Regional"))];
    told.push(("sku", Node::object(sku)));
    Node::object(told)
}
