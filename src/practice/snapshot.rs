//! The whole cloud as JSON and back, without loss and without secrets: what follows is the same after a snapshot as without
//! one.

use super::Cloud;
use super::account::{Account, Deletion, Quotas};
use super::allocation::Allocation;
use super::contract_body::kept;
use super::pool::Pool;
use super::resource::Resource;
use crate::model::{AllocationMode, Moment, Node};

/// The form of a snapshot; another one is not read.
const FORM: i64 = 2;

impl Cloud {
    /// The cloud as JSON. It holds no secret, for the cloud has none.
    pub fn snapshot(&self) -> Node {
        Node::object([
            ("form", Node::number(FORM)),
            ("now", moment(self.now)),
            ("seed", bits(self.seed)),
            ("chance", bits(self.chance.get_seed())),
            ("changes", bits(self.changes)),
            ("calls", bits(self.calls)),
            ("accounts", Node::list(self.accounts.iter().map(account))),
            ("resources", Node::list(self.resources.iter().map(resource))),
            (
                "sizes",
                Node::list(self.sizes.iter().map(|size| Node::text(size.as_str()))),
            ),
        ])
    }

    /// Reads a snapshot; `None` for anything that is none.
    pub fn restore(snapshot: &Node) -> Option<Cloud> {
        let of = Reader(snapshot);
        if of.whole("form")? != FORM {
            return None;
        }
        Some(Cloud {
            now: of.moment("now")?,
            seed: of.bits("seed")?,
            chance: fastrand::Rng::with_seed(of.bits("chance")?),
            changes: of.bits("changes")?,
            calls: of.bits("calls")?,
            accounts: of.list("accounts", read_account)?,
            resources: of.list("resources", read_resource)?,
            sizes: of.list("sizes", |node| node.as_text().map(str::to_owned))?,
        })
    }
}

fn moment(moment: Moment) -> Node {
    Node::number(moment.0)
}

fn bits(bits: u64) -> Node {
    Node::number(bits.cast_signed())
}

/// Nothing is `null`.
fn some<T>(value: Option<T>, told: fn(T) -> Node) -> Node {
    value.map_or_else(Node::null, told)
}

fn account(account: &Account) -> Node {
    let Quotas {
        dedicated,
        spot,
        pools,
        families,
    } = &account.quotas;
    let texts = [
        (
            "cloud",
            crate::model::Cloud::NAMES
                .get(account.cloud as usize)
                .copied()
                .unwrap_or_default(),
        ),
        ("subscription", &account.subscription),
        ("group", &account.group),
        ("name", &account.name),
        ("region", &account.region),
        ("tenant", &account.tenant),
        (
            "mode",
            AllocationMode::NAMES
                .get(account.mode as usize)
                .copied()
                .unwrap_or_default(),
        ),
    ];
    let mut members: Vec<(&str, Node)> = texts.map(|(name, text)| (name, Node::text(text))).to_vec();
    let quotas = [("dedicated", dedicated), ("spot", spot), ("poolQuota", pools)];
    members.extend(quotas.map(|(name, quota)| (name, Node::number(*quota))));
    let family = |(name, cores): &(String, i64)| (name.clone(), Node::number(*cores));
    members.push(("families", Node::object(families.iter().map(family))));
    let (cut, cut_spot) = (account.cut.map(|(cut, _)| cut), account.cut.map(|(_, cut)| cut));
    members.push(("cut", some(cut, Node::number)));
    members.push(("cutSpot", some(cut_spot, Node::number)));
    members.push(("pools", Node::list(account.pools.iter().map(pool))));
    let deletion = |deletion: &Deletion| {
        let operation = Node::text(deletion.operation.as_str());
        Node::object([("operation", operation), ("goneAt", moment(deletion.gone_at))])
    };
    members.push(("deletions", Node::list(account.deletions.iter().map(deletion))));
    Node::object(members)
}

fn pool(pool: &Pool) -> Node {
    Node::object([
        ("name", Node::text(pool.name.as_str())),
        ("body", pool.body.clone()),
        ("change", bits(pool.change)),
        ("created", moment(pool.created)),
        ("modified", moment(pool.modified)),
        ("goneAt", some(pool.gone_at, moment)),
        ("deletedAt", some(pool.deleted_at, moment)),
        ("resized", Node::bool(pool.resized)),
        ("allocation", pool.allocation.to_node()),
        ("evaluation", some(pool.evaluation, moment)),
        ("run", pool.run.clone().unwrap_or_else(Node::null)),
        ("reclaim", moment(pool.reclaim)),
        ("capacity", some(pool.capacity, Node::number)),
        ("spotCapacity", some(pool.spot_capacity, Node::number)),
        ("spotLeft", some(pool.spot_left, Node::number)),
    ])
}

