//! AB0511: a listed extension on nodes of the other operating system.

use super::reserved_extension::each_extension;
use crate::facts::extensions;
use crate::facts::extensions::Known;
use crate::model::api_version::V2021_01_01;
use crate::model::{ApiVersion, OsType, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0511",
    name: "extension-of-another-os",
    severity: Severity::Error,
    basis: Basis::Derived,
    area: Area::Machine,
    title: words(
        "An extension for another operating system",
        "Une extension pour un autre système d’exploitation",
        "Un’estensione per un altro sistema operativo",
    ),
    why: words(
        "The list names each extension for Linux or for Windows; on nodes of the other system it cannot be installed, \
         and the nodes do not become usable. Take the one for this system.",
        "La liste indique chaque extension pour Linux ou pour Windows ; sur des nœuds de l’autre système, elle ne \
         peut pas être installée, et les nœuds restent inutilisables. Prenez celle qui correspond au système.",
        "L’elenco indica ogni estensione per Linux o per Windows; su nodi dell’altro sistema non può essere \
         installata, e i nodi non diventano utilizzabili. Scegliere quella per questo sistema.",
    ),
    sources: &[extensions::LISTED_FROM],
    fields: &[path::EXTENSIONS, path::NODE_AGENT, path::IMAGE_OS],
    versions: Some((V2021_01_01, ApiVersion::DRAFT)),
    example: example!("AB0511"),
    check: Check::Own(check),
};

static FOR_WINDOWS: Words = words(
    "{0} is for Windows, and these nodes run Linux.",
    "{0} est destinée à Windows, et ces nœuds sont sous Linux.",
    "{0} è per Windows, e questi nodi eseguono Linux.",
);

static FOR_LINUX: Words = words(
    "{0} is for Linux, and these nodes run Windows.",
    "{0} est destinée à Linux, et ces nœuds sont sous Windows.",
    "{0} è per Linux, e questi nodi eseguono Windows.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let Some(os) = plan.os() else { return };
    each_extension(context, &RULE, |index, publisher, kind| {
        let words = match extensions::known(publisher, kind) {
            Known::Listed(OsType::Windows) if os == OsType::Linux => &FOR_WINDOWS,
            Known::Listed(OsType::Linux) if os == OsType::Windows => &FOR_LINUX,
            _ => return,
        };
        let path = path::child(&path::item(path::EXTENSIONS, index), "type");
        report.add(Finding::new(&RULE, path, Message::new(words, [kind.into()])).related(plan.os_from()));
    });
}
