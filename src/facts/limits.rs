//! Documented figures, each with its page. Rules hold no numbers of their own.

use super::{Limit, pages};

/// Dedicated nodes of a pool from a managed image, by the page on custom images.
pub static MANAGED_MAX_DEDICATED: Limit<i64> = Limit {
    value: 2_500,
    from: pages::CUSTOM_IMAGES.says(
        "A pool from a managed image has at most 2 500 dedicated nodes.",
        "Un pool issu d’une image managée compte au plus 2 500 nœuds dédiés.",
        "Un pool basato su un’immagine gestita ha al massimo 2 500 nodi dedicati.",
    ),
};

/// The same by the page on quotas: the two disagree.
pub static MANAGED_MAX_DEDICATED_QUOTA_PAGE: Limit<i64> = Limit {
    value: 2_000,
    from: pages::QUOTAS.says(
        "A pool from a managed image has at most 2 000 dedicated nodes (“Pool size limits”).",
        "Un pool issu d’une image managée compte au plus 2 000 nœuds dédiés (« Limites de taille de pool »).",
        "Un pool basato su un’immagine gestita ha al massimo 2 000 nodi dedicati («Limiti delle dimensioni del pool»).",
    ),
};

/// Spot (formerly low-priority) nodes of a pool from a managed image.
pub static MANAGED_MAX_SPOT: Limit<i64> = Limit {
    value: 1_000,
    from: pages::CUSTOM_IMAGES.says(
        "A pool from a managed image has at most 1 000 Spot nodes.",
        "Un pool issu d’une image managée compte au plus 1 000 nœuds Spot.",
        "Un pool basato su un’immagine gestita ha al massimo 1 000 nodi Spot.",
    ),
};
