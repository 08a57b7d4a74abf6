//! AB0526: UEFI settings without the security type that makes them effective.

use super::{shapes, trusted_launch_needs_generation_2};
use crate::facts::pages;
use crate::model::api_version::V2023_11_01;
use crate::model::{ApiVersion, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0526",
    name: "uefi-without-security-type",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "Secure boot or vTPM without a security type",
        "Démarrage sécurisé ou vTPM sans type de sécurité",
        "Avvio protetto o vTPM senza tipo di sicurezza",
    ),
    why: words(
        "`uefiSettings` are used only when `securityType` is set, to `trustedLaunch` or `confidentialVM`. Set the \
         type, or take the settings away.",
        "`uefiSettings` n’est utilisé que si `securityType` est défini, sur `trustedLaunch` ou `confidentialVM`. \
         Définissez le type, ou retirez ces paramètres.",
        "`uefiSettings` viene usato solo se `securityType` è impostato, su `trustedLaunch` o `confidentialVM`. \
         Impostare il tipo, o togliere le impostazioni.",
    ),
    sources: &[pages::CONTRACT.says(
        "`securityType` has to be set to enable `uefiSettings`.",
        "`securityType` doit être défini pour activer `uefiSettings`.",
        "`securityType` deve essere impostato per attivare `uefiSettings`.",
    )],
    fields: &[path::UEFI, path::SECURITY_TYPE],
    versions: Some((V2023_11_01, ApiVersion::DRAFT)),
    example: example!("AB0526"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} takes effect only with a security type, and none is set.",
    "{0} ne prend effet qu’avec un type de sécurité, et aucun n’est défini.",
    "{0} ha effetto solo con un tipo di sicurezza, e nessuno è impostato.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let pool = &plan.pool;
    let settings = pool
        .vm_at("/securityProfile/uefiSettings")
        .map_or(&[][..], Node::members);
    let Some(setting) = settings.iter().find(|setting| !setting.node.is_null()) else {
        return;
    };
    if pool.vm_at("/securityProfile/securityType").is_some() || !shapes::applies(context, &RULE) {
        return;
    }
    let message = Message::new(&SAY, [setting.name.as_str().into()]);
    let mut finding = Finding::new(&RULE, path::UEFI, message).related(path::SECURITY);
    // Trusted Launch takes an image of generation 2, and no managed one.
    let managed = pool.image.kind().is_retired_source();
    if !managed && trusted_launch_needs_generation_2::obstacle(plan).is_none() {
        finding = finding.offer_text_for(path::SECURITY_TYPE, "trustedLaunch");
    }
    report.add(shapes::offer_removal(finding, path::UEFI));
}
