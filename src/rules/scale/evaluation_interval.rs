//! AB0212: an evaluation interval outside 5 minutes to 168 hours, or none that can be read.

use crate::facts::limits::{EVALUATION_DEFAULT, EVALUATION_LEAST, EVALUATION_MOST};
use crate::model::{DurationError, IsoDuration, path};
use crate::rules::scale::not_a_duration;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0212",
    name: "evaluation-interval-out-of-range",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Scale,
    title: words(
        "An evaluation interval out of range",
        "Un intervalle d’évaluation hors limites",
        "Un intervallo di valutazione fuori dai limiti",
    ),
    why: words(
        "The service answers 400 (Bad Request) to an interval below 5 minutes, above 168 hours, or that is no ISO 8601 \
         duration of fixed length. The bounds stand in the reference of the Batch service; the management contract gives \
         only the default.",
        "Le service répond 400 (Bad Request) à un intervalle de moins de 5 minutes, de plus de 168 heures, ou qui n’est pas \
         une durée ISO 8601 de longueur fixe. Les bornes figurent dans la référence du service Batch ; le contrat de gestion \
         ne donne que la valeur par défaut.",
        "Il servizio risponde 400 (Bad Request) a un intervallo inferiore a 5 minuti, superiore a 168 ore o che non è una \
         durata ISO 8601 di lunghezza fissa. I limiti stanno nel riferimento del servizio Batch; il contratto di gestione \
         indica solo il valore predefinito.",
    ),
    sources: &[EVALUATION_LEAST.from, EVALUATION_MOST.from, EVALUATION_DEFAULT.from],
    fields: &[path::INTERVAL],
    versions: None,
    example: example!("AB0212"),
    check: Check::Own(check),
};

static TOO_SHORT: Words = words(
    "An evaluation interval of {0} is too short: the least is {1}.",
    "Un intervalle d’évaluation de {0} est trop court : le minimum est de {1}.",
    "Un intervallo di valutazione di {0} è troppo breve: il minimo è {1}.",
);
static TOO_LONG: Words = words(
    "An evaluation interval of {0} is too long: the most is {1}.",
    "Un intervalle d’évaluation de {0} est trop long : le maximum est de {1}.",
    "Un intervallo di valutazione di {0} è troppo lungo: il massimo è {1}.",
);

fn check(context: &Context, report: &mut Report) {
    let Some(text) = context.plan.pool.auto.and_then(|auto| auto.interval) else {
        return;
    };
    let (least, most) = (EVALUATION_LEAST.value, EVALUATION_MOST.value);
    let too = |words, bound: IsoDuration| {
        (
            Message::new(words, [text.into(), bound.to_string().into()]),
            Some(bound),
        )
    };
    let (message, bound) = match IsoDuration::parse(text) {
        Ok(interval) if interval < least => too(&TOO_SHORT, least),
        Ok(interval) if interval > most => too(&TOO_LONG, most),
        Ok(_) => return,
        Err(DurationError::TooLong) => too(&TOO_LONG, most),
        Err(error) => (not_a_duration(text, error), None),
    };
    let mut finding = Finding::new(&RULE, path::INTERVAL, message);
    for value in bound.into_iter().chain([EVALUATION_DEFAULT.value]) {
        let value = value.to_string();
        finding = finding.offer_text(path::INTERVAL, &value).safe(false);
    }
    report.add(finding);
}
