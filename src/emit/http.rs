//! The request as a `.http` file, as editors send it.

use super::{Emitter, Output, Syntax, arm};
use crate::arm::PutPool;
use crate::words::words;

/// The request with its headers.
pub(super) static EMITTER: Emitter = Emitter {
    id: "http",
    title: words(".http file", "Fichier .http", "File .http"),
    file_name: "pool.http",
    syntax: Syntax::Http,
    emit,
};

fn emit(request: &PutPool) -> Output {
    let mut text = format!("PUT {}\n", request.url());
    for (name, value) in request.headers() {
        // The file's own variable: the token comes from the environment of the editor, never from the file.
        let value = if name == "Authorization" {
            "Bearer {{token}}"
        } else {
            value
        };
        text.push_str(&format!("{name}: {value}\n"));
    }
    text.push('\n');
    text.push_str(&request.body.to_pretty_json());
    text.push('\n');
    Output {
        text,
        left_out: arm::read_only_and_unknown(request),
    }
}
