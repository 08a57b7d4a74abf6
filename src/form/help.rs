//! What the contract says of a member, in few words: for the foot of the editor.

use crate::facts::contract::{Member, Shape};
use crate::model::ApiVersion;
use crate::words::{Arg, Message, Words, words};

static TEXT: Words = words("text", "texte", "testo");
static DATE_TIME: Words = words(
    "date and time (RFC 3339)",
    "date et heure (RFC 3339)",
    "data e ora (RFC 3339)",
);
static DURATION: Words = words("ISO 8601 duration", "durée ISO 8601", "durata ISO 8601");
static ADDRESS: Words = words("address (URI)", "adresse (URI)", "indirizzo (URI)");
static ARM_ID: Words = words("ARM resource id", "ID de ressource ARM", "ID risorsa ARM");
static WHOLE: Words = words("whole number", "nombre entier", "numero intero");
static TRUTH: Words = words("true or false", "true ou false", "true o false");
static ANY: Words = words("any JSON", "JSON quelconque", "JSON qualsiasi");
static OBJECT: Words = words("object", "objet", "oggetto");
static LIST: Words = words("list", "liste", "elenco");
static ONE_OF: Words = words("one of {0}", "l’une des valeurs {0}", "uno dei valori {0}");
static BETWEEN: Words = words("{0} to {1}", "de {0} à {1}", "da {0} a {1}");
static REQUIRED: Words = words("required", "obligatoire", "obbligatorio");
static READ_ONLY: Words = words("set by the service", "défini par le service", "impostato dal servizio");
static SECRET: Words = words("secret", "secret", "segreto");
static DEFAULT: Words = words("omitted = {0}", "omis = {0}", "omesso = {0}");
static SINCE: Words = words("since {0}", "depuis {0}", "dalla {0}");
static UNTIL: Words = words("until {0}", "jusqu’à {0}", "fino alla {0}");
static NOW: Words = words("now {0}", "désormais {0}", "ora {0}");

/// What the contract says of `member` for a plan of this api-version, one short phrase each.
pub fn help(member: &'static Member, version: ApiVersion) -> Vec<Message> {
    let one = |words: &'static Words, value: &str| Message::new(words, [Arg::from(value)]);
    let mut say: Vec<Message> = match member.shape {
        Shape::Choice(choices) => {
            let listed: Vec<_> = choices
                .iter()
                .filter(|choice| choice.life.covers(version))
                .map(|choice| choice.value)
                .collect();
            vec![one(&ONE_OF, &listed.join(" | "))]
        }
        other => vec![Message::from(shape_name(&other))],
    };
    if let Some((least, most)) = member.range {
        say.push(Message::new(&BETWEEN, [least.into(), most.into()]));
    }
    if member.required_in(version) {
        say.push(Message::from(&REQUIRED));
    }
    for (holds, words) in [(member.read_only, &READ_ONLY), (member.secret, &SECRET)] {
        if holds {
            say.push(Message::from(words));
        }
    }
    say.extend(member.default.map(|value| one(&DEFAULT, value)));
    if member.life.since.previous().is_some() {
        say.push(one(&SINCE, member.life.since.name()));
    }
    if member.life.until.next().is_some() {
        say.push(one(&UNTIL, member.life.until.name()));
    }
    say.extend(member.now.map(|name| one(&NOW, name)));
    say
}

/// What a shape is called.
fn shape_name(shape: &Shape) -> &'static Words {
    match shape {
        Shape::Text | Shape::Choice(_) => &TEXT,
        Shape::DateTime => &DATE_TIME,
        Shape::Duration => &DURATION,
        Shape::Uri => &ADDRESS,
        Shape::ArmId => &ARM_ID,
        Shape::Int32 => &WHOLE,
        Shape::Bool => &TRUTH,
        Shape::Any => &ANY,
        Shape::Object(_) | Shape::Map(_) => &OBJECT,
        Shape::List(_) => &LIST,
    }
}
