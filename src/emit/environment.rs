//! What a program takes from the environment: the parts of the address that a plan does not say, and the secrets.

use super::LeftOut;
use super::csharp::UNKNOWN;
use super::secrets::Secret;
use crate::arm::PutPool;
use crate::model::path;
use crate::words::{Arg, Message, Words, words};

/// Of a secret.
static FROM_ENVIRONMENT: Words = words(
    "Never written here: set the environment variable {0}.",
    "Jamais écrit ici : définissez la variable d’environnement {0}.",
    "Qui non viene mai scritto: impostare la variabile di ambiente {0}.",
);
/// Of a secret that is no text.
static AS_JSON: Words = words(
    "Never written here: give the environment variable {0} its value as JSON.",
    "Jamais écrit ici : définissez la variable d’environnement {0} au format JSON.",
    "Qui non viene mai scritto: assegnare alla variabile di ambiente {0} il valore in formato JSON.",
);

/// A part of the address.
#[derive(Debug)]
pub(super) struct Part<'a> {
    /// What it is called, in braces in a route too.
    pub name: &'static str,
    /// What the plan says.
    pub value: Option<&'a str>,
    /// The variable that says it otherwise.
    pub variable: &'static str,
    /// Its pointer into the plan.
    pub path: &'static str,
}

impl Part<'_> {
    /// That it comes from the environment.
    pub(super) fn note(&self) -> LeftOut {
        LeftOut {
            path: self.path.to_owned(),
            why: Message::new(&UNKNOWN, [Arg::from(self.variable)]),
        }
    }
}

/// The parts of the address: subscription, resource group, account, pool.
pub(super) fn address(request: &PutPool) -> [Part<'_>; 4] {
    [
        (
            "subscriptionId",
            &request.subscription,
            "AZURE_SUBSCRIPTION_ID",
            path::SUBSCRIPTION,
        ),
        (
            "resourceGroupName",
            &request.resource_group,
            "AZURE_RESOURCE_GROUP",
            path::RESOURCE_GROUP,
        ),
        ("accountName", &request.account, "AZURE_BATCH_ACCOUNT", path::ACCOUNT),
        ("poolName", &request.pool_name, "POOL_NAME", path::POOL_NAME),
    ]
    .map(|(name, value, variable, path)| Part {
        name,
        value: value.as_deref(),
        variable,
        path,
    })
}

/// The lines that declare the parts of the address: `name` and `value` as their language writes them.
pub(super) fn declarations(
    request: &PutPool,
    left_out: &mut Vec<LeftOut>,
    line: fn(name: &str, value: &str) -> String,
    text: fn(&str) -> String,
    variable: fn(&str) -> String,
) -> String {
    let declare = |part: Part<'_>| {
        let value = part.value.map(text).unwrap_or_else(|| {
            left_out.push(part.note());
            variable(part.variable)
        });
        line(part.name, &value)
    };
    address(request).map(declare).concat()
}

/// A note for each part and each secret that comes from the environment.
pub(super) fn notes(address: &[Part], secrets: &[Secret], left_out: &mut Vec<LeftOut>) {
    left_out.extend(address.iter().filter(|part| part.value.is_none()).map(Part::note));
    left_out.extend(secrets.iter().map(|secret| {
        let words = if secret.is_text { &FROM_ENVIRONMENT } else { &AS_JSON };
        LeftOut {
            path: secret.path.clone(),
            why: Message::new(words, [Arg::from(secret.variable.as_str())]),
        }
    }));
}
