//! AB0621: a type of identity that does not go with the identities listed.

use super::shapes::offer_removal;
use crate::facts::pages;
use crate::model::{Node, node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0621",
    name: "identity-type-and-list-disagree",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "An identity type that contradicts the list",
        "Un type d’identité qui contredit la liste",
        "Un tipo di identità che contraddice l’elenco",
    ),
    why: words(
        "`UserAssigned` says that the pool has the identities listed, `None` that it has none; there is no \
         system-assigned identity for pools. A pool with a user-assigned identity must name at least one.",
        "`UserAssigned` dit que le pool a les identités de la liste, `None` qu’il n’en a aucune ; il n’existe pas \
         d’identité affectée par le système pour les pools. Un pool avec une identité affectée par l’utilisateur doit \
         en nommer au moins une.",
        "`UserAssigned` dice che il pool ha le identità dell’elenco, `None` che non ne ha; per i pool non esiste \
         un’identità assegnata dal sistema. Un pool con identità assegnata dall’utente deve indicarne almeno una.",
    ),
    sources: &[pages::CONTRACT.says(
        "The type of a pool’s identity is `UserAssigned`, with the identities, or `None`, without any.",
        "Le type d’identité d’un pool est `UserAssigned`, avec des identités, ou `None`, sans aucune.",
        "Il tipo di identità di un pool è `UserAssigned`, con le identità, o `None`, senza alcuna.",
    )],
    fields: &[node_setup::IDENTITY_TYPE, node_setup::IDENTITIES],
    versions: None,
    example: example!("AB0621"),
    check: Check::Own(check),
};

static EMPTY: Words = words(
    "The type is {0}, but no identity is listed.",
    "Le type est {0}, mais aucune identité n’est indiquée.",
    "Il tipo è {0}, ma non è indicata alcuna identità.",
);
static UNUSED: Words = words(
    "The type is {0}: the pool does not get the identities listed.",
    "Le type est {0} : le pool ne reçoit pas les identités indiquées.",
    "Il tipo è {0}: il pool non riceve le identità indicate.",
);
const NONE: &str = "None";

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let kind = plan.at(node_setup::IDENTITY_TYPE).and_then(Node::as_text);
    let listed = plan.at(node_setup::IDENTITIES);
    let is_empty = listed.is_none_or(|listed| listed.members().is_empty());
    let finding =
        |words, kind: &str| Finding::new(&RULE, node_setup::IDENTITY_TYPE, Message::new(words, [kind.into()]));
    report.add(match kind {
        Some(kind @ node_setup::USER_ASSIGNED) if is_empty => {
            finding(&EMPTY, kind).offer_text(node_setup::IDENTITY_TYPE, NONE)
        }
        Some(kind @ NONE) if !is_empty => {
            let finding = finding(&UNUSED, kind)
                .weigh(Severity::Warning)
                .related(node_setup::IDENTITIES)
                .offer_text(node_setup::IDENTITY_TYPE, node_setup::USER_ASSIGNED);
            let name = path::last(node_setup::IDENTITIES);
            offer_removal(finding, node_setup::IDENTITIES.to_owned(), &name)
        }
        _ => return,
    });
}
