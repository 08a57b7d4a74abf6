//! AB0414: the draft api-version that was not confirmed as published.

use super::other_version;
use crate::facts::pages;
use crate::model::{ApiVersion, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0414",
    name: "draft-api-version",
    severity: Severity::Warning,
    basis: Basis::Contract,
    area: Area::Names,
    title: words(
        "An api-version that is only a draft",
        "Une api-version qui n’est que provisoire",
        "Un’api-version che è solo una bozza",
    ),
    why: words(
        "Its contract was still an open pull request when it was read, and no client library carries it: the service \
         may refuse it, or it may yet change.",
        "Son contrat était encore une pull request ouverte lors de la lecture, et aucune bibliothèque cliente ne la \
         propose : le service peut la refuser, et elle peut encore changer.",
        "Alla lettura il suo contratto era ancora una pull request aperta, e nessuna libreria client la offre: il \
         servizio può rifiutarla, e può ancora cambiare.",
    ),
    sources: &[pages::CONTRACT_DRAFT.says(
        "The pull request that adds 2026-08-01 was open on 8 July 2026.",
        "La pull request qui ajoute 2026-08-01 était ouverte le 8 juillet 2026.",
        "La pull request che aggiunge 2026-08-01 era aperta l’8 luglio 2026.",
    )],
    fields: &[path::API_VERSION],
    versions: Some((ApiVersion::DRAFT, ApiVersion::DRAFT)),
    example: example!("AB0414"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} is a draft: the newest confirmed version is {1}.",
    "{0} est une version provisoire : la version confirmée la plus récente est {1}.",
    "{0} è una bozza: la versione confermata più recente è {1}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if plan.api_version() == ApiVersion::DRAFT {
        let (draft, newest) = (ApiVersion::DRAFT, ApiVersion::NEWEST);
        let message = Message::new(&SAY, [Arg::from(draft.name()), newest.name().into()]);
        let finding = Finding::new(&RULE, path::API_VERSION, message);
        report.add(other_version::offer(finding, plan, newest));
    }
}
