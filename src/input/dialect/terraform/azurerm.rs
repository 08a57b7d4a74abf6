//! `azurerm_batch_pool` → the body of a pool, by the table of its arguments. Where the provider sends what the service
//! would not have taken by itself, the plan says so.

use super::resolve::Resolver;
use super::syntax::{Content, Expression, Item, Name, Value};
use super::{OWN, is_own};
use crate::facts::azurerm::{Kind, Row};
use crate::input::dialect::{NoteKind, put};
use crate::model::{self, Node, Span};

/// The object that the arguments of a block stand for.
pub(super) fn object<'i>(
    resolver: &mut Resolver<'_>,
    items: &mut dyn Iterator<Item = &'i Item<'i>>,
    rows: &'static [Row],
    span: Span,
) -> Node {
    let mut root = Node::empty_object(span);
    let mut lists: Vec<(usize, Span, Vec<Node>)> = Vec::new();
    for item in items {
        let Name::Known(name) = &item.name else {
            resolver.note(NoteKind::NotCarried, "", item.span);
            continue;
        };
        let (name, dynamic) = match &item.content {
            Content::Block(block) if name == "dynamic" => (block.labels.first().map_or("", String::as_str), true),
            _ => (name.as_str(), false),
        };
        let Some((index, row)) = rows.iter().enumerate().find(|(_, row)| row.name == name) else {
            if !is_own(resolver, item, name) && !OWN.contains(&name) {
                resolver.note(NoteKind::NotCarried, name, item.span);
            }
            continue;
        };
        let value = match (&item.content, row.kind) {
            (Content::Block(block), _) if dynamic => resolver.kept(block.span, name),
            (Content::Block(block), Kind::Block(inner)) => {
                object(resolver, &mut block.body.items.iter(), inner, block.span)
            }
            (Content::Block(block), Kind::Blocks(inner)) => {
                let node = object(resolver, &mut block.body.items.iter(), inner, block.span);
                push(&mut lists, index, node);
                continue;
            }
            (Content::Block(block), Kind::Each(argument, _)) => {
                each(resolver, &block.body.items, argument, index, &mut lists);
                continue;
            }
            (Content::Block(_), _) => {
                resolver.note(NoteKind::NotCarried, name, item.span);
                continue;
            }
            (Content::Value(value), _) if matches!(value.value, Value::Null) => continue,
            (Content::Value(value), kind) => match argument(resolver, value, name, kind) {
                Argument::Is(node) => node,
                Argument::Ports(first, last) => {
                    if let Kind::PortRange(end) = kind {
                        put(&mut root, &format!("/{end}"), last);
                    }
                    first
                }
            },
        };
        put(&mut root, &format!("/{}", row.arm), value);
    }
    for (index, span, items) in lists {
        if let Some(row) = rows.get(index) {
            let value = model::Value::List(items);
            put(&mut root, &format!("/{}", row.arm), Node { value, span });
        }
    }
    let is_there = |root: &Node, name: &str| {
        let mut named = rows.iter().filter(|row| row.name == name);
        named.any(|row| root.at(&format!("/{}", row.arm)).is_some())
    };
    for row in rows {
        let Some(omitted) = row.default else { continue };
        let beside = omitted.beside.is_none_or(|beside| is_there(&root, beside));
        if let (Some(sent), true, false) = (omitted.provider, beside, is_there(&root, row.name))
            && let Ok(value) = crate::input::parse(sent)
        {
            put(&mut root, &format!("/{}", row.arm), Node { span, ..value });
            resolver.note(NoteKind::Default, row.name, span);
        }
    }
    root
}

fn push(lists: &mut Vec<(usize, Span, Vec<Node>)>, index: usize, node: Node) {
    match lists.iter_mut().find(|(own, _, _)| *own == index) {
        Some((_, span, items)) => {
            span.end = node.span.end;
            items.push(node);
        }
        None => lists.push((index, node.span, vec![node])),
    }
}

