//! Figures and api-versions about custom images, each with its page.

use crate::facts::{Limit, pages};
use crate::model::IsoDuration;
use crate::model::api_version::{ApiVersion, V2019_08_01};

/// Dedicated nodes of a pool from a managed image, by the page on custom images.
pub static MANAGED_MAX_DEDICATED: Limit<i64> = Limit {
    value: 2_500,
    from: pages::CUSTOM_IMAGES.says(
        "A pool from a managed image has at most 2 500 dedicated nodes.",
        "Un pool issu d’une image managée compte au plus 2 500 nœuds dédiés.",
        "Un pool basato su un’immagine gestita ha al massimo 2 500 nodi dedicati.",
    ),
};

/// The same by the page on quotas: the two disagree.
pub static MANAGED_MAX_DEDICATED_QUOTA_PAGE: Limit<i64> = Limit {
    value: 2_000,
    from: pages::QUOTAS.says(
        "A pool from a managed image has at most 2 000 dedicated nodes (“Pool size limits”).",
        "Un pool issu d’une image managée compte au plus 2 000 nœuds dédiés (« Limites de taille de pool »).",
        "Un pool basato su un’immagine gestita ha al massimo 2 000 nodi dedicati («Limiti delle dimensioni del pool»).",
    ),
};

/// Spot (formerly low-priority) nodes of a pool from a managed image.
pub static MANAGED_MAX_SPOT: Limit<i64> = Limit {
    value: 1_000,
    from: pages::CUSTOM_IMAGES.says(
        "A pool from a managed image has at most 1 000 Spot nodes.",
        "Un pool issu d’une image managée compte au plus 1 000 nœuds Spot.",
        "Un pool basato su un’immagine gestita ha al massimo 1 000 nodi Spot.",
    ),
};

/// The last api-version that accepts a managed image.
pub static MANAGED_LAST_VERSION: Limit<ApiVersion> = Limit {
    value: V2019_08_01,
    from: pages::CUSTOM_IMAGES.says(
        "A bare managed image is accepted by api-versions up to and including `2019-08-01` only (introduction).",
        "Une image managée seule n’est acceptée que par les api-versions jusqu’à `2019-08-01` comprise (introduction).",
        "La sola immagine gestita è accettata unicamente dalle api-version fino a `2019-08-01` inclusa (introduzione).",
    ),
};

/// The first api-version that accepts an image from a gallery.
pub static GALLERY_FIRST_VERSION: Limit<ApiVersion> = Limit {
    value: V2019_08_01,
    from: pages::CONTRACT_2019.says(
        "The image id may be a managed image or an image version of a gallery; earlier versions name managed images only.",
        "L’ID d’image peut être celui d’une image managée ou d’une version d’image de galerie ; les versions \
         antérieures ne mentionnent que les images managées.",
        "L’ID immagine può essere quello di un’immagine gestita o di una versione dell’immagine di una raccolta; le \
         versioni precedenti citano solo immagini gestite.",
    ),
};

/// Above this many nodes a pool from a custom image may need several resizes.
pub static SEVERAL_RESIZES_ABOVE: Limit<i64> = Limit {
    value: 300,
    from: pages::CUSTOM_IMAGES.says(
        "A pool of more than 300 nodes may have to be resized several times before it reaches its target.",
        "Un pool de plus de 300 nœuds peut devoir être redimensionné plusieurs fois avant d’atteindre sa cible.",
        "Un pool di oltre 300 nodi può dover essere ridimensionato più volte prima di raggiungere l’obiettivo.",
    ),
};

/// The resize time-out a pool of fixed size from a managed image should at least have.
pub static MANAGED_TIMEOUT: Limit<IsoDuration> = Limit {
    value: IsoDuration::minutes(20),
    from: pages::CUSTOM_IMAGES.says(
        "With a fixed number of nodes from a managed image, raise `resizeTimeout` to a value such as 20 to 30 minutes.",
        "Avec un nombre fixe de nœuds issus d’une image managée, portez `resizeTimeout` à une valeur telle que 20 à 30 \
         minutes.",
        "Con un numero fisso di nodi da un’immagine gestita, portare `resizeTimeout` a un valore come 20-30 minuti.",
    ),
};

/// Above this many nodes of a custom image the long time-out is advised.
pub static LONG_TIMEOUT_ABOVE: Limit<i64> = Limit {
    value: 300,
    from: pages::NODE_ERRORS.says(
        "The default time-out is long enough in most cases; above 300 nodes from a custom image, 30 minutes are advised.",
        "Le délai par défaut suffit dans la plupart des cas ; au-delà de 300 nœuds issus d’une image personnalisée, 30 \
         minutes sont conseillées.",
        "Il timeout predefinito basta nella maggior parte dei casi; oltre 300 nodi da un’immagine personalizzata sono \
         consigliati 30 minuti.",
    ),
};

/// The time-out advised for such a pool.
pub static LONG_TIMEOUT: Limit<IsoDuration> = Limit {
    value: IsoDuration::minutes(30),
    from: LONG_TIMEOUT_ABOVE.from,
};

/// The same for a Marketplace image.
pub static MARKETPLACE_LONG_TIMEOUT_ABOVE: Limit<i64> = Limit {
    value: 1_000,
    from: pages::NODE_ERRORS.says(
        "The default time-out is long enough in most cases; above 1 000 nodes from a Marketplace image, 30 minutes are \
         advised.",
        "Le délai par défaut suffit dans la plupart des cas ; au-delà de 1 000 nœuds issus d’une image de la Place de \
         marché, 30 minutes sont conseillées.",
        "Il timeout predefinito basta nella maggior parte dei casi; oltre 1 000 nodi da un’immagine del Marketplace sono \
         consigliati 30 minuti.",
    ),
};

/// The time that a gallery image needs for each [`GALLERY_TIMEOUT_NODES`], and at least.
pub static GALLERY_TIMEOUT: Limit<IsoDuration> = Limit {
    value: IsoDuration::minutes(15),
    from: pages::GALLERY_IMAGES.says(
        "Allow at least 15 minutes of `resizeTimeout` for each 1 000 VMs; for 2 000 VMs at least 30 minutes.",
        "Prévoyez pour `resizeTimeout` au moins 15 minutes par tranche de 1 000 machines virtuelles ; pour 2 000, au moins \
         30 minutes.",
        "Prevedere per `resizeTimeout` almeno 15 minuti ogni 1 000 macchine virtuali; per 2 000, almeno 30 minuti.",
    ),
};

/// The number of nodes to which [`GALLERY_TIMEOUT`] refers.
pub static GALLERY_TIMEOUT_NODES: Limit<i64> = Limit {
    value: 1_000,
    from: GALLERY_TIMEOUT.from,
};

/// Nodes that one replica of a gallery image should serve at most.
pub static NODES_PER_REPLICA: Limit<i64> = Limit {
    value: 300,
    from: pages::GALLERY_IMAGES.says(
        "Keep at least one replica for each 300 nodes of the pool; for 3 000 nodes at least 10.",
        "Conservez au moins un réplica par tranche de 300 nœuds du pool ; pour 3 000 nœuds, au moins 10.",
        "Mantenere almeno una replica ogni 300 nodi del pool; per 3 000 nodi, almeno 10.",
    ),
};
