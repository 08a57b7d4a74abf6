//! Where the pages that were read do not agree with each other.

use super::limits::{
    BACKEND_PORTS, GALLERY_SOONER_IDLE, GALLERY_SOONER_STEADY, MANAGED_MAX_DEDICATED, MANAGED_MAX_DEDICATED_QUOTA_PAGE,
    NODES_PER_IP, NODES_PER_IP_OLD, NODES_PER_RESOURCES, NODES_PER_RESOURCES_OLD, NSG_PRIORITY, NSG_PRIORITY_OLD,
    REMOTE_PORTS,
};
use super::size_support::{REFERENCE, TABLE_OF_2021};
use super::{Citation, pages, quotas};
use crate::words::{Words, words};

/// Statements that do not go together.
#[derive(Debug)]
pub struct Disagreement {
    /// The statements.
    pub sides: &'static [Citation],
    /// What they differ in.
    pub says: Words,
}

/// A third-party image as the base of a managed image.
pub static THIRD_PARTY_BASE: [Citation; 3] = [
    pages::CUSTOM_IMAGES.says(
        "The base must be a first-party image; a third-party image with extra licence and purchase terms cannot be \
         one for a managed image, but can for a gallery image.",
        "La base doit être une image propriétaire ; une image tierce soumise à des conditions de licence et d’achat \
         ne peut pas servir de base à une image managée, mais peut servir de base à une image de galerie.",
        "La base deve essere un’immagine first-party; un’immagine di terze parti con condizioni di licenza e di \
         acquisto non può fare da base a un’immagine gestita, ma può farlo per un’immagine della raccolta.",
    ),
    pages::CUSTOM_IMAGES_FR.says(
        "The French page: such a third-party image cannot be used as a base.",
        "La page française : une telle image tierce ne peut pas servir de base.",
        "La pagina francese: una tale immagine di terze parti non può fare da base.",
    ),
    pages::CUSTOM_IMAGES_IT.says(
        "The Italian page: such a third-party image can be used as a base, right below the line that allows \
         first-party images only.",
        "La page italienne : une telle image tierce peut servir de base, juste sous la ligne qui n’admet que des \
         images propriétaires.",
        "La pagina italiana: una tale immagine di terze parti può fare da base, subito sotto la riga che ammette solo \
         immagini first-party.",
    ),
];

/// A gallery image in another subscription than the account.
pub static GALLERY_SUBSCRIPTION: [Citation; 3] = [
        pages::GALLERY_IMAGES.says(
            "The image may be in another subscription if the provider `Microsoft.Batch` is registered there (prerequisites).",
            "L’image peut se trouver dans un autre abonnement si le fournisseur `Microsoft.Batch` y est inscrit \
             (prérequis).",
            "L’immagine può trovarsi in un’altra sottoscrizione se vi è registrato il provider `Microsoft.Batch` \
             (prerequisiti).",
        ),
        pages::GALLERY_MIGRATION.says(
            "Images of another subscription of the same tenant can be used (questions and answers).",
            "Les images d’un autre abonnement du même locataire sont utilisables (questions et réponses).",
            "Le immagini di un’altra sottoscrizione dello stesso tenant sono utilizzabili (domande e risposte).",
        ),
        pages::DATA_PLANE.says(
            "The image must be in the same subscription as the Batch account (`virtualMachineImageId`).",
            "L’image doit se trouver dans le même abonnement que le compte Batch (`virtualMachineImageId`).",
            "L’immagine deve trovarsi nella stessa sottoscrizione dell’account Batch (`virtualMachineImageId`).",
        ),
];

/// Whether the limits of a managed image count over all pools that share it.
pub static SHARED_IMAGE: [Citation; 3] = [
    pages::CUSTOM_IMAGES.says(
        "The nodes of all pools that share an image, or images from one snapshot, count together (size limits).",
        "Les nœuds de tous les pools qui partagent une image, ou des images d’un même instantané, s’additionnent \
             (limites de taille).",
        "I nodi di tutti i pool che condividono un’immagine, o immagini di uno stesso snapshot, si sommano (limiti di \
             dimensioni).",
    ),
    pages::CUSTOM_IMAGES_FR.says(
        "The French page has the plural as well: the nodes “in the pools”.",
        "La page française emploie aussi le pluriel : les nœuds « dans les pools ».",
        "Anche la pagina francese usa il plurale: i nodi «nei pool».",
    ),
    pages::CUSTOM_IMAGES_IT.says(
        "The Italian page, a machine translation, has the singular: the nodes “in the pool”.",
        "La page italienne, traduite automatiquement, emploie le singulier : les nœuds « dans le pool ».",
        "La pagina italiana, tradotta automaticamente, usa il singolare: i nodi «nel pool».",
    ),
];

