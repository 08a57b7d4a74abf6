//! The one walk along two plans at once.

use std::borrow::Cow;

use super::findings::BODY;
use super::identity::{self, Identity};
use super::masked::{below, is_secret};
use super::meaning::{Place, canonical, is_default, same_text};
use super::{Difference, Held, Kind};
use crate::facts::contract::{self, Shape};
use crate::model::{Member, Node, Sorted, Value, path};

/// What a walk found.
#[derive(Debug, Default)]
pub(super) struct Found<'a> {
    /// What differs by meaning.
    pub differences: Vec<Difference<'a>>,
    /// What only one side says, though it is the default.
    pub defaults: Vec<Difference<'a>>,
}

/// Objects that say nothing by being there: with the defaults alone in them they are as good as left out.
const SILENT: [&str; 2] = ["taskSchedulingPolicy", "networkConfiguration"];

/// Up to so many items of one name, each is compared with each to find those that are the same.
const FEW: usize = 64;

/// One of the two plans.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    A,
    B,
}

struct Walk<'a> {
    found: Found<'a>,
    /// The pointers into both plans.
    at: [String; 2],
    /// Whether both plans are of a form that can say everything.
    say_all: bool,
    /// Nothing is kept: it only matters whether there is anything.
    probing: bool,
}

/// A member of an object, by the name it has in every spelling.
struct Entry<'a> {
    name: Cow<'a, str>,
    member: &'a Member,
    known: Option<&'static contract::Member>,
    shape: Option<&'static Shape>,
}

/// Compares two documents in plan shape; `say_all` is whether both are of a form that can say everything. Else only what
/// both say is compared, but for the pool itself.
pub(super) fn compare<'a>(a: &'a Node, b: &'a Node, say_all: bool) -> Found<'a> {
    let mut walk = Walk {
        found: Found::default(),
        at: [String::new(), String::new()],
        say_all,
        probing: false,
    };
    let whole = Place {
        name: "",
        owner: "",
        shape: None,
    };
    walk.value(a, b, whole, false);
    walk.found
}

fn entries<'a>(object: &'a Node, shape: Option<&'static Shape>, is_root: bool) -> Vec<Entry<'a>> {
    let entry = |member: &'a Member| {
        let (name, known) = canonical(&member.name, shape);
        let inner = match is_root && member.name == "pool" {
            true => Some(&BODY),
            false => below(&member.name, shape).1,
        };
        // What only the service sets says nothing about the plan.
        (!known.is_some_and(|known| known.read_only)).then_some(Entry {
            name,
            member,
            known,
            shape: inner,
        })
    };
    object.counting_members().filter_map(entry).collect()
}

