//! AB0616: settings of a user for an operating system the nodes do not have.

use super::shapes::{add, has, offer_removal};
use crate::facts::pages;
use crate::model::{OsType, node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0616",
    name: "user-settings-of-another-os",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "User settings for another operating system",
        "Des paramètres d’utilisateur pour un autre système d’exploitation",
        "Impostazioni utente per un altro sistema operativo",
    ),
    why: words(
        "`windowsUserConfiguration` may only be given on a Windows pool; `linuxUserConfiguration` is ignored there.",
        "`windowsUserConfiguration` ne peut être indiqué que sur un pool Windows ; `linuxUserConfiguration` y est ignoré.",
        "`windowsUserConfiguration` si può indicare solo in un pool Windows; lì `linuxUserConfiguration` viene ignorato.",
    ),
    sources: &[pages::CONTRACT.says(
        "Windows settings of a user can only be specified on a Windows pool; Linux settings are ignored on one.",
        "Les paramètres Windows d’un utilisateur ne s’indiquent que sur un pool Windows ; ses paramètres Linux y sont \
         ignorés.",
        "Le impostazioni Windows di un utente si indicano solo in un pool Windows; lì le impostazioni Linux vengono ignorate.",
    )],
    fields: &[node_setup::USERS, path::NODE_AGENT, path::IMAGE_OS],
    versions: None,
    example: example!("AB0616"),
    check: Check::Own(check),
};

static REFUSED: Words = words(
    "{0} cannot be given for Linux nodes.",
    "{0} ne peut pas être indiqué pour des nœuds Linux.",
    "{0} non si può indicare per nodi Linux.",
);
static IGNORED: Words = words(
    "{0} is ignored on Windows nodes.",
    "{0} est ignoré sur les nœuds Windows.",
    "{0} viene ignorato sui nodi Windows.",
);

fn check(context: &Context, report: &mut Report) {
    let (name, words, severity) = match context.plan.node_os() {
        Some(OsType::Linux) => ("windowsUserConfiguration", &REFUSED, Severity::Error),
        Some(OsType::Windows) => ("linuxUserConfiguration", &IGNORED, Severity::Advice),
        None => return,
    };
    for (index, user) in context.plan.items_at(node_setup::USERS) {
        if has(user, name) {
            add(report, &RULE, severity, &mut || {
                let pointer = path::child(&path::item(node_setup::USERS, index), name);
                let finding = Finding::new(&RULE, &*pointer, Message::new(words, [name.into()]));
                offer_removal(finding.weigh(severity), pointer, name)
            });
        }
    }
}
