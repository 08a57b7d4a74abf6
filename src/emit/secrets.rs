//! Passwords and keys in a body: where they stand, and the variables that take their place in everything but the body.

use std::sync::LazyLock;

use super::LeftOut;
use crate::facts::contract::{self, Member, Shape};
use crate::model::{Node, Value, path};
use crate::words::{Arg, Message, Words};

/// A secret of the body. Its value is not here, so that it can't be printed by mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Secret {
    /// Its pointer into the plan.
    pub path: String,
    /// The variable that takes its place: `POOL_USER_0_PASSWORD`.
    pub variable: String,
}

/// Parts of a pointer that stay in the name of a variable, and how. All others but positions and the last are left out.
const PARTS: [(&str, &str); 6] = [
    ("userAccounts", "USER"),
    ("containerRegistries", "REGISTRY"),
    ("registry", "REGISTRY"),
    ("extensions", "EXTENSION"),
    ("mountConfiguration", "MOUNT"),
    ("startTask", "START_TASK"),
];

/// The names of all members that the contract calls secret, wherever they belong.
static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut names = Vec::new();
    collect(contract::POOL, &mut names);
    names
});

fn collect(members: &'static [Member], names: &mut Vec<&'static str>) {
    for member in members {
        if member.secret && !names.contains(&member.name) {
            names.push(member.name);
        }
        if let Shape::Object(inner) | Shape::List(Shape::Object(inner)) | Shape::Map(Shape::Object(inner)) =
            &member.shape
        {
            collect(inner, names);
        }
    }
}

impl Secret {
    /// The variable as editors of `.http` files write them: `poolUser0Password`.
    pub fn camel(&self) -> String {
        let mut words = self.variable.split('_');
        let mut name = words.next().unwrap_or_default().to_ascii_lowercase();
        for word in words {
            let mut letters = word.chars();
            name.extend(letters.next());
            name.push_str(&letters.as_str().to_ascii_lowercase());
        }
        name
    }
}

/// Every secret of a body, in its order. A secret in another letter case, or where it does not belong, is one as well.
pub(super) fn find(body: &Node) -> Vec<Secret> {
    let mut found = Vec::new();
    below(body, Some(contract::POOL), None, path::POOL, &mut found);
    found
}

/// `members` are those an object may have here; `shape` is what a value looks like that is no object.
fn below(node: &Node, members: Option<&'static [Member]>, shape: Option<&Shape>, at: &str, found: &mut Vec<Secret>) {
    match &node.value {
        Value::List(items) => {
            let shape = if let Some(Shape::List(item)) = shape {
                Some(*item)
            } else {
                None
            };
            for (index, item) in items.iter().enumerate() {
                below(item, members_of(shape), shape, &path::item(at, index), found);
            }
        }
        Value::Object(_) => {
            for (name, inner) in members_in_force(node) {
                let known = members.and_then(|known| known.iter().find(|k| k.name.eq_ignore_ascii_case(name)));
                let pointer = path::child(at, name);
                let secret = match (known, shape) {
                    (Some(known), _) => known.secret,
                    (None, Some(Shape::Map(_))) => false,
                    (None, _) => NAMES.iter().any(|secret| secret.eq_ignore_ascii_case(name)),
                };
                let shape = match (known, shape) {
                    (Some(known), _) => Some(&known.shape),
                    (None, Some(Shape::Map(item))) => Some(*item),
                    (None, _) => None,
                };
                if secret && inner.value != Value::Null {
                    let variable = variable(&pointer, found);
                    found.push(Secret {
                        path: pointer,
                        variable,
                    });
                } else if !matches!(shape, Some(Shape::Any)) {
                    below(inner, members_of(shape), shape, &pointer, found);
                }
            }
        }
        _ => {}
    }
}

fn members_of(shape: Option<&Shape>) -> Option<&'static [Member]> {
    if let Some(Shape::Object(members)) = shape {
        Some(members)
    } else {
        None
    }
}

