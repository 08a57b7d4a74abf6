//! AB0129: a third-party Marketplace image in an account that allocates in the user’s own subscription.

use crate::facts::pages;
use crate::model::{AllocationMode, BasePublisher, ImageKind, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0129",
    name: "third-party-terms-in-user-subscription",
    severity: Severity::Warning,
    basis: Basis::Account,
    area: Area::Image,
    title: words(
        "Marketplace terms to accept before creating a pool in user subscription mode",
        "Conditions de la Place de marché à accepter avant de créer un pool en mode abonnement utilisateur",
        "Condizioni del Marketplace da accettare prima di creare un pool in modalità sottoscrizione utente",
    ),
    why: words(
        "In user subscription mode the nodes are bought in your subscription. Unless the publisher’s terms were \
         accepted there, allocation fails with “marketplace purchase eligibility check”. Accept them once, for \
         example with `az vm image terms accept`.",
        "En mode abonnement utilisateur, les nœuds sont achetés dans votre abonnement. Si les conditions de \
         l’éditeur n’y ont pas été acceptées, l’allocation échoue avec « marketplace purchase eligibility check ». \
         Acceptez-les une fois, par exemple avec `az vm image terms accept`.",
        "In modalità sottoscrizione utente i nodi vengono acquistati nella propria sottoscrizione. Se le condizioni \
         dell’editore non vi sono state accettate, l’allocazione fallisce con «marketplace purchase eligibility \
         check». Accettarle una volta, ad esempio con `az vm image terms accept`.",
    ),
    sources: &[pages::BEST_PRACTICES.says(
        "In user subscription mode a third-party Marketplace image needs its terms accepted first, or allocation \
         fails.",
        "En mode abonnement utilisateur, les conditions d’une image tierce de la Place de marché doivent d’abord \
         être acceptées, sinon l’allocation échoue.",
        "In modalità sottoscrizione utente le condizioni di un’immagine di terze parti del Marketplace vanno prima \
         accettate, altrimenti l’allocazione fallisce.",
    )],
    fields: &[path::IMAGE_BASE, path::ALLOCATION_MODE, path::IMAGE_REFERENCE],
    versions: None,
    example: example!("AB0129"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "The terms of {0} must be accepted in the subscription before the pool is created.",
    "Les conditions de {0} doivent être acceptées dans l’abonnement avant la création du pool.",
    "Le condizioni di {0} vanno accettate nella sottoscrizione prima di creare il pool.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let image = &plan.pool.image;
    if *image.kind() != ImageKind::Marketplace
        || plan.image.base != Some(BasePublisher::ThirdParty)
        || plan.target.mode != Some(AllocationMode::UserSubscription)
    {
        return;
    }
    let named: Vec<&str> = [image.publisher, image.offer, image.sku]
        .into_iter()
        .flatten()
        .collect();
    report.add(
        Finding::new(
            &RULE,
            path::IMAGE_REFERENCE,
            Message::new(&SAY, [Arg::from(named.join(":"))]),
        )
        .related(path::IMAGE_BASE)
        .related(path::ALLOCATION_MODE),
    );
}
