//! AB0001: a text that is no JSON, nor any of the other forms that can be read.

use crate::facts::contract_sources;
use crate::input::{ParseTrouble, Trouble};
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0001",
    name: "unreadable-text",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Document,
    title: words("Text that cannot be read", "Texte illisible", "Testo illeggibile"),
    why: words(
        "A plan is JSON (comments and trailing commas are allowed). From the place named on, the text breaks its \
         rules, so nothing further can be checked.",
        "Un plan est du JSON (les commentaires et les virgules finales sont admis). À partir de l’endroit indiqué, le texte n’en suit plus les règles ; rien d’autre ne peut donc être vérifié.",
        "Un piano è JSON (sono ammessi commenti e virgole finali). Dal punto indicato il testo non ne segue le regole, quindi non si può verificare altro.",
    ),
    sources: &[contract_sources::GRAMMAR],
    fields: &[""],
    versions: None,
    example: example!("AB0001"),
    check: Check::Walk,
};

static EMPTY: Words = words(
    "There is nothing here to read: paste a plan or a request body.",
    "Il n’y a rien à lire ici : collez un plan ou un corps de requête.",
    "Qui non c’è nulla da leggere: incollare un piano o un corpo di richiesta.",
);
static NOT_UTF8: Words = words(
    "The text is not UTF-8 (UTF-16 perhaps): save it as UTF-8.",
    "Le texte n’est pas en UTF-8 (peut-être en UTF-16) : enregistrez-le en UTF-8.",
    "Il testo non è in UTF-8 (forse è in UTF-16): salvarlo in UTF-8.",
);
static UNCLOSED: Words = words(
    "What begins at {0} is never closed: add the closing mark, or see whether the end was cut off.",
    "Ce qui commence à {0} n’est jamais fermé : ajoutez le signe de fermeture ou vérifiez si la fin a été coupée.",
    "Ciò che inizia con {0} non viene mai chiuso: aggiungere il segno di chiusura o verificare se manca la fine.",
);
static CLOSED_TOO_OFTEN: Words = words(
    "{0} closes something that is not open: remove it, or add what should open before it.",
    "{0} ferme ce qui n’est pas ouvert : supprimez ce signe ou ajoutez l’ouverture qui manque avant.",
    "{0} chiude qualcosa che non è aperto: rimuoverlo o aggiungere prima l’apertura.",
);
static MISSING_COMMA: Words = words(
    "A comma is missing before {0}.",
    "Il manque une virgule avant {0}.",
    "Manca una virgola prima di {0}.",
);
static MISSING_COLON: Words = words(
    "A colon is missing between the name and {0}.",
    "Il manque les deux-points entre le nom et {0}.",
    "Mancano i due punti tra il nome e {0}.",
);
static MISSING_VALUE: Words = words(
    "A value is missing before {0}.",
    "Il manque une valeur avant {0}.",
    "Manca un valore prima di {0}.",
);
static UNQUOTED_NAME: Words = words(
    "A name in double quotes must stand here, not {0}.",
    "Un nom entre guillemets doubles doit figurer ici, et non {0}.",
    "Qui deve esserci un nome tra virgolette doppie, non {0}.",
);
static UNKNOWN_WORD: Words = words(
    "{0} is not a JSON value: put a text in double quotes; the only words are `true`, `false` and `null`.",
    "{0} n’est pas une valeur JSON : mettez un texte entre guillemets doubles ; les seuls mots sont `true`, `false` et `null`.",
    "{0} non è un valore JSON: mettere un testo tra virgolette doppie; le sole parole sono `true`, `false` e `null`.",
);
static SINGLE_QUOTES: Words = words(
    "Texts and names stand in double quotes, not in single ones.",
    "Les textes et les noms sont entre guillemets doubles, et non simples.",
    "Testi e nomi vanno tra virgolette doppie, non tra apici.",
);
static BAD_NUMBER: Words = words(
    "{0} is not a number as JSON writes it: only digits, a decimal point, a minus sign and an exponent are allowed.",
    "{0} n’est pas un nombre au format JSON : seuls les chiffres, le point décimal, le signe moins et l’exposant sont admis.",
    "{0} non è un numero nel formato JSON: sono ammessi solo cifre, punto decimale, segno meno ed esponente.",
);
static BAD_ESCAPE: Words = words(
    "JSON does not have this escape or character in a text: write a backslash twice, a line break as `\\n`.",
    "JSON n’admet pas cet échappement ou ce caractère dans un texte : doublez la barre oblique inverse, écrivez un \
     saut de ligne sous la forme `\\n`.",
    "JSON non ammette questa sequenza o questo carattere in un testo: raddoppiare la barra rovesciata, scrivere un’interruzione di riga come `\\n`.",
);
static SEVERAL_VALUES: Words = words(
    "A second value begins with {0}: a plan is one object, so remove what follows the first.",
    "Une seconde valeur commence par {0} : un plan est un seul objet, supprimez donc ce qui suit le premier.",
    "Un secondo valore inizia con {0}: un piano è un solo oggetto, quindi rimuovere ciò che segue il primo.",
);
static TOO_DEEP: Words = words(
    "The text is nested deeper than any plan.",
    "L’imbrication du texte est plus profonde que celle de tout plan.",
    "Il testo è annidato più in profondità di qualsiasi piano.",
);
static UNEXPECTED: Words = words(
    "{0} does not belong here.",
    "{0} n’a pas sa place ici.",
    "{0} non va qui.",
);
static TEXT_ENDS: Words = words(
    "The text ends where more must follow: see whether its end was cut off.",
    "Le texte s’arrête là où une suite est attendue : vérifiez si la fin a été coupée.",
    "Il testo termina dove deve seguire altro: verificare se manca la fine.",
);