/// Snapshots as the source of a managed image.
pub static FROM_SNAPSHOTS: [Citation; 3] = [
    pages::CUSTOM_IMAGES.says(
        "The image should be made from snapshots; of three ways, only this one is advised for pools that scale.",
        "L’image devrait être créée à partir d’instantanés ; des trois façons, seule celle-ci est conseillée pour les \
         pools à mettre à l’échelle.",
        "L’immagine dovrebbe essere creata da snapshot; dei tre modi, solo questo è consigliato per i pool da scalare.",
    ),
    pages::CUSTOM_IMAGES_FR.says(
        "The French prerequisites say that the image must be made from snapshots.",
        "Les prérequis français disent que l’image doit être créée à partir d’instantanés.",
        "I prerequisiti francesi dicono che l’immagine deve essere creata da snapshot.",
    ),
    pages::CUSTOM_IMAGES_IT.says(
        "The Italian prerequisites call it advisable to make the image from snapshots.",
        "Les prérequis italiens conseillent de créer l’image à partir d’instantanés.",
        "I prerequisiti italiani dicono che è consigliabile creare l’immagine da snapshot.",
    ),
];

/// Where a resource file may go.
pub static FILE_PATHS: [Citation; 2] = [
    pages::CONTRACT.says(
        "The path of a resource file is relative and cannot leave the task’s working directory, for example by `..`.",
        "Le chemin d’un fichier de ressources est relatif et ne peut pas sortir du répertoire de travail de la tâche, par \
         exemple avec `..`.",
        "Il percorso di un file di risorse è relativo e non può uscire dalla directory di lavoro dell’attività, ad esempio \
         con `..`.",
    ),
    pages::CONTRACT_FOLDER.says(
        "The official examples fetch a file to an absolute path, `c:\\temp\\gohere`.",
        "Les exemples officiels téléchargent un fichier vers un chemin absolu, `c:\\temp\\gohere`.",
        "Gli esempi ufficiali scaricano un file in un percorso assoluto, `c:\\temp\\gohere`.",
    ),
];

/// What the id of an application looks like.
pub static APPLICATION_IDS: [Citation; 2] = [
    pages::CONTRACT.says(
        "The id is that of an application package inside the pool’s Batch account, of its default version or a certain one.",
        "L’ID est celui d’un package d’application du compte Batch du pool, dans sa version par défaut ou une version \
         précise.",
        "L’ID è quello di un pacchetto dell’applicazione dell’account Batch del pool, nella versione predefinita o in una \
         precisa.",
    ),
    pages::CONTRACT_FOLDER.says(
        "The official examples put `/pools/testpool` between the account and the application.",
        "Les exemples officiels insèrent `/pools/testpool` entre le compte et l’application.",
        "Gli esempi ufficiali inseriscono `/pools/testpool` tra l’account e l’applicazione.",
    ),
];

/// What Windows nodes mount besides Azure file shares.
pub static MOUNTS_ON_WINDOWS: [Citation; 2] = [
    pages::FILE_MOUNTS.says(
        "The support matrix has only Azure file shares for Windows: no blob containers, no NFS, no CIFS.",
        "Le tableau de prise en charge n’a pour Windows que les partages Azure Files : ni conteneurs d’objets blob, ni NFS, \
         ni CIFS.",
        "La tabella del supporto ha per Windows solo le condivisioni file di Azure: né contenitori BLOB, né NFS, né CIFS.",
    ),
    pages::CONTRACT.says(
        "The mount options of NFS and CIFS are `net use` options on Windows.",
        "Les options de montage NFS et CIFS sont, sous Windows, celles de `net use`.",
        "Le opzioni di montaggio NFS e CIFS sono, in Windows, quelle di `net use`.",
    ),
];

/// The caching of a data disk that states none.
pub static CACHING_DEFAULT: [Citation; 2] = [
    pages::CONTRACT.says(
        "The default of `dataDisks[].caching` is none.",
        "Par défaut, `dataDisks[].caching` ne prévoit aucun cache.",
        "Il valore predefinito di `dataDisks[].caching` è nessuna cache.",
    ),
    pages::DATA_PLANE.says(
        "The default caching of a data disk is read-write.",
        "Le cache par défaut d’un disque de données est en lecture-écriture.",
        "La cache predefinita di un disco dati è in lettura e scrittura.",
    ),
];

