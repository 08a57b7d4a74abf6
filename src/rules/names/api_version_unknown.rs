//! AB0412: an api-version that does not exist or has no pools.

use super::other_version;
use crate::facts::pages;
use crate::model::api_version::V2017_09_01;
use crate::model::{ApiVersion, CalendarDate, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0412",
    name: "unknown-api-version",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Names,
    title: words(
        "An api-version that does not exist or has no pools",
        "Une api-version qui n’existe pas ou n’a pas de pools",
        "Un’api-version che non esiste o non ha pool",
    ),
    why: words(
        "Azure Resource Manager takes only published versions, and pools exist from `2017-09-01` on. Versions of the \
         Batch service itself, such as `2019-08-01.10.0`, belong to another interface.",
        "Azure Resource Manager n’accepte que des versions publiées, et les pools existent à partir de `2017-09-01`. \
         Les versions du service Batch lui-même, comme `2019-08-01.10.0`, appartiennent à une autre interface.",
        "Azure Resource Manager accetta solo versioni pubblicate, e i pool esistono a partire da `2017-09-01`. Le \
         versioni del servizio Batch stesso, come `2019-08-01.10.0`, appartengono a un’altra interfaccia.",
    ),
    sources: &[pages::CONTRACT_FOLDER.says(
        "The published versions of the management contract; those before 2017-09-01 have accounts and applications \
         only.",
        "Les versions publiées du contrat de gestion ; celles d’avant 2017-09-01 n’ont que des comptes et des \
         applications.",
        "Le versioni pubblicate del contratto di gestione; quelle precedenti a 2017-09-01 hanno solo account e \
         applicazioni.",
    )],
    fields: &[path::API_VERSION],
    versions: None,
    example: example!("AB0412"),
    check: Check::Own(check),
};

static UNKNOWN: Words = words(
    "There is no api-version {0}; the nearest is {1}.",
    "L’api-version {0} n’existe pas ; la plus proche est {1}.",
    "L’api-version {0} non esiste; la più vicina è {1}.",
);
static WITHOUT_POOLS: Words = words(
    "{0} has no pools: the first version with them is {1}.",
    "{0} n’a pas de pools : la première version qui en a est {1}.",
    "{0} non ha pool: la prima versione che ne ha è {1}.",
);

/// Management versions before the first one with pools.
const WITHOUT_POOLS_YET: [&str; 5] = ["2015-07-01", "2015-09-01", "2015-12-01", "2017-01-01", "2017-05-01"];

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let written = plan.target.api_version.filter(|text| !placeholder(text));
    let Some(text) = written.filter(|text| ApiVersion::parse(text).is_none()) else {
        return;
    };
    if WITHOUT_POOLS_YET.contains(&text) {
        let message = Message::new(&WITHOUT_POOLS, [Arg::from(text), V2017_09_01.name().into()]);
        let finding = Finding::new(&RULE, path::API_VERSION, message);
        return report.add(other_version::offer(finding, plan, ApiVersion::NEWEST));
    }
    let nearest = nearest(text);
    let message = Message::new(&UNKNOWN, [Arg::from(text), nearest.name().into()]);
    let mut finding = other_version::offer(Finding::new(&RULE, path::API_VERSION, message), plan, nearest);
    if nearest != ApiVersion::NEWEST {
        finding = other_version::offer(finding, plan, ApiVersion::NEWEST);
    }
    report.add(finding);
}

/// The confirmed version nearest in time, or in spelling where the text begins with no date.
fn nearest(text: &str) -> ApiVersion {
    let date = text.get(..10).and_then(CalendarDate::parse);
    let distance = |version: &ApiVersion| match (date, CalendarDate::parse(version.name())) {
        (Some(one), Some(other)) => one.days_until(other).abs(),
        _ => {
            let same = version.name().chars().zip(text.chars()).take_while(|(a, b)| a == b);
            -(same.count() as i64)
        }
    };
    let confirmed = ApiVersion::all().filter(|version| *version <= ApiVersion::NEWEST);
    confirmed.rev().min_by_key(distance).unwrap_or(ApiVersion::NEWEST)
}
