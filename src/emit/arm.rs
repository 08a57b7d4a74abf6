//! The body of the ARM request, alone.

use super::{Emitter, LeftOut, Output, Syntax};
use crate::arm::PutPool;
use crate::facts::secrets;
use crate::model::is_expression;
use crate::words::{Message, Words, words};

/// The body as JSON.
pub(super) static EMITTER: Emitter = Emitter {
    id: "arm",
    title: words("ARM request", "Requête ARM", "Richiesta ARM"),
    file_name: "pool.json",
    syntax: Syntax::Json,
    emit,
};

static READ_ONLY: Words = words(
    "Only the service sets it; a request cannot.",
    "Seul le service le définit ; une requête ne peut pas le faire.",
    "Lo imposta soltanto il servizio; una richiesta non può farlo.",
);
static UNKNOWN: Words = words(
    "The plan does not say it: fill in the braces.",
    "Le plan ne l’indique pas : renseignez les valeurs entre accolades.",
    "Il piano non lo indica: inserire i valori tra parentesi graffe.",
);
static HOLDS_SECRETS: Words = words(
    "The body holds secrets; keep it out of files others can read.",
    "Le corps contient des secrets ; ne le conservez pas dans des fichiers que d’autres peuvent lire.",
    "Il corpo contiene segreti; non conservarlo in file leggibili da altri.",
);
static TAKEN_OUT: Words = words(
    "The value of the secret is not here: put it in.",
    "La valeur du secret ne figure pas ici : indiquez-la.",
    "Il valore del segreto non è presente qui: inserirlo.",
);

fn emit(request: &PutPool) -> Output {
    let mut left_out = read_only(request);
    let mut holds = false;
    secrets::of_body(&request.body, &mut |path, node| {
        let why = match node.as_text() {
            // Said of every value that is not known.
            Some(text) if is_expression(text) => return,
            Some(text) if text.starts_with('<') && text.ends_with('>') => &TAKEN_OUT,
            _ if std::mem::replace(&mut holds, true) => return,
            _ => &HOLDS_SECRETS,
        };
        let why = Message::from(why);
        left_out.push(LeftOut { path, why });
    });
    Output {
        text: request.body.to_pretty_json() + "\n",
        left_out,
    }
}

/// What was taken out of the body because only the service sets it.
pub(super) fn read_only(request: &PutPool) -> Vec<LeftOut> {
    let note = |path: &String| LeftOut {
        path: path.clone(),
        why: Message::from(&READ_ONLY),
    };
    request.read_only.iter().map(note).collect()
}

/// That, and the parts of the address that the plan does not say.
pub(super) fn read_only_and_unknown(request: &PutPool) -> Vec<LeftOut> {
    let note = |path: &'static str| LeftOut {
        path: path.to_owned(),
        why: Message::from(&UNKNOWN),
    };
    let mut left_out: Vec<LeftOut> = request.unknown().into_iter().map(note).collect();
    left_out.extend(read_only(request));
    left_out
}
