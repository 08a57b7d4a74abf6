//! The practice cloud: a simulated Batch account that answers like Azure Resource Manager, with a clock of its own. The
//! same seed and the same calls at the same times give the same answers. Does no I/O.
//!
//! Microsoft publishes no allocation rate of a node: how fast nodes come is a model, and says so.

mod account;
mod address;
pub mod allocation;
mod breakage;
mod clock;
mod contract_body;
mod held;
mod judge;
mod network_body;
mod pool;
mod pools;
mod reply;
mod resource;
mod resource_body;
mod route;
mod sample;
mod scaling;
mod sizes;
mod snapshot;
mod state;
mod writing;

pub use breakage::{Break, Breakage};
pub use sample::{SAMPLES, Sample};

use crate::arm::{Answer, Call};
use crate::model::Moment;
use account::Account;
use resource::Resource;

/// A simulated cloud.
#[derive(Clone, Debug)]
pub struct Cloud {
    now: Moment,
    seed: u64,
    chance: fastrand::Rng,
    /// Counts changes: each makes an `ETag` of its own.
    changes: u64,
    /// Counts calls: each has an id of its own.
    calls: u64,
    accounts: Vec<Account>,
    resources: Vec<Resource>,
    /// Sizes of plans that are offered beside the usual ones.
    sizes: Vec<String>,
}

impl Cloud {
    /// A cloud with the sample accounts, at a moment. `seed` decides everything that is left to chance.
    pub fn new(seed: u64, now: Moment) -> Cloud {
        Cloud {
            now,
            seed,
            chance: fastrand::Rng::with_seed(seed),
            changes: 0,
            calls: 0,
            accounts: SAMPLES.iter().map(Sample::made).collect(),
            resources: resource::samples(),
            sizes: Vec::new(),
        }
    }

    /// Its clock.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// The answer to a call. `bearer` is the token, any but an empty one; `endpoint` is what its links begin with.
    pub fn answer(&mut self, call: &Call, bearer: Option<&str>, endpoint: &str) -> Answer {
        self.calls = self.calls.wrapping_add(1);
        let id = self.call_id();
        let mut answer = match route::answered(self, call, bearer, endpoint) {
            Ok(answer) => answer,
            Err(refused) => refused.answer(&id, self.now),
        };
        answer.headers.push(("x-ms-request-id".to_owned(), id));
        answer
    }

    /// The number of a new change.
    fn change(&mut self) -> u64 {
        self.changes = self.changes.wrapping_add(1);
        self.changes
    }

    /// The id of the present call, as a GUID is written.
    fn call_id(&self) -> String {
        let mixed = self.calls.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ self.seed;
        let low = mixed.rotate_left(29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        format!(
            "{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}",
            mixed >> 32,
            (mixed >> 16) & 0xFFFF,
            mixed & 0xFFF,
            low >> 52,
            low & 0xFFFF_FFFF_FFFF
        )
    }

    fn account(&self, subscription: &str, group: &str, name: &str) -> Option<usize> {
        self.accounts.iter().position(|account| {
            account.subscription.eq_ignore_ascii_case(subscription)
                && account.group.eq_ignore_ascii_case(group)
                && account.name.eq_ignore_ascii_case(name)
        })
    }

    /// Something beside the accounts, by its id.
    fn resource(&self, id: &str) -> Option<&Resource> {
        self.resources
            .iter()
            .find(|resource| resource.id.eq_ignore_ascii_case(id))
    }

    /// The same, unless somebody deleted it.
    fn resource_there(&self, id: &str) -> Option<&Resource> {
        self.resource(id).filter(|resource| !resource.gone)
    }
}
