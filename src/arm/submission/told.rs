//! What a submission says: what a call does, why it is not sent, what happened on the way, how it ended.

use super::{Action, Doing, Ending, NotConfirmed, Way, What, Why};
use crate::arm::Told;
use crate::words::{Words, words};

/// What an action's call does, and what it leaves.
pub(super) fn explains(action: Action) -> &'static Words {
    match action {
        Action::Write(Way::Create) => &CREATES,
        Action::Write(Way::Update) => &UPDATES,
        Action::Write(Way::Replace) => &REPLACES,
        Action::Again(_) => &AGAIN,
        Action::StopResize => &STOPS,
        Action::DisableAutoScale => &DISABLES,
        Action::Delete => &DELETES,
    }
}

impl NotConfirmed {
    /// Why the call is not sent.
    pub fn words(self) -> &'static Words {
        match self {
            NotConfirmed::OtherName => &OTHER_NAME,
            NotConfirmed::AlreadyThere => &ALREADY_THERE,
            NotConfirmed::NothingThere => &NOTHING_THERE,
            NotConfirmed::NoEtag => &NO_ETAG,
            NotConfirmed::NoPlan => &NO_PLAN,
            NotConfirmed::NothingToChange => &NOTHING_TO_CHANGE,
            NotConfirmed::BeingDeleted => &BEING_DELETED,
            NotConfirmed::OtherScale => &OTHER_SCALE,
            NotConfirmed::NotNow => &NOT_NOW,
        }
    }
}

impl What {
    /// What happened.
    pub fn words(self) -> &'static Words {
        match self {
            What::AnswerLost => &ANSWER_LOST,
            What::ThereAlready => &THERE_ALREADY,
            What::OtherPool => &OTHER_POOL,
            What::NotCarriedOut => &NOT_CARRIED_OUT,
            What::ChangedMeanwhile => &CHANGED_MEANWHILE,
            What::Changed => &CHANGED,
            What::AnotherResize => &ANOTHER_RESIZE,
            What::Stopped => &STOPPED,
            What::BeingDeleted => &BEING_DELETED_NOW,
            What::StillThere => &STILL_THERE,
        }
    }
}

