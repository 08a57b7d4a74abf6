//! AB0107: a managed image that is not where the Batch account is.

use crate::facts::pages;
use crate::model::{ImageKind, path, placeholder, same_region};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0107",
    name: "managed-image-elsewhere",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "A managed image outside the account’s subscription or region",
        "Une image managée hors de l’abonnement ou de la région du compte",
        "Un’immagine gestita fuori dalla sottoscrizione o dall’area dell’account",
    ),
    why: words(
        "A managed image must be in the subscription and in the region of the Batch account. Publish it to a gallery \
         and replicate it to the account’s region: gallery images are not tied to one region in this way.",
        "Une image managée doit se trouver dans l’abonnement et dans la région du compte Batch. Publiez-la dans une galerie \
         et répliquez-la dans la région du compte : les images de galerie ne sont pas liées ainsi à une seule région.",
        "Un’immagine gestita deve trovarsi nella sottoscrizione e nell’area dell’account Batch. Pubblicarla in una \
         raccolta e replicarla nell’area dell’account: le immagini della raccolta non sono vincolate così a una sola \
         area.",
    ),
    sources: &[
        pages::CUSTOM_IMAGES.says(
            "The managed image must be in the subscription and the region of the Batch account (prerequisites).",
            "L’image managée doit se trouver dans l’abonnement et la région du compte Batch (prérequis).",
            "L’immagine gestita deve trovarsi nella sottoscrizione e nell’area dell’account Batch (prerequisiti).",
        ),
        pages::CONTRACT_2019.says(
            "A managed image must be in the same region and subscription as the account.",
            "Une image managée doit être dans la même région et le même abonnement que le compte.",
            "Un’immagine gestita deve essere nella stessa area e sottoscrizione dell’account.",
        ),
    ],
    fields: &[path::IMAGE_ID, path::SUBSCRIPTION, path::IMAGE_REGION, path::REGION],
    versions: None,
    example: example!("AB0107"),
    check: Check::Own(check),
};

static SUBSCRIPTION: Words = words(
    "The managed image {0} is in subscription {1}, the Batch account in {2}.",
    "L’image managée {0} se trouve dans l’abonnement {1}, le compte Batch dans {2}.",
    "L’immagine gestita {0} si trova nella sottoscrizione {1}, l’account Batch in {2}.",
);
static REGION: Words = words(
    "The managed image {0} is in region {1}, the Batch account in {2}.",
    "L’image managée {0} se trouve dans la région {1}, le compte Batch dans {2}.",
    "L’immagine gestita {0} si trova nell’area {1}, l’account Batch in {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let ImageKind::Managed(id) = plan.pool.image.kind() else {
        return;
    };
    let mut compare = |words, image, account, same: fn(&str, &str) -> bool, at, other| {
        let (Some(image), Some(account)): (Option<&str>, Option<&str>) = (image, account) else {
            return;
        };
        if placeholder(image) || placeholder(account) || same(image, account) {
            return;
        }
        let message = Message::new(words, [id.name().into(), image.into(), account.into()]);
        report.add(Finding::new(&RULE, at, message).related(other));
    };
    let target = &plan.target;
    compare(
        &SUBSCRIPTION,
        Some(id.subscription),
        target.subscription,
        str::eq_ignore_ascii_case,
        path::IMAGE_ID,
        path::SUBSCRIPTION,
    );
    compare(
        &REGION,
        plan.image.region,
        target.region,
        same_region,
        path::IMAGE_REGION,
        path::REGION,
    );
}
