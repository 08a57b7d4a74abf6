//! Documented figures about what an image is made of and made from.

use crate::facts::{Limit, pages};

/// Deployments a managed image serves at the same time.
pub static MANAGED_CONCURRENT: Limit<i64> = Limit {
    value: 20,
    from: pages::CAPTURE_IMAGE.says(
        "A managed image serves up to 20 deployments at once; more may end in a time-out.",
        "Une image managée sert jusqu’à 20 déploiements simultanés ; au-delà, des dépassements de délai sont \
         possibles.",
        "Un’immagine gestita serve fino a 20 distribuzioni simultanee; oltre, sono possibili timeout.",
    ),
};

/// Nodes from which a pool counts as one of “hundreds”, where the page says no more than that.
pub static HUNDREDS_OF_NODES: Limit<i64> = Limit {
    value: 200,
    from: pages::CUSTOM_IMAGES.says(
        "For a pool of hundreds of VMs or more it is important that the managed image comes from snapshots (read here \
         as 200 nodes).",
        "Pour un pool de plusieurs centaines de machines virtuelles ou plus, il est important que l’image managée vienne \
         d’instantanés (lu ici comme 200 nœuds).",
        "Per un pool di centinaia di macchine virtuali o più è importante che l’immagine gestita provenga da snapshot \
         (qui inteso come 200 nodi).",
    ),
};

/// By how many per cent, at most, a pool from a gallery reaches its steady state sooner.
pub static GALLERY_SOONER_STEADY: Limit<i64> = Limit {
    value: 25,
    from: pages::GALLERY_IMAGES.says(
        "With a gallery image a pool becomes steady up to 25 % faster and nodes are idle up to 30 % sooner than with a \
         managed image.",
        "Avec une image de galerie, un pool devient stable jusqu’à 25 % plus vite et ses nœuds sont inactifs jusqu’à \
         30 % plus tôt qu’avec une image managée.",
        "Con un’immagine della raccolta un pool diventa stabile fino al 25 % più in fretta e i nodi sono inattivi fino \
         al 30 % prima che con un’immagine gestita.",
    ),
};

/// By how many per cent, at most, the time until nodes are idle is shorter.
pub static GALLERY_SOONER_IDLE: Limit<i64> = Limit {
    value: 30,
    from: pages::CUSTOM_IMAGES_IT.says(
        "The Italian page gives both figures without “up to”; they are upper bounds in English.",
        "La page italienne donne les deux chiffres sans « jusqu’à » ; en anglais ce sont des maximums.",
        "La pagina italiana riporta le due cifre senza «fino a»; in inglese sono valori massimi.",
    ),
};
