//! What an outcome means to whoever sees it: what happened, and what to do, in three languages.

use super::{Failure, Outcome, Refusal, Unreadable};
use crate::words::{Words, words};

/// Something that happened, told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told {
    /// In a few words. No full stop.
    pub title: &'static Words,
    /// What happened.
    pub happened: &'static Words,
    /// What to do.
    pub remedy: &'static Words,
}

struct Text {
    title: Words,
    happened: Words,
    remedy: Words,
}

impl Text {
    const fn told(&'static self) -> Told {
        Told {
            title: &self.title,
            happened: &self.happened,
            remedy: &self.remedy,
        }
    }
}

impl Outcome {
    /// What it means.
    pub fn told(&self) -> Told {
        let text = match self {
            Outcome::Accepted(_) => &ACCEPTED,
            Outcome::Rejected(_) => &REJECTED,
            Outcome::Unauthorised(_) => &UNAUTHORISED,
            Outcome::Forbidden(_) => &FORBIDDEN,
            Outcome::NotFound(refusal) => by_code(refusal, &NOT_FOUND_CODES, &NOT_FOUND),
            Outcome::Conflict(refusal) => by_code(refusal, &CONFLICT_CODES, &CONFLICT),
            Outcome::Precondition(_) => &PRECONDITION,
            Outcome::Throttled(..) => &THROTTLED,
            Outcome::ServerError(..) => &SERVER_ERROR,
            Outcome::Unreadable(Unreadable::Html, _) => &HTML,
            Outcome::Unreadable(Unreadable::Truncated, _) => &TRUNCATED,
            Outcome::Unreadable(Unreadable::Other, _) => &UNREADABLE,
            Outcome::Failed(failure) => match failure {
                Failure::Unreachable => &UNREACHABLE,
                Failure::Offline => &OFFLINE,
                Failure::Cut => &CUT,
                Failure::TimedOut(_) => &TIMED_OUT,
                Failure::TooLong => &TOO_LONG,
                Failure::Redirected => &REDIRECTED,
                Failure::Cancelled => &CANCELLED,
            },
        };
        text.told()
    }
}

