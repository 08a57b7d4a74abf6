//! The plan of a bundle: the text as it was written where nothing in it is secret, else written anew without what is.

use crate::analysis::Analysis;
use crate::input::{Dialect, parse};
use crate::link::{Contents, LeftOut, is_secret_name, without_tokens};
use crate::model::{Node, Value, path};
use crate::rules::document::is_a_plan;

/// A plan that may travel.
pub(super) struct Traveller {
    pub(super) text: String,
    /// Whether it is the text as it was written.
    pub(super) as_it_is: bool,
    /// Its secrets and tokens, which it does not hold.
    pub(super) taken_out: Vec<LeftOut>,
}

/// The plan of a text; `None` when it is none.
pub(super) fn of(text: &str, analysis: &Analysis) -> Option<Traveller> {
    let root = analysis.root.as_ref();
    let root = root.filter(|root| is_a_plan(root, &analysis.notes))?;
    let contents = Contents::of_plan(root, true)?;
    let as_it_is = analysis.dialect == Dialect::Plan && contents.left_out.is_empty() && is_harmless(text, root);
    let text = match as_it_is {
        true => text.to_owned(),
        false => parse(&contents.json).ok()?.to_pretty_json() + "\n",
    };
    let told = |left: LeftOut| LeftOut {
        path: harmless_pointer(&left.path),
        what: left.what,
    };
    Some(Traveller {
        text,
        as_it_is,
        taken_out: contents.left_out.into_iter().map(told).collect(),
    })
}

/// A pointer as the plan of the bundle has it: the names of members may hold tokens, too.
fn harmless_pointer(pointer: &str) -> String {
    pointer.split('/').skip(1).fold(String::new(), |at, part| {
        let name = path::unescape(part);
        path::child(&at, without_tokens(&name).as_deref().unwrap_or(&name))
    })
}

/// Whether a text says nothing beside its plan that could be secret: in its comments, and in members that are written twice,
/// of which only the last counts.
fn is_harmless(text: &str, root: &Node) -> bool {
    let is_it = parse(text).is_ok_and(|own| own.same_json(root) && !has_doubles(&own));
    is_it && without_tokens(text).is_none() && !comments(text).iter().any(|comment| tells_secret(comment))
}

fn has_doubles(node: &Node) -> bool {
    match &node.value {
        Value::List(items) => items.iter().any(has_doubles),
        Value::Object(members) => {
            node.counting_members().count() < members.len() || members.iter().any(|member| has_doubles(&member.node))
        }
        _ => false,
    }
}

/// Whether a comment looks like `password: …`.
fn tells_secret(comment: &str) -> bool {
    let is_secret = |word: &str| is_secret_name(word) || crate::facts::secrets::is_secret_name(word);
    let words = comment.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
    comment.contains([':', '=', ',']) && words.into_iter().any(is_secret)
}

/// The comments of a text in JSON. One that goes on in the next line is one.
fn comments(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['"', '/']) {
        rest = rest.get(at..).unwrap_or_default();
        let end = if rest.starts_with("//") {
            rest.find(['\n', '\r']).unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with('"') {
            rest = after_text(rest);
            continue;
        } else {
            1
        };
        let (comment, after) = rest.split_at(end);
        found.push(comment);
        rest = after;
    }
    found
}

/// What stands behind a text in quotes.
fn after_text(quoted: &str) -> &str {
    let mut escaped = false;
    for (at, byte) in quoted.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return quoted.get(at + 1..).unwrap_or_default(),
            _ => {}
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_told_from_texts() {
        let text = "// a\n{ \"b // c\": \"d\\\" /* e */\", /* f\n: */ \"g\": 1 } / // h";
        assert_eq!(comments(text), ["// a", "/* f\n: */", "/", "// h"]);
    }

    #[test]
    fn a_text_with_something_to_hide_is_not_harmless() {
        let harmless = |text: &str| is_harmless(text, &parse(text).expect("JSON"));
        for text in [
            "{}",
            "{ /* the password is in the vault */ \"a\": 1 }",
            "{ // note: how the pool is named\n \"a\": \"https://host/a\" }",
        ] {
            assert!(harmless(text), "{text}");
        }
        for text in [
            "{ // \"password\": \"x\"\n }",
            "{ /* sasKey = x */ }",
            "{ // { \"name\": \"DB_PASSWORD\", \"value\": \"x\" }\n }",
            "{ // https://host/c?sig=abc\n }",
            "{ \"password\": \"x\", \"password\": \"\" }",
            "{ \"a\": [{ \"b\": \"x\", \"b\": 1 }] }",
        ] {
            assert!(!harmless(text), "{text}");
        }
    }
}
