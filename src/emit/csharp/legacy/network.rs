//! The network.

use super::super::table::{Absent, Enumeration, Parameter, Type, Write, class, needed_named, optional, row};

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
    name: "IPAddressProvisioningType",
    open: false,
    values: &[
        ("BatchManaged", "BatchManaged"),
        ("UserManaged", "UserManaged"),
        ("NoPublicIPAddresses", "NoPublicIPAddresses"),
    ],
};

static RULE: Type = &[class(
    "new NetworkSecurityGroupRule",
    &[
        needed_named("priority", "0"),
        needed_named("access", "NetworkSecurityGroupRuleAccess.Deny"),
        needed_named("sourceAddressPrefix", "\"<sourceAddressPrefix>\""),
        optional("sourcePortRanges"),
    ],
    &[
        row("priority", "priority", Write::Whole),
        row("access", "access", Write::Choice(&ACCESS)),
        row("sourceAddressPrefix", "sourceAddressPrefix", Write::Text),
        row(
            "sourcePortRanges",
            "sourcePortRanges",
            Write::NewList("string", &Write::Text),
        ),
    ],
)];
static NAT_POOL: Type = &[class(
    "new InboundNatPool",
    &[
        needed_named("name", "\"<name>\""),
        needed_named("protocol", "InboundEndpointProtocol.Tcp"),
        needed_named("backendPort", "0"),
        needed_named("frontendPortRangeStart", "0"),
        needed_named("frontendPortRangeEnd", "0"),
        optional("networkSecurityGroupRules"),
    ],
    &[
        row("name", "name", Write::Text),
        row("protocol", "protocol", Write::Choice(&PROTOCOL)),
        row("backendPort", "backendPort", Write::Whole),
        row("frontendPortRangeStart", "frontendPortRangeStart", Write::Whole),
        row("frontendPortRangeEnd", "frontendPortRangeEnd", Write::Whole),
        row(
            "networkSecurityGroupRules",
            "networkSecurityGroupRules",
            Write::NewList("NetworkSecurityGroupRule", &Write::Object(RULE)),
        ),
    ],
)];
static ENDPOINTS: Type = &[class(
    "new PoolEndpointConfiguration",
    &[needed_named("inboundNatPools", "new List<InboundNatPool>()")],
    &[row(
        "inboundNatPools",
        "inboundNatPools",
        Write::NewList("InboundNatPool", &Write::Object(NAT_POOL)),
    )],
)];
static PUBLIC_IPS: Type = &[class(
    "new PublicIPAddressConfiguration",
    &[Parameter {
        name: "provision",
        named: true,
        absent: Absent::Same("null"),
    }],
    &[
        row("provision", "provision", Write::Choice(&PROVISION)),
        row("ipAddressIds", "IpAddressIds", Write::NewList("string", &Write::Text)),
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
            "DynamicVNetAssignmentScope",
            Write::Choice(&SCOPE),
        ),
        row(
            "dynamicVNetAssignmentScope",
            "DynamicVNetAssignmentScope",
            Write::Choice(&SCOPE),
        ),
        row(
            "endpointConfiguration",
            "EndpointConfiguration",
            Write::Object(ENDPOINTS),
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
