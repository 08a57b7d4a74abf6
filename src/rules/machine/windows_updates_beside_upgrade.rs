//! AB0533: Windows Update and automatic OS upgrade on the same nodes.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2024_02_01;
use crate::model::{ApiVersion, Edit, Node, OsType, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0533",
    name: "windows-updates-beside-upgrade",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "Windows Update beside automatic OS upgrade",
        "Windows Update à côté de la mise à niveau automatique du système",
        "Windows Update accanto all’aggiornamento automatico del sistema",
    ),
    why: words(
        "With automatic OS upgrade `enableAutomaticUpdates` cannot be true on Windows: new images bring the patches. \
         As the member counts as true when it is left out, write `false`.",
        "Avec la mise à niveau automatique du système, `enableAutomaticUpdates` ne peut pas être vrai sous Windows : \
         les nouvelles images apportent les correctifs. Comme le membre vaut vrai s’il est omis, écrivez `false`.",
        "Con l’aggiornamento automatico del sistema `enableAutomaticUpdates` non può essere vero su Windows: le nuove \
         immagini contengono le patch. Poiché il membro vale vero se omesso, scrivere `false`.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "With `enableAutomaticOSUpgrade` on Windows `enableAutomaticUpdates` cannot be true; left out, that \
             member is true.",
            "Avec `enableAutomaticOSUpgrade` sous Windows, `enableAutomaticUpdates` ne peut pas être vrai ; omis, ce \
             membre vaut vrai.",
            "Con `enableAutomaticOSUpgrade` su Windows `enableAutomaticUpdates` non può essere vero; omesso, quel \
             membro vale vero.",
        ),
        pages::OS_UPGRADES.says(
            "Whoever uses `enableAutomaticUpdates` must set it to `false` in the pool.",
            "Qui utilise `enableAutomaticUpdates` doit le définir sur `false` dans le pool.",
            "Chi usa `enableAutomaticUpdates` deve impostarlo su `false` nel pool.",
        ),
    ],
    fields: &[path::WINDOWS_UPDATES, path::AUTO_UPGRADE],
    versions: Some((V2024_02_01, ApiVersion::DRAFT)),
    example: example!("AB0533"),
    check: Check::Own(check),
};

static ON: Words = words(
    "{0} is on beside automatic OS upgrade: on Windows only one of the two may patch the nodes.",
    "{0} est activé à côté de la mise à niveau automatique du système : sous Windows, un seul des deux peut appliquer \
     les correctifs aux nœuds.",
    "{0} è attivo accanto all’aggiornamento automatico del sistema: su Windows solo uno dei due può applicare patch \
     ai nodi.",
);

static UNSAID: Words = words(
    "{0} is left out and so on, beside automatic OS upgrade.",
    "{0} est omis, donc activé, à côté de la mise à niveau automatique du système.",
    "{0} è omesso, quindi attivo, accanto all’aggiornamento automatico del sistema.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let pool = &plan.pool;
    if !pool.upgrades_itself() || plan.os() != Some(OsType::Windows) || !shapes::applies(context, &RULE) {
        return;
    }
    let updates = pool.vm_at("/windowsConfiguration/enableAutomaticUpdates");
    let (words, severity, basis) = match updates.map(Node::as_bool) {
        Some(Some(true)) => (&ON, Severity::Error, Basis::Contract),
        None => (&UNSAID, Severity::Warning, Basis::Derived),
        Some(_) => return,
    };
    let name = path::last(path::WINDOWS_UPDATES);
    let title = Message::new(&fix_titles::SET_MEMBER, [name.clone().into(), "false".into()]);
    report.add(
        Finding::new(&RULE, path::WINDOWS_UPDATES, Message::new(words, [name.into()]))
            .weigh(severity)
            .on_basis(basis)
            .related(path::AUTO_UPGRADE)
            .fix(title, [Edit::set(path::WINDOWS_UPDATES, Node::bool(false))]),
    );
}
