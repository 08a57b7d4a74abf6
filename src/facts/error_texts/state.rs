//! What a pool and its nodes are doing: states that stand in the way, or that need a look.

use super::pages::{DOCS_99836, DOCS_119323, NEXTFLOW_7312, TES_574};
use super::request::LISTED;
use super::{Foresight, KnownError, Related, Sign};
use crate::facts::pages;
use crate::model::path;
use crate::words::words;

pub(super) static ERRORS: &[KnownError] = &[
    KnownError {
        id: "ER24",
        codes: &["InboundNatPoolFrontendPortRangeSmallerThanRequestedPorts"],
        signs: &[Sign::Code],
        title: words(
            "The front-end port range is smaller than the pool",
            "La plage de ports front-end est plus petite que le pool",
            "L’intervallo di porte front-end è più piccolo del pool",
        ),
        means: words(
            "Each node takes one front-end port of each inbound NAT pool. When the range is used up the scale set below Batch cannot grow.",
            "Chaque nœud occupe un port front-end de chaque pool NAT entrant. Quand la plage est épuisée, le groupe \
             identique sous-jacent à Batch ne peut plus grandir.",
            "Ogni nodo occupa una porta front-end di ogni pool NAT in ingresso. Quando l’intervallo è esaurito, il set di scalabilità sotto Batch non può più crescere.",
        ),
        remedy: words(
            "Make each range at least as long as the largest number of nodes, and never shorter than 40 ports.",
            "Donnez à chaque plage au moins autant de ports que le plus grand nombre de nœuds, et jamais moins de 40.",
            "Rendere ogni intervallo ampio almeno quanto il numero massimo di nodi, e mai meno di 40 porte.",
        ),
        sources: &[
            pages::DATA_PLANE.says(
                "A range has at least 40 ports.",
                "Une plage compte au moins 40 ports.",
                "Un intervallo ha almeno 40 porte.",
            ),
            DOCS_119323.says(
                "The text of the scale-set layer below.",
                "Le texte de la couche de groupes identiques sous-jacente.",
                "Il testo del livello di set di scalabilità sottostante.",
            ),
        ],
        fields: &[path::NAT_POOLS],
        rules: Related::AtField,
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER25",
        codes: &[],
        signs: &[Sign::Hint(&["unusable"])],
        title: words(
            "Nodes are unusable, without an error",
            "Des nœuds sont inutilisables, sans erreur",
            "I nodi sono inutilizzabili, senza errore",
        ),
        means: words(
            "The machine runs and is billed, but the node agent does not answer: the image was badly prepared (not generalized, an extension in it, the temp drive moved, \
             the OS disk encrypted), or the way to Batch or Storage is blocked. A pool with automatic scaling may then resize without end.",
            "La machine fonctionne et est facturée, mais l’agent de nœud ne répond pas : l’image est mal préparée \
             (non généralisée, une extension intégrée, le lecteur temporaire déplacé, le disque du système \
             d’exploitation chiffré), ou l’accès à Batch ou au stockage est bloqué. Un pool à mise à l’échelle \
             automatique peut alors se redimensionner sans fin.",
            "La macchina è in esecuzione e viene fatturata, ma l’agente del nodo non risponde: l’immagine è preparata \
             male (non generalizzata, con un’estensione, con l’unità temporanea spostata, con il disco del sistema \
             operativo crittografato), o la via verso Batch o l’archiviazione è bloccata. Un pool con scalabilità \
             automatica può allora ridimensionarsi senza fine.",
        ),
        remedy: words(
            "Prepare the image by the checklist of the article, allow outbound 443 to `BatchNodeManagement.{region}` and to Storage, and set the pool to 0 nodes until then.",
            "Préparez l’image selon la liste de contrôle de l’article, autorisez le port 443 en sortie vers \
             `BatchNodeManagement.{region}` et vers le stockage, et mettez le pool à 0 nœud d’ici là.",
            "Preparare l’immagine secondo l’elenco di controllo dell’articolo, consentire la porta 443 in uscita verso `BatchNodeManagement.{region}` e verso l’archiviazione, e portare il pool a 0 nodi nel frattempo.",
        ),
        sources: &[
            pages::NODE_ERRORS.says(
                "What makes nodes unusable: a bad image, blocked ports, blocked storage, wrong DNS.",
                "Ce qui rend des nœuds inutilisables : mauvaise image, ports bloqués, stockage bloqué, DNS erroné.",
                "Che cosa rende i nodi inutilizzabili: immagine non valida, porte bloccate, archiviazione bloccata, DNS errato.",
            ),
            pages::GALLERY_IMAGES.says(
                "How the machine behind the image is to be prepared.",
                "Comment préparer la machine à l’origine de l’image.",
                "Come preparare la macchina all’origine dell’immagine.",
            ),
            TES_574.says(
                "A pool that resized without end.",
                "Un pool qui se redimensionnait sans fin.",
                "Un pool che si ridimensionava senza fine.",
            ),
            DOCS_99836.says(
                "A report of such nodes.",
                "Un signalement de tels nœuds.",
                "Una segnalazione di tali nodi.",
            ),
        ],
        fields: &[
            path::IMAGE_STATE, path::IMAGE_EXTENSIONS, path::IMAGE_TEMP_DRIVE, path::IMAGE_ENCRYPTED, path::SUBNET,
        ],
        rules: Related::These(&["AB0111", "AB0130", "AB0131", "AB0133", "AB0134", "AB0135"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER26",
        codes: &[],
        signs: &[Sign::Says(&["has resize errors and no agents are available"]), Sign::Hint(&["has resize errors"])],
        title: words(
            "A resize error of the past stops the tool",
            "Une erreur de redimensionnement passée bloque l’outil",
            "Un errore di ridimensionamento passato blocca lo strumento",
        ),
        means: words(
            "Batch keeps the error of the last resize until the next one. A pool at 0 nodes may be healthy and still carry an error of days ago, and some tools refuse it for that.",
            "Batch conserve l’erreur du dernier redimensionnement jusqu’au suivant. Un pool à 0 nœud peut être sain et porter encore une erreur vieille de plusieurs jours, et certains outils le refusent pour cela.",
            "Batch conserva l’errore dell’ultimo ridimensionamento fino al successivo. Un pool a 0 nodi può essere integro e riportare ancora un errore di giorni prima, e alcuni strumenti per questo lo rifiutano.",
        ),
        remedy: words(
            "Compare the time of the error with today and the target with the nodes there are, then trigger a resize: it replaces the error.",
            "Comparez l’heure de l’erreur à aujourd’hui et la cible aux nœuds présents, puis déclenchez un redimensionnement : il remplace l’erreur.",
            "Confrontare la data dell’errore con quella odierna e l’obiettivo con i nodi presenti, poi avviare un ridimensionamento: sostituisce l’errore.",
        ),
        sources: &[
            NEXTFLOW_7312.says(
                "How an old error stays, and what one tool did about it.",
                "Comment une ancienne erreur subsiste, et ce qu’un outil y a changé.",
                "Come un vecchio errore rimane, e che cosa ha fatto uno strumento.",
            ),
            pages::NODE_ERRORS.says(
                "Where errors of a resize are found.",
                "Où trouver les erreurs de redimensionnement.",
                "Dove si trovano gli errori di ridimensionamento.",
            ),
        ],
        fields: &[path::DEDICATED, path::SPOT],
        rules: Related::These(&[]),
        foresight: Foresight::After,
    },
    KnownError {
        id: "ER42",
        codes: &["PoolBeingResized"],
        signs: &[Sign::Code],
        title: words(
            "A resize is still running",
            "Un redimensionnement est encore en cours",
            "È ancora in corso un ridimensionamento",
        ),
        means: words(
            "The operation is not allowed while the pool changes its size.",
            "L’opération n’est pas autorisée pendant que le pool change de taille.",
            "L’operazione non è consentita mentre il pool cambia dimensioni.",
        ),
        remedy: words(
            "Wait until `allocationState` is `Steady`, or stop the resize, then ask again.",
            "Attendez que `allocationState` soit `Steady`, ou arrêtez le redimensionnement, puis recommencez.",
            "Attendere che `allocationState` sia `Steady`, o interrompere il ridimensionamento, poi riprovare.",
        ),
        sources: &[LISTED],
        fields: &[],
        rules: Related::These(&[]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER47",
        codes: &["PoolNotFound"],
        signs: &[Sign::Code],
        title: words(
            "The account has no pool of this name",
            "Le compte n’a pas de pool de ce nom",
            "L’account non ha un pool con questo nome",
        ),
        means: words(
            "The name is wrong, the pool was deleted, or the request went to another account. The service answers 404.",
            "Le nom est erroné, le pool a été supprimé, ou la requête est allée à un autre compte. Le service répond 404.",
            "Il nome è errato, il pool è stato eliminato, o la richiesta è andata a un altro account. Il servizio risponde 404.",
        ),
        remedy: words(
            "Check account and pool name; a pool that is to be created needs no earlier one.",
            "Vérifiez le compte et le nom du pool ; un pool à créer n’a besoin d’aucun pool antérieur.",
            "Verificare account e nome del pool; un pool da creare non ne presuppone altri.",
        ),
        sources: &[LISTED],
        fields: &[path::POOL_NAME, path::ACCOUNT],
        rules: Related::These(&["AB0401", "AB0404", "AB0415"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER48",
        codes: &["AccountNotFound"],
        signs: &[Sign::Code],
        title: words(
            "There is no Batch account of this name here",
            "Il n’y a pas ici de compte Batch de ce nom",
            "Qui non esiste un account Batch con questo nome",
        ),
        means: words(
            "The account is not in the subscription and resource group that the request names. The service answers 404.",
            "Le compte n’est pas dans l’abonnement et le groupe de ressources que nomme la requête. Le service répond 404.",
            "L’account non è nella sottoscrizione e nel gruppo di risorse indicati dalla richiesta. Il servizio risponde 404.",
        ),
        remedy: words(
            "Check subscription, resource group and account name, and the cloud they are in.",
            "Vérifiez l’abonnement, le groupe de ressources et le nom du compte, ainsi que leur cloud.",
            "Verificare sottoscrizione, gruppo di risorse e nome dell’account, e il cloud in cui si trovano.",
        ),
        sources: &[pages::POOL_CREATE.says(
            "The parts of the address: subscription, resource group, account and pool.",
            "Les parties de l’adresse : abonnement, groupe de ressources, compte et pool.",
            "Le parti dell’indirizzo: sottoscrizione, gruppo di risorse, account e pool.",
        )],
        fields: &[path::ACCOUNT, path::RESOURCE_GROUP, path::SUBSCRIPTION],
        rules: Related::These(&["AB0404", "AB0405", "AB0415"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER52",
        codes: &["PoolBeingDeleted"],
        signs: &[Sign::Code],
        title: words(
            "A pool of this name is still being deleted",
            "Un pool de ce nom est encore en cours de suppression",
            "Un pool con questo nome è ancora in fase di eliminazione",
        ),
        means: words(
            "Deleting goes on in the background, and until it ends the name is taken. The service answers 409.",
            "La suppression se poursuit en arrière-plan, et le nom reste pris jusqu’à ce qu’elle soit terminée. Le \
             service répond 409.",
            "L’eliminazione prosegue in background, e fino alla fine il nome è occupato. Il servizio risponde 409.",
        ),
        remedy: words(
            "Wait until the pool is gone, or better take a name that was never used.",
            "Attendez que le pool ait disparu ou, mieux, prenez un nom jamais utilisé.",
            "Attendere che il pool sia scomparso o, meglio, scegliere un nome mai usato.",
        ),
        sources: &[
            LISTED,
            pages::BEST_PRACTICES.says(
                "Advises names that are never used again.",
                "Conseille des noms qui ne sont jamais réutilisés.",
                "Consiglia nomi mai riutilizzati.",
            ),
        ],
        fields: &[path::POOL_NAME],
        rules: Related::These(&["AB0403"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER56",
        codes: &[],
        signs: &[Sign::Hint(&["startTaskFailed"])],
        title: words(
            "The start task failed on a node",
            "La tâche de démarrage a échoué sur un nœud",
            "L’attività di avvio non è riuscita in un nodo",
        ),
        means: words(
            "With `waitForSuccess` a node takes no tasks when its start task fails, and it is billed all the same.",
            "Avec `waitForSuccess`, un nœud ne prend aucune tâche si sa tâche de démarrage échoue, et il est facturé malgré tout.",
            "Con `waitForSuccess` un nodo non accetta attività se l’attività di avvio non riesce, e viene comunque fatturato.",
        ),
        remedy: words(
            "Read the files `stdout.txt` and `stderr.txt` of the start task on the node, correct the command, and restart the node. The command must be safe to run again.",
            "Lisez les fichiers `stdout.txt` et `stderr.txt` de la tâche de démarrage sur le nœud, corrigez la commande et redémarrez le nœud. La commande doit pouvoir être relancée sans danger.",
            "Leggere i file `stdout.txt` e `stderr.txt` dell’attività di avvio nel nodo, correggere il comando e riavviare il nodo. Il comando deve poter essere rieseguito senza rischi.",
        ),
        sources: &[pages::NODE_ERRORS.says(
            "How a failed start task shows, and where its output is.",
            "Comment se manifeste l’échec d’une tâche de démarrage, et où se trouve sa sortie.",
            "Come appare un’attività di avvio non riuscita, e dove si trova il suo output.",
        )],
        fields: &[path::START_TASK],
        rules: Related::AtField,
        foresight: Foresight::After,
    },
    KnownError {
        id: "ER57",
        codes: &[],
        signs: &[Sign::Hint(&["preempted"])],
        title: words(
            "Azure took Spot nodes back",
            "Azure a repris des nœuds Spot",
            "Azure ha rimosso nodi Spot",
        ),
        means: words(
            "The capacity was needed elsewhere: the machine is gone, its tasks are queued again, and Batch keeps trying to reach the target.",
            "La capacité était nécessaire ailleurs : la machine a disparu, ses tâches sont remises en file, et Batch continue de viser la cible.",
            "La capacità serviva altrove: la macchina non c’è più, le sue attività tornano in coda, e Batch continua a cercare di raggiungere l’obiettivo.",
        ),
        remedy: words(
            "Nothing needs mending. For work that must not be interrupted use dedicated nodes.",
            "Il n’y a rien à réparer. Pour un travail qui ne doit pas être interrompu, utilisez des nœuds dédiés.",
            "Non c’è nulla da correggere. Per un lavoro che non deve essere interrotto usare nodi dedicati.",
        ),
        sources: &[pages::SPOT.says(
            "What happens when a Spot node is preempted.",
            "Ce qui se passe quand un nœud Spot est repris.",
            "Che cosa succede quando un nodo Spot viene rimosso.",
        )],
        fields: &[path::SPOT],
        rules: Related::These(&["AB0214", "AB0217"]),
        foresight: Foresight::After,
    },
    KnownError {
        id: "ER58",
        codes: &["PoolExists"],
        signs: &[Sign::Code],
        title: words(
            "A pool of this name exists already",
            "Un pool de ce nom existe déjà",
            "Esiste già un pool con questo nome",
        ),
        means: words(
            "A request that only creates does not overwrite a pool. Names that differ only in letter case are the same.",
            "Une requête qui ne fait que créer n’écrase pas un pool. Des noms qui ne diffèrent que par la casse sont identiques.",
            "Una richiesta di sola creazione non sovrascrive un pool. Nomi che differiscono solo per maiuscole e minuscole sono uguali.",
        ),
        remedy: words(
            "Take another name, best one that was never used.",
            "Prenez un autre nom, de préférence jamais utilisé.",
            "Scegliere un altro nome, meglio se mai usato.",
        ),
        sources: &[
            LISTED,
            pages::BEST_PRACTICES.says(
                "Advises names that are never used again.",
                "Conseille des noms qui ne sont jamais réutilisés.",
                "Consiglia nomi mai riutilizzati.",
            ),
        ],
        fields: &[path::POOL_NAME],
        rules: Related::These(&["AB0402", "AB0403"]),
        foresight: Foresight::Reading,
    },
];
