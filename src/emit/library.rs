//! What is said of members that a library cannot carry as the plan has them.

use crate::words::{Words, words};

/// No api-version has it.
pub(super) static UNKNOWN: Words = words(
    "The contract has no such member in any api-version.",
    "Le contrat n’a ce membre dans aucune api-version.",
    "Il contratto non prevede questo membro in nessuna api-version.",
);
/// The library has no such member.
pub(super) static NOT_THERE: Words = words(
    "The library {0} cannot set it.",
    "La bibliothèque {0} ne peut pas le définir.",
    "La libreria {0} non può impostarlo.",
);
/// The library has it under its newer name only.
pub(super) static RENAMED: Words = words(
    "The library {0} cannot set it; newer api-versions have {1} instead.",
    "La bibliothèque {0} ne peut pas le définir ; les api-versions plus récentes utilisent {1} à la place.",
    "La libreria {0} non può impostarlo; le api-version più recenti usano invece {1}.",
);
/// The value has another type, or is none the library knows.
pub(super) static OTHER_VALUE: Words = words(
    "The library {0} takes no such value here.",
    "La bibliothèque {0} n’accepte pas cette valeur ici.",
    "La libreria {0} non accetta qui questo valore.",
);
/// The library sends nothing for an empty one.
pub(super) static EMPTY: Words = words(
    "It is empty; the library {0} sends nothing for it.",
    "Il est vide ; la bibliothèque {0} n’envoie alors rien.",
    "È vuoto; in questo caso la libreria {0} non invia nulla.",
);
/// Another member is set already.
pub(super) static EXCLUDED: Words = words(
    "The library {0} takes only one of the members that exclude each other.",
    "La bibliothèque {0} n’accepte qu’un seul des membres qui s’excluent.",
    "La libreria {0} accetta solo uno dei membri che si escludono a vicenda.",
);
/// The library needs what the plan does not give.
pub(super) static TO_FILL: Words = words(
    "The library {0} needs it, but the plan does not give it: replace the placeholder.",
    "La bibliothèque {0} en a besoin, mais le plan ne le donne pas : remplacez l’espace réservé.",
    "La libreria {0} lo richiede, ma il piano non lo indica: sostituire il segnaposto.",
);
/// A host became a URI.
pub(super) static AS_URI: Words = words(
    "The library {0} takes only a URI here: `https://` was put in front.",
    "La bibliothèque {0} n’accepte ici qu’un URI : `https://` a été ajouté devant.",
    "La libreria {0} accetta qui solo un URI: è stato anteposto `https://`.",
);
/// A secret comes from the environment.
pub(super) static FROM_ENVIRONMENT: Words = words(
    "Never written here: set the environment variable {0}.",
    "Jamais écrit ici : définissez la variable d’environnement {0}.",
    "Qui non viene mai scritto: impostare la variabile di ambiente {0}.",
);
