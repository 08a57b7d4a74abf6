//! AB0537: upgrades across zones of a pool that is not spread over zones.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2024_02_01;
use crate::model::{ApiVersion, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0537",
    name: "cross-zone-without-zones",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "Upgrades across zones of a pool that is not zonal",
        "Des mises à niveau entre zones pour un pool qui n’est pas réparti par zones",
        "Aggiornamenti tra zone di un pool che non è di zona",
    ),
    why: words(
        "`enableCrossZoneUpgrade` can be set, to true or to false, only with the placement policy `Zonal`; without a \
         policy placement is regional. Leave it out, or spread the pool over zones.",
        "`enableCrossZoneUpgrade` ne peut être défini, sur vrai ou sur faux, qu’avec la stratégie de placement \
         `Zonal` ; sans stratégie, le placement est régional. Omettez-le, ou répartissez le pool entre zones.",
        "`enableCrossZoneUpgrade` si può impostare, su vero o falso, solo con il criterio di posizionamento `Zonal`; \
         senza criterio il posizionamento è a livello di area. Ometterlo, o distribuire il pool tra le zone.",
    ),
    sources: &[pages::CONTRACT.says(
        "`enableCrossZoneUpgrade` can be set to true or false only when the placement policy is `Zonal`.",
        "`enableCrossZoneUpgrade` ne peut être défini sur vrai ou sur faux que si la stratégie de placement est \
         `Zonal`.",
        "`enableCrossZoneUpgrade` si può impostare su vero o falso solo se il criterio di posizionamento è `Zonal`.",
    )],
    fields: &[path::CROSS_ZONE, path::PLACEMENT],
    versions: Some((V2024_02_01, ApiVersion::DRAFT)),
    example: example!("AB0537"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} is {1}, but the pool is not spread over zones.",
    "{0} vaut {1}, mais le pool n’est pas réparti entre zones.",
    "{0} è {1}, ma il pool non è distribuito tra le zone.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let set = pool.upgrade_at("/rollingUpgradePolicy/enableCrossZoneUpgrade");
    let Some(value) = set.and_then(Node::as_bool) else {
        return;
    };
    if pool.is_zonal() || !shapes::applies(context, &RULE) {
        return;
    }
    let value = if value { "true" } else { "false" };
    let message = Message::new(&SAY, [path::last(path::CROSS_ZONE).into(), value.into()]);
    let finding = Finding::new(&RULE, path::CROSS_ZONE, message).related(path::PLACEMENT);
    let finding = shapes::offer_removal(finding, path::CROSS_ZONE);
    // Nodes that talk over InfiniBand cannot be spread.
    report.add(if pool.inter_node == Some(true) || pool.vm.is_none() {
        finding
    } else {
        finding.offer_text_for(path::PLACEMENT, "Zonal")
    });
}
