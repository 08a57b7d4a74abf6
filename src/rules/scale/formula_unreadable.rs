//! AB0230: an autoscale formula with an error of syntax.

use super::formula_reading::offer;
use crate::facts::limits::FORMULA_CHECKED;
use crate::facts::pages;
use crate::formula::{Formula, Kind, Step, Trouble, Wrong};
use crate::model::{Span, path};
use crate::rules::{Area, Basis, Check, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0230",
    name: "formula-unreadable",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Scale,
    title: words(
        "A formula with an error of syntax",
        "Une formule avec une erreur de syntaxe",
        "Una formula con un errore di sintassi",
    ),
    why: words(
        "The formula is checked when the pool is created, and one that is not valid is refused. The other rules on formulas \
         are silent until this is corrected.",
        "La formule est vérifiée à la création du pool et refusée si elle n’est pas valide. Les autres règles sur les \
         formules se taisent tant que ce n’est pas corrigé.",
        "La formula viene controllata alla creazione del pool e rifiutata se non è valida. Le altre regole sulle \
         formule non si applicano finché questa non viene corretta.",
    ),
    sources: &[
        FORMULA_CHECKED,
        pages::AUTOSCALE.says(
            "A formula consists of statements separated by semicolons, with line breaks and comments between them; the page \
             lists the operators.",
            "Une formule se compose d’instructions séparées par des points-virgules, avec des sauts de ligne et des \
             commentaires ; la page énumère les opérateurs.",
            "Una formula è fatta di istruzioni separate da punti e virgola, con interruzioni di riga e commenti; la pagina \
             elenca gli operatori.",
        ),
    ],
    fields: &[path::FORMULA],
    versions: None,
    example: example!("AB0230"),
    check: Check::Walk,
};

static STRAY: Words = words(
    "{0} does not belong here.",
    "{0} n’a pas sa place ici.",
    "{0} qui è fuori posto.",
);
static OPEN_TEXT: Words = words(
    "The text {0} is never closed.",
    "Le texte {0} n’est jamais fermé.",
    "Il testo {0} non viene mai chiuso.",
);
static OPEN_COMMENT: Words = words(
    "The comment that begins with {0} is never closed.",
    "Le commentaire qui commence par {0} n’est jamais fermé.",
    "Il commento che inizia con {0} non viene mai chiuso.",
);
static NO_VALUE: Words = words(
    "A value or a name is missing before {0}.",
    "Il manque une valeur ou un nom avant {0}.",
    "Manca un valore o un nome prima di {0}.",
);
static NO_VALUE_AT_END: Words = words(
    "A value or a name is missing at the end, behind {0}.",
    "Il manque une valeur ou un nom à la fin, après {0}.",
    "Manca un valore o un nome alla fine, dopo {0}.",
);
static MISSING: Words = words(
    "{1} is missing before {0}.",
    "Il manque {1} avant {0}.",
    "Manca {1} prima di {0}.",
);
static MISSING_AT_END: Words = words(
    "{1} is missing at the end, behind {0}.",
    "Il manque {1} à la fin, après {0}.",
    "Manca {1} alla fine, dopo {0}.",
);
static NOT_SETTABLE: Words = words(
    "{0} stands behind something that is no variable; a comparison is written `==`.",
    "{0} suit quelque chose qui n’est pas une variable ; une comparaison s’écrit `==`.",
    "{0} segue qualcosa che non è una variabile; un confronto si scrive `==`.",
);
static INSERT: Words = words("Insert {0}", "Insérer {0}", "Inserisci {0}");

/// Says what stopped the reading.
pub(super) fn look(formula: &Formula, trouble: &Trouble, report: &mut Report) {
    let (mut mark, at_end) = ("", trouble.at_end());
    let words = match trouble.wrong {
        // Too deep for this reader is not too deep for the service.
        Wrong::TooDeep => return,
        Wrong::Stray => &STRAY,
        Wrong::OpenText => &OPEN_TEXT,
        Wrong::OpenComment => &OPEN_COMMENT,
        Wrong::NotSettable => &NOT_SETTABLE,
        Wrong::NoValue if at_end => &NO_VALUE_AT_END,
        Wrong::NoValue => &NO_VALUE,
        Wrong::Missing(missing) => {
            mark = missing;
            if at_end { &MISSING_AT_END } else { &MISSING }
        }
    };
    let message = Message::new(words, [formula.at(trouble.span).into(), mark.into()]);
    let mut finding = Finding::new(&RULE, path::FORMULA, message).inside(trouble.span);
    // Between two values an operator may be missing as well as a comma.
    if !matches!(mark, "" | ",") {
        let (start, end) = (trouble.after, trouble.after);
        let mended = formula.replaced(Span { start, end }, mark);
        if is_sound(&Formula::read(&mended), mark) {
            finding = offer(finding, Message::new(&INSERT, [mark.into()]), mended);
        }
    }
    report.add(finding);
}

/// Whether a formula can be read and, if it was cut in two statements, each of them sets something.
fn is_sound(formula: &Formula, mark: &str) -> bool {
    let sets = |pair: &[Step]| match pair {
        [last, end] => end.kind != Kind::End || last.kind == Kind::Set,
        _ => true,
    };
    formula.trouble.is_none() && (mark != ";" || formula.steps.windows(2).all(sets))
}
