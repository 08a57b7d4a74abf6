//! The operations on pools but those that write them.

use super::reply::{Refused, Reply, empty, of_body};
use super::route::{Passed, nothing_there};
use super::{Cloud, contract_body, writing};
use crate::arm::Method;
use crate::model::{ApiVersion, Node};

/// A client that waits for a deletion asks again after so many seconds, as in the official example.
const RETRY_AFTER: &str = "15";

/// The answer of an account at a position to what stands behind `pools`.
pub(super) fn answered(
    cloud: &mut Cloud,
    passed: &Passed,
    (account, version): (usize, ApiVersion),
    rest: &[&str],
) -> Reply {
    match (passed.call.method, rest) {
        (Method::Get, []) => list(cloud, passed, account, version),
        (Method::Put | Method::Patch, [name]) => writing::written(cloud, passed, (account, version), name),
        (Method::Get, [name]) => told(cloud, account, version, name),
        (Method::Delete, [name]) => delete(cloud, passed, account, name),
        (Method::Post, [name, action]) => {
            let act = match () {
                () if action.eq_ignore_ascii_case("stopResize") => stop_resize,
                () if action.eq_ignore_ascii_case("disableAutoScale") => disable_auto_scale,
                () => return Err(nothing_there(passed)),
            };
            not_deleting(cloud, account, name)?;
            act(cloud, account, name);
            told(cloud, account, version, name)
        }
        (_, [] | [_]) => passed.no_such_method(),
        _ => Err(nothing_there(passed)),
    }
}

/// What is answered where no pool has the name.
pub(super) fn not_found() -> Box<Refused> {
    Refused::by_batch(404, "PoolNotFound", "The specified pool does not exist.")
}

fn not_deleting(cloud: &Cloud, account: usize, name: &str) -> Result<(), Box<Refused>> {
    let pool = cloud.accounts.get(account).and_then(|account| account.pool(name));
    if pool.ok_or_else(not_found)?.is_deleting() {
        return Err(being_deleted());
    }
    Ok(())
}

/// What is answered while a pool is being deleted.
pub(super) fn being_deleted() -> Box<Refused> {
    Refused::by_batch(409, "PoolBeingDeleted", "The specified pool is being deleted.")
}

/// A pool as it is.
pub(super) fn told(cloud: &Cloud, account: usize, version: ApiVersion, name: &str) -> Reply {
    let account = cloud.accounts.get(account).ok_or_else(not_found)?;
    let pool = account.pool(name).ok_or_else(not_found)?;
    let id = format!("{}/pools/{}", account.id(), pool.name);
    let mut answer = of_body(200, &pool.told(&id, version));
    answer.headers.push(("ETag".to_owned(), pool.etag()));
    Ok(answer)
}

fn list(cloud: &Cloud, passed: &Passed, account: usize, version: ApiVersion) -> Reply {
    let account = cloud.accounts.get(account).ok_or_else(not_found)?;
    if passed.address.query("$filter").is_some() {
        let message = "The practice cloud reads no $filter.";
        return Err(Refused::by_batch(400, "UnsupportedQueryParameter", message));
    }
    let base = account.id();
    let lower: Vec<String> = account
        .pools
        .iter()
        .map(|pool| pool.name.to_ascii_lowercase())
        .collect();
    let told = account.pools.iter().zip(&lower).map(|(pool, lower)| {
        let id = format!("{base}/pools/{}", pool.name);
        (lower.as_str(), pool.told(&id, version))
    });
    passed.page(told.collect())
}

fn delete(cloud: &mut Cloud, passed: &Passed, account: usize, name: &str) -> Reply {
    let (change, now) = (cloud.change(), cloud.now);
    let Some(account) = cloud.accounts.get_mut(account) else {
        return Err(not_found());
    };
    let Some(operation) = account.delete(name, change, now) else {
        return Ok(empty(204));
    };
    Ok(going_on(passed, &account.id(), &operation))
}

fn going_on(passed: &Passed, account: &str, operation: &str) -> crate::arm::Answer {
    let mut answer = empty(202);
    let location = format!(
        "{}{account}/poolOperationResults/{operation}?api-version={}",
        passed.endpoint, passed.version
    );
    answer.headers.push(("Location".to_owned(), location));
    answer.headers.push(("Retry-After".to_owned(), RETRY_AFTER.to_owned()));
    answer
}

/// What came of a deletion.
pub(super) fn operation(cloud: &Cloud, passed: &Passed, account: usize, operation: &str) -> Reply {
    if !passed.reads() {
        return passed.no_such_method();
    }
    let Some(account) = cloud.accounts.get(account) else {
        return Err(not_found());
    };
    let found = account
        .deletions
        .iter()
        .find(|own| own.operation.eq_ignore_ascii_case(operation));
    match found {
        Some(deletion) if deletion.gone_at > cloud.now => Ok(going_on(passed, &account.id(), &deletion.operation)),
        Some(_) => Ok(empty(200)),
        None => {
            let message = "The specified resource does not exist.";
            Err(Refused::by_batch(404, "ResourceNotFound", message))
        }
    }
}

/// Stops a resize that goes on; a steady pool stays as it is.
fn stop_resize(cloud: &mut Cloud, account: usize, name: &str) {
    let (change, now) = (cloud.changes.wrapping_add(1), cloud.now);
    let Some(pool) = cloud
        .accounts
        .get_mut(account)
        .and_then(|account| account.pool_mut(name))
    else {
        return;
    };
    if pool.allocation.stop(now) {
        (pool.change, pool.modified) = (change, now);
        cloud.changes = change;
    }
}

/// Lets the nodes stay as the formula wished them last; a pool without a formula stays as it is.
fn disable_auto_scale(cloud: &mut Cloud, account: usize, name: &str) {
    let (change, now) = (cloud.changes.wrapping_add(1), cloud.now);
    let Some(pool) = cloud
        .accounts
        .get_mut(account)
        .and_then(|account| account.pool_mut(name))
    else {
        return;
    };
    if pool.formula().is_none() {
        return;
    }
    let target = pool.allocation.target;
    let fixed = Node::object([
        ("targetDedicatedNodes", Node::number(target.dedicated)),
        ("targetLowPriorityNodes", Node::number(target.spot)),
        ("resizeTimeout", Node::text(target.time_out.to_string())),
    ]);
    if let Some(properties) = contract_body::inside(&mut pool.body, &["properties"]) {
        contract_body::put(properties, "scaleSettings", Node::object([("fixedScale", fixed)]));
    }
    (pool.evaluation, pool.run) = (None, None);
    (pool.change, pool.modified) = (change, now);
    cloud.changes = change;
}
