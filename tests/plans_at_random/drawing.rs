//! Draws pool bodies from the table of the contract: whatever comes out is valid in its api-version.

use batch_pool_planner::facts::contract::{Member, POOL, Shape};
use batch_pool_planner::model::{ApiVersion, Node};
use proptest::prelude::*;

/// A plan that the contract of its api-version allows.
#[derive(Clone)]
pub struct Drawn {
    /// The api-version.
    pub version: ApiVersion,
    /// The body.
    pub pool: Node,
}

impl Drawn {
    /// The plan document.
    pub fn plan(&self) -> Node {
        let target = Node::object([("apiVersion", Node::text(self.version.name()))]);
        Node::object([("target", target), ("pool", self.pool.clone())])
    }
}

impl std::fmt::Debug for Drawn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.plan().to_pretty_json())
    }
}

/// A plan of any api-version, the draft included.
pub fn plans() -> impl Strategy<Value = Drawn> {
    let versions: Vec<ApiVersion> = ApiVersion::all().collect();
    prop::sample::select(versions)
        .prop_flat_map(|version| object(POOL, version).prop_map(move |pool| Drawn { version, pool }))
}

/// Members that no pool can be created without, though the contract does not mark them.
pub fn is_needed(member: &Member, version: ApiVersion) -> bool {
    let by_sense = ["properties", "deploymentConfiguration", VM].contains(&member.name);
    member.required_in(version) || by_sense
}

const VM: &str = "virtualMachineConfiguration";
const CLOUD_SERVICE: &str = "cloudServiceConfiguration";

fn object(members: &'static [Member], version: ApiVersion) -> BoxedStrategy<Node> {
    let mine = || {
        members
            .iter()
            .filter(move |member| member.lives_in(version) && !member.read_only)
    };
    // While there were cloud services, a pool was made of them or of virtual machines.
    if mine().any(|member| member.name == CLOUD_SERVICE) {
        return prop_oneof![
            of_members(mine().filter(|member| member.name != CLOUD_SERVICE), version),
            of_members(mine().filter(|member| member.name != VM), version),
        ]
        .boxed();
    }
    of_members(mine(), version)
}

fn of_members(members: impl Iterator<Item = &'static Member>, version: ApiVersion) -> BoxedStrategy<Node> {
    let each = members.map(|member| {
        let value = value(&member.shape, member.range, version);
        let value = value.prop_map(move |value| Some((member.name, value)));
        if is_needed(member, version) || member.name == CLOUD_SERVICE {
            value.boxed()
        } else {
            prop_oneof![3 => Just(None), 2 => value].boxed()
        }
    });
    let each: Vec<_> = each.collect();
    each.prop_map(|members| Node::object(members.into_iter().flatten()))
        .boxed()
}

fn value(shape: &'static Shape, range: Option<(i64, i64)>, version: ApiVersion) -> BoxedStrategy<Node> {
    match shape {
        Shape::Text => text().prop_map(Node::text).boxed(),
        Shape::DateTime => Just(Node::text("2026-11-21T00:00:00Z")).boxed(),
        Shape::Duration => (0..100_000_u32)
            .prop_map(|seconds| Node::text(format!("PT{seconds}S")))
            .boxed(),
        Shape::Uri => "https://[a-z]{1,8}/[a-z]{0,5}".prop_map(Node::text).boxed(),
        Shape::ArmId => "/subscriptions/[a-z0-9]{1,8}".prop_map(Node::text).boxed(),
        Shape::Int32 => whole(range).prop_map(Node::number).boxed(),
        Shape::Bool => any::<bool>().prop_map(Node::bool).boxed(),
        Shape::Any => anything(),
        Shape::Choice(choices) => {
            let living = choices.iter().filter(|choice| choice.life.covers(version));
            prop::sample::select(living.map(|choice| choice.value).collect::<Vec<_>>())
                .prop_map(Node::text)
                .boxed()
        }
        Shape::Object(members) => object(members, version),
        Shape::List(item) => prop::collection::vec(value(item, None, version), 0..3)
            .prop_map(Node::list)
            .boxed(),
        Shape::Map(entry) => prop::collection::btree_map(text(), value(entry, None, version), 0..3)
            .prop_map(Node::object)
            .boxed(),
    }
}

/// Any number of a range, its ends more often than chance would have it.
pub fn whole(range: Option<(i64, i64)>) -> BoxedStrategy<i64> {
    let (least, most) = range.unwrap_or((i64::from(i32::MIN), i64::from(i32::MAX)));
    prop_oneof![1 => Just(least), 1 => Just(most), 4 => least..=most].boxed()
}

/// A short text; marks of JSON, of pointers and of scripts are among it.
fn text() -> BoxedStrategy<String> {
    let marks = prop::sample::select(vec![
        '"', '\\', '/', '~', '\'', '`', '$', '{', '}', '<', '\n', '\u{0}', 'é', '😀',
    ]);
    let character = prop_oneof![3 => prop::char::range('a', 'z'), 1 => marks, 1 => any::<char>()];
    prop::collection::vec(character, 0..6)
        .prop_map(|characters| characters.into_iter().collect())
        .boxed()
}

/// JSON that the contract leaves open.
fn anything() -> BoxedStrategy<Node> {
    let plain = prop_oneof![
        text().prop_map(Node::text),
        any::<bool>().prop_map(Node::bool),
        any::<i64>().prop_map(Node::number),
    ];
    let nested = plain.prop_recursive(2, 6, 2, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Node::list),
            prop::collection::btree_map(text(), inner, 0..3).prop_map(Node::object),
        ]
    });
    prop::collection::btree_map(text(), nested, 0..3)
        .prop_map(Node::object)
        .boxed()
}
