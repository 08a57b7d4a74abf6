//! What tells about the files of a bundle: what each is, what was taken out, and what the outputs leave out.

use super::{Bundle, HTML, LINK, MARKDOWN, PLAN};
use crate::link::What;
use crate::words::{Message, Words, words};

/// Its name.
pub(super) const NAME: &str = "README.txt";

macro_rules! labels {
    ($($name:ident = $en:literal, $fr:literal, $it:literal;)*) => { $( static $name: Words = words($en, $fr, $it); )* };
}

labels! {
    TITLE = "Bundle of the pool {0}", "Archive du pool {0}", "Archivio del pool {0}";
    UNNAMED = "Bundle of a pool", "Archive d’un pool", "Archivio di un pool";
    FILES = "Files", "Fichiers", "File";
    AS_IT_IS = "The plan, as it was written.", "Le plan, tel qu’il a été écrit.", "Il piano, così come è stato scritto.";
    WRITTEN_ANEW = "The plan, written anew: without comments, secrets and tokens.",
        "Le plan, réécrit : sans commentaires, ni secrets, ni jetons.",
        "Il piano, riscritto: senza commenti, segreti e token.";
    TO_PRINT = "The findings, to read and to print. The lines are those of `plan.jsonc`.",
        "Les constats, à lire et à imprimer. Les lignes sont celles de `plan.jsonc`.",
        "I rilievi, da leggere e da stampare. Le righe sono quelle di `plan.jsonc`.";
    AS_MARKDOWN = "The same as Markdown.", "La même chose en Markdown.", "Lo stesso in Markdown.";
    WITHOUT_NAMES = "A link that holds the plan and opens it in the planner, without the names of subscription, tenant, resource group and account. The other files have these names.",
        "Un lien qui contient le plan et l’ouvre dans le planificateur, sans les noms de l’abonnement, du locataire, du groupe de ressources et du compte. Les autres fichiers contiennent ces noms.",
        "Un collegamento che contiene il piano e lo apre nel pianificatore, senza i nomi di sottoscrizione, tenant, gruppo di risorse e account. Gli altri file contengono questi nomi.";
    WITH_NAMES = "A link that holds the plan and opens it in the planner, with the names of subscription, tenant, resource group and account.",
        "Un lien qui contient le plan et l’ouvre dans le planificateur, avec les noms de l’abonnement, du locataire, du groupe de ressources et du compte.",
        "Un collegamento che contiene il piano e lo apre nel pianificatore, con i nomi di sottoscrizione, tenant, gruppo di risorse e account.";
    NO_LINK = "There is no link: the plan is too large for one, or could not be compressed.",
        "Il n’y a pas de lien : le plan est trop volumineux, ou n’a pas pu être compressé.",
        "Non c’è alcun collegamento: il piano è troppo grande o non è stato possibile comprimerlo.";
    NO_POOL = "There are no outputs: the plan has no pool.",
        "Il n’y a pas de sorties : le plan ne contient aucun pool.",
        "Non ci sono output: il piano non contiene alcun pool.";
    TAKEN_OUT = "Taken out", "Ce qui a été retiré", "Che cosa è stato tolto";
    IN_NO_FILE = "No file of this bundle holds these values, and the findings were made without them. Where they stood there is `<secret>`, a variable, or nothing.",
        "Aucun fichier de cette archive ne contient ces valeurs, et les constats ont été établis sans elles. À leur place figure `<secret>`, une variable, ou rien.",
        "Nessun file di questo archivio contiene questi valori e i rilievi sono stati ricavati senza di essi. Al loro posto c’è `<secret>`, una variabile o nulla.";
    NO_SECRET = "The planner knows of no secret in this plan.",
        "Le planificateur ne connaît aucun secret dans ce plan.",
        "Il pianificatore non conosce alcun segreto in questo piano.";
    SECRET = "a secret", "un secret", "un segreto";
    READING = "How the text was read", "Comment le texte a été lu", "Come è stato letto il testo";
    LEFT_OUT = "What the outputs leave out, and what they still need",
        "Ce que les sorties omettent, et ce qu’il leur faut encore",
        "Che cosa omettono gli output e che cosa richiedono ancora";
    EVERYTHING = "Nothing: each says the whole request.",
        "Rien : chacune dit toute la requête.",
        "Nulla: ciascuno contiene l’intera richiesta.";
}

/// What is said of something that was taken out.
pub(super) fn told(what: What) -> &'static Words {
    match what {
        What::Secret => &SECRET,
        what => what.words(),
    }
}

/// The text, in the language of the reader.
pub(super) fn write(bundle: &Bundle, link: bool) -> String {
    let language = bundle.language;
    let title = match &bundle.pool {
        Some(name) => Message::new(&TITLE, [name.as_str().into()]),
        None => Message::from(&UNNAMED),
    };
    let mut out = Lines(String::new());
    out.line(&title.text(language));
    out.0.push('\n');
    out.0.push_str(&bundle.summary);
    let say = |words: &'static Words| words.in_language(language);

    out.heading(say(&FILES));
    let plan = if bundle.as_it_is { &AS_IT_IS } else { &WRITTEN_ANEW };
    out.item(PLAN, say(plan));
    out.item(HTML, say(&TO_PRINT));
    out.item(MARKDOWN, say(&AS_MARKDOWN));
    if link {
        let words = if bundle.names { &WITH_NAMES } else { &WITHOUT_NAMES };
        out.item(LINK, say(words));
    }
    for written in &bundle.outputs {
        out.item(&written.name, say(written.title));
    }
    if !link {
        out.paragraph(say(&NO_LINK));
    }
    if bundle.outputs.is_empty() {
        out.paragraph(say(&NO_POOL));
    }

    out.heading(say(&TAKEN_OUT));
    let taken_out = &bundle.taken_out;
    out.paragraph(say(if taken_out.is_empty() { &NO_SECRET } else { &IN_NO_FILE }));
    for left in taken_out {
        out.item(&left.path, say(told(left.what)));
    }

    if !bundle.notes.is_empty() {
        out.heading(say(&READING));
        bundle.notes.iter().for_each(|note| out.paragraph(note));
    }

    if !bundle.outputs.is_empty() {
        out.heading(say(&LEFT_OUT));
    }
    let mut all = true;
    for written in &bundle.outputs {
        let left_out = &written.output.left_out;
        if !left_out.is_empty() {
            all = false;
            out.paragraph(&written.name);
        }
        for left in left_out {
            out.item(&left.path, &left.why.text(language));
        }
    }
    if all && !bundle.outputs.is_empty() {
        out.paragraph(say(&EVERYTHING));
    }
    out.0
}

/// A plain text for people, in which nothing that somebody wrote makes a line of its own.
struct Lines(String);

impl Lines {
    fn heading(&mut self, words: &str) {
        self.0.push('\n');
        self.line(words);
        self.0.push_str(&"=".repeat(words.chars().count()));
        self.0.push('\n');
    }

    fn paragraph(&mut self, words: &str) {
        self.0.push('\n');
        self.line(words);
    }

    fn item(&mut self, name: &str, words: &str) {
        self.0.push_str("- ");
        self.words(name);
        self.0.push_str("  ");
        self.line(words);
    }

    fn line(&mut self, words: &str) {
        self.words(words);
        self.0.push('\n');
    }

    fn words(&mut self, words: &str) {
        let seen = |c: char| {
            if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
                ' '
            } else {
                c
            }
        };
        self.0.extend(words.chars().map(seen));
    }
}
