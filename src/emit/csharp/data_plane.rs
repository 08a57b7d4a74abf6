//! What the two libraries of the Batch service itself share: the account's endpoint and the sign-in.

use super::super::LeftOut;
use super::expression::Expression;
use super::walk::Made;
use super::{credential, declared, variable};
use crate::arm::PutPool;
use crate::model::{Cloud, path};
use crate::words::{Arg, Message, Words, words};

static ENDPOINT: Words = words(
    "The account tells its endpoint in this cloud: set the environment variable {0}.",
    "Dans ce cloud, c’est le compte qui indique son point de terminaison : définissez la variable d’environnement {0}.",
    "In questo cloud l’endpoint è indicato dall’account: impostare la variabile di ambiente {0}.",
);

/// What tokens of the Batch service are asked for.
pub(super) fn resource(cloud: Cloud) -> &'static str {
    match cloud {
        Cloud::Public => "https://batch.core.windows.net/",
        Cloud::China => "https://batch.chinacloudapi.cn/",
        Cloud::UsGovernment => "https://batch.core.usgovcloudapi.net/",
    }
}

/// ARM takes silence for a fixed scale without nodes; the service itself wants one of formula, dedicated and Spot nodes.
pub(super) fn scale(made: &mut Made, [formula, dedicated, spot]: [&'static str; 3]) {
    let said = |(name, _): &(&str, Expression)| [formula, dedicated, spot].contains(name);
    if !made.0.iter().any(said) {
        made.0.push((dedicated, Expression::Plain("0".to_owned())));
    }
}

/// The lines that declare `poolId`, `accountUrl` and `credential`.
pub(super) fn address(request: &PutPool, left_out: &mut Vec<LeftOut>) -> String {
    let mut text = String::new();
    let endpoint = if request.cloud == Cloud::Public {
        for (name, value, environment, path) in [
            ("accountName", &request.account, "AZURE_BATCH_ACCOUNT", path::ACCOUNT),
            ("region", &request.region, "AZURE_REGION", path::REGION),
        ] {
            text.push_str(&declared(name, value.as_ref(), environment, path, left_out));
        }
        "$\"https://{accountName}.{region}.batch.azure.com\"".to_owned()
    } else {
        left_out.push(LeftOut {
            path: path::ACCOUNT.to_owned(),
            why: Message::new(&ENDPOINT, [Arg::from("AZURE_BATCH_ENDPOINT")]),
        });
        variable("AZURE_BATCH_ENDPOINT")
    };
    let pool = request.pool_name.as_ref();
    text.push_str(&declared("poolId", pool, "POOL_NAME", path::POOL_NAME, left_out));
    text.push_str("string accountUrl = ");
    text.push_str(&endpoint);
    text.push_str(";\n\n");
    text.push_str(&credential(request.cloud));
    text
}
