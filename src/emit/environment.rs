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
pub(super) struct Part<'a> {
    /// What the plan says.
    pub value: Option<&'a str>,
    /// The variable that says it otherwise.
    pub variable: &'static str,
    path: &'static str,
}

/// The parts of the address: subscription, resource group, account, pool.
pub(super) fn address(request: &PutPool) -> [Part<'_>; 4] {
    [
        (&request.subscription, "AZURE_SUBSCRIPTION_ID", path::SUBSCRIPTION),
        (&request.resource_group, "AZURE_RESOURCE_GROUP", path::RESOURCE_GROUP),
        (&request.account, "AZURE_BATCH_ACCOUNT", path::ACCOUNT),
        (&request.pool_name, "POOL_NAME", path::POOL_NAME),
    ]
    .map(|(value, variable, path)| Part {
        value: value.as_deref(),
        variable,
        path,
    })
}

/// A note for each part and each secret that comes from the environment.
pub(super) fn notes(address: &[Part], secrets: &[Secret], left_out: &mut Vec<LeftOut>) {
    let parts = address.iter().filter(|part| part.value.is_none());
    let parts = parts.map(|part| (part.path, part.variable, &UNKNOWN));
    let secrets = secrets.iter().map(|secret| {
        let words = if secret.is_text { &FROM_ENVIRONMENT } else { &AS_JSON };
        (secret.path.as_str(), secret.variable.as_str(), words)
    });
    left_out.extend(parts.chain(secrets).map(|(path, variable, words)| LeftOut {
        path: path.to_owned(),
        why: Message::new(words, [Arg::from(variable)]),
    }));
}
