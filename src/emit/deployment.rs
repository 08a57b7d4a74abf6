//! What an ARM template and a Bicep file share: which values become parameters, what neither can carry, how to deploy.

use super::secrets::{self, Secret};
use super::{LeftOut, arm, curl, unseen};
use crate::arm::PutPool;
use crate::model::{Cloud, Decimal, Node, Value, path};
use crate::words::{Arg, Message, Words, words};

/// The resource type of a pool.
pub(super) const POOL_TYPE: &str = "Microsoft.Batch/batchAccounts/pools";

/// A pool as a deployment creates it.
pub(super) struct Deployment {
    /// The body without what can't be carried.
    pub body: Node,
    /// What is given when it is deployed.
    pub parameters: Vec<Parameter>,
    /// How to deploy it: commands and what to know, one a line. Without line breaks or characters that can't be seen.
    pub steps: Vec<String>,
    /// What is not carried.
    pub left_out: Vec<LeftOut>,
}

/// A value that is given when the pool is deployed.
pub(super) struct Parameter {
    /// Its name: `poolName`.
    pub name: String,
    /// What it is, for the person who deploys.
    pub about: String,
    /// The pointer into the plan of the value whose place it takes.
    pub path: String,
    /// What kind of value it is.
    pub kind: Kind,
    /// The value of the plan: a text or a whole number.
    pub default: Option<Node>,
}

/// What kind of value a parameter is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text.
    Text,
    /// A whole number.
    Whole,
    /// A secret text.
    Secret,
    /// A secret object.
    SecretObject,
    /// Another secret value, as a text of JSON.
    SecretJson,
}

/// The values that vary from one deployment to the next.
const VARYING: [(&str, &str, Kind, &str); 6] = [
    (
        "accountName",
        path::ACCOUNT,
        Kind::Text,
        "The Batch account, which exists already.",
    ),
    ("poolName", path::POOL_NAME, Kind::Text, "The name of the pool."),
    ("vmSize", path::VM_SIZE, Kind::Text, "The size of the nodes."),
    (
        "targetDedicatedNodes",
        path::DEDICATED,
        Kind::Whole,
        "How many dedicated nodes.",
    ),
    (
        "targetLowPriorityNodes",
        path::SPOT,
        Kind::Whole,
        "How many Spot nodes.",
    ),
    ("autoScaleFormula", path::FORMULA, Kind::Text, "The autoscale formula."),
];

/// Members of a resource that a template keeps for itself.
const RESERVED: [&str; 11] = [
    "name",
    "type",
    "apiVersion",
    "id",
    "parent",
    "scope",
    "dependsOn",
    "condition",
    "copy",
    "comments",
    "resources",
];

static UNKNOWN: Words = words(
    "The plan does not say it: give the parameter {0} its value.",
    "Le plan ne l’indique pas : renseignez le paramètre {0}.",
    "Il piano non lo indica: assegnare il valore al parametro {0}.",
);
static UNKNOWN_TO_CLI: Words = words(
    "The plan does not say it: give it to {0}.",
    "Le plan ne l’indique pas : transmettez-le à {0}.",
    "Il piano non lo indica: passarlo a {0}.",
);
static SECRET: Words = words(
    "Never written here: give the secure parameter {0} its value.",
    "Jamais écrit ici : renseignez le paramètre sécurisé {0}.",
    "Qui non viene mai scritto: assegnare il valore al parametro protetto {0}.",
);
static SECRET_JSON: Words = words(
    "Never written here: give the secure parameter {0} its value as JSON.",
    "Jamais écrit ici : renseignez le paramètre sécurisé {0} au format JSON.",
    "Qui non viene mai scritto: assegnare al parametro protetto {0} il valore in formato JSON.",
);
static UPDATES: Words = words(
    "A deployment cannot create only: it updates a pool of this name if there is one. It ends before the nodes are there.",
    "Un déploiement ne peut pas se limiter à la création : si un pool de ce nom existe, il est mis à jour. Le déploiement se termine avant que les nœuds soient prêts.",
    "Una distribuzione non può limitarsi a creare: se esiste già un pool con questo nome, lo aggiorna. Termina prima che i nodi siano stati allocati.",
);
static TOO_PRECISE: Words = words(
    "A deployment would round this number.",
    "Un déploiement arrondirait ce nombre.",
    "Una distribuzione arrotonderebbe questo numero.",
);
static TAKEN: Words = words(
    "Templates give this name a meaning of their own.",
    "Dans les modèles, ce nom a une signification particulière.",
    "Nei modelli questo nome ha un significato particolare.",
);

impl Deployment {
    /// Of a request, as a file of this name.
    pub fn of(request: &PutPool, file_name: &str) -> Deployment {
        let mut left_out = vec![LeftOut {
            path: path::POOL_NAME.to_owned(),
            why: Message::from(&UPDATES),
        }];
        for (value, pointer) in [
            (&request.subscription, path::SUBSCRIPTION),
            (&request.resource_group, path::RESOURCE_GROUP),
        ] {
            if argument(value).is_none() {
                left_out.push(LeftOut {
                    path: pointer.to_owned(),
                    why: Message::new(&UNKNOWN_TO_CLI, [Arg::from("az deployment group create")]),
                });
            }
        }
        left_out.extend(arm::read_only(request));
        let mut body = request.body.clone();
        if let Value::Object(members) = &mut body.value {
            members.retain(|member| {
                let taken = RESERVED.iter().any(|name| name.eq_ignore_ascii_case(&member.name));
                if taken {
                    left_out.push(LeftOut {
                        path: path::child(path::POOL, &member.name),
                        why: Message::from(&TAKEN),
                    });
                }
                !taken
            });
        }
        let _ = take_unwritable(&mut body, path::POOL, &mut left_out);
        let parameters = parameters(request, &body, &mut left_out);
        Deployment {
            steps: steps(request, file_name),
            body,
            parameters,
            left_out,
        }
    }

