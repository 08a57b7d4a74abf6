//! Time in the simulated cloud. Whatever happens has a moment of its own, and everything happens in the order of these
//! moments: it makes no difference in how many steps time passes.

use super::Cloud;
use super::pool::Pool;
use crate::model::{Millis, Moment};

/// So many moments at most are gone through in one step; what is left comes with the next one.
const MOST: usize = 100_000;
/// Spot nodes may be taken back every so often, and are in one of so many cases: a model, nothing of it is published.
const RECLAIM: (Millis, u64) = (3_600_000, 6);

impl Cloud {
    /// Lets time pass.
    pub fn advance(&mut self, by: Millis) {
        let end = self.now.after(by.max(0));
        for _ in 0..MOST {
            let pools = self.accounts.iter().flat_map(|account| &account.pools);
            let Some(next) = pools.filter_map(next).min().filter(|at| *at <= end) else {
                break;
            };
            self.now = self.now.max(next);
            self.happens();
        }
        self.now = end;
    }

    /// Lets happen what is due.
    fn happens(&mut self) {
        let now = self.now;
        for at in 0..self.accounts.len() {
            let Some(account) = self.accounts.get_mut(at) else {
                break;
            };
            account.pools.retain(|pool| pool.gone_at.is_none_or(|gone| gone > now));
            let due = account
                .pools
                .iter()
                .filter(|pool| next(pool).is_some_and(|next| next <= now));
            let names: Vec<String> = due.map(|pool| pool.name.clone()).collect();
            for name in names {
                self.evaluate(at, &name);
                self.let_nodes_move(at, &name);
            }
        }
    }

    fn let_nodes_move(&mut self, at: usize, name: &str) {
        let Some(account) = self.accounts.get(at) else { return };
        let Some(circumstances) = account.pool(name).map(|pool| self.circumstances(account, pool)) else {
            return;
        };
        let (now, seed) = (self.now, self.seed);
        if let Some(pool) = self.accounts.get_mut(at).and_then(|account| account.pool_mut(name)) {
            if pool.is_deleting() {
                return;
            }
            pool.allocation.advance(now, &circumstances);
            let (every, one_in) = RECLAIM;
            if pool.reclaim <= now {
                let hour = now.since(pool.created) / every;
                let mut chance = fastrand::Rng::with_seed(
                    seed ^ pool.created.0.cast_unsigned().rotate_left(20) ^ hour.cast_unsigned(),
                );
                if chance.u64(..).is_multiple_of(one_in) {
                    let some = 1 + (pool.allocation.spot / 10).max(0);
                    pool.allocation.evict_spot(some.min(pool.allocation.spot), now);
                }
                pool.reclaim = pool.created.after((hour + 1).saturating_mul(every));
            }
        }
    }
}

/// The first moment at which Spot nodes of a pool may be taken back.
pub(super) fn first_reclaim(created: Moment) -> Moment {
    created.after(RECLAIM.0)
}

/// When something happens to a pool next.
fn next(pool: &Pool) -> Option<Moment> {
    if pool.is_deleting() {
        return pool.gone_at;
    }
    let spot = pool.allocation.spot > 0;
    let moments = [pool.allocation.next(), pool.evaluation, spot.then_some(pool.reclaim)];
    moments.into_iter().flatten().min()
}