/// Which disks may be encrypted on which operating system.
pub static ENCRYPTION_TARGETS_BY_OS: [Citation; 3] = [
    pages::CONTRACT.says(
        "On Linux only `TemporaryDisk` is supported; on Windows `OsDisk` and `TemporaryDisk` must be specified; \
         without targets no disk is encrypted.",
        "Sous Linux, seul `TemporaryDisk` est pris en charge ; sous Windows, `OsDisk` et `TemporaryDisk` doivent être \
         indiqués ; sans cible, aucun disque n’est chiffré.",
        "Su Linux è supportato solo `TemporaryDisk`; su Windows si devono indicare `OsDisk` e `TemporaryDisk`; senza \
         destinazioni nessun disco viene crittografato.",
    ),
    pages::DISK_ENCRYPTION.says(
        "The portal offers each disk alone or both; the samples encrypt both disks of Ubuntu nodes.",
        "Le portail propose chaque disque seul ou les deux ; les exemples chiffrent les deux disques de nœuds Ubuntu.",
        "Il portale offre ciascun disco da solo o entrambi; gli esempi crittografano entrambi i dischi di nodi \
         Ubuntu.",
    ),
    pages::CONTRACT_FOLDER.says(
        "The official example with a key of one’s own encrypts only `OsDisk` on Windows.",
        "L’exemple officiel avec une clé gérée par le client ne chiffre que `OsDisk` sous Windows.",
        "L’esempio ufficiale con una chiave propria crittografa solo `OsDisk` su Windows.",
    ),
];

/// Disk encryption of Linux nodes from a custom image.
pub static LINUX_CUSTOM_ENCRYPTION: [Citation; 2] = [
    pages::CONTRACT.says(
        "Disk encryption is not supported on Linux pools made from a virtual machine image or a gallery image.",
        "Le chiffrement des disques n’est pas pris en charge pour les pools Linux issus d’une image de machine \
         virtuelle ou de galerie.",
        "La crittografia dei dischi non è supportata per pool Linux creati da un’immagine di macchina virtuale o della \
         raccolta.",
    ),
    pages::DISK_ENCRYPTION.says(
        "With a Linux custom image disk encryption is possible only on a size that supports encryption at host.",
        "Avec une image personnalisée Linux, le chiffrement des disques n’est possible que sur une taille qui prend \
         en charge le chiffrement sur l’hôte.",
        "Con un’immagine personalizzata Linux la crittografia dei dischi è possibile solo con dimensioni che \
         supportano la crittografia nell’host.",
    ),
];

/// What simplified communication needs.
pub const SIMPLIFIED_RULES: Citation = pages::SIMPLIFIED.says(
    "Simplified communication needs no inbound port, and outbound TCP 443 to `BatchNodeManagement.region`.",
    "La communication simplifiée n’exige aucun port entrant, mais exige le port TCP 443 en sortie vers \
     `BatchNodeManagement.region`.",
    "La comunicazione semplificata non richiede porte in ingresso, ma solo la porta TCP 443 in uscita verso \
     `BatchNodeManagement.region`.",
);

/// What the contract still asks of a subnet with a network security group.
pub const CLASSIC_RULES: Citation = pages::CONTRACT.says(
    "The text of `subnetId` still asks for the inbound ports 29876 and 29877, and outbound 443 to Azure Storage.",
    "Le texte de `subnetId` demande encore les ports entrants 29876 et 29877, et le port 443 en sortie vers Stockage \
     Azure.",
    "Il testo di `subnetId` chiede ancora le porte in ingresso 29876 e 29877, e la 443 in uscita verso Archiviazione di \
     Azure.",
);

/// What the page on one’s own public IP addresses asks for, two lines apart.
pub const AS_MANY_IPS_AS_NODES: Citation = pages::OWN_PUBLIC_IPS.says(
    "As many addresses as dedicated and Spot nodes together are asked for; right below, one address for each 100 nodes.",
    "Il faudrait autant d’adresses que de nœuds dédiés et Spot réunis ; juste en dessous, une adresse pour 100 nœuds.",
    "Si chiedono tanti indirizzi quanti sono i nodi dedicati e Spot insieme; subito sotto, un indirizzo ogni 100 nodi.",
);