    /// The parameter that takes the place of the value at a pointer.
    pub fn parameter_at(&self, pointer: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.path == pointer)
    }
}

fn parameters(request: &PutPool, body: &Node, left_out: &mut Vec<LeftOut>) -> Vec<Parameter> {
    let mut parameters = Vec::new();
    for (name, pointer, kind, about) in VARYING {
        let address = match pointer {
            path::ACCOUNT => Some(&request.account),
            path::POOL_NAME => Some(&request.pool_name),
            _ => None,
        };
        let default = match (address, kind) {
            (Some(value), _) => value.as_ref().map(Node::text),
            (None, Kind::Whole) => below_pool(body, pointer).and_then(Node::as_whole).map(Node::number),
            (None, _) => below_pool(body, pointer).and_then(Node::as_text).map(Node::text),
        };
        if address.is_none() && default.is_none() {
            continue;
        }
        if default.is_none() {
            left_out.push(LeftOut {
                path: pointer.to_owned(),
                why: Message::new(&UNKNOWN, [Arg::from(name)]),
            });
        }
        parameters.push(Parameter {
            name: name.to_owned(),
            about: about.to_owned(),
            path: pointer.to_owned(),
            kind,
            default,
        });
    }
    for secret in secrets::find(body) {
        let name = secret.camel();
        let is_object = below_pool(body, &secret.path).is_some_and(|node| matches!(node.value, Value::Object(_)));
        let kind = match is_object {
            true => Kind::SecretObject,
            false if secret.is_text => Kind::Secret,
            false => Kind::SecretJson,
        };
        let words = if kind == Kind::SecretJson {
            &SECRET_JSON
        } else {
            &SECRET
        };
        left_out.push(LeftOut {
            path: secret.path.clone(),
            why: Message::new(words, [Arg::from(name.clone())]),
        });
        parameters.push(Parameter {
            name,
            about: about_secret(&secret, kind),
            path: secret.path,
            kind,
            default: None,
        });
    }
    parameters
}

fn about_secret(secret: &Secret, kind: Kind) -> String {
    let inner = secret.path.strip_prefix(path::POOL).unwrap_or_default();
    let place = inner.strip_prefix("/properties/").unwrap_or(inner);
    let json = if kind == Kind::SecretJson { ", as JSON" } else { "" };
    ["The secret at ", place, json, "."].concat()
}

fn below_pool<'a>(body: &'a Node, pointer: &str) -> Option<&'a Node> {
    body.at(pointer.strip_prefix(path::POOL)?)
}

/// Takes out what no template can say, and notes it. A list goes as a whole; what can't stay itself is returned as a reason.
fn take_unwritable(node: &mut Node, at: &str, left_out: &mut Vec<LeftOut>) -> Result<(), &'static Words> {
    // Of duplicates only the last counts: without it another one would.
    if node.counting_members().count() != node.members().len() {
        node.value = Value::Object(node.counting_members().cloned().collect());
    }
    match &mut node.value {
        Value::Number(text) => match Decimal::parse(text) {
            Some(number) if number.whole().is_some() || number.is_kept_by_a_double() => {}
            _ => return Err(&TOO_PRECISE),
        },
        Value::List(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                take_unwritable(item, &path::item(at, index), left_out)?;
            }
        }
        Value::Object(members) => members.retain_mut(|member| {
            let pointer = path::child(at, &member.name);
            // A list called so is a loop in a template.
            let is_loop = member.name.eq_ignore_ascii_case("copy") && matches!(member.node.value, Value::List(_));
            let kept = if is_loop {
                Err(&TAKEN)
            } else {
                take_unwritable(&mut member.node, &pointer, left_out)
            };
            if let Err(why) = kept {
                left_out.push(LeftOut {
                    path: pointer,
                    why: Message::from(why),
                });
            }
            kept.is_ok()
        }),
        _ => {}
    }
    Ok(())
}

/// A part of the address as a word of a command, if it is known and can be shown.
fn argument(value: &Option<String>) -> Option<String> {
    let value = value.as_ref()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if value.is_empty() || value.chars().any(|c| c.is_control() || unseen(c)) {
        return None;
    }
    Some(if value.chars().all(plain) {
        value.clone()
    } else {
        curl::quoted(value)
    })
}

fn steps(request: &PutPool, file_name: &str) -> Vec<String> {
    let cloud = match request.cloud {
        Cloud::Public => None,
        Cloud::China => Some("AzureChinaCloud"),
        Cloud::UsGovernment => Some("AzureUSGovernment"),
    };
    let mut steps = Vec::new();
    steps.extend(cloud.map(|cloud| format!("az cloud set --name {cloud}")));
    steps.push("az login".to_owned());
    let part = |value: &Option<String>, placeholder: &str| argument(value).unwrap_or_else(|| placeholder.to_owned());
    steps.push(format!(
        "az deployment group create --subscription {} --resource-group {} --template-file {file_name}",
        part(&request.subscription, "'<subscription>'"),
        part(&request.resource_group, "'<resource-group>'"),
    ));
    let version = request.api_version;
    steps.extend([
        "It asks for every parameter without a default. It updates a pool of this name if there is one.".to_owned(),
        "It does not wait for the nodes. With its output poolId, wait until the pool is steady and read the errors of the resize:".to_owned(),
        format!(
            "az resource wait --ids '<poolId>' --api-version {version} --custom \"properties.allocationState=='Steady'\""
        ),
        format!(
            "az resource show --ids '<poolId>' --api-version {version} --query properties.resizeOperationStatus.errors"
        ),
    ]);
    steps
}
