//! AB0524: an id that is not of the type of resource its member takes.

use super::user_subscription_only::encryption_sets;
use crate::facts::pages;
use crate::model::{Node, ResourceId, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0524",
    name: "resource-of-another-type",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "A resource id of another type than the member takes",
        "Un ID de ressource d’un autre type que celui attendu",
        "Un ID di risorsa di un tipo diverso da quello richiesto",
    ),
    why: words(
        "The member takes the whole id of a resource of one type, beginning with `/subscriptions/`. Copy it from the \
         properties of that resource.",
        "Le membre attend l’ID complet d’une ressource d’un type déterminé, commençant par `/subscriptions/`. \
         Copiez-le depuis les propriétés de cette ressource.",
        "Il membro richiede l’ID completo di una risorsa di un solo tipo, che inizia con `/subscriptions/`. Copiarlo \
         dalle proprietà di quella risorsa.",
    ),
    sources: &[pages::CONTRACT.says(
        "`diskEncryptionSet`, `serviceArtifactReference` and `inVMAccessControlProfileReferenceId` each take the id \
         of a resource of a stated type.",
        "`diskEncryptionSet`, `serviceArtifactReference` et `inVMAccessControlProfileReferenceId` attendent chacun \
         l’ID d’une ressource d’un type donné.",
        "`diskEncryptionSet`, `serviceArtifactReference` e `inVMAccessControlProfileReferenceId` richiedono ciascuno \
         l’ID di una risorsa di un tipo stabilito.",
    )],
    fields: &[
        path::OS_MANAGED_DISK,
        path::DATA_DISKS,
        path::SERVICE_ARTIFACT,
        path::PROXY_AGENT,
    ],
    versions: None,
    example: example!("AB0524"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} is not the id of a resource of the type {1}.",
    "{0} n’est pas l’ID d’une ressource de type {1}.",
    "{0} non è l’ID di una risorsa di tipo {1}.",
);

/// The type of disk encryption sets.
pub(super) const ENCRYPTION_SET: &str = "Microsoft.Compute/diskEncryptionSets";
const ARTIFACT: &str = "Microsoft.Compute/galleries/serviceArtifacts/vmArtifactsProfiles";
const ACCESS_PROFILE: &str = "Microsoft.Compute/galleries/inVMAccessControlProfiles/versions";

/// The members other than encryption sets, below the virtual machine configuration.
const MEMBERS: [(&str, &str); 3] = [
    ("/serviceArtifactReference/id", ARTIFACT),
    (
        "/securityProfile/proxyAgentSettings/imds/inVMAccessControlProfileReferenceId",
        ACCESS_PROFILE,
    ),
    (
        "/securityProfile/proxyAgentSettings/wireServer/inVMAccessControlProfileReferenceId",
        ACCESS_PROFILE,
    ),
];

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if plan.pool.vm.is_none() {
        return;
    }
    let mut look = |node: Option<&Node>, kind: &str, path: &dyn Fn() -> String| {
        let Some(id) = node.and_then(Node::as_text).filter(|id| !placeholder(id)) else {
            return;
        };
        if !ResourceId::parse(id).is_some_and(|id| id.is(kind)) {
            report.add(Finding::new(
                &RULE,
                path(),
                Message::new(&SAY, [id.into(), kind.into()]),
            ));
        }
    };
    for (below, kind) in MEMBERS {
        look(plan.pool.vm_at(below), kind, &|| [path::VM, below].concat());
    }
    for set in encryption_sets(plan) {
        look(set.node.get("id"), ENCRYPTION_SET, &|| path::child(&set.path(), "id"));
    }
}
