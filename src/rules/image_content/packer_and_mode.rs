//! AB0139: a managed image that Packer cannot build directly for an account in Batch service mode.

use crate::facts::pages;
use crate::model::{AllocationMode, Builder, ImageKind, ImageSource, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0139",
    name: "packer-managed-image-in-batch-service-mode",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "A managed image built with Packer for an account in Batch service mode",
        "Une image managée créée par Packer pour un compte en mode service Batch",
        "Un’immagine gestita creata con Packer per un account in modalità servizio Batch",
    ),
    why: words(
        "Packer can build the managed image itself only for an account in user subscription mode; in Batch service \
         mode it has to make a VHD, which is then imported as an image.",
        "Packer ne peut créer directement l’image managée que pour un compte en mode abonnement utilisateur ; en mode \
         service Batch, il doit produire un VHD, importé ensuite comme image.",
        "Packer può creare direttamente l’immagine gestita solo per un account in modalità sottoscrizione utente; in \
         modalità servizio Batch deve produrre un VHD, poi importato come immagine.",
    ),
    sources: &[pages::CUSTOM_IMAGES.says(
        "With Packer: a managed image for accounts in user subscription mode; a VHD, then imported, for accounts in \
         Batch service mode.",
        "Avec Packer : une image managée pour les comptes en mode abonnement utilisateur ; un VHD, ensuite importé, \
         pour ceux en mode service Batch.",
        "Con Packer: un’immagine gestita per gli account in modalità sottoscrizione utente; un VHD, poi importato, \
         per quelli in modalità servizio Batch.",
    )],
    fields: &[path::IMAGE_BUILT_WITH, path::ALLOCATION_MODE, path::IMAGE_ID],
    versions: None,
    example: example!("AB0139"),
    check: Check::Own(check),
};

static BATCH: Words = words(
    "{0} was built with Packer, and the account is in Batch service mode: it has to come from an imported VHD.",
    "{0} a été créée par Packer, et le compte est en mode service Batch : elle doit provenir d’un VHD importé.",
    "{0} è stata creata con Packer e l’account è in modalità servizio Batch: deve provenire da un VHD importato.",
);
static UNKNOWN: Words = words(
    "{0} was built with Packer: in Batch service mode it has to come from an imported VHD.",
    "{0} a été créée par Packer : en mode service Batch, elle doit provenir d’un VHD importé.",
    "{0} è stata creata con Packer: in modalità servizio Batch deve provenire da un VHD importato.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let ImageKind::Managed(image) = plan.pool.image.kind() else {
        return;
    };
    // Made from a VHD is what the page asks for.
    if plan.image.built_with != Some(Builder::Packer) || plan.image.source == Some(ImageSource::Vhd) {
        return;
    }
    let find = |words| {
        Finding::new(
            &RULE,
            path::IMAGE_BUILT_WITH,
            Message::new(words, [Arg::from(image.name())]),
        )
    };
    match plan.target.mode {
        Some(AllocationMode::BatchService) => report.add(find(&BATCH).related(path::ALLOCATION_MODE)),
        Some(AllocationMode::UserSubscription) => {}
        None => report.add(find(&UNKNOWN).weigh(Severity::Advice).on_basis(Basis::Account)),
    }
}
