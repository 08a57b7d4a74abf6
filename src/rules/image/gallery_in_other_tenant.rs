//! AB0110: a gallery image of another Microsoft Entra tenant.

use crate::facts::pages;
use crate::model::{ImageKind, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0110",
    name: "gallery-in-other-tenant",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "A gallery image from another tenant",
        "Une image de galerie d’un autre locataire",
        "Un’immagine della raccolta di un altro tenant",
    ),
    why: words(
        "The subscription of the gallery and that of the Batch account must belong to one Microsoft Entra tenant. Publish \
         the image in a gallery of the account’s tenant.",
        "L’abonnement de la galerie et celui du compte Batch doivent appartenir à un même locataire Microsoft Entra. \
         Publiez l’image dans une galerie du locataire du compte.",
        "La sottoscrizione della raccolta e quella dell’account Batch devono appartenere allo stesso tenant Microsoft \
         Entra. Pubblicare l’immagine in una raccolta del tenant dell’account.",
    ),
    sources: &[
        pages::GALLERY_IMAGES.says(
            "Both subscriptions must be in the same Microsoft Entra tenant (prerequisites).",
            "Les deux abonnements doivent être dans le même locataire Microsoft Entra (prérequis).",
            "Entrambe le sottoscrizioni devono essere nello stesso tenant Microsoft Entra (prerequisiti).",
        ),
        pages::GALLERY_MIGRATION.says(
            "Another subscription is possible within the same tenant (questions and answers).",
            "Un autre abonnement est possible au sein du même locataire (questions et réponses).",
            "Un’altra sottoscrizione è possibile all’interno dello stesso tenant (domande e risposte).",
        ),
    ],
    fields: &[path::IMAGE_TENANT, path::TENANT],
    versions: None,
    example: example!("AB0110"),
    check: Check::Own(check),
};

static ELSEWHERE: Words = words(
    "The gallery image {0} is in tenant {1}, the Batch account in {2}.",
    "L’image de galerie {0} se trouve dans le locataire {1}, le compte Batch dans {2}.",
    "L’immagine della raccolta {0} si trova nel tenant {1}, l’account Batch in {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let ImageKind::Gallery(id) = plan.pool.image.kind() else {
        return;
    };
    let (Some(image), Some(of_image), Some(of_account)) = (id.gallery_image(), plan.image.tenant, plan.target.tenant)
    else {
        return;
    };
    if of_image.eq_ignore_ascii_case(of_account) || placeholder(of_image) || placeholder(of_account) {
        return;
    }
    let args = [image.definition.into(), of_image.into(), of_account.into()];
    let finding = Finding::new(&RULE, path::IMAGE_TENANT, Message::new(&ELSEWHERE, args));
    report.add(finding.related(path::TENANT));
}
