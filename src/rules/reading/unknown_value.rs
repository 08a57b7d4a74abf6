//! AB0023: a value that stands for another one, which nobody knows yet.

use crate::facts::contract_sources;
use crate::model::{Node, Value, is_expression, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Place, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0023",
    name: "unknown-value",
    severity: Severity::Advice,
    basis: Basis::Contract,
    area: Area::Document,
    title: words(
        "Value that is not known yet",
        "Valeur encore inconnue",
        "Valore non ancora noto",
    ),
    why: words(
        "An expression gets its value only when a template, a script or a file of another tool is run. Until then no rule \
         can judge it. Batch itself knows no expressions: a request would send the text as it stands. Write the value in \
         its place to have it checked.",
        "Une expression ne reçoit sa valeur que lorsqu’un modèle, un script ou le fichier d’un autre outil est exécuté. \
         D’ici là, aucune règle ne peut l’évaluer. Batch lui-même ne connaît pas les expressions : une requête enverrait le \
         texte tel quel. Écrivez la valeur elle-même pour qu’elle soit vérifiée.",
        "Un’espressione assume un valore solo quando si esegue un modello, uno script o il file di un altro strumento. \
         Fino ad allora nessuna regola può valutarla. Batch, di per sé, non conosce le espressioni: una richiesta \
         invierebbe il testo così com’è. Per far verificare il valore, scriverlo al posto dell’espressione.",
    ),
    sources: &[contract_sources::TYPES],
    fields: &[path::TARGET, path::POOL],
    versions: None,
    example: example!("AB0023"),
    check: Check::Own(check),
};

static NOT_KNOWN: Words = words(
    "The value of {0} is not known here: {1}.",
    "La valeur de {0} n’est pas connue ici : {1}.",
    "Il valore di {0} non è noto qui: {1}.",
);

static NAME_NOT_KNOWN: Words = words(
    "The name of this member is not known here: {0}.",
    "Le nom de ce membre n’est pas connu ici : {0}.",
    "Il nome di questo membro non è noto qui: {0}.",
);

fn check(context: &Context, report: &mut Report) {
    for part in ["target", "image", "pool"] {
        if let Some(node) = context.plan.root.get(part) {
            walk(node, &mut path::child("", part), report);
        }
    }
}

fn walk(node: &Node, at: &mut String, report: &mut Report) {
    let length = at.len();
    match &node.value {
        Value::Text(text) if is_expression(text) => {
            report.add_with(&RULE, RULE.severity, || {
                let message = Message::new(&NOT_KNOWN, [path::last(at).into(), text.as_str().into()]);
                Finding::new(&RULE, at.as_str(), message)
            });
        }
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                *at = path::item(at, index);
                walk(item, at, report);
                at.truncate(length);
            }
        }
        Value::Object(members) => {
            for member in members {
                *at = path::child(at, &member.name);
                if is_expression(&member.name) {
                    report.add_with(&RULE, RULE.severity, || {
                        let message = Message::new(&NAME_NOT_KNOWN, [member.name.as_str().into()]);
                        Finding::new(&RULE, at.as_str(), message).at_name()
                    });
                }
                walk(&member.node, at, report);
                at.truncate(length);
            }
        }
        _ => {}
    }
}

/// Whether a finding of another rule speaks of a value that is not known, or of something inside it. What is said of a
/// member's name holds whatever its value.
pub fn rests_on_unknown(finding: &Finding, root: &Node) -> bool {
    if std::ptr::eq(finding.rule, &RULE) {
        return false;
    }
    let by_name = matches!(finding.place, Place::Name(_));
    let related = finding.related.iter().map(String::as_str);
    let own = Some(finding.place.path()).filter(|_| !by_name);
    let named =
        |pointer: &str| pointer.contains('[') && pointer.split('/').any(|part| is_expression(&path::unescape(part)));
    named(finding.place.path()) || own.into_iter().chain(related).any(|pointer| is_unknown(root, pointer))
}

/// Whether the value at a pointer, or the nearest above it that is there, is not known.
fn is_unknown(root: &Node, pointer: &str) -> bool {
    let mut at = pointer;
    loop {
        match (root.at(at), path::split_last(at)) {
            (Some(node), _) => return node.as_text().is_some_and(is_expression),
            (None, Some((parent, _))) => at = parent,
            (None, None) => return false,
        }
    }
}
