//! AB0203: more nodes than may talk to each other.

use super::formula_most;
use super::formula_reading::Reading;
use crate::facts::limits::{INTER_NODE_MOST, INTER_NODE_MOST_OWN};
use crate::facts::pages;
use crate::model::{AllocationMode, Plan, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0203",
    name: "too-many-nodes-talking",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Scale,
    title: words(
        "More nodes than inter-node communication allows",
        "Plus de nœuds que la communication entre nœuds n’en permet",
        "Più nodi di quanti ne consenta la comunicazione tra nodi",
    ),
    why: words(
        "Nodes that talk to each other are placed together, so their pool is capped, dedicated and Spot nodes together; at \
         the cap the resize stops with `CommunicationEnabledPoolReachedMaxVMCount`. Lower the target, use several pools, \
         or turn the communication off.",
        "Les nœuds qui communiquent sont placés ensemble ; leur pool est donc plafonné, nœuds dédiés et Spot confondus, \
         et le redimensionnement s’y arrête avec `CommunicationEnabledPoolReachedMaxVMCount`. Réduisez la cible, utilisez \
         plusieurs pools ou désactivez la communication.",
        "I nodi che comunicano vengono collocati insieme, perciò il loro pool ha un limite massimo, nodi dedicati e \
         Spot insieme; raggiunto il limite, il ridimensionamento si ferma con \
         `CommunicationEnabledPoolReachedMaxVMCount`. Ridurre l’obiettivo, usare più pool o disattivare la \
         comunicazione.",
    ),
    sources: &[
        INTER_NODE_MOST.from,
        INTER_NODE_MOST_OWN.from,
        pages::RESIZE_ERRORS.says(
            "`CommunicationEnabledPoolReachedMaxVMCount`: the pool with inter-node communication is at its largest.",
            "`CommunicationEnabledPoolReachedMaxVMCount` : le pool avec communication entre nœuds est à son maximum.",
            "`CommunicationEnabledPoolReachedMaxVMCount`: il pool con comunicazione tra nodi è al massimo.",
        ),
        pages::PARALLEL_TASKS.says(
            "An older text (2019) gives 50 nodes; the newer quota page is followed here.",
            "Un texte plus ancien (2019) indique 50 nœuds ; la page des quotas, plus récente, est suivie ici.",
            "Un testo più vecchio (2019) indica 50 nodi; qui si segue la pagina delle quote, più recente.",
        ),
    ],
    fields: &[
        path::INTER_NODE,
        path::DEDICATED,
        path::SPOT,
        path::ALLOCATION_MODE,
        path::FORMULA,
    ],
    versions: None,
    example: example!("AB0203"),
    check: Check::Own(check),
};

static TOO_MANY: Words = words(
    "{0} with inter-node communication: the most is {1}.",
    "{0} avec communication entre nœuds : le maximum est de {1}.",
    "{0} con comunicazione tra nodi: il massimo è {1}.",
);
static TOO_MANY_EITHER_WAY: Words = words(
    "{0} with inter-node communication: the most is {1}, in user subscription mode {2}.",
    "{0} avec communication entre nœuds : le maximum est de {1}, ou de {2} en mode abonnement utilisateur.",
    "{0} con comunicazione tra nodi: il massimo è {1}, in modalità sottoscrizione utente {2}.",
);
static PERHAPS: Words = words(
    "{0} with inter-node communication: user subscription mode allows only {1}.",
    "{0} avec communication entre nœuds : le mode abonnement utilisateur n’en permet que {1}.",
    "{0} con comunicazione tra nodi: la modalità sottoscrizione utente ne consente solo {1}.",
);

/// The largest number of nodes that may talk, and the largest that surely may when the allocation mode is not known.
fn most(plan: &Plan) -> (i64, i64) {
    match plan.target.mode {
        Some(AllocationMode::BatchService) => (INTER_NODE_MOST.value, INTER_NODE_MOST.value),
        Some(AllocationMode::UserSubscription) => (INTER_NODE_MOST_OWN.value, INTER_NODE_MOST_OWN.value),
        None => (INTER_NODE_MOST.value, INTER_NODE_MOST_OWN.value),
    }
}

/// Whether this rule speaks, so that lighter ones need not.
pub(super) fn speaks(plan: &Plan) -> bool {
    plan.pool.inter_node == Some(true) && plan.pool.nodes() > most(plan).1
}

/// The finding about so many nodes at `path`, if they are too many.
fn too_many(plan: &Plan, nodes: i64, path: &'static str) -> Option<Finding> {
    let (most, safe) = most(plan);
    if plan.pool.inter_node != Some(true) || nodes <= safe {
        return None;
    }
    let count = (nodes, &nouns::NODES).into();
    let (severity, basis, message) = if nodes <= most {
        (
            Severity::Warning,
            Basis::Account,
            Message::new(&PERHAPS, [count, safe.into()]),
        )
    } else if safe < most {
        (
            Severity::Error,
            Basis::Documented,
            Message::new(&TOO_MANY_EITHER_WAY, [count, most.into(), safe.into()]),
        )
    } else {
        (
            Severity::Error,
            Basis::Documented,
            Message::new(&TOO_MANY, [count, most.into()]),
        )
    };
    let finding = Finding::new(&RULE, path, message).weigh(severity).on_basis(basis);
    Some(finding.related(path::INTER_NODE))
}

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let [(larger, _), (other, rest)] = plan.pool.targets();
    let Some(mut finding) = too_many(plan, plan.pool.nodes(), larger) else {
        return;
    };
    if plan.at(other).is_some() {
        finding = finding.related(other);
    }
    let safe = most(plan).1;
    if rest < safe {
        let left = safe - rest.max(0);
        finding = finding.offer_number(larger, left);
    }
    report.add(finding.offer_text_for(path::INTER_NODE, "Disabled"));
}

/// Looks at the numbers of a formula.
pub(super) fn look(reading: &Reading, report: &mut Report) {
    let (plan, targets) = (reading.context.plan, formula_most::most(reading));
    let known = || targets.iter().flatten();
    let nodes = known().fold(0_i64, |nodes, most| nodes.saturating_add(most.nodes.max(0)));
    let Some(largest) = known().max_by_key(|most| most.nodes) else {
        return;
    };
    let Some(mut finding) = too_many(plan, nodes, path::FORMULA) else {
        return;
    };
    // What a formula only may reach is no error.
    if known().any(|most| !most.exact) {
        finding = finding.weigh(Severity::Warning);
    }
    let finding = finding.inside(largest.span);
    report.add(finding.offer_text_for(path::INTER_NODE, "Disabled"));
}
