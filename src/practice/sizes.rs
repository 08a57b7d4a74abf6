//! What a region offers: the sizes of virtual machines, and the number of Batch accounts.

use super::Cloud;
use super::reply::{Reply, ok};
use super::route::{Passed, nothing_there};
use crate::facts::{size_retirements, sizes};
use crate::model::api_version::{V2021_06_01, V2024_02_01};
use crate::model::{self, ApiVersion, Node, VmSize};

/// A choice of what Azure has: every region of the practice cloud offers these. Figures are read from the names.
const OFFERED: [&str; 34] = [
    "Standard_A2_v2",
    "Standard_A4_v2",
    "Standard_B2ms",
    "Standard_D2_v3",
    "Standard_D2ads_v5",
    "Standard_D2as_v5",
    "Standard_D2ds_v5",
    "Standard_D2s_v3",
    "Standard_D2s_v5",
    "Standard_D4ads_v5",
    "Standard_D4as_v5",
    "Standard_D4ds_v5",
    "Standard_D4s_v3",
    "Standard_D4s_v5",
    "Standard_D8ads_v5",
    "Standard_D8ds_v5",
    "Standard_D8s_v3",
    "Standard_D8s_v5",
    "Standard_D16ds_v5",
    "Standard_D16s_v5",
    "Standard_D32s_v5",
    "Standard_E4s_v5",
    "Standard_E8s_v5",
    "Standard_E16s_v5",
    "Standard_F4s_v2",
    "Standard_F8s_v2",
    "Standard_F16s_v2",
    "Standard_HB120rs_v3",
    "Standard_HC44rs",
    "Standard_L8s_v3",
    "Standard_NC4as_T4_v3",
    "Standard_NC24ads_A100_v4",
    "Standard_ND96asr_v4",
    "Standard_NV12s_v3",
];

/// Batch accounts that a subscription may have in a region, unless support allows more: as the quota page has it, from 1 to 3.
const ACCOUNTS: i64 = 3;

/// The answer to a route below `locations/{region}`.
pub(super) fn of_location(
    cloud: &Cloud,
    passed: &Passed,
    version: ApiVersion,
    (subscription, region): (&str, &str),
    what: &str,
) -> Reply {
    let quotas = what.eq_ignore_ascii_case("quotas");
    let offered = what.eq_ignore_ascii_case("virtualMachineSkus") && version >= V2021_06_01;
    if !quotas && !offered {
        return Err(nothing_there(passed));
    }
    if !passed.reads() {
        return passed.no_such_method();
    }
    if quotas {
        return ok(&Node::object([("accountQuota", Node::number(ACCOUNTS))]));
    }
    let account = cloud
        .accounts
        .iter()
        .find(|account| account.subscription.eq_ignore_ascii_case(subscription));
    let in_cloud = account.map(|account| account.cloud);
    let mut names: Vec<&str> = Vec::new();
    for name in OFFERED.into_iter().chain(cloud.sizes.iter().map(String::as_str)) {
        let at = names.iter().take_while(|other| **other < name).count();
        names.insert(at, name);
    }
    let told = names
        .into_iter()
        .filter_map(|name| Some((name, size(name, region, in_cloud, version)?)));
    passed.page(told.collect())
}

/// Whether a size is offered.
pub(super) fn is_offered(name: &str) -> bool {
    OFFERED.iter().any(|own| own.eq_ignore_ascii_case(name))
}

fn size(name: &str, region: &str, cloud: Option<model::Cloud>, version: ApiVersion) -> Option<Node> {
    let size = VmSize::parse(name)?;
    let mut capabilities: Vec<(&str, String)> = Vec::new();
    capabilities.extend(size.full_vcpus.map(|vcpus| ("vCPUs", vcpus.to_string())));
    capabilities.extend(size.vcpus.map(|vcpus| ("vCPUsAvailable", vcpus.to_string())));
    capabilities.extend(sizes::generations(name).map(|generations| {
        let told = match (generations.gen1, generations.gen2) {
            (true, true) => "V1,V2",
            (false, true) => "V2",
            _ => "V1",
        };
        ("HyperVGenerations", told.to_owned())
    }));
    let yes_or_no = |yes: bool| if yes { "True" } else { "False" }.to_owned();
    capabilities.push((
        "CpuArchitectureType",
        if size.arm() { "Arm64" } else { "x64" }.to_owned(),
    ));
    capabilities.push(("LowPriorityCapable", yes_or_no(true)));
    capabilities.push(("PremiumIO", yes_or_no(size.premium_storage())));
    capabilities.push(("RdmaEnabled", yes_or_no(size.rdma())));
    let told = capabilities.into_iter().map(|(name, value)| {
        let value = Node::text(value);
        Node::object([("name", Node::text(name)), ("value", value)])
    });
    let mut members = vec![
        ("name", Node::text(name)),
        ("familyName", Node::text(family(&size))),
        ("capabilities", Node::list(told)),
    ];
    if version >= V2024_02_01
        && let Some(end) = size_retirements::of(name, cloud)
    {
        let day = end.last_day_in(Some(region));
        members.push(("batchSupportEndOfLife", Node::text(format!("{day}T00:00:00Z"))));
    }
    Some(Node::object(members))
}

/// As quotas name a series: `standardDSv5Family`.
fn family(size: &VmSize) -> String {
    let (letters, rest) = match size.family.find('v') {
        Some(at) if at > 0 => size.family.split_at(at),
        _ => (size.family.as_str(), ""),
    };
    format!("standard{}{rest}Family", letters.to_ascii_uppercase())
}
