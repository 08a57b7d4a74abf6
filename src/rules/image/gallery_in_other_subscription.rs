//! AB0109: a gallery image of another subscription, which one page allows and another does not.

use crate::facts::disagreements::GALLERY_SUBSCRIPTION;
use crate::model::{ImageKind, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0109",
    name: "gallery-in-other-subscription",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "A gallery image from another subscription",
        "Une image de galerie d’un autre abonnement",
        "Un’immagine della raccolta di un’altra sottoscrizione",
    ),
    why: words(
        "The page on gallery images allows another subscription of the same tenant if the resource provider \
         `Microsoft.Batch` is registered there; the data-plane reference asks for the account’s own subscription. Register \
         the provider in the image’s subscription, or publish the image in the account’s.",
        "La page sur les images de galerie admet un autre abonnement du même locataire si le fournisseur de ressources \
         `Microsoft.Batch` y est inscrit ; la référence du plan de données exige l’abonnement du compte. Inscrivez le \
         fournisseur dans l’abonnement de l’image, ou publiez l’image dans celui du compte.",
        "La pagina sulle immagini della raccolta ammette un’altra sottoscrizione dello stesso tenant se vi è \
         registrato il provider di risorse `Microsoft.Batch`; il riferimento del piano dati richiede la \
         sottoscrizione dell’account. Registrare il provider nella sottoscrizione dell’immagine, oppure pubblicare \
         l’immagine in quella dell’account.",
    ),
    sources: &GALLERY_SUBSCRIPTION,
    fields: &[path::IMAGE_ID, path::SUBSCRIPTION],
    versions: None,
    example: example!("AB0109"),
    check: Check::Own(check),
};

static ELSEWHERE: Words = words(
    "The gallery image {0} is in subscription {1}, the Batch account in {2}.",
    "L’image de galerie {0} se trouve dans l’abonnement {1}, le compte Batch dans {2}.",
    "L’immagine della raccolta {0} si trova nella sottoscrizione {1}, l’account Batch in {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let (ImageKind::Gallery(id), Some(account)) = (plan.pool.image.kind(), plan.target.subscription) else {
        return;
    };
    let Some(image) = id.gallery_image() else { return };
    if id.in_subscription(account) != Some(false) {
        return;
    }
    let args = [image.definition.into(), id.subscription.into(), account.into()];
    report.add(Finding::new(&RULE, path::IMAGE_ID, Message::new(&ELSEWHERE, args)).related(path::SUBSCRIPTION));
}
