//! AB0415: a placeholder of an example that nobody filled in.

use crate::facts::contract;
use crate::facts::pages;
use crate::model::{Member, Node, Value, path, placeholder_in};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0415",
    name: "placeholder-left",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Names,
    title: words(
        "A placeholder that was not filled in",
        "Un espace réservé qui n’a pas été rempli",
        "Un segnaposto non compilato",
    ),
    why: words(
        "Microsoft’s examples mark with braces what you must put in: the service takes the placeholder literally and \
         refuses the request, or finds no such resource.",
        "Les exemples de Microsoft indiquent entre accolades ce que vous devez fournir : le service prend l’espace \
         réservé au pied de la lettre et refuse la requête, ou ne trouve pas la ressource.",
        "Gli esempi di Microsoft indicano tra parentesi graffe ciò che va inserito: il servizio prende il segnaposto \
         alla lettera e rifiuta la richiesta, o non trova la risorsa.",
    ),
    sources: &[pages::CUSTOM_IMAGES.says(
        "The REST sample has placeholders such as `{VM size}` to be replaced.",
        "L’exemple REST contient des espaces réservés comme `{VM size}` à remplacer.",
        "L’esempio REST contiene segnaposto come `{VM size}` da sostituire.",
    )],
    fields: &[path::TARGET, path::POOL],
    versions: None,
    example: example!("AB0415"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} is a placeholder: put in your own value.",
    "{0} est un espace réservé : indiquez votre propre valeur.",
    "{0} è un segnaposto: inserire il proprio valore.",
);

/// Where braces and angle brackets may be meant: the end of the pointer without its list positions.
const FREE_TEXT: [&str; 10] = [
    "/startTask/commandLine",
    "/containerSettings/containerRunOptions",
    "/blobfuseOptions",
    "/mountOptions",
    "/environmentSettings/value",
    "/autoScale/formula",
    "/properties/displayName",
    "/metadata/value",
    "/extensions/settings",
    "/extensions/protectedSettings",
];

fn check(context: &Context, report: &mut Report) {
    for part in [path::TARGET, path::POOL] {
        if let Some(node) = context.plan.at(part).filter(|node| has_any(node)) {
            walk(node, &mut part.to_owned(), report);
        }
    }
}

/// Whether there is anything to say at all: asked first, as most plans have no placeholder and need no pointers.
fn has_any(node: &Node) -> bool {
    match &node.value {
        Value::Text(text) => placeholder_in(text).is_some(),
        Value::List(items) => items.iter().any(has_any),
        Value::Object(members) => {
            let mut members = members.iter();
            members.any(|member| placeholder_in(&member.name).is_some() || has_any(&member.node))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

fn walk(node: &Node, at: &mut String, report: &mut Report) {
    let length = at.len();
    match &node.value {
        Value::Text(text) => {
            if let Some(found) = placeholder_in(text).filter(|_| !is_meant(at)) {
                report.add(Finding::new(&RULE, &**at, Message::new(&SAY, [Arg::from(found)])));
            }
        }
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                path::push(at, &index.to_string());
                walk(item, at, report);
                at.truncate(length);
            }
        }
        Value::Object(members) => {
            for Member { name, node, .. } in members {
                // Identities stand in the names of members.
                let found = placeholder_in(name).filter(|_| !is_meant(at));
                path::push(at, name);
                if let Some(found) = found {
                    report.add(Finding::new(&RULE, &**at, Message::new(&SAY, [Arg::from(found)])).at_name());
                }
                walk(node, at, report);
                at.truncate(length);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether this, or something above it, is free text or a secret.
fn is_meant(pointer: &str) -> bool {
    let ends = pointer.match_indices('/').map(|(end, _)| end);
    ends.chain([pointer.len()])
        .filter_map(|end| pointer.get(..end))
        .any(|pointer| is_free_text(pointer) || is_secret(pointer))
}

fn is_free_text(pointer: &str) -> bool {
    let is_position = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    let names: Vec<&str> = pointer.split('/').filter(|part| !is_position(part)).collect();
    let names = format!("/{}", names.join("/"));
    FREE_TEXT.iter().any(|end| names.ends_with(end))
}

/// A secret is nobody’s to quote, and may well look like a placeholder.
fn is_secret(pointer: &str) -> bool {
    let below = pointer.strip_prefix(path::POOL).unwrap_or_default();
    contract::member_at(below).is_some_and(|member| member.secret)
}
