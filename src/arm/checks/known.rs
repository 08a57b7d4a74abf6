//! What the checks go by: the plan's own values, and what the account said, once it did.

use crate::arm::Call;
use crate::arm::percent_encoded;
use crate::facts::live_reads::IMAGE_VERSION;
use crate::model::{ApiVersion, ImageKind, Plan, ResourceId, Sizing, VmSize, path, placeholder};

/// What is known.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// The route of the account without query; `None` while the plan does not say which.
    pub account: Option<String>,
    /// The subscription of the account, as a part of a route.
    pub subscription: String,
    /// The api-version of Batch calls, and for the list of sizes.
    pub batch: [ApiVersion; 2],
    /// The region: the plan's, then the account's.
    pub region: Option<String>,
    /// The VM size.
    pub size: Option<String>,
    /// vCPUs of it, from its name.
    pub vcpus: Option<i64>,
    /// Dedicated and Spot nodes of the fixed scale.
    pub nodes: [i64; 2],
    /// The hypervisor generation of the image as the plan has it.
    pub generation: Option<u8>,
    /// `securityType`.
    pub security: Option<String>,
    /// The id of the image, when it is one of a resource.
    pub image: Option<String>,
    /// Whether the image comes from a gallery.
    pub gallery: bool,
    /// The name of the pool.
    pub pool: Option<String>,
    /// The subnet.
    pub subnet: Option<String>,
    /// Public IP addresses of one's own.
    pub addresses: Vec<String>,
    /// Quotas of dedicated cores, Spot cores and pools: the plan's, then the account's.
    pub quotas: [Option<i64>; 3],
    /// VM series whose quota the plan notes.
    pub families: Vec<String>,
}

impl Known {
    pub(super) fn of(plan: &Plan) -> Known {
        let target = &plan.target;
        let owned = |text: Option<&str>| text.filter(|text| is_given(text)).map(str::to_owned);
        let parts = [target.subscription, target.resource_group, target.account];
        let [subscription, group, account] = parts.map(|part| part.filter(|text| is_given(text)).map(percent_encoded));
        let sizing = Sizing::of(plan);
        let version = plan.api_version();
        let image = match plan.pool.image.kind() {
            ImageKind::Managed(_) | ImageKind::Gallery(_) => plan.pool.image.id,
            _ => None,
        };
        let quotas = target.quotas;
        let families = quotas.per_family.map(|families| families.counting_members());
        Known {
            account: match (&subscription, group, account) {
                (Some(subscription), Some(group), Some(account)) => Some(format!(
                    "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Batch/batchAccounts/{account}"
                )),
                _ => None,
            },
            subscription: subscription.unwrap_or_default(),
            batch: [version, since_sizes(version)],
            region: owned(target.region),
            size: owned(plan.pool.vm_size),
            vcpus: sizing.vcpus.map(i64::from),
            nodes: [sizing.dedicated, sizing.spot],
            generation: plan.image.generation,
            security: owned(plan.at(path::SECURITY_TYPE).and_then(|node| node.as_text())),
            image: owned(image),
            gallery: matches!(plan.pool.image.kind(), ImageKind::Gallery(_)),
            pool: owned(target.pool_name),
            subnet: owned(plan.pool.subnet()),
            addresses: plan
                .own_public_ips()
                .1
                .iter()
                .filter_map(|id| owned(id.as_text()))
                .take(MOST_ADDRESSES)
                .collect(),
            quotas: [quotas.dedicated_cores, quotas.spot_cores, quotas.pools],
            families: families
                .into_iter()
                .flatten()
                .map(|member| member.name.clone())
                .collect(),
        }
    }

    /// A read of the account or below it.
    pub(super) fn of_account(&self, below: &str) -> Option<Call> {
        let [version, _] = self.batch;
        Some(Call::get(format!(
            "{}{below}?api-version={version}",
            self.account.as_ref()?
        )))
    }

    /// The size, read.
    pub(super) fn vm_size(&self) -> Option<VmSize> {
        VmSize::parse(self.size.as_deref()?)
    }
}

/// More public IP addresses are not read.
const MOST_ADDRESSES: usize = 20;

fn is_given(text: &str) -> bool {
    !text.trim().is_empty() && !placeholder(text)
}

/// The list of sizes came with 2021-06-01.
fn since_sizes(version: ApiVersion) -> ApiVersion {
    ApiVersion::parse("2021-06-01").map_or(version, |first| first.max(version))
}

/// The read of the managed image.
pub(super) fn of_managed_image(known: &Known) -> Option<Call> {
    of_resource(known.image.as_deref()?, "", IMAGE_VERSION.value)
}

/// A read of the resource with this id, with what stands behind it in the route; `None` for a text that is no id.
pub(super) fn of_resource(id: &str, behind: &str, version: &str) -> Option<Call> {
    let id = id.trim();
    ResourceId::parse(id)?;
    let parts = || id.split('/');
    if parts().any(|part| matches!(part, "." | "..")) {
        return None;
    }
    let mut route = String::new();
    for part in parts().skip(1) {
        route.push('/');
        route.push_str(&percent_encoded(part));
    }
    let (path, query) = behind.split_once('?').unwrap_or((behind, ""));
    let query = if query.is_empty() {
        String::new()
    } else {
        format!("{query}&")
    };
    Some(Call::get(format!("{route}{path}?{query}api-version={version}")))
}