fn variable(pointer: &str, found: &[Secret]) -> String {
    let below_pool = pointer.strip_prefix(path::POOL).unwrap_or(pointer);
    let mut name = String::from("POOL");
    let mut parts = below_pool.split('/').skip(1).peekable();
    while let Some(part) = parts.next() {
        let kept = PARTS.iter().find(|(member, _)| *member == part).map(|(_, kept)| *kept);
        if parts.peek().is_none() {
            name.push('_');
            snake(&path::unescape(part), &mut name);
        } else if let Some(kept) = kept {
            name.push('_');
            name.push_str(kept);
        } else if part.bytes().all(|byte| byte.is_ascii_digit()) {
            name.push('_');
            name.push_str(part);
        }
    }
    let taken = |name: &str| found.iter().any(|secret| secret.variable == name);
    let numbered = |count: usize| format!("{name}_{count}");
    if !taken(&name) {
        return name;
    }
    (2..).map(numbered).find(|name| !taken(name)).unwrap_or_default()
}

/// `sshPrivateKey` as `SSH_PRIVATE_KEY`.
fn snake(text: &str, into: &mut String) {
    let mut after_small = false;
    for letter in text.chars().filter(char::is_ascii_alphanumeric) {
        if letter.is_ascii_uppercase() && after_small {
            into.push('_');
        }
        after_small = !letter.is_ascii_uppercase();
        into.push(letter.to_ascii_uppercase());
    }
}

/// A note for each secret, naming its variable with `why`.
pub(super) fn notes(secrets: &[Secret], why: &'static Words, name: fn(&Secret) -> String) -> Vec<LeftOut> {
    let note = |secret: &Secret| LeftOut {
        path: secret.path.clone(),
        why: Message::new(why, [Arg::from(name(secret))]),
    };
    secrets.iter().map(note).collect()
}

/// The members of an object that count: of duplicates the last, as JSON readers do.
pub(super) fn members_in_force(node: &Node) -> impl Iterator<Item = (&str, &Node)> {
    let members = node.members();
    members.iter().enumerate().filter_map(move |(index, member)| {
        let later = members.get(index + 1..).unwrap_or_default();
        let shadowed = later.iter().any(|other| other.name == member.name);
        (!shadowed).then_some((member.name.as_str(), &member.node))
    })
}

/// A piece of a body with its secrets taken out.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece<'a> {
    /// JSON.
    Json(String),
    /// A variable, inside the quotes of a JSON text if the secret is one.
    Secret(&'a Secret),
}

/// The body as strict JSON over several lines, like [`Node::to_pretty_json`], but for its secrets. `text` writes a JSON
/// text with its quotes.
pub(super) fn pieces<'a>(body: &Node, secrets: &'a [Secret], text: fn(&str) -> String) -> Vec<Piece<'a>> {
    let mut printer = Printer {
        secrets,
        text,
        json: String::new(),
        pieces: Vec::new(),
    };
    printer.value(body, path::POOL, 0);
    printer.flush();
    printer.pieces
}

/// A JSON text with its quotes.
pub(super) fn json_text(text: &str) -> String {
    Node::text(text).to_json()
}

struct Printer<'a> {
    secrets: &'a [Secret],
    text: fn(&str) -> String,
    json: String,
    pieces: Vec<Piece<'a>>,
}

