//! AB0416: a tenant that is neither a UUID nor a domain name.

use super::form::{self, Field};
use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0416",
    name: "tenant-id-form",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Names,
    title: words(
        "A tenant that is neither a UUID nor a domain name",
        "Un locataire qui n’est ni un UUID ni un nom de domaine",
        "Un tenant che non è né un UUID né un nome di dominio",
    ),
    why: words(
        "A Microsoft Entra tenant is named by its id or by one of its domains, such as `contoso.onmicrosoft.com`; no \
         token is issued for anything else. `common` and `organizations` name no single tenant.",
        "Un locataire Microsoft Entra est désigné par son ID ou par l’un de ses domaines, comme \
         `contoso.onmicrosoft.com` ; aucun jeton n’est délivré pour autre chose. `common` et `organizations` ne \
         désignent pas un locataire précis.",
        "Un tenant di Microsoft Entra si indica con il suo ID o con uno dei suoi domini, come \
         `contoso.onmicrosoft.com`; per altri valori non viene rilasciato alcun token. `common` e `organizations` non \
         indicano un tenant preciso.",
    ),
    sources: &[pages::TENANT_IDS.says(
        "A tenant is given as its id, a GUID, or as a domain name that belongs to it.",
        "Un locataire s’indique par son ID, un GUID, ou par un nom de domaine qui lui est associé.",
        "Un tenant si indica con il suo ID, un GUID, o con un nome di dominio associato.",
    )],
    fields: &[path::TENANT, path::IMAGE_TENANT],
    versions: None,
    example: example!("AB0416"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} is neither a UUID nor a domain name.",
    "{0} n’est ni un UUID ni un nom de domaine.",
    "{0} non è né un UUID né un nome di dominio.",
);

fn check(context: &Context, report: &mut Report) {
    for (field, text, _) in form::flaws(context.plan, &[Field::Tenant, Field::ImageTenant]) {
        let path = if field == Field::Tenant {
            path::TENANT
        } else {
            path::IMAGE_TENANT
        };
        report.add(Finding::new(&RULE, path, Message::new(&SAY, [Arg::from(text)])));
    }
}
