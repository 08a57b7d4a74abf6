//! Bicep: every pool of a file, with what the file says about its account. Values are read as far as the file knows them;
//! the rest keeps its words as `[bicep(…)]` and is noted.

mod read;
mod syntax;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod value;

use self::syntax::{File, Kind, Object, Piece, Property, Resource};
use self::value::{GAP, Meaning};
use super::{Dialect, Note, NoteKind, Pool, Reading, put};
use crate::input::parse::ParseTrouble;
use crate::input::read_only::take_read_only;
use crate::model::{Member, Node, Span, Value, path};

const ACCOUNT_TYPE: &str = "Microsoft.Batch/batchAccounts";
const POOL_TYPE: &str = "Microsoft.Batch/batchAccounts/pools";
/// The type of a pool that is declared inside its account.
const INNER_TYPE: &str = "pools";

/// Every pool of a Bicep file; what is Bicep without a pool, or can't be read, is one reading that says so. `None` when the
/// text is no Bicep with resources.
pub(super) fn read(text: &str) -> Option<Vec<Pool>> {
    let file = read::read(text)?;
    let mut meaning = Meaning::new(text, &file.declared);
    let mut pools = Vec::new();
    for resource in file.resources.iter().filter(|resource| !resource.existing) {
        if resource.is(POOL_TYPE) {
            pools.push(pool(&file, &mut meaning, resource, None));
        } else if resource.is(ACCOUNT_TYPE) {
            for inner in &resource.body.resources {
                if inner.is(INNER_TYPE) && !inner.existing {
                    pools.push(pool(&file, &mut meaning, inner, Some(resource)));
                }
            }
        }
    }
    for (kind, trouble) in &file.unreadable {
        if pools.is_empty() || of_type(kind, POOL_TYPE) || of_type(kind, ACCOUNT_TYPE) {
            pools.push(unreadable(*trouble));
        }
    }
    if pools.is_empty() {
        pools.push(without_pool(&file, text)?);
    }
    Some(pools)
}

/// Whether this is a type, in any letter case, with or without an api-version.
fn of_type(kind: &str, wanted: &str) -> bool {
    kind.split('@')
        .next()
        .is_some_and(|kind| kind.eq_ignore_ascii_case(wanted))
}

impl<'a> Resource<'a> {
    fn is(&self, wanted: &str) -> bool {
        of_type(&self.kind, wanted)
    }

    fn version(&self) -> Option<&str> {
        self.kind.split_once('@').map(|(_, version)| version)
    }
}

impl<'a> Object<'a> {
    /// The last property of this name.
    fn property(&self, wanted: &str) -> Option<&Property<'a>> {
        let named = |property: &&Property| property.plain_name() == Some(wanted);
        self.properties.iter().rev().find(named)
    }
}

impl Property<'_> {
    fn plain_name(&self) -> Option<&str> {
        match self.name.as_deref() {
            Some([Piece::Literal(name)]) => Some(name),
            _ => None,
        }
    }
}

fn unreadable(trouble: ParseTrouble) -> Pool {
    Pool {
        name: String::new(),
        span: trouble.span,
        reading: Reading {
            dialect: Dialect::Bicep,
            root: Err(trouble),
            notes: Vec::new(),
        },
    }
}

/// A file with resources, none of which is a pool that it makes.
fn without_pool(file: &File, text: &str) -> Option<Pool> {
    let span = Span {
        start: 0,
        end: text.len(),
    };
    let other = |resource: &Resource| Note {
        kind: NoteKind::OtherType,
        name: resource.kind.clone(),
        span: resource.kind_span,
    };
    let notes: Vec<Note> = file.resources.iter().map(other).collect();
    (!notes.is_empty()).then(|| Pool {
        name: String::new(),
        span,
        reading: Reading {
            dialect: Dialect::Bicep,
            root: Ok(Node::empty_object(span)),
            notes,
        },
    })
}