impl Printer<'_> {
    fn flush(&mut self) {
        if !self.json.is_empty() {
            self.pieces.push(Piece::Json(std::mem::take(&mut self.json)));
        }
    }

    fn line(&mut self, depth: usize) {
        self.json.push('\n');
        self.json.push_str(&"  ".repeat(depth));
    }

    fn value(&mut self, node: &Node, at: &str, depth: usize) {
        if let Some(secret) = self.secrets.iter().find(|secret| secret.path == at) {
            let quote = if node.as_text().is_some() { "\"" } else { "" };
            self.json.push_str(quote);
            self.flush();
            self.pieces.push(Piece::Secret(secret));
            self.json.push_str(quote);
            return;
        }
        match &node.value {
            Value::Text(text) => self.json.push_str(&(self.text)(text)),
            Value::List(items) if !items.is_empty() => {
                self.json.push('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        self.json.push(',');
                    }
                    self.line(depth + 1);
                    self.value(item, &path::item(at, index), depth + 1);
                }
                self.line(depth);
                self.json.push(']');
            }
            Value::Object(members) if !members.is_empty() => {
                self.json.push('{');
                for (index, (name, inner)) in members_in_force(node).enumerate() {
                    if index > 0 {
                        self.json.push(',');
                    }
                    self.line(depth + 1);
                    self.json.push_str(&(self.text)(name));
                    self.json.push_str(": ");
                    self.value(inner, &path::child(at, name), depth + 1);
                }
                self.line(depth);
                self.json.push('}');
            }
            _ => self.json.push_str(&node.to_json()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::parse;

    fn body(text: &str) -> Node {
        parse(text).expect("JSON")
    }

    #[test]
    fn secrets_are_found_by_the_contract_and_have_stable_names() {
        let body = body(
            r#"{"properties": {
                "userAccounts": [{"name": "a", "password": "x", "linuxUserConfiguration": {"sshPrivateKey": "k"}}],
                "startTask": {"containerSettings": {"registry": {"password": "y"}}},
                "mountConfiguration": [{"azureBlobFileSystemConfiguration": {"accountKey": "z", "SasKey": "s"},
                                        "azureFileShareConfiguration": {"accountKey": "t"}}],
                "deploymentConfiguration": {"virtualMachineConfiguration": {
                    "extensions": [{"settings": {"password": "public"}, "protectedSettings": {"a": 1}}],
                    "containerConfiguration": {"containerRegistries": [{}, {"password": "r"}]}}},
                "metadata": [{"name": "password", "value": "plain"}],
                "resourceTags": {"password": "plain"},
                "elsewhere": [{"Password": "wild"}]
            }, "tags": {"password": "plain"}}"#,
        );
        let secrets = find(&body);
        let names: Vec<&str> = secrets.iter().map(|secret| secret.variable.as_str()).collect();
        assert_eq!(
            names,
            [
                "POOL_USER_0_PASSWORD",
                "POOL_USER_0_SSH_PRIVATE_KEY",
                "POOL_START_TASK_REGISTRY_PASSWORD",
                "POOL_MOUNT_0_ACCOUNT_KEY",
                "POOL_MOUNT_0_SAS_KEY",
                "POOL_MOUNT_0_ACCOUNT_KEY_2",
                "POOL_EXTENSION_0_PROTECTED_SETTINGS",
                "POOL_REGISTRY_1_PASSWORD",
                "POOL_0_PASSWORD",
            ]
        );
        assert_eq!(
            secrets.get(1).map(Secret::camel).as_deref(),
            Some("poolUser0SshPrivateKey")
        );
    }

    #[test]
    fn without_secrets_the_pieces_are_the_body() {
        let body = body(r#"{"a": [1, {}, [], {"b": "x\ny"}], "c": null, "a": [true, 1.50]}"#);
        assert_eq!(pieces(&body, &[], json_text), [Piece::Json(body.to_pretty_json())]);
    }

    #[test]
    fn a_text_keeps_its_quotes_around_the_variable() {
        let body = body(r#"{"properties": {"userAccounts": [{"password": "x"}]}}"#);
        let secrets = find(&body);
        let pieces = pieces(&body, &secrets, json_text);
        assert!(
            matches!(pieces.as_slice(), [Piece::Json(before), Piece::Secret(_), Piece::Json(after)]
            if before.ends_with("\"password\": \"") && after.starts_with("\"\n"))
        );
    }
}