impl<'a> Walk<'a> {
    /// Steps down on both sides while something is done.
    fn within(&mut self, parts: [&str; 2], call: impl FnOnce(&mut Walk<'a>)) {
        let lengths = [self.at[0].len(), self.at[1].len()];
        for (at, part) in self.at.iter_mut().zip(parts) {
            path::push(at, part);
        }
        call(self);
        for (at, length) in self.at.iter_mut().zip(lengths) {
            at.truncate(length);
        }
    }

    fn note(&mut self, sides: [Option<&'a Node>; 2], shape: Option<&'static Shape>, secret: bool, default: bool) {
        let [a, b] = &self.at;
        // While probing, pointers are not asked for.
        let held = |path: &String, node: Option<&'a Node>| {
            node.map(|node| Held {
                path: path.clone(),
                node,
                secret,
                shape,
            })
        };
        let [of_a, of_b] = sides;
        let kind = match sides {
            [_, None] => Kind::OnlyA,
            [None, _] => Kind::OnlyB,
            _ => Kind::Changed,
        };
        let difference = Difference {
            kind,
            a: held(a, of_a),
            b: held(b, of_b),
        };
        match default {
            true => self.found.defaults.push(difference),
            false => self.found.differences.push(difference),
        }
    }

    fn value(&mut self, a: &'a Node, b: &'a Node, place: Place, secret: bool) {
        if self.probing && !self.found.differences.is_empty() {
            return;
        }
        let same = match (&a.value, &b.value) {
            _ if secret => a.same_json(b),
            (Value::Object(_), Value::Object(_)) => return self.object(a, b, place),
            (Value::List(ours), Value::List(theirs)) => return self.list(ours, theirs, place),
            (Value::Text(ours), Value::Text(theirs)) => same_text(ours, theirs, place.reading()),
            _ => a.same_json(b),
        };
        if !same {
            self.note([Some(a), Some(b)], place.shape, secret, false);
        }
    }

    fn object(&mut self, a: &'a Node, b: &'a Node, place: Place) {
        let is_root = self.at.iter().all(String::is_empty) && place.name.is_empty();
        let (ours, theirs) = (entries(a, place.shape, is_root), entries(b, place.shape, is_root));
        let sorted = Sorted::new(theirs.iter().map(|entry| entry.name.as_ref()));
        let mut taken = vec![false; theirs.len()];
        for entry in &ours {
            let free = sorted
                .places(&entry.name)
                .iter()
                .map(|(_, index)| *index)
                .find(|index| taken.get(*index) == Some(&false));
            match free.and_then(|index| Some((taken.get_mut(index)?, theirs.get(index)?))) {
                Some((taken, other)) => {
                    *taken = true;
                    let inner = Place {
                        name: &entry.name,
                        owner: place.name,
                        shape: entry.shape,
                    };
                    let secret = is_secret(&entry.member.name, entry.known, place.shape);
                    let names = [entry.member.name.as_str(), other.member.name.as_str()];
                    self.within(names, |walk| {
                        walk.value(&entry.member.node, &other.member.node, inner, secret);
                    });
                }
                None => self.alone(Side::A, entry, place.shape),
            }
        }
        for (entry, _) in theirs.iter().zip(taken).filter(|(_, taken)| !taken) {
            self.alone(Side::B, entry, place.shape);
        }
    }

    /// A member that only one side has. Of an object each member is told on its own.
    fn alone(&mut self, side: Side, entry: &Entry<'a>, around: Option<&'static Shape>) {
        let name = entry.member.name.as_str();
        self.within([name, name], |walk| walk.alone_here(side, entry, around));
    }

    fn alone_here(&mut self, side: Side, entry: &Entry<'a>, around: Option<&'static Shape>) {
        let node = &entry.member.node;
        let sides = match side {
            Side::A => [Some(node), None],
            Side::B => [None, Some(node)],
        };
        let [at, _] = &self.at;
        let in_pool = at == path::POOL || at.strip_prefix(path::POOL).is_some_and(|rest| rest.starts_with('/'));
        if !in_pool && !self.say_all {
            return;
        }
        if is_secret(&entry.member.name, entry.known, around) {
            return self.note(sides, entry.shape, true, false);
        }
        // A plan that names no cloud is written for the public one.
        let is_public = at == path::CLOUD && node.as_text() == Some("AzurePublic");
        if is_public || entry.known.is_some_and(|known| is_default(node, known)) {
            return self.note(sides, entry.shape, false, true);
        }
        let is_told_by_member = match entry.shape {
            Some(Shape::Object(_)) => true,
            // The plan's own objects, which no contract describes.
            None => !in_pool && around.is_none(),
            Some(_) => false,
        };
        if !is_told_by_member || !matches!(node.value, Value::Object(_)) {
            return self.note(sides, entry.shape, false, false);
        }
        let before = [self.found.differences.len(), self.found.defaults.len()];
        for inner in entries(node, entry.shape, false) {
            self.alone(side, &inner, entry.shape);
        }
        let [differences, defaults] = before;
        let is_silent = SILENT.contains(&entry.name.as_ref()) && self.found.defaults.len() > defaults;
        if self.found.differences.len() == differences && !is_silent {
            // That it is there says something, though nothing in it does.
            self.found.defaults.truncate(defaults);
            self.note(sides, entry.shape, false, false);
        }
    }

    fn list(&mut self, ours: &'a [Node], theirs: &'a [Node], place: Place) {
        let identity = identity::of(place);
        let item = Place {
            name: place.name,
            owner: place.owner,
            shape: match place.shape {
                Some(Shape::List(item)) => Some(*item),
                other => other.filter(|shape| matches!(shape, Shape::Any)),
            },
        };
        let pairs = match identity {
            Identity::Position => (0..ours.len())
                .map(|index| Some(index).filter(|at| *at < theirs.len()))
                .collect(),
            _ => self.pairs(ours, theirs, item, &identity),
        };
        let mut taken = vec![false; theirs.len()];
        for (index, (node, pair)) in ours.iter().zip(pairs).enumerate() {
            let other = pair.and_then(|at| Some((at, taken.get_mut(at)?, theirs.get(at)?)));
            let here = index.to_string();
            match other {
                Some((at, taken, other)) => {
                    *taken = true;
                    self.within([&here, &at.to_string()], |walk| walk.value(node, other, item, false));
                }
                None => self.within([&here, &here], |walk| {
                    walk.note([Some(node), None], item.shape, false, false);
                }),
            }
        }
        for (index, node) in theirs.iter().enumerate() {
            if taken.get(index) == Some(&false) {
                let here = index.to_string();
                self.within([&here, &here], |walk| {
                    walk.note([None, Some(node)], item.shape, false, false);
                });
            }
        }
    }

    /// Which item of the other list belongs to each: of those with the same name one that is the same, else the next.
    fn pairs(&self, ours: &'a [Node], theirs: &'a [Node], item: Place, identity: &Identity) -> Vec<Option<usize>> {
        let keys = |items: &[Node]| -> Vec<String> {
            let key = |node| identity.key(node, item).unwrap_or_default();
            items.iter().map(key).collect()
        };
        let (keys_a, keys_b) = (keys(ours), keys(theirs));
        let [of_a, sorted] = [&keys_a, &keys_b].map(|keys| Sorted::new(keys.iter().map(String::as_str)));
        let mut taken = vec![false; theirs.len()];
        let mut pairs: Vec<Option<usize>> = vec![None; ours.len()];
        // How many of a name were met already, kept at the first of them.
        let mut met = vec![0usize; theirs.len()];
        for alike in [true, false] {
            for ((node, key), pair) in ours.iter().zip(&keys_a).zip(&mut pairs) {
                let places = sorted.places(key);
                let is_alone = places.len() < 2 && of_a.places(key).len() < 2;
                if pair.is_some() || (alike && (is_alone || places.len() > FEW)) {
                    continue;
                }
                let free = if places.len() > FEW {
                    let met = places.first().and_then(|(_, first)| met.get_mut(*first));
                    met.and_then(|met| {
                        *met += 1;
                        places.get(*met - 1).map(|(_, at)| *at)
                    })
                } else {
                    places.iter().map(|(_, at)| *at).find(|at| {
                        let is_free = taken.get(*at) == Some(&false);
                        is_free && (!alike || theirs.get(*at).is_some_and(|other| same(node, other, item)))
                    })
                };
                if let Some(taken) = free.and_then(|at| taken.get_mut(at)) {
                    *taken = true;
                    *pair = free;
                }
            }
        }
        pairs
    }
}

/// Whether two items are the same by meaning.
fn same(a: &Node, b: &Node, place: Place) -> bool {
    let mut walk = Walk {
        found: Found::default(),
        at: ["/".to_owned(), "/".to_owned()],
        say_all: true,
        probing: true,
    };
    walk.value(a, b, place, false);
    walk.found.differences.is_empty()
}
