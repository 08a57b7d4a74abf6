//! AB0320: a NAT pool whose name is too long or has a form that is not allowed.

use super::nat::{free_name, is_name_character};
use crate::facts::limits::NAT_POOL_NAME;
use crate::model::{path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0320",
    name: "nat-pool-name-form",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "The name of a NAT pool is not allowed",
        "Le nom d’un pool NAT n’est pas autorisé",
        "Il nome di un pool NAT non è consentito",
    ),
    why: words(
        "A name has at most 77 characters: letters, digits, `_`, `.` and `-`. It begins with a letter or digit and \
         ends with a letter, a digit or `_`. The service refuses any other.",
        "Un nom compte au plus 77 caractères : lettres, chiffres, `_`, `.` et `-`. Il commence par une lettre ou un \
         chiffre et finit par une lettre, un chiffre ou `_`. Le service refuse tout autre nom.",
        "Un nome ha al massimo 77 caratteri: lettere, cifre, `_`, `.` e `-`. Inizia con una lettera o una cifra e \
         finisce con una lettera, una cifra o `_`. Il servizio rifiuta ogni altro nome.",
    ),
    sources: &[NAT_POOL_NAME.from],
    fields: &[path::NAT_POOLS],
    versions: None,
    example: example!("AB0320"),
    check: Check::Own(check),
};

static LONG: Words = words(
    "The name {0} has {1}: the most is {2}.",
    "Le nom {0} compte {1} : le maximum est de {2}.",
    "Il nome {0} ha {1}: il massimo è {2}.",
);
static FORM: Words = words(
    "{0} has a character or an end that the name of a NAT pool may not have.",
    "{0} contient un caractère, ou a un début ou une fin, que le nom d’un pool NAT n’admet pas.",
    "{0} ha un carattere, un inizio o una fine non ammessi nel nome di un pool NAT.",
);
static EMPTY: Words = words(
    "The name of the NAT pool is empty.",
    "Le nom du pool NAT est vide.",
    "Il nome del pool NAT è vuoto.",
);

fn check(context: &Context, report: &mut Report) {
    let pools = context.plan.pool.nat_pools();
    for pool in &pools {
        let Some(name) = pool.name.filter(|name| !placeholder(name)) else {
            continue;
        };
        let characters = i64::try_from(name.chars().count()).unwrap_or(i64::MAX);
        let most = NAT_POOL_NAME.value;
        let message = if name.is_empty() {
            Message::from(&EMPTY)
        } else if !has_form(name) {
            Message::new(&FORM, [name.into()])
        } else if characters > most {
            let count: Arg = (characters, &nouns::CHARACTERS).into();
            Message::new(&LONG, [name.into(), count, most.into()])
        } else {
            continue;
        };
        let pointer = pool.pointer("name");
        let finding = Finding::new(&RULE, &*pointer, message);
        report.add(match free_name(name, &pools) {
            Some(free) => finding.offer_text(&pointer, &free),
            None => finding,
        });
    }
}

fn has_form(name: &str) -> bool {
    name.chars().all(|c| is_name_character(c).0)
        && name.starts_with(|c| is_name_character(c).1)
        && !name.ends_with(['-', '.'])
}
