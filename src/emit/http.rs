//! The request as a `.http` file, as editors send it.

use super::pieces::{self, Piece};
use super::secrets::{self, Secret};
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
    let secrets = secrets::find(&request.body);
    for piece in pieces::pieces(&request.body, &secrets, json_text) {
        match piece {
            Piece::Json(json) => text.push_str(&json),
            Piece::Secret(secret) => text.push_str(&format!("{{{{{}}}}}", secret.camel())),
        }
    }
    text.push('\n');
    let mut left_out = arm::read_only_and_unknown(request);
    left_out.extend(secrets::notes(&secrets, Secret::camel));
    Output { text, left_out }
}

/// A JSON text in which an editor finds no variable of its own: two braces stand there as `\u007b`.
fn json_text(text: &str) -> String {
    let json = pieces::json_text(text);
    if json.contains("{{") {
        json.replace('{', "\\u007b")
    } else {
        json
    }
}