fn resource(resource: &Resource) -> Node {
    Node::object([
        ("id", Node::text(resource.id.as_str())),
        ("region", Node::text(resource.region.as_str())),
        ("replicasIn", some(resource.replicas_in.as_deref(), Node::text)),
        ("facts", resource.facts.clone()),
        ("gone", Node::bool(resource.gone)),
        ("full", Node::bool(resource.full)),
    ])
}

#[derive(Clone, Copy)]
struct Reader<'a>(&'a Node);

impl<'a> Reader<'a> {
    fn text(self, name: &str) -> Option<String> {
        self.0.get(name)?.as_text().map(str::to_owned)
    }
    fn whole(self, name: &str) -> Option<i64> {
        self.0.get(name)?.as_whole()
    }
    fn bits(self, name: &str) -> Option<u64> {
        self.whole(name).map(i64::cast_unsigned)
    }
    fn moment(self, name: &str) -> Option<Moment> {
        self.whole(name).map(Moment)
    }
    fn bool(self, name: &str) -> Option<bool> {
        self.0.get(name)?.as_bool()
    }
    /// What may be `null`.
    fn maybe<T>(self, name: &str, read: fn(&'a Node) -> Option<T>) -> Option<Option<T>> {
        match self.0.get(name)? {
            none if none.is_null() => Some(None),
            node => read(node).map(Some),
        }
    }
    fn list<T>(self, name: &str, read: fn(&Node) -> Option<T>) -> Option<Vec<T>> {
        self.0.get(name)?.items().iter().map(read).collect()
    }
}

fn read_moment(node: &Node) -> Option<Moment> {
    node.as_whole().map(Moment)
}

fn read_account(node: &Node) -> Option<Account> {
    let of = Reader(node);
    let families = node.get("families")?.members().iter();
    Some(Account {
        cloud: crate::model::Cloud::parse(&of.text("cloud")?)?,
        subscription: of.text("subscription")?,
        group: of.text("group")?,
        name: of.text("name")?,
        region: of.text("region")?,
        tenant: of.text("tenant")?,
        mode: AllocationMode::parse(&of.text("mode")?)?,
        quotas: Quotas {
            dedicated: of.whole("dedicated")?,
            spot: of.whole("spot")?,
            pools: of.whole("poolQuota")?,
            families: families
                .map(|member| Some((member.name.clone(), member.node.as_whole()?)))
                .collect::<Option<_>>()?,
        },
        cut: of
            .maybe("cut", Node::as_whole)?
            .zip(of.maybe("cutSpot", Node::as_whole)?),
        pools: of.list("pools", read_pool)?,
        deletions: of.list("deletions", |node| {
            let of = Reader(node);
            Some(Deletion {
                operation: of.text("operation")?,
                gone_at: of.moment("goneAt")?,
            })
        })?,
    })
}

fn read_pool(node: &Node) -> Option<Pool> {
    let of = Reader(node);
    Some(Pool {
        name: of.text("name")?,
        // Whatever a snapshot holds, nothing is kept that no body may hold.
        body: kept(node.get("body")?),
        change: of.bits("change")?,
        created: of.moment("created")?,
        modified: of.moment("modified")?,
        gone_at: of.maybe("goneAt", read_moment)?,
        deleted_at: of.maybe("deletedAt", read_moment)?,
        resized: of.bool("resized")?,
        allocation: Allocation::from_node(node.get("allocation")?)?,
        evaluation: of.maybe("evaluation", read_moment)?,
        run: of.maybe("run", |node| Some(node.clone()))?,
        reclaim: of.moment("reclaim")?,
        capacity: of.maybe("capacity", Node::as_whole)?,
        spot_capacity: of.maybe("spotCapacity", Node::as_whole)?,
        spot_left: of.maybe("spotLeft", Node::as_whole)?,
    })
}

fn read_resource(node: &Node) -> Option<Resource> {
    let of = Reader(node);
    Some(Resource {
        id: of.text("id")?,
        region: of.text("region")?,
        replicas_in: of.maybe("replicasIn", |node| node.as_text().map(str::to_owned))?,
        facts: node.get("facts")?.clone(),
        gone: of.bool("gone")?,
        full: of.bool("full")?,
    })
}
