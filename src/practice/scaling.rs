//! How the nodes of a pool come to be as its scale asks: resizes, formulas, and what the surroundings allow.

use super::Cloud;
use super::account::Account;
use super::allocation::{Allocation, Circumstances, Deallocation, ImageKind, Phase, Target};
use super::judge::image_key;
use super::pool::{Pool, TIME_OUT};
use crate::facts::limits::{EVALUATION_DEFAULT, INTER_NODE_MOST, INTER_NODE_MOST_OWN};
use crate::facts::quotas;
use crate::formula::evaluate::{Evaluation, Nodes, Workload, evaluate};
use crate::model::{AllocationMode, IsoDuration, Millis, Moment, Node, ResourceId, VmSize};

/// Nodes of a pool that has none, and none to come.
pub(super) fn none(seed: u64, now: Moment) -> Allocation {
    let target = Target {
        dedicated: 0,
        spot: 0,
        time_out: TIME_OUT,
    };
    let mut allocation = Allocation::new(target, seed, now);
    allocation.phase = Phase::Steady;
    allocation
}

/// Begins a resize. A pool that has no nodes and shall have none is steady as it is.
pub(super) fn aim(pool: &mut Pool, target: Target, deallocation: Deallocation, now: Moment) {
    if pool.nodes() == 0 && (target.dedicated, target.spot) == (0, 0) {
        pool.allocation.target = target;
        pool.allocation.errors.clear();
        return;
    }
    pool.resized = true;
    pool.allocation.resize(target, deallocation, now);
}

/// The time between two evaluations of a pool's formula.
fn interval(pool: &Pool) -> Millis {
    let given = pool.text("/scaleSettings/autoScale/evaluationInterval");
    let interval = given.and_then(|text| IsoDuration::parse(text).ok());
    let seconds = interval.unwrap_or(EVALUATION_DEFAULT.value).seconds();
    Millis::try_from(seconds)
        .unwrap_or(Millis::MAX)
        .saturating_mul(1_000)
        .max(1_000)
}

impl Cloud {
    /// Evaluates the formula of a pool when it is time to.
    pub(super) fn evaluate(&mut self, account: usize, name: &str) {
        let (now, change) = (self.now, self.changes.wrapping_add(1));
        let Some(pool) = self
            .accounts
            .get_mut(account)
            .and_then(|account| account.pool_mut(name))
        else {
            return;
        };
        if pool.evaluation.is_none_or(|at| at > now) {
            return;
        }
        let Some(formula) = pool.formula().map(str::to_owned) else {
            pool.evaluation = None;
            return;
        };
        let nodes = Nodes {
            dedicated: pool.allocation.dedicated,
            spot: pool.allocation.spot,
            preempted: pool.allocation.preempted,
            targets: [pool.allocation.target.dedicated, pool.allocation.target.spot],
            slots: pool.at("/taskSlotsPerNode").and_then(Node::as_whole).unwrap_or(1),
        };
        let workload = Workload::new(self.seed, pool.created, nodes);
        let evaluation = evaluate(&formula, &workload, now, &mut self.chance);
        pool.evaluation = Some(now.after(interval(pool)));
        pool.run = Some(run(&evaluation, now));
        // While a resize is being stopped, none begins: the next evaluation sees to it.
        if evaluation.error.is_some() || pool.allocation.phase == Phase::Stopping {
            return;
        }
        let target = Target {
            dedicated: evaluation.target_dedicated,
            spot: evaluation.target_spot,
            time_out: TIME_OUT,
        };
        let allocation = &pool.allocation;
        let same = (allocation.target.dedicated, allocation.target.spot) == (target.dedicated, target.spot);
        let there = (allocation.dedicated, allocation.spot) == (target.dedicated, target.spot);
        if same && (there || allocation.phase != Phase::Steady) {
            return;
        }
        let deallocation = Deallocation::named(evaluation.deallocation).unwrap_or_default();
        aim(pool, target, deallocation, now);
        if !same {
            (pool.change, pool.modified) = (change, now);
            self.changes = change;
        }
    }

