//! AB0534: automatic OS upgrade that does not wait until tasks are done.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2024_02_01;
use crate::model::{ApiVersion, Edit, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0534",
    name: "upgrade-interrupts-tasks",
    severity: Severity::Advice,
    basis: Basis::Documented,
    area: Area::Machine,
    title: words(
        "An automatic OS upgrade that does not wait for tasks",
        "Une mise à niveau automatique du système qui n’attend pas les tâches",
        "Un aggiornamento automatico del sistema che non aspetta le attività",
    ),
    why: words(
        "Without deferral a node is upgraded as soon as a newer image is there, even while tasks run on it. Microsoft \
         strongly advises `osRollingUpgradeDeferral`; automatic OS upgrade itself is described as a preview that a \
         support request switches on.",
        "Sans report, un nœud est mis à niveau dès qu’une image plus récente est disponible, même si des tâches s’y \
         exécutent. Microsoft recommande vivement `osRollingUpgradeDeferral` ; la mise à niveau automatique elle-même \
         est décrite comme une préversion qu’une demande de support active.",
        "Senza rinvio un nodo viene aggiornato appena c’è un’immagine più recente, anche mentre vi sono attività in \
         esecuzione. Microsoft consiglia vivamente `osRollingUpgradeDeferral`; l’aggiornamento automatico stesso è \
         descritto come anteprima, attivata con una richiesta di supporto.",
    ),
    sources: &[pages::OS_UPGRADES.says(
        "Tasks are not disrupted when `osRollingUpgradeDeferral` is true; otherwise nodes upgrade whether they run a \
         task or not. (Preview, enabled by account.)",
        "Les tâches ne sont pas perturbées si `osRollingUpgradeDeferral` est vrai ; sinon, les nœuds sont mis à \
         niveau, qu’ils exécutent une tâche ou non. (Préversion, activée par compte.)",
        "Le attività non vengono disturbate se `osRollingUpgradeDeferral` è vero; altrimenti i nodi si aggiornano \
         anche durante un’attività. (Anteprima, attivata per account.)",
    )],
    fields: &[path::UPGRADE_DEFERRAL, path::AUTO_UPGRADE],
    versions: Some((V2024_02_01, ApiVersion::DRAFT)),
    example: example!("AB0534"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "Without {0} nodes are upgraded even while tasks run on them.",
    "Sans {0}, les nœuds sont mis à niveau même quand des tâches s’y exécutent.",
    "Senza {0} i nodi vengono aggiornati anche mentre vi sono attività in esecuzione.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    if !pool.upgrades_itself() || !shapes::applies(context, &RULE) {
        return;
    }
    let deferral = pool.upgrade_at("/automaticOSUpgradePolicy/osRollingUpgradeDeferral");
    if deferral.is_none_or(|deferral| deferral.as_bool() == Some(false)) {
        let name = path::last(path::UPGRADE_DEFERRAL);
        let title = Message::new(&fix_titles::SET_MEMBER, [name.clone().into(), "true".into()]);
        let finding = Finding::new(&RULE, path::UPGRADE_DEFERRAL, Message::new(&SAY, [name.into()]));
        report.add(finding.fix(title, [Edit::set(path::UPGRADE_DEFERRAL, Node::bool(true))]));
    }
}
