//! PUT and PATCH of a pool.

use super::allocation::{Deallocation, Phase};
use super::contract_body::{inside, kept, put, take, told};
use super::judge::Case;
use super::pool::{Pool, TIME_OUT};
use super::reply::{Refused, Reply};
use super::route::Passed;
use super::{Cloud, clock, pools, scaling, state};
use crate::arm::Method;
use crate::input::parse;
use crate::model::{ApiVersion, Node, Value, path};

/// What a call would make of a pool.
pub(super) struct Change {
    /// The body as it would be kept.
    pub(super) body: Node,
    /// The body as it is judged: as it was sent, in the api-version of the call.
    pub(super) judged: Node,
    /// Pointers of what was given; empty for all.
    pub(super) given: Vec<String>,
    /// What becomes of tasks on nodes that leave.
    pub(super) deallocation: Deallocation,
    /// Whether nodes are asked for anew.
    pub(super) scales: bool,
}

/// The answer to a call that writes a pool.
pub(super) fn written(cloud: &mut Cloud, passed: &Passed, (at, version): (usize, ApiVersion), name: &str) -> Reply {
    let account = cloud.accounts.get(at).ok_or_else(pools::not_found)?;
    let existing = account.pool(name);
    if existing.is_some_and(Pool::is_deleting) {
        return Err(pools::being_deleted());
    }
    state::conditions(passed, existing)?;
    let sent = passed.call.body.as_deref().and_then(|body| parse(body).ok());
    let sent = sent
        .filter(|body| matches!(body.value, Value::Object(_)))
        .ok_or_else(unreadable)?;
    let patched = passed.call.method == Method::Patch;
    let change = match existing {
        None if patched => return Err(pools::not_found()),
        Some(pool) if patched => patch(pool, &sent, version),
        existing => replace(existing, sent),
    };
    cloud.judge(&Case {
        account,
        pool: name,
        version,
        body: &change.judged,
        given: &change.given,
    })?;
    state::allows(cloud, account, existing, &change)?;
    let pool = existing.cloned();
    carry_out(cloud, at, name, pool, change);
    pools::told(cloud, at, version, name)
}

fn unreadable() -> Box<Refused> {
    let message = "The specified Request Body is not syntactically valid.";
    Refused::by_batch(400, "InvalidRequestBody", message)
}

fn replace(existing: Option<&Pool>, sent: Node) -> Change {
    let mut body = kept(&sent);
    let deallocation = take_deallocation(&mut body);
    fill_in(&mut body);
    let scale = |body: &Node| body.at("/properties/scaleSettings").cloned();
    let scales = existing.is_none_or(|pool| {
        let same = scale(&body)
            .zip(scale(&pool.body))
            .is_some_and(|(new, old)| new.same_json(&old));
        !same || is_short(pool)
    });
    Change {
        body,
        judged: sent,
        given: Vec::new(),
        deallocation,
        scales,
    }
}

/// Whether a steady pool has other nodes than its fixed scale asks for.
fn is_short(pool: &Pool) -> bool {
    let target = pool.fixed_target();
    let there = (pool.allocation.dedicated, pool.allocation.spot);
    pool.formula().is_none() && pool.allocation.phase == Phase::Steady && there != (target.dedicated, target.spot)
}

/// What is given takes the place of what was there, member by member; an empty start task takes it away.
fn patch(pool: &Pool, sent: &Node, version: ApiVersion) -> Change {
    let mut given = Vec::new();
    let mut judged = told(&pool.body, version);
    for member in sent.counting_members() {
        let pointer = path::child(path::POOL, &member.name);
        let of_properties = member.name == "properties" && matches!(member.node.value, Value::Object(_));
        match inside(&mut judged, &["properties"]).filter(|_| of_properties) {
            Some(properties) => {
                for inner in member.node.counting_members() {
                    given.push(path::child(&pointer, &inner.name));
                    lay(properties, &inner.name, &inner.node);
                }
            }
            None => {
                given.push(pointer);
                lay(&mut judged, &member.name, &member.node);
            }
        }
    }
    // Nothing was given, so nothing of it can be wrong.
    if given.is_empty() {
        given.push("/nothing".to_owned());
    }
    let mut news = kept(sent);
    let deallocation = take_deallocation(&mut news);
    let mut body = pool.body.clone();
    for member in news.members() {
        match inside(&mut body, &["properties"]).filter(|_| member.name == "properties") {
            Some(properties) => {
                for inner in member.node.members() {
                    lay(properties, &inner.name, &inner.node);
                }
            }
            None => lay(&mut body, &member.name, &member.node),
        }
    }
    fill_in(&mut body);
    Change {
        body,
        judged,
        given,
        deallocation,
        scales: news.at("/properties/scaleSettings").is_some(),
    }
}

