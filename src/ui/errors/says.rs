//! The words of the Errors room.

use crate::words::{Noun, Words, words};

macro_rules! labels {
    ($($name:ident = $en:literal, $fr:literal, $it:literal;)*) => { $( pub static $name: Words = words($en, $fr, $it); )* };
}

labels! {
    ERROR_TEXT = "Error text", "Texte de l’erreur", "Testo dell’errore";
    EXPLAINED = "Explained", "Explication", "Spiegazione";
    CLEAR = "Clear", "Effacer", "Cancella";
    LABEL = "What Azure, a tool or a log said", "Ce qu’ont dit Azure, un outil ou un journal", "Che cosa hanno detto Azure, uno strumento o un log";
    NOTE = "Any text, JSON error body or `resizeErrors`. It stays on this page: nothing is sent, nothing is kept.",
        "Un texte, un corps d’erreur JSON ou des `resizeErrors`. Il reste sur cette page : rien n’est envoyé, rien \
         n’est conservé.",
        "Un testo, un corpo di errore JSON o `resizeErrors`. Resta in questa pagina: nulla viene inviato, nulla viene conservato.";
    SHOW = "Show the explanation", "Afficher l’explication", "Mostra la spiegazione";
    KNOWN = "Known errors", "Erreurs connues", "Errori noti";
    SEARCH = "Search the known errors", "Chercher parmi les erreurs connues", "Cerca tra gli errori noti";
    SEARCH_HINT = "Code, words, field…", "Code, mots, champ…", "Codice, parole, campo…";
    NONE_FOUND = "No known error matches. Try another word.", "Aucune erreur connue ne correspond. Essayez un autre mot.", "Nessun errore noto corrisponde. Provare un’altra parola.";
    CHOOSE = "Paste an error, or choose a known one.", "Collez une erreur, ou choisissez-en une connue.", "Incollare un errore, o sceglierne uno noto.";
    NO_SUCH = "There is no error {0} in the dictionary.", "Le dictionnaire n’a pas d’erreur {0}.", "Nel dizionario non c’è un errore {0}.";
    NOT_KNOWN = "This error is not in the dictionary", "Cette erreur n’est pas dans le dictionnaire", "Questo errore non è nel dizionario";
    AS_READ = "What was read of it stands here. If it names a property, the field of this plan stands below.",
        "Voici ce qui en a été lu. Si elle nomme une propriété, le champ de ce plan figure ci-dessous.",
        "Ecco ciò che ne è stato letto. Se indica una proprietà, il campo di questo piano è riportato sotto.";
    CODE = "Code", "Code", "Codice";
    SENTENCE = "Text", "Texte", "Testo";
    FORESIGHT = "Could be seen before sending", "Visible avant l’envoi", "Visibile prima dell’invio";
    FROM_PLAN = "from the plan", "dès le plan", "dal piano";
    ONE_READING = "one reading", "une lecture", "una lettura";
    AFTERWARDS = "afterwards", "après coup", "a posteriori";
    CAUSES = "One of several possible causes", "Une cause possible parmi d’autres", "Una delle cause possibili";
    LIKELIER = "A possible cause, and this plan shows it", "Une cause possible, et ce plan la montre", "Una causa possibile, e questo piano la mostra";
    REMEDY = "What to do", "Que faire", "Che cosa fare";
    NOT_SET = "not set", "non défini", "non impostato";
    SET = "set", "défini", "impostato";
    RELATED = "Rules on the same cause", "Règles sur la même cause", "Regole sulla stessa causa";
}

/// Explanations of a text.
pub static EXPLANATIONS: Noun = Noun {
    one: words("explanation", "explication", "spiegazione"),
    many: words("explanations", "explications", "spiegazioni"),
};

/// Errors that are not in the dictionary.
pub static UNKNOWN_ERRORS: Noun = Noun {
    one: words("unknown error", "erreur inconnue", "errore sconosciuto"),
    many: words("unknown errors", "erreurs inconnues", "errori sconosciuti"),
};
