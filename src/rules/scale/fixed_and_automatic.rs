//! AB0201: a fixed and an automatic scale in one pool.

use crate::facts::pages;
use crate::model::{Edit, Node, Value, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0201",
    name: "fixed-and-automatic",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Scale,
    title: words(
        "Fixed and automatic scaling at once",
        "Une mise à l’échelle fixe et automatique à la fois",
        "Scalabilità fissa e automatica insieme",
    ),
    why: words(
        "A pool has exactly one of the two, and the service refuses both. The resize time-out belongs to fixed \
         scaling and means nothing beside a formula: keep the one you mean.",
        "Un pool a exactement l’une des deux, et le service refuse les deux ensemble. Le délai de redimensionnement \
         relève de la mise à l’échelle fixe et n’a aucun sens à côté d’une formule : conservez celle que vous voulez.",
        "Un pool ha esattamente una delle due e il servizio rifiuta entrambe insieme. Il timeout di ridimensionamento \
         appartiene alla scalabilità fissa e accanto a una formula non ha senso: mantenere quella desiderata.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "Fixed and automatic scaling exclude each other: exactly one of them.",
            "Les mises à l’échelle fixe et automatique s’excluent : exactement l’une des deux.",
            "Scalabilità fissa e automatica si escludono: esattamente una delle due.",
        ),
        pages::DATA_PLANE.says(
            "The resize time-out applies to manual scaling only.",
            "Le délai de redimensionnement ne vaut que pour la mise à l’échelle manuelle.",
            "Il timeout di ridimensionamento vale solo per la scalabilità manuale.",
        ),
    ],
    fields: &[path::SCALE, path::FIXED, path::AUTO],
    versions: None,
    example: example!("AB0201"),
    check: Check::Own(check),
};

static BOTH: Words = words(
    "`fixedScale` and `autoScale` stand together: a pool has one of them.",
    "`fixedScale` et `autoScale` figurent ensemble : un pool n’en a qu’un.",
    "`fixedScale` e `autoScale` compaiono insieme: un pool ne ha uno solo.",
);
static KEEP: Words = words("Keep {0}", "Garder {0}", "Conserva {0}");

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let (Some(fixed), Some(auto)) = (pool.fixed, pool.auto) else {
        return;
    };
    let is_object = |node: &Node| matches!(node.value, Value::Object(_));
    if !is_object(fixed.node) || !is_object(auto.node) {
        return;
    }
    let mut finding = Finding::new(&RULE, path::SCALE, &BOTH)
        .related(path::FIXED)
        .related(path::AUTO);
    // Only what can stand on its own is worth keeping.
    if fixed.dedicated.is_some() || fixed.spot.is_some() {
        finding = finding.fix(Message::new(&KEEP, ["fixedScale".into()]), [Edit::remove(path::AUTO)]);
    }
    if auto.formula.is_some_and(|formula| !formula.trim().is_empty()) {
        finding = finding.fix(Message::new(&KEEP, ["autoScale".into()]), [Edit::remove(path::FIXED)]);
    }
    report.add(finding);
}
