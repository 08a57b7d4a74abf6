//! AB0504: settings of Windows on a pool of Linux nodes.

use super::shapes;
use crate::facts::pages;
use crate::model::{OsType, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0504",
    name: "windows-settings-on-linux",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "Settings of Windows on Linux nodes",
        "Des paramètres Windows sur des nœuds Linux",
        "Impostazioni di Windows su nodi Linux",
    ),
    why: words(
        "`windowsConfiguration` must not be given with a Linux image, and `licenseType` applies to Windows only. Take \
         them away, or choose a Windows image and agent.",
        "`windowsConfiguration` ne doit pas être indiqué avec une image Linux, et `licenseType` ne vaut que pour \
         Windows. Supprimez-les, ou choisissez une image et un agent Windows.",
        "`windowsConfiguration` non va indicato con un’immagine Linux, e `licenseType` vale solo per Windows. \
         Toglierli, o scegliere un’immagine e un agente Windows.",
    ),
    sources: &[pages::CONTRACT.says(
        "`windowsConfiguration` must not be given for a Linux image; `licenseType` applies only to images with \
         Windows.",
        "`windowsConfiguration` ne doit pas être indiqué pour une image Linux ; `licenseType` ne s’applique qu’aux \
         images Windows.",
        "`windowsConfiguration` non va indicato per un’immagine Linux; `licenseType` si applica solo alle immagini \
         Windows.",
    )],
    fields: &[path::WINDOWS, path::LICENSE, path::NODE_AGENT, path::IMAGE_OS],
    versions: None,
    example: example!("AB0504"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} is for Windows only, and these nodes run Linux.",
    "{0} ne vaut que pour Windows, et ces nœuds sont sous Linux.",
    "{0} vale solo per Windows, e questi nodi eseguono Linux.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if plan.os() != Some(OsType::Linux) {
        return;
    }
    for (below, path) in [
        ("/windowsConfiguration", path::WINDOWS),
        ("/licenseType", path::LICENSE),
    ] {
        if plan.pool.vm_at(below).is_some() {
            let message = Message::new(&SAY, [path::last(path).into()]);
            let finding = Finding::new(&RULE, path, message).related(plan.os_from());
            report.add(shapes::offer_removal(finding, path));
        }
    }
}
