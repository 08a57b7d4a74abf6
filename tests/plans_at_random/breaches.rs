//! Breaks the contract in one place of a drawn plan, and knows which rule must say so, and where.

use batch_pool_planner::facts::contract::{Choice, Member, POOL, Shape};
use batch_pool_planner::model::{self, ApiVersion, Node, Value, path};

use crate::drawing::{Drawn, is_needed};

/// A kind of breach.
pub type Kind = fn(&Site, &Extra) -> Vec<Breach>;

/// Every kind of breach, by name.
pub const KINDS: [(&str, Kind); 12] = [
    ("unknown member", unknown_member),
    ("misspelt member", misspelt_member),
    ("member of another version", other_version),
    ("wrong type", wrong_type),
    ("value outside the enumeration", outside_enumeration),
    ("value of another version", value_of_other_version),
    ("letter case of a value", letter_case_of_value),
    ("letter case of a name", letter_case_of_name),
    ("missing required member", missing_required),
    ("read-only member", read_only),
    ("number that does not fit", number_does_not_fit),
    ("null", null),
];

/// What is drawn beside the plan: a name and a number for those breaches that need one.
#[derive(Clone, Debug)]
pub struct Extra {
    /// Letters.
    pub name: String,
    /// A number beyond 32 bits.
    pub beyond: i64,
}

/// One change, and the finding it must lead to.
#[derive(Clone, Debug)]
pub struct Breach {
    change: Change,
    /// The rule that must speak.
    pub rule: &'static str,
    /// Where.
    pub pointer: String,
}

#[derive(Clone, Debug)]
enum Change {
    Set(Vec<usize>, Node),
    Add(Vec<usize>, String, Node),
    Remove(Vec<usize>, usize),
    Rename(Vec<usize>, usize, String),
}

/// A value of the pool that the contract speaks about.
pub struct Site<'a> {
    version: ApiVersion,
    /// The positions on the way to it.
    way: Vec<usize>,
    pointer: String,
    node: &'a Node,
    /// What it is; the members when it is the pool itself.
    shape: &'a Shape,
    member: Option<&'static Member>,
}

static THE_POOL: Shape = Shape::Object(POOL);

/// Breaches of which AB0016 says too much or too little today. A rule that is mended takes its line off here.
pub fn is_known_gap(kind: &str, pointer: &str) -> bool {
    const DEPLOYMENT: &str = "/pool/properties/deploymentConfiguration";
    const VM: &str = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration";
    const CLOUD_SERVICE: &str = "/pool/properties/deploymentConfiguration/cloudServiceConfiguration";
    match kind {
        // Two findings about one `null`: it is none (AB0019), and as a needed member it counts as absent (AB0016).
        "null" if [DEPLOYMENT, VM, CLOUD_SERVICE].contains(&pointer) => true,
        // A misspelt cloud service does not stand in the place of the virtual machines.
        "misspelt member" => pointer.starts_with(CLOUD_SERVICE),
        _ => false,
    }
}

/// Every value of a pool that the contract speaks about.
pub fn sites(drawn: &Drawn) -> Vec<Site<'_>> {
    let mut found = vec![Site {
        version: drawn.version,
        way: Vec::new(),
        pointer: path::POOL.to_owned(),
        node: &drawn.pool,
        shape: &THE_POOL,
        member: None,
    }];
    let mut at = 0;
    while at < found.len() {
        let below = below(&found[at]);
        found.extend(below);
        at += 1;
    }
    found
}

fn below<'a>(site: &Site<'a>) -> Vec<Site<'a>> {
    let inner = |index: usize, pointer: String, node: &'a Node, shape: &'a Shape, member| Site {
        version: site.version,
        way: [site.way.as_slice(), &[index]].concat(),
        pointer,
        node,
        shape,
        member,
    };
    let members = site.node.members().iter().enumerate();
    match site.shape {
        Shape::Object(known) => members
            .map(|(index, own)| {
                let member = known
                    .iter()
                    .find(|member| member.name == own.name)
                    .expect("a drawn member");
                inner(
                    index,
                    path::child(&site.pointer, &own.name),
                    &own.node,
                    &member.shape,
                    Some(member),
                )
            })
            .collect(),
        Shape::Map(entry) => members
            .map(|(index, own)| inner(index, path::child(&site.pointer, &own.name), &own.node, entry, None))
            .collect(),
        Shape::List(item) => site
            .node
            .items()
            .iter()
            .enumerate()
            .map(|(index, node)| inner(index, path::item(&site.pointer, index), node, item, None))
            .collect(),
        _ => Vec::new(),
    }
}

