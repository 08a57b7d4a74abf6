//! The image: which one, of which kind, for which nodes.

use super::pages::{
    AZURERM_23148, BICEP_462, DOCS_116656, EXPLORER_2189, MISSION_1192, NEXTFLOW_4550, SHIPYARD_53, TERRAFORM_36698,
    TES_43,
};
use super::{Foresight, KnownError, Related, Sign};
use crate::facts::pages;
use crate::model::path;
use crate::words::words;

pub(super) static ERRORS: &[KnownError] = &[
    KnownError {
        id: "ER06",
        codes: &["InvalidPropertyValue"],
        signs: &[Sign::BareCode, Sign::CodeSays(&["nodeAgentSkuId"]), Sign::CodeSays(&["node_agent_sku_id"])],
        title: words(
            "The node agent does not fit the image",
            "L’agent de nœud ne correspond pas à l’image",
            "L’agente del nodo non corrisponde all’immagine",
        ),
        means: words(
            "One of the values is refused without being named. Often it is the node agent, which must be made for the very operating \
             system and version of the image.",
            "L’une des valeurs est refusée sans être nommée. C’est souvent l’agent de nœud, qui doit être conçu pour le système \
             d’exploitation et la version exacts de l’image.",
            "Uno dei valori viene rifiutato senza essere indicato. Spesso è l’agente del nodo, che deve essere proprio \
             quello per il sistema operativo e la versione dell’immagine.",
        ),
        remedy: words(
            "Take image and agent as a pair from the list of supported images of your account.",
            "Prenez l’image et l’agent ensemble dans la liste des images prises en charge de votre compte.",
            "Scegliere immagine e agente in coppia dall’elenco delle immagini supportate del proprio account.",
        ),
        sources: &[
            pages::GALLERY_IMAGES.says(
                "The agent must fit the operating system of the image.",
                "L’agent doit correspondre au système d’exploitation de l’image.",
                "L’agente deve corrispondere al sistema operativo dell’immagine.",
            ),
            TERRAFORM_36698.says(
                "The same answer to an agent of Ubuntu 24.04 with an image of 20.04.",
                "La même réponse pour un agent Ubuntu 24.04 avec une image 20.04.",
                "La stessa risposta per un agente Ubuntu 24.04 con un’immagine 20.04.",
            ),
        ],
        fields: &[path::NODE_AGENT, path::IMAGE_REFERENCE],
        rules: Related::These(&["AB0135", "AB0136", "AB0145"]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER07",
        codes: &["InvalidPropertyValue"],
        signs: &[Sign::BareCode, Sign::CodeSays(&["vmSize"]), Sign::CodeSays(&["vm_size"])],
        title: words(
            "Batch does not offer this VM size in the region",
            "Batch ne propose pas cette taille de machine virtuelle dans la région",
            "Batch non offre queste dimensioni della macchina virtuale nell’area",
        ),
        means: words(
            "One of the values is refused without being named. It may be a VM size that Batch does not support in the account’s region, \
             even where virtual machines can have it.",
            "L’une des valeurs est refusée sans être nommée. Il peut s’agir d’une taille que Batch ne prend pas en \
             charge dans la région du compte, même si elle y existe pour des machines virtuelles.",
            "Uno dei valori viene rifiutato senza essere indicato. Possono essere dimensioni che Batch non supporta nell’area dell’account, \
             anche se le macchine virtuali possono averle.",
        ),
        remedy: words(
            "Choose a size from the list of supported virtual machine SKUs of that location.",
            "Choisissez une taille dans la liste des références SKU de machine virtuelle prises en charge à cet emplacement.",
            "Scegliere dimensioni dall’elenco degli SKU di macchina virtuale supportati in quell’area.",
        ),
        sources: &[
            pages::VM_SIZES.says(
                "How to list the sizes that Batch supports in a region.",
                "Comment lister les tailles que Batch prend en charge dans une région.",
                "Come elencare le dimensioni che Batch supporta in un’area.",
            ),
            SHIPYARD_53.says(
                "The same answer to a size that Batch did not offer.",
                "La même réponse pour une taille que Batch ne proposait pas.",
                "La stessa risposta per dimensioni che Batch non offriva.",
            ),
        ],
        fields: &[path::VM_SIZE],
        rules: Related::These(&["AB0409", "AB0410", "AB0415"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER08",
        codes: &["AllocationFailed", "BadRequest"],
        signs: &[
            Sign::Says(&["cannot boot Hypervisor Generation"]),
            Sign::Says(&["Hypervisor Generation of the Image matches the Hypervisor Generation of the selected VM Size"]),
        ],
        title: words(
            "Image and VM size are of different generations",
            "L’image et la taille de machine virtuelle sont de générations différentes",
            "Immagine e dimensioni della macchina virtuale sono di generazioni diverse",
        ),
        means: words(
            "The image was made for one hypervisor generation, and machines of this size start only the other. The pool exists, but not one node \
             can start.",
            "L’image est conçue pour une génération d’hyperviseur et les machines de cette taille ne prennent en \
             charge que l’autre. Le pool existe, mais aucun nœud ne peut démarrer.",
            "L’immagine è fatta per una generazione di hypervisor e le macchine di queste dimensioni avviano solo l’altra. Il pool esiste, ma nessun \
             nodo può avviarsi.",
        ),
        remedy: words(
            "Take a size that supports the image’s generation, or an image of the other generation.",
            "Prenez une taille qui prend en charge la génération de l’image, ou une image de l’autre génération.",
            "Scegliere dimensioni che supportino la generazione dell’immagine, o un’immagine dell’altra generazione.",
        ),
        sources: &[
            pages::GENERATION_2.says(
                "Which sizes start which generation.",
                "Quelles tailles prennent en charge quelle génération.",
                "Quali dimensioni avviano quale generazione.",
            ),
            TES_43.says(
                "The text of the error, as Batch hands it on.",
                "Le texte de l’erreur, tel que Batch le transmet.",
                "Il testo dell’errore, come lo trasmette Batch.",
            ),
        ],
        fields: &[path::VM_SIZE, path::IMAGE_GENERATION],
        rules: Related::These(&["AB0146"]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER09",
        codes: &[],
        signs: &[Sign::Hint(&["unusable", "Trusted Launch"]), Sign::Hint(&["unusable", "TrustedLaunch"])],
        title: words(
            "Nodes from an image of a Trusted Launch machine are unusable",
            "Les nœuds issus d’une machine à lancement fiable sont inutilisables",
            "I nodi da un’immagine di una macchina ad avvio attendibile sono inutilizzabili",
        ),
        means: words(
            "The image was captured from a machine with Trusted Launch, and the pool does not declare it. In 2023 Batch did not support such images at \
             all.",
            "L’image a été capturée depuis une machine à lancement fiable, et le pool ne le déclare pas. En 2023, Batch ne prenait pas du tout en charge \
             de telles images.",
            "L’immagine è stata acquisita da una macchina ad avvio attendibile, e il pool non lo dichiara. Nel 2023 \
             Batch non supportava affatto tali immagini.",
        ),
        remedy: words(
            "Make the image from a machine of security type Standard, or set `securityType` to `trustedLaunch` with a recent api-version.",
            "Créez l’image depuis une machine de type de sécurité Standard, ou définissez `securityType` sur `trustedLaunch` avec une api-version récente.",
            "Creare l’immagine da una macchina con tipo di sicurezza Standard, o impostare `securityType` su `trustedLaunch` con un’api-version recente.",
        ),
        sources: &[
            DOCS_116656.says(
                "Such an image made nodes unusable in 2023.",
                "Une telle image rendait les nœuds inutilisables en 2023.",
                "Una tale immagine rendeva i nodi inutilizzabili nel 2023.",
            ),
            pages::CONTRACT.says(
                "A pool can declare `trustedLaunch` as its security type.",
                "Un pool peut déclarer `trustedLaunch` comme type de sécurité.",
                "Un pool può dichiarare `trustedLaunch` come tipo di sicurezza.",
            ),
        ],
        fields: &[path::SECURITY_TYPE],
        rules: Related::These(&["AB0143"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER10",
        codes: &[],
        signs: &[Sign::Says(&["gallery image only supports creation of VMs and VM Scale Sets with TrustedLaunch security type"])],
        title: words(
            "The gallery image asks for Trusted Launch",
            "L’image de galerie exige le lancement fiable",
            "L’immagine della raccolta richiede l’avvio attendibile",
        ),
        means: words(
            "The image definition has the feature `SecurityType=TrustedLaunch`, so every machine made from it must have that security type.",
            "La définition d’image porte la fonctionnalité `SecurityType=TrustedLaunch` : toute machine qui en est issue doit avoir ce type de sécurité.",
            "La definizione dell’immagine ha la funzionalità `SecurityType=TrustedLaunch`: ogni macchina che ne deriva deve avere quel tipo di sicurezza.",
        ),
        remedy: words(
            "Set `securityType` to `trustedLaunch`, or publish the image under a definition with `TrustedLaunchSupported`.",
            "Définissez `securityType` sur `trustedLaunch`, ou publiez l’image sous une définition avec `TrustedLaunchSupported`.",
            "Impostare `securityType` su `trustedLaunch`, o pubblicare l’immagine in una definizione con `TrustedLaunchSupported`.",
        ),
        sources: &[
            AZURERM_23148.says(
                "The text of the error, with the feature of the definition.",
                "Le texte de l’erreur, avec la fonctionnalité de la définition.",
                "Il testo dell’errore, con la funzionalità della definizione.",
            ),
            pages::CONTRACT.says(
                "A pool can declare `trustedLaunch` as its security type.",
                "Un pool peut déclarer `trustedLaunch` comme type de sécurité.",
                "Un pool può dichiarare `trustedLaunch` come tipo di sicurezza.",
            ),
        ],
        fields: &[path::SECURITY_TYPE],
        rules: Related::AtField,
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER14",
        codes: &["VMMarketplaceInvalidInput"],
        signs: &[
            Sign::Code,
            Sign::Says(&["Allocation failed due to marketplace purchase eligibility"]),
            Sign::Says(&["requires Plan information in the request"]),
        ],
        title: words(
            "The base image has a purchase plan that the pool does not know",
            "L’image de base a un plan d’achat que le pool ne connaît pas",
            "L’immagine di base ha un piano di acquisto che il pool non conosce",
        ),
        means: words(
            "The image comes from a Marketplace image with a plan. The gallery definition does not carry the plan, or nobody accepted the publisher’s \
             terms.",
            "L’image provient d’une image de la Place de marché avec un plan. La définition de la galerie ne porte pas le plan, ou personne n’a accepté les conditions \
             de l’éditeur.",
            "L’immagine proviene da un’immagine del Marketplace con un piano. La definizione nella raccolta non riporta il piano, o nessuno ha accettato le condizioni \
             dell’editore.",
        ),
        remedy: words(
            "Put the plan on the image definition, and accept the terms in the subscription of the nodes (`Set-AzMarketplaceTerms`).",
            "Inscrivez le plan dans la définition d’image et acceptez les conditions dans l’abonnement des nœuds (`Set-AzMarketplaceTerms`).",
            "Riportare il piano nella definizione dell’immagine e accettare le condizioni nella sottoscrizione dei nodi (`Set-AzMarketplaceTerms`).",
        ),
        sources: &[
            pages::GALLERY_IMAGES.says(
                "Batch reads the plan from the image definition.",
                "Batch lit le plan dans la définition d’image.",
                "Batch legge il piano dalla definizione dell’immagine.",
            ),
            pages::BEST_PRACTICES.says(
                "In user subscription mode the terms must be accepted first, or the allocation fails.",
                "En mode abonnement utilisateur, les conditions doivent d’abord être acceptées, sinon l’allocation échoue.",
                "In modalità sottoscrizione utente le condizioni vanno prima accettate, altrimenti l’allocazione non riesce.",
            ),
            MISSION_1192.says(
                "The text of the machine layer below.",
                "Le texte de la couche de machines sous-jacente.",
                "Il testo del livello di macchine sottostante.",
            ),
        ],
        fields: &[path::IMAGE_PLAN, path::IMAGE_BASE],
        rules: Related::These(&["AB0127", "AB0128", "AB0129"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER15",
        codes: &["InvalidParameter"],
        signs: &[Sign::Says(&["list of Shared Image Gallery images referenced from the deployment template were not found"])],
        title: words(
            "The gallery image has no replica in this region",
            "L’image de galerie n’a pas de réplica dans cette région",
            "L’immagine della raccolta non ha repliche in quest’area",
        ),
        means: words(
            "The machine layer below Batch does not find the version in the account’s region: it was not replicated there, or every version is \
             excluded from `latest`.",
            "La couche de machines sous-jacente à Batch ne trouve pas la version dans la région du compte : elle n’y \
             est pas répliquée, ou toutes les versions sont exclues de `latest`.",
            "Il livello di macchine sottostante a Batch non trova la versione nell’area dell’account: non vi è stata \
             replicata, oppure tutte le versioni sono escluse da `latest`.",
        ),
        remedy: words(
            "Add the region to the target regions of the version, and name the version in the image id.",
            "Ajoutez la région aux régions cibles de la version, et nommez la version dans l’ID d’image.",
            "Aggiungere l’area alle aree di destinazione della versione, e indicare la versione nell’ID dell’immagine.",
        ),
        sources: &[
            pages::GALLERY_IMAGES.says(
                "The image needs a replica in the region of the account.",
                "L’image a besoin d’un réplica dans la région du compte.",
                "L’immagine deve avere una replica nell’area dell’account.",
            ),
            BICEP_462.says(
                "The text of the machine layer below.",
                "Le texte de la couche de machines sous-jacente.",
                "Il testo del livello di macchine sottostante.",
            ),
        ],
        fields: &[path::IMAGE_ID, path::IMAGE_REPLICAS, path::REGION],
        rules: Related::These(&["AB0104", "AB0108"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER16",
        codes: &[],
        signs: &[
            Sign::Hint(&["custom image", "list", "empty"]),
            Sign::Hint(&["custom images", "list", "empty"]),
            Sign::Hint(&["no custom images"]),
        ],
        title: words(
            "The list of custom images is empty",
            "La liste des images personnalisées est vide",
            "L’elenco delle immagini personalizzate è vuoto",
        ),
        means: words(
            "The tool lists what its API accepts, and newer APIs no longer accept managed images.",
            "L’outil liste ce que son API accepte, et les API récentes n’acceptent plus les images managées.",
            "Lo strumento elenca ciò che la sua API accetta, e le API recenti non accettano più immagini gestite.",
        ),
        remedy: words(
            "Publish the image to Azure Compute Gallery and take it from there.",
            "Publiez l’image dans Azure Compute Gallery et utilisez-la depuis la galerie.",
            "Pubblicare l’immagine in Azure Compute Gallery e usarla da lì.",
        ),
        sources: &[
            EXPLORER_2189.says(
                "The makers of the tool: newer APIs dropped managed images.",
                "Les auteurs de l’outil : les API récentes ont abandonné les images managées.",
                "Gli autori dello strumento: le API recenti hanno abbandonato le immagini gestite.",
            ),
            pages::GALLERY_MIGRATION.says(
                "How a managed image becomes a gallery image.",
                "Comment une image managée devient une image de galerie.",
                "Come un’immagine gestita diventa un’immagine della raccolta.",
            ),
        ],
        fields: &[path::IMAGE_ID],
        rules: Related::These(&["AB0101", "AB0102"]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER17",
        codes: &["InvalidPropertyValue"],
        signs: &[
            Sign::Says(&["must refer to a Shared Image Gallery image"]),
            Sign::Says(&["must be of the format subscriptions", "providers Microsoft Compute galleries"]),
        ],
        title: words(
            "A managed image where only gallery images are accepted",
            "Une image managée là où seules les images de galerie sont acceptées",
            "Un’immagine gestita dove sono accettate solo immagini della raccolta",
        ),
        means: words(
            "From api-version 2020-03-01 on the image id must be that of a gallery image; the id of a managed image is refused.",
            "À partir de l’api-version 2020-03-01, l’ID d’image doit être celui d’une image de galerie ; l’ID d’une image managée est refusé.",
            "Dall’api-version 2020-03-01 l’ID dell’immagine deve essere quello di un’immagine della raccolta; l’ID di un’immagine gestita viene rifiutato.",
        ),
        remedy: words(
            "Make a gallery version of it (`az sig image-version create --managed-image …`) and use its id.",
            "Créez-en une version de galerie (`az sig image-version create --managed-image …`) et utilisez son ID.",
            "Crearne una versione nella raccolta (`az sig image-version create --managed-image …`) e usarne l’ID.",
        ),
        sources: &[
            pages::CONTRACT_2020.says(
                "From this version on the reference text knows gallery images only.",
                "À partir de cette version, le texte de référence ne connaît que les images de galerie.",
                "Da questa versione il testo di riferimento conosce solo immagini della raccolta.",
            ),
            pages::GALLERY_MIGRATION.says(
                "How a managed image becomes a gallery image.",
                "Comment une image managée devient une image de galerie.",
                "Come un’immagine gestita diventa un’immagine della raccolta.",
            ),
        ],
        fields: &[path::IMAGE_ID, path::API_VERSION],
        rules: Related::These(&["AB0101", "AB0102", "AB0104"]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER33",
        codes: &["MissingPublisherPropertyInMarketPlacePlan"],
        signs: &[Sign::Code],
        title: words(
            "The purchase plan of the image has no publisher",
            "Le plan d’achat de l’image n’a pas d’éditeur",
            "Il piano di acquisto dell’immagine non ha un editore",
        ),
        means: words(
            "Batch reads the plan from the gallery image definition, and there the publisher is missing.",
            "Batch lit le plan dans la définition d’image de la galerie, et l’éditeur y manque.",
            "Batch legge il piano dalla definizione dell’immagine nella raccolta, e lì manca l’editore.",
        ),
        remedy: words(
            "Put publisher, product and name of the plan on the image definition.",
            "Inscrivez l’éditeur, le produit et le nom du plan dans la définition d’image.",
            "Riportare editore, prodotto e nome del piano nella definizione dell’immagine.",
        ),
        sources: &[
            super::resize::LISTED,
            pages::GALLERY_IMAGES.says(
                "Batch reads the plan from the image definition.",
                "Batch lit le plan dans la définition d’image.",
                "Batch legge il piano dalla definizione dell’immagine.",
            ),
        ],
        fields: &[path::IMAGE_PLAN],
        rules: Related::These(&["AB0128"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER45",
        codes: &["InvalidPropertyValue"],
        signs: &[Sign::Says(&[
            "is in a different subscription and cannot be used with the current Batch account in subscription",
        ])],
        title: words(
            "The image is in another subscription than the account",
            "L’image est dans un autre abonnement que le compte",
            "L’immagine è in una sottoscrizione diversa da quella dell’account",
        ),
        means: words(
            "Up to api-version 2019-08-01 the service answers so to a managed image of another subscription.",
            "Jusqu’à l’api-version 2019-08-01, le service répond ainsi à une image managée d’un autre abonnement.",
            "Fino all’api-version 2019-08-01 il servizio risponde così a un’immagine gestita di un’altra sottoscrizione.",
        ),
        remedy: words(
            "Use a gallery image: it may lie in another subscription of the same tenant, with `Microsoft.Batch` registered there.",
            "Utilisez une image de galerie : elle peut se trouver dans un autre abonnement du même locataire, où `Microsoft.Batch` est inscrit.",
            "Usare un’immagine della raccolta: può trovarsi in un’altra sottoscrizione dello stesso tenant, in cui `Microsoft.Batch` è registrato.",
        ),
        sources: &[
            pages::CUSTOM_IMAGES.says(
                "A managed image must be in the subscription and region of the account.",
                "Une image managée doit se trouver dans l’abonnement et la région du compte.",
                "Un’immagine gestita deve trovarsi nella sottoscrizione e nell’area dell’account.",
            ),
            pages::GALLERY_IMAGES.says(
                "A gallery image may be in another subscription of the same tenant.",
                "Une image de galerie peut se trouver dans un autre abonnement du même locataire.",
                "Un’immagine della raccolta può trovarsi in un’altra sottoscrizione dello stesso tenant.",
            ),
        ],
        fields: &[path::IMAGE_ID, path::SUBSCRIPTION],
        rules: Related::These(&["AB0107", "AB0109", "AB0110"]),
        foresight: Foresight::Plan,
    },
    KnownError {
        id: "ER46",
        codes: &["InvalidPropertyValue"],
        signs: &[Sign::Says(&["The specified imageReference with publisher", "is not supported"])],
        title: words(
            "Batch does not support this Marketplace image",
            "Batch ne prend pas en charge cette image de la Place de marché",
            "Batch non supporta questa immagine del Marketplace",
        ),
        means: words(
            "Publisher, offer and SKU name no image that Batch offers in this account: misspelt, retired, or never supported.",
            "L’éditeur, l’offre et la référence SKU ne désignent aucune image que Batch propose dans ce compte : mal écrite, retirée ou jamais prise en charge.",
            "Editore, offerta e SKU non indicano alcuna immagine che Batch offra in questo account: scritta male, ritirata o mai supportata.",
        ),
        remedy: words(
            "Take the image from the list of supported images, together with its node agent.",
            "Prenez l’image dans la liste des images prises en charge, avec son agent de nœud.",
            "Prendere l’immagine dall’elenco delle immagini supportate, insieme al suo agente del nodo.",
        ),
        sources: &[pages::VM_SIZES.says(
            "How to list the images that Batch supports.",
            "Comment lister les images que Batch prend en charge.",
            "Come elencare le immagini che Batch supporta.",
        )],
        fields: &[path::IMAGE_REFERENCE, path::NODE_AGENT],
        rules: Related::These(&["AB0136", "AB0145"]),
        foresight: Foresight::Reading,
    },
    KnownError {
        id: "ER53",
        codes: &[],
        signs: &[Sign::Says(&["image is nearing its end of life date"])],
        title: words(
            "The operating system of the image reaches its end of life",
            "Le système d’exploitation de l’image arrive en fin de vie",
            "Il sistema operativo dell’immagine raggiunge la fine del ciclo di vita",
        ),
        means: words(
            "Not an error yet: after the date named, calls that create or scale pools with the image may go on for up to 60 days, \
             and then stop.",
            "Pas encore une erreur : après la date indiquée, les appels qui créent ou redimensionnent des pools avec cette image peuvent fonctionner jusqu’à 60 jours, \
             puis cessent.",
            "Non è ancora un errore: dopo la data indicata, le chiamate che creano o ridimensionano pool con l’immagine possono funzionare per altri 60 giorni al massimo, \
             poi cessano.",
        ),
        remedy: words(
            "Make the image from a newer system, and create a new pool with the agent that belongs to it.",
            "Créez l’image à partir d’un système plus récent, et un nouveau pool avec l’agent correspondant.",
            "Creare l’immagine da un sistema più recente, e un nuovo pool con l’agente corrispondente.",
        ),
        sources: &[
            pages::NOTICE_MARINER.says(
                "The text, quoted by a user, with the 60 days.",
                "Le texte, cité par un utilisateur, avec les 60 jours.",
                "Il testo, citato da un utente, con i 60 giorni.",
            ),
            NEXTFLOW_4550.says(
                "The same text in another report.",
                "Le même texte dans un autre signalement.",
                "Lo stesso testo in un’altra segnalazione.",
            ),
        ],
        fields: &[path::NODE_AGENT, path::IMAGE_REFERENCE],
        rules: Related::These(&["AB0145"]),
        foresight: Foresight::Plan,
    },
];
