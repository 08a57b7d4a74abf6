//! AB0531: an endpoint whose access control is enforced although it names a profile.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2025_06_01;
use crate::model::{ApiVersion, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0531",
    name: "enforced-with-profile",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "Enforced access control beside an access control profile",
        "Un contrôle d’accès imposé à côté d’un profil de contrôle d’accès",
        "Un controllo di accesso imposto accanto a un profilo di controllo di accesso",
    ),
    why: words(
        "The mode `Enforce` of an endpoint cannot be used together with `inVMAccessControlProfileReferenceId`: the \
         profile brings a mode of its own. Keep one of the two.",
        "Le mode `Enforce` d’un point de terminaison ne peut pas être combiné avec \
         `inVMAccessControlProfileReferenceId` : le profil apporte son propre mode. Gardez l’un des deux.",
        "La modalità `Enforce` di un endpoint non si può usare insieme a `inVMAccessControlProfileReferenceId`: il \
         profilo ha una modalità propria. Conservare uno dei due.",
    ),
    sources: &[pages::CONTRACT_2025.says(
        "`Enforce`: this mode cannot be used together with `inVMAccessControlProfileReferenceId`.",
        "`Enforce` : ce mode ne peut pas être utilisé avec `inVMAccessControlProfileReferenceId`.",
        "`Enforce`: questa modalità non si può usare insieme a `inVMAccessControlProfileReferenceId`.",
    )],
    fields: &[path::PROXY_AGENT],
    versions: Some((V2025_06_01, ApiVersion::DRAFT)),
    example: example!("AB0531"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} in {1} excludes {2} beside it.",
    "{0} dans {1} exclut la présence de {2}.",
    "{0} in {1} non può stare accanto a {2}.",
);

const PROFILE: &str = "inVMAccessControlProfileReferenceId";

fn check(context: &Context, report: &mut Report) {
    let Some(settings) = context.plan.pool.vm_at("/securityProfile/proxyAgentSettings") else {
        return;
    };
    if !shapes::applies(context, &RULE) {
        return;
    }
    for endpoint in ["imds", "wireServer"] {
        let Some(node) = settings.get(endpoint) else { continue };
        let mode = node
            .get("mode")
            .filter(|mode| mode.says("Enforce"))
            .and_then(Node::as_text);
        let profile = node.get(PROFILE).is_some_and(|profile| !profile.is_null());
        let Some(mode) = mode.filter(|_| profile) else { continue };
        let at = path::child(path::PROXY_AGENT, endpoint);
        let (mode_at, profile_at) = (path::child(&at, "mode"), path::child(&at, PROFILE));
        let message = Message::new(&SAY, [mode.into(), endpoint.into(), PROFILE.into()]);
        let finding = Finding::new(&RULE, &*mode_at, message).related(&*profile_at);
        report.add(shapes::offer_removal(
            shapes::offer_removal(finding, &mode_at),
            &profile_at,
        ));
    }
}
