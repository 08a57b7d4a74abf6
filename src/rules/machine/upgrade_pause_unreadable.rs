//! AB0536: a pause between two batches of an upgrade that cannot be read as a duration.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2024_02_01;
use crate::model::{ApiVersion, IsoDuration, Node, path, placeholder};
use crate::rules::scale::not_a_duration;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::words;

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0536",
    name: "upgrade-pause-unreadable",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "A pause between upgrades that is no duration",
        "Une pause entre mises à niveau qui n’est pas une durée",
        "Una pausa tra aggiornamenti che non è una durata",
    ),
    why: words(
        "The pause between two batches is an ISO 8601 duration, such as `PT5M`; months and years have no fixed \
         length.",
        "La pause entre deux lots est une durée ISO 8601, telle que `PT5M` ; les mois et les années n’ont pas de \
         durée fixe.",
        "La pausa tra due lotti è una durata ISO 8601, ad esempio `PT5M`; mesi e anni non hanno una lunghezza fissa.",
    ),
    sources: &[pages::CONTRACT.says(
        "The wait between two batches is given in ISO 8601 format.",
        "L’attente entre deux lots est indiquée au format ISO 8601.",
        "L’attesa tra due lotti si indica nel formato ISO 8601.",
    )],
    fields: &[path::UPGRADE_PAUSE],
    versions: Some((V2024_02_01, ApiVersion::DRAFT)),
    example: example!("AB0536"),
    check: Check::Own(check),
};

fn check(context: &Context, report: &mut Report) {
    let pause = context
        .plan
        .pool
        .upgrade_at("/rollingUpgradePolicy/pauseTimeBetweenBatches");
    let Some(text) = pause.and_then(Node::as_text).filter(|text| !placeholder(text)) else {
        return;
    };
    if !shapes::applies(context, &RULE) {
        return;
    }
    if let Err(error) = IsoDuration::parse(text) {
        let finding = Finding::new(&RULE, path::UPGRADE_PAUSE, not_a_duration(text, error));
        let meant = text.trim().to_ascii_uppercase();
        report.add(if IsoDuration::parse(&meant).is_ok() {
            finding.offer_text(path::UPGRADE_PAUSE, &meant)
        } else {
            shapes::offer_removal(finding, path::UPGRADE_PAUSE)
        });
    }
}
