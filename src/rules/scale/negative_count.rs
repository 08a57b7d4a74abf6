//! AB0221: fewer than no nodes.

use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule. Fractions and numbers beyond 32 bits are wrong types, of which the contract's own rules speak.
pub static RULE: Rule = Rule {
    id: "AB0221",
    name: "negative-count",
    severity: Severity::Error,
    basis: Basis::Derived,
    area: Area::Scale,
    title: words(
        "A target below 0",
        "Une cible inférieure à 0",
        "Un obiettivo inferiore a 0",
    ),
    why: words(
        "A target is the number of nodes a pool should have. The contract gives no lower bound, but a pool cannot \
         have fewer than none: write 0 or more.",
        "Une cible est le nombre de nœuds voulu pour un pool. Le contrat n’indique pas de borne inférieure, mais un \
         pool ne peut en avoir moins que zéro : écrivez 0 ou plus.",
        "Un obiettivo è il numero di nodi che un pool deve avere. Il contratto non indica un limite inferiore, ma un \
         pool non può averne meno di zero: scrivere 0 o più.",
    ),
    sources: &[pages::CONTRACT.says(
        "The targets are numbers of nodes.",
        "Les cibles sont des nombres de nœuds.",
        "Gli obiettivi sono numeri di nodi.",
    )],
    fields: &[path::DEDICATED, path::SPOT],
    versions: None,
    example: example!("AB0221"),
    check: Check::Own(check),
};

static BELOW: Words = words(
    "{0}: a pool cannot have fewer than 0.",
    "{0} : un pool ne peut en avoir moins de 0.",
    "{0}: un pool non può averne meno di 0.",
);

fn check(context: &Context, report: &mut Report) {
    for (path, nodes) in context.plan.pool.targets() {
        // What no count can hold is told as such.
        if nodes < 0 && i32::try_from(nodes).is_ok() {
            report.add(
                Finding::new(&RULE, path, Message::new(&BELOW, [(nodes, &nouns::NODES).into()])).offer_number(path, 0),
            );
        }
    }
}