    /// What the account and its surroundings allow a pool.
    pub(super) fn circumstances(&self, account: &Account, pool: &Pool) -> Circumstances {
        let vcpus = pool.vcpus();
        let (dedicated, spot) = account.cores(Some(&pool.name));
        let (quota, spot_quota) = account.core_quotas();
        let left = |quota: i64, used: i64| quota.saturating_sub(used).max(0);
        let family = self.left_of_family(account, pool);
        let dedicated_cores = left(quota, dedicated).min(family.unwrap_or(i64::MAX));
        let most = match account.mode {
            AllocationMode::BatchService => INTER_NODE_MOST.value,
            AllocationMode::UserSubscription => INTER_NODE_MOST_OWN.value,
        };
        let talks = pool.text("/interNodeCommunication") == Some("Enabled");
        let key = pool.image().and_then(image_key);
        let image = key.as_deref().and_then(|key| self.resource(key));
        let needed = key.as_deref().is_some_and(|key| ResourceId::parse(key).is_some());
        Circumstances {
            image: match key.as_deref() {
                Some(key) => kind_of_image(
                    pool,
                    key,
                    image.and_then(|image| image.facts.get("replicasInRegion")?.as_whole()),
                ),
                None => ImageKind::Marketplace,
            },
            image_is_there: image.map_or(!needed, |image| !image.gone),
            vcpus,
            dedicated_cores: Some(dedicated_cores),
            spot_cores: Some(left(spot_quota, spot)),
            addresses: pool.subnet().map(|subnet| self.left_of_subnet(subnet, pool)),
            inter_node: talks.then_some(most),
            dedicated_capacity: pool.capacity,
            spot_capacity: pool.most_spot(),
        }
    }

    /// Dedicated cores that the quota of its VM series leaves to a pool.
    fn left_of_family(&self, account: &Account, pool: &Pool) -> Option<i64> {
        let size = pool.text("/vmSize").and_then(VmSize::parse)?;
        let (name, quota) = account
            .quotas
            .families
            .iter()
            .find(|(name, _)| quotas::is_quota_of(name, &size))?;
        let used = account.cores_of_family(name, Some(&pool.name));
        Some(quota.saturating_sub(used).max(0))
    }

    /// Addresses that a subnet leaves to a pool: none beyond its nodes once somebody filled it, or where it is not.
    fn left_of_subnet(&self, id: &str, pool: &Pool) -> i64 {
        let Some(subnet) = self.resource_there(id).filter(|subnet| !subnet.full) else {
            return pool.nodes();
        };
        let used = self.addresses_used(id).saturating_sub(pool.nodes());
        subnet.addresses().saturating_sub(used).max(0)
    }

    /// Nodes of all pools in a subnet.
    pub(super) fn addresses_used(&self, subnet: &str) -> i64 {
        let pools = self.accounts.iter().flat_map(|account| &account.pools);
        let inside = pools.filter(|pool| pool.subnet().is_some_and(|own| own.eq_ignore_ascii_case(subnet)));
        inside.fold(0, |sum: i64, pool| sum.saturating_add(pool.nodes()))
    }
}

/// What kind of image nodes are made from. Where nothing says how many replicas there are, there is one.
fn kind_of_image(pool: &Pool, key: &str, replicas: Option<i64>) -> ImageKind {
    let shared = ["sharedGalleryImageId", "communityGalleryImageId"];
    let shared = pool
        .image()
        .is_some_and(|image| shared.iter().any(|name| image.get(name).is_some()));
    match ResourceId::parse(key) {
        Some(id) if id.gallery_image().is_none() => ImageKind::Managed,
        None if !shared => ImageKind::Marketplace,
        _ => ImageKind::Gallery {
            replicas: replicas.unwrap_or(1).max(1),
        },
    }
}

/// `autoScaleRun`.
fn run(evaluation: &Evaluation, now: Moment) -> Node {
    let mut members = vec![
        ("evaluationTime", Node::text(now.to_string())),
        ("results", Node::text(evaluation.results.as_str())),
    ];
    members.extend(evaluation.error.as_ref().map(|error| {
        let of = |code: &str, message: &str| vec![("code", Node::text(code)), ("message", Node::text(message))];
        let mut told = of(error.code, error.message);
        told.push(("details", Node::list([Node::object(of("Message", &error.detail))])));
        ("error", Node::object(told))
    }));
    Node::object(members)
}
