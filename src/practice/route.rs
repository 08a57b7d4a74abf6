//! From a route to what answers it.

use super::address::Address;
use super::reply::{Refused, Reply, ok};
use super::{Cloud, pools, resource_body, sizes};
use crate::arm::{Call, Method, percent_encoded};
use crate::model::{ApiVersion, Node};

/// A call that has passed the gate of Resource Manager.
pub(super) struct Passed<'a> {
    /// The call.
    pub(super) call: &'a Call,
    /// Its route.
    pub(super) address: &'a Address,
    /// Its api-version, as written.
    pub(super) version: &'a str,
    /// What links begin with.
    pub(super) endpoint: &'a str,
}

impl Passed<'_> {
    /// The api-version of the Batch service.
    pub(super) fn batch_version(&self) -> Result<ApiVersion, Box<Refused>> {
        ApiVersion::parse(self.version).ok_or_else(|| {
            let all: Vec<&str> = ApiVersion::all().map(ApiVersion::name).collect();
            let message = format!(
                "No registered resource provider found for location '' and API version '{}' for type 'batchAccounts'. \
                 The supported api-versions are '{}'.",
                self.version,
                all.join(", ")
            );
            Refused::by_manager(400, "NoRegisteredProviderFound", message)
        })
    }

    /// A header.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self.call.headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim())
    }

    /// One page of a list, with the link to the next. Each item has the name by which the next page finds its place.
    pub(super) fn page(&self, items: Vec<(&str, Node)>) -> Reply {
        let wanted = self.address.query("maxresults");
        let most = match wanted.map(str::parse::<usize>) {
            None => PAGE,
            Some(Ok(most @ 1..=1000)) => most,
            Some(_) => {
                let message = "An invalid value was specified for one of the query parameters in the request URI.";
                let refused = Refused::by_batch(400, "InvalidQueryParameterValue", message);
                return Err(refused.detail("QueryParameterName", "maxresults"));
            }
        };
        let from = match self.address.query("$skiptoken") {
            Some(last) => items.iter().position(|(name, _)| *name > last).unwrap_or(items.len()),
            None => 0,
        };
        let rest = items.get(from..).unwrap_or_default();
        let page = rest.get(..most.min(rest.len())).unwrap_or_default();
        let mut members = vec![("value", Node::list(page.iter().map(|(_, node)| node.clone())))];
        if let Some((last, _)) = page.last().filter(|_| rest.len() > page.len()) {
            let mut link = format!("{}{}?api-version={}", self.endpoint, self.call.path(), self.version);
            if let Some(most) = wanted {
                link.push_str(&format!("&maxresults={most}"));
            }
            link.push_str(&format!("&$skiptoken={}", percent_encoded(last)));
            members.push(("nextLink", Node::text(link)));
        }
        ok(&Node::object(members))
    }

    /// What is answered to a method that a route does not have.
    pub(super) fn no_such_method(&self) -> Reply {
        let message = "The resource doesn't support the specified HTTP verb.";
        Err(Refused::by_manager(405, "UnsupportedHttpVerb", message))
    }

    /// Whether it only reads.
    pub(super) fn reads(&self) -> bool {
        self.call.method == Method::Get
    }
}

/// Items of a page where nobody says how many.
const PAGE: usize = 100;

