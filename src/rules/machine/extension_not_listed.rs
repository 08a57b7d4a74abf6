//! AB0510: an extension that is not on the list of those Batch installs.

use super::reserved_extension::each_extension;
use crate::facts::extensions::Known;
use crate::facts::{extensions, pages};
use crate::model::api_version::V2021_01_01;
use crate::model::{ApiVersion, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0510",
    name: "extension-not-listed",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Machine,
    title: words(
        "An extension that Batch does not list",
        "Une extension que Batch ne mentionne pas",
        "Un’estensione che Batch non elenca",
    ),
    why: words(
        "Batch installs the extensions of its list only, which the page last changed on 2021-11-03: Key Vault, Log \
         Analytics, DSC, Diagnostics, GPU drivers and Antimalware. For others ask by a support request, or do the \
         work in the image or the start task.",
        "Batch n’installe que les extensions de sa liste, inchangée sur la page depuis le 2021-11-03 : Key Vault, Log \
         Analytics, DSC, Diagnostics, pilotes GPU et Antimalware. Pour les autres, faites une demande de support, ou \
         effectuez le travail dans l’image ou la tâche de démarrage.",
        "Batch installa solo le estensioni del proprio elenco, invariato sulla pagina dal 2021-11-03: Key Vault, Log \
         Analytics, DSC, Diagnostica, driver GPU e Antimalware. Per altre aprire una richiesta di supporto, o \
         svolgere il lavoro nell’immagine o nell’attività di avvio.",
    ),
    sources: &[extensions::LISTED_FROM],
    fields: &[path::EXTENSIONS],
    versions: Some((V2021_01_01, ApiVersion::DRAFT)),
    example: example!("AB0510"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} of {1} is not on the list of {2}: other extensions take a support request.",
    "{0} de {1} ne figure pas dans la liste du {2} : les autres extensions exigent une demande de support.",
    "{0} di {1} non è nell’elenco del {2}: per altre estensioni serve una richiesta di supporto.",
);

fn check(context: &Context, report: &mut Report) {
    let Some(listed_on) = pages::EXTENSIONS.dated else {
        return;
    };
    each_extension(context, &RULE, |index, publisher, kind| {
        if extensions::known(publisher, kind) == Known::Unlisted {
            let path = path::child(&path::item(path::EXTENSIONS, index), "type");
            let args = [kind.into(), publisher.into(), listed_on.into()];
            report.add(Finding::new(&RULE, path, Message::new(&SAY, args)));
        }
    });
}