impl Ending {
    /// What it means.
    pub fn told(&self) -> Told {
        match &self.why {
            Why::Outcome(outcome) if outcome.may_have_happened() && matches!(self.during, Doing::Acting(_)) => Told {
                happened: &NOT_CARRIED_OUT,
                remedy: &SEND_ANEW,
                ..outcome.told()
            },
            Why::Outcome(outcome) => outcome.told(),
            Why::Unknown(_) => Told {
                title: &UNKNOWN,
                happened: &UNKNOWN_HAPPENED,
                remedy: &UNKNOWN_REMEDY,
            },
            Why::Left => Told {
                title: &LEFT,
                happened: match self.during {
                    Doing::Looking | Doing::Acting(_) => &LEFT_LOOKING,
                    Doing::Watching => &LEFT_WATCHING,
                    Doing::Deleting => &LEFT_DELETING,
                },
                remedy: &LEFT_REMEDY,
            },
        }
    }
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $en:literal, $fr:literal, $it:literal;)*) => {
        $( $(#[$doc])* pub(super) static $name: Words = words($en, $fr, $it); )*
    };
}

texts! {
    CREATES = "Creates the pool only where there is none (`If-None-Match: *`). A pool that exists is never overwritten.",
        "Crée le pool seulement s’il n’en existe aucun (`If-None-Match: *`). Un pool existant n’est jamais écrasé.",
        "Crea il pool solo se non ne esiste già uno (`If-None-Match: *`). Un pool esistente non viene mai sovrascritto.";
    UPDATES = "Changes what the plan gives and what differs; everything else stays as it is, passwords and keys that the service does not give back included. It is carried out only if the pool is still as it was read (`If-Match`).",
        "Modifie ce que le plan indique et qui diffère ; tout le reste est conservé, y compris les mots de passe et les clés que le service ne restitue pas. L’opération n’a lieu que si le pool est encore tel qu’il a été lu (`If-Match`).",
        "Modifica ciò che il piano indica e che differisce; tutto il resto rimane invariato, comprese le password e le chiavi che il servizio non restituisce. L’operazione avviene solo se il pool è ancora come è stato letto (`If-Match`).";
    REPLACES = "Replaces the whole pool: what the plan does not give is dropped, passwords and keys that the service does not give back included. It is carried out only if the pool is still as it was read (`If-Match`).",
        "Remplace tout le pool : ce que le plan n’indique pas est supprimé, y compris les mots de passe et les clés que le service ne restitue pas. L’opération n’a lieu que si le pool est encore tel qu’il a été lu (`If-Match`).",
        "Sostituisce l’intero pool: ciò che il piano non indica viene eliminato, comprese le password e le chiavi che il servizio non restituisce. L’operazione avviene solo se il pool è ancora come è stato letto (`If-Match`).";
    AGAIN = "Begins one more resize to the same targets, with another time-out. The nodes that are there stay.",
        "Lance un nouveau redimensionnement vers les mêmes cibles, avec un autre délai. Les nœuds présents restent.",
        "Avvia un altro ridimensionamento verso gli stessi obiettivi, con un timeout diverso. I nodi presenti restano.";
    STOPS = "Stops the resize. The nodes that are there stay; nothing goes back to what was before.",
        "Arrête le redimensionnement. Les nœuds présents restent ; rien ne revient à l’état antérieur.",
        "Arresta il ridimensionamento. I nodi presenti restano; non si torna allo stato precedente.";
    DISABLES = "Switches automatic scaling off. The formula no longer changes the number of nodes.",
        "Désactive la mise à l’échelle automatique. La formule ne modifie plus le nombre de nœuds.",
        "Disattiva la scalabilità automatica. La formula non cambia più il numero di nodi.";
    DELETES = "Deletes the pool with all its nodes. Tasks that run on them are stopped and queued again. This cannot be undone.",
        "Supprime le pool avec tous ses nœuds. Les tâches qui s’y exécutent sont arrêtées et remises en file d’attente. Cette opération est irréversible.",
        "Elimina il pool con tutti i suoi nodi. Le attività in esecuzione vengono interrotte e rimesse in coda. L’operazione non può essere annullata.";
    RESIZE_UNDER_WAY = "The allocation is not steady. The service refuses to change the scale until it is: wait, or stop the resize first.",
        "L’allocation n’est pas stable. Tant qu’elle ne l’est pas, le service refuse de modifier la mise à l’échelle : patientez, ou arrêtez d’abord le redimensionnement.",
        "L’allocazione non è stabile. Finché non lo è, il servizio rifiuta di modificare il numero di nodi o la formula: attendere, o arrestare prima il ridimensionamento.";
    SECRETS_DROPPED = "The pool holds passwords or keys that nobody can read back. Replacing it drops those that the plan does not give.",
        "Le pool contient des mots de passe ou des clés que personne ne peut relire. Le remplacer supprime ceux que le plan n’indique pas.",
        "Il pool contiene password o chiavi che nessuno può rileggere. Sostituendolo si perdono quelle che il piano non indica.";
    IDENTITY_LATER = "A changed identity reaches only virtual machines that are created after the pool has shrunk to 0 nodes.",
        "Un changement d’identité ne s’applique qu’aux machines virtuelles créées après le passage du pool à 0 nœud.",
        "Una modifica dell’identità vale solo per le macchine virtuali create dopo che il pool è sceso a 0 nodi.";
    CHANGES_WHILE_EMPTY = "The pool has nodes. The Batch service documents that size, image, network, user accounts and the like change only while a pool is empty: this change may be refused.",
        "Le pool a des nœuds. Selon la documentation du service Batch, la taille, l’image, le réseau, les comptes d’utilisateur, etc. ne changent que si le pool est vide : cette modification peut être refusée.",
        "Il pool contiene nodi. Secondo la documentazione del servizio Batch, dimensioni, immagine, rete, account utente e simili si possono modificare solo se il pool è vuoto: questa modifica potrebbe essere rifiutata.";
    SECRETS_KEPT = "The service does not give passwords and keys back, so they cannot be compared: where nothing else differs, those of the pool stay. To set them anew, replace the pool.",
        "Le service ne restitue ni mots de passe ni clés, qui ne peuvent donc pas être comparés : là où rien d’autre ne diffère, ceux du pool sont conservés. Pour les redéfinir, remplacez le pool.",
        "Il servizio non restituisce password e chiavi, quindi non si possono confrontare: dove nient’altro differisce, restano quelle del pool. Per reimpostarle, sostituire il pool.";
    OTHER_NAME = "What you typed is not the name of the pool.",
        "Ce que vous avez saisi n’est pas le nom du pool.",
        "Il testo immesso non è il nome del pool.";
    ALREADY_THERE = "A pool of this name exists: creating it would be refused. Update or replace it, or choose another name.",
        "Un pool de ce nom existe : sa création serait refusée. Mettez-le à jour, remplacez-le, ou choisissez un autre nom.",
        "Esiste già un pool con questo nome: la creazione verrebbe rifiutata. Aggiornarlo, sostituirlo o scegliere un altro nome.";
    NOTHING_THERE = "There is no pool of this name to change. Create it.",
        "Il n’existe aucun pool de ce nom à modifier. Créez-le.",
        "Non esiste un pool con questo nome da modificare. Crearlo.";
    NO_ETAG = "The answer did not say which state of the pool was read (`ETag`). A change could overwrite somebody else’s, so it is not sent.",
        "La réponse n’indique pas quel état du pool a été lu (`ETag`). Une modification pourrait écraser celle d’autrui : elle n’est pas envoyée.",
        "La risposta non indica quale stato del pool è stato letto (`ETag`). Una modifica potrebbe sovrascrivere quella di altri, quindi non viene inviata.";
    NO_PLAN = "The plan of this pool is not open. Open it to write the pool.",
        "Le plan de ce pool n’est pas ouvert. Ouvrez-le pour écrire le pool.",
        "Il piano di questo pool non è aperto. Aprirlo per scrivere il pool.";
    NOTHING_TO_CHANGE = "The pool is already as the plan says.",
        "Le pool est déjà tel que le plan l’indique.",
        "Il pool è già come indica il piano.";
    BEING_DELETED = "The pool is being deleted and can no longer be changed.",
        "Le pool est en cours de suppression et ne peut plus être modifié.",
        "Il pool è in corso di eliminazione e non può più essere modificato.";
    OTHER_SCALE = "This does not fit the way the pool is scaled: by a formula, or by fixed targets.",
        "Cette opération n’est pas compatible avec le mode de mise à l’échelle du pool : par une formule, ou par des cibles fixes.",
        "Non è compatibile con il modo in cui il pool viene ridimensionato: con una formula o con obiettivi fissi.";
    NOT_NOW = "This is not possible at this step.",
        "Ce n’est pas possible à cette étape.",
        "Non è possibile in questo passaggio.";
    ANSWER_LOST = "The answer to the call was lost, but the pool is there as it was sent.",
        "La réponse à l’appel s’est perdue, mais le pool est là, tel qu’il a été envoyé.",
        "La risposta alla chiamata è andata persa, ma il pool esiste ed è come è stato inviato.";
    THERE_ALREADY = "The service refused the call because the pool is no longer as it was read, but the pool is there as it was sent: the call may have arrived twice. Nothing was overwritten.",
        "Le service a refusé l’appel car le pool n’est plus tel qu’il a été lu, mais le pool est là, tel qu’il a été envoyé : l’appel est peut-être arrivé deux fois. Rien n’a été écrasé.",
        "Il servizio ha rifiutato la chiamata perché il pool non è più come è stato letto, ma il pool esiste ed è come è stato inviato: forse la chiamata è arrivata due volte. Non è stato sovrascritto nulla.";
    OTHER_POOL = "The answer to the call was lost, and the pool that is there is not as it was sent: somebody else may have written it. Nothing more was sent.",
        "La réponse à l’appel s’est perdue, et le pool présent n’est pas tel qu’il a été envoyé : quelqu’un d’autre l’a peut-être modifié. Rien d’autre n’a été envoyé.",
        "La risposta alla chiamata è andata persa e il pool presente non è come è stato inviato: forse l’ha scritto qualcun altro. Non è stato inviato altro.";
    NOT_CARRIED_OUT = "When the pool was read, the call had not been carried out.",
        "Au moment de la lecture du pool, l’appel n’avait pas été exécuté.",
        "Al momento della lettura del pool, la chiamata non era stata eseguita.";
    SEND_ANEW = "Look again at what exists, then send it anew.",
        "Relisez ce qui existe, puis renvoyez l’appel.",
        "Rileggere che cosa esiste, quindi inviare di nuovo la chiamata.";
    CHANGED_MEANWHILE = "Somebody created or changed the pool since it was read. Nothing was overwritten; it was read anew.",
        "Quelqu’un a créé ou modifié le pool depuis sa lecture. Rien n’a été écrasé ; il a été relu.",
        "Qualcuno ha creato o modificato il pool dopo la lettura. Non è stato sovrascritto nulla; il pool è stato riletto.";
    CHANGED = "Somebody else changed the settings of the pool.",
        "Quelqu’un d’autre a modifié les paramètres du pool.",
        "Qualcun altro ha modificato le impostazioni del pool.";
    ANOTHER_RESIZE = "Somebody else began another resize.",
        "Quelqu’un d’autre a lancé un nouveau redimensionnement.",
        "Qualcun altro ha avviato un nuovo ridimensionamento.";
    STOPPED = "Somebody else stopped the resize.",
        "Quelqu’un d’autre a arrêté le redimensionnement.",
        "Qualcun altro ha arrestato il ridimensionamento.";
    BEING_DELETED_NOW = "Somebody else is deleting the pool.",
        "Quelqu’un d’autre est en train de supprimer le pool.",
        "Qualcun altro sta eliminando il pool.";
    STILL_THERE = "The deletion was accepted, but the pool is there and is not being deleted.",
        "La suppression a été acceptée, mais le pool est là et n’est pas en cours de suppression.",
        "L’eliminazione è stata accettata, ma il pool esiste e non è in corso di eliminazione.";
    UNKNOWN = "It is not known whether the call was carried out",
        "On ne sait pas si l’appel a été exécuté",
        "Non si sa se la chiamata sia stata eseguita";
    UNKNOWN_HAPPENED = "Its answer was lost, and reading the pool failed as well. Nothing more was sent.",
        "Sa réponse s’est perdue, et la lecture du pool a échoué elle aussi. Rien d’autre n’a été envoyé.",
        "La risposta è andata persa ed è fallita anche la lettura del pool. Non è stato inviato altro.";
    UNKNOWN_REMEDY = "Look again as soon as the service can be reached, before you send anything; or look at the pool in the Azure portal.",
        "Relancez la lecture dès que le service est joignable, avant tout nouvel envoi, ou consultez le pool dans le portail Azure.",
        "Ripetere la lettura appena il servizio è raggiungibile, prima di inviare altro, oppure consultare il pool nel portale di Azure.";
    LEFT = "You stopped waiting",
        "Vous avez cessé d’attendre",
        "L’attesa è stata interrotta";
    LEFT_LOOKING = "Nothing was changed.",
        "Rien n’a été modifié.",
        "Non è stato modificato nulla.";
    LEFT_WATCHING = "The allocation goes on at the service, and the nodes are billed.",
        "L’allocation se poursuit côté service, et les nœuds sont facturés.",
        "L’allocazione continua nel servizio e i nodi vengono fatturati.";
    LEFT_DELETING = "The deletion goes on at the service.",
        "La suppression se poursuit côté service.",
        "L’eliminazione continua nel servizio.";
    LEFT_REMEDY = "You can go on at any time.",
        "Vous pouvez reprendre à tout moment.",
        "È possibile riprendere in qualsiasi momento.";
}
