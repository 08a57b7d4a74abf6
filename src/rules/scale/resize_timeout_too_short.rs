//! AB0205: a resize time-out below the least.

use crate::facts::limits::{RESIZE_TIMEOUT_DEFAULT, RESIZE_TIMEOUT_LEAST};
use crate::model::{IsoDuration, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0205",
    name: "resize-timeout-too-short",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Scale,
    title: words(
        "A resize time-out that is too short",
        "Un délai de redimensionnement trop court",
        "Un timeout di ridimensionamento troppo breve",
    ),
    why: words(
        "The service answers 400 (Bad Request) to any value below the minimum. The default is enough for most pools; \
         large ones from a custom image need more.",
        "Le service répond 400 (Bad Request) à tout délai inférieur au minimum. Le délai par défaut suffit à la plupart \
         des pools ; les grands pools issus d’une image personnalisée en demandent davantage.",
        "Il servizio risponde 400 (Bad Request) a qualsiasi valore inferiore al minimo. Il valore predefinito basta \
         alla maggior parte dei pool; quelli grandi da un’immagine personalizzata richiedono di più.",
    ),
    sources: &[RESIZE_TIMEOUT_LEAST.from, RESIZE_TIMEOUT_DEFAULT.from],
    fields: &[path::RESIZE_TIMEOUT],
    versions: None,
    example: example!("AB0205"),
    check: Check::Own(check),
};

static TOO_SHORT: Words = words(
    "A resize time-out of {0} is too short: the least is {1}.",
    "Un délai de redimensionnement de {0} est trop court : le minimum est de {1}.",
    "Un timeout di ridimensionamento di {0} è troppo breve: il minimo è {1}.",
);

fn check(context: &Context, report: &mut Report) {
    let Some(text) = context.plan.pool.fixed.and_then(|fixed| fixed.resize_timeout) else {
        return;
    };
    let least = RESIZE_TIMEOUT_LEAST.value;
    if IsoDuration::parse(text).is_ok_and(|timeout| timeout < least) {
        let message = Message::new(&TOO_SHORT, [text.into(), least.into()]);
        let mut finding = Finding::new(&RULE, path::RESIZE_TIMEOUT, message);
        for value in [RESIZE_TIMEOUT_DEFAULT.value, least] {
            let value = value.to_string();
            finding = finding.offer_text(path::RESIZE_TIMEOUT, &value);
        }
        report.add(finding);
    }
}