/// Puts a member in its place; an empty start task takes away what was there.
fn lay(object: &mut Node, name: &str, node: &Node) {
    let same = object.members().iter().find(|own| own.name.eq_ignore_ascii_case(name));
    let place = same.map(|own| own.name.clone());
    if name.eq_ignore_ascii_case("startTask") && matches!(&node.value, Value::Object(members) if members.is_empty()) {
        take(object, place.as_deref().unwrap_or(name));
        return;
    }
    match place {
        Some(place) if place != name => {
            take(object, &place);
            put(object, name, node.clone());
        }
        _ => put(object, name, node.clone()),
    }
}

/// The service does not give this member back.
fn take_deallocation(body: &mut Node) -> Deallocation {
    let fixed = inside(body, &["properties", "scaleSettings", "fixedScale"]);
    let option = fixed.and_then(|fixed| take(fixed, "nodeDeallocationOption"));
    let named = option
        .as_ref()
        .and_then(|option| Deallocation::named(option.as_text()?));
    named.unwrap_or_default()
}

/// What the service takes where nothing is said, as its examples show it.
fn fill_in(body: &mut Node) {
    let text = |text: &str| Node::text(text);
    if body.get("properties").is_none() {
        put(body, "properties", Node::object::<&str>([]));
    }
    let Some(properties) = inside(body, &["properties"]) else {
        return;
    };
    let spread = || Node::object([("nodeFillType", Node::text("Spread"))]);
    let fixed = || Node::object([("fixedScale", Node::object::<&str>([]))]);
    default(properties, "interNodeCommunication", || text("Disabled"));
    default(properties, "taskSlotsPerNode", || Node::number(1));
    default(properties, "taskSchedulingPolicy", spread);
    default(properties, "scaleSettings", fixed);
    if let Some(scale) = inside(properties, &["scaleSettings"])
        && scale.members().is_empty()
    {
        *scale = fixed();
    }
    if let Some(fixed) = inside(properties, &["scaleSettings", "fixedScale"]) {
        default(fixed, "targetDedicatedNodes", || Node::number(0));
        default(fixed, "targetLowPriorityNodes", || Node::number(0));
        default(fixed, "resizeTimeout", || text(&TIME_OUT.to_string()));
    }
    if let Some(auto) = inside(properties, &["scaleSettings", "autoScale"]) {
        default(auto, "evaluationInterval", || text("PT15M"));
    }
    let way = [
        "deploymentConfiguration",
        "virtualMachineConfiguration",
        "imageReference",
    ];
    if let Some(image) = inside(properties, &way)
        && image.get("publisher").is_some()
    {
        default(image, "version", || text("latest"));
    }
}

fn default(object: &mut Node, name: &str, value: impl FnOnce() -> Node) {
    if object.get(name).is_none() {
        put(object, name, value());
    }
}

fn carry_out(cloud: &mut Cloud, at: usize, name: &str, existing: Option<Pool>, change: Change) {
    let (number, now) = (cloud.change(), cloud.now);
    let seed = cloud.chance.u64(..);
    let mut pool = existing.unwrap_or_else(|| Pool {
        name: name.to_owned(),
        body: Node::null(),
        change: number,
        created: now,
        modified: now,
        gone_at: None,
        deleted_at: None,
        resized: false,
        allocation: scaling::none(seed, now),
        evaluation: None,
        run: None,
        reclaim: clock::first_reclaim(now),
        capacity: None,
        spot_capacity: None,
        spot_left: None,
    });
    pool.body = change.body;
    (pool.change, pool.modified) = (number, now);
    if change.scales {
        match pool.formula() {
            Some(_) => pool.evaluation = Some(now),
            None => {
                (pool.evaluation, pool.run) = (None, None);
                let target = pool.fixed_target();
                scaling::aim(&mut pool, target, change.deallocation, now);
            }
        }
    }
    let name = pool.name.clone();
    if let Some(account) = cloud.accounts.get_mut(at) {
        account.put(pool);
    }
    cloud.evaluate(at, &name);
}
