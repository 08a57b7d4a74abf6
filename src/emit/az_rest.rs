//! The request as a script that sends it with `az rest`.

use super::curl::quoted;
use super::pieces::{self, Piece};
use super::secrets::{self, Secret};
use super::{Emitter, Output, Syntax, arm, script};
use crate::arm::PutPool;
use crate::model::{Cloud, Node};
use crate::words::words;

/// The script.
pub(super) static EMITTER: Emitter = Emitter {
    id: "azrest",
    title: words(
        "Azure CLI (az rest)",
        "Azure CLI (az rest)",
        "Interfaccia della riga di comando di Azure (az rest)",
    ),
    file_name: "create-pool-az-rest.sh",
    syntax: Syntax::Shell,
    emit,
};

const CREATE: &str = "
# Creates only: a pool of this name is never overwritten.
az rest --method put --url \"$url\" \\
  --headers 'If-None-Match=*' 'Content-Type=application/json' \\
  --body \"@$body\" --output none
rm -f \"$body\"

# The pool is there; its nodes are still being allocated.
state=
until [ \"$state\" = Steady ]; do
  if [ -n \"$state\" ]; then sleep 20; fi
  state=$(az rest --method get --url \"$url\" --query properties.allocationState --output tsv)
done
az rest --method get --url \"$url\" --output json \\
  --query 'properties.{dedicatedNodes: currentDedicatedNodes, spotNodes: currentLowPriorityNodes, resizeErrors: resizeOperationStatus.errors}'
";

fn emit(request: &PutPool) -> Output {
    let parts = script::address(request, |_| true);
    let secrets = secrets::find(&request.body);
    let mut text = head(request.cloud);
    text.push_str("url=");
    text.push_str(&script::spliced(&request.url(), &parts, quoted, variable, ""));
    text.push_str("\n\n");
    file(&mut text, &request.body, &secrets);
    text.push_str(CREATE);
    let mut left_out = script::unknown(&parts);
    left_out.extend(arm::read_only(request));
    left_out.extend(secrets::notes(&secrets, |secret| secret.variable.clone()));
    Output { text, left_out }
}

/// The first lines of a script for the Azure CLI: stops at the first failure, signs in to the cloud.
pub(super) fn head(cloud: Cloud) -> String {
    let mut text = String::from("#!/bin/sh\n# Needs the Azure CLI (az).\nset -eu\n\n");
    let other = match cloud {
        Cloud::Public => None,
        Cloud::China => Some("AzureChinaCloud"),
        Cloud::UsGovernment => Some("AzureUSGovernment"),
    };
    if let Some(name) = other {
        text.push_str("az cloud set --name ");
        text.push_str(name);
        text.push('\n');
    }
    text.push_str("az account show --output none 2> /dev/null || az login --output none\n");
    text
}

/// Lines that write a body into a file that nobody else can read, and that goes when the script ends.
pub(super) fn file(text: &mut String, body: &Node, secrets: &[Secret]) {
    text.push_str(
        "umask 077\nbody=$(mktemp)\ntrap 'rm -f \"$body\"' EXIT\ntrap 'exit 1' HUP INT TERM\nprintf '%s\\n' ",
    );
    for piece in pieces::pieces(body, secrets, pieces::visible_json_text) {
        match piece {
            Piece::Json(json) => text.push_str(&quoted(&json)),
            Piece::Secret(secret) => text.push_str(&variable(&secret.variable)),
        }
    }
    text.push_str(" > \"$body\"\n");
}

/// What the environment says; the script stops when it does not.
pub(super) fn variable(name: &str) -> String {
    format!("\"${{{name}:?}}\"")
}
