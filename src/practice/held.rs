//! Makes everything a plan names exist, so that any plan can be practised.

use super::account::{Account, Quotas};
use super::contract_body::{kept, put};
use super::judge::image_key;
use super::pool::Pool;
use super::resource::Resource;
use super::sample::{SAMPLES, Sample};
use super::{Cloud, clock, scaling, sizes};
use crate::facts::limits::NODES_PER_REPLICA;
use crate::facts::sizes::generations;
use crate::model::{Moment, Node, OsType, Plan, ResourceId, VmSize, path, portions};

impl Cloud {
    /// Makes the account, the image, the network and the neighbours of a plan exist as the plan says they are. What it does
    /// not say of its target is taken from the first sample account; what it does not say of its image is such that
    /// nothing speaks against it. Pools that are there stay.
    pub fn hold(&mut self, plan: &Plan) {
        let Some(sample) = SAMPLES.first() else { return };
        let at = self.hold_account(plan, sample);
        let Some(account) = self.accounts.get(at) else { return };
        let region = account.region.clone();
        self.hold_image(plan, &region);
        self.hold_network(plan, &region);
        if let Some(size) = plan.pool.vm_size
            && VmSize::parse(size).is_some()
            && !sizes::is_offered(size)
            && !self.sizes.iter().any(|own| own.eq_ignore_ascii_case(size))
        {
            self.sizes.push(size.to_owned());
        }
        self.hold_neighbours(plan, at);
        self.admit_neighbours(plan, at);
    }

    fn hold_account(&mut self, plan: &Plan, sample: &Sample) -> usize {
        let target = &plan.target;
        let subscription = target.subscription.unwrap_or(sample.subscription);
        let group = target.resource_group.unwrap_or(sample.group);
        let name = target.account.unwrap_or(sample.account);
        let at = self.account(subscription, group, name).unwrap_or_else(|| {
            self.accounts.push(Account {
                subscription: subscription.to_owned(),
                group: group.to_owned(),
                name: name.to_owned(),
                ..sample.made()
            });
            self.accounts.len() - 1
        });
        if let Some(account) = self.accounts.get_mut(at) {
            let owned = |given: Option<&str>, own: &str| given.unwrap_or(own).to_owned();
            account.cloud = target.cloud.unwrap_or(account.cloud);
            account.region = owned(target.region, &account.region);
            account.tenant = owned(target.tenant, &account.tenant);
            account.mode = target.mode.unwrap_or(account.mode);
            let quotas = &target.quotas;
            let families = quotas.per_family.map(|node| {
                let members = node.members().iter();
                let family = |member: &crate::model::Member| Some((member.name.clone(), member.node.as_whole()?));
                members.filter_map(family).collect()
            });
            let own = &account.quotas;
            account.quotas = Quotas {
                dedicated: quotas.dedicated_cores.unwrap_or(own.dedicated),
                spot: quotas.spot_cores.unwrap_or(own.spot),
                pools: quotas.pools.unwrap_or(own.pools),
                families: families.unwrap_or_else(|| own.families.clone()),
            };
        }
        at
    }

    fn hold_image(&mut self, plan: &Plan, region: &str) {
        let Some(key) = plan.pool.image.node.and_then(image_key) else {
            return;
        };
        let gallery = plan.pool.image.kind().is_gallery();
        let mut facts = match plan.at(path::IMAGE) {
            Some(image) if !image.members().is_empty() => image.clone(),
            _ => Node::object::<&str>([]),
        };
        let mut default = |name: &str, value: Node| {
            if facts.get(name).is_none() {
                put(&mut facts, name, value);
            }
        };
        let home = plan.image.region.unwrap_or(region);
        if plan.pool.image.kind().is_custom() {
            default("source", Node::text("Snapshot"));
            default("region", Node::text(home));
            let windows = plan.pool.agent_os() == Some(OsType::Windows);
            default("osType", Node::text(if windows { "Windows" } else { "Linux" }));
            let old = plan.pool.vm_size.and_then(generations).is_some_and(|boots| !boots.gen2);
            default("hyperVGeneration", Node::text(if old { "V1" } else { "V2" }));
            default("osState", Node::text("Generalized"));
        }
        if gallery {
            let asked = portions(plan.pool.nodes(), NODES_PER_REPLICA.value).clamp(1, 100);
            default("replicasInRegion", Node::number(asked));
            let third_party = plan.image.base == Some(crate::model::BasePublisher::ThirdParty);
            default("hasPurchasePlan", Node::bool(third_party));
        }
        let mut image = Resource::new(&key, home, facts);
        image.replicas_in = gallery.then(|| region.to_owned());
        self.put_resource(image);
    }