/// Reads one pool; `outer` is the account around it.
fn pool<'f, 'a>(
    file: &'f File<'a>,
    meaning: &mut Meaning<'f, 'a>,
    resource: &'f Resource<'a>,
    outer: Option<&'f Resource<'a>>,
) -> Pool {
    let mut target = Target {
        meaning,
        members: Vec::new(),
    };
    for resource in outer.into_iter().chain([resource]) {
        target.conditions(resource);
    }
    if let Some(version) = resource.version().or(outer.and_then(Resource::version)) {
        target.say(path::API_VERSION, version, resource.kind_span);
        target.note(NoteKind::Moved(path::API_VERSION), "apiVersion", resource.kind_span);
    }
    if let Some(account) = outer {
        target.account(account);
    }
    // Everything but what belongs to Bicep is the pool.
    let mut members = Vec::new();
    let has_parent = outer.is_some() || resource.body.property("parent").is_some();
    for property in &resource.body.properties {
        let span = property.name_span;
        match property.plain_name() {
            Some("name") => target.name(property, has_parent),
            Some("parent") => {
                let symbol = if let Kind::Name(symbol) = property.value.kind {
                    symbol
                } else {
                    ""
                };
                let accounts = file.resources.iter().filter(|resource| resource.is(ACCOUNT_TYPE));
                let parent = accounts.rev().find(|resource| resource.symbol == symbol);
                if parent.is_some_and(|account| target.account(account)) {
                    target.note(NoteKind::Moved(path::ACCOUNT), "parent", span);
                } else {
                    target.meaning.unknown("parent", span);
                }
            }
            Some(name @ ("scope" | "dependsOn")) => target.meaning.unknown(name, span),
            _ => members.push(property),
        }
    }
    let Target { members: said, .. } = target;
    let mut node = Node {
        span: resource.span,
        value: Value::Object(meaning.members(&mut members.into_iter())),
    };
    take_read_only(&mut node, "", &mut |_, member: &Member| {
        meaning.notes.push(Note {
            kind: NoteKind::ReadOnly,
            name: member.name.clone(),
            span: member.name_span,
        });
    });
    let mut root = Node {
        span: resource.span,
        ..Node::object([("pool", node)])
    };
    for (pointer, value) in said {
        put(&mut root, pointer, value);
    }
    meaning.hidden.clear();
    let name = root
        .at(path::POOL_NAME)
        .and_then(Node::as_text)
        .unwrap_or(resource.symbol);
    Pool {
        name: name.to_owned(),
        span: resource.span,
        reading: Reading {
            dialect: Dialect::Bicep,
            root: Ok(root),
            notes: std::mem::take(&mut meaning.notes),
        },
    }
}

/// Where a pool goes, as far as it is known.
struct Target<'m, 'f, 'a> {
    meaning: &'m mut Meaning<'f, 'a>,
    members: Vec<(&'static str, Node)>,
}

impl<'f, 'a> Target<'_, 'f, 'a> {
    fn say(&mut self, pointer: &'static str, text: &str, span: Span) -> bool {
        let known = !text.is_empty() && !text.contains(GAP);
        if known {
            self.members.push((
                pointer,
                Node {
                    span,
                    ..Node::text(text)
                },
            ));
        }
        known
    }

    fn note(&mut self, kind: NoteKind, name: &str, span: Span) {
        self.meaning.notes.push(Note {
            kind,
            name: name.to_owned(),
            span,
        });
    }

    /// Whether and how often the resource is made, if that is not plain.
    fn conditions(&mut self, resource: &'f Resource<'a>) {
        if let Some((span, names)) = &resource.repeated {
            self.meaning.hidden.extend(names);
            self.meaning.unknown("for", *span);
        }
        if let Some(condition) = &resource.condition
            && self.meaning.known(condition) != Some(Value::Bool(true))
        {
            self.meaning.unknown("if", condition.span);
        }
    }

    /// The name of a pool; without a parent it is `account/pool`.
    fn name(&mut self, property: &'f Property<'a>, has_parent: bool) {
        let text = self.meaning.text_with_gaps(&property.value);
        let span = property.value.span;
        let known = match text.split_once('/').filter(|_| !has_parent) {
            Some((account, pool)) => {
                let account = self.say(path::ACCOUNT, account, span);
                self.say(path::POOL_NAME, pool, span) && account
            }
            None => self.say(path::POOL_NAME, &text, span),
        };
        if known {
            self.note(NoteKind::Moved(path::POOL_NAME), "name", property.name_span);
        } else {
            self.meaning.unknown("name", property.value.span);
        }
    }

    /// What the account says about itself; whether its name is known.
    fn account(&mut self, account: &'f Resource<'a>) -> bool {
        let properties = account.body.property("properties").map(|property| &property.value);
        let mode = properties.and_then(|value| self.meaning.property(value, "poolAllocationMode"));
        let location = account.body.property("location").map(|property| &property.value);
        for (pointer, value) in [(path::REGION, location), (path::ALLOCATION_MODE, mode)] {
            if let Some(value) = value {
                let text = self.meaning.text_with_gaps(value);
                self.say(pointer, &text, value.span);
            }
        }
        // `resourceGroup('name')` or `resourceGroup('subscription', 'name')`
        if let Some(scope) = account.body.property("scope")
            && let Kind::Call("resourceGroup", arguments) = &scope.value.kind
        {
            let parts = [path::RESOURCE_GROUP, path::SUBSCRIPTION];
            for (pointer, value) in parts.into_iter().zip(arguments.iter().rev()) {
                let text = self.meaning.text_with_gaps(value);
                self.say(pointer, &text, value.span);
            }
        }
        account.body.property("name").is_some_and(|name| {
            let text = self.meaning.text_with_gaps(&name.value);
            self.say(path::ACCOUNT, &text, name.value.span)
        })
    }
}
