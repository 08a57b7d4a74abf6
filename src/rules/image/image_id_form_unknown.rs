//! AB0104: an image id of a form that the contract of the plan's api-version does not name.

use crate::facts::contract::member_at;
use crate::facts::limits::GALLERY_FIRST_VERSION;
use crate::facts::{Citation, pages};
use crate::model::{ApiVersion, Edit, ImageKind, Node, ResourceId, SharedImageId, path, placeholder, unwrapped};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles, id_wrapping};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0104",
    name: "image-id-form-unknown",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Image,
    title: words(
        "An image id of a form that the contract does not name",
        "Un ID d’image d’une forme non prévue par le contrat",
        "Un ID immagine di una forma non prevista dal contratto",
    ),
    why: words(
        "A pool takes the id of an image version in a gallery: \
         `/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Compute/galleries/{gallery}/images/{definition}/versions/{version}`. \
         Copy it from the image version.",
        "Un pool attend l’ID d’une version d’image de galerie : \
         `/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Compute/galleries/{gallery}/images/{definition}/versions/{version}`. \
         Copiez-le depuis la version d’image.",
        "Un pool accetta l’ID di una versione dell’immagine in una raccolta: \
         `/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Compute/galleries/{gallery}/images/{definition}/versions/{version}`. \
         Copiarlo dalla versione dell’immagine.",
    ),
    sources: &[ID_FORM],
    fields: &[path::IMAGE_ID, path::API_VERSION],
    versions: None,
    example: example!("AB0104"),
    check: Check::Own(check),
};

const ID_FORM: Citation = pages::CONTRACT.says(
    "The image id has the form `…/galleries/{gallery}/images/{definition}/versions/{version}`.",
    "L’ID d’image a la forme `…/galleries/{gallery}/images/{definition}/versions/{version}`.",
    "L’ID immagine ha la forma `…/galleries/{gallery}/images/{definition}/versions/{version}`.",
);
static WITHOUT_VERSION: [Citation; 2] = [
    pages::DATA_PLANE.says(
        "The id may stop at the image definition; the newest version is then taken.",
        "L’ID peut s’arrêter à la définition d’image ; la version la plus récente est alors utilisée.",
        "L’ID può fermarsi alla definizione dell’immagine; viene allora usata la versione più recente.",
    ),
    ID_FORM,
];
static FIRST: [Citation; 1] = [GALLERY_FIRST_VERSION.from];

static UNKNOWN: Words = words(
    "{0} is not the id of an image version in a gallery.",
    "{0} n’est pas l’ID d’une version d’image de galerie.",
    "{0} non è l’ID di una versione dell’immagine in una raccolta.",
);
static OTHER_TYPE: Words = words(
    "{0} is of type {1}, not an image version in a gallery.",
    "{0} est de type {1}, et non une version d’image de galerie.",
    "{0} è di tipo {1}, non una versione dell’immagine in una raccolta.",
);
static EMPTY: Words = words(
    "The image id is empty.",
    "L’ID d’image est vide.",
    "L’ID immagine è vuoto.",
);
static MISPLACED: Words = words(
    "{0} belongs in {1}, not in `id`.",
    "{0} a sa place dans {1}, et non dans `id`.",
    "Il posto di {0} è {1}, non `id`.",
);
static NO_VERSION: Words = words(
    "{0} names no version: nodes get the newest of the moment.",
    "{0} n’indique aucune version : les nœuds reçoivent la plus récente du moment.",
    "{0} non indica alcuna versione: i nodi ricevono la più recente del momento.",
);
static NO_VERSION_WHY: Words = words(
    "The data-plane reference allows an id without `/versions/…` and takes the newest version; the management contract \
     does not name that form. Name a version, so that all nodes of the pool are made from the same image.",
    "La référence du plan de données admet un ID sans `/versions/…` et utilise la version la plus récente ; le \
     contrat de gestion ne prévoit pas cette forme. Indiquez une version, afin que tous les nœuds du pool soient \
     issus de la même image.",
    "Il riferimento del piano dati ammette un ID senza `/versions/…` e usa la versione più recente; il contratto di \
     gestione non prevede questa forma. Indicare una versione, affinché tutti i nodi del pool derivino dalla stessa \
     immagine.",
);
static TOO_EARLY: Words = words(
    "The api-version {0} supports no gallery images: {1} is the first that does.",
    "L’api-version {0} ne prend pas en charge les images de galerie : {1} est la première à le faire.",
    "L’api-version {0} non supporta le immagini della raccolta: {1} è la prima a farlo.",
);
static TOO_EARLY_WHY: Words = words(
    "Before `2019-08-01` the contract names managed images only, and those were retired. Choose a newer api-version.",
    "Avant `2019-08-01`, le contrat ne mentionne que les images managées, et celles-ci ont été retirées. Choisissez \
     une api-version plus récente.",
    "Prima di `2019-08-01` il contratto cita solo immagini gestite, che sono state ritirate. Scegliere un’api-version \
     più recente.",
);

