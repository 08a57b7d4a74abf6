//! The words of the Compare room.

use crate::words::{Noun, Words, words};

macro_rules! labels {
    ($($name:ident = $en:literal, $fr:literal, $it:literal;)*) => { $( pub static $name: Words = words($en, $fr, $it); )* };
}

labels! {
    PLANS = "Two plans", "Deux plans", "Due piani";
    SIDE = "Plan {0}", "Plan {0}", "Piano {0}";
    TAKEN_FROM = "Plan {0} is", "Le plan {0} est", "Il piano {0} è";
    TEXT_OF = "Text of plan {0}", "Texte du plan {0}", "Testo del piano {0}";
    FILE_FOR = "Choose a file for plan {0}", "Choisir un fichier pour le plan {0}", "Scegli un file per il piano {0}";
    NOTHING = "not chosen", "non choisi", "non scelto";
    THIS_PLAN = "the plan of this page", "le plan de cette page", "il piano di questa pagina";
    OWN = "a text pasted below", "un texte collé ci-dessous", "un testo incollato qui sotto";
    EARLIER = "Earlier versions", "Versions précédentes", "Versioni precedenti";
    BACK = "version {0}, {1} ago", "version {0}, {1} plus tôt", "versione {0}, {1} fa";
    FROM_FILE = "file {0}", "fichier {0}", "file {0}";
    FROM_LINK = "from the link", "issu du lien", "dal collegamento";
    FOLLOWS = "It follows every change you make in the plan.", "Il reflète chaque modification apportée au plan.", "Si aggiorna a ogni modifica apportata al piano.";
    HINT = "Paste any form of a pool, or drop a file here.", "Collez un pool sous n’importe quelle forme, ou déposez un fichier ici.", "Incollare un pool in qualsiasi forma o trascinare qui un file.";
    SWAP = "Swap A and B", "Permuter A et B", "Scambia A e B";
    SWAPPED = "A and B swapped", "A et B permutés", "A e B scambiati";
    RESULT = "Differences", "Différences", "Differenze";
    COPY = "Copy as Markdown", "Copier en Markdown", "Copia come Markdown";
    SHARE = "Share", "Partager", "Condividi";
    USE_B = "Use B as my plan", "Utiliser B comme plan", "Usa B come piano";
    USED = "B is now the plan", "B est désormais le plan", "B è ora il piano";
    EMPTY = "Choose two plans: what differs by meaning stands here, and which findings come and go.",
        "Choisissez deux plans : leurs différences de fond s’afficheront ici, avec les constats qui apparaissent ou disparaissent.",
        "Scegliere due piani: qui vengono mostrate le differenze di significato e i rilievi che compaiono o scompaiono.";
    BEFORE_LAST = "Compare with the version before the last change", "Comparer à la version précédant la dernière modification", "Confronta con la versione precedente all’ultima modifica";
    PASTE_B = "Paste plan B", "Coller le plan B", "Incolla il piano B";
    EXAMPLE = "Compare with an example", "Comparer à un exemple", "Confronta con un esempio";
    UNREADABLE = "Plan {0} cannot be read.", "Le plan {0} est illisible.", "Il piano {0} non è leggibile.";
    TO_B = "A: {0} → B: {1}", "A : {0} → B : {1}", "A: {0} → B: {1}";
    DEFAULTS = "No difference: same as the default", "Aucune différence : identique à la valeur par défaut", "Nessuna differenza: uguale al valore predefinito";
    MORE = "and {0} more, which the Markdown lists", "et {0} de plus dans le Markdown", "e {0} in più: l’elenco completo è nel Markdown";
    MORE_FINDINGS = "and {0} more, which the Markdown lists", "et {0} de plus dans le Markdown", "e {0} in più: l’elenco completo è nel Markdown";
    SAME_FINDINGS = "The same findings in both.", "Les mêmes constats dans les deux plans.", "Gli stessi rilievi in entrambi.";
    COMPARISON = "Comparison", "Comparaison", "Confronto";
    LINKED = "Link copied. It holds no names of the account, and no comments.",
        "Lien copié. Il ne contient ni les noms liés au compte ni les commentaires.",
        "Collegamento copiato. Non contiene nomi dell’account né commenti.";
    LINKED_WITHOUT = "Link copied, without the secrets {0}, names of the account and comments.",
        "Lien copié, sans les secrets {0}, ni les noms liés au compte, ni les commentaires.",
        "Collegamento copiato, senza i segreti {0}, i nomi dell’account e i commenti.";
    NOT_LINKED = "No link could be made of these two.", "Impossible de créer un lien à partir de ces deux plans.", "Impossibile creare un collegamento con questi due piani.";
    ACCEPTED = "accepted", "accepté", "accettato";
}

/// Changes of the plan, counted back.
pub static CHANGES: Noun = Noun {
    one: words("change", "modification", "modifica"),
    many: words("changes", "modifications", "modifiche"),
};