/// A block for each item, its one argument the item.
fn each(
    resolver: &mut Resolver<'_>,
    items: &[Item<'_>],
    argument: &str,
    index: usize,
    lists: &mut Vec<(usize, Span, Vec<Node>)>,
) {
    for item in items {
        match (&item.name, &item.content) {
            (Name::Known(name), Content::Value(value)) if name == argument => {
                let node = resolver.node(value, name);
                push(lists, index, node);
            }
            (Name::Known(name), _) => resolver.note(NoteKind::NotCarried, name, item.span),
            _ => resolver.note(NoteKind::NotCarried, "", item.span),
        }
    }
}

enum Argument {
    Is(Node),
    Ports(Node, Node),
}

fn argument(resolver: &mut Resolver<'_>, value: &Expression<'_>, name: &str, kind: Kind) -> Argument {
    let span = value.span;
    let node = match kind {
        Kind::Json => resolver.json(value, name),
        // Blocks may be given as a list of objects.
        Kind::Block(rows) | Kind::Blocks(rows) => return Argument::Is(as_blocks(resolver, value, name, rows, kind)),
        _ => resolver.node(value, name),
    };
    let at = |value| Node { value, span };
    let text = |node: &Node| match &node.value {
        model::Value::Bool(value) => Some(value.to_string()),
        model::Value::Number(text) | model::Value::Text(text) => Some(text.clone()),
        _ => None,
    };
    let value = match (kind, &node.value) {
        // What the language converts by itself.
        (Kind::Text | Kind::Choice(_), model::Value::Number(_) | model::Value::Bool(_)) => {
            model::Value::Text(text(&node).unwrap_or_default())
        }
        (Kind::Whole(..), model::Value::Text(text)) if text.parse::<i64>().is_ok() => {
            model::Value::Number(text.clone())
        }
        (Kind::Bool, model::Value::Text(text)) if text == "true" || text == "false" => {
            model::Value::Bool(text == "true")
        }
        (Kind::Map, model::Value::Object(_)) => model::Value::List(
            node.counting_members()
                .map(|member| {
                    let value = Node {
                        value: match text(&member.node) {
                            Some(text) => model::Value::Text(text),
                            None => member.node.value.clone(),
                        },
                        span: member.node.span,
                    };
                    let name = Node {
                        span: member.name_span,
                        ..Node::text(member.name.as_str())
                    };
                    Node {
                        span: member.node.span,
                        ..Node::object([("name", name), ("value", value)])
                    }
                })
                .collect(),
        ),
        (Kind::Names, model::Value::List(items)) => model::Value::Object(
            items
                .iter()
                .map(|item| model::Member {
                    name: text(item).unwrap_or_default(),
                    name_span: item.span,
                    node: Node::empty_object(item.span),
                })
                .collect(),
        ),
        (Kind::PortRange(_), model::Value::Text(range)) => {
            let ports = range.split_once('-');
            let port = |text: &str| {
                text.trim()
                    .parse::<u32>()
                    .ok()
                    .map(|port| Node::number(port.into()).value)
            };
            if let Some((Some(first), Some(last))) = ports.map(|(first, last)| (port(first), port(last))) {
                return Argument::Ports(at(first), at(last));
            }
            return Argument::Is(node);
        }
        _ => return Argument::Is(node),
    };
    Argument::Is(at(value))
}

fn as_blocks(
    resolver: &mut Resolver<'_>,
    value: &Expression<'_>,
    name: &str,
    rows: &'static [Row],
    kind: Kind,
) -> Node {
    let one = |resolver: &mut Resolver<'_>, value: &Expression<'_>| match &value.value {
        Value::Object(items) => object(resolver, &mut items.iter(), rows, value.span),
        _ => resolver.node(value, name),
    };
    match (&value.value, kind) {
        (Value::List(items), Kind::Block(_)) if items.len() == 1 => match items.first() {
            Some(item) => one(resolver, item),
            None => resolver.node(value, name),
        },
        (Value::List(items), _) => {
            let items = items.iter().map(|item| one(resolver, item)).collect();
            Node {
                value: model::Value::List(items),
                span: value.span,
            }
        }
        _ => one(resolver, value),
    }
}
