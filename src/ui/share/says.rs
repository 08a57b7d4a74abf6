//! The words of links on the page.

use crate::words::{Noun, Words, words};

macro_rules! labels {
    ($($name:ident = $en:literal, $fr:literal, $it:literal;)*) => { $( pub static $name: Words = words($en, $fr, $it); )* };
}

labels! {
    TITLE = "Share this plan", "Partager ce plan", "Condividi questo piano";
    NOTE = "The whole plan is in the address itself: nothing is sent anywhere. Whoever has the link can read it.",
        "Le plan entier est contenu dans l’adresse elle-même : rien n’est envoyé où que ce soit. Toute personne disposant du lien peut le lire.",
        "L’intero piano è contenuto nell’indirizzo stesso: nulla viene inviato. Chiunque abbia il collegamento può leggerlo.";
    LINK = "Link", "Lien", "Collegamento";
    COPY_LINK = "Copy the link", "Copier le lien", "Copia il collegamento";
    LINK_COPIED = "Link copied.", "Lien copié.", "Collegamento copiato.";
    WITH_NAMES = "With the names of subscription, tenant, resource group and account",
        "Avec les noms de l’abonnement, du locataire, du groupe de ressources et du compte",
        "Con i nomi di sottoscrizione, tenant, gruppo di risorse e account";
    WITH_NAMES_NOTE = "Without them, stand-ins take their place, such as a GUID of zeros with a number: the same name has the same stand-in everywhere. Everything else the plan names is in the link: networks, images, storage accounts, variables.",
        "Sans eux, des substituts prennent leur place : un GUID de zéros numéroté pour chaque abonnement ou locataire, le même partout. Tout ce que le plan nomme par ailleurs figure dans le lien : réseaux, images, comptes de stockage, variables.",
        "Altrimenti, al loro posto figurano dei sostituti: un GUID di zeri numerato per ogni sottoscrizione o tenant, lo stesso ovunque. Il collegamento contiene tutto il resto che il piano indica: reti, immagini, account di archiviazione, variabili.";
    SECRETS = "Never in a link", "Jamais dans un lien", "Mai in un collegamento";
    SECRETS_NONE = "The planner knows of no secret in this plan.",
        "Le planificateur n’a repéré aucun secret dans ce plan.",
        "Al pianificatore non risultano segreti in questo piano.";
    COMMENTS = "Comments are not in the link: they are in the file.",
        "Les commentaires ne figurent pas dans le lien, mais dans le fichier.",
        "Il collegamento non contiene i commenti: sono nel file.";
    NAMES_OUT = "Names left out or replaced: {0}", "Noms omis ou remplacés à {0}", "Nomi omessi o sostituiti: {0}";
    DOWNLOAD_PLAN = "Download the plan", "Télécharger le plan", "Scarica il piano";
    FILE_NOTE = "The file is the text as it stands here: with comments, names and secrets.",
        "Le fichier reprend le texte tel quel, avec commentaires, noms et secrets.",
        "Il file contiene il testo così com’è qui, con commenti, nomi e segreti.";
    CLOSE = "Close", "Fermer", "Chiudi";
    UNREADABLE = "The text cannot be read as a plan, so there is no link. The file has it as it stands.",
        "Le texte ne peut pas être lu comme un plan : il n’y a donc pas de lien. Le fichier le contient tel quel.",
        "Il testo non è leggibile come piano, quindi non c’è alcun collegamento. Il file lo contiene così com’è.";
    NO_MEANS = "This browser cannot compress the plan for a link. The file can be sent instead.",
        "Ce navigateur ne peut pas compresser le plan pour en faire un lien. Vous pouvez envoyer le fichier à la place.",
        "Questo browser non può comprimere il piano per inserirlo in un collegamento. In alternativa è possibile inviare il file.";
    ASK = "Open the plan of the link?", "Ouvrir le plan du lien ?", "Aprire il piano del collegamento?";
    HOLDS = "The link holds the plan {0}.", "Le lien contient le plan {0}.", "Il collegamento contiene il piano {0}.";
    HOLDS_UNNAMED = "The link holds a plan without a name.", "Le lien contient un plan sans nom.", "Il collegamento contiene un piano senza nome.";
    IS_KEPT = "You have a draft of your own here. If you open the link, your draft is set aside and you can bring it back.",
        "Vous avez déjà un brouillon ici. Si vous ouvrez le lien, ce brouillon sera mis de côté et vous pourrez le reprendre.",
        "Qui è già presente una bozza. Se si apre il collegamento, la bozza viene messa da parte e potrà essere ripristinata.";
    OPEN_IT = "Open the link", "Ouvrir le lien", "Apri il collegamento";
    COMPARE_THEM = "Compare it with mine", "Comparer au mien", "Confronta con il mio";
    KEEP_MINE = "Keep my draft", "Conserver mon brouillon", "Mantieni la mia bozza";
    OPENED = "Opened from a link", "Plan ouvert à partir d’un lien", "Aperto da un collegamento";
    SAME = "The link holds the plan that is here already", "Le lien contient le plan déjà présent ici", "Il collegamento contiene il piano già presente qui";
    CANNOT_OPEN = "The link cannot be opened", "Impossible d’ouvrir le lien", "Impossibile aprire il collegamento";
    AS_IT_WAS = "Your draft is as it was.", "Votre brouillon reste inchangé.", "La bozza è rimasta com’era.";
    SET_ASIDE = "A link was opened. Your draft from before is set aside.",
        "Un lien a été ouvert. Votre brouillon précédent a été mis de côté.",
        "È stato aperto un collegamento. La bozza precedente è stata messa da parte.";
    BRING_BACK = "Bring back my draft", "Reprendre mon brouillon", "Ripristina la mia bozza";
    BROUGHT_BACK = "Your draft is back", "Brouillon repris", "Bozza ripristinata";
    DISCARD = "Delete the earlier draft", "Supprimer l’ancien brouillon", "Elimina la bozza precedente";
    DISCARDED = "Earlier draft deleted", "Ancien brouillon supprimé", "Bozza precedente eliminata";
}

/// Places in a plan.
pub static PLACES: Noun = Noun {
    one: words("place", "endroit", "punto"),
    many: words("places", "endroits", "punti"),
};
