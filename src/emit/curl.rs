//! The request as a `curl` command for a POSIX shell.

use super::pieces::{self, Piece};
use super::{Emitter, Output, Syntax, arm, secrets};
use crate::arm::PutPool;
use crate::words::words;

/// The command.
pub(super) static EMITTER: Emitter = Emitter {
    id: "curl",
    title: words("curl", "curl", "curl"),
    file_name: "create-pool.sh",
    syntax: Syntax::Shell,
    emit,
};

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
    for piece in pieces::pieces(&request.body, &secrets, pieces::json_text) {
        match piece {
            Piece::Json(json) => text.push_str(&quoted(&json)),
            Piece::Secret(secret) => text.push_str(&format!("\"${{{}:?}}\"", secret.variable)),
        }
    }
    text.push('\n');
    let mut left_out = arm::read_only_and_unknown(request);
    left_out.extend(secrets::notes(&secrets, |secret| secret.variable.clone()));
    Output { text, left_out }
}

/// A word of a POSIX shell that stands for exactly this text.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