impl Breach {
    /// The broken plan.
    pub fn of(&self, drawn: &Drawn) -> Drawn {
        let mut broken = drawn.clone();
        match self.change.clone() {
            Change::Set(way, value) => *at(&mut broken.pool, &way) = value,
            Change::Add(way, name, node) => {
                let added = Node::object([(name, node)]);
                members(at(&mut broken.pool, &way)).extend(added.members().to_vec());
            }
            Change::Remove(way, index) => {
                members(at(&mut broken.pool, &way)).remove(index);
            }
            Change::Rename(way, index, name) => members(at(&mut broken.pool, &way))[index].name = name,
        }
        broken
    }
}

fn at<'a>(node: &'a mut Node, way: &[usize]) -> &'a mut Node {
    let Some((first, rest)) = way.split_first() else {
        return node;
    };
    let below = match &mut node.value {
        Value::List(items) => &mut items[*first],
        Value::Object(members) => &mut members[*first].node,
        other => panic!("nothing below {other:?}"),
    };
    at(below, rest)
}

fn members(node: &mut Node) -> &mut Vec<model::Member> {
    match &mut node.value {
        Value::Object(members) => members,
        other => panic!("no object: {other:?}"),
    }
}

impl Site<'_> {
    fn set(&self, value: Node, rule: &'static str) -> Breach {
        Breach {
            change: Change::Set(self.way.clone(), value),
            rule,
            pointer: self.pointer.clone(),
        }
    }

    fn add(&self, name: &str, value: Node, rule: &'static str) -> Breach {
        Breach {
            change: Change::Add(self.way.clone(), name.to_owned(), value),
            rule,
            pointer: path::child(&self.pointer, name),
        }
    }

    fn known(&self) -> &'static [Member] {
        match self.shape {
            Shape::Object(known) => known,
            _ => &[],
        }
    }

    fn choices(&self) -> &'static [Choice] {
        match self.shape {
            Shape::Choice(choices) => choices,
            _ => &[],
        }
    }

    fn living(&self, choice: &Choice) -> bool {
        choice.life.covers(self.version)
    }
}

fn unknown_member(site: &Site, extra: &Extra) -> Vec<Breach> {
    // Like no name that there is.
    let name = format!("zqx{}", extra.name);
    match site.shape {
        Shape::Object(_) => vec![site.add(&name, Node::bool(true), "AB0011")],
        _ => Vec::new(),
    }
}

fn misspelt_member(site: &Site, _: &Extra) -> Vec<Breach> {
    let Shape::Object(known) = site.shape else {
        return Vec::new();
    };
    let own = site.node.members().iter().enumerate();
    // The last letter twice; a body without `properties` has a rule of its own.
    let own = own.filter(|(_, member)| member.name.len() > 4 && member.name != "properties");
    own.map(|(index, member)| {
        (
            index,
            format!("{}{}", member.name, &member.name[member.name.len() - 1..]),
        )
    })
    .filter(|(_, name)| !known.iter().any(|member| member.name == name))
    .map(|(index, name)| Breach {
        rule: "AB0011",
        pointer: path::child(&site.pointer, &name),
        change: Change::Rename(site.way.clone(), index, name),
    })
    .collect()
}

fn other_version(site: &Site, _: &Extra) -> Vec<Breach> {
    let gone = site
        .known()
        .iter()
        .filter(|member| !member.lives_in(site.version) && !member.read_only);
    // A member of the same name in another letter case lives, or may stand there already.
    let gone = gone.filter(|member| {
        let mut others = site.known().iter().filter(|other| !std::ptr::eq(*other, *member));
        !others.any(|other| other.name.eq_ignore_ascii_case(member.name))
    });
    gone.map(|member| site.add(member.name, plain(&member.shape), "AB0012"))
        .collect()
}

/// A value of the type of a shape.
fn plain(shape: &Shape) -> Node {
    match shape {
        Shape::Int32 => Node::number(1),
        Shape::Bool => Node::bool(true),
        Shape::List(_) => Node::list([]),
        Shape::Object(_) | Shape::Map(_) | Shape::Any => Node::object::<String>([]),
        Shape::Choice(choices) => Node::text(choices.first().expect("a value").value),
        _ => Node::text("x"),
    }
}

