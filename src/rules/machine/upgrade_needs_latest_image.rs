//! AB0532: automatic OS upgrade of a pool whose image is pinned to a version.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2024_02_01;
use crate::model::{ApiVersion, ImageKind, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0532",
    name: "upgrade-needs-latest-image",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Machine,
    title: words(
        "Automatic OS upgrade of a pinned image version",
        "Une mise à niveau automatique du système avec une version d’image fixée",
        "Aggiornamento automatico del sistema con una versione dell’immagine fissata",
    ),
    why: words(
        "Nodes are upgraded to the newest image, so the version must be `latest`. Of a gallery image a newer version \
         counts only when it is replicated to the region of the pool and not excluded from latest. (The page asks for \
         api-version 2024-02-01 or later; its own sample has 2023-11-01.)",
        "Les nœuds sont mis à niveau vers l’image la plus récente : la version doit donc être `latest`. Pour une \
         image de galerie, une version plus récente ne compte que si elle est répliquée dans la région du pool et \
         n’est pas exclue de la dernière version. (La page exige l’api-version 2024-02-01 ou ultérieure ; son propre \
         exemple utilise 2023-11-01.)",
        "I nodi vengono aggiornati all’immagine più recente, perciò la versione deve essere `latest`. Di un’immagine \
         della raccolta una versione più recente conta solo se è replicata nell’area del pool e non è esclusa dalla \
         scelta della più recente. (La pagina richiede l’api-version 2024-02-01 o successiva; il suo stesso esempio ha \
         2023-11-01.)",
    ),
    sources: &[
        pages::OS_UPGRADES.says(
            "The version of the image must be `latest`; a new version in a gallery must be replicated to the region \
             and not excluded from latest.",
            "La version d’image doit être `latest` ; une nouvelle version dans une galerie doit être répliquée \
             dans la région et ne pas être exclue de la dernière version.",
            "La versione dell’immagine deve essere `latest`; una nuova versione in una raccolta deve essere replicata \
             nell’area e non esclusa dalla scelta della più recente.",
        ),
        pages::DATA_PLANE.says(
            "The id of an image definition, without a version, always stands for its newest version.",
            "L’ID d’une définition d’image, sans version, désigne toujours sa version la plus récente.",
            "L’ID di una definizione dell’immagine, senza versione, indica sempre la versione più recente.",
        ),
    ],
    fields: &[path::AUTO_UPGRADE, path::IMAGE_VERSION, path::IMAGE_ID],
    versions: Some((V2024_02_01, ApiVersion::DRAFT)),
    example: example!("AB0532"),
    check: Check::Own(check),
};

static MARKETPLACE: Words = words(
    "The image is pinned to {0}; automatic OS upgrade takes {1}.",
    "L’image est fixée à {0} ; la mise à niveau automatique du système exige {1}.",
    "L’immagine è fissata a {0}; l’aggiornamento automatico del sistema richiede {1}.",
);

static GALLERY: Words = words(
    "The image id is pinned to version {0}: no newer version is ever rolled out.",
    "L’ID d’image est fixé à la version {0} : aucune version plus récente ne sera jamais déployée.",
    "L’ID immagine è fissato alla versione {0}: nessuna versione più recente verrà mai distribuita.",
);

const LATEST: &str = "latest";

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    if !pool.upgrades_itself() || !shapes::applies(context, &RULE) {
        return;
    }
    let pinned = |version: &&str| !version.eq_ignore_ascii_case(LATEST) && !placeholder(version);
    match pool.image.kind() {
        ImageKind::Marketplace => {
            if let Some(version) = pool.image.version.filter(pinned) {
                let message = Message::new(&MARKETPLACE, [version.into(), LATEST.into()]);
                let finding = Finding::new(&RULE, path::IMAGE_VERSION, message).related(path::AUTO_UPGRADE);
                report.add(finding.offer_text(path::IMAGE_VERSION, LATEST));
            }
        }
        ImageKind::Gallery(id) => {
            if let Some(version) = id.gallery_image().and_then(|image| image.version).filter(pinned) {
                let message = Message::new(&GALLERY, [version.into()]);
                report.add(
                    Finding::new(&RULE, path::IMAGE_ID, message)
                        .weigh(Severity::Warning)
                        .on_basis(Basis::Derived)
                        .related(path::AUTO_UPGRADE),
                );
            }
        }
        _ => {}
    }
}
