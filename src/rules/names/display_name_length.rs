//! AB0406: a display name that is too long.

use super::form::{self, Field};
use crate::facts::limits::DISPLAY_NAME;
use crate::model::{Edit, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0406",
    name: "display-name-too-long",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Names,
    title: words(
        "A display name that is too long",
        "Un nom d’affichage trop long",
        "Un nome visualizzato troppo lungo",
    ),
    why: words(
        "The display name may hold any Unicode characters, in a limited number, counted here as Unicode scalar \
         values. Longer ones are refused.",
        "Le nom d’affichage peut contenir tout caractère Unicode, en nombre limité, compté ici en valeurs scalaires \
         Unicode. Au-delà, il est refusé.",
        "Il nome visualizzato può contenere qualsiasi carattere Unicode, in numero limitato, contato qui in valori \
         scalari Unicode. Oltre il limite viene rifiutato.",
    ),
    sources: &[DISPLAY_NAME.from],
    fields: &[path::DISPLAY_NAME],
    versions: None,
    example: example!("AB0406"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "The display name has {0}: the most is {1}.",
    "Le nom d’affichage compte {0} : le maximum est de {1}.",
    "Il nome visualizzato ha {0}: il massimo è {1}.",
);
static CUT: Words = words("Shorten to {0}", "Raccourcir à {0}", "Accorcia a {0}");

fn check(context: &Context, report: &mut Report) {
    for (_, name, _) in form::flaws(context.plan, &[Field::DisplayName]) {
        let length = (name.chars().count() as i64, &nouns::CHARACTERS);
        let most = DISPLAY_NAME.value;
        let cut: String = name.chars().take(most as usize).collect();
        report.add(
            Finding::new(
                &RULE,
                path::DISPLAY_NAME,
                Message::new(&SAY, [Arg::from(length), (most as i64).into()]),
            )
            .fix(
                Message::new(&CUT, [Arg::from((most as i64, &nouns::CHARACTERS))]),
                [Edit::set(path::DISPLAY_NAME, Node::text(cut))],
            )
            .safe(false),
        );
    }
}
