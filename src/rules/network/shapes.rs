//! What several rules of this area do alike.

use crate::model::{Edit, Node, Plan, Provision, ResourceId, placeholder};
use crate::rules::{Finding, fix_titles};
use crate::words::{Arg, Message};

/// The type of a subnet.
pub(super) const SUBNET: &str = "Microsoft.Network/virtualNetworks/subnets";
/// The type of a public IP address.
pub(super) const PUBLIC_IP: &str = "Microsoft.Network/publicIPAddresses";

/// Tells of each item that is like an earlier one, and of the first such. For short lists only.
pub(super) fn each_repeat(count: usize, alike: &dyn Fn(usize, usize) -> bool, tell: &mut dyn FnMut(usize, usize)) {
    for later in 1..count {
        if let Some(earlier) = (0..later).find(|&earlier| alike(earlier, later)) {
            tell(earlier, later);
        }
    }
}

/// The name of a resource of this type, its subscription and the account’s, where these are known and not the same.
pub(super) fn elsewhere(plan: &Plan, id: &str, kind: &str) -> Option<[Arg; 3]> {
    let account = plan.target.subscription?;
    let resource = ResourceId::parse(id).filter(|resource| resource.is(kind))?;
    let theirs = resource.subscription;
    let same = theirs.eq_ignore_ascii_case(account);
    let known = !placeholder(theirs) && !placeholder(account);
    (known && !same).then(|| [resource.name().into(), theirs.into(), account.into()])
}

/// Whether an id is meant to be filled in, or is of this type.
pub(super) fn fits(id: &str, kind: &str) -> bool {
    placeholder(id) || ResourceId::parse(id).is_some_and(|resource| resource.is(kind))
}

/// Whether the pool goes without public IP addresses.
pub(super) fn without_public_ips(plan: &Plan) -> bool {
    plan.pool.provision() == Some(Provision::NoPublicIpAddresses)
}

/// How many items a list has.
pub(super) fn length(items: &[Node]) -> i64 {
    i64::try_from(items.len()).unwrap_or(i64::MAX)
}

/// Offers a port or a priority: a number that is no quantity and is written without parted thousands.
pub(super) fn offer_plain(finding: Finding, pointer: &str, value: i64) -> Finding {
    let title = Message::new(&fix_titles::SET, [value.to_string().into()]);
    finding.fix(title, [Edit::set(pointer, Node::number(value))])
}
