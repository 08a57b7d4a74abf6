//! AB0204: a fixed scale that names no target.

use crate::facts::pages;
use crate::model::{Value, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0204",
    name: "no-target-given",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Scale,
    title: words(
        "Fixed scaling without a target",
        "Une mise à l’échelle fixe sans cible",
        "Una scalabilità fissa senza obiettivo",
    ),
    why: words(
        "Fixed scaling must give the dedicated nodes, the Spot nodes or both; without either the request is refused. \
         Write the number you want, even if it is 0.",
        "Une mise à l’échelle fixe doit indiquer les nœuds dédiés, les nœuds Spot ou les deux ; en l’absence des \
         deux, la requête est refusée. Écrivez le nombre voulu, même s’il est 0.",
        "Una scalabilità fissa deve indicare i nodi dedicati, i nodi Spot o entrambi; in assenza di entrambi la \
         richiesta viene rifiutata. Scrivere il numero desiderato, anche se è 0.",
    ),
    sources: &[pages::CONTRACT.says(
        "At least one of the targets, dedicated or Spot, must be set.",
        "Au moins une des cibles, dédiée ou Spot, doit être définie.",
        "Almeno uno degli obiettivi, dedicato o Spot, deve essere impostato.",
    )],
    fields: &[path::FIXED, path::DEDICATED, path::SPOT],
    versions: None,
    example: example!("AB0204"),
    check: Check::Own(check),
};

static NEITHER: Words = words(
    "`fixedScale` gives neither `targetDedicatedNodes` nor `targetLowPriorityNodes`.",
    "`fixedScale` n’indique ni `targetDedicatedNodes` ni `targetLowPriorityNodes`.",
    "`fixedScale` non indica né `targetDedicatedNodes` né `targetLowPriorityNodes`.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    // Beside a formula the fixed scale has to go anyway: AB0201 says so.
    let (Some(fixed), None) = (pool.fixed, pool.auto) else {
        return;
    };
    let given = |name| fixed.node.get(name).is_some();
    if !matches!(fixed.node.value, Value::Object(_)) || given("targetDedicatedNodes") || given("targetLowPriorityNodes")
    {
        return;
    }
    // How many nodes there are to be, only a person knows.
    report.add(
        Finding::new(&RULE, path::FIXED, &NEITHER)
            .offer_number_for(path::DEDICATED, 0)
            .safe(false),
    );
}
