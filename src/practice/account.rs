//! A simulated Batch account: what it is, what it holds, and how it is told.

use super::pool::Pool;
use crate::facts::quotas;
use crate::model::api_version::{V2019_04_01, V2020_03_01, V2020_05_01, V2021_06_01};
use crate::model::{AllocationMode, ApiVersion, Cloud, Millis, Moment, Node, VmSize};

/// What an account may use.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quotas {
    /// Dedicated cores.
    pub(super) dedicated: i64,
    /// Spot cores.
    pub(super) spot: i64,
    /// Pools.
    pub(super) pools: i64,
    /// Dedicated cores of single VM series, by the names of their quotas; enforced where there are any.
    pub(super) families: Vec<(String, i64)>,
}

/// A deletion that was accepted.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Deletion {
    /// Its name below `poolOperationResults`.
    pub(super) operation: String,
    /// When the pool is gone.
    pub(super) gone_at: Moment,
}

/// A Batch account.
#[derive(Clone, Debug)]
pub(super) struct Account {
    /// The cloud it lies in.
    pub(super) cloud: Cloud,
    /// Its subscription.
    pub(super) subscription: String,
    /// Its resource group.
    pub(super) group: String,
    /// Its name.
    pub(super) name: String,
    /// Its region.
    pub(super) region: String,
    /// Its tenant.
    pub(super) tenant: String,
    /// How it allocates pools.
    pub(super) mode: AllocationMode,
    /// Its quotas; in user subscription mode those of the subscription.
    pub(super) quotas: Quotas,
    /// Dedicated and Spot cores beyond which nothing comes, once somebody cut the quota.
    pub(super) cut: Option<(i64, i64)>,
    /// Its pools, by name without letter case.
    pub(super) pools: Vec<Pool>,
    /// The last deletions.
    pub(super) deletions: Vec<Deletion>,
}

/// So many deletions are remembered.
const DELETIONS: usize = 50;
/// A deletion takes so long, and so much longer for each node: a model, for no page says how long.
const DELETION: (Millis, Millis) = (45_000, 50);

/// Members of an account that are younger than pools, each with its first api-version.
const YOUNGER: [(&str, ApiVersion); 4] = [
    ("dedicatedCoreQuotaPerVMFamily", V2019_04_01),
    ("dedicatedCoreQuotaPerVMFamilyEnforced", V2019_04_01),
    ("publicNetworkAccess", V2020_03_01),
    ("allowedAuthenticationModes", V2021_06_01),
];

fn is_told(name: &str, version: ApiVersion) -> bool {
    !YOUNGER.iter().any(|(own, since)| *own == name && version < *since)
}

impl Account {
    /// Its id.
    pub(super) fn id(&self) -> String {
        format!(
            "/subscriptions/{}/resourceGroups/{}/providers/Microsoft.Batch/batchAccounts/{}",
            self.subscription, self.group, self.name
        )
    }

    /// The position of a pool; its name has no letter case.
    pub(super) fn position(&self, pool: &str) -> Option<usize> {
        self.pools.iter().position(|own| own.name.eq_ignore_ascii_case(pool))
    }

    /// A pool.
    pub(super) fn pool(&self, name: &str) -> Option<&Pool> {
        self.pools.iter().find(|own| own.name.eq_ignore_ascii_case(name))
    }

    /// A pool, to be changed.
    pub(super) fn pool_mut(&mut self, name: &str) -> Option<&mut Pool> {
        self.pools.iter_mut().find(|own| own.name.eq_ignore_ascii_case(name))
    }

    /// Adds a pool in its place, or puts it in the place of the one of its name.
    pub(super) fn put(&mut self, pool: Pool) {
        match self.position(&pool.name) {
            Some(at) => {
                if let Some(own) = self.pools.get_mut(at) {
                    *own = pool;
                }
            }
            None => {
                let before = |other: &&Pool| other.name.to_ascii_lowercase() < pool.name.to_ascii_lowercase();
                let at = self.pools.iter().take_while(before).count();
                self.pools.insert(at, pool);
            }
        }
    }

    /// Dedicated and Spot cores that its pools use, one of them aside.
    pub(super) fn cores(&self, aside: Option<&str>) -> (i64, i64) {
        let others = self.pools.iter().filter(|pool| aside != Some(pool.name.as_str()));
        others.fold((0, 0), |(dedicated, spot): (i64, i64), pool| {
            let cores = |nodes: i64| nodes.saturating_mul(pool.vcpus());
            (
                dedicated.saturating_add(cores(pool.allocation.dedicated)),
                spot.saturating_add(cores(pool.allocation.spot)),
            )
        })
    }

