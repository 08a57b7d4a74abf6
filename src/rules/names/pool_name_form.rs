//! AB0401: a pool name that is too long or has characters a pool name may not have.

use super::form::{self, Field, Flaw};
use super::free_name;
use crate::facts::limits::POOL_NAME;
use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0401",
    name: "pool-name-form",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Names,
    title: words(
        "A name that no pool can have",
        "Un nom qu’aucun pool ne peut avoir",
        "Un nome che nessun pool può avere",
    ),
    why: words(
        "The name stands in the address of the request: letters, digits, `_` and `-`, and no more than the contract \
         allows. The display name is free.",
        "Le nom figure dans l’adresse de la requête : lettres, chiffres, `_` et `-`, sans dépasser la longueur \
         prévue par le contrat. Le nom d’affichage est libre.",
        "Il nome compare nell’indirizzo della richiesta: lettere, cifre, `_` e `-`, senza superare la lunghezza \
         prevista dal contratto. Il nome visualizzato è libero.",
    ),
    sources: &[
        POOL_NAME.from,
        pages::DATA_PLANE.says(
            "The Batch service takes the same characters, at most 64 of them.",
            "Le service Batch admet les mêmes caractères, 64 au plus.",
            "Il servizio Batch ammette gli stessi caratteri, al massimo 64.",
        ),
    ],
    fields: &[path::POOL_NAME],
    versions: None,
    example: example!("AB0401"),
    check: Check::Own(check),
};

static EMPTY: Words = words(
    "The pool name is empty.",
    "Le nom du pool est vide.",
    "Il nome del pool è vuoto.",
);
static LONG: Words = words(
    "{0} has {1}: a pool name has at most {2}.",
    "{0} compte {1} : un nom de pool en compte au plus {2}.",
    "{0} ha {1}: un nome di pool ne ha al massimo {2}.",
);
static CHARACTERS: Words = words(
    "{0} has characters other than letters, digits, `_` and `-`.",
    "{0} a d’autres caractères que des lettres, des chiffres, `_` et `-`.",
    "{0} ha caratteri diversi da lettere, cifre, `_` e `-`.",
);

fn check(context: &Context, report: &mut Report) {
    let flaws = form::flaws(context.plan, &[Field::PoolName]);
    let Some((_, name, flaw)) = flaws.first().copied() else {
        return;
    };
    if name.is_empty() {
        return report.add(Finding::new(&RULE, path::POOL_NAME, &EMPTY));
    }
    let message = if flaw == Flaw::Length {
        let length = (name.chars().count() as i64, &nouns::CHARACTERS);
        Message::new(
            &LONG,
            [Arg::from(name), length.into(), (POOL_NAME.value.1 as i64).into()],
        )
    } else {
        Message::new(&CHARACTERS, [Arg::from(name)])
    };
    let allowed: String = name
        .chars()
        .map(|c| if form::is_pool_character(c) { c } else { '-' })
        .collect();
    let finding = Finding::new(&RULE, path::POOL_NAME, message);
    // A name of nothing but hyphens is no better than the one it would replace.
    if !allowed.chars().any(|c| c.is_ascii_alphanumeric()) {
        return report.add(finding);
    }
    let free = free_name::like(&allowed, context.plan);
    report.add(finding.offer_text(path::POOL_NAME, &free));
}
