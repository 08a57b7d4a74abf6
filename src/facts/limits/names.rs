//! Documented lengths of names. Constants, because the form checks name them in attributes.

use crate::facts::{Limit, pages};

/// Characters of a pool name, least and most.
pub const POOL_NAME: Limit<(u64, u64)> = Limit {
    value: (1, 64),
    from: pages::CONTRACT_POOLS.says(
        "A pool name has 1 to 64 characters: letters, digits, underscores and hyphens.",
        "Un nom de pool compte de 1 à 64 caractères : lettres, chiffres, traits de soulignement et traits d’union.",
        "Un nome di pool ha da 1 a 64 caratteri: lettere, cifre, caratteri di sottolineatura e trattini.",
    ),
};

/// Characters of a Batch account's name, least and most.
pub const ACCOUNT_NAME: Limit<(u64, u64)> = Limit {
    value: (3, 24),
    from: pages::POOL_CREATE.says(
        "A Batch account name has 3 to 24 characters; the pattern admits letters and digits, the text only digits and \
         lower-case letters.",
        "Un nom de compte Batch compte de 3 à 24 caractères ; le motif admet lettres et chiffres, le texte seulement \
         des chiffres et des minuscules.",
        "Un nome di account Batch ha da 3 a 24 caratteri; il pattern ammette lettere e cifre, il testo solo cifre e \
         lettere minuscole.",
    ),
};

/// Characters of a resource group's name, least and most.
pub const RESOURCE_GROUP: Limit<(u64, u64)> = Limit {
    value: (1, 90),
    from: pages::CONTRACT_COMMON.says(
        "A resource group name has 1 to 90 characters; the subscription id is a UUID.",
        "Un nom de groupe de ressources compte de 1 à 90 caractères ; l’ID d’abonnement est un UUID.",
        "Un nome di gruppo di risorse ha da 1 a 90 caratteri; l’ID della sottoscrizione è un UUID.",
    ),
};

/// Characters of a display name at most.
pub const DISPLAY_NAME: Limit<u64> = Limit {
    value: 1_024,
    from: pages::CONTRACT.says(
        "A display name has at most 1 024 Unicode characters and need not be unique.",
        "Un nom d’affichage compte au plus 1 024 caractères Unicode et n’a pas besoin d’être unique.",
        "Un nome visualizzato ha al massimo 1 024 caratteri Unicode e può non essere univoco.",
    ),
};
