//! The pools of a Terraform file: `azapi_resource` of the type of pools, whose body is the ARM body, and
//! `azurerm_batch_pool`, whose arguments have names of their own (`facts/azurerm`).

mod azurerm;
mod cursor;
mod parse;
mod resolve;
mod syntax;
#[cfg(test)]
#[allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
mod tests;
mod texts;

use super::{Dialect, NoteKind, Pool, Reading, put};
use crate::facts::azurerm::{POOL, SPEAKS};
use crate::input::ParseTrouble;
use crate::model::{self, Node, ResourceId, Span, path};
use resolve::{Resolver, Said, blocks};
use syntax::{Block, Body, Content, Item, Name, Value};

const AZURERM: &str = "azurerm_batch_pool";
const AZAPI: &str = "azapi_resource";
const POOL_TYPE: &str = "Microsoft.Batch/batchAccounts/pools";
const ACCOUNT_TYPE: &str = "Microsoft.Batch/batchAccounts";

/// What tells Terraform how to go about a resource, and nothing about the pool.
const OWN: [&str; 18] = [
    "depends_on",
    "lifecycle",
    "provider",
    "provisioner",
    "connection",
    "timeouts",
    "stop_pending_resize_operation",
    "response_export_values",
    "schema_validation_enabled",
    "ignore_casing",
    "ignore_missing_property",
    "ignore_null_property",
    "locks",
    "retry",
    "replace_triggers_external_values",
    "replace_triggers_refs",
    "create_headers",
    "sensitive_body_version",
];

/// What the providers call the clouds, and what the plan does.
const CLOUDS: [(&str, &str); 3] = [
    ("public", "AzurePublic"),
    ("china", "AzureChina"),
    ("usgovernment", "AzureUSGovernment"),
];

/// The pools of a text; `None` when it is no Terraform with a pool.
pub(super) fn read(text: &str) -> Option<Vec<Pool>> {
    if !is_terraform(text) {
        return None;
    }
    let body = match parse::file(text) {
        Ok(body) => body,
        Err(trouble) => return Some(vec![unreadable(text, trouble)]),
    };
    let said = Said::of(&body);
    let mut pools = Vec::new();
    for (_, block) in blocks(&body).filter(|(kind, _)| *kind == "resource") {
        let mut resolver = Resolver::new(text, &said);
        let labels: Vec<&str> = block.labels.iter().map(String::as_str).collect();
        let root = match labels.as_slice() {
            [AZURERM, ..] => azurerm_pool(&mut resolver, block),
            [AZAPI, ..] if is_pool(&mut resolver, block) => azapi_pool(&mut resolver, block),
            _ => continue,
        };
        let provider = if labels.first() == Some(&AZURERM) {
            "azurerm"
        } else {
            "azapi"
        };
        pools.push(finished(root, &body, provider, block, resolver));
    }
    (!pools.is_empty()).then_some(pools)
}

/// Whether it begins as Terraform does, and names a resource that may be a pool.
fn is_terraform(text: &str) -> bool {
    let named = |name: &str| text.contains(&format!("\"{name}\""));
    if !(named(AZURERM)
        || named(AZAPI)
            && text
                .to_ascii_lowercase()
                .contains("microsoft.batch/batchaccounts/pools@"))
    {
        return false;
    }
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let line = rest.starts_with('#') || rest.starts_with("//");
        let end = match (line, rest.strip_prefix("/*")) {
            (true, _) => rest.find('\n'),
            (false, Some(comment)) => comment.find("*/").map(|end| end + 4),
            (false, None) => break,
        };
        rest = rest.get(end.unwrap_or(rest.len())..).unwrap_or_default().trim_start();
    }
    let word = rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next();
    let behind = rest.get(word.map_or(0, str::len)..).unwrap_or_default().trim_start();
    matches!(
        word,
        Some(
            "terraform"
                | "provider"
                | "variable"
                | "locals"
                | "resource"
                | "data"
                | "module"
                | "output"
                | "import"
                | "moved"
                | "removed"
                | "check"
        )
    ) && behind.starts_with(['"', '{'])
}

fn unreadable(text: &str, trouble: ParseTrouble) -> Pool {
    Pool {
        name: String::new(),
        span: Span {
            start: 0,
            end: text.len(),
        },
        reading: Reading {
            dialect: Dialect::Terraform,
            root: Err(trouble),
            notes: Vec::new(),
        },
    }
}

