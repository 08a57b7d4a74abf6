//! AB0402: a pool name that another pool of the account has in other letter case.

use super::free_name;
use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0402",
    name: "pool-name-differs-only-in-case",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Names,
    title: words(
        "Two pool names that differ only in letter case",
        "Deux noms de pool qui ne diffèrent que par la casse",
        "Due nomi di pool che differiscono solo per maiuscole e minuscole",
    ),
    why: words(
        "Batch keeps the letter case of a pool name but compares names without it: two pools of an account cannot be \
         told apart by case alone.",
        "Batch conserve la casse d’un nom de pool, mais compare les noms sans elle : deux pools d’un compte ne \
         peuvent pas se distinguer par la seule casse.",
        "Batch conserva maiuscole e minuscole di un nome di pool, ma confronta i nomi senza distinguerle: due pool \
         di un account non possono differire solo in questo.",
    ),
    sources: &[pages::DATA_PLANE.says(
        "Pool ids preserve case and are case-insensitive: an account cannot have two that differ only in case.",
        "Les ID de pool conservent la casse sans la distinguer : un compte ne peut pas en avoir deux qui ne diffèrent \
         que par elle.",
        "Gli ID dei pool conservano maiuscole e minuscole senza distinguerle: un account non può averne due che \
         differiscano solo in questo.",
    )],
    fields: &[path::POOL_NAME, path::NEIGHBOURS],
    versions: None,
    example: example!("AB0402"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} and {1} are one name to Batch.",
    "{0} et {1} sont un seul nom pour Batch.",
    "{0} e {1} sono un solo nome per Batch.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let differ_in_case = |name: &str, other: &str| other != name && other.eq_ignore_ascii_case(name);
    for (name, other, neighbour) in free_name::clashes(plan, differ_in_case) {
        let message = Message::new(&SAY, [Arg::from(name), other.into()]);
        report.add(
            Finding::new(&RULE, path::POOL_NAME, message)
                .related(neighbour)
                .offer_text(path::POOL_NAME, &free_name::like(name, plan)),
        );
    }
}
