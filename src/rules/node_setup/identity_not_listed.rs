//! AB0620: a reference to an identity that the pool does not have.

use super::shapes::{add, by_letters};
use crate::facts::pages;
use crate::model::api_version::{V2021_06_01, V2026_08_01};
use crate::model::{Edit, Member, Node, Plan, ResourceId, Value, node_setup, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0620",
    name: "identity-not-of-the-pool",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "A reference to an identity that the pool does not have",
        "Une référence à une identité que le pool n’a pas",
        "Un riferimento a un’identità che il pool non ha",
    ),
    why: words(
        "Nodes can only use the user-assigned identities of their pool. What an `identityReference` names must be a key of \
         `identity.userAssignedIdentities`, at the top of the body; letter case does not count.",
        "Les nœuds ne peuvent utiliser que les identités affectées à leur pool. Ce que nomme une `identityReference` doit \
         être une clé de `identity.userAssignedIdentities`, en tête du corps ; la casse ne compte pas.",
        "I nodi possono usare solo le identità assegnate dall’utente associate al loro pool. Ciò che una \
         `identityReference` indica deve essere una chiave di `identity.userAssignedIdentities`, al primo livello del \
         corpo; maiuscole e minuscole non contano.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "An identity reference points to a user-assigned identity that is associated with the pool.",
            "Une référence d’identité désigne une identité affectée par l’utilisateur qui est associée au pool.",
            "Un riferimento di identità indica un’identità assegnata dall’utente associata al pool.",
        ),
        pages::POOL_IDENTITIES.says(
            "Identities are given to a pool when it is created, as a map from their resource ids.",
            "Les identités sont données au pool à sa création, dans un dictionnaire dont les clés sont leurs ID de \
             ressource.",
            "Le identità si assegnano al pool alla creazione, in una mappa le cui chiavi sono i loro ID risorsa.",
        ),
    ],
    fields: &[
        node_setup::IDENTITIES,
        node_setup::RESOURCE_FILES,
        node_setup::MOUNTS,
        node_setup::TASK_CONTAINER,
        node_setup::CONTAINERS,
    ],
    versions: Some((V2021_06_01, V2026_08_01)),
    example: example!("AB0620"),
    check: Check::Own(check),
};

static NOT_LISTED: Words = words(
    "The identity {0} is not among those of the pool.",
    "L’identité {0} ne figure pas parmi celles du pool.",
    "L’identità {0} non è tra quelle del pool.",
);
static NO_IDENTITY: Words = words(
    "The identity {0} is needed, but the pool has none.",
    "L’identité {0} est nécessaire, mais le pool n’en a aucune.",
    "L’identità {0} è necessaria, ma il pool non ne ha.",
);
static ADD: Words = words(
    "Add it to the pool’s identities",
    "L’ajouter aux identités du pool",
    "Aggiungila alle identità del pool",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let references = || plan.identity_references().filter(|(_, id)| !placeholder(id));
    if plan.api_version() < V2021_06_01 || references().next().is_none() {
        return;
    }
    let listed = plan.at(node_setup::IDENTITIES).map_or(&[][..], Node::members);
    let mut ids: Vec<&str> = listed.iter().map(|Member { name, .. }| name.as_str()).collect();
    ids.sort_unstable_by(|a, b| by_letters(a, b));
    for (spot, id) in references() {
        if ids.binary_search_by(|other| by_letters(other, id)).is_err() {
            add(report, &RULE, RULE.severity, &mut || {
                finding(plan, &spot.pointer(), id, &ids)
            });
        }
    }
}

fn finding(plan: &Plan, pointer: &str, id: &str, listed: &[&str]) -> Finding {
    let words = if listed.is_empty() { &NO_IDENTITY } else { &NOT_LISTED };
    let identity = ResourceId::parse(id).filter(|id| id.is(node_setup::IDENTITY_RESOURCE));
    // Ids are long and begin alike: the name tells which.
    let name = identity.as_ref().map_or(id, ResourceId::name);
    let finding = Finding::new(&RULE, pointer, Message::new(words, [name.into()])).related(node_setup::IDENTITIES);
    if identity.is_none() {
        // A name alone, or an id of something else: the only identity there is, is meant.
        return match listed {
            [only] => finding.offer_text(pointer, only),
            _ => finding,
        };
    }
    let takes_members = |pointer: &str| {
        let node = plan.at(pointer).map(|node| &node.value);
        matches!(node, None | Some(Value::Null | Value::Object(_)))
    };
    if !takes_members(node_setup::IDENTITY) || !takes_members(node_setup::IDENTITIES) {
        return finding;
    }
    let key = path::child(node_setup::IDENTITIES, id);
    let assigned = Edit::set(node_setup::IDENTITY_TYPE, Node::text(node_setup::USER_ASSIGNED));
    finding.fix(&ADD, [assigned, Edit::set(key, Node::object::<&str>([]))])
}
