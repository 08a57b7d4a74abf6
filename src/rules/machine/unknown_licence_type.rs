//! AB0505: a licence type other than the two that the contract names.

use super::shapes;
use crate::facts::pages;
use crate::model::{Node, OsType, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0505",
    name: "unknown-licence-type",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "A licence type that is not one of the two",
        "Un type de licence qui n’est pas l’un des deux",
        "Un tipo di licenza che non è uno dei due",
    ),
    why: words(
        "Batch knows two kinds of licence one already has, `Windows_Server` and `Windows_Client`. Without \
         `licenseType` the licence is part of the price of the node.",
        "Batch connaît deux types de licences déjà détenues, `Windows_Server` et `Windows_Client`. Sans \
         `licenseType`, la licence est comprise dans le prix du nœud.",
        "Batch conosce due tipi di licenza già posseduta, `Windows_Server` e `Windows_Client`. Senza `licenseType` la \
         licenza è compresa nel prezzo del nodo.",
    ),
    sources: &[pages::CONTRACT.says(
        "The values are `Windows_Server` and `Windows_Client`; omitted, there is no discount for licences one has.",
        "Les valeurs sont `Windows_Server` et `Windows_Client` ; si le membre est omis, aucune remise pour licences \
         existantes ne s’applique.",
        "I valori sono `Windows_Server` e `Windows_Client`; se omesso, non si applica lo sconto per licenze già \
         possedute.",
    )],
    fields: &[path::LICENSE],
    versions: None,
    example: example!("AB0505"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} is no licence type: there are {1} and {2}.",
    "{0} n’est pas un type de licence : les types sont {1} et {2}.",
    "{0} non è un tipo di licenza: ci sono {1} e {2}.",
);

const KNOWN: [&str; 2] = ["Windows_Server", "Windows_Client"];

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let Some(text) = plan.pool.vm_at("/licenseType").and_then(Node::as_text) else {
        return;
    };
    // On Linux no licence will do.
    if KNOWN.contains(&text) || placeholder(text) || plan.os() == Some(OsType::Linux) {
        return;
    }
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    };
    let meant = KNOWN.into_iter().find(|known| letters(known) == letters(text));
    let same = meant.is_some_and(|known| known.eq_ignore_ascii_case(text));
    let [server, client] = KNOWN;
    let message = Message::new(&SAY, [text.into(), server.into(), client.into()]);
    let finding =
        Finding::new(&RULE, path::LICENSE, message).weigh(if same { Severity::Warning } else { Severity::Error });
    report.add(match meant {
        Some(known) => finding.offer_text(path::LICENSE, known),
        None => shapes::offer_removal(finding, path::LICENSE),
    });
}
