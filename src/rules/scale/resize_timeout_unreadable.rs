//! AB0206: a resize time-out that is no duration of fixed length.

use crate::facts::limits::{RESIZE_TIMEOUT_DEFAULT, RESIZE_TIMEOUT_LEAST};
use crate::model::{IsoDuration, path};
use crate::rules::scale::not_a_duration;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::words;

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0206",
    name: "resize-timeout-unreadable",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Scale,
    title: words(
        "A resize time-out that is not a duration",
        "Un délai de redimensionnement qui n’est pas une durée",
        "Un timeout di ridimensionamento che non è una durata",
    ),
    why: words(
        "The contract wants an ISO 8601 duration. Months and years depend on the calendar: write weeks, days, hours, \
         minutes or seconds, in capitals.",
        "Le contrat exige une durée ISO 8601. Les mois et les années dépendent du calendrier : écrivez des semaines, des \
         jours, des heures, des minutes ou des secondes, en majuscules.",
        "Il contratto richiede una durata ISO 8601. Mesi e anni dipendono dal calendario: scrivere settimane, giorni, ore, \
         minuti o secondi, in maiuscolo.",
    ),
    sources: &[RESIZE_TIMEOUT_DEFAULT.from],
    fields: &[path::RESIZE_TIMEOUT],
    versions: None,
    example: example!("AB0206"),
    check: Check::Own(check),
};

fn check(context: &Context, report: &mut Report) {
    let Some(text) = context.plan.pool.fixed.and_then(|fixed| fixed.resize_timeout) else {
        return;
    };
    let Err(error) = IsoDuration::parse(text) else { return };
    // `pt30m` was surely meant as `PT30M`; of anything else only the default is known.
    let meant = text.trim().to_ascii_uppercase();
    let (value, sure) = match IsoDuration::parse(&meant) {
        Ok(timeout) if timeout >= RESIZE_TIMEOUT_LEAST.value => (meant, true),
        _ => (RESIZE_TIMEOUT_DEFAULT.value.to_string(), false),
    };
    report.add(
        Finding::new(&RULE, path::RESIZE_TIMEOUT, not_a_duration(text, error))
            .offer_text(path::RESIZE_TIMEOUT, &value)
            .safe(sure),
    );
}
