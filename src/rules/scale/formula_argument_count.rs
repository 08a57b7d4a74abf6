//! AB0234: a function or method of a formula with too few or too many arguments.

use super::formula_reading::Reading;
use crate::facts::limits::{FORMULA_ARGUMENTS, FORMULA_CHECKED, FORMULA_FUNCTIONS};
use crate::formula::Kind;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0234",
    name: "formula-argument-count",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Scale,
    title: words(
        "A function with too few or too many arguments",
        "Une fonction avec trop peu ou trop d’arguments",
        "Una funzione con troppi o troppo pochi argomenti",
    ),
    why: words(
        "The page gives these functions and methods a fixed number of arguments, and a formula that is not valid is refused \
         when the pool is created. Functions of a list, such as `avg` or `min`, take any number.",
        "La page donne à ces fonctions et méthodes un nombre d’arguments déterminé, et une formule qui n’est pas valide est \
         refusée à la création du pool. Les fonctions d’une liste, comme `avg` ou `min`, en prennent un nombre quelconque.",
        "La pagina dà a queste funzioni e a questi metodi un numero fisso di argomenti, e una formula non valida viene \
         rifiutata alla creazione del pool. Le funzioni su un elenco, come `avg` o `min`, ne accettano un numero \
         qualsiasi.",
    ),
    sources: &[FORMULA_FUNCTIONS.from, FORMULA_CHECKED],
    fields: &[path::FORMULA],
    versions: None,
    example: example!("AB0234"),
    check: Check::Walk,
};

static EXACTLY: Words = words(
    "{0} takes {1}, and is given {2}.",
    "{0} prend {1}, et en reçoit {2}.",
    "{0} richiede {1} e ne riceve {2}.",
);
static BETWEEN: Words = words(
    "{0} takes {3} to {1}, and is given {2}.",
    "{0} prend de {3} à {1}, et en reçoit {2}.",
    "{0} richiede da {3} a {1} e ne riceve {2}.",
);

pub(super) fn look(reading: &Reading, report: &mut Report) {
    for (_, step, word) in reading.steps() {
        let (Kind::Call(given) | Kind::Method(given)) = step.kind else {
            continue;
        };
        let takes = FORMULA_ARGUMENTS.iter().find(|(name, ..)| *name == word);
        let Some((_, least, most)) = takes.filter(|(_, least, most)| !(*least..=*most).contains(&given)) else {
            continue;
        };
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let args: [Arg; 4] = [
            word.into(),
            (number(*most), &nouns::ARGUMENTS).into(),
            number(given).into(),
            number(*least).into(),
        ];
        let words = if least == most { &EXACTLY } else { &BETWEEN };
        report.add(reading.found(&RULE, step.span, Message::new(words, args)));
    }
}
