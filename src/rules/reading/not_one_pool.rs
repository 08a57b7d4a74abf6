//! AB0024: a text in another form than a plan that holds several pools, or none.

use crate::facts::contract_sources;
use crate::input::Pool;
use crate::model::{Span, path};
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0024",
    name: "not-one-pool",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Document,
    title: words(
        "Text that does not hold exactly one pool",
        "Texte qui ne contient pas exactement un pool",
        "Testo che non contiene esattamente un pool",
    ),
    why: words(
        "A plan is one pool, because a request creates one. Where a template, a list or a file of requests holds several, \
         one of them must be chosen; `poolplan check` checks all of them.",
        "Un plan correspond à un seul pool, car une requête n’en crée qu’un. Lorsqu’un modèle, une liste ou un fichier de \
         requêtes en contient plusieurs, il faut en choisir un ; `poolplan check` les vérifie tous.",
        "Un piano corrisponde a un solo pool, perché una richiesta ne crea uno. Se un modello, un elenco o un file di richieste \
         ne contiene più d’uno, occorre sceglierne uno; `poolplan check` li verifica tutti.",
    ),
    sources: &[contract_sources::CREATE],
    fields: &[path::POOL],
    versions: None,
    example: example!("AB0024"),
    check: Check::Walk,
};

static SEVERAL: Words = words(
    "This text holds {0}: {1}. Choose one of them.",
    "Ce texte contient {0} : {1}. Choisissez-en un.",
    "Questo testo contiene {0}: {1}. Sceglierne uno.",
);
static SEVERAL_AND_MORE: Words = words(
    "This text holds {0}, the first of them {1}. Choose one of them.",
    "Ce texte contient {0}, dont les premiers sont {1}. Choisissez-en un.",
    "Questo testo contiene {0}; i primi sono {1}. Sceglierne uno.",
);
static NONE: Words = words(
    "There is no Batch pool in this text.",
    "Ce texte ne contient aucun pool Batch.",
    "In questo testo non c’è alcun pool Batch.",
);

/// So many pools are named.
const NAMED: usize = 12;

/// The finding about the pools of a text, which are not one.
pub fn finding(text: &str, pools: &[Pool]) -> Finding {
    let count = Arg::Count(i64::try_from(pools.len()).unwrap_or(i64::MAX), &nouns::POOLS);
    let name = |(index, pool): (usize, &Pool)| match pool.name.as_str() {
        "" => (index + 1).to_string(),
        name => name.to_owned(),
    };
    let names: Vec<String> = pools.iter().enumerate().take(NAMED).map(name).collect();
    let message = match pools.len() {
        0 => Message::from(&NONE),
        _ => Message::new(
            if pools.len() > NAMED {
                &SEVERAL_AND_MORE
            } else {
                &SEVERAL
            },
            [count, names.join(", ").into()],
        ),
    };
    // The first line of the first pool stands for all of them.
    let start = pools.first().map_or(0, |pool| pool.span.start);
    let line = text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
    let span = Span {
        start,
        end: start + line.trim_end().len(),
    };
    Finding::new(&RULE, "", message).at_text(span)
}