fn by_code(refusal: &Refusal, codes: &[(&str, &'static Text)], else_told: &'static Text) -> &'static Text {
    let code = refusal.code.as_deref().unwrap_or_default();
    let found = codes.iter().find(|(known, _)| known.eq_ignore_ascii_case(code));
    found.map_or(else_told, |(_, text)| text)
}

static NOT_FOUND_CODES: [(&str, &Text); 4] = [
    ("PoolNotFound", &NO_POOL),
    ("AccountNotFound", &NO_ACCOUNT),
    ("ResourceGroupNotFound", &NO_GROUP),
    ("SubscriptionNotFound", &NO_SUBSCRIPTION),
];

static CONFLICT_CODES: [(&str, &Text); 4] = [
    ("PoolBeingDeleted", &BEING_DELETED),
    ("PoolBeingResized", &BEING_RESIZED),
    ("PoolQuotaReached", &POOL_QUOTA),
    ("InvalidApplicationPackageReferences", &PACKAGES),
];

macro_rules! texts {
    ($($name:ident = $($part:ident: $en:literal, $fr:literal, $it:literal),*;)*) => {
        $( static $name: Text = Text { $( $part: words($en, $fr, $it), )* }; )*
    };
}

texts! {
    ACCEPTED =
        title: "Accepted", "Appel accepté", "Accettata",
        happened: "The service took the call.", "Le service a pris l’appel en compte.", "Il servizio ha preso in carico la chiamata.",
        remedy: "Watch the allocation: only it says whether the nodes come.", "Suivez l’allocation : elle seule dit si les nœuds arrivent.", "Seguire l’allocazione: solo da essa si vede se i nodi arrivano.";
    REJECTED =
        title: "Refused: the request is not valid", "Appel refusé : la requête n’est pas valide", "Rifiutata: la richiesta non è valida",
        happened: "The service says what it does not accept. Nothing was created or changed.", "Le service indique ce qu’il n’accepte pas. Rien n’a été créé ni modifié.", "Il servizio indica che cosa non accetta. Non è stato creato né modificato nulla.",
        remedy: "Correct the members it names, then look again.", "Corrigez les membres qu’il nomme, puis relancez la lecture.", "Correggere i membri indicati, quindi ripetere la lettura.";
    UNAUTHORISED =
        title: "The token is not accepted", "Le jeton n’est pas accepté", "Il token non è accettato",
        happened: "It has expired, was issued by another tenant, or is meant for another service. Nothing was created or changed.", "Il a expiré, provient d’un autre locataire ou est destiné à un autre service. Rien n’a été créé ni modifié.", "È scaduto, è stato rilasciato da un altro tenant o è destinato a un altro servizio. Non è stato creato né modificato nulla.",
        remedy: "Paste a new token. The work goes on where it stopped.", "Collez un nouveau jeton. L’opération reprend là où elle s’est arrêtée.", "Incollare un nuovo token. Il lavoro riprende da dove si era interrotto.";
    FORBIDDEN =
        title: "Not allowed, or not there", "Non autorisé, ou inexistant", "Non consentito, o inesistente",
        happened: "This user has no right to do this, or something that the request names does not exist, such as its image or subnet: the service answers both with the same code. Nothing was created or changed.", "Cet utilisateur n’a pas le droit d’effectuer l’opération, ou un élément nommé par la requête n’existe pas, par exemple son image ou son sous-réseau : le service renvoie le même code dans les deux cas. Rien n’a été créé ni modifié.", "Questo utente non ha il diritto di eseguire l’operazione, oppure un elemento indicato nella richiesta non esiste, per esempio l’immagine o la subnet: in entrambi i casi il servizio risponde con lo stesso codice. Non è stato creato né modificato nulla.",
        remedy: "Check with the live checks that image and subnet exist; then ask for a role on the resource that the message names.", "Utilisez les vérifications en direct pour vous assurer que l’image et le sous-réseau existent, puis demandez un rôle sur la ressource que nomme le message.", "Controllare con le verifiche in tempo reale che l’immagine e la subnet esistano; quindi richiedere il ruolo sulla risorsa indicata nel messaggio.";
    NOT_FOUND =
        title: "Not found", "Introuvable", "Non trovato",
        happened: "There is nothing at this address, and the answer does not say what is missing.", "Il n’y a rien à cette adresse, et la réponse ne dit pas ce qui manque.", "A questo indirizzo non c’è nulla, e la risposta non dice che cosa manca.",
        remedy: "Check the target of the plan: subscription, resource group, Batch account and cloud.", "Vérifiez la cible du plan : abonnement, groupe de ressources, compte Batch et cloud.", "Controllare la destinazione del piano: sottoscrizione, gruppo di risorse, account Batch e cloud.";
    NO_POOL =
        title: "There is no such pool", "Ce pool n’existe pas", "Il pool non esiste",
        happened: "The account has no pool of this name.", "Le compte n’a pas de pool de ce nom.", "L’account non ha un pool con questo nome.",
        remedy: "Create it, or check its name.", "Créez-le, ou vérifiez son nom.", "Crearlo, o controllarne il nome.";
    NO_ACCOUNT =
        title: "There is no such Batch account", "Ce compte Batch n’existe pas", "L’account Batch non esiste",
        happened: "The resource group has no Batch account of this name.", "Le groupe de ressources ne contient pas de compte Batch de ce nom.", "Il gruppo di risorse non contiene un account Batch con questo nome.",
        remedy: "Correct the account or the resource group in the target, or create the account.", "Corrigez le compte ou le groupe de ressources dans la cible, ou créez le compte.", "Correggere l’account o il gruppo di risorse nella destinazione, o creare l’account.";
    NO_GROUP =
        title: "There is no such resource group", "Ce groupe de ressources n’existe pas", "Il gruppo di risorse non esiste",
        happened: "The subscription has no resource group of this name.", "L’abonnement ne contient pas de groupe de ressources de ce nom.", "La sottoscrizione non contiene un gruppo di risorse con questo nome.",
        remedy: "Correct the resource group or the subscription in the target.", "Corrigez le groupe de ressources ou l’abonnement dans la cible.", "Correggere il gruppo di risorse o la sottoscrizione nella destinazione.";
    NO_SUBSCRIPTION =
        title: "There is no such subscription", "Cet abonnement n’existe pas", "La sottoscrizione non esiste",
        happened: "The cloud that was asked does not know this subscription, or the token does not see it.", "Le cloud interrogé ne connaît pas cet abonnement, ou le jeton ne le voit pas.", "Il cloud interrogato non conosce questa sottoscrizione, o il token non la vede.",
        remedy: "Correct the subscription or the cloud in the target, or paste a token of its tenant.", "Corrigez l’abonnement ou le cloud dans la cible, ou collez un jeton de son locataire.", "Correggere la sottoscrizione o il cloud nella destinazione, o incollare un token del suo tenant.";
    CONFLICT =
        title: "Not possible at the moment", "Impossible pour l’instant", "Non è possibile al momento",
        happened: "The call does not fit the present state of the pool or of the account. Nothing was changed.", "L’appel n’est pas compatible avec l’état actuel du pool ou du compte. Rien n’a été modifié.", "La chiamata non è compatibile con lo stato attuale del pool o dell’account. Non è stato modificato nulla.",
        remedy: "Look again at what exists, and decide anew.", "Relisez ce qui existe, puis décidez à nouveau.", "Rileggere che cosa esiste e decidere di nuovo.";
    BEING_DELETED =
        title: "The pool is being deleted", "Le pool est en cours de suppression", "Il pool è in corso di eliminazione",
        happened: "Until it is gone, a pool of this name can be neither changed nor created.", "Tant qu’il n’a pas disparu, aucun pool de ce nom ne peut être modifié ni créé.", "Finché l’eliminazione non è terminata, un pool con questo nome non può essere né modificato né creato.",
        remedy: "Wait until it is gone and look again, or choose another name.", "Attendez qu’il ait disparu et relancez la lecture, ou choisissez un autre nom.", "Attendere la fine dell’eliminazione e ripetere la lettura, o scegliere un altro nome.";
    BEING_RESIZED =
        title: "A resize is under way", "Un redimensionnement est en cours", "È in corso un ridimensionamento",
        happened: "The service does not take this call while the allocation is not steady. Nothing was changed.", "Le service n’accepte pas cet appel tant que l’allocation n’est pas stable. Rien n’a été modifié.", "Il servizio non accetta questa chiamata finché l’allocazione non è stabile. Non è stato modificato nulla.",
        remedy: "Wait until the allocation is steady, or stop the resize.", "Attendez que l’allocation soit stable, ou arrêtez le redimensionnement.", "Attendere che l’allocazione sia stabile, o arrestare il ridimensionamento.";
    POOL_QUOTA =
        title: "The account has as many pools as it may", "Le compte a atteint son nombre maximal de pools", "L’account ha raggiunto il numero massimo di pool",
        happened: "Its pool quota is used up. Nothing was created.", "Son quota de pools est épuisé. Rien n’a été créé.", "La sua quota di pool è esaurita. Non è stato creato nulla.",
        remedy: "Delete a pool that is not needed any longer, or ask for a higher quota.", "Supprimez un pool devenu inutile, ou demandez un quota plus élevé.", "Eliminare un pool non più necessario, o richiedere una quota più alta.";
    PACKAGES =
        title: "An application package cannot be used", "Un package d’application est inutilisable", "Un pacchetto dell’applicazione non è utilizzabile",
        happened: "The account does not have it in this version, or the application has no default version. Nothing was changed.", "Le compte ne l’a pas dans cette version, ou l’application n’a pas de version par défaut. Rien n’a été modifié.", "L’account non lo ha in questa versione, o l’applicazione non ha una versione predefinita. Non è stato modificato nulla.",
        remedy: "Correct the reference, or upload the package.", "Corrigez la référence, ou chargez le package.", "Correggere il riferimento, o caricare il pacchetto.";
    PRECONDITION =
        title: "The pool is not as it was read", "Le pool n’est plus tel qu’il a été lu", "Il pool non è più come è stato letto",
        happened: "Somebody created or changed it meanwhile. Nothing of theirs was overwritten.", "Quelqu’un l’a créé ou modifié entre-temps. Rien n’a été écrasé.", "Qualcuno l’ha creato o modificato nel frattempo. Non è stato sovrascritto nulla.",
        remedy: "Look again at what exists, and decide anew.", "Relisez ce qui existe, puis décidez à nouveau.", "Rileggere che cosa esiste e decidere di nuovo.";
    THROTTLED =
        title: "Too many calls", "Trop d’appels", "Troppe chiamate",
        happened: "The service did not take this call, because there were too many before it.", "Le service n’a pas pris cet appel en compte, car trop d’autres l’ont précédé.", "Il servizio non ha preso in carico questa chiamata perché troppe l’hanno preceduta.",
        remedy: "Wait; the next attempt comes by itself, unless the service asks for a longer pause.", "Patientez ; la tentative suivante est automatique, sauf si le service demande une pause plus longue.", "Attendere; il tentativo successivo è automatico, salvo che il servizio richieda una pausa più lunga.";
    SERVER_ERROR =
        title: "The service failed", "Le service a rencontré une erreur", "Errore del servizio",
        happened: "It could not answer. Whether it carried the call out, only reading can tell.", "Il n’a pas pu répondre. Seule une lecture peut dire s’il a exécuté l’appel.", "Non ha potuto rispondere. Solo una lettura può dire se ha eseguito la chiamata.",
        remedy: "Wait; reads are repeated by themselves. If it lasts, look at the service health of Azure.", "Patientez ; les lectures sont répétées automatiquement. Si cela dure, consultez l’état des services Azure.", "Attendere; le letture vengono ripetute automaticamente. Se il problema persiste, consultare Integrità dei servizi di Azure.";
    HTML =
        title: "A web page answered, not the service", "Une page web a répondu, et non le service", "Ha risposto una pagina Web, non il servizio",
        happened: "Something in between answered: a proxy, or the sign-in page of a network.", "Un intermédiaire a répondu : un proxy, ou la page de connexion d’un réseau.", "Ha risposto un intermediario: un proxy, o la pagina di accesso di una rete.",
        remedy: "Sign in to the network, or let the proxy pass the address of Resource Manager; then look again.", "Connectez-vous au réseau, ou autorisez l’adresse de Resource Manager dans le proxy, puis relancez la lecture.", "Accedere alla rete, o autorizzare nel proxy l’indirizzo di Resource Manager; quindi ripetere la lettura.";
    TRUNCATED =
        title: "The answer ends too soon", "La réponse est incomplète", "La risposta è incompleta",
        happened: "The connection broke, or something in between cut the answer.", "La connexion a été rompue, ou un intermédiaire a tronqué la réponse.", "La connessione si è interrotta, o un intermediario ha troncato la risposta.",
        remedy: "Wait; reads are repeated by themselves.", "Patientez ; les lectures sont répétées automatiquement.", "Attendere; le letture vengono ripetute automaticamente.";
    UNREADABLE =
        title: "The answer cannot be read", "La réponse est illisible", "La risposta non è leggibile",
        happened: "What came is not what Resource Manager answers.", "Ce qui est arrivé n’est pas une réponse de Resource Manager.", "Ciò che è arrivato non è una risposta di Resource Manager.",
        remedy: "Check whether a proxy stands in between, then look again.", "Vérifiez qu’aucun proxy ne s’interpose, puis relancez la lecture.", "Verificare che non ci sia un proxy di mezzo, quindi ripetere la lettura.";
    UNREACHABLE =
        title: "No connection to the service", "Aucune connexion au service", "Nessuna connessione al servizio",
        happened: "Its name was not found, the connection was refused, or the answer may not be read from this page (CORS): a browser does not say which.", "Son nom est introuvable, la connexion a été refusée, ou la réponse ne peut pas être lue depuis cette page (CORS) : le navigateur n’en précise pas la cause.", "Il nome non è stato trovato, la connessione è stata rifiutata o la risposta non può essere letta da questa pagina (CORS): il browser non dice quale sia la causa.",
        remedy: "Check the network and the cloud in the target. If it lasts, take the request as a script and run it outside the browser.", "Vérifiez le réseau et le cloud de la cible. Si cela dure, récupérez la requête sous forme de script et exécutez-la hors du navigateur.", "Controllare la rete e il cloud nella destinazione. Se il problema persiste, prendere la richiesta in forma di script ed eseguirla fuori dal browser.";
    OFFLINE =
        title: "The device is offline", "L’appareil est hors ligne", "Il dispositivo è offline",
        happened: "The call did not leave the device.", "L’appel n’a pas quitté l’appareil.", "La chiamata non è partita dal dispositivo.",
        remedy: "Connect again. Reading goes on by itself; what changes something waits for your confirmation.", "Rétablissez la connexion. La lecture reprend automatiquement ; toute modification attend votre confirmation.", "Riconnettersi. La lettura riprende automaticamente; le chiamate che modificano qualcosa attendono la conferma.";
    CUT =
        title: "The connection broke", "La connexion a été rompue", "La connessione si è interrotta",
        happened: "It ended in the middle of the answer.", "Elle s’est interrompue au milieu de la réponse.", "È caduta a metà della risposta.",
        remedy: "Wait; reads are repeated by themselves.", "Patientez ; les lectures sont répétées automatiquement.", "Attendere; le letture vengono ripetute automaticamente.";
    TIMED_OUT =
        title: "No answer in time", "Aucune réponse dans le temps imparti", "Nessuna risposta in tempo utile",
        happened: "The answer did not come, or not to its end.", "La réponse n’est pas arrivée, ou pas jusqu’au bout.", "La risposta non è arrivata, o non per intero.",
        remedy: "Wait; reads are repeated by themselves.", "Patientez ; les lectures sont répétées automatiquement.", "Attendere; le letture vengono ripetute automaticamente.";
    TOO_LONG =
        title: "The answer is too long", "La réponse est trop longue", "La risposta è troppo lunga",
        happened: "More than 4 MiB came; the rest was not read. Resource Manager does not answer like this about a pool.", "Plus de 4 Mio ont été reçus ; le reste n’a pas été lu. Resource Manager ne répond pas ainsi à propos d’un pool.", "Sono arrivati più di 4 MiB; il resto non è stato letto. Resource Manager non risponde così per un pool.",
        remedy: "Check whether a proxy stands in between, then look again.", "Vérifiez qu’aucun proxy ne s’interpose, puis relancez la lecture.", "Verificare che non ci sia un proxy di mezzo, quindi ripetere la lettura.";
    REDIRECTED =
        title: "The answer leads elsewhere", "La réponse renvoie ailleurs", "La risposta rimanda altrove",
        happened: "It was not followed, because the other address would receive the token.", "Elle n’a pas été suivie, car l’autre adresse recevrait le jeton.", "Il reindirizzamento non è stato seguito, perché l’altro indirizzo riceverebbe il token.",
        remedy: "Check the cloud in the target, and whether a proxy stands in between.", "Vérifiez le cloud de la cible et qu’aucun proxy ne s’interpose.", "Controllare il cloud nella destinazione e verificare che non ci sia un proxy di mezzo.";
    CANCELLED =
        title: "Cancelled", "Appel annulé", "Annullata",
        happened: "The answer was not waited for.", "L’attente de la réponse a été interrompue.", "Non si è attesa la risposta.",
        remedy: "Look again when you want to go on.", "Relancez la lecture lorsque vous souhaitez continuer.", "Ripetere la lettura quando si desidera continuare.";
}
