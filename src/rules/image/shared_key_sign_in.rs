//! AB0112: sign-in by the account's shared key, which custom images, virtual networks and own addresses rule out.

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
        "A pool from a custom image, in a virtual network or with public IP addresses of its own needs sign-in with \
         Microsoft Entra ID: the service refuses the shared key as soon as such resources are linked. Sign in with Entra \
         ID.",
        "Un pool issu d’une image personnalisée, dans un réseau virtuel ou avec des adresses IP publiques fournies exige \
         une connexion par Microsoft Entra ID : le service refuse la clé partagée dès que de telles ressources sont liées. \
         Connectez-vous avec Entra ID.",
        "Un pool da un’immagine personalizzata, in una rete virtuale o con indirizzi IP pubblici forniti dall’utente \
         richiede l’accesso con Microsoft Entra ID: il servizio rifiuta la chiave condivisa non appena sono collegate \
         tali risorse. Accedere con Entra ID.",
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
        pages::VIRTUAL_NETWORK.says(
            "A pool in a virtual network needs authentication with Microsoft Entra ID (prerequisites).",
            "Un pool dans un réseau virtuel exige une authentification par Microsoft Entra ID (prérequis).",
            "Un pool in una rete virtuale richiede l’autenticazione con Microsoft Entra ID (prerequisiti).",
        ),
        pages::OWN_PUBLIC_IPS.says(
            "So does a pool with public IP addresses of the user’s own (prerequisites).",
            "Il en va de même d’un pool avec des adresses IP publiques fournies par l’utilisateur (prérequis).",
            "Lo stesso vale per un pool con indirizzi IP pubblici forniti dall’utente (prerequisiti).",
        ),
    ],
    fields: &[
        path::AUTHENTICATION,
        path::IMAGE_REFERENCE,
        path::SUBNET,
        path::PUBLIC_IP_IDS,
    ],
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
static NETWORK: Words = words(
    "`SharedKey` cannot create a pool in a virtual network.",
    "`SharedKey` ne permet pas de créer un pool dans un réseau virtuel.",
    "`SharedKey` non consente di creare un pool in una rete virtuale.",
);
static ADDRESSES: Words = words(
    "`SharedKey` cannot create a pool with public IP addresses of your own.",
    "`SharedKey` ne permet pas de créer un pool avec vos propres adresses IP publiques.",
    "`SharedKey` non consente di creare un pool con indirizzi IP pubblici propri.",
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
    let (addresses, own) = plan.own_public_ips();
    let finding = if image.id.is_some() || image.kind().is_custom() {
        Finding::new(&RULE, path::AUTHENTICATION, &CUSTOM).related(path::IMAGE_REFERENCE)
    } else if plan.pool.subnet().is_some() {
        Finding::new(&RULE, path::AUTHENTICATION, &NETWORK).related(path::SUBNET)
    } else if !own.is_empty() {
        Finding::new(&RULE, path::AUTHENTICATION, &ADDRESSES).related(addresses)
    } else {
        Finding::new(&RULE, path::AUTHENTICATION, &OTHER)
            .weigh(Severity::Advice)
            .because(&OTHER_WHY)
            .citing(&MANAGEMENT)
    };
    report.add(finding.offer_text(path::AUTHENTICATION, "EntraId"));
}
