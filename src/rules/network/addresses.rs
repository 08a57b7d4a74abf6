//! How many public IP addresses a pool needs.

use crate::facts::limits::{NODES_PER_IP, NODES_PER_IP_OLD};
use crate::model::api_version::V2020_09_01;
use crate::model::{Plan, portions};

/// The addresses that the dedicated nodes need, and those that the Spot nodes need.
pub(super) fn needed(plan: &Plan) -> (i64, i64) {
    let (dedicated, spot) = if plan.api_version() < V2020_09_01 {
        NODES_PER_IP_OLD.value
    } else {
        NODES_PER_IP.value
    };
    (
        portions(plan.pool.dedicated(), dedicated),
        portions(plan.pool.spot(), spot),
    )
}
