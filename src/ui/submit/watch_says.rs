//! The words of the live checks, the call, the watch and what comes after it.

use crate::words::{Noun, Words, words};

macro_rules! labels {
    ($($name:ident = $en:literal, $fr:literal, $it:literal;)*) => { $( pub static $name: Words = words($en, $fr, $it); )* };
}

labels! {
    LIVE_CHECKS = "Live checks", "Vérifications en direct", "Verifiche in tempo reale";
    CHECKS_INTRO = "They read what the plan relies on: account, quotas, sizes, image, subnet, pools. They change nothing.",
        "Elles lisent ce sur quoi repose le plan : compte, quotas, tailles, image, sous-réseau, pools. Elles ne modifient rien.",
        "Leggono ciò su cui si basa il piano: account, quote, dimensioni, immagine, subnet, pool. Non modificano nulla.";
    CHECKS_DONE = "{0} of {1}, read only", "{0} sur {1}, lecture seule", "{0} di {1}, sola lettura";
    CHECKS_LEFT_OUT = "{0} of {1}, {2} left out, read only",
        "{0} sur {1}, non effectuées : {2}, lecture seule",
        "{0} di {1}, tralasciate: {2}, sola lettura";
    RUN_CHECKS = "Run the checks", "Lancer les vérifications", "Esegui le verifiche";
    RUN_AGAIN = "Run again", "Relancer", "Esegui di nuovo";
    SENDS = "What is sent", "Ce qui est envoyé", "Che cosa viene inviato";
    TAKE = "Take into the plan", "Reprendre dans le plan", "Riporta nel piano";
    TAKE_ALL = "Take all into the plan", "Tout reprendre dans le plan", "Riporta tutto nel piano";
    TAKEN = "Taken into the plan: {0}", "Repris dans le plan : {0}", "Riportato nel piano: {0}";
    IS_TAKEN = "in the plan", "dans le plan", "nel piano";
    WAITING = "waiting", "en attente", "in attesa";
    READING = "being read", "lecture en cours", "lettura in corso";
    MILLISECONDS = "{0} ms", "{0} ms", "{0} ms";
    NEEDS_TARGET = "To know where to send it, the plan must still say:",
        "Pour savoir où l’envoyer, le plan doit encore indiquer :",
        "Per sapere dove inviarlo, il piano deve ancora indicare:";
    UNUSABLE_TARGET = "These values are there, but as they are they cannot be part of an address:",
        "Ces valeurs sont indiquées, mais ne peuvent pas figurer telles quelles dans une adresse :",
        "Questi valori sono indicati, ma così come sono non possono far parte di un indirizzo:";
    PRACTICE_ANSWERS = "The practice cloud answers this call; nothing reaches Azure.",
        "Le cloud d’entraînement répond à cet appel ; rien ne parvient à Azure.",
        "A questa chiamata risponde il cloud di esercitazione; nulla raggiunge Azure.";
    SERVER_ANSWERS = "The practice server answers this call; nothing reaches Azure.",
        "Le serveur d’entraînement répond à cet appel ; rien ne parvient à Azure.",
        "A questa chiamata risponde il server di esercitazione; nulla raggiunge Azure.";
    NO_BODY = "No body.", "Aucun corps.", "Nessun corpo.";
    ONLY_THIS_STATE = "only this state", "cet état seulement", "solo questo stato";

    THE_CALL = "Plan of the call", "Appel prévu", "La chiamata prevista";
    CALL_INTRO = "First the page reads what exists at this address, then it shows the call. Nothing is changed before you confirm it.",
        "La page lit d’abord ce qui existe à cette adresse, puis affiche l’appel. Rien n’est modifié avant votre confirmation.",
        "La pagina legge prima ciò che esiste a questo indirizzo, poi mostra la chiamata. Nulla viene modificato prima della conferma.";
    LOOK = "Look and show the call", "Lire l’existant et afficher l’appel", "Leggi e mostra la chiamata";
    LOOK_AGAIN = "Look again", "Relire", "Leggi di nuovo";
    LOOKING = "Reading what exists now", "Lecture de ce qui existe maintenant", "Lettura di ciò che esiste ora";
    SENDING = "Sent; waiting for the answer", "Appel envoyé ; en attente de la réponse", "Inviata; in attesa della risposta";
    UNSURE = "No answer says whether it was carried out: reading it from the pool",
        "Aucune réponse ne dit si l’appel a été exécuté : la page le vérifie en lisant le pool",
        "Nessuna risposta dice se la chiamata è stata eseguita: verifica in corso con la lettura del pool";
    WHAT_EXISTS = "What exists now", "Ce qui existe maintenant", "Che cosa esiste ora";
    NOTHING_THERE = "Nothing: no pool of this name in the account.",
        "Rien : le compte n’a pas de pool de ce nom.",
        "Nulla: nell’account non c’è un pool con questo nome.";
    POOL_THERE = "A pool of this name: {0}, {1}, {2}.", "Un pool de ce nom : {0}, {1}, {2}.", "Un pool con questo nome: {0}, {1}, {2}.";
    NOW = "now", "maintenant", "ora";
    IN_PLAN = "plan", "plan", "piano";
    NOT_SET = "not set", "non défini", "non impostato";
    DIFFERENCES = "Where the plan says otherwise", "Là où le plan diffère", "Dove il piano è diverso";
    NO_DIFFERENCES = "The pool is as the plan says.", "Le pool correspond au plan.", "Il pool corrisponde al piano.";
    STALE = "The plan has changed since this was read: look again, so that the call says what the plan says now.",
        "Le plan a changé depuis cette lecture : relisez l’existant, pour que l’appel corresponde au plan actuel.",
        "Il piano è cambiato dopo questa lettura: leggere di nuovo, affinché la chiamata corrisponda al piano attuale.";
    HOW = "How it is written", "Mode d’écriture", "Modalità di scrittura";
    CREATE = "Create only", "Création seule", "Solo creazione";
    UPDATE = "Update", "Mise à jour", "Aggiornamento";
    REPLACE = "Replace", "Remplacement", "Sostituzione";
    DROPPED = "What this would drop", "Ce qui serait supprimé", "Che cosa verrebbe eliminato";
    TYPE_NAME = "To overwrite it, type the pool’s name: {0}",
        "Pour l’écraser, saisissez le nom du pool : {0}",
        "Per sovrascriverlo, digitare il nome del pool: {0}";
    NAME_DIFFERS = "This is not the pool’s name.", "Ce n’est pas le nom du pool.", "Non è il nome del pool.";
    ERRORS_STAND = "The plan has {0}. The service would refuse it, or it cannot work.",
        "Le plan comporte {0}. Le service le refuserait, ou le pool ne pourrait pas fonctionner.",
        "Il piano ha {0}. Il servizio lo rifiuterebbe, o non può funzionare.";
    SEND_ANYWAY = "Send it all the same", "L’envoyer malgré tout", "Inviarlo comunque";
    ANYWAY_NEEDED = "Say first that it is to be sent in spite of the errors.",
        "Confirmez d’abord qu’il doit être envoyé malgré les erreurs.",
        "Confermare prima l’invio nonostante gli errori.";
    SEND_CREATE = "Create the pool", "Créer le pool", "Crea il pool";
    SEND_UPDATE = "Update the pool", "Mettre à jour le pool", "Aggiorna il pool";
    SEND_REPLACE = "Replace the pool", "Remplacer le pool", "Sostituisci il pool";
    WATCH_IT = "Only watch it", "Le suivre seulement", "Segui soltanto";
    DISCARD = "Discard", "Abandonner", "Abbandona";
    LEAVE_RUN = "Leave this run", "Quitter cette opération", "Lascia questa operazione";

    RESIZING = "Resizing", "Redimensionnement", "Ridimensionamento";
    STEADY = "Steady", "Stable", "Stabile";
    STOPPING = "Stopping", "Arrêt en cours", "Arresto in corso";
    DELETING = "Being deleted", "Suppression en cours", "Eliminazione in corso";
    ALLOCATION = "allocation", "allocation", "allocazione";
    OF_DEDICATED = "current of target, dedicated", "dédiés, actuels sur cible", "dedicati, attuali su obiettivo";
    OF_SPOT = "current of target, Spot", "Spot, actuels sur cible", "Spot, attuali su obiettivo";
    OF_TARGET = "of {0}", "sur {0}", "di {0}";
    OF_TIME_OUT = "of {0}", "sur {0}", "di {0}";
    WITH_ABOUT = "by the time-out, with about {0}", "à l’expiration du délai, avec environ {0}", "al timeout, con circa {0}";
    RESIZE_OF = "resize {0} of about {1}", "redimensionnement {0} sur environ {1}", "ridimensionamento {0} di circa {1}";
    RESIZE_ONE = "resize, elapsed", "redimensionnement, temps écoulé", "ridimensionamento, tempo trascorso";
    TIME_OUT = "time-out", "délai", "timeout";
    ESTIMATE = "estimated end, a model", "fin estimée (modèle)", "fine stimata, un modello";
    READ_AT = "read {0}", "lu à {0}", "letto alle {0}";
    READ_AGAIN_IN = "read {0}, again in {1} s", "lu à {0}, à nouveau dans {1} s", "letto alle {0}, di nuovo tra {1} s";
    READS_FAILED = "{0} failed. What stands here was read at {1}; the page goes on trying.",
        "Échec de {0}. Les données affichées ont été lues à {1} ; la page réessaie automatiquement.",
        "{0} senza esito. I dati mostrati sono stati letti alle {1}; la pagina continua a provare.";
    STOP_RESIZE = "Stop resize", "Arrêter le redimensionnement", "Arresta il ridimensionamento";
    DELETE = "Delete…", "Supprimer…", "Elimina…";
    DELETE_TITLE = "Delete the pool {0}", "Supprimer le pool {0}", "Elimina il pool {0}";
    DELETE_NAME = "Type the pool’s name to delete it: {0}", "Saisissez le nom du pool pour le supprimer : {0}", "Digitare il nome del pool per eliminarlo: {0}";
    DELETE_IT = "Delete the pool", "Supprimer le pool", "Elimina il pool";
    DISABLE_FORMULA = "Turn automatic scaling off", "Désactiver la mise à l’échelle automatique", "Disattiva la scalabilità automatica";
    FORMULA_RUN = "Last run of the formula", "Dernière évaluation de la formule", "Ultima valutazione della formula";
    NODES_OVER_TIME = "Nodes over time", "Nœuds au fil du temps", "Nodi nel tempo";
    SHOW_AS = "Show as", "Afficher sous forme de", "Mostra come";
    CHART = "Chart", "Graphique", "Grafico";
    TABLE = "Table", "Tableau", "Tabella";
    TIME = "Time", "Heure", "Ora";
    DEDICATED = "Dedicated", "Dédiés", "Dedicati";
    SPOT = "Spot", "Spot", "Spot";
    CHART_TITLE = "{0} of {1} after {2}", "{0} sur {1} après {2}", "{0} di {1} dopo {2}";
    TARGET = "target {0}", "cible {0}", "obiettivo {0}";
    TARGET_SPOT = "Spot target {0}", "cible Spot {0}", "obiettivo Spot {0}";
    SPOT_NOW = "Spot {0}", "Spot {0}", "Spot {0}";

    REACHED = "All nodes are there", "Tous les nœuds sont là", "Tutti i nodi sono presenti";
    REACHED_MEANS = "The allocation is steady at {0} and {1}.", "L’allocation est stable, avec {0} et {1}.", "L’allocazione è stabile con {0} e {1}.";
    SPOT_COUNTED = "Preempted Spot nodes are counted as well: Resource Manager does not tell them apart.",
        "Les nœuds Spot évincés sont comptés aussi : Resource Manager ne les distingue pas.",
        "Sono conteggiati anche i nodi Spot rimossi: Resource Manager non li distingue.";
    SHORT = "{0} missing", "Il manque {0}", "Obiettivo non raggiunto: {0} in meno";
    SHORT_KEEPS = "The pool keeps its {0} and can run tasks. The next resize goes on from there.",
        "Le pool conserve {0} et peut exécuter des tâches. Le prochain redimensionnement repart de là.",
        "Il pool mantiene {0} e può eseguire attività. Il prossimo ridimensionamento riparte da lì.";
    KEPT = "Your plan and everything you typed are as they were.",
        "Votre plan et tout ce que vous avez saisi sont intacts.",
        "Il piano e tutto ciò che è stato digitato sono intatti.";
    VANISHED = "Somebody else deleted the pool", "Quelqu’un d’autre a supprimé le pool", "Qualcun altro ha eliminato il pool";
    VANISHED_MEANS = "While it was watched, the service said that it is no longer there. Its nodes went with it.",
        "Pendant le suivi, le service a indiqué qu’il n’existe plus. Ses nœuds ont disparu avec lui.",
        "Mentre lo si seguiva, il servizio ha indicato che il pool non esiste più. Con esso sono stati eliminati i suoi nodi.";
    NEEDS_TOKEN = "A token is needed to go on", "Il faut un jeton pour continuer", "Per continuare serve un token";
    NEEDS_TOKEN_MEANS = "Everything stays as it is. With a new token it goes on where it was.",
        "Tout reste en l’état. Avec un nouveau jeton, l’opération reprend là où elle en était.",
        "Tutto resta com’è. Con un nuovo token si riprende dal punto in cui si era.";
    GIVE_TOKEN = "Give a token", "Fournir un jeton", "Fornisci un token";
    GO_ON = "Go on", "Reprendre", "Riprendi";
    WITH_ERRORS = "The allocation ended with errors", "L’allocation s’est terminée avec des erreurs", "L’allocazione è terminata con errori";
    OLDER_ERRORS = "These errors are from an earlier resize: the service keeps them until the next one begins.",
        "Ces erreurs proviennent d’un redimensionnement antérieur : le service les conserve jusqu’au prochain.",
        "Questi errori riguardano un ridimensionamento precedente: il servizio li conserva fino all’inizio del prossimo.";
    GONE = "The pool is gone", "Le pool n’existe plus", "Il pool non esiste più";

    RESIZE_AGAIN = "Resize again", "Redimensionner à nouveau", "Ridimensiona di nuovo";
    AGAIN_SENDS = "What “Resize again” sends", "Ce qu’envoie « Redimensionner à nouveau »", "Che cosa invia “Ridimensiona di nuovo”";
    SAME_TARGET = "same target, a new resize", "même cible, nouveau redimensionnement", "stesso obiettivo, nuovo ridimensionamento";
    ADVISED = "The documents advise a time-out of {0} for so many nodes.",
        "Pour un tel nombre de nœuds, la documentation recommande un délai de {0}.",
        "Per così tanti nodi la documentazione consiglia un timeout di {0}.";
    SEVERAL = "A pool of this size from a managed image needs several resizes: {0} more, derived from 300 nodes in each.",
        "Un pool de cette taille créé à partir d’une image managée nécessite plusieurs redimensionnements : encore {0}, à raison de 300 nœuds par redimensionnement (valeur déduite).",
        "Un pool così grande da un’immagine gestita richiede più ridimensionamenti: ancora {0}, in base a 300 nodi per ciascuno.";
    ADD_REPLICAS = "Add replicas first…", "Ajouter d’abord des réplicas…", "Aggiungi prima delle repliche…";
}

/// Reads of the pool.
pub static READS: Noun = Noun {
    one: words("read", "lecture", "lettura"),
    many: words("reads", "lectures", "letture"),
};
