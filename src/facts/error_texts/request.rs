//! The request itself: a member or value that the service refuses.

use super::pages::{
    AZURERM_27945, CERTIFICATES, CLI_4620, CLI_EXTENSIONS_46, DISK_ENCRYPTION, DOCS_42798, DOCS_95888, ERROR_CODES,
    NO_PUBLIC_ADDRESS, PULUMI_3599, SCHEMAS_2737,
};
use super::{Foresight, KnownError, Related, Sign};
use crate::facts::{Citation, pages};
use crate::model::path;
use crate::words::words;

/// The page that lists the codes of refused requests.
pub(super) const LISTED: Citation = ERROR_CODES.says(
    "Lists the code among those of the service.",
    "Cite le code parmi ceux du service.",
    "Elenca il codice tra quelli del servizio.",
);

const ENCRYPTION: &str =
    "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/diskEncryptionConfiguration";

pub(super) static ERRORS: &[KnownError] = &[
    KnownError {
        id: "ER04",
        codes: &["InvalidPropertyValue"],
        signs: &[
            Sign::Says(&["property version can only have a value when publisher is set"]),
            Sign::CodeSays(&["imageReference version"]),
        ],
        title: words(
            "An image id beside a version",
            "Un ID d’image à côté d’une version",
            "Un ID di immagine accanto a una versione",
        ),
        means: words(
            "`id` and `version` exclude each other: a version belongs to a Marketplace image. Some client libraries add \
             `version: latest` by themselves.",
            "`id` et `version` s’excluent : une version appartient à une image de la Place de marché. Certaines bibliothèques \
             clientes ajoutent d’elles-mêmes `version: latest`.",
            "`id` e `version` si escludono a vicenda: una versione appartiene a un’immagine del Marketplace. Alcune \
             librerie client aggiungono da sole `version: latest`.",
        ),
        remedy: words(
            "Send `id` alone; a gallery version is named at its end.",
            "Envoyez `id` seul ; la version de galerie est nommée à la fin de l’ID.",
            "Inviare solo `id`; la versione della raccolta è indicata alla fine dell’ID.",
        ),
        sources: &[
            pages::CONTRACT.says(
                "The ways of naming an image exclude each other.",
                "Les façons de désigner une image s’excluent mutuellement.",
                "I modi di indicare un’immagine si escludono a vicenda.",
            ),
            PULUMI_3599.says(
                "The whole answer, with the path of the property.",
                "La réponse entière, avec le chemin de la propriété.",
                "La risposta intera, con il percorso della proprietà.",
            ),
        ],
        fields: &[path::IMAGE_VERSION, path::IMAGE_ID],
        rules: Related::These(&["AB0105"]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER05",
        codes: &[],
        signs: &[Sign::Says(&["Parameter ImageReference publisher can not be None"])],
        title: words(
            "The client does not see the image id",
            "Le client ne voit pas l’ID d’image",
            "Il client non vede l’ID dell’immagine",
        ),
        means: words(
            "The command line itself stops before sending: an old version asks for a publisher, or the name of the member is not exactly right, \
             for example `virtualMachineImageId` with a blank at its end.",
            "C’est la ligne de commande qui s’arrête avant l’envoi : une ancienne version exige un éditeur, ou le nom \
             du membre n’est pas exact, par exemple `virtualMachineImageId` suivi d’un espace.",
            "È la riga di comando a fermarsi prima dell’invio: una vecchia versione richiede un editore, o il nome del membro non è esatto, \
             per esempio `virtualMachineImageId` seguito da uno spazio.",
        ),
        remedy: words(
            "Update the command line, and write the name exactly.",
            "Mettez à jour la ligne de commande, et écrivez le nom exactement.",
            "Aggiornare la riga di comando, e scrivere il nome esattamente.",
        ),
        sources: &[CLI_4620.says(
            "The text, and a file whose name of the member ends with a blank.",
            "Le texte, et un fichier où le nom du membre se termine par un espace.",
            "Il testo, e un file in cui il nome del membro termina con uno spazio.",
        )],
        fields: &[path::IMAGE_REFERENCE],
        rules: Related::These(&["AB0011", "AB0015"]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER18",
        codes: &["InvalidRequestBody"],
        signs: &[Sign::Says(&[
            "Could not find member identity on object of type PoolProperties",
        ])],
        title: words(
            "The identity stands in the wrong place, or the api-version is too old",
            "L’identité est au mauvais endroit, ou l’api-version est trop ancienne",
            "L’identità è nel posto sbagliato, o l’api-version è troppo vecchia",
        ),
        means: words(
            "`identity` stands beside `properties`, not in it, and no api-version before 2021-06-01 knows it.",
            "`identity` se place à côté de `properties`, pas à l’intérieur, et aucune api-version antérieure à 2021-06-01 ne la connaît.",
            "`identity` sta accanto a `properties`, non al suo interno, e nessuna api-version precedente a 2021-06-01 la conosce.",
        ),
        remedy: words(
            "Move `identity` to the top of the body, and use api-version 2021-06-01 or later.",
            "Placez `identity` au premier niveau du corps, et utilisez l’api-version 2021-06-01 ou ultérieure.",
            "Spostare `identity` al primo livello del corpo, e usare l’api-version 2021-06-01 o successiva.",
        ),
        sources: &[
            SCHEMAS_2737.says(
                "The text, from a template with api-version 2020-05-01.",
                "Le texte, issu d’un modèle avec l’api-version 2020-05-01.",
                "Il testo, da un modello con api-version 2020-05-01.",
            ),
            pages::CONTRACT_FOLDER.says(
                "The contract of each api-version.",
                "Le contrat de chaque api-version.",
                "Il contratto di ogni api-version.",
            ),
        ],
        fields: &["/pool/properties/identity", "/pool/identity", path::API_VERSION],
        rules: Related::These(&["AB0011", "AB0012"]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER19",
        codes: &["MissingRequiredProperty"],
        signs: &[Sign::Code],
        title: words(
            "A required property is missing",
            "Il manque une propriété obligatoire",
            "Manca una proprietà obbligatoria",
        ),
        means: words(
            "The answer of the service names the property in its details, but some clients show the code alone.",
            "La réponse du service nomme la propriété dans ses détails, mais certains clients n’affichent que le code.",
            "La risposta del servizio indica la proprietà nei dettagli, ma alcuni client mostrano solo il codice.",
        ),
        remedy: words(
            "Read the raw answer: `PropertyPath` says which one. Then add it.",
            "Lisez la réponse brute : `PropertyPath` indique laquelle. Ajoutez-la ensuite.",
            "Leggere la risposta originale: `PropertyPath` dice di quale proprietà si tratta. Poi aggiungerla.",
        ),
        sources: &[
            LISTED,
            AZURERM_27945.says(
                "A client that hides the details, and where they can be read.",
                "Un client qui masque les détails, et où les lire.",
                "Un client che nasconde i dettagli, e dove leggerli.",
            ),
        ],
        fields: &[],
        rules: Related::These(&["AB0016", "AB0409"]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER22",
        codes: &["InvalidPropertyValue"],
        signs: &[Sign::Says(&["network security group priority must be between"])],
        title: words(
            "The priority of a security rule is out of range",
            "La priorité d’une règle de sécurité est hors limites",
            "La priorità di una regola di sicurezza è fuori intervallo",
        ),
        means: words(
            "Rules at an inbound NAT pool have a narrower range than those of a virtual network: Batch keeps the priorities below 150 for itself. This text \
             names 3 500 as the upper end, the contract of today 4 096.",
            "Les règles d’un pool NAT entrant ont une plage plus étroite que celles d’un réseau virtuel : Batch se réserve les priorités inférieures à 150. Ce texte \
             indique 3 500 comme maximum, le contrat actuel 4 096.",
            "Le regole di un pool NAT in ingresso hanno un intervallo più stretto di quelle di una rete virtuale: Batch riserva a sé le priorità inferiori a 150. Questo testo \
             indica 3 500 come massimo, il contratto attuale 4 096.",
        ),
        remedy: words(
            "Give each rule a priority of its own from 150 to 3 500.",
            "Donnez à chaque règle une priorité propre entre 150 et 3 500.",
            "Assegnare a ogni regola una propria priorità da 150 a 3 500.",
        ),
        sources: &[
            pages::CONTRACT.says(
                "Priorities from 150 to 4 096.",
                "Priorités de 150 à 4 096.",
                "Priorità da 150 a 4 096.",
            ),
            DOCS_42798.says(
                "The text of the error, with 3 500.",
                "Le texte de l’erreur, avec 3 500.",
                "Il testo dell’errore, con 3 500.",
            ),
        ],
        fields: &[path::NAT_POOLS],
        rules: Related::AtField,
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER23",
        codes: &[],
        signs: &[Sign::Says(&["inbound_nat_pool could not be none"])],
        title: words(
            "NAT pools under a name of another surface",
            "Des pools NAT sous le nom d’une autre interface",
            "Pool NAT con il nome di un’altra interfaccia",
        ),
        means: words(
            "The same setting has another name in each surface; under a wrong one it is refused or silently ignored.",
            "Le même réglage porte un autre nom dans chaque interface ; sous un mauvais nom, il est refusé ou ignoré \
             sans avertissement.",
            "La stessa impostazione ha un nome diverso in ogni interfaccia; con un nome sbagliato viene rifiutata o ignorata in silenzio.",
        ),
        remedy: words(
            "Write `endpointConfiguration.inboundNatPools` for ARM, and `inboundNATPools` for the Batch service.",
            "Écrivez `endpointConfiguration.inboundNatPools` pour ARM, et `inboundNATPools` pour le service Batch.",
            "Scrivere `endpointConfiguration.inboundNatPools` per ARM, e `inboundNATPools` per il servizio Batch.",
        ),
        sources: &[
            pages::CONTRACT.says(
                "The name in the management contract.",
                "Le nom dans le contrat de gestion.",
                "Il nome nel contratto di gestione.",
            ),
            CLI_EXTENSIONS_46.says(
                "The text, and the names that were tried.",
                "Le texte, et les noms qui ont été essayés.",
                "Il testo, e i nomi che sono stati provati.",
            ),
        ],
        fields: &[path::NAT_POOLS],
        rules: Related::These(&["AB0011", "AB0015"]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER38",
        codes: &["CertificateRetired"],
        signs: &[Sign::Code],
        title: words(
            "Certificates of the Batch account are retired",
            "Les certificats du compte Batch sont retirés",
            "I certificati dell’account Batch sono stati ritirati",
        ),
        means: words(
            "Since 29 February 2024 calls that name certificates of the account fail with 400, and api-version 2025-06-01 no longer has the property.",
            "Depuis le 29 février 2024, les appels qui désignent des certificats du compte échouent avec le code 400, \
             et l’api-version 2025-06-01 n’a plus cette propriété.",
            "Dal 29 febbraio 2024 le chiamate che indicano certificati dell’account non riescono e danno 400, e l’api-version 2025-06-01 non ha più la proprietà.",
        ),
        remedy: words(
            "Keep certificates in Azure Key Vault, and bring them to the nodes with the Key Vault extension and a user-assigned identity.",
            "Conservez les certificats dans Azure Key Vault, et installez-les sur les nœuds avec l’extension Key Vault et une identité affectée par l’utilisateur.",
            "Conservare i certificati in Azure Key Vault, e portarli nei nodi con l’estensione Key Vault e un’identità assegnata dall’utente.",
        ),
        sources: &[CERTIFICATES.says(
            "The retirement, and the way to Key Vault.",
            "Le retrait, et le passage à Key Vault.",
            "Il ritiro, e il passaggio a Key Vault.",
        )],
        fields: &["/pool/properties/certificates"],
        rules: Related::These(&["AB0012"]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER39",
        codes: &["AzureDiskEncryptionNotSupportedOnVMSize"],
        signs: &[Sign::Code],
        title: words(
            "This VM size cannot encrypt the temporary disk",
            "Cette taille de machine virtuelle ne peut pas chiffrer le disque temporaire",
            "Queste dimensioni della macchina virtuale non possono crittografare il disco temporaneo",
        ),
        means: words(
            "Without encryption at host Batch uses Azure Disk Encryption, which Basic sizes, the A series, versions 6 and later, and machines with less than 2 GB of \
             memory do not support.",
            "Sans chiffrement sur l’hôte, Batch utilise Azure Disk Encryption, que ne prennent pas en charge les \
             tailles de base, la série A, les versions 6 et suivantes, ni les machines de moins de 2 Go de mémoire.",
            "Senza crittografia nell’host Batch usa Crittografia dischi di Azure, che le dimensioni Basic, la serie A, \
             le versioni 6 e successive e le macchine con meno di 2 GB di memoria non supportano.",
        ),
        remedy: words(
            "Do not switch encryption at host off, or take another size.",
            "Ne désactivez pas le chiffrement sur l’hôte, ou prenez une autre taille.",
            "Non disattivare la crittografia nell’host, o scegliere altre dimensioni.",
        ),
        sources: &[DISK_ENCRYPTION.says(
            "Names the code, and the sizes that are excluded.",
            "Nomme le code, et les tailles exclues.",
            "Indica il codice, e le dimensioni escluse.",
        )],
        fields: &[ENCRYPTION, path::VM_SIZE],
        rules: Related::AtField,
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER40",
        codes: &["InvalidApplicationPackageReferences"],
        signs: &[Sign::Code],
        title: words(
            "An application package cannot be found",
            "Un package d’application est introuvable",
            "Impossibile trovare un pacchetto dell’applicazione",
        ),
        means: words(
            "The pool names an application without a version, and the application has no default version; or it names one that the account does not \
             have. The service answers 409.",
            "Le pool désigne une application sans version, et l’application n’a pas de version par défaut ; ou il en désigne une que le compte n’a pas. \
             Le service répond 409.",
            "Il pool indica un’applicazione senza versione, e l’applicazione non ha una versione predefinita; oppure ne indica una che l’account non ha. \
             Il servizio risponde 409.",
        ),
        remedy: words(
            "Name a version, or set a default version of the application.",
            "Nommez une version, ou définissez une version par défaut de l’application.",
            "Indicare una versione, o impostare una versione predefinita dell’applicazione.",
        ),
        sources: &[pages::CONTRACT.says(
            "Without a default version the request fails with this code and 409.",
            "Sans version par défaut, la requête échoue avec ce code et 409.",
            "Senza versione predefinita la richiesta non riesce, con questo codice e 409.",
        )],
        fields: &["/pool/properties/applicationPackages"],
        rules: Related::AtField,
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER41",
        codes: &["PoolQuotaReached"],
        signs: &[Sign::Code],
        title: words(
            "The account has as many pools as it may have",
            "Le compte a autant de pools qu’il peut en avoir",
            "L’account ha tanti pool quanti può averne",
        ),
        means: words(
            "The quota of pools of the account is used up; empty pools count, too.",
            "Le quota de pools du compte est épuisé ; les pools vides comptent aussi.",
            "La quota di pool dell’account è esaurita; contano anche i pool vuoti.",
        ),
        remedy: words(
            "Delete pools that are not needed, or ask for a larger quota.",
            "Supprimez les pools inutiles, ou demandez un quota plus élevé.",
            "Eliminare i pool non necessari, o richiedere una quota maggiore.",
        ),
        sources: &[
            LISTED,
            pages::QUOTAS.says(
                "The quota of pools, and how to raise it.",
                "Le quota de pools, et comment l’augmenter.",
                "La quota di pool, e come aumentarla.",
            ),
        ],
        fields: &[path::QUOTA_POOLS],
        rules: Related::These(&["AB0224"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER43",
        codes: &["InvalidPropertyValue"],
        signs: &[
            Sign::Code,
            Sign::Usual(&["value provided for one of the properties in the request body is invalid"]),
        ],
        title: words(
            "A value in the request is invalid",
            "Une valeur de la requête n’est pas valide",
            "Un valore della richiesta non è valido",
        ),
        means: words(
            "The sentence is the same for every property. The details say which one it is and why: `PropertyName` or `PropertyPath`, and `Reason`.",
            "La phrase est la même pour toute propriété. Les détails indiquent laquelle et pourquoi : `PropertyName` \
             ou `PropertyPath`, et `Reason`.",
            "La frase è la stessa per ogni proprietà. I dettagli dicono di quale si tratta e perché: `PropertyName` o `PropertyPath`, e `Reason`.",
        ),
        remedy: words(
            "Read the details, in the raw answer if the client hides them, and correct that value.",
            "Lisez les détails, dans la réponse brute si le client les masque, et corrigez cette valeur.",
            "Leggere i dettagli, nella risposta originale se il client li nasconde, e correggere quel valore.",
        ),
        sources: &[LISTED],
        fields: &[],
        rules: Related::These(&[]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER44",
        codes: &["InvalidPropertyValue"],
        signs: &[Sign::CodeSays(&["subnetId"])],
        title: words(
            "The subnet is refused",
            "Le sous-réseau est refusé",
            "La subnet viene rifiutata",
        ),
        means: words(
            "A pool without public IP addresses needs a subnet whose network policies for private endpoints are switched off. The subnet must also be in the account’s \
             subscription and region.",
            "Un pool sans adresses IP publiques exige un sous-réseau dont les stratégies réseau des points de terminaison privés sont désactivées. Le sous-réseau doit aussi être dans \
             l’abonnement et la région du compte.",
            "Un pool senza indirizzi IP pubblici richiede una subnet con i criteri di rete per gli endpoint privati disattivati. La subnet deve inoltre trovarsi nella sottoscrizione \
             e nell’area dell’account.",
        ),
        remedy: words(
            "Read `Reason`, switch these policies off on the subnet, and check its id.",
            "Lisez `Reason`, désactivez ces stratégies sur le sous-réseau, et vérifiez son ID.",
            "Leggere `Reason`, disattivare questi criteri nella subnet, e verificarne l’ID.",
        ),
        sources: &[
            NO_PUBLIC_ADDRESS.says(
                "What the subnet of such a pool must be like.",
                "Ce que doit être le sous-réseau d’un tel pool.",
                "Come deve essere la subnet di un tale pool.",
            ),
            DOCS_95888.says(
                "The same code on the subnet, and the policies that caused it.",
                "Le même code sur le sous-réseau, et les stratégies en cause.",
                "Lo stesso codice per la subnet, e i criteri che lo causavano.",
            ),
        ],
        fields: &[path::SUBNET, path::PUBLIC_IPS],
        rules: Related::AtField,
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER49",
        codes: &["InvalidRequestBody"],
        signs: &[Sign::Code, Sign::Usual(&["Could not find member", "on object of type"])],
        title: words(
            "The body of the request does not fit the contract",
            "Le corps de la requête ne correspond pas au contrat",
            "Il corpo della richiesta non corrisponde al contratto",
        ),
        means: words(
            "A member is unknown in this api-version, stands in the wrong place or has a value of the wrong type. `Reason` names it.",
            "Un membre est inconnu dans cette api-version, se trouve au mauvais endroit ou a une valeur du mauvais type. `Reason` le nomme.",
            "Un membro è sconosciuto in questa api-version, è nel posto sbagliato o ha un valore del tipo sbagliato. `Reason` lo indica.",
        ),
        remedy: words(
            "Correct the name or the place, or use the api-version that has the member.",
            "Corrigez le nom ou la place, ou utilisez l’api-version qui possède ce membre.",
            "Correggere il nome o il posto, o usare l’api-version che ha il membro.",
        ),
        sources: &[
            LISTED,
            pages::CONTRACT_FOLDER.says(
                "The contract of each api-version.",
                "Le contrat de chaque api-version.",
                "Il contratto di ogni api-version.",
            ),
        ],
        fields: &[path::API_VERSION],
        rules: Related::These(&["AB0011", "AB0012", "AB0013", "AB0014", "AB0015", "AB0018", "AB0019"]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER50",
        codes: &["PropertyCannotBeUpdated"],
        signs: &[Sign::Code],
        title: words(
            "The pool exists, and this property can no longer be changed",
            "Le pool existe, et cette propriété ne peut plus être modifiée",
            "Il pool esiste, e questa proprietà non può più essere modificata",
        ),
        means: words(
            "Most properties are fixed when the pool is created, or change only while it is empty. The details name the property.",
            "La plupart des propriétés sont fixées à la création du pool, ou ne changent que s’il est vide. Les détails nomment la propriété.",
            "La maggior parte delle proprietà si fissa alla creazione del pool, o cambia solo quando è vuoto. I dettagli indicano la proprietà.",
        ),
        remedy: words(
            "Create a pool under another name with the new value, and delete the old one when it is no longer needed.",
            "Créez un pool sous un autre nom avec la nouvelle valeur, et supprimez l’ancien quand il ne sert plus.",
            "Creare un pool con un altro nome e il nuovo valore, ed eliminare il vecchio quando non serve più.",
        ),
        sources: &[
            LISTED,
            pages::DATA_PLANE.says(
                "Names the properties that change only while the pool is empty.",
                "Nomme les propriétés qui ne changent que si le pool est vide.",
                "Indica le proprietà che cambiano solo quando il pool è vuoto.",
            ),
        ],
        fields: &[path::POOL_NAME],
        rules: Related::These(&["AB0403"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER54",
        codes: &["RequestEntityTooLarge"],
        signs: &[Sign::Code],
        title: words(
            "The list of resource files is too long",
            "La liste des fichiers de ressources est trop longue",
            "L’elenco dei file di risorse è troppo lungo",
        ),
        means: words(
            "The resource files of the start task may take up only so much of a request; the figure is not published.",
            "Les fichiers de ressources de la tâche de démarrage ne peuvent occuper qu’une partie limitée d’une requête ; le chiffre n’est pas publié.",
            "I file di risorse dell’attività di avvio possono occupare solo una parte limitata di una richiesta; la cifra non è pubblicata.",
        ),
        remedy: words(
            "Name a storage container, an archive or an application package instead of single files.",
            "Désignez un conteneur de stockage, une archive ou un package d’application au lieu de fichiers isolés.",
            "Indicare un contenitore di archiviazione, un archivio o un pacchetto dell’applicazione invece di singoli file.",
        ),
        sources: &[pages::CONTRACT.says(
            "The list has a maximum size; beyond it the request fails with this code.",
            "La liste a une taille maximale ; au-delà, la requête échoue avec ce code.",
            "L’elenco ha una dimensione massima; se la supera, la richiesta non riesce, con questo codice.",
        )],
        fields: &["/pool/properties/startTask/resourceFiles"],
        rules: Related::AtField,
        foresight: Foresight::After,
    },
];