/// Every disagreement a rule rests on.
pub static DISAGREEMENTS: &[Disagreement] = &[
    Disagreement {
        sides: &[MANAGED_MAX_DEDICATED.from, MANAGED_MAX_DEDICATED_QUOTA_PAGE.from],
        says: words(
            "Two pages give different numbers of dedicated nodes for a managed image.",
            "Deux pages donnent des nombres de nœuds dédiés différents pour une image managée.",
            "Due pagine indicano numeri diversi di nodi dedicati per un’immagine gestita.",
        ),
    },
    Disagreement {
        sides: &THIRD_PARTY_BASE,
        says: words(
            "The Italian page allows a third-party base image, the English and French ones do not.",
            "La page italienne admet une image de base tierce, les pages anglaise et française non.",
            "La pagina italiana ammette un’immagine di base di terze parti, quelle inglese e francese no.",
        ),
    },
    Disagreement {
        sides: &GALLERY_SUBSCRIPTION,
        says: words(
            "Two pages allow another subscription for a gallery image, the data-plane reference does not.",
            "Deux pages admettent un autre abonnement pour une image de galerie, la référence du plan de données non.",
            "Due pagine ammettono un’altra sottoscrizione per un’immagine della raccolta, il riferimento del piano \
             dati no.",
        ),
    },
    Disagreement {
        sides: &SHARED_IMAGE,
        says: words(
            "The Italian page counts the nodes of one pool, the English and French ones those of all pools on the image.",
            "La page italienne compte les nœuds d’un seul pool, les pages anglaise et française ceux de tous les pools de \
             l’image.",
            "La pagina italiana conta i nodi di un solo pool, quelle inglese e francese i nodi di tutti i pool \
             dell’immagine.",
        ),
    },
    Disagreement {
        sides: &FROM_SNAPSHOTS,
        says: words(
            "Snapshots are required by the French page, recommended by the English one and advisable in the Italian one.",
            "Les instantanés sont exigés par la page française, recommandés par l’anglaise et conseillés par l’italienne.",
            "Gli snapshot sono richiesti dalla pagina francese, raccomandati da quella inglese e consigliati da quella \
             italiana.",
        ),
    },
    Disagreement {
        sides: &[REFERENCE, TABLE_OF_2021],
        says: words(
            "The reference text excludes sizes that the table of 2021 lists as supported.",
            "Le texte de référence exclut des tailles que le tableau de 2021 donne comme prises en charge.",
            "Il testo di riferimento esclude dimensioni che la tabella del 2021 riporta come supportate.",
        ),
    },
    Disagreement {
        sides: &[GALLERY_SOONER_STEADY.from, GALLERY_SOONER_IDLE.from],
        says: words(
            "The English page gives upper bounds, the Italian one fixed figures.",
            "La page anglaise donne des maximums, l’italienne des chiffres fermes.",
            "La pagina inglese indica valori massimi, quella italiana cifre fisse.",
        ),
    },
    Disagreement {
        sides: &FILE_PATHS,
        says: words(
            "The contract asks for a relative path, the official examples have an absolute one.",
            "Le contrat demande un chemin relatif, les exemples officiels en ont un absolu.",
            "Il contratto chiede un percorso relativo, gli esempi ufficiali ne hanno uno assoluto.",
        ),
    },
    Disagreement {
        sides: &APPLICATION_IDS,
        says: words(
            "By the contract applications belong to the account, in the official examples to a pool.",
            "Selon le contrat, les applications appartiennent au compte, dans les exemples officiels à un pool.",
            "Secondo il contratto le applicazioni appartengono all’account, negli esempi ufficiali a un pool.",
        ),
    },
    Disagreement {
        sides: &MOUNTS_ON_WINDOWS,
        says: words(
            "The page on mounts excludes NFS and CIFS on Windows, the contract describes their options there.",
            "La page sur les montages exclut NFS et CIFS sous Windows, le contrat y décrit leurs options.",
            "La pagina sui montaggi esclude NFS e CIFS in Windows, il contratto ne descrive lì le opzioni.",
        ),
    },
    Disagreement {
        sides: &CACHING_DEFAULT,
        says: words(
            "Two reference texts give different defaults for the caching of data disks.",
            "Deux textes de référence donnent des valeurs par défaut différentes pour le cache des disques de \
             données.",
            "Due testi di riferimento danno valori predefiniti diversi per la cache dei dischi dati.",
        ),
    },
    Disagreement {
        sides: &ENCRYPTION_TARGETS_BY_OS,
        says: words(
            "The reference text ties the disks to encrypt to the operating system, the page and an example do not.",
            "Le texte de référence lie les disques à chiffrer au système d’exploitation, la page et un exemple non.",
            "Il testo di riferimento lega i dischi da crittografare al sistema operativo, la pagina e un esempio no.",
        ),
    },
    Disagreement {
        sides: &LINUX_CUSTOM_ENCRYPTION,
        says: words(
            "The reference text excludes disk encryption of Linux custom images, the newer page allows it at host.",
            "Le texte de référence exclut le chiffrement des disques avec une image personnalisée Linux, la page plus \
             récente l’admet sur l’hôte.",
            "Il testo di riferimento esclude la crittografia dei dischi con immagini personalizzate Linux, la pagina \
             più recente la ammette nell’host.",
        ),
    },
    Disagreement {
        sides: &[quotas::DEFAULTS, quotas::DEFAULTS_FROM_NONE],
        says: words(
            "One copy of the table of default quotas begins at 10 cores, another at 0.",
            "Une copie du tableau des quotas par défaut part de 10 cœurs, une autre de 0.",
            "Una copia della tabella delle quote predefinite parte da 10 core, un’altra da 0.",
        ),
    },
    Disagreement {
        sides: &[NODES_PER_RESOURCES.from, NODES_PER_RESOURCES_OLD.from],
        says: words(
            "The page on quotas counted network resources for each 50 nodes until 2020, for each 100 since.",
            "La page des quotas comptait les ressources réseau par 50 nœuds jusqu’en 2020, par 100 depuis.",
            "La pagina delle quote contava le risorse di rete ogni 50 nodi fino al 2020, ogni 100 da allora.",
        ),
    },
    Disagreement {
        sides: &[NODES_PER_IP.from, NODES_PER_IP_OLD.from],
        says: words(
            "An address serves 50 dedicated or 20 Spot nodes by the texts before 2020-09-01, 100 of either by those since.",
            "Une adresse sert 50 nœuds dédiés ou 20 nœuds Spot selon les textes antérieurs à 2020-09-01, 100 des uns ou \
             des autres selon les suivants.",
            "Un indirizzo serve 50 nodi dedicati o 20 nodi Spot secondo i testi anteriori a 2020-09-01, 100 degli uni o \
             degli altri secondo i successivi.",
        ),
    },
    Disagreement {
        sides: &[NODES_PER_IP.from, AS_MANY_IPS_AS_NODES],
        says: words(
            "The page on one’s own addresses asks in one line for as many addresses as nodes; the contract, for one each \
             100.",
            "La page sur les adresses spécifiées demande dans une ligne autant d’adresses que de nœuds ; le contrat, une \
             pour 100.",
            "La pagina sugli indirizzi forniti dall’utente chiede in una riga tanti indirizzi quanti sono i nodi; il \
             contratto, uno ogni 100.",
        ),
    },
    Disagreement {
        sides: &[BACKEND_PORTS.from, REMOTE_PORTS.from],
        says: words(
            "The ports of SSH and RDP are reserved in the texts before 2025-06-01, and free in that of 2025-06-01.",
            "Les ports de SSH et RDP sont réservés dans les textes antérieurs à 2025-06-01, et libres dans celui de \
             2025-06-01.",
            "Le porte di SSH e RDP sono riservate nei testi anteriori a 2025-06-01, e libere in quello di 2025-06-01.",
        ),
    },
    Disagreement {
        sides: &[NSG_PRIORITY.from, NSG_PRIORITY_OLD.from],
        says: words(
            "Priorities end at 3500 in the texts until 2019-08-01, at 4096 in the later ones.",
            "Les priorités s’arrêtent à 3500 dans les textes jusqu’à 2019-08-01, à 4096 dans les suivants.",
            "Le priorità finiscono a 3500 nei testi fino a 2019-08-01, a 4096 nei successivi.",
        ),
    },
    Disagreement {
        sides: &[SIMPLIFIED_RULES, CLASSIC_RULES],
        says: words(
            "The contract still asks for inbound ports that simplified communication does not need.",
            "Le contrat demande encore des ports entrants dont la communication simplifiée n’a pas besoin.",
            "Il contratto chiede ancora porte in ingresso di cui la comunicazione semplificata non ha bisogno.",
        ),
    },
];