/// The answer to a call.
pub(super) fn answered(cloud: &mut Cloud, call: &Call, bearer: Option<&str>, endpoint: &str) -> Reply {
    if bearer.is_none_or(|token| token.trim().is_empty()) {
        let message = "Authentication failed. The 'Authorization' header is missing the access token.";
        let refused = Refused::by_manager(401, "AuthenticationFailedMissingToken", message);
        let challenge = "Bearer error=\"invalid_token\", error_description=\"The access token is missing or empty\"";
        return Err(refused.header("WWW-Authenticate", challenge));
    }
    let address = Address::read(&call.route);
    let Some(version) = address.query("api-version").filter(|version| !version.is_empty()) else {
        let message = "The api-version query parameter (?api-version=) is required for all requests.";
        return Err(Refused::by_manager(400, "MissingApiVersionParameter", message));
    };
    let passed = Passed {
        call,
        address: &address,
        version,
        endpoint,
    };
    let segments = address.segments();
    let is = |given: &str, wanted: &str| given.eq_ignore_ascii_case(wanted);
    match segments.as_slice() {
        [subscriptions, subscription, rest @ ..] if is(subscriptions, "subscriptions") => match rest {
            [providers, batch, kind] if is(providers, "providers") && is_batch(batch) && is(kind, ACCOUNTS) => {
                let version = passed.batch_version()?;
                known_subscription(cloud, subscription)?;
                accounts(cloud, &passed, version, (subscription, None))
            }
            [providers, batch, locations, region, what]
                if is(providers, "providers") && is_batch(batch) && is(locations, "locations") =>
            {
                let version = passed.batch_version()?;
                known_subscription(cloud, subscription)?;
                sizes::of_location(cloud, &passed, version, (subscription, region), what)
            }
            [groups, group, providers, batch, kind, rest @ ..]
                if is(groups, "resourceGroups")
                    && is(providers, "providers")
                    && is_batch(batch)
                    && is(kind, ACCOUNTS) =>
            {
                known_subscription(cloud, subscription)?;
                match rest {
                    [] => {
                        let version = passed.batch_version()?;
                        accounts(cloud, &passed, version, (subscription, Some(group)))
                    }
                    [account, rest @ ..] => in_account(cloud, &passed, (subscription, group, account), rest),
                }
            }
            [groups, _, providers, ..] if is(groups, "resourceGroups") && is(providers, "providers") => {
                known_subscription(cloud, subscription)?;
                resource_body::answered(cloud, &passed)
            }
            _ => Err(nothing_there(&passed)),
        },
        _ => Err(nothing_there(&passed)),
    }
}

const ACCOUNTS: &str = "batchAccounts";

fn is_batch(provider: &str) -> bool {
    provider.eq_ignore_ascii_case("Microsoft.Batch")
}

/// What is answered to a route that leads nowhere.
pub(super) fn nothing_there(passed: &Passed) -> Box<Refused> {
    let message = format!(
        "The practice cloud has nothing at '{}'. It simulates Batch accounts, their pools, and what pools are made from.",
        passed.call.path()
    );
    Refused::by_manager(404, "InvalidResourceType", message)
}

fn known_subscription(cloud: &Cloud, subscription: &str) -> Result<(), Box<Refused>> {
    let own = |account: &super::Account| account.subscription.eq_ignore_ascii_case(subscription);
    if cloud.accounts.iter().any(own) || cloud.resources.iter().any(|resource| resource.is_in(subscription)) {
        return Ok(());
    }
    let message = format!("The subscription '{subscription}' could not be found.");
    Err(Refused::by_manager(404, "SubscriptionNotFound", message))
}

fn accounts(cloud: &Cloud, passed: &Passed, version: ApiVersion, (subscription, group): (&str, Option<&str>)) -> Reply {
    if !passed.reads() {
        return passed.no_such_method();
    }
    let mut found: Vec<&super::Account> = Vec::new();
    for account in &cloud.accounts {
        let here = account.subscription.eq_ignore_ascii_case(subscription)
            && group.is_none_or(|group| account.group.eq_ignore_ascii_case(group));
        if here {
            let at = found.iter().take_while(|other| other.name < account.name).count();
            found.insert(at, account);
        }
    }
    let told = found
        .into_iter()
        .map(|account| (account.name.as_str(), account.told(version)));
    passed.page(told.collect())
}

fn in_account(
    cloud: &mut Cloud,
    passed: &Passed,
    (subscription, group, account): (&str, &str, &str),
    rest: &[&str],
) -> Reply {
    if let [providers, authorization, permissions] = rest
        && providers.eq_ignore_ascii_case("providers")
        && authorization.eq_ignore_ascii_case("Microsoft.Authorization")
        && permissions.eq_ignore_ascii_case("permissions")
    {
        return resource_body::permissions(passed);
    }
    let version = passed.batch_version()?;
    let Some(at) = cloud.account(subscription, group, account) else {
        let message = "The specified account does not exist.";
        return Err(Refused::by_batch(404, "AccountNotFound", message));
    };
    let is = |given: &str, wanted: &str| given.eq_ignore_ascii_case(wanted);
    match rest {
        [] if passed.reads() => {
            let told = cloud.accounts.get(at).map(|account| account.told(version));
            told.map_or_else(|| Err(nothing_there(passed)), |told| ok(&told))
        }
        [] => passed.no_such_method(),
        [results, operation] if is(results, "poolOperationResults") => pools::operation(cloud, passed, at, operation),
        [kind, rest @ ..] if is(kind, "pools") => pools::answered(cloud, passed, (at, version), rest),
        _ => Err(nothing_there(passed)),
    }
}
