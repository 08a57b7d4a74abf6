//! Why something could not be read, in a sentence.

use crate::arm::{Failure, Outcome, Unreadable};
use crate::words::{Message, Words, words};

static UNAUTHORISED: Words = words(
    "The token was not accepted: it has expired, or is for another service or tenant.",
    "Le jeton n’a pas été accepté : il a expiré, ou est destiné à un autre service ou à un autre locataire.",
    "Il token non è stato accettato: è scaduto, oppure è destinato a un altro servizio o a un altro tenant.",
);
static FORBIDDEN: Words = words(
    "You may not read this, or it does not exist: Azure answers 403 to both.",
    "Vous n’avez pas le droit de lire cette ressource, ou elle n’existe pas : Azure répond 403 dans les deux cas.",
    "Non si ha il diritto di leggerlo, oppure non esiste: Azure risponde 403 in entrambi i casi.",
);
static NOT_FOUND: Words = words(
    "It does not exist, or not under this name.",
    "La ressource n’existe pas, ou pas sous ce nom.",
    "Non esiste, o non con questo nome.",
);
static THROTTLED: Words = words(
    "Azure asks for fewer calls: try again later.",
    "Azure demande d’espacer les appels : réessayez plus tard.",
    "Azure chiede di ridurre le chiamate: riprovare più tardi.",
);
static SERVER: Words = words(
    "Azure could not answer: status {0}. Try again later.",
    "Azure n’a pas pu répondre : code d’état {0}. Réessayez plus tard.",
    "Azure non ha potuto rispondere: stato {0}. Riprovare più tardi.",
);
static REFUSED: Words = words(
    "The read was refused: status {0}, {1}.",
    "La lecture a été refusée : code d’état {0}, {1}.",
    "La lettura è stata rifiutata: stato {0}, {1}.",
);
static UNREADABLE: Words = words(
    "What came back could not be read: it is not what this service answers.",
    "La réponse n’a pas pu être lue : ce n’est pas une réponse de ce service.",
    "Impossibile leggere la risposta: non è quella di questo servizio.",
);
static HTML: Words = words(
    "A web page came back instead of an answer: a proxy or a sign-in page stands in between.",
    "Une page web est arrivée à la place d’une réponse : un proxy ou une page de connexion s’interpose.",
    "È arrivata una pagina Web invece di una risposta: c’è di mezzo un proxy o una pagina di accesso.",
);
static TRUNCATED: Words = words(
    "The answer was cut off.",
    "La réponse a été tronquée.",
    "La risposta è stata troncata.",
);
static UNREACHABLE: Words = words(
    "No answer: the address cannot be reached from here.",
    "Pas de réponse : l’adresse n’est pas joignable d’ici.",
    "Nessuna risposta: l’indirizzo non è raggiungibile da qui.",
);
static OFFLINE: Words = words(
    "The device is offline.",
    "L’appareil est hors ligne.",
    "Il dispositivo è offline.",
);
static TIMED_OUT: Words = words(
    "No answer came in time.",
    "Aucune réponse n’est arrivée à temps.",
    "Nessuna risposta è arrivata in tempo utile.",
);
static TOO_LONG: Words = words(
    "The answer is too long to be read.",
    "La réponse est trop longue pour être lue.",
    "La risposta è troppo lunga per essere letta.",
);
static REDIRECTED: Words = words(
    "The answer leads to another address, which is not followed: it would get the token.",
    "La réponse renvoie à une autre adresse, qui n’est pas suivie : elle recevrait le jeton.",
    "La risposta rimanda a un altro indirizzo, che non viene seguito: riceverebbe il token.",
);
static CANCELLED: Words = words("Cancelled.", "Annulé.", "Annullata.");

/// Why something could not be read.
pub(super) fn trouble(outcome: &Outcome) -> Message {
    let plain = match outcome {
        Outcome::Unauthorised(_) => &UNAUTHORISED,
        Outcome::Forbidden(_) => &FORBIDDEN,
        Outcome::NotFound(_) => &NOT_FOUND,
        Outcome::Throttled(..) => &THROTTLED,
        Outcome::ServerError(refusal, _) => return Message::new(&SERVER, [i64::from(refusal.status).into()]),
        Outcome::Rejected(refusal) | Outcome::Conflict(refusal) | Outcome::Precondition(refusal) => {
            let code = refusal.code.clone().unwrap_or_default();
            return Message::new(&REFUSED, [i64::from(refusal.status).into(), code.into()]);
        }
        Outcome::Accepted(_) | Outcome::Unreadable(Unreadable::Other, _) => &UNREADABLE,
        Outcome::Unreadable(Unreadable::Html, _) => &HTML,
        Outcome::Unreadable(Unreadable::Truncated, _) | Outcome::Failed(Failure::Cut) => &TRUNCATED,
        Outcome::Failed(Failure::Unreachable) => &UNREACHABLE,
        Outcome::Failed(Failure::Offline) => &OFFLINE,
        Outcome::Failed(Failure::TimedOut(_)) => &TIMED_OUT,
        Outcome::Failed(Failure::TooLong) => &TOO_LONG,
        Outcome::Failed(Failure::Redirected) => &REDIRECTED,
        Outcome::Failed(Failure::Cancelled) => &CANCELLED,
    };
    plain.into()
}
