//! AB0103: the id of a directly shared or community image that has not the form of one.

use crate::facts::contract::member_at;
use crate::facts::{later_pages, pages};
use crate::model::{Edit, Node, ResourceId, SharedImageId, SharedWith, path, placeholder, unwrapped};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles, id_wrapping};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0103",
    name: "shared-image-id-form-unknown",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Image,
    title: words(
        "A shared or community image id of an unknown form",
        "Un ID d’image partagée ou communautaire de forme inconnue",
        "Un ID di immagine condivisa o della community di forma sconosciuta",
    ),
    why: words(
        "Such an image is named by the unique id that a read of it returns: \
         `/sharedGalleries/{gallery}/images/{definition}` in `sharedGalleryImageId`, \
         `/communityGalleries/{gallery}/images/{definition}` in `communityGalleryImageId`, with `/versions/{version}` for \
         one version. An image of your own gallery stands in `id`.",
        "Une telle image est désignée par l’ID unique que renvoie sa lecture : \
         `/sharedGalleries/{gallery}/images/{definition}` dans `sharedGalleryImageId`, \
         `/communityGalleries/{gallery}/images/{definition}` dans `communityGalleryImageId`, avec `/versions/{version}` \
         pour une version. Une image de votre propre galerie figure dans `id`.",
        "Un’immagine di questo tipo si indica con l’ID univoco restituito dalla sua lettura: \
         `/sharedGalleries/{gallery}/images/{definition}` in `sharedGalleryImageId`, \
         `/communityGalleries/{gallery}/images/{definition}` in `communityGalleryImageId`, con `/versions/{version}` per \
         una versione. Un’immagine della propria raccolta va in `id`.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "Both members take the unique id of the image, as its read returns it.",
            "Les deux membres attendent l’ID unique de l’image, tel que sa lecture le renvoie.",
            "Entrambi i membri richiedono l’ID univoco dell’immagine, come restituito dalla sua lettura.",
        ),
        later_pages::SHARED_IMAGES.says(
            "The ids are `/SharedGalleries/{gallery}/Images/{definition}/Versions/{version}` and \
             `/CommunityGalleries/{gallery}/Images/{definition}/Versions/{version}`.",
            "Les ID sont `/SharedGalleries/{gallery}/Images/{definition}/Versions/{version}` et \
             `/CommunityGalleries/{gallery}/Images/{definition}/Versions/{version}`.",
            "Gli ID sono `/SharedGalleries/{gallery}/Images/{definition}/Versions/{version}` e \
             `/CommunityGalleries/{gallery}/Images/{definition}/Versions/{version}`.",
        ),
    ],
    fields: &[path::SHARED_IMAGE_ID, path::COMMUNITY_IMAGE_ID],
    versions: None,
    example: example!("AB0103"),
    check: Check::Own(check),
};

static EMPTY: Words = words("{0} is empty.", "{0} est vide.", "{0} è vuoto.");
static MISPLACED: Words = words(
    "{0} belongs in {1}, not in {2}.",
    "{0} a sa place dans {1}, et non dans {2}.",
    "Il posto di {0} è {1}, non {2}.",
);
static UNKNOWN: Words = words(
    "{0} is not the id of an image that {1} takes.",
    "{0} n’est pas l’ID d’une image que {1} accepte.",
    "{0} non è l’ID di un’immagine che {1} accetta.",
);

fn check(context: &Context, report: &mut Report) {
    let image = &context.plan.pool.image;
    for (with, at, id) in [
        (SharedWith::Chosen, path::SHARED_IMAGE_ID, image.shared_gallery),
        (SharedWith::Everybody, path::COMMUNITY_IMAGE_ID, image.community_gallery),
    ] {
        let known = at.strip_prefix(path::POOL).and_then(member_at);
        let known = known.is_some_and(|known| known.lives_in(context.plan.api_version()));
        // Before 2024-07-01 the contract’s own rule speaks.
        let id = id.filter(|id| known && !placeholder(id));
        if let Some(finding) = id.and_then(|id| of(context, with, at, id)) {
            report.add(finding);
        }
    }
}

fn of(context: &Context, with: SharedWith, at: &'static str, id: &str) -> Option<Finding> {
    let own = with.member();
    let belongs = match SharedImageId::parse(id) {
        Some(image) if image.with == with => return None,
        Some(image) => Some(image.with.member()),
        None => ResourceId::parse(id)
            .is_some_and(|id| id.gallery_image().is_some())
            .then_some("id"),
    };
    let finding = |message: Message| Finding::new(&RULE, at, message);
    if let Some(member) = belongs {
        let found = finding(Message::new(&MISPLACED, [id.into(), member.into(), own.into()]));
        let free = context.plan.at(&path::child(path::IMAGE_REFERENCE, member)).is_none();
        return Some(match free {
            true => found.fix(
                Message::new(&fix_titles::RENAME, [member.into()]),
                [Edit::rename(at, member)],
            ),
            false => found,
        });
    }
    if id.trim().is_empty() {
        return Some(finding(Message::new(&EMPTY, [own.into()])));
    }
    let Some((wrapping, inner)) = unwrapped(id, |text| SharedImageId::parse(text).is_some()) else {
        return Some(finding(Message::new(&UNKNOWN, [id.into(), own.into()])));
    };
    let found = finding(id_wrapping::message(wrapping, id));
    let fits = SharedImageId::parse(&inner).is_some_and(|image| image.with == with);
    Some(match fits {
        true => found.fix(&id_wrapping::BARE, [Edit::set(at, Node::text(inner))]),
        false => found,
    })
}