    fn hold_network(&mut self, plan: &Plan, region: &str) {
        if let Some(id) = plan.pool.subnet().filter(|id| ResourceId::parse(id).is_some()) {
            let nodes = plan.pool.nodes().saturating_mul(2);
            self.put_resource(Resource::subnet(id, region, nodes));
        }
        let (_, addresses) = plan.public_ips();
        for id in addresses.iter().filter_map(Node::as_text) {
            self.put_resource(Resource::new(id, region, Node::object::<&str>([])));
        }
    }

    fn put_resource(&mut self, resource: Resource) {
        let known = self
            .resources
            .iter_mut()
            .find(|own| own.id.eq_ignore_ascii_case(&resource.id));
        match known {
            // What somebody broke stays broken.
            Some(own) => {
                *own = Resource {
                    gone: own.gone,
                    full: own.full,
                    ..resource
                }
            }
            None => self.resources.push(resource),
        }
    }

    fn hold_neighbours(&mut self, plan: &Plan, at: usize) {
        let now = self.now;
        for (index, neighbour) in plan.neighbours.iter().enumerate() {
            let name = match neighbour.pool_name {
                Some(name) => name.to_owned(),
                None => format!("neighbour-{}", index + 1),
            };
            let (change, seed) = (self.change(), self.chance.u64(..));
            let Some(account) = self.accounts.get_mut(at) else {
                return;
            };
            if account.pool(&name).is_none() {
                let counts = [neighbour.dedicated, neighbour.spot].map(|count| count.clamp(0, i64::from(i32::MAX)));
                account.put(neighbour_pool(plan, &name, counts, (change, seed), now));
            }
        }
    }

    /// Raises each quota that the plan does not name to what the pools of the account already use.
    fn admit_neighbours(&mut self, plan: &Plan, at: usize) {
        let Some(account) = self.accounts.get_mut(at) else {
            return;
        };
        let named = &plan.target.quotas;
        let (dedicated, spot) = account.cores(None);
        let pools = i64::try_from(account.pools.len()).unwrap_or(i64::MAX);
        let mut quotas = account.quotas.clone();
        let raise = |quota: &mut i64, named: Option<i64>, used: i64| {
            if named.is_none() {
                *quota = used.max(*quota);
            }
        };
        raise(&mut quotas.dedicated, named.dedicated_cores, dedicated);
        raise(&mut quotas.spot, named.spot_cores, spot);
        raise(&mut quotas.pools, named.pools, pools);
        if named.per_family.is_none() {
            for (name, quota) in &mut quotas.families {
                *quota = account.cores_of_family(name, None).max(*quota);
            }
        }
        account.quotas = quotas;
    }
}

/// A steady pool of the same image and size.
fn neighbour_pool(
    plan: &Plan,
    name: &str,
    [dedicated, spot]: [i64; 2],
    (change, seed): (u64, u64),
    now: Moment,
) -> Pool {
    let mut machine = Vec::new();
    machine.extend(plan.pool.image.node.map(|image| ("imageReference", image.clone())));
    machine.extend(plan.pool.node_agent.map(|agent| ("nodeAgentSkuId", Node::text(agent))));
    let configuration = [("virtualMachineConfiguration", Node::object(machine))];
    let fixed = [
        ("targetDedicatedNodes", Node::number(dedicated)),
        ("targetLowPriorityNodes", Node::number(spot)),
        ("resizeTimeout", Node::text(super::pool::TIME_OUT.to_string())),
    ];
    let scale = Node::object([("fixedScale", Node::object(fixed))]);
    let spread = Node::object([("nodeFillType", Node::text("Spread"))]);
    let mut properties = Vec::new();
    properties.extend(plan.pool.vm_size.map(|size| ("vmSize", Node::text(size))));
    properties.push(("interNodeCommunication", Node::text("Disabled")));
    properties.push(("taskSlotsPerNode", Node::number(1)));
    properties.push(("taskSchedulingPolicy", spread));
    properties.push(("deploymentConfiguration", Node::object(configuration)));
    properties.push(("scaleSettings", scale));
    let mut allocation = scaling::none(seed, now);
    (allocation.target.dedicated, allocation.target.spot) = (dedicated, spot);
    (allocation.dedicated, allocation.spot) = (dedicated, spot);
    Pool {
        name: name.to_owned(),
        body: kept(&Node::object([("properties", Node::object(properties))])),
        change,
        created: now,
        modified: now,
        gone_at: None,
        deleted_at: None,
        resized: false,
        allocation,
        evaluation: None,
        run: None,
        reclaim: clock::first_reclaim(now),
        capacity: None,
        spot_capacity: None,
        spot_left: None,
    }
}
