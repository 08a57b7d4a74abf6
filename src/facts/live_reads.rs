//! The api-versions in which other services than Batch are read, each with the page that has it.

use super::{Limit, later_pages};

/// Managed images.
pub static IMAGE_VERSION: Limit<&str> = Limit {
    value: "2024-11-01",
    from: later_pages::IMAGE_GET.says(
        "A managed image is read in api-version 2024-11-01.",
        "Une image managée se lit dans l’api-version 2024-11-01.",
        "Un’immagine gestita si legge nell’api-version 2024-11-01.",
    ),
};

/// Galleries: image definitions and their versions.
pub static GALLERY_VERSION: Limit<&str> = Limit {
    value: "2024-03-03",
    from: later_pages::GALLERY_VERSION_GET.says(
        "A gallery image version is read in api-version 2024-03-03; `$expand=ReplicationStatus` adds its replication.",
        "Une version d’image de galerie se lit dans l’api-version 2024-03-03 ; `$expand=ReplicationStatus` y ajoute \
         l’état de la réplication.",
        "Una versione dell’immagine della raccolta si legge nell’api-version 2024-03-03; `$expand=ReplicationStatus` \
         aggiunge lo stato della replica.",
    ),
};

/// Virtual networks, subnets and public IP addresses.
pub static NETWORK_VERSION: Limit<&str> = Limit {
    value: "2024-05-01",
    from: later_pages::NETWORK_CONTRACT.says(
        "Virtual networks, subnets and public IP addresses are read in api-version 2024-05-01.",
        "Les réseaux virtuels, sous-réseaux et adresses IP publiques se lisent dans l’api-version 2024-05-01.",
        "Le reti virtuali, le subnet e gli indirizzi IP pubblici si leggono nell’api-version 2024-05-01.",
    ),
};

/// What the caller may do with a resource.
pub static PERMISSIONS_VERSION: Limit<&str> = Limit {
    value: "2022-04-01",
    from: later_pages::PERMISSIONS_LIST.says(
        "The permissions of the caller on a resource are listed in api-version 2022-04-01.",
        "Les autorisations de l’appelant sur une ressource se listent dans l’api-version 2022-04-01.",
        "Le autorizzazioni del chiamante su una risorsa sono elencate nell’api-version 2022-04-01.",
    ),
};
