//! The network.

use super::super::table::{Enumeration, Type, Write, class, needed, row};
use super::ID;

static SCOPE: Enumeration = Enumeration {
    name: "DynamicVNetAssignmentScope",
    open: false,
    values: &[("none", "None"), ("job", "Job")],
};
static PROTOCOL: Enumeration = Enumeration {
    name: "InboundEndpointProtocol",
    open: false,
    values: &[("TCP", "Tcp"), ("UDP", "Udp")],
};
static ACCESS: Enumeration = Enumeration {
    name: "NetworkSecurityGroupRuleAccess",
    open: false,
    values: &[("Allow", "Allow"), ("Deny", "Deny")],
};
static PROVISION: Enumeration = Enumeration {
    name: "IpAddressProvisioningType",
    open: false,
    values: &[
        ("BatchManaged", "BatchManaged"),
        ("UserManaged", "UserManaged"),
        ("NoPublicIPAddresses", "NoPublicIpAddresses"),
    ],
};
static FAMILY: Enumeration = Enumeration {
    name: "IPFamily",
    open: true,
    values: &[("IPv4", "IPv4"), ("IPv6", "IPv6")],
};

static RULE: Type = &[class(
    "new NetworkSecurityGroupRule",
    &[
        needed("priority", "0"),
        needed("access", "NetworkSecurityGroupRuleAccess.Deny"),
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
        needed("protocol", "InboundEndpointProtocol.Tcp"),
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
static ENDPOINTS: Type = &[class(
    "new BatchPoolEndpointConfiguration",
    &[needed("inboundNatPools", "Array.Empty<BatchInboundNatPool>()")],
    &[row(
        "inboundNatPools",
        "inboundNatPools",
        Write::NewList("BatchInboundNatPool", &Write::Object(NAT_POOL)),
    )],
)];
static IP_TAG: Type = &[class(
    "new IPTag",
    &[],
    &[
        row("ipTagType", "IpTagType", Write::Text),
        row("tag", "Tag", Write::Text),
    ],
)];
static PUBLIC_IPS: Type = &[class(
    "new BatchPublicIpAddressConfiguration",
    &[],
    &[
        row("provision", "IpAddressProvisioningType", Write::Choice(&PROVISION)),
        row("ipAddressIds", "IpAddressIds", Write::List(&Write::In(&ID))),
        row("ipFamilies", "IpFamilies", Write::List(&Write::Choice(&FAMILY))),
        row("ipTags", "IpTags", Write::List(&Write::Object(IP_TAG))),
    ],
)];

/// The network configuration.
pub(super) static CONFIGURATION: Type = &[class(
    "new NetworkConfiguration",
    &[],
    &[
        row("subnetId", "SubnetId", Write::Text),
        row(
            "dynamicVnetAssignmentScope",
            "DynamicVnetAssignmentScope",
            Write::Choice(&SCOPE),
        ),
        row(
            "dynamicVNetAssignmentScope",
            "DynamicVnetAssignmentScope",
            Write::Choice(&SCOPE),
        ),
        row(
            "endpointConfiguration",
            "EndpointConfiguration",
            Write::Object(ENDPOINTS),
        ),
        row(
            "publicIPAddressConfiguration",
            "PublicIpAddressConfiguration",
            Write::Object(PUBLIC_IPS),
        ),
        row(
            "enableAcceleratedNetworking",
            "EnableAcceleratedNetworking",
            Write::Truth,
        ),
    ],
)];
