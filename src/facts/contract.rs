//! The published REST contract of a pool, as a table and the questions one can ask of it.

use crate::model::api_version::{ApiVersion, V2017_09_01, V2026_08_01};

pub use super::contract_table::POOL;

/// The first and last api-version in which something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    /// First version, inclusive.
    pub since: ApiVersion,
    /// Last version, inclusive.
    pub until: ApiVersion,
}

impl Life {
    const ALWAYS: Life = Life {
        since: V2017_09_01,
        until: V2026_08_01,
    };

    /// Whether `version` lies within.
    pub fn covers(self, version: ApiVersion) -> bool {
        self.since <= version && version <= self.until
    }
}

/// What a member's value looks like.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Any text.
    Text,
    /// A point in time as RFC 3339 text.
    DateTime,
    /// An ISO 8601 duration as text.
    Duration,
    /// A URI as text.
    Uri,
    /// An ARM resource id as text.
    ArmId,
    /// A whole number of 32 bits.
    Int32,
    /// `true` or `false`.
    Bool,
    /// Any JSON.
    Any,
    /// One of the listed texts.
    Choice(&'static [Choice]),
    /// An object with these members.
    Object(&'static [Member]),
    /// A list whose items look so.
    List(&'static Shape),
    /// An object with free names whose values look so.
    Map(&'static Shape),
}

/// One value of an enumeration, and when it may be used.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// The value as the contract writes it.
    pub value: &'static str,
    /// The api-versions that list it.
    pub life: Life,
}

/// One member of an object of the contract.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Its name, in the contract's letter case.
    pub name: &'static str,
    /// What its value looks like.
    pub shape: Shape,
    /// The api-versions that have it (the younger span, when it was away for some versions).
    pub life: Life,
    /// An older span, when the member was removed once and came back.
    pub earlier: Option<Life>,
    /// The last api-version in which it is required, if it ever was.
    pub required_until: Option<ApiVersion>,
    /// Set by the service; meaningless in a request.
    pub read_only: bool,
    /// A password, key or the like: never in a link, a file or a snippet.
    pub secret: bool,
    /// What the service takes when it is omitted, where the schema says so.
    pub default: Option<&'static str>,
    /// Smallest and largest number, where the schema gives them.
    pub range: Option<(i64, i64)>,
    /// The name that took its place in later versions.
    pub now: Option<&'static str>,
}

impl Member {
    /// Whether `version` has this member.
    pub fn lives_in(&self, version: ApiVersion) -> bool {
        self.life.covers(version) || self.earlier.is_some_and(|life| life.covers(version))
    }

    /// Whether a request of `version` must have it (inside an object that is present).
    pub fn required_in(&self, version: ApiVersion) -> bool {
        self.required_until.is_some_and(|until| version <= until) && self.lives_in(version)
    }

    pub(super) const fn since(mut self, version: ApiVersion) -> Member {
        self.life.since = version;
        self
    }

    pub(super) const fn until(mut self, version: ApiVersion) -> Member {
        self.life.until = version;
        self
    }

    pub(super) const fn gap(mut self, gone_after: ApiVersion, back_in: ApiVersion) -> Member {
        self.earlier = Some(Life {
            since: V2017_09_01,
            until: gone_after,
        });
        self.life.since = back_in;
        self
    }

    pub(super) const fn required(self) -> Member {
        self.required_until(V2026_08_01)
    }

    pub(super) const fn required_until(mut self, version: ApiVersion) -> Member {
        self.required_until = Some(version);
        self
    }

    pub(super) const fn read_only(mut self) -> Member {
        self.read_only = true;
        self
    }

    pub(super) const fn secret(mut self) -> Member {
        self.secret = true;
        self
    }

    pub(super) const fn default(mut self, value: &'static str) -> Member {
        self.default = Some(value);
        self
    }

    pub(super) const fn range(mut self, least: i64, most: i64) -> Member {
        self.range = Some((least, most));
        self
    }

    pub(super) const fn now(mut self, name: &'static str) -> Member {
        self.now = Some(name);
        self
    }
}

impl Choice {
    pub(super) const fn since(mut self, version: ApiVersion) -> Choice {
        self.life.since = version;
        self
    }

    pub(super) const fn until(mut self, version: ApiVersion) -> Choice {
        self.life.until = version;
        self
    }
}

pub(super) const fn member(name: &'static str, shape: Shape) -> Member {
    Member {
        name,
        shape,
        life: Life::ALWAYS,
        earlier: None,
        required_until: None,
        read_only: false,
        secret: false,
        default: None,
        range: None,
        now: None,
    }
}

pub(super) const fn choice(value: &'static str) -> Choice {
    Choice {
        value,
        life: Life::ALWAYS,
    }
}

/// What the body of a pool looks like.
pub static BODY: Shape = Shape::Object(POOL);

/// Follows a JSON pointer below the pool (`/properties/vmSize`) through the table; list positions and map keys
/// may be anything. `None` when the contract has no such member in any version.
pub fn member_at(pointer: &str) -> Option<&'static Member> {
    let mut members = POOL;
    let mut shape: Option<&Shape> = None;
    let mut found = None;
    for part in pointer.split('/').skip(1) {
        match shape {
            Some(Shape::List(item) | Shape::Map(item)) => {
                shape = Some(*item);
                if let Shape::Object(inner) = item {
                    members = inner;
                }
                continue;
            }
            Some(Shape::Object(inner)) => members = inner,
            Some(_) => return None,
            None => {}
        }
        let member = members.iter().find(|member| member.name == part)?;
        shape = Some(&member.shape);
        found = Some(member);
    }
    found
}
