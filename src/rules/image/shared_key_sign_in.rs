//! AB0112: sign-in by the account's shared key, which custom images rule out.

use crate::facts::{Citation, pages};
use crate::model::{Authentication, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0112",
    name: "shared-key-sign-in",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "Sign-in with the account’s shared key",
        "Connexion par la clé partagée du compte",
        "Accesso con la chiave condivisa dell’account",
    ),
    why: words(
        "Creating a pool from a custom image needs sign-in with Microsoft Entra ID: the service refuses the shared \
         key as soon as Compute resources are linked. Sign in with Entra ID.",
        "La création d’un pool à partir d’une image personnalisée exige une connexion par Microsoft Entra ID : le service \
         refuse la clé partagée dès que des ressources Compute sont liées. Connectez-vous avec Entra ID.",
        "La creazione di un pool da un’immagine personalizzata richiede l’accesso con Microsoft Entra ID: il servizio \
         rifiuta la chiave condivisa non appena sono collegate risorse di calcolo. Accedere con Entra ID.",
    ),
    sources: &[
        pages::CUSTOM_IMAGES.says(
            "A pool from a custom image needs authentication with Microsoft Entra ID (prerequisites).",
            "Un pool issu d’une image personnalisée exige une authentification par Microsoft Entra ID (prérequis).",
            "Un pool da un’immagine personalizzata richiede l’autenticazione con Microsoft Entra ID (prerequisiti).",
        ),
        pages::GALLERY_IMAGES.says(
            "The same holds for gallery images (note).",
            "Il en va de même pour les images de galerie (remarque).",
            "Lo stesso vale per le immagini della raccolta (nota).",
        ),
        pages::SHARED_KEY_ISSUE.says(
            "The service answers that `SharedKey` is not allowed when external Compute resources are linked.",
            "Le service répond que `SharedKey` n’est pas autorisé quand des ressources Compute externes sont liées.",
            "Il servizio risponde che `SharedKey` non è consentita quando sono collegate risorse di calcolo esterne.",
        ),
    ],
    fields: &[path::AUTHENTICATION, path::IMAGE_REFERENCE],
    versions: None,
    example: example!("AB0112"),
    check: Check::Own(check),
};

static MANAGEMENT: [Citation; 1] = [pages::POOL_CREATE.says(
    "The management request is authorised by a token of Microsoft Entra ID.",
    "La requête de gestion est autorisée par un jeton de Microsoft Entra ID.",
    "La richiesta di gestione è autorizzata da un token di Microsoft Entra ID.",
)];

static CUSTOM: Words = words(
    "`SharedKey` cannot create a pool from a custom image.",
    "`SharedKey` ne permet pas de créer un pool à partir d’une image personnalisée.",
    "`SharedKey` non consente di creare un pool da un’immagine personalizzata.",
);
static OTHER: Words = words(
    "`SharedKey` gives access to the data plane only, not to the management request of this plan.",
    "`SharedKey` ne donne accès qu’au plan de données, pas à la requête de gestion de ce plan.",
    "`SharedKey` dà accesso solo al piano dati, non alla richiesta di gestione di questo piano.",
);
static OTHER_WHY: Words = words(
    "Azure Resource Manager takes tokens of Microsoft Entra ID only; the account’s key is for the data plane. Sign in with \
     Entra ID to send this request.",
    "Azure Resource Manager n’accepte que des jetons de Microsoft Entra ID ; la clé du compte sert au plan de données. \
     Connectez-vous avec Entra ID pour envoyer cette requête.",
    "Azure Resource Manager accetta solo token di Microsoft Entra ID; la chiave dell’account serve al piano dati. Accedere \
     con Entra ID per inviare questa richiesta.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if plan.target.authentication != Some(Authentication::SharedKey) {
        return;
    }
    let image = &plan.pool.image;
    // An id of whatever form is meant to be a custom image.
    let finding = if image.id.is_some() || image.kind().is_custom() {
        Finding::new(&RULE, path::AUTHENTICATION, &CUSTOM).related(path::IMAGE_REFERENCE)
    } else {
        Finding::new(&RULE, path::AUTHENTICATION, &OTHER)
            .weigh(Severity::Advice)
            .because(&OTHER_WHY)
            .citing(&MANAGEMENT)
    };
    report.add(finding.offer_text(path::AUTHENTICATION, "EntraId"));
}
