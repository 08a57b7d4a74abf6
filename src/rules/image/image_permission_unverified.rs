//! AB0113: the right of the caller to use the image, which no plan can show.

use crate::facts::pages;
use crate::model::{Authentication, ImageKind, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0113",
    name: "image-permission-unverified",
    severity: Severity::Advice,
    basis: Basis::Account,
    area: Area::Image,
    title: words(
        "The caller’s right to use the image is not verified",
        "Le droit de l’appelant d’utiliser l’image n’est pas vérifié",
        "Il diritto del chiamante di usare l’immagine non è verificato",
    ),
    why: words(
        "The identity that creates the pool needs rights on the gallery image, and the Reader role is not enough: it \
         needs at least `Microsoft.Compute/disks/beginGetAccess/action`. Check its roles before sending.",
        "L’identité qui crée le pool doit avoir des droits sur l’image de galerie, et le rôle Lecteur ne suffit pas : il lui \
         faut au moins `Microsoft.Compute/disks/beginGetAccess/action`. Vérifiez ses rôles avant l’envoi.",
        "L’identità che crea il pool deve avere diritti sull’immagine della raccolta, e il ruolo Lettore non basta: \
         le serve almeno `Microsoft.Compute/disks/beginGetAccess/action`. Verificarne i ruoli prima dell’invio.",
    ),
    sources: &[
        pages::GALLERY_IMAGES.says(
            "Reader is not enough for the identity; the least action is `Microsoft.Compute/disks/beginGetAccess/action` \
             (prerequisites).",
            "Le rôle Lecteur ne suffit pas à l’identité ; l’action minimale est \
             `Microsoft.Compute/disks/beginGetAccess/action` (prérequis).",
            "Il ruolo Lettore non basta all’identità; l’azione minima è `Microsoft.Compute/disks/beginGetAccess/action` \
             (prerequisiti).",
        ),
        pages::CUSTOM_IMAGES.says(
            "The identity used for authentication must have permissions on the image (note).",
            "L’identité utilisée pour l’authentification doit disposer d’autorisations sur l’image (remarque).",
            "L’identità usata per l’autenticazione deve avere autorizzazioni sull’immagine (nota).",
        ),
    ],
    fields: &[path::IMAGE_ID],
    versions: None,
    example: example!("AB0113"),
    check: Check::Own(check),
};

static NOT_SEEN: Words = words(
    "A plan cannot show whether the signed-in identity may use the image {0}.",
    "Un plan ne permet pas de savoir si l’identité connectée a le droit d’utiliser l’image {0}.",
    "Da un piano non si può sapere se l’identità connessa abbia il diritto di usare l’immagine {0}.",
);
static MANAGED_WHY: Words = words(
    "The identity that creates the pool needs rights on the managed image. Check its roles before sending.",
    "L’identité qui crée le pool doit avoir des droits sur l’image managée. Vérifiez ses rôles avant l’envoi.",
    "L’identità che crea il pool deve avere diritti sull’immagine gestita. Verificarne i ruoli prima dell’invio.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let image = &plan.pool.image;
    // The shared key is refused whatever the rights, and an unfinished id names no image yet.
    let refused = plan.target.authentication == Some(Authentication::SharedKey);
    if refused || image.id.is_some_and(placeholder) {
        return;
    }
    let say = |name: &str| Finding::new(&RULE, path::IMAGE_ID, Message::new(&NOT_SEEN, [name.into()]));
    match image.kind() {
        ImageKind::Gallery(id) => {
            if let Some(image) = id.gallery_image() {
                report.add(say(image.definition));
            }
        }
        ImageKind::Managed(id) => report.add(say(id.name()).because(&MANAGED_WHY)),
        _ => {}
    }
}
