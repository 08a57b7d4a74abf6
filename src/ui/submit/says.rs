//! The words of the pane that sends the pool: where to, the token, the practice cloud, the calls.

use crate::words::{Words, words};

macro_rules! labels {
    ($($name:ident = $en:literal, $fr:literal, $it:literal;)*) => { $( pub static $name: Words = words($en, $fr, $it); )* };
}

labels! {
    SEND_TO = "Send to", "Envoyer à", "Invia a";
    PRACTICE = "Practice cloud", "Cloud d’entraînement", "Cloud di esercitazione";
    PRACTICE_UNDER = "Simulated account, accelerated time, offline", "Compte simulé, temps accéléré, hors ligne", "Account simulato, tempo accelerato, offline";
    SERVER = "Practice server", "Serveur d’entraînement", "Server di esercitazione";
    SERVER_UNDER = "Simulated account of the server that this page comes from", "Compte simulé du serveur d’où vient cette page", "Account simulato del server da cui proviene questa pagina";
    AZURE = "Azure", "Azure", "Azure";
    AZURE_UNDER = "{0}, with your token", "{0}, avec votre jeton", "{0}, con il proprio token";
    PLACE_LOCKED = "Something is under way here: it must end, or be left, before calls go elsewhere.",
        "Une opération est en cours ici : elle doit se terminer, ou être abandonnée, avant tout envoi d’appels ailleurs.",
        "Qui è in corso un’operazione: deve terminare, o essere abbandonata, prima che si possano inviare chiamate altrove.";
    TARGET_MISSING = "The target of the plan is incomplete: there is no address to send to.",
        "La cible du plan est incomplète : il n’y a aucune adresse d’envoi.",
        "La destinazione del piano è incompleta: manca l’indirizzo a cui inviare.";

    TOKEN = "Token", "Jeton", "Token";
    TOKEN_FIRST = "A token is needed first: Azure answers nobody without one.",
        "Il faut d’abord un jeton : sans lui, Azure ne répond à personne.",
        "Serve prima un token: senza token Azure non risponde a nessuno.";
    IN_MEMORY = "in memory only", "en mémoire seulement", "solo in memoria";
    WIPE = "Wipe", "Effacer", "Cancella";
    PASTE_TOKEN = "Paste a token", "Collez un jeton", "Incollare un token";
    USE_TOKEN = "Use", "Utiliser", "Usa";
    USE_ONCE = "Forget it after the next call that changes something",
        "L’oublier après le prochain appel qui modifie quelque chose",
        "Dimenticarlo dopo la prossima chiamata che modifica qualcosa";
    WIPED_WHEN = "Wiped at expiry, when the page closes or stays hidden for 10 minutes. It goes to the address above and nowhere else.",
        "Effacé à l’expiration, à la fermeture de la page ou si elle reste masquée 10 minutes. Il n’est envoyé qu’à l’adresse ci-dessus.",
        "Viene cancellato alla scadenza, alla chiusura della pagina o se questa resta nascosta per 10 minuti. Viene inviato solo all’indirizzo indicato sopra.";
    WIPED = "The token was wiped.", "Le jeton a été effacé.", "Il token è stato cancellato.";
    WIPED_EXPIRED = "The token expired and was wiped.", "Le jeton a expiré et a été effacé.", "Il token è scaduto ed è stato cancellato.";
    WIPED_HIDDEN = "The page was hidden for ten minutes: the token was wiped.",
        "La page est restée masquée dix minutes : le jeton a été effacé.",
        "La pagina è rimasta nascosta per dieci minuti: il token è stato cancellato.";
    WIPED_LEFT = "The page was left: the token was wiped.", "La page a été quittée : le jeton a été effacé.", "Si è usciti dalla pagina: il token è stato cancellato.";
    WIPED_USED = "The call was sent: the token was wiped, as you wished.",
        "L’appel a été envoyé : le jeton a été effacé, comme vous le souhaitiez.",
        "La chiamata è stata inviata: il token è stato cancellato, come richiesto.";
    NO_TOKEN_EMPTY = "There is nothing to read.", "Il n’y a rien à lire.", "Non c’è nulla da leggere.";
    NO_TOKEN_MALFORMED = "This is no token: it has characters that no token has, or is cut off.",
        "Ce n’est pas un jeton : il contient des caractères qu’aucun jeton ne comporte, ou il est tronqué.",
        "Questo non è un token: contiene caratteri che un token non ha, o è troncato.";
    NO_TOKEN_OTHER = "This is no access token, perhaps a key or a refresh token. It was not kept and is sent nowhere.",
        "Ce n’est pas un jeton d’accès, mais peut-être une clé ou un jeton d’actualisation. Il n’a pas été conservé et n’est envoyé nulle part.",
        "Questo non è un token di accesso, forse una chiave o un token di aggiornamento. Non è stato conservato e non viene inviato da nessuna parte.";
    NO_TOKEN_UNREADABLE = "It looks like a token, but what it says of itself cannot be read.",
        "Cela ressemble à un jeton, mais les informations qu’il contient sont illisibles.",
        "Sembra un token, ma ciò che dichiara di sé non è leggibile.";
    EXPIRED = "This token has expired. It was not kept: fetch a new one.",
        "Ce jeton a expiré. Il n’a pas été conservé : demandez-en un nouveau.",
        "Questo token è scaduto. Non è stato conservato: richiederne uno nuovo.";
    EXPIRED_AT = "This token expired at {0}. It was not kept: fetch a new one.",
        "Ce jeton a expiré à {0}. Il n’a pas été conservé : demandez-en un nouveau.",
        "Questo token è scaduto alle {0}. Non è stato conservato: richiederne uno nuovo.";
    OTHER_CLOUD = "This token is for {0}, Resource Manager of {1}, and the plan is for another cloud. It was not kept: choose the token’s cloud in the plan, or fetch a token for the plan’s cloud.",
        "Ce jeton est destiné à {0}, le Resource Manager de {1}, alors que le plan vise un autre cloud. Il n’a pas été conservé : choisissez ce cloud dans le plan, ou demandez un jeton pour celui du plan.",
        "Questo token è destinato a {0}, Resource Manager di {1}, ma il piano è per un altro cloud. Non è stato conservato: scegliere nel piano il cloud del token, o richiedere un token per il cloud del piano.";
    FOR_BATCH = "This token is for {0}, the Batch service itself: it runs jobs and tasks. Pools are sent through Resource Manager. It was not kept: fetch one with the command below.",
        "Ce jeton est destiné à {0}, le service Batch lui-même, qui exécute les travaux et les tâches. Les pools passent par Resource Manager. Il n’a pas été conservé : demandez-en un avec la commande ci-dessous.",
        "Questo token è destinato a {0}, il servizio Batch stesso: esegue processi e attività. I pool passano da Resource Manager. Non è stato conservato: richiederne uno con il comando qui sotto.";
    FOR_SERVICE = "This token is for {0}, {1}, and not for Resource Manager. It was not kept: fetch one with the command below.",
        "Ce jeton est destiné à {0}, {1}, et non à Resource Manager. Il n’a pas été conservé : demandez-en un avec la commande ci-dessous.",
        "Questo token è destinato a {0}, {1}, e non a Resource Manager. Non è stato conservato: richiederne uno con il comando qui sotto.";
    FOR_OTHER = "This token is for {0}, and not for Resource Manager. It was not kept: fetch one with the command below.",
        "Ce jeton est destiné à {0}, et non à Resource Manager. Il n’a pas été conservé : demandez-en un avec la commande ci-dessous.",
        "Questo token è destinato a {0}, e non a Resource Manager. Non è stato conservato: richiederne uno con il comando qui sotto.";
    CLOUD_PUBLIC = "Azure public", "Azure public", "Azure pubblico";
    CLOUD_CHINA = "Azure China", "Azure Chine", "Azure Cina";
    CLOUD_US = "Azure US Government", "Azure US Government", "Azure US Government";
    COPY_COMMAND = "Copy: {0}", "Copier : {0}", "Copia: {0}";
    SECURE_STRING = "Since Az 14 the cmdlet gives the token as a `SecureString`; the second line turns it into text.",
        "Depuis Az 14, l’applet de commande renvoie le jeton sous forme de `SecureString` ; la seconde ligne le convertit en texte.",
        "Da Az 14 il cmdlet restituisce il token come `SecureString`; la seconda riga lo converte in testo.";
    TIME_LEFT = "{0} left, until {1}", "encore {0}, jusqu’à {1}", "ancora {0}, fino alle {1}";
    TIME_OF_TOKEN = "Time left of the token", "Temps restant du jeton", "Tempo rimanente del token";
    SOON_OVER = "The token expires in less than five minutes: watching an allocation beyond that will need a new one.",
        "Le jeton expire dans moins de cinq minutes : il en faudra un nouveau pour suivre une allocation au-delà.",
        "Il token scade tra meno di cinque minuti: per seguire un’allocazione oltre tale termine ne servirà uno nuovo.";
    NO_EXPIRY = "It does not say until when it holds.", "Il n’indique pas jusqu’à quand il est valable.", "Non dichiara fino a quando è valido.";
    AUDIENCE = "audience", "audience", "destinatario";
    NO_AUDIENCE = "not stated: only sending shows whether Azure Resource Manager takes the token",
        "non indiquée : seul l’envoi montrera si Azure Resource Manager accepte le jeton",
        "non indicato: solo l’invio mostrerà se Azure Resource Manager accetta il token";
    VALID_FROM = "valid from", "valable à partir de", "valido dalle";
    NOT_YET = "later than by the clock of this device: Azure may refuse the token until then, or one of the clocks is wrong",
        "plus tard que l’heure de cet appareil : d’ici là, Azure peut refuser le jeton, ou l’une des horloges n’est pas à l’heure",
        "più tardi dell’ora di questo dispositivo: fino ad allora Azure può rifiutare il token, oppure uno degli orologi non è esatto";
    TENANT = "tenant", "locataire", "tenant";
    USER = "user", "utilisateur", "utente";
    OBJECT_ID = "object id", "ID d’objet", "ID oggetto";
    APPLICATION = "application", "application", "applicazione";
    SCOPES = "scopes", "étendues", "ambiti";
    ROLES = "roles", "rôles", "ruoli";
    AS_IN_PLAN = "as in the plan", "comme dans le plan", "come nel piano";
    NOT_AS_IN_PLAN = "not the tenant of the plan: its resources cannot be reached with this token",
        "ce n’est pas le locataire du plan : ses ressources sont inaccessibles avec ce jeton",
        "non è il tenant del piano: con questo token le sue risorse non sono raggiungibili";
    NOT_IN_PLAN = "the plan names none", "le plan n’en indique aucun", "il piano non ne indica alcuno";

    PRACTICE_CONTROLS = "Practice", "Entraînement", "Esercitazione";
    PRACTICE_TIME = "{0}, {1} there", "là-bas : {0}, {1}", "lì: {0}, {1}";
    PRACTICE_MODEL = "A simulation: nothing leaves this page. How fast nodes come is a model; Microsoft publishes no such figure. It stands still while the page is hidden.",
        "Une simulation : rien ne quitte cette page. Le rythme d’arrivée des nœuds est un modèle ; Microsoft ne publie aucun chiffre de ce genre. Le temps s’y arrête tant que la page est masquée.",
        "Una simulazione: nulla lascia questa pagina. Il ritmo con cui arrivano i nodi è un modello; Microsoft non pubblica cifre in merito. Il tempo si ferma finché la pagina è nascosta.";
    SERVER_MODEL = "A simulation on the server that this page comes from: nothing reaches Azure. How fast nodes come is a model; Microsoft publishes no such figure. Its time goes on while the page is hidden.",
        "Une simulation sur le serveur d’où vient cette page : rien ne parvient à Azure. Le rythme d’arrivée des nœuds est un modèle ; Microsoft ne publie aucun chiffre de ce genre. Le temps y continue pendant que la page est masquée.",
        "Una simulazione sul server da cui proviene questa pagina: nulla raggiunge Azure. Il ritmo con cui arrivano i nodi è un modello; Microsoft non pubblica cifre in merito. Il tempo continua anche mentre la pagina è nascosta.";
    SERVER_STEERED = "Its speed and its faults are set where the server was started.",
        "Sa vitesse et ses pannes se règlent là où le serveur a été démarré.",
        "La velocità e i guasti si impostano dove è stato avviato il server.";
    ACCOUNT_OFFER = "The target of the plan is incomplete. The practice cloud has an account for that.",
        "La cible du plan est incomplète. Le cloud d’entraînement propose un compte pour la compléter.",
        "La destinazione del piano è incompleta. Il cloud di esercitazione ha un account apposito.";
    TAKE_ACCOUNT = "Take the practice account into the plan", "Reprendre le compte d’entraînement dans le plan", "Riporta nel piano l’account di esercitazione";
    ACCOUNT_TAKEN = "Practice account taken into the plan", "Compte d’entraînement repris dans le plan", "Account di esercitazione riportato nel piano";
    SPEED = "Speed of the practice cloud", "Vitesse du cloud d’entraînement", "Velocità del cloud di esercitazione";
    PAUSE_TIME = "Pause", "Suspendre", "Sospendi";
    RESUME_TIME = "Let time pass", "Laisser le temps s’écouler", "Fai scorrere il tempo";
    STEP_TIME = "One minute on", "Avancer d’une minute", "Avanti di un minuto";
    BREAK_THINGS = "Break something", "Provoquer une panne", "Provoca un guasto";
    NOTHING_TO_BREAK = "Once the pool is there, things can be broken here and mended again.",
        "Une fois le pool créé, vous pouvez provoquer ici des pannes, puis les réparer.",
        "Una volta creato il pool, qui si possono provocare guasti e ripararli.";
    BREAK = "Break", "Provoquer", "Provoca";
    MEND = "Mend", "Réparer", "Ripara";
    BREAK_IT = "Break: {0}", "Provoquer : {0}", "Provoca: {0}";
    MEND_IT = "Mend: {0}", "Réparer : {0}", "Ripara: {0}";
    SEED = "Seed", "Graine", "Seme";
    SEED_NOTE = "The same seed and the same steps give the same run. A whole number.",
        "La même graine et les mêmes étapes donnent le même déroulement. Nombre entier.",
        "Con lo stesso seme e gli stessi passaggi lo svolgimento è lo stesso. Un numero intero.";
    BEGIN_ANEW = "Start anew", "Recommencer à zéro", "Ricomincia da capo";
    BEGUN_ANEW = "Practice cloud started anew", "Cloud d’entraînement remis à zéro", "Esercitazione ricominciata da capo";

    EARLIER = "From an earlier visit", "D’une visite précédente", "Da una visita precedente";
    EARLIER_IN = "Work on the pool {0} was under way ({1}). It can be read again and watched further; nothing is sent unasked.",
        "Une opération sur le pool {0} était en cours ({1}). Le pool peut être relu et suivi de nouveau ; rien n’est envoyé sans votre demande.",
        "Era in corso un’operazione sul pool {0} ({1}). Il pool può essere riletto e seguito ancora; nulla viene inviato senza che sia richiesto.";
    EARLIER_TOKEN = "It needs a new token: none is ever kept.", "Il faut un nouveau jeton : aucun n’est jamais conservé.", "Serve un nuovo token: i token non vengono mai conservati.";
    GO_ON = "Go on", "Reprendre", "Riprendi";
    NOT_KEPT = "This run is not kept: the browser’s storage is full or refused. After a reload it cannot be taken up again.",
        "Cette opération n’est pas conservée : le stockage du navigateur est plein ou refusé. Après un rechargement de la page, elle ne pourra pas être reprise.",
        "Questa operazione non viene conservata: lo spazio di archiviazione del browser è pieno o negato. Dopo aver ricaricato la pagina non potrà essere ripresa.";
    KEPT_ELSEWHERE = "Another tab now keeps what it does, and only one can: what runs here cannot be taken up again after a reload.",
        "Un autre onglet conserve désormais ce qu’il fait, et un seul peut le faire : ce qui est en cours ici ne pourra pas être repris après un rechargement de la page.",
        "Ora un’altra scheda conserva ciò che fa, e solo una può farlo: ciò che è in corso qui non potrà essere ripreso dopo aver ricaricato la pagina.";
    LET_GO = "Let it go", "Abandonner", "Abbandona";

    CALLS = "Calls of this session", "Appels de cette session", "Chiamate di questa sessione";
    EXPORT = "Export", "Exporter", "Esporta";
    CLEAR = "Clear", "Vider", "Svuota";
    NO_ANSWER = "no answer", "sans réponse", "senza risposta";
    TOOK = "{0} ms", "{0} ms", "{0} ms";
    OLDER_CALLS = "Older ones, in the file only: {0}.", "Appels plus anciens, dans le fichier seulement : {0}.", "Meno recenti, solo nel file: {0}.";
    AGAIN_AT = "sent again at {0}", "nouvel envoi à {0}", "nuovo invio alle {0}";
}
