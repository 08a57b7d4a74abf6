//! The network of a pool, read: NAT pools with their security rules, public IP addresses, the subnet. Ports and
//! priorities beyond 32 bits read as absent; the contract rules report them.

use super::api_version::{ApiVersion, V2019_08_01};
use super::{Node, Plan, Pool, path};

/// So many NAT pools, rules, ports or addresses are looked at. Longer lists are far beyond every documented limit, which
/// other rules report.
pub const LOOKED_AT: usize = 100;

/// A range of ports, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ports {
    /// The first.
    pub first: i64,
    /// The last.
    pub last: i64,
}

impl Ports {
    /// Reads `22` or `100-200`, digits only; `None` for anything else and for ends in the wrong order.
    pub fn parse(text: &str) -> Option<Ports> {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let number = |digits: &str| {
            let plain = (1..=9).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| digits.parse().ok())?
        };
        let ports = Ports {
            first: number(first)?,
            last: number(last)?,
        };
        (ports.first <= ports.last).then_some(ports)
    }

    /// How many there are.
    pub fn count(self) -> i64 {
        self.last - self.first + 1
    }

    /// Whether any port lies in both.
    pub fn overlaps(self, other: Ports) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether all of `other` lies within.
    pub fn holds(self, other: Ports) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// As the contract writes a range: `100-200`.
    pub fn shown(self) -> String {
        let mut text = self.first.to_string();
        if self.last != self.first {
            text.push('-');
            text.push_str(&self.last.to_string());
        }
        text
    }
}

/// How a pool comes to its public IP addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provision {
    /// Batch makes them.
    BatchManaged,
    /// They are listed.
    UserManaged,
    /// There are none.
    NoPublicIpAddresses,
}

/// One inbound NAT pool.
#[derive(Clone, Copy, Debug)]
pub struct NatPool<'a> {
    /// Its position in the list.
    pub index: usize,
    /// `name`.
    pub name: Option<&'a str>,
    /// `backendPort`.
    pub backend: Option<i64>,
    /// `frontendPortRangeStart`.
    pub start: Option<i64>,
    /// `frontendPortRangeEnd`.
    pub end: Option<i64>,
}

impl NatPool<'_> {
    /// The pointer of one of its members.
    pub fn pointer(&self, member: &str) -> String {
        path::child(&path::item(path::NAT_POOLS, self.index), member)
    }

    /// The name, or the position of a pool without one.
    pub fn label(&self) -> String {
        match self.name {
            Some(name) if !name.trim().is_empty() => name.to_owned(),
            _ => path::item("inboundNatPools", self.index),
        }
    }

    /// The frontend ports, when both ends are there and in order.
    pub fn frontend(&self) -> Option<Ports> {
        let (first, last) = (self.start?, self.end?);
        (first <= last).then_some(Ports { first, last })
    }
}

/// One security rule of a NAT pool.
#[derive(Clone, Copy, Debug)]
pub struct NsgRule<'a> {
    /// The position of its NAT pool.
    pub pool: usize,
    /// Its position in the list.
    pub index: usize,
    /// `priority`.
    pub priority: Option<i64>,
    /// `sourceAddressPrefix`.
    pub source: Option<&'a str>,
    /// `sourcePortRanges`.
    pub ports: &'a [Node],
}

/// The security rules of a NAT pool.
pub const NSG_RULES: &str = "networkSecurityGroupRules";

impl NsgRule<'_> {
    /// The pointer of one of its members.
    pub fn pointer(&self, member: &str) -> String {
        let rules = path::child(&path::item(path::NAT_POOLS, self.pool), NSG_RULES);
        path::child(&path::item(&rules, self.index), member)
    }
}

