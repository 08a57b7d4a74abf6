//! The accounts with which a simulated cloud begins. All names and ids are of our own invention.

use super::account::{Account, Quotas};
use crate::model::{AllocationMode, Cloud, Edit, Node, Plan, path};

/// An account that is there from the beginning.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Its subscription.
    pub subscription: &'static str,
    /// Its resource group.
    pub group: &'static str,
    /// Its name.
    pub account: &'static str,
    /// Its region.
    pub region: &'static str,
    /// Its tenant.
    pub tenant: &'static str,
    /// How it allocates pools.
    pub mode: AllocationMode,
    /// Its quota of dedicated cores; in user subscription mode that of the subscription.
    pub dedicated_cores: i64,
    /// The same of Spot cores.
    pub spot_cores: i64,
    /// Its quota of pools.
    pub pools: i64,
}

const SUBSCRIPTION: &str = "5b0d7c1e-8a42-4f36-9d17-2c6e4b90a853";
const TENANT: &str = "c3f1a9d4-6e27-4b58-8f03-71d2e5a6b094";

/// The accounts of a new cloud, one in each allocation mode.
pub static SAMPLES: [Sample; 2] = [
    Sample {
        subscription: SUBSCRIPTION,
        group: "rg-practice",
        account: "practicebatch",
        region: "westeurope",
        tenant: TENANT,
        mode: AllocationMode::BatchService,
        dedicated_cores: 1_000,
        spot_cores: 500,
        pools: 100,
    },
    Sample {
        subscription: SUBSCRIPTION,
        group: "rg-practice",
        account: "practiceown",
        region: "francecentral",
        tenant: TENANT,
        mode: AllocationMode::UserSubscription,
        dedicated_cores: 2_000,
        spot_cores: 2_000,
        pools: 100,
    },
];

impl Sample {
    /// The edits that take the account into a plan.
    pub fn edits(&self) -> Vec<Edit> {
        self.members()
            .map(|(path, value)| Edit::set(path, Node::text(value)))
            .to_vec()
    }

    /// The same for what a plan does not say.
    pub fn missing(&self, plan: &Plan) -> Vec<Edit> {
        let missing = self.members().into_iter().filter(|(path, _)| plan.at(path).is_none());
        missing
            .map(|(path, value)| Edit::set(path, Node::text(value)))
            .collect()
    }

    fn members(&self) -> [(&'static str, &'static str); 6] {
        let mode = match self.mode {
            AllocationMode::BatchService => "BatchService",
            AllocationMode::UserSubscription => "UserSubscription",
        };
        [
            (path::SUBSCRIPTION, self.subscription),
            (path::RESOURCE_GROUP, self.group),
            (path::ACCOUNT, self.account),
            (path::REGION, self.region),
            (path::TENANT, self.tenant),
            (path::ALLOCATION_MODE, mode),
        ]
    }

    pub(super) fn made(&self) -> Account {
        Account {
            cloud: Cloud::Public,
            subscription: self.subscription.to_owned(),
            group: self.group.to_owned(),
            name: self.account.to_owned(),
            region: self.region.to_owned(),
            tenant: self.tenant.to_owned(),
            mode: self.mode,
            quotas: Quotas {
                dedicated: self.dedicated_cores,
                spot: self.spot_cores,
                pools: self.pools,
                families: Vec::new(),
            },
            cut: None,
            pools: Vec::new(),
            deletions: Vec::new(),
        }
    }
}
