//! AB0405: a resource group or subscription id of the wrong form.

use super::form::{self, Field};
use crate::facts::limits::RESOURCE_GROUP;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0405",
    name: "resource-group-or-subscription-form",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Names,
    title: words(
        "A resource group or subscription id of the wrong form",
        "Un groupe de ressources ou un ID d’abonnement mal formé",
        "Un gruppo di risorse o un ID di sottoscrizione di forma errata",
    ),
    why: words(
        "Both are part of the request’s address, which is refused when one is malformed. The subscription is named by \
         its id, a UUID, not by its display name.",
        "Les deux figurent dans l’adresse de la requête, qui est refusée si l’un est mal formé. L’abonnement est \
         désigné par son ID, un UUID, et non par son nom d’affichage.",
        "Entrambi compaiono nell’indirizzo della richiesta, che viene rifiutata se uno è in forma errata. La \
         sottoscrizione si indica con il suo ID, un UUID, non con il nome visualizzato.",
    ),
    sources: &[RESOURCE_GROUP.from],
    fields: &[path::RESOURCE_GROUP, path::SUBSCRIPTION],
    versions: None,
    example: example!("AB0405"),
    check: Check::Own(check),
};

static EMPTY: Words = words(
    "The resource group is empty.",
    "Le groupe de ressources est vide.",
    "Il gruppo di risorse è vuoto.",
);
static LONG: Words = words(
    "{0} has {1}: a resource group name has at most {2}.",
    "{0} compte {1} : un nom de groupe de ressources en compte au plus {2}.",
    "{0} ha {1}: un nome di gruppo di risorse ne ha al massimo {2}.",
);
static NO_UUID: Words = words(
    "{0} is no subscription id: it is not a UUID.",
    "{0} n’est pas un ID d’abonnement : ce n’est pas un UUID.",
    "{0} non è un ID di sottoscrizione: non è un UUID.",
);

fn check(context: &Context, report: &mut Report) {
    for (field, name, _) in form::flaws(context.plan, &[Field::Subscription, Field::ResourceGroup]) {
        report.add(match field {
            Field::Subscription => Finding::new(&RULE, path::SUBSCRIPTION, Message::new(&NO_UUID, [Arg::from(name)])),
            _ if name.is_empty() => Finding::new(&RULE, path::RESOURCE_GROUP, &EMPTY),
            _ => {
                let length = (name.chars().count() as i64, &nouns::CHARACTERS);
                let most = RESOURCE_GROUP.value.1 as i64;
                let message = Message::new(&LONG, [Arg::from(name), length.into(), most.into()]);
                Finding::new(&RULE, path::RESOURCE_GROUP, message)
            }
        });
    }
}
