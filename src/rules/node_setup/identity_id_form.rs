//! AB0622: an identity listed under a key that is no identity’s id.

use super::shapes::add;
use crate::facts::pages;
use crate::model::{Node, ResourceId, node_setup, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0622",
    name: "identity-id-form",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "An identity listed under a key that is not its id",
        "Une identité dont la clé n’est pas son ID",
        "Un’identità la cui chiave non è il suo ID",
    ),
    why: words(
        "The keys are full resource ids of user-assigned identities, `…/Microsoft.ManagedIdentity/userAssignedIdentities/…`. \
         The identity may be of any resource group and subscription, in the tenant of the Batch account.",
        "Les clés sont des ID de ressource complets d’identités affectées par l’utilisateur, \
         `…/Microsoft.ManagedIdentity/userAssignedIdentities/…`. L’identité peut être de tout groupe de ressources et de \
         tout abonnement, dans le locataire du compte Batch.",
        "Le chiavi sono ID risorsa completi di identità assegnate dall’utente, \
         `…/Microsoft.ManagedIdentity/userAssignedIdentities/…`. L’identità può essere in qualsiasi gruppo di risorse e \
         sottoscrizione, nel tenant dell’account Batch.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "The keys of the map are ids of the type `Microsoft.ManagedIdentity/userAssignedIdentities`.",
            "Les clés du dictionnaire sont des ID du type `Microsoft.ManagedIdentity/userAssignedIdentities`.",
            "Le chiavi della mappa sono ID del tipo `Microsoft.ManagedIdentity/userAssignedIdentities`.",
        ),
        pages::POOL_IDENTITIES.says(
            "The identity is made in the tenant of the Batch account; resource group and subscription may be others.",
            "L’identité est créée dans le locataire du compte Batch ; le groupe de ressources et l’abonnement peuvent être \
             autres.",
            "L’identità va creata nel tenant dell’account Batch; gruppo di risorse e sottoscrizione possono essere diversi.",
        ),
    ],
    fields: &[node_setup::IDENTITIES],
    versions: None,
    example: example!("AB0622"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} is not the id of a user-assigned identity.",
    "{0} n’est pas l’ID d’une identité affectée par l’utilisateur.",
    "{0} non è l’ID di un’identità assegnata dall’utente.",
);

fn check(context: &Context, report: &mut Report) {
    let listed = context.plan.at(node_setup::IDENTITIES).map_or(&[][..], Node::members);
    for member in listed.iter().filter(|member| !placeholder(&member.name)) {
        if !ResourceId::parse(&member.name).is_some_and(|id| id.is(node_setup::IDENTITY_RESOURCE)) {
            add(report, &RULE, RULE.severity, &mut || {
                let pointer = path::child(node_setup::IDENTITIES, &member.name);
                Finding::new(&RULE, pointer, Message::new(&SAY, [member.name.as_str().into()])).at_name()
            });
        }
    }
}
