//! AB0508: a zonal pool: only the list of sizes tells whether the region has the zones.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2021_01_01;
use crate::model::{ApiVersion, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0508",
    name: "zones-of-size-unverified",
    severity: Severity::Advice,
    basis: Basis::Account,
    area: Area::Machine,
    title: words(
        "Zonal placement that the region must support",
        "Un placement par zones que la région doit permettre",
        "Un posizionamento di zona che l’area deve supportare",
    ),
    why: words(
        "Batch spreads the nodes itself, but only if the region offers the size in more than one zone; otherwise the \
         pool is not allocated. In user subscription mode no zone restriction of the size may stand in the \
         subscription either. The list of resource SKUs tells both.",
        "Batch répartit lui-même les nœuds, mais seulement si la région propose la taille dans plus d’une zone ; \
         sinon le pool n’est pas alloué. En mode abonnement utilisateur, l’abonnement ne doit en outre comporter \
         aucune restriction de zone pour la taille. La liste des références de ressources (SKU) indique les deux.",
        "Batch distribuisce da sé i nodi, ma solo se l’area offre le dimensioni in più di una zona; altrimenti il \
         pool non viene allocato. In modalità sottoscrizione utente la sottoscrizione non deve inoltre avere \
         restrizioni di zona per quelle dimensioni. L’elenco degli SKU di risorsa dice entrambe le cose.",
    ),
    sources: &[pages::ZONES.says(
        "The region must support the size in more than one zone, and a user subscription must have no zone \
         restriction on it.",
        "La région doit prendre en charge la taille dans plus d’une zone, et un abonnement utilisateur ne doit pas \
         avoir de restriction de zone à son égard.",
        "L’area deve supportare le dimensioni in più di una zona, e una sottoscrizione utente non deve avere \
         restrizioni di zona su di esse.",
    )],
    fields: &[path::PLACEMENT, path::VM_SIZE, path::REGION, path::ALLOCATION_MODE],
    versions: Some((V2021_01_01, ApiVersion::DRAFT)),
    example: example!("AB0508"),
    check: Check::Own(check),
};

static IN_REGION: Words = words(
    "Check that {0} is offered in more than one zone of {1}.",
    "Vérifiez que {0} est proposée dans plus d’une zone de {1}.",
    "Verificare che {0} sia disponibile in più di una zona di {1}.",
);

static SOMEWHERE: Words = words(
    "Check that {0} is offered in more than one zone of the region.",
    "Vérifiez que {0} est proposée dans plus d’une zone de la région.",
    "Verificare che {0} sia disponibile in più di una zona dell’area.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let Some(name) = plan
        .pool
        .vm_size
        .filter(|name| plan.pool.is_zonal() && !placeholder(name))
    else {
        return;
    };
    if !shapes::applies(context, &RULE) {
        return;
    }
    let message = match plan.target.region {
        Some(region) => Message::new(&IN_REGION, [name.into(), region.into()]),
        None => Message::new(&SOMEWHERE, [name.into()]),
    };
    report.add(Finding::new(&RULE, path::PLACEMENT, message).related(path::VM_SIZE));
}
