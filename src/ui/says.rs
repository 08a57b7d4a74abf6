//! The words of the page itself: labels, buttons, headings.

use crate::words::{Words, words};

macro_rules! says {
    ($($name:ident = $en:literal, $fr:literal, $it:literal;)*) => { $( pub static $name: Words = words($en, $fr, $it); )* };
}

says! {
    PLAN = "Plan", "Plan", "Piano";
    RULES = "Rules", "Règles", "Regole";
    ROOMS = "Rooms", "Rubriques", "Sezioni";
    MENU = "Menu", "Menu", "Menu";
    SKIP = "Skip to content", "Aller au contenu", "Vai al contenuto";
    DRAFT = "draft", "brouillon", "bozza";
    DRAFT_KEPT = "draft kept {0}", "brouillon conservé à {0}", "bozza salvata alle {0}";
    UNDO = "Undo", "Annuler", "Annulla";
    REDO = "Redo", "Rétablir", "Ripeti";
    LANGUAGE = "Language", "Langue", "Lingua";
    LANGUAGE_NOT_LOADED = "The language could not be loaded: is there a connection?",
        "Impossible de charger la langue : y a-t-il une connexion ?",
        "Impossibile caricare la lingua: la connessione è attiva?";
    SWITCH_THEME = "Switch theme", "Changer de thème", "Cambia tema";
    VERDICT_LINE = "The verdict in one line", "Le verdict en une ligne", "Il verdetto in una riga";
    DERIVED = "derived from the size’s name", "déduit du nom de la taille", "derivato dal nome delle dimensioni";
    AUTOSCALED = "scaled by formula", "échelle par formule", "scalabilità con formula";
    JUDGED = "judged for", "évalué au", "valutato al";
    JUDGED_FOR = "Day on which dated rules are judged", "Jour auquel les règles datées sont évaluées", "Giorno al quale si valutano le regole con data";
    TODAY = "Today", "Aujourd’hui", "Oggi";
    OF = "{0} of {1}", "{0} sur {1}", "{0} di {1}";
    PREVIOUS = "Previous finding (Shift F8)", "Constat précédent (Maj F8)", "Rilievo precedente (Maiusc F8)";
    NEXT = "Next finding (F8)", "Constat suivant (F8)", "Rilievo successivo (F8)";
    NONE_ERROR = "no errors", "aucune erreur", "nessun errore";
    NONE_WARNING = "no warnings", "aucun avertissement", "nessun avviso";
    NONE_ADVICE = "no advice", "aucun conseil", "nessun consiglio";
    VIEW = "View", "Vue", "Vista";
    PLAN_AS = "Plan as", "Plan sous forme de", "Piano come";
    VERDICT_AS = "Verdict as", "Verdict sous forme de", "Verdetto come";
    FORM = "Form", "Formulaire", "Modulo";
    TEXT = "Text", "Texte", "Testo";
    VERDICT = "Verdict", "Verdict", "Verdetto";
    FINDINGS = "Findings", "Constats", "Rilievi";
    REQUEST = "Request", "Requête", "Richiesta";
    CODE = "Code", "Code", "Codice";
    EXAMPLES = "Examples", "Exemples", "Esempi";
    PASTE = "Paste or open", "Coller ou ouvrir", "Incolla o apri";
    PASTE_TITLE = "Paste or open a pool", "Coller ou ouvrir un pool", "Incolla o apri un pool";
    PASTE_NOTE = "A plan, the body of an ARM PUT, an ARM resource or GET response, a request with its address, or C# of the articles.",
        "Un plan, le corps d’un PUT ARM, une ressource ou une réponse GET d’ARM, une requête avec son adresse, ou le C# des articles.",
        "Un piano, il corpo di una PUT ARM, una risorsa o una risposta GET di ARM, una richiesta con il suo indirizzo, o il C# degli articoli.";
    PASTE_TEXT = "Text of the pool", "Texte du pool", "Testo del pool";
    CHOOSE_FILE = "Choose a file", "Choisir un fichier", "Scegli un file";
    USE_IT = "Use it", "Utiliser", "Usa";
    CANCEL = "Cancel", "Annuler", "Annulla";
    TAKEN = "Taken in", "Repris", "Acquisito";
    TAKEN_BROKEN = "Taken in as it is: it cannot be read yet", "Repris tel quel : il est encore illisible", "Acquisito così com’è: non è ancora leggibile";
    FILE_UNREADABLE = "The file could not be read as text.", "Le fichier n’a pas pu être lu comme texte.", "Impossibile leggere il file come testo.";
    STARTED_FROM = "Started from {0}", "Point de départ : {0}", "Punto di partenza: {0}";
    LIMIT_HEAD = "documented limit", "limite documentée", "limite documentato";
    SECTIONS = "Sections of the plan", "Sections du plan", "Sezioni del piano";
    SOURCE = "source", "source", "fonte";
    SOURCES = "Sources", "Sources", "Fonti";
    SOURCES_DISAGREE = "sources disagree", "les sources se contredisent", "le fonti sono in disaccordo";
    READ_ON = "read {0}", "lu le {0}", "letto il {0}";
    PAGE_OF = "page of {0}", "page du {0}", "pagina del {0}";
    OPEN_RULE = "Open the rule", "Ouvrir la règle", "Apri la regola";
    SHOW_IN_FINDINGS = "{0}, show in findings", "{0}, afficher dans les constats", "{0}, mostra nei rilievi";
    GO_TO_FIELD = "Go to field", "Aller au champ", "Vai al campo";
    GO_TO_TEXT = "Go to text", "Aller au texte", "Vai al testo";
    SET_TO = "Fix: {0}", "Corriger : {0}", "Correggi: {0}";
    FIXED = "{0}: done", "{0} : fait", "{0}: fatto";
    LINE = "line {0}", "ligne {0}", "riga {0}";
    LINE_COLUMN = "line {0}, column {1}", "ligne {0}, colonne {1}", "riga {0}, colonna {1}";
    NO_FINDINGS = "Nothing to object to: every documented rule that this plan can show is kept.",
        "Rien à redire : toutes les règles documentées que ce plan peut montrer sont respectées.",
        "Nulla da obiettare: tutte le regole documentate che questo piano può mostrare sono rispettate.";
    ERROR_MEANS = "the service refuses it, or it cannot work", "le service le refuse, ou cela ne peut pas fonctionner", "il servizio lo rifiuta, o non può funzionare";
    WARNING_MEANS = "accepted, but documented to fail, cost or end", "accepté, mais documenté comme échouant, coûtant ou prenant fin", "accettato, ma documentato come soggetto a errori, costi o scadenza";
    ADVICE_MEANS = "recommended, or worth knowing", "recommandé, ou bon à savoir", "consigliato, o utile da sapere";
    ERROR = "Error", "Erreur", "Errore";
    WARNING = "Warning", "Avertissement", "Avviso";
    ADVICE = "Advice", "Conseil", "Consiglio";
    DOCUMENTED = "documented", "documenté", "documentato";
    CONTRACT = "contract", "contrat", "contratto";
    DERIVED_BASIS = "derived", "déduit", "derivato";
    ACCOUNT_BASIS = "the account knows", "le compte le sait", "lo sa l’account";
    BROKEN = "The text cannot be read to its end, so the form has nothing to show.",
        "Le texte ne peut pas être lu jusqu’au bout : le formulaire n’a rien à afficher.",
        "Il testo non può essere letto fino in fondo: il modulo non ha nulla da mostrare.";
    LARGE = "{0}: so long a text is checked when you ask.", "{0} : un texte si long est vérifié à la demande.", "{0}: un testo così lungo viene controllato su richiesta.";
    CHECK_NOW = "Check now", "Vérifier maintenant", "Controlla ora";
    NOT_A_PLAN = "This is not a plan document yet: a change in the form makes it one.",
        "Ce n’est pas encore un document de plan : une modification dans le formulaire en fera un.",
        "Non è ancora un documento di piano: una modifica nel modulo lo renderà tale.";
    MAKE_PLAN = "Make it a plan", "En faire un plan", "Rendilo un piano";
    MADE_PLAN = "Made a plan", "Plan créé", "Piano creato";
    PLAN_TEXT = "Text of the plan", "Texte du plan", "Testo del piano";
    FORM_OF_REQUEST = "Form of the request", "Forme de la requête", "Forma della richiesta";
    LIBRARY = "Library", "Bibliothèque", "Libreria";
    COPY = "Copy", "Copier", "Copia";
    COPIED = "{0}: copied", "{0} : copié", "{0}: copiato";
    NOT_COPIED = "The browser refused the clipboard: select the text and copy it.",
        "Le navigateur a refusé le presse-papiers : sélectionnez le texte et copiez-le.",
        "Il browser ha rifiutato gli Appunti: selezionare il testo e copiarlo.";
    DOWNLOAD = "Download", "Télécharger", "Scarica";
    WITH_ERRORS = "This belongs to a plan with {0}. The service would refuse it, or it cannot work.",
        "Ceci appartient à un plan avec {0}. Le service le refuserait, ou cela ne peut pas fonctionner.",
        "Appartiene a un piano con {0}. Il servizio lo rifiuterebbe, o non può funzionare.";
    SHOW_FINDINGS = "Show findings", "Afficher les constats", "Mostra i rilievi";
    METHOD = "Method and address", "Méthode et adresse", "Metodo e indirizzo";
    CREATES_ONLY = "creates only", "crée seulement", "solo creazione";
    HEADERS = "Headers", "En-têtes", "Intestazioni";
    NEVER_WRITTEN = "never written out", "jamais écrit en clair", "mai scritto in chiaro";
    REFUSES_OVERWRITE = "refuses to overwrite a pool", "refuse d’écraser un pool", "rifiuta di sovrascrivere un pool";
    BODY = "Body", "Corps", "Corpo";
    CHANGED_LINES = "{0}, {1} changed by the last edit", "{0}, {1} modifiées par la dernière action", "{0}, {1} modificate dall’ultima azione";
    LEFT_OUT = "Left out", "Laissé de côté", "Tralasciato";
    LEFT_OUT_PARTS = "`target`, `image` and `neighbours` are about the plan, and comments are for people: none of them is part of the request.",
        "`target`, `image` et `neighbours` concernent le plan, et les commentaires sont pour les personnes : rien de cela ne fait partie de la requête.",
        "`target`, `image` e `neighbours` riguardano il piano, e i commenti sono per le persone: nulla di ciò fa parte della richiesta.";
    NO_REQUEST = "The plan has no pool to make a request of.", "Le plan ne contient pas de pool dont faire une requête.", "Il piano non contiene un pool con cui creare una richiesta.";
    CATALOGUE = "Catalogue", "Catalogue", "Catalogo";
    RULES_COUNT = "{0} rules", "{0} règles", "{0} regole";
    SEARCH_RULE = "Search for a rule", "Chercher une règle", "Cerca una regola";
    SEARCH_HINT = "Rule, field, source, text…", "Règle, champ, source, texte…", "Regola, campo, fonte, testo…";
    FILTERS = "Filters", "Filtres", "Filtri";
    ERRORS = "Errors", "Erreurs", "Errori";
    WARNINGS = "Warnings", "Avertissements", "Avvisi";
    ADVICES = "Advice", "Conseils", "Consigli";
    ONLY_THIS_PLAN = "Only those of this plan", "Seulement celles de ce plan", "Solo quelle di questo piano";
    NO_RULE_FOUND = "No rule says that. Try another word.", "Aucune règle ne dit cela. Essayez un autre mot.", "Nessuna regola lo dice. Provare un’altra parola.";
    CLEAR_SEARCH = "Clear the search", "Effacer la recherche", "Cancella la ricerca";
    PREVIOUS_RULE = "Previous rule", "Règle précédente", "Regola precedente";
    NEXT_RULE = "Next rule", "Règle suivante", "Regola successiva";
    RULE = "Rule", "Règle", "Regola";
    SEVERITY = "Severity", "Gravité", "Gravità";
    BASIS = "Basis", "Fondement", "Fondamento";
    NAME = "Name", "Nom", "Nome";
    FIELDS = "Fields", "Champs", "Campi";
    SINCE = "api-versions", "api-version", "api-version";
    ALL_VERSIONS = "all", "toutes", "tutte";
    IN_THIS_PLAN = "In this plan", "Dans ce plan", "In questo piano";
    KEPT_HERE = "nothing to object to", "rien à redire", "nulla da obiettare";
    BROKEN_HERE = "{0}: show", "{0} : afficher", "{0}: mostra";
    WHY = "Why", "Pourquoi", "Perché";
    EXAMPLE = "Example", "Exemple", "Esempio";
    FAILING = "Reported", "Signalé", "Segnalato";
    PASSING = "Just within", "Tout juste conforme", "Appena conforme";
    OPEN_IN_PLAN = "Open in the plan", "Ouvrir dans le plan", "Apri nel piano";
    EXAMPLE_OPENED = "Example of {0} opened", "Exemple de {0} ouvert", "Esempio di {0} aperto";
    CHOOSE_RULE = "Choose a rule at the left.", "Choisissez une règle à gauche.", "Scegliere una regola a sinistra.";
    NO_SUCH_RULE = "There is no rule {0}.", "Il n’y a pas de règle {0}.", "Non esiste la regola {0}.";
    PERMANENT_LINK = "Permanent link", "Lien permanent", "Collegamento permanente";
    IT = "{0}", "{0}", "{0}";
}
