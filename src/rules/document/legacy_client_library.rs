//! AB0008: C# for the client library `Microsoft.Azure.Batch`.

use crate::facts::contract_sources;
use crate::input::Dialect;
use crate::model::Span;
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0008",
    name: "legacy-client-library",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Document,
    title: words(
        "C# for a superseded client library",
        "C# pour une bibliothèque cliente remplacée",
        "C# per una libreria client sostituita",
    ),
    why: words(
        "`Microsoft.Azure.Batch` gets critical fixes only, and its newest release ends at version 2024-07-01 of the \
         service’s contract. Write new code for `Azure.ResourceManager.Batch` or `Azure.Compute.Batch`; this plan can \
         be written out for the former.",
        "`Microsoft.Azure.Batch` ne reçoit que des correctifs critiques, et sa dernière version s’arrête à la version \
         2024-07-01 du contrat du service. Écrivez le nouveau code pour `Azure.ResourceManager.Batch` ou \
         `Azure.Compute.Batch` ; ce plan peut être converti pour la première.",
        "`Microsoft.Azure.Batch` riceve solo correzioni critiche e la sua ultima versione si ferma alla versione \
         2024-07-01 del contratto del servizio. Scrivere il nuovo codice per `Azure.ResourceManager.Batch` o \
         `Azure.Compute.Batch`; questo piano può essere convertito per la prima.",
    ),
    sources: &[contract_sources::LEGACY_CLIENT],
    fields: &[""],
    versions: None,
    example: example!("AB0008"),
    check: Check::Walk,
};

static LEGACY: Words = words(
    "{0} is of `Microsoft.Azure.Batch`, which `Azure.Compute.Batch` 1.0.0 superseded in April 2026.",
    "{0} appartient à `Microsoft.Azure.Batch`, que `Azure.Compute.Batch` 1.0.0 a remplacée en avril 2026.",
    "{0} appartiene a `Microsoft.Azure.Batch`, sostituita da `Azure.Compute.Batch` 1.0.0 nell’aprile 2026.",
);

/// What only code for the older library has.
const MARKS: [&str; 5] = [
    "using Microsoft.Azure.Batch;",
    "Microsoft.Azure.Batch.",
    "PoolOperations.CreatePool",
    "new ImageReference(",
    "CloudPool ",
];

/// The finding about C# of the older style.
pub(super) fn finding(text: &str, dialect: Dialect) -> Option<Finding> {
    if dialect != Dialect::CSharp {
        return None;
    }
    let found = MARKS.iter().filter_map(|mark| Some((text.find(mark)?, *mark)));
    let (start, mark) = found.min()?;
    let name = mark.trim_end_matches(['(', ';', '.', ' ']);
    let span = Span {
        start,
        end: start + mark.trim_end().len(),
    };
    Some(Finding::new(&RULE, "", Message::new(&LEGACY, [name.into()])).at_text(span))
}