fn check(context: &Context, report: &mut Report) {
    let image = &context.plan.pool.image;
    let Some(id) = image.id else { return };
    match image.kind() {
        ImageKind::Gallery(resource) => of_gallery(context, resource, report),
        ImageKind::OtherId if !placeholder(id) => report.add(of_unknown(context, id)),
        _ => {}
    }
}

fn of_gallery(context: &Context, resource: &ResourceId, report: &mut Report) {
    let version = context.plan.api_version();
    let first = GALLERY_FIRST_VERSION.value;
    if version < first {
        let message = Message::new(&TOO_EARLY, [version.name().into(), first.name().into()]);
        let finding = Finding::new(&RULE, path::API_VERSION, message)
            .because(&TOO_EARLY_WHY)
            .citing(&FIRST)
            .related(path::IMAGE_ID);
        report.add(finding.offer_text(path::API_VERSION, ApiVersion::NEWEST.name()));
    }
    if resource.gallery_image().is_some_and(|image| image.version.is_none()) {
        let message = Message::new(&NO_VERSION, [resource.name().into()]);
        report.add(
            Finding::new(&RULE, path::IMAGE_ID, message)
                .weigh(Severity::Warning)
                .because(&NO_VERSION_WHY)
                .citing(&WITHOUT_VERSION),
        );
    }
}

fn of_unknown(context: &Context, id: &str) -> Finding {
    let at = |message: Message| Finding::new(&RULE, path::IMAGE_ID, message);
    if id.trim().is_empty() {
        return at(Message::from(&EMPTY));
    }
    if let Some(member) = proper_member(id) {
        let finding = at(Message::new(&MISPLACED, [id.into(), member.into()]));
        let proper = path::child(path::IMAGE_REFERENCE, member);
        let known = proper.strip_prefix(path::POOL).and_then(member_at);
        let whole = SharedImageId::parse(id).is_some() && context.plan.at(&proper).is_none();
        if whole && known.is_some_and(|known| known.lives_in(context.plan.api_version())) {
            let title = Message::new(&fix_titles::RENAME, [member.into()]);
            return finding.fix(title, [Edit::rename(path::IMAGE_ID, member)]);
        }
        return finding;
    }
    if let Some((wrapping, inner)) = unwrapped(id, names_image) {
        let finding = at(id_wrapping::message(wrapping, id));
        // A managed image is no better without what stands around its id.
        let version = ResourceId::parse(&inner).and_then(|id| id.gallery_image()?.version);
        let taken = version.is_some() && context.plan.api_version() >= GALLERY_FIRST_VERSION.value;
        return match taken {
            true => finding.fix(&id_wrapping::BARE, [Edit::set(path::IMAGE_ID, Node::text(inner))]),
            false => finding,
        };
    }
    at(not_an_image(id))
}

/// Whether a text is the id of a Compute image, in a gallery or managed.
fn names_image(text: &str) -> bool {
    ResourceId::parse(text).is_some_and(|id| id.gallery_image().is_some() || id.is("Microsoft.Compute/images"))
}

/// Names the type, where the id has one. What follows a question mark may be a secret.
fn not_an_image(id: &str) -> Message {
    match ResourceId::parse(id) {
        Some(resource) => Message::new(&OTHER_TYPE, [resource.name().into(), resource.kind().into()]),
        None => Message::new(&UNKNOWN, [id.split(['?', '#']).next().unwrap_or_default().into()]),
    }
}

/// The member that takes ids of this form, where it is not `id`.
fn proper_member(id: &str) -> Option<&'static str> {
    let first = id.trim_start().strip_prefix('/')?.split('/').next()?;
    [
        ("sharedGalleries", "sharedGalleryImageId"),
        ("communityGalleries", "communityGalleryImageId"),
    ]
    .into_iter()
    .find_map(|(word, member)| word.eq_ignore_ascii_case(first).then_some(member))
}
