//! AB0404: a Batch account name that no account can have.

use super::form::{self, Field, Flaw};
use crate::facts::limits::ACCOUNT_NAME;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0404",
    name: "account-name-form",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Names,
    title: words(
        "A name that no Batch account can have",
        "Un nom qu’aucun compte Batch ne peut avoir",
        "Un nome che nessun account Batch può avere",
    ),
    why: words(
        "The account’s name is part of its address: digits and lower-case letters, says the text; the pattern beside \
         it admits upper case as well. Write it as the portal shows it.",
        "Le nom du compte fait partie de son adresse : chiffres et minuscules, dit le texte ; le motif indiqué à côté \
         admet aussi les majuscules. Écrivez-le comme le portail l’affiche.",
        "Il nome dell’account fa parte del suo indirizzo: cifre e lettere minuscole, dice il testo; il pattern \
         accanto ammette anche le maiuscole. Scriverlo come lo mostra il portale.",
    ),
    sources: &[ACCOUNT_NAME.from],
    fields: &[path::ACCOUNT],
    versions: None,
    example: example!("AB0404"),
    check: Check::Own(check),
};

static EMPTY: Words = words(
    "The account name is empty.",
    "Le nom du compte est vide.",
    "Il nome dell’account è vuoto.",
);
static LENGTH: Words = words(
    "{0} has {1}: an account name has {2} to {3}.",
    "{0} compte {1} : un nom de compte en compte de {2} à {3}.",
    "{0} ha {1}: un nome di account ne ha da {2} a {3}.",
);
static CHARACTERS: Words = words(
    "{0} has characters other than letters and digits.",
    "{0} a d’autres caractères que des lettres et des chiffres.",
    "{0} ha caratteri diversi da lettere e cifre.",
);
static CASE: Words = words(
    "{0} has upper case: the pattern admits it, the text does not.",
    "{0} a des majuscules : le motif les admet, le texte non.",
    "{0} ha maiuscole: il pattern le ammette, il testo no.",
);

fn check(context: &Context, report: &mut Report) {
    let flaws = form::flaws(context.plan, &[Field::Account]);
    let Some((_, name, flaw)) = flaws.first().copied() else {
        return;
    };
    let find = |message: Message| Finding::new(&RULE, path::ACCOUNT, message);
    report.add(match flaw {
        Flaw::Length if name.is_empty() => find(Message::from(&EMPTY)),
        Flaw::Length => {
            let length = (name.chars().count() as i64, &nouns::CHARACTERS);
            let (least, most) = (ACCOUNT_NAME.value.0 as i64, ACCOUNT_NAME.value.1 as i64);
            find(Message::new(
                &LENGTH,
                [Arg::from(name), length.into(), least.into(), most.into()],
            ))
        }
        Flaw::Characters | Flaw::Identifier => find(Message::new(&CHARACTERS, [Arg::from(name)])),
        Flaw::LetterCase => {
            let lower = name.to_ascii_lowercase();
            find(Message::new(&CASE, [Arg::from(name)]))
                .weigh(Severity::Warning)
                .offer_text(path::ACCOUNT, &lower)
        }
    });
}