    /// Dedicated cores that its pools use of the quota of a VM series, one of them aside.
    pub(super) fn cores_of_family(&self, name: &str, aside: Option<&str>) -> i64 {
        let others = self.pools.iter().filter(|pool| aside != Some(pool.name.as_str()));
        let of_family = others.filter(|pool| {
            let size = pool.text("/vmSize").and_then(VmSize::parse);
            size.is_some_and(|size| quotas::is_quota_of(name, &size))
        });
        of_family.fold(0, |sum: i64, pool| {
            sum.saturating_add(pool.allocation.dedicated.saturating_mul(pool.vcpus()))
        })
    }

    /// Begins a deletion, or finds the one that goes on, and gives its name.
    pub(super) fn delete(&mut self, pool: &str, change: u64, now: Moment) -> Option<String> {
        let pool = self.pool_mut(pool)?;
        let operation = |since: Moment| format!("delete-{}-{:X}", pool.name, since.0);
        if let Some(since) = pool.deleted_at {
            return Some(operation(since));
        }
        let (base, each) = DELETION;
        let gone_at = now.after(base.saturating_add(each.saturating_mul(pool.nodes())));
        let operation = operation(now);
        (pool.deleted_at, pool.gone_at) = (Some(now), Some(gone_at));
        (pool.change, pool.modified) = (change, now);
        pool.evaluation = None;
        if self.deletions.len() >= DELETIONS {
            self.deletions.remove(0);
        }
        self.deletions.push(Deletion {
            operation: operation.clone(),
            gone_at,
        });
        Some(operation)
    }

    /// As the service tells it in an api-version.
    pub(super) fn told(&self, version: ApiVersion) -> Node {
        let own = self.mode == AllocationMode::UserSubscription;
        let endpoint = match self.cloud {
            Cloud::Public => "batch.azure.com",
            Cloud::China => "batch.chinacloudapi.cn",
            Cloud::UsGovernment => "batch.usgovcloudapi.net",
        };
        let plain: String = self.region.chars().filter(|c| !c.is_whitespace()).collect();
        let region = plain.to_ascii_lowercase();
        // The quotas of the subscription are no part of the account.
        let cores = |cores: i64| if own { Node::null() } else { Node::number(cores) };
        let (dedicated, spot) = self.core_quotas();
        let family = |(name, cores): &(String, i64)| {
            Node::object([("name", Node::text(name.as_str())), ("coreQuota", Node::number(*cores))])
        };
        let families = match own {
            true => Node::null(),
            false => Node::list(self.quotas.families.iter().map(family)),
        };
        let modes = ["SharedKey", "AAD", "TaskAuthenticationToken"];
        let mut properties = vec![
            (
                "accountEndpoint",
                Node::text(format!("{}.{region}.{endpoint}", self.name)),
            ),
            ("provisioningState", Node::text("Succeeded")),
            (
                "poolAllocationMode",
                Node::text(if own { "UserSubscription" } else { "BatchService" }),
            ),
            ("publicNetworkAccess", Node::text("Enabled")),
            ("dedicatedCoreQuota", cores(dedicated)),
            ("lowPriorityCoreQuota", cores(spot)),
            ("dedicatedCoreQuotaPerVMFamily", families),
            (
                "dedicatedCoreQuotaPerVMFamilyEnforced",
                Node::bool(!own && !self.quotas.families.is_empty()),
            ),
            ("poolQuota", Node::number(self.quotas.pools)),
            ("activeJobAndJobScheduleQuota", Node::number(300)),
        ];
        // In user subscription mode nobody signs in with a shared key.
        let modes = modes.into_iter().filter(|mode| !own || *mode != "SharedKey");
        properties.push(("allowedAuthenticationModes", Node::list(modes.map(Node::text))));
        // Until quotas could be `null`, nothing was said where there are none.
        properties.retain(|(name, value)| is_told(name, version) && (version >= V2019_04_01 || !value.is_null()));
        let mut members = vec![
            ("id", Node::text(self.id())),
            ("name", Node::text(self.name.as_str())),
            ("type", Node::text("Microsoft.Batch/batchAccounts")),
            ("location", Node::text(region)),
        ];
        if version >= V2020_05_01 {
            members.push(("identity", Node::object([("type", Node::text("None"))])));
        }
        members.push(("properties", Node::object(properties)));
        Node::object(members)
    }

    /// Its quotas of dedicated and of Spot cores at the moment.
    pub(super) fn core_quotas(&self) -> (i64, i64) {
        let Quotas { dedicated, spot, .. } = self.quotas;
        match self.cut {
            Some((most, most_spot)) => (dedicated.min(most), spot.min(most_spot)),
            None => (dedicated, spot),
        }
    }
}
