//! AB0016: a member that its object, or the creation of a pool, cannot do without.

use super::walk::At;
use crate::facts::contract::Member;
use crate::facts::contract_sources;
use crate::model::{ApiVersion, Edit, Node, Value, path};
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0016",
    name: "missing-required",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Document,
    title: words(
        "Required member is missing",
        "Membre obligatoire absent",
        "Membro obbligatorio mancante",
    ),
    why: words(
        "The contract marks the member as required wherever its object stands, or the service cannot create a pool without it; the request is refused. `null` counts as absent.",
        "Le contrat marque ce membre comme obligatoire partout où figure son objet, ou bien le service ne peut pas créer de pool sans lui ; la requête est refusée. `null` compte comme absent.",
        "Il contratto indica il membro come obbligatorio ovunque ci sia il suo oggetto, oppure il servizio non può creare un pool senza di esso; la richiesta viene rifiutata. `null` conta come assente.",
    ),
    sources: &[contract_sources::REQUIRED, contract_sources::CREATE],
    fields: &[path::DEPLOYMENT, path::VM, path::IMAGE_REFERENCE, path::NODE_AGENT],
    versions: None,
    example: example!("AB0016"),
    check: Check::Walk,
};

static MISSING: Words = words("{0} is missing in {1}.", "{0} manque dans {1}.", "In {1} manca {0}.");

/// Whether an object must have this member: by its mark, or because no pool can be created without it.
pub(super) fn is_needed(member: &Member, object: &Node, known: &[Member], version: ApiVersion) -> bool {
    if member.required_in(version) {
        return !member.read_only;
    }
    match member.name {
        "deploymentConfiguration" => true,
        "virtualMachineConfiguration" => {
            // Until it was removed, a cloud service could stand in its place.
            let instead = known
                .iter()
                .find(|other| other.name == CLOUD_SERVICE && other.lives_in(version));
            !instead.is_some_and(|other| is_there(other, object))
        }
        _ => false,
    }
}

const CLOUD_SERVICE: &str = "cloudServiceConfiguration";

/// Whether it is there, in any letter case. `null` is not.
pub(super) fn is_there(member: &Member, object: &Node) -> bool {
    object
        .members()
        .iter()
        .any(|own| own.name.eq_ignore_ascii_case(member.name) && own.node.value != Value::Null)
}

/// The finding about a member that `object` lacks.
pub(super) fn finding(here: &At, member: &'static Member, object: &Node) -> Finding {
    let pointer = here.child(member.name).pointer();
    let message = Message::new(&MISSING, [member.name.into(), here.label().into()]);
    let found = Finding::new(&RULE, &*pointer, message);
    // With identities listed, only one type makes sense.
    let identities = member.name == "type" && object.get("userAssignedIdentities").is_some();
    match member.default.or(identities.then_some("UserAssigned")) {
        Some(value) => found.fix(
            Message::new(&fix_titles::SET, [value.into()]),
            [Edit::set(pointer, Node::text(value))],
        ),
        None => found,
    }
}
