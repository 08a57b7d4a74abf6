//! A request as articles and `.http` files show it: a line with method and address, headers, a body.

use super::arm::cloud_of;
use super::{Dialect, Note, NoteKind, Reading, put};
use crate::input::parse::parse_at;
use crate::model::{Node, Span, path};

/// Reads the text if its first line that is no comment is a request line.
pub(super) fn read(text: &str) -> Option<Reading> {
    let mut at = 0;
    let mut first = None;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        if !bare.is_empty() && !bare.starts_with('#') && !bare.starts_with("//") {
            first = Some((at + line.len() - line.trim_start().len(), bare, at + line.len()));
            break;
        }
        at += line.len();
    }
    let (start, line, rest) = first?;
    let (method, address) = line.split_once(' ')?;
    let address = address.trim();
    let known = ["PUT", "PATCH", "POST", "GET"].contains(&method);
    // Several requests are read elsewhere.
    if text
        .get(rest..)
        .is_some_and(|rest| rest.contains("\n###") || rest.starts_with("###"))
    {
        return None;
    }
    if !known || !(address.starts_with("https://") || address.starts_with("http://")) {
        return None;
    }
    let span = Span {
        start,
        end: start + line.len(),
    };
    let mut notes = vec![Note {
        kind: NoteKind::Moved(path::TARGET),
        name: method.to_owned(),
        span,
    }];
    let mut root = match body(text, rest) {
        Some((from, to)) => match parse_at(text.get(from..to).unwrap_or_default(), from) {
            Ok(node) => Node {
                span: node.span,
                ..Node::object([("pool", node)])
            },
            Err(trouble) => {
                return Some(Reading {
                    dialect: Dialect::HttpRequest,
                    root: Err(trouble),
                    notes: Vec::new(),
                });
            }
        },
        None => Node::empty_object(span),
    };
    for (pointer, value) in target_of(address) {
        put(
            &mut root,
            pointer,
            Node {
                span,
                ..Node::text(value)
            },
        );
    }
    notes.dedup();
    Some(Reading {
        dialect: Dialect::HttpRequest,
        root: Ok(root),
        notes,
    })
}

/// From the first line that opens an object to the end.
fn body(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    for line in text.get(from..)?.split_inclusive('\n') {
        if line.trim_start().starts_with('{') {
            return Some((at, text.len()));
        }
        at += line.len();
    }
    None
}

/// What the address of a pool says: cloud, subscription, resource group, account, pool, api-version.
pub(super) fn target_of(address: &str) -> Vec<(&'static str, &str)> {
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    let (route, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, route) = route.split_once('/').unwrap_or((route, ""));
    let mut found: Vec<(&'static str, &str)> = cloud_of(host).map(|cloud| (path::CLOUD, cloud)).into_iter().collect();
    let parts: Vec<&str> = route.split('/').collect();
    for pair in parts.windows(2) {
        let [keyword, value] = pair else { continue };
        let pointer = match keyword.to_ascii_lowercase().as_str() {
            "subscriptions" => path::SUBSCRIPTION,
            "resourcegroups" => path::RESOURCE_GROUP,
            "batchaccounts" => path::ACCOUNT,
            "pools" => path::POOL_NAME,
            _ => continue,
        };
        found.push((pointer, value));
    }
    let version = query.split('&').find_map(|part| part.strip_prefix("api-version="));
    found.extend(version.map(|version| (path::API_VERSION, version.split_whitespace().next().unwrap_or_default())));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_says_where_the_request_goes() {
        let text = "# make it\n PUT https://management.azure.com/subscriptions/{sub id}/resourceGroups/rg/providers/Microsoft.Batch/batchAccounts/acc/pools/p?api-version=2020-03-01 HTTP/1.1\nContent-Type: application/json\n\n {\n \"properties\": {}\n }\n";
        let reading = read(text).expect("a request");
        let root = reading.root.expect("readable");
        let at = |pointer| root.at(pointer).and_then(Node::as_text);
        assert_eq!(at(path::SUBSCRIPTION), Some("{sub id}"));
        assert_eq!(at(path::API_VERSION), Some("2020-03-01"));
        assert_eq!(at(path::CLOUD), Some("AzurePublic"));
        assert_eq!(at(path::POOL_NAME), Some("p"));
        assert!(root.at(path::PROPERTIES).is_some());
    }

    #[test]
    fn anything_else_is_left_alone() {
        assert!(read("{ \"a\": 1 }").is_none());
        assert!(read("PUT on your shoes").is_none());
        assert!(read("").is_none());
    }
}
