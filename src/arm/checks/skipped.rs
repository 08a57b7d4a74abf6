//! What is not read, and why; which image is.

use super::gallery::{self, Gallery};
use super::managed_image;
use super::{Known, Work};
use crate::model::{ImageKind, Plan};
use crate::words::{Words, words};

pub(super) static NO_ACCOUNT: Words = words(
    "The plan does not say which account: subscription, resource group and account name are needed.",
    "Le plan n’indique pas le compte : il faut l’abonnement, le groupe de ressources et le nom du compte.",
    "Il piano non indica l’account: servono sottoscrizione, gruppo di risorse e nome dell’account.",
);
pub(super) static NO_REGION: Words = words(
    "The region is not known: neither the plan nor the account told it.",
    "La région n’est pas connue : ni le plan ni le compte ne l’ont indiquée.",
    "L’area non è nota: né il piano né l’account l’hanno indicata.",
);
pub(super) static NO_SIZE: Words = words(
    "The plan names no VM size.",
    "Le plan n’indique pas de taille de machine virtuelle.",
    "Il piano non indica le dimensioni della macchina virtuale.",
);
pub(super) static NO_IMAGE: Words = words(
    "The plan names no image.",
    "Le plan n’indique pas d’image.",
    "Il piano non indica alcuna immagine.",
);
pub(super) static MARKETPLACE: Words = words(
    "A Marketplace image is no resource of the account. Which of them Batch supports is listed by the Batch service \
     itself, with a token of its own.",
    "Une image de la Place de marché n’est pas une ressource du compte. La liste de celles que Batch prend en charge se \
     trouve auprès du service Batch lui-même, avec un jeton qui lui est propre.",
    "Un’immagine del Marketplace non è una risorsa dell’account. Quelle supportate da Batch le elenca il servizio \
     Batch stesso, con un token a parte.",
);
pub(super) static SHARED: Words = words(
    "A directly shared or community image belongs to somebody else: only its owner can read its definition and replicas.",
    "Une image partagée directement ou de la communauté appartient à quelqu’un d’autre : seul son propriétaire peut lire sa \
     définition et ses réplicas.",
    "Un’immagine condivisa direttamente o della community appartiene ad altri: solo il proprietario può leggerne la \
     definizione e le repliche.",
);
pub(super) static BLOB: Words = words(
    "A VHD is a blob of a storage account, which is not read with this token.",
    "Un VHD est un objet blob d’un compte de stockage, qui ne se lit pas avec ce jeton.",
    "Un VHD è un BLOB di un account di archiviazione, che non si legge con questo token.",
);
pub(super) static NO_ID: Words = words(
    "The id cannot be read: see the findings about it.",
    "L’ID ne peut pas être lu : voir les constats à son sujet.",
    "L’ID non può essere letto: vedere i rilievi che lo riguardano.",
);
pub(super) static NO_SUBNET: Words = words(
    "The plan names no subnet: Batch takes one of its own.",
    "Le plan n’indique pas de sous-réseau : Batch en fournit un.",
    "Il piano non indica alcuna subnet: Batch ne usa una propria.",
);
pub(super) static NO_ADDRESSES: Words = words(
    "The plan names no public IP addresses of its own.",
    "Le plan n’indique aucune adresse IP publique fournie par l’utilisateur.",
    "Il piano non indica indirizzi IP pubblici propri.",
);
/// What is read of the image, under which title, or why nothing is.
pub(super) fn image(plan: &Plan, known: &Known) -> (&'static Words, Result<Work, &'static Words>) {
    let skipped = |why| (&ANY_IMAGE, Err(why));
    match plan.pool.image.kind() {
        ImageKind::Managed(_) if known.image.is_some() => (&managed_image::TITLE, Ok(Work::ManagedImage)),
        ImageKind::Gallery(_) if known.image.is_some() => (&gallery::TITLE, Ok(Work::Gallery(Gallery::default()))),
        ImageKind::Managed(_) | ImageKind::Gallery(_) | ImageKind::OtherId => skipped(&NO_ID),
        ImageKind::Vhd => skipped(&BLOB),
        ImageKind::SharedGallery | ImageKind::CommunityGallery => skipped(&SHARED),
        ImageKind::Marketplace => skipped(&MARKETPLACE),
        ImageKind::Missing => skipped(&NO_IMAGE),
    }
}

static ANY_IMAGE: Words = words("Image", "Image", "Immagine");
