//! The words of the page itself: labels, buttons, headings.

use crate::words::{Words, words};

macro_rules! says {
    ($($name:ident = $en:literal, $fr:literal, $it:literal;)*) => { $( pub static $name: Words = words($en, $fr, $it); )* };
}

says! {
    PLAN = "Plan", "Plan", "Piano";
    COMPARE = "Compare", "Comparer", "Confronta";
    RULES = "Rules", "Règles", "Regole";
    ROOMS = "Pages", "Pages", "Pagine";
    MENU = "Menu", "Menu", "Menu";
    SKIP = "Skip to content", "Aller au contenu", "Vai al contenuto";
    DRAFT = "draft", "brouillon", "bozza";
    DRAFT_KEPT = "draft kept {0}", "brouillon conservé à {0}", "bozza salvata alle {0}";
    UNDO = "Undo", "Annuler", "Annulla";
    REDO = "Redo", "Rétablir", "Ripeti";
    SHARE = "Share", "Partager", "Condividi";
    LANGUAGE = "Language", "Langue", "Lingua";
    LANGUAGE_NOT_LOADED = "The language could not be loaded: is there a connection?",
        "Impossible de charger la langue : y a-t-il une connexion ?",
        "Impossibile caricare la lingua: la connessione è attiva?";
    UNREAD = "A part of the planner could not be loaded: is there a connection?",
        "Impossible de charger une partie du planificateur : y a-t-il une connexion ?",
        "Impossibile caricare una parte del pianificatore: la connessione è attiva?";
    UNCHECKED = "The text was not checked: the part of the planner that checks it could not be loaded.",
        "Le texte n’a pas été vérifié : impossible de charger la partie du planificateur qui le vérifie.",
        "Il testo non è stato verificato: non è stato possibile caricare la parte del pianificatore che lo verifica.";
    LOAD_AGAIN = "Load again", "Charger à nouveau", "Carica di nuovo";
    SWITCH_THEME = "Switch theme", "Changer de thème", "Cambia tema";
    VERDICT_LINE = "The verdict in one line", "Le verdict en une ligne", "Il verdetto in una riga";
    DERIVED = "derived from the size’s name", "déduit du nom de la taille", "derivato dal nome delle dimensioni";
    AUTOSCALED = "scaled by formula", "nœuds selon une formule", "scalabilità con formula";
    JUDGED = "judged for", "évalué au", "valutazione:";
    JUDGED_FOR = "Date used for rules that depend on a date", "Date retenue pour les règles liées à une date", "Data considerata per le regole legate a una data";
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
    REPORT = "Report", "Rapport", "Report";
    SUBMIT = "Submit", "Envoi", "Invio";
    EXAMPLES = "Examples", "Exemples", "Esempi";
    PASTE = "Paste or open", "Coller ou ouvrir", "Incolla o apri";
    PASTE_TITLE = "Paste or open a pool", "Coller ou ouvrir un pool", "Incolla o apri un pool";
    PASTE_NOTE = "A plan, the body of a PUT, an ARM resource or list, an ARM template, Bicep, Terraform, the JSON of `az batch pool`, requests, `curl` or `az rest` lines, C# code. It stays on this page.",
        "Un plan, le corps d’un PUT, une ressource ou une liste ARM, un modèle ARM, du Bicep, du Terraform, le JSON de `az batch pool`, des requêtes, des lignes `curl` ou `az rest`, du code C#. Le texte reste sur cette page.",
        "Un piano, il corpo di un PUT, una risorsa o un elenco di ARM, un modello di ARM, Bicep, Terraform, il JSON di `az batch pool`, richieste, righe `curl` o `az rest`, codice C#. Il testo resta in questa pagina.";
    SEVERAL_POOLS = "This text holds several pools, or none: a plan is one pool.",
        "Ce texte contient plusieurs pools, ou aucun : un plan correspond à un seul pool.",
        "Questo testo contiene più pool, o nessuno: un piano corrisponde a un solo pool.";
    CHOOSE_POOL = "Choose a pool…", "Choisir un pool…", "Scegli un pool…";
    PASTE_TEXT = "Text of the pool", "Texte du pool", "Testo del pool";
    CHOOSE_FILE = "Choose a file", "Choisir un fichier", "Scegli un file";
    USE_IT = "Use it", "Utiliser", "Usa";
    CANCEL = "Cancel", "Annuler", "Annulla";
    TAKEN = "Imported", "Importé", "Importato";
    TAKEN_BROKEN = "Imported as it is: it cannot be read yet", "Importé tel quel : il est encore illisible", "Importato così com’è: non è ancora leggibile";
    FILE_UNREADABLE = "The file could not be read as text.", "Impossible de lire le fichier comme du texte.", "Impossibile leggere il file come testo.";
    STARTED_FROM = "Started from {0}", "Point de départ : {0}", "Punto di partenza: {0}";
    LIMIT_HEAD = "documented limit", "limite documentée", "limite documentato";
    SECTIONS = "Sections of the plan", "Sections du plan", "Sezioni del piano";
    SOURCE = "source", "source", "fonte";
    SOURCES = "Sources", "Sources", "Fonti";
    SOURCES_DISAGREE = "sources disagree", "les sources se contredisent", "le fonti sono in disaccordo";
    READ_LIVE = "read {0}", "lu le {0}", "letto il {0}";
    READ_TODAY = "read {0}", "lu à {0}", "letto alle {0}";
    READ_ON = "read {0}", "consultée le {0}", "consultata il {0}";
    PAGE_OF = "page of {0}", "page datée du {0}", "pagina datata {0}";
    OPEN_RULE = "Open the rule", "Ouvrir la règle", "Apri la regola";
    SHOW_IN_FINDINGS = "{0}, show in findings", "{0}, afficher dans les constats", "{0}, mostra nei rilievi";
    GO_TO_FIELD = "Go to field", "Aller au champ", "Vai al campo";
    GO_TO_TEXT = "Go to text", "Aller au texte", "Vai al testo";
    SET_TO = "Fix: {0}", "Corriger : {0}", "Correggi: {0}";
    FIXED = "{0}: done", "{0} : fait", "{0}: fatto";
    LINE = "line {0}", "ligne {0}", "riga {0}";
    LINE_COLUMN = "line {0}, column {1}", "ligne {0}, colonne {1}", "riga {0}, colonna {1}";
    NO_FINDINGS = "Nothing to object to: the plan keeps every documented rule that can be checked on it.",
        "Rien à redire : toutes les règles documentées que ce plan permet de vérifier sont respectées.",
        "Nulla da obiettare: tutte le regole documentate verificabili in questo piano sono rispettate.";
    ERROR_MEANS = "the service refuses it, or it cannot work", "le service le refuse, ou cela ne peut pas fonctionner", "il servizio lo rifiuta, o non può funzionare";
    WARNING_MEANS = "accepted, but documented to fail, cost or end", "accepté, mais la documentation annonce un échec, un coût ou une fin de prise en charge", "accettato, ma la documentazione segnala errori, costi o la fine del supporto";
    ADVICE_MEANS = "recommended, or worth knowing", "recommandé, ou bon à savoir", "consigliato, o utile da sapere";
    ERROR = "Error", "Erreur", "Errore";
    WARNING = "Warning", "Avertissement", "Avviso";
    ADVICE = "Advice", "Conseil", "Consiglio";
    BROKEN = "The text cannot be read to its end, so the form has nothing to show.",
        "Le texte ne peut pas être lu jusqu’au bout : le formulaire n’a rien à afficher.",
        "Il testo non può essere letto fino in fondo: il modulo non ha nulla da mostrare.";
    LARGE = "{0}: a text this long is checked only on request.", "{0} : un texte aussi long n’est vérifié qu’à la demande.", "{0}: un testo così lungo viene verificato solo su richiesta.";
    LONG_READY = "{0} are ready. A text this long is not shown here.",
        "{0} sont prêts. Un texte aussi long n’est pas affiché ici.",
        "{0} pronti. Un testo così lungo non viene mostrato qui.";
    CHECKING = "The text is being checked.", "Le texte est en cours de vérification.", "Il testo è in corso di verifica.";
    LINES_SHOWN = "A long text, shown in parts: lines {0} to {1} of {2}.",
        "Un texte long, affiché par parties : lignes {0} à {1} sur {2}.",
        "Un testo lungo, mostrato in parti: righe da {0} a {1} di {2}.";
    EARLIER_LINES = "Earlier lines", "Lignes précédentes", "Righe precedenti";
    LATER_LINES = "Later lines", "Lignes suivantes", "Righe successive";
    CHECK_NOW = "Check now", "Vérifier maintenant", "Verifica ora";
    NOT_A_PLAN = "This is not a plan document yet: a change in the form makes it one.",
        "Ce n’est pas encore un document de plan : une modification dans le formulaire en fera un.",
        "Non è ancora un documento di piano: una modifica nel modulo lo trasformerà in piano.";
    MAKE_PLAN = "Make it a plan", "En faire un plan", "Trasforma in piano";
    MADE_PLAN = "Made a plan", "Plan créé", "Piano creato";
    PLAN_TEXT = "Text of the plan", "Texte du plan", "Testo del piano";
    FORM_OF_REQUEST = "Format of the request", "Format de la requête", "Formato della richiesta";
    LIBRARY = "Library", "Bibliothèque", "Libreria";
    OTHER_NAMES = "Same thing, other name", "Même chose, autre nom", "Stessa cosa, altro nome";
    COPY = "Copy", "Copier", "Copia";
    COPIED = "{0}: copied", "{0} : copié", "{0}: copiato";
    NOT_COPIED = "The browser refused the clipboard: select the text and copy it.",
        "Le navigateur a refusé le presse-papiers : sélectionnez le texte et copiez-le.",
        "Il browser ha rifiutato gli Appunti: selezionare il testo e copiarlo.";
    DOWNLOAD = "Download", "Télécharger", "Scarica";
    WITH_ERRORS = "This comes from a plan with {0}. The service would refuse it, or it cannot work.",
        "Ce contenu provient d’un plan comportant {0}. Le service le refuserait, ou cela ne peut pas fonctionner.",
        "Questo output proviene da un piano con {0}. Il servizio lo rifiuterebbe, o non può funzionare.";
    SHOW_FINDINGS = "Show findings", "Afficher les constats", "Mostra i rilievi";
    METHOD = "Method and address", "Méthode et adresse", "Metodo e indirizzo";
    CREATES_ONLY = "creates only", "création seulement", "solo creazione";
    HEADERS = "Headers", "En-têtes", "Intestazioni";
    NEVER_WRITTEN = "never written out", "jamais écrit en clair", "mai scritto in chiaro";
    REFUSES_OVERWRITE = "never overwrites a pool", "n’écrase jamais un pool", "non sovrascrive mai un pool";
    BODY = "Body", "Corps", "Corpo";
    CHANGED_LINES = "{0}, {1} changed by the last edit", "{0}, modifiées par la dernière action : {1}", "{0}, modificate dall’ultima azione: {1}";
    LEFT_OUT = "Left out", "Omis", "Omesso";
    LEFT_OUT_PARTS = "`target`, `image`, `neighbours` and `accepted` describe the plan, and comments are for readers: none of them is part of the request.",
        "`target`, `image`, `neighbours` et `accepted` concernent le plan, et les commentaires s’adressent aux lecteurs : rien de cela ne fait partie de la requête.",
        "`target`, `image`, `neighbours` e `accepted` riguardano il piano, e i commenti sono destinati a chi legge: nulla di ciò fa parte della richiesta.";
    NO_REQUEST = "The plan has no pool from which to make a request.", "Le plan ne contient aucun pool à partir duquel créer une requête.", "Il piano non contiene alcun pool da cui creare una richiesta.";
    CATALOGUE = "Catalogue", "Catalogue", "Catalogo";
    RULES_COUNT = "{0} rules", "{0} règles", "{0} regole";
    SEARCH_RULE = "Search for a rule", "Chercher une règle", "Cerca una regola";
    SEARCH_HINT = "Rule, field, source, text…", "Règle, champ, source, texte…", "Regola, campo, fonte, testo…";
    FILTERS = "Filters", "Filtres", "Filtri";
    ERRORS = "Errors", "Erreurs", "Errori";
    WARNINGS = "Warnings", "Avertissements", "Avvisi";
    ADVICES = "Advice", "Conseils", "Consigli";
    ONLY_THIS_PLAN = "Only those of this plan", "Seulement celles de ce plan", "Solo quelle di questo piano";
    NO_RULE_FOUND = "No rule matches. Try another word.", "Aucune règle ne correspond. Essayez un autre mot.", "Nessuna regola corrisponde. Provare un’altra parola.";
    CLEAR_SEARCH = "Clear the search", "Effacer la recherche", "Cancella la ricerca";
    PREVIOUS_RULE = "Previous rule", "Règle précédente", "Regola precedente";
    NEXT_RULE = "Next rule", "Règle suivante", "Regola successiva";
    RULE = "Rule", "Règle", "Regola";
    SEVERITY = "Severity", "Gravité", "Gravità";
    AREA = "Area", "Domaine", "Parte";
    EVERY_AREA = "All areas", "Tous les domaines", "Tutte le parti";
    EVERY_BASIS = "Any basis", "Tous les fondements", "Ogni fondamento";
    EVERY_VERSION = "Any api-version", "Toutes les api-versions", "Ogni api-version";
    BASIS = "Basis", "Fondement", "Fondamento";
    NAME = "Name", "Nom", "Nome";
    FIELDS = "Fields", "Champs", "Campi";
    SINCE = "api-versions", "api-version", "api-version";
    ALL_VERSIONS = "all", "toutes", "tutte";
    IN_THIS_PLAN = "In this plan", "Dans ce plan", "In questo piano";
    KEPT_HERE = "nothing to object to", "rien à redire", "nulla da obiettare";
    BROKEN_HERE = "{0}: show", "{0} : afficher", "{0}: mostra";
    WHY = "Why", "Pourquoi", "Perché";
    BOUNDARY = "Where the boundary is", "Où passe la limite", "Dove passa il limite";
    HOW_TO_FIX = "How to fix", "Comment corriger", "Come correggere";
    FAILING = "Reported", "Signalé", "Segnalato";
    PASSING = "Just within", "Tout juste conforme", "Appena entro i limiti";
    OPEN_IN_PLAN = "Open in the plan", "Ouvrir dans le plan", "Apri nel piano";
    EXAMPLE_OPENED = "Example of {0} opened", "Exemple de {0} ouvert", "Esempio di {0} aperto";
    CHOOSE_RULE = "Choose a rule on the left.", "Choisissez une règle à gauche.", "Scegliere una regola a sinistra.";
    NO_SUCH_RULE = "There is no rule {0}.", "Il n’y a pas de règle {0}.", "Non esiste la regola {0}.";
    PERMANENT_LINK = "Permanent link", "Lien permanent", "Collegamento permanente";
    ACCEPT = "Accept…", "Accepter…", "Accetta…";
    MARK_SEEN = "Mark as seen…", "Marquer comme vu…", "Segna come visto…";
    REASON = "Reason", "Motif", "Motivo";
    REASON_NEEDED = "Say why: whoever reads the plan later must be able to understand it.",
        "Indiquez pourquoi : qui lira le plan plus tard doit pouvoir le comprendre.",
        "Indicare il perché: chi leggerà il piano in seguito deve poterlo capire.";
    ACCEPT_IT = "Accept", "Accepter", "Accetta";
    MARK_IT = "Mark as seen", "Marquer comme vu", "Segna come visto";
    ACCEPTED = "Accepted: {0}", "Accepté : {0}", "Accettato: {0}";
    SEEN = "Seen: {0}", "Vu : {0}", "Visto: {0}";
    WITHDRAW = "No longer accept", "Ne plus accepter", "Non accettare più";
    UNMARK = "Remove the mark", "Retirer la marque", "Rimuovi il segno";
    WITHDRAWN = "No longer accepted: {0}", "N’est plus accepté : {0}", "Non più accettato: {0}";
    UNMARKED = "Mark removed: {0}", "Marque retirée : {0}", "Segno rimosso: {0}";
    ACCEPTED_MEANS = "decided by somebody, and not counted", "décidé par quelqu’un, et non compté", "deciso da qualcuno e non contato";
    APPLY_FIXES = "Apply {0}…", "Appliquer {0}…", "Applica {0}…";
    FIXES_TITLE = "Safe fixes", "Corrections sûres", "Correzioni sicure";
    FIXES_NOTE = "What was plainly meant is written as the service takes it. What somebody must decide stays as it is: numbers of nodes, names, versions, whatever has more than one answer.",
        "Ce qui était manifestement voulu est écrit comme le service l’accepte. Ce que quelqu’un doit décider reste tel quel : nombres de nœuds, noms, versions, tout ce qui admet plusieurs réponses.",
        "Ciò che era chiaramente inteso viene scritto nella forma accettata dal servizio. Ciò che qualcuno deve decidere resta com’è: numeri di nodi, nomi, versioni, tutto ciò che ammette più risposte.";
    FIXES_NONE = "Tried, but the plan would be no better: nothing is changed.",
        "Essayé, mais le plan n’en serait pas meilleur : rien n’est modifié.",
        "Provato, ma il piano non sarebbe migliore: non cambia nulla.";
    FIXES_LEFT = "Left for you to decide: {0}", "À vous de décider : {0}", "Da decidere: {0}";
    FIXES_CHANGES = "Changes in the text", "Modifications du texte", "Modifiche al testo";
    APPLY = "Apply", "Appliquer", "Applica";
    IT = "{0}", "{0}", "{0}";
}
