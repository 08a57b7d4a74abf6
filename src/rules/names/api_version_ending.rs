//! AB0413: an api-version whose retirement is announced or over.

use super::other_version;
use crate::facts::retirements::{self, API_VERSIONS_BEFORE_2025, API_VERSIONS_OF_2017, Stage};
use crate::model::api_version::V2017_09_01;
use crate::model::{ApiVersion, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0413",
    name: "ending-api-version",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Names,
    title: words(
        "An api-version that is retired or will be",
        "Une api-version retirée ou appelée à l’être",
        "Un’api-version ritirata o destinata al ritiro",
    ),
    why: words(
        "Microsoft announced the retirement of every version before `2025-06-01` without a date; under its policy a \
         version is supported for two years and then deprecated for one. New requests should use the newest.",
        "Microsoft a annoncé, sans date, le retrait de toutes les versions antérieures à `2025-06-01` ; selon sa \
         politique, une version est prise en charge deux ans, puis dépréciée pendant un an. Mieux vaut la plus \
         récente pour toute nouvelle requête.",
        "Microsoft ha annunciato, senza data, il ritiro di tutte le versioni precedenti a `2025-06-01`; secondo i \
         suoi criteri una versione è supportata per due anni e poi deprecata per uno. Per le nuove richieste è meglio \
         la più recente.",
    ),
    sources: &[API_VERSIONS_BEFORE_2025.from, API_VERSIONS_OF_2017.from],
    fields: &[path::API_VERSION],
    versions: None,
    example: example!("AB0413"),
    check: Check::Own(check),
};

static GONE: Words = words(
    "{0} was to be removed on {1}: requests with it fail.",
    "{0} devait être supprimée le {1} : les requêtes qui l’utilisent échouent.",
    "{0} doveva essere rimossa il {1}: le richieste che la usano hanno esito negativo.",
);
static ANNOUNCED: Words = words(
    "The retirement of {0} was announced on {1}, without a date.",
    "Le retrait de {0} a été annoncé le {1}, sans date.",
    "Il ritiro di {0} è stato annunciato il {1}, senza data.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let Some(version) = plan.target.api_version.and_then(ApiVersion::parse) else {
        return;
    };
    if version >= ApiVersion::NEWEST {
        return;
    }
    let removed = retirements::stage(API_VERSIONS_OF_2017.value, context.as_of) == Stage::Past;
    let finding = if version <= V2017_09_01 && removed {
        let message = Message::new(&GONE, [version.name().into(), Arg::from(API_VERSIONS_OF_2017.value)]);
        Finding::new(&RULE, path::API_VERSION, message)
    } else {
        let message = Message::new(
            &ANNOUNCED,
            [version.name().into(), Arg::from(API_VERSIONS_BEFORE_2025.value)],
        );
        Finding::new(&RULE, path::API_VERSION, message).weigh(Severity::Advice)
    };
    report.add(other_version::offer(finding, plan, ApiVersion::NEWEST));
}
