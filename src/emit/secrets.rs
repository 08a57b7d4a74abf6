//! Passwords and keys in a body: where they stand, and the variables that take their place in everything but the body.

use super::LeftOut;
use crate::facts::secrets;
use crate::model::{Node, path};
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

impl Secret {
    /// The variable as editors of `.http` files write them: `poolUser0Password`.
    pub fn camel(&self) -> String {
        let mut words = self.variable.split('_');
        let mut name = words.next().unwrap_or_default().to_ascii_lowercase();
        for word in words {
            // `1_1` and `11` are two places.
            let digits = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            if digits(name.chars().last()) && digits(word.chars().next()) {
                name.push('_');
            }
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
    secrets::of_body(body, &mut |path, node| {
        let variable = variable(&path, &found);
        found.push(Secret {
            path,
            variable,
            is_text: node.as_text().is_some(),
        });
    });
    found
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
    "Qui non viene mai scritto: assegnare il valore a {0}, con l’escape di un testo JSON.",
);
static WHOLE: Words = words(
    "Never written here: give {0} its value as JSON.",
    "Jamais écrit ici : donnez sa valeur en JSON à {0}.",
    "Qui non viene mai scritto: assegnare a {0} il valore in formato JSON.",
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
