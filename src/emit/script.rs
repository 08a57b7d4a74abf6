//! What scripts share: the parts of the address, which come from the environment when the plan does not say them.

use super::LeftOut;
use super::csharp::UNKNOWN;
use crate::arm::PutPool;
use crate::model::path;
use crate::words::{Arg, Message};

/// A part of the address.
#[derive(Debug)]
pub(super) struct Part<'a> {
    /// What stands in braces for it in a route.
    name: &'static str,
    /// Its value; none when the plan does not say it, or the script can't hold it.
    pub value: Option<&'a str>,
    /// The environment variable that it comes from otherwise.
    pub variable: &'static str,
    path: &'static str,
}

/// The parts of the address of a request: subscription, resource group, account, pool. A value that is not `usable` is as
/// good as unknown.
pub(super) fn address(request: &PutPool, usable: fn(&str) -> bool) -> [Part<'_>; 4] {
    [
        (
            "subscriptionId",
            &request.subscription,
            "AZURE_SUBSCRIPTION_ID",
            path::SUBSCRIPTION,
        ),
        (
            "resourceGroupName",
            &request.resource_group,
            "AZURE_RESOURCE_GROUP",
            path::RESOURCE_GROUP,
        ),
        ("accountName", &request.account, "AZURE_BATCH_ACCOUNT", path::ACCOUNT),
        ("poolName", &request.pool_name, "POOL_NAME", path::POOL_NAME),
    ]
    .map(|(name, value, variable, path)| Part {
        name,
        value: value.as_deref().filter(|value| usable(value)),
        variable,
        path,
    })
}

/// A note for each part that comes from the environment.
pub(super) fn unknown(parts: &[Part<'_>]) -> Vec<LeftOut> {
    let note = |part: &Part<'_>| LeftOut {
        path: part.path.to_owned(),
        why: Message::new(&UNKNOWN, [Arg::from(part.variable)]),
    };
    parts.iter().filter(|part| part.value.is_none()).map(note).collect()
}

/// A route or URL with what is unknown in braces, as an expression of a language: `text` writes what is known, `variable`
/// what comes from the environment, `plus` stands between.
pub(super) fn spliced(
    route: &str,
    parts: &[Part<'_>],
    text: fn(&str) -> String,
    variable: fn(&str) -> String,
    plus: &str,
) -> String {
    let mut out = String::new();
    let mut rest = route;
    while let Some((before, after)) = rest.split_once('{') {
        // A brace of the plan is `%7B` here.
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let part = parts.iter().find(|part| part.name == name);
        out.push_str(&text(before));
        out.push_str(plus);
        out.push_str(&variable(part.map_or(name, |part| part.variable)));
        rest = after;
        if !rest.is_empty() {
            out.push_str(plus);
        }
    }
    if !rest.is_empty() {
        out.push_str(&text(rest));
    }
    out
}