fn argument<'a>(block: &'a Block<'a>, name: &str) -> Option<&'a Item<'a>> {
    let is = |item: &&Item| matches!(&item.name, Name::Known(own) if own == name);
    block.body.items.iter().rev().find(is)
}

/// The type of a resource and its version, if they are known.
fn kind_of(resolver: &mut Resolver<'_>, block: &Block<'_>) -> Option<(String, String)> {
    let Content::Value(value) = &argument(block, "type")?.content else {
        return None;
    };
    let kind = resolver.known(value, "type")?;
    let (kind, version) = kind.as_text()?.split_once('@')?;
    Some((kind.to_owned(), version.to_owned()))
}

fn is_pool(resolver: &mut Resolver<'_>, block: &Block<'_>) -> bool {
    let kind = kind_of(resolver, block);
    resolver.notes.clear();
    kind.is_some_and(|(kind, _)| kind.eq_ignore_ascii_case(POOL_TYPE))
}

/// Whether it is about how often the resource is made; that is noted.
fn is_own(resolver: &mut Resolver<'_>, item: &Item<'_>, name: &str) -> bool {
    let own = name == "count" || name == "for_each";
    if own {
        resolver.note(NoteKind::NotLiteral, name, item.span);
    }
    own
}

/// Puts a text that says where the request goes in its place, if it is known.
fn move_to(resolver: &mut Resolver<'_>, item: &Item<'_>, name: &str, to: &'static str, root: &mut Node) {
    let Content::Value(value) = &item.content else {
        return resolver.note(NoteKind::NotCarried, name, item.span);
    };
    if let Some(node) = resolver.known(value, name) {
        resolver.note(NoteKind::Moved(to), name, item.span);
        put(root, to, node);
    }
}

fn azurerm_pool(resolver: &mut Resolver<'_>, block: &Block<'_>) -> Node {
    let mut root = Node::empty_object(block.span);
    let version = Node {
        span: block.span,
        ..Node::text(SPEAKS.to_string())
    };
    put(&mut root, path::API_VERSION, version);
    let mut rest = Vec::new();
    for item in &block.body.items {
        let Name::Known(name) = &item.name else { continue };
        let to = match name.as_str() {
            "name" => path::POOL_NAME,
            "resource_group_name" => path::RESOURCE_GROUP,
            "account_name" => path::ACCOUNT,
            _ => {
                rest.push(item);
                continue;
            }
        };
        move_to(resolver, item, name, to, &mut root);
    }
    let pool = azurerm::object(resolver, &mut rest.into_iter(), POOL, block.span);
    put(&mut root, path::POOL, pool);
    root
}

fn azapi_pool(resolver: &mut Resolver<'_>, block: &Block<'_>) -> Node {
    let mut root = Node::empty_object(block.span);
    let mut pool = Node::empty_object(block.span);
    let mut secrets = None;
    for item in &block.body.items {
        let Name::Known(name) = &item.name else { continue };
        match (name.as_str(), &item.content) {
            ("type", Content::Value(value)) => {
                if let Some((_, version)) = kind_of(resolver, block) {
                    resolver.note(NoteKind::Moved(path::API_VERSION), name, item.span);
                    let version = Node {
                        span: value.span,
                        ..Node::text(version)
                    };
                    put(&mut root, path::API_VERSION, version);
                }
            }
            ("name", _) => move_to(resolver, item, name, path::POOL_NAME, &mut root),
            ("parent_id", Content::Value(value)) => parent(resolver, value, item.span, &mut root),
            ("body", Content::Value(value)) => {
                let body = resolver.json(value, name);
                match (&mut pool.value, body.value) {
                    (model::Value::Object(pool), model::Value::Object(members)) => pool.extend(members),
                    (own, value) => *own = value,
                }
                pool.span = value.span;
            }
            ("sensitive_body", Content::Value(value)) => secrets = Some(resolver.json(value, name)),
            ("tags", Content::Value(value)) => {
                let tags = resolver.node(value, name);
                add(&mut pool, name, item.span, tags);
            }
            ("identity", Content::Block(block)) => {
                let rows = POOL.iter().find(|row| row.name == "identity").map(|row| row.kind);
                if let Some(crate::facts::azurerm::Kind::Block(rows)) = rows {
                    let identity = azurerm::object(resolver, &mut block.body.items.iter(), rows, block.span);
                    add(&mut pool, name, item.span, identity);
                }
            }
            (name, _) => {
                if !is_own(resolver, item, name) && !OWN.contains(&name) {
                    resolver.note(NoteKind::NotCarried, name, item.span);
                }
            }
        }
    }
    if let Some(secrets) = secrets {
        merge(&mut pool, secrets);
    }
    put(&mut root, path::POOL, pool);
    root
}