impl<'a> Pool<'a> {
    /// A member of the network configuration.
    fn of_network(&self, name: &str) -> Option<&'a Node> {
        self.network?.get(name)
    }

    /// The list of inbound NAT pools, as it stands.
    pub fn nat_pool_nodes(&self) -> &'a [Node] {
        let endpoints = self.of_network("endpointConfiguration");
        endpoints
            .and_then(|node| node.get("inboundNatPools"))
            .map_or(&[], Node::items)
    }

    /// The inbound NAT pools, the first hundred.
    pub fn nat_pools(&self) -> Vec<NatPool<'a>> {
        let nodes = self.nat_pool_nodes().iter().take(LOOKED_AT).enumerate();
        let read = |(index, node): (usize, &'a Node)| NatPool {
            index,
            name: node.get("name").and_then(Node::as_text),
            backend: number(node, "backendPort"),
            start: number(node, "frontendPortRangeStart"),
            end: number(node, "frontendPortRangeEnd"),
        };
        nodes.map(read).collect()
    }

    /// The security rules of all inbound NAT pools, the first hundred.
    pub fn nsg_rules(&self) -> Vec<NsgRule<'a>> {
        let mut rules = Vec::new();
        for (pool, node) in self.nat_pool_nodes().iter().take(LOOKED_AT).enumerate() {
            for (index, node) in node.get(NSG_RULES).map_or(&[][..], Node::items).iter().enumerate() {
                if rules.len() == LOOKED_AT {
                    return rules;
                }
                rules.push(NsgRule {
                    pool,
                    index,
                    priority: number(node, "priority"),
                    source: node.get("sourceAddressPrefix").and_then(Node::as_text),
                    ports: node.get("sourcePortRanges").map_or(&[], Node::items),
                });
            }
        }
        rules
    }

    /// `subnetId`, unless it is empty.
    pub fn subnet(&self) -> Option<&'a str> {
        self.of_network("subnetId")
            .and_then(Node::as_text)
            .filter(|id| !id.trim().is_empty())
    }

    /// A member of the configuration of public IP addresses.
    pub fn of_public_ips(&self, name: &str) -> Option<&'a Node> {
        self.of_network("publicIPAddressConfiguration")?.get(name)
    }

    /// How the pool comes to its public IP addresses, where that is said.
    pub fn provision(&self) -> Option<Provision> {
        match self.of_public_ips("provision")?.as_text()? {
            "BatchManaged" => Some(Provision::BatchManaged),
            "UserManaged" => Some(Provision::UserManaged),
            "NoPublicIPAddresses" => Some(Provision::NoPublicIpAddresses),
            _ => None,
        }
    }
}

impl<'a> Plan<'a> {
    /// The listed public IP addresses with the pointer of their list: in `publicIPs` under the one api-version that has
    /// it, else in `ipAddressIds`.
    pub fn public_ips(&self) -> (&'static str, &'a [Node]) {
        let (pointer, list) = if self.api_version() == V2019_08_01 {
            (path::OLD_PUBLIC_IPS, self.pool.of_network("publicIPs"))
        } else {
            (path::PUBLIC_IP_IDS, self.pool.of_public_ips("ipAddressIds"))
        };
        (pointer, list.map_or(&[], Node::items))
    }

    /// The listed public IP addresses that the pool will use: none unless it brings its own.
    pub fn own_public_ips(&self) -> (&'static str, &'a [Node]) {
        let (pointer, list) = self.public_ips();
        let used = pointer == path::OLD_PUBLIC_IPS || self.pool.provision() == Some(Provision::UserManaged);
        (pointer, if used { list } else { &[] })
    }

    /// The scope of dynamic VNet assignment with its pointer, under either of its names, in the versions that have it.
    pub fn vnet_scope(&self) -> Option<(&'static str, &'a str)> {
        let (pointer, name) = if self.api_version() < FIRST_WITH_VNET_SCOPE {
            (path::OLD_VNET_SCOPE, "dynamicVNetAssignmentScope")
        } else {
            (path::VNET_SCOPE, "dynamicVnetAssignmentScope")
        };
        Some((pointer, self.pool.of_network(name)?.as_text()?))
    }
}

/// The first version that spells the scope as it is spelt today.
const FIRST_WITH_VNET_SCOPE: ApiVersion = super::api_version::V2022_10_01;

/// A number of 32 bits.
fn number(node: &Node, name: &str) -> Option<i64> {
    let value = node.get(name)?.as_whole()?;
    i32::try_from(value).is_ok().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_are_digits_in_order() {
        let ports = |first, last| Some(Ports { first, last });
        assert_eq!(Ports::parse("22"), ports(22, 22));
        assert_eq!(Ports::parse("100-200"), ports(100, 200));
        for wrong in [
            "",
            "-",
            "200-100",
            "1-2-3",
            "+1",
            " 1",
            "1 - 2",
            "x",
            "1234567890",
            "1-",
        ] {
            assert_eq!(Ports::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn ranges_meet_at_their_ends() {
        let range = |first, last| Ports { first, last };
        assert!(range(1, 10).overlaps(range(10, 20)));
        assert!(!range(1, 10).overlaps(range(11, 20)));
        assert!(range(1, 10).holds(range(1, 10)));
        assert_eq!(range(1, 40).count(), 40);
        assert_eq!((range(1, 40).shown(), range(7, 7).shown()), ("1-40".into(), "7".into()));
    }
}
