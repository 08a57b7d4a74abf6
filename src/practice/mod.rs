//! The practice cloud: a simulated Batch account that answers like Azure Resource Manager, with a clock of its own. The
//! same seed and the same calls at the same times give the same answers. Does no I/O.
//!
//! Microsoft publishes no allocation rate of a node: how fast nodes come is a model, and says so.

pub mod allocation;

use crate::arm::{Answer, Call};
use crate::model::{Millis, Moment};

/// A simulated cloud.
#[derive(Clone, Debug)]
pub struct Cloud {
    now: Moment,
}

impl Cloud {
    /// A cloud with the sample accounts, at a moment. `seed` decides everything that is left to chance.
    pub fn new(seed: u64, now: Moment) -> Cloud {
        let _ = seed;
        Cloud { now }
    }

    /// Its clock.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Lets time pass.
    pub fn advance(&mut self, by: Millis) {
        self.now = self.now.after(by.max(0));
    }

    /// The answer to a call. `bearer` is the token, any but an empty one; `endpoint` is what its links begin with.
    pub fn answer(&mut self, call: &Call, bearer: Option<&str>, endpoint: &str) -> Answer {
        let _ = (call, endpoint);
        Answer {
            status: if bearer.is_some() { 404 } else { 401 },
            ..Answer::default()
        }
    }
}