fn add(pool: &mut Node, name: &str, name_span: Span, node: Node) {
    if let model::Value::Object(members) = &mut pool.value {
        members.push(model::Member {
            name: name.to_owned(),
            name_span,
            node,
        });
    }
}

/// Lays one value over another, as the provider does with the part of a body that must not be seen.
fn merge(under: &mut Node, over: Node) {
    match (&mut under.value, over.value) {
        (model::Value::Object(members), model::Value::Object(more)) => {
            for member in more {
                match members.iter_mut().rev().find(|own| own.name == member.name) {
                    Some(own) => merge(&mut own.node, member.node),
                    None => members.push(member),
                }
            }
        }
        (model::Value::List(items), model::Value::List(more)) if items.len() == more.len() => {
            for (item, over) in items.iter_mut().zip(more) {
                merge(item, over);
            }
        }
        (value, over) => *value = over,
    }
}

/// Where the account is, as far as its id is known.
fn parent(resolver: &mut Resolver<'_>, value: &syntax::Expression<'_>, span: Span, root: &mut Node) {
    let Some(id) = resolver.id(value, "parent_id") else {
        return;
    };
    let Some(id) = ResourceId::parse(&id).filter(|id| id.is(ACCOUNT_TYPE)) else {
        return resolver.note(NoteKind::NotCarried, "parent_id", span);
    };
    resolver.note(NoteKind::Moved(path::TARGET), "parent_id", span);
    for (to, part) in [
        (path::SUBSCRIPTION, id.subscription),
        (path::RESOURCE_GROUP, id.resource_group),
        (path::ACCOUNT, id.name()),
    ] {
        if !part.contains('\0') {
            let part = Node {
                span: value.span,
                ..Node::text(part)
            };
            put(root, to, part);
        }
    }
}

/// What the block of the provider says, and the name.
fn finished(mut root: Node, body: &Body<'_>, provider: &str, block: &Block<'_>, mut resolver: Resolver<'_>) -> Pool {
    // `provider = azurerm.other` names a block with that alias.
    let alias = argument(block, "provider").and_then(|item| match &item.content {
        Content::Value(value) => match value.value {
            Value::Name(name) => name.split_once('.').map(|(_, alias)| alias),
            _ => None,
        },
        Content::Block(_) => None,
    });
    let settings = blocks(body).find(|(kind, settings)| {
        let own = argument(settings, "alias").map(|item| match &item.content {
            Content::Value(value) => match &value.value {
                Value::Text(alias) => alias.as_str(),
                _ => "",
            },
            Content::Block(_) => "",
        });
        *kind == "provider" && settings.labels == [provider] && own == alias
    });
    if let Some((_, settings)) = settings {
        let mut known = |name: &str| match &argument(settings, name)?.content {
            Content::Value(value) if !matches!(value.value, Value::Null) => resolver.known(value, name),
            _ => None,
        };
        let cloud = known("environment");
        let subscription = known("subscription_id");
        if let Some(cloud) = cloud {
            let named = CLOUDS.iter().find(|(name, _)| cloud.says(name));
            let span = cloud.span;
            match named {
                Some((_, name)) => put(
                    &mut root,
                    path::CLOUD,
                    Node {
                        span,
                        ..Node::text(*name)
                    },
                ),
                None => resolver.note(NoteKind::NotCarried, "environment", span),
            }
        }
        if let Some(subscription) = subscription.filter(|_| root.at(path::SUBSCRIPTION).is_none()) {
            put(&mut root, path::SUBSCRIPTION, subscription);
        }
    }
    let named = root.at(path::POOL_NAME).and_then(Node::as_text);
    let label = || block.labels.get(1).map_or("", String::as_str);
    Pool {
        name: named.unwrap_or_else(label).to_owned(),
        span: block.span,
        reading: Reading {
            dialect: Dialect::Terraform,
            root: Ok(root),
            notes: resolver.notes,
        },
    }
}
