//! Passwords and keys in a body: where they stand, and the variables that take their place in everything but the body.

use std::sync::LazyLock;

use super::LeftOut;
use crate::facts::contract::{self, Member, Shape};
use crate::model::{self, Node, Value, path};
use crate::words::{Arg, Message, Words, words};

/// A secret of the body. Its value is not here, so that it can't be printed by mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Secret {
    /// Its pointer into the plan.
    pub path: String,
    /// The variable that takes its place: `POOL_USER_0_PASSWORD`.
    pub variable: String,
    /// Whether its value is a text, and not other JSON.
    pub is_text: bool,
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

/// Whether the contract calls a member of this name secret, wherever it belongs.
pub(super) fn is_name(name: &str) -> bool {
    NAMES.iter().any(|secret| secret.eq_ignore_ascii_case(name))
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
            for model::Member { name, node: inner, .. } in node.counting_members() {
                let known = members.and_then(|known| known.iter().find(|k| k.name.eq_ignore_ascii_case(name)));
                let pointer = path::child(at, name);
                let secret = match (known, shape) {
                    (Some(known), _) => known.secret,
                    (None, Some(Shape::Map(_))) => false,
                    (None, _) => is_name(name),
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
                        is_text: inner.as_text().is_some(),
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

static IN_QUOTES: Words = words(
    "Never written here: give {0} its value, escaped as in a JSON text.",
    "Jamais écrit ici : donnez sa valeur à {0}, échappée comme dans un texte JSON.",
    "Mai scritto qui: assegnare il valore a {0}, con l’escape di un testo JSON.",
);
static WHOLE: Words = words(
    "Never written here: give {0} its value as JSON.",
    "Jamais écrit ici : donnez sa valeur en JSON à {0}.",
    "Mai scritto qui: assegnare a {0} il valore in formato JSON.",
);

/// A note for each secret that a request takes from a variable, called so.
pub(super) fn notes(secrets: &[Secret], name: fn(&Secret) -> String) -> Vec<LeftOut> {
    let note = |secret: &Secret| LeftOut {
        path: secret.path.clone(),
        why: Message::new(
            if secret.is_text { &IN_QUOTES } else { &WHOLE },
            [Arg::from(name(secret))],
        ),
    };
    secrets.iter().map(note).collect()
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
}
