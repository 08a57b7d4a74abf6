//! The request that creates the pool of a plan.

use crate::input::take_read_only;
use crate::model::{ApiVersion, Cloud, Node, Plan, Value, path};

/// The ARM endpoint of each cloud.
pub const ARM_HOSTS: [(Cloud, &str); 3] = [
    (Cloud::Public, "https://management.azure.com"),
    (Cloud::China, "https://management.chinacloudapi.cn"),
    (Cloud::UsGovernment, "https://management.usgovcloudapi.net"),
];

/// The ARM endpoint of a cloud: `https://management.azure.com`.
pub fn host(cloud: Cloud) -> &'static str {
    let found = ARM_HOSTS.iter().find(|(other, _)| *other == cloud);
    found.map_or("", |(_, host)| host)
}

/// `PUT …/pools/{name}`, creating only: it never overwrites a pool.
#[derive(Clone, Debug)]
pub struct PutPool {
    /// The cloud.
    pub cloud: Cloud,
    /// The subscription, unless the plan does not say.
    pub subscription: Option<String>,
    /// The resource group, unless the plan does not say.
    pub resource_group: Option<String>,
    /// The Batch account, unless the plan does not say.
    pub account: Option<String>,
    /// The region of the account, unless the plan does not say.
    pub region: Option<String>,
    /// The pool's name, unless the plan does not say.
    pub pool_name: Option<String>,
    /// The api-version.
    pub api_version: ApiVersion,
    /// The body: the plan's pool without what only the service sets.
    pub body: Node,
    /// Pointers into the plan of what was taken out of the body.
    pub read_only: Vec<String>,
}

impl PutPool {
    /// The request of a plan; `None` when it has no pool.
    pub fn of(plan: &Plan) -> Option<PutPool> {
        let mut body = plan
            .pool
            .body
            .filter(|body| matches!(body.value, Value::Object(_)))?
            .clone();
        let mut read_only = Vec::new();
        take_read_only(&mut body, path::POOL, &mut |pointer, _| read_only.push(pointer));
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let target = &plan.target;
        Some(PutPool {
            cloud: target.cloud.unwrap_or(Cloud::Public),
            subscription: owned(target.subscription),
            resource_group: owned(target.resource_group),
            account: owned(target.account),
            region: owned(target.region),
            pool_name: owned(target.pool_name),
            api_version: plan.api_version(),
            body,
            read_only,
        })
    }

    /// The ARM endpoint: `https://management.azure.com`.
    pub fn host(&self) -> &'static str {
        host(self.cloud)
    }

    /// The route of the resource with its api-version, what is unknown in braces: `/subscriptions/{subscriptionId}/…`.
    pub fn route(&self) -> String {
        let part = |value: &Option<String>, name: &str| match value {
            Some(value) => percent_encoded(value),
            None => format!("{{{name}}}"),
        };
        format!(
            "/subscriptions/{}/resourceGroups/{}/providers/Microsoft.Batch/batchAccounts/{}/pools/{}?api-version={}",
            part(&self.subscription, "subscriptionId"),
            part(&self.resource_group, "resourceGroupName"),
            part(&self.account, "accountName"),
            part(&self.pool_name, "poolName"),
            self.api_version,
        )
    }

    /// Endpoint and route.
    pub fn url(&self) -> String {
        format!("{}{}", self.host(), self.route())
    }

    /// The headers in their order. The token is a placeholder: it is never written out.
    pub fn headers(&self) -> [(&'static str, &'static str); 3] {
        [
            ("Authorization", "Bearer <token>"),
            ("If-None-Match", "*"),
            ("Content-Type", "application/json"),
        ]
    }

    /// The members of the target that the plan does not say, by their pointers.
    pub fn unknown(&self) -> Vec<&'static str> {
        let parts = [
            (&self.subscription, path::SUBSCRIPTION),
            (&self.resource_group, path::RESOURCE_GROUP),
            (&self.account, path::ACCOUNT),
            (&self.pool_name, path::POOL_NAME),
        ];
        parts
            .into_iter()
            .filter(|(value, _)| value.is_none())
            .map(|(_, pointer)| pointer)
            .collect()
    }
}

/// A part of a route, or a value of its query: everything but unreserved characters as `%XX`.
pub(crate) fn percent_encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'(' | b')' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
