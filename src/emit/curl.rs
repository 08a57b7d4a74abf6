//! The request as a `curl` command for a POSIX shell.

use super::{Emitter, Output, Syntax, arm};
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
    text.push_str(&format!("  --data-binary {}\n", quoted(&request.body.to_pretty_json())));
    Output {
        text,
        left_out: arm::read_only_and_unknown(request),
    }
}

/// A word of a POSIX shell that stands for exactly this text.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
