//! What the published contract and the rules of JSON say about a request, in our words.

use super::{Citation, pages};

/// The members of a pool.
pub static MEMBERS: Citation = pages::CONTRACT.says(
    "The models list every member of a pool, with the api-versions that have it.",
    "Les modèles énumèrent tous les membres d’un pool, avec les api-versions qui les contiennent.",
    "I modelli elencano tutti i membri di un pool, con le api-version che li contengono.",
);

/// The types of the members.
pub static TYPES: Citation = pages::CONTRACT.says(
    "Each member has one type: text, 32-bit whole number, truth value, list or object.",
    "Chaque membre a un seul type : texte, entier de 32 bits, valeur booléenne, liste ou objet.",
    "Ogni membro ha un solo tipo: testo, intero a 32 bit, valore booleano, elenco o oggetto.",
);

/// Enumerations.
pub static VALUES: Citation = pages::CONTRACT.says(
    "Enumerations list their values, each with its exact letter case.",
    "Les énumérations donnent la liste de leurs valeurs, chacune avec sa casse exacte.",
    "Le enumerazioni elencano i propri valori, ciascuno con maiuscole e minuscole esatte.",
);

/// Required members.
pub static REQUIRED: Citation = pages::CONTRACT.says(
    "A member without the mark of an optional one must be there whenever its object is.",
    "Un membre qui n’est pas marqué comme facultatif doit être présent dès que son objet l’est.",
    "Un membro non contrassegnato come facoltativo deve esserci ogni volta che c’è il suo oggetto.",
);

/// What a create needs.
pub static CREATE: Citation = pages::POOL_CREATE.says(
    "The request puts a whole pool: its size, its deployment configuration and its scale stand under `properties`.",
    "La requête transmet un pool entier : sa taille, sa configuration de déploiement et sa mise à l’échelle figurent \
     sous `properties`.",
    "La richiesta trasmette un pool intero: le dimensioni, la configurazione di distribuzione e la scalabilità sono \
     sotto `properties`.",
);

/// What the address of the request says.
pub static ADDRESS: Citation = pages::POOL_CREATE.says(
    "The address of the request names subscription, resource group, account, pool and api-version; the body holds only the pool.",
    "L’adresse de la requête nomme l’abonnement, le groupe de ressources, le compte, le pool et l’api-version ; le corps ne contient que le pool.",
    "L’indirizzo della richiesta indica sottoscrizione, gruppo di risorse, account, pool e api-version; il corpo contiene soltanto il pool.",
);

/// Read-only members.
pub static READ_ONLY: Citation = pages::CONTRACT.says(
    "Some members are marked as readable only: the service gives them in its answers.",
    "Certains membres sont marqués en lecture seule : le service les donne dans ses réponses.",
    "Alcuni membri sono contrassegnati come di sola lettura: il servizio li fornisce nelle risposte.",
);

/// Ranges.
pub static NUMBERS: Citation = pages::CONTRACT.says(
    "Numbers of a pool are 32-bit whole numbers; some have a smallest and a largest value.",
    "Les nombres d’un pool sont des entiers de 32 bits ; certains ont une valeur minimale et une valeur maximale.",
    "I numeri di un pool sono interi a 32 bit; alcuni hanno un valore minimo e uno massimo.",
);

/// The type of the resource.
pub static RESOURCE: Citation = pages::CONTRACT_POOLS.says(
    "A pool is a resource of the type `Microsoft.Batch/batchAccounts/pools`.",
    "Un pool est une ressource du type `Microsoft.Batch/batchAccounts/pools`.",
    "Un pool è una risorsa del tipo `Microsoft.Batch/batchAccounts/pools`.",
);

/// The grammar of JSON.
pub static GRAMMAR: Citation = pages::JSON.says(
    "JSON has one grammar, and texts that systems exchange are UTF-8.",
    "JSON a une seule grammaire, et les textes échangés entre systèmes sont en UTF-8.",
    "JSON ha una sola grammatica e i testi scambiati fra sistemi sono in UTF-8.",
);

/// Duplicate names.
pub static NAMES_ONCE: Citation = pages::JSON.says(
    "Names within an object should be unique; many readers keep only the last of duplicates, others refuse them.",
    "Les noms d’un objet devraient être uniques ; beaucoup de lecteurs ne gardent que le dernier des doublons, d’autres les refusent.",
    "I nomi in un oggetto dovrebbero essere unici; molti lettori conservano solo l’ultimo dei duplicati, altri li rifiutano.",
);

/// Sizes of texts.
pub static TEXT_SIZE: Citation = pages::JSON.says(
    "A reader of JSON may limit the size of the texts it accepts.",
    "Un lecteur de JSON peut limiter la taille des textes qu’il accepte.",
    "Un lettore JSON può limitare le dimensioni dei testi che accetta.",
);

/// The library of old.
pub static LEGACY_CLIENT: Citation = pages::DOTNET_BATCH.says(
    "`Microsoft.Azure.Batch` is deprecated and gets critical fixes only; `Azure.Compute.Batch`, generally available since April 2026, takes its place.",
    "`Microsoft.Azure.Batch` est dépréciée et ne reçoit que des correctifs critiques ; `Azure.Compute.Batch`, en \
     disponibilité générale depuis avril 2026, la remplace.",
    "`Microsoft.Azure.Batch` è deprecata e riceve solo correzioni critiche; la sostituisce `Azure.Compute.Batch`, in disponibilità generale da aprile 2026.",
);
