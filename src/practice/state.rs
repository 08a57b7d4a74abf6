//! What only the state of the account can refuse: conditions, quotas, resizes that go on, and what is not there.

use super::Cloud;
use super::account::Account;
use super::allocation::Phase;
use super::judge::image_key;
use super::pool::Pool;
use super::reply::Refused;
use super::route::Passed;
use super::writing::Change;
use crate::arm::Method;
use crate::model::{Node, ResourceId};

/// What the data plane says changes only while a pool is empty. Of `arm::submission::ONLY_WHILE_EMPTY`, which cautions, all
/// but `displayName`: no text was found that Resource Manager refuses another name for people.
const FIXED: [&str; 9] = [
    "vmSize",
    "deploymentConfiguration",
    "networkConfiguration",
    "interNodeCommunication",
    "taskSlotsPerNode",
    "taskSchedulingPolicy",
    "userAccounts",
    "mountConfiguration",
    "upgradePolicy",
];

/// `If-Match` and `If-None-Match`. Of the latter, anything but `*` is ignored, as the contract says.
pub(super) fn conditions(passed: &Passed, existing: Option<&Pool>) -> Result<(), Box<Refused>> {
    let patched = passed.call.method == Method::Patch;
    let new_only = !patched && passed.header("If-None-Match") == Some("*");
    let held = match (passed.header("If-Match"), existing) {
        // That there is nothing to be changed is another answer.
        (None, _) => true,
        (Some(_), None) => patched,
        (Some(wanted), Some(pool)) => wanted == "*" || pool.etag() == wanted,
    };
    if !held || (new_only && existing.is_some()) {
        let message = "The condition specified in the conditional header(s) was not met for a write operation.";
        return Err(Refused::by_batch(412, "ConditionNotMet", message));
    }
    Ok(())
}

/// Refuses what the account cannot do now.
pub(super) fn allows(
    cloud: &Cloud,
    account: &Account,
    existing: Option<&Pool>,
    change: &Change,
) -> Result<(), Box<Refused>> {
    let Some(pool) = existing else {
        what_it_names_is_there(cloud, change)?;
        let there = i64::try_from(account.pools.len()).unwrap_or(i64::MAX);
        if there >= account.quotas.pools {
            let message = "The account has reached its quota of pools.";
            return Err(Refused::by_batch(409, "PoolQuotaReached", message));
        }
        return Ok(());
    };
    let steady = pool.allocation.phase == Phase::Steady;
    let member = |body: &Node, name: &str| body.get("properties").and_then(|own| own.get(name)).cloned();
    for name in FIXED {
        let same = match (member(&change.body, name), member(&pool.body, name)) {
            (Some(new), Some(old)) => new.same_json(&old),
            (None, None) => true,
            _ => false,
        };
        if same {
            continue;
        }
        if !steady || pool.nodes() > 0 {
            let message = "A property that cannot be updated was specified as part of the request.";
            let refused = Refused::by_batch(400, "PropertyCannotBeUpdated", message)
                .detail("PropertyName", name)
                .detail("PropertyPath", &format!("properties.{name}"))
                .detail("Reason", "The property can be changed only while the pool is empty.");
            return Err(refused);
        }
        if name == "deploymentConfiguration" || name == "networkConfiguration" {
            what_it_names_is_there(cloud, change)?;
        }
    }
    if change.scales && !steady {
        let message = "The specified pool is being resized.";
        return Err(Refused::by_batch(409, "PoolBeingResized", message));
    }
    Ok(())
}

/// Image, subnet and addresses. For one that is missing, and for one that may not be used, the answer is the same.
fn what_it_names_is_there(cloud: &Cloud, change: &Change) -> Result<(), Box<Refused>> {
    let at = |pointer: &str| change.body.at(pointer);
    let reference = at("/properties/deploymentConfiguration/virtualMachineConfiguration/imageReference");
    if let Some(key) = reference.and_then(image_key)
        && let Some(id) = ResourceId::parse(&key)
        && cloud.resource_there(&key).is_none()
    {
        let kind = id.kind();
        let message = format!(
            "The user identity used for this operation does not have the required privelege {kind}/read on the specified \
             resource {key}"
        );
        return Err(Refused::by_batch(403, "InsufficientPermissions", message));
    }
    let network = "/properties/networkConfiguration";
    let subnet = at(network).and_then(|network| network.get("subnetId")?.as_text());
    let addresses = at(network).and_then(|network| network.at("/publicIPAddressConfiguration/ipAddressIds"));
    let old = at(network).and_then(|network| network.get("publicIPs"));
    let lists = [addresses, old].into_iter().flatten().flat_map(Node::items);
    let ips = lists.filter_map(Node::as_text).map(|id| (id, "publicIPAddresses"));
    for (id, kind) in subnet.map(|id| (id, "virtualNetworks/subnets")).into_iter().chain(ips) {
        if cloud.resource_there(id).is_none() {
            let message = format!(
                "The client has permission to perform action 'Microsoft.Batch/batchAccounts/pools/write', but does not \
                 have permission to perform action 'Microsoft.Network/{kind}/join/action' on the linked scope(s) '{id}' \
                 or the linked scope(s) are invalid."
            );
            return Err(Refused::by_manager(403, "LinkedAuthorizationFailed", message));
        }
    }
    Ok(())
}
