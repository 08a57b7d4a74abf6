//! AB0009: a plan without a pool, or a pool without properties.

use crate::facts::contract_sources;
use crate::model::{Node, Value, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0009",
    name: "no-pool",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Document,
    title: words("Plan without a pool", "Plan sans pool", "Piano senza pool"),
    why: words(
        "The body of the request is what stands under `pool`, and a pool is made of its `properties`. Without them there is nothing to send.",
        "Le corps de la requête est ce qui figure sous `pool`, et un pool est fait de ses `properties`. Sans elles, il n’y a rien à envoyer.",
        "Il corpo della richiesta è ciò che sta sotto `pool`, e un pool è fatto delle sue `properties`. Senza di esse non c’è nulla da inviare.",
    ),
    sources: &[contract_sources::CREATE],
    fields: &[path::POOL, path::PROPERTIES],
    versions: None,
    example: example!("AB0009"),
    check: Check::Own(check),
};

static NO_POOL: Words = words(
    "The plan has no {0}.",
    "Le plan n’a pas de {0}.",
    "Il piano non ha {0}.",
);
static NO_PROPERTIES: Words = words("The pool has no {0}.", "Le pool n’a pas de {0}.", "Il pool non ha {0}.");
static NOT_AN_OBJECT: Words = words(
    "{0} must be an object in braces.",
    "{0} doit être un objet entre accolades.",
    "{0} deve essere un oggetto tra parentesi graffe.",
);

fn check(context: &Context, report: &mut Report) {
    let absent = |node: Option<&Node>| node.is_none_or(|node| node.value == Value::Null);
    let pool = context.plan.pool.body;
    let name = |pointer| [path::last(pointer).into()];
    let (pointer, message) = match pool {
        _ if absent(pool) => (path::POOL, Message::new(&NO_POOL, name(path::POOL))),
        Some(pool) if !matches!(pool.value, Value::Object(_)) => {
            (path::POOL, Message::new(&NOT_AN_OBJECT, name(path::POOL)))
        }
        // A name in another letter case has its own rule.
        Some(pool)
            if !pool
                .members()
                .iter()
                .any(|member| member.name.eq_ignore_ascii_case("properties") && !absent(Some(&member.node))) =>
        {
            (path::PROPERTIES, Message::new(&NO_PROPERTIES, name(path::PROPERTIES)))
        }
        _ => return,
    };
    report.add(Finding::new(&RULE, pointer, message));
}
