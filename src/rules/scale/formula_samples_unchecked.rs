//! AB0236: a formula takes samples without asking how many there are.

use super::formula_reading::Reading;
use crate::facts::pages;
use crate::formula::Kind;
use crate::model::{Span, path};
use crate::rules::{Area, Basis, Check, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule. Advice, as on the page.
pub static RULE: Rule = Rule {
    id: "AB0236",
    name: "formula-samples-unchecked",
    severity: Severity::Advice,
    basis: Basis::Documented,
    area: Area::Scale,
    title: words(
        "Samples used without a check",
        "Des échantillons utilisés sans vérification",
        "Campioni usati senza verifica",
    ),
    why: words(
        "Samples reach a formula late and some are missing, so few of them can resize the pool wrongly. Ask \
         `GetSamplePercent` first, or give `GetSample` the percentage it needs as its last argument.",
        "Les échantillons parviennent tard à la formule et certains manquent : trop peu d’entre eux peuvent redimensionner le \
         pool à tort. Interrogez d’abord `GetSamplePercent`, ou donnez à `GetSample` le pourcentage voulu comme dernier \
         argument.",
        "I campioni arrivano in ritardo alla formula e alcuni mancano: con troppo pochi campioni il pool può essere \
         ridimensionato in modo errato. Interrogare prima `GetSamplePercent`, oppure dare a `GetSample` la percentuale \
         necessaria come ultimo argomento.",
    ),
    sources: &[
        pages::AUTOSCALE.says(
            "`GetSamplePercent` tells beforehand how many samples there are; `GetSample` can also be given the percentage \
             below which the evaluation fails and the pool stays as it is.",
            "`GetSamplePercent` dit d’avance combien d’échantillons il y a ; `GetSample` accepte aussi le pourcentage en \
             deçà duquel l’évaluation échoue et le pool reste tel quel.",
            "`GetSamplePercent` indica in anticipo quanti campioni ci sono; a `GetSample` si può anche dare la \
             percentuale al di sotto della quale la valutazione fallisce e il pool resta com’è.",
        ),
        pages::AUTOSCALE.says(
            "It is strongly recommended not to rely on `GetSample(1)` alone: that one sample may be old.",
            "Il est vivement déconseillé de ne s’appuyer que sur `GetSample(1)` : cet unique échantillon peut être ancien.",
            "Si sconsiglia vivamente di basarsi solo su `GetSample(1)`: quell’unico campione può essere vecchio.",
        ),
    ],
    fields: &[path::FORMULA],
    versions: None,
    example: example!("AB0236"),
    check: Check::Walk,
};

static UNCHECKED: Words = words(
    "Nothing checks how many samples {0} finds.",
    "Rien ne vérifie combien d’échantillons {0} trouve.",
    "Nulla verifica quanti campioni trova {0}.",
);
static LAST_ALONE: Words = words(
    "The formula relies on {0} alone, one sample of unknown age.",
    "La formule ne s’appuie que sur {0}, un seul échantillon d’âge inconnu.",
    "La formula si basa solo su {0}, un unico campione di età sconosciuta.",
);

pub(super) fn look(reading: &Reading, report: &mut Report) {
    let (mut over_time, mut last): (Option<Span>, Option<Span>) = (None, None);
    let mut before = Kind::End;
    for (_, step, word) in reading.steps() {
        match (word, step.kind, before) {
            ("GetSamplePercent", Kind::Method(_), _) => return,
            // The last of several arguments is a percentage when it is a number, and may be one when it is a variable.
            ("GetSample", Kind::Method(2..), Kind::Number | Kind::Name) => return,
            ("GetSample", Kind::Method(1), Kind::Number) => _ = last.get_or_insert(step.span),
            ("GetSample", Kind::Method(_), _) => _ = over_time.get_or_insert(step.span),
            _ => {}
        }
        before = step.kind;
    }
    if let Some(span) = over_time {
        report.add(reading.found(&RULE, span, Message::new(&UNCHECKED, ["GetSample".into()])));
    } else if let Some(span) = last {
        report.add(reading.found(&RULE, span, Message::new(&LAST_ALONE, ["GetSample(1)".into()])));
    }
}
