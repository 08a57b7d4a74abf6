//! AB0538: deferred upgrades in a user subscription, which must have a feature registered.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2024_02_01;
use crate::model::{AllocationMode, ApiVersion, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0538",
    name: "deferral-needs-feature",
    severity: Severity::Warning,
    basis: Basis::Account,
    area: Area::Machine,
    title: words(
        "Deferred upgrades that the subscription must allow",
        "Des mises à niveau reportées que l’abonnement doit permettre",
        "Aggiornamenti rinviati che la sottoscrizione deve consentire",
    ),
    why: words(
        "In user subscription mode `osRollingUpgradeDeferral` works only if the feature \
         `Microsoft.Compute/RollingUpgradeDeferral` is registered in the subscription. Register it before the pool is \
         created.",
        "En mode abonnement utilisateur, `osRollingUpgradeDeferral` ne fonctionne que si la fonctionnalité \
         `Microsoft.Compute/RollingUpgradeDeferral` est inscrite dans l’abonnement. Inscrivez-la avant de créer le \
         pool.",
        "In modalità sottoscrizione utente `osRollingUpgradeDeferral` funziona solo se la funzionalità \
         `Microsoft.Compute/RollingUpgradeDeferral` è registrata nella sottoscrizione. Registrarla prima di creare il \
         pool.",
    ),
    sources: &[pages::OS_UPGRADES.says(
        "In user subscription mode the feature `Microsoft.Compute/RollingUpgradeDeferral` must be registered; without \
         it deferral cannot be used.",
        "En mode abonnement utilisateur, la fonctionnalité `Microsoft.Compute/RollingUpgradeDeferral` doit être \
         inscrite ; sans elle, le report est inutilisable.",
        "In modalità sottoscrizione utente la funzionalità `Microsoft.Compute/RollingUpgradeDeferral` deve essere \
         registrata; senza di essa il rinvio non si può usare.",
    )],
    fields: &[path::UPGRADE_DEFERRAL, path::ALLOCATION_MODE],
    versions: Some((V2024_02_01, ApiVersion::DRAFT)),
    example: example!("AB0538"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} needs the feature {1} in the subscription.",
    "{0} exige la fonctionnalité {1} dans l’abonnement.",
    "{0} richiede la funzionalità {1} nella sottoscrizione.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let deferral = plan
        .pool
        .upgrade_at("/automaticOSUpgradePolicy/osRollingUpgradeDeferral");
    let deferred = deferral.and_then(Node::as_bool) == Some(true);
    if deferred && plan.target.mode == Some(AllocationMode::UserSubscription) && shapes::applies(context, &RULE) {
        let feature = "Microsoft.Compute/RollingUpgradeDeferral";
        let message = Message::new(&SAY, [path::last(path::UPGRADE_DEFERRAL).into(), feature.into()]);
        report.add(Finding::new(&RULE, path::UPGRADE_DEFERRAL, message).related(path::ALLOCATION_MODE));
    }
}