/// The finding about a text that cannot be read.
pub(super) fn finding(text: &str, trouble: ParseTrouble) -> Finding {
    let words = match trouble.trouble {
        Trouble::Empty => &EMPTY,
        Trouble::NotUtf8 => &NOT_UTF8,
        Trouble::Unclosed => &UNCLOSED,
        Trouble::ClosedTooOften => &CLOSED_TOO_OFTEN,
        Trouble::MissingComma => &MISSING_COMMA,
        Trouble::MissingColon => &MISSING_COLON,
        Trouble::MissingValue => &MISSING_VALUE,
        Trouble::UnquotedName => &UNQUOTED_NAME,
        Trouble::UnknownWord => &UNKNOWN_WORD,
        Trouble::SingleQuotes => &SINGLE_QUOTES,
        Trouble::BadNumber => &BAD_NUMBER,
        Trouble::BadEscape => &BAD_ESCAPE,
        Trouble::SeveralValues => &SEVERAL_VALUES,
        Trouble::TooDeep => &TOO_DEEP,
        Trouble::Unexpected => &UNEXPECTED,
    };
    // The others show the piece that stands there.
    let shows_nothing = matches!(
        trouble.trouble,
        Trouble::Empty | Trouble::NotUtf8 | Trouble::SingleQuotes | Trouble::BadEscape | Trouble::TooDeep
    );
    let rest = text.get(trouble.span.start..).unwrap_or_default();
    let message = match piece(rest) {
        "" if !shows_nothing => Message::from(&TEXT_ENDS),
        piece => Message::new(words, [piece.into()]),
    };
    Finding::new(&RULE, "", message).at_text(trouble.span)
}

/// The word or mark that stands first.
fn piece(rest: &str) -> &str {
    let rest = rest.trim_start();
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '+');
    let length = match rest.chars().next() {
        Some(c) if word(c) => rest.find(|c: char| !word(c)).unwrap_or(rest.len()),
        Some(_) if rest.starts_with("/*") => 2,
        Some(c) => c.len_utf8(),
        None => 0,
    };
    rest.get(..length).unwrap_or_default()
}
