//! The request as a `curl` command for a POSIX shell.

use super::secrets::{self, Piece};
use super::{Emitter, Output, Syntax, arm};
use crate::arm::PutPool;
use crate::words::{Words, words};

/// The command.
pub(super) static EMITTER: Emitter = Emitter {
    id: "curl",
    title: words("curl", "curl", "curl"),
    file_name: "create-pool.sh",
    syntax: Syntax::Shell,
    emit,
};

/// What stands for a secret in a request, here and in the `.http` file.
pub(super) static TAKEN_FROM_VARIABLE: Words = words(
    "Never written here: give {0} its value, escaped as in a JSON text.",
    "Jamais écrit ici : donnez sa valeur à {0}, échappée comme dans un texte JSON.",
    "Mai scritto qui: assegnare il valore a {0}, con l’escape di un testo JSON.",
);

fn emit(request: &PutPool) -> Output {
    let mut text = String::from("#!/bin/sh\n# TOKEN: az account get-access-token --query accessToken --output tsv");
    text.push_str(&format!(" --resource {}/\n", request.host()));
    text.push_str("curl --request PUT --fail-with-body \\\n");
    text.push_str(&format!("  {} \\\n", quoted(&request.url())));
    for (name, value) in request.headers() {
        if name == "Authorization" {
            text.push_str("  --header \"Authorization: Bearer ${TOKEN:?}\" \\\n");
        } else {
            text.push_str(&format!("  --header {} \\\n", quoted(&format!("{name}: {value}"))));
        }
    }
    let secrets = secrets::find(&request.body);
    text.push_str("  --data-binary ");
    for piece in secrets::pieces(&request.body, &secrets, secrets::json_text) {
        match piece {
            Piece::Json(json) => text.push_str(&quoted(&json)),
            Piece::Secret(secret) => text.push_str(&format!("\"${{{}:?}}\"", secret.variable)),
        }
    }
    text.push('\n');
    let mut left_out = arm::read_only_and_unknown(request);
    left_out.extend(secrets::notes(&secrets, &TAKEN_FROM_VARIABLE, |secret| {
        secret.variable.clone()
    }));
    Output { text, left_out }
}

/// A word of a POSIX shell that stands for exactly this text.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
