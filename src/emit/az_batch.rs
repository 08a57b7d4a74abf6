//! The pool as a script that makes it with `az batch pool create`, in the words of the Batch service itself.

use super::az_rest::{file, head, variable};
use super::curl::quoted;
use super::secrets::{self, Secret};
use super::{Emitter, LeftOut, Output, Syntax, arm, data_plane, script};
use crate::arm::PutPool;
use crate::facts::data_plane::{CLI, CLI_API_VERSION, NAME};
use crate::model::path;
use crate::words::{Arg, Message, Words, words};

/// The script.
pub(super) static EMITTER: Emitter = Emitter {
    id: "azbatch",
    title: words(
        "Azure CLI (az batch)",
        "Azure CLI (az batch)",
        "Interfaccia della riga di comando di Azure (az batch)",
    ),
    file_name: "create-pool-az-batch.sh",
    syntax: Syntax::Shell,
    emit,
};

static NEWER: Words = words(
    "{0} asks the Batch service in its api-version {1}, which does not know this yet: `az rest` can send it.",
    "{0} appelle le service Batch avec l’api-version {1}, qui ne le prend pas encore en charge : `az rest` peut l’envoyer.",
    "{0} usa l’api-version {1} del servizio Batch, che non lo conosce ancora: è possibile inviarlo con `az rest`.",
);

const CREATE: &str = "
# Creates only: when a pool of this name is there already, the service answers PoolExists.
az batch pool create --json-file \"$body\"
rm -f \"$body\"

# The pool is there; its nodes are still being allocated.
state=
until [ \"$state\" = steady ]; do
  if [ -n \"$state\" ]; then sleep 20; fi
  state=$(az batch pool show --pool-id \"$pool\" --query allocationState --output tsv)
done
az batch pool show --pool-id \"$pool\" --output json \\
  --query '{dedicatedNodes: currentDedicatedNodes, spotNodes: currentLowPriorityNodes, resizeErrors: resizeErrors}'
";

fn emit(request: &PutPool) -> Output {
    // No argument of a command can hold NUL.
    let parts = script::address(request, |value| !value.contains('\0'));
    let part = |index: usize| {
        let part = parts.get(index);
        match part.and_then(|part| part.value) {
            Some(value) => quoted(value),
            None => variable(part.map_or("", |part| part.variable)),
        }
    };
    let mut text = head(request.cloud);
    text.push_str("az account set --subscription ");
    text.push_str(&part(0));
    text.push_str("\naz batch account login --resource-group ");
    text.push_str(&part(1));
    text.push_str(" --name ");
    text.push_str(&part(2));
    text.push_str("\n\npool=");
    text.push_str(&part(3));
    text.push('\n');

    let body = data_plane::body(request);
    let notes = secrets::notes(&secrets::find(&request.body), |secret| secret.variable.clone());
    let carried = |note: &LeftOut| body.secrets.iter().any(|(from, _)| *from == note.path);
    let mut variables: Vec<Secret> = body.secrets.iter().map(|(_, secret)| secret.clone()).collect();
    if parts.last().is_some_and(|part| part.value.is_none()) {
        variables.push(Secret {
            path: path::child(path::POOL, NAME),
            variable: "POOL_NAME".to_owned(),
            is_text: true,
        });
    }
    file(&mut text, &body.node, &variables);
    text.push_str(CREATE);

    let mut left_out = script::unknown(&parts);
    left_out.extend(arm::read_only(request));
    left_out.extend(body.left_out);
    left_out.extend(body.newer.into_iter().map(|path| LeftOut {
        path,
        why: Message::new(&NEWER, [Arg::from(CLI), Arg::from(CLI_API_VERSION)]),
    }));
    left_out.extend(notes.into_iter().filter(carried));
    Output { text, left_out }
}
