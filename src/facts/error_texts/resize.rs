//! The pool exists, but its nodes could not be allocated: codes of resize errors.

use super::pages::{BATCH_40, DISK_ENCRYPTION, QUICKSTART_16, SHIPYARD_191};
use super::{Foresight, KnownError, Related, Sign};
use crate::facts::{Citation, pages};
use crate::model::path;
use crate::words::words;

/// The page that lists the codes of resize errors.
pub(super) const LISTED: Citation = pages::RESIZE_ERRORS.says(
    "Lists the code among those of a resize.",
    "Cite le code parmi ceux d’un redimensionnement.",
    "Elenca il codice tra quelli di un ridimensionamento.",
);

const FOUND: Citation = pages::NODE_ERRORS.says(
    "Where errors of a resize are found, and what their usual causes are.",
    "Où trouver les erreurs de redimensionnement, et leurs causes habituelles.",
    "Dove si trovano gli errori di ridimensionamento, e le loro cause abituali.",
);

const ENCRYPTION: &str =
    "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/diskEncryptionConfiguration";
const PLACEMENT: &str =
    "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/nodePlacementConfiguration";

pub(super) static ERRORS: &[KnownError] = &[
    KnownError {
        id: "ER11",
        codes: &["AllocationTimedOut"],
        signs: &[Sign::Code, Sign::Says(&["could not be allocated as the resize timeout was reached"])],
        title: words(
            "The time-out came before the last node",
            "Le délai a expiré avant le dernier nœud",
            "Il timeout è scaduto prima dell’ultimo nodo",
        ),
        means: words(
            "The resize stopped after `resizeTimeout`, with as many nodes as were ready. The time was too short for the number of nodes, the image has \
             too few replicas, or the nodes talk to each other and are too many.",
            "Le redimensionnement s’est arrêté après `resizeTimeout`, avec les nœuds prêts à ce moment. Le délai était trop court pour le nombre de nœuds, l’image a \
             trop peu de réplicas, ou les nœuds communiquent entre eux et sont trop nombreux.",
            "Il ridimensionamento si è fermato dopo `resizeTimeout`, con i nodi pronti a quel momento. Il tempo era troppo breve per il numero di nodi, l’immagine ha \
             troppo poche repliche, o i nodi comunicano tra loro e sono troppi.",
        ),
        remedy: words(
            "Raise the time-out (a gallery image: 15 minutes for each 1 000 nodes; a managed image: 20 to 30 minutes), have one replica for each 300 nodes, and \
             resize again: it goes on from the nodes there are.",
            "Augmentez le délai (image de galerie : 15 minutes par 1 000 nœuds ; image managée : 20 à 30 minutes), prévoyez un réplica par 300 nœuds, et \
             redimensionnez de nouveau : l’opération repart des nœuds présents.",
            "Aumentare il timeout (immagine della raccolta: 15 minuti ogni 1 000 nodi; immagine gestita: da 20 a 30 minuti), prevedere una replica ogni 300 nodi, e \
             ridimensionare di nuovo: si riparte dai nodi presenti.",
        ),
        sources: &[
            LISTED,
            pages::GALLERY_IMAGES.says(
                "Time-out and replicas for large pools from gallery images.",
                "Délai et réplicas pour les grands pools issus d’images de galerie.",
                "Timeout e repliche per pool grandi da immagini della raccolta.",
            ),
            pages::CUSTOM_IMAGES.says(
                "20 to 30 minutes for a managed image, and resizing again.",
                "20 à 30 minutes pour une image managée, puis un nouveau redimensionnement.",
                "Da 20 a 30 minuti per un’immagine gestita, e un nuovo ridimensionamento.",
            ),
            BATCH_40.says(
                "The same code from a pool whose nodes talk to each other.",
                "Le même code pour un pool dont les nœuds communiquent entre eux.",
                "Lo stesso codice da un pool i cui nodi comunicano tra loro.",
            ),
            SHIPYARD_191.says(
                "The text of the error.",
                "Le texte de l’erreur.",
                "Il testo dell’errore.",
            ),
        ],
        fields: &[path::RESIZE_TIMEOUT, path::DEDICATED, path::SPOT, path::IMAGE_REPLICAS],
        rules: Related::These(&[
            "AB0120", "AB0121", "AB0122", "AB0123", "AB0144", "AB0203", "AB0205", "AB0215",
        ]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER12",
        codes: &["AllocationFailed"],
        signs: &[Sign::Code],
        title: words(
            "Nodes could not be allocated",
            "Des nœuds n’ont pas pu être alloués",
            "Non è stato possibile allocare nodi",
        ),
        means: words(
            "With a custom image the documented cause is that the image, or the snapshot or VHD under it, was deleted after the pool was made. A lock, a lack \
             of capacity, or an image that does not fit the size give the same code.",
            "Avec une image personnalisée, la cause documentée est que l’image, ou l’instantané ou le VHD dont elle dépend, a été supprimée après la création du pool. Un verrou, un manque \
             de capacité ou une image qui ne convient pas à la taille donnent le même code.",
            "Con un’immagine personalizzata la causa documentata è che l’immagine, o lo snapshot o il VHD da cui dipende, è stata eliminata dopo la creazione del pool. Un blocco, una mancanza \
             di capacità o un’immagine non adatta alle dimensioni danno lo stesso codice.",
        ),
        remedy: words(
            "Read what the provider says in the details of the error, check that image and source still exist, make them again if not, and resize \
             the pool. Keep them for as long as the pool lives.",
            "Lisez ce que dit le fournisseur dans les détails de l’erreur, vérifiez que l’image et sa source existent encore, recréez-les sinon, et redimensionnez \
             le pool. Conservez-les aussi longtemps que le pool existe.",
            "Leggere ciò che dice il provider nei dettagli dell’errore, verificare che immagine e origine esistano ancora, altrimenti ricrearle, e ridimensionare \
             il pool. Conservarle finché esiste il pool.",
        ),
        sources: &[
            pages::CUSTOM_IMAGES.says(
                "Image and source must exist for as long as the pool; otherwise a resize ends with this code.",
                "L’image et sa source doivent exister aussi longtemps que le pool ; sinon un redimensionnement se termine par ce code.",
                "Immagine e origine devono esistere finché esiste il pool; altrimenti un ridimensionamento termina con questo codice.",
            ),
            FOUND,
            LISTED,
        ],
        fields: &[path::IMAGE_ID, path::VM_SIZE],
        rules: Related::These(&["AB0108", "AB0114", "AB0146"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER13",
        codes: &["AccountCoreQuotaReached"],
        signs: &[Sign::Code, Sign::Says(&["The specified account has reached core quota"])],
        title: words(
            "The quota of dedicated cores is used up",
            "Le quota de cœurs dédiés est épuisé",
            "La quota di core dedicati è esaurita",
        ),
        means: words(
            "In Batch service mode the account’s own quota counts, for each VM series and in total; new accounts can start at 0. The pool keeps the nodes \
             that fitted in.",
            "En mode service Batch, c’est le quota du compte qui compte, par série de machines et au total ; un \
             nouveau compte peut commencer à 0. Le pool garde les nœuds qui tenaient dans le quota.",
            "In modalità servizio Batch conta la quota dell’account, per ogni serie di macchine e in totale; un account nuovo può partire da 0. Il pool mantiene i nodi \
             che vi rientravano.",
        ),
        remedy: words(
            "Ask for a larger quota, or use fewer or smaller nodes. In user subscription mode the quota of the \
             subscription counts instead.",
            "Demandez un quota plus élevé, ou utilisez moins de nœuds ou des nœuds plus petits. En mode abonnement utilisateur, c’est le quota de l’abonnement qui compte.",
            "Richiedere una quota maggiore, o usare nodi in numero minore o più piccoli. In modalità sottoscrizione utente conta invece la quota della sottoscrizione.",
        ),
        sources: &[
            LISTED,
            pages::QUOTAS.says(
                "How quotas of cores are counted, and how to raise them.",
                "Comment les quotas de cœurs sont comptés, et comment les augmenter.",
                "Come si contano le quote di core, e come aumentarle.",
            ),
            QUICKSTART_16.says(
                "A new account with a quota of 0.",
                "Un nouveau compte avec un quota de 0.",
                "Un account nuovo con una quota pari a 0.",
            ),
        ],
        fields: &[path::QUOTA_DEDICATED, path::DEDICATED, path::VM_SIZE],
        rules: Related::These(&["AB0223"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER27",
        codes: &["AccountSpotCoreQuotaReached", "AccountLowPriorityCoreQuotaReached"],
        signs: &[
            Sign::Code,
            Sign::Says(&["account has reached spot core quota"]),
            Sign::Says(&["account has reached low priority core quota"]),
        ],
        title: words(
            "The quota of Spot cores is used up",
            "Le quota de cœurs Spot est épuisé",
            "La quota di core Spot è esaurita",
        ),
        means: words(
            "One figure for all VM series limits the Spot cores of an account, formerly low-priority cores. The pool keeps the nodes that fitted in.",
            "Un seul chiffre pour toutes les séries limite les cœurs Spot d’un compte, autrefois dits de basse \
             priorité. Le pool garde les nœuds qui tenaient dans le quota.",
            "Un’unica cifra per tutte le serie limita i core Spot di un account, prima a bassa priorità. Il pool mantiene i nodi che vi rientravano.",
        ),
        remedy: words(
            "Ask for a larger quota, or use fewer or smaller Spot nodes.",
            "Demandez un quota plus élevé, ou utilisez moins de nœuds Spot ou des nœuds plus petits.",
            "Richiedere una quota maggiore, o usare nodi Spot in numero minore o più piccoli.",
        ),
        sources: &[
            LISTED,
            pages::QUOTAS.says(
                "One quota of Spot cores for all series.",
                "Un seul quota de cœurs Spot pour toutes les séries.",
                "Un’unica quota di core Spot per tutte le serie.",
            ),
        ],
        fields: &[path::QUOTA_SPOT, path::SPOT, path::VM_SIZE],
        rules: Related::These(&["AB0223"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER28",
        codes: &["CommunicationEnabledPoolReachedMaxVMCount"],
        signs: &[Sign::Code, Sign::Says(&["Communication enabled pool has reached the maximum VM count"])],
        title: words(
            "Too many nodes for a pool whose nodes talk to each other",
            "Trop de nœuds pour un pool dont les nœuds communiquent entre eux",
            "Troppi nodi per un pool i cui nodi comunicano tra loro",
        ),
        means: words(
            "With inter-node communication a pool has at most 100 nodes, 80 in user subscription mode.",
            "Avec la communication entre nœuds, un pool compte au plus 100 nœuds, 80 en mode abonnement utilisateur.",
            "Con la comunicazione tra nodi un pool ha al massimo 100 nodi, 80 in modalità sottoscrizione utente.",
        ),
        remedy: words(
            "Lower the target, or switch inter-node communication off.",
            "Réduisez la cible, ou désactivez la communication entre nœuds.",
            "Ridurre l’obiettivo, o disattivare la comunicazione tra nodi.",
        ),
        sources: &[
            LISTED,
            pages::QUOTAS.says(
                "100 nodes, or 80 in user subscription mode (“Pool size limits”).",
                "100 nœuds, ou 80 en mode abonnement utilisateur (« Limites de taille de pool »).",
                "100 nodi, o 80 in modalità sottoscrizione utente («Limiti delle dimensioni del pool»).",
            ),
        ],
        fields: &[path::INTER_NODE, path::DEDICATED, path::SPOT],
        rules: Related::These(&["AB0203", "AB0215"]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER29",
        codes: &["DependentResourceNotFound"],
        signs: &[Sign::Code],
        title: words(
            "Something the pool names is no longer there",
            "Une ressource désignée par le pool n’existe plus",
            "Una risorsa indicata dal pool non esiste più",
        ),
        means: words(
            "The image, the subnet, a public IP address or another resource that the pool names was not found when nodes were added.",
            "L’image, le sous-réseau, une adresse IP publique ou une autre ressource désignée par le pool est introuvable au moment d’ajouter des nœuds.",
            "L’immagine, la subnet, un indirizzo IP pubblico o un’altra risorsa indicata dal pool non è stata trovata al momento di aggiungere nodi.",
        ),
        remedy: words(
            "Make the resource again under the same id, or create a pool that names another.",
            "Recréez la ressource avec le même ID, ou créez un pool qui en désigne une autre.",
            "Ricreare la risorsa con lo stesso ID, o creare un pool che ne indichi un’altra.",
        ),
        sources: &[LISTED],
        fields: &[path::IMAGE_ID, path::SUBNET, path::PUBLIC_IPS],
        rules: Related::These(&["AB0108", "AB0114"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER30",
        codes: &["DiskEncryptionFailure"],
        signs: &[Sign::Code],
        title: words(
            "The disks of the nodes could not be encrypted",
            "Les disques des nœuds n’ont pas pu être chiffrés",
            "Non è stato possibile crittografare i dischi dei nodi",
        ),
        means: words(
            "The pool asks for disk encryption, and the size, the image or the key does not allow it.",
            "Le pool demande le chiffrement de disque, et la taille, l’image ou la clé ne le permet pas.",
            "Il pool richiede la crittografia dei dischi, e le dimensioni, l’immagine o la chiave non la consentono.",
        ),
        remedy: words(
            "Check targets and key, and take a size that supports encryption at host.",
            "Vérifiez les cibles et la clé, et prenez une taille qui prend en charge le chiffrement sur l’hôte.",
            "Verificare destinazioni e chiave, e scegliere dimensioni che supportino la crittografia nell’host.",
        ),
        sources: &[
            LISTED,
            DISK_ENCRYPTION.says(
                "What disk encryption asks of size and image.",
                "Ce que le chiffrement de disque exige de la taille et de l’image.",
                "Che cosa la crittografia dei dischi richiede a dimensioni e immagine.",
            ),
        ],
        fields: &[ENCRYPTION, path::VM_SIZE],
        rules: Related::AtField,
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER31",
        codes: &["FailedIdentityOperation"],
        signs: &[Sign::Code, Sign::Says(&["Failed to perform resource identity operation"])],
        title: words(
            "The identity of the pool could not be used",
            "L’identité du pool n’a pas pu être utilisée",
            "Non è stato possibile usare l’identità del pool",
        ),
        means: words(
            "An identity of the pool could not be assigned to its nodes: it does not exist, lies in another tenant, or may not be assigned.",
            "Une identité du pool n’a pas pu être attribuée à ses nœuds : elle n’existe pas, se trouve dans un autre locataire, ou ne peut pas être attribuée.",
            "Non è stato possibile assegnare un’identità del pool ai suoi nodi: non esiste, si trova in un altro tenant, o non può essere assegnata.",
        ),
        remedy: words(
            "Check the ids under `identity`, and that these identities exist in the tenant of the account.",
            "Vérifiez les ID sous `identity`, et que ces identités existent dans le locataire du compte.",
            "Verificare gli ID sotto `identity`, e che tali identità esistano nel tenant dell’account.",
        ),
        sources: &[LISTED],
        fields: &["/pool/identity"],
        rules: Related::AtField,
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER32",
        codes: &["IncompatibleVMSize", "UnsupportedVMSize"],
        signs: &[
            Sign::Code,
            Sign::Says(&["Requested VM size is not compatible with requested configuration"]),
        ],
        title: words(
            "The VM size does not fit what the pool asks for",
            "La taille de machine virtuelle ne convient pas à ce que demande le pool",
            "Le dimensioni della macchina virtuale non sono adatte a ciò che il pool richiede",
        ),
        means: words(
            "The size cannot do something the configuration asks for, such as the image’s generation, a security type or a kind of disk; or Batch does not \
             support it.",
            "La taille ne permet pas un élément de la configuration, comme la génération de l’image, un type de sécurité ou un type de disque ; ou Batch ne la \
             prend pas en charge.",
            "Le dimensioni non consentono un elemento della configurazione, come la generazione dell’immagine, un tipo di sicurezza o un tipo di disco; oppure Batch non le \
             supporta.",
        ),
        remedy: words(
            "Compare the capabilities in the list of supported virtual machine SKUs, and choose another size.",
            "Comparez les capacités dans la liste des références SKU de machine virtuelle prises en charge, et choisissez une autre taille.",
            "Confrontare le funzionalità nell’elenco degli SKU di macchina virtuale supportati, e scegliere altre dimensioni.",
        ),
        sources: &[
            LISTED,
            pages::VM_SIZES.says(
                "How to list the sizes that Batch supports in a region.",
                "Comment lister les tailles que Batch prend en charge dans une région.",
                "Come elencare le dimensioni che Batch supporta in un’area.",
            ),
        ],
        fields: &[path::VM_SIZE],
        rules: Related::These(&["AB0146", "AB0410"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER34",
        codes: &["OverconstrainedAllocationRequestError"],
        signs: &[Sign::Code],
        title: words(
            "Nowhere do all conditions of the pool hold at once",
            "Aucun emplacement ne réunit toutes les conditions du pool",
            "In nessun luogo valgono insieme tutte le condizioni del pool",
        ),
        means: words(
            "Size, zones, inter-node communication and number of nodes together leave no place where the nodes could be allocated.",
            "La taille, les zones, la communication entre nœuds et le nombre de nœuds, pris ensemble, ne laissent \
             aucun endroit où allouer les nœuds.",
            "Dimensioni, zone, comunicazione tra nodi e numero di nodi insieme non lasciano alcun luogo in cui allocare i nodi.",
        ),
        remedy: words(
            "Drop a condition: zonal placement, inter-node communication, or the size.",
            "Renoncez à une condition : placement par zones, communication entre nœuds ou taille.",
            "Rinunciare a una condizione: posizionamento di zona, comunicazione tra nodi, o le dimensioni.",
        ),
        sources: &[LISTED],
        fields: &[PLACEMENT, path::INTER_NODE, path::VM_SIZE],
        rules: Related::These(&["AB0215"]),
        foresight: Foresight::After,
    },
    KnownError {
        id: "ER35",
        codes: &["RemoveNodesFailed"],
        signs: &[Sign::Code],
        title: words(
            "Nodes could not be removed",
            "Des nœuds n’ont pas pu être retirés",
            "Non è stato possibile rimuovere nodi",
        ),
        means: words(
            "The pool was to shrink, and an error kept nodes in it. They are still billed.",
            "Le pool devait être réduit, et une erreur y a maintenu des nœuds. Ils restent facturés.",
            "Il pool doveva ridursi, e un errore vi ha lasciato dei nodi. Continuano a essere fatturati.",
        ),
        remedy: words(
            "Resize again, and look for locks on the resources of the nodes.",
            "Redimensionnez de nouveau, et cherchez des verrous sur les ressources des nœuds.",
            "Ridimensionare di nuovo, e cercare blocchi sulle risorse dei nodi.",
        ),
        sources: &[LISTED],
        fields: &[path::DEDICATED, path::SPOT],
        rules: Related::These(&["AB0208"]),
        foresight: Foresight::After,
    },
    KnownError {
        id: "ER36",
        codes: &["ResizeStopped"],
        signs: &[Sign::Code],
        title: words(
            "Somebody stopped the resize",
            "Quelqu’un a arrêté le redimensionnement",
            "Qualcuno ha interrotto il ridimensionamento",
        ),
        means: words(
            "Not a fault: a stop was asked for, and the pool keeps the nodes it had by then.",
            "Ce n’est pas un défaut : un arrêt a été demandé, et le pool garde les nœuds qu’il avait alors.",
            "Non è un guasto: è stata chiesta un’interruzione, e il pool mantiene i nodi che aveva in quel momento.",
        ),
        remedy: words(
            "Resize again when the target should still be reached.",
            "Redimensionnez de nouveau si la cible doit encore être atteinte.",
            "Ridimensionare di nuovo se l’obiettivo deve ancora essere raggiunto.",
        ),
        sources: &[LISTED],
        fields: &[path::DEDICATED, path::SPOT],
        rules: Related::These(&[]),
        foresight: Foresight::After,
    },
    KnownError {
        id: "ER37",
        codes: &["Unknown"],
        signs: &[Sign::Code],
        title: words(
            "The resize failed for no known reason",
            "Le redimensionnement a échoué sans raison connue",
            "Il ridimensionamento non è riuscito per un motivo sconosciuto",
        ),
        means: words(
            "The service itself does not know the reason.",
            "Le service lui-même n’en connaît pas la raison.",
            "Il servizio stesso non ne conosce il motivo.",
        ),
        remedy: words(
            "Resize again. If it comes back, ask support, with the id of the request and its time.",
            "Redimensionnez de nouveau. Si l’erreur revient, adressez-vous au support, avec l’ID de la requête et son heure.",
            "Ridimensionare di nuovo. Se si ripete, rivolgersi al supporto, con l’ID della richiesta e l’ora.",
        ),
        sources: &[LISTED],
        fields: &[],
        rules: Related::These(&[]),
        foresight: Foresight::After,
    },
    KnownError {
        id: "ER55",
        codes: &["ScopeLocked"],
        signs: &[Sign::Code],
        title: words(
            "A lock keeps nodes from being added or removed",
            "Un verrou empêche d’ajouter ou de retirer des nœuds",
            "Un blocco impedisce di aggiungere o rimuovere nodi",
        ),
        means: words(
            "A resource, its group or the subscription has a lock, and the provider of the machines refuses to change anything under it.",
            "Une ressource, son groupe ou l’abonnement porte un verrou, et le fournisseur des machines refuse toute \
             modification de ce que ce verrou couvre.",
            "Una risorsa, il suo gruppo o la sottoscrizione ha un blocco, e il provider delle macchine rifiuta ogni modifica al suo interno.",
        ),
        remedy: words(
            "Remove the lock, then resize again.",
            "Supprimez le verrou, puis redimensionnez de nouveau.",
            "Rimuovere il blocco, poi ridimensionare di nuovo.",
        ),
        sources: &[FOUND],
        fields: &[path::PUBLIC_IPS, path::SUBNET],
        rules: Related::These(&[]),
        foresight: Foresight::Reading,
    },
];
