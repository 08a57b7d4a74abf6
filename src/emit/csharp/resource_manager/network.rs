//! The network.

use super::super::table::{Enumeration, Type, Write, class, flat, needed, row};
use super::ID;

static SCOPE: Enumeration = Enumeration {
    name: "DynamicVNetAssignmentScope",
    open: false,
    values: &[("none", "None"), ("job", "Job")],
};
static PROTOCOL: Enumeration = Enumeration {
    name: "BatchInboundEndpointProtocol",
    open: false,
    values: &[("TCP", "Tcp"), ("UDP", "Udp")],
};
static ACCESS: Enumeration = Enumeration {
    name: "BatchNetworkSecurityGroupRuleAccess",
    open: false,
    values: &[("Allow", "Allow"), ("Deny", "Deny")],
};
static PROVISION: Enumeration = Enumeration {
    name: "BatchIPAddressProvisioningType",
    open: false,
    values: &[
        ("BatchManaged", "BatchManaged"),
        ("UserManaged", "UserManaged"),
        ("NoPublicIPAddresses", "NoPublicIPAddresses"),
    ],
};
static FAMILY: Enumeration = Enumeration {
    name: "BatchIPFamily",
    open: true,
    values: &[("IPv4", "IPv4"), ("IPv6", "IPv6")],
};

static RULE: Type = &[class(
    "new BatchNetworkSecurityGroupRule",
    &[
        needed("priority", "0"),
        needed("access", "BatchNetworkSecurityGroupRuleAccess.Deny"),
        needed("sourceAddressPrefix", "\"<sourceAddressPrefix>\""),
    ],
    &[
        row("priority", "priority", Write::Whole),
        row("access", "access", Write::Choice(&ACCESS)),
        row("sourceAddressPrefix", "sourceAddressPrefix", Write::Text),
        row("sourcePortRanges", "SourcePortRanges", Write::List(&Write::Text)),
    ],
)];
static NAT_POOL: Type = &[class(
    "new BatchInboundNatPool",
    &[
        needed("name", "\"<name>\""),
        needed("protocol", "BatchInboundEndpointProtocol.Tcp"),
        needed("backendPort", "0"),
        needed("frontendPortRangeStart", "0"),
        needed("frontendPortRangeEnd", "0"),
    ],
    &[
        row("name", "name", Write::Text),
        row("protocol", "protocol", Write::Choice(&PROTOCOL)),
        row("backendPort", "backendPort", Write::Whole),
        row("frontendPortRangeStart", "frontendPortRangeStart", Write::Whole),
        row("frontendPortRangeEnd", "frontendPortRangeEnd", Write::Whole),
        row(
            "networkSecurityGroupRules",
            "NetworkSecurityGroupRules",
            Write::List(&Write::Object(RULE)),
        ),
    ],
)];
static IP_TAG: Type = &[class(
    "new BatchIPTag",
    &[],
    &[
        row("ipTagType", "IPTagType", Write::Text),
        row("tag", "Tag", Write::Text),
    ],
)];
static PUBLIC_IPS: Type = &[class(
    "new BatchPublicIPAddressConfiguration",
    &[],
    &[
        row("provision", "Provision", Write::Choice(&PROVISION)),
        row("ipAddressIds", "IPAddressIds", Write::List(&Write::In(&ID))),
        row("ipFamilies", "IPFamilies", Write::List(&Write::Choice(&FAMILY))),
        row("ipTags", "IPTags", Write::List(&Write::Object(IP_TAG))),
    ],
)];

/// The network configuration.
pub(super) static CONFIGURATION: Type = &[class(
    "new BatchNetworkConfiguration",
    &[],
    &[
        row("subnetId", "SubnetId", Write::In(&ID)),
        row(
            "dynamicVnetAssignmentScope",
            "DynamicVNetAssignmentScope",
            Write::Choice(&SCOPE),
        ),
        flat(
            "endpointConfiguration",
            &[row(
                "inboundNatPools",
                "EndpointInboundNatPools",
                // Unlike the other lists it is not there until it is set.
                Write::NewList("BatchInboundNatPool", &Write::Object(NAT_POOL)),
            )],
        ),
        row(
            "publicIPAddressConfiguration",
            "PublicIPAddressConfiguration",
            Write::Object(PUBLIC_IPS),
        ),
        row(
            "enableAcceleratedNetworking",
            "EnableAcceleratedNetworking",
            Write::Truth,
        ),
    ],
)];
