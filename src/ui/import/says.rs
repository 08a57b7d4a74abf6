//! The words of what is found in a text before it is taken as a plan.

use crate::words::{Words, words};

macro_rules! labels {
    ($($name:ident = $en:literal, $fr:literal, $it:literal;)*) => { $( pub static $name: Words = words($en, $fr, $it); )* };
}

labels! {
    FOUND = "{0}: {1}", "{0} : {1}", "{0}: {1}";
    PUT_BODY = "Body of a request", "Corps de requête", "Corpo di una richiesta";
    RESOURCE = "ARM resource", "Ressource ARM", "Risorsa di ARM";
    HTTP_REQUEST = "Request", "Requête", "Richiesta";
    CSHARP = "C# code", "Code C#", "Codice C#";
    TEMPLATE = "ARM template", "Modèle ARM", "Modello di ARM";
    BICEP = "Bicep file", "Fichier Bicep", "File Bicep";
    TERRAFORM = "Terraform file", "Fichier Terraform", "File Terraform";
    DATA_PLANE = "Pool as the Batch service writes it", "Pool au format du service Batch", "Pool come lo scrive il servizio Batch";
    CHOOSE = "Which pool?", "Quel pool ?", "Quale pool?";
    NUMBER = "Pool {0}", "Pool {0}", "Pool {0}";
    UNREADABLE = "cannot be read", "illisible", "non leggibile";
    MORE = "Pools that are not listed: {0}. `poolplan check` checks them all.",
        "Pools non affichés : {0}. `poolplan check` les vérifie tous.",
        "Pool non elencati: {0}. `poolplan check` li verifica tutti.";
    NOT_TAKEN = "Not taken over as it stands", "Éléments non repris tels quels", "Non importato così com’è";
    NOTES_MORE = "Not listed: {0}", "Non affichés : {0}", "Non elencati: {0}";
    MARKETPLACE = "Marketplace image", "image de la Place de marché", "immagine del Marketplace";
    GALLERY = "gallery image", "image de galerie", "immagine della raccolta";
    MANAGED = "managed image", "image managée", "immagine gestita";
    OTHER_IMAGE = "image", "image", "immagine";
    NO_IMAGE = "no image", "sans image", "senza immagine";
    NO_SIZE = "no VM size", "sans taille de machine virtuelle", "senza dimensioni della macchina virtuale";
    LONG = "A text this long is searched for pools only on request.",
        "Dans un texte aussi long, les pools ne sont recherchés qu’à la demande.",
        "In un testo così lungo i pool vengono cercati solo su richiesta.";
    LOOK = "Look for pools", "Rechercher les pools", "Cerca pool";
}
