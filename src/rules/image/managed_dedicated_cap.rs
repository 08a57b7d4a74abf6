//! AB0117: a managed-image pool near or beyond the documented number of dedicated nodes.

use crate::facts::limits::{MANAGED_MAX_DEDICATED, MANAGED_MAX_DEDICATED_QUOTA_PAGE};
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0117",
    name: "too-many-dedicated-from-managed-image",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "More dedicated nodes than a managed image allows",
        "Plus de nœuds dédiés qu’une image managée n’en permet",
        "Più nodi dedicati di quanti ne consenta un’immagine gestita",
    ),
    why: words(
        "Two Microsoft pages give two figures, 2 500 and 2 000, and have disagreed since 2019. Above the larger one the \
         pool is refused; between the two the smaller figure is the safe one.",
        "Deux pages de Microsoft donnent deux chiffres, 2 500 et 2 000, et se contredisent depuis 2019. Au-delà du plus \
         grand, le pool est refusé ; entre les deux, le plus petit est le chiffre sûr.",
        "Due pagine di Microsoft indicano due cifre, 2 500 e 2 000, in disaccordo dal 2019. Oltre la maggiore il pool \
         viene rifiutato; tra le due, la minore è la cifra sicura.",
    ),
    sources: &[MANAGED_MAX_DEDICATED.from, MANAGED_MAX_DEDICATED_QUOTA_PAGE.from],
    fields: &[path::DEDICATED, path::IMAGE_ID],
    versions: None,
    example: example!("AB0117"),
    check: Check::Own(check),
};

static BEYOND: Words = words(
    "{0} from a managed image: the most is {1}.",
    "{0} issus d’une image managée : le maximum est de {1}.",
    "{0} da un’immagine gestita: il massimo è {1}.",
);
static BETWEEN: Words = words(
    "{0}: one Microsoft page allows {1} from a managed image, another {2}.",
    "{0} : une page de Microsoft en autorise {1} à partir d’une image managée, une autre {2}.",
    "{0}: una pagina di Microsoft ne consente {1} da un’immagine gestita, un’altra {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let (most, safe) = (MANAGED_MAX_DEDICATED.value, MANAGED_MAX_DEDICATED_QUOTA_PAGE.value);
    let nodes = pool.dedicated();
    if nodes <= safe || !pool.image.kind().is_retired_source() {
        return;
    }
    let count = Arg::from((nodes, &nouns::DEDICATED_NODES));
    let (severity, message) = if nodes > most {
        (Severity::Error, Message::new(&BEYOND, [count, most.into()]))
    } else {
        (
            Severity::Warning,
            Message::new(&BETWEEN, [count, most.into(), safe.into()]),
        )
    };
    report.add(
        Finding::new(&RULE, path::DEDICATED, message)
            .weigh(severity)
            .offer_number(path::DEDICATED, safe),
    );
}
