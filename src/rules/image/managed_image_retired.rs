//! AB0101: a pool from a managed image or a VHD, two sources whose support has an end.

use crate::facts::pages;
use crate::facts::retirements::MANAGED_IMAGES;
use crate::model::{ImageKind, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0101",
    name: "managed-image-retired",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "Managed images and VHDs are retired as sources of pools",
        "Les images managées et les VHD ne sont plus pris en charge comme sources de pools",
        "Le immagini gestite e i VHD non sono più supportati come origini di pool",
    ),
    why: words(
        "Batch supports pools from a managed image or a VHD blob until 31 March 2026 only; Azure Compute Gallery is the \
         one source of custom images that remains. What the service answers since then, and what becomes of existing \
         pools, is not documented. Publish the image as a version in a gallery, replicate it to the account’s region and \
         create a new pool from it.",
        "Batch ne prend en charge les pools issus d’une image managée ou d’un objet blob VHD que jusqu’au 31 mars \
         2026 ; Azure Compute Gallery est la seule source d’images personnalisées restante. Ce que le service répond \
         depuis, et ce que deviennent les pools existants, n’est pas documenté. Publiez l’image comme version dans \
         une galerie, répliquez-la dans la région du compte et créez un nouveau pool à partir d’elle.",
        "Batch supporta i pool da un’immagine gestita o da un BLOB VHD solo fino al 31 marzo 2026; Azure Compute \
         Gallery è l’unica origine di immagini personalizzate rimasta. Che cosa il servizio risponda da allora, e che \
         cosa accada ai pool esistenti, non è documentato. Pubblicare l’immagine come versione in una raccolta, \
         replicarla nell’area dell’account e crearne un nuovo pool.",
    ),
    sources: &[
        MANAGED_IMAGES.from,
        pages::GALLERY_MIGRATION.says(
            "Pools from a VHD blob or a managed image are to move to Azure Compute Gallery by 31 March 2026.",
            "Les pools issus d’un objet blob VHD ou d’une image managée doivent passer à Azure Compute Gallery au \
             plus tard le 31 mars 2026.",
            "I pool da un BLOB VHD o da un’immagine gestita devono passare ad Azure Compute Gallery entro il 31 marzo \
             2026.",
        ),
    ],
    fields: &[path::IMAGE_ID],
    versions: None,
    example: example!("AB0101"),
    check: Check::Own(check),
};

static ENDED: Words = words(
    "{0} is {1}: support for pools from it ended on {2}.",
    "{0} est {1} : la prise en charge des pools qui en sont issus a pris fin le {2}.",
    "{0} è {1}: il supporto dei pool che ne derivano è terminato il {2}.",
);
static ENDS: Words = words(
    "{0} is {1}: support for pools from it ends on {2}, in {3}.",
    "{0} est {1} : la prise en charge des pools qui en sont issus prend fin le {2}, dans {3}.",
    "{0} è {1}: il supporto dei pool che ne derivano termina il {2}, tra {3}.",
);
static ENDS_TODAY: Words = words(
    "{0} is {1}: support for pools from it ends today, {2}.",
    "{0} est {1} : la prise en charge des pools qui en sont issus prend fin aujourd’hui, le {2}.",
    "{0} è {1}: il supporto dei pool che ne derivano termina oggi, {2}.",
);
static MANAGED: Words = words("a managed image", "une image managée", "un’immagine gestita");
static VHD: Words = words("a VHD blob", "un objet blob VHD", "un BLOB VHD");

fn check(context: &Context, report: &mut Report) {
    let image = &context.plan.pool.image;
    let (name, kind) = match image.kind() {
        ImageKind::Managed(id) => (id.name(), &MANAGED),
        ImageKind::Vhd => (blob_name(image.id.unwrap_or_default()), &VHD),
        _ => return,
    };
    let last = MANAGED_IMAGES.value;
    let left = context.as_of.days_until(last);
    let (severity, words) = match left {
        ..0 => (Severity::Error, &ENDED),
        0 => (Severity::Warning, &ENDS_TODAY),
        _ => (Severity::Warning, &ENDS),
    };
    let args: [Arg; 4] = [name.into(), kind.into(), last.into(), (left, &nouns::DAYS).into()];
    report.add(Finding::new(&RULE, path::IMAGE_ID, Message::new(words, args)).weigh(severity));
}

/// The last part of the address alone: what follows the question mark may be a secret.
fn blob_name(url: &str) -> &str {
    let address = url.split(['?', '#']).next().unwrap_or_default();
    address.rsplit('/').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_never_shown() {
        let url = "https://a.blob.core.windows.net/vhds/os.vhd?sv=1&sig=se/cret#x";
        assert_eq!(blob_name(url), "os.vhd");
    }
}
