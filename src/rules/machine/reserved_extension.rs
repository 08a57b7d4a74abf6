//! AB0509: the Custom Script extension, which Batch uses itself.

use super::shapes;
use crate::facts::extensions;
use crate::facts::extensions::Known;
use crate::model::api_version::V2021_01_01;
use crate::model::{ApiVersion, Node, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0509",
    name: "reserved-extension",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Machine,
    title: words(
        "An extension that Batch keeps for itself",
        "Une extension que Batch se réserve",
        "Un’estensione che Batch riserva a sé",
    ),
    why: words(
        "Batch uses the Custom Script extension to start its own agent, so a pool cannot bring another. Run the \
         script as the start task of the pool.",
        "Batch utilise l’extension Script personnalisé pour lancer son propre agent, si bien qu’un pool ne peut pas \
         en apporter une autre. Exécutez le script comme tâche de démarrage du pool.",
        "Batch usa l’estensione Script personalizzato per avviare il proprio agente, perciò un pool non può \
         aggiungerne un’altra. Eseguire lo script come attività di avvio del pool.",
    ),
    sources: &[extensions::RESERVED_FROM],
    fields: &[path::EXTENSIONS, path::START_TASK],
    versions: Some((V2021_01_01, ApiVersion::DRAFT)),
    example: example!("AB0509"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} of {1} is reserved for Batch and cannot be installed by a pool.",
    "{0} de {1} est réservée à Batch et ne peut pas être installée par un pool.",
    "{0} di {1} è riservata a Batch e non può essere installata da un pool.",
);

fn check(context: &Context, report: &mut Report) {
    each_extension(context, &RULE, |index, publisher, kind| {
        if extensions::known(publisher, kind) == Known::Reserved {
            let path = path::child(&path::item(path::EXTENSIONS, index), "type");
            let message = Message::new(&SAY, [kind.into(), publisher.into()]);
            report.add(Finding::new(&RULE, path, message).related(path::START_TASK));
        }
    });
}

/// Calls with the position, publisher and type of each extension that has both.
pub(super) fn each_extension(context: &Context, rule: &Rule, mut look: impl FnMut(usize, &str, &str)) {
    let extensions = context.plan.pool.vm_at("/extensions").map_or(&[][..], Node::items);
    if extensions.is_empty() || !shapes::applies(context, rule) {
        return;
    }
    for (index, extension) in extensions.iter().enumerate() {
        let text = |name| {
            extension
                .get(name)
                .and_then(Node::as_text)
                .filter(|text| !placeholder(text))
        };
        if let (Some(publisher), Some(kind)) = (text("publisher"), text("type")) {
            look(index, publisher, kind);
        }
    }
}