fn wrong_type(site: &Site, _: &Extra) -> Vec<Breach> {
    // The pool and its properties have a rule of their own.
    if matches!(site.shape, Shape::Any) || site.way.is_empty() {
        return Vec::new();
    }
    let of_each_type = [
        Node::bool(true),
        Node::number(1),
        Node::text("x"),
        Node::list([]),
        Node::object::<String>([]),
    ];
    let same = |value: &Node| std::mem::discriminant(&value.value) == std::mem::discriminant(&site.node.value);
    let others = of_each_type.into_iter().filter(|value| !same(value));
    others.map(|value| site.set(value, "AB0013")).collect()
}

fn outside_enumeration(site: &Site, extra: &Extra) -> Vec<Breach> {
    let listed = |text: &str| {
        site.choices()
            .iter()
            .any(|choice| choice.value.eq_ignore_ascii_case(text))
    };
    let outside = ["", extra.name.as_str()].into_iter().filter(|text| !listed(text));
    match site.shape {
        Shape::Choice(_) => outside.map(|text| site.set(Node::text(text), "AB0014")).collect(),
        _ => Vec::new(),
    }
}

fn value_of_other_version(site: &Site, _: &Extra) -> Vec<Breach> {
    let gone = site.choices().iter().filter(|choice| !site.living(choice));
    gone.map(|choice| site.set(Node::text(choice.value), "AB0014"))
        .collect()
}

fn letter_case_of_value(site: &Site, _: &Extra) -> Vec<Breach> {
    let living = site.choices().iter().filter(|choice| site.living(choice));
    living
        .map(|choice| turned(choice.value))
        .filter(|text| site.choices().iter().all(|choice| choice.value != text))
        .map(|text| site.set(Node::text(text), "AB0015"))
        .collect()
}

/// The text with upper and lower case exchanged.
fn turned(text: &str) -> String {
    let turn = |c: char| match c.is_ascii_uppercase() {
        true => c.to_ascii_lowercase(),
        false => c.to_ascii_uppercase(),
    };
    text.chars().map(turn).collect()
}

fn letter_case_of_name(site: &Site, _: &Extra) -> Vec<Breach> {
    let Shape::Object(known) = site.shape else {
        return Vec::new();
    };
    let own = site
        .node
        .members()
        .iter()
        .enumerate()
        .map(|(index, member)| (index, turned(&member.name)));
    own.filter(|(_, name)| known.iter().all(|member| member.name != name))
        .map(|(index, name)| Breach {
            rule: "AB0015",
            pointer: path::child(&site.pointer, &name),
            change: Change::Rename(site.way.clone(), index, name),
        })
        .collect()
}

fn missing_required(site: &Site, _: &Extra) -> Vec<Breach> {
    let own = site.node.members().iter().enumerate();
    let needed = own.filter(|(_, own)| {
        let member = site.known().iter().find(|member| member.name == own.name);
        // A body without properties has a rule of its own.
        member.is_some_and(|member| is_needed(member, site.version) && member.name != "properties")
    });
    needed
        .map(|(index, own)| Breach {
            change: Change::Remove(site.way.clone(), index),
            rule: "AB0016",
            pointer: path::child(&site.pointer, &own.name),
        })
        .collect()
}

fn read_only(site: &Site, _: &Extra) -> Vec<Breach> {
    let marked = site.known().iter().filter(|member| member.read_only);
    marked
        .map(|member| site.add(member.name, Node::text("x"), "AB0017"))
        .collect()
}

fn number_does_not_fit(site: &Site, extra: &Extra) -> Vec<Breach> {
    if !matches!(site.shape, Shape::Int32) {
        return Vec::new();
    }
    let text = |text: String| Node {
        value: Value::Number(text),
        ..Node::number(0)
    };
    let (least, most) = site
        .member
        .and_then(|member| member.range)
        .unwrap_or((i64::from(i32::MIN), i64::from(i32::MAX)));
    let values = [
        Node::number(least - 1),
        Node::number(most + 1),
        Node::number(extra.beyond),
        text("1.5".to_owned()),
        text("1e99".to_owned()),
    ];
    values.into_iter().map(|value| site.set(value, "AB0018")).collect()
}

fn null(site: &Site, _: &Extra) -> Vec<Breach> {
    // The pool and its properties have a rule of their own, and of what is open `null` is a value.
    let own_rule = site.way.is_empty() || site.member.is_some_and(|member| member.name == "properties");
    if own_rule || matches!(site.shape, Shape::Any) {
        return Vec::new();
    }
    let needed = site.member.is_some_and(|member| member.required_in(site.version));
    let value = Node {
        value: Value::Null,
        ..Node::number(0)
    };
    vec![site.set(value, if needed { "AB0016" } else { "AB0019" })]
}
