//! What fixes are called.

use crate::words::{Words, words};

/// Puts a value.
pub(super) static SET: Words = words("Set {0}", "Définir {0}", "Imposta {0}");
/// Puts the value of another member than the one a finding stands on.
pub(super) static SET_MEMBER: Words = words("Set {0} to {1}", "Définir {0} sur {1}", "Imposta {0} su {1}");
/// Gives another name.
pub(super) static RENAME: Words = words("Rename to {0}", "Renommer en {0}", "Rinomina in {0}");
/// Takes away.
pub(super) static REMOVE: Words = words("Remove {0}", "Supprimer {0}", "Rimuovi {0}");
/// Puts a member where it belongs.
pub(super) static MOVE: Words = words("Move to {0}", "Déplacer vers {0}", "Sposta in {0}");
/// Writes the plan for another api-version.
pub(super) static USE_VERSION: Words = words(
    "Write for api-version {0}",
    "Écrire pour l’api-version {0}",
    "Scrivi per l’api-version {0}",
);
