//! Who asks, and what they may do.

use super::pages::{BATCH_154, CLI_18208, DOCS_118562, DOCS_120344, SHIPYARD_197, VIRTUAL_NETWORK};
use super::{Foresight, KnownError, Related, Sign};
use crate::facts::pages;
use crate::model::path;
use crate::words::words;

pub(super) static ERRORS: &[KnownError] = &[
    KnownError {
        id: "ER01",
        codes: &[],
        signs: &[Sign::Says(&[
            "The specified type of authentication SharedKey is not allowed when external resources",
        ])],
        title: words(
            "The account key does not open a custom image",
            "La clé du compte ne donne pas accès à une image personnalisée",
            "La chiave dell’account non apre un’immagine personalizzata",
        ),
        means: words(
            "The request was signed with the account’s shared key, and the pool names a resource outside the account, such \
             as an image. For that the service accepts Microsoft Entra ID only.",
            "La requête était signée avec la clé partagée du compte, et le pool désigne une ressource extérieure au compte, \
             comme une image. Le service n’accepte alors que Microsoft Entra ID.",
            "La richiesta era firmata con la chiave condivisa dell’account, e il pool indica una risorsa esterna all’account, \
             come un’immagine. In questo caso il servizio accetta solo Microsoft Entra ID.",
        ),
        remedy: words(
            "Sign in with Microsoft Entra ID (`az batch account login` without a key), and give that identity a role on the \
             image.",
            "Connectez-vous avec Microsoft Entra ID (`az batch account login` sans clé) et attribuez à cette identité un rôle \
             sur l’image.",
            "Accedere con Microsoft Entra ID (`az batch account login` senza chiave) e assegnare a tale identità un ruolo \
             sull’immagine.",
        ),
        sources: &[
            pages::GALLERY_IMAGES.says(
                "Pools from gallery images need authentication with Microsoft Entra ID.",
                "Les pools issus d’images de galerie exigent une authentification par Microsoft Entra ID.",
                "I pool da immagini della raccolta richiedono l’autenticazione con Microsoft Entra ID.",
            ),
            pages::SHARED_KEY_ISSUE.says(
                "The text of the error, and how it was resolved.",
                "Le texte de l’erreur et sa résolution.",
                "Il testo dell’errore e come è stato risolto.",
            ),
        ],
        fields: &[path::AUTHENTICATION, path::IMAGE_ID],
        rules: Related::These(&["AB0112"]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER02",
        codes: &[],
        signs: &[Sign::Says(&[
            "cannot allocate a pool with a custom image without AAD credentials",
        ])],
        title: words(
            "Batch Shipyard was given the account key",
            "Batch Shipyard a reçu la clé du compte",
            "Batch Shipyard ha ricevuto la chiave dell’account",
        ),
        means: words(
            "Batch Shipyard itself stops: a custom image needs Microsoft Entra ID, and an account key in its \
             configuration wins over Entra ID.",
            "C’est Batch Shipyard qui s’arrête : une image personnalisée exige Microsoft Entra ID, et une clé de compte dans sa \
             configuration l’emporte sur Entra ID.",
            "È Batch Shipyard a fermarsi: un’immagine personalizzata richiede Microsoft Entra ID, e una chiave dell’account nella \
             configurazione prevale su Entra ID.",
        ),
        remedy: words(
            "Remove `account_key` from the credentials and enter the values of Microsoft Entra ID.",
            "Retirez `account_key` des informations d’identification et saisissez celles de Microsoft Entra ID.",
            "Rimuovere `account_key` dalle credenziali e inserire quelle di Microsoft Entra ID.",
        ),
        sources: &[SHIPYARD_197.says(
            "The text of the error; removing the key resolved it.",
            "Le texte de l’erreur ; retirer la clé l’a résolue.",
            "Il testo dell’errore; rimuovere la chiave lo ha risolto.",
        )],
        fields: &[path::AUTHENTICATION, path::IMAGE_ID],
        rules: Related::These(&["AB0112"]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER03",
        codes: &["InsufficientPermissions"],
        signs: &[
            Sign::Code,
            // The service's own spelling, and the one it may be corrected to.
            Sign::Says(&["does not have the required privelege Microsoft Compute"]),
            Sign::Says(&["does not have the required privilege Microsoft Compute"]),
        ],
        title: words(
            "A right on the image is missing, or the image does not exist",
            "Il manque un droit sur l’image, ou l’image n’existe pas",
            "Manca un diritto sull’immagine, oppure l’immagine non esiste",
        ),
        means: words(
            "The service gives one answer to both: the identity that creates the pool may not read the image, or the id or \
             version is wrong.",
            "Le service donne la même réponse dans les deux cas : l’identité qui crée le pool ne peut pas lire l’image, ou \
             l’ID ou la version est incorrect.",
            "Il servizio dà la stessa risposta in entrambi i casi: l’identità che crea il pool non può leggere l’immagine, oppure \
             l’ID o la versione non è corretto.",
        ),
        remedy: words(
            "First read the image by its id with a GET: that rules out a wrong version. Then give the identity a role on \
             the gallery image; Reader is not enough, the least is `Microsoft.Compute/disks/beginGetAccess/action`.",
            "Lisez d’abord l’image par son ID avec un GET : cela exclut une version erronée. Attribuez ensuite à \
             l’identité un rôle sur l’image de galerie ; le rôle Lecteur ne suffit pas, le minimum est \
             `Microsoft.Compute/disks/beginGetAccess/action`.",
            "Leggere prima l’immagine tramite il suo ID con un GET: così si esclude una versione errata. Assegnare poi \
             all’identità un ruolo sull’immagine della raccolta; Lettore non basta, il minimo è `Microsoft.Compute/disks/beginGetAccess/action`.",
        ),
        sources: &[
            pages::GALLERY_IMAGES.says(
                "Names the least action that an identity needs on a gallery image.",
                "Nomme l’action minimale dont une identité a besoin sur une image de galerie.",
                "Indica l’azione minima di cui un’identità ha bisogno su un’immagine della raccolta.",
            ),
            DOCS_118562.says(
                "The change that added this action to the page.",
                "La modification qui a ajouté cette action à la page.",
                "La modifica che ha aggiunto questa azione alla pagina.",
            ),
        ],
        fields: &[path::IMAGE_ID],
        rules: Related::These(&["AB0113", "AB0104", "AB0109", "AB0110"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER20",
        codes: &["AuthorizationFailed"],
        signs: &[Sign::Says(&[
            "does not have authorization to perform action Microsoft Batch batchAccounts",
        ])],
        title: words(
            "The identity may not write to the Batch account",
            "L’identité ne peut pas écrire dans le compte Batch",
            "L’identità non può scrivere nell’account Batch",
        ),
        means: words(
            "Azure Resource Manager refuses the request of the identity that was really used, which may not be the one you think \
             of. A wrong subscription, resource group or account name gives the same text.",
            "Azure Resource Manager refuse la requête de l’identité réellement utilisée, qui n’est peut-être pas celle que vous \
             croyez. Un abonnement, un groupe de ressources ou un nom de compte erroné donne le même texte.",
            "Azure Resource Manager rifiuta la richiesta dell’identità realmente usata, che potrebbe non essere quella prevista. \
             Una sottoscrizione, un gruppo di risorse o un nome di account errato dà lo stesso testo.",
        ),
        remedy: words(
            "Give that identity Contributor or a role of your own with `Microsoft.Batch/batchAccounts/pools/write` on the account, then \
             sign in again so that the token knows it.",
            "Attribuez à cette identité le rôle Contributeur ou un rôle personnalisé avec \
             `Microsoft.Batch/batchAccounts/pools/write` sur le compte, puis reconnectez-vous pour que le jeton en \
             tienne compte.",
            "Assegnare a tale identità Collaboratore o un ruolo personalizzato con `Microsoft.Batch/batchAccounts/pools/write` sull’account, poi \
             accedere di nuovo perché il token ne tenga conto.",
        ),
        sources: &[BATCH_154.says(
            "The text of the error, with the role that was missing.",
            "Le texte de l’erreur, avec le rôle qui manquait.",
            "Il testo dell’errore, con il ruolo che mancava.",
        )],
        fields: &[path::ACCOUNT, path::RESOURCE_GROUP, path::SUBSCRIPTION],
        rules: Related::These(&["AB0404", "AB0405", "AB0415"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER21",
        codes: &["InvalidKeyVaultReference"],
        signs: &[
            Sign::Code,
            Sign::Says(&["does not have the Batch Service in access policies"]),
        ],
        title: words(
            "The key vault of the account does not admit the Batch service",
            "Le coffre de clés du compte n’admet pas le service Batch",
            "L’insieme di credenziali delle chiavi dell’account non ammette il servizio Batch",
        ),
        means: words(
            "An account in user subscription mode needs a key vault. The vault uses role-based access, has no access \
             policy for `Microsoft Azure Batch`, or the resource provider is not registered.",
            "Un compte en mode abonnement utilisateur a besoin d’un coffre de clés. Le coffre utilise un accès par rôles, n’a pas de stratégie d’accès pour \
             `Microsoft Azure Batch`, ou le fournisseur de ressources n’est pas inscrit.",
            "Un account in modalità sottoscrizione utente ha bisogno di un insieme di credenziali delle chiavi. Questo usa l’accesso in base al ruolo, non ha un criterio di accesso per \
             `Microsoft Azure Batch`, oppure il provider di risorse non è registrato.",
        ),
        remedy: words(
            "Let the vault use access policies, add one for `Microsoft Azure Batch`, and register `Microsoft.Batch` in the \
             subscription.",
            "Configurez le coffre pour qu’il utilise des stratégies d’accès, ajoutez-en une pour `Microsoft Azure \
             Batch` et inscrivez `Microsoft.Batch` dans l’abonnement.",
            "Far usare all’insieme di credenziali i criteri di accesso, aggiungerne uno per `Microsoft Azure Batch` e \
             registrare `Microsoft.Batch` nella sottoscrizione.",
        ),
        sources: &[
            CLI_18208.says(
                "The text of the error, and the access policy that was missing.",
                "Le texte de l’erreur et la stratégie d’accès qui manquait.",
                "Il testo dell’errore e il criterio di accesso che mancava.",
            ),
            DOCS_120344.says(
                "A vault with role-based access gives the same error.",
                "Un coffre avec accès par rôles donne la même erreur.",
                "Un insieme di credenziali con accesso in base al ruolo dà lo stesso errore.",
            ),
        ],
        fields: &[path::ALLOCATION_MODE],
        rules: Related::These(&[]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER51",
        codes: &[],
        signs: &[
            Sign::Says(&["Microsoft Network virtualNetworks subnets join action"]),
            Sign::Hint(&["Forbidden", "subnetId"]),
        ],
        title: words(
            "The identity may not join the subnet",
            "L’identité ne peut pas rejoindre le sous-réseau",
            "L’identità non può unirsi alla subnet",
        ),
        means: words(
            "Nodes are put into your subnet on behalf of the identity that creates the pool, and that identity has no right to \
             do so. The service answers 403.",
            "Les nœuds sont placés dans votre sous-réseau au nom de l’identité qui crée le pool, et cette identité n’en a pas le \
             droit. Le service répond 403.",
            "I nodi vengono collocati nella subnet per conto dell’identità che crea il pool, e tale identità non ne ha il \
             diritto. Il servizio risponde 403.",
        ),
        remedy: words(
            "Give the identity a role on the virtual network that allows joining its subnets, and check the id of the subnet.",
            "Attribuez à l’identité un rôle sur le réseau virtuel qui permet d’en rejoindre les sous-réseaux, et vérifiez l’ID du sous-réseau.",
            "Assegnare all’identità un ruolo sulla rete virtuale che consenta di unirsi alle subnet, e verificare l’ID della subnet.",
        ),
        sources: &[VIRTUAL_NETWORK.says(
            "A pool in a virtual network needs authentication with Microsoft Entra ID.",
            "Un pool dans un réseau virtuel exige une authentification par Microsoft Entra ID.",
            "Un pool in una rete virtuale richiede l’autenticazione con Microsoft Entra ID.",
        )],
        fields: &[path::SUBNET],
        rules: Related::AtField,
        foresight: Foresight::Reading,
    },
];
