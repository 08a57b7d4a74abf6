//! AB0530: a security type with a gallery image, whose definition must allow it.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2023_11_01;
use crate::model::{ApiVersion, ImageKind, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0530",
    name: "security-type-of-definition-unverified",
    severity: Severity::Advice,
    basis: Basis::Account,
    area: Area::Machine,
    title: words(
        "A security type that the image definition must allow",
        "Un type de sécurité que la définition d’image doit permettre",
        "Un tipo di sicurezza che la definizione dell’immagine deve consentire",
    ),
    why: words(
        "The definition of a gallery image declares which security types its machines may or must have. With another \
         than the pool’s the allocation fails, and nodes from the image of a Trusted Launch machine do not become \
         usable without that type. Compare the feature `SecurityType` of the definition.",
        "La définition d’une image de galerie déclare quels types de sécurité ses machines peuvent ou doivent avoir. \
         S’il diffère de celui du pool, l’allocation échoue, et les nœuds issus de l’image d’une machine à lancement \
         fiable restent inutilisables sans ce type. Comparez la fonctionnalité `SecurityType` de la définition.",
        "La definizione di un’immagine della raccolta dichiara quali tipi di sicurezza le macchine possono o devono \
         avere. Se è diverso da quello del pool, l’allocazione fallisce, e i nodi dall’immagine di una macchina ad \
         avvio attendibile restano inutilizzabili senza quel tipo. Confrontare la funzionalità `SecurityType` della \
         definizione.",
    ),
    sources: &[
        pages::TRUSTED_LAUNCH_ISSUE.says(
            "The error text: the gallery image only supports machines with the security type `TrustedLaunch`.",
            "Le texte d’erreur : l’image de galerie ne prend en charge que des machines au type de sécurité \
             `TrustedLaunch`.",
            "Il testo dell’errore: l’immagine della raccolta supporta solo macchine con tipo di sicurezza \
             `TrustedLaunch`.",
        ),
        pages::CAPTURED_TRUSTED_LAUNCH_ISSUE.says(
            "Nodes from the image of a Trusted Launch VM were unusable; today the pool has to declare the type.",
            "Les nœuds issus de l’image d’une machine à lancement fiable étaient inutilisables ; aujourd’hui, le pool \
             doit déclarer le type.",
            "I nodi dall’immagine di una macchina ad avvio attendibile erano inutilizzabili; oggi il pool deve \
             dichiarare il tipo.",
        ),
    ],
    fields: &[path::SECURITY_TYPE, path::IMAGE_ID],
    versions: Some((V2023_11_01, ApiVersion::DRAFT)),
    example: example!("AB0530"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "Check that the image definition {0} allows {1}.",
    "Vérifiez que la définition d’image {0} permet {1}.",
    "Verificare che la definizione dell’immagine {0} consenta {1}.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let (Some(kind), ImageKind::Gallery(id)) = (pool.security_type(), pool.image.kind()) else {
        return;
    };
    let image = id.gallery_image().filter(|image| !placeholder(image.definition));
    if let Some(image) = image.filter(|_| shapes::applies(context, &RULE)) {
        let message = Message::new(&SAY, [image.definition.into(), kind.into()]);
        report.add(Finding::new(&RULE, path::SECURITY_TYPE, message).related(path::IMAGE_ID));
    }
}
