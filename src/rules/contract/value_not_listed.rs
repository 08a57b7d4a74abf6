//! AB0014: a text that is not one of the values of its enumeration.

use super::other_version::use_version;
use super::trials::Trials;
use super::walk::At;
use crate::facts::contract::Choice;
use crate::facts::contract_sources;
use crate::model::{Edit, Node, path};
use crate::rules::near::nearest;
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0014",
    name: "value-not-listed",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Document,
    title: words(
        "Value that is not one of the listed ones",
        "Valeur absente de la liste",
        "Valore non compreso nell’elenco",
    ),
    why: words(
        "The contract lists the values this member may have in the plan’s api-version; the service refuses any other. Choose one of them.",
        "Le contrat énumère les valeurs possibles de ce membre dans l’api-version du plan ; le service refuse toute autre valeur. Choisissez l’une d’elles.",
        "Il contratto elenca i valori che questo membro può avere nell’api-version del piano; il servizio rifiuta ogni altro valore. Sceglierne uno.",
    ),
    sources: &[contract_sources::VALUES],
    fields: &[path::POOL, path::INTER_NODE, path::DEALLOCATION, path::SECURITY_TYPE],
    versions: None,
    example: example!("AB0014"),
    check: Check::Walk,
};

static NOT_LISTED: Words = words(
    "{0} is not a value of {1}; it takes {2}.",
    "{0} n’est pas une valeur de {1} ; les valeurs admises sont {2}.",
    "{0} non è un valore di {1}; i valori ammessi sono {2}.",
);
static ONLY_ONE: Words = words(
    "{0} is not a value of {1}; its only one is {2}.",
    "{0} n’est pas une valeur de {1} ; la seule valeur admise est {2}.",
    "{0} non è un valore di {1}; l’unico valore ammesso è {2}.",
);
static SINCE: Words = words(
    "{0} is a value of {1} only since api-version {2}; this plan is written for {3}.",
    "{0} n’est une valeur de {1} qu’à partir de l’api-version {2} ; ce plan est écrit pour {3}.",
    "{0} è un valore di {1} solo a partire dall’api-version {2}; questo piano è scritto per {3}.",
);
static UNTIL: Words = words(
    "{0} is a value of {1} only until api-version {2}; this plan is written for {3}.",
    "{0} n’est une valeur de {1} que jusqu’à l’api-version {2} ; ce plan est écrit pour {3}.",
    "{0} è un valore di {1} solo fino all’api-version {2}; questo piano è scritto per {3}.",
);

/// The finding about `text`, which is none of the values that live in this version.
pub(super) fn finding(here: &At, node: &Node, text: &str, choices: &'static [Choice], trials: &mut Trials) -> Finding {
    let (version, pointer, name) = (trials.version(), here.pointer(), here.label());
    let living = || {
        choices
            .iter()
            .filter(move |choice| choice.life.covers(version))
            .map(|choice| choice.value)
    };
    if let Some(choice) = choices.iter().find(|choice| choice.value.eq_ignore_ascii_case(text)) {
        let (words, edge) = if choice.life.until < version {
            (&UNTIL, choice.life.until)
        } else {
            (&SINCE, choice.life.since)
        };
        let args = [
            choice.value.into(),
            name.into(),
            edge.name().into(),
            version.name().into(),
        ];
        let found = Finding::new(&RULE, &*pointer, Message::new(words, args)).at_text(node.span);
        return match trials.version_for(choice.life, (RULE.id, &pointer)) {
            // The letter case, if it is another, is a finding of its own afterwards.
            Some(other) => found.fix(use_version(other).0, use_version(other).1),
            None => found,
        };
    }
    let all = living().collect::<Vec<_>>();
    let words = if all.len() == 1 { &ONLY_ONE } else { &NOT_LISTED };
    let message = Message::new(words, [text.into(), name.into(), all.join(", ").into()]);
    let found = Finding::new(&RULE, &*pointer, message).at_text(node.span);
    let sure = nearest(text, living()).or(all.first().filter(|_| all.len() == 1).copied());
    match sure {
        Some(value) => found.fix(
            Message::new(&fix_titles::SET, [value.into()]),
            [Edit::set(pointer, Node::text(value))],
        ),
        None => found,
    }
}
