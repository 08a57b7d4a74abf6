//! AB0310: dynamic VNet assignment for each job, without a subnet or without approval.

use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0310",
    name: "job-scope-needs-subnet",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "Dynamic VNet assignment for each job",
        "Affectation dynamique de réseau virtuel par travail",
        "Assegnazione dinamica della rete virtuale per processo",
    ),
    why: words(
        "With the scope `job` the subnet must be given too, and Azure support must have approved the feature for the \
         account beforehand. The default is `none`.",
        "Avec l’étendue `job`, le sous-réseau doit être indiqué aussi, et le support Azure doit avoir approuvé la \
         fonctionnalité pour le compte au préalable. La valeur par défaut est `none`.",
        "Con l’ambito `job` va indicata anche la subnet, e il supporto di Azure deve avere prima approvato la \
         funzionalità per l’account. Il valore predefinito è `none`.",
    ),
    sources: &[pages::CONTRACT.says(
        "If the scope is `job`, `subnetId` must be set; the feature needs approval by support.",
        "Si l’étendue est `job`, `subnetId` doit être défini ; la fonctionnalité nécessite l’approbation du \
             support.",
        "Se l’ambito è `job`, `subnetId` va impostato; la funzionalità richiede l’approvazione del supporto.",
    )],
    fields: &[path::VNET_SCOPE, path::OLD_VNET_SCOPE, path::SUBNET],
    versions: None,
    example: example!("AB0310"),
    check: Check::Own(check),
};

static NO_SUBNET: Words = words(
    "`job` needs a `subnetId`, and there is none.",
    "`job` exige un `subnetId`, et il n’y en a pas.",
    "`job` richiede un `subnetId`, che manca.",
);
static APPROVAL: Words = words(
    "`job` works only once Azure support has approved it for the account.",
    "`job` ne fonctionne qu’une fois approuvé par le support Azure pour le compte.",
    "`job` funziona solo dopo l’approvazione del supporto di Azure per l’account.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let Some((pointer, "job")) = plan.vnet_scope() else {
        return;
    };
    let finding = if plan.pool.subnet().is_none() {
        Finding::new(&RULE, pointer, &NO_SUBNET).related(path::SUBNET)
    } else {
        Finding::new(&RULE, pointer, &APPROVAL)
            .weigh(Severity::Advice)
            .on_basis(Basis::Account)
    };
    report.add(finding.offer_text(pointer, "none"));
}
